# What the program proposes by itself is made by one key, filled; one u takes it back, and Ctrl-R makes it again.
file
shell NORIA_CLOCK=2026-11-19T08:00:00Z noria new $F --organisation=Test
shell NORIA_CLOCK=2026-11-19T08:05:00Z noria add $F person name="Ann Lee"
shell NORIA_CLOCK=2026-11-19T08:10:00Z noria add $F check title=Backup every=day start=2026-11-20 owner=P-1
shell noria add $F indicator name=Patched unit=% target=95 amber=90 red=80 better=higher frequency=month start=2026-08-01 owner=P-1 need=n measure=m status=active
shell noria add $F measurement indicator=IN-49 value=70 at=2026-09-20T09:00:00Z period=2026-09
shell noria add $F measurement indicator=IN-49 value=75 at=2026-10-20T09:00:00Z period=2026-10
shell noria add $F audit title="First audit" kind=internal status=done planned=2026-11-10 held=2026-11-10 auditor=P-1 criteria=ISO controls=A.5.1
shell noria add $F finding title="Keys lent" grade=minor audit=AU-1
shell noria add $F risk title="Keys are lost" owner=P-1
shell noria add $F incident title="Lost key" detected=2026-11-20T11:00:00Z severity=high risk=R-1 control=A.5.1 told=Management escalated=2026-11-20T12:00:00Z
shell noria add $F change title="New site" about=organisation status=approved approver=P-1 approved=2026-11-20 planned=2026-12-20 requested=P-1 purpose=Room consequences=None
shell noria add $F audit title="Stage 1" kind=stage1 status=planned planned=2026-12-20
shell noria add $F certificate body=Body standard=27001 stage=applied audits=AU-2
shell noria add $F review title="First review" planned=2026-11-24 chair=P-1 participants=P-1
start $F
type Q
wait "8 to mend"

expect "Nonconformity found in an audit"
key Enter
wait "Keys lent"
type m
wait "New: Nonconformity"
expect "F-1 Keys lent"
expect "Origin                     audit"
expect "minor nonconformity"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Keys lent"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Security check missed or failed three times"
key Enter
wait "Backup"
type m
wait "New: Nonconformity"
expect "CK-1 Backup"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Backup"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Audit of the certification within 30 days"
key Enter
wait "Body"
type m
wait "New: Management review"
expect "Review before the audit of Body"
expect "2026-12-01"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Body"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Grave incident after which"
key Enter
wait "Lost key"
type m
wait "After the incident: Lost key"
expect "R-1 Keys are lost"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Lost key"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Grave incident in which a rule"
key Enter
wait "Lost key"
type m
wait "New: Nonconformity"
expect "I-1 Lost key"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Lost key"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Indicator at alert twice running"
key Enter
wait "Patched"
type m
wait "New: Action"
expect "Bring back: Patched"
expect "corrective"
expect "P-1 Ann Lee"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Patched"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Change of the ISMS"
key Enter
wait "New site"
type m
wait "Because of the change: New site"
expect "significant change"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "New site"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down

expect "Audit of the certification within 90 days"
key Enter
wait "Body"
type m
wait "New: Audit"
expect "Mock audit before that of Body"
expect "2026-12-08"
expect "mock"
key F2
wait "All is mended"
type u
waitnot "All is mended"
expect "Body"
key C-r
wait "All is mended"
type u
waitnot "All is mended"
type q
wait "8 to mend"
key Down
# What is prepared by one key too: the points of an audit, the inputs of a review.
key q
settle
type :AU-1
key Enter
wait "AU-1  First audit"
type p
wait "drawn"
output noria list $F auditpoint --format=tsv
lines 2
type u
wait "Undone"
output noria list $F auditpoint --format=tsv
lines 1
key C-r
wait "Done again"
output noria list $F auditpoint --format=tsv
lines 2
type q
settle
type :RV-1
key Enter
wait "RV-1  First review"
type p
wait "Drawn from the records of today"
output noria show $F RV-1 --format=json
contains Nonconformities open
type u
wait "Undone"
output noria show $F RV-1 --format=json
lacks Nonconformities open
key C-r
wait "Done again"
output noria show $F RV-1 --format=json
contains Nonconformities open
key q q q q
exit 0
