# What a check finds is mended from its list: the form at the field that lacks, or a new record beside it.
file
shell fresh $F --organisation=Valmont
shell noria add $F person name="Jeanne Roy"
shell noria add $F risk title="Appointments lost" owner="Jeanne Roy" status=accepted
shell noria add $F nonconformity title="Supplier works with a shared account" owner="Jeanne Roy"
shell noria add $F nonconformity title="Found late" owner="Jeanne Roy"
start $F
type Q
wait "3 to mend"
expect "2  Open nonconformity without a cause"
key Enter
wait "NC-1"
screen mend-80x24
key g
type m
wait "NC-1  Supplier"
expect "> Cause"
key Enter
wait "Take the text"
type Nobody ever asked for accounts of their own
key F2
settle
key C-s
wait "NC-1 saved"
waitnot "NC-1   "
expect "NC-2"
type m
wait "NC-2  Found late"
key Enter
wait "Take the text"
type Nobody looked
key F2
settle
key C-s
wait "NC-2 saved"
wait "All is mended"
type q
wait "1 to mend"
reject "Open nonconformity without a cause"
# An acceptance is a record of its own: its form knows the risk.
key g Enter
wait "R-1"
type m
wait "New: Acceptance"
expect "R-1 Appointments"
expect "> Level accepted"
key Escape
settle
type qq
wait "Plan  Risks"
type q
exit 0
