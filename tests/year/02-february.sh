# February.  The study: what stands around the firm, who expects what of it, where its edges are.

on 2027-02-01 tlindgren # Monday
import issue <<'CSV'
title,kind,topic,relevant,reason,effect,nature,owner,review
Ports write security into their tenders,external,market,yes,Two of five did last year.,Who shows an ISMS wins them.,opportunity,Maren Winter,2028-03-31
Nine people know everything,internal,people,yes,Who leaves takes it along.,Each role has a deputy.,risk,Rosa Lund,2028-03-31
Storms reach the cellar,external,climate,yes,The quay was under water twice in ten years.,The copies leave the cellar.,risk,Ada Okoye,2028-03-31
CSV
import party <<'CSV'
name,kind,requirements,stake,addressed,how,climate,obligation,controls,owner,review
Ports,client,Their soundings are seen by nobody else.,Their dredging contracts.,yes,By the policy and the rights of access.,no,OB-2,,Piet Visser,2028-03-31
Data protection authority,authority,Breaches are notified within 72 hours.,The law.,yes,By the incident procedure.,no,OB-1,,Tomas Lindgren,2028-03-31
Staff,staff,"Clear rules, and time to keep them.",Their work.,yes,By the charter and the sessions.,no,,2022:A.6.3,Rosa Lund,2028-03-31
The yacht club next door,other,That we answer the phone in a storm.,Its boats.,no,The harbour office does; nothing of it concerns the ISMS.,yes,,,Rosa Lund,2028-03-31
CSV

on 2027-02-15 tlindgren # Monday
change ORG-1 scope="Drawing sea charts and reckoning tides for ports, with the systems that hold their soundings, at Brest." \
	exclusions="The shop in the hall, which sells printed charts of others."
import scope <<'CSV'
title,kind,included,justification,interface,unit,party
Drawing charts,activity,yes,What ports pay for.,,Charts,
Running the systems,activity,yes,Without them no chart is drawn.,,Systems,
The house on the quay,site,yes,Everybody works there.,,Management,
Hosting of the tide service,interface,yes,"The machines are another's, the data are ours.","The host answers for machines and network, Ada Okoye for systems and data.",,Ports
The shop in the hall,activity,no,It sells charts of others and holds nothing of ports.,,,
CSV

on 2027-02-22 mwinter # Monday: the study is good
add decision title="The study is validated" kind=study date=2027-02-22 status=decided reasoning="It says where we stand." \
	text="Scope and calendar are those of the study." signatory="Maren Winter" function="Owner and director" no_action="Carried by the year."
add decision title="The means of the year" kind=resources date=2027-02-22 status=decided reasoning="An officer without time is none." \
	text="Thirty thousand euros, two days a week of the officer, eight days of the auditor." signatory="Maren Winter" function="Owner and director" \
	no_action="The budget stands in the accounts."
