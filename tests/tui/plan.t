# Plan in one session, with the keyboard alone, at 80x24: from no file at all to
# the Statement of Applicability issued and printed.
file
shell mkdir -p .config/noria
shell echo "print cat >$HOME/paper" >.config/noria/config

# ---- The start: a newcomer has no file ----
start
wait "New file for an organisation"
key Enter
wait "─ Name of the organisation ─"
type Cabinet Aurore
key Enter
wait "─ File ─"
wait "│ isms.noria"
key Enter
wait "The way to an ISMS: 0 of 23 steps done"
expect "Cabinet Aurore"
expect "isms.noria was made. a adds a record, ? tells the keys."

# ---- Deciding to begin: reasons, and a decision that is not taken without its day and signatory ----
type a
wait "New: Decision"
type We build an ISMS
key Tab*3
type d
key Tab Enter
wait "Space chooses"
key Space Down Space Enter
expect "risks, clients' demands"
key F2
wait "A decision has its text, its day, and who took it in which function."
expect "> Date"
type today
key Tab*3
type Clients ask for a certificate.
key F2 Tab
type The ISMS begins.
key F2 Tab
type Anne Morel
expect "Nothing of that name; Enter makes a new one."
key Enter
expect "Anne Morel (new)"
key Tab
type Managing director
key F2
wait "D-1 saved"
# Nobody holds a role of general management yet: the guide says so until somebody does.
expect "0 of 23 steps done"
expect "[-] Management decides to begin"
expect "D-1: Who signed it held no role of general management on that day."

# ---- The first turn of the wheel, which the top line tells from now on ----
expect "no open cycle"
key Down
type a
wait "New: Cycle"
type First turn
key F2
wait "First turn · Plan"
expect "1 of 23 steps done"

# ---- A meeting with people known and new; what it decided becomes an action ----
key Down
type a
wait "New: Meeting"
type Kick-off
key Tab*2
type 2026-11-20
key Tab
type 2026-11-20
key Tab
type h
key Tab
type Anne
wait "P-1  Anne Morel"
key Space Backspace*4
type Paul Lenoir
wait "Nothing of that name"
expect "1 chosen"
key Enter
expect "P-1 Anne Morel, Paul Lenoir (new)"
key Tab*2
type Every asset gets an owner.
key F2*2
wait "M-1 saved"
key Enter
wait "> M-1"
key Enter
wait "P-2 Paul Lenoir"
type a
wait "Add to M-1"
key Enter
wait "New: Action"
expect "M-1 Kick-off"
type Name an owner of each asset
key F2
wait "AC-1 saved"
expect "AC-1 Name an owner of each asset"
key q q
wait "2 of 23 steps done"

# ---- The preliminary study: what exists, the context, climate, who is interested, what binds ----
key Down
type a
wait "New: Existing mechanism"
type Firewall of the head office
key Tab
type t
key Tab
type 2
expect "2 "
key F2
wait "EM-1 saved"
key Down
type a
wait "New: Context issue"
type Attacks on suppliers rise
key Tab
type e
key Tab
type th
expect "threat landscape"
key Tab
type y
key F2
wait "CI-1 saved"
key Down
type a
wait "New: Context issue"
expect "climate change"
type Heat in the server room
key Tab
type i
key Tab*2
type n
key F2
wait "Whether climate change matters is determined with its reason."
expect "> Reason"
type Two coolers stand there.
key F2*2
wait "CI-2 saved"
key Down
type a
wait "New: Interested party"
type Clients
key Tab
type c
key Tab
type Contracts ask for ISO 27001.
key F2 Tab*2
type y
key F2
wait "IP-1 saved"
key Down
type a
wait "New: Obligation"
type General Data Protection Regulation
key F2
wait "OB-1 saved"
# General management validates it: name, function, day.
key Down
type a
wait "New: Decision"
expect "preliminary study validated"
type The preliminary study holds
key Tab*2
type today
key Tab
type d
key Tab*3
type All of it, as of today.
key F2 Tab
type Anne
key Enter Tab
type Managing director
key F2
wait "D-2 saved"
expect "7 of 23 steps done"

# ---- The scope: in, out with a reason only, and the statement as it reads ----
key Down
type a
wait "New: Part of the scope"
type Accounting for clients
key F2
wait "SC-1 saved"
type a
wait "New: Part of the scope"
type Warehouse
key Tab
type s
key Tab
type n
key F2
wait "What is left out of the scope needs a justification."
expect "> Justification"
type Nothing is processed there.
key F2*2
wait "SC-2 saved"
type x
wait "Export or print what?"
type scope of
key Enter
wait "Of which records?"
key Enter
wait "look at it here"
key Enter
wait "The ISMS applies to:"
expect "- Accounting for clients (activity)"
expect "- Warehouse (site): Nothing is processed there."
key q

# ---- The policy: drafted, submitted, signed, in force; its second version ----
wait "8 of 23 steps done"
key Down
type a
wait "New: Policy"
expect "policy of clause 5.2"
type Security policy
key Tab*6
type We lock screens.
key Enter
type We keep backups.
key F2*2
wait "PO-1 saved"
expect "1 begun"
key Enter
wait "> PO-1"
type e
key Tab*3
type su
key F2
wait "submitted"
type e
key Tab*3
type si
key F2
wait "A signed policy has its text, who signed it in which function, and the day."
type Anne
key Enter Tab
type Managing director
key Tab
type today
key F2
wait "signed"
type e
wait "PO-1  Security policy"
key Tab*6
expect "It stands as it was signed"
key Up*3
type in
key F2
wait "in force"
type y
wait "New: Policy"
expect "draft"
key PgDn*3
expect "PO-1 Security policy"
key PgUp*3 Tab*2 C-u
type 2.0
key Tab*4 Enter
wait "We keep backups."
key Down*2 End Enter
type We close doors.
key F2*2
wait "PO-2 saved"
key Enter
wait "Supersedes"
type =
wait "From PO-1 1.0 to PO-2 2.0"
expect "+ We close doors."
key q
# A rule with its control, and who has read the policy.
type a
wait "Add to PO-2"
key Enter
wait "New: Rule"
type Screens lock after five minutes
key Tab*2
type 8.1
wait "A.8.1 "
key Space Enter
key F2
wait "RU-1 saved"
type a
wait "Add to PO-2"
type ack
key Enter
wait "New: Acknowledgement"
type Paul
key Enter F2
wait "AK-1 saved"
type G
settle
expect "AK-1 Security policy · Paul Lenoir"
key q q
wait "8 of 23 steps done"

# ---- Who answers for what: a role, an activity, the matrix filled by its letters ----
type A
wait "No role yet (clause 5.3): a adds the first one"
type a
wait "New: Role"
type Security officer
key Tab
type RISS
key Tab
type Paul
key Space Enter F2
wait "No activity yet"
type a
wait "New: Responsibility"
type Risk assessment
key F2
wait "nobody answers for it (A)"
type R
wait "[R]"
type A
wait "[RA]"
expect "Security officer: Paul Lenoir"
reject "nobody answers"
key q

# ---- An objective with its measure, target, owner and day ----
key Down*2
type a
wait "New: Objective"
type Fewer incidents
key Tab
type Incidents a year
key Tab
type 2 at most
key Tab*2
type Paul
key Enter Tab
type +300
key F2
wait "OJ-1 saved"
expect "10 of 23 steps done"

# ---- What has value: a primary asset with its needs, and what it rests on inherits them ----
key Down
type a
wait "New: Asset"
type Client accounts
key Tab
type p
key Tab
type Anne
key Enter Tab
type 5
key Tab
type 4
key Tab
type 3
key Tab
type 2
expect "5 Severe"
key F2
wait "AS-1 saved"
type a
wait "New: Asset"
type File server
key Tab
type h
key Tab
type Karim Benali
key Enter Tab*6
type cl
wait "AS-1  Client accounts"
key Space Enter F2
wait "AS-2 saved"
key Enter
wait "> AS-1"
key Down Enter
wait "AS-2  File server"
expect "5 Severe, inherited from AS-1"
key q
# Risks are proposed by the type of the asset; their owner is the asset's.
type r
wait "Risks of AS-2 to add"
key Enter
wait "Nothing was chosen: Space chooses"
type r
wait "Risks of AS-2 to add"
key Space Enter
wait "1 risk added"
key q
wait "11 of 23 steps done"

# ---- An assessment; the risk rated with the digits, treated by controls ----
key Down
type a
wait "New: Risk assessment"
type First assessment
key F2
wait "RA-1 saved"
key Down
expect "1 to complete"
key Enter
wait "Risks, rated: to complete"
type e
wait "R-1  "
expect "> Current likelihood"
# A digit goes on to the next rating; who tabs after it means that one.
type 4
expect "Current likelihood: 4 Likely"
key Tab
expect "The digit went on to Current impact already."
expect "> Current impact"
type 5
wait "C  Critical"
# Who rates the whole passes over its parts.
expect "> Residual likelihood"
type 25
key PgDn
expect "> Treatment"
type m
key Tab*2
type 7.13
wait "A.7.13 "
key Space Backspace*4
type 8.13
wait "A.8.13 "
key Space Enter
expect "A.7.13"
key F2
wait "No record is left here."
expect "R-1 saved"
key q
# The risk's own owner accepts what is left; that another signs too is flagged.
wait "[x] Risks, rated"
key Enter
wait "> R-1"
key Enter
wait "R-1  Dust"
type a
wait "Add to R-1"
type acc
key Enter
wait "New: Acceptance"
expect "R-1 Dust"
# What the risk says is there already.
text proposed
shell grep -q "Signatory  *P-3 Karim Benali" proposed
shell grep -q "Expires on  *2027-11-24" proposed
expect "> Function"
type Head of systems
key Tab
type today
key Tab*2
type a
key F2
wait "RC-1 saved"
type a
wait "Add to R-1"
type acc
key Enter
wait "New: Acceptance"
expect "> Function"
key S-Tab
type Anne
key Enter Tab*2
type today
key Tab*2
type a
key F2
wait "RC-2 saved"
key End
expect "RC-2 Dust, corrosion or pollution (File server)"
type Q
wait "Acceptance signed by another than the owner of the risk"
key q q q
wait "The way to an ISMS"

# ---- The assessment is closed: its ratings stand as they were ----
key Up Enter
wait "> RA-1"
type e
wait "RA-1  First assessment"
key Tab*4
expect "> Status"
type c
key F2
wait "closed"
type 1
wait "> R-1"
type C
wait "Change a field of this record"
type current likelihood
key Enter
wait "Likely"
type 1
key Enter
wait "Current likelihood of R-1: 1 Rare; u takes it back."
reject "Critical"
type :
wait "Palette"
type RA-1
key Enter
wait "Current level: C Critical"
key q
type u
wait "Undone"
output noria show isms.noria R-1
contains Critical

# ---- The method: the grid filled by products and taken back; a threshold has versions ----
type R
wait "Acceptable up to: Moderate"
type p
key F2
wait "Why (Enter writes, Esc does not) ─"
type Products tell more
key Enter
wait "The method is changed; u takes it back."
type u
wait "Undone: "
type R
wait "Acceptable up to: Moderate"
type -
wait "Acceptable up to: Low"
key F2
wait "Why (Enter writes, Esc does not) ─"
type Clients bear less
key Enter
wait "Who of general management decided the threshold?"
type Jean Directeur
key Enter
wait "The method is changed"
wait "who decided this threshold, held"
output noria list isms.noria threshold --format=tsv
contains Clients bear less
output noria show isms.noria iso5x5
contains Jean Directeur
contains Clients bear less
output noria list isms.noria risk --format=tsv --where=current_level=4
contains R-1

# ---- The SoA: what hinders its issue; all controls in a few steps, one excluded with its reason ----
type 6
wait "0/37 decided"
type I
wait "The SoA cannot be issued yet: 93 lines are not whole"
key Escape
type *
wait "93 records are marked; C changes a field of them all."
type C
wait "Change a field of 93 records"
type appl
key Enter
wait "yes"
type y
key Enter
wait "Applicable of 93 records changed"
type C
wait "Change a field of 93 records"
type reasons
key Enter
wait "Space chooses"
key Down*4 Space Enter
wait "Reasons for inclusion of 93 records changed"
type C
wait "Change a field of 93 records"
type status
key Enter
wait "not started"
type pl
key Enter
wait "Status of 93 records changed"
expect "0/37 done, 37/37 decided"
type M
waitnot "*A.5.1"
key Insert
wait "*A.5.1"
type M
waitnot "*A.5.1"
type /
wait "─ Search ─"
type redundancy
key Enter
wait "> A.8.14"
key Space
wait "An excluded control needs its reason: J writes it."
type I
wait "The SoA cannot be issued yet: 1 line is not whole"
key Enter
wait "> Justification"
type Nothing must run all day.
key F2*2
wait "soa:2022:A.8.14 saved"
# A control of one's own.
type a
wait "New: Control"
type Guards at fairs
key F2
wait "own:X.1 saved"
expect "Own controls"
type I
wait "1 line is not whole"
key Escape
key Space
type r
wait "good practice"
type good
key Space Enter
wait "1/1 decided"

# ---- An exception, a document, evidence with its file ----
type :
wait "Palette"
type exceptions
key Enter
wait "Nothing is here yet. a adds the first one."
type a
wait "New: Exception"
type Old printer without updates
key Tab
type 8.8
wait "A.8.8 "
key Enter Tab*3
type It is replaced in spring.
key F2 Tab
type It has no way to the Internet.
key F2 Tab*3
type a
key F2
wait "An approved exception has its reason, what compensates"
expect "> Approved by"
type Anne
key Enter Tab*2
type today
key Tab
type +120
key F2
wait "EX-1 saved"
type :
wait "Palette"
type documents
key Enter
wait "Documented information"
type a
wait "New: Document"
type Backup procedure
key Tab*2
type pr
expect "procedure"
key Tab
type 1.0
key F2
wait "DO-1 saved"
shell echo "restored on Friday" >restore.txt
key Enter
wait "DO-1  Backup procedure"
type a
wait "Add to DO-1"
type ev
key Enter
wait "New: Evidence"
expect "> Title"
type Restore test of November
key Tab
type 2026-11-20
key Tab*9
expect "> Controls"
type 8.13
key Enter F2
wait "EV-1 saved"
type G
key Enter
wait "EV-1  Restore test of November"
type @
wait "─ Attach the file ─"
type restore.txt
key Enter
wait "Attached to EV-1."
expect "SHA-256"
key q q q q

# ---- Issued: the questions, and what stands then for good ----
wait "37/37 decided"
# General management approves it, and the file knows who that is.
type I
wait "The SoA cannot be issued yet"
expect "Approved by"
expect "No role has the mark of general management yet"
key Enter
wait "Security officer"
type a
wait "New: Role"
type General management
key Tab*2
type Anne
key Space Enter
key Tab*6
expect "> Assigned on"
type today
key Tab*2
expect "> General management"
type y
key F2
wait "RO-2 saved"
key q
wait "37/37 decided"
type I
wait "─ Version ─"
wait "│ 1.0"
key Enter
wait "Approved by"
type Anne
key Enter
wait "─ Function of the approver ─"
type Managing director
key Enter
wait "Issued on"
key Enter
wait "Issue version 1.0? It is the first one."
type y
wait "SO-1 issued: version 1.0."
wait "0 lines changed since"
output noria list isms.noria statement --format=tsv
contains Managing director
type t
wait "1 line changed since"
type :
wait "Palette"
type SO-1
key Enter
wait "SO-1  Statement of Applicability, version 1.0"
type G
wait "kept as it was"
type q
# Since general management holds its role what it signed counts; the policy lacks the day of its review.
type 0
wait "[x] Management decides to begin"
expect "[x] General management validates the study"
expect "[-] Policy"
key Home
key Down*10
wait "PO-1: Its review is past, or no review is planned."
reject "Who signed it held no role"
key Down*9
wait "[x] The SoA is issued"
type q

# ---- Actions: from when to when, how far, what waits for what; the plan through time ----
type 9
wait "Action plan"
type e
wait "AC-1  Name an owner"
key Tab*2
type Karim
key Enter Tab*2
type 2026-11-10
key Tab
type 2026-12-20
key Tab*2
type 40
key Tab
type u
expect "under way"
key F2
wait "AC-1 saved"
expect "2026-11-10 → 2026-12-20  40"
type a
wait "New: Action"
type Write the backup plan
key Tab*2
type Paul
key Enter Tab*2
type +7
key Tab
type +60
key Tab*13
expect "> Waits for"
type name
key Enter F2
wait "AC-2 saved"
key Down
expect "Waits for: AC-1"
settle
screen plan-gantt-80x24
type q

# ---- What is due; where the records fall short, with the key that mends it ----
type D
wait "in 26 days  AC-1"
expect "OJ-1  Fewer incidents"
type q
type Q
wait "to mend"
expect "93  Applicable control without an owner"
key Down*5
expect "> !!      93  Applicable control without an owner"
key Enter
wait "A.5.1"
type *
wait "93 records are marked"
type C
wait "Change a field of 93 records"
type owner
key Enter
wait "type to narrow"
type Paul
key Enter
wait "All is mended"
type q
wait "0  Applicable control without an owner"
# An acceptance is withdrawn with its reason.
key g Down*2
expect "1  Acceptance signed by another"
key Enter
wait "RC-2"
type m
wait "> Status"
type w
key F2
wait "What is withdrawn needs the reason."
expect "> Reason of the withdrawal"
type Signed by mistake
key F2
wait "All is mended"
key q
wait "0  Acceptance signed by another"
key q

# ---- The SoA as a text: looked at, written, and not replaced without asking ----
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "look at it here"
key Enter
wait "Preview"
expect "Statement of Applicability"
expect "Cabinet Aurore"
key q
shell echo mine >soa.txt
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type text
key Enter
wait "─ Write to ─"
wait "│ soa.txt"
key Enter
wait "soa.txt exists already. Replace it?"
type n
waitnot "exists already"
output cat soa.txt
contains mine
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type text
key Enter
wait "─ Write to ─"
wait "│ soa.txt"
key Enter
wait "soa.txt exists already. Replace it?"
type y
wait "Written to soa.txt."
output cat soa.txt
contains Guards at fairs
contains Nothing must run all day.

# ---- As a PDF ----
optional PDF test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type pdf
key Enter
wait "─ Write to ─"
wait "│ soa.pdf"
key Enter
wait "Written to soa.pdf."
output pdftotext -raw soa.pdf - | tr '\n' ' '
contains Guards at fairs
contains Nothing must run all day.
end

# ---- Printed: by the program of the configuration, the text that was written above ----
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type print
key Enter
wait "On which printer?"
expect "configuration"
type cat
wait "cat >"
key Enter
wait "Given to cat"
shell cmp soa.txt paper

# ---- On a printer, where one can be played ----
shell mkdir spool
optional IPP test -x "$NORIA_BUILD/noria-print" && { timeout 60 ippeveprinter -p 28631 -n localhost -d spool -k -f application/pdf,text/plain -r , Paper >/dev/null 2>&1 & echo $! >printer; sleep 1; kill -0 $(cat printer); }
type x
wait "Export or print what?"
type statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type print
key Enter
wait "On which printer?"
type ipp://localhost:28631/ipp/print
key Enter
wait "─ Copies ─"
wait "│ 1"
key Enter
wait "Printing on ipp://"
# It takes its time, as printers do.
pause 5
wait "Printed on ipp://localhost:28631/ipp/print."
shell kill $(cat printer)
shell test -s spool/1-soa.*
end

# ---- What the file holds in the end ----
type qq
exit 0
restored
output noria list isms.noria decision --format=tsv
contains begin
contains study
output noria show isms.noria D-1
contains Anne Morel
contains Managing director
contains risks, clients' demands
output noria show isms.noria M-1
contains Paul Lenoir
contains AC-1
output noria list isms.noria mechanism --format=tsv --where=maturity=2
contains Firewall of the head office
output noria list isms.noria issue --format=tsv --where="topic=climate relevant=no"
contains Heat in the server room
output noria show isms.noria IP-1
contains Contracts ask for ISO 27001.
output noria list isms.noria policy --format=tsv --where=status=force
contains PO-1
lacks PO-2
output noria show isms.noria RU-1
contains A.8.1
output noria show isms.noria RS-1
contains Security officer
output noria show isms.noria OJ-1
contains 2 at most
contains 2027-09-20
output noria show isms.noria R-1
contains A.7.13
contains A.8.13
contains RC-1
output noria show isms.noria RC-2
contains withdrawn
output noria show isms.noria EX-1
contains It has no way to the Internet.
output noria show isms.noria EV-1
contains restore.txt
contains A.8.13
output noria list isms.noria applicability --format=tsv --where=applicable=yes
lines 94
output noria list isms.noria applicability --format=tsv --where="applicable=no justification!="
contains A.8.14
output noria export isms.noria soa:SO-1
contains Guards at fairs
output noria show isms.noria AC-2
contains AC-1
shell noria check isms.noria
