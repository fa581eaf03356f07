# A step of the guide is done by what holds today, and by nothing else; where it does not, the step says why.
file
shell fresh $F --organisation=Valmont
shell noria add $F person name="Jeanne Roy"
shell noria add $F person name="Paul Lenoir"
shell noria add $F role title="General management" management=yes holders="Jeanne Roy" assigned=2026-01-05
# Signed by somebody who is not management; and by management, on a day that has not come.
shell noria add $F decision title="We build an ISMS" kind=begin date=2026-11-02 reasoning=Clients text=Begun signatory="Paul Lenoir" function=Accountant status=decided
contains D-1
shell noria add $F decision title="The study stands" kind=study date=2026-12-24 text=Validated signatory="Jeanne Roy" function=Director status=decided
contains D-2
# A policy in force whose review is past.
shell noria add $F policy title=Security version=1 kind=policy text=Locked signatory="Jeanne Roy" function=Director signed=2026-02-02 review=2026-10-01 status=force
contains PO-1
start $F
wait "The way to an ISMS: 1 of 23 steps done"
expect ">  [-] Management decides to begin"
expect "1 begun"
expect "D-1: Who signed it held no role of general management on that day."
reject "[x] Management decides to begin"

# With room all of it stands beside the steps, with the records that it is about and where to go.
resize 120x40
wait "│ Write down why an ISMS is wanted"
expect "│ 1 to complete: Signatory ─"
expect "│ D-1: Who signed it held no role of general management"
expect "│ D-1  We build an ISMS"
expect "│ Enter opens them, a adds one."
key Down
wait "│ Cycles  0 ─"
expect "│ Nothing is here yet. a adds the first one."
reject "D-1  We build"
# What is clicked beside the steps is none of them.
mouse click 4 90
expect ">  [ ] The first turn of the wheel"
mouse click 4 20
wait ">  [-] Management decides to begin"
key Down*18
wait "│ Enter opens the checklist."
key Home
wait "│ D-1  We build an ISMS"
# It follows what others write.
key Down*11
wait "│ RO-1  General management"
shell noria set $F RO-1 title="The general management"
wait "│ RO-1  The general management"
key Home
resize 80x24
wait "1 begun"
expect "D-1: Who signed it held no role of general management on that day."

# Enter names the record and the field, and says why of the one under the cursor.
key Enter
wait "Management decides to begin: to complete (Signatory)"
expect "D-1"
reject "D-2"
expect "Who signed it held no role of general management on that day."
# It holds no more than before, and another one does: of that list nothing of it is said.
shell noria add $F decision title="We begin, signed anew" kind=begin date=2026-11-02 text=Begun signatory="Paul Lenoir" function=Accountant
wait "We begin, signed anew"
key Down
wait "It is not decided, or was withdrawn. Who signed it held no role"
shell noria set $F D-3 signatory="Jeanne Roy" function=Director status=decided
waitnot "> D-3"
type q
wait "The way to an ISMS: 2 of 23 steps done"
expect "[x] Management decides to begin"
reject "Who signed it held no role"

# The date in the future.
expect "[-] General management validates the study"
key Down*8
wait "D-2: It is dated in the future, or has no date."
key Enter
wait "General management validates the study: to complete (Date)"
expect "It is dated in the future, or has no date."
type q
wait "The way to an ISMS"

# The policy.
key Down*2
wait "PO-1: Its review is past, or no review is planned."
reject "[x] Policy"
key Enter
wait "Policy: to complete (Next review)"
type q
shell noria set $F PO-1 review=2027-06-01
wait "[x] Policy"
expect "3 of 23 steps done"
reject "Its review is past"

# An acceptance signed by somebody who does not own the risk, and a document that nobody approved.
shell noria add $F risk title=Fire owner="Jeanne Roy" current_likelihood=3 current_impact=3 treatment=retain
shell noria add $F acceptance risk=R-1 kind=residual level=4 owner="Paul Lenoir" function=Accountant date=2026-11-02 expiry=2027-06-01 status=accepted
shell noria add $F document title=Backups version=1
key Down*7
wait "RC-1: Who signed it did not own the risk on that day."
reject "[x] Acceptances"
key Down*4
wait "DO-1: It is not approved."
reject "[x] Documents"
# On a screen that grows what lies above comes back.
key End
wait ">  [ ] Evidence records"
reject "Deciding to begin"
resize 120x40
wait "Deciding to begin"
key q q
exit 0
