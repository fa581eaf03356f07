# The export menu asks before it replaces a file, and never replaces that of an organisation.
file
shell fresh $F --organisation=Zoo
shell noria new other.noria --organisation=Other
shell cp other.noria before.noria
shell ln -s other.noria soft.html
shell echo mine >letter.html
start $F
wait "Zoo"
type x
wait "Export or print what?"
type Scope of
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type HTML
key Enter
wait "─ Write to ─"
key C-u
type other.noria
key Enter
wait "is a Noria file, and is never written over"
reject "Replace it?"
type x
wait "Export or print what?"
type Scope of
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type HTML
key Enter
wait "─ Write to ─"
key C-u
type soft.html
key Enter
wait "is a Noria file, and is never written over"
shell cmp other.noria before.noria
type x
wait "Export or print what?"
type Scope of
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type HTML
key Enter
wait "─ Write to ─"
key C-u
type letter.html
key Enter
wait "letter.html exists already. Replace it?"
type n
output cat letter.html
contains mine
type x
wait "Export or print what?"
type Scope of
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type HTML
key Enter
wait "─ Write to ─"
key C-u
type letter.html
key Enter
wait "Replace it?"
type y
wait "Written to letter.html"
output cat letter.html
contains Scope of the ISMS
key q q
exit 0
