# June.  People: what they must know, what they are told, what they signed.

on 2027-06-07 rlund # Monday: everybody in the hall
add training title="Security on the quay" kind=awareness topic="The policy, one's own part in it, what follows when it is not kept." audience=U-1,U-2,U-3 \
	planned=2027-06-07 held=2027-06-07 status=held trainer="Tomas Lindgren" length=60 policy=PO-1 invited=9 present=9
import attendance <<'CSV'
training,person,unit,count,present,date
TR-1,Maren Winter,,,yes,2027-06-07
TR-1,,Management,2,yes,2027-06-07
TR-1,,Charts,4,yes,2027-06-07
TR-1,,Systems,2,yes,2027-06-07
CSV
import acknowledgement <<'CSV'
policy,unit,count,date,how
PO-1,Management,3,2027-06-07,In the session
PO-1,Charts,4,2027-06-07,In the session
PO-1,Systems,2,2027-06-07,In the session
CSV

on 2027-06-14 rlund # Monday: what shows what they master
import evidence <<'CSV'
title,date,until,kind,location,owner,classification,control,requirement
Certificate of the officer,2027-01-15,2028-12-29,referenced,Folder of people,Rosa Lund,internal,,2022:7.2
Certificate of the auditor,2026-11-16,2028-12-29,referenced,Folder of people,Rosa Lund,internal,,2022:7.2
Signed undertakings of secrecy,2027-06-07,2028-12-29,referenced,Folder of people,Rosa Lund,internal,2022:A.6.6,
CSV
add evidence title="Sheet of the course for owners of risks" date=2027-06-09 kind=attached owner="Rosa Lund" classification=internal requirement=2022:7.2
attach EV-4 "$YEAR/sheet.txt"
import competence <<'CSV'
skill,role,person,required,held,how,evidence,assessed,by
Running an ISMS,Security officer,,4,4,certificate,EV-1,2027-06-14,Rosa Lund
Auditing a management system,Internal auditor,,4,4,certificate,EV-2,2027-06-14,Rosa Lund
Owning risks of systems,Head of systems,,3,3,course,EV-4,2027-06-14,Rosa Lund
Owning risks of charts,Head of charts,,3,3,course,EV-4,2027-06-14,Rosa Lund
Owning risks of people,People and accounts,,3,3,course,EV-4,2027-06-14,Tomas Lindgren
CSV

on 2027-06-21 tlindgren # Monday
add communication subject="State of security" kind=internal unit=U-1,U-2,U-3 occasion=periodic when="Each half year" next=2027-12-20 channel="The hall" \
	speaker="Tomas Lindgren" deputy="Ada Okoye"
add communication subject="Crisis and authorities" kind=external audience=IP-1,IP-2 occasion=event when="Within 24 hours" last=2027-06-21 channel="Telephone" \
	speaker="Maren Winter" deputy="Rosa Lund" document=DO-3
