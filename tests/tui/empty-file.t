# An empty file on the screen: no view reads as if all were well.  A figure of none is "-", and no share is 0 or 100 %.
file
size 120x40
shell fresh $F --organisation=Zoo
start $F
wait Zoo
type 7
wait Statement of Applicability
expect "Actions late                             -"
expect "Critical suppliers assessed              -"
expect "controls without a decision   93    100% █"
reject " 0 %"
reject "100 %"
type q
type 8
wait Not assessed: nothing is recorded yet
reject " 0 %"
reject "100 %"
type d
wait Mandatory documented information
expect whether the control applies is not decided yet
reject the control does not apply
type q
type q
type Q
wait There is nothing to look at yet
reject content
expect "          -  Risk above the threshold that nobody treats"
key Enter
wait This check has nothing to look at yet
type q
type V
wait Indicators
reject " 0 %"
reject "100 %"
type q
type B
wait There are no checks yet
reject " 0 %"
reject "100 %"
type q
type D
wait No record has such a date yet
type q
type 9
wait No action is open
reject " 0 %"
type q
type 0
wait 0 of 23 steps done
reject " 0 %"
reject "100 %"
type q
# The first record is looked at.
shell noria add $F asset name=Cage
type Q
wait Asset
waitnot There is nothing to look at yet
type q
