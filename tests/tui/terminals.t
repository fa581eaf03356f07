# The terminals of the contract: the program starts, goes by their own keys
# and leaves them as they were.
file
shell fresh $F --organisation=Zoo
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

# An unknown terminal says itself what it is like; the first screen tells.
term frobnicator-9
answers device "\e[?62;22c"
start $F
wait is unknown here; it is used as xterm-256color.
expect Zoo
wrote "\e[?1049h"
type 5
wait L  Low
type qqq
exit 0
restored
answers usual
start $F
wait is unknown here; it is used as vt100.
expect Zoo
unwritten "\e[?1049h"
unwritten "\e]2;"
type 5
wait L  Low
type qqq
exit 0
restored
# A key that was pressed meanwhile is no answer, and does not stand for it.
answers device "\e[A\eOBx\e[?62;22c"
start $F
wait is unknown here; it is used as xterm-256color.
type q
exit 0
answers usual
# One that says no more than a VT100 of old, while its name or its surroundings tell of colours.
env COLORTERM=truecolor
start $F
wait is used as xterm-256color.
type q
exit 0
env COLORTERM
term frobnicator-256color
start $F
wait is used as
expect xterm-256color.
type q
exit 0
# A reader of the screen is told on the command line's terms: what is no answer is none, and it is refused.
term frobnicator-9
answers none
start $F
wait is unknown here; set TERM, for example
exit 3
restored
answers device "\e[62;22q"
start $F
wait is unknown here; set TERM, for example
exit 3
restored
answers device "\e[?99999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999c"
start $F
wait is used as xterm-256color.
type q
exit 0
answers usual
# None, and one that can do nothing.
term dumb
start $F
wait A terminal of type "dumb" cannot show the application
exit 3
env TERM
start $F
wait The terminal type "" is unknown here
exit 3
term xterm-256color
shell! 3 noria $F </dev/null >out 2>err; status=$?; cat err; exit $status
lines 1
