# `noria record`: results of checks and values of indicators, by programs: nothing is lost, nothing hostile gets in.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria set "$F" ORG-1 time_zone=Europe/Paris
noria add "$F" person name="Ann Lee" login=ann >/dev/null
noria add "$F" check title=Backup kind=automaton login=cron every=day start=2026-11-24 >/dev/null
noria add "$F" check title=Restore every=week on=monday grace=2 ok=80 start=2026-11-20 owner="Ann Lee" >/dev/null
noria add "$F" check title=Old status=retired every=day start=2026-11-20 >/dev/null
noria add "$F" indicator name=Patched frequency=month start=2026-01-01 owner="Ann Lee" >/dev/null
noria add "$F" risk title=Flood >/dev/null

field() { noria show "$F" "$1" --format=json | sed -n "s/.*\"$2\": \"\{0,1\}\([^\",]*\)[\",].*/\1/p"; }
is() { # NAME REF FIELD VALUE
	ok "$1" sh -c 'echo "$1"; test "$1" = "$2"' - "$(field "$2" "$3")" "$4"
}
count() { noria list "$F" "$1" --format=tsv | tail -n +2 | wc -l; }

# What can be said.
ok "a result is recorded, and nothing is printed" sh -c 'said=$(noria record "$1" CK-1 pass 2>&1) && test -z "$said"' - "$F"
is "it answers the day that waits" XQ-1 due 2026-11-24
is "under the login of the program" XQ-1 login officer
is "and the next day waits" CK-1 due 2026-11-25
ok "again the same day" noria record "$F" CK-1 fail --note="disk full; see /var/log"
is "for the same day" XQ-2 due 2026-11-24
is "with its note" XQ-2 note "disk full; see /var/log"
ok "a person records under a name" env NORIA_LOGIN=ann noria record "$F" CK-2 PASS
is "which is that of the login" XQ-3 by P-1
is "and no login beside it" XQ-3 login null
ok "a score that is enough" noria record "$F" CK-2 80
is "passes" XQ-4 result pass
is "and is kept" XQ-4 score 80
ok "one that is not" noria record "$F" CK-2 "79 %"
is "fails" XQ-5 result fail
is "and is kept, too" XQ-5 score 79
noria record "$F" CK-1 50
is "without a threshold some is part" XQ-6 result part
ok "a moment is in the organisation's zone" noria record "$F" CK-1 pass --at="2026-11-24 00:30"
is "and kept in UTC" XQ-7 at 2026-11-23T23:30:00Z
is "its day is that of the organisation" XQ-7 due 2026-11-24
ok "a day alone" noria record "$F" CK-1 pass --at=2026-11-24
ok "an indicator takes a number" noria record "$F" IN-37 12.5
is "which is a measurement" ME-1 value 12.5
ok "one below zero too" noria record "$F" IN-37 -- -3
is "as it is" ME-2 value -3
ok "FILE may be left out" env NORIA_FILE="$F" noria record CK-1 pass
ok "it is one step of undo" noria undo "$F"

# What cannot.
before=$(count execution)
for value in ok missed "" " " 101 -1 50.5 "79,9 %" 1e2 0x10 nan inf 1/2 50% "pass fail" "pass;" "p a s s" '$(id)' "'; DROP TABLE \"check\"; --" "12 EUR" 1,234; do
	case $value in
	50%) ok "50% is a score" noria record "$F" CK-1 50% && before=$((before + 1)) ;;
	*) status 4 "no result: \"$value\"" noria record "$F" CK-1 "$value" ;;
	esac
done
printf 'pass\033[2J' >escape
status 4 "no result: with a control sequence" noria record "$F" CK-1 "$(cat escape)"
ok "nor is it printed" sh -c '! noria record "$1" CK-1 "$(cat escape)" 2>&1 | grep -q "$(printf "\033")"' - "$F"
status 4 "no result: a long one" noria record "$F" CK-1 "$(head -c 100000 /dev/zero | tr '\0' 9)"
has "nothing to count by" "IN-37 has no formula" noria record "$F" IN-37 count
status 4 "and that is invalid" noria record "$F" IN-37 count
status 4 "no number" noria record "$F" IN-37 pass
status 4 "no number: one with an exponent" noria record "$F" IN-37 1e3
status 4 "no number: one that may be two" noria record "$F" IN-37 1,234
status 4 "no such record" noria record "$F" CK-99 pass
status 4 "no ref" noria record "$F" Backup pass
has "neither a check nor an indicator" "R-1 is neither a security check nor an indicator" noria record "$F" R-1 pass
status 4 "and that is invalid" noria record "$F" R-1 pass
status 4 "a retired check" noria record "$F" CK-3 pass
status 4 "a day that has not come" noria record "$F" CK-1 pass --at=2026-11-25
has "a time is said in the organisation's zone" "2026-11-25 00:30 +01:00 has not come yet" noria record "$F" CK-1 pass --at=2026-11-25T00:30
status 4 "no day" noria record "$F" CK-1 pass --at=yesterday-ish
status 4 "no day: an empty one" noria record "$F" CK-1 pass --at=
status 4 "no evidence of that name" noria record "$F" CK-1 pass --evidence=EV-99
status 2 "too few words" noria record "$F" CK-1
status 2 "too many" noria record "$F" CK-1 pass fail
status 2 "no such option" noria record "$F" CK-1 pass --noted=x
status 3 "no file" noria record "$HOME/none.noria" CK-1 pass
status 3 "no Noria file" noria record "$NORIA_SOURCE/NEWS" CK-1 pass
ok "nothing of it was written" test "$(count execution)" -eq "$before"
status 0 "the file is whole" noria check "$F"

# As many as there are: each waits for its turn.
before=$(count execution)
many=100
test -z "${NORIA_TEST_SLOW-}" || many=20
i=0
pids=
while test $i -lt $many; do
	i=$((i + 1))
	(noria record "$F" CK-1 pass --note="$i" || echo "status $?") >"said-$i" 2>&1 &
	pids="$pids $!"
done
wait $pids
cat said-* >said
ok "$many at once: nobody was refused" sh -c 'cat said; ! test -s said'
ok "and none is lost" test "$(count execution)" -eq $((before + many))
ok "each is there once" test "$(noria list "$F" execution --format=tsv | cut -f9 | grep -xE '[0-9]+' | sort -u | wc -l)" -eq $many
before=$(count measurement)
i=0
pids=
while test $i -lt $many; do
	i=$((i + 1))
	(noria record "$F" IN-37 $i || echo "status $?") >"said-$i" 2>&1 &
	pids="$pids $!"
done
wait $pids
cat said-* >said
ok "$many of an indicator: nobody was refused" sh -c 'cat said; ! test -s said'
ok "and none is lost" test "$(count measurement)" -eq $((before + many))
status 0 "the file is whole" noria check "$F"
finish
