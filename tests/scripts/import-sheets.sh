# Sheets as officers have them: a cover before the table, headings of two rows with merged cells, owners
# merged over their rows, and days that a spreadsheet made of numbers.
. "$NORIA_SOURCE/tests/tap.sh"

if ! test -x "$NORIA_BUILD/tests/pack"; then
	skip workbooks "made without libzip"
	finish
fi
main=http://schemas.openxmlformats.org/spreadsheetml/2006/main
office=http://schemas.openxmlformats.org/officeDocument/2006/relationships
book() { # OUT SHEETS: names parted by blanks, "-" before a hidden one; their XML from sheet1, sheet2 ...
	number=0 sheets= relations=
	for name in $2; do
		number=$((number + 1))
		state=
		case $name in -*) state=' state="veryHidden"' name=${name#-} ;; esac
		sheets="$sheets<sheet name=\"$name\"$state sheetId=\"$number\" r:id=\"r$number\"/>"
		relations="$relations<Relationship Id=\"r$number\" Type=\"$office/worksheet\" Target=\"worksheets/sheet$number.xml\"/>"
	done
	{
		echo '==> [Content_Types].xml'
		echo '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
		echo '==> _rels/.rels'
		echo "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"$office/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
		echo '==> xl/workbook.xml'
		echo "<workbook xmlns=\"$main\" xmlns:r=\"$office\"><sheets>$sheets</sheets></workbook>"
		echo '==> xl/_rels/workbook.xml.rels'
		echo "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">$relations<Relationship Id=\"rs\" Type=\"$office/styles\" Target=\"styles.xml\"/></Relationships>"
		echo '==> xl/styles.xml'
		echo "<styleSheet xmlns=\"$main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
		for i in $(seq $number); do
			echo "==> xl/worksheets/sheet$i.xml"
			cat "sheet$i"
		done
	} | "$NORIA_BUILD/tests/pack" "$1"
}
rows() { # FILE [MERGED]: rows from standing input, cells parted by semicolons; a number is one, d and a number a day
	awk -F';' -v merged="$2" -v main=$main 'BEGIN { printf "<worksheet xmlns=\"%s\"><sheetData>", main }
		{ printf "<row r=\"%d\">", NR
		  for (i = 1; i <= NF; i++) {
			at = substr("ABCDEFGH", i, 1) NR
			if ($i ~ /^[0-9.]+$/) printf "<c r=\"%s\"><v>%s</v></c>", at, $i
			else if ($i ~ /^d[0-9]+$/) printf "<c r=\"%s\" s=\"1\"><v>%s</v></c>", at, substr($i, 2)
			else if ($i != "") printf "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>", at, $i
		  }
		  printf "</row>" }
		END { printf "</sheetData>"
		  count = split(merged, ranges, " ")
		  if (count) printf "<mergeCells>"
		  for (i = 1; i <= count; i++) printf "<mergeCell ref=\"%s\"/>", ranges[i]
		  if (count) printf "</mergeCells>"
		  print "</worksheet>" }' >"$1"
}
F=$HOME/test.noria
fresh "$F" --organisation=Test
shows() { # NAME REF FIELD VALUE
	has "$1" "\"$3\": $4," noria show "$F" "$2" --format=json
}

printf 'Risk register of the laboratory\nVersion;3\nTitle;The risks of 2026\n' | rows sheet1
printf 'Title;Owner;Likelihood;Impact\nTheft;Jeanne Roy;3;4\nFire;;2;5\nFlood;;1;3\n' | rows sheet2 'B2:B3'
book cover.xlsx 'Cover Register'
status 0 "a cover before the table" noria import "$F" cover.xlsx --as=risk
cp tap-output said
has "which sheet was read is said" 'The sheet Register was read; there is also: Cover.' cat said
has "and what merged cells count for" 'The text of merged cells counts in each of their rows: B2:B3.' cat said
shows "the first row has its owner" R-1 owner '"P-1"'
shows "and the second the same" R-2 owner '"P-1"'
shows "the third none" R-3 owner null
has "who asks for the cover gets it, and no risk" "0 added, 0 changed, 0 left" noria import "$F" cover.xlsx --as=risk --sheet=Cover
has "reading twice changes nothing" '0 added, 0 changed, 3 left as they were' noria import "$F" cover.xlsx --as=risk

printf 'Title;Likelihood\nBehind;3\n' | rows sheet1
printf 'Nothing of interest\n' | rows sheet2
book behind.xlsx '-Register Notes'
has "a hidden sheet that is read for the other is said to be hidden" "The sheet Register was read, which is hidden; there is also: Notes." noria import "$F" behind.xlsx --as=risk --dry-run

printf 'Title;Owner;Inherent;;Residual;\n;;Likelihood;Impact;Likelihood;Impact\nGrouped;Jeanne Roy;5;4;2;1\n' >groups.csv
rows sheet1 'A1:A2 B1:B2 C1:D1 E1:F1' <groups.csv
book groups.xlsx Risks
status 0 "headings of two rows, merged" noria import "$F" groups.xlsx --as=risk
shows "the inherent likelihood" R-4 inherent_likelihood 5
shows "the residual impact" R-4 residual_impact 1
shows "no current likelihood" R-4 current_likelihood null
has "a CSV of it says the same" '0 added, 0 changed, 1 left as they were' noria import "$F" groups.csv --as=risk

printf 'Title;Likelihood\nTheft;d46146\n' | rows sheet1
book days.xlsx Risks
status 4 "a level of which a spreadsheet made a day" noria import "$F" days.xlsx --as=risk
cp tap-output said
has "is refused with the reason" 'days.xlsx:B2: Current likelihood: the spreadsheet made the day 2026-05-04 of what was typed there' cat said
printf 'Control;Applicable\nd46027;Yes\n' | rows sheet1
book soa.xlsx SoA
status 4 "so is the number of a control" noria import "$F" soa.xlsx --as=applicability
cp tap-output said
has "with the way out" 'write it as text' cat said
ok "the file is sound after all this" noria check "$F"
finish
