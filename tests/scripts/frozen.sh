# What was decided, signed, accepted, closed stands as it was.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Claire Valmont" >/dev/null
noria add "$F" person name="Jeanne Roy" >/dev/null
noria add "$F" risk title="Theft of laptops" owner=P-2 residual_likelihood=2 residual_impact=3 current_likelihood=4 current_impact=3 >/dev/null

status 4 "a scope without justification is refused" noria add "$F" scope title="Cafeteria" kind=site included=no
ok "with one it is taken" noria add "$F" scope title="Cafeteria" kind=site included=no justification="No information is handled there."
status 4 "climate without a reason is refused" noria add "$F" issue title="Heat" topic=climate relevant=no
ok "with one it is taken" noria add "$F" issue title="Heat" topic=climate relevant=no reason="Rooms are cooled."

# A decision.
noria add "$F" decision title="We begin" kind=begin reasons=risk,client >/dev/null
status 4 "a decision needs day, signatory, function and text" noria set "$F" D-1 status=decided
has "and all that is missing is named at once" "Missing: Date, What is decided, Signatory, Function." noria set "$F" D-1 status=decided
has "with what is never empty, in a new one" "Missing: Title, Date, What is decided, Signatory, Function." noria add "$F" decision status=decided
has "what is filled is not named" "Missing: Date, Signatory." noria set "$F" D-1 status=decided text=Yes function=Head
has "without a state, what is never empty" "These must not be empty: Because, Quality check, Record, Expires on." noria add "$F" waiver owner=P-1
printf 'title,status,text\nWe go on,decided,Yes\n' >decisions.csv
has "a table is told the same" "Missing: Date, Signatory, Function." noria import "$F" decisions.csv --as=csv:decision
status 4 "and is refused" noria import "$F" decisions.csv --as=csv:decision
has "help says it beforehand" "decided needs: date, text, signatory, function" noria help decision
has "and where it hangs on another field" "accepted, with kind=residual, needs:" noria help acceptance
ok "with them it is decided" noria set "$F" D-1 status=decided date=2026-11-20 signatory=P-1 function="Managing director" text="We set up an ISMS."
noria show "$F" D-1 --format=json >decided
ok "the journal's head seals it" grep -Eq '"seal": "[0-9a-f]{64}"' decided
status 4 "its text stands" noria set "$F" D-1 text="We do not."
has "and the sentence says so" "stands as it was" noria set "$F" D-1 text="We do not."
status 4 "it goes back to no draft" noria set "$F" D-1 status=prepared
status 4 "it is not deleted" noria remove "$F" D-1
status 4 "it is not undone" noria undo "$F"
has "and the sentence names what stands" "What was signed or issued stands: signed D-1 " noria undo "$F"
status 4 "who signed is not deleted" noria remove "$F" P-1
status 4 "a withdrawal needs its reason" noria set "$F" D-1 status=withdrawn
ok "with it it is withdrawn" noria set "$F" D-1 status=withdrawn withdrawal="The board was renewed."
status 4 "a seal is not written by hand" noria set "$F" D-1 seal=1

# A policy, version by version.
noria add "$F" policy title="Security policy" kind=policy text="Everybody locks the screen." >/dev/null
status 4 "a policy is not signed by nobody" noria set "$F" PO-1 status=signed
ok "it is signed" noria set "$F" PO-1 status=signed signatory=P-1 function="Managing director" signed=2026-11-20
ok "it comes into force" noria set "$F" PO-1 status=force effective=2026-11-21
status 4 "its text stands" noria set "$F" PO-1 text="Nobody does."
ok "its next review is set" noria set "$F" PO-1 review=2027-11-20
noria add "$F" policy title="Security policy" kind=policy version=2.0 text="Everybody locks the screen and the door." supersedes=PO-1 >/dev/null
ok "the next version comes into force" noria set "$F" PO-2 status=force signatory=P-1 function="Managing director" signed=2026-11-23
has "and the one before is superseded" superseded noria show "$F" PO-1 --format=json
status 4 "the withdrawal of a policy needs its reason too" noria set "$F" PO-2 status=withdrawn

# An acceptance.
noria add "$F" acceptance risk=R-1 level=2 owner=P-2 >/dev/null
status 4 "an acceptance has a day and an expiry" noria set "$F" RC-1 status=accepted
status 4 "it does not expire before it is given" noria set "$F" RC-1 status=accepted date=2026-11-20 expiry=2026-11-01
status 4 "nor on that day" noria set "$F" RC-1 status=accepted date=2026-11-20 expiry=2026-11-20
ok "with them it is given" noria set "$F" RC-1 status=accepted date=2026-11-20 expiry=2027-11-20
status 4 "the risk that it is about stays" noria remove "$F" R-1
status 4 "so does the level" noria set "$F" RC-1 level=5
status 4 "a withdrawal of it needs its reason" noria set "$F" RC-1 status=withdrawn
has "it is known by its risk" "Theft of laptops" noria history "$F" RC-1

# An assessment freezes its ratings.
noria add "$F" assessment title="First assessment" trigger=initial >/dev/null
status 4 "it is not closed without its day" noria set "$F" RA-1 status=closed date=
ok "it is closed" noria set "$F" RA-1 status=closed
noria show "$F" RA-1 --format=json >closed
ok "with the ratings as they stood" grep -q 'R-1\\tTheft of laptops\\t\\tP-2' closed
noria set "$F" R-1 current_likelihood=1 >/dev/null
noria show "$F" RA-1 --format=json >later
ok "which a later rating does not touch" cmp closed later
noria add "$F" risk title="Fire" >/dev/null
noria add "$F" assessment title="Second assessment" trigger=change risk=R-2 >/dev/null
ok "another one is closed" noria set "$F" RA-2 status=closed
status 4 "what it is about stays" noria remove "$F" R-2
has "and the sentence says so of both" "R-2 cannot be deleted: RA-2 refers to it" noria remove "$F" R-2

# What stands survives the table out and in.
noria export "$F" policy --format=csv --output=policy.csv
ok "a table of signed policies reads back without a change" sh -c "noria import '$F' policy.csv --dry-run 2>&1 | grep -q '0 changed' || noria import '$F' policy.csv"
status 0 "the file is whole" noria check "$F"
finish
