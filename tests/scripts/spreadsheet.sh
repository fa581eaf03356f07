# Tables for the spreadsheets of people: the mark of UTF-8, separators and line ends as they want them.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
noria add "$F" asset 'name=Salle des machines; étage' 'description=Une ligne
une autre' >/dev/null

mark=$(printf '\357\273\277')
noria export "$F" asset --separator=semicolon --bom >marked.csv
ok "it begins with the mark, once" sh -c 'test "$(head -c 3 marked.csv)" = "$1" && test "$(grep -c "$1" marked.csv)" = 1' sh "$mark"
ok "names are parted by semicolons" sh -c 'head -n 1 marked.csv | grep -q "ref;name;type"'
ok "a cell with one is in quotation marks" grep -q ';"Salle des machines; étage";' marked.csv
ok "lines end with CR LF, those within a cell stay" sh -c 'test "$(grep -c "$(printf "\r")" marked.csv)" = 2 && test "$(wc -l <marked.csv)" = 3'
noria export "$F" asset --separator=';' >semicolon.csv
ok "a sign is as good as its name" sh -c 'tail -c +4 marked.csv | tr -d "\r" | cmp - semicolon.csv'
noria export "$F" asset --separator=tab >tab.csv
ok "tabs too" sh -c 'head -n 1 tab.csv | grep -q "^ref	name	type	"'
noria export "$F" asset --bom >comma.csv
ok "the mark alone leaves the commas" sh -c 'head -n 1 comma.csv | grep -q "^$1ref,name,type,"' sh "$mark"
noria export "$F" asset >plain.csv
ok "without either it is as it was" sh -c '! grep -q "$1" plain.csv && head -n 1 plain.csv | grep -q "^ref,name,type,"' sh "$mark"
for one in marked semicolon tab comma; do
	has "$one.csv comes back and changes nothing" "0 added, 0 changed, 1 left" noria import "$F" $one.csv --as=csv:asset
done
noria export "$F" dashboard --format=csv --separator=semicolon --bom >figures.csv
ok "the figures of a report have one mark too" sh -c 'test "$(grep -c "$1" figures.csv)" = 1 && grep -q ";" figures.csv && ! grep -vq "$(printf "\r")" figures.csv' sh "$mark"
noria export "$F" due --format=csv --separator=semicolon >due.csv
ok "and what is due has its separator" sh -c 'head -n 1 due.csv | grep -q "^date;late"'

# What is ours is written over, in whichever of these forms it is.
cp marked.csv place.csv
for words in "" "--bom" "--separator=tab --bom" "--separator=semicolon --bom"; do
	# shellcheck disable=SC2086
	status 0 "an earlier export is replaced by one with ${words:-nothing}" noria export "$F" asset $words --output=place.csv
done
printf 'ref;name;shoe\r\nAS-1;One;42\r\n' >place.csv
status 3 "what is none is not" noria export "$F" asset --separator=semicolon --output=place.csv

status 2 "a separator that there is not" noria export "$F" asset --separator=pipe
has "and those that there are" 'it is comma, semicolon or tab' noria export "$F" asset --separator=pipe
for words in "--format=json --bom" "--format=tsv --separator=comma" "--format=text --bom"; do
	# shellcheck disable=SC2086
	status 2 "nothing but CSV takes them: $words" noria export "$F" asset $words
done
finish
