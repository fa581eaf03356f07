# What another tool wrote is known as a whole: what it would do is shown at once, from a table and from its export.
file
shell fresh $F --organisation=Zoo
shell cp "$NORIA_SOURCE/tests/data/tools/ciso-assets.csv" "$NORIA_SOURCE/tests/data/tools/monarc.json" .
start $F
wait "Zoo"
key i
wait "Import from"
type ciso
key Enter
wait "What the import of ciso-assets.csv would do"
expect "nothing is written yet: F2 imports"
expect "+ New"
key Escape
waitnot "What the import"
key i
wait "Import from"
type monarc
key Enter
wait "What the import of monarc.json would do"
expect "+ New"
key F2
wait "u takes it back"
type :qa
key Enter
exit 0
