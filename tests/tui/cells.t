# One field of one record right in the list: a column is chosen, its key edits the cell, and . does the same again.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F person name="Karim Benali"
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i"; done
start $F
wait "Zoo"
type 1
wait "> R-1 "
# Nothing to do again yet.
type .
wait "Nothing was changed yet; C changes a field"

# The first column that a person fills; its heading is marked, and said.
type l
wait ">Title"
expect "Title: e changes it, . does the last change again, Esc leaves the columns."
type l
wait ">Owner"
type e
wait "Owner of R-1"
type k
settle
key Enter
wait "Owner of R-1: Karim Benali; u takes it back."
expect ">Owner"
output noria list $F risk --where=owner=P-2 --format=tsv
contains R-1
lines 2
# On another line, then on marked ones.
type j.
wait "Owner of R-2: Karim Benali"
type j
key Space Space
wait "* 2 marked"
type .
wait "Write to 2 marked records what was changed last: Owner (Karim Benali)?"
output noria list $F risk --where=owner=P-2 --format=tsv
lines 3
type y
wait "Owner of 2 records changed; u takes it back."
output noria list $F risk --where=owner=P-2 --format=tsv
lines 5
type u
wait "Undone"
output noria list $F risk --where=owner=P-2 --format=tsv
lines 3
# The titles of several are not one.
type hh
wait "Plan"
type l
wait ">Title"
type e
wait "Title is given to one record at a time."
type M
waitnot "marked"
type ge
wait "─ Title of R-1 ─"
key C-u
type Another title
key Enter
wait "Title of R-1: Another title; u takes it back."
output noria list $F risk --where='title="Another title"' --format=tsv
contains R-1
lines 2
# Back: first from the columns; without one the form opens, as ever.
key Escape
waitnot ">Title"
expect "> R-1 "
type e
wait "Another title"
wait "Save"
key Escape
waitnot "F2 Save"
# To the left of the first column are the registers.
type l
wait ">Title"
type h
waitnot ">Title"
expect "> R-1 "
type h
wait ">Risks"
type l
wait "> R-1 "

# What was changed is of that register.
type :
settle
type asset
settle
key Enter
wait "Assets"
shell noria add $F asset name=Laptop
wait "Laptop"
type .
wait "What was changed last is a field of another register (Risks)."
type qqq
exit 0

# A control decided with reason, status and owner in eight keys: Space, r R Enter, T, w K Enter; the next line by . alone.
file
shell noria new $F --organisation=Zoo --catalogue=iso27001-2022
shell noria add $F person name="Jeanne Roy"
shell noria add $F person name="Karim Benali"
start $F
wait "Zoo"
type 6
wait "> A.5.1 "
key Space
settle
type rr
settle
key Enter
wait "Reasons for inclusion of A.5.1"
type T
settle
type wk
settle
key Enter
wait "Owner of A.5.1: Karim Benali"
output noria list $F applicability --where=owner=P-2 --format=tsv
contains soa:2022:A.5.1	2022:A.5.1	yes	risk		implemented		P-2
lines 2
type j.
wait "Owner of A.5.2: Karim Benali"
# The other way round, and there again.
type T
settle
type T
settle
output noria list $F applicability --where=status=partial --format=tsv
contains A.5.2
lines 2
type qqq
exit 0

# ---- A line that is asked for stands in a frame, cleared around; a question that leaves no room to type, above it ----
start $F
wait "Zoo"
type 1
wait "Risks"
type f
wait "─ Filter ─"
expect "╭─ Filter ───────"
expect "─ Filter ─"
expect "╰───────"
key Escape
waitnot "─ Filter ─"
reject "╭─"
key q q
exit 0
