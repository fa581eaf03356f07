# One step of the year of Ebb and Chart (tests/year) on the screen: the first of the next steps by its key, what it asks for
# in the form, and the clause is met.
file
shell . "$NORIA_SOURCE/tests/year/story.sh" && months 1 9 && cat refused && ! test -s refused
env NORIA_CLOCK=2027-10-04T09:00:00Z
env NORIA_LOGIN=ifalk
start $F
type 8
wait "21 of 33 clauses are met"
expect "> 9.2.1     Report AU-1: what was found, and to whom it went"
# The form has what the step says already, and stands at the first of what belongs to it.
key Enter
wait "not saved yet: Status"
expect "> Reported on        *"
type 2027-10-04
key Tab
settle
type Maren
settle
key Enter
settle
key F2
# Counted again: one more.
wait "22 of 33 clauses are met"
reject "Report AU-1"
expect "> 10.2      Write how NC-1 was corrected, and why it came about"
shell noria verdict $F --clause=9.2.1 | grep "^9.2.1 *met"
# The last of all is the review: it is told by one step.
expect "9.3.1     Plan a management review"
type :qa
key Enter
exit 0

# In a new file what is about to begin is said by what begins it, in French too.
file
env LC_ALL=fr_FR.UTF-8
shell noria new $F --organisation="Ebb and Chart"
start $F
type 8
wait "non évaluée"
key Down
settle
key Enter
wait "Mécanisme"
key Escape
wait "non évaluée"
type :qa
key Enter
exit 0
