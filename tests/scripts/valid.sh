# What holds today: "valid" has one rule a register, and says why something does not hold.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
add() {
	noria add "$F" "$@"
}
change() {
	noria set "$F" "$@"
}
# passes REGISTER FILTER REFS...: the records that pass, in the order of their refs.
passes() {
	register=$1
	filter=$2
	shift 2
	got=$(noria list "$F" "$register" --where="$filter" --sort=ref --format=tsv 2>&1 | tail -n +2 | cut -f1 | tr '\n' ' ')
	echo "$register $filter: $got" >"$HOME/tap-output"
	wanted=
	for ref; do
		wanted="$wanted$ref "
	done
	test "$got" = "$wanted"
	tap_result $? "$register $filter: $*"
}
# why REF SENTENCE: what `show` says of it.
why() {
	noria show "$F" "$1" | tr '\n' ' ' | tr -s ' ' >"$HOME/tap-output"
	grep -qF -e "Holds today $2" "$HOME/tap-output"
	tap_result $? "$1: $2"
}

J=$(add person name="Jeanne Roy")
K=$(add person name="Karim Benali")
M=$(add person name="Marie Alami")
GM=$(add role title="General management" short=GM management=yes holders="$M" assigned=2026-01-05)

# Acceptances: the owner of the day, the level of now, between their days.
R=$(add risk title=Theft owner="$J" current_likelihood=4 current_impact=3 treatment=retain status=accepted)
A=$(add acceptance risk="$R" level=3 owner="$J" date=2026-10-01 expiry=2026-11-24 status=accepted)
passes acceptance valid "$A"
passes acceptance invalid
why "$A" yes
passes risk 'acceptances!(valid)'
change "$R" current_likelihood=5 current_impact=5
passes acceptance valid
passes acceptance invalid "$A"
passes risk 'acceptances!(valid)' "$R"
why "$A" "The risk is now above the level that was accepted"
ok "the risk counts as undecided" test -n "$(noria list "$F" quality --where=check=risk-unsigned --format=tsv | tail -n +2)"
change "$R" residual_likelihood=4 residual_impact=3
passes acceptance valid "$A"
change "$R" residual_likelihood= residual_impact=
change "$R" current_likelihood=4 current_impact=3
passes acceptance valid "$A"
change "$R" owner="$K"
passes acceptance valid "$A"
has "who owned it then is kept" "Jeanne Roy" noria show "$F" "$A"
B=$(add acceptance risk="$R" level=3 owner="$J" date=2026-11-24 expiry=2027-11-24 status=accepted)
passes acceptance valid "$A"
why "$B" "Who signed it did not own the risk on that day."
# Signed on paper before the owner changed, written down after.
NORIA_CLOCK=2026-11-26T09:30:00Z
C=$(add acceptance risk="$R" level=3 owner="$J" date=2026-11-23 expiry=2027-11-24 status=accepted)
NORIA_CLOCK=2026-11-24T09:30:00Z
why "$C" yes
D=$(add acceptance risk="$R" level=3 owner="$K" date=2026-11-25 expiry=2027-11-24 status=accepted)
why "$D" "It is dated in the future"
NORIA_CLOCK=2026-11-25T09:30:00Z
why "$D" yes
why "$A" "It has expired."
NORIA_CLOCK=2026-11-24T09:30:00Z
change "$C" status=withdrawn withdrawal=Mistake
why "$C" "It is not accepted, or was withdrawn."
P=$(add acceptance risk="$R" level=3 owner="$K" date=2026-11-24 expiry=2027-11-24)
why "$P" "It is not accepted, or was withdrawn."

# The plan's approval ends with the next change of treatment or controls, not with other changes.
S=$(add risk title=Fire owner="$J" current_likelihood=5 current_impact=5 treatment=modify controls=2022:A.7.8)
E=$(add acceptance kind=plan risk="$S" owner="$J" date=2026-11-24 status=accepted)
why "$E" yes
change "$S" notes="Looked at again" status=treated
why "$E" yes
change "$S" controls=2022:A.7.8,2022:A.7.5
why "$E" "The treatment or the controls of the risk changed after the plan was approved."
G=$(add acceptance kind=plan risk="$S" owner="$J" date=2026-11-24 status=accepted)
why "$G" yes
change "$S" treatment=share
why "$G" "The treatment or the controls"
passes risk 'acceptances!(kind=plan valid)' "$R" "$S"
# Approved on a day before a change, written down after it: what was approved is what stood then.
NORIA_CLOCK=2026-11-26T09:30:00Z
H=$(add acceptance kind=plan risk="$S" owner="$J" date=2026-11-23 status=accepted)
I=$(add acceptance kind=plan risk="$S" owner="$J" date=2026-11-25 status=accepted)
why "$H" "The treatment or the controls"
why "$I" yes
NORIA_CLOCK=2026-11-24T09:30:00Z
# The order in which controls are named is none of it.
T=$(add risk title=Flood owner="$J" treatment=modify controls=2022:A.7.5,2022:A.7.8)
L=$(add acceptance kind=plan risk="$T" owner="$J" date=2026-11-24 status=accepted)
change "$T" controls=
change "$T" controls=2022:A.7.8,2022:A.7.5
why "$L" yes

# Management: a role on the day of the signature.
policy() {
	add policy title=Policy kind=policy version="$1" text=Text signatory="$2" function=Head signed="$3" effective="$3" review=2027-11-01 status=force
}
PO=$(policy 1 "$M" 2026-02-02)
PP=$(policy 2 "$J" 2026-02-02)
PQ=$(policy 3 "$M" 2026-01-02)
passes policy valid "$PO"
has "it is kept with the signature" '"management": "yes"' noria show "$F" "$PO" --format=json
has "or that it was not" '"management": "no"' noria show "$F" "$PP" --format=json
why "$PP" "Who signed it held no role of general management on that day"
status 4 "nobody writes that by hand" noria set "$F" "$PP" management=yes
# Who follows does not undo what was signed; who is recorded late counts from their day.
change "$GM" holders="$K" assigned=2026-06-01
passes policy valid "$PO"
O=$(add role title="General management before" management=yes holders="$M,$J" assigned=2025-01-01 ended=2026-02-01)
passes policy valid "$PO" "$PQ"
change "$O" ended=2026-02-02
passes policy valid "$PO" "$PP" "$PQ"
change "$PO" review=2026-11-23
why "$PO" "Its review is past"
DE=$(add decision title=Begin kind=begin text=Yes date=2026-06-01 signatory="$K" function=Director status=decided)
why "$DE" yes
DF=$(add decision title=Later kind=other text=Yes date=2026-05-31 signatory="$K" function=Director status=decided)
why "$DF" "Who signed it held no role"
passes decision valid "$DE"

# Proof: it has an owner who is here, a place, and has not expired.
EV=$(add evidence title=Log date=2026-11-01 owner="$J" kind=referenced location="Share 3" until=2026-11-24)
why "$EV" yes
change "$EV" until=2026-11-23
why "$EV" "It has expired."
change "$EV" until= location=
why "$EV" "It is not said where it is kept."
change "$EV" location="Share 3" date=2026-11-25
why "$EV" "It has no date, or one in the future."
change "$EV" date=2026-11-20
change "$J" left=2026-11-24
why "$EV" "Nobody who is still here answers for it."
change "$J" left=2026-11-25
why "$EV" yes
DO=$(add document title=Procedure status=approved approver="$K" approved=2026-11-24 review=2026-11-24 location=Wiki)
why "$DO" yes
change "$DO" approved=2026-11-25
passes document valid
EX=$(add exception title=Old reason=Machine compensation=Watch approver="$K" approved=2026-11-01 expiry=2026-11-24 status=approved)
passes exception valid "$EX"
NORIA_CLOCK=2026-11-25T09:30:00Z
passes exception valid
NORIA_CLOCK=2026-11-24T09:30:00Z
RA=$(add assessment title=First date=2025-11-24 status=closed)
passes assessment valid "$RA"
change ORG-1 horizon=11
passes assessment valid
change ORG-1 horizon=13
passes assessment valid "$RA"

# The words where there is no such notion, and the outer record where there is none.
passes threat valid
status 4 "the record outside the parentheses, where there is none" noria list "$F" policy --where='signed<=@^signed'
passes decision 'signatory.roles(management=yes assigned<=@^date)' "$DE"
ok "all is sound" noria check "$F"
ok "undo and redo keep it" sh -c "noria set '$F' $S notes=x && noria undo '$F' >/dev/null && noria redo '$F' >/dev/null && noria check '$F'"
finish
