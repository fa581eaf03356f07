# July.  What is to be reached, how it is measured, what is checked.  The wheel has a name.

on 2027-07-05 tlindgren # Monday
add cycle title="First year" start=2027-01-04 end=2028-01-31 phase=do goals="Know the risks, reach a yes, answer the port."
add objective title="The chart store is back within six hours" measure="Hours from the order to the first chart" target="6 hours at most" owner="Ada Okoye" \
	due=2028-06-30 status=ongoing policy=PO-1 communicated=2027-07-05 reviewed=2027-07-05 before=20
import indicator <<'CSV'
name,need,measure,unit,target,amber,red,better,frequency,start,level,aspect,status,owner,collector,analyst,source,controls,objective
Plans signed,Do owners stand behind the plan?,Signed of all above the threshold,%,100,90,75,higher,quarter,2027-07-01,strategic,organisational,active,Maren Winter,Tomas Lindgren,Tomas Lindgren,Noria,,
Hours to restore,Are we back in a watch?,Hours of the test of the month,h,6,8,12,lower,month,2027-07-01,functional,technical,active,Ada Okoye,Ada Okoye,Tomas Lindgren,The log,"2022:A.8.13,2022:A.7.5",OJ-1
Flaws patched in thirty days,Are flaws closed in time?,In time of all that were due,%,95,90,80,higher,month,2027-07-01,operational,technical,active,Ada Okoye,Ada Okoye,Tomas Lindgren,The console,2022:A.8.8,
CSV
import check <<'CSV'
title,what,kind,status,owner,every,on,start,grace,control,requirement
Restore a chart,The chart of last month is opened from the copy.,human,active,Ada Okoye,month,last,2027-07-01,10,"2022:A.8.13,2022:A.7.5",
Who may see soundings,No account without its person.,human,active,Piet Visser,month,last,2027-07-01,10,"2022:A.8.5,2022:A.5.15,2022:A.5.23",
State of the ISMS,"Plans signed, papers in date.",human,active,Tomas Lindgren,quarter,last,2027-07-01,10,,2022:4.4
CSV
for process in 1 2 3 4 5; do change RS-$process check=CK-3; done
change RS-8 check=CK-2

on 2027-07-12 rlund # Monday: who works for us
add supplier name="Tidehost" service="Hosts the tide service" kind=hosting status=active critical=3 data=internal owner="Rosa Lund" contract=TH-12 clauses=yes \
	clauses_text="Annex 2: notice within 24 hours." start=2026-09-01 exit="Data given back in a month." assessment=questionnaire assessed=2027-07-12 result=3 \
	review=2028-06-30 asset=AS-5 risk=R-3
change RS-9 supplier=SU-1

on 2027-07-30 aokoye # Friday: the first values
record IN-50 14
record IN-51 88
record CK-1 pass
on 2027-07-30 pvisser
record CK-2 pass
