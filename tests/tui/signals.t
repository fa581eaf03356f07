# What happens to a terminal: other sizes, Ctrl-Z, signals, a dropped line.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra"
start $F
wait Zoo
key 1
resize 200x60
settle
expect Escape of the zebra
resize 40x10
settle
reject Escape of the zebra
resize 80x24
wait Escape of the zebra
# While it paints, curses lets a stop signal pass.
settle
signal TSTP
stopped
restored
signal CONT
wait Escape of the zebra
settle
key C-z
stopped
restored
signal CONT
wait Escape of the zebra
# Stopped by force it has the terminal again when it goes on; the keys of signals are keys.
signal STOP
stopped
signal CONT
settle
paste zebra
expect "─ Search ─"
expect "│ zebra"
key Escape
key C-c
expect q goes back and leaves
key C-\
exit 131
restored
start $F
wait Escape of the zebra
signal TERM
exit 143
restored

# An unsaved form survives a dropped line and is offered again.
start $F
wait Zoo
key 1 a
settle
type Loss of the keys
settle
hangup
exit 129
size 80x24
start $F
settle
wait Zoo
key 1 a
settle
expect Loss of the keys
signal KILL
exit 137
shell noria check $F
output noria list $F risk --format=tsv
lacks Loss of the keys

# No signal comes where the terminal is not the program's own; it ends all the same.
run sh -c 'trap "" HUP; setsid -w noria "$F"; echo "ended $?" >said'
wait Zoo
hangup
exit 0
shell cat said
contains ended 129
