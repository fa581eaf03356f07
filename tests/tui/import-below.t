# What stands below a table is told and no record; what the columns are is kept for the table put right; of a part of the
# register what it lacks does not hide what it does; keys that say nothing of the table are not offered.
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell for i in 1 2 3 4 5 6 7 8 9; do echo "Old risk $i"; done | { echo title; cat; } >old.csv && noria import $F old.csv --as=risk
shell printf 'Title;Owner;Likelihood;Mood\nOld risk 1;Ada Keeper;2;sad\nTheft;Ada Keeper;12;glad\n\nMoyenne;;7;\n\nLégende : 1 = Faible\n' >zoo.csv
shell printf 'Title;Due\nMend;31/12/2026\nPaint;05/01/2027\n' >action.csv
shell printf 'Title;Due\nMend;03/04/2027\n' >actions.csv
start $F
wait "Zoo"

# No column has dates, nor numbers that may be two.
key i
wait "Import from"
type zoo
key Enter
wait "Import of zoo.csv"
expect "1 to settle"
expect "F2 Look"
reject "Date order"
reject "Decimal sign"
key t
wait "t does nothing here"
key G Enter
wait "What is Mood?"
type scen
key Enter
wait "all is settled"
key F2
wait "What the import of zoo.csv would do"
expect "refused rows stop all"
expect "- R-2         Old risk 2"
expect "- R-6         Old risk 6"
reject "Old risk 7"
expect "All 11"
expect "- Kept 8"
expect "* Notes 4"
key G
expect "> * 3 more records of the register are not in the table; they stay"
key Tab Tab Tab
expect "[- Kept 8]"
key G
expect "Old risk 9"
key Tab
expect "[* Notes 4]"
expect "5: The row sums up those above it, and is left out."
expect "7: \"Légende : 1 = Faible\" stands below the table, and is left"

# The table is put right elsewhere and read again: what the columns are is known still.
key b
wait "Import of zoo.csv"
key q
wait "What the columns are is kept until the file is"
key y
waitnot "Import of zoo.csv"
shell sed -i s/12/2/ zoo.csv
key i
wait "Import from"
type zoo
key Enter
wait "1 column is read as the last time"
expect "all is settled"
key F2
wait "nothing is written yet"
key F2
wait "1 added and 1 on the way, 1 changed"
output noria list $F risk --where=scenario=glad
contains Theft
lacks Légende

# Dates that show their order ask for nothing; others do.
key i
wait "Import from"
type action.csv
key Enter
wait "Import of action.csv"
reject "Date order"
key q
waitnot "Import of action.csv"
key i
wait "Import from"
type actions
key Enter
wait "Import of actions.csv"
expect "t Date order"
reject "Decimal sign"

# Where no row is good, they go to their table all the same.
key q
waitnot "Import of actions.csv"
shell printf 'Title;Likelihood;Smell\nBad;12;x\nWorse;13;y\n' >risk.csv
key i
wait "Import from"
type risk.csv
key Enter
wait "Import of risk.csv"
key G Space
wait "all is settled"
key F2
wait "refused rows stop all"
key o
wait "nothing is written yet"
key F2
wait "2 rows were left out and are in"
output noria import $F risk.csv --only-good --dry-run
contains the column Smell is left out, as the last time
contains 2 rows are left out
key q q
type :qa
key Enter
