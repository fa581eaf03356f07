# What people write below a table is told and is no record: legends, who validated it, totals. What may be one is
# refused, and what is like the rows above is one.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
titles() { # NAME TITLES: the risks of a new file into which the table was read
	noria list risks.noria risk --format=tsv | tail -n +2 | cut -f2 | tr '\n' '/' >got
	cat got >tap-output
	test "$(cat got)" = "$2"
	tap_result $? "$1"
}
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
titles "is no blank row" 'Two lines/Next/Three  lines/'

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
has "are as without it" 'no date of the column shows the order' cat said

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
