# The title of the window tells the organisation; what stood there comes back on every way out.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
start $F
wait Zoo
wrote "\e[22;0t"
wrote "\e]2;Noria: Zoo"
unwritten "\e[23;0t"
key q
exit 0
wrote "\e[23;0t"
restored

# A new name of it stands there at once; text of the file is neutralised.
shell sqlite3 $F "UPDATE organisation SET name = 'A' || char(27) || ']0;evil' || char(7) || 'B'" || true
start $F
wait "A"
wrote "\e]2;Noria: A�]0;evil�B"
unwritten "\e]0;"
key q
exit 0
restored

# Without a file; in French.
start
wait Noria
wrote "\e]2;Noria"
key q
exit 0
restored
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
env LC_ALL=fr_FR.UTF-8
start $F
wait Zoo
wrote "\e]2;Noria"
key q
exit 0
env LC_ALL=C.UTF-8

# Stopped and continued; killed; crashed.
start $F
wait Zoo
signal TSTP
stopped
restored
signal CONT
wait Zoo
wrote "\e[23;0t"
signal STOP
stopped
signal CONT
wait Zoo
key q
exit 0
restored
start $F
wait Zoo
signal TERM
exit 143
restored
start $F
wait Zoo
signal ABRT
exit 134
restored

# A setting turns it off; the terminals that would print it get none.
shell mkdir -p .config/noria; echo 'title off' >.config/noria/config
start $F
wait Zoo
unwritten "\e[22;0t"
unwritten "\e]2;"
key q
exit 0
unwritten "\e[23;0t"
restored
shell rm .config/noria/config
term linux
start $F
wait Zoo
unwritten "\e[22;0t"
unwritten "\e]2;"
unwritten "2026$p"
key q
exit 0
restored
term vt100
start $F
wait Zoo
unwritten "\e]2;"
unwritten "2026$p"
key q
exit 0
restored
term tmux-256color
start $F
wait Zoo
wrote "\e]2;Noria: Zoo"
key q
exit 0
restored
