# Perfect Ltd: the sample on which the verdict is yes, on whatever day it is made; and each piece that is taken away or
# runs out makes those clauses fall that ask for it, and no other.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/perfect.sh"

# ---- what is made ----

status 2 "an unknown sample is refused" noria new "$HOME/none.noria" --sample=none
has "with those that there are" "There is no sample none; there are laboratory and perfect." noria new "$HOME/none.noria" --sample=none
ok "and leaves no file" test ! -e "$HOME/none.noria"
has "its name is offered" perfect noria --complete new x.noria --sample=

# A Monday, a Sunday, a leap day, the last day of a year, a first Monday, holidays, ends of months and quarters.
for today in 2026-11-23 2026-11-29 2028-02-29 2026-12-31 2027-01-04 2026-05-08 2026-08-06 2027-03-31 2027-07-01; do
	few 3 || continue
	NORIA_CLOCK=${today}T07:05:00Z
	export NORIA_CLOCK
	rm -f "$HOME/day.noria"
	noria new "$HOME/day.noria" --sample=perfect >/dev/null 2>&1
	status 0 "made on $today it is a yes" noria verdict "$HOME/day.noria"
	ok "$today: no damage" noria check "$HOME/day.noria"
	has "$today: no check of the records finds anything" "Every check is content" noria export "$HOME/day.noria" quality --format=text
	ok "$today: nothing was missed meanwhile" test "$(noria list "$HOME/day.noria" execution --where=result=missed --format=tsv | wc -l)" -eq 1
	ok "$today: no entry of the journal after today, at night or on a weekend" sh -c "noria history '$HOME/day.noria' | grep '^2' | cut -c 1-16 | awk -v today=$today '{ if (\$1 > today || \$2 < \"08:00\" || \$2 > \"19:00\") { print; bad = 1 } } END { exit bad }'"
done

NORIA_CLOCK=2026-11-23T09:30:00Z
export NORIA_CLOCK
F=$HOME/perfect.noria
fresh "$F" --sample=perfect
has "sentence A" "Yes: begun on" noria verdict "$F"
has "sentence B" "Yes: 33 of 33 clauses are met" noria verdict "$F"
has "sentence C" "Yes, for stage 1 and stage 2" noria verdict "$F"
ok "each condition is met or not asked" sh -c '! noria verdict "$1" --format=json | grep -v "begin-" | grep "\"outcome\": \"\(fails\|empty\|unknown\)\""' sh "$F"
ok "it is small" test "$(sqlite3 "$F" "SELECT count(*) FROM record WHERE register = 'person'")" -le 15
LANGUAGE=fr fresh fr.noria --sample=perfect
ok "in French it is a yes too" noria verdict fr.noria
ok "with no English text left" sh -c '! noria list fr.noria risk --format=tsv | grep -i " the "'

# ---- what the records say of themselves ----

has "no check of the records finds anything" "Every check is content" noria export "$F" quality --format=text
ok "and none is set aside" test "$(noria list "$F" waiver --format=tsv | wc -l)" -eq 1
ok "each control that is in place can be shown" test "$(noria list "$F" applicability --where='status=implemented proofs!(valid)' --format=tsv | wc -l)" -eq 1
noria set "$F" EV-9 until=2026-11-20 >/dev/null 2>&1
ok "it does where a proof has expired" sh -c '! noria export "$1" quality --format=text | grep -q "Every check is content"' sh "$F"
noria undo "$F" >/dev/null

# ---- what is claimed ----

has "only risks above the threshold are said to be approved" "Shown by 3: R-1, R-2, R-3" noria verdict "$F" --clause=6.1.3.f
above=$(noria list "$F" risk --where='standing=current current_level>threshold' --format=tsv | tail -n +2 | wc -l)
ok "and as many as there are have their treatment" sh -c 'noria verdict "$1" --clause=6.1.3.a-c --format=json | grep "\"risk-treated\"" | grep -q "\"all\": $2, "' sh "$F" "$above"
has "what another way meets is shown by its records" "Shown by 1: RV-1" noria verdict "$F" --clause=7.1
has "with a count of its own" "met              3/3" noria verdict "$F" --clause=7.1
has "in JSON too" '"shows": ["RV-1"]' sh -c 'noria verdict "$1" --clause=7.1 --format=json | grep means-decided' sh "$F"
has "and in the report" "RV-1" sh -c 'noria export "$1" verdict --format=text | grep "^General management decided the  *key  *met"' sh "$F"

# ---- what falls ----

same() { # WANTED FELL
	test "$1" = "$2" && return
	echo "wanted: $1"
	echo "fell:   $2"
	return 1
}
judge "$F"
outcomes | sort >stood.out
cut -d ' ' -f 1 stood.out >conditions.out
cp stood.out seen.out
while IFS='|' read -r what steps clauses; do
	test "$what" || continue
	part 60 || continue
	cp "$F" broken.noria
	break_piece broken.noria "$steps" >steps.out 2>&1
	judge broken.noria
	outcomes >>seen.out
	fell=$(clauses_fallen)
	ok "$what: ${clauses:-nothing}" same "$clauses" "$fell"
done <<'ROWS'
the external issues|db issue kind=internal kind_key=01|4.1!
the internal issues|db issue kind=external kind_key=00|4.1!
whether an issue matters|set CI-1 relevant=|4.1!
the reason about climate|db CI-4 reason=|4.1!
the effect of an issue|db CI-1 effect=|4.1~
an issue's owner|set CI-1 owner=|4.1~
an issue's review has passed|db CI-1 review=2020-01-06|4.1~
the follow-up of an issue|db CI-3 effect= ; unlink CI-3 risk ; unlink CI-3 actions|4.1~ 6.1.1!
opportunities|db issue nature=risk nature_key=00|6.1.1~
kinds of parties|db party kind=client|4.2!
what a party requires|set IP-1 requirements=|4.2!
whether a party is answered|set IP-1 addressed=|4.2!
what answers a party|unlink IP-1 obligation|4.2~
why a party is not answered|set IP-5 how=|4.2~ 6.1.1!
climate asked of a party|set IP-2 climate=|4.2~
a party's review has passed|db IP-3 review=2020-01-06|4.2~
the scope|db ORG-1 scope=|4.3! 7.5.1!
entries in the scope|db scope included=no|4.3!
the reason of an exclusion|db SC-5 justification=|4.3!
whether an entry is in|set SC-3 included=|4.3~
the interface|set SC-4 kind=system|4.3~
a process in the scope|unlink SC-2 asset|4.3~
the document of the scope, which the SoA says too|set DO-11 status=withdrawn retention=Long|
the scope stands in no paper|set DO-11 status=withdrawn retention=Long ; db ORG-1 scope=Another|4.3~
the process of the SoA|remove RS-2|4.4!
the process of documents|remove RS-3|4.4!
the process of competence|remove RS-4|4.4!
the process of audit|remove RS-5|4.4!
the process of review|remove RS-6|4.4!
the process of nonconformity|remove RS-7|4.4!
the process of incidents|remove RS-8|4.4!
the process of suppliers|set RS-9 title=Others supplier= control=|4.4!
who is accountable|set RS-4 accountable=|4.4~ 5.3~
criteria of a process|set RS-4 criteria=|4.4~
what a process follows|db responsibility external= ; sql DELETE FROM "link" WHERE field='follows'|4.4~
checks of processes|set CK-5 status=retired|4.4~
decisions of the year|db decision date=2020-01-06|5.1!
the decision about means|set D-3 status=withdrawn withdrawal=No|5.1~
the policy's signature|set PO-2 status=withdrawn withdrawal=No|5.1~ 5.2! 6.2! 7.5.1!
the policy's review has passed|db PO-2 review=2020-01-06|5.1~ 5.2! 6.2! 7.5.1!
the policy was not signed by management|db PO-2 signatory=P-7 management=no|5.1~ 5.2! 6.2! 7.5.1!
commitments of the policy|unlink PO-2 commits ; db PO-2 commits=|5.2~
the policy is not handed out|db PO-2 public=no ; unlink CM-2 document ; db CM-2 document=|5.2~
acknowledgements|remove AK-2|5.2~
headcounts|db unit headcount=|5.2~ 7.3~
objectives|set OJ-1 status=cancelled|6.2~ 7.5.1!
the objective's policy|set OJ-1 policy=|5.1~ 5.2~ 6.2!
the objective's measure|set OJ-1 measure=|6.2! 7.5.1!
the objective's target|set OJ-1 target=|6.2! 7.5.1!
the objective's owner|set OJ-1 owner=|6.2!
the objective is late|set OJ-1 due=2026-11-20|6.2~
the objective was not told|set OJ-1 communicated=|6.2~
the objective was not looked at|db OJ-1 reviewed=2020-01-06|6.2~
the objective's indicator|db IN-102 objective=|6.2~
management in a training|remove AT-1|5.1~ 7.3~
general management|set RO-1 management=no|5.1~ 5.3! 6.1.2!
general management's deputy|set RO-1 deputies=|5.3~
the officer|set ORG-1 officer=|5.3! 7.1~ 7.2!
the officer's deputy|set RO-2 deputies=|5.3~
the officer's time|set RO-2 time=|7.1~
the auditor's role|set RO-3 title=Quality holders=P-12|5.3! 7.2!
a role held by nobody|set RO-4 holders=|5.3! 7.2!
a role whose holder left|set P-3 left=2026-01-05|4.1~ 5.3! 6.1.2~
the officer at the review|sql DELETE FROM link WHERE field='participants' AND record=(SELECT id FROM record WHERE ref='RV-1') AND target=(SELECT id FROM record WHERE ref='P-2')|5.3~
the threshold's owner|set TH-1 owner=|6.1.2!
the threshold's reason|set TH-1 reason=|6.1.2!
the assessment is too old|db assessment date=2020-01-06|6.1.2! 7.5.1! 8.2!
the assessment before|db RA-2 before=|6.1.2~
why this method|db RA-2 reason=|6.1.2~
what the assessment found|db RA-2 content=|8.2~
when to assess|set iso5x5 when=|6.1.2~
a risk's owner|set R-8 owner=|6.1.2~
a risk's rating|set R-8 current_likelihood=|6.1.2~
a risk's treatment|set R-1 treatment=|6.1.3.a-c! 6.1.3.f!
a treatment's reason|set R-1 treatment_reason=|6.1.3.a-c~
the controls of a risk|set R-1 controls=|6.1.3.a-c! 6.1.3.d~ 6.1.3.f!
a control that the SoA excludes|set R-8 controls=2022:A.8.30|6.1.3.a-c~ 6.1.3.d~
an undecided line|set soa:2022:A.5.7 applicable=|6.1.3.a-c~ 6.1.3.d~
the SoA|set SO-1 status=withdrawn withdrawal=No|6.1.3.d! 7.5.1!
the SoA is too old|db SO-1 date=2020-01-06|6.1.3.d! 7.5.1!
the SoA was not approved by management|db SO-1 approver=P-7 management=no|6.1.3.d! 7.5.1!
the SoA was issued upon no assessment|db SO-1 without_assessment=Hurry|6.1.3.d!
a changed line of the SoA|set soa:2022:A.5.7 implementation=Twice|6.1.3.d~
a reason that leads to no risk|set soa:2022:A.5.7 reasons=risk|6.1.3.d~
an exclusion for many|db applicability applicable=no justification=No|6.1.3.a-c~ 6.1.3.d~ 9.2.2~
actions of a risk|unlink AC-2 risk|6.1.3.e!
an action's budget|set AC-1 budget=|6.1.3.e~
an action's owner|set AC-1 owner=|6.1.3.e~
an action's day|set AC-1 due=|6.1.3.e~
actions are dearer than the budget|set AC-1 budget=90000|7.1~
the approval of a plan|set RC-1 status=withdrawn withdrawal=No|6.1.3.f!
a plan changed since its approval|set R-1 controls=2022:A.8.7,2022:A.8.13,2022:A.8.16|6.1.3.f! 9.1~
an acceptance|set RC-4 status=withdrawn withdrawal=No|6.1.3.f!
an acceptance has expired|db RC-4 expiry=2020-01-06|6.1.3.f!
a risk above what was accepted|set R-4 residual_likelihood=4 current_likelihood=4|6.1.3.f!
a residual risk that nobody accepted|set R-1 residual_likelihood=3|6.1.3.f~
a change of the ISMS without approval|db CH-1 approved=|6.3!
a change of the ISMS that nobody recorded|db CH-1 about=system about_key=01|6.3!
the purpose of a change|db CH-1 purpose=|6.3~
the competence of the officer|remove CO-1|7.2!
the competence of the auditor|remove CO-2|7.2!
the competence of an owner of risks|remove CO-4|7.2!
a gap of competence|set CO-1 required=5|7.2~
the evidence of a competence has expired|db EV-1 until=2020-01-06|7.2~
a competence has run out|set CO-1 until=2026-11-20|7.2~
whether a training helped|set CO-3 effect=|7.2~
awareness is too old|db TR-1 held=2020-01-06|5.1~ 7.3!
awareness of a unit|remove AT-3|7.3~
the topic of awareness|db TR-1 topic=|7.3~
the briefing of a newcomer|remove AT-5|7.3~
how many reported|db TR-4 reported=|7.3~
reporting gets worse|db IN-104 trend=worse trend_key=02|7.3~
communication inside|remove CM-1|7.4!
communication outside|remove CM-2|7.4!
who speaks|set CM-2 speaker=|7.4~
the next communication has passed|db CM-1 next=2020-01-06|7.4~
contacts for a crisis are too old|db CM-2 last=2020-01-06|7.4~
a document's number|db DO-3 identifier=|7.5.2!
a document's approver|db DO-3 approver=|7.5.1! 7.5.2!
a document's format|set DO-3 format=|7.5.2~
a document's class|set DO-3 classification=|7.5.3~
a document's place|set DO-3 location=|7.5.1! 7.5.3~
a document's review has passed|db DO-9 review=2026-11-20|7.5.1~
a withdrawn document's keeping|set DO-10 retention=|7.5.3!
documents from outside|db DO-8 outside=|7.5.1! 7.5.3~
the document of assessment and treatment|set DO-1 status=withdrawn retention=Long|7.5.1!
rules of use|set DO-2 status=withdrawn retention=Long|7.5.1!
the incident procedure|set DO-3 status=withdrawn retention=Long|7.5.1!
operating procedures|set DO-4 status=withdrawn retention=Long|7.5.1!
configurations|set DO-5 status=withdrawn retention=Long|7.5.1!
principles of engineering|set DO-6 status=withdrawn retention=Long|7.5.1!
undertakings|set DO-7 status=withdrawn retention=Long ; db EV-4 until=2020-01-06|7.5.1!
owners of assets|db asset owner=|7.5.1!
obligations reviewed|set OB-1 review=2026-11-20 ; set OB-2 review=2026-11-20|7.5.1!
executions|db execution at=2020-01-06T09:00:00Z due=2020-01-06|7.5.1! 8.1!
executions that were missed|sql UPDATE execution SET result = 'missed', result_key = '03' WHERE id % 4 = 0|8.1~
executions that failed|sql UPDATE execution SET result = 'fail', result_key = '01' WHERE id % 3 = 0|8.1~
a supplier's assessment is too old|db SU-1 assessed=2020-01-06|8.1~
an action of treatment is long late|db AC-1 due=2020-01-06|8.3! 9.3.3~
actions of treatment that were due|db AC-4 status=ongoing|8.3!
a risk not rated after its action|set R-5 current_likelihood=4|6.1.3.f! 8.3~ 9.1~
a control not in place after its action|set soa:2022:A.8.1 status=planned|6.1.3.d~ 8.3~
the strategic indicator|set IN-101 status=retired reason=No|9.1!
the functional indicator|set IN-102 status=retired reason=No|9.1!
the operational indicator|set IN-103 status=retired reason=No ; set IN-104 status=retired reason=No|9.1!
who analyses an indicator|set IN-101 analyst=|9.1!
an indicator is late|db IN-103 due=2020-01-06|9.1~
an indicator was never measured|db IN-103 taken=0|9.1~
the checks of a control of weight|set CK-2 status=retired|9.1~
the analysis|db AN-1 date=2020-01-06|9.1~
the audit was reported late|db AU-1 reported=2026-11-20|9.2.1~
to whom the audit went|unlink AU-1 reported_to|9.2.1~
a clause that no audit looked at|db AQ-6 verdict=unseen verdict_key=02|
an audit's criteria|db AU-2 criteria=|9.2.2!
an audit's auditor|db AU-2 body=|9.2.2!
an audit is late|set AU-2 planned=2026-11-20|9.2.2~
clauses that no audit covers|sql DELETE FROM link WHERE field='requirements' AND target=(SELECT id FROM record WHERE ref='2022:4.1')|9.2.2~
controls that no audit covers|remove AU-2|9.2.2~
the programme|db AP-1 status=draft status_key=00|7.5.1! 9.2.2!
the programme has ended|db AP-1 end=2020-01-06|7.5.1! 9.2.2!
the weight of the programme|db AP-1 criteria=|9.2.2~
a finding without clause|unlink F-1 requirement|9.2.1~
a major finding without nonconformity|db F-2 grade=major grade_key=05|10.2!
the review is too old|db RV-1 held=2020-01-06|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1! 9.3.2! 9.3.3!
the review was not signed|db RV-1 status=done status_key=02|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2! 9.3.3!
the review was not chaired by management|db RV-1 management=no chair=P-7|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~
the next review|remove RV-2|9.3.1~
earlier actions at the review|db RV-1 in_a=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
issues at the review|db RV-1 in_b=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
needs of parties at the review|db RV-1 in_c=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
nonconformities at the review|db RV-1 in_d1=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
results of measuring at the review|db RV-1 in_d2=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
audits at the review|db RV-1 in_d3=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
objectives at the review|db RV-1 in_d4=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
feedback at the review|db RV-1 in_e=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
risks at the review|db RV-1 in_f=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
opportunities at the review|db RV-1 in_g=|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1~ 9.3.2!
figures at the review|db RV-1 draft_f=|9.3.2~
what the review decided|unlink RV-1 decided|9.3.3!
actions of a decision|set AC-6 decision=|9.3.3!
an action of the review is late|db AC-2 due=2026-11-20|8.3~ 9.3.3~
improvement asked at the review|db RV-1 out_improve=|9.3.3~
improvements done|set AC-7 kind=preventive ; unlink FB-1 action ; db FB-1 action=|10.1!
a cycle with goals|db CY-2 goals= ; db CY-1 closed=|10.1~
snapshots|db snapshot at=2020-01-06T09:00:00Z|10.1~
the cause of a nonconformity|db NC-1 cause=|7.5.1! 10.2!
its actions|set AC-5 nonconformity=|7.5.1! 10.2!
its consequences|db NC-1 consequences=|10.2~
whether it is elsewhere|db NC-1 elsewhere=unlooked elsewhere_key=02|10.2~
its effectiveness|db NC-1 effective=|10.2~
checked by its owner|db NC-1 checker=P-3|10.2~
checked before it was done|db NC-1 checked=2020-01-06 status=verified status_key=03|10.2~
checked while an action is open|db AC-5 status=ongoing status_key=01 ; db NC-1 status=verified status_key=03|10.2~
an action that comes to a closed one later|db AC-5 status=ongoing status_key=01|
a nonconformity is late|db NC-1 status=action due=2020-01-06|10.2~
a nonconformity stands open|db NC-1 status=action detected=2020-01-06 due=2027-05-03|10.2~
the signatory of an acceptance is another|db RC-4 owner=P-7|6.1.3.f!
a letter signed by another for one of its risks|add acceptance risk=R-1 risks=R-2 kind=plan owner=P-3 date=2026-11-02 status=accepted|6.1.3.f~
benefits expected|unlink D-1 reasons ; db D-1 reasons=|
the decision to begin|set D-1 status=withdrawn withdrawal=No|
grave incidents|db incident severity=low severity_key=00|
weak mechanisms|set EM-1 maturity=2 ; set AS-12 availability=4|
what binds the organisation|set OB-1 kind=other ; set OB-2 kind=other|
who asks for security|db party requirements=|4.2!
risks above the threshold|set R-1 current_likelihood=1 ; set R-2 current_likelihood=1 ; set R-3 current_likelihood=1 ; set R-4 current_likelihood=1|
a certificate bound to an old SoA|db SO-1 status=superseded status_key=01 ; db CE-1 stage=granted stage_key=04|6.1.3.d! 7.5.1!
no policy was ever in force|db policy status=draft status_key=00|5.1~ 5.2! 6.2! 6.3! 7.5.1!
the method changed and nobody recorded it|grid iso5x5|6.3!
duties of management changed and nobody recorded it|db CH-1 about=system about_key=01 ; set RO-1 duties=Others|6.3!
the scope changed and nobody recorded it|set ORG-1 scope=Other|4.3~ 6.3!
the scope changed as was recorded|add change title=Scope about=isms status=approved approver=P-1 approved=2026-11-20 planned=2026-11-23 purpose=More consequences=Few integrity=None resources=None responsibilities=RS-1 ; set ORG-1 scope=Other ; db DO-11 approved=2026-11-23|
the scope changed since its document was approved|add change title=Scope about=isms status=approved approver=P-1 approved=2026-11-20 planned=2026-11-23 purpose=More consequences=Few integrity=None resources=None responsibilities=RS-1 ; set ORG-1 scope=Other|4.3~
the duties of management changed half a year after a recorded change|set RO-1 duties=Others|6.3!
a document stands long past its review|set DO-9 review=2020-01-06|7.5.1~ 7.5.3!
the process of assessment|set DO-1 status=withdrawn retention=Long ; set iso5x5 reason=|7.5.1!
evidence of competence|sql UPDATE evidence SET until = '2020-01-06' WHERE id IN (SELECT id FROM record WHERE ref IN ('EV-1', 'EV-2', 'EV-3'))|7.2~ 7.5.1!
documents|db document status=draft status_key=00|7.5.1!
measurements|db measurement at=2020-01-06T09:00:00Z|7.5.1!
approvals of plans|db RC-1 status=withdrawn status_key=02 ; db RC-2 status=withdrawn status_key=02 ; db RC-3 status=withdrawn status_key=02|6.1.3.f! 7.5.1!
actions of treatment that are done|db AC-4 status=ongoing status_key=01|7.5.1! 8.3!
a file without its sum|db EV-5 kind=attached kind_key=00|7.5.3~
whether the action of an issue worked|set AC-4 effective= checked= checker= ; set CI-1 actions=AC-4|6.1.1~
managers without risks|db unit manager=P-15|5.1~
the means|db D-3 date=2020-01-06 ; db RV-1 resources=|7.1!
the risk method|db ORG-1 method=|6.1.2! 6.1.3.e! 6.1.3.f! 9.1~
what came back|add nonconformity title=Again status=open detected=2026-11-16 due=2026-12-21 owner=P-3 repeat=NC-1|10.2~
the result of an objective|set OJ-1 due=2026-11-20 result=|6.2~
criteria of all processes|db responsibility criteria=|4.4~ 8.1!
the process of risks|set RS-1 title=Others requirement= ; remove RS-2|4.4!
trends at the review|db IN-101 trend=|9.3.2~
what an included process rests on|set SC-5 asset=AS-7|4.3~
reviews planned|remove RV-2 ; db RV-1 held=2020-01-06|4.1~ 5.1! 5.3~ 7.5.1! 9.1~ 9.3.1! 9.3.2! 9.3.3!
checks for long enough|sql DELETE FROM execution WHERE due < '2026-10-01'|
incidents handled|db incident status=open status_key=00|
indicators for long enough|db measurement at=2026-11-20T09:00:00Z|
an open major finding|add finding title=Hole audit=AU-2 grade=major status=open due=2026-11-02 owner=P-3|
the mechanisms|remove EM-1 ; remove EM-2|
the issues|remove CI-1 ; remove CI-2 ; remove CI-3 ; remove CI-4|4.1! 6.1.1!
the obligations|remove OB-1 ; remove OB-2|4.2~ 7.5.1!
the parties|remove IP-1 ; remove IP-2 ; remove IP-3 ; remove IP-4 ; remove IP-5|4.2! 4.3~ 6.1.1!
the decision about the study|set D-2 status=withdrawn withdrawal=No|
the owner of a risk changed after approving its plan|set R-1 owner=P-4|6.1.3.f!
a modified risk that a contract alone treats|set R-3 treatment=modify controls=|6.1.3.a-c! 6.1.3.d~ 6.1.3.f!
the plan of another risk of a letter changed|add acceptance risk=R-1 risks=R-5 kind=plan owner=P-3 date=2026-11-02 status=accepted ; db RC-1 status=withdrawn status_key=02 ; set R-5 controls=2022:A.8.1|6.1.3.f!
the assessment after a change|db CH-1 assessment=|
the assessment after a change, which none of all risks followed|db CH-1 assessment= done=2026-10-05|6.3! 8.2!
an assessment after a change that is not closed|db RA-2 status=open status_key=00|6.1.2! 7.5.1! 8.2!
a change about which somebody said why not|db CH-1 assessment= done=2026-10-05 no_assessment=Fits|6.3!
why risks were not assessed after an incident|db I-1 no_assessment= detected=2026-10-05T10:20:00Z ; unlink RA-2 incident|8.2!
a risk rated again after an incident|db I-1 no_assessment= detected=2026-10-05T10:20:00Z ; unlink RA-2 incident ; set R-1 current_likelihood=4|
a change that went wrong|db CH-2 result=backedout result_key=01 ; unlink CH-2 risk|8.1~
an incident that a change caused|db I-2 change=CH-2 cause=|8.1~
a risk not looked at after its action|sql DELETE FROM change WHERE text LIKE '["set","risk",%"current_likelihood"%'|8.3~
an incident of late|add incident title=Theft detected=2026-11-20T10:00 severity=critical status=open owner=P-3|
evidence not compared of late|db EV-1 kind=attached kind_key=00 sha256=00 created=2025-01-06T09:00:00Z|7.5.3~
evidence compared of late|db EV-1 kind=attached kind_key=00 sha256=00 created=2025-01-06T09:00:00Z verified=2026-11-02|
fewer clauses are met than before|add snapshot kind=month ; db SN-1 met=33 above=4 ; db SN-2 met=20 above=4 before=SN-1|10.1~
a review is late|set RV-2 planned=2026-11-20|9.3.1~
from when on the action of an issue is looked at|set CI-1 actions=AC-2 ; set AC-2 effect_after=|6.1.1~
a nonconformity without an answer|add nonconformity title=Hole status=open detected=2026-10-05 due=2026-12-21 owner=P-3|10.2~
a nonconformity of this month|add nonconformity title=Hole status=open detected=2026-11-16 due=2026-12-21 owner=P-3|
audits of clauses are too old|db AU-1 held=2020-01-06|9.2.1!
audits are too old|db audit held=2020-01-06|7.5.1! 9.2.1!
the audits' report|db audit reported=|7.5.1! 9.2.1!
an audit was reported late|db AU-1 reported=2026-11-20|9.2.1~
an audit by the officer|db AU-1 auditor=P-2 independent=|9.2.1!
an audit that was not independent when it was reported|db AU-1 independent=no|9.2.1!
an audit by the owner of a clause|db AU-1 independent= ; set 2022:9.1 owner=P-14|9.2.1!
who owned a clause only after the audit|set 2022:9.1 owner=P-14|
the auditor audits the audits|db AU-3 auditor=P-14|9.2.1~
a letter about the plans of two risks|add acceptance risk=R-1 risks=R-5 kind=plan owner=P-3 date=2026-11-02 status=accepted ; db RC-1 status=withdrawn status_key=02|
more risks are above the threshold than before|add snapshot kind=month ; db SN-1 met=20 above=4 ; db SN-2 met=20 above=5 before=SN-1|10.1~
figures that are worse, and said why|add snapshot kind=month ; db SN-1 met=33 above=4 ; db SN-2 met=20 above=4 before=SN-1 ; set SN-2 reason=Moved|
ROWS

# A condition that nothing breaks asks nothing; one that nothing meets cannot be met.
sort -u seen.out >seen.sorted
if test -z "${NORIA_TEST_SLOW-}"; then
	for which in 'fails empty' 'met not_asked'; do
		for outcome in $which; do
			sed -n "s/ $outcome\$//p" seen.sorted
		done | sort -u >ever.out
		ok "each condition is seen to be one of: $which" sh -c 'comm -23 conditions.out ever.out | grep . && exit 1; exit 0'
	done
fi

# ---- days that pass ----

# What recurs counts for twelve months, what was signed until its day.
for later in 2027-05-10 2028-06-01; do
	NORIA_CLOCK=${later}T09:30:00Z
	status 1 "on $later it is no yes any more" noria verdict "$F" --read-only
done
ok "after two years nothing that recurs is met" test "$(fallen "$F" | tr ' ' '\n' | grep -c '^\(5.2\|6.1.2\|7.3\|8.2\|9.2.1\|9.3.1\)!')" -eq 6
NORIA_CLOCK=2026-11-23T09:30:00Z

# What is signed or reported changes no more: the step says where it is said instead, and does not propose what is refused.
cp "$F" broken.noria
break_piece broken.noria "unlink AU-1 reported_to"
has "what stands as it was is said in the next one" "Write to whom AU-1 was reported: it stands as it was" noria verdict broken.noria
has "by a line that runs" "noria add FILE audit title=... reported_to=..." noria verdict broken.noria

# Where no risk is above the threshold, one that nobody rated could be.
cp "$F" broken.noria
break_piece broken.noria "set R-1 current_likelihood=1 ; set R-2 current_likelihood=1 ; set R-3 current_likelihood=1 ; set R-4 current_likelihood=1 ; set R-8 current_likelihood="
has "what is not rated is not said to be below" "6.1.3 f   not assessed" noria verdict broken.noria
has "and is to be rated" "Rate likelihood and impact of R-8" noria verdict broken.noria

# An overrule is told apart and is no yes.
cp "$F" broken.noria
noria set broken.noria CM-2 speaker= >/dev/null 2>&1
noria add broken.noria overrule requirement=2022:7.4 from=partial to=met reason="The duty list names them" evidence=EV-4 by=P-4 at=2026-11-20 expiry=2027-05-03 >/dev/null 2>&1
has "an overrule is counted apart" "but 1 by overrule only" sh -c 'noria verdict broken.noria | tr -s "\n " " "'
status 1 "and gives no yes" noria verdict broken.noria
finish
