# What is due and the quality of the records by the export menu: as reports, whole or of one owner.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F risk title="Escape of the zebra" owner="Jeanne Roy" review=2026-12-01
shell noria add $F risk title="Ransom" review=2026-12-02
start $F
wait "Zoo"
type x
wait "Export or print what?"
type What is due
key Enter
wait "Of which records?"
expect "those of one owner"
key Down
key Enter
wait "Of which owner?"
type Jeanne
key Enter
wait "In which form?"
expect "look at it here"
expect "HTML"
expect "iCalendar"
type text of
key Enter
wait "─ Write to ─"
key Enter
wait "Written to due.txt"
output cat due.txt
contains Escape of
contains Selection
lacks Ransom
# From the list itself: those of the owner who was chosen there.
type D
wait "What is due"
type f
wait "Whose?"
type Jeanne
key Enter
wait "[Jeanne Roy]"
type x
wait "Export or print what?"
type What is due
key Enter
wait "Of which records?"
expect "those of the list"
key Down Enter
wait "In which form?"
type CSV
key Enter
wait "─ Write to ─"
key Enter
wait "Written to due.csv"
output cat due.csv
contains Escape of
lacks Ransom
key Escape
type x
wait "Export or print what?"
type Quality
key Enter
wait "In which form?"
expect "print it"
type look
key Enter
wait "risk-unowned"
type qq
exit 0
