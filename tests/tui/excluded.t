# Who excludes several controls at once learns how many of them lack their justification, and which keys help.
file
shell fresh $F --organisation=Zoo --catalogue=iso27001-2022
shell noria set $F soa:2022:A.5.1 applicable=yes
shell noria set $F soa:2022:A.5.2 applicable=yes justification="Nobody works here"
shell noria set $F soa:2022:A.5.3 applicable=yes
start $F
wait "Zoo"
type 6
wait "> A.5.1 "
key Space
wait "An excluded control needs its reason: J writes it."
type u
wait "Undone"
key Insert Insert Insert
wait "* 3 marked"
key Space
wait "Applicable of 3 records (now yes)"
key Enter
wait "Applicable of 3 records changed; u takes it back. 2 of them have no"
expect "justification: J writes it for the marked ones, Q lists what lacks."
# The keys do what was said.
type Q
wait "2  Control excluded without a justification"
type q
waitnot "Control excluded"
# Those that are taken in again lack nothing.
key Space
settle
key Enter
wait "Applicable of 3 records changed"
reject "justification:"
type qqqq
exit 0
