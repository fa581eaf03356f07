# October.  The audit is reported, its finding answered; the house is not the same as in spring, so risks are looked at again.

on 2027-10-04 ifalk # Monday
change AU-1 status=reported reported=2027-10-04 reported_to="Maren Winter" sample="Five records of each register." sampled=5 population=40
change AU-3 status=reported reported=2027-10-04 reported_to="Maren Winter"
on 2027-10-11 aokoye # Monday
change NC-1 status=action correction="The whole store was restored on a spare machine." consequences="For two months nobody knew how long it takes." \
	cause="The check said what, and not how much." method=why elsewhere=no where="The other check says how much."
add action title="Restore the whole store each quarter" kind=corrective owner="Ada Okoye" start=2027-10-11 due=2027-11-05 status=ongoing nonconformity=NC-1 \
	control=2022:A.8.13 asked="Maren Winter" budget=500 effect="Back within six hours." effect_after=2027-12-03
change F-1 status=closed answer="See NC-1." answered=2027-10-11 accepted=yes
on 2027-10-18 rlund
change AC-3 status=done done=2027-10-18 progress=100 spent=0
on 2027-10-25 tlindgren # Monday
add assessment title="Assessment after the move of the copies" date=2027-10-25 trigger=periodic status=closed scope="The whole scope." method=iso5x5 before=RA-1 \
	participants="Maren Winter,Tomas Lindgren,Ada Okoye,Piet Visser,Rosa Lund" reason="The method of spring, so that both compare." \
	conclusion="Water left the risks above the threshold."
on 2027-10-29 aokoye # Friday
record IN-50 6
record IN-51 97
record CK-1 pass
change AC-1 effective=yes checked=2027-10-29 checker="Tomas Lindgren"
on 2027-10-29 pvisser
record CK-2 pass
