# The SoA carried from one edition of the controls to a later one: nothing is dropped.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
table=$NORIA_SOURCE/data/catalogues/correspondence.csv

# ---- the correspondences against the catalogues ----

fresh all.noria --catalogue=iso27002-2005 --catalogue=iso27001-2013 --catalogue=iso27001-2022
for catalogue in iso27002-2005 iso27001-2013 iso27001-2022; do
	noria list all.noria control --where="catalogue=$catalogue" --format=csv | sed 1d | cut -d, -f3 | sort >"$catalogue.numbers"
done
sed 1d "$table" | while IFS=, read -r from_catalogue from to_catalogue to certainty; do
	grep -qxF "$from" "$from_catalogue.numbers" || echo "$from_catalogue has no $from"
	test -z "$to" || grep -qxF "$to" "$to_catalogue.numbers" || echo "$to_catalogue has no $to"
	case $certainty in
	sure | likely) ;;
	*) echo "$from: $certainty" ;;
	esac
done >tap-output
! test -s tap-output
tap_result $? "every number of the correspondences is in its catalogue"
for pair in iso27002-2005 iso27001-2013; do
	sed 1d "$table" | grep "^$pair," | cut -d, -f2 | sort -u | comm -13 - "$pair.numbers" >tap-output
	! test -s tap-output
	tap_result $? "every control of $pair is covered"
done

# ---- 2005 to 2013 ----

noria new a.noria --catalogue=iso27002-2005
noria add a.noria risk title=Theft controls=2005:6.1.1,2005:7.2.2,2005:5.1.1 >added
noria add a.noria action title=Screens control=2005:11.5.5,2005:11.5.6 >added
noria add a.noria finding title=Late grade=minor control=2005:11.5.5 >added
noria add a.noria evidence title=Photo control=2005:11.5.6 >added
noria set a.noria soa:2005:5.1.1 applicable=yes reasons=law status=implemented implementation="A policy" owner="Jeanne Roy" maturity=4
noria set a.noria soa:2005:6.1.1 applicable=yes reasons=risk status=partial implementation="A committee"
noria set a.noria soa:2005:11.5.1 applicable=yes reasons=law status=implemented implementation="Log-on" maturity=4 owner="Ann Bee" planned=2026-01-01 evidence="Trace" evidence_date=2026-03-01
noria set a.noria soa:2005:11.5.5 applicable=yes reasons=risk,law status=partial implementation="Lock" maturity=2 owner="Ann Bee" planned=2026-10-10 evidence="Photo" evidence_date=2025-03-01
noria set a.noria soa:2005:11.5.6 applicable=no justification="no need" owner="Carl Dee"
cp a.noria before.noria

noria edition a.noria iso27001-2013 --dry-run --format=csv >plan.csv 2>said
tap_result $? "a dry run"
cmp a.noria before.noria >tap-output
tap_result $? "a dry run changes nothing"
has "a sure one is carried" '5.1.1,Information security policy document,carried,A.5.1.1,sure,carry,A.5.1.1,,' cat plan.csv
has "one into several is split" '11.2.1,User registration,split,"A.9.2.1,A.9.2.2",sure,carry' cat plan.csv
has "several into one are merged" '6.1.3,Allocation of information security responsibilities,merged,A.6.1.1,sure,carry' cat plan.csv
has "a likely one is open" '11.5.5,Session time-out,likely,A.9.4.2,likely,,,,' cat plan.csv
has "one without successor is open" '6.1.1,Management commitment to information security,none,,,,,,' cat plan.csv
has "what nothing answers is told" ',System security testing,new,,,,A.14.2.8,,' cat plan.csv
has "what is open is told" '30 decisions are open: 6.1.1, 6.1.2' cat said
test "$(cut -d, -f1 plan.csv | grep -c '^[0-9]')" -eq 133
tap_result $? "every old line stands in the plan"
ok "the plan as JSON" sh -c 'noria edition a.noria iso27001-2013 --dry-run --format=json 2>said | grep -qF "\"successors\": [\"A.9.2.1\",\"A.9.2.2\"]"'
has "the plan as a table says what answers each new control" '10.10.1, 10.10.2, 10.10.5' noria edition a.noria iso27001-2013 --dry-run

status 4 "open decisions refuse" noria edition a.noria iso27001-2013
cmp a.noria before.noria >tap-output
tap_result $? "and change nothing"
status 4 "an edition that is no later one" noria edition a.noria iso27002-2005
status 4 "an edition that is not known" noria edition a.noria iso99
status 2 "a format that is not known" noria edition a.noria iso27001-2013 --format=pdf

# decide LINES: a file of decisions
decide() { { echo 'number,decision,targets,reason,owner' && printf '%s\n' "$@"; } >decisions.csv; }
decide '6.1.1,close,,,'
status 4 "an end without a reason" noria edition a.noria iso27001-2013 --decisions=decisions.csv --accept-likely
decide '11.5.5,carry,A.99.1,,'
has "a target that is not there" 'decisions.csv:2: iso27001-2013 has no control A.99.1.' noria edition a.noria iso27001-2013 --decisions=decisions.csv
decide '11.5.5,perhaps,,,'
has "a decision that is none" 'There is no decision "perhaps"; it is carry, own or close.' noria edition a.noria iso27001-2013 --decisions=decisions.csv
decide '99.1,own,,,'
has "a line that is not there" 'iso27002-2005 has no control 99.1.' noria edition a.noria iso27001-2013 --decisions=decisions.csv
cmp a.noria before.noria >tap-output
tap_result $? "wrong decisions change nothing"

decide '10.4.2,carry,A.12.2.1,,' '6.1.2,close,,The committee was dissolved,' '11.5.5,carry,,,' '11.5.6,carry,A.9.4.2,,'
has "merged answers of several owners ask whose they become" 'owner of A.9.4.2' noria edition a.noria iso27001-2013 --dry-run --decisions=decisions.csv
noria list a.noria person --format=csv --where='name="Ann Bee"' | sed -n 's/^\(P-[0-9]*\).*/\1/p' >ann
echo ",,A.9.4.2,,$(cat ann)" >>decisions.csv
ok "decisions are carried out" noria edition a.noria iso27001-2013 --decisions=decisions.csv --accept-likely
ok "the file is whole" noria check a.noria
value() { noria show a.noria "$1" --format=json | sed 's/, "/\n"/g' | sed -n "s/^\"$2\": //p" | tail -1; }
is() { # NAME REF FIELD VALUE
	value "$2" "$3" >tap-output
	test "$(cat tap-output)" = "$4"
	tap_result $? "$1"
}
is "the new catalogue is the reference" ORG-1 catalogue '"iso27001-2013"'
is "a text carried alone stands as it is" soa:2013:A.5.1.1 implementation '"A policy"'
is "its owner" soa:2013:A.5.1.1 owner '"P-1"'
is "applicable where one was" soa:2013:A.9.4.2 applicable '"yes"'
is "reasons united" soa:2013:A.9.4.2 reasons '["law","risk"]'
is "the least advanced status" soa:2013:A.9.4.2 status '"partial"'
is "the least maturity" soa:2013:A.9.4.2 maturity 2
is "the owner who was chosen" soa:2013:A.9.4.2 owner "\"$(cat ann)\""
is "the latest planned date" soa:2013:A.9.4.2 planned '"2026-10-10"'
is "texts joined, each with its number" soa:2013:A.9.4.2 implementation '"11.5.1: Log-on\n11.5.5: Lock"'
is "the reason of an exclusion is not said of the whole" soa:2013:A.9.4.2 justification '"11.5.6: no need"'
is "evidence joined" soa:2013:A.9.4.2 evidence '"11.5.1: Trace\n11.5.5: Photo"'
is "evidence is as old as its oldest part" soa:2013:A.9.4.2 evidence_date '"2025-03-01"'
is "an answer without successor becomes an own control" soa:own:2005.6.1.1 implementation '"A committee"'
is "an end has its reason" soa:2005:6.1.2 justification '"Closed at the change to iso27001-2013: The committee was dissolved"'
is "old lines stay" soa:2005:11.5.1 implementation '"Log-on"'
is "the risk" R-1 controls '["2005:5.1.1","2005:6.1.1","2005:7.2.2","2013:A.5.1.1","2013:A.8.2.2","2013:A.8.2.3","own:2005.6.1.1"]'
is "the action" AC-1 control '["2005:11.5.5","2005:11.5.6","2013:A.9.4.2"]'
noria list a.noria finding --format=csv | grep -q '2005:11.5.5,2013:A.9.4.2'
tap_result $? "the finding"
noria list a.noria evidence --format=csv | grep -q '2005:11.5.6,2013:A.9.4.2'
tap_result $? "the evidence"
noria export a.noria soa --format=tsv | sed 1d | wc -l >tap-output
test "$(cat tap-output)" -eq 115
tap_result $? "the SoA has the new lines and the own control"
has "its totals are those of the reference" 'controls="114"' noria export a.noria soa

noria undo a.noria >/dev/null 2>&1
ok "undone, the file is whole" noria check a.noria
is "one step takes it back" ORG-1 catalogue '"iso27002-2005"'
is "with every link" R-1 controls '["2005:5.1.1","2005:6.1.1","2005:7.2.2"]'
noria list a.noria catalogue --format=csv | sed 1d | wc -l >tap-output
test "$(cat tap-output)" -eq 1
tap_result $? "and the catalogue"
noria redo a.noria >/dev/null 2>&1
ok "done again, the file is whole" noria check a.noria

# ---- on to 2022, and over two editions at once ----

ok "2013 to 2022 leaves nothing open but owners" noria edition a.noria iso27001-2022 --accept-likely
is "own controls stay own" soa:own:2005.6.1.1 applicable '"yes"'
ok "the file is whole" noria check a.noria
ok "2005 to 2022 through 2013" noria edition before.noria iso27001-2022 --accept-likely
ok "the file is whole" noria check before.noria
has "by way of A.9.4.2" '2022:A.8.5' noria show before.noria AC-1
status 4 "2022 is the last one" noria edition before.noria iso27001-2013

# A new catalogue that was answered before keeps these answers beside the carried ones.
noria new twice.noria --catalogue=iso27001-2013 --catalogue=iso27001-2022
noria set twice.noria soa:2013:A.6.1.2 applicable=yes reasons=risk implementation="Old" status=implemented
noria set twice.noria soa:2022:A.5.3 applicable=yes reasons=law implementation="New" status=partial
noria edition twice.noria iso27001-2022 >plan 2>said
noria show twice.noria soa:2022:A.5.3 --format=json >tap-output
grep -qF '"implementation": "New\nA.6.1.2: Old"' tap-output && grep -qF '"status": "partial"' tap-output
tap_result $? "an answer that was there already is kept"
noria new owned.noria --catalogue=iso27001-2013 --catalogue=iso27001-2022
noria set owned.noria soa:2013:A.6.1.2 applicable=yes reasons=risk owner="Ann Bee"
noria set owned.noria soa:2022:A.5.3 owner="Carl Dee"
noria edition owned.noria iso27001-2022 --accept-likely >plan 2>said
has "and so is its owner" "Carl Dee" noria show owned.noria soa:2022:A.5.3

# A link of the line to what is not in the file waits at the new line too.
noria new whole.noria --catalogue=iso27001-2013
noria add whole.noria risk title="Elsewhere" controls=2013:A.6.1.2 >added
noria set whole.noria soa:2013:A.6.1.2 applicable=yes reasons=risk
noria export whole.noria soa >whole.xml
noria new part.noria --catalogue=iso27001-2013
noria import part.noria whole.xml
has "a link that waits" "R-1" noria show part.noria soa:2013:A.6.1.2
noria edition part.noria iso27001-2022 --accept-likely >plan 2>said
has "is carried" "R-1" noria show part.noria soa:2022:A.5.3

# What is said of clauses 4 to 10 comes over by its own correspondences: two clauses changed places,
# some were split, and where more is asked than before nothing is called met.
noria new clause.noria --catalogue=iso27001-2013
noria add clause.noria evidence title="Minutes" requirement=2013:9.3.c >added
noria add clause.noria audit title="Audit" kind=internal >added
noria add clause.noria finding title="No causes sought" audit=AU-1 requirement=2013:10.1.b grade=minor >added
noria set clause.noria 2013:10.1 conformity=met answer="Procedure PR-7" owner="Ann Bee"
noria set clause.noria 2013:10.2 conformity=partial
noria set clause.noria 2013:9.2 conformity=none answer="Nobody audits"
noria set clause.noria 2013:6.2 conformity=met answer="Objectives of the year"
noria list clause.noria requirement --format=tsv | sort >before
noria edition clause.noria iso27001-2022 --accept-likely >plan 2>said
ok "clauses that took over an answer are told" grep -q ": 5 clauses of the new edition" said
ok "and those to assess again" grep -q ": 1 of them asks for more" said
has "nonconformity moved to 10.2" '"conformity": "met"' noria show clause.noria 2022:10.2 --format=json
has "with its owner" "Ann Bee" noria show clause.noria 2022:10.2
has "improvement to 10.1" '"conformity": "partial"' noria show clause.noria 2022:10.1 --format=json
has "a clause that was split answers its parts" "Nobody audits" noria show clause.noria 2022:9.2.1
has "each of them" "Nobody audits" noria show clause.noria 2022:9.2.2
has "a clause that asks for more keeps its text" "Objectives of the year" noria show clause.noria 2022:6.2
hasnt() {
	name=$1 what=$2
	shift 2
	"$@" >tap-output
	! grep -qF -e "$what" tap-output
	tap_result $? "$name"
}
hasnt "but is not called met" '"conformity": "met"' noria show clause.noria 2022:6.2 --format=json
has "evidence shows the new clause" "2022:9.3.2.d" noria show clause.noria EV-1
has "and the old one" "2013:9.3.c" noria show clause.noria EV-1
has "a finding too" "2022:10.2.b" noria show clause.noria F-1
has "an old line says that it is one" "Its control is of an edition" noria show clause.noria soa:2013:A.5.1.1
hasnt "a line of the SoA does not" "Its control is of an edition" noria show clause.noria soa:2022:A.5.1
noria undo clause.noria >/dev/null
noria list clause.noria requirement --format=tsv | sort | cmp -s - before
tap_result $? "one undo takes the clauses back"
finish
