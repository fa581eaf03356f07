# What the export menu makes for spreadsheets: in French CSV as a French Excel wants it, and a workbook to be filled in.
env LC_ALL=fr_FR.UTF-8
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy; Zoo"
start $F
wait "Zoo"
type x
wait "Exporter ou imprimer quoi"
type Personnes
key Enter
wait "Sous quelle forme"
type CSV
key Enter
wait "Écrire dans"
key Enter
wait "Écrit dans person.csv"
output od -An -tx1 -N3 person.csv
contains ef bb bf
output cat person.csv
contains ref;name;
contains "Jeanne Roy; Zoo"
type x
wait "Exporter ou imprimer quoi"
type Personnes
key Enter
wait "Sous quelle forme"
type CSV
key Down
key Enter
wait "Écrire dans"
key C-u
type commas.csv
key Enter
wait "Écrit dans commas.csv"
output cat commas.csv
contains ref,name,
# Where the language is another, it is the locale of numbers that tells how spreadsheets part cells.
type q
settle
type q
exit 0
env LANGUAGE=en
start $F
wait "Zoo"
type x
wait "Export or print what"
type People
key Enter
wait "In which form"
type CSV
key Enter
wait "Write to"
key C-u
type commas-of-numbers.csv
key Enter
wait "Written to commas-of-numbers.csv"
output cat commas-of-numbers.csv
contains ref;name;
