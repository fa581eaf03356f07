# What is done recedes and stands below what is not, and stays there when the list is paged and filtered.
file
shell fresh $F --organisation=Zoo
shell noria add $F action title="Long done" status=done due=2026-10-01
shell noria add $F action title="Given up" status=cancelled due=2026-10-02
shell noria add $F action title="For next month" status=planned due=2026-12-24
shell noria add $F action title="Begun and late" status=ongoing due=2026-11-01
shell noria add $F action title="Some day" status=planned
shell noria add $F incident title="Over" status=closed detected=2026-10-01
shell noria add $F incident title="New" status=open detected=2026-11-20
start $F
wait "Zoo"
type 2
wait "> AC-4 "
settle
text drawn
shell test "$(sed -n '4,8s/^..\(AC-[0-9]\).*/\1/p' drawn | tr '\n' ' ')" = "AC-4 AC-3 AC-5 AC-1 AC-2 "
screen done-80x24
# What is done meanwhile goes down.
shell noria set $F AC-3 status=done title="Done since"
settle
wait "AC-3   Done since"
text drawn
shell test "$(sed -n '4,8s/^..\(AC-[0-9]\).*/\1/p' drawn | tr '\n' ' ')" = "AC-4 AC-5 AC-1 AC-2 AC-3 "
key Tab Down Tab
wait "Incidents"
settle
text drawn
shell test "$(sed -n '4,5s/^..\(I-[0-9]\).*/\1/p' drawn | tr '\n' ' ')" = "I-2 I-1 "
type q
exit 0
# On the command line the order is as it was.
output noria list $F action --format=tsv
shell test "$(noria list $F action --format=tsv | cut -f 1 | tr '\n' ' ')" = "ref AC-5 AC-1 AC-2 AC-4 AC-3 "
