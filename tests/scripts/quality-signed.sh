# The checks of the records: of risks, of what is accepted, of the SoA and of what general management signs.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Jeanne Roy" >/dev/null
noria add "$F" person name="Odile Valmont" >/dev/null
G=$(add role title="General management" holders="Odile Valmont" assigned=2026-01-01 management=yes)

# A risk above the threshold, to be modified: controls, an action, and its owner's approval of the plan as it stands.
R=$(add risk title="Theft" owner="Jeanne Roy" current_likelihood=5 current_impact=5)
content risk-unplanned
content risk-controlless
content risk-plan-unapproved
change "$R" treatment=modify
finds risk-unplanned "$R"
finds risk-controlless "$R"
finds risk-plan-unapproved "$R"
change "$R" controls=A.5.2
content risk-controlless
T=$(add action title="Lock" risk="$R" status=cancelled owner="Jeanne Roy")
finds risk-unplanned "$R"
change "$T" status=planned
content risk-unplanned
add acceptance risk="$R" kind=plan owner="Odile Valmont" date=2026-11-01 status=accepted >/dev/null
finds risk-plan-unapproved "$R"
add acceptance risk="$R" kind=plan owner="Jeanne Roy" date=2026-11-24 status=accepted >/dev/null
content risk-plan-unapproved
change "$R" treatment=share
finds risk-plan-unapproved "$R"
add acceptance risk="$R" kind=plan owner="Jeanne Roy" date=2026-11-24 status=accepted >/dev/null
content risk-plan-unapproved

# What stays above the threshold, and an acceptance that the risk has outgrown.
change "$R" residual_likelihood=3 residual_impact=4
finds risk-residual-high "$R"
C=$(add acceptance risk="$R" level=3 owner="Jeanne Roy" date=2026-11-01 expiry=2027-06-30 status=accepted)
content risk-residual-high
content acceptance-outgrown
change "$R" residual_likelihood=5 residual_impact=5
finds acceptance-outgrown "$C"
change "$R" status=closed
content acceptance-outgrown
change "$R" status=treated
finds acceptance-outgrown "$C"
D=$(add acceptance risk="$R" level=4 owner="Jeanne Roy" date=2026-11-24 expiry=2027-06-30 status=accepted)
content acceptance-outgrown
change "$R" review=2027-06-30
content acceptance-longer-than-review
change "$R" review=2027-06-29
finds acceptance-longer-than-review "$D"
change "$R" review=2027-07-01

# Rated within 30 days.
U=$(add risk title="Noise" owner="Jeanne Roy" identified=2026-10-25)
content risk-unrated
change "$U" identified=2026-10-24
finds risk-unrated "$U"
change "$U" current_likelihood=1 current_impact=1
content risk-unrated

# A control that treats a risk is not excluded, and one included for a risk has one.
A=soa:2022:A.5.1
content risk-excluded-control
change $A applicable=no justification="No such thing"
content risk-excluded-control
change "$R" controls=A.5.1,A.5.2
finds risk-excluded-control "$R"
change $A applicable=yes reasons=risk justification=
content risk-excluded-control
content control-riskless
B=soa:2022:A.5.3
change $B applicable=yes reasons=risk
finds control-riskless $B
change $B reasons=law
content control-riskless

# An exception that raises a risk above the threshold.
V=$(add risk title="Old server" owner="Jeanne Roy" current_likelihood=5 current_impact=5 treatment=retain)
X=$(add exception title="No patches" reason=r compensation=c approver="Jeanne Roy" approved=2026-11-01 expiry=2027-01-31 status=approved risk="$V")
finds exception-risky "$X"
add acceptance risk="$V" level=4 owner="Jeanne Roy" date=2026-11-01 expiry=2027-01-31 status=accepted >/dev/null
content exception-risky

# Planned controls.
change $A status=planned
change $B status=none
finds control-unplanned "$A $B"
change $B planned=2026-11-24
change $A planned=2027-01-31
content control-unplanned
content control-planned-late
change $B planned=2026-11-23 status=partial
finds control-planned-late $B
change $B status=implemented maturity=2
content control-planned-late
finds control-immature $B
change $B maturity=3
content control-immature

# The newest evidence lies within the months that count.
change $B evidence="The minutes"
content control-stale-proof
change $B evidence_date=2025-11-23
finds control-stale-proof $B
change $B evidence_date=2025-11-24
content control-stale-proof
change $B evidence_date=2025-11-23
add evidence title="Minutes" control=A.5.3 date=2026-01-01 owner="Jeanne Roy" location=x >/dev/null
content control-stale-proof
noria set "$F" organisation horizon=10 >/dev/null 2>&1 || noria set "$F" "$(noria list "$F" organisation --format=tsv | tail -n 1 | cut -f1)" horizon=10
finds control-stale-proof $B

# The threshold is general management's.
content threshold-unsigned
M=$(noria list "$F" method --format=tsv | tail -n 1 | cut -f1)
H=$(add threshold method="$M" level=3 date=2026-11-01 owner="Jeanne Roy" reason="As the branch does")
finds threshold-unsigned "$H"
add threshold method="$M" level=3 date=2026-12-01 owner="Jeanne Roy" reason="Later" >/dev/null
finds threshold-unsigned "$H"
H=$(add threshold method="$M" level=3 date=2026-11-02 owner="Odile Valmont" reason="As the branch does")
content threshold-unsigned

# Decisions and policies: by who held the role on that day.
D=$(add decision title=Begin kind=begin text=t signatory="Jeanne Roy" function=CISO date=2026-02-01 status=decided)
finds decision-unsigned "$D"
change "$D" status=withdrawn withdrawal=Mistake
D=$(add decision title=Begin kind=begin text=t signatory="Odile Valmont" function=CEO date=2025-12-31 status=decided)
finds decision-unsigned "$D"
change "$D" status=withdrawn withdrawal=Mistake
add decision title=Begin kind=begin text=t signatory="Odile Valmont" function=CEO date=2026-02-01 status=decided >/dev/null
content decision-unsigned
P=$(add policy title=Policy version=1 text=t signatory="Jeanne Roy" function=CISO signed=2026-02-01 review=2027-02-01 status=force effective=2026-09-25)
finds policy-unsigned "$P"
O=$(add role title="Board" holders="Jeanne Roy" assigned=2026-02-01 ended=2026-02-28 management=yes)
content policy-unsigned
W=$(add review title=Review held=2026-10-01 chair="Jeanne Roy" status=done)
finds review-unchaired "$W"
change "$W" chair="Odile Valmont"
content review-unchaired

# Half of those who work here have acknowledged it sixty days after; where nobody said how many work here, nobody can say.
content policy-unread
add unit name=Head headcount=2 >/dev/null
N=$(add unit name=Branch headcount=1)
content policy-unread
change "$P" status=withdrawn withdrawal=Old
P=$(add policy title=Policy version=2 text=t signatory="Odile Valmont" function=CEO signed=2026-02-01 review=2027-02-01 status=force effective=2026-09-24)
finds policy-unread "$P"
add acknowledgement policy="$P" person="Jeanne Roy" date=2026-11-01 >/dev/null
finds policy-unread "$P"
change "$N" headcount=0
content policy-unread
# A session signs for all who were there.
change "$N" headcount=7
finds policy-unread "$P"
add acknowledgement policy="$P" unit="$N" count=4 date=2026-11-02 >/dev/null
content policy-unread

# The SoA: decided, and issued; then changed.
content soa-unissued
noria list "$F" applicability --where=applicable= --format=tsv | tail -n +2 | cut -f1 | while read -r line; do
	noria set "$F" "$line" applicable=yes reasons=law >/dev/null
done
finds soa-unissued "$(noria list "$F" organisation --format=tsv | tail -n 1 | cut -f1)"
content soa-changed
noria issue "$F" 1.0 approver="Odile Valmont" function=CEO --without-assessment=Later >"$HOME/issued" 2>&1 ||
	noria issue "$F" 1.0 approver="Odile Valmont" function=CEO >"$HOME/issued" 2>&1 || cat "$HOME/issued"
content soa-unissued
content soa-changed
NORIA_CLOCK=2026-11-25T09:30:00Z
export NORIA_CLOCK
change $B owner="Jeanne Roy"
finds soa-changed $B
finish
