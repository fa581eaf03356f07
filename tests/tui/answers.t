# What the terminal answers: a frame is shown as a whole where it has that, and nothing of an answer is ever a key.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
shell noria add $F risk title="Loss of the keys"

# One that has mode 2026: each frame stands between its marks; at the end it is off.
answers synchronized
start $F
wait Escape of the zebra
wrote "\e[?2026$p"
settle
key Down
wait > R-2
wrote "\e[?2026h"
wrote "\e[?2026l"
type 5
wait Current risk
type qq
exit 0
restored
# Stopped, it is off too.
start $F
wait Escape of the zebra
settle
key Down
wait > R-2
signal TSTP
stopped
restored
signal CONT
wait > R-2
key q
exit 0
restored

start $F
wait Escape of the zebra
settle
key Down
wait > R-2
signal ABRT
exit 134
restored

# One that has it not, and one that answers nothing: as before.
answers usual
start $F
wait Escape of the zebra
settle
key Down
wait > R-2
wrote "\e[?2026$p"
unwritten "\e[?2026h"
key q
exit 0
restored
answers none
start $F
wait Escape of the zebra
settle
key Down
wait > R-2
unwritten "\e[?2026h"
# It comes late, in pieces, and unasked a second time: never a key.
burst "\e[?20"
pause 0.3
burst "26;2$y"
settle
key Up
wait > R-1
wrote "\e[?2026h"
burst "\e[?2026;0$y"
key Down
wait > R-2
# One that never ends is given up, and keys are keys again.
burst "\e[?2026;2"
pause 1.3
key Up
wait > R-1
# Another key that comes in the middle of one is that key.
burst "\e[?20\eOB"
wait > R-2
hostile 60
key Up
wait > R-1
# Where text is typed none of it is text.
type f
wait "─ Filter ─"
hostile 30
key Escape
waitnot "─ Filter ─"
type e
wait F2 Save
hostile 30
key Escape
wait > R-1
key q
exit 0
restored
output noria list $F risk --format=tsv
lines 3

# Behind a paste, in pieces.
start $F
wait Escape of the zebra
settle
burst "\e[200~zebra\e[201~\e[?2026;"
pause 0.2
burst "2$y"
wait "─ Search ─"
settle
expect "─ Search ─"
expect "│ zebra"
key Escape
wait > R-1
key q
exit 0
restored

# Who leaves at once leaves no answer to the shell.
answers synchronized
run sh -c '"$NORIA_BUILD/noria" $F; stty -echo; sleep 0.3; echo done; cat -v'
wait Escape of the zebra
type q
wait done
settle
reject 2026
key C-c
