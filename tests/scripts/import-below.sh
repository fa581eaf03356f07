# What people write below a table is told and is no record: legends, who validated it, totals. What may be one is
# refused, and what is like the rows above is one.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

read_in() { # NAME [INPUT [STATUS]]: into a new file
	cp "$F" risks.noria
	status "${3:-0}" "$1" noria import risks.noria "${2:-risk.csv}" --as=csv:risk
	cp tap-output said
}
rows='Theft;3;4;Jeanne Roy;Mitigate\nFire;1;5;Ada Keeper;Accept\nFraud;2;4;Jeanne Roy;Accept\n'
head='Title;Likelihood;Impact;Owner;Treatment\n'

table() { # BELOW: a table with that behind a blank row
	# shellcheck disable=SC2059
	printf "$head$rows\n$1" >risk.csv
}
table 'Légende : 1 = Faible, 2 = Moyen\n'
read_in "a legend"
has "is said to be left out, with its line" 'risk.csv:6: "Légende : 1 = Faible, 2 = Moyen" stands below the table, and is left out.' cat said
titles "and is no record" 'Theft/Fire/Fraud/'
has "in a rehearsal too" 'risk.csv:6: "Légende' noria import risks.noria risk.csv --as=csv:risk --dry-run
has "and in French" '« Légende : 1 = Faible, 2 = Moyen » se trouve sous le tableau' env LC_ALL=C.UTF-8 LANGUAGE=fr noria import risks.noria risk.csv --as=csv:risk --dry-run

table 'Validé par : J. Roy;;;;;;le 12/03/2026\n'
read_in "who validated it, with a day beside the table"
titles "is no record" 'Theft/Fire/Fraud/'
ok "and its day no column" sh -c '! grep "no name" said'
for below in 'Legend\n1;Low\n2;Medium\n3;High' '1 = Faible\n2 = Moyen\n3 = Fort' 'Source: workshop of March' 'Fait à Lyon, le 3 mars 2026' \
	'Date;12/03/2026\nVisa;' 'Page 1/3' '* see the annex' ';;;J. Roy, CISO' 'Échelle de cotation :\n1;Rare\n\nApproved by Jeanne Roy;;;12/03/2026' \
	'Rédigé par;Vérifié par\nJ. Roy;A. Keeper' 'Nombre de risques : 3' 'Nombre de risques;3' 'Moyenne;2\n\nLégende\n1;Faible'; do
	table "$below\n"
	name=${below%%\\n*}
	read_in "below: $name"
	titles "is no record: $name" 'Theft/Fire/Fraud/'
	has "is told: $name" 'is left out.' grep '^noria: risk.csv:6: ' said
done

# Totals: the last rows of the table, or of a part of it.
table 'Moyenne;2;4,3;;\nTotal général;6;13;;\n'
read_in "averages and totals"
ok "are said to sum up" test "$(grep -c 'sums up those above it' said)" = 2
titles "and are no records" 'Theft/Fire/Fraud/'
printf "$head${rows}Sous-total;6;13\nMoyenne;2;4,3\nNombre : 3;;\n\nVol;1;1;Jeanne Roy;Accept\nSous-total;1;1\nMoyenne;#DIV/0!\nLégende : voir annexe\n" >risk.csv
read_in "totals of two parts"
ok "are said, each" test "$(grep -c 'sums up those above it' said)" = 5
has "what stands below them too" 'risk.csv:12: "Légende : voir annexe" stands below' cat said
titles "the parts remain" 'Theft/Fire/Fraud/Vol/'
printf "${head}Total;3;4;;\nFire;1;5;;\nTotal loss of power;3;5;;\n" >risk.csv
read_in "risks that are called so"
titles "are some" 'Total/Fire/Total loss of power/'

# What is like the rows above is a record, wherever it stands.
printf "$head\n$rows\n2. People;;;;\n\nVol;1;1;Jeanne Roy;Accept\n\nPanne;2;;Ada Keeper;\n\n\nIncendie;;3;Jeanne Roy;Accept\n" >risk.csv
read_in "parts behind blank rows"
titles "are records" 'Theft/Fire/Fraud/2. People/Vol/Panne/Incendie/'
printf "Title;Likelihood;Notes\nTheft;;\nFraud;;\nFire;2;x\n\nFlood;;\nSource code is lost;;\n" >risk.csv
read_in "a table that mostly has titles alone"
titles "goes on behind a blank row" 'Theft/Fraud/Fire/Flood/Source code is lost/'
printf 'Title;Scenario\n"Two\nlines";"a\n\nb"\nNext;c\n"Three\n\nlines";\n' >risk.csv
read_in "a cell of several lines"
titles "is no blank row" 'Two lines/Next/Three lines/'

printf "${head}\nTheft;3;4;Jeanne Roy;Accept\n\nFire;1;5;Ada Keeper;Accept\n\nFraud;2;4;Jeanne Roy;Accept\n\nSource code is lost;;;;\n\n\nLégende : 1 = Faible\n" >risk.csv
read_in "a table with a blank row between all"
titles "has its last rows too" 'Theft/Fire/Fraud/Source code is lost/'
has "and what stands farther below is none" '"Légende : 1 = Faible" stands below' cat said
printf "$head${rows}Total : perte du site;3;4;;\n" >risk.csv
read_in "a title behind a colon"
titles "is one" 'Theft/Fire/Fraud/Total : perte du site/'
printf 'Title;Likelihood;Impact;Owner;Treatment;Notes;Threats\nTheft;3;4;Jeanne Roy;Accept;x;y\nFire;1;5;Jeanne Roy;Accept;x;y\n\nRédigé par;Vérifié par;Approuvé par\nJ. Roy;A. Keeper;M. Durand\n' >risk.csv
noria add "$F" threat title=y >/dev/null
read_in "three who signed, side by side"
titles "are no records" 'Theft/Fire/'

# What may be a record or a note is refused, and nothing is changed.
for below in 'Incendie' 'Incendie;3' 'Perte : ordinateur portable' 'Page of the site defaced' 'Total loss of power;3;5'; do
	table "$below\n"
	read_in "it may be a record: $below" risk.csv 4
	has "which is told: $below" 'risk.csv:6: The row stands apart below the table' cat said
done
status 4 "good rows alone leave it out" noria import risks.noria risk.csv --as=csv:risk
table 'Incendie\n'
status 0 "and keep it" noria import risks.noria risk.csv --as=csv:risk --only-good --refused=left.csv
status 4 "untouched, it is refused again" noria import risks.noria left.csv --as=csv:risk
sed 's/;Incendie;;;;/;Incendie;3;4;;/' left.csv >right.csv
status 0 "filled in, it is taken" noria import risks.noria right.csv --as=csv:risk
titles "as the others were" 'Theft/Fire/Fraud/Incendie/'
printf "Ref;$head" >risk.csv
printf "R-1;Theft;3;4;Jeanne Roy;Accept\nR-2;Fire;1;5;Jeanne Roy;Accept\n\nR-3;Flood;;;;\n" >>risk.csv
read_in "a row with a ref alone" risk.csv 4
printf 'Légende;;;;;\n1;Faible;;;;\n2;Moyen;;;;\n' >below
sed -i '/R-3/d' risk.csv
cat below >>risk.csv
read_in "numbers of a legend"
titles "are no refs" 'Theft/Fire/'
# A day below says nothing of the order of those in the column.
printf 'Title;Review;Likelihood;Owner\nTheft;03/04/2027;3;Jeanne Roy\nFire;05/06/2027;3;Jeanne Roy\n\nFait le;31/12/2026\n' >risk.csv
read_in "days that may be two, above one that may not"
has "are as without it" 'neither a date of the column nor your locale shows the order' cat said

# What begins with a word of notes and goes with a text may be called so; and so may what stands below it.
refused() { # NAME REGISTER HEADER ROWS BELOW COUNT: the rows below are refused, so many
	cp "$F" doubt.noria
	# shellcheck disable=SC2059
	printf "$3\n$4$5" >doubt.csv
	status 4 "$1" noria import doubt.noria doubt.csv --as="csv:$2"
	cp tap-output said
	# shellcheck disable=SC2126
	ok "each row is: $1" test "$(grep 'is a record, fill it in or move it up' said | wc -l)" = "$6"
}
suppliers='Ada Ltd,Hosting,cloud,C-1,active\nBob Ltd,Network,cloud,C-2,active\nCyd Ltd,Paper,other,C-3,active\n'
heads=Name,Service,Kind,Contract,Status
refused "suppliers that are called as notes are" supplier $heads "$suppliers" '\nVisa,Payments\nMastercard,Payments\n' 2
for below in Key Scale Source Validation Page Legend Max Legende; do
	refused "a supplier: $below" supplier $heads "$suppliers" "\n$below,Cloud\n" 1
done
for below in Notes 'Date:' Visa 'Approved by Jeanne Roy' Legend; do
	refused "suppliers below: $below" supplier $heads "$suppliers" "\n$below\nGamma,see C3\nDelta,Cloud\n" 2
done
refused "suppliers of a scale" supplier $heads "$suppliers" '\nScale,Cloud\nDelta,Meaning\n\n1,Rare\n' 3
refused "rows with a ref below a note" supplier "Ref,$heads" 'A1,Ada,Host,cloud,C-1,active\nA2,Bob,Net,cloud,C-2,active\nA3,Cyd,Net,cloud,C-3,active\n' \
	'\nDate:\nA4,Delta\nA5,Eps\n' 2
refused "refs that are numbers" supplier "Ref,$heads" '1,Ada,Host,cloud,C-1,active\n2,Bob,Net,cloud,C-2,active\n3,Cyd,Net,cloud,C-3,active\n' \
	'\nDate:\n4,Delta\n5,Eps\n' 2
refused "indicators that count" indicator Name,Target,Frequency,Definition 'Patched,95,monthly,servers\nTrained,90,monthly,people\nTested,4,monthly,plans\n' \
	'\nNumber of open incidents,3\nNombre de non-conformités,2\nMoyenne des délais,4\n' 3
for below in 'Notes\n1,see annex' 'Date,12/03/2026' 'Signature,J. Roy' 'Source:,workshop' 'Legend\nLow,rarely\nÉlevé,souvent' 'Number of suppliers,3' 'Nombre de fournisseurs : 3' \
	'Scale,Meaning\n1,Rare\n2,Often' 'Key\nLevel,Meaning\nLow,rarely' 'Approved by\nJ. Roy' 'Approved by,Written by\nJ. Roy,A. Keeper\n12/03/2026,13/03/2026'; do
	cp "$F" notes.noria
	# shellcheck disable=SC2059
	printf "$heads\n$suppliers\n$below\n" >notes.csv
	name=${below%%\\n*}
	status 0 "still no record: $name" noria import notes.noria notes.csv --as=csv:supplier
	ok "nor what stands below it: $name" test "$(noria list notes.noria supplier --format=tsv | tail -n +2 | wc -l)" = 3
done
# The ways out.
cp "$F" doubt.noria
printf "$heads\n${suppliers}Visa,Payments\nMastercard,Payments\n" >doubt.csv
status 0 "moved up they are records" noria import doubt.noria doubt.csv --as=csv:supplier
ok "all of them" test "$(noria list doubt.noria supplier --format=tsv | tail -n +2 | wc -l)" = 5

# A sum has a number below others; else it may be a name.
sums() { # NAME HEADER ROWS LAST [COUNT]
	refused "$1" supplier "$2" "$3" "$4" "${5:-1}"
	has "and is said to be a sum perhaps: $1" 'The row may sum up those above it' cat said
}
sums "a contract that is a number" Name,Contract,Service 'Ada,4510,Hosting\nBob,4511,Network\n' 'Max,4512\n'
sums "a number below texts" Name,Contract,Service 'Ada,C-1,Hosting\nBob,C-2,Network\n' 'Max,4512\n'
sums "a number below nothing" Name,Contract,Service 'Ada,,Hosting\nBob,,Network\n' 'Min,4512\n'
refused "a number that stands apart" supplier $heads "$suppliers" "\n4512\n" 1
sums "a number within the name" Name 'Ada\nBob\n' 'Max 3\n'
sums "a number within the name, behind a colon" Name 'Ada\nBob\n' 'Count: 3\n'
sums "a number within the name, behind a blank row" Name,Service 'Ada,Hosting\nBob,Network\n' '\nMean 3\n'
sums "a name above what may count" Name,Criticality,Service 'Ada,3,Hosting\nBob,4,Network\n' 'Max,4\nNumber of incidents,3\n' 2
cp "$F" doubt.noria
printf 'Name,Contract,Service\nAda,4510,Hosting\nMax,4512\nBob,4511,Network\n' >doubt.csv
status 0 "moved up it is a record" noria import doubt.noria doubt.csv --as=csv:supplier
printf 'Name,Contract,Service\nCyd,4510,Hosting\nMin,4512,\n' >doubt.csv
status 0 "the others without it" noria import doubt.noria doubt.csv --as=csv:supplier --only-good --refused=left.csv
status 4 "untouched, it is refused again" noria import doubt.noria left.csv --as=csv:supplier
sed 's/;The row may[^;]*$/;/; s/"The row may[^"]*"//; s/,The row may.*$/,/' left.csv >right.csv
status 0 "without the reason it is taken" noria import doubt.noria right.csv --as=csv:supplier
printf '# reason,Name,Contract,Service\n,Cyd,4510,Hosting\n,Min,4512,\n' >right.csv
status 0 "below others too" noria import doubt.noria right.csv --as=csv:supplier
ok "all of them" test "$(noria list doubt.noria supplier --format=tsv | tail -n +2 | wc -l)" = 5
printf "Title;Likelihood;Impact\nTheft;3;4\nFire;1;5\nTotal;4;9\n" >risk.csv
read_in "numbers below numbers"
titles "sum up" 'Theft/Fire/'
printf "Title;Likelihood;Impact\nTheft;3;4\nFire;1;5\n\nTotal : 12\n" >risk.csv
read_in "a label with its number, apart"
titles "sums up" 'Theft/Fire/'

# Workbooks: the same rows, where blank ones are not written at all.
if ! test -x "$NORIA_BUILD/tests/pack"; then
	skip workbooks "made without libzip"
	finish
fi
table 'Moyenne;2;4.3\n\nLégende : 1 = Faible\nValidé par : J. Roy;;;;;le 12/03/2026\n'
main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
types=http://schemas.openxmlformats.org/package/2006
{
	echo '==> [Content_Types].xml'
	echo "<Types xmlns=\"$types/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
	echo '==> _rels/.rels'
	echo "<Relationships xmlns=\"$types/relationships\"><Relationship Id=\"r1\" Type=\"$office/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
	echo '==> xl/workbook.xml'
	echo "<workbook xmlns=\"$main\" xmlns:r=\"$office\"><sheets><sheet name=\"Risks\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
	echo '==> xl/_rels/workbook.xml.rels'
	echo "<Relationships xmlns=\"$types/relationships\"><Relationship Id=\"r1\" Type=\"$office/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
	echo '==> xl/worksheets/sheet1.xml'
	awk -F';' -v main=$main 'BEGIN { printf "<worksheet xmlns=\"%s\"><sheetData>", main }
		NF { printf "<row r=\"%d\">", NR
		  for (i = 1; i <= NF; i++) {
			at = substr("ABCDEFGH", i, 1) NR
			if ($i ~ /^[0-9.]+$/) printf "<c r=\"%s\"><f>AVERAGE(B2:B4)</f><v>%s</v></c>", at, $i
			else if ($i != "") printf "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", at, $i
		  }
		  printf "</row>" }
		END { print "</sheetData></worksheet>" }' risk.csv
} | "$NORIA_BUILD/tests/pack" risk.xlsx
{
	echo '==> mimetype'
	printf 'application/vnd.oasis.opendocument.spreadsheet\n'
	echo '==> content.xml'
	awk -F';' 'BEGIN { printf "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Risks\">" }
		{ printf "<table:table-row>"
		  for (i = 1; i <= NF; i++)
			if ($i ~ /^[0-9.]+$/) printf "<table:table-cell office:value-type=\"float\" office:value=\"%s\"><text:p>%s</text:p></table:table-cell>", $i, $i
			else if ($i != "") printf "<table:table-cell office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>", $i
			else printf "<table:table-cell/>"
		  if (!NF) printf "<table:table-cell/>"
		  printf "</table:table-row>" }
		END { print "</table:table></office:spreadsheet></office:body></office:document-content>" }' risk.csv
} | "$NORIA_BUILD/tests/pack" risk.ods
for book in risk.xlsx risk.ods; do
	read_in "a workbook: $book" $book
	has "its averages are left out: $book" "$book:6: The row sums up" cat said
	has "its legend: $book" "$book:8: \"Légende : 1 = Faible\" stands below" cat said
	has "its signature: $book" "$book:9: \"Validé par : J. Roy\" stands below" cat said
	titles "the records remain: $book" 'Theft/Fire/Fraud/'
done
finish
