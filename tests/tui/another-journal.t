# An older copy of the file that was put back is told when it is opened, and stays told.
file
shell fresh $F --organisation=Test
shell cp $F older
shell noria add $F risk title=Flood
start $F
wait "Test"
reject "another journal"
type qq
exit 0
shell cp older $F
start $F
wait "The journal is another than the one you saw last"
expect "! another journal"
type qq
exit 0
shell noria check --accept $F
start $F
wait "Test"
reject "another journal"
type qq
exit 0
