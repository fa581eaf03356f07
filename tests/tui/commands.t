# What a key does to the records, for the keys that no other script presses.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i" current_likelihood=$i current_impact=2; done
shell noria set $F R-4 status=closed
shell noria add $F risk title="Not rated"
start $F
wait "Zoo"
type 1
wait "Risk number 1"
key g
settle

# Two marked, one field of both, one step of undo; marks taken away.
key Space
settle
key j Space
wait "*R-3"
type C
wait "Change a field of 2 records"
type treatment
settle
key Enter
wait "retain"
type retain
settle
key Enter
settle
output noria list $F risk --where=treatment=retain --format=tsv
contains R-1
contains R-3
lines 3
type u
wait "Undone"
output noria list $F risk --where=treatment=retain --format=tsv
lines 1
type M
waitnot "*R-3"

# Open ones, the order turned, sorted by another field, the columns chosen.
type o
wait "[open]"
waitnot "R-4"
type o
wait "R-4"
type S
wait "Ref ▼"
expect "> R-5"
type S
wait "Ref ▲"
type s
wait "Sort by"
type title
settle
key Enter
wait "Title ▲"
type c
wait "Columns"
expect "[x] Owner"
type owner
settle
key Space
settle
key Enter
waitnot "Columns"
reject "Owner "

# Hits on and back.
key g
type /
settle
type number
key Enter
settle
key g
settle
type n
settle
expect "> R-"
type N
settle
expect "> R-"

# The heading tells the names of what refs name; the filter itself stays as it was typed.
type f
settle
type owner=P-1
key Enter
wait "[owner=\"Jeanne Roy\"]"
type f
wait "owner=P-1"
key C-u
key Enter
waitnot "Jeanne Roy"

# A filter that is given a name is taken by it.
type f
settle
type current_likelihood>=3
key Enter
wait "[current_likelihood>=3]"
type '
wait "Filters"
key Enter
settle
type Likely ones
key Enter
settle
type f
settle
key C-u
key Enter
waitnot "[current_likelihood>=3]"
type '
wait "Likely ones"
type likely
settle
key Enter
wait "[current_likelihood>=3]"
reject "R-1 "
type f
settle
key C-u
key Enter
wait "R-1 "

# A copy is a new record; the clipboard is the terminal's.
key g
type y
wait "New: Risk"
key C-s
wait "R-6 saved"
type Y
wait "Handed to the terminal"

# Risks that an asset suggests are added with a Space.
shell noria add $F asset name=Laptop type=hardware
type :
settle
type asset
settle
key Enter
wait "Laptop"
type r
wait "Risks of AS-1 to add"
key Down
key Space
wait "[x]"
key Enter
wait "1 risk added"
output noria list $F risk --where=asset=AS-1 --format=tsv
lines 2
key Escape

# A file goes into evidence and comes out.
shell noria add $F evidence title="Minutes"
shell echo one two >minutes.txt
type :
settle
type evidence
settle
key Enter
wait "Minutes"
key Enter
waitnot "1/1"
expect "EV-1  Minutes"
type @
wait "─ Attach the file ─"
type minutes.txt
key Enter
wait "SHA-256"
type X
wait "Write it to"
key C-u
type out.txt
key Enter
settle
shell cmp minutes.txt out.txt
type qq

# Keys that are typed ahead reach the views that they open.
type :evidence
key Enter Enter
wait "> Holds today"
type qq

# The text against the version that it supersedes.
shell noria add $F policy title="Charter" kind=topic text="Everybody locks the screen."
shell noria add $F policy title="Charter" kind=topic version=2 text="Everybody locks the door." supersedes=PO-1
type :
settle
type policy
settle
key Enter
wait "PO-2"
key G Enter
waitnot "2/2"
expect "PO-2  Charter"
type =
wait "locks the screen"
expect "locks the door"
type qqq

# Ratings of the matrix, and what is not rated.
type 5
wait "Current risk"
type i
wait "Inherent risk"
type r
wait "Residual risk"
type c
wait "Current risk"
type w
wait "What if all treatments were done"
type U
wait "not rated"
expect "Not rated"
type q
settle
type q
settle

# The palette finds reports, and asks on as the export menu does.
type :
settle
type extract
wait "Statement of Applicability, extract"
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
key Escape
settle

# The organisation, and the history of the file.
type O
wait "ORG-1  Zoo"
key Escape
settle
type L
wait "History of the file"
type q
settle

# A risk above the threshold that nobody decides on is in sight everywhere, until its owner accepts it.
shell noria add $F risk title="Fire" current_likelihood=5 current_impact=5
wait "! 1 risk undecided"
type 7
wait "Risks above the threshold undecided      1 !"
key g Enter
wait "> R-8    Fire"
type qq
shell noria set $F R-8 treatment=retain owner="Jeanne Roy"
settle
expect "! 1 risk undecided"
shell noria add $F acceptance risk=R-8 level=4 owner="Jeanne Roy" date=2026-11-20 expiry=2027-11-20 status=accepted
waitnot "undecided"
type qq
exit 0
shell noria check $F
