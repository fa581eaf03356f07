# Tables as officers have them every day: columns that another program filled and nobody writes here, numbers behind "#",
# what a spreadsheet made a day of, headings between the rows, a day and its time, two columns of one field.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/rows.sh"

# ---- what nobody writes here ----
status 4 "actions in a table of risks" read_as risk 'Risk,Owner,Likelihood,Impact,Actions\nTheft,Jo Roy,3,4,Encrypt disks\n'
said "are asked about" 'Actions (column E: these are records of their own, read by a table of Actions)'
status 0 "and left out when somebody says so" read_as risk 'Risk,Likelihood,Impact,Actions\nTheft,3,4,Encrypt disks\n' --skip=Actions
status 4 "levels without what they come from" read_as risk 'Risk,Inherent,Current,Residual\nTheft,High,Medium,Low\n'
said "are asked about" 'Inherent (column B: Inherent level is worked out by the program)'
status 0 "a level beside what it comes from" read_as risk 'Risk,Likelihood,Impact,Current\nTheft,3,4,12\n'
said "is told" 'the column "Current" is not read; Current level is worked out by the program.'
status 0 "an empty one" read_as risk 'Risk,Likelihood,Impact,Actions\nTheft,3,4,\n'
for register in 'document Title,Evidence' 'document Title,Lecteurs' 'finding Title,Nonconformities' 'training Title,Attendances' 'person Name,Roles'; do
	status 4 "$register" read_as "${register%% *}" "${register#* }\nSomething,of it\n"
	said "$register: is asked about" 'these are records of their own'
done
fresh ours.noria --sample
for register in risk action incident document person training finding applicability; do
	noria export ours.noria $register --format=csv --output=$register.csv --force >/dev/null
	cp ours.noria read.noria
	has "our own table of $register asks nothing" '0 added, 0 changed' noria import read.noria $register.csv --as=csv:$register
done
noria export ours.noria risk --format=csv --output=risk.csv --force >/dev/null
noria new elsewhere.noria --organisation=Else >/dev/null
cp elsewhere.noria read.noria
awk -F, -v OFS=, 'NR == 2 { print "NEW-1,A new risk" } { print }' risk.csv >more.csv
cp ours.noria copy.noria
has "nor with a row more on top" '1 added, 0 changed' noria import copy.noria more.csv --as=csv:risk
cp elsewhere.noria read.noria
ok "nor where another file reads it" sh -c 'noria import read.noria risk.csv --as=csv:risk --dry-run >told 2>&1; cat told; ! grep "is worked out by the program" told'

# ---- numbers ----
status 0 "Risk # is the number" read_as risk 'Risk #,Description,Likelihood\n1,Theft,3\n'
equal "and the title is what describes it" "$(field risk '' title)" Theft
status 0 "so is Incident # beside a summary" read_as incident 'Incident #,Summary\n1,Theft\n'
equal "whose title it is" "$(field incident '' title)" Theft
status 0 "Control # of the SoA" read_as applicability 'Control #,Control,Applicable\nA.5.1,Policies,Yes\n'
equal "is that of the control" "$(field applicability 'applicable=yes' ref)" soa:2022:A.5.1

# ---- days that were none ----
for cell in 01-févr 1-Feb 2-janv.; do
	status 4 "a version shown as $cell" read_as document "Title;Version\nPolicy;$cell\n"
	said "is refused: $cell" "the spreadsheet made the day $cell of what was typed there"
	status 4 "a number shown as $cell" read_as risk "ID;Title\n$cell;Theft\n"
done
for cell in 1.2 v1 may-be sept 12-13 mars-alpha MAR-01 DEC-22 2-beta; do
	status 0 "a version $cell" read_as document "Title;Version\nPolicy;$cell\n"
	equal "is that: $cell" "$(field document '' version)" "$cell"
done
echo '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1" t="inlineStr"><is><t>Version</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Policy</t></is></c><c r="B2" s="1"><v>46054</v></c></row>' >sheet1.xml
echo '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="16" applyNumberFormat="1"/></cellXfs>' >styles.xml
workbook day.xlsx Documents styles.xml
cp "$F" copy.noria
status 4 "a day in a workbook" noria import copy.noria day.xlsx --as=document
said "is refused" 'the spreadsheet made the day 2026-02-01 of what was typed there'

sed -i 's/numFmtId="16"/numFmtId="14"/' styles.xml
workbook day.xlsx Documents styles.xml
cp "$F" copy.noria
ok "with its year it is one that somebody wrote" noria import copy.noria day.xlsx --as=document
equal "as a version too" "$(field document '' version)" 2026-02-01
noria add copy.noria document title=Plan version=1-Feb >/dev/null
noria export copy.noria document --format=csv --output=out.csv >/dev/null
has "and our own tables come back" '0 added, 0 changed' noria import copy.noria out.csv --as=document

# ---- words of a format ----
echo '<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1" t="inlineStr"><is><t>Retention</t></is></c><c r="C1" t="inlineStr"><is><t>Version</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Policy</t></is></c><c r="B2" s="1"><v>5</v></c><c r="C2" s="2"><v>3</v></c></row>' >sheet1.xml
echo '<numFmts count="2"><numFmt numFmtId="170" formatCode="0&quot; years&quot;"/><numFmt numFmtId="171" formatCode="&quot;v&quot;0"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="170" applyNumberFormat="1"/><xf numFmtId="171" applyNumberFormat="1"/></cellXfs>' >styles.xml
workbook words.xlsx Documents styles.xml
cp "$F" copy.noria
ok "a text that a format shows" noria import copy.noria words.xlsx --as=document
equal "is what one sees" "$(field document '' retention)" '5 years'
equal "before the number too" "$(field document '' version)" v3

# ---- rows that are none ----
status 0 "what is printed below two columns" read_as risk 'Risk,Owner\nTheft,Jo Roy\nFire,Jo Roy\nFlood,Jo Roy\n,\nPrinted 30/11/2026,\n'
said "is left out" '"Printed 30/11/2026" stands below the table'
text() { printf '<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' "$1" "$2"; }
{
	echo "<row r=\"1\">$(text A1 Risk)$(text B1 Owner)$(text C1 Notes)</row>"
	echo "<row r=\"2\">$(text A2 'IT risks')</row>"
	echo "<row r=\"3\">$(text A3 Theft)$(text B3 'Jo Roy')$(text C3 x)</row>"
	echo "<row r=\"4\">$(text A4 'Risks of people')</row>"
	echo "<row r=\"5\">$(text A5 Fraud)$(text B5 'Jo Roy')$(text C5 y)</row>"
	echo '</sheetData><mergeCells count="2"><mergeCell ref="A2:C2"/><mergeCell ref="A4:C4"/></mergeCells><sheetData>'
} >sheet1.xml
workbook merged.xlsx Risks
cp "$F" copy.noria
status 0 "headings over the columns" noria import copy.noria merged.xlsx --as=risk
said "are left out" '"IT risks" is one cell over the columns, a heading of the rows below it, and is left out.'
equal "and are no records" "$(noria list copy.noria risk --format=tsv | tail -n +2 | cut -f2 | tr '\n' '/')" 'Theft/Fraud/'

status 0 "the last ones of a table of two columns, without what stands beside" read_as asset 'Name,Description\nA,x\nB,y\nC,z\n,\nD,\nE,\n'
{
	echo "<row r=\"1\">$(text A1 Risk)$(text C1 Notes)</row>"
	for row in 2 3 4; do echo "<row r=\"$row\">$(text A$row "Risk $row")</row>"; done
	echo '</sheetData><mergeCells count="3"><mergeCell ref="A2:B2"/><mergeCell ref="A3:B3"/><mergeCell ref="A4:B4"/></mergeCells><sheetData>'
} >sheet1.xml
workbook part.xlsx Risks
cp "$F" copy.noria
has "cells over some columns are records" '3 added' noria import copy.noria part.xlsx --as=risk

# The same of an ODS: a day shown without its year, a cell over all columns.
{
	printf '==> mimetype\napplication/vnd.oasis.opendocument.spreadsheet\n==> content.xml\n'
	printf '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Documents">'
	for cell in Title Version Notes; do printf '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' $cell; done | sed 's,^,<table:table-row>,; s,$,</table:table-row>,'
	printf '<table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="3"><text:p>Policies</text:p></table:table-cell></table:table-row>'
	printf '<table:table-row><table:table-cell office:value-type="string"><text:p>Policy</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2026-02-01"><text:p>DAY</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>'
	printf '</table:table></office:spreadsheet></office:body></office:document-content>\n'
} >ods.txt
for shown in 1-Feb 01/02/2026; do
	sed "s,DAY,$shown," ods.txt | "$NORIA_BUILD/tests/pack" day.ods
	cp "$F" copy.noria
	case $shown in *2026) expected=0 ;; *) expected=4 ;; esac
	status $expected "an ODS that shows $shown" noria import copy.noria day.ods --as=document
done
said "the heading over its columns is left out" '"Policies" is one cell over the columns'

# ---- headings ----
status 0 "days of an incident" read_as incident 'Incident,Date detected,Date occurred,Date reported,Date closed,Date resolved\nX,2026-11-03,2026-11-01,2026-11-04,2026-11-06,2026-11-05\n'
equal "the one on which it happened" "$(field incident '' occurred)" 2026-11-01
equal "on which it was resolved" "$(field incident '' resolved)" 2026-11-05
equal "on which it was closed" "$(field incident '' closed)" 2026-11-06
status 0 "the same in French" read_as incident 'Incident;Date détection;Déclaré par;Clôturé le\nX;01/11/2026;Jo Roy;15/11/2026\n'
status 0 "of an action" read_as action "Action;Date d'échéance;Date completed\nX;13/11/2026;15/11/2026\n"
equal "when it was done" "$(field action '' done)" 2026-11-15
for heading in 'Date closed' 'Closed date' Closed 'Clôturé le'; do
	status 0 "$heading of an action" read_as action "Action;$heading\nX;2026-11-15\n"
	equal "$heading: when it was done" "$(field action '' done)" 2026-11-15
done
status 0 "of a contract" read_as supplier 'Supplier;Contract start;Fin du contrat;Service provided\nX;13/11/2026;15/11/2027;Hosting\n'
equal "its end" "$(field supplier '' end)" 2027-11-15
status 0 "the numbers of controls" read_as applicability 'Control no.,Control,Applicable\nA.5.2,Roles,No\n'
equal "are theirs" "$(field applicability 'applicable=no' ref)" soa:2022:A.5.2
status 0 "their titles" read_as applicability 'Control,Control title,Applicable\nA.5.2,Roles,No\n'
status 0 "words under Consequence beside an impact" read_as risk 'Risk,Likelihood,Impact,Consequence\nX,3,4,The fire spreads\n'
equal "are the scenario" "$(field risk '' scenario)" 'The fire spreads'
status 0 "numbers under it" read_as risk 'Risk,Likelihood,Consequence\nX,3,4\n'
equal "are the impact" "$(field risk '' current_impact)" 4
for cells in 'a,2,10' 'a,2,Grave' 'a,2,Très élevée'; do
	status 4 "no level and no sentence: $cells" read_as risk "Risk,Likelihood,Consequence\n$cells\n"
done
status 4 "numbers beside an impact" read_as risk 'Risk,Impact,Consequence,Likelihood\na,2,3,1\n'
status 0 "words under it alone" read_as risk 'Risk,Likelihood,Consequence\nX,3,The fire spreads\nY,2,N/A\n'
equal "are the scenario as well" "$(field risk title=X scenario)" 'The fire spreads'
status 4 "a table without titles" read_as asset 'Description,Owner,Kind\nFire,Jo Roy,software\n'
said "says how one is named" 'No column is the Name of Assets: --map=COLUMN=name says which is.'

status 4 "a control under the clauses of a finding" read_as finding 'Finding,Clause\nX,A.5.9\n'
said "is told to be one" 'there is no Requirement "A.5.9" in this file; it is one of the Controls, which another field takes.'

# ---- two columns of one field ----
status 0 "reasons in two columns" read_as applicability 'Control;Applicable;Justification exclusion;Justification inclusion;Implemented?\nA.5.1;Yes;;Law;Yes\nA.5.2;No;No remote work;;No\n'
said "are told" '"Justification exclusion" and "Justification inclusion" are one field, of which each row fills one.'
equal "the one" "$(field applicability 'applicable=yes' justification)" Law
equal "and the other" "$(field applicability 'applicable=no' justification)" 'No remote work'
equal "what is implemented" "$(field applicability 'applicable=yes' status)" implemented
equal "what is not" "$(field applicability 'applicable=no' status)" none
cp copy.noria before.noria
has "read again nothing changes" '0 added, 0 changed, 2 left' noria import copy.noria copy.csv --as=applicability
status 4 "two in one row" read_as applicability 'Control;Applicable;Justification exclusion;Justification inclusion\nA.5.1;Yes;no;Law\n'
said "are two" 'Justification is there twice'
status 0 "a day and its time" read_as incident 'Incident;Date;Heure\nX;01/11/2026;9h30\nY;23/11/2026;\n'
said "are told" '"Date" and "Heure" are one moment.'
equal "to be one" "$(field incident title=X detected)" 2026-11-01T09:30:00Z
equal "a day alone stays one" "$(field incident title=Y detected)" 2026-11-23
status 0 "a zone over the time" read_as incident 'Incident,Date,Time (UTC+2)\nX,2026-11-01,9:30 PM\n'
equal "counts" "$(field incident title=X detected)" 2026-11-01T19:30:00Z
for zone in 'head office' Genf PST IST; do
	status 4 "a time in a zone that nobody knows: $zone" read_as incident "Incident,Date,Time ($zone)\nX,2026-11-01,09:30\n"
done
for zone in Paris 'New York' utc+2; do
	status 0 "a city that has a zone: $zone" read_as incident "Incident,Date,Time ($zone)\nX,2026-10-01,09:30\n"
	case $zone in New*) hour=13:30 ;; *) hour=07:30 ;; esac
	equal "$zone: which counts" "$(field incident title=X detected)" 2026-10-01T$hour:00Z
	status 0 "in the heading of a day: $zone" read_as incident "Incident,Detected ($zone)\nX,2026-10-01 09:30\n"
	equal "$zone: too" "$(field incident title=X detected)" 2026-10-01T$hour:00Z
done
status 4 "a zone that is called as others are" read_as incident 'Incident,Detected (IST)\nX,2026-10-01 09:30\n'
said "is asked about" 'which zone the heading "Detected (IST)" means nobody knows here'
status 0 "of a day alone it says nothing" read_as incident 'Incident,Detected (IST)\nX,2026-10-01\n'
status 0 "a time whose form is told" read_as incident 'Incident,Date,Heure (HH:MM)\nX,2026-11-01,09:30\n'
equal "is one" "$(field incident title=X detected)" 2026-11-01T09:30:00Z
for row in '2026-11-01 10:00,9:30' ',9:30' '2026-11-01,soon'; do
	status 4 "no time of that day: $row" read_as incident "Incident,Date,Time\nX,$row\n"
done

status 0 "each time goes to its day" read_as incident 'Incident,Detected,Reported,Time detected\nX,2026-10-01,2026-10-03,08:15\n'
equal "the one that it names" "$(field incident title=X detected)" 2026-10-01T08:15:00Z
equal "and no other" "$(field incident title=X reported)" 2026-10-03
status 0 "in French too" read_as incident 'Incident;Date de détection;Heure de détection\nX;01/11/2026;9h30\n'
equal "behind it" "$(field incident title=X detected)" 2026-11-01T09:30:00Z
for heading in 'Response time' 'Time to resolve' 'Temps de réponse (heures)'; do
	status 4 "$heading is none of it" read_as incident "Incident,Reported,$heading\nX,2026-10-01,04:00\n"
done

# ---- signs ----
for table in 'document Version 1.4' 'supplier Contract C-7'; do
	set -- $table
	case $1 in document) title=Title ;; *) title=Supplier ;; esac
	status 0 "$2 # is what it says" read_as $1 "$title,$2 #\nX,$3\n"
done

# ---- choices as columns ----
status 0 "reasons as columns" read_as applicability 'Control;Applicable;LR;CO;BR;RRA\nA.5.1;Yes;x;;;x\nA.5.2;Yes;;X;-;\nA.5.3;No;;;oui;\n'
said "are told" 'The columns LR to RRA are Reasons for inclusion: each is one where it is ticked.'
equal "two" "$(field applicability control=A.5.1 reasons)" law,risk
equal "one" "$(field applicability control=A.5.2 reasons)" contract
equal "by another tick" "$(field applicability control=A.5.3 reasons)" business
status 0 "by their words" read_as applicability 'Mesure;Exigences légales;Bonnes pratiques\nA.5.1;✓;\nA.5.2;1;1\n'
equal "in French" "$(field applicability control=A.5.2 reasons)" law,good_practice
status 4 "what is no tick" read_as applicability 'Control;LR;CO\nA.5.1;x;see contract\nA.5.2;;x\n'
status 0 "one that is ticked and one that is not" read_as applicability 'Control;LR;CO\nA.5.1;x;\nA.5.2;;non\n'
equal "are two all the same" "$(field applicability control=A.5.1 reasons)" law
status 4 "one of them alone" read_as applicability 'Control;LR\nA.5.1;x\n'
status 0 "beside the reasons themselves they are left out when somebody says so" read_as applicability 'Control;Reasons;LR;CO\nA.5.1;law;x;\nA.5.2;;;x\n' --skip=LR --skip=CO

cp "$F" copy.noria
printf 'Control;Applicable;LR;CO;BR;RRA\nA.5.1;Yes;x;x;;x\n' >copy.csv
ok "one of the columns is left out once" noria import copy.noria copy.csv --as=applicability --skip=CO
equal "for that time" "$(field applicability control=A.5.1 reasons)" law,risk
ok "and not the next one" noria import copy.noria copy.csv --as=applicability
equal "for which nobody remembers it" "$(field applicability control=A.5.1 reasons)" law,contract,risk
printf 'Control;Applicable;LR;BR\nA.5.1;Yes;;x\n' >copy.csv
ok "choices without a column" noria import copy.noria copy.csv --as=applicability
equal "stay as they are" "$(field applicability control=A.5.1 reasons)" contract,risk,business
has "and read again nothing changes" '0 added, 0 changed' noria import copy.noria copy.csv --as=applicability
status 0 "answers are no names of columns" read_as applicability 'Contrôle;Applicable;LR;CO;BR;RRA\nA.5.1;Oui;O;N;N;N\nA.5.3;Non;N;N;N;N\nA.5.4;Oui;N;O;O;O\n'
equal "in whichever row" "$(field applicability control=A.5.4 reasons)" contract,risk,business

noria add copy.noria person name='Jo Roy' >/dev/null
noria add copy.noria indicator name=Patching frequency=quarter start=2026-01-01 measure=x status=active owner='Jo Roy' >/dev/null
printf 'Indicator;T1 2026;T1 2026;T2 2026\nPatching;11;12;13\n' >two.csv
ok "one of two columns of a period is left out" noria import copy.noria two.csv --as=measurement --skip=C
printf 'Indicator;T1 2026;T2 2026\nPatching;21;22\n' >one.csv
has "in that table alone" '2 added' noria import copy.noria one.csv --as=measurement

# ---- reasons for one answer ----
status 0 "what says nothing under the other answer is none" read_as applicability 'Control;Applicable;Justification for inclusion;Justification for exclusion\nA.5.1;Yes;Needed here;N/A\nA.5.2;No;-;Not done here\nA.5.3;Yes;;n/a\n'
equal "of what applies" "$(field applicability control=A.5.1 justification)" 'Needed here'
equal "of what does not" "$(field applicability control=A.5.2 justification)" 'Not done here'
equal "and leaves it empty" "$(field applicability control=A.5.3 justification)" ''
status 4 "an exclusion's reason beside what applies" read_as applicability 'Control;Justification for exclusion;Applicable\nA.5.1;We do none;Yes\nA.5.2;We do none;No\n'
said "is none of it" 'copy.csv:2: Justification: "We do none" stands under the heading "Justification for exclusion", while Applicable is yes; empty the cell, or correct Applicable.'
ok "in its row alone" test "$(grep -c ' stands under ' said)" = 1
status 4 "nor an inclusion's beside what does not" read_as applicability 'Mesure;Applicable;Motif d’inclusion\nA.5.1;Non;Exigé par la loi\n'
status 0 "one for both answers is for either" read_as applicability 'Control;Applicable;Justification for inclusion / exclusion\nA.5.1;Yes;Needed\nA.5.2;No;Not needed\n'

# ---- names in two rows ----
status 0 "reasons below what they are" read_as applicability 'Control;Applicable;Reasons;;;;Owner\n;;LR;CO;BR;RRA;\nA.5.1;Yes;x;;x;;Jo Roy\nA.5.2;Yes;;x;;x;Jo Roy\n' --create=person
equal "are these" "$(field applicability control=A.5.1 reasons)" law,business
equal "and what stands above alone is read, too" "$(field applicability control=A.5.2 owner)" P-1
status 4 "what two of them may be" read_as applicability 'Annex A controls;;Current controls;Remarks (with justification for exclusions);Selected controls and reasons for selection;;;;Remarks (overview of implementation)\nClause;Sec;;;LR;CO;BR/BP;RRA;\nA.5.1;Policies;Policy;;x;;x;;Reviewed yearly\n'
said "is asked, and what stands above by its name" 'Sec (column B), Current controls (column C), BR/BP (column G). Say'
status 0 "the others are read" read_as applicability 'Annex A controls;;Current controls;Remarks (with justification for exclusions);Selected controls and reasons for selection;;;;Remarks (overview of implementation)\nClause;Sec;;;LR;CO;BR/BP;RRA;\nA.5.1;Policies;Policy;;x;;x;;Reviewed yearly\n' --skip=Sec --skip='Current controls' --skip=BR/BP
equal "each below its own" "$(field applicability control=A.5.1 implementation)" 'Reviewed yearly'
equal "the reasons by their ticks" "$(field applicability control=A.5.1 reasons)" law

# ---- words of another method ----
T='Risk,Inherent likelihood,Likelihood,Impact\nFire,High,Low,3\nFlood,high,LOW,4\n'
status 4 "words that no level is called by" read_as risk "$T"
said "are told how to be said" 'Inherent likelihood cannot be "High"; it is one of: 1 Rare, 2 Unlikely, 3 Possible, 4 Likely, 5 Almost certain. --word="Inherent likelihood:High=VALUE" says what that is here.'
ok "once" test "$(grep -c -e --word= said)" = 1
status 0 "once they are said" read_as risk "$T" --word=Likelihood:High=4 --word='Likelihood:low=2 Unlikely'
said "they are told" 'copy.csv:2: Inherent likelihood: "High" is read as 4 Likely.'
equal "in the columns of the same levels" "$(field risk title=Fire inherent_likelihood)/$(field risk title=Flood inherent_likelihood)" 4/4
equal "in whatever case" "$(field risk title=Fire current_likelihood)/$(field risk title=Flood current_likelihood)" 2/2
printf 'Risk,Likelihood\nHail,High\n' >next.csv
ok "and remembered for the next table" noria import copy.noria next.csv --as=risk
equal "as they were" "$(field risk title=Hail current_likelihood)" 4
ok "until they mean something else" noria import copy.noria next.csv --as=risk --word=Likelihood:High=5
ok "from then on" noria import copy.noria next.csv --as=risk
equal "for good" "$(field risk title=Hail current_likelihood)" 5
ok "what is remembered is understood" env XDG_STATE_HOME="$HOME/none" noria check copy.noria
status 0 "a status, too" read_as action 'Action,Status\nA,Parked\n' --word=Status:parked=cancelled
equal "by its own words" "$(field action title=A status)" cancelled
status 2 "a column that is not there" read_as risk "$T" --word=Heat:High=4
said "is told" 'has no column Heat'
status 2 "one without words" read_as risk "$T" --word=Risk:High=4
status 2 "a word without a column" read_as risk "$T" --word=High=4
status 2 "a value that is none" read_as risk "$T" --word=Likelihood:High=9

# ---- other levels ----
for heading in '1=high' '1 = certain' '1: very likely' '1 is worst' 'high to low' 'highest first' 'H/M/L' '1 = très probable' '1 = see annex' '5 = rare' '1 = unlikely'; do
	status 4 "levels that are turned round: $heading" read_as risk "Risk,Likelihood ($heading)\nFire,1\n"
done
for heading in '1=low; 5=high' '1 = rare, 5 = certain' '5 = worst' '1 to 5' '1 = not likely'; do
	status 0 "levels that are ours: $heading" read_as risk "Risk,Likelihood ($heading)\nFire,1\n"
done
status 4 "criticality" read_as supplier 'Supplier,Criticality (1=high)\nAWS,1\n'
status 4 "levels that a title tells" read_as asset 'Asset inventory - CIA rated from 1 (low) to 3 (high)\n\nAsset,C,I,A\nCRM,3,1,2\n'
said "are others" 'beside the table stands "Asset inventory - CIA rated from 1 (low) to 3 (high)", which are other levels than here, so 3 is refused'
status 4 "or a note below" read_as asset 'Asset,C,I,A\nCRM,3,1,2\n\nScale: 1 = low; 2 = medium; 3 = high\n'
status 0 "as many as here are ours" read_as risk 'Risk register - scales: likelihood 1-5, impact 1-5, version 1.2\nRisk,Likelihood\nFire,4\n'
status 0 "a page is no scale" read_as risk 'Risk register, page 1/4 - 2026\nRisk,Likelihood\nFire,4\n'
T='Risk,Likelihood (1 to 3),Impact (1=high)\nFire,3,1\nFlood,1,5\n'
status 4 "numbers of another scale" read_as risk "$T"
said "are told how to be said" '--word="Likelihood (1 to 3):3=VALUE" says what that is here.'
status 0 "what each is here" read_as risk "$T" --word='Likelihood (1 to 3):3=5' --word='Likelihood (1 to 3):1=1' --word='Impact (1=high):1=5' --word='Impact (1=high):5=1'
equal "is taken" "$(field risk title=Fire current_likelihood)/$(field risk title=Fire current_impact)/$(field risk title=Flood current_impact)" 5/5/1
printf 'Risk,Likelihood (1 to 4)\nHail,3\n' >next.csv
status 4 "in one of another scale" noria import copy.noria next.csv --as=risk
said "it is asked again" '--word="Likelihood (1 to 4):3=VALUE" says what that is here.'
printf 'Risk,Likelihood\nHail,3\n' >next.csv
ok "in a table of our levels" noria import copy.noria next.csv --as=risk
equal "a number is what it is" "$(field risk title=Hail current_likelihood)" 3

# ---- C, I and A of risks ----
status 0 "needs beside the impact" read_as risk 'Risk,C,I,A,Likelihood,Impact\nLeak,5,1,2,3,5\n'
equal "are the impacts on each" "$(field risk title=Leak current_impact_c)/$(field risk title=Leak current_impact_i)/$(field risk title=Leak current_impact_a)/$(field risk title=Leak current_impact)" 5/1/2/5
status 0 "in French" read_as risk 'Risque,D,I,C,Vraisemblance\nFuite,5,1,2,3\n'
equal "by their letters" "$(field risk title=Fuite current_impact_c)/$(field risk title=Fuite current_impact_i)/$(field risk title=Fuite current_impact_a)/$(field risk title=Fuite current_impact)" 2/1/5/5
status 0 "L and I alone" read_as risk 'Risk,L,I\nFire,5,1\n'
equal "are likelihood and impact" "$(field risk title=Fire current_impact)" 1

# ---- what is over, and what is none ----
status 0 "a day of closing without a status" read_as incident 'Incident,Date detected,Date closed\nPhishing,03/02/2026,25/02/2026\nVirus,04/02/2026,26/02/2026\n'
said "is told" 'copy.csv:2: Closed on is given and Status is open: a record is over where Status says so. So it is in 1 more row.'
status 0 "beside a status that says so" read_as action 'Action,Done,Status\nA,2026-02-01,Done\nB,,In progress\n'
ok "nothing is told" sh -c '! grep "is over where" tap-output'
status 4 "1 and 0 of percentages" read_as action 'Action,Progress\nA,0\nB,1\n'
said "are parts or hundredths" 'Progress: 1 may be 1 % or all of it: no number of the column shows more; write 1 % or 100 %.'
status 0 "beside others" read_as action 'Action,Progress\nA,20\nB,1\n'
for name in All Multiple Tous Interne 'Vacant (ex Jane Doe)'; do
	status 4 "$name is nobody" read_as asset "Asset,Owner\nCRM,$name\n"
done
status 4 "yes and no where a day is asked" read_as action 'Action,Done\nA,Yes\nB,No\n'
said "is asked at the heading" 'Done (column B: no cell of it is a day, as Done on is)'
status 4 "controls in words" read_as risk 'Existing Controls,Risk\n"Antivirus, backups",Fire\n'
said "too" 'Existing Controls (column A: no cell of it has a number, by which Controls are known)'
status 0 "a key beside the table that is left out" read_as risk 'Risk,Likelihood,,Score,Meaning\nFire,3,,1,Rare\n,,,3,Possible\n' --skip=D --skip=E
said "is told" 'copy.csv:3: Nothing stands here but in columns that are left out.'
status 4 "no title beside a number" read_as incident 'Incident No,Description,Date detected\nI-1,Phishing,2026-02-03\n'
said "is told how to be said" 'Title must not be empty. No column is the Title of Incidents: --map=COLUMN=title says which is.'

# ---- names of files, words ----
mkdir named
for name in 'Registre des risques' 'Cartographie des risques 2026' 'Analyse de risques v2' 'Risk register' risk_register_2026 'ISMS Risk Register v1.2 FINAL'; do
	printf 'No;Risk;Owner;Likelihood\n1;Fire;;2\n' >"named/$name.csv"
	cp "$F" copy.noria
	ok "$name is of risks" noria import copy.noria "named/$name.csv"
done
printf 'Action;Owner\nWrite;\n' >"named/Plan d’actions 2026.csv"
cp "$F" copy.noria
ok "a plan of actions is of actions" noria import copy.noria 'named/Plan d’actions 2026.csv'
for name in 'Asset inventory' 'Inventaire des actifs'; do
	printf 'No;Name;Owner\n1;CRM;\n' >"named/$name.csv"
	cp "$F" copy.noria
	ok "$name is of assets" noria import copy.noria "named/$name.csv"
	equal "one is there" "$(field asset name=CRM name)" CRM
done
status 0 "conformity in words" read_as obligation 'Title;Conformité\nA;Conforme\nB;Non conforme\nC;Partiellement conforme\nD;Compliant\n'
equal "of each" "$(for i in A B C D; do field obligation title=$i conformity; done | tr '\n' '/')" met/none/partial/met/
status 0 "an objective that was not reached" read_as objective 'Objectif;Statut\nA;Atteint\nB;Non atteint\n'
equal "was missed" "$(field objective title=A status)/$(field objective title=B status)" done/missed
status 0 "feminine headings" read_as risk 'Risque;Probabilité actuelle;Impact actuel;Probabilité cible;Impact cible\nIncendie;2;4;1;3\n'
equal "are those of the others" "$(field risk title=Incendie current_likelihood)/$(field risk title=Incendie residual_likelihood)" 2/1

# ---- read once more ----
printf 'ID,Title\nX001,Theft\nX002,Fire\n' >src.csv
cp "$F" copy.noria
ok "a table with its own numbers" noria import copy.noria src.csv --as=risk
cp src.csv 'src (1).csv'
has "under another name changes nothing" '0 added, 0 changed, 2 left' noria import copy.noria 'src (1).csv' --as=risk
has "but where somebody says whose numbers they are" '0 added, 2 changed' noria import copy.noria src.csv --as=risk --source=Team
cp src.csv 'src - Copie.csv'
has "nor does another copy" '0 added, 0 changed, 2 left' noria import copy.noria 'src - Copie.csv' --as=risk
printf 'Risk,Owner\nPhishing,Jo Roy\nPhishing,Ann Ray\n' >same.csv
ok "rows of one name by their refs alone" noria import copy.noria same.csv --as=risk --key=ref
said "are told to be added again" 'no column is the ref, so that each row is a new record; read once more, the table adds them again.'

# ---- words and days ----
status 4 "points beside a month that is first" read_as action 'Title,Due\nA,05.06.2027\nB,12/31/2026\n'
said "are days first" '05.06.2027 begins with the day and 12/31/2026 with the month'
status 0 "points with the month first throughout" read_as action 'Title,Due\nA,05.06.2027\nB,12.31.2026\n'
equal "have it first" "$(field action title=A due)" 2027-05-06

# ---- tables of other programs, and columns that many tables have ----
status 0 "issues of a tracker" read_as action 'Issue key,Summary,Assignee,Status,Due date\nSEC-12,Patch OpenSSL,Jo Roy,In Progress,2026-11-30\n'
has "have their summary" 'Patch OpenSSL' noria show copy.noria AC-1
has "and their key" 'copy: SEC-12' noria show copy.noria AC-1
status 4 "a ticket that was opened" read_as incident 'Number,Short description,Opened\nINC1,Phishing,2026-10-03 08:14\n'
said "was noticed or reported then" 'Opened (column C) may be Detected or Reported'
status 0 "a list of machines" read_as asset 'Hostname;Propriétaire\nSRV1;jo.roy@example.org\nSRV2;lea.martin-petit@example.org\nSRV3;info.securite@example.org\n'
equal "whose owner is named in the address" "$(field person 'name="Jo Roy"' mail)" jo.roy@example.org
equal "of whatever name" "$(field person 'name="Lea Martin-Petit"' mail)" lea.martin-petit@example.org
equal "but where it is no name" "$(field person name=info.securite@example.org mail)" info.securite@example.org
cp "$F" copy.noria
noria add copy.noria person name="Jo Roy" >/dev/null
printf 'Hostname;Propriétaire\nSRV1;jo.roy@example.org\n' >machines.csv
has "and who is known without an address is meant" '1 added, 0 changed' noria import copy.noria machines.csv --as=asset
said "which is told" 'Owner: "jo.roy@example.org" is taken for P-1 Jo Roy.'
noria set copy.noria P-1 mail=jr@example.org >/dev/null
printf 'Hostname;Propriétaire\nSRV9;jo.roy@example.org\n' >machines.csv
has "but nobody who has another one" 'jo.roy@example.org was added' noria import copy.noria machines.csv --as=asset
status 0 "the score of a risk" read_as risk 'Risk,Likelihood,Impact,Score,Residual L,Residual I,Residual risk\nRansom,4,5,20,2,5,10\n'
said "is worked out here" 'the column "Score" is not read; Current level is worked out by the program.'
said "and what is left" 'the column "Residual risk" is not read; Residual level is worked out by the program.'
status 0 "under the ratings of two states" read_as risk ',Inherent,,,Residual,,\nRisk,Likelihood,Impact,Score,Likelihood,Impact,Score\nRansom,4,5,20,2,5,10\n'
said "it is of each" 'Inherent level is worked out by the program.'
status 0 "a product of letters" read_as risk 'Risk,L,I,LxI,Decision\nRansom,4,5,20,Reduce\n'
said "is that level, too" 'the column "LxI" is not read'
status 0 "and with its sign" read_as risk 'Risque;Proba;G;P×G;Prob. résiduelle;Gravité résiduelle\nRansom;4;5;20;1;2\n'
equal "beside what is cut short" "$(field risk title=Ransom current_likelihood)/$(field risk title=Ransom residual_likelihood)" 4/1
status 4 "where it stands alone" read_as risk 'Risque;Criticité\nRansom;20\n'
said "it is asked for" 'Criticité (column B: Current level is worked out by the program)'
status 0 "O and N where the heading says so" read_as applicability 'Control;Applicable (O/N);Implemented (O/N)\n5.7;O;O\n5.9;N;N\n'
equal "are oui and non" "$(field applicability control=2022:A.5.7 applicable)/$(field applicability control=2022:A.5.9 applicable)" yes/no
equal "of the status, too" "$(field applicability control=2022:A.5.7 status)/$(field applicability control=2022:A.5.9 status)" implemented/none
status 4 "O elsewhere" read_as applicability 'Control;Applicable\n5.7;O\n5.9;N\n'
said "is asked about" 'Applicable must be yes or no'
status 0 "Y and N under Implemented" read_as applicability 'Control,Applicable?,Implemented?\n5.7,Y,Y\n5.9,N,N\n'
equal "say what is done" "$(field applicability control=2022:A.5.7 status)" implemented
status 0 "a delay and a closing day" read_as nonconformity 'N°;Non-conformité;Date;Délai;Soldée le\n1;Badge;13/03/2026;30/04/2026;28/04/2026\n'
equal "are those of the record" "$(field nonconformity title=Badge due)/$(field nonconformity title=Badge closed)" 2026-04-30/2026-04-28
status 0 "a table is called by what it holds" read_as decision 'Décision;Date;Décideur;Contexte\nOutsource;13/03/2026;Jo Roy;Cost\n'
equal "which is the title" "$(field decision title=Outsource signatory)" P-1
status 0 "roles by their holders" read_as role 'Rôle;Titulaire;Suppléant;Depuis\nRSSI;Jo Roy;Jeanne Roy;13/09/2025\n'
equal "hold them since" "$(field role title=RSSI holders)/$(field role title=RSSI assigned)" P-1/2025-09-13
status 0 "the name of a role" read_as role 'Nom;Missions\nDPO;Advice\n'
equal "is nobody" "$(field role title=DPO holders)" ''
status 0 "words that the column knows" read_as applicability 'Control;Exclu\nA.5.7;Oui\nA.5.9;Non\n' --map=B=applicable --word=Exclu:Oui=no --word=Exclu:Non=yes
said "mean what somebody says" 'Applicable: "Oui" is read as no.'
equal "and nothing else" "$(field applicability control=2022:A.5.7 applicable)/$(field applicability control=2022:A.5.9 applicable)" no/yes
status 0 "numbers, too" read_as risk 'Risk,Likelihood,Impact\nRansom,4,1\n' --word=Impact:1=5
equal "by the scale of the table" "$(field risk title=Ransom current_impact)" 5
status 0 "and choices" read_as action 'Action,Priority\nRansom,High\n' --word=Priority:High=low
equal "are what is said" "$(field action title=Ransom priority)" low
status 0 "feminine participles" read_as policy 'Politique;Approuvée le;Approuvée par\nPSSI;13/01/2026;Jo Roy\n'
equal "are those of the masculine" "$(field policy title=PSSI signed)/$(field policy title=PSSI signatory)" 2026-01-13/P-1
finish
