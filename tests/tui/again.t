# The last change is done again, that of a form too; what goes to marked records, and several fields at once, is told before it is written.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F person name="Karim Benali"
shell for i in 1 2 3 4 5; do noria add $F asset name="Asset number $i"; done
start $F
wait "Zoo"
type :
settle
type asset
settle
key Enter
wait "> AS-1 "
# One field of a form.
key e
wait "F2 Save"
key Tab Tab Enter
settle
type karim
settle
key Enter
wait "F2 Save"
key F2
wait "AS-1 saved"
type j.
wait "Owner of AS-2: Karim Benali; u takes it back."
output noria list $F asset --where=owner=P-2 --format=tsv
lines 3
# What has it already is told to have it: there is nothing to take back.
type .
wait "It has that already: nothing was changed."
# A form that is saved as it was leaves that as it is.
key e
wait "F2 Save"
key F2
waitnot "F2 Save"
type j.
wait "Owner of AS-3: Karim Benali"
# Several of them: what they are is asked, once; the name is the record's own.
type gg
wait "> AS-1 "
key e
wait "F2 Save"
key C-u
type Server
key Tab Tab Enter
settle
type jeanne
settle
key Enter
wait "F2 Save"
key Tab 4
settle
key F2
wait "AS-1 saved"
key G
wait "> AS-5 "
type .
wait "Write to AS-5 what was changed last: Owner (Jeanne Roy), Confidentiality"
expect "(4 Major)?"
output noria list $F asset --where=owner=P-1 --format=tsv
lines 2
type n
settle
output noria list $F asset --where=owner=P-1 --format=tsv
lines 2
type .
wait "Write to AS-5"
type y
wait "Written to AS-5: Owner, "
output noria list $F asset --where=owner=P-1 --format=tsv
contains AS-5
lines 3
type k.
wait "Written to AS-4: Owner, "
output noria list $F asset --where=owner=P-1 --format=tsv
lines 4
# One step of undo.
type u
wait "Undone"
output noria list $F asset --where=owner=P-1 --format=tsv
lines 3
# To marked ones always.
type gg
wait "> AS-1 "
key j
wait "> AS-2 "
key Space Space
wait "* 2 marked"
type .
wait "Write to 2 marked records what was changed last: Owner (Jeanne Roy),"
expect "Confidentiality (4 Major)?"
type y
wait "Written to 2 records: Owner, "
output noria list $F asset --where=owner=P-1 --format=tsv
contains AS-2
contains AS-3
lines 5
output noria list $F asset --where=name=Server --format=tsv
lines 2
type Mqqq
exit 0
