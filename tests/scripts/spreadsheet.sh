# Tables for the spreadsheets of people: the mark of UTF-8, separators and line ends as they want them,
# and workbooks to be filled in.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)

F=$HOME/test.noria
fresh "$F" --organisation=Test
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
# ---- workbooks to be filled in ----

longer() { # CHARACTERS ATTRIBUTES PATH: values that are longer
	grep -oE "[ <]($2)=\"[^\"]*" "$3" | sed 's/[^"]*"//; s/&[a-z]*;/?/g' | tr '\200-\277' '\001' | tr -d '\001' | awk -v of="$3" -v most="$1" 'length > most { print of ": " $0 }'
}

if test -n "$has_xlsx"; then
	S=$HOME/sample.noria
	sample "$S"
	rm -rf made
	for register in $(sed -n 's/^REGISTER(\(.*\))/\1/p' "$NORIA_SOURCE/src/model/registers/all.h"); do
		# What the program writes alone is filled in by nobody.
		test "$register" = statement || test "$register" = snapshot && continue
		noria export "$S" "$register" --template --output="$register.xlsx" || echo "$register: status $?"
		mkdir -p "made/$register" && unzip -q "$register.xlsx" -d "made/$register"
		# A list within a validation, a sheet's name, a message: Excel opens no workbook with longer ones.
		grep -oE '<formula1>[^<]*' "made/$register/xl/worksheets/sheet1.xml" | sed 's/.*>//' | awk -v of="$register" 'length > 255 || /^"/ { print of ": " $0 }'
		longer 255 'prompt|error' "made/$register/xl/worksheets/sheet1.xml"
		longer 32 'promptTitle|errorTitle' "made/$register/xl/worksheets/sheet1.xml"
		longer 31 'sheet name' "made/$register/xl/workbook.xml"
	done >wrong 2>&1
	cp wrong tap-output
	test ! -s wrong
	tap_result $? "every register gives a workbook that Excel opens"
	ok "of all of them" sh -c 'test "$(find made -name sheet2.xml | wc -l)" -ge 30'
	if command -v xmllint >/dev/null; then
		ok "all of it is well formed" sh -c 'find made -name "*.xml" | xargs xmllint --noout'
	fi
	sheet=made/asset/xl/worksheets
	ok "the headings are what people read" grep -q '<is><t>Next review</t></is>' $sheet/sheet1.xml
	ok "a name that is a report's too is the register's here" grep -q '<sheet name="Scope"' made/scope/xl/workbook.xml
	ok "what the program computes is not asked" sh -c '! grep -q Inherited "$1"' sh $sheet/sheet1.xml
	ok "no record stands there" sh -c 'test "$(grep -o "<row " "$1" | wc -l)" = 1' sh $sheet/sheet1.xml
	ok "what may be chosen stands on a hidden sheet" sh -c 'grep -q "<sheet name=\"Lists\"[^>]*state=\"hidden\"" made/asset/xl/workbook.xml && grep -q "<is><t>hardware</t></is>" "$1"' sh $sheet/sheet3.xml
	ok "a choice must be one of them" sh -c 'grep -qE "<dataValidation type=\"list\"[^>]*showErrorMessage=\"1\"[^>]*promptTitle=\"Type\"[^>]*sqref=\"B2:B1001\"><formula1>.Lists.![$]A[$]2:" "$1"' sh $sheet/sheet1.xml
	ok "a name may be a new one" sh -c 'grep -oE "<dataValidation [^>]*promptTitle=\"Owner\"" "$1" >rule && grep -q "type=\"list\"" rule && ! grep -q showErrorMessage rule' sh $sheet/sheet1.xml
	ok "who is in the file is offered" grep -q '<is><t>Claire Valmont</t></is>' $sheet/sheet3.xml
	ok "a day must be one" sh -c 'grep -q "<dataValidation type=\"date\"[^>]*promptTitle=\"Next review\"" "$1"' sh $sheet/sheet1.xml
	ok "a column that must be filled in says so" grep -q 'promptTitle="Name" prompt="Must be filled in. ' $sheet/sheet1.xml
	ok "a sheet explains each" sh -c 'grep -q "How to fill it in" made/asset/xl/workbook.xml && test "$(grep -o "<row " "$1" | wc -l)" = "$(($(grep -o "<c r=" "$2" | wc -l) + 4))"' sh $sheet/sheet2.xml $sheet/sheet1.xml
	ok "a control is offered by its number, as a text" sh -c 'grep -q "<is><t>A.5.10 " made/risk/xl/worksheets/sheet3.xml && grep -q "numFmtId=\"49\"" made/risk/xl/styles.xml'
	LC_ALL=fr_FR.UTF-8 noria export "$S" asset --template --output=fr.xlsx
	ok "in the language of whoever makes it" sh -c 'unzip -p fr.xlsx xl/worksheets/sheet1.xml | grep -q "<is><t>Prochaine revue</t></is>"'
	noria export "$S" asset --template --output=fr.xlsx
	ok "and it is made anew over an earlier one" sh -c 'unzip -p fr.xlsx xl/worksheets/sheet1.xml | grep -q "<is><t>Next review</t></is>"'
	for register in made/*/; do
		register=$(basename "$register")
		noria import "$S" "$register.xlsx" --dry-run >out 2>&1 && grep -q 'add 0, change 0' out || { echo "$register:"; cat out; }
	done >tap-output 2>&1
	test ! -s tap-output
	tap_result $? "each is known for what it is, and empty it adds nothing"
	noria import "$S" asset.xlsx --dry-run >tap-output 2>&1
	ok "its sheets of explanations are no other tables" sh -c '! grep -q "there is also" tap-output'
	LC_ALL=fr_FR.UTF-8 noria export "$S" asset --template --output=explained.xlsx
	noria import "$S" explained.xlsx --dry-run >tap-output 2>&1
	ok "in whatever language" sh -c '! grep -q "there is also" tap-output'
	if command -v zip >/dev/null; then
		# A department fills in the French one; who reads it works in English.
		LC_ALL=fr_FR.UTF-8 noria export "$S" asset --template --output=filled.xlsx
		mkdir filled && (cd filled && unzip -q ../filled.xlsx)
		cell() { printf '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' "$1" "$2"; }
		level=$(tr '>' '\n' <filled/xl/worksheets/sheet3.xml | sed -n 's/^\(4 [^<]*\)<.*/\1/p' | head -n 1)
		row="<row r=\"2\">$(cell A2 'Banc de mesure')$(cell B2 matériel)$(cell C2 'claire VALMONT')$(cell D2 "$level")$(cell I2 'AS-1; AS-2')<c r=\"M2\" s=\"6\"><v>46387</v></c></row>"
		sed "s|</row></sheetData>|</row>$row</sheetData>|" filled/xl/worksheets/sheet1.xml >sheet && mv sheet filled/xl/worksheets/sheet1.xml
		rm filled.xlsx && (cd filled && zip -qr ../filled.xlsx .)
		has "what was filled in is read back" "1 added, 0 changed" noria import "$S" filled.xlsx
		noria list "$S" asset --where='name="Banc de mesure"' --format=csv >line
		has "as the file has it" ",Banc de mesure,hardware,P-1,4,,,,,\"AS-1,AS-2\"," cat line
		has "and its day" ,2026-12-31, cat line
		has "and reading it twice changes nothing" "0 added, 0 changed, 1 left" noria import "$S" filled.xlsx
	else
		skip "XLSX" "there is no zip"
	fi
	status 2 "none of a report" noria export "$S" risks --template
	status 2 "none of what the program writes alone" noria export "$S" statement --template --output=x.xlsx
	status 2 "nor in another format" noria export "$S" asset --template --format=csv
	status 2 "nor with a filter" noria export "$S" asset --template --where=type=site --output=x.xlsx
	status 0 "the format may be said" noria export "$S" asset --template --format=xlsx --output=asset.xlsx
else
	skip "XLSX" "noria-xlsx or unzip is not there"
fi
finish
