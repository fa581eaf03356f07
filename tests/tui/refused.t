# What cannot be deleted leaves the marks and the cursor where they were.
file
shell fresh $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i" owner=Jeanne current_likelihood=$i current_impact=2; done
shell for i in 1 2 3 4; do noria add $F acceptance risk=R-$i level=4 owner=Jeanne date=2026-11-20 expiry=2027-11-20; done
shell noria set $F RC-3 status=accepted
start $F
wait "Zoo"
type :
settle
type acceptance
settle
key Enter
wait "> RC-1"

# The one under the cursor.
key j j
settle
expect "> RC-3"
type d
wait "RC-3 is accepted"
settle
expect "> RC-3"
output noria list $F acceptance --format=tsv
lines 5

# Several, one of which stands.
key g Space Space Space
settle
expect "*RC-1"
expect "*RC-3"
expect "> RC-4"
type d
wait "Delete the 3 marked records?"
type y
wait "RC-3 is accepted"
settle
expect "*RC-1"
expect "*RC-2"
expect "*RC-3"
expect "> RC-4"
output noria list $F acceptance --format=tsv
lines 5

# What can be deleted goes, and the marks with it; the cursor goes to the neighbour.
key k Space
settle
reject "*RC-3"
type d
wait "Delete the 2 marked records?"
type y
wait "2 records deleted"
reject "RC-1"
type M
key g
settle
type j
settle
expect "> RC-4"
type d
wait "RC-4 deleted"
expect "> RC-3"
type qq
exit 0
