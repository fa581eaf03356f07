# What stands among the rows of people's tables and is no record, what a spreadsheet leaves in cells, and what is no table.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

read_in() { # NAME: risk.csv into a new file
	cp "$F" risks.noria
	status 0 "$1" noria import risks.noria risk.csv
	cp tap-output said
}

printf 'Title,Likelihood,Impact\nTheft,3,4\nTitle,Likelihood,Impact\nFire,1,5\n' >risk.csv
read_in "the header of the next page"
has "is said to be left out" 'risk.csv:3: The row names the columns once more, and is left out.' cat said
titles "and is no record" 'Theft/Fire/'
printf '| Title | Likelihood | Impact |\n|---|:---:|---:|\n| Theft | 3 | 4 |\n' >risk.csv
read_in "a table as texts draw it"
titles "without the line below its header" 'Theft/'
for last in 'TOTAL;;7' 'Total général;4;9' 'Average;3.5;4.2'; do
	printf 'Title;Likelihood;Impact\nTheft;3;4\n\n%s\n' "$last" >risk.csv
	read_in "a total: $last"
	has "is said to be left out: $last" 'risk.csv:4: The row sums up those above it, and is left out.' cat said
	titles "and is no record: $last" 'Theft/'
done
printf 'Title,Likelihood,Impact\nTotal,3,4\nFire,1,5\n' >risk.csv
read_in "a record called Total above others"
titles "is one" 'Total/Fire/'
printf 'Title,Likelihood,Owner\nTheft,3,\nTotal,,Jeanne Roy\n' >risk.csv
read_in "a last one with more than numbers"
titles "is one too" 'Theft/Total/'
printf 'Title,Likelihood,Impact\n1. Computers,,\nTheft,3,4\n2. People,,\nFraud,2,4\nSource: workshop,,\n' >risk.csv
read_in "headings and notes among the rows"
has "are named" 'risk.csv: lines 2, 4, 6 have one cell and were taken for records' cat said
printf 'Title,Likelihood,Impact\nTheft,,\nFraud,,\nFire,2,3\nFlood,,\n' >risk.csv
read_in "a table that mostly has titles alone"
ok "is not doubted" sh -c '! grep one.cell said'

# Cells.
printf 'Title;Owner;Likelihood;Notes\nTheft;#N/A;#VALEUR!;####\n' >risk.csv
cp "$F" risks.noria
status 4 "errors of a spreadsheet are refused in a CSV as well" noria import risks.noria risk.csv
cp tap-output said
for cell in 'Owner: the cell holds the error #N/A' 'Current likelihood: the cell holds the error #VALEUR!' 'Notes: the cell holds the error ####'; do
	has "by their column: $cell" "risk.csv:2: $cell" cat said
done
printf '="ref";="Title";="Owner"\n="007";"=""Theft, of ""a"" key""";="Jeanne Roy"\n' | sed 's/""a""/""""a""""/' >risk.csv
read_in "texts that a formula keeps from a spreadsheet"
titles "are what stands within" 'Theft, of "a" key/'
has "refs too" 'risk: 007' noria list risks.noria risk --format=csv
cp "$F" risks.noria
for title in '#N/A' '####' '="007"' '=1+1' "'#N/A"; do
	noria add risks.noria risk "title=$title" >/dev/null
done
noria export risks.noria risk --format=csv --output=risk.csv 2>/dev/null || noria list risks.noria risk --format=csv >risk.csv
has "such titles of ours come back from a CSV as they were" '0 added, 0 changed, 5 left as they were' noria import risks.noria risk.csv

# Quotation marks where programs put them.
printf 'Title, Owner, Likelihood\nTheft, "Roy, Jeanne", 3\nThe "big" fire, , 2\n' >risk.csv
read_in "a quotation mark behind a blank"
titles "parts no cell" 'Theft/The "big" fire/'
printf '"Title;Likelihood;Notes"\r\n"Theft;3;""a; b"""\r\n\r\n"Fire;2;"\r\n' >risk.csv
read_in "lines that are quoted as wholes"
titles "are rows" 'Theft/Fire/'
has "with their cells" '"notes": "a; b"' noria list risks.noria risk --format=json
printf '"Title;Likelihood"\n"Theft;3"\n\n"Fire;9"\n' >risk.csv
cp "$F" risks.noria
status 4 "a fault in such a line" noria import risks.noria risk.csv
cp tap-output said
has "is told with its line" 'risk.csv:4:' cat said
printf 'Title;Likelihood\r\nTheft;3\r\n\032' >risk.csv
read_in "a text that DOS ended"
titles "ends before the sign" 'Theft/'

# What is no table, whatever it is called: without a row nobody would miss anything.
no_table() { # NAME WORDS
	cp "$F" risks.noria
	status 4 "$1 is refused" noria import risks.noria risk.xls --as=csv:risk
	cp tap-output said
	has "with what it is: $1" "$2" cat said
}
printf '<html><body><table><tr><td>Title</td></tr><tr><td>Theft</td></tr></table>' >risk.xls
no_table "a web page called a workbook" 'is a web page'
printf '\357\273\277\r\n<TABLE><tr><td>Title</td></tr></TABLE>' >risk.xls
no_table "a part of a page" 'save it as .xlsx'
printf '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>' >risk.xls
no_table "XML" 'is XML and no table'
printf '{\\rtf1\\ansi Title}' >risk.xls
no_table "a text document" 'RTF'
printf '[\n {"title": "Theft"}]' >risk.xls
no_table "JSON" 'is JSON and no table'
finish
