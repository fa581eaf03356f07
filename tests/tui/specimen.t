# A register with a field of every type, through the form: nothing of the screen
# knows of it but the dictionary.
file
shell fresh $F --organisation=Zoo
shell noria add $F asset name="Big cage"
shell noria add $F risk title="Escape through the roof"
shell $NORIA_BUILD/tests/noria-specimen list $F specimen
run sh -c "exec $NORIA_BUILD/tests/noria-specimen $F"
wait "Zoo"
type 2
wait "Do  Actions"
key Tab
wait "Specimens"
key G
key Tab
wait "Nothing is here yet"
type a
wait "New: Specimen"
type Grey zebra
key Tab
key Enter
wait "Take the text"
# Lines end where they were ended: ^U and ^K stay within one, at its end ^K takes the next one up.
type first
key Enter
type Eats straw.
key C-w
type hay.
key Enter
type last
key C-u Backspace
key Up Home C-k C-k
key End Enter Backspace
key F2
wait "New: Specimen"
key Tab
type 4
key Tab
type 312.5
key Tab
type 2026-11-24
key Tab
type 2026-11-24T09:30Z
key Tab
type r
settle
key Tab
key Enter
wait "Stripes"
key Space
key Enter
settle
key Tab
type n
settle
key Tab
type 80
key Tab
key Enter
wait "Keeper"
type Ada Keeper
wait "Enter makes a new one"
key Enter
wait "(new)"
key Tab
type 3
settle
key Tab
key Enter
wait "Big cage"
key Enter
settle
key Tab
key Enter
wait "Escape"
key Space
key Enter
settle
key Tab
key Enter
wait "A.5.1 "
type A.5.1
settle
key Space
key Enter
settle
key F2
wait "SP-1 saved"
expect "Grey zebra"
shell $NORIA_BUILD/tests/noria-specimen show $F SP-1 --format=json
contains "\"title\": \"Grey zebra\""
contains "\"story\": \"Eats hay.\""
contains "\"legs\": 4"
contains "\"weight\": 312.5"
contains "\"day\": \"2026-11-24\""
contains "\"moment\": \"2026-11-24T09:30:00Z\""
contains "\"colour\": \"red\""
contains "\"tame\": \"no\""
contains "\"grown\": 80"
contains "\"keeper\": \"P-1\""
contains "\"danger\": 3"
contains "\"home\": \"AS-1\""
contains "\"fears\": [\"R-1\"]"
contains "\"controls\": [\"2022:A.5.1\"]"
type /
wait "─ Search ─"
type zebra
key Enter
expect "Grey zebra"
type u
wait "Undone"
type q
exit 0
