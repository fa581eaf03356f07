# What a column of somebody's table is: known by its name, a label or a common word; asked
# for where it is not.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
shows() { # NAME REF FIELD VALUE
	has "$1" "\"$3\": $4," noria show "$F" "$2" --format=json
}

printf 'Intitulé du risque;Propriétaire du risque;PROBABILITE;Gravité (1 à 5);Prochaine revue\r\nVol;Jeanne Roy;3;4;31/12/2026\r\n' >risques.csv
status 0 "headings in French, whatever the locale" env LC_ALL=C.UTF-8 noria import "$F" risques.csv --as=csv:risk
shows "the likelihood" R-1 current_likelihood 3
shows "the impact" R-1 current_impact 4
shows "the day" R-1 review '"2026-12-31"'
printf 'Action,Assigned to,Deadline,%% complete\nLock doors,Jeanne Roy,2026-12-31,50\n' >plan.csv
status 0 "words that people use" noria import "$F" plan.csv --as=csv:action
shows "the share" AC-1 progress 50
printf 'title ,owner,,\nA,Jeanne Roy,,\n' >blank.csv
status 0 "a blank behind a name, and columns without anything" noria import "$F" blank.csv --as=csv:risk
printf '# for us,title\nask Bob,With a comment\n' >comment.csv
status 0 "a comment is passed over" noria import "$F" comment.csv --as=csv:risk

printf 'title,Colour,owner,Mood\nB,red,Jeanne Roy,sad\n' >unknown.csv
status 4 "columns that nobody knows" noria import "$F" unknown.csv --as=csv:risk
has "are all named" "Colour (column B), Mood (column D)" noria import "$F" unknown.csv --as=csv:risk
has "with the way out" "--skip=COLUMN" noria import "$F" unknown.csv --as=csv:risk
status 4 "one of them is not enough" noria import "$F" unknown.csv --as=csv:risk --skip=Colour
status 2 "a column that is not there" noria import "$F" unknown.csv --as=csv:risk --skip=Smell
status 2 "a field that is not there" noria import "$F" unknown.csv --as=csv:risk --map=Mood=feeling
status 0 "mapped and left out, by heading and by letter" noria import "$F" unknown.csv --as=csv:risk --map=Mood=scenario --skip=b
shows "the field that was said" R-4 scenario '"sad"'
status 0 "what was said is remembered for such headings" noria import "$F" unknown.csv --as=csv:risk
has "and told" "the column Mood is Scenario, as the last time" noria import "$F" unknown.csv --as=csv:risk
has "the column left out as well" "the column Colour is left out" noria import "$F" unknown.csv --as=csv:risk
has "somebody may think better of it" "Notes: " noria import "$F" unknown.csv --as=csv:risk --map=Mood=notes --dry-run
printf 'title,Mood\nE,glad\n' >other.csv
status 4 "another register has words of its own" noria import "$F" other.csv --as=csv:action
printf 'title,Title\nC,D\n' >twice.csv
has "a field twice" "is there twice" noria import "$F" twice.csv --as=csv:risk

printf 'Risk register of the laboratory\nupdated in November\nRef,Title,Owner\nR-90,Below a title,Jeanne Roy\n' >above.csv
status 0 "rows above the header" noria import "$F" above.csv --as=csv:risk
shows "are no header" R-90 title '"Below a title"'
status 0 "a header that is said" noria import "$F" above.csv --as=csv:risk --header=3
status 2 "one that is nowhere" noria import "$F" above.csv --as=csv:risk --header=30
status 2 "one that is no number" noria import "$F" above.csv --as=csv:risk --header=three
cp plan.csv actions.csv
status 0 "the name of the input says the register" noria import "$F" actions.csv

printf 'Risk ID,Title\nR-001,Numbered\n' >number.csv
has "the number of what the table is of, by its name" "number: R-001" sh -c 'noria import "$1" number.csv --as=risk && noria list "$1" risk --format=csv' sh "$F"
printf 'N° de l’actif;Nom\nA12;Numéroté\n' >numero.csv
status 0 "in French too" noria import "$F" numero.csv --as=asset
printf 'Action,%% done\nShare of it,40\n' >share.csv
status 0 "a share" noria import "$F" share.csv --as=action
shows "is not the day on which it was done" AC-2 progress 40
status 0 "a register without csv: before it, in any word for it" noria import "$F" numero.csv --as=Actifs
has "a kind that is nowhere" "a register such as risk" noria import "$F" numero.csv --as=nowhere
has "words of an option are told where it has another" "one of: locale, day-first, month-first" noria import "$F" numero.csv --dates=sometimes
has "and by help" "--on-match=update|skip|stop" noria help import
printf 'Title,Owner\nZ,Jeanne Roy\n' >vague.csv
has "registers that the header fits are named" "risk, " noria import "$F" vague.csv

printf 'Risk,Description,Owner\nFlood of the cellar,All paper is lost,Jeanne Roy\n' >both.csv
has "a description beside a title" "Scenario: All paper is lost" sh -c 'noria import "$1" both.csv --as=risk && noria list "$1" risk --where=scenario~paper --format=csv | sed "s/.*All paper is lost.*/Scenario: All paper is lost/"' sh "$F"
printf 'Description,Owner\nFire alone,Jeanne Roy\n' >alone.csv
has "is the title where there is no other" "Fire alone" sh -c 'noria import "$1" alone.csv --as=risk && noria list "$1" risk' sh "$F"
printf 'Control ID,Control name,Title,Applicable\nA.5.1,Policies,x,yes\n' >named.csv
has "the title of a control is for whoever reads the table" "0 added, 1 changed" noria import "$F" named.csv
printf 'Title,Comments,Responsible,Owner,Smell\nA,x,B,C,red\n' >taken.csv
has "what is taken is listed with what is not known" "Responsible (column C: Owner is there twice, and is column D), Smell (column E)" noria import "$F" taken.csv --as=risk
printf 'Title,Severity\nA,3 - High\nB,4 \342\200\223 \303\211lev\303\251e\n' >severity.csv
has "a choice behind a number of its own" "2 added" noria import "$F" severity.csv --as=incident
printf 'Title,Severity\nA,3\n' >severity.csv
has "a number alone is no choice" 'cannot be "3"; it is one of: low, moderate' noria import "$F" severity.csv --as=incident --dry-run
printf 'Smell,Name,Name\n,Arson,x\n' >namesakes.csv
status 0 "one of two columns with one heading left out" noria import "$F" namesakes.csv --as=threat --skip=C --skip=A
has "does not leave out the other the next time" "is there twice" noria import "$F" namesakes.csv --as=threat --skip=A

# Headings of two rows: the upper one says which of the ratings the lower one means.
rated() { # NAME FIELD VALUE: of the last risk
	shows "$1" "$(noria list "$F" risk --format=tsv --where='title~grouped' | tail -1 | cut -f1)" "$2" "$3"
}
printf ';;Inherent;;Residual;\nTitle;Owner;Likelihood;Impact;Likelihood;Impact\nGrouped;Jeanne Roy;5;4;2;1\n' >groups.csv
status 0 "two ratings under groups" noria import "$F" groups.csv --as=risk
rated "the inherent likelihood" inherent_likelihood 5
rated "the residual impact" residual_impact 1
rated "no current one" current_likelihood null
printf ';Risque net;\nIntitul\303\251 du risque;Probabilit\303\251;Gravit\303\251\nGrouped net;3;2\n' >groups.csv
status 0 "one rating under a group, in French" noria import "$F" groups.csv --as=risk
rated "is the residual one" residual_likelihood 3
rated "and no other" current_likelihood null
printf 'Residual risks of 2026;;\nTitle;Likelihood;Impact\nGrouped not;3;2\n' >groups.csv
status 0 "a title above the table" noria import "$F" groups.csv --as=risk
rated "groups nothing" current_likelihood 3
for heading in 'Name of the risk' 'Libell\303\251 du risque' 'Risk label' 'Nom du risque'; do
	printf "$heading,Notes\nGrouped,by $heading\n" >names.csv
	status 0 "$heading is the title" noria import "$F" names.csv --as=risk --on-match=skip
done
printf 'Title,Likelihood\n"Broken\r\nline ",3\n\302\240Blanks\302\240,4\n' >ends.csv
status 0 "line ends of Windows within a title, and blanks that do not break around one" noria import "$F" ends.csv --as=risk
has "are a blank" '"title": "Broken line"' noria list "$F" risk --where='title~broken' --format=json
has "and nothing" '"title": "Blanks"' noria list "$F" risk --where='title~blanks' --format=json

# One column shows the order of the dates of a table; so does a first number after 12 whose day there is not.
printf 'Title;Planned;Held\nOne;31/12/2026;\nTwo;05/01/2027;05/01/2027\n' >sessions.csv
has "a column beside shows the order" "Held on: 05/01/2027 is taken as 2027-01-05, the day first as Planned for has it." noria import "$F" sessions.csv --as=training
has "and it is so" '"held": "2027-01-05"' noria show "$F" TR-2 --format=json
printf 'Title,Due\nOne,05/06/2027\nTwo,31/06/2027\n' >june.csv
noria import "$F" june.csv --as=action --only-good >/dev/null 2>&1
has "a day that there is not shows it too" '"due": "2027-06-05"' noria list "$F" action --where=title=One --format=json
# 5.10 that was cut stands where 5.10 would.
printf 'Control;Applicable\n5.8;yes\n5.9;yes\n5.1;no\n5.11;yes\n' >cut.csv
has "a number that was cut is refused where its neighbours show it" "cut.csv:4: Control: the spreadsheet has the number 5.1, which may have been 5.10" noria import "$F" cut.csv --as=applicability
printf 'Control;Applicable\n5,19;yes\n5,2;no\n' >cut.csv
has "with a comma too" "may have been 5.20" noria import "$F" cut.csv --as=applicability
printf 'Control;Applicable\n99999999999.9;yes\n99999999999.1;yes\n5.99999999999;yes\n' >cut.csv
has "numbers too long for any are no such neighbours" "there is no" noria import "$F" cut.csv --as=applicability
printf 'Control;Applicable\n5.1;yes\n5.2;yes\n5.3;yes\n' >cut.csv
has "numbers in their order are what they are" "2 changed, 1 left" noria import "$F" cut.csv --as=applicability
printf 'Intitulé;Prévue le;Durée en minutes;Statut;Tenue le\nAccueil;2026-10-01;90;Réalisée;2026-10-02\n' >séances.csv
has "a field that all registers have is called alike in each" '"length": 90' sh -c 'noria import "$1" séances.csv --as=training && noria show "$1" TR-3 --format=json' sh "$F"
shows "and a common word is the choice" TR-3 status '"held"'
printf 'Title,Public\nInduction,Laboratory\n' >audience.csv
has "the unit that a training is for is not made by itself" "--create=unit" noria import "$F" audience.csv --as=training
status 0 "but where it is asked for" noria import "$F" audience.csv --as=training --create=unit
printf 'Name,Unit\nNina Petrov,Workshop\n' >people.csv
status 0 "that of a person is" noria import "$F" people.csv --as=person
printf 'Title,Kind\nA,Certification\n' >kind.csv
has "a word for two choices is refused, and labels with commas are told apart" "certification, stage 1; certification, stage 2; surveillance" noria import "$F" kind.csv --as=audit
printf 'Title,Asset\nA,Ghost train\n' >ghost.csv
has "a name that is not there stands in quotes" 'there is no Asset "Ghost train" in this file' noria import "$F" ghost.csv --as=risk
has "in French too, without an elision that fails" "Actif « Ghost train » ne se trouve pas" env LC_ALL=C.UTF-8 LANGUAGE=fr noria import "$F" ghost.csv --as=risk
printf 'Control,Applicable\nA.5.1,yes\n' >soa.csv
has "a table may be of the SoA by its word too" "changed" noria import "$F" soa.csv --as=soa
# A word for texts over numbers alone says something else: in French a mark is called "Note".
for notes in '3;12/20' '3,5;4' '12 %%;7'; do
	printf "Titre;Note\nUn;${notes%%;*}\nDeux;${notes#*;}\n" >marks.csv
	status 4 "marks are no notes: $notes" noria import "$F" marks.csv --as=risk
	has "and asked about with why: $notes" "Note (column B: its cells are numbers, and Notes is a text)" noria import "$F" marks.csv --as=risk
done
for heading in Notes 'Notes :' NOTE; do
	printf "Titre;$heading\nUn;3\nDeux;5\n" >marks.csv
	status 4 "nor where the field is called so: $heading" noria import "$F" marks.csv --as=risk
	has "which is asked too: $heading" "(column B: its cells are numbers, and Notes is a text)" noria import "$F" marks.csv --as=risk
done
printf 'Mesure;Notes\nUn;3\nDeux;5\n' >marks.csv
status 4 "what nobody knows there is asked about as before" noria import "$F" marks.csv --as=supplier
printf "Titre;Note\nUn;12 %%%%\nDeux;7\n" >marks.csv
status 0 "they are what somebody says" noria import "$F" marks.csv --as=risk --map=Note=notes
has "which is remembered" "the column Note is Notes, as the last time" noria import "$F" marks.csv --as=risk
printf 'Titre;Observations;Notes\nTrois;3;5\nQuatre;voir 12/20;\n' >marks.csv
status 4 "what is a text in any of its words is asked about where it is twice" noria import "$F" marks.csv --as=risk
printf 'Titre;Observations\nTrois;3\nQuatre;voir 12/20\n' >marks.csv
status 0 "numbers among texts are one" noria import "$F" marks.csv --as=risk
printf 'title,notes\nCinq,5\n' >marks.csv
status 0 "the name of the field is the field" noria import "$F" marks.csv --as=risk
ok "the file is sound after all this" noria check "$F"
finish
