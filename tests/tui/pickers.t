# Pickers: what is chosen is in sight, what fits nothing is told, what takes is told.
file
shell fresh $F --organisation=Zoo
shell noria add $F asset name=Laptop
shell noria add $F asset name=Server
shell noria add $F asset name=Archive
shell noria add $F risk title="One risk"
start $F
wait "Zoo"
type 1
wait "One risk"

# Nobody is there yet: a name that is typed makes that person.
type C
wait "Change a field of this record"
type owner
settle
key Enter
wait "Nobody is in the file yet: type a name, and Enter makes that person."
expect "Enter/F2 takes"
type Jeanne
wait "Nothing of that name; Enter makes a new one."
key F2
wait "Owner of R-1: Jeanne; u takes it back."
output noria list $F person --format=tsv
contains Jeanne
lines 2

# What fits nothing stays in the line, and the way out is said.
type C
wait "Change a field of this record"
type zzz
wait "Nothing fits \"zzz\"; ^U empties the line."
# What is typed names no key, whatever stands in it.
key C-u
type {quit}
wait "Nothing fits \"{quit}\"; ^U empties the line."
key C-u
waitnot "Nothing fits"
expect "Owner"
key Escape
settle

# Each word that is typed begins one of theirs, in any order: nobody is made twice.
type C
wait "Change a field of this record"
type curr like
wait "> Current likelihood"
key Escape
settle
shell noria add $F person name="Jeanne Roy"
type C
wait "Change a field of this record"
type owner
settle
key Enter
wait "Jeanne Roy"
type jean roy
settle
expect "Jeanne Roy"
reject "Nothing of that name"
key C-u
type ro je
settle
expect "Jeanne Roy"
key Escape
settle

# What begins with the letters stands before what only holds them.
type C
wait "Change a field of this record"
type s
settle
expect "> Status"
key Escape
settle

# In a form a letter that no choice has opens the list with it, and with the way out.
type :
settle
type asset
settle
key Enter
wait "Laptop"
type e
wait "Name"
key Down
settle
type q
wait "Nothing fits \"q\"; ^U empties the line."
key C-u
waitnot "Nothing fits"
expect "hardware"
key Escape
settle
key Escape
waitnot "Esc Leave"
type qqq
exit 0

# Several: what is chosen stands above the list, also while the narrowing hides it.
file
shell noria new $F --organisation=Zoo --catalogue=iso27001-2022
shell noria add $F risk title="One risk" controls=2022:A.8.7
start $F
wait "Zoo"
type 1
wait "One risk"
type C
wait "Change a field of this record"
type controls
settle
key Enter
wait "[x] 2022:A.8.7"
expect "Space chooses, Enter/F2 takes"
type policies
waitnot "2/93"
expect "[x] 2022:A.8.7"
expect "[ ] 2022:A.5.1"
key Space
settle
expect "[x] 2022:A.5.1"
key C-u
type zzz
wait "Nothing fits \"zzz\""
expect "[x] 2022:A.8.7"
expect "[x] 2022:A.5.1"
key F2
wait "takes it back"
output noria list $F risk --where=controls=2022:A.8.7 --format=tsv
contains 2022:A.5.1
lines 2
type qqq
exit 0
