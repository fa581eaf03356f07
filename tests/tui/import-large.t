# A long import tells how far it is and is broken off by Esc, when it is tried and when it is done; nothing of it stays.
file
shell fresh $F --organisation=Zoo
shell awk 'BEGIN { print "name,description"; for (i = 1; i <= 6000; i++) printf "Cage %d,Of row %d\n", i, i }' >asset.csv
start $F
wait "Zoo"
key i
wait "Import from"
type asset.csv
key Enter
wait "6000 rows below it"
key F2
wait "Esc breaks it off."
key Escape
wait "Broken off. Nothing was changed."
expect "Import of asset.csv"
key F2
wait "[All 6000]"
key End
expect "Cage 6000"
key F2
wait "Esc breaks it off."
key Escape
wait "Broken off. Nothing was changed."
expect "What the import of asset.csv would do"
output noria list $F asset
lacks Cage
key q q
type :qa
key Enter
exit 0
output noria check $F
