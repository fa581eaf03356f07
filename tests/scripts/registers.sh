# The registers of what is done, through the program: each is added to, listed by a filter and in an order,
# changed, undone, told by its history, and goes out as CSV and comes back the same.  Some are called as SQL
# calls its own words: check, change; and their fields too: when, on, every, by, order.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Ada Keeper" >/dev/null
noria add "$F" unit name=Sales headcount=30 >/dev/null
noria add "$F" role title=Officer holders=P-1 >/dev/null
noria add "$F" asset name=Server >/dev/null
noria add "$F" risk title=Theft >/dev/null
noria add "$F" obligation title="Breach law" hours=72 authority=CNIL checked=2026-11-01 >/dev/null
noria add "$F" document title="Quick guide" outside=yes distribution=U-1 change="All of it." >/dev/null
noria add "$F" evidence title="Signed list" >/dev/null

# goes REGISTER REF FILTER SORT FIELD=VALUE PAIR...: FIELD=VALUE is what is changed afterwards ("-": nothing can be).
goes() {
	register=$1 ref=$2 filter=$3 sort=$4 change=$5
	shift 5
	has "$register: add" "$ref" noria add "$F" "$register" "$@"
	has "$register: list by $filter" "$ref" noria list "$F" "$register" --where="$filter" --sort="$sort" --format=tsv
	has "$register: and in the reverse order" "$ref" noria list "$F" "$register" --sort="-$sort" --format=tsv
	ok "$register: what is not so is not listed" sh -c '! noria list "$1" "$2" --where="not ($3)" --format=tsv 2>/dev/null | grep -q "^$4	"' \
		sh "$F" "$register" "$filter" "$ref"
	noria show "$F" "$ref" --format=json >before.json
	if test "$change" = -; then
		# It is removed by undo alone, and comes back by redo.
		ok "$register: undo takes it away" noria undo "$F"
		status 4 "$register: it is not there" noria show "$F" "$ref"
		ok "$register: redo" noria redo "$F"
	else
		ok "$register: set $change" noria set "$F" "$ref" "$change"
		noria show "$F" "$ref" --format=json >after.json
		ok "$register: which shows" sh -c '! cmp -s before.json after.json'
		ok "$register: undo" noria undo "$F"
	fi
	noria show "$F" "$ref" --format=json | grep -v '"updated"\|"rev"' >again.json
	grep -v '"updated"\|"rev"' before.json >was.json
	ok "$register: it is as before" cmp was.json again.json
	has "$register: history" "$ref" noria history "$F" "$ref"
	ok "$register: CSV out" noria export "$F" "$register" --format=csv --output="$register.csv"
	ok "$register: CSV in" noria import "$F" "$register.csv" --as="csv:$register"
	noria export "$F" "$register" --format=csv --output=again.csv
	ok "$register: gives the same again" cmp "$register.csv" again.csv
}

goes incident I-1 'kind=event category=loss personal=yes effect~c' occurred cost=50 title="Lost key" kind=event \
	category=loss effect=c,a occurred=2026-11-23T08:00:00Z detected=2026-11-24T08:00:00Z personal=yes persons=3 \
	obligation=OB-1 control=A.5.1 reporter=P-1 evidence=EV-1 cost=100
goes check CK-1 'every=week on=Monday control=2022:A.5.1' start grace=5 title="Doors are locked" what="Try each." \
	owner=P-1 every=week on=Monday start=2026-11-23 grace=2 ok=80 evidence=yes control=A.5.1 asset=AS-1
goes execution XQ-1 'check=CK-1 result=fail check.every=week' at no_matter="A drill." check=CK-1 due=2026-11-23 \
	at=2026-11-23T10:00:00Z by=P-1 result=fail score=40 note="One was open." evidence=EV-1
goes indicator IN-49 'status=active better=lower audience=RO-1' name target=1 name="Doors found open" measure="Each week." \
	unit=doors target=0 amber=1 red=3 better=lower frequency=week start=2026-01-05 status=active owner=P-1 collector=P-1 \
	audience=RO-1 controls=A.5.1 risk=R-1 level=operational aspect=technical
goes measurement ME-1 'indicator=IN-49 value>=2.5 period=2026-W48' value - indicator=IN-49 at=2026-11-24T08:00:00Z value=2.5 \
	period=2026-W48 by=P-1 note="Two and a half."
goes analysis AN-1 'indicators=IN-49 conclusion=watch' date conclusion=act title="Doors in 2026" date=2026-11-24 period=2026-H2 \
	by=P-1 indicators=IN-49 findings="Fewer are open." conclusion=watch
goes supplier SU-1 'kind=cloud clauses=no risk=R-1' review clauses=yes name="Cloud House" service=Mail kind=cloud \
	data=personal critical=3 owner=P-1 contract=C-7 clauses=no end=2027-12-31 assessment=audit assessed=2026-05-05 \
	result=3 until=2027-01-01 review=2027-05-05 asset=AS-1 risk=R-1
goes project PJ-1 'followed=part due=' golive followed=yes title="New mail" sponsor=P-1 asked=2026-11-02 given=2026-11-09 \
	advice="Encrypt it." followed=part reason="Too late." golive=2027-01-15 controls=A.5.8 risk=R-1
goes change CH-1 'about=isms planned>today status=requested' planned about=system title="Two sites" about=isms requested=P-1 \
	planned=2027-02-01 purpose=Growth consequences="More to watch." integrity="The scope." resources="Ten days." risk=R-1
goes training TR-1 'kind=phishing audience=U-1' planned passed=28 title="Odd mail" kind=phishing planned=2026-12-01 length=30 \
	audience=U-1 role=RO-1 invited=30 passed=27 reported=12 document=DO-1 pass=80
goes attendance AT-1 'training=TR-1 unit=U-1 count>20' date count=28 training=TR-1 unit=U-1 count=27 present=yes date=2026-12-01
goes competence CO-1 'gap=2 role=RO-1' until held=3 skill="Reads logs" role=RO-1 person=P-1 required=4 held=2 how=course \
	until=2027-06-30 training=TR-1 evidence=EV-1
goes communication CM-1 'occasion=event when~breach unit=U-1' next when=Yearly subject="What happened" kind=internal unit=U-1 \
	occasion=event when="After a breach" next=2027-01-10 channel=mail speaker=P-1 deputy=P-1 document=DO-1
goes responsibility RS-1 'check=CK-1 supplier=SU-1' title criteria="None open." title="Locking up" accountable=RO-1 criteria=x \
	inputs=Keys outputs=Peace document=DO-1 check=CK-1 supplier=SU-1

# What was measured or checked is corrected by another, not changed, nor removed.
status 4 "a value is not changed" noria set "$F" ME-1 value=3
status 4 "nor removed" noria remove "$F" ME-1
has "another corrects it" ME-2 noria add "$F" measurement indicator=IN-49 value=3 period=2026-W48 corrects=ME-1
has "and the first knows" ME-1 noria list "$F" measurement --where='corrected=ME-2' --format=tsv
status 4 "a result is not changed" noria set "$F" XQ-1 result=pass
status 4 "nor removed" noria remove "$F" XQ-1
has "a failed check asks for an answer" XQ-1 noria list "$F" execution --where='answer_by=2026-12-03' --format=tsv
ok "which it gets" noria set "$F" XQ-1 no_matter="A drill."
has "and then asks no more" XQ-1 noria list "$F" execution --where='answer_by=' --format=tsv

# What is signed, held or approved stands.
ok "an analysis is signed" noria set "$F" AN-1 status=signed
status 4 "and stands" noria set "$F" AN-1 findings=Other
ok "but for what follows from it" noria set "$F" AN-1 actions=
ok "a session is held" noria set "$F" TR-1 status=held held=2026-12-01
status 4 "and stands" noria set "$F" TR-1 kind=exercise
ok "but for what it gave" noria set "$F" TR-1 passed=28
status 4 "a change is not approved without who and when" noria set "$F" CH-1 status=approved
ok "with them it is" noria set "$F" CH-1 status=approved approver=P-1 approved=2026-11-24
status 4 "and stands" noria set "$F" CH-1 purpose=Other
ok "until it is done" noria set "$F" CH-1 status=done done=2026-11-24 result=planned

# The other side sees them.
has "from the control" 2022:A.5.1 noria list "$F" control --where='checks=CK-1 indicators=IN-49 incidents=I-1' --format=tsv
has "from the risk" R-1 noria list "$F" risk --where='suppliers=SU-1 projects=PJ-1 changes=CH-1' --format=tsv
has "from the person" P-1 noria list "$F" person --where='checks=CK-1 competences=CO-1' --format=tsv
ok "nothing is damaged" noria check "$F"
# A word may be a command and a register: help tells both.
has "help of check tells the command" "noria check FILE" noria help check
has "and the fields of the register" "streak " noria help check
has "help of issue tells the command" "noria issue FILE VERSION" noria help issue
has "and the register" "The register issue:" noria help issue
ok "help of what is a command only tells no register" sh -c '! noria help record | grep "The register"'
finish
