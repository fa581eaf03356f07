# Reports: every field in every form, hostile texts, helpers that are there, missing or broken.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/S.noria
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdfinfo >/dev/null && command -v pdffonts >/dev/null && command -v pdfimages >/dev/null && command -v pdftotext)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)

sample "$F"
may_issue "$F" 'Claire Valmont'
noria add "$F" scope title='Laboratory of Valmont' kind=activity included=yes interface='Network of the hospital' >/dev/null
noria add "$F" scope title='Veterinary branch' kind=activity included=no justification='Its own network and staff' >/dev/null
policy=$(noria add "$F" policy title='Charter of use' kind=topic owner='Jeanne Roy' text='Foreword
- lock the screen
- keep backups')
noria add "$F" rule policy=$policy title='Screens are locked' status=partial >/dev/null
assessment=$(noria add "$F" assessment title='First round' risk=R-1,R-2 reason='It suits us' conclusion='Few surprises')
acceptance=$(noria add "$F" acceptance risk=R-1 owner='Jeanne Roy' function=Biologist level=2 date=2026-11-01 expiry=2027-11-01 reason='Costs')
programme=$(noria add "$F" programme title='Audits of three years' start=2026-01-01 end=2028-12-31 frequency='Each clause once')
noria set "$F" AU-5 programme=$programme >/dev/null
export policy assessment acceptance programme

# One word a line, without marks of hyphenation and layout: what a page breaks is found again.
squeeze() {
	sed 's/\xc2\xad//g' | tr -d ' \n\t\f-' | sed 's/\xc2\xa0//g; s/\xe2\x81[\xa8\xa9]//g'
}

# The text of a report in a form.
report_text() { # WHAT FORM
	case $2 in
	text) noria export "$F" "$1" --format=text ;;
	html) noria export "$F" "$1" --format=html | sed 's/<style>/\n&/; s/<[^>]*>//g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&#39;/'"'"'/g; s/&amp;/\&/g' ;;
	pdf) noria export "$F" "$1" --format=pdf --output=r.pdf && pdftotext -raw r.pdf - ;;
	xlsx) noria export "$F" "$1" --format=xlsx --output=r.xlsx && unzip -p r.xlsx 'xl/worksheets/*.xml' 'xl/sharedStrings.xml' 2>/dev/null | sed 's/<[^>]*>/ /g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&amp;/\&/g' ;;
	esac
}

# The texts of all records of a register, a value a line: long texts, titles, names of people.
values() { # REGISTER FIELD...
	register=$1
	shift
	noria list "$F" "$register" --format=tsv | awk -F '\t' -v wanted=" $* " '
		NR == 1 { for (i = 1; i <= NF; i++) if (index(wanted, " " $i " ")) take[i] = 1; next }
		{ for (i in take) if ($i != "") print $i }' | sed 's/\\n/ /g' | sort -u
}

# The same, a line each: what is sought in it.
squeeze_lines() {
	sed 's/\xc2\xad//g' | tr -d ' \t\f-' | sed 's/\xc2\xa0//g; s/\xe2\x81[\xa8\xa9]//g'
}

# absent FILE: those of its lines whose squeezed words do not stand in the file "shown", with $about before them;
# where a line begins with a number and a blank, $counted is "yes" and they have to stand there so often.
absent() {
	if test "$counted" = yes; then sed 's/^ *[0-9]* //' "$1"; else cat "$1"; fi | squeeze_lines >sought
	LC_ALL=C awk -v about="$about" -v counted="$counted" '
		FILENAME == "shown" { shown = shown $0; next }
		FILENAME == "sought" { sought[FNR] = $0; next }
		sought[FNR] == "" { next }
		counted == "yes" {
			times = 0
			for (rest = shown; times < $1 && (at = index(rest, sought[FNR])); times++)
				rest = substr(rest, at + length(sought[FNR]))
			if (times < $1)
				print times " of" about ":" $0
			next
		}
		!index(shown, sought[FNR]) { print "missing" about ": " $0 }' shown sought "$1"
}

# These can fail.
echo 'one two, one' | squeeze >shown
printf '%s\n' 'o ne' 'three' >wanted
about='' counted=no
ok "what stands nowhere is found" test "$(absent wanted)" = "missing: three"
printf '%7d %s\n' 2 one 2 two >wanted
counted=yes
ok "and what stands too seldom" test "$(absent wanted)" = "1 of:      2 two"

all_there() { # WHAT FORM REGISTER FIELD...
	what=$1 form=$2
	shift 2
	values "$@" >values
	test -s values || { echo "no values"; return 1; }
	report_text "$what" "$form" | squeeze >shown
	# A header repeated inside a broken row stands between its halves: long texts are sought by their beginning.
	cut -c 1-60 values >wanted
	about=" in $form" counted=no
	absent wanted >missing
	cat missing
	! test -s missing
}

forms='text html'
test -z "$has_pdf" || forms="$forms pdf"
test -z "$has_xlsx" || forms="$forms xlsx"
for form in $forms; do
	part 4 || continue
	ok "SoA as $form: every text" all_there soa $form applicability justification implementation evidence
	ok "risks as $form: every text" all_there risks $form risk title scenario treatment_reason notes
	ok "actions as $form: every text" all_there actions $form action title description
	ok "scope as $form" all_there scope $form scope title justification interface
done

# Every line of a list over all registers: what the table says of it, in every form of the report.  Columns of the table, by number.
every_line() { # WHAT FORM COLUMN...
	what=$1 form=$2
	shift 2
	noria list "$F" "$what" --format=tsv | awk -F '\t' -v wanted="$*" 'NR > 1 { n = split(wanted, of, " "); for (i = 1; i <= n; i++) if ($of[i] != "") print $of[i] }' | sort >wanted
	test -s wanted || { echo "no lines"; return 1; }
	report_text "$what" "$form" | squeeze >shown
	# A ref is in the report as often as in the list; a title may be that of other records too.
	uniq -c wanted >wanted.counted
	about=" what is asked in $form" counted=yes
	absent wanted.counted >missing
	cat missing
	! test -s missing
}
# Broken lines of columns side by side are not in the order of reading in text and PDF: there only what stands whole.
for form in $forms; do
	part 4 || continue
	due='4 5' quality='2 3'
	case $form in text | pdf) due=4 quality=2 ;; esac
	ok "what is due as $form: every line" every_line due $form $due
	ok "quality as $form: every line" every_line quality $form $quality
	for check in $(noria list "$F" quality --format=tsv | tail -n +2 | cut -f1 | sort -u); do
		ok "quality as $form: the name of $check" grep -qF "$(printf '%s' "$check" | squeeze)" shown
	done
done
ok "the days of what is due, in their order" sh -c 'noria list "$1" due --format=tsv | tail -n +2 | cut -f1 >days
	LC_ALL=C noria export "$1" due --format=text | grep -oE "^[0-9]{4}-[0-9]{2}-[0-9]{2}" | cmp - days' sh "$F"
ok "what is late comes first, then month by month" sh -c 'noria export "$1" due --format=html | grep -o "<h2[^>]*>[^<]*" | sed "s/.*>//" >groups
	head -1 groups | grep -qx Late && grep -qx "January 2027" groups && test "$(sort groups | uniq -d)" = ""' sh "$F"
ok "each check with its explanation, and how to mend it" sh -c 'noria list "$1" quality --format=tsv | tail -n +2 | cut -f4 | sort -u >sentences
	test -s sentences && noria export "$1" quality --format=html >q.html && while IFS= read -r s; do grep -A1 "<h3[^>]*>$s" q.html | grep -q "<p" || { echo "$s"; exit 1; }; done <sentences' sh "$F"
ok "the quality of one check" sh -c 'noria export "$1" quality --where=check=evidence-expired --format=text >q.txt && grep -q "Expired evidence" q.txt && ! grep -q "Exception expired" q.txt' sh "$F"
has "the filter of what is due is told" 'Selection               owner="Jeanne Roy"' noria export "$F" due --where='owner="Jeanne Roy"' --format=text
fresh nothing.noria --organisation=Nobody
has "nothing can be due yet" 'No record has a day yet on which it is due.' noria export nothing.noria due --format=text
has "nothing is due of them" 'Nothing is due.' noria export nothing.noria due --where=register=risk --format=text
has "there is nothing that could fall short" 'There is nothing to look at yet' noria export nothing.noria quality --format=html
noria add nothing.noria asset name=Server owner="Jeanne Roy" >/dev/null 2>&1
has "nothing falls short" 'no record falls short' noria export nothing.noria quality --format=html
sample long.noria fr
french() { # REPORT
	LC_ALL=C.UTF-8 LANGUAGE=fr noria export long.noria "$1" --format=text
}
has "long titles are cut before a table is told row by row" "Avanc.  État" french actions
has "behind a consonant" "Prés.  Réuss." french awareness
ok "and rows stay whole" sh -c 'test $(LC_ALL=C.UTF-8 LANGUAGE=fr noria export long.noria actions --format=text | grep -cE "^AC-[0-9]+ .*[0-9]{2}/[0-9]{2}/[0-9]{4}") -eq 61'
status 2 "a filter that the agenda does not know" noria export "$F" due --format=html --where=colour=red

# Every line of every field that `noria show` tells, but the record's own ref, the refs of people, and what links here.
fields_there() { # REF WHAT
	noria export "$F" "$2" --format=text | squeeze >shown
	noria show "$F" "$1" | sed '1d; /^\(Holds today\|Created\) /,$d' | cut -c 26- | sed 's/^P-[0-9]* //; s/^2022://; /^$/d' | cut -c 1-18 >wanted
	test -s wanted || { echo "no fields"; return 1; }
	about='' counted=no
	absent wanted >missing
	cat missing
	! test -s missing
}
ok "all fields of a line of the SoA" fields_there soa:2022:A.5.1 soa
ok "all fields of a risk" fields_there R-1 risks
ok "all fields of an action" fields_there AC-1 actions
ok "all fields of an assessment" fields_there $assessment assessment:$assessment
ok "all fields of an acceptance" fields_there $acceptance acceptance:$acceptance

# ---- the table of reports, as the command line tells it ----

noria help export | awk '/^Reports, and/ { on = 1; next } !on { next } /^$/ { exit }
	/^  [A-Za-z]/ { if (name) print name, last; name = $1 } { last = $0 } END { print name, last }' | tr -d , >table
# The real ref of what takes one.
example() {
	case $1 in
	soa:REF) echo soa:SO-1 ;;
	policy:REF) echo policy:$policy ;;
	assessment:REF) echo assessment:$assessment ;;
	acceptance:REF) echo acceptance:$acceptance ;;
	audit:REF) echo audit:AU-4 ;;
	audit-plan:REF) echo audit-plan:$programme ;;
	acceptance-letter:REF) echo acceptance-letter:P-4 ;;
	review:REF) echo review:RV-2 ;;
	nonconformity:REF) echo nonconformity:NC-7 ;;
	incident:REF) echo incident:$incident ;;
	history:REF) echo history:R-1 ;;
	catalogue:REF) echo catalogue:iso27001-2022 ;;
	REGISTER) echo person ;;
	*) echo "$1" ;;
	esac
}
cp "$F" table.noria
incident=$(noria add table.noria incident title=Leak)
noria add table.noria training title=Basics planned=2026-11-02 held=2026-11-02 status=held >/dev/null
noria issue table.noria 1.0 approver='Claire Valmont' function='General manager' >/dev/null
comes_in() { # NAME FORMAT...
	name=$(example "$1")
	shift
	refused=
	for format in xml text html pdf xlsx csv tsv json ics; do
		# One of those that are not told is enough.
		case " $* :$refused" in
		*" $format "* | *:) ;;
		*) continue ;;
		esac
		noria export table.noria "$name" --format=$format >made 2>said
		got=$?
		case " $* :$format" in
		*" $format "*:pdf) test -n "$has_pdf" || continue ;;
		*" $format "*:xlsx) test -n "$has_xlsx" || continue ;;
		*" $format "*) ;;
		*) test $got = 2 || { echo "$format is not among the formats that are told of $name, and ends with $got"; return 1; }; refused=$format; continue ;;
		esac
		test $got = 0 && test -s made || { echo "$name as $format ends with $got: $(cat said)"; return 1; }
	done
}
ok "the command line tells all reports" test "$(wc -l <table)" -gt 10
while read -r name formats; do
	part 5 || continue
	ok "$name comes in the formats that are told of it, and in no other" comes_in "$name" $formats
done <table
ok "what is no report is answered by what there is" sh -c 'noria export table.noria nosuch 2>said; test $? = 2 &&
	while read -r name _; do test "$name" = REGISTER || grep -q "[ ,]$name\(,\|$\)" said || { echo "$name is not named"; exit 1; }; done <table'
has "what takes a record says so" 'history is made of one record: say history:REF.' noria export table.noria history
ok "printing tells those that come as text" sh -c 'noria help print | grep -q "^  dashboard " && ! noria help print | grep -q "^  catalogue:REF "'

# ---- what each report says ----

has "the scope statement in the SoA" 'Laboratory of Valmont (activity): Network of the hospital' noria export "$F" soa --format=text
has "the counts" '/93' noria export "$F" soa --format=text
noria new draft.noria >/dev/null 2>&1
has "a draft says so" 'draft; no version was issued' noria export draft.noria soa --format=text
has "the policy's items" '  - lock the screen' noria export "$F" policy:$policy --format=text
has "the policy's rules" 'Screens are' noria export "$F" policy:$policy --format=text
has "another signatory is flagged" 'not the owner of the risk' noria export "$F" acceptance:$acceptance --format=text
has "an assessment names its risks only" 'R-2' noria export "$F" assessment:$assessment --format=text
ok "and no other" sh -c 'noria export "$1" assessment:$assessment --format=text >a.txt && grep -q "^R-2 " a.txt && ! grep -q "^R-9 " a.txt' sh "$F"
has "history" 'Changes, newest first' noria export "$F" history:R-1 --format=text
has "the dashboard in characters" '33 of 93  ████████▌░░░░░░' noria export "$F" dashboard --format=text
has "the action plan in characters" '━━━╍!┈┈' noria export "$F" actions --format=text
has "in a locale without them, of others" '33 of 93  #########' env LC_ALL=C noria export "$F" dashboard --format=text
has "and so the action plan" '###!!' env LC_ALL=C noria export "$F" actions --format=text
ok "and nothing else then" sh -c '! LC_ALL=C noria export "$1" dashboard --format=text | grep "[█░]"' sh "$F"
has "a locale that the machine lacks is taken at its word" '█' env LC_ALL=xx_YY.UTF-8 noria export "$F" dashboard --format=text
has "the treatment plan" 'Actions of the treatment' noria export "$F" treatment --format=text
ok "text keeps to 80 columns" sh -c 'for w in soa risks actions dashboard treatment scope policy:$policy acceptance:$acceptance assessment:$assessment history:R-1; do
	noria export "$1" $w --format=text | LC_ALL=C tr -d "\200-\277" | LC_ALL=C awk -v w=$w "length > 80 { print w, \$0; bad = 1 } END { exit bad }" || exit 1; done' sh "$F"
# A piece of evidence, which is confidential.
confidential=$(noria show "$F" soa:2022:A.5.1 --format=json | sed -n 's/.*"evidence": "\([^"]*\)".*/\1/p' | cut -c 1-24)
export confidential
ok "the extract has no confidential notes" sh -c 'test -n "$confidential" && 
	noria export "$1" soa --format=text | grep -q "${confidential}" &&
	for f in text html csv; do ! noria export "$1" soa-extract --format=$f | grep -q "${confidential}" || exit 1; done' sh "$F"
ok "a filter is told" sh -c 'noria export "$1" risks --where="owner=\"Jeanne Roy\"" --format=text | grep -q "^Selection"' sh "$F"
ok "a filter chooses" sh -c 'n=$(noria list "$1" risk --where="owner=\"Jeanne Roy\"" --format=tsv | wc -l)
	test "$n" -gt 1 && test "$(noria export "$1" risks --where="owner=\"Jeanne Roy\"" --format=html | grep -c "^<h3 .*>R-[0-9]")" = $((n - 1))' sh "$F"
status 4 "nor one for a record that is not there" noria export "$F" risks --where=owner=P-99 --format=csv
ok "actions of the risks chosen only" sh -c 'noria export "$1" treatment --where="owner=\"Jeanne Roy\"" --format=html | sed -n "/Actions of the treatment/,/Risk by risk/p" >t.html
	grep -c "<th scope=\"row\"" t.html | grep -qv "^0$" && risks=$(noria list "$1" risk --where="owner=\"Jeanne Roy\"" --format=tsv | cut -f1 | tr "\n" " ")
	noria list "$1" action --where=kind=treatment --format=json | grep -o "\"ref\": \"AC-[0-9]*\"\|\"risk\": \[[^]]*\]" | paste - - | while read -r _ ref _ of; do
		hit=; for r in $risks; do case $of in *\"$r\"*) hit=1 ;; esac; done
		shown=; grep -q ">$(echo "$ref" | tr -d "\"")<" t.html && shown=1
		test "$hit" = "$shown" || { echo "$ref $of"; exit 1; }
	done' sh "$F"
has "the dashboard counts the clauses, not their headings and items" "$(noria list "$F" requirement --where='rank=clause conformity=' --format=tsv | tail -n +2 | wc -l)" sh -c 'noria export "$1" dashboard --format=csv | sed -n "/^Requirements of clauses/,/^$/p" | sed -n "s/^not assessed,\([0-9]*\),.*/\1/p"' sh "$F"
status 2 "no such field in the filter" noria export "$F" risks --where=nosuch=1
status 2 "a filter where none can be" noria export "$F" dashboard --where=status=open
status 2 "no such paper" noria export "$F" soa --format=text --paper=a5
status 4 "no such record" noria export "$F" policy:PO-99 --format=text
status 4 "a record of another register" noria export "$F" policy:R-1 --format=text
has "a mark of one's own" 'For the auditor' noria export "$F" soa --format=text --mark='For the auditor'

# With both editions in the file, only the SoA's asks for requirements.
noria new two.noria --catalogue=iso27001-2022 --catalogue=iso27001-2013 >/dev/null 2>&1
has "another edition's requirements are not asked twice" "$(noria list two.noria requirement --where='rank=clause catalogue=iso27001-2022' --format=tsv | tail -n +2 | wc -l)" sh -c 'noria export two.noria dashboard --format=csv | sed -n "/^Requirements of clauses/,/^$/p" | sed -n "s/^not assessed,\([0-9]*\),.*/\1/p"'

# An issued version, and what was changed after it.
cp "$F" issued.noria
noria issue issued.noria 1.2 approver='Claire Valmont' function='General manager' >/dev/null
has "an issued version has its approver" 'Name          Claire Valmont' noria export issued.noria soa:SO-3 --format=text
NORIA_CLOCK=2026-11-25T09:30:00Z noria set issued.noria soa:2022:A.5.1 maturity=5
has "a line changed since is told" 'draft, 1 line changed since version 1.2' noria export issued.noria soa --format=text
ok "and nobody signs for it" sh -c '! noria export issued.noria soa --format=text | grep -q "^Name  *Claire Valmont"'
cp "$F" issued.noria
noria issue issued.noria 1.2 approver='Claire Valmont' function='General manager' >/dev/null
noria import issued.noria "$NORIA_SOURCE/data/catalogues/iso27001-2013.xml" >/dev/null 2>&1
NORIA_CLOCK=2026-11-25T09:30:00Z noria set issued.noria soa:2013:A.5.1.1 maturity=5
ok "a line of another catalogue is no change of the SoA" sh -c '! noria export issued.noria soa --format=text | grep -q "[0-9] lines\{0,1\} changed since"'
has "the closed assessment as it stood" 'these are the ratings as they stood then' noria export "$F" assessment:RA-1 --format=text

if test -n "$has_pdf"; then
	# Pages are turned where the wide table stands, and it is what auditors read: a line a control.
	turned() { # LANGUAGE: "COUNT LAST" of the landscape pages
		LANGUAGE=$1 noria export issued.noria soa:SO-1 --format=pdf --output=wide.pdf &&
			pdfinfo -f 1 -l 99 wide.pdf | sed -n 's/^Page *\([0-9]*\) size: *\([0-9.]*\) x \([0-9.]*\) .*/\1 \2 \3/p' | awk '$2 > $3 { n++; last = $1 } END { print n + 0, last + 0 }'
	}
	for language in en fr; do
		turned $language >wide
		read -r pages last <wide
		ok "the table of 93 controls takes 6 to 8 landscape pages ($language)" test "$pages" -ge 6 -a "$pages" -le 8
		ok "the approval stands on the page after it, and is not alone there ($language)" sh -c 'pdftotext -f $(($1 + 1)) -l $(($1 + 1)) wide.pdf - >page && grep -q "Claire Valmont" page && test "$(wc -l <page)" -gt 20 && test "$(pdfinfo wide.pdf | sed -n "s/^Pages: *//p")" -gt $(($1 + 1))' sh "$last"
	done
fi

# What clause 6.1.3 would not have is told where risks are judged.
noria new L.noria >/dev/null 2>&1
noria add L.noria risk title=Fire current_likelihood=5 current_impact=5 >/dev/null
noria add L.noria risk title=Water current_likelihood=5 current_impact=5 treatment=retain >/dev/null
noria add L.noria risk title=Wind current_likelihood=5 current_impact=5 treatment=modify >/dev/null
for report in risks treatment; do
	has "$report: risks without a decision are told" '2 risks stand above the threshold' noria export L.noria $report --format=text
done
ok "the dashboard counts them" sh -c 'noria export L.noria dashboard --format=text | grep -qE "Risks above the threshold undecided +2 of [0-9]+"'

# ---- HTML ----

noria export "$F" soa --format=html >s.html
if command -v xmllint >/dev/null; then
	ok "HTML parses" sh -c '! xmllint --html --noout s.html 2>&1 | grep -vE "Tag (bdi|nav|main|figure|figcaption|svg|header|footer|rect|text|title|desc|path|line) invalid" | grep "error"'
else
	skip "HTML" "xmllint is not there"
fi
ok "no script, no address" sh -c 'test -s s.html && ! grep -iE "<script|<link|https?://" s.html | grep -v "xmlns=\"http://www.w3.org/2000/svg\""'
ok "the language is said" sh -c 'grep -q "<html lang=\"en\">" s.html && LANGUAGE=fr noria export "$1" soa --format=html | grep -q "<html lang=\"fr\">"' sh "$F"
ok "headers of tables have a scope" sh -c 'grep -q "<th scope=\"col\"" s.html && ! grep -q "<th dir" s.html'
ok "figures are told in words" sh -c 'n=$(grep -c "<svg" s.html); test "$n" -gt 0 && test "$n" = "$(grep -c "<desc" s.html)"'
ok "headings leave no level out" sh -c 'grep -o "<h[1-6]" s.html | awk "{ n = substr(\$0, 3) } n > last + 1 { exit 1 } { last = n }"'
ok "the same twice" sh -c 'export SOURCE_DATE_EPOCH=1795000000; unset NORIA_CLOCK
	for f in html text; do noria export "$1" soa --format=$f >a; sleep 1; noria export "$1" soa --format=$f >b; cmp a b || exit 1; done' sh "$F"

# ---- hostile texts ----

H=$HOME/H.noria
noria new "$H" --organisation='<b>Org</b> & "Sons"' >/dev/null 2>&1
noria add "$H" risk title='<script>alert(1)</script>' scenario='=cmd|" /C calc"!A0' >/dev/null
noria add "$H" risk title="=HYPERLINK(\"x\")" >/dev/null
noria add "$H" risk title='مخاطر تسرب البيانات (CRM) עברית' >/dev/null
noria add "$H" risk title='＝1+1' >/dev/null
noria add "$H" risk title='-5' >/dev/null
noria add "$H" risk title='@SUM(1+1)' >/dev/null
noria add "$H" risk title='+1+cmd' >/dev/null
noria add "$H" risk title='-1+cmd' >/dev/null
ok "a script is text" sh -c 'noria export "$1" risks --format=html >h.html; ! grep -qi "<script" h.html && grep -q "&lt;script&gt;" h.html && ! grep -q "<b>Org" h.html' sh "$H"
ok "right-to-left text is kept apart" sh -c 'grep "مخاطر" h.html | grep -q "dir=\"auto\"" && ! grep "مخاطر" h.html | grep -vE "dir=\"auto\"|<bdi>"'
ok "CSV runs nothing" sh -c 'noria export "$1" risk --format=csv >h.csv; ! grep -qE "(^|,)\"?[=@+]|(^|,)\"?＝" h.csv && grep -q ",-5," h.csv' sh "$H"
for begins in = + - @ ＝; do
	ok "a text that begins with $begins is there, behind an apostrophe" sh -c 'LC_ALL=C.UTF-8 grep -qF -e ",'"'"'$1" -e ",\"'"'"'$1" h.csv' sh "$begins"
done
ok "and comes back as it was" sh -c 'cp "$1" I.noria; noria import I.noria h.csv --as=csv:risk 2>&1 | grep -q "0 changed" || noria import I.noria h.csv --as=csv:risk --dry-run 2>&1 | tail -1; test "$(noria list I.noria risk --format=tsv | md5sum)" = "$(noria list "$1" risk --format=tsv | md5sum)"' sh "$H"
ok "no control characters in any form" sh -c 'for f in text html csv; do ! noria export "$1" risks --format=$f | LC_ALL=C grep -q "[[:cntrl:]]" || noria export "$1" risks --format=$f | tr -d "\n" | LC_ALL=C grep -c "[[:cntrl:]]" | grep -qx 0 || exit 1; done' sh "$H"

# ---- PDF ----

if test -n "$has_pdf"; then
	ok "a PDF on A4" sh -c 'noria export "$1" soa --format=pdf --output=a4.pdf && pdfinfo a4.pdf | grep -q "(A4)"' sh "$F"
	ok "a PDF on letter" sh -c 'noria export "$1" soa --format=pdf --paper=letter >letter.pdf && pdfinfo letter.pdf | grep -q "(letter)"' sh "$F"
	has "its title" 'Statement of Applicability' pdfinfo a4.pdf
	ok "all fonts embedded" sh -c 'pdffonts a4.pdf | awk "NR > 2 { n++; if (\$(NF-4) != \"yes\") bad = 1 } END { exit bad || !n }"'
	# What a reader of PDF sees, however cairo packs it.
	pdftohtml -xml -i -stdout a4.pdf >a4.xml
	ok "bookmarks" sh -c 'sed -n "/<outline>/,\$p" a4.xml >bookmarks && cat bookmarks && grep -q "page=\"4\">Controls, all in one table<" bookmarks && grep -q ">A.5.1  Policies for information security<" bookmarks'
	ok "page numbers and mark on each page" sh -c 'n=$(pdfinfo a4.pdf | sed -n "s/^Pages: *//p"); test "$(pdftotext a4.pdf - | grep -c "^[0-9]*/$n\$")" -ge "$n" && test "$(pdftotext a4.pdf - | grep -c Confidential)" -ge "$n"'
	ok "the header of a table on each of its pages" sh -c 'first=$(pdftotext -layout -f 2 -l 2 a4.pdf - | sed -n "s/^Controls, all in one table .* \([0-9]*\)$/\1/p") && pdftotext -f $((first + 1)) -l $((first + 1)) a4.pdf - | grep -q "Applies"'
	# Contents: each heading with the page on which it is, and a link to it.
	pdftotext -layout -f 2 -l 3 a4.pdf contents.txt
	pdfinfo -struct a4.pdf >a4.structure 2>a4.said
	has "a page of contents" "Contents" cat contents.txt
	ok "each heading of two levels is in it" sh -c 'test "$(grep -c TOCI a4.structure)" = "$(grep -cE "^ *H3|^    H2" a4.structure)"'
	ok "and on the page that it tells" sh -c 'grep -E "^ *(A\.[5-8]\.1 |Legend|Scope|Approval)" contents.txt | awk "{ n = \$NF; sub(/ +[0-9]+\$/, \"\"); sub(/^ +/, \"\"); print n \"\t\" \$0 }" >entries
		test "$(wc -l <entries)" = 7 && while IFS="$(printf "\t")" read -r page title; do pdftotext -layout -f $page -l $page a4.pdf - | grep -qE "^ *$title *$" || { echo "$title is not on $page"; exit 1; }; done <entries'
	ok "each entry is a link to the page that it tells" sh -c 'n=$(grep -c TOCI a4.structure); pdftohtml -xml -i -f 2 -l 3 -stdout a4.pdf | sed -n "s/.*<a href=\"[^\"#]*#\([0-9]*\)\">\(<b>\)\{0,1\}\([0-9][0-9]*\) *\(<.b>\)\{0,1\}<.a>.*/\1 \3/p" >links
		cat links; test "$n" -gt 90 && test "$(awk "\$1 == \$2" links | wc -l)" = "$n" && test "$(wc -l <links)" = "$n" && test "$(pdfinfo -dests a4.pdf | tail -n +2 | wc -l)" = "$n"'
	ok "few pages have no contents" sh -c 'noria export "$1" quality --where=register=evidence --format=pdf --output=q.pdf && test "$(pdfinfo q.pdf | sed -n "s/^Pages: *//p")" -le 2 && ! pdfinfo -struct q.pdf | grep -q TOC' sh "$F"

	# The structure that screen readers follow.
	pdfinfo -struct-text a4.pdf >structure.txt
	has "a PDF is tagged" "Tagged:          yes" pdfinfo a4.pdf
	# Cairo from 1.18 on packs the objects itself, and only qpdf puts these in there.
	silent=$(noria --version | grep -q 'cairo 1\.1[0-7]\|qpdf' || echo silent)
	export silent
	"$NORIA_BUILD/tests/unpacked" a4.pdf >a4.objects
	ok "its language, and its title before its file's name" sh -c 'test -n "$silent" && exit 0; grep -aq "/Lang (en)" a4.objects && grep -aq "/DisplayDocTitle true" a4.objects && LANGUAGE=fr noria export "$1" soa --format=pdf >fr.pdf && "$NORIA_BUILD/tests/unpacked" fr.pdf | grep -aq "/Lang (fr)" && pdfinfo -struct-text fr.pdf | grep -q "Sommaire"' sh "$F"
	ok "headings, lists, tables with headers, figures" sh -c 'for tag in H1 H2 H3 P L LI Table TR TH TD Figure Sect; do grep -q "^ *$tag\b" structure.txt || { echo "no $tag"; exit 1; }; done'
	ok "every figure is told in words, every header what it heads" sh -c 'test -n "$silent" && exit 0; test "$(grep -aEc "/Alt ?(<|\\()" a4.objects)" = "$(grep -c "^ *Figure" structure.txt)" && test "$(grep -c "/Scope /" structure.txt)" = "$(grep -c "^ *TH" structure.txt)"'
	# With tags and contents, for 93 controls.
	ok "the whole SoA is a small file" sh -c 'size=$(wc -c <a4.pdf); echo "$size bytes"; test "$size" -lt 400000 && test "$(grep -c "^ *TD" structure.txt)" -gt 500'
	ok "a line's end parts words" grep -q "the laboratory system, the patient portal" structure.txt
	ok "neither headers nor page numbers are read" sh -c '! grep -qE "\"[0-9]+/[0-9]+\"" structure.txt && test "$(grep -c "\"Valmont Laboratories\"" structure.txt)" = 1'
	ok "a table's header is read once" sh -c 'test "$(grep -c "\"Maturity\"" structure.txt)" -le "$(grep -c "\"Applicable\"" structure.txt)" && test "$(grep -A40 "^    H2.*" structure.txt | grep -c "\"Number\"")" = 1'
	ok "the objects are where the file says" sh -c 'test -s a4.structure && cp a4.said said && pdftotext a4.pdf - >/dev/null 2>>said && ! test -s said'
	ok "the dashboard on one page" sh -c 'noria export "$1" dashboard --format=pdf --output=d.pdf && pdfinfo d.pdf | grep -q "^Pages: *1$"' sh "$F"
	ok "on letter and in French too" sh -c 'for language in en fr; do for paper in a4 letter; do
		LANGUAGE=$language noria export "$1" dashboard --format=pdf --paper=$paper --output=p.pdf && pdfinfo p.pdf | grep -q "^Pages: *1$" && test "$(pdfimages -list p.pdf | wc -l)" -le 2 || exit 1; done; done' sh "$F"
	ok "no picture in it: figures are vectors" sh -c 'test "$(pdfimages -list d.pdf | wc -l)" -le 2'
	ok "the same twice" sh -c 'export SOURCE_DATE_EPOCH=1795000000; noria export "$1" soa --format=pdf >a; sleep 1; noria export "$1" soa --format=pdf >b; cmp a b' sh "$F"
	ok "hostile titles in PDF" sh -c 'noria export "$1" risks --format=pdf >h.pdf && pdftotext h.pdf - | grep -q "<script>alert(1)</script>"' sh "$H"
	ok "right-to-left text in PDF" sh -c 'pdftotext -raw h.pdf - | grep -q "CRM"'
	ok "a row taller than a page is broken, not lost" sh -c '
		noria add "$1" risk title=Tall scenario="$(seq -s " word" 1 4000)" >/dev/null && noria export "$1" risks --format=pdf >t.pdf && pdftotext t.pdf - | grep -q "word4000"' sh "$H"
	ok "a document that was cut" sh -c 'printf NORIADOC1 | noria-pdf >/dev/null 2>said; test $? = 1 && grep -q "was cut" said'
	ok "no document" sh -c 'echo hello | noria-pdf >/dev/null 2>said; test $? = 1 && test -s said'
else
	skip "PDF" "noria-pdf or poppler-utils is not there"
fi

# ---- XLSX ----

if test -n "$has_xlsx"; then
	ok "XLSX" sh -c 'noria export "$1" actions --format=xlsx --output=a.xlsx && unzip -tq a.xlsx' sh "$F"
	ok "numbers are numbers, dates are dates" sh -c 'unzip -p a.xlsx xl/worksheets/sheet1.xml >x.xml; grep -q "<v>4[5-9][0-9][0-9][0-9]</v>" x.xml && grep -q "<v>0\.[0-9]*</v>" x.xml'
	ok "filters and a header that stays" sh -c 'grep -q "<autoFilter" x.xml && grep -q "state=\"frozen\"" x.xml'
	ok "no formula" sh -c 'noria export "$1" risks --format=xlsx >h.xlsx && ! unzip -p h.xlsx "xl/worksheets/sheet1.xml" | grep -q "<f>" && unzip -p h.xlsx "xl/worksheets/sheet1.xml" xl/sharedStrings.xml 2>/dev/null | grep -q "=HYPERLINK"' sh "$H"
	ok "one sheet of what is due, with dates and days as numbers" sh -c 'noria export "$1" due --format=xlsx >due.xlsx && unzip -p due.xlsx xl/workbook.xml | grep -o "<sheet " | wc -l | grep -qx 1 &&
		n=$(noria list "$1" due --format=tsv | wc -l) && unzip -p due.xlsx xl/worksheets/sheet1.xml >due.xml && test "$(grep -o "<row " due.xml | wc -l)" = "$n" &&
		test "$(grep -o "<c r=\"A[0-9]*\" s=\"[0-9]*\"><v>4[5-9][0-9]*</v>" due.xml | wc -l)" = $((n - 1)) && grep -q "<c r=\"B2\" s=\"[0-9]*\"><v>[0-9]*</v>" due.xml' sh "$F"
	ok "one sheet of the quality beside that of the checks and that of those set aside" sh -c 'noria export "$1" quality --format=xlsx >q.xlsx && unzip -p q.xlsx xl/workbook.xml | grep -o "<sheet " | wc -l | grep -qx 3 &&
		test "$(unzip -p q.xlsx xl/worksheets/sheet2.xml | grep -o "<row " | wc -l)" = "$(noria list "$1" quality --format=tsv | wc -l)"' sh "$F"
	ok "the dashboard's figures as sheets" sh -c 'noria export "$1" dashboard --format=xlsx >d.xlsx && unzip -p d.xlsx xl/workbook.xml | grep -o "<sheet " | wc -l | grep -qv "^[01]$"' sh "$F"
	ok "the same twice as XLSX" sh -c 'export SOURCE_DATE_EPOCH=1795000000; noria export "$1" risks --format=xlsx >a; sleep 1; noria export "$1" risks --format=xlsx >b; cmp a b' sh "$F"
	# A cell holds 32,767 units of UTF-16: what is longer is cut between characters, says so, and is told once.
	long() { # CHARACTER COUNT
		head -c "$2" /dev/zero | sed "s/\x00/$1/g"
	}
	cell() { # TITLE: the text of that risk's scenario in a workbook.
		noria export cells.noria risks --where="title=$1" --format=xlsx 2>said >l.xlsx && unzip -p l.xlsx "xl/worksheets/sheet1.xml" | grep -o "<t[^>]*>[^<]*" | sed "s/<t[^>]*>//" | awk '{ if (length > most) { most = length; text = $0 } } END { print text }' >cell
		iconv -f UTF-8 -t UTF-16LE cell >units
	}
	cp "$F" cells.noria
	noria add cells.noria risk title=Whole scenario="$(long é 32767)" >/dev/null
	noria add cells.noria risk title=Over scenario="$(long é 32768)" >/dev/null
	noria add cells.noria risk title=Wide scenario="x$(long 😀 20000)" >/dev/null
	cell Whole
	ok "a text that just fits a cell is whole" sh -c 'test "$(wc -c <units)" = $((32767 * 2 + 2)) && ! grep -q "cut" cell && ! test -s said'
	cell Over
	ok "one character more is cut, and the cell says so" grep -q 'éé… \[cut: [0-9]* characters; whole in CSV\]$' cell
	ok "by how many, so that nothing is taken for the whole" sh -c 'n=$(sed "s/.*cut: \([0-9]*\) .*/\1/" cell); test "$(tr -d -c "é" <cell | wc -m)" = $((32768 - n)) && test "$(wc -c <units)" -le $((32767 * 2 + 2)) && test "$(wc -c <units)" -ge $((32700 * 2))'
	has "and the command says how many" '1 text was cut to fit a cell; CSV has it whole.' cat said
	cell Wide
	ok "wide characters count for two, and none is cut in half" sh -c 'iconv -f UTF-8 -t UTF-8 cell >/dev/null && test "$(wc -c <units)" -le $((32767 * 2 + 2)) && test "$(wc -c <units)" -ge $((32700 * 2)) && grep -q "😀… \[cut: [0-9]* characters" cell'
	noria export cells.noria risk --format=xlsx 2>said >l.xlsx
	has "two texts are told once" '2 texts were cut to fit cells; CSV has them whole.' cat said
	ok "CSV has them whole" sh -c 'test "$(noria export cells.noria risk --where=title=Over --format=csv | tr -d -c "é" | wc -m)" = 32768'
	ok "what fits is not talked about" sh -c 'noria export "$1" risks --format=xlsx 2>said >l.xlsx && ! test -s said' sh "$F"
else
	skip "XLSX" "noria-xlsx or unzip is not there"
fi

# ---- the helpers ----

has "the version tells the parts" 'PDF: ' noria --version
if command -v ldd >/dev/null; then
	ok "the program links none of their libraries" sh -c 'ldd "$1/noria" >linked && test -s linked && ! grep -E "pango|cairo|xlsxwriter|cups|libzip" linked' sh "$NORIA_BUILD"
else
	skip "ldd" "ldd is not there"
fi

# Another build tree, whose helpers are missing, or broken.
mkdir -p elsewhere && cp "$NORIA_BUILD/noria" elsewhere/ && printf '%s\n%s\n' "$NORIA_SOURCE" "$HOME/elsewhere" >elsewhere/noria-build-tree
echo old >kept.pdf
status 5 "a missing helper" elsewhere/noria export "$F" soa --format=pdf --output=kept.pdf --force
has "says which" 'noria-pdf is not installed' elsewhere/noria export "$F" soa --format=pdf --output=kept.pdf --force
has "the old file stands" old cat kept.pdf
has "the version says so too" 'not installed' elsewhere/noria --version
printf '#!/bin/sh\nhead -c 100 >/dev/null\necho half\necho "out of paper." >&2\nexit 1\n' >elsewhere/noria-pdf
chmod +x elsewhere/noria-pdf
status 5 "a helper that fails" elsewhere/noria export "$F" soa --format=pdf --output=kept.pdf --force
has "its words are told" 'noria-pdf failed: out of paper.' elsewhere/noria export "$F" soa --format=pdf --output=kept.pdf --force
printf '#!/bin/sh\nkill -9 $$\n' >elsewhere/noria-pdf
status 5 "a helper that is killed" elsewhere/noria export "$F" soa --format=pdf --output=kept.pdf --force
has "the old file stands still" old cat kept.pdf
ok "nothing is left beside it" sh -c '! ls | grep -q part'
finish
