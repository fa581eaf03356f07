# December.  The correction is looked at by another, the owner looks at all of it, the statement is issued anew, a body is asked.

on 2027-12-03 tlindgren # Friday
change AC-4 effective=yes checked=2027-12-03 checker="Tomas Lindgren"
change NC-1 status=verified effective=yes checked=2027-12-03 checker="Tomas Lindgren" how="The whole store was back in five hours."
change NC-1 status=closed closed=2027-12-03
on 2027-12-06 mwinter # Monday
prepare RV-1
add decision title="The store is restored each quarter" kind=other date=2027-12-06 status=decided reasoning="Half a year is too long to wait for bad news." \
	text="The whole store is restored each quarter." signatory="Maren Winter" function="Owner and director"
add action title="Write the quarter into the check of restoring" kind=improvement owner="Ada Okoye" due=2028-01-28 status=planned decision=D-4 asked="Maren Winter" budget=0 \
	effect="The check says how much." effect_after=2028-04-28
change RV-1 status=done held=2027-12-06 participants="Maren Winter,Tomas Lindgren,Ada Okoye,Piet Visser,Rosa Lund" next=2028-12-04 number=1 \
	in_a="There was no review before." in_b="Nothing left the list, nothing joined it." in_c="A port asks who saw its soundings (FB-1)." in_d1="One, minor, in hand (NC-1)." \
	in_d2="On target (AN-1)." in_d3="Conforms but for one minor (AU-1)." in_d4="Six hours, target six." in_e="One question, answered (FB-1)." \
	in_f="Water left the risks above the threshold; soundings and host are signed." in_g="The page for tenders." \
	decisions="The store is restored each quarter (D-4)." out_improve="The check says how much is restored." out_change="Nothing of the ISMS changes." \
	resources="The means of the year stay." decided=D-4 actions=AC-5
on 2027-12-08 mwinter
change RV-1 status=signed signatory="Maren Winter" signed=2027-12-08
add review title="Second management review" planned=2028-12-04

on 2027-12-13 tlindgren # Monday: what the statement says is what is done
change soa:2022:A.7.5 implementation="The copies lie on the hill."
on 2027-12-13 mwinter
issue 1.1 approver="Maren Winter" function="Owner and director"
on 2027-12-20 tlindgren # Monday
change CM-1 last=2027-12-20 next=2028-06-19
add certificate body="Certifiers of the coast" standard="ISO/IEC 27001:2022" scope="Sea charts and tide tables, at Brest." statement=SO-2 stage=applied
on 2027-12-31 aokoye # Friday
record IN-50 5
record IN-51 98
record CK-1 pass
on 2027-12-31 pvisser
record CK-2 pass
on 2027-12-31 tlindgren
record IN-49 100
record CK-3 pass
