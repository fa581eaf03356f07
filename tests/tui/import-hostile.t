# Cells, headings and names of files that would talk to the terminal, or to the sentences, are shown as what they are.
file
shell fresh $F --organisation=Zoo
shell printf 'name,"\033]0;stolen\007 {undo} %%s%%n",description\n"\033[2J\033[31mred {quit} %%n",x,"\342\200\256gnissim"\n' >'asset {undo} %n.csv'
shell printf 'no table\0at all' >broken.csv
shell printf 'PK\003\004 cut' >cut.xlsx
shell mkdir .hidden
shell printf 'name\nInner\n' >.hidden/asset.csv
start $F
wait "Zoo"
key i
wait "Import from"
expect "asset {undo} %n.csv"
expect "broken.csv"
reject ".hidden"
type asset {
key Enter
wait "Import of asset {undo} %n.csv"
unwritten "\e]0;stolen"
unwritten "\e[2J\e[31mred"
expect "Register                  not known"
expect "? not known"
key F2
wait "Say first whose table it is: the first line, Enter."
key Enter
wait "type to narrow"
type Assets
key Enter
wait "1 to settle"
expect "B   �]0;stolen� {undo}"
key G k Enter
wait "{undo} %s%n?"
key Escape
waitnot "type to narrow"
key Space
wait "all is settled"
key F2
wait "Name holds a control character."
expect "[2J"
expect "{quit} %n"
unwritten "\e[2J\e[31mred"
key q
wait "Import of"
key Escape y
waitnot "Import of"

# What cannot be read says why, and nothing opens.
key i
wait "Import from"
type broken
key Enter
wait "broken.csv"
waitnot "Import from"
reject "Import of"
key i
wait "Import from"
type cut
key Enter
waitnot "Import from"
reject "Import of"
expect "cut.xlsx"

# What is hidden comes by its dot; Tab completes; a folder is walked into.
key i
wait "Import from"
type .hi
expect ".hidden/"
key Tab
expect "asset.csv"
key Enter
wait "Import of asset.csv"
key F2
wait "Inner"
key F2
wait "1 added"
key i
wait "/.hidden"
key Down
expect "> ../"
key Enter
wait "> "
expect "broken.csv"
key Escape
waitnot "Import from"

type :qa
key Enter
exit 0
