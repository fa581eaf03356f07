# Letters of acceptance: what does not hold today says so across the page and accepts nothing; one letter an owner.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/L.noria
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext && command -v pdfinfo)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)

fresh "$F" --organisation=Clinic
J=$(noria add "$F" person name="Jeanne Roy" function=Biologist)
K=$(noria add "$F" person name="Karim Benali")
N=$(noria add "$F" person name="Nobody Yet")
risk() { # TITLE OWNER
	noria add "$F" risk title="$1" owner="$2" current_likelihood=4 current_impact=3 residual_likelihood=2 residual_impact=3 treatment=retain
}
acceptance() { # RISK FIELD=VALUE...
	of=$1
	shift
	noria add "$F" acceptance risk="$of" level=3 function=Biologist "$@"
}
R1=$(risk Theft "$J") R2=$(risk Fire "$J") R3=$(risk Flood "$J") R4=$(risk Leak "$J") R5=$(risk Ransom "$J") R6=$(risk Loss "$K")
holds=$(acceptance "$R1" owner="$J" date=2026-10-01 expiry=2027-10-01 status=accepted)
expired=$(acceptance "$R2" owner="$J" date=2026-01-05 expiry=2026-11-20 status=accepted)
withdrawn=$(acceptance "$R3" owner="$J" date=2026-02-03 expiry=2027-02-03 status=accepted)
noria set "$F" "$withdrawn" status=withdrawn withdrawal='The cellar was sold.' >/dev/null
outgrown=$(acceptance "$R4" owner="$J" date=2026-03-02 expiry=2027-03-02 status=accepted)
noria set "$F" "$R4" residual_likelihood=5 residual_impact=5 >/dev/null
void=$(acceptance "$R6" owner="$J" date=2026-04-01 expiry=2027-04-01 status=accepted)
prepared=$(acceptance "$R5" owner="$J" kind=plan)

# text of a letter, one line.
letter() { # WHAT FORMAT
	noria export "$F" "$1" --format="${2:-text}" | tr '\n' ' ' | tr -s ' '
}
accepts() { # WHAT: in every form
	for format in text html; do
		letter "$1" $format | grep -qE 'I accept|I approve|I have taken note' || return 1
	done
	test -z "$has_pdf" || noria export "$F" "$1" --format=pdf | pdftotext -raw - - | grep -qE 'I accept|I approve|I have taken note'
}
accepts_nothing() { # WHAT
	for format in text html; do
		letter "$1" $format >letter && test -s letter && ! grep -qE 'I accept|I approve|I have taken note' letter || return 1
	done
}
ok "what holds is accepted" accepts acceptance:$holds
ok "what is prepared is the letter to be signed" accepts acceptance:$prepared
has "with a line to sign on" 'Signature ....' letter acceptance:$prepared
for ref in $holds $prepared; do
	ok "nothing stands across $ref" sh -c '! noria export "$1" acceptance:$2 --format=text | grep -qF "***" && ! noria export "$1" acceptance:$2 --format=html | grep -q "class=\"stamp\""' sh "$F" $ref
done

fallen() { # REF WORD FRENCH SENTENCE
	ok "$2: it accepts nothing" accepts_nothing acceptance:$1
	has "$2: the word at the head of the text" "*** $2 ***" noria export "$F" acceptance:$1 --format=text
	has "$2: across the page in HTML" "<div class=\"stamp\" aria-hidden=\"true\"><span>$2</span></div>" noria export "$F" acceptance:$1 --format=html
	has "$2: in French" "*** $3 ***" env LANGUAGE=fr noria export "$F" acceptance:$1 --format=text
	has "$2: told in the past, with the reason" "$4" letter acceptance:$1
	ok "$2: no line to sign on" sh -c '! noria export "$1" acceptance:$2 --format=text | grep -qF "......"' sh "$F" $1
	if test -n "$has_pdf"; then
		ok "$2: what is written is read through it" sh -c 'noria export "$1" acceptance:$2 --format=pdf >l.pdf && "$NORIA_BUILD/tests/unpacked" l.pdf | grep -aqE "/ca 0[.]1"' sh "$F" $1
		ok "$2: across the page in PDF, and not among what is read" sh -c 'noria export "$1" acceptance:$2 --format=pdf >l.pdf && pdftotext -raw l.pdf - | tr -d " \n" | grep -qF "$(echo "$3" | tr -d " ")" && ! pdfinfo -struct-text l.pdf | grep -qF "\"$3\"" && pdfinfo -struct-text l.pdf | grep -q "accepted what"' sh "$F" $1 "$2"
	else
		skip "PDF" "noria-pdf or poppler-utils is not there"
	fi
}
fallen $expired EXPIRED EXPIRÉE "accepted what remained of the risk $R2 (ISO/IEC 27001, clause 6.1.3 f). * It does not hold any more: It has expired."
fallen $withdrawn WITHDRAWN RETIRÉE "accepted what remained of the risk $R3 (ISO/IEC 27001, clause 6.1.3 f). * It does not hold any more: The cellar was sold."
fallen $outgrown "NO LONGER VALID" DÉPASSÉE "accepted what remained of the risk $R4 (ISO/IEC 27001, clause 6.1.3 f). * It does not hold any more: The risk is now above the level that was accepted, or is not rated."
fallen $void "NOT VALID" "NON VALABLE" "accepted what remained of the risk $R6 (ISO/IEC 27001, clause 6.1.3 f). * It does not hold: Who signed it did not own the risk on that day."
has "a signatory who is not the owner is still told" "The signatory is not the owner of the risk, who is Karim Benali." letter acceptance:$void
if test -n "$has_pdf"; then
	noria set "$F" "$R2" notes="$(seq -s ' word' 1 1500)" >/dev/null
	ok "the word stands on every page" sh -c 'noria export "$1" acceptance:$2 --format=pdf >l.pdf && n=$(pdfinfo l.pdf | sed -n "s/^Pages: *//p") && test "$n" -gt 1 && test "$(pdftotext -raw l.pdf - | tr -d " \n" | grep -o EXPIRED | wc -l)" = "$n"' sh "$F" $expired
fi

# ---- one letter an owner ----

noria export "$F" acceptance-letter:$J --format=csv >owner.csv
row() { # REF PART
	awk -v ref="$1" -v part="$2" 'BEGIN { RS = ""; FS = "\n" } { n++ } n == part { for (i = 2; i <= NF; i++) if (index($i, ref ",") == 1) found = 1 } END { exit !found }' owner.csv
}
ok "what is to be signed" row $prepared 1
ok "what is in force" row $holds 2
for ref in $expired $withdrawn $outgrown $void; do
	ok "$ref does not hold any more" row $ref 3
done
ok "each acceptance stands once" sh -c 'test "$(grep -c "^RC-" owner.csv)" = 6'
ok "with risk, level, until when and the day of the signature" sh -c 'grep -q "^$1,$2  Theft,residual risk accepted,.*,2027-10-01,2026-10-01\$" owner.csv' sh $holds $R1
ok "and why the others do not hold" grep -q "^$withdrawn,.*,2026-02-03,The cellar was sold.\$" owner.csv
has "the owner signs once for all" "Name Jeanne Roy Function Biologist Date ...." letter acceptance-letter:$J
ok "it accepts" accepts acceptance-letter:$J
has "who accepted nothing is told so" "This person has accepted no risk, and none is prepared to be signed." letter acceptance-letter:$N
ok "and has nothing to sign" sh -c '! noria export "$1" acceptance-letter:$2 --format=text | grep -qF "......"' sh "$F" $N
status 4 "it is of a person" noria export "$F" acceptance-letter:$R1
noria set "$F" "$holds" status=withdrawn withdrawal='Sold too.' >/dev/null
noria set "$F" "$prepared" owner="$K" >/dev/null
has "where nothing holds any more the letter says so" "*** NO LONGER VALID ***" letter acceptance-letter:$J
ok "and accepts nothing" accepts_nothing acceptance-letter:$J
if test -n "$has_xlsx"; then
	ok "a workbook says so above its header" sh -c 'noria export "$1" acceptance-letter:$2 --format=xlsx >l.xlsx && unzip -p l.xlsx xl/worksheets/sheet1.xml >x.xml && grep -oE "<c r=\"A1\"[^>]*>.{0,60}" x.xml | grep -q "NO LONGER VALID" && grep -oE "<c r=\"A2\"[^>]*>.{0,40}" x.xml | grep -q "Ref" && grep -q "<autoFilter ref=\"A2:" x.xml' sh "$F" $J
else
	skip "XLSX" "noria-xlsx or unzip is not there"
fi
finish
