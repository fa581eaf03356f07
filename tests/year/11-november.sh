# November.  The correction is made, and the figures are read.

on 2027-11-05 aokoye # Friday
change AC-4 status=done done=2027-11-05 progress=100 spent=400
on 2027-11-08 tlindgren # Monday
add analysis title="Analysis before the review" date=2027-11-08 by="Tomas Lindgren" indicators=IN-49,IN-50,IN-51 findings="Restoring went from fourteen hours to six." conclusion=planned status=signed
change OJ-1 reviewed=2027-11-08 result="6 hours in October"
add feedback party=IP-1 title="Who saw our soundings?" text="The port asks who saw them last year." at=2027-11-08 channel=mail sense=question owner="Piet Visser" answer="Two people; the list is sent." answered=2027-11-10 action=AC-3
on 2027-11-30 aokoye # Tuesday
record IN-50 6
record IN-51 98
record CK-1 pass
on 2027-11-30 pvisser
record CK-2 pass
on 2027-11-30 tlindgren
change AC-3 effective=yes checked=2027-11-30 checker="Maren Winter"
add review title="First management review" planned=2027-12-06 chair="Maren Winter"
