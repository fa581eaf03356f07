# What is late has its colour whatever columns are shown, and what is done has it not.
size 120x24
file
shell fresh $F --organisation=Zoo
shell noria add $F action title="Begun and late" status=ongoing due=2026-11-01
shell noria add $F action title="Done since" status=done due=2026-11-01
shell noria add $F action title="Still to come" status=ongoing due=2026-12-24
start $F
wait "Zoo"
type 2
wait "Begun and late"
settle
screen late-with-status
type c
wait "Columns"
expect "[x] Status"
type status
settle
key Space
settle
key Enter
waitnot "Columns"
reject "Status "
settle
screen late-without-status
# The plan through time says the same.
type 9
wait "Action plan"
type o
wait "Done since"
settle
screen late-plan
type qq
