# Headings and cells that may be two things: other columns decide, or whoever is asked; nothing is guessed in silence.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" person name='Karim Benali' >/dev/null
noria add "$F" indicator name=Share unit=% frequency=month start=2026-01-01 measure=x status=active owner='Jeanne Roy' >/dev/null

# ---- headings that may be either of two fields ----
status 4 "the day of an incident may be two" read_as incident "Titre;Date de l'incident\nVol;12/03/2026\nPerte;25/04/2026\n"
said "both are named, with the ways out" "Date de l'incident (column B) may be Detected or Happened: --map=B=detected or --map=B=occurred says which; --skip=B"
status 0 "who says which is heard" read_as incident "Titre;Date de l'incident\nVol;12/03/2026\nPerte;25/04/2026\n" --map=B=occurred
equal "it happened then" "$(field incident title=Vol occurred)" 2026-03-12
equal "nobody said when it was noticed" "$(field incident title=Vol detected)" ""
for columns in "Date de l'incident;Date de détection" "Incident date;Detected" "Date de l'incident;Constaté le"; do
	status 0 "$columns: the other column decides" read_as incident "Titre;$columns\nVol;12/03/2026;13/03/2026\n"
	equal "$columns: the one" "$(field incident title=Vol occurred)" 2026-03-12
	equal "$columns: the other" "$(field incident title=Vol detected)" 2026-03-13
done
status 4 "the end of an action may be two" read_as action 'Action;Statut;Date de fin\nPatch;Terminé;12/03/2026\nSave;En cours;25/12/2026\n'
said "these" 'may be Due or Done on: --map=C=due or --map=C=done'
status 0 "beside what is due it was done" read_as action 'Action;Échéance;Date de fin\nPatch;14/03/2026;12/03/2026\n'
equal "then" "$(field action title=Patch done)" 2026-03-12
status 0 "beside what was done it is due" read_as action 'Action;Date de fin;Réalisé le\nPatch;14/03/2026;12/03/2026\n'
equal "at that time" "$(field action title=Patch due)" 2026-03-14
status 4 "nothing was done tomorrow" read_as action 'Action;Date de fin\nSave;25/12/2026\n' --map=B=done
said "which is said" "has not come yet"
# What another column decided is asked again where that one is something else, and where nothing stands in it.
for options in '--map=B=start' '--skip=B'; do
	status 4 "the column that decided is gone: $options" read_as action 'Title,Échéance,Date de fin\nPatch,2026-12-31,2026-11-01\n' $options
done
status 4 "the column that would decide is empty" read_as action 'Title,Échéance,Date de fin\nPatch,,2026-11-01\n'
said "so it is asked" 'may be Due or Done on'
status 4 "both are there already" read_as action 'Title,Due,Done on,Fin\nPatch,2026-11-01,2026-11-01,2026-11-02\n'
said "and it is neither" 'no field of Actions: Fin (column D).'
# A column that is said to be another gives back what it had.
status 0 "what one column leaves the other takes" read_as incident 'Titre;Date;Detected\nVol;12/03/2026;13/03/2026\n' --map=Date=occurred
equal "by its own name" "$(field incident title=Vol detected)" 2026-03-13

# ---- one word over what is none of it ----
status 4 "a type that is none" read_as incident 'Titre;Type\nVol;Vol de matériel\nPerte;Malveillance\n'
said "is a column that nobody knows" "Type (column B: nothing in it is known as Kind)"
status 0 "and may be left out" read_as incident 'Titre;Type\nVol;Vol de matériel\nPerte;Malveillance\n' --skip=Type
status 4 "one type that is known" read_as incident 'Titre;Type\nVol;Incident\nPerte;Malveillance\n'
said "leaves the other cell wrong" 'Kind cannot be "Malveillance"'

status 0 "cells of two lines are what they say in one" read_as incident 'Title,Incident status\nA,"Under\nanalysis"\nB,"under\nAnalysis"\n'

# ---- shares ----
at=2026-07-05
for number in 0,92 0.92 '0,5'; do
	status 4 "$number may be a share of one" read_as measurement "Indicator;Measured at;Value;Period\nShare;$at;$number;2026-07\n"
	said "$number: both ways to write it" "$number may be $(echo "$number" | sed 's/0.92/92/; s/0.5/50/') % or $number %; write"
done
for table in "Value;$at;0,92 %%" "Value (%%);$at;0,92"; do
	heading=${table%%;*} cells=${table#*;}
	status 0 "$table is 0.92 %" read_as measurement "Indicator;Measured at;$heading;Period\nShare;$cells;2026-07\n"
	equal "$table: so many" "$(field measurement period=2026-07 value)" 0.92
	has "$table: twice changes nothing" ' 0 added, 0 changed' noria import copy.noria copy.csv --as=measurement
done
status 0 "0 and 1 are what they are" read_as measurement "Indicator;Measured at;Value;Period\nShare;$at;0;2026-07\nShare;$at;1;2026-06\n"
status 4 "1 beside a share may be all of it" read_as measurement "Indicator;Measured at;Value;Period\nShare;$at;0.5;2026-07\nShare;$at;1;2026-06\n"
said "which is said" '1 may be 100 % or 1 %'
status 4 "less than nothing too" read_as measurement "Indicator;Measured at;Value;Period\nShare;$at;-0.05;2026-07\n"
noria new other.noria --organisation=Other >/dev/null
noria add other.noria indicator name=Errors unit=% target=0.5 >/dev/null
noria export other.noria indicator --format=csv --output=own.csv >/dev/null
noria new third.noria --organisation=Third >/dev/null
has "what the program wrote it reads" "1 added, 0 changed" noria import third.noria own.csv --as=indicator
status 4 "a target that was 95 is not 0,95" sh -c 'cp "$1" copy.noria; printf "Ref;Target\nIN-49;0,95\n" >copy.csv; noria import copy.noria copy.csv --as=indicator' - "$F"

# ---- headings in two rows, the lower one short ----
status 0 "D, I, C, T under one heading" read_as asset 'Nom;Type;Besoins;;;;Propriétaire;Site\n;;D;I;C;T;;\nServeur;Matériel;3;2;4;1;Jeanne Roy;Lyon\n'
equal "each is its need" "$(field asset name=Serveur availability)$(field asset name=Serveur integrity)$(field asset name=Serveur confidentiality)$(field asset name=Serveur traceability)" 3241
equal "what stands beside is read" "$(field asset name=Serveur location)" Lyon
status 4 "a heading above that nobody knows" read_as asset 'Nom;Type;Besoins;;;;Couleur\n;;D;I;C;T;\nServeur;Matériel;3;2;4;1;bleu\n'
said "is named" "Couleur (column G)"
status 0 "words instead of letters" read_as asset 'Nom;Besoins de sécurité;;\n;Disponibilité;Intégrité;Confidentialité\nServeur;3;2;4\n'
equal "are the same" "$(field asset name=Serveur availability)" 3

# ---- people ----
titles_of_people() { noria list copy.noria person --format=tsv | tail -n +2 | cut -f2 | sort | tr '\n' '/'; }
for pair in 'Nom du responsable;Prénom du responsable' 'Owner last name;Owner first name' 'Responsable nom;Responsable prénom' "Surname of the owner;Given name of the owner"; do
	status 0 "$pair are one person" read_as risk "Title;$pair\nTheft;Roy;Jeanne\nFire;Benali;Karim\n"
	equal "$pair: whom the file has" "$(titles_of_people)" "Jeanne Roy/Karim Benali/"
done
for name in Roy 'Mme Roy' Jeanne 'M. Benali'; do
	status 4 "$name may be somebody" read_as risk "Title;Owner\nTheft;$name\n" --create=person
	said "$name: whom" "may be $(echo "$name" | sed 's/.*Roy\|Jeanne/Jeanne Roy/; s/.*Benali/Karim Benali/'); write the whole name"
done
status 4 "also of a row that comes later" read_as risk 'Title;Owner\nTheft;Reed\nFire;Lou Reed\n' --create=person
said "whom the table makes" '"Reed" may be Lou Reed'
status 0 "one whom nobody is called like" read_as risk 'Title;Owner\nTheft;Cher\nFire;Cher\n' --create=person
equal "is one" "$(titles_of_people)" "Cher/Jeanne Roy/Karim Benali/"
status 0 "what people do, behind their names" read_as risk 'Title;Owner\nTheft;"M. Lou Reed, DSI"\nFire;Zoé Nau - Responsable qualité\nFlood;"Ben Ali, Karim"\n' --create=person
equal "is their function" "$(field person 'name="Lou Reed"' function)/$(field person 'name="Zoé Nau"' function)" "DSI/Responsable qualité"
equal "and a given name is none" "$(field person 'name~"Ben Ali"' function)" ""

status 0 "in letters, where somebody is addressed or behind a comma" read_as risk 'Title;Owner\nTheft;"Lou Reed, DSI"\nFire;"Karim Benali, Head of IT"\n' --create=person
equal "one is known" "$(field risk title=Fire owner)/$(field person 'name="Lou Reed"' function)" "P-2/DSI"
for several in 'Jeanne Roy, Karim Benali DSI' 'Jeanne Roy, Anthony Head' 'Zoé Nau - Paul Chef'; do
	status 4 "$several are two" read_as risk "Title;Owner\nTheft;$several\n" --create=person
done
status 0 "offices are none of anybody's functions" read_as risk 'Title;Owner\nA;Pole Projets - DSI\nB;Pole Projets - DG\nC;IT\nD;IT Support\nE;Direction\nF;Direction Générale\n' --create=person
equal "each is one" "$(titles_of_people)" "Direction/Direction Générale/IT/IT Support/Jeanne Roy/Karim Benali/Pole Projets - DG/Pole Projets - DSI/"

# ---- levels ----
status 0 "a number beside a word of another method" read_as risk 'Titre;Vraisemblance\nVol;Peu probable\nPerte;2\n'
status 4 "two words for one level" read_as risk 'Titre;Vraisemblance\nVol;Peu probable\nPerte;Improbable\n'
said "why it is refused" '"Peu probable" and "Improbable" would be one level'

# ---- what stands in the cell ----
status 4 "what is no number" read_as action 'Titre;Échéance;Budget\nA;juin 2026 (reporté);15 k\nB;;env. 3000\n'
said "is shown" 'Budget must be a number. There stands "15 k".'
has "and so is what is no day" 'There stands "juin 2026 (reporté)".' cat said

# ---- sums in the SoA ----
for row in 'Total;1;;' 'Total;;1 applicable;' 'TOTAL ;2;;'; do
	status 0 "$row is none of its lines" read_as applicability "Contrôle;Applicable;Justification;Statut\nA.5.1;Oui;Loi;Implémenté\nA.5.2;Non;Inutile;\n$row\n"
	said "$row: which is told" "The row sums up those above it, and is left out."
done
finish
