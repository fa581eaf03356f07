# The terminals of the contract: the program starts, goes by their own keys
# and leaves them as they were.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra"
shell noria add $F risk "title=Loss of the keys"

term xterm-256color
start $F
wait Zoo
key 1
wait Escape of the zebra
key Down Up Down
key 5
wait L  Low
key q q q
exit 0
restored

term screen
start $F
wait Zoo
key 1
wait Escape of the zebra
key Down Up Down
key 5
wait L  Low
key q q q
exit 0
restored

term tmux
start $F
wait Zoo
key 1
wait Escape of the zebra
key Down Up Down
key 5
wait L  Low
key q q q
exit 0
restored

term linux
start $F
wait Zoo
key 1
wait Escape of the zebra
key Down Up Down
key 5
wait L  Low
key q q q
exit 0
restored

term vt100
start $F
wait Zoo
key 1
wait Escape of the zebra
key Down Up Down
key 5
wait L  Low
key q q q
exit 0
restored

# No colour at all, and eight of them.
term xterm-256color
env NO_COLOR=1
start $F
wait Zoo
key 5
settle
expect L  Low
key q q q
exit 0
env NO_COLOR

# An unknown terminal, and none.
term frobnicator-9
start $F
exit 3
term xterm-256color
shell! 3 noria $F </dev/null >out 2>err; status=$?; cat err; exit $status
lines 1
