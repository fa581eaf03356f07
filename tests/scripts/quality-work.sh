# The checks of the records: scope, documents, people, actions, audits, nonconformities, incidents.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
J=$(add person name="Jeanne Roy")
K=$(add person name="Karim Benali")

# Processes and information stand in the scope, by name or with their unit; what carries them does not.
S=$(add asset name=Invoicing type=process owner="Jeanne Roy")
add asset name=Server type=hardware owner="Jeanne Roy" >/dev/null
finds scope-orphan "$S"
Y=$(add scope title=Invoicing kind=activity included=yes asset="$S")
content scope-orphan
change "$Y" asset=
finds scope-orphan "$S"
U=$(add unit name=Accounts)
change "$S" unit="$U"
finds scope-orphan "$S"
change "$Y" unit="$U"
content scope-orphan

P=$(add party name=Clients)
finds party-unanswered "$P"
change "$P" addressed=no
content party-unanswered

D=$(add document title=Plan status=approved approver="Jeanne Roy")
finds document-unapproved "$D"
change "$D" approved=2026-11-01
content document-unapproved

O=$(add objective title="Fewer incidents" measure="Incidents a month")
finds objective-unmeasured "$O"
change "$O" target=2
content objective-unmeasured
change "$O" measure=
finds objective-unmeasured "$O"
change "$O" status=cancelled
content objective-unmeasured

G=$(add role title="General management")
L=$(add responsibility title="Decide the scope" responsible="$G")
finds raci-leaderless "$L"
change "$L" accountable="$G"
content raci-leaderless

change "$K" login=kbenali left=2026-11-25
content person-left-login
change "$K" left=2026-11-24
finds person-left-login "$K"
change "$K" login=
content person-left-login

E=$(add evidence title=Minutes)
finds evidence-undated "$E"
change "$E" date=2026-11-01
content evidence-undated

# Put off three times; that it was given a day is none, nor that something else was changed.
T=$(add action title=Encrypt owner="Jeanne Roy")
change "$T" due=2026-12-01
change "$T" due=2026-12-02
change "$T" due=2026-12-03 progress=10
change "$T" progress=20
change "$T" progress=30
content action-moved
change "$T" due=2026-12-04
finds action-moved "$T"
change "$T" status=done done=2026-11-24
content action-moved

# Audits: what they look at, and by whom.
A=$(add audit title=Internal kind=internal status=planned auditor="Jeanne Roy")
content audit-no-criteria
change "$A" status=done held=2026-10-01
finds audit-no-criteria "$A"
change "$A" scope="Clauses 4 to 6 against ISO/IEC 27001"
content audit-no-criteria
content audit-dependent
Z=$(noria list "$F" organisation --format=tsv | tail -n 1 | cut -f1)
change "$Z" officer="Jeanne Roy"
finds audit-dependent "$A"
change "$A" kind=supplier
content audit-dependent
change "$A" kind=internal
change "$Z" officer="Karim Benali"
content audit-dependent
V=$(add finding title="No dates" audit="$A" grade=observation owner="Jeanne Roy")
finds audit-dependent "$A"
change "$V" owner=
content audit-dependent
Q=$(noria list "$F" requirement --where=rank=clause --format=tsv | sed -n 2p | cut -f1)
change "$Q" owner="Jeanne Roy"
change "$V" requirement="$Q"
finds audit-dependent "$A"
change "$V" requirement=
content finding-unraised
change "$V" grade=minor
finds finding-unraised "$V"
N=$(add nonconformity title="No dates" finding="$V" cause=c status=open)
content finding-unraised

# Nonconformities: an action, and whether it worked.
content nc-no-action
change "$N" status=action
finds nc-no-action "$N"
T=$(add action title=Dates owner="Jeanne Roy" nonconformity="$N" status=cancelled)
finds nc-no-action "$N"
change "$T" status=done done=2026-08-27
content nc-no-action
content nc-unverified
change "$T" done=2026-08-26
finds nc-unverified "$N"
W=$(add action title=More owner="Jeanne Roy" nonconformity="$N" status=ongoing)
content nc-unverified
noria remove "$F" "$W" >/dev/null
finds nc-unverified "$N"
change "$N" effective=yes
content nc-unverified

I=$(add incident title=Theft severity=moderate)
content incident-riskless
change "$I" severity=critical
finds incident-riskless "$I"
change "$I" risk="$(add risk title=Theft owner="Jeanne Roy")"
content incident-riskless

C=$(add cycle title="First turn" start=2025-11-24 end=2026-11-24)
content cycle-overdue
change "$C" end=2026-11-23
finds cycle-overdue "$C"
change "$C" status=closed
content cycle-overdue

# What these are made of, as words of any filter.
has "a number of records" "$N" noria list "$F" nonconformity --where='#actions>=1' --format=tsv
ok "another number finds none" test "$(noria list "$F" nonconformity --where='#actions>1' --format=tsv | wc -l)" -eq 1
has "of a set of references" "$L" noria list "$F" responsibility --where='#responsible=1' --format=tsv
status 4 "no number" noria list "$F" nonconformity --where='#actions>many'
status 2 "of no field" noria list "$F" nonconformity --where='#deeds>1'
status 4 "a check is named" noria list "$F" nonconformity --where='set_aside='
test -n "$J"
finish
