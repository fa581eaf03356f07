# Rows that a template holds ready are left out, and told; a second table below the first is none of its rows.
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
ready='nothing but their numbers, or what a template puts in each row, and are left out.'
head='N°;Title;Likelihood;Treatment;Done\n'
rows='1;Theft;3;Accept;TRUE\n2;Fire;1;Accept;FALSE\n'
for skip in '3;;;;\n4;;;;\n5;;;;\n' '3;;;;FALSE\n4;;0;;FALSE\n5;;-;;FALSE\n' '3;;;Mitigate;\n4;;;Mitigate;\n5;;;Mitigate;FALSE\n'; do
	read_in "rows that a template holds ready" "$head$rows$skip" 0 --skip=Done
	has "are told, in one sentence" "risk.csv: lines 4-6 have $ready" cat said
	titles "and are no records" 'Theft/Fire/'
	status 0 "the second time too" noria import risks.noria risk.csv --as=csv:risk
	titles "nothing is another" 'Theft/Fire/'
done
has "in French too" 'les lignes 4-6 n’ont que leur numéro' env LC_ALL=C.UTF-8 LANGUAGE=fr noria import risks.noria risk.csv --as=csv:risk --dry-run
sed -i 's/^4;;/4;Flood;/' risk.csv
status 0 "one that is filled in since" noria import risks.noria risk.csv --as=csv:risk
titles "is one" 'Theft/Fire/Flood/'
read_in "between the others, and refs" 'Ref;Title;Likelihood\nR-011;Theft;3\nR-012;;\nR-013;Fire;2\nR-014;;0\n\nLégende : 1 = Faible\n'
has "they are told" "lines 3, 5 have $ready" cat said
has "and what stands below is known as before" '"Légende : 1 = Faible" stands below' cat said
titles "the others stay" 'Theft/Fire/'
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
has "may be a record" 'risk.csv:4: The row seems to name the columns of another table; where it is a record, move it up to the others. --header=4 reads it.' cat said
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
read_in "names of which one is nobody's" "Title;Notes;Scenario\nTheft;x;y\n\nMeeting;Participants;Decisions\nMarch;all;none\n" 4
has "may be a record too" 'risk.csv:4: The row seems to name the columns of another table' cat said
finish
