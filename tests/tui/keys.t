# What a user binds goes before whatever the key did, in every view; and the bottom line says so.
file
shell sample $F
shell noria new old.noria --organisation=Old --catalogue=iso27002-2005
shell mkdir -p .config/noria
# Keys that move, and one key of each view that has its own.
shell printf 'bind %s help\n' j Down R Space + Tab 7 t PgDn n F5 >.config/noria/config
shell printf 'bind F6 down\nbind z responsible\nbind C-g step-back\n' >>.config/noria/config
shell noria export $F incident --format=csv --output=incident.csv
start $F
wait "Valmont"
settle

# The panel of a phase.
type 1
wait "R-1 "
expect "F5 Help"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
key F6
settle
expect "> R-2"
# What an import would do, and the columns before it.
type i
wait "Import from"
type incident.csv
key Enter
wait "Import of incident.csv"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key F6
expect "> Names in row"
key F2
wait "What the import of incident.csv would do"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
key F6
settle
key Escape
wait "Import of incident.csv"
key Escape
wait "> R-2"
# The record, its history.
key Enter
wait "R-2  "
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type H
wait "History of R-2"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key PgDn
wait "What the keys do"
type q
waitnot "What the keys do"
type q
waitnot "History of"
type q
settle

# The list of a register, and of what a check finds.
type :
settle
type Assets
wait "Assets"
key Enter
wait "> AS-1 "
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
type q
settle
type Q
wait "Quality of the records"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Enter
waitnot "Quality of the records"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
type q
wait "Quality of the records"
type q
settle

# The matrix, the checklist, the dashboard (whose own key, 7, is another one now), the plan.
type 5
wait "Current risk"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
type 7
wait "What the keys do"
type q
waitnot "What the keys do"
type q
settle
type 6
wait "A.5.1"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
type t
wait "What the keys do"
type q
waitnot "What the keys do"
reject "Space Applicable"
reject "t Status"
expect "r Reasons"
type q
settle
type :
settle
type dashboard
settle
key Enter
wait "Risks above the threshold undecided"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type q
settle
type 9
wait "Action plan"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type +
wait "What the keys do"
type q
waitnot "What the keys do"
type t
wait "What the keys do"
type q
waitnot "What the keys do"
expect "- Scale"
reject "+ - Scale"
type q
settle

# Responsibilities: R is another key now, and what R did is on z.
type A
wait "A C I Set"
expect "z A C I Set"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type R
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
output noria list $F responsibility --format=csv >before.csv
type z
settle
shell noria list $F responsibility --format=csv >after.csv
shell! 1 cmp -s before.csv after.csv
type u
wait "Undone"
type q
settle

# The verdict, a clause, what is to be in writing, how it stood.
type 8
wait "Clause by clause"
wait "Next steps"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
type +
wait "What the keys do"
type q
waitnot "What the keys do"
key F6*6
key Enter
wait "The records say"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
type +
wait "What the keys do"
type q
waitnot "What the keys do"
type q
wait "Next steps"
type d
wait "Mandatory documented information"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
type q
wait "Next steps"
type H
wait "How the verdict stood"
type +
wait "What the keys do"
type q
waitnot "What the keys do"
type q
wait "Next steps"
type q
settle

# The guide, what is due, the risk method.
type 0
wait "The way to an ISMS"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type q
settle
type D
wait "What is due"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key PgDn
wait "What the keys do"
type q
waitnot "What the keys do"
type q
settle
type :
settle
type risk method
settle
key Enter
wait "Risk method: "
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
type R
wait "What the keys do"
type q
waitnot "What the keys do"
type 7
wait "What the keys do"
type q
waitnot "What the keys do"
expect "F2 Save"
key C-g
settle

# Where letters are text they type; other keys are commands there too.
type 1
settle
type /
settle
type j
wait "─ Search ─"
wait "│ j"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key F5
wait "What the keys do"
type q
waitnot "What the keys do"
key PgDn
wait "What the keys do"
type q
waitnot "What the keys do"
key C-g
waitnot "─ Search ─"
type :
settle
type j
wait "/ j"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
key F5
wait "What the keys do"
type q
waitnot "What the keys do"
key C-g
waitnot "/ j"
type a
wait "New: Risk"
type j
settle
expect "j"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
key F5
wait "What the keys do"
type q
waitnot "What the keys do"
key Escape
wait "Leave without saving?"
type n
wait "What the keys do"
type q
waitnot "What the keys do"
key F6
expect "Leave without saving?"
type y
waitnot "New: Risk"
type 6
wait "A.5.1"
type J
wait "Take the text"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
key PgDn
wait "What the keys do"
type q
waitnot "What the keys do"
key C-g
waitnot "Take the text"
# Several are chosen by Space, which is no text there.
type r
wait "Reasons"
key Space
settle
expect "chooses"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key C-g
waitnot "chooses"
type q
settle
type 2
settle
type e
wait "Owner"
key S-Tab*2
settle
key C-g
settle
type q
exit 0

# The start, where there is no file yet.
start
wait "New file for an organisation"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
expect "q Leave"
type q
exit 0

# The SoA carried to another edition.
start old.noria
wait "Old"
settle
type 6
wait "5.1.1"
type E
wait "iso27001"
key Enter
wait "30 to decide"
type j
wait "What the keys do"
type q
waitnot "What the keys do"
key Down
wait "What the keys do"
type q
waitnot "What the keys do"
key Space
wait "What the keys do"
type q
waitnot "What the keys do"
type n
wait "What the keys do"
type q
waitnot "What the keys do"
key Tab
wait "What the keys do"
type q
waitnot "What the keys do"
expect "Enter Choose"
reject "Space Accept"
key C-g
settle
type q
settle
type q
settle
type q
exit 0

# A key whose last command took it away is not on the line any more; two lines for a key: the later one holds.
shell printf 'bind u plan\nbind u matrix\nbind C-z help\nbind q redo\n' >.config/noria/config
start $F
wait "Valmont"
settle
type 1
settle
reject "u Undo"
type u
wait "Current risk"
key C-z
wait "What the keys do"
expect "PgDn Further"
reject "q Back"
key Escape
waitnot "What the keys do"
# What the sentences say of a key that is none any more is the palette's word.
key Escape
settle
type 1
settle
type e
settle
type x
key F2
wait ":undo takes it back"
key C-\
exit 131
