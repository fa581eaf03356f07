# What is pasted is text: into commands it never goes.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk "title=Escape of the zebra"; noria add $F risk "title=Loss of the keys"
start $F
wait Zoo
key 1
wait Escape of the zebra
# In a list it comes to the search line, its lines as one.
paste "dd and du\nq q"
expect "─ Search ─"
expect "│ dd and du q q"
expect Escape of the zebra
key Escape
expect Escape of the zebra
expect Loss of the keys
paste keys
expect "─ Search ─"
expect "│ keys"
key Enter
expect R-2
key Escape
# Short as it is, it is no key.
paste d
expect "─ Search ─"
expect "│ d"
key Escape
output noria list $F risk --format=tsv
lines 3

# A question is not answered by it.
key a
type Fire
paste "y\e[Ay"
expect Firey[Ay
expect 1 control character was left out
key Escape
wait Leave without saving?
paste y
expect answers nothing
expect Leave without saving?
type n
key C-u
type Fire
key Escape
type y
waitnot New:

# Where there is no place for text it is refused with a word.
key 5
wait Current risk
paste rrdddd
expect Keys are commands here
key 7
settle
paste q
expect Keys are commands here
key q
settle
key q
settle
key D
wait What is due
paste q
expect Keys are commands here
key q
settle
key L
wait History of the file
paste q
expect Keys are commands here
key q
settle
key :
paste "red\nrow"
expect / red row
key Escape
# Lists to choose from are narrowed, not chosen from.
key s
wait Sort by
paste "title\n"
expect Sort by
expect Title
key Escape
key 6
wait A.5.1
paste "    rrr"
expect "─ Search ─"
key Escape
output noria list $F applicability --where=applicable=no --format=tsv
lines 1

# One line in a field of one, several in long text; the terminal's own end of a line is Enter.
key q
settle
key 1 a
wait New:
paste "First\nsecond\tthird"
expect First second third
key Down*5
paste "gates\ndoors"
wait F2 Take the text
paste "\nwalls"
expect walls
key F2
wait F2 Save
key F2
wait R-3 saved
output noria show $F R-3 --format=json
contains First second third
contains gates\ndoors\nwalls

# Keys of signals and sequences within it are nothing.
shell printf 'a\003\032\034\033[200~b\233c\020d' >nasty
paste < nasty
expect "─ Search ─"
expect "│ a[200~b"
expect control characters were left out
key Escape
key q q
exit 0
restored
