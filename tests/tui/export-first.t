# In the export menu what is about the record under the cursor comes first, then what shows the same as the view.
file
shell noria new $F --organisation=Zoo
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
wait "Export or print what?"
expect "What is due"
key Escape
# A list: first the record's own, then the reports of the register.
type :
settle
type risks
key Enter
wait "Escape of the zebra"
type x
wait "> History of a record: R-1"
key Down
expect "> Risks and their treatment"
key Down
expect "> Risk treatment plan"
key Down
expect "> Statement of Applicability  "
key Escape
type :
settle
type Policies
key Enter
wait "Charter of the keepers"
type x
wait "> Policy: PO-1"
key Down
expect "> History of a record: PO-1"
key Escape
type qqqqqqqq
exit 0
