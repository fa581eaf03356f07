# The register that an import is begun on is offered before others that know as many columns.
file
shell fresh $F --organisation=Zoo
shell printf 'Foo;Bar\nx;y\n' >odd.csv
start $F
wait "Zoo"
key 1
wait "Risks"
key i
wait "Import from"
type odd
key Enter
wait "Import of odd.csv"
key Enter
wait "> Risks"
key Escape
wait "Import of odd.csv"
key q q
type :qa
key Enter
exit 0
