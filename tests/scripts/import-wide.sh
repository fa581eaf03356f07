# Tables that are wide where a register is long: a column for each period of indicators, for each role of a RACI matrix.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" indicator name='Patched in time' unit=% frequency=month start=2026-01-01 measure=x status=active owner='Jeanne Roy' >/dev/null
noria add "$F" indicator name='Open alerts' unit=alerts frequency=month start=2026-01-01 measure=x status=active owner='Jeanne Roy' >/dev/null
patched=$(noria list "$F" indicator --where='name="Patched in time"' --format=tsv | sed -n '2s/\t.*//p')
alerts=$(noria list "$F" indicator --where='name="Open alerts"' --format=tsv | sed -n '2s/\t.*//p')
for title in RSSI DSI DG; do noria add "$F" role title=$title >/dev/null; done

said() { cp tap-output said; has "$1" "$2" cat said; }
measured() { # NAME LINES: "INDICATOR PERIOD VALUE|" of all measurements
	noria list copy.noria measurement --format=tsv | sed "s/\t$patched\t/\tpatched\t/; s/\t$alerts\t/\talerts\t/" | awk -F'\t' 'NR > 1 { printf "%s %s %s|", $2, $5, $4 }' >got
	ok "$1" sh -c 'cat got; test "$(cat got)" = "$1"' - "$2"
}
raci() { # NAME LINES: "TITLE R A C I|"
	noria list copy.noria responsibility --format=tsv | awk -F'\t' 'NR > 1 { printf "%s %s/%s/%s/%s|", $2, $3, $4, $5, $6 }' >got
	ok "$1" sh -c 'cat got; test "$(cat got)" = "$1"' - "$2"
}

# ---- periods ----

T='Indicateur;T1 2026;T2 2026;T3 2026\nPatched in time;91;93,5;\nOpen alerts;;12;7\nSource : SIEM\n'
status 0 "quarters beside each other" read_as measurement "$T"
said "are told" "The columns T1 2026 to T3 2026 are periods: each cell below them is read as one of Measurements."
has "a note below stays one" '"Source : SIEM" stands below the table, and is left out' cat said
measured "each cell is a record, an empty one none" "patched 2026-Q1 91|patched 2026-Q2 93.5|alerts 2026-Q2 12|alerts 2026-Q3 7|"
has "read again they are the same" "0 added, 0 changed, 4 left" noria import copy.noria copy.csv --as=measurement
has "on another day, too" "0 added, 0 changed, 4 left" env NORIA_CLOCK=2026-12-24T09:30:00Z noria import copy.noria copy.csv --as=measurement
sed 's/T3 2026/T3 2026;T4 2026/; s/^\(Open.*\)$/\1;5/' copy.csv >next.csv
has "with the next quarter that is new alone" "1 added, 0 changed, 4 left" env NORIA_CLOCK=2027-01-10T09:30:00Z noria import copy.noria next.csv --as=measurement
noria undo copy.noria >/dev/null 2>&1
noria undo copy.noria >/dev/null 2>&1
measured "it is one step to undo" ""
status 0 "a column beside the periods is left out" read_as measurement 'Indicateur;Cible;T1 2026\nPatched in time;95;91\n' --skip=Cible
said "one period" "The column T1 2026 is a period: each cell below it is read as one of Measurements."
measured "its values" "patched 2026-Q1 91|"
status 2 "a column that is not there is none" read_as measurement "$T" --skip=Cible
status 0 "years over their quarters" read_as measurement 'Indicateur;Unité;2026;;;;2025;;;\n;;T1;T2;T3;T4;T1;T2;T3;T4\nPatched in time;;91;93;;;81;82;83;84\n' --skip=Unité
measured "are those of each" "patched 2026-Q1 91|patched 2026-Q2 93|patched 2025-Q1 81|patched 2025-Q2 82|patched 2025-Q3 83|patched 2025-Q4 84|"
has "read again they are the same" "0 added, 0 changed, 6 left" noria import copy.noria copy.csv --as=measurement --skip=Unité
status 0 "months below their year, without --as" sh -c 'cp "$1" copy.noria; printf "Indicateur;Année 2026;;\n;janv.;févr.;mars\nOpen alerts;7;6;5\n" >copy.csv; noria import copy.noria copy.csv' - "$F"
measured "are months" "alerts 2026-01 7|alerts 2026-02 6|alerts 2026-03 5|"
status 4 "a year beside its quarters" read_as measurement 'Indicateur;T1 2026;T2 2026;2026\nPatched in time;91;93;92\n'
said "is none of them" '2026 (column D)'
status 0 "years alone" read_as measurement 'Indicateur;2025;2026\nPatched in time;91;93\n'
measured "are periods" "patched 2025 91|patched 2026 93|"
status 0 "n/a below a period" read_as measurement 'Indicateur;T1 2026;T2 2026\nPatched in time;91;n/a\nOpen alerts;-;0\n'
measured "is as an empty cell" "patched 2026-Q1 91|alerts 2026-Q2 0|"
status 4 "years over what is no period" read_as measurement 'Indicateur;2026;;2025;\n;Cible;Réel;Cible;Réel\nPatched in time;91;93;81;82\n'
status 0 "one period is left out" read_as measurement 'Indicateur;T1 2026;T2 2026;T3 2026\nPatched in time;91;93,5;\nOpen alerts;;12;7\n' --skip="T2 2026"
measured "and the others are there" "patched 2026-Q1 91|alerts 2026-Q3 7|"
status 4 "what is unknown is asked" read_as measurement 'Indicateur;Cible;T1 2026\nPatched in time;95;91\n'
said "by its letter in the sheet" 'Cible (column B)'
status 4 "a value that is none is refused" read_as measurement 'Indicateur;T1 2026;T2 2026\nPatched in time;91;bien\n'
said "with its line" 'copy.csv:2: Value must be a number'
cp "$F" copy.noria
printf 'Indicateur;T1 2026;T2 2026\nPatched in time;91;93\n' >copy.csv
has "no register has to be said" "2 added" noria import copy.noria copy.csv
for headings in '2024;2025' '2024-01;2025' 'H1 2024;2025-H2' 'janv. 2024;févr. 2025' 'January 2024;2025-Q3' '2024-W31;2025-07-15'; do
	status 0 "periods: $headings" read_as measurement "Indicator;$headings\nPatched in time;91;93\n"
	ok "$headings: two of them" test "$(noria list copy.noria measurement --where='period>=2024' --format=tsv | wc -l)" -eq 3
done

# Without a year they have that of the title, of the sheet or of the file.
status 4 "months of no year are refused" read_as measurement 'Indicateur;janv.;févr.\nPatched in time;91;93\n'
said "with how they are written" 'periods of a year that the table does not say: write it behind them, as in "janv. 2026"'
status 0 "the year stands above" read_as measurement 'Tableau de bord 2025;\n\nIndicateur;janv.;févr.\nPatched in time;91;93\n'
said "and is told" "The columns janv. to févr. are periods of 2025:"
measured "months of that year" "patched 2025-01 91|patched 2025-02 93|"
status 4 "two years are none" read_as measurement 'Bilan 2024, tableau 2025;\n\nIndicateur;T1;T2\nPatched in time;91;93\n'
printf 'Indicateur;T1;T2\nPatched in time;91;93\n' >board-2024.csv
cp "$F" copy.noria
has "the year of the file" "are periods of 2024:" noria import copy.noria board-2024.csv --as=measurement
measured "quarters of that year" "patched 2024-Q1 91|patched 2024-Q2 93|"

for title in 'ISO 27001:2022 indicators' 'ISO 27001 2022' 'Zoo SA, 2048 employees' 'As of 2026-01-12' 'As of 12 January 2026' 'KPI 12/01/2026'; do
	status 4 "no year: $title" read_as measurement "$title;\n\nIndicateur;T1;T2\nPatched in time;91;93\n"
done
status 0 "a standard beside the year" read_as measurement 'ISO/IEC 27001:2022, board of 2025;\n\nIndicateur;T1;T2\nPatched in time;91;93\n'
measured "is none" "patched 2025-Q1 91|patched 2025-Q2 93|"
for name in iso27001-2022 h-12-01-2026 2026-01-12; do
	printf 'Indicateur;T1;T2\nPatched in time;91;93\n' >"$name.csv"
	cp "$F" copy.noria
	status 4 "no year: $name.csv" noria import copy.noria "$name.csv" --as=measurement
done
status 4 "headings with years beside some without" read_as measurement 'Board 2026;\n\nIndicateur;T3;T4;T1 2026\nPatched in time;91;93;94\n'
status 4 "a row of several above says it of some alone" read_as measurement ';Actual;Actual;2026;2026\nIndicateur;T1;T2;T3;T4\nPatched in time;91;93;94;95\n' --header=2
status 0 "one column names its year, too" read_as measurement 'Board 2025;\n\nIndicateur;mai\nPatched in time;91\n'
said "which is told" "The column mai is a period of 2025"

# Two columns of one period are not both its values.
status 4 "targets beside values" read_as measurement ';Cible;Cible;Réel;Réel\nIndicateur;T1 2026;T2 2026;T1 2026;T2 2026\nPatched in time;99;99;98;97\n'
said "are asked about" "The columns B and D are both of T1 2026: --skip=COLUMN leaves out the one that is no value"
status 0 "without them" read_as measurement ';Cible;Cible;Réel;Réel\nIndicateur;T1 2026;T2 2026;T1 2026;T2 2026\nPatched in time;99;99;98;97\n' --skip="column B" --skip="column C"
measured "the others are read" "patched 2026-Q1 98|patched 2026-Q2 97|"

# A row without a value is told; a number of the row is none of its values; nobody names a column that was made.
status 0 "a row without values" read_as measurement 'Indicateur;Note;T1 2026;T2 2026\nPatched in time;;91;93\nOpen alerts;sonde en panne;;\n'
said "is told" "1 row has none, and is left out."
status 0 "above another one too" read_as measurement 'Indicateur;T1 2026;T2 2026\nOpen alerts;;\nPatched in time;91;93\n'
said "though it has nothing else" "1 row has none, and is left out."
for number in 'N°' No Ref Réf. ID; do
	status 0 "$number of a row" read_as measurement "$number;Indicateur;T1 2026;T2 2026\n1;Patched in time;91;93\n2;Open alerts;3;4\n"
	measured "$number is none of its values" "patched 2026-Q1 91|patched 2026-Q2 93|alerts 2026-Q1 3|alerts 2026-Q2 4|"
done
for column in D Period Value; do
	status 2 "there is no column $column" read_as measurement 'Indicateur;T1 2026;T2 2026\nPatched in time;91;93\n' --skip=$column
done

# A column for each day of a year.
{ printf 'Indicateur'; awk 'BEGIN { for (m = 1; m <= 12; m++) for (d = 1; d <= 28; d++) printf ";2025-%02d-%02d", m, d }'; echo
	awk 'BEGIN { for (i = 0; i < 3; i++) { printf "Patched in time"; for (d = 0; d < 336; d++) printf ";%d", i * 1000 + d; print "" } }'; } >daily.csv
cp "$F" copy.noria
has "is a record each" "would add 1008" noria import copy.noria daily.csv --as=measurement --dry-run

# Where it is read as something else, it is said what it is.
status 4 "as the indicators themselves" read_as indicator 'Nom;T1 2026;T2 2026\nOpen alerts;92;93\n'
said "what they are and how they are read" "each of their cells is one of Measurements, which --as=measurement reads; here --skip=COLUMN leaves them out"
status 0 "which works" read_as indicator 'Nom;Cible;T1 2026;T2 2026\nOpen alerts;5;92;93\n' --skip="T1 2026" --skip="T2 2026"
status 0 "a long table stays one" read_as measurement 'Indicateur;Période;Valeur\nPatched in time;T1 2026;91\n'
measured "as it is" "patched 2026-Q1 91|"
has "it is the same on another day" "0 added" env NORIA_CLOCK=2026-12-24T09:30:00Z noria import copy.noria copy.csv --as=measurement
status 0 "without periods the day of the reading tells them apart" read_as measurement 'Indicateur;Valeur\nPatched in time;91\n'
said "which is told" "is added once more when the table is read on another day"

# Refused rows are written as they are read again: long.
status 0 "one cell of two is refused" read_as measurement 'Indicateur;T1 2026;T2 2026\nPatched in time;91;bien\n' --only-good --refused=refused.csv
ok "it stands in the table of those" grep -q 'Patched in time.*bien' refused.csv
sed -i 's/;bien/;94/' refused.csv
has "and is read once it is put right" "1 added" noria import copy.noria refused.csv --as=measurement
measured "with its period" "patched 2026-Q1 91|patched 2026-Q2 94|"

# ---- roles ----

M='Activité;RSSI;DSI;DG\nPolitique;R;C/I;A\nAnalyse;r;;a\nSauvegardes;I;R, A;C\n'
status 0 "the letters of a matrix" read_as responsibility "$M"
said "are told" "The columns RSSI to DG are roles: the letters R, A, C and I below them say what each one does."
raci "each where it belongs" "Politique RO-1/RO-3/RO-2/RO-2|Analyse RO-1/RO-3//|Sauvegardes RO-2/RO-2/RO-3/RO-1|"
has "read again it is the same" "0 added, 0 changed, 3 left" noria import copy.noria copy.csv --as=responsibility
status 4 "a role that is unknown is asked about" read_as responsibility 'Activité;RSSI;RH\nPolitique;R;A\n'
status 0 "or made" read_as responsibility 'Activité;RSSI;RH\nPolitique;R;A\n' --create=role
status 4 "another word in one cell" read_as responsibility 'Activité;RSSI;DSI;DG\nPolitique;R;Info;A\nAnalyse;R;C;A\n'
said "is named" 'but for "Info" in line 2: let R, A, C and I stand there, or nothing.'
status 4 "two that answer for one activity" read_as responsibility 'Activité;RSSI;DSI;DG\nPolitique;R;A;A\n'
said "are none" 'In line 2 A stands more than once: there is one role alone that answers for an activity.'
status 0 "a column beside them" read_as responsibility 'Activité;RSSI;DSI;Remarque\nPolitique;R;A;à revoir\n' --skip=Remarque
raci "is left out" "Politique RO-1/RO-2//|"

status 0 "a name of two lines is one" read_as responsibility 'Activité;"Chef des\nventes";DSI\nPolitique;R;A\nAnalyse;A;R\n' --create=role
raci "in every field" "Politique RO-4/RO-2//|Analyse RO-2/RO-4//|"
status 4 "columns without names are none" read_as responsibility 'Backups;R;C;A\nReview;A;R/C;I\n' --header=0 --map=A=title
status 4 "nor are there letters beside a column of theirs" read_as responsibility 'Activité;Responsable;RSSI;DSI\nPolitique;DG;A;C\n'
printf 'Activité;RSSI;DSI;DG\nPolitique;R;A;C\nSauvegardes;C;I;A\n' >copy.csv
cp "$F" copy.noria
has "a row of letters names no columns" "2 added" noria import copy.noria copy.csv

# ---- workbooks ----

if test -x "$NORIA_BUILD/tests/pack"; then
	# The first of a month in a format of days stands for that month; cells are named as they stand in the sheet.
	cat >sheet1.xml <<'EOF'
<row r="1"><c r="A1" t="inlineStr"><is><t>Indicator</t></is></c><c r="B1" s="1"><v>46023</v></c><c r="C1" s="1"><v>46054</v></c></row>
<row r="2"><c r="A2" t="inlineStr"><is><t>Open alerts</t></is></c><c r="B2"><v>12</v></c><c r="C2" t="inlineStr"><is><t>few</t></is></c></row>
EOF
	echo '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="17"/></cellXfs>' >styles.xml
	workbook months.xlsx Board styles.xml
	cp "$F" copy.noria
	status 4 "a workbook with months" noria import copy.noria months.xlsx --as=measurement
	said "a cell has the name that it has in the sheet" "months.xlsx:C2: Value must be a number"
	ok "the others alone" noria import copy.noria months.xlsx --as=measurement --only-good
	measured "a first day is its month" "alerts 2026-01 12|"
	# First days of years and of quarters are no months, but where a format shows the year alone.
	cp sheet1.xml months.xml
	for days in '45292 45658 46023' '46023 46113 46204'; do
		set -- $days
		sed "s/46023/$1/; s/46054/$2/; s/few/3/" months.xml >sheet1.xml
		echo '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' >styles.xml
		workbook days.xlsx Board styles.xml
		cp "$F" copy.noria
		status 4 "days of $days" noria import copy.noria days.xlsx --as=measurement
	done
	sed 's/46023/45292/; s/46054/45658/; s/few/3/' months.xml >sheet1.xml
	echo '<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>' >styles.xml
	workbook years.xlsx Board styles.xml
	cp "$F" copy.noria
	status 0 "years that are days" noria import copy.noria years.xlsx --as=measurement
	measured "are years" "alerts 2024 12|alerts 2025 3|"
else
	skip "workbooks" "made without libzip"
fi
finish
