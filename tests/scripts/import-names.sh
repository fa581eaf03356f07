# A name of a person in two columns, Nom and Prénom.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
noria add "$F" person name='Jeanne Roy' mail=jeanne.roy@example.org >/dev/null
noria add "$F" person name='Karim Benali' >/dev/null
cp "$F" first.noria

takes() { # NAME TABLE WANTED...: of a copy of the file
	tap_given=$1
	cp first.noria "$F"
	printf "$2" >people.csv
	shift 2
	status 0 "$tap_given" noria import "$F" people.csv --as=person
	for wanted in "$@"; do
		has "$tap_given: $wanted" "$wanted" noria list "$F" person --format=csv
	done
	has "$tap_given: twice changes nothing" ' 0 added, 0 changed' noria import "$F" people.csv --as=person
}
people() {
	noria list "$F" person --format=tsv | wc -l
}

# In both languages and orders, one of the two empty.
for pair in 'Nom;Prénom' 'Last name;First name' 'Surname;Given name' 'NOM DE FAMILLE;Prénoms' 'Family name;Forename' 'Name;First name'; do
	takes "$pair" "$pair;Mail\nRoy;Jeanne;jr@example.org\nDurand;Élodie;\nMartin;;\n" 'Jeanne Roy' 'Élodie Durand' Martin
	takes "$pair the other way" "${pair#*;};${pair%;*}\nJeanne;Roy\nÉlodie;Durand\n" 'Élodie Durand'
done
ok "who is there is nobody new" test "$(people)" = "$(($(noria list first.noria person --format=tsv | wc -l) + 1))"
takes "with columns between" 'Prénom;Mail;Nom\nÉlodie;e@example.org;Durand\n' 'Élodie Durand'
takes "a part that says nothing" 'Nom;Prénom\nDurand;N/A\nPetit;-\n' Durand Petit
takes "a whole name beside its part" 'Nom;Prénom\nÉlodie Durand;Élodie\nPetit Paul;Paul\nMartin;Martin\nde Paul;Paul\n' \
	'Élodie Durand' 'Petit Paul' 'Martin Martin' 'Paul de Paul'
has "which is told" '"Prénom" and "Nom" are one name, in this order' noria import "$F" people.csv --as=person
printf 'Nom;Mail\nRoy;\n' >alone.csv
cp first.noria "$F"
status 0 "a table of one column" noria import "$F" alone.csv --as=person
has "has whole names there" 'Roy' noria list "$F" person --format=csv
for alone in Prénom 'Last name'; do
	printf '%s;Mail\nJeanne;\n' "$alone" >alone.csv
	has "$alone alone is no name" "$alone (column A: a part of a name, without the other one)" noria import "$F" alone.csv --as=person
done
printf 'Nom complet;Nom;Prénom\nJeanne Roy;Roy;Jeanne\n' >three.csv
has "a whole name beside both is asked about" 'is there twice' noria import "$F" three.csv --as=person
status 0 "and may be left out" noria import "$F" three.csv --as=person --skip='Nom complet'
printf 'Nom;Prénom\nRoy;#N/A\nDurand;Zoé\n' >refused.csv
status 0 "an error in either part" noria import "$F" refused.csv --as=person --refused=again.csv --only-good
has "is refused with both columns" 'Roy;#N/A' cat again.csv
sed -i 's,;#N/A,;Paul,' again.csv
status 0 "so that they are one again" noria import "$F" again.csv --as=person
has "which is the name" 'Paul Roy' noria list "$F" person --format=csv

# Said by somebody, and remembered.
cp first.noria "$F"
printf 'Vorname;Nachname;Mail\nÉlodie;Durand;\n' >said.csv
status 4 "what nobody knows" noria import "$F" said.csv --as=person
status 0 "is said" noria import "$F" said.csv --as=person --map='Vorname=given name' --map='Nachname=family name'
has "in the order of names" 'Élodie Durand' noria list "$F" person --format=csv
understood() { # NAME: what is remembered of columns is
	ok "$1" sh -c '! noria check "$1" 2>&1 | grep "cannot be understood"' sh "$F"
}
understood "which is remembered as it has to be"
has "and known the next time" ' 0 added, 0 changed' noria import "$F" said.csv --as=person
printf 'Vorname;Mail\nPaul;\n' >half.csv
status 4 "which half of it is not" noria import "$F" half.csv --as=person
status 0 "the field for each" noria import "$F" refused.csv --as=person --map=Prénom=name --map=Nom=name --only-good
has "puts them together" 'Zoé Durand' noria list "$F" person --format=csv
printf 'Titre;Nom du responsable;Prénom du responsable\nUne tâche;Roy;Jeanne\n' >owner.csv
status 0 "who answers for a record, so said" noria import "$F" owner.csv --as=action \
	--map='Nom du responsable=owner' --map='Prénom du responsable=owner'
understood "which is remembered too"
has "is that person" "Une tâche,treatment,P-1" noria list "$F" action --format=csv
status 0 "a table without a header" sh -c 'printf "Petit;Anne\n" >none.csv && noria import "$1" none.csv --as=person --header=0 --map="A=family name" --map="B=given name"' sh "$F"
has "in columns that were said" 'Anne Petit' noria list "$F" person --format=csv
noria list "$F" person --format=csv >ours.csv
has "our own table comes back" ' 0 added, 0 changed' noria import "$F" ours.csv

# What stands around a part of a name.
cp first.noria "$F"
printf 'Nom;Prénom;Mail\n;Jeanne;x@example.org\n' >given.csv
has "a given name alone is nobody's" '"Jeanne" is a given name alone' noria import "$F" given.csv --as=person
printf 'Nom;Prénom;Mail\nCher;;x@example.org\n' >given.csv
status 0 "a name of one word is written as the name" noria import "$F" given.csv --as=person
takes "a function behind a given name" 'Nom;Prénom\nRoy;Jeanne (DSI)\n' 'P-1,Jeanne Roy,DSI'
takes "a courtesy before a family name" 'Nom;Prénom\nM. Petit;Luc\n' 'Luc Petit'
takes "both under one heading" 'Nom;Prénom\n"Roy, Jeanne";\n"Durand, Zoé";\n' 'P-1,Jeanne Roy' 'Zoé Durand'
takes "both in one column" 'Nom;Mail\n"Roy, Jeanne";jeanne.roy@example.org\n' 'P-1,Jeanne Roy'
takes "blanks that do not break" 'Nom;Prénom\nde\302\240la\302\240Tour;Zoé\n' 'Zoé de la Tour'

# A second person in brackets.
for text in 'Jeanne Roy (ou Karim Benali)' 'Jeanne Roy (remplaçant : Karim Benali)' 'Max Frisch (ou Karim Benali)'; do
	cp first.noria "$F"
	printf 'title;owner\nA;%s\n' "$text" >second.csv
	has "$text may be two" 'may be several' noria import "$F" second.csv --as=risk
done
printf 'title;owner\nA;Jeanne Roy (RSSI)\nB;RSSI (Jeanne Roy)\n' >second.csv
has "a function there is none" ' 2 added' noria import "$F" second.csv --as=risk

# One column of whole names.
for heading in 'NOM Prénom' 'Nom / Prénom' 'Nom & prénom' 'Nom, prénom' 'Prénom NOM' 'Prénom et nom' Salarié 'First name / Last name'; do
	takes "$heading" "\"$heading\";Mail\nZoé Durand;z@example.org\n" 'Zoé Durand'
done
cp first.noria "$F"
printf 'Prénom;Nom complet\nZoé;Zoé Durand\n' >whole.csv
has "half of a name beside the whole" 'Prénom (column A: Name is there twice, and is column B)' \
	noria import "$F" whole.csv --as=person
status 0 "may be left out" noria import "$F" whole.csv --as=person --skip=Prénom

# Family names that end as the given one does, and given names that say nothing elsewhere.
takes "names that are whole" 'Prénom;Nom\nAli;Ben Ali\nMartin;Saint Martin\nNa;Li\nNil;Yildiz\n' 'Ali Ben Ali' 'Martin Saint Martin' 'Na Li' 'Nil Yildiz'
takes "one alone" 'Prénom;Nom\nSalah;Ben Salah\n' 'Salah Ben Salah'
takes "one of several" 'Prénom;Nom\nLuc;Petit\nPierre;Moulin Pierre\nAnne;Roy\n' 'Pierre Moulin Pierre'
takes "whole names in the column" 'Prénom;Nom\nLuc;Petit Luc\nPierre;Moulin Pierre\n' 'Moulin Pierre'

# What was said of the halves of one table does not stand in the way of one with whole names.
cp first.noria "$F"
printf 'Prénom;Nom\nLuc;Petit\n' >halves.csv
status 0 "halves that are said" noria import "$F" halves.csv --as=person --map='Nom=family name' --map='Prénom=given name'
printf 'Nom;Mail\nPaul Durand;\n' >wholes.csv
has "whole names after them" ' 1 added' noria import "$F" wholes.csv --as=person

# "Responsable" over "Nom" and "Prénom".
printf 'Plan d\342\200\231actions 2026\n\nAction;Responsable;;\303\211ch\303\251ance\n;Nom;Pr\303\251nom;\nTwo rows of names;Leduc;Rose;2026-12-01\n' >under.csv
has "a name under one heading" '"Responsable Prénom" and "Responsable Nom" are one name' noria import "$F" under.csv --as=action
has "is one person" "Rose Leduc" noria list "$F" action --where='title~"Two rows"'
has "read again nothing changes" "0 added, 0 changed, 1 left" noria import "$F" under.csv --as=action
printf 'Action;Responsable;;Demandeur;\n;Pr\303\251nom;Nom;Nom;Pr\303\251nom\nTwo pairs;Rose;Leduc;Petit;Luc\n' >under.csv
has "of two the unknown one is asked about" 'Demandeur Nom' noria import "$F" under.csv --as=action
has "and left out" "1 added" noria import "$F" under.csv --as=action '--skip=Demandeur Nom' '--skip=Demandeur Prénom'
has "which leaves the other" "Rose Leduc" noria list "$F" action --where='title~"Two pairs"'
printf 'Action;Responsable;;\303\211ch\303\251ance;;\n;Nom;Pr\303\251nom;;;\nBlank columns;Leduc;Rose;2026-12-01;;\n' >under.csv
has "blank columns behind them are none" "1 added" noria import "$F" under.csv --as=action
printf 'Annuaire;\nNom;Pr\303\251nom\nTitre;Seul\n' >under.csv
has "one cell above is a title" "1 added" noria import "$F" under.csv --as=person
has "of people" "Seul Titre" noria list "$F" person
printf 'Titre;Actif;\n;Nom;Pr\303\251nom\nNo person;ERP;Rose\n' >under.csv
has "what no person stands over is no name of one" 'Prénom' noria import "$F" under.csv --as=risk

# A way out that works.
printf 'title;asset\nA;ERP & Pay\n' >two.csv
has "what may be two is not offered to be added" 'may be several; write the one that is meant' noria import "$F" two.csv --as=risk
printf 'title;detected\nA;31 juin 2026\n' >noday.csv
has "a day that there is not, where a moment is asked for" 'there is no such day as 31 juin 2026' noria import "$F" noday.csv --as=incident
finish
