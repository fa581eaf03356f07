# The checks of the records: each finds what it names, and no longer once it is mended.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Jeanne Roy" >/dev/null
noria add "$F" person name="Karim Benali" left=2026-06-30 >/dev/null

has "the header" "check	ref	title	sentence	field	set_aside" noria list "$F" quality --format=tsv
ok "a new file has nothing to mend" test "$(noria list "$F" quality --format=tsv | wc -l)" -eq 1

# Risks.  At the threshold is not above it.
noria add "$F" risk title="Dust" owner="Jeanne Roy" current_likelihood=3 current_impact=3 >/dev/null
content risk-untreated
noria add "$F" risk title="Noise" owner="Jeanne Roy" treatment=retain current_likelihood=3 current_impact=3 >/dev/null
content risk-retained
R=$(add risk title="Theft" owner="Jeanne Roy" current_likelihood=5 current_impact=5)
finds risk-untreated "$R"
change "$R" treatment=retain
content risk-untreated
finds risk-retained "$R"
change "$R" status=accepted
content risk-retained
finds risk-unsigned "$R"
add acceptance risk="$R" level=4 owner="Jeanne Roy" date=2025-01-01 expiry=2026-11-23 status=accepted >/dev/null
finds risk-unsigned "$R"
C=$(add acceptance risk="$R" level=4 owner="Jeanne Roy" date=2026-01-01 expiry=2026-11-24 status=accepted)
content risk-unsigned
content acceptance-signatory
change "$R" owner="Paul Marchal"
content acceptance-signatory
D=$(add acceptance risk="$R" level=4 owner="Jeanne Roy" date=2026-11-24 expiry=2026-12-24 status=accepted)
finds acceptance-signatory "$D"
change "$D" status=withdrawn withdrawal=Mistake
change "$R" owner=
finds risk-accepted-unowned "$R"
change "$R" owner="Karim Benali"
content risk-accepted-unowned
finds risk-owner-left "$R"
change "$R" owner="Jeanne Roy"
content risk-owner-left
change "$R" residual_likelihood=5 residual_impact=5
content risk-residual
change "$R" current_likelihood=1 current_impact=1
finds risk-residual "$R"
change "$R" residual_likelihood= residual_impact=
U=$(add risk title="Fire")
finds risk-unowned "$U"
noria remove "$F" "$U" >/dev/null

# The SoA.
A=soa:2022:A.5.1
change $A applicable=yes
finds control-unreasoned $A
finds control-unowned $A
change $A reasons=risk owner="Karim Benali"
content control-unreasoned
content control-unowned
finds control-owner-left $A
change $A owner="Jeanne Roy" status=implemented
content control-owner-left
finds control-unproved $A
change $A evidence="The minutes"
content control-unproved
change $A evidence=
E1=$(add evidence title="Minutes" control=A.5.1 until=2026-12-31)
content control-unproved
content evidence-expired
change "$E1" until=2026-11-23
finds evidence-expired "$E1"
change "$E1" control=
content evidence-expired
change $A evidence="The minutes" applicable=no
finds control-unjustified $A
change $A justification="No such thing here"
content control-unjustified

# Assets, actions, exceptions, policies, nonconformities, incidents.
S=$(add asset name=Laptop)
finds asset-unowned "$S"
change "$S" owner="Karim Benali"
finds asset-owner-left "$S"
change "$S" owner="Jeanne Roy"
content asset-owner-left
T=$(add action title="Encrypt" due=2026-11-01)
finds action-unowned "$T"
finds action-idle "$T"
change "$T" owner="Karim Benali" progress=0
finds action-idle "$T"
finds action-owner-left "$T"
change "$T" progress=10 owner="Jeanne Roy"
content action-idle
X=$(add exception title="Old server" reason=r compensation=c approver="Jeanne Roy" approved=2026-01-01 expiry=2026-11-23 status=approved)
finds exception-expired "$X"
change "$X" status=ended
content exception-expired
P=$(add policy title="Policy" text=t signatory="Jeanne Roy" function=CEO signed=2025-01-01 review=2026-11-01)
change "$P" status=force
finds policy-unreviewed "$P"
change "$P" review=2027-11-01
content policy-unreviewed
N=$(add nonconformity title="Shared accounts")
finds nonconformity-unexplained "$N"
change "$N" cause="No other way"
content nonconformity-unexplained
I=$(add incident title="Phish" status=closed)
finds incident-unexplained "$I"
change "$I" cause="A mail"
content incident-unexplained

# A link to what is not here.
noria new other.noria --organisation=Other >/dev/null 2>&1
noria import other.noria "$NORIA_SOURCE/tests/data/soa-example.xml" >/dev/null 2>&1
has "unresolved finds links to other files" "unresolved" noria list other.noria quality --where=check=unresolved --format=tsv

# The forms of the list, and its errors.
has "JSON" '"check": "risk-residual"' sh -c "noria set '$F' '$R' residual_likelihood=5 residual_impact=5 >/dev/null; noria list '$F' quality --format=json"
has "the field that mends" "residual_likelihood" noria list "$F" quality --format=csv
has "as an export" "Residual level above the current level" noria export "$F" quality --format=csv
has "a table is for people" "Residual likelihood" noria list "$F" quality
status 2 "another filter is refused" noria list "$F" quality --where=title~x
finish
