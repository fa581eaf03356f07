# At 80 columns the registers are one line over the list while the list has the keys; nothing of them is lost.
file
shell sample $F

start $F
wait "Valmont"
type 1
wait "Plan  Risks  80  7!"
# Where else something is due, and the key that brings all back.
expect "│  Meetings 1!"
expect "+2"
expect "Tab"
reject "Vulnerabilities"
# Names give way before the title does.
expect "K. Benali"
reject "Karim Benali"
key Tab
wait "Vulnerabilities"
# Totals below each other, beside them how many are due.
expect "Meetings               6  1!"
expect ">Risks                 80  7!"
expect "Threats               58     │"
reject "! 80"
key Up
wait "RA-1"
key Tab
wait "Plan  Risk assessments  3  "
reject "Vulnerabilities"
key Left
wait "Vulnerabilities"
key Right
waitnot "Vulnerabilities"
key Left Down Right
wait "Plan  Risks"
# Where there is room they stay.
settle
resize 120x40
wait "Vulnerabilities"
expect "·Risks                 80  7!"
resize 80x24
waitnot "Vulnerabilities"
# The mouse: a register of the line, the registers, one of them.
mouse click 2 28
wait "Plan  Meetings  6  1!"
expect "│  Obligations 1!"
mouse click 2 3
wait "Vulnerabilities"
mouse click 7 5
wait "Plan  Context issues  9 "
# The keys have not moved: a press in the list goes to its line.
mouse click 5 10
settle
expect "> CI-2"
# After a press, too, what others write is seen at once.  The top line keeps what presses, and cuts the name.
shell noria set $F ORG-1 name="Valmont Laboratories and Associated Institutes of Medical Biology"
wait "│ Second turn · Do │ I-13 notify in 46 h │ ! 41 late"
expect "Valmont Laboratories and… │ Second turn"
shell noria set $F "$(noria list $F cycle --where=open --format=tsv | tail -n 1 | cut -f 1)" title="The second turn of the wheel since the certificate"
wait "Associated Institu… │ I-13 notify in 46 h │ ! 41 late"
type qq

# What the panels count as due is what the top line counts as late.
size 200x60
start $F
wait "! 41 late"
type 1
wait "Vulnerabilities"
settle
text plan
type 2
wait "Incidents"
settle
text do
type 3
wait "Audits"
settle
text check
type 4
wait "Nonconformities"
settle
text act
shell test "$(cut -c 1-40 plan do check act | grep -o '[0-9]*!' | tr -d '!' | awk '{ n += $1 } END { print n }')" = 41
type qq

# ---- A register whose name has no room in the panel has a short one there ----
file
size 80x24
shell sample $F
start $F
wait "Valmont"
type 1
wait "> R-1 "
key Tab
wait "Responsibilities      16"
reject "Responsibilities (RA…"
key G
wait "SoA                   93"
type qqq
exit 0
