# March.  Who does what, the policy, how much risk is borne, and the papers that hold it.

on 2027-03-01 tlindgren # Monday
import role <<'CSV'
title,short,holders,deputies,unit,duties,authority,time,assigned
Security officer,SO,Tomas Lindgren,Ada Okoye,Management,Runs the ISMS and reports on it.,May have an account closed.,Two days a week,2027-03-01
Internal auditor,IA,Ines Falk,,,Audits the ISMS by its programme.,Sees every record and answers for none.,Eight days a year,2027-03-01
Head of systems,SYS,Ada Okoye,Tomas Lindgren,Systems,Owns the risks of systems.,Stops a change.,,2027-03-01
Head of charts,CH,Piet Visser,Rosa Lund,Charts,Owns the risks of charts.,Stops a publication.,,2027-03-01
People and accounts,PA,Rosa Lund,Maren Winter,Management,Owns the risks of people and money.,Signs up to the budget.,,2027-03-01
CSV
import responsibility <<'CSV'
title,responsible,accountable,informed,requirement,control,criteria
Assess and treat risks,Security officer,General management,Head of charts,2022:6.1.2,,Each risk above the threshold has a signed plan.
Keep the statement of applicability (SoA),Security officer,General management,Head of charts,2022:6.1.3,,No line changed without an issue.
Keep documents,Security officer,Security officer,General management,2022:7.5.3,,None is past its review.
Competence and awareness,People and accounts,People and accounts,General management,2022:7.2,,Nine in ten reached each year.
Internal audit,Internal auditor,General management,Security officer,2022:9.2.2,,Each clause once a year.
Management review,Security officer,General management,Head of charts,2022:9.3.1,,"Once a year, signed."
Nonconformity and correction,Security officer,Security officer,General management,2022:10.2,,None open for half a year.
Handle incidents,Head of systems,Security officer,General management,,2022:A.5.24,Answered within four hours.
Suppliers,People and accounts,People and accounts,General management,,2022:A.5.19,Assessed each year.
CSV
change RS-2 follows=RS-1
change RS-6 follows=RS-5
change RS-7 follows=RS-5

on 2027-03-15 tlindgren # Monday: the papers
import document <<'CSV'
title,identifier,kind,version,outside,owner,status,classification,approver,approved,review,format,location,retention,requirement,controls
How risks are assessed and treated,EC-01,procedure,1,,Tomas Lindgren,approved,internal,Maren Winter,2027-03-15,2028-03-15,PDF,Folder ISMS,Three years,"2022:6.1.2,2022:6.1.3",
Charter of use,EC-02,policy,1,,Rosa Lund,approved,internal,Maren Winter,2027-03-15,2028-03-15,PDF,Folder ISMS,Three years,,2022:A.5.10
Incident procedure,EC-03,procedure,1,,Tomas Lindgren,approved,internal,Maren Winter,2027-03-15,2028-03-15,PDF,Folder ISMS,Three years,,2022:A.5.26
How systems are run,EC-04,procedure,1,,Ada Okoye,approved,internal,Maren Winter,2027-03-15,2028-03-15,PDF,Folder ISMS,Three years,,"2022:A.5.37,2022:A.8.9"
ISO/IEC 27001:2022,EC-05,other,2022,yes,Tomas Lindgren,approved,internal,Maren Winter,2027-03-15,2028-03-15,Paper,Shelf of the officer,Until the next edition,,
Scope of the ISMS,EC-06,policy,1,,Tomas Lindgren,approved,internal,Maren Winter,2027-03-15,2028-03-15,PDF,Folder ISMS,Three years,2022:4.3,
CSV

on 2027-03-22 mwinter # Monday: she signs
add policy title="Security policy" kind=policy version=1 status=force commits=requirements,improvement public=yes author="Tomas Lindgren" \
	owner="Tomas Lindgren" text="Soundings are secret, charts are right, tides are there in a storm. We keep the law and our contracts, and get better each year." \
	signatory="Maren Winter" function="Owner and director" signed=2027-03-22 effective=2027-03-29 review=2028-03-15
add threshold method=iso5x5 level=2 date=2027-03-22 owner="Maren Winter" reason="A moderate risk is borne, a high one is treated or signed." review=2028-03-15
change iso5x5 reason="Five levels are told apart by everybody here." when="Each year, after each change of the ISMS, after each grave incident."
