# An SoA in XML has no columns to be settled: what it would change is shown at once, and done as one step.
file
shell fresh $F --organisation=Zoo
shell noria set $F soa:2022:A.5.1 applicable=yes reasons=law status=planned
shell noria export $F soa --format=xml --output=answers.xml
shell noria set $F soa:2022:A.5.1 status=partial
start $F
wait "Zoo"
key i
wait "Import from"
type answers
key Enter
wait "What the import of answers.xml would do"
expect "nothing is written yet: F2 imports"
expect "~ Changed 1"
expect "A.5.1"
key o
wait "A document is taken whole, or not at all."
key F2
wait "0 added, 1 changed"
output noria list $F applicability --where="status=planned"
contains A.5.1
key u
wait "Undone:"
key i
wait "Import from"
type answers
key Enter
wait "What the import of answers.xml would do"
key q
waitnot "What the import"
shell printf '<other/>' >other.xml
key i
wait "Import from"
type other
key Enter
waitnot "Import from"
reject "What the import"
expect "other.xml"
key q q
exit 0

# Read-only: it is said, and nothing is asked.
start --read-only $F
wait "Zoo"
key i
settle
reject "Import from"
key q q
exit 0
