# The cursor and the marks of a register's list are there when one comes back to it; the line under it tells the place.
file
shell noria new $F --organisation=Zoo --catalogue=iso27001-2022
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i"; done
shell noria add $F risk title="Gone" current_likelihood=5 current_impact=5 status=closed
shell noria add $F risk title="Escape of the zebra through the old fence behind the house of the keeper of birds" current_likelihood=5 current_impact=5
shell noria set $F R-1 scenario="$(yes word | head -300 | tr "\n" " ")"
start $F
wait "Zoo"
type 1
wait "> R-1 "
type n
wait "No words were looked for yet; / takes them."
key Space Space
wait "* 2 marked"
expect "> R-3 "
type 2
waitnot "marked"
type 1
wait "* 2 marked"
expect "> R-3 "
key Tab j
waitnot "marked"
key k Tab
wait "* 2 marked"
expect "> R-3 "
type M
waitnot "marked"

# A title is cut where the place begins; the level of what left the register stands below the others.
type f
wait "Filter"
type current_level>=1
key Enter
wait "1/2"
wait "Risks"
key G
wait "through the old fence behind the house of the"
text lines
shell sed 's/…/./' lines | awk '/Gone/ { a = index($0, " C ") } /R-6    Escape/ { if (!b) b = index($0, " C ") } END { exit !(a && a == b) }'
key Escape
waitnot "current_level"

# The checklist knows its place at once.
type 6
settle
wait "1/93"
type q
waitnot "1/93"

# The record tells where one is in it.
type 1
key g
settle
key Enter
wait "R-1  Risk number 1"
settle
text record
shell grep -Eq "^ +[0-9]+/[0-9]+ *$" record
type q
resize 60x24
type ?
wait "What the keys do"
key G
settle
text keys
shell! 1 grep -E "^ {12}[a-z]" keys
type qq
exit 0
