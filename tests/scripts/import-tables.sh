# Rows that a template holds ready are left out, and told; a second table below the first is none of its rows.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

read_in() { # NAME TABLE [STATUS [OPTION]]: into a new file
	cp "$F" risks.noria
	# shellcheck disable=SC2059
	printf "$2" >risk.csv
	# shellcheck disable=SC2086
	status "${3:-0}" "$1" noria import risks.noria risk.csv --as=csv:risk $4
	cp tap-output said
}
ready='say nothing of their own, but a number at most or what a template puts in each row, and are left out.'
head='N°;Title;Likelihood;Treatment;Done\n'
rows='1;Theft;3;Accept;TRUE\n2;Fire;1;Accept;FALSE\n'
for skip in '3;;;;\n4;;;;\n5;;;;\n' '3;;;;FALSE\n4;;0;;FALSE\n5;;-;;FALSE\n' '3;;;Mitigate;\n4;;;Mitigate;\n5;;;Mitigate;FALSE\n'; do
	read_in "rows that a template holds ready" "$head$rows$skip" 0 --skip=Done
	has "are told, in one sentence" "risk.csv: lines 4-6 $ready" cat said
	titles "and are no records" 'Theft/Fire/'
	status 0 "the second time too" noria import risks.noria risk.csv --as=csv:risk
	titles "nothing is another" 'Theft/Fire/'
done
has "in French too" 'les lignes 4-6 ne disent rien d’elles-mêmes' env LC_ALL=C.UTF-8 LANGUAGE=fr noria import risks.noria risk.csv --as=csv:risk --dry-run
sed -i 's/^4;;/4;Flood;/' risk.csv
status 0 "one that is filled in since" noria import risks.noria risk.csv --as=csv:risk
titles "is one" 'Theft/Fire/Flood/'
read_in "between the others, and refs" 'Ref;Title;Likelihood\nR-011;Theft;3\nR-012;;\nR-013;Fire;2\nR-014;;0\n\nLégende : 1 = Faible\n'
has "they are told" "lines 3, 5 $ready" cat said
has "and what stands below is known as before" '"Légende : 1 = Faible" stands below' cat said
titles "the others stay" 'Theft/Fire/'
# A dash for the title is none, and nobody is called so.
for row in '3;-;-;;' '3;–;;;' '3;n/a;;n/a;' '3;?;;;' '3;…;0;…;' '3;.;;—;' ';-;-;-;'; do
	read_in "a dash for the title: $row" "$head$rows$row\n" 0 --skip=Done
	has "is told: $row" 'risk.csv: line 4 says nothing of its own, but a number at most' cat said
	titles "and is no record: $row" 'Theft/Fire/'
done
for row in '3;-;2;;' '3;n/a;2;;' ';…;3;;'; do
	read_in "a dash for a title in a row that says something: $row" "$head$rows$row\n" 4 --skip=Done
	has "is refused: $row" 'is no name; write what the record is called, or delete the row.' cat said
done
read_in "words that somebody may be called" "$head${rows}3;None;2;;\n4;NA;1;;\n5;C++;;;\n" 0 --skip=Done
titles "are titles" 'Theft/Fire/None/NA/C++/'
cp "$F" risks.noria
noria add risks.noria risk title=- >/dev/null
noria export risks.noria risk --format=csv >risk.csv
status 0 "a record that is called so already" noria import risks.noria risk.csv --as=csv:risk
printf 'Title;Owner\nTheft;…\n' >risk.csv
status 0 "dots" noria import risks.noria risk.csv --as=csv:risk
ok "are nobody" test "$(noria list risks.noria person --format=tsv | tail -n +2 | wc -l)" = 0
# Numbers of rows that begin anew below the names.
printf 'N°;Action;Owner\n1;A;\nN°;Action;Owner\n1;C;\n' >action.csv
has "a number that comes twice names the way out" 'action.csv:4: 1 stands in line 2 already; where that is the number of the row alone, --skip=N° leaves it out.' \
	noria import risks.noria action.csv --as=csv:action
status 0 "which works" noria import risks.noria action.csv --as=csv:action --skip=N°
# What says anything of its own is a row.
for row in '3;;2;;' '7;;;;' '3;;;Avoid;' '3;;;;see Paul' '3;;;;TRUE' ';;;Mitigate;'; do
	read_in "a row that says something: $row" "$head$rows$row\n" 4 --skip=Done
	has "is refused as before: $row" 'risk.csv:4: Title must not be empty.' cat said
done
read_in "a row of a record" 'Ref;Title;Likelihood\nR-1;Theft;3\nR-2;Fire;2\n'
printf 'Ref;Title;Likelihood\nR-1;Theft;3\nR-2;;\n' >risk.csv
status 4 "that is emptied is refused" noria import risks.noria risk.csv --as=csv:risk
titles "and stays" 'Theft/Fire/'
cp "$F" units.noria
printf 'Ref;Name;Parent\nU-1;Top;\nU-2;;\nU-3;Below;U-2\n' >unit.csv
status 4 "a row that another leans on" noria import units.noria unit.csv
cp tap-output said
has "lacks its name" 'unit.csv:3: Name must not be empty.' cat said
read_in "notes alone" 'Title;Notes\nTheft;x\n;;\n3;\n4;\n'
titles "titles that are numbers are titles" 'Theft/3/4/'

# A second table.
first='Title;Likelihood;Impact;Owner\nTheft;3;4;\nFire;1;5;\n'
read_in "a table below" "$first\nName;Kind;Owner;Notes\nMail server;software;;x\nLaptops;hardware;;\n"
has "is told with its line" 'risk.csv:5: Another table begins here (Name, Kind, Owner, Notes), and is left out with its 2 rows. --header=5 reads it.' cat said
titles "and is none of it" 'Theft/Fire/'
has "by that it is read" '2 added' noria import risks.noria risk.csv --as=csv:asset --header=5
read_in "names alone" "Title;Notes\nTheft;x\n\nName;Owner\nMail server;Ada\n" 4
has "may be a record" 'risk.csv:4: The row seems to name the columns of another table; where it is a record, move it up to the others, else delete it with its rows. --header=4 reads it.' cat said
has "and so may what stands below them" 'risk.csv:5: The row stands below one that seems to name' cat said
status 0 "without them" noria import risks.noria risk.csv --as=csv:risk --only-good --refused=left.csv
titles "the others are read" 'Theft/'
status 4 "and they are refused again" noria import risks.noria left.csv --as=csv:risk
read_in "moved up" "Title;Notes\nTheft;x\nName;Owner\nMail server;Ada\n"
titles "they are records" 'Theft/Name/Mail server/'
read_in "the names in another order" "Title;Likelihood;Impact\nTheft;3;4\nTitle;Impact;Likelihood\nFire;1;5\n"
has "are of another table" 'risk.csv:3: Another table begins here' cat said
read_in "the next month" "Title;Likelihood;Impact\nTheft;3;4\n\nMarch\ntitle ;Likelihood *;\nFire;1;5\n"
has "is told" '"March" stands above names of columns, and is left out.' cat said
has "with its names" 'risk.csv:5: The row names the columns once more, and is left out.' cat said
titles "and goes on" 'Theft/Fire/'
read_in "months that follow one another" "February\nTitle;Likelihood;Impact\nTheft;3;4\nMarch\nTitle;Likelihood;Impact\nFire;1;5\n"
titles "are no records where the first of them stands above the names" 'Theft/Fire/'
read_in "a page that ends with a title" "Title;Likelihood;Impact\nTheft;3;4\nFlood;;\nTitle;Likelihood;Impact\nFire;1;5\n"
titles "keeps it" 'Theft/Flood/Fire/'
read_in "names of which one is nobody's" "Title;Notes;Scenario\nTheft;x;y\n\nMeeting;Weather;Decisions\nMarch;all;none\n" 4
has "may be a record too" 'risk.csv:4: The row seems to name the columns of another table' cat said

# One that has a title above its names, and such as no register knows.
asset() { # NAME ROWS [STATUS]: below two assets
	cp "$F" assets.noria
	# shellcheck disable=SC2059
	printf "Name;Description;Location\nCRM;x;\nERP;y;z\n\n$2" >asset.csv
	status "${3:-4}" "$1" noria import assets.noria asset.csv --as=csv:asset
	cp tap-output said
}
names='The row seems to name the columns of another table; where it is a record, move it up to the others, else delete it with its rows. --header='
asset "a title above the names of another table" 'Plan action\nAction;Responsable;Échéance\nChiffrer;Ada Keeper;31/12/2026\n' 0
has "is told" 'asset.csv:5: "Plan action" stands above names of columns, and is left out.' cat said
has "with its table" 'asset.csv:6: Another table begins here (Action, Responsable, Échéance), and is left out with its 1 row. --header=6 reads it.' cat said
asset "a title behind which a blank row stands" 'Plan action\n\nAction;Responsable;Échéance\nChiffrer;Ada Keeper;31/12/2026\n'
has "may be a record" 'asset.csv:5: The row stands above one that seems to name the columns of another table; where it is a record' cat said
for other in 'Historique des versions\nVersion;Date;Modifications\n1.0;01/02/2026;Création' 'Glossaire\nTerme;Définition\nSMSI;Système' \
	'Table of what was changed\nDate : 2026\nVersion;Author\n1.0;JR'; do
	asset "a title above names of no register: ${other%%\\n*}" "$other\n"
	has "is refused with them: ${other%%\\n*}" 'asset.csv:5: The row stands above one that seems' cat said
	has "and its rows: ${other%%\\n*}" 'The row stands below one that seems to name the columns of another table; where it is a record, move it up to the others, else delete it.' cat said
	has "with the way out: ${other%%\\n*}" "$names" cat said
	status 0 "the others without them: ${other%%\\n*}" noria import assets.noria asset.csv --as=csv:asset --only-good --refused=left.csv
	ok "are two: ${other%%\\n*}" test "$(noria list assets.noria asset --format=tsv | tail -n +2 | wc -l)" = 2
	status 4 "refused again: ${other%%\\n*}" noria import assets.noria left.csv --as=csv:asset
	rm left.csv
done
for other in 'Menace;Vulnérabilité\nVol;porte' 'Rédigé par;Vérifié par;Approuvé par\nJR;KB;ED' 'Rédigé par;Vérifié par;Approuvé par' 'Bâtiment;Adresse\nA;rue x' \
	'Version;Date;Modifications;' 'Salle;Capacité de stockage;Responsable\nA;12;Ada'; do
	asset "names behind a blank row: $other" "$other\n"
	has "are refused: $other" "asset.csv:5: ${names}5 reads it." cat said
done
for row in 'Dupont;Ada Keeper;x' 'Laptops;hardware' 'Site 2;Adresse' 'Serveurs et postes;Responsable' 'Mail, web;Version'; do
	asset "a record behind a blank row: $row" "$row\n" 0
	has "is one: $row" '3 added' cat said
done
printf 'Name;Kind\nERP;Software\n\nParis;Site\n' >asset.csv
status 0 "a word that the column takes" noria import assets.noria asset.csv --as=csv:asset
printf 'Name;Description\nX;Owner\n\nY;Owner\n' >asset.csv
status 0 "and what stands there twice are no names" noria import assets.noria asset.csv --as=csv:asset
for other in 'Date;Signature\n01/02/2026;JR' 'Niveau;Signification\n1;tous les 10 ans' 'Probabilité;Définition\nRare;jamais' 'Service;Responsable\nDSI;Ada'; do
	read_in "names in a table of texts: $other" "Title;Owner\nTheft;Ada Keeper\n\n$other\n" 4
	has "are refused, and make nobody: $other" "risk.csv:4: ${names}4 reads it." cat said
done
read_in "a record behind another table" "$first\nName;Kind;Owner;Notes\nMail server;software;;x\n\nFlood;2;2;Ada Keeper\n" 4
has "is not left out with it" 'risk.csv:8: The row stands apart below another table; where it is a record, move it up to those of the first one' cat said
read_in "rows of the other table behind a blank one" "$first\nName;Kind;Owner;Notes\nMail server;software;;x\n\nLaptops;hardware;;\n"
has "are of it" 'left out with its 2 rows' cat said
cp "$F" people.noria
printf 'Nom;Fonction;Service\nJeanne Roy;RSSI;\n\nPaul Martin;Agent;Direction\nZoe Durand;Assistante;\n' >people.csv
has "a person whose function and unit are words for such" 'people.csv:4: The row seems to name the columns of another table; where it is a record' noria import people.noria people.csv --as=csv:person
noria import people.noria people.csv --as=csv:person --only-good --refused=asked.csv >/dev/null 2>&1
has "asked about again among the refused rows, with what to do" 'In a table of refused rows: empty the cell of the reason.' noria import people.noria asked.csv --as=csv:person
sed -i '2,$s/^"[^"]*"/""/' asked.csv
has "which is a way out" ' 3 added' noria import people.noria asked.csv --as=csv:person --create=unit
read_in "what stands above the names of a page where a record may" 'Registre;;\nTitle;Likelihood;Impact\nTheft;3;4\nPanne;;\nTitle;Likelihood;Impact\nFire;1;5\n' 4
has "is asked about" 'risk.csv:4: The row stands above one that seems to name the columns' cat said
read_in "a month there" 'Mars 2026;;\nTitle;Likelihood;Impact\nTheft;3;4\nAvril 2026;;\nTitle;Likelihood;Impact\nFire;1;5\n'
titles "is none" 'Theft/Fire/'
read_in "rows of the other table behind one of blanks" "$first\nName;Kind;Owner;Notes\nMail server;software;;x\n ;;\nLaptops;hardware;;\nPrinters;hardware;;\n"
has "are counted" 'left out with its 3 rows' cat said
read_in "a word of a list between two records" 'Title;Likelihood;Treatment\nTheft;3;Accept\n;;Mitigate\nFire;1;Accept\n;;Mitigate\nFlood;1;Accept\n' 4
has "is of one of them" 'risk.csv:3: Title must not be empty' cat said
read_in "at the end of the table" 'Title;Likelihood;Treatment\nTheft;3;Accept\n;;Mitigate\n;;Mitigate\n'
has "it is the template's" "lines 3-4 $ready" cat said
# One that another row leans on is somebody; what only holds its number is not meant.
printf 'No;Name;Parent\n1;Top;\n2;;\n3;A;Unit 12\n' >unit.csv
has "a number within another is not it" 'line 3 says nothing of its own' noria import people.noria unit.csv --as=csv:unit --skip=No --dry-run --create=unit
finish
