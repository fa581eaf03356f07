# The list of the checks: no sentence is cut, at whatever width and in either language.
file
shell sample $F
start $F
wait Valmont
type Q
wait "> !!!      4  Risk accepted without an acceptance that is valid today"
expect "  !!!      2  Risk above the threshold whose treatment plan its owner has not"
expect "              approved as it stands"
expect "  !!!      2  Exception that raises a risk above the threshold that nobody"
expect "              accepted"
# One whose second line has no room at the foot says so, until the cursor is there.
expect "  !!       2  Policy in force for 60 days that fewer than half have acknowledg…"
key Down*14
wait "> !!       2  Policy in force for 60 days that fewer than half have"
expect "              acknowledged"
reject …
# What is set aside is told behind the sentence.
wait "(1 set aside)"
key Home
# The bar goes over both lines, and the foot has what it is for.
key Down*3
wait "> !!!      2  Risk above the threshold whose treatment plan its owner has not"
expect "The owner of the risk approves its plan (clause 6.1.3 f), and anew when"
# A click on its second line means it; what scrolls shows the last line whole.
key Home
wait "> !!!      4  Risk accepted"
mouse click 6 20
wait "> !!!      2  Risk above the threshold"
key Home
wait "> !!!      4  Risk accepted"
mouse click 7 20
wait "> !!!      2  Risk above the threshold"
key End
settle
reject …
key Home
wait "> !!!      4  Risk accepted"
# With room, in one line, and its register beside it.
resize 140x40
wait "Risk above the threshold whose treatment plan its owner has not approved as it stands  "
reject …
resize 80x24
key q q
exit 0

env LC_ALL=fr_FR.UTF-8
start $F
wait Valmont
type Q
wait "Risque au-dessus du seuil dont le propriétaire n’a pas approuvé"
expect "              le plan de traitement tel qu’il est"
key q q
exit 0
