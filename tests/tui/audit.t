# An audit at a table: its points drawn from the scope, one key a verdict, a finding filled from its point, undo.
file
shell sample $F
shell noria set $F AU-5 requirements=2022:9.2.2,2022:6.1.2 controls=2022:A.5.15,2022:A.8.13 units=U-8
shell noria set $F 2022:6.1.2 owner=P-2
start $F
wait Valmont
type 3
settle
type :
settle
type AU-5
key Enter
wait "Sampling at Rives"
expect "w works through them; p draws them"
type w
wait "No point yet"
expect "0 of 0 seen"
type p
wait "10 points drawn"
expect "0 of 10 seen, 0 findings"
# What is known of it beforehand: the clause answers for its letters.
expect "How is it met, and what shows it?"
expect "Owner: Jeanne Roy"
# Drawn again nothing is doubled.
type p
wait "Nothing is to be added"
expect "0 of 10 seen"
screen audit-80x24
type o
wait "1 of 10 seen"
expect "> · 6.1.2.b"
type n
expect "1 of 10 seen, 0 findings"
expect "> · 6.1.2.c"
# What is left alone.
type v
wait "only what is left"
reject "6.1.2.a"
reject "6.1.2.b"
type o
wait "2 of 10 seen"
reject "6.1.2.c"
type v
waitnot "only what is left"
# The sample, the notes.
type g
settle
type s
wait "Sample, drawn"
type 3 of 40
key Enter
wait "Sample: 3 of 40"
type t
wait "What was seen and told"
type Showed the list of the year
key F2
wait "Seen: Showed the list"
# A finding is filled with what the point knows: the control, its owner, the one that comes back.
type G
settle
expect "> · A.8.13"
expect "Open finding: F-5"
type f
wait "New: Finding"
expect "AU-5 Sampling at Rives"
expect "2022:A.8.13 Information backup"
expect "F-5 No server was ever restored"
expect "U-8 Rives site"
# Left without saving, the point has no verdict.
key Escape
settle
expect "2 of 10 seen, 0 findings"
expect "> · A.8.13"
type f
wait "New: Finding"
key C-s
wait "3 of 10 seen, 1 finding"
expect "> f A.8.13"
expect "Finding: F-23"
# From the finding to its nonconformity.
type a
wait "New: Nonconformity"
expect "F-23 Information backup"
key Escape
settle
# Undone: the verdict, then the finding.
type u
wait "2 of 10 seen, 0 findings"
type u
wait "Undone: added F-23"
resize 200x60
settle
screen audit-200x60
type q
settle
type q
settle
type q
exit 0
shell noria list $F auditpoint --where=verdict=ok --format=tsv | wc -l | grep -qx 7
shell noria list $F auditpoint --format=tsv | wc -l | grep -qx 21
# The programme tells its white spots, and plans the audit that they want.
shell noria add $F programme title="Audits of three years" start=2025-12-01 end=2028-11-30
start $F
wait Valmont
type 3
settle
type :
settle
type AP-2
key Enter
wait "Audits of three years"
expect "0 of 30 (0 %)"
expect "2022:4.1"
type p
wait "New: Audit"
expect "What no audit has looked at yet"
expect "AP-2 Audits of three years"
expect "2022:4.1"
key Escape
settle
type y
settle
type q
settle
type q
exit 0
