# What a heading says of its numbers besides whose they are, sections of an SoA, events under one title, columns whose
# heading is a letter, and what parts cells where sentences do too.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" indicator name=Changes unit=changes frequency=month start=2026-01-01 measure=x status=active owner='Jeanne Roy' >/dev/null
# ---- scales ----
for heading in 'Vraisemblance (1 à 4)' 'Vraisemblance (/4)' 'Vraisemblance (sur 4)' 'Likelihood (1-4)' 'Likelihood (0-4)' \
	'Likelihood (1 to 10)' 'Likelihood (0..5)' 'Vraisemblance (1 = presque certain, 5 = rare)'; do
	status 4 "$heading is another scale" read_as risk "Title;$heading\nTheft;4\n"
	said "$heading: which is said" "the heading \"$heading\" has another scale than this file, so 4 is refused"
done
for heading in 'Vraisemblance (1 à 5)' 'Vraisemblance (/5)' 'Likelihood (1-5)' 'Vraisemblance (1 = rare, 5 = presque certain)' \
	'Likelihood (2026)' 'Likelihood (average of 3 people)'; do
	status 0 "$heading is this file's" read_as risk "Title;$heading\nTheft;4\n"
	equal "$heading: so many" "$(field risk title=Theft current_likelihood)" 4
done
status 0 "a level by its name needs no scale" read_as risk 'Title;Likelihood (1-4)\nTheft;Likely\n'
printf 'Ref;Title;Likelihood (1-4)\nR-1;Theft;\n' >blank.csv
status 0 "a blank is no level" noria import copy.noria blank.csv --as=risk
status 4 "needs of an asset" read_as asset 'Name;Confidentiality (1-3)\nERP;3\n'
for heading in 'Progress (/5)' 'Avancement (sur 10)' 'Progress (1-4)'; do
	status 4 "$heading is no share of a hundred" read_as action "Title;$heading\nPatch;4\n"
done
for heading in 'Progress (/100)' 'Avancement (0-100)' 'Progress (%%)'; do
	status 0 "$heading is" read_as action "Title;$heading\nPatch;40\n"
	equal "$heading: so much" "$(field action title=Patch progress)" 40
done

# ---- units ----
status 4 "a share of the people is no number of them" read_as training 'Formation;Présents (%%)\nPhishing;85\n'
status 4 "thousands of changes" read_as measurement 'Indicator;Measured at;Value (in thousands)\nChanges;2026-10-01;12\n'
for heading in 'Coût (jours-homme)' 'Coût (j/h)' 'Cost (man-days)'; do
	status 4 "$heading is no money" read_as incident "Titre;$heading\nTheft;5\n"
done
for heading in 'Enveloppe k€ 2026' 'Enveloppe en k€ HT' 'Budget 2026 (milliers €)'; do
	status 0 "$heading, mapped" read_as action "Action;$heading\nPatch;12\n" --map=B=budget
	equal "$heading: thousands" "$(field action title=Patch budget)" 12000
done
status 4 "thousands above the table" read_as action "Plan d'action 2026 - montants en k€;;\nAction;Budget;Statut\nPatch;12;En cours\n"
said "are asked about" 'so 12 may be thousands; name the column with its unit.'
status 0 "a blank is no number of them" read_as action "Plan d'action 2026 - montants en k€;;\nAction;Budget;Statut\nPatch;;En cours\n"
status 0 "nor is one with its own unit" read_as action "Plan d'action 2026 - montants en k€;;\nAction;Budget;Statut\nPatch;12 €;En cours\n"
status 0 "a sum above it says nothing of the others" read_as action "Plan d'action 2026, 500 k€ en tout;;\nAction;Budget;Statut\nPatch;12;En cours\n"
status 0 "nor does anything where the column has its unit" read_as action "Plan d'action 2026 - montants en k€;;\nAction;Budget (€);Statut\nPatch;12;En cours\n"
equal "which counts" "$(field action title=Patch budget)" 12
status 4 "pas is no yes" read_as supplier 'Fournisseur;Clauses de sécurité\nOVH;pas\n'

status 4 "2 of a session may be hours" read_as training 'Formation;Durée\nA;1h30\nB;2\nC;3 h\n'
said "both are named" '2 may be hours or minutes; write 2 h or 2 min.'
status 0 "with a unit in the heading it is plain" read_as training 'Formation;Durée (h)\nA;2\nB;1,5\n'
equal "so many minutes" "$(field training title=A length)/$(field training title=B length)" 120/90
status 0 "45 is minutes" read_as training 'Formation;Durée\nA;45\n'

# ---- days that were, under the name of one to come ----
status 4 "a review that was" read_as risk 'Risque;Date de revue\nVol;2025-03-01\nFeu;2026-03-01\n'
said "is none to come" "Date de revue (column B: its days are all past, and Next review is one to come)"
status 0 "one of them to come" read_as risk 'Risque;Date de revue\nVol;2025-03-01\nFeu;2027-03-01\n'
status 0 "who says so is heard" read_as risk 'Risque;Date de revue\nVol;2025-03-01\n' --map=B=review
status 0 "its own name" read_as risk 'Risque;Prochaine revue\nVol;2025-03-01\n'
status 4 "the day of a session" read_as training 'Formation;Date;Participants\nPhishing;2026-03-13;12\n'
said "may be planned or held" 'may be Planned for or Held on'

# ---- sections of an SoA ----
status 0 "themes above their controls" read_as applicability "Réf.;Mesure;Applicable;Statut\n5;Mesures organisationnelles;;\n5.1;Politiques;Oui;Implémenté\n5.2;Rôles;Oui;Partiellement implémenté\n6;Mesures liées aux personnes;;\n6.1;Sélection;Oui;\n"
said "are told" "copy.csv:5: The row is the heading of a theme, and is left out."
has "and the controls are read" "0 changed, 3 left" noria import copy.noria copy.csv --as=applicability
status 0 "with their words in one cell" read_as applicability 'Contrôle;Applicable\nA.5 Mesures organisationnelles;\nA.5.1;Oui\nA.6;\nA.6.1;Non\n'
status 4 "a theme of which something is said" read_as applicability 'Contrôle;Applicable\nA.5;Oui\nA.5.1;Oui\n'

# ---- events of one title ----
status 0 "the log of March" read_as incident 'Titre;Date de détection\nPhishing;2026-03-03\n'
printf 'Titre;Date de détection\nPhishing;2026-09-03\n' >september.csv
status 4 "that of September has another one" noria import copy.noria september.csv --as=incident
said "which is asked" 'I-1 is called so too, and has Detected 2026-03-03'
printf 'Ref;Titre;Date de détection\nI-1;Hameçonnage;2026-03-04\n' >renamed.csv
has "by its ref it is changed, and a new name is told" 'I-1 was renamed, from "Phishing" to "Hameçonnage".' noria import copy.noria renamed.csv --as=incident

# ---- tables of one name ----
mkdir -p one other
printf 'N°;Action\n1;Chiffrer les postes\n2;MFA\n' >one/actions.csv
printf 'N°;Action\n1;Former les RH\n' >other/actions.csv
printf 'N°;Action\n1;Chiffrer tous les postes\n' >one/again.csv
cp "$F" copy.noria
status 0 "numbers of one team" noria import copy.noria one/actions.csv --as=action
status 4 "are not those of another" noria import copy.noria other/actions.csv --as=action
said "which is asked" 'The number is that of AC-1 "Chiffrer les postes"'
status 0 "who says whose they are is heard" noria import copy.noria other/actions.csv --as=action --source=RH
equal "it is a record of its own" "$(noria list copy.noria action --format=tsv | tail -n +2 | wc -l | tr -d ' ')" 3
mv one/again.csv one/actions.csv
has "a name that was corrected stays its own" 'AC-1 was renamed' noria import copy.noria one/actions.csv --as=action

# ---- letters ----
table='Actif;Type;Criticité;D;I;C;T\nERP;Logiciel;Haute;4;3;2;1\n'
status 2 "C is a letter and a heading" read_as asset "$table" --skip=C
said "both are named" 'C may be C (column F) or Criticité (column C); say "column F" or "column C".'
status 0 "a column by its letter alone" read_as asset "$table" --skip="column C"
equal "the other is read" "$(field asset name=ERP confidentiality)" 2
status 0 "in French too" read_as asset "$table" --skip="Colonne C"

# ---- numbers elsewhere, with the title behind them ----
cp "$F" copy.noria
printf 'Ref;Title\nR-001;Theft\n' >there.csv
noria import copy.noria there.csv --as=risk >/dev/null 2>&1
for text in 'R-001 Theft' 'R-001 - Theft' 'R-1 - Theft'; do
	printf 'Title;Risks\n%s;%s\n' "For $text" "$text" >for.csv
	status 0 "$text is the risk" noria import copy.noria for.csv --as=action --create=risk
	equal "$text: it" "$(field action "title=\"For $text\"" risk)" R-1
done

# ---- what parts cells ----
status 0 "a comma in a heading's brackets parts nothing" read_as action 'Action;Budget (HT, k€)\nPatch;12\nSave;13\n'
equal "it has its number" "$(field action title=Patch budget)" 12000
status 0 "nor commas of sentences beside semicolons" read_as action 'Action;Description (quoi, comment)\nPatch;ceci, cela\n'
status 0 "one column of sentences" read_as risk 'Risque\nVol, perte de PC\nFeu\n'
equal "is whole" "$(field risk ref=R-1 title)" "Vol, perte de PC"
status 0 "commas that part" read_as risk 'Title,Likelihood\nTheft,4\n'
equal "still do" "$(field risk title=Theft current_likelihood)" 4

# ---- what was struck in a workbook ----
if test -x "$NORIA_BUILD/tests/pack"; then
	echo '<si><t>Title</t></si><si><r><rPr><strike/></rPr><t>Old title</t></r><r><t>New title</t></r></si><si><r><rPr><strike/></rPr><t>Struck whole</t></r></si><si><r><rPr><strike val="0"/></rPr><t>Not </t></r><r><t>struck</t></r></si>' >sharedStrings.xml
	echo '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="3"><c r="A3" t="s"><v>2</v></c></row><row r="4"><c r="A4" t="s"><v>3</v></c></row>' >sheet1.xml
	workbook struck.xlsx Risks sharedStrings.xml
	cp "$F" copy.noria
	has "struck text is left out, and told" "Text that is struck was left out" noria import copy.noria struck.xlsx --as=risk
	equal "what stands beside it is the title" "$(field risk ref=R-1 title)/$(field risk ref=R-2 title)/$(field risk ref=R-3 title)" "New title/Struck whole/Not struck"
else
	skip "struck text" "made without libzip"
fi
# ---- the zone of times, spans of time ----
for zone in 'UTC+2' CEST '+02:00' 'GMT+2'; do
	status 0 "times in $zone" read_as incident "Titre;Détecté le ($zone)\nVol;22/03/2026 10:00\nPerte;23/03/2026\nPanne;23/03/2026 10:00 UTC\n"
	said "$zone is told" "times are taken in $zone, as the heading"
	equal "$zone counts" "$(field incident title=Vol detected)" 2026-03-22T08:00:00Z
	equal "$zone: a day is a day" "$(field incident title=Perte detected)" 2026-03-23
	equal "$zone: a zone of its own goes before" "$(field incident title=Panne detected)" 2026-03-23T10:00:00Z
done
status 0 "a zone by its name" read_as incident 'Titre;Détecté le [Europe/Paris]\nVol;22/07/2026 10:00\n'
equal "in summer" "$(field incident title=Vol detected)" 2026-07-22T08:00:00Z
status 0 "with the month first, too" read_as incident 'Title;Detected (UTC+2)\nTheft;07/25/2026 09:30\nLoss;02/03/2026 10:00\n'
equal "a day that is no month" "$(field incident title=Theft detected)" 2026-07-25T07:30:00Z
equal "and its neighbour" "$(field incident title=Loss detected)" 2026-02-03T08:00:00Z
status 0 "refused rows" read_as incident 'Title;Detected (UTC+2);Severity\nTheft;2026-07-01 09:30;zzz\n' --only-good --refused=zone.csv
sed -i 's/;zzz/;high/; s/,zzz/,high/' zone.csv
ok "are read again" noria import copy.noria zone.csv --as=incident
equal "in their zone" "$(field incident title=Theft detected)" 2026-07-01T07:30:00Z
status 0 "PM is no zone" read_as incident 'Title;Detected (PM)\nTheft;2026-07-01 09:30\n'
equal "and changes nothing" "$(field incident title=Theft detected)" 2026-07-01T09:30:00Z
for heading in 'Avancement (jours)' 'Progress (days)' 'Avancement (h)'; do
	status 4 "$heading is no part of a hundred" read_as action "Titre;$heading\nVol;12\n"
done
status 0 "Avancement (%) is" read_as action 'Titre;Avancement (%%)\nVol;12\n'
for hours in 72 '72 h' '72h' '72 heures' '72 hours'; do
	status 0 "hours: $hours" read_as obligation "Titre;Délai de notification (h)\nRGPD;$hours\n"
	equal "$hours are so many" "$(field obligation title=RGPD hours)" 72
done
status 4 "days are no hours" read_as obligation 'Titre;Délai de notification (h)\nRGPD;3 jours\n'

# ---- how far a control is ----
for status in 'Non démarré:none' 'Pas commencé:none' 'Not started:none' 'Prévu:planned' 'Planifié:planned' 'Réalisé:implemented' 'Fait:implemented' 'Done:implemented' 'Partiel:partial'; do
	status 0 "${status%:*}" read_as applicability "Contrôle;Applicable;Statut\nA.5.1;Oui;${status%:*}\n"
	equal "${status%:*} is ${status#*:}" "$(field applicability control=A.5.1 status)" "${status#*:}"
done
for status in 'À faire' 'En cours'; do
	status 4 "$status may be two" read_as applicability "Contrôle;Applicable;Statut\nA.5.1;Oui;$status\n"
done
finish
