# Terminals that do not mark their pastes, and pastes without an end.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra"; noria add $F risk "title=Loss of the keys"
start $F
wait Zoo
key 1
wait Escape of the zebra
burst "dddddd and du\ry y\rdddddddddddddddddddd and some more of it"
wait "─ Search ─"
wait "│ dddddd and du y y ddd"
expect Escape of the zebra
expect Loss of the keys
key Escape
pause 0.6
output noria list $F risk --format=tsv
lines 3
key 5
wait Current risk
burst "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
wait Keys are commands here
pause 0.6
key q
wait Escape of the zebra

# A few keys typed ahead are keys.
burst "aFlood"
settle
key C-s
wait R-3 saved

# Arrows may wait in any number.
burst "\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOB\eOA"
reject Keys are commands here
expect 2/3

# A paste that has no end is given up; the program is there again, and what comes of it later is no command.
burst "\e[200~dd"
pause 2.3
expect "─ Search ─"
expect "│ dd"
expect The paste had no end
key Escape
burst "dd"
expect "─ Search ─"
expect "│ dd"
key Escape
output noria list $F risk --format=tsv
lines 4
burst "\e[201~"
pause 0.6
key d
wait deleted

# What follows the end at once is keys again, sequences among them; two pastes are two.
burst "\e[200~one\e[201~\r"
wait Nothing here holds "one"
burst "\e[200~two\e[201~\b\e[200~ three\e[201~"
expect "─ Search ─"
expect "│ tw three"
key Escape
# The marks may come in pieces.
burst "\e[20"
pause 0.01
burst "0~dddd\e[20"
pause 0.3
burst "1~"
expect "─ Search ─"
expect "│ dddd"
key Escape
# An end without a beginning is nothing.
burst "\e[201~"
reject "─ Search ─"

# A signal in the middle of a paste.
burst "\e[200~dd"
signal TERM
exit 143
restored
