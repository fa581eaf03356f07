# August.  Summer.  A false notice is told within the hour; the copies move to the hill.

on 2027-08-09 tlindgren # Monday
add incident title="A false notice of the bank" detected=2027-08-09T09:10 kind=event severity=low status=closed owner="Tomas Lindgren" category=fraud \
	occurred=2027-08-09T09:00 reported=2027-08-09T09:30 reporter="Ines Falk" classified=2027-08-09T10:00 contained=2027-08-09T10:10 resolved=2027-08-09T10:30 \
	description="Two people asked before they clicked." cause="Our addresses are on our pages." response="The sender was blocked." personal=no closed=2027-08-09

on 2027-08-30 aokoye # Monday
change AC-1 status=done done=2027-08-30 progress=100 spent=3800
on 2027-08-31 aokoye
change R-1 current_likelihood=2
record IN-50 9
record IN-51 92
record CK-1 pass
on 2027-08-31 pvisser
record CK-2 pass
