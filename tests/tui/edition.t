# The SoA carried from 2005 to 2013 on the screen, side by side; an own control; issuing.
file
shell fresh $F --organisation=Valmont --catalogue=iso27002-2005
shell noria set $F soa:2005:5.1.1 applicable=yes reasons=law status=implemented implementation="A policy" owner="Jeanne Roy"
shell noria set $F soa:2005:6.1.1 applicable=yes reasons=risk status=partial implementation="A committee"
shell noria set $F soa:2005:11.5.1 applicable=yes reasons=risk status=partial owner="Jeanne Roy"
shell noria set $F soa:2005:11.5.6 applicable=yes reasons=law owner="Paul Lenoir"
start $F
wait "Valmont"
type 6
wait "Information security policy document"
type E
wait "iso27001-2022"
key Enter
wait "30 to decide"
expect "keep it as an own control"
settle
screen edition-80x24

# F2 carries nothing out while something is open.
key F2
wait "30 decisions are open still"
# An end with a reason, other controls by a picker, what is likely by Space.
key Down
key Enter
wait "it becomes an own control"
type closed
key Enter
wait "─ Reason ─"
key C-u
key Enter
wait "It is not closed without a reason."
type The committee was dissolved
key Enter
wait "29 to decide"
expect "closed: The committee was dissolved"
key Down
key Enter
wait "it answers other controls"
type other
key Enter
wait "Controls that it answers"
type malware
wait "A.12.2.1"
key Space
settle
key Enter
wait "28 to decide"
expect "A.12.2.1 Controls against malware"
type a
wait "all decided"
# Whose the merged answer becomes.
key End
settle
key Home
settle
key Down*30
wait "A.9.4.2"
settle
key Enter
wait "Paul Lenoir"
type paul
settle
key Enter
wait "owner: Paul Lenoir"
resize 200x60
wait "Paul Lenoir"
settle
screen edition-200x60
resize 80x24
settle
# Leaving asks, for decisions were taken.
key Escape
wait "The decisions are dropped"
type n
waitnot "The decisions are dropped"
key F2
wait "Carry the SoA to ISO/IEC 27001:2013?"
type y
wait "What became of each line"
expect "own control: own:2005.6.1.1"
type q
wait "A.5.1.1"
shell noria show $F soa:2013:A.9.4.2
contains Paul Lenoir
shell noria show $F soa:2005:6.1.2
contains was dissolved

# An own control beside it.
type a
wait "New: Control"
expect "own"
expect "X.1"
type Guard dogs
key F2
wait "own:X.1 saved"
expect "Own controls"
shell noria list $F control --where=catalogue=own --format=tsv
contains Guard dogs

# Nothing is issued while lines are open; the list opens them.
type I
wait "The SoA cannot be issued yet"
expect "not decided"
key Enter
wait "Reasons for inclusion"
key Escape
settle

# One step takes the change of edition back.
type u
wait "Undone"
type u
wait "Undone: carried the SoA"
wait "5.1.1 "
output noria show $F ORG-1
contains iso27002-2005
type qqq
exit 0

# Issuing, where every line is decided.
shell noria new two.noria
shell printf 'ref,applicable,reasons\n' >answers.csv; noria list two.noria applicability --format=csv | sed 1d | cut -d, -f1 | sed 's/$/,yes,law/' >>answers.csv
shell noria import two.noria answers.csv --as=csv:applicability
shell noria add two.noria person name="Jeanne Roy"
shell noria add two.noria role title=Management management=yes holders="Jeanne Roy" assigned=2026-01-05
shell noria add two.noria assessment title=First date=2026-11-02 status=closed
shell noria issue two.noria 1.0 approver="Jeanne Roy" function=Director date=2026-11-20
shell noria set two.noria soa:2022:A.5.1 status=planned
start two.noria
wait "no open cycle"
type 6
wait "Issued: version 1.0"
expect "1 line changed since"
# No assessment was closed since: the reason is asked for, and printed.
type I
wait "The SoA cannot be issued yet"
expect "An assessment of the risks, closed"
expect "No assessment of the risks was closed since version 1.0"
key Down
expect "with a reason"
key Enter
wait "Why is it issued without an assessment?"
key Enter
wait "The reason is asked for; it is printed on the SoA."
expect "Why is it issued without an assessment?"
type One line only.
key Enter
wait "─ Version ─"
wait "│ 1.1"
key C-u
key Enter
wait "An SoA is issued under a version."
type 1.1
key Enter
wait "Jeanne Roy"
key Enter
wait "Function of the approver"
expect "Director"
key C-u
key Enter
wait "An SoA is not issued without the function"
type Director
key Enter
wait "2026-11"
key Enter
wait "1 line changed since version 1.0"
type y
wait "SO-2 issued"
wait "0 lines changed since"
settle
screen issued-80x24
output noria export two.noria soa:SO-2
contains <soa
output noria export two.noria soa:SO-2 --format=text
contains One line only.
type qqq
exit 0
