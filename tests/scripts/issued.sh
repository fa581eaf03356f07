# The print of an issued SoA: from the document that was frozen, the same bytes whatever the file becomes; the live one is a draft.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/S.noria
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)
forms='text html'
test -z "$has_pdf" || forms="$forms pdf"
test -z "$has_xlsx" || forms="$forms xlsx"
export SOURCE_DATE_EPOCH=1795000000 forms

noria new "$F" --organisation='Atelier Duval' >/dev/null 2>&1
may_issue "$F" 'Jeanne Roy'
{
	echo ref,applicable,reasons,status
	noria list "$F" applicability --format=csv | sed 1d | cut -d, -f1 | sed 's/$/,yes,law,implemented/'
} >answers.csv
noria import "$F" answers.csv --as=csv:applicability >/dev/null
noria set "$F" ORG-1 activity='Watches and clocks' scope='The workshop' exclusions='The shop'
noria add "$F" scope title='Bench of repairs' included=yes >/dev/null
noria add "$F" risk title='Theft of gold' controls=2022:A.5.1 >/dev/null
noria add "$F" action title='Buy a safe' control=2022:A.5.1 >/dev/null
noria add "$F" evidence title='Bill of the safe' date=2026-10-13 control=2022:A.5.1 >/dev/null
noria add "$F" exception title='Old till' control=2022:A.5.1 >/dev/null
noria set "$F" soa:2022:A.5.1 reasons=law,risk justification='The insurer asks' owner='Karim Benali' maturity=3 planned=2026-10-10 implementation='Locked at night' evidence='Photograph of the safe'
noria set "$F" soa:2022:A.5.2 status=partial
noria set "$F" soa:2022:A.5.3 status=planned
noria set "$F" soa:2022:A.5.4 status=none
noria set "$F" soa:2022:A.5.5 status=
noria set "$F" soa:2022:A.5.6 applicable=no status= reasons= justification='Nobody to talk to'
has "before the first issue it is a draft" 'draft; no version was issued' noria export "$F" soa --format=text
noria issue "$F" 1.0 approver='Jeanne Roy' function='Manager' date=2026-11-20 --without-assessment=none >said 2>&1
status 0 "issued" noria issue "$F" 1.0 approver='Jeanne Roy' function='Manager' date=2026-11-20

# ---- what it says ----

squeeze() {
	sed 's/\xc2\xad//g' | tr -d ' \n\t\f-' | sed 's/\xc2\xa0//g; s/\xe2\x81[\xa8\xa9]//g'
}
text_of() { # WHAT FORM
	case $2 in
	text) noria export "$F" "$1" --format=text ;;
	html) noria export "$F" "$1" --format=html | sed 's/<style>/\n&/; s/<[^>]*>//g' ;;
	pdf) noria export "$F" "$1" --format=pdf --output=r.pdf && pdftotext -raw r.pdf - ;;
	xlsx) noria export "$F" "$1" --format=xlsx --output=r.xlsx && unzip -p r.xlsx 'xl/worksheets/*.xml' 'xl/sharedStrings.xml' 2>/dev/null | sed 's/<[^>]*>/ /g' ;;
	esac | squeeze
}
seal=$(noria show "$F" SO-1 --format=json | sed -n 's/.*"seal": "\([0-9a-f]*\)".*/\1/p')
says_all() { # FORM TEXT...
	form=$1
	shift
	text_of soa:SO-1 "$form" >shown
	for said; do
		grep -qF -e "$(printf '%s' "$said" | squeeze)" shown || echo "missing in $form: $said"
	done >missing
	cat missing
	! test -s missing
}
for form in $forms; do
	case $form in
	xlsx) ok "$form: the lines" says_all $form 'Policies for information security' 'The insurer asks' 'Karim Benali' 'Photograph of the safe' ;;
	*) ok "$form: version, approver, function, day, seal, and all of a line" says_all $form 'Atelier Duval' 'Watches and clocks' 'Jeanne Roy' Manager 1.0 2026-11-20 "$seal" \
		'Bench of repairs' 'The workshop' 'The shop' 'The insurer asks' 'Karim Benali' 'Locked at night' 'Photograph of the safe' 'Theft of gold' 'Buy a safe' 'Bill of the safe (2026-10-13)' \
		'Old till' 'Nobody to talk to' 'Organizational controls' ;;
	esac
done
count_of() { # LABEL
	noria export "$F" soa:SO-1 --format=text | sed -n '/^Counts/,/^Legend/p' | sed -n "s/^$1  *\([0-9]*\)\(\/[0-9]*\)\{0,1\}\( .*\)\{0,1\}\$/\1/p" | tail -1
}
counts='Applicable Excluded Not.decided Implemented Partly.implemented Planned Not.started Status.not.said'
for label in $counts; do
	ok "a count of its own: $label" test -n "$(count_of "$label")"
done
count_sum() {
	total=0
	for label; do
		total=$((total + $(count_of "$label" | grep . || echo 1000)))
	done
	echo $total
}
ok "every control is decided, excluded or not decided" test "$(count_sum Applicable Excluded Not.decided)" = 93
ok "every one that applies has its status, or it is not said" test "$(count_of Applicable)" = "$(count_sum Implemented Partly.implemented Planned Not.started Status.not.said)"
ok "it was not said of one" test "$(count_of Status.not.said)" = 1
order() { # FORM: table, approval, detail
	noria export "$F" soa:SO-1 --format=html | grep -o '<h2[^>]*>[^<]*' | sed 's/.*>//' >order
	printf '%s\n' 'Controls, all in one table' Approval Scope 'Changes since the version before' Counts Legend | diff - order | grep '^<'
	test $? = 1
}
ok "the table comes first, the approval behind it, then scope, counts and the lines" order

# ---- the live one ----

has "without a change it is a draft" 'draft, no line changed since version 1.0' noria export "$F" soa --format=text
noria set "$F" soa:2022:A.5.2 status=implemented
noria set "$F" soa:2022:A.5.3 status=implemented
has "it tells how many lines changed" 'draft, 2 lines changed since version 1.0' noria export "$F" soa --format=text
has "so does the statement itself" 'Since it was issued      2 lines were changed since' noria show "$F" SO-1
noria export "$F" soa --format=text >live
ok "it bears no version and no approver of its own" sh -c '! grep -qE "^(Version|Approved by|Issued on|Name  )" live'
noria undo "$F" >/dev/null
noria undo "$F" >/dev/null
has "what was taken back is no change" 'no line changed since' noria show "$F" SO-1

# ---- the same bytes, whatever becomes of the file ----

prints() { # FOLDER
	mkdir -p "$1"
	for form in $forms xml; do
		noria export "$F" soa:SO-1 --format=$form --output="$1/en.$form" || return 1
		LANGUAGE=fr LC_ALL=fr_FR.UTF-8 noria export "$F" soa:SO-1 --format=$form --output="$1/fr.$form" || return 1
	done
}
ok "printed" prints before
noria set "$F" ORG-1 name='Atelier Martin' activity=Bread scope=Everything exclusions=
noria set "$F" SC-1 title='Oven'
noria set "$F" soa:2022:A.5.1 reasons=law justification=Other owner='Jeanne Roy' status=none maturity=5 implementation=Open evidence=None evidence_date=2026-11-23 planned=
noria set "$F" soa:2022:A.5.2 applicable=no reasons= justification=Gone status=
noria set "$F" "$(noria list "$F" person --where='name="Karim Benali"' --format=tsv | tail -1 | cut -f1)" name='Somebody else'
noria set "$F" "$(noria list "$F" person --where='name="Jeanne Roy"' --format=tsv | tail -1 | cut -f1)" name='Jeanne Martin'
noria set "$F" R-1 title='Theft of flour' status=closed
noria set "$F" AC-1 title='Buy a lock'
noria set "$F" EV-1 title='Bill of the lock' date=2026-11-01
noria set "$F" EX-1 title='New till'
noria add "$F" evidence title='Another' date=2026-11-02 control=2022:A.5.1 >/dev/null
noria set "$F" iso5x5 title='Other method' >/dev/null 2>&1
noria set "$F" "$(noria list "$F" level --where='scale=maturity value=3' --format=tsv | tail -1 | cut -f1)" name='Renamed' >/dev/null 2>&1
noria add "$F" control catalogue=own number=X.1 title='Guard dogs' >/dev/null
noria set "$F" soa:own:X.1 applicable=yes reasons=law
noria add "$F" assessment title=Second date=2026-11-21 status=closed >/dev/null
has "the next version" SO-2 noria issue "$F" 1.1 approver='Jeanne Martin' function='Manager' date=2026-11-23
NORIA_CLOCK=2027-01-04T09:30:00Z
export NORIA_CLOCK
ok "printed again, later" prints after
for form in $forms xml; do
	ok "$form: the same bytes" cmp before/en.$form after/en.$form
	ok "$form in French: the same bytes" cmp before/fr.$form after/fr.$form
done
ok "the next one says what it holds itself" sh -c 'noria export "$1" soa:SO-2 --format=text >2.txt && grep -q "Atelier Martin" 2.txt && grep -q "Guard dogs" 2.txt && grep -q "New till" 2.txt && ! grep -q "Photograph of the safe" 2.txt' sh "$F"
ok "a statement is listed and printed by its ref alone" sh -c 'noria help export | grep -A2 "^  soa:REF" | grep -q pdf'
status 2 "no format that it has not" noria export "$F" soa:SO-1 --format=json
status 4 "of another record there is none" noria export "$F" soa:R-1 --format=text
ok "the file is whole" noria check "$F"
finish
