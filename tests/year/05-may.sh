# May.  What is done about it, the statement of applicability, and who stands behind it.

on 2027-05-03 tlindgren # Monday: treatment
change R-1 treatment=modify treatment_reason="The quay floods again." controls=2022:A.8.13,2022:A.7.5 residual_likelihood=2 residual_impact=4
change R-2 treatment=modify treatment_reason="Secrecy is what ports buy." controls=2022:A.8.5,2022:A.5.15 residual_likelihood=2 residual_impact=4
change R-3 treatment=retain treatment_reason="Ports have paper tables for three days; a second host costs more than that." residual_likelihood=2 residual_impact=5 \
	controls=2022:A.5.23
change R-4 treatment=modify treatment_reason="The disks are encrypted." controls=2022:A.8.1,2022:A.8.24 residual_likelihood=2 residual_impact=3 status=treated
change R-5 treatment=modify treatment_reason="A second look at each chart." controls=2022:A.5.37 residual_likelihood=2 residual_impact=3 status=treated
change R-6 treatment=modify treatment_reason="Deputies." controls=2022:A.6.3 residual_likelihood=2 residual_impact=2 status=treated

on 2027-05-10 tlindgren # Monday: the plan
add action title="Carry the copies to the house on the hill" kind=treatment owner="Ada Okoye" start=2027-05-10 due=2027-08-30 status=ongoing risk=R-1 \
	control=2022:A.8.13 asked="Maren Winter" budget=4000 effect="Water cannot reach them." effect_after=2027-10-29
add action title="Second factor for whoever sees soundings" kind=treatment owner="Ada Okoye" start=2027-05-10 due=2028-02-28 status=ongoing risk=R-2 \
	control=2022:A.8.5 asked="Maren Winter" budget=6000 effect="A stolen password opens nothing." effect_after=2028-05-31
add action title="One page for tenders" kind=improvement owner="Rosa Lund" start=2027-05-10 due=2027-09-30 status=planned asked="Maren Winter" budget=0 \
	effect="One answer for all ports." effect_after=2027-11-30
change CI-1 actions=AC-3
import applicability <"$YEAR/soa.csv"

on 2027-05-17 aokoye # Monday: each owner signs
add acceptance risk=R-1 kind=plan owner="Ada Okoye" function="Head of systems" date=2027-05-17 status=accepted reason="I stand behind it."
add acceptance risk=R-3 kind=residual level=3 owner="Ada Okoye" function="Head of systems" date=2027-05-17 expiry=2028-03-31 status=accepted reason="Three days on paper are borne."
on 2027-05-17 pvisser
add acceptance risk=R-2 kind=plan owner="Piet Visser" function="Head of charts" date=2027-05-17 status=accepted reason="I stand behind it."

on 2027-05-31 mwinter # Monday
change R-3 status=accepted
issue 1.0 approver="Maren Winter" function="Owner and director"
