# What a closed assessment shows of the risks stays as it was, whatever they are called later.
size 100x40
file
shell fresh $F --organisation=Test
shell noria add $F person name="Jeanne Roy"
shell noria add $F risk title="Theft of laptops" owner=P-1 current_likelihood=4 current_impact_c=3 current_impact_t=2 treatment=modify
shell noria add $F risk title="Fire" current_likelihood=1 current_impact=1
shell noria add $F assessment title="First round" risk=R-1
shell noria set $F RA-1 status=closed
shell noria set $F P-1 name="Jeanne Durand"
shell noria set $F R-1 title="Water" treatment=retain current_likelihood=1
shell noria set $F iso5x5 threshold=4
start $F
wait "Test"
type :
settle
type assessments
settle
key Enter
wait "> RA-1"
key Enter
wait "RA-1  First round"
wait "risks up to M Moderate"
expect "R-1 Theft of laptops"
expect "Owner: Jeanne Roy"
expect "Current impact T: 2"
expect "Treatment: modify"
reject "Ratings when closed"
reject "Fire"
key q
settle
key q
settle
key q
exit 0
