# April.  What is worth protecting, what could happen to it, how bad that would be.

on 2027-04-05 tlindgren # Monday
import asset <<'CSV'
name,type,owner,classification,supports,unit,review
Making of charts,process,Piet Visser,confidential,,Charts,2028-03-31
Soundings of ports,information,Piet Visser,secret,Making of charts,Charts,2028-03-31
Tide tables,information,Ada Okoye,public,Making of charts,Systems,2028-03-31
Chart store,hardware,Ada Okoye,secret,"Making of charts,Soundings of ports",Systems,2028-03-31
Tide service,service,Ada Okoye,internal,Tide tables,Systems,2028-03-31
Laptops,hardware,Ada Okoye,confidential,Making of charts,Systems,2028-03-31
CSV
change SC-1 asset=AS-1,AS-2
change SC-2 asset=AS-3,AS-4
change SC-4 asset=AS-5

on 2027-04-12 tlindgren # Monday: two mornings with the heads
import risk <<'CSV'
title,asset,owner,inherent_likelihood,inherent_impact,current_likelihood,current_impact,status,identified,review
Water reaches store and copies,AS-4,Ada Okoye,3,5,3,4,assessed,2027-04-12,2028-03-31
Soundings are read by strangers,AS-2,Piet Visser,4,5,3,4,assessed,2027-04-12,2028-03-31
The host of the tide service fails,AS-5,Ada Okoye,3,4,2,5,assessed,2027-04-12,2028-03-31
A laptop is lost at sea,AS-6,Ada Okoye,4,4,2,3,assessed,2027-04-12,2028-03-31
A chart is published with a wrong depth,AS-1,Piet Visser,3,4,2,3,assessed,2027-04-12,2028-03-31
Somebody leaves and nobody knows how,AS-1,Rosa Lund,3,3,2,2,assessed,2027-04-12,2028-03-31
CSV
change CI-2 risk=R-6
change CI-3 risk=R-1

on 2027-04-26 tlindgren # Monday
add assessment title="First assessment" date=2027-04-26 trigger=initial status=closed scope="The whole scope." method=iso5x5 \
	participants="Maren Winter,Tomas Lindgren,Ada Okoye,Piet Visser,Rosa Lund" reason="Simple enough to be repeated by others." \
	conclusion="Three risks above the threshold."
on 2027-04-29 tlindgren # Thursday: a slip, taken back
change R-5 current_likelihood=5
undo
