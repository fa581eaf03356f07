# September.  Ines Falk, who answers for nothing of it, audits.  Somebody new comes, and is briefed.

on 2027-09-06 mwinter # Monday
add programme title="Audits of the year" years=1 start=2027-09-06 end=2028-09-29 status=approved frequency="Clauses and controls once a year" methods="Interviews, papers, samples" \
	responsibilities="Ines Falk for the clauses, an outside body for the controls." criteria="Importance of the process, earlier results, incidents." \
	approver="Maren Winter" approved=2027-09-06
on 2027-09-06 ifalk
add audit title="Internal audit of the clauses" kind=internal planned=2027-09-20 auditor="Ines Falk" programme=AP-1 announced=yes scope="The whole scope." \
	criteria="ISO/IEC 27001:2022, and our own policy and papers." requirements="$(echo "$CLAUSES" | sed 's/2022:9.2.[12],//g')" units=U-1,U-3 method=interview,document,sampling
add audit title="Outside audit of the controls" kind=internal planned=2028-05-15 body="Auditors of the coast" programme=AP-1 announced=yes \
	scope="All controls that apply." criteria="Annex A and the statement of applicability." controls="$CONTROLS"
add audit title="Audit of the audits" kind=internal planned=2027-09-24 auditor="Piet Visser" programme=AP-1 announced=yes \
	scope="What Ines Falk does." criteria="Clause 9.2, and the programme." requirements=2022:9.2.1,2022:9.2.2 method=document

on 2027-09-13 rlund # Monday
add person name="Leo Strand" function="Draws charts" unit=U-2 kind=staff joined=2027-09-13
change U-2 headcount=5
add training title="Welcome of Leo Strand" kind=awareness topic="The policy, his own part in it, whom to tell." audience=U-2 planned=2027-09-17 held=2027-09-17 status=held \
	trainer="Tomas Lindgren" length=45 policy=PO-1 invited=1 present=1
on 2027-09-17 rlund
add attendance training=TR-2 person="Leo Strand" present=yes date=2027-09-17
add acknowledgement policy=PO-1 person="Leo Strand" date=2027-09-17 how="On paper"

on 2027-09-20 ifalk # Monday
prepare AU-1
change AU-1 status=ongoing
on 2027-09-22 ifalk
add finding audit=AU-1 title="Restoring was tried with one chart only" grade=minor requirement=2022:8.1 statement="CK-1 asks for charts." evidence="Two results of CK-1." \
	gap="The store as a whole was never restored." owner="Ada Okoye" due=2027-12-17
change AU-1 status=ongoing held=2027-09-22
noria list "$F" auditpoint --where=audit=AU-1 --format=tsv | sed -n '2,$s/^\([^	]*\)	.*/\1,Ines Falk,Three records of it.,ok/p; 1i ref,asked,seen,verdict' >points.csv
import auditpoint <points.csv
change AU-1 status=done conclusion="One minor nonconformity." opinion=but
on 2027-09-24 ifalk
change AU-3 status=done held=2027-09-24 conclusion="The programme is followed." opinion=conforms
on 2027-09-27 tlindgren
add nonconformity title="The store as a whole was never restored" origin=audit detected=2027-09-22 owner="Ada Okoye" due=2027-12-17 grade=minor finding=F-1 requirement=2022:8.1 risk=R-1

on 2027-09-30 aokoye # Thursday
record IN-50 8
record IN-51 96
record CK-1 pass
on 2027-09-30 pvisser
record CK-2 pass
on 2027-09-30 tlindgren
record IN-49 100
record CK-3 pass
