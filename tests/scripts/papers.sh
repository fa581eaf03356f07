# What is handed to management: the treatment plan with its approvals, the preliminary study, the dashboard.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/P.noria
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext && command -v pdfinfo)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)

# A paper as text, one line.
paper() { # WHAT [OPTION...]
	noria export "$F" "$@" --format=text | tr '\n' ' ' | tr -s ' '
}

fresh "$F" --organisation=Clinic
# ---- a study of nothing ----
has "no decision is told" 'No decision says that and why an ISMS is begun.' paper study
has "what nobody said is told" 'Resources' paper study
has "none of none is not all" 'Obligations not assessed – 0' paper study
has "nobody has validated it" 'It is not validated yet: no decision of general management says so.' paper study

# ---- a study ----
M=$(noria add "$F" person name="Marie Alami" function="General manager")
J=$(noria add "$F" person name="Jeanne Roy")
noria add "$F" role title="General management" management=yes holders="$M" assigned=2026-01-05 >/dev/null
noria add "$F" decision title="We begin" kind=begin reasons=risk,client reasoning="Two clients ask for it." text="An ISMS is set up." date=2026-02-02 signatory="$M" function="General manager" status=decided >/dev/null
noria add "$F" issue title="Storms" kind=external relevant=yes effect="Recovery elsewhere" >/dev/null
noria add "$F" issue title="Market" kind=external >/dev/null
noria add "$F" party name="Patients" requirements="Secrecy" addressed=yes >/dev/null
noria add "$F" obligation title="GDPR" conformity=partial >/dev/null
noria add "$F" mechanism title="Backups" maturity=2 weakness="Never restored" >/dev/null
noria add "$F" scope title="Laboratory" kind=activity included=yes >/dev/null
noria add "$F" incident title="A laptop was lost" detected=2026-05-04T08:00Z severity=high >/dev/null
paper study >study
for what in 'We begin' 'An ISMS is set up.' 'Two clients ask for it.' 'Storms' 'Recovery elsewhere' 'Patients' 'Secrecy' 'GDPR' 'Backups' 'Never restored' 'Laboratory (activity)' 'A laptop was lost'; do
	has "the study says: $what" "$what" cat study
done
has "what is not said is counted, of how many" 'Issues of which it is not said whether they matter 1 2' cat study
has "a part of those that it concerns" 'Issues that matter, without their effect 0 1' cat study
has "the officer who is not named" 'Information security officer not said' cat study
D=$(noria add "$F" decision title="The study is validated" kind=study text="Validated with its gaps." date=2026-03-02 signatory="$J" function=CISO status=decided)
has "another signatory does not validate it" "It is not validated yet: the decision $D does not hold" paper study
D=$(noria add "$F" decision title="The study is validated" kind=study text="Validated with its gaps." date=2026-03-09 signatory="$M" function="General manager" status=decided)
has "general management does" "The study was validated by the decision $D of" paper study
has "with name and function" 'Name Marie Alami Function General manager Date' paper study
if test -n "$has_pdf"; then
	ok "it is signed on a page with what is missing" sh -c 'noria export "$1" study --format=pdf --output=s.pdf && n=$(pdfinfo s.pdf | sed -n "s/^Pages: *//p") && pdftotext -f "$n" s.pdf - >last && grep -q "What is not said yet" last && grep -q "Signature" last && grep -q "Marie Alami" last' sh "$F"
else
	skip "PDF" "noria-pdf or poppler-utils is not there"
fi

# ---- policies ----
policy() { # SIGNATORY FIELD=VALUE...
	signed=$1
	shift
	noria add "$F" policy title="A policy" kind=topic version=1 text=Text owner="$J" signatory="$signed" function=Director signed=2026-06-01 effective=2026-06-02 status=force "$@"
}
P1=$(policy "$J" review=2027-06-01)
P2=$(policy "$M" review=2026-07-01)
P3=$(policy "$M" review=2027-06-01)
has "a policy that another signed says so" 'This signature does not hold: who signed was not general management on that day' paper policy:$P1
has "across the page" '*** NOT VALID ***' paper policy:$P1
has "one whose review is past says so" 'It does not hold today: Its review is past' paper policy:$P2
ok "and bears no word across" sh -c '! noria export "$1" policy:$2 --format=text | grep -qF "***"' sh "$F" "$P2"
ok "one that holds says nothing" sh -c '! noria export "$1" policy:$2 --format=text | grep -qE "hold|[*][*][*]"' sh "$F" "$P3"

# ---- the treatment plan ----
risk() { # TITLE LIKELIHOOD IMPACT FIELD=VALUE...
	title=$1 likelihood=$2 impact=$3
	shift 3
	noria add "$F" risk title="$title" owner="$J" current_likelihood=$likelihood current_impact=$impact residual_likelihood=1 residual_impact=1 "$@"
}
approve() { # RISK
	noria add "$F" acceptance risk="$1" kind=plan level=1 owner="$J" function=Officer date=2026-06-01 expiry=2027-06-01 status=accepted
}
R1=$(risk Approved 5 4 treatment=modify)
R2=$(risk Outdated 5 4 treatment=modify)
R3=$(risk Unapproved 5 4 treatment=share)
R4=$(risk Undecided 5 5)
R5=$(risk Low 1 1)
R6=$(risk Gone 5 5 treatment=modify)
R7=$(risk Kept 1 1 treatment=retain)
R8=$(risk Avoided 5 5 treatment=avoid)
approve "$R1" >/dev/null
approve "$R2" >/dev/null
noria set "$F" "$R2" treatment=share >/dev/null
A1=$(noria add "$F" action title="Copy it elsewhere" kind=treatment owner="$M" due=2026-12-31 budget=1200 progress=40 status=ongoing risk="$R1")
A2=$(noria add "$F" action title="Train them" kind=improvement risk="$R3")
A3=$(noria add "$F" action title="Of no risk" kind=treatment)
A4=$(noria add "$F" action title="Of a risk that is gone" kind=treatment risk="$R6")
A5=$(noria add "$F" action title="Given up" kind=treatment status=cancelled risk="$R1")
noria set "$F" "$R6" status=closed >/dev/null
# The tables of the plan, each with an empty line behind it.
noria export "$F" treatment --format=csv >plan.csv
after() { # REF: the ref on the line below
	awk -F, -v ref="$1" 'last == ref { print $1 } { last = $1 }' plan.csv
}
approval() { # RISK
	awk -F, -v ref="$1" '$1 == ref && NF == 10 { print $10 }' plan.csv
}
same() { # NAME WANTED GOT
	ok "$1" test "$3" = "$2"
}
same "an action stands under its risk" "$A1" "$(after "$R1")"
same "whatever its kind" "$A2" "$(after "$R3")"
ok "with its owner, day, budget, progress and status" sh -c 'grep -q "^$1,– Copy it elsewhere,Marie Alami,,,2026-12-31,1200,40,under way,\$" plan.csv' sh "$A1"
same "an approval that is valid has its date" "$(LC_ALL=C date -d 2026-06-01 +%F)" "$(approval "$R1")"
same "one of another plan is outdated" "outdated (2026-06-01)" "$(approval "$R2")"
same "none is missing" missing "$(approval "$R3")"
same "nor is a risk approved that nobody decided on" missing "$(approval "$R4")"
same "a low risk that is kept needs none" "not needed" "$(approval "$R7")"
same "a low risk without a treatment is not in the plan" "" "$(approval "$R5")"
same "nor one that is closed" "" "$(approval "$R6")"
same "nor one that is avoided" "" "$(approval "$R8")"
has "they are counted" 'Approved by the owners: 1 of 4; outdated: 1; missing: 2.' paper treatment
ok "what left the register has its own part" sh -c 'noria export "$1" treatment --format=text | sed -n "/^Left the register/,/^Approval/p" >left && grep -q "^$2 " left && grep -q "^$3 " left && ! grep -q "^$4 " left' sh "$F" "$R6" "$R8" "$R1"
ok "and stands in no other" sh -c 'noria export "$1" treatment --format=text | sed "/^Left the register/,/^Approval/d" >rest && grep -q "^$2 " rest && ! grep -q "^$3 " rest && ! grep -q "^$4 " rest' sh "$F" "$R1" "$R6" "$R8"
ok "actions of no risk of the plan stand apart, each once" sh -c 'test "$(grep -c "^$1,– Of no risk" plan.csv)" = 1 && test "$(grep -c "^$2,– Of a risk that is gone" plan.csv)" = 1' sh "$A3" "$A4"
ok "what is given up does not" sh -c '! grep -q "^$1," plan.csv' sh "$A5"
ok "a part of the plan counts its own risks" sh -c 'noria export "$1" treatment --where="ref=$2" --format=text | grep -q "Approved by the owners: 1 of 1; outdated: 0; missing: 0."' sh "$F" "$R1"

# ---- the dashboard ----
has "no cycle is open" 'no cycle is open' paper dashboard
has "no SoA is there to compare with" 'Since the last SoA none is issued' paper dashboard
noria add "$F" cycle title="First turn" start=2026-01-05 end=2026-12-31 status=open >/dev/null
paper dashboard >figures
ok "it tells its period" grep -qE 'Period +.*2026-01-05 to 2026-12-31 \(First turn\)' figures
has "what is undecided is of the risks that count today" 'Risks above the threshold undecided 1 of 6' cat figures
has "actions are of all actions" 'Actions open 4 of 5' cat figures
has "a level is of all" 'Critical' cat figures
has "none of none is neither good nor bad" 'Audits late –' cat figures
has "controls have words of their own" 'controls without a decision 93 of 93' cat figures
has "so have risks" 'risks without a treatment' cat figures
ok "every figure has its whole" sh -c 'noria export "$1" dashboard --format=text | sed -n "/^Work/,\$p" | grep -E "[0-9–]" | grep -vE " [0-9]+ of [0-9]+( |\$)|  –|^Requirements" >bare; cat bare; ! test -s bare' sh "$F"
# "14 of 15  ###": of a line's bar and its two numbers, the same scale on all lines.
ok "a bar is a share of what its number is of" sh -c 'LC_ALL=C noria export "$1" dashboard --format=text | sed -n "/^Work/,\$p" | awk "match(\$0, /[0-9]+ of [0-9]+  #+/) { split(substr(\$0, RSTART, RLENGTH), p, /[ ]+/); if (p[1]) { n++; part = length(p[4]) / (p[1] / p[3]); if (p[1] * 4 > p[3] && (part < 21 || part > 29)) { print; bad = 1 } } } END { exit bad || n < 3 }"' sh "$F"
ok "no two figures of one page have the same words and another meaning" sh -c 'noria export "$1" dashboard --format=text | sed -n "/^Work/,\$p" | sed -n "s/  .*of.*//p" | grep -E "undecided|decided|said|without" | sort | uniq -d >twice; cat twice; ! test -s twice' sh "$F"
{
	echo ref,applicable,reasons,status
	noria list "$F" applicability --format=csv | sed 1d | cut -d, -f1 | sed 's/$/,yes,law,planned/'
} >answers.csv
noria import "$F" answers.csv --as=csv:applicability >/dev/null 2>&1
noria add "$F" assessment title="First round" status=closed date=2026-10-01 conclusion=Fair reason="It suits us" >/dev/null 2>&1
noria issue "$F" 1.0 approver="Marie Alami" function="General manager" date=2026-11-02 >/dev/null 2>&1
noria set "$F" soa:2022:A.5.1 status=implemented >/dev/null
noria set "$F" soa:2022:A.5.2 applicable=no justification="Nobody works there" status= >/dev/null
has "what changed since the last SoA, with its version and date" 'Since the SoA 1.0 of 2026-11-02 Controls 93 → 93 (=); Applicable 93 → 92 (-1); Implemented 0 → 1 (+1)' paper dashboard
ok "a workbook and CSV have it as a table" sh -c 'noria export "$1" dashboard --format=csv | grep -qx "Implemented,0,1,+1" || { noria export "$1" dashboard --format=csv | tail -5; exit 1; }' sh "$F"
if test -n "$has_pdf"; then
	ok "one page, on either paper and in either language" sh -c 'for language in en fr; do for paper in a4 letter; do LANGUAGE=$language noria export "$1" dashboard --format=pdf --paper=$paper --output=d.pdf --force && pdfinfo d.pdf | grep -q "^Pages: *1$" || exit 1; done; done' sh "$F"
fi
if test -n "$has_xlsx"; then
	noria export "$F" dashboard --format=xlsx >d.xlsx
	unzip -p d.xlsx xl/workbook.xml | grep -o '<sheet name="[^"]*"' | sed 's/.*="//; s/"$//' >sheets
	noria export "$F" treatment --format=xlsx >t.xlsx
	unzip -p t.xlsx xl/workbook.xml | grep -o '<sheet name="[^"]*"' | sed 's/.*="//; s/"$//' >>sheets
	ok "names of sheets fit" sh -c 'test "$(wc -l <sheets)" -gt 10 && ! LC_ALL=C.UTF-8 grep -E "^.{32}" sheets'
	ok "and end at words" sh -c 'grep -qx "Requirements of clauses 4 to 10" sheets && grep -qx "Actions that treat no risk of" sheets && ! grep "…" sheets'
fi
finish
