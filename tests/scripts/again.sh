# What is looked at again: attached files compared with their hashes, risks rated after their actions, incidents and
# changes, independence as it stood when an audit was reported, snapshots beside the one before.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Jeanne Roy" >/dev/null
noria add "$F" person name="Karim Benali" >/dev/null
field() { # REF LABEL
	noria show "$F" "$1" | sed -n "s/^$2  *//p"
}
unwrapped() {
	"$@" | tr -s '\n ' ' ' | sed 's/\xc2\xa0/ /g'
}
passes() { # REGISTER FILTER: the refs
	noria list "$F" "$1" --where="$2" --format=tsv | tail -n +2 | cut -f1 | tr '\n' ' '
}

# ---- attached files ----

has "nothing attached, nothing to record" "No file is attached" noria check "$F" --record
entries=$(noria history "$F" | grep -c '^2')
echo proof >proof.txt
E=$(add evidence title=Proof date=2026-11-02 owner="Jeanne Roy")
noria attach "$F" "$E" proof.txt >/dev/null
ok "a check alone writes nothing" sh -c 'before=$(cksum <"$1"); noria check "$1" >/dev/null; test "$before" = "$(cksum <"$1")"' sh "$F"
ok "nor does it say that it compared" test -z "$(field "$E" 'Compared on')"
status 2 "what is only read is not written to" noria check "$F" --record --read-only
status 4 "the day is not written by hand" noria set "$F" "$E" verified=2026-11-02
has "asked to, it says how many it compared" "1 attached file was compared" noria check "$F" --record
has "and the evidence says when" "Compared on 2026-11-24" unwrapped noria show "$F" "$E"
has "as the journal does, by its own word" verify noria history "$F" --limit=1
ok "the file is whole afterwards" noria check "$F"
cp "$F" bad.noria
echo "UPDATE attachment SET bytes = x'00';" | sqlite3 bad.noria 2>/dev/null || echo "UPDATE attachment SET data = x'00';" | sqlite3 bad.noria
NORIA_CLOCK=2026-11-25T09:30:00Z
status 1 "what is damaged is not recorded as compared" noria check bad.noria --record
has "and keeps the day on which it was" "Compared on 2026-11-24" unwrapped noria show bad.noria "$E"
NORIA_CLOCK=2026-11-24T09:30:00Z
ok "an old file that was never compared is told" sh -c 'cp "$1" old.noria; NORIA_CLOCK=2028-01-10T09:30:00Z noria verdict old.noria --clause=7.5.3 | grep -q "Lacking.*$2"' sh "$F" "$E"
ok "and no longer once it was" sh -c 'NORIA_CLOCK=2028-01-10T09:30:00Z; export NORIA_CLOCK; noria check old.noria --record >/dev/null 2>&1; ! noria verdict old.noria --clause=7.5.3 | grep -q "Lacking.*$1"' sh "$E"

# ---- risks whose actions are done ----

R=$(add risk title=Theft owner="Jeanne Roy" current_likelihood=4 current_impact=4 treatment=modify identified=2026-03-02)
A=$(add action title=Lock risk="$R" owner="Jeanne Roy" due=2026-10-01 status=done done=2026-10-01)
finds risk-done-unrated "$R"
B=$(add action title=Guard risk="$R" owner="Jeanne Roy" due=2026-12-01)
content risk-done-unrated
noria remove "$F" "$B" >/dev/null
finds risk-done-unrated "$R"
change "$A" done=2026-11-02
content risk-done-unrated
change "$A" done=2026-10-01
change "$R" title="Theft of a laptop"
finds risk-done-unrated "$R"
change "$R" current_likelihood=3
content risk-done-unrated
Q=$(add risk title=Fire owner="Jeanne Roy" current_likelihood=4 current_impact=4 treatment=modify)
change "$A" risk="$Q"
finds risk-done-unrated "$Q"
add assessment title=Ours date=2026-10-05 risk="$Q" status=closed >/dev/null
content risk-done-unrated
ok "an assessment of some risks is none of all" test "$(passes action 'done>assessed')" = "$A "
add assessment title=All date=2026-10-12 status=closed >/dev/null
ok "what came before an assessment of all risks" test "$(passes action 'done<=assessed')" = "$A "
ok "is not after it" test -z "$(passes action 'done>assessed')"
ok "moments are compared with its day" test "$(passes action 'created>assessed')" = "$A "

# ---- values that changed since a day of another field ----

ok "none changed since a day that lies ahead" test "$(passes risk '#title<@review')" = ""
change "$R" review=2026-11-24
ok "on that day counts" test "$(passes risk '#title>=@review')" = "$R "
change "$R" review=2026-11-25
ok "before it does not" test "$(passes risk '#title<@review')" = "$R "
ok "days may be added" test "$(passes risk '#title>=@review-1')" = "$R "
ok "a set that did not change" test "$(passes risk '#controls<2026-01-05')" = "$R $Q "
change "$R" controls=2022:A.8.1
ok "one that did" test "$(passes risk '#controls>=2026-01-05')" = "$R "

# ---- independence as it stood ----

U=$(add audit title=Clauses kind=internal planned=2026-10-05 held=2026-10-05 auditor="Karim Benali" status=done requirements=2022:4.1)
has "by the records of today" "yes, by the records" noria show "$F" "$U"
change 2022:4.1 owner="Karim Benali"
has "while it is not reported" "no: Karim Benali answers for clauses" noria show "$F" "$U"
change 2022:4.1 owner=
noria set "$F" "$U" status=reported conclusion=Fine reported=2026-10-12 reported_to="Jeanne Roy" >/dev/null
ok "reported, it is kept" test "$(field "$U" 'Independent then')" = yes
change 2022:4.1 owner="Karim Benali"
has "what changes later alters nothing" "yes, by the records of the day on which it was reported" unwrapped noria show "$F" "$U"
ok "and it holds" test "$(passes audit valid)" = "$U "
V=$(add audit title=Again kind=internal planned=2026-10-05 held=2026-10-05 auditor="Karim Benali" status=reported conclusion=Fine reported=2026-10-12 reported_to="Jeanne Roy" requirements=2022:4.1)
ok "one that was not is kept so" test "$(field "$V" 'Independent then')" = no
change 2022:4.1 owner=
ok "and does not hold afterwards either" test "$(passes audit valid)" = "$U "
W=$(add audit title=Audits kind=internal planned=2026-10-05 auditor="Karim Benali" requirements=2022:9.2.1)
has "who leads other audits does not audit the audits" "another should audit it" unwrapped noria show "$F" "$W"
change "$W" body="Auditors United"
ok "a body from outside may" sh -c '! noria show "$1" "$2" | grep -q "another should"' sh "$F" "$W"

# ---- tolerances beside what they judge ----

has "what is allowed stands beside it" "(asked: at most 30 days)" unwrapped noria verdict "$F" --clause=9.2.1
noria set "$F" ORG-1 tolerances="audit_reported=20" >/dev/null
has "by the organisation's own" "(asked: at most 20 days)" unwrapped noria verdict "$F" --clause=9.2.1
add responsibility title=Risks >/dev/null
has "and what was measured" "(0 %, asked: at least 50 %)" unwrapped noria verdict "$F" --clause=4.4
ok "the file is whole" noria check "$F"
finish
