# A level put into the middle of a scale and taken out of it again: what is said before, what then stands in the file, undo.
file
shell fresh $F --organisation=Zoo
shell for i in 1 2 3 4 5; do noria add $F risk title="Risk number $i" inherent_likelihood=$i inherent_impact=2 current_likelihood=$i current_impact=3; done
shell noria add $F risk title="Not rated"
shell noria add $F asset name="Mail server" confidentiality=4 integrity=1
shell noria set $F iso5x5 grid="$(printf '1 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 3 4 4')"
start $F
wait "Zoo"
type R
wait "a Add level"
# In the middle of the grid no scale is meant.
type a
wait "Go to a level first"
key Left*5 Down Down
settle
expect "[3 Possible"
screen scale-80x24
type a
wait "Name of the level after 3 Possible ─"
key Enter
wait "A level needs a name"
expect "Name of the level after 3 Possible ─"
type Now and then
key Enter
wait "Levels of likelihood: 4 Now and then is added."
expect "Levels from 4 up"
expect "Ratings that move: 2 inherent, 2 "
expect "current, 0 residual. Records"
expect "Risks 2"
expect "The grid "
expect " gets a row. "
expect "stays one by sums"
settle
screen scale-asked-80x24
# No leaves everything.
type n
waitnot "y: yes, n: no"
expect "5 Almost cert"
output noria list $F risk --where=current_likelihood=5 --format=tsv
contains Risk number 5
shell noria list $F risk --format=json >before; noria list $F level --format=json >>before; noria list $F method --format=json >>before
type a
wait "Name of the level after 3 Possible ─"
type Now and then
key Enter
wait "y: yes, n: no"
type y
wait "The method is changed"
expect "6 Almost cert"
expect "[4 Now and th"
settle
screen scale-added-80x24
output noria list $F risk --where=current_likelihood=3 --format=tsv
contains Risk number 3
output noria list $F risk --where=current_likelihood=4 --format=tsv
lines 1
output noria list $F risk --where=inherent_likelihood=5 --format=tsv
contains Risk number 4
output noria list $F risk --where=current_likelihood=6 --format=tsv
contains Risk number 5
output noria list $F risk --where=current_likelihood= --format=tsv
contains Not rated
output noria list $F level --where="scale=likelihood number=4" --format=tsv
contains Now and then
shell noria check $F
# Undo brings all of it back, in the view itself.
type u
wait "Undone: changed a scale of the risk method"
expect "5 Almost cert"
shell noria list $F risk --format=json >after; noria list $F level --format=json >>after; noria list $F method --format=json >>after; cmp before after

# The level at the cursor goes: its risks to the next lower one.
key C-r
wait "6 Almost cert"
key Down
settle
expect "[3 Possible"
type d
wait "Levels of likelihood: 3 Possible is removed."
expect "What is rated at it goes to "
expect " level 2; "
expect "The grid loses"
type y
wait "The method is changed"
reject Possible
output noria list $F risk --where=current_likelihood=2 --format=tsv
contains Risk number 2
contains Risk number 3
output noria list $F risk --where=current_likelihood=4 --format=tsv
contains Risk number 4
shell noria check $F
key u u
wait "Undone: changed a scale"
wait "5 Almost cert"

# Needs of assets follow the scale of impact; the threshold the levels of risk.
key Down*3
settle
expect "[Negligible"
key Delete
wait "Levels of impact: 1 Negligible is removed."
expect "Assets 1"
type y
wait "The method is changed"
output noria list $F asset --format=tsv
contains "3"
lacks "4"
key Down
settle
expect "[4 Critical"
key Left*3
settle
expect "[1 Low"
type a
wait "Name of the level after 1 Low ─"
type Small
key Enter
wait "Levels of risk: 2 Small is added."
expect "level 3, so far 2."
type y
wait "Acceptable up to: Moderate"
key u u
wait "Undone: changed a scale"
shell noria check $F

# What is not saved is not mixed up with it.
key Up*2
type +
wait "Acceptable up to: High"
key Down Down
type a
wait "F2 saves that first"
key Escape
wait "Leave without saving?"
type y
settle
key q
exit 0

# The command line does the same, and refuses what would leave the ratings behind.
shell! 4 noria add $F level method=iso5x5 scale=maturity number=2 name=Started
output noria list $F level --where="scale=maturity" --format=tsv
lines 6
output noria add $F level method=iso5x5 scale=maturity number=2 name=Started --rescale 2>&1
contains "Levels from 2 up"
output noria list $F level --where="scale=maturity" --sort=number --format=tsv
lines 7
shell! 4 noria set $F iso5x5 likelihoods=6
shell! 4 noria remove $F L-1 L-2 --rescale
shell! 4 noria add $F level method=iso5x5 scale=risk number=9 name=Far --rescale
output noria remove $F L-2 2>&1 || true
contains --rescale
contains goes to level 1
output noria list $F risk --where=current_likelihood=1 --format=tsv
lacks Risk number 2
shell noria remove $F L-2 --rescale
output noria list $F risk --where=current_likelihood=1 --format=tsv
contains Risk number 2
shell noria check $F
