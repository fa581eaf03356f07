# One step back: out of a filter, out of a group, and not out of the program by a Backspace too many.
file
shell fresh $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i" current_likelihood=$i current_impact=2; done
shell noria set $F R-3 treatment=retain
start $F
wait "Zoo"
type 1
wait "Risk number 1"
settle

# Esc takes the filter off; the cursor stays on its record.
type f
settle
type current_likelihood>=3
key F2
wait "[current_likelihood>=3]"
waitnot "Risk number 1"
key Down
wait "> R-4"
key Escape
wait "Risk number 1"
expect "> R-4"
reject "[current_likelihood>=3]"

# A filter is kept under a name, and the name forgotten, which is offered only where there is one.
type f
settle
type current_likelihood>=3
key Enter
wait "[current_likelihood>=3]"
type '
wait "Give the present filter a name"
reject "Forget the name"
key Enter
wait "Name of the filter ─"
type Likely
key F2
wait "is kept as"
type '
wait "Forget the name"
key Down*2 Enter
wait "no longer kept as"
type '
wait "Give the present filter a name"
reject "Forget the name"
key Escape
settle
key Escape
wait "Risk number 1"

# A group likewise, and how to leave it is said.
type b
wait "Count by"
type treatment
settle
key Enter
wait "retain"
type retain
settle
key Enter
wait "Esc shows all again."
waitnot "Risk number 1"
key Escape
wait "Risk number 1"

# Sorted by another field, the list comes back to its refs by the same key.
type s
wait "Sort by"
type title
settle
key Enter
wait "Title ▲"
reject "Scenario ▲"
type s
wait "Sort by"
type scenario
settle
key Enter
wait "Scenario ▲  1/4"
type s
wait "Sort by"
type ref
wait "> Ref"
key Enter
wait "Ref ▲"

# Backspace goes back along what was opened, and stays in the first view.
key Enter
wait "Current likelihood"
key Backspace
wait "> R-"
key Backspace
wait "This is the first view; q leaves the program."
key Escape
settle
expect "Risk number 1"

# Keys typed ahead find the record of the list that they opened.
key : r i s k s Enter Enter
wait "Current likelihood"
key Escape Escape
wait "> R-"

# A window too small says so in full, and what was typed is seen whole again afterwards.
key e
wait "> Title"
type  and a long tail of words to be seen from their first one to their last
resize 40x12
wait "16 rows are needed"
resize 60x16
wait "to their last"
reject "Risk number 3 and a"
resize 200x60
wait "seen from their first one to their last"
expect "* Risk number "
key Escape
wait "Leave without saving?"
type y
wait "> R-"
type q
exit 0
