# A spreadsheet's CSV is imported on the screen: found, settled, looked at, put right, done as one step, and taken back.
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F person name="Ada Keeper"
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F risk title="Flood of the reptile house" owner="Ada Keeper" inherent_likelihood=2
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F risk title="Escape of a tiger" owner="Ada Keeper"
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F risk title="Power cut" owner="Ada Keeper"
shell printf 'Risks of the zoo;;;;;\n;;;;;\nTitle;Asset;Next review;Inherent likelihood;Weather;Title\n' >zoo.csv
shell printf 'Theft of a parrot;;03/04/2027;3;dry;a\nFlood of the reptile house;;05/06/2027;4 - Likely;wet;b\nEscape of a tiger;;;;;\nFire;Ghost train;99/99/2027;12;hot;c\nRust;Ghost train;;2;;d\n' >>zoo.csv
start $F
wait "Zoo"

# What is open is told, and nothing is tried before it is settled.
key i
wait "Import from"
expect "> zoo.csv"
type zoo
key Enter
wait "Import of zoo.csv"
expect "3 to settle"
expect "Names in row              3, 5 rows below it"
expect "? day or month first"
screen import-80x24
key F2
wait "These dates may be two days each: t says which number is the day."
key t
expect "2 to settle"
expect "The month is first in dates that may be two days; t turns it."
key t
expect "The day is first in dates that may be two days; t turns it."
expect "03/04/2027 is taken as 3 April 2027."
key F2
wait "Nobody knows this column: Enter gives it a field, Space leaves it out."

# A wrong field is given: the preview shows it, and the way back puts it right.
expect "> E   Weather"
key Enter
wait "What is Weather?"
type scen
key Enter
expect "1 to settle"
key Down Space
wait "all is settled: F2 shows what it would do"
key F2
wait "What the import of zoo.csv would do"
expect "refused rows stop all"
expect "! Refused 2"
expect "Scenario"
# Every fault of a row, and not the first alone.
expect "and 2 more"
expect "there is no Asset"
expect "Next review: there is no such day"
expect "Inherent likelihood must be"
key b
wait "Import of zoo.csv"
key Up Space
expect "all is settled"
key F2
wait "What the import of zoo.csv would do"
reject "Scenario"
expect "- Kept 1"
screen import-preview-80x24

# Refused rows stop it; the others can be taken without them.
key F2
wait "Refused rows stop all: o takes the others, b goes back to the columns."
output noria list $F risk
lacks parrot
key o
wait "nothing is written yet: F2 imports"
key Tab Tab
expect "[+ New 1]"
expect "> + R-4"
reject "Flood"
key Tab
expect "[~ Changed 1]"
expect "Inherent likelihood"
expect "2 Unlikely → 4 Likely"
key Tab
expect "[= Untouched 1]"
expect "R-2         Escape of a tiger"
key Tab
expect "[- Kept 1]"
expect "It is in the file and not in what is read; it stays as it"
key S-Tab S-Tab S-Tab
expect "[+ New 1]"
key Enter
wait "The whole row"
# As it would be, and not as it is written there.
expect "Next review: 2027-04-03"
expect "Inherent likelihood: 3 Possible"
key q
wait "nothing is written yet"
key F2
wait "1 added, 1 changed, 1 left as they were; u takes it back."
expect "2 rows were left out"
expect "zoo.refused.csv"
expect "Risks from zoo.csv"
expect "R-4"
expect "Flood of the reptile house"
reject "Escape of a tiger"
output noria list $F risk --where="review=2027-04-03"
contains parrot
output noria list $F risk --where="inherent_likelihood=4"
contains Flood of the reptile house
output cat zoo.refused.csv
contains # reason;Title;Asset
contains there is no Asset ""Ghost train""
contains Fire
contains Rust
lacks parrot
key u
wait "Undone:"
output noria list $F risk
lacks parrot
output noria list $F risk --where="inherent_likelihood=2"
contains Flood of the reptile house

# The rows that were refused are read when they are put right; who lacks is added where a tick says so.
shell sed -i -e 's,99/99/2027,,g' -e 's/;12;/;4;/' zoo.refused.csv
key i
wait "Import from"
expect "zoo.refused.csv"
type refused
key Enter
wait "Import of zoo.refused.csv"
# What was said of a heading is remembered, but of one that two columns have.
expect "1 column is read as the last time; look at it."
expect "E   Inherent likelihood  Inherent likelihood  4 | 2"
expect "F   Weather              left out"
expect "1 to settle"
key Space
wait "all is settled"
# It can be taken again, in spite of that.
key Up Space
expect "F   Weather              ? not known"
key Space
wait "all is settled"
key g Down*4
expect "> Add those that lack"
key Enter
wait "[ ] Assets"
key Space Enter
expect "Add those that lack       Assets"
key F2
wait "nothing is written yet"
expect "Ghost train would be added"
key Tab
expect "[+ New 2]"
expect "AS-1 Ghost train"
key F2
wait "2 added and 1 on the way"
output noria list $F asset --format=tsv
contains Ghost train
lines 2
type :qa
key Enter
exit 0

# A column that every record needs is not left out without a word.
file
shell noria new $F --organisation=Zoo
shell printf 'Title,Likelihood,Notes\nOne,3,two\n' >plain.csv
start $F
wait Zoo
key i
wait "Import from"
type plain
key Enter
wait "all is settled"
key Down*5
wait "> A   Title"
key Space
wait "no column is Title"
key Space
wait "all is settled"
key Escape
wait "Leave without importing?"
key y
waitnot "Import of plain.csv"
type :qa
key Enter
exit 0
