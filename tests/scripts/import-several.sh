# Several records in one cell, with the signs that people put between them; ranges of numbers, and days that were numbers.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" person name='Karim Benali' >/dev/null
for name in ERP Laptops 'Mail server' 'Research & Development'; do
	noria add "$F" asset name="$name" >/dev/null
done

holds() { # NAME WANTED REGISTER TEXT: read twice, with --create; nothing but the record itself is made
	has "$1" ' 1 added' read_as "$3" "$4" --create=asset --create=person
	has "$1: $2" "$2" noria list copy.noria "$3" --format=csv
	has "$1: twice changes nothing" ' 0 added, 0 changed' noria import copy.noria copy.csv --as="$3"
}

for sign in ' & ' '&' ' / ' '/' ' + ' ' et ' ' and '; do
	holds "ERP${sign}Laptops are two" '"AS-1,AS-2"' mechanism "name;asset\nM;ERP${sign}Laptops\n"
	holds "Jeanne Roy${sign}Karim Benali too" '"P-1,P-2"' audit "title;team\nM;Jeanne Roy${sign}Karim Benali\n"
done
holds "of three" '"AS-1,AS-2,AS-3"' mechanism 'name;asset\nM;ERP, Laptops & Mail server\n'
holds "a name with the sign in it is one" ',AS-4,' mechanism 'name;asset\nM;Research & Development\n'
for create in '' --create=asset; do
	for text in 'ERP & Foo' 'Foo / ERP' 'ERP et Foo'; do
		has "$text $create: what is there is named" 'may be several, of which this file has ERP; part them by semicolons' \
			read_as mechanism "name;asset\nM;$text\n" $create
	done
done
status 4 "or is not a sign between several" read_as mechanism 'name;asset\nM;ERP ou Laptops\n' --create=asset
has "a later row may bear the whole" ' 4 added' read_as action 'title;depends\nA;\nB;\nX;A & B\nA & B;\n'
noria show copy.noria AC-3 --format=json >said
has "whatever there is of its parts" 'AC-4' grep '"depends"' -A3 said
ok "and nothing else" sh -c '! grep -q "AC-[12]\"" said'

# Ranges of a catalogue.
for range in '5.1-5.3' 'A.5.1 \303\240 A.5.3' 'A.5.1..A.5.3' '5.1 \342\200\223 5.3' 'de 5.1 \303\240 5.3' '5.1 \342\206\222 5.3' \
	"5.1 jusqu'\303\240 5.3" 'A.5.1 through A.5.3' '5.1 -> 5.3'; do
	holds "$range is three" '"2022:A.5.1,2022:A.5.2,2022:A.5.3"' risk "title;controls\nM;$range\n"
	has "where one is asked it is told: $range" 'is a range; write each number of it in a row of its own' \
		read_as soa "control;applicable\n$range;yes\n"
done
for range in '5.1-6.2' '5.3-5.1'; do
	has "$range is none" "\"$range\" is no range from a lower number to a higher one" read_as risk "title;controls\nM;$range\n"
done
# The end of a range by its last number: behind a word it is that; behind a dash it may be the number of a part.
for range in '5.1 to 3' 'A.5.1 \303\240 3' 'A.5.1..3' 'de A.5.1 \303\240 3' 'A.5.1 -> 3'; do
	holds "$range is three" '"2022:A.5.1,2022:A.5.2,2022:A.5.3"' risk "title;controls\nM;$range\n"
done
holds "and goes on" '"2022:A.5.1,2022:A.5.2,2022:A.5.10"' risk 'title;controls\nM;"A.5.1 to 2, A.5.10"\n'
for range in 'A.5.1-3' 'A.5.1 \342\200\223 3'; do
	has "$range is told how to be written" 'may be a range; then write "A.5.1 - A.5.3"' read_as risk "title;controls\nM;$range\n"
done
has "none backwards" 'there is no Control' read_as risk 'title;controls\nM;A.5.3-1\n'
has "both ends are there" 'there is no Control' read_as risk 'title;controls\nM;5.36-5.40\n'

# What a spreadsheet made of 5.1 and wrote as a text.
for day in 05.janv 5-Jan 04-mai janv.-05 5-janv. 05/01/2026 2026-01-05; do
	for table in 'soa:control;applicable:;yes' 'risk:controls;title:;M'; do
		head=${table#*:}
		has "$day was a number: ${table%%:*}" "\"$day\" is a day, which a spreadsheet makes of a number such as 5.1" \
			read_as "${table%%:*}" "${head%%:*}\n$day${head#*:}\n"
	done
done
finish
