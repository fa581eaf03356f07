# A workbook that the program made comes back by the export menu's way in: the sheet is chosen, what was filled in is taken, the rest is left.
size 200x60
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F asset name=Aviary type=site owner="Ada Keeper"
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F asset name=Kennel type=site
shell noria export $F asset --format=xlsx --output=animals.xlsx
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria set $F AS-2 name=Pound
start $F
wait "Zoo"
type x
wait "Export or print what?"
type import a file
key Enter
wait "Import from"
type animals
key Enter
wait "Import of animals.xlsx"
expect "all is settled"
expect "> Register                  Assets"
expect "its name"
expect "Known by"
settle
screen import-workbook-200x60

# Skipping what the file has leaves nothing to do, which is said.
key Down Down Down
expect "> In the file already       update it"
key Space
expect "In the file already       leave it as it is"
key F2
wait "nothing to import"
key F2
wait "Nothing would change: the file has all of it already."
key b
wait "Import of animals.xlsx"
key Space
expect "In the file already       refuse the row"
key F2
wait "! Refused 2"
expect "AS-1 is in the file already."
key q
wait "Import of animals.xlsx"
key Space
expect "In the file already       update it"
key F2
wait "~ Changed 1"
expect "= Untouched 1"
key Down
expect "Pound → Kennel"
settle
screen import-workbook-preview-200x60
key C-s
wait "0 added, 1 changed, 1 left as they were; u takes it back."
expect "Assets from animals.xlsx"
expect "Kennel"
reject "Aviary"

# The folder is where it begins the next time; another register may be said, and leaving asks.
shell mkdir -p empty
key i
wait "Import from"
type animals
key Enter
wait "Import of animals.xlsx"
key g Enter
wait "type to narrow"
type People
key Enter
wait "to settle"
expect "Register                  People"
key Escape
wait "Leave without importing? What you said of the columns is dropped."
key n
expect "Register                  People"
key Escape
wait "Leave without importing?"
key y
wait "Assets from animals.xlsx"

# By the mouse: a press goes there, a double one chooses; the kinds are pressed on.
key i
wait "Import from"
type animals
key Enter
wait "Import of animals.xlsx"
mouse double-click 5 5
wait "Names in row"
wait "type to narrow"
key Escape
waitnot "type to narrow"
key F2
wait "What the import of"
mouse click 3 12
expect "[= Untouched 2]"
key q q
type :qa
key Enter
exit 0
