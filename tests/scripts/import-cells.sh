# What stands in cells and is not seen, or stands there otherwise than it is meant.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" asset name='Mail server' >/dev/null
for title in Fire Flood Theft; do
	noria add "$F" risk title="$title" >/dev/null
done

# Blanks that do not break, have no width or say a direction, before and behind what says which record it is.
for blank in '\302\240' '\342\200\257' '\342\200\211' '\343\200\200' '\342\200\213' '\342\200\216' '\357\273\277'; do
	has "a ref with $blank behind it is that record" ' 0 added, 1 changed' \
		read_as risk "ref;title\nR-1$blank;Changed\n"
	has "and before it" ' 0 added, 1 changed' read_as risk "ref;title\n${blank}R-1;Changed\n"
	has "a cell of nothing but $blank is blank" ' 1 added, 0 changed' read_as risk "title;scenario\n$blank;\nA;$blank\n"
	status 0 "controls with $blank around and within them" \
		read_as risk "title;controls\nNew;${blank}A${blank}5.8$blank\n"
done
read_as risk 'title;controls\nNew;A\302\2405.8\n' >/dev/null 2>&1
has "A 5.8 is that control" 'A.5.8' noria show copy.noria R-4
status 0 "so it is where somebody types it" noria set copy.noria R-4 controls="$(printf 'A\302\2405.7')"
has "which is kept" 'A.5.7' noria show copy.noria R-4
has "a person so written is the one there is" ' 1 added, 0 changed' read_as risk 'title;owner\nNew;Jeanne\302\240Roy\342\200\213\n'
ok "and makes no other" test "$(noria list copy.noria person --format=tsv | wc -l)" = "$(noria list "$F" person --format=tsv | wc -l)"
printf 'id;title\nX-1;One\n' >one.csv
printf 'id;title\nX-1\302\240;Two\n' >two.csv
noria import copy.noria one.csv --as=risk --source=x >/dev/null 2>&1
has "what is known elsewhere is known again" ' 0 added, 1 changed' noria import copy.noria two.csv --as=risk --source=x

# Dashes of word processors.
for dash in '\342\200\220' '\342\200\221' '\342\200\223' '\342\200\224' '\342\210\222'; do
	has "R${dash}2 is R-2" ' 0 added, 1 changed' read_as risk "ref;title\nR${dash}2;Changed\n"
done
status 4 "a ref with a dash that nothing bears is nobody's name" read_as risk 'title;owner\nNew;P\342\200\22399\n'

# Errors of spreadsheets in all languages, refused also the second time.
for error in '#N/A' '#ERROR!' '#WERT!' '#BEZUG!' '#PROPAGATION!' '#NV' '#N/D' '#VALORE!' '#RIF!' '#NOME?' \
	'#\302\241VALOR!' '#VALEUR !' 'Err:502' 'Err :502' ' #N/A ' '#####'; do
	status 4 "$error is an error" read_as risk "title;scenario\nB;$error\n" --refused=again.csv
	cp copy.noria before.noria
	status 4 "and is one among the rows that were refused" noria import copy.noria again.csv --as=risk
	ok "which changes nothing" cmp copy.noria before.noria
	rm -f again.csv
done
status 4 "an error is no id" read_as risk 'ref;title\n#N/A;B\n'
for text in '#1' '#urgent' 'Err:404' 'Error 502' '#NVX'; do
	status 0 "$text is none" read_as risk "title;scenario\nB;$text\n"
done
noria add "$F" risk title='#WERT!' scenario='Err:502' >/dev/null
noria list "$F" risk --format=csv >ours.csv
has "such texts of ours come back as they were" ' 0 added, 0 changed, 4 left' noria import "$F" ours.csv --as=risk

# Encodings: signs where they cannot stand are accents of another one.
for text in 'Panne \205 Lyon' 'Gr\224\341e' 'Panne \210 Lyon' 'd\202j\205' 'ao\226t' 'o\227 est' '\207a va' 'par \211 x'; do
	has "$text is asked about" 'is neither UTF-8 nor Windows-1252' read_as risk "title\n$text\n"
done
for text in 'Word\205 done' 'Paris\227Lyon' 'client\226server' '\223quoted\224 it\222s' 'donn\351es \205 voil\340' \
	'5 \211' '\234uvre'; do
	has "$text is Windows-1252" 'was read as Windows-1252' read_as risk "title\n$text\n"
done
has "--encoding says so" ' 1 added' read_as risk 'title\nPanne \205 Lyon\n' --encoding=cp850
has "of two encodings neither is taken" 'copy.csv:3: A part of the table is UTF-8 and this row is not' \
	read_as risk 'title\ndonn\303\251es\nvoil\340\n'

# Lines that were ended twice.
has "lines that end with CR CR LF" ' 2 added' read_as risk 'title;owner\r\r\nA;Jeanne Roy\r\r\n"B\r\r\nC";\r\r\n'
has "and such ends within a cell" 'B C' noria list copy.noria risk

# Years of two digits that may be first.
status 4 "26/12/31 and 27/01/15 may be two days each" read_as risk 'title;review\nA;26/12/31\nB;27/01/15\n'
read_as risk 'title;review\nA;26/12/31\nB;27/01/15\n' --dry-run >said 2>&1
has "which is said of the column" 'the year of 27/01/15 may be its first number or its last, 2027-01-15 or 2015-01-27' cat said
status 0 "who says the order has them" read_as risk 'title;review\nA;26/12/31\nB;27/01/15\n' --dates=day-first
has "by it" '2031-12-26' noria show copy.noria R-5

# Line ends within cells that are no text of several lines.
has "names, choices, levels and days that were broken" ' 1 added' \
	read_as risk 'title;owner;status;current_likelihood;review\n"E\n\nF \n G";"Jeanne\nRoy";"Identified";"4 -\nLikely";"le\n31/12/2026"\n'
has "have blanks there, one each" 'E F G' noria show copy.noria R-5
ok "and make nobody" test "$(noria list copy.noria person --format=tsv | wc -l)" = "$(noria list "$F" person --format=tsv | wc -l)"
has "a status" ' 1 added' read_as action 'title;status\nA;"Under\nway"\n'
status 4 "two people on two lines are no new one" read_as risk 'title;owner\nA;"Ann Lee\nKarim Benali"\n'

# Choices and levels in either gender and number, of the labels and of what other tables say.
for word in Majeure Mineures 'Bonnes pratiques' 'Points forts' Conforme Conformes Observations 'NC majeures'; do
	has "a finding is $word" ' 1 added' read_as finding "title;grade\nA;$word\n"
done
has "a level in the other number" ' 1 added' read_as risk 'title;current_impact\nA;Majeures\n'
# Words of which the levels of the method leave one, in whichever the table was written for.
level() { # FIELD WORD NUMBER
	has "$1 $2" ' 1 added' read_as risk "title;$1\nA;$2\n"
	has "is level $3: $2" "\"$1\": $3" noria show copy.noria R-5 --format=json
}
for word in 'Presque certain' 'Presque certaine' 'Nearly certain' '5 - Presque certain'; do level current_likelihood "$word" 5; done
level current_likelihood 'Peu vraisemblable' 2
for word in Moyen Medium 'Mod\303\251r\303\251e'; do level current_impact "$word" 3; done
status 4 "but not where the column has the level's own word too" read_as risk 'title;current_likelihood\nA;Unlikely\nB;Peu vraisemblable\n'
has "nor in the other gender for another word" ' 2 added' read_as risk 'title;current_likelihood\nA;Presque certain\nB;Presque certaine\n'
status 4 "a word of none is refused" read_as risk 'title;current_impact\nA;Rare\n'
read_as risk 'title;current_impact\nA;Rare\n' >said 2>&1
has "with the words that there are" 'cannot be "Rare"; it is one of: 1 Negligible, 2 Minor' cat said
for word in 'Analys\303\251' 'Analys\303\251e' 'En analyse' Analysed; do
	has "an incident that is $word" ' 1 added' read_as incident "title;status\nA;$word\n"
	has "is being looked at: $word" '"status": "analysed"' noria list copy.noria incident --format=json
done

# What says nothing is nobody.
for word in N/A / - NULL NaN vide empty Vacant 'n\351ant' aucun none; do
	printf 'title;owner\nA;%s\n' "$(printf "$word" | iconv -f latin1 -t utf-8)" >nobody.csv
	cp "$F" copy.noria
	has "$word is no person" ' 1 added' noria import copy.noria nobody.csv --as=risk
	ok "and makes none" test "$(noria list copy.noria person --format=tsv | wc -l)" = "$(noria list "$F" person --format=tsv | wc -l)"
done

# A day of the week that is not the date's, and periods where a day is asked for.
for day in 'lundi 31 d\303\251cembre 2026' 'Mon 31/12/2026' 'lun. 31/12/2026' 'Monday, December 31, 2026'; do
	has "$day" 'the day of the week is not that of the date' read_as action "title;due\nA;\"$day\"\n"
	has "$day as a moment" 'the day of the week is not that of the date' read_as incident "title;occurred\nA;\"$day\"\n"
done
status 0 "one that is" read_as action 'title;due\nA;jeudi 31 d\303\251cembre 2026\n'
while read -r first last period; do
	has "$period is no day" "is no day; write $first, its first, or $last, its last" read_as action "title;due\nA;$period\n"
	few 4 && has "$period is no moment" "write $first, its first, or $last" read_as incident "title;occurred\nA;$period\n"
done <<'END'
2026-03-01 2026-03-31 fin mars 2026
2026-03-01 2026-03-31 mars 2026
2026-03-01 2026-03-31 2026-03
2026-03-01 2026-03-31 03/2026
2028-02-01 2028-02-29 end of February 2028
2026-01-01 2026-03-31 T1 2026
2026-10-01 2026-12-31 2026-Q4
2026-01-01 2026-03-31 1er trimestre 2026
2026-01-01 2026-06-30 S1 2026
2026-07-01 2026-12-31 H2 2026
2025-12-29 2026-01-04 2026-W01
2026-03-16 2026-03-22 semaine 12 2026
2026-03-16 2026-03-22 S12 2026
2026-01-01 2026-12-31 fin 2026
END
has "what is no period either" 'must be a date' read_as action 'title;due\nA;T5 2026\n'
for number in 13/2026 T1; do
	status 4 "nor is $number one" read_as action "title;due\nA;$number\n"
done

# What stands for the cell above is no name, and no value.
for word in idem Idem id. ditto '""""' "''" '\342\200\263' '\343\200\203' '\302\273' 'same as above'; do
	has "$word is no person" 'stands for the cell above' read_as risk "title;owner\nA;Jeanne Roy\nB;$word\n"
	has "$word is no title" 'stands for the cell above' read_as risk "title;owner\n$word;Jeanne Roy\n"
	few 3 && has "$word is no ref" 'stands for the cell above' read_as risk "ref;title\n$word;A\n"
	few 3 && has "$word is no day" 'stands for the cell above' read_as risk "title;review\nA;$word\n"
done
for word in 'm\303\252me' Same '\342\206\221' 'd\302\260' 'cf. ci-dessus' 'voir plus haut' pareil //; do
	has "$word is no person" 'stands for the cell above' read_as risk "title;owner\nA;Jeanne Roy\nB;$word\n"
done
status 0 "a text of several lines may say so" read_as risk 'title;scenario\nA;idem\n'
has "as a word of others may hold it" ' 2 added' read_as risk 'title\nIdem Ltd leaves\nId\n'
noria add "$F" risk title=Ditto >/dev/null
noria list "$F" risk --format=csv >ours.csv
has "and one of ours comes back" ' 0 added, 0 changed' noria import "$F" ours.csv --as=risk

# Yes or no with its reason behind it.
for text in 'Oui, car le serveur est expos\303\251 \303\240 Internet' 'Non : pas de d\303\251veloppement' 'Yes, because it is ours'; do
	has "$text" 'Applicable takes yes or no alone; what "' read_as soa "control;applicable\n5.1;\"$text\"\n"
done
has "what says neither is told so" 'Applicable must be yes or no' read_as soa 'control;applicable\n5.1;to be checked\n'
# A weekday is held against the order that other dates of its column show, and settles one where none does.
has "a weekday of the other order is a wrong one" 'the day of the week is not that of the date' \
	read_as action 'title;due\nA;31/12/2026\nB;Wed 05/06/2026\n'
has "one of the order is right" ' 2 added' read_as action 'title;due\nA;31/12/2026\nB;Fri 05/06/2026\n'
has "one alone settles it" ' 2 added' read_as action 'title;due\nA;Wed 05/06/2026\nB;05/07/2026\n'
read_as action 'title;due\nA;Wed 05/06/2026\nB;05/07/2026\n' >/dev/null 2>&1
has "for the others too" 'B,treatment,,normal,,2026-05-07' noria list copy.noria action --format=csv
has "two of which each has its own settle nothing" 'may be 2026-05-06 or 2026-06-05' \
	read_as action 'title;due\nA;Wed 05/06/2026\nB;Fri 05/06/2026\n'
has "until somebody says it" 'copy.csv:2: Due: in Wed 05/06/2026 the day of the week' \
	read_as action 'title;due\nA;Wed 05/06/2026\nB;Fri 05/06/2026\n' --dates=day-first

# A blank leaves what a new record begins with, and leaves it once more; what tells records apart is asked for.
noria add "$F" indicator name=Availability >/dev/null
has "a blank for the moment of a value" 'Measured at must not be empty' read_as measurement 'indicator;at;value\nAvailability;;5\n'
has "a moment is one" ' 1 added' read_as measurement 'indicator;at;value\nAvailability;2026-07-01T10:00Z;5\n'
has "a blank where the day tells nothing apart" ' 1 added' read_as incident 'title;detected\nFire;\n'
read_as incident 'title;detected\nFire;\n' >/dev/null 2>&1
has "is the same when it is read again" ' 0 added, 0 changed, 1 left' noria import copy.noria copy.csv --as=incident

# A number that stands behind another one, in whatever words, is not left out.
for text in 'A.5.1 ou A.5.3' 'A.5.1 et/ou A.5.3' 'A.5.1 puis A.5.3' 'A.5.1 ~ A.5.3' 'A.5.1 a A.5.4' '5.1 a 5.4' \
	'A.5.1 (voir aussi A.5.3)' 'A.5.1 - Policies for information security - A.5.3' 'A.5.1 (A.5.3)'; do
	has "$text may be several controls" "\"$text\" may be several; part them by semicolons" \
		read_as risk "title;controls\nA;$text\n"
	few 3 && has "$text where one is asked" "\"$text\" may be several; write the one" \
		read_as soa "control;applicable\n$text;yes\n"
done
has "no number of a control is none" ' 1 added' read_as risk 'title;controls\nA;A.8.24 Use of cryptography (TLS 1.2)\n'

has "what is no period is told how one is written" 'A period is written 2026, 2026-H2' \
	read_as measurement 'indicator;at;value;period\nAvailability;2026-07-01T10:00Z;5;la dernière semaine\n'
finish
