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
# Each bar with its part of the whole; labels of figures without one leave the bars their room.
expect "A.5 Organizational controls   16/37     43% █████▏░░░░░░"
expect "  retain                         7         9% █▎░░░░░░░░░░"
# A chip has its edges, and the name a gap before it.
expect " H  High "
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
expect "  partial                       50        54% ██████████████████  "
# Below them the records that the figure under the cursor counts.
wait " Work: Risks above the threshold undecided ─"
expect "It counts no record today."
key Down*2
wait " Work: Actions late ─"
wait "  AC-12  Ask the operator for a second cable"
reject ">   AC-12"
expect "Progress"
shell noria set $F AC-12 title="Ask for a second cable"
wait "  AC-12  Ask for a second cable"
key Enter
wait "> AC-12  Ask for a second cable"
key q
wait "> Actions late"
wait "  AC-12  Ask for a second cable"
# None where there is no room for them.
resize 200x30
waitnot "AC-12"
resize 200x60
wait "AC-12"
key Home
wait "> Risks above the threshold undecided"
key Right Right
wait "> planned"
key Right
expect "> planned"
key q q
exit 0

# ---- French: a long label is whole, on two lines ----
env LC_ALL=fr_FR.UTF-8
size 120x40
start $F
wait Valmont
type 7
wait "> Risques au-dessus du seuil sans décision    0"
expect "  A.5 Mesures de sécurité          16/37   ██████▍░░░░░░░░"
expect "  organisationnelles"
reject …
mouse click 28 8
wait "> A.5 Mesures de sécurité"
mouse click 29 8
settle
expect "> A.6 Mesures de sécurité"
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
key q q q
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
key q q q q
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

# ---- The action plan through time: what is open, from its first day to its last, over the whole width ----
shell rm .config/noria/config
shell rm -f $F; noria new $F --organisation=Zoo
shell noria add $F action "title=Mend the fence" start=2026-11-01 due=2026-12-31 progress=50 status=ongoing
shell noria add $F action "title=Paint the gate of the giraffes and their neighbours" start=2026-10-01 due=2026-11-10 progress=25 status=ongoing
shell noria add $F action "title=Count the keys" start=2026-10-15 due=2026-11-24 status=ongoing
shell noria add $F action "title=Feed the zebra" start=2023-01-01 due=2023-02-01 status=done
shell noria add $F action "title=Build a pond" start=2027-01-10 due=2027-01-10
shell noria add $F action "title=Dream of snow"
start $F
wait Zoo
type 9
wait "> AC-2  Paint the gate"
expect "open ones; o shows what is done too"
expect "AC-6  Dream of snow                   no date"
expect "AC-2  Paint the gate of the giraffe…   ━━━╍╍╍╍╍╍╍╍╍╍╍!┈┈┈┈│"
expect "AC-3  Count the keys                        ──────────────┤"
expect "AC-1  Mend the fence                              ━━━━━━━━┿━━──────────┤"
expect "AC-5  Build a pond                                        │                ◇"
expect "2026-11"
reject Feed the zebra
# What is done comes when it is asked for, and the days stay those of the work.
type o
wait "AC-4  Feed the zebra"
expect "o hides what is done"
expect "AC-4  Feed the zebra                  ◂                   │"
type o
waitnot Feed the zebra
# Wherever the cursor is, its bar stays in sight.
key Down*3
wait "> AC-5  Build a pond"
type +
wait "> AC-5  Build a pond"
expect ◇
type +
expect ◇
type +
expect "AC-1  Mend the fence                  ───────┤"
expect "> AC-5  Build a pond                                                     ──┤"
type -
expect ◇
type ---
expect ◇
# Another filter, and nothing that it lets through.
type f
wait "─ Filter ─"
type owner!=
key Enter
wait "No open action passes the filter; f changes it, o shows what is done too."
type f
wait "─ Filter ─"
key C-u Enter
wait "AC-5  Build a pond"
# What gets done leaves it.
key Home Down
wait "> AC-3  Count the keys"
type e
wait "AC-3  Count the keys"
key Tab*8
expect "> Status"
type do
key F2
waitnot "Count the keys  "
expect "AC-5  Build a pond"
key q q q
exit 0

# What the bars of a wide screen have room for.
size 200x60
start $F
wait Zoo
type 9
wait "> AC-2  Paint the gate"
expect "AC-2  Paint the gate of the giraffes and their neighbours  "
expect ┿
key q q q
exit 0

# As it was, where there are no such lines.
size 80x24
term linux
start $F
wait Zoo
type 9
wait "> AC-2  Paint the gate"
expect "AC-2  Paint the gate of the giraffe…   ###!!!!!!!!!!!!    |"
expect "AC-1  Mend the fence                              ########|##==========="
reject ━
key q q q
exit 0

# ---- A long text in its form: its first lines, and how many more ----
term xterm-256color
shell printf 'The zebra gets out of its paddock at night, and nobody sees it before the visitors come in.\nIt has done so twice.\nThe third.\n' >text; noria add $F risk "title=Escape of the zebra" "scenario=$(cat text)" "notes=A short one."
start $F
wait Zoo
type 1
wait "R-1  Escape of the zebra"
type e
wait "R-1  Escape of the zebra"
expect "  Scenario                   The zebra gets out of its paddock at night, and"
expect "                             nobody sees it before the visitors come … +2 lines"
# Below it the fields stand where they are drawn, for the mouse too.
mouse click 9 5
wait "> Scenario"
mouse click 12 5
wait "> Inherent likelihood"
# The last one is reached, and from there the first.
key S-Tab*7
wait 32/32
expect "  Notes                      A short one."
expect "> Ids elsewhere"
expect "  Standing"
reject "  Scenario  "
key Tab
wait 1/32
expect "  Scenario  "
# With room for it a third line stands there.
resize 100x40
settle
expect "                             the visitors come in."
expect "                             It has done so twice. …"
expect "+1 line"
reject "+1 lines"
key Escape
settle
key q q q
exit 0
