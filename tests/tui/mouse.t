# The mouse: a press shows at once, two of a person's pace open, and a double click ends where its first half ended.
file
shell fresh $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i" current_likelihood=$i current_impact=2; done
start $F
wait "Zoo"
type 1
wait "Risk number 1"
settle

# A press moves the cursor; a second one a third of a second later opens.
mouse click 6 30
wait "> R-3"
pause 0.9
mouse click 7 30
wait "> R-4"
pause 0.25
mouse click 7 30
wait "R-4  Risk number 4"
expect "Current likelihood"
key Escape
waitnot "Current likelihood"
wait "> R-4"

# Two slow ones do not.
mouse click 6 30
wait "> R-3"
pause 0.6
mouse click 6 30
settle
expect "> R-3"
reject "Current likelihood"

# A double click in a list to choose from takes one; what lies below it is not pressed.
type a
wait "New: Risk"
key Down*6 Enter
wait "Almost certain"
mouse double-click 9 10
waitnot "type to narrow"
settle
expect "> Inherent likelihood        2 Unlikely"
reject "type to narrow"
key Escape
wait "Leave without saving?"
key y
wait "Risk number 1"

# What was said goes with the next press, as with the next key.
type y
wait "New: Risk"
key F2
wait "saved"
mouse click 4 30
waitnot "saved"

# A press on the bottom line is the key that stands there, of a command and of a view.
mouse click 24 3
wait "New: Risk"
settle
type x
settle
mouse click 24 12
settle
expect "> Asset"
pause 0.5
mouse click 24 40
wait "Leave without saving?"
settle
mouse click 24 3
wait "Risk number 1"
settle
mouse click 24 61
exit 0

# The calendar: a press goes to the day, a second one takes it; a page is a month, the last day where the month is shorter.
shell noria add $F action title="Something to do" due=2027-01-31
start $F
wait "Zoo"
type 2
wait "Something to do"
settle
key e
wait "> Title"
key Down*5
wait "> Due"
key Enter
wait "2027-01"
key PgDn
wait "2027-02"
expect "[28]"
key PgUp
wait "[28]"
wait "2027-01"
mouse click 11 32
settle
expect "[12]"
pause 0.5
mouse double-click 11 36
waitnot "PgUp PgDn"
expect "2027-01-13"
key Escape
wait "Leave without saving?"
type y
wait "Something to do"

# The risk method: a press goes to a cell or a level.
type R
wait "[C Critical]"
mouse click 6 33
wait "[M Moderate]"
mouse click 11 36
settle
expect "[2 Moderate"
reject "[M Moderate]"
type qq
exit 0

# The mouse left to the terminal, which selects text by it, and taken back: by a key and by a setting.
file
shell noria new $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i" current_likelihood=$i current_impact=2; done
start $F
wait "> R-1"
wrote "\e[?1006;1000h"
unwritten "\e[?1006;1000l"
key F9
wait "The mouse is the terminal's: it selects text. F9 takes it back."
wrote "\e[?1006;1000l"
# What a terminal sends all the same is nothing, and no key.
mouse click 7 30
settle
expect "> R-1"
key F9
wait "The mouse moves and opens here again."
mouse click 7 30
wait "> R-4"
key q
exit 0
restored
# In a form too, where letters are text; after a suspension it is as it was.
start $F
wait "> R-1"
type e
wait "F2 Save"
key F9
wait "The mouse is the terminal's"
key Escape
wait "> R-1"
signal STOP
stopped
signal CONT
wait "> R-1"
settle
mouse click 7 30
settle
expect "> R-1"
key q
exit 0
restored
shell mkdir -p .config/noria; echo 'mouse no' >.config/noria/config
start $F
wait "> R-1"
settle
wrote "\e[?1006;1000l"
mouse click 7 30
settle
expect "> R-1"
key F9
wait "again"
mouse click 7 30
wait "> R-4"
key q
exit 0
restored
shell echo 'mouse maybe' >.config/noria/config
start $F
wait "Write: mouse yes, or mouse no"
key q
exit 0
