# The verdict: what an empty file answers, what a clause asks, what a human's word and an overrule do, how it stood.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
result() { # CLAUSE
	noria verdict "$F" --clause="$1" | sed -n "1s/^$1 *\(not assessed\|not met\|partly met\|met\).*/\1/p"
}
json() { # PYTHON over v
	noria verdict "$F" --format=json | sed -n "$1"
}

# Nothing recorded is not assessed: never a percentage, never a yes.
status 1 "an empty file is no yes" noria verdict "$F"
has "and says so" "Not assessed: nothing is recorded yet for any of the 33" noria verdict "$F"
ok "it is silent about failures" sh -c 'noria verdict "$1" 2>&1 >/dev/null | diff - /dev/null' sh "$F"
ok "every clause is not assessed" test "$(noria verdict "$F" | grep -c '^[0-9][0-9.]* .*not assessed')" -eq 33
ok "there is no percentage" sh -c '! noria verdict "$1" | grep "%"' sh "$F"
ok "nor in what is printed but in the tolerances" sh -c 'noria export "$1" verdict --format=text | sed "/^Tolerances/,/^The conditions/d" | tr -s "\n " " " | sed "s/\xc2\xa0/ /g; s/(asked: at [a-z]* [0-9]* %)//g" | grep "[0-9] %" && exit 1; exit 0' sh "$F"
has "it tells what to do first" "Have general management decide to begin" noria verdict "$F"
has "and the words that do it" "noria add FILE decision kind=begin" noria verdict "$F"
has "it says what it is not" "not a certification and not an audit" noria verdict "$F"
has "a step about what there is one of names it" "noria set FILE ORG-1 scope=" noria verdict "$F"
ok "it fits 80 columns" sh -c 'noria verdict "$1" | awk "length(\$0) > 240 { exit 1 }"; LC_ALL=C.UTF-8 noria verdict "$1" | sed "s/[^ -~]/x/g" | awk "length > 80 { print; bad = 1 } END { exit bad }"' sh "$F"

# What holds over nothing meets nothing: one record that nobody rated, planned or signed.
ok "no condition is ticked over nothing" sh -c '! noria verdict "$1" --format=json | grep "\"outcome\": \"met\", \"counts\": {\"all\": 0"' sh "$F"
ok "nothing that is asked is counted there" sh -c 'noria verdict "$1" --format=json | grep -c "\"outcome\": \"met\"" | grep -qx 1' sh "$F"
G=$HOME/one.noria
one() { # REGISTER FIELD=VALUE...
	cp "$F" "$G"
	noria add "$G" "$@" >/dev/null 2>&1
	! noria verdict "$G" | grep '^[0-9][0-9.]* .* \(partly met\|met\) ' | grep -v ' not met '
}
for record in "risk title=R" "action title=Doc" "issue title=I" "document title=D" "asset name=A" "audit title=A" "change title=C" "finding title=F" "incident title=I" "objective title=O" "policy title=P" "role title=R"; do
	ok "one record meets no clause: $record" one $record
done
one risk title=R
ok "nor does it half of one" test "$(noria verdict "$G" | grep -c '^6.1.3 [a-f-]* *not assessed *- ')" -eq 4

# No risk above the threshold is nothing to treat, once the risks are rated and a threshold is set.
rated() { noria verdict "$G" --clause=6.1.3.f | sed -n '1s/^6.1.3 f *\(not assessed\|not met\|partly met\|met\).*/\1/p'; }
noria set "$G" R-1 current_likelihood=1 current_impact=1 >/dev/null 2>&1
ok "rated without a threshold it is not assessed" test "$(rated)" = "not assessed"
noria add "$G" threshold method=iso5x5 level=2 date=2026-11-02 >/dev/null 2>&1
ok "rated below the threshold it is met: there is nothing to treat" test "$(rated)" = "met"
has "and no condition claims to be shown" "[.] f The owner of each risk above" noria verdict "$G" --clause=6.1.3.f
noria add "$G" risk title=Other >/dev/null 2>&1
ok "another risk that nobody rated could be above it" test "$(rated)" = "not assessed"
noria set "$G" R-2 current_likelihood=5 current_impact=5 >/dev/null 2>&1
ok "one above it is not met" test "$(rated)" = "not met"
has "those above it are told, and no other" '"all": 1, "fails": 1' sh -c 'noria verdict "$1" --clause=6.1.3.f --format=json | grep plan-approved' sh "$G"

# A decision that stands is not denied: it is told why it does not count, and what is to be done that it does.
cp "$F" "$G"
noria add "$G" decision kind=begin title=Begin date=2026-11-02 status=decided signatory="Ann Boss" function=CEO text=Go >/dev/null 2>&1
has "a decision that does not count is told" "Decided (D-1), but that decision does not count yet" noria verdict "$G"
has "with the reason" "held no role of general management" sh -c 'noria verdict "$1" | head -2 | tr "\n" " "' sh "$G"
has "by a key of its own" '"begin": "not_counted"' noria verdict "$G" --format=json
ok "the first step is to say who she is" sh -c 'noria verdict "$1" | sed -n "/^Next/{n;p}" | grep -q "Record that Ann Boss holds a role of general management"' sh "$G"
ok "told once" test "$(noria verdict "$G" | grep -c "Ann Boss holds")" -eq 1
has "by a line that names her" "noria add FILE role holders=P-1 title=... management=yes" noria verdict "$G"
noria add "$G" role title=Management management=yes holders=P-1 assigned=2026-01-05 >/dev/null 2>&1
has "then it counts" "Decided on 2 November 2026 by Ann Boss" noria verdict "$G"

# Wrong words.
status 2 "an unknown format" noria verdict "$F" --format=xml
status 4 "an unknown clause" noria verdict "$F" --clause=11.1
status 4 "no day" noria verdict "$F" --on=yesterday
status 4 "no snapshot yet" noria verdict "$F" --on=2026-01-01

# JSON says the same.
status 1 "JSON answers as the text does" noria verdict "$F" --format=json
has "with the verdict" '"verdict": "no"' noria verdict "$F" --format=json
has "each condition by its name" '"name": "policy-' noria verdict "$F" --format=json
has "and how many clauses are how" '"not_assessed": 33' noria verdict "$F" --format=json

# A clause: records, and the human's word, of which the lower counts.
add() { noria add "$F" "$@" 2>/dev/null; }
add issue title=Market kind=external relevant=yes >/dev/null
ok "something recorded that does not suffice is not met" test "$(result 4.1)" = "not met"
add issue title=Staff kind=internal relevant=yes >/dev/null
C=$(add issue title=Climate kind=external topic=climate relevant=no reason="No heat, no flood")
case $(result 4.1) in met | "partly met") tap_got=0 ;; *) tap_got=1 ;; esac
ok "all key conditions met, it is at least partly met" test $tap_got = 0
computed=$(result 4.1)
noria set "$F" 2022:4.1 conformity=none >/dev/null
ok "a human's lower word counts" test "$(result 4.1)" = "not met"
noria set "$F" 2022:4.1 conformity=met >/dev/null
ok "a human's higher word lifts nothing" test "$(result 4.1)" = "$computed"
has "whom a condition lacks is named" "Lacking 1: $C" sh -c 'noria set "$1" "$2" relevant= reason= >/dev/null; noria verdict "$1" --clause=4.1' sh "$F" "$C"
ok "and its clause falls" test "$(result 4.1)" = "not met"

# An overrule lifts it, is counted apart, and gives no yes.
E=$(add evidence title=Minutes date=2026-11-01 kind=referenced location=Shelf owner="Jeanne Roy")
has "what the records say is not said otherwise" "Of 4.1 the records say: not met." noria add "$F" overrule requirement=2022:4.1 from=partial to=met reason=Seen evidence="$E" by="Karim Benali" expiry=2027-05-01
status 4 "and is refused" noria add "$F" overrule requirement=2022:4.1 from=partial to=met reason=Seen evidence="$E" by="Karim Benali" expiry=2027-05-01
add overrule requirement=2022:4.1 to=met reason="Seen in the minutes" evidence="$E" by="Karim Benali" expiry=2027-05-01 >/dev/null
has "what the records say is written by the program" "By the records           not met" noria show "$F" OV-1
ok "a valid overrule lifts the clause" test "$(result 4.1)" = "met"
has "it is counted apart" "1 by overrule only" noria verdict "$F"
has "and told with its reason" "Seen in the minutes" noria verdict "$F"
has "one clause is met" "1 of 33 clauses is met, but 1 by overrule only" sh -c 'noria verdict "$1" | tr -s "\n " " "' sh "$F"
has "an overrule is told with its clause" "Seen in the minutes" noria verdict "$F" --clause=4.1
ok "and with no other" sh -c '! noria verdict "$1" --clause=4.2 | grep "by overrule\|Seen in"' sh "$F"
status 1 "it never gives a yes" noria verdict "$F"
noria set "$F" OV-1 status=withdrawn withdrawal=Mistake >/dev/null
ok "withdrawn, it lifts nothing" test "$(result 4.1)" = "not met"

# What is judged by the first that fails is told to the last.
for i in 1 2 3; do add issue title="Rumour $i" kind=external >/dev/null; done
has "a step says how many others lack the same" "(3 more)" noria verdict "$F"
has "a clause tells how many lack it" "Lacking 4: " noria verdict "$F" --clause=4.1
has "and so does JSON" '"fails": 4' noria verdict "$F" --clause=4.1 --format=json

# How it stood: kept when the SoA is issued.
S=$HOME/sample.noria
sample "$S"
has "what is to be recorded is named after what it is about" 'title="PO-3 comes into force"' noria verdict "$S"
has "with all that makes it whole" "responsibilities=..." noria verdict "$S"
# What a review at hand already says is not asked of another one: that one is held.
noria set "$S" RV-3 in_c="No needs changed" >/dev/null
has "a review that is planned is to be held" "Hold RV-3, and write" noria verdict "$S"
ok "none beside it is proposed" sh -c '! noria verdict "$1" | grep -q "noria add FILE review"' - "$S"
noria undo "$S" >/dev/null
# A clause that only what was said of it holds down has its step.
P=$HOME/held.noria
fresh "$P" --sample=perfect
noria set "$P" 2022:6.2 conformity=none
has "what holds a clause down is told" "Say anew how far 2022:6.2 is met" noria verdict "$P"
has "with the line that does it" "noria set FILE 2022:6.2 conformity=..." noria verdict "$P"
has "and in JSON" "\"condition\": \"answer\"" noria verdict "$P" --format=json
noria set "$P" 2022:6.2 conformity=met
ok "said anew, nothing is left" noria verdict "$P"
before=$(noria list "$S" snapshot --format=tsv | wc -l)
noria issue "$S" 9.0 approver="Claire Valmont" function=Director --without-assessment=Test >/dev/null 2>&1
ok "issuing the SoA takes a snapshot" test "$(noria list "$S" snapshot --format=tsv | wc -l)" -eq $((before + 1))
has "which tells how it stood" "As it stood on" noria verdict "$S" --on=2026-12-31
has "clause by clause" "6.1.3 d " noria verdict "$S" --on=2026-12-31
status 1 "and answers no" noria verdict "$S" --on=2026-12-31
has "in JSON too" '"format": "noria-snapshot/1"' noria verdict "$S" --on=2026-12-31 --format=json
ok "the file is whole" noria check "$S"

# ... when a review is signed, and when a cycle is closed; what is written in them later takes no other.
snapshots() { # KIND
	noria list "$S" snapshot "--where=kind=$1" | grep -c "^SN-"
}
ok "no review is signed yet" test "$(snapshots review)" -eq 0
review=$(noria add "$S" review title="An extra review" held=2026-10-30 status=done chair="Claire Valmont" decisions="Go on" \
	in_a=a in_b=b in_c=c in_d1=d in_d2=d in_d3=d in_d4=d in_e=e in_f=f in_g=g out_improve=i out_change=n)
noria set "$S" "$review" status=signed signatory="Claire Valmont" signed=2026-10-30 >/dev/null 2>"$HOME/said"
ok "signing a review takes a snapshot" test "$(snapshots review)" -eq 1
closed=$(snapshots close)
noria set "$S" CY-2 status=closed >/dev/null 2>"$HOME/said"
ok "closing a cycle takes a snapshot" test "$(snapshots close)" -eq $((closed + 1))
ok "one each" test "$(snapshots review)" -eq 1

# What a human says of 6.1.3 is said of all its letters: result and sentence agree on who carries it.
P=$HOME/perfect.noria
fresh "$P" --sample=perfect
noria set "$P" 2022:6.1.3 conformity=partial >/dev/null 2>&1
has "said of the whole, where all letters are met, it lowers the first" "6.1.3 a-c partly met" noria verdict "$P" --clause=6.1.3.a-c
has "and the lower counts" "Said: partly met. The lower of the two counts." noria verdict "$P" --clause=6.1.3.a-c
noria set "$P" RC-1 status=withdrawn withdrawal=No >/dev/null 2>&1
has "where a letter stands lower, that one carries it" "6.1.3 a-c met" noria verdict "$P" --clause=6.1.3.a-c
has "and is named" "which 6.1.3 f carries: it is not met" sh -c 'noria verdict "$1" --clause=6.1.3.a-c | tr -s "\n " " "' sh "$P"
has "in the report too" "partly met (6.1.3 f)" sh -c 'noria export "$1" verdict --format=text | tr -s "\n " " "' sh "$P"
noria set "$P" 2022:6.1.3 conformity=met >/dev/null 2>&1
noria set "$P" RC-1 status=accepted withdrawal= >/dev/null 2>&1

# What is met by overrule only makes no stage ready.
fresh "$P.2" --sample=perfect
P=$P.2
noria set "$P" PO-2 status=withdrawn withdrawal=No >/dev/null 2>&1
for clause in 5.1 5.2 6.2 7.5.1; do
	noria add "$P" overrule requirement=2022:$clause to=met reason="The board signed it again" evidence=EV-4 by=P-4 at=2026-11-20 expiry=2027-05-03 >/dev/null 2>&1
done
has "met by overrule only is told so" "33 of 33 clauses are met, but 4 by overrule only" sh -c 'noria verdict "$1" | tr -s "\n " " "' sh "$P"
has "no stage is ready by it" "Not for stage 1 yet: 3 points are missing" noria verdict "$P"
has "and the missing points say why" "5.2: not met by the records, met by overrule only" sh -c 'noria verdict "$1" | tr -s "\n " " "' sh "$P"
has "the day of an overrule is written as people write it" "jusqu’au 03/05/2027" sh -c 'LC_ALL=fr_FR.UTF-8 LANGUAGE=fr noria verdict "$1" | tr -s "\n " " "' sh "$P"
noria set "$P" CM-2 speaker= >/dev/null 2>&1
has "who may make one is told" "name another person under" noria add "$P" overrule requirement=2022:7.4 to=met reason=Seen evidence=EV-4 by=P-2 at=2026-11-20 expiry=2027-05-03
page1() { # FILE
	noria export "$1" verdict --format=pdf --output=page.pdf && pdftotext -l 1 page.pdf -
}
if command -v pdftotext >/dev/null && noria export "$P" verdict --format=pdf --output=page.pdf 2>/dev/null; then
	has "overrules stand on page 1" "The board signed it again" page1 "$P"
	has "with the sentences" "Is it implemented?" page1 "$P"
	ok "and no contents before them" sh -c '! pdftotext -l 1 page.pdf - | grep -x Contents'
fi
ok "in the text the overrules stand before the next steps" sh -c 'noria export "$1" verdict --format=text | awk "/judged otherwise/ && !o { o = NR } /^Next steps/ && !n { n = NR } /^Clause by clause/ && !c { c = NR } END { exit !(o && c && o < c && (!n || o < n)) }"' sh "$P"
ok "and in HTML, with no contents above" sh -c 'noria export "$1" verdict --format=html | tr -d "\n" | grep -q "judged otherwise.*Clause by clause" && ! noria export "$1" verdict --format=html | grep -q "<nav"' sh "$P"

# The SoA, the marks, and what is planned beside what was looked at.
has "the text tells of the SoA" "Version 1.0 (SO-1), issued on" noria verdict "$P"
has "marks are explained" "[x] met   [!] not met" noria verdict "$P" --clause=4.1
has "and where the rest of the records is told" "--format=json tells all" noria verdict "$P" --clause=6.1.3
has "what no audit looked at is missing for stage 2" "looked at by an audit" noria verdict "$S"
has "what is planned is said to be planned" "The programme plans each clause" sh -c 'noria verdict "$1" --clause=9.2.2 | tr -s "\n " " "' sh "$S"

# Where nothing shows a condition, what comes closest is named.
noria set "$P" ORG-1 officer=P-14 >/dev/null 2>&1
sqlite3 "$P" "UPDATE audit SET independent = NULL WHERE id = (SELECT id FROM record WHERE ref = 'AU-1')"
has "the audit that was held and is not independent is named" "Lacking: AU-1" noria verdict "$P" --clause=9.2.1
ok "and no planned audit of controls" sh -c '! noria verdict "$1" --clause=9.2.1 | grep "Lacking.*AU-2"' sh "$P"
ok "the reason is told once" test "$(noria show "$P" AU-1 | tr -s '\n ' ' ' | grep -o "security officer audits" | wc -l)" -eq 1
sqlite3 "$P" "UPDATE review SET draft_f = NULL WHERE id = (SELECT id FROM record WHERE ref = 'RV-1')"
has "the review without its figures is named" "Lacking: RV-1" noria verdict "$P" --clause=9.3.2

# Reports, in both languages.
has "the report begins with the sentences" "Is it implemented? Not yet" noria export "$S" verdict --format=text
has "and ends with what it is not" "not a certification" noria export "$S" documented --format=text
for what in verdict documented; do
	ok "$what as HTML" sh -c 'noria export "$1" "$2" --format=html | grep -q "</html>"' sh "$S" $what
done
finish
