# The export menu begins with the subject of the view: what is made of all that it shows, then its register, then what is
# about the record under the cursor; where one record is read, with that.  The palette begins with what is possible here.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F risk title="Escape of the zebra" owner="Jeanne Roy" review=2026-12-01
shell noria add $F policy title="Charter of the keepers" kind=topic
start $F
wait "Zoo"
# Elsewhere in the order of the table.
type 0
wait "The way to an ISMS"
type x
wait "> Statement of Applicability  "
key Escape
type 5
wait "Rare"
type x
wait "> Risks and their treatment  "
key Escape
type 7
settle
type x
wait "> Dashboard  "
key Escape
type 9
settle
type x
wait "> Action plan  "
key Escape
type D
wait "What is due"
type x
wait "> What is due  "
key Escape
type Q
wait "Quality of the records"
type x
wait "> Quality of the records  "
key Escape
type A
wait "Responsibilities"
type x
wait "> Responsibilities "
expect "register"
key Escape
# A list: first what is made of the register, and itself, then what is the record's own.
type :
settle
type risks
key Enter
wait "Escape of the zebra"
type x
wait "> Risks and their treatment"
key Down
expect "> Risk treatment plan"
key Down
expect "> Risks  "
key Down
expect "> History of a record: R-1"
key Down
expect "> Statement of Applicability  "
key Escape
# Where one record is read, with that.
key Enter
waitnot "1/1"
type x
wait "> History of a record: R-1"
key Escape
settle
type q
# The palette begins with what is possible here.
wait "1/1"
type :
wait "> Add  "
key Escape
type :
settle
type Policies
key Enter
wait "Charter of the keepers"
type x
wait "> Policies  "
key Down
expect "> Policy: PO-1"
key Down
expect "> History of a record: PO-1"
key Escape
# The checklist, with the SoA.
type 6
wait "> A.5.1 "
type x
wait "> Statement of Applicability  "
key Escape
type :
wait "Palette"
type qa
wait ":qa"
key Enter
exit 0
