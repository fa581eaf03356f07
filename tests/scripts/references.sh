# References as people write them, what records are called elsewhere, and a catalogue in a new version.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Mill

# Seven spellings of one name.
cat >"$HOME/owners.csv" <<'END'
title,owner
one,Ann Weir
two,ann weir
three,Weir Ann
four,"Weir, Ann"
five,Ann  Weir
six, Ann Weir 
seven,ANN WEIR
END
ok "a name is read in seven spellings" noria import "$F" "$HOME/owners.csv" --as=csv:risk
people() { noria list "$F" person --format=tsv | sed 1d | wc -l | tr -d ' '; }
ok "and is one person" test "$(people)" = 1
ok "who owns all seven" test "$(noria list "$F" risk --where=owner=P-1 --format=tsv | sed 1d | wc -l | tr -d ' ')" = 7
noria add "$F" person name="Weir Ann" >/dev/null
status 4 "two who are called so are not guessed" noria set "$F" R-1 owner="ann WEIR"
has "but refused, with the way out" "give the ref" noria set "$F" R-1 owner="ann WEIR"

# Ids elsewhere.
ok "an id elsewhere is kept" noria add "$F" asset name=Pump external="CMDB:  AST-001 ; GRC: 7"
has "in one form" "CMDB: AST-001, GRC: 7" noria show "$F" AS-1
has "it is searched for" "AS-1" noria list "$F" asset --where=AST-001
has "and found by filters" "AS-1" noria list "$F" asset --where='external~ast-001'
ok "a reference finds its record by it" noria set "$F" R-1 asset=AST-001
has "and names it as ever" "AS-1 Pump" noria show "$F" R-1
has "tables have it" "CMDB: AST-001, GRC: 7" noria export "$F" asset --format=csv
ok "no list has it by itself" sh -c '! noria list "$1" asset | grep -q CMDB' sh "$F"
ok "it goes into no report" sh -c '! noria export "$1" risks --format=text | grep -q CMDB' sh "$F"
ok "nor into a template" sh -c 'noria new "$2" --template="$1" >/dev/null 2>&1 && ! noria export "$2" asset --format=csv | grep -q CMDB' sh "$F" "$HOME/template.noria"
noria add "$F" decision title=Begin kind=begin reasons=risk status=decided date=2026-01-05 signatory=P-1 function=Head reasoning=Risks text="We begin." >/dev/null 2>&1
decision=$(noria list "$F" decision --format=tsv | sed 1d | cut -f1)
status 4 "what was decided stands as it was" noria set "$F" "$decision" text="We end."
ok "but takes what it is called elsewhere" noria set "$F" "$decision" external="Minutes: 4"

# Numbers of controls.
for spelling in "5.1, A5.10" "A.5.1 Policies for information security; 5.10 Acceptable use" "ISO 27002:2022 5.1|a.5.10"; do
	noria set "$F" R-1 controls= >/dev/null
	ok "controls: $spelling" noria set "$F" R-1 controls="$spelling"
	ok "are both meant" test "$(noria list "$F" risk --where='ref=R-1 controls=2022:A.5.1 controls=2022:A.5.10' --format=tsv | sed 1d | wc -l | tr -d ' ')" = 1
done
has "other words behind a number are told" "its words are others" noria set "$F" R-1 controls="5.1 Laptops"

# A catalogue in a new version.
catalogue() { # NUMBER...
	echo '<catalogue xmlns="urn:noria:catalogue:1" id="mill" prefix="mill"><title xml:lang="en">Mill</title>'
	echo '<group number="1"><title xml:lang="en">One</title>'
	for number; do
		echo "<control number=\"$number\"><title xml:lang=\"en\">Gate $number</title></control>"
	done
	echo '</group></catalogue>'
}
catalogue M.1 M.2 M.3 >"$HOME/first.xml"
catalogue M.1 M.3 M.4 >"$HOME/second.xml"
ok "a catalogue" noria import "$F" "$HOME/first.xml"
noria set "$F" soa:mill:M.2 applicable=yes justification="The east gate." >/dev/null
has "what a new version lacks is told before" "- mill:M.2 Gate M.2" noria import "$F" "$HOME/second.xml" --dry-run
has "and when it is read" "marked as withdrawn: mill:M.2." noria import "$F" "$HOME/second.xml"
has "it is kept and marked" "Withdrawn" noria show "$F" mill:M.2
has "with what was answered" "The east gate." noria show "$F" soa:mill:M.2
has "read twice, it changes nothing" "0 added, 0 changed" noria import "$F" "$HOME/second.xml"
ok "the catalogue is written without it" sh -c 'noria export "$1" catalogue:mill >"$2" && grep -q M.4 "$2" && ! grep -q M.2 "$2"' sh "$F" "$HOME/out.xml"
catalogue M.1 M.2 M.3 M.4 >"$HOME/third.xml"
has "a version that has it again takes the mark away" "0 added, 1 changed" noria import "$F" "$HOME/third.xml"
ok "which is gone" sh -c '! noria show "$1" mill:M.2 | grep -q Withdrawn' sh "$F"
ok "one step of undo" noria undo "$F"
has "brings it back" "Withdrawn" noria show "$F" mill:M.2
with() { # NUMBER...: the requirements of the version before the end of FILE
	sed 's,</catalogue>,,' "$HOME/second.xml"
	for number; do echo "<requirement number=\"$number\"><title xml:lang=\"en\">Duty $number</title></requirement>"; done
	echo '</catalogue>'
}
with D.1 D.2 >"$HOME/duties.xml"
with D.2 D.3 >"$HOME/other-duties.xml"
ok "one with requirements" noria import "$F" "$HOME/duties.xml"
noria set "$F" mill:D.1 conformity=met >/dev/null
has "what is required no more is told before" "- mill:D.1 Duty D.1" noria import "$F" "$HOME/other-duties.xml" --dry-run
has "and when it is read, beside the controls" "answered: mill:D.1. No longer in the catalogue, kept with what was answered and marked as withdrawn: mill:M.2." noria import "$F" "$HOME/other-duties.xml"
has "it is kept with what was answered" "met" noria show "$F" mill:D.1 --format=text
ok "one without any says nothing of them" sh -c '! noria import "$1" "$2" 2>&1 | grep mill:D' sh "$F" "$HOME/second.xml"
ok "check is content" noria check "$F"

S=$HOME/soa.noria
noria new "$S" --organisation=Test
printf 'Control,Applicable\n5.4,yes\nA.5.6 Contact with special interest groups,no\n"ISO 27002 5.7",x\n' >lines.csv
has "lines of the SoA are found by the number of their control" "0 added, 3 changed" noria import "$S" lines.csv
printf 'Ref;Applicable\n5.4;Non\nA.5.8;Oui\n' >ref.csv
has "whatever the column of numbers is called" "0 added, 2 changed" noria import "$S" ref.csv --as=applicability
has "they are told by what they are called" "A.5.4 Management responsibilities" noria import "$S" lines.csv --dry-run
printf 'Control,Applicable\n5.1,yes\n5.2,yes\n5.1,no\n' >cut.csv
has "a number that comes twice may have been cut" "cut one of them from 2022:A.5.10" noria import "$S" cut.csv
printf 'Title,Asset\nA,Laptops\n' >lacking.csv
has "what is not there may be made" "adding those that lack (--create=asset) makes it" noria import "$S" lacking.csv --as=risk
printf 'Title,Asset,Owner\nA,Servers;Laptops,"Jeanne Roy, Karim Benali"\nB,,Jeanne Roy / Karim Benali\nC,,"Roy, Jeanne"\n' >several.csv
has "several names are not made one record" '3 faults' sh -c 'noria import "$1" several.csv --as=risk --create=asset 2>&1 | grep -c "may be several" | sed "s/$/ faults/"' sh "$S"
status 4 "nor by a form of the command line" noria add "$S" risk title=D owner="Jeanne Roy; Karim Benali"

# People as lists show them, with a letter for the first name: the one whom it fits.
noria new short.noria --organisation=Test >/dev/null
for name in 'Jeanne Roy' 'Émilie Faure' 'Paul Lenoir' 'Pia Lenoir'; do noria add short.noria person name="$name" >/dev/null; done
printf 'Title,Owner\nOne,J. Roy\nTwo,E. FAURE\n' >short.csv
has "a letter for the first name" "2 added" noria import short.noria short.csv --as=action
ok "makes nobody" test "$(noria list short.noria person --format=tsv | tail -n +2 | wc -l)" -eq 4
has "is the one whom it fits" "Jeanne Roy" noria list short.noria action --where=title=One
for name in 'Roy J' 'Roy J.' 'Jeanne R.' 'R. Jeanne'; do
	printf 'Title,Owner\nOne,%s\n' "$name" >initial.csv
	has "wherever the letter stands: $name" "\"$name\" is taken for P-1 Jeanne Roy." noria import short.noria initial.csv --as=action
done
printf 'Title,Owner\nOne,J. Roy\nTwo,J. Roy\nThree,E. Faure\nFour,J. Roy\n' >initial.csv
noria import short.noria initial.csv --as=action >said 2>&1
has "how a name is taken is said once, with its rows" 'initial.csv:2: Owner: "J. Roy" is taken for P-1 Jeanne Roy. So it is in 2 more rows.' cat said
ok "and not again" test "$(grep -c 'is taken for' said)" -eq 2
for a in a e i o u; do for b in b d f g k l m n p r; do echo "Marc T$a$b$a"; done; done >all
{ echo Name && cat all; } >people.csv
{ echo 'Title,Owner' && sed 's/Marc \(.*\)/1\1,M. \1/' all && sed 's/Marc \(.*\)/2\1,M. \1/' all; } >initials.csv
cp short.noria crowd.noria
noria import crowd.noria people.csv --as=person >/dev/null 2>&1
ok "of fifty people, too" test "$(noria import crowd.noria initials.csv --as=action 2>&1 | grep -c 'is taken for .* in 1 more row')" -eq 50
for rows in 'Late,P. Durand\nWhole,Paul Durand' 'Whole,Paul Durand\nLate,P. Durand'; do
	cp short.noria order.noria
	printf "Title,Owner\n$rows\n" >order.csv
	has "whatever the order of the rows: $rows" "3 added" noria import order.noria order.csv --as=action
	has "and nothing changes when it is read again" "0 added, 0 changed, 2 left" noria import order.noria order.csv --as=action
done
for name in 'RSSI (Jeanne Roy)' 'RSSI - Jeanne Roy' 'RSSI : Jeanne Roy' 'Jeanne Roy [RSSI]' '@Jeanne Roy'; do
	printf 'Title;Owner\nOne;%s\n' "$name" >function.csv
	has "a function around a name: $name" "\"$name\" is taken for P-1 Jeanne Roy." noria import short.noria function.csv --as=action
done
for name in 'Jeanne Roy puis Paul Lenoir' 'Jeanne Roy ou Max Frisch' 'Jeanne Roy - Paul Lenoir' 'Max Frisch or Ada Lovelace' 'Max Frisch - Paul Lenoir'; do
	printf 'Title;Owner\nTwo at once;%s\n' "$name" >two.csv
	has "two of whom one is asked: $name" "may be several" noria import short.noria two.csv --as=action
done
printf 'Title;Owner\nNew one;Max Frisch (Head of IT)\n' >function.csv
ok "somebody new has a function of several words" noria import short.noria function.csv --as=action --dry-run
noria add short.noria asset name=ERP >/dev/null
for name in 'ERP & Laptops' 'Mail server, ERP' 'ERP et Laptops' 'ERP + Laptops'; do
	printf 'Title;Asset\nAssets;%s\n' "$name" >assets.csv
	has "assets of which one is there: $name" "may be several" noria import short.noria assets.csv --as=risk --create=asset
done
printf 'Title;Asset\nAssets;Room 1, ground floor\n' >assets.csv
ok "a comma within the name of what is new" noria import short.noria assets.csv --as=risk --create=asset --dry-run
printf 'Title,Owner\nThree,P. Lenoir\n' >short.csv
has "of two nobody is chosen" "several records are called \"P. Lenoir\"" noria import short.noria short.csv --as=action
finish
