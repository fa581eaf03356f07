# Risks that left the register have their place beside the matrix, and so has what was accepted and is no longer.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape" current_likelihood=5 current_impact=5 owner="Jeanne Roy"
shell noria add $F risk title="Gone" current_likelihood=5 current_impact=5 status=closed
shell noria add $F risk title="Given up" current_likelihood=1 current_impact=1 treatment=avoid
shell noria add $F risk title="Risen" current_likelihood=2 current_impact=3 owner="Jeanne Roy" status=accepted treatment=retain
shell noria add $F acceptance risk=R-4 level=2 owner="Jeanne Roy" function=Director date=2026-10-01 expiry=2027-10-01 status=accepted
start $F
wait "! 1 risk undecided"
type 5
wait "left the register: 2 (W)"
lacks R-2
# An acceptance is for its level: above it, it is one no more.
shell noria set $F R-4 current_likelihood=5 current_impact=5
wait "! 2 risks undecided"
wait "! accepted, but that does not hold any more: 1 (K)"
expect "C 2"
type W
wait "Risks that left the register"
wait "Given up"
expect "Gone"
key q
wait "left the register: 2 (W)"
type K
wait "Accepted risks whose acceptance does not hold any more"
wait "Risen"
key Enter
wait "RC-1 does not hold any more"
key q q
waitnot "Accepted risks"
# What the other program changed was read by now.
pause 2.1
# In the register they are there, and recede: the whole line, its level too.
type q
wait "R-2"
expect "Given up"
# The news of it stands until a key.
type g
waitnot "officer changed"
screen left-80x24
type q
exit 0
