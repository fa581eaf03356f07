# The colours of a terminal that tells its background, of one that has any colour, of one with
# eight, and of one without.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra" current_likelihood=5 current_impact=5
shell noria add $F risk "title=Loss of the keys" current_likelihood=1 current_impact=1
size 120x40
start $F
wait Zoo
key 1
wait Escape of the zebra
settle
looks ground 24: > R-1
looks bold text 231 ground 160:  C 
looks text 16 ground 109:  L 
looks bold text 31: Title
# Where the panel has the keys, it has the bar and the heading in colour.
key Tab
settle
looks bold text 15 ground 24: Risks
looks bold text 31: Plan
looks text 244: Title
key q q
exit 0

env COLORFGBG=15;0
start $F
wait Zoo
key 1
wait Escape of the zebra
looks ground 237: > R-1
key q q
exit 0

env COLORFGBG=0;15
start $F
wait Zoo
key 1
wait Escape of the zebra
looks ground 253: > R-1
key q q
exit 0

# Any colour: where the terminal says so and terminfo knows how.
shell tic -x -o $HOME/.terminfo $NORIA_SOURCE/tests/tui/direct.ti
env COLORTERM=truecolor
start $F
wait Zoo
key 1
wait Escape of the zebra
looks ground #d3e3ee: > R-1
looks ground #d70000:  C 
key q q
exit 0
restored
env COLORFGBG
shell rm -r $HOME/.terminfo
start $F
wait Zoo
key 1
wait Escape of the zebra
looks ground 24: > R-1
key q q
exit 0
env COLORTERM

env NO_COLOR=1
start $F
wait Zoo
key 1
wait Escape of the zebra
looks reverse: R-1 
looks bold: Title
key q q
exit 0
env NO_COLOR

term xterm-color
start $F
wait Zoo
key 1
wait Escape of the zebra
looks reverse: R-1 
key q q
exit 0
term xterm-256color

# A popup is framed, and nothing of the view stands in it or beside it.
start $F
wait Zoo
key 1
wait Escape of the zebra
key m
wait ╭─ Menu ─
expect type to narrow
key Escape
key e
wait Title
type x
key Escape
wait ╭─ Question ─
expect │ Leave without saving?
expect y: yes, n: no
key y
key q q
exit 0

# Who hears the screen has no bar, and a frame of letters.
env NORIA_ACCESSIBLE=1
start $F
wait Zoo
key 1
wait Escape of the zebra
looks text 31: >
key m
wait +- Menu -
key Escape q q
exit 0
