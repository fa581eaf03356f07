# What is drawn of blocks and lines: in Unicode where the locale and the terminal have it, else in ASCII; the columns
# of the dashboard.
file
shell sample $F

# ---- One column of figures at 80 columns, bars in eighths on their track ----
start $F
wait Valmont
type 7
wait "> Risks above the threshold undecided"
expect "  implemented                             33      ██████████████████▍░░░░░░░░░"
expect "  partial                                 50      ████████████████████████████"
expect "  applicable, status not said              0      ░░░░░░░░░░░░░░░░░░░░░░░░░░░░"
reject ##
# Nothing stands beside it.
key Right
expect "> Risks above the threshold undecided"
# It scrolls with the cursor, and a figure opens its records.
key End
wait "> status not said"
expect "Rules of the policies"
reject Work
key Home
wait "> Risks above the threshold undecided"
expect Work
key q q
exit 0

# ---- Two columns at 120, and what is too long for one goes on below ----
size 120x40
start $F
wait Valmont
type 7
wait "> Risks above the threshold undecided"
expect "Acceptances that do not hold any more    2/5  !             retain"
expect "A.5 Organizational controls             16/37   ███▍░░░░"
key Down*2
expect "> Actions late"
key Right
wait "> avoid"
key Down
wait "> share"
key Left
wait "> Actions open"
key Enter
wait "Work: Actions open"
key q
wait "> Actions open"
# A click puts the cursor there, a second opens.
mouse click 3 70
wait "> modify"
mouse double-click 5 70
wait "Risks by treatment: avoid"
key q
# Along the column, and from its last figure to the first of the next.
key Home
wait "> Risks above the threshold undecided"
key Left
expect "> Risks above the threshold undecided"
key q q
exit 0

# ---- Three at 200 ----
size 200x60
start $F
wait Valmont
type 7
wait "> Risks above the threshold undecided"
key Right Right
wait "> low"
key Right
expect "> low"
key q q
exit 0

# ---- French: a long label is whole, on two lines ----
env LC_ALL=fr_FR.UTF-8
size 120x40
start $F
wait Valmont
type 7
wait "Risques au-dessus du seuil sans"
expect "> Risques au-dessus du seuil sans          0"
expect "   décision"
reject …
mouse click 8 8
wait "> Incidents ouverts"
mouse click 4 5
wait "> Risques au-dessus du seuil sans"
key q q
exit 0
env LC_ALL=C.UTF-8
size 80x24

# ---- The guide and the checklist tell how far it is ----
start $F
wait Valmont
type 0
wait "of 23 steps done  ██████"
type 6
wait "A.5 Organizational controls             ████▎░░░░░  16/37 done"
key q q
exit 0

# ---- ASCII where the terminal, the locale or the reader has no blocks ----
term linux
start $F
wait Valmont
type 7
wait "  implemented                             33      ###################"
reject █
reject ░
type 6
wait "A.5 Organizational controls             ####......  16/37 done"
type 0
wait "of 23 steps done"
reject #
key q q
exit 0
term vt100
start $F
wait Valmont
type 7
wait "  implemented                             33      ###################"
key q q
exit 0
term xterm-256color
env LC_ALL=C
start $F
wait Valmont
type 7
wait "  implemented                             33      ###################"
key q q
exit 0
env LC_ALL=C.UTF-8
shell mkdir -p .config/noria; echo accessible yes >.config/noria/config
start $F
wait Valmont
type 7
wait "  implemented                             33      ###################"
reject ░
key q q
exit 0
