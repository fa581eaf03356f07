# January.  Nine people at Brest draw sea charts and reckon tides for harbours.  A port asks how they keep its soundings,
# Maren Winter, who owns the firm, has no answer, and Tomas Lindgren is told to find one.

on 2027-01-04 tlindgren # Monday: the file, and who we are
noria_new "Ebb and Chart"
add unit name=Management headcount=3
add unit name=Charts parent=U-1 headcount=4
add unit name=Systems parent=U-1 headcount=2
import person <<'CSV'
name,function,unit,login,mail,kind
Maren Winter,Owner and director,Management,mwinter,mwinter@ebb.example,staff
Tomas Lindgren,Security officer,Management,tlindgren,tlindgren@ebb.example,staff
Ada Okoye,Head of systems,Systems,aokoye,aokoye@ebb.example,staff
Piet Visser,Head of charts,Charts,pvisser,pvisser@ebb.example,staff
Rosa Lund,People and accounts,Management,rlund,rlund@ebb.example,staff
Ines Falk,"Surveyor, audits the quality of charts",Charts,ifalk,ifalk@ebb.example,staff
CSV
change U-1 manager="Maren Winter"
change U-2 manager="Piet Visser"
change U-3 manager="Ada Okoye"
change ORG-1 activity="Sea charts and tide tables" time_zone=Europe/Paris officer="Tomas Lindgren" budget=30000

on 2027-01-11 tlindgren # Monday: what binds us, and what is there already
import obligation <<'CSV'
title,kind,source,summary,owner,hours,authority,review
Protect personal data and notify breaches,law,"GDPR, articles 32 and 33","Security suited to the risk, 72 hours to notify.",Tomas Lindgren,72,CNIL,2028-03-31
Keep the soundings of harbours secret,contract,"Contract of the port, article 9",Soundings are shown to nobody else.,Piet Visser,,,2028-03-31
CSV
import mechanism <<'CSV'
title,area,maturity,target,owner,description
Nightly backup,technical,3,4,Ada Okoye,"Each night, to a store in the cellar."
Second look at each chart,organisation,4,4,Piet Visser,Nobody publishes a chart alone.
CSV

on 2027-01-25 mwinter # Monday: the owner decides
add role title="General management" short=GM holders="Maren Winter" deputies="Rosa Lund" unit=U-1 management=yes \
	assigned=2027-01-04 duties="Decides on scope, policy, threshold and means; chairs the review." authority="Accepts risks above the threshold."
add decision title="Ebb and Chart sets up an ISMS" kind=begin date=2027-01-25 status=decided reasons=client,obligation \
	reasoning="A port asks how its soundings are kept, and nobody can say." text="An ISMS that conforms to ISO/IEC 27001 is set up." \
	signatory="Maren Winter" function="Owner and director" no_action="Carried by the study."
