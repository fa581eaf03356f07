# What the program notes by itself holds whoever else works on the file, whatever ends in the middle, and in the
# organisation's days; it is taken back with what it follows from, and is no step over an alarm.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

at() { moment=$1; shift; env NORIA_CLOCK="$moment" "$@"; }
results() { noria list "$@" --format=tsv 2>/dev/null | tail -n +2; }
is() { # NAME EXPECTED GOT
	echo "got: $3" >"$HOME/tap-output"
	test "$2" = "$3"
	tap_result $? "$1: $2"
}

# ---- many at once: each missed day once, each value once ----

F=$HOME/many.noria
at 2026-10-30T09:00:00Z noria new "$F" --organisation=Test >/dev/null 2>&1
at 2026-10-30T09:00:00Z noria add "$F" person name="Ann Lee" >/dev/null
IN=$(at 2026-10-30T09:00:00Z noria add "$F" indicator name=Risks "formula=count(risk)" frequency=day start=2026-10-30 status=active measure=m owner="Ann Lee")
at 2026-10-30T09:00:00Z noria add "$F" indicator name=Half "formula=$IN/2" frequency=day start=2026-10-30 status=active measure=m owner="Ann Lee" >/dev/null
HAND=$(at 2026-10-30T09:00:00Z noria add "$F" indicator name=Counted frequency=day start=2026-10-30 status=active measure=m owner="Ann Lee")
printf 'title,every,start,kind,login\n' >checks.csv
for i in 1 2 3 4 5; do echo "Check $i,day,2026-11-09,automaton,cron" >>checks.csv; done
at 2026-10-30T09:00:00Z noria import "$F" checks.csv --as=csv:check 2>/dev/null
cp "$F" waiting.noria
many=40
test -z "${NORIA_TEST_SLOW-}" || many=12
pids=
i=0
while test $i -lt $many; do
	i=$((i + 1))
	noria list "$F" due >/dev/null 2>"said-$i" &
	pids="$pids $!"
	noria record "$F" "$HAND" $i 2>"wrote-$i" &
	pids="$pids $!"
done
wait $pids
cat said-* wrote-* >said
ok "$many lists and $many records at once: nobody is refused, nobody told" sh -c 'cat said; ! test -s said'
is "each day of each check is missed" 75 "$(results "$F" execution | cut -f2,3 | wc -l)"
is "once" "" "$(results "$F" execution | cut -f2,3 | sort | uniq -d)"
is "each indicator has its last period's value" 2 "$(results "$F" measurement --where="period=2026-11-23 value!=" | grep -vc "	$HAND	")"
is "once" "" "$(results "$F" measurement --where=indicator!="$HAND" | cut -f2,5 | sort | uniq -d)"
is "and no record is lost" $many "$(results "$F" measurement --where=indicator="$HAND" | wc -l)"
noria list "$F" due >/dev/null
is "one entry of the journal noted the days" 1 "$(noria history "$F" | grep -c 'noted by itself: 75 records')"
status 0 "the file is whole" noria check "$F"

# ---- kill -9 while it is noted, and while something is recorded behind it ----

began=$(date +%s%N)
for i in 1 2 3; do
	cp waiting.noria "$HOME/warm-$i.noria" && noria list "$HOME/warm-$i.noria" due >/dev/null
done
took=$((($(date +%s%N) - began) / 3000))
kills=0 half=0 lost=0 damaged=0 noted=0 i=0
rounds=60
test -z "${NORIA_TEST_SLOW-}" || rounds=15
while test $i -lt $rounds; do
	i=$((i + 1))
	# A place of its own each: an older copy at the same one would raise the alarm.
	F=$HOME/killed-$i.noria
	cp waiting.noria "$F"
	if test $((i % 2)) -eq 0; then
		noria list "$F" due >/dev/null 2>&1 &
	else
		noria record "$F" "$HAND" 7 >/dev/null 2>&1 &
	fi
	writer=$!
	sleep "$(awk -v seed="$i" -v took="$took" 'BEGIN { srand(seed * 7919); printf "%.4f", rand() * took * 1.1 / 1e6 }')"
	kill -9 $writer 2>/dev/null && kills=$((kills + 1))
	wait $writer 2>/dev/null
	missed=$(noria list "$F" execution --read-only --format=tsv 2>/dev/null | tail -n +2 | wc -l)
	case $missed in 0) ;; 75) noted=$((noted + 1)) ;; *) half=$((half + 1)) ;; esac
	noria check "$F" >/dev/null 2>&1 || damaged=$((damaged + 1))
	# Whoever comes next notes what was not.
	test "$(results "$F" execution | cut -f2,3 | sort -u | wc -l)" -eq 75 || lost=$((lost + 1))
	rm -f "$F"
done
echo "# $kills of $rounds killed, $noted of them noted whole"
ok "some were killed" test $kills -gt $((rounds / 4))
is "never is it noted by half" 0 $half
is "never is the file damaged" 0 $damaged
is "and the next one notes it" 0 $lost

# ---- over an alarm nothing is noted ----

F=$HOME/alarm.noria
cp waiting.noria "$F"
at 2026-10-31T09:00:00Z noria list "$F" check >/dev/null
cp "$F" older.noria
at 2026-10-31T09:00:00Z noria set "$F" ORG-1 name=Other
cat older.noria >"$F"
at 2026-11-20T09:00:00Z noria list "$F" due >/dev/null 2>&1
ok "an older copy in its place is left as it is by a list" cmp "$F" older.noria
has "what is late is told all the same" CK-1 at 2026-11-20T09:00:00Z noria list "$F" check --where=late
has "and check still tells that it is an older copy" "older copy of the file" at 2026-11-20T09:00:00Z noria check "$F"
at 2026-11-20T09:00:00Z noria record "$F" "$HAND" 7 2>/dev/null
is "who writes all the same writes that alone" 0 "$(at 2026-11-20T09:00:00Z noria list "$F" execution --read-only --format=tsv | tail -n +2 | wc -l)"
has "and the alarm stays" "is not in the journal" at 2026-11-20T09:00:00Z noria check "$F"
at 2026-11-20T09:00:00Z noria check "$F" --accept >/dev/null 2>&1
is "once somebody has accepted the journal it is noted" 55 "$(NORIA_CLOCK=2026-11-20T09:00:00Z results "$F" execution | wc -l)"

# ---- undone with what it follows from ----

F=$HOME/undone.noria
noria new "$F" --organisation=Test >/dev/null 2>&1
C=$(at 2026-11-01T09:00:00Z noria add "$F" check title=Daily every=day start=2026-11-01 kind=automaton login=cron)
is "a check that began in the past is missed" 23 "$(results "$F" execution | wc -l)"
has "undo takes both back, and says so" "Undone: added $C; what the program had noted of it since went with it (23 records)" noria undo "$F"
is "nothing of it is left" "0 0" "$(results "$F" execution | wc -l) $(results "$F" check | wc -l)"
has "redo brings both again" "Done again: added $C" noria redo "$F"
is "all of it" "23 1" "$(results "$F" execution | wc -l) $(results "$F" check | wc -l)"
status 0 "the file is whole" noria check "$F"
noria undo "$F" 2>/dev/null
noria redo "$F" 2>/dev/null
is "again and again" 23 "$(results "$F" execution | wc -l)"
# The days were wrong: the check had been set to start long ago.
noria set "$F" "$C" every=week on=monday
noria undo "$F" 2>/dev/null
noria record "$F" "$C" pass
noria set "$F" "$C" every=week on=monday
at 2026-11-28T09:00:00Z noria set "$F" "$C" every=day on=
is "by its new days it is missed" 26 "$(NORIA_CLOCK=2026-11-28T09:00:00Z results "$F" execution --where=result=missed | wc -l)"
has "undone, these were never waited for" "(3 records)" at 2026-11-28T09:00:00Z noria undo "$F"
is "what was missed before stays" 23 "$(NORIA_CLOCK=2026-11-28T09:00:00Z results "$F" execution --where=result=missed | wc -l)"
has "redone they are missed again" "Done again: changed 2 fields" at 2026-11-28T09:00:00Z noria redo "$F"
is "each once" 26 "$(NORIA_CLOCK=2026-11-28T09:00:00Z results "$F" execution --where=result=missed | wc -l)"
# A title decides of nothing.
at 2026-11-28T09:00:00Z noria set "$F" "$C" title=Nightly
is "a day later one more is missed" 27 "$(NORIA_CLOCK=2026-11-29T09:00:00Z results "$F" execution --where=result=missed | wc -l)"
at 2026-11-29T09:00:00Z noria undo "$F" 2>/dev/null
is "who takes a title back takes no day back" 27 "$(NORIA_CLOCK=2026-11-29T09:00:00Z noria list "$F" execution --where=result=missed --read-only --format=tsv | tail -n +2 | wc -l)"
# What somebody has answered stays, and the refusal says what to do.
D=$(at 2026-11-20T09:00:00Z noria add "$F" check title=Other every=day start=2026-11-20 kind=automaton login=cron)
X=$(results "$F" execution --where=check="$D" | tail -1 | cut -f1)
env NORIA_LOGIN=other noria set "$F" "$X" no_matter="A trial"
has "what somebody answered meanwhile is not taken away" "$X refers to it since. Nothing was undone; change or delete $X first." noria undo "$F"
is "and nothing was" 4 "$(results "$F" execution --where=check="$D" | wc -l)"
env NORIA_LOGIN=other noria undo "$F" 2>/dev/null
has "once that is taken back all of it goes" "(4 records)" noria undo "$F"
# The value of an indicator.
I=$(at 2026-10-20T09:00:00Z noria add "$F" indicator name=Risks "formula=count(risk)" frequency=month start=2026-10-01 status=active measure=m owner="Ann Lee")
is "an indicator has its value" 1 "$(results "$F" measurement --where=indicator="$I" | wc -l)"
has "undone with it" "(1 record)" noria undo "$F"
is "it is gone" 0 "$(results "$F" measurement | wc -l)"
status 0 "the file is whole" noria check "$F"

# ---- in the organisation's days, over both changes of its clocks (zones come from tzdata) ----

F=$HOME/zones.noria
TZ=America/Los_Angeles # of the machine, which decides nothing
export TZ
at 2026-03-01T00:00:00Z noria new "$F" --organisation=Test >/dev/null 2>&1
at 2026-03-01T00:00:00Z noria set "$F" ORG-1 time_zone=Pacific/Auckland
at 2026-03-01T00:00:00Z noria add "$F" check title=Daily every=day start=2026-04-04 end=2026-04-06 kind=automaton login=cron >/dev/null
missed_on() { # NAME MOMENT EXPECTED
	is "$1" "$3" "$(NORIA_CLOCK=$2 results "$F" execution | cut -f3 | sort | tr '\n' ' ')"
}
missed_on "Auckland, 4 April 23:59 by the clocks of summer" 2026-04-04T10:59:00Z ""
missed_on "a minute later it is the fifth" 2026-04-04T11:01:00Z "2026-04-04 "
missed_on "5 April 23:59 by those of winter, 25 hours long" 2026-04-05T11:59:00Z "2026-04-04 "
missed_on "and then the sixth" 2026-04-05T12:01:00Z "2026-04-04 2026-04-05 "
at 2026-09-01T00:00:00Z noria set "$F" CK-1 start=2026-09-26 end=2026-09-28
missed_on "26 September 23:59 by the clocks of winter" 2026-09-26T11:59:00Z "2026-04-04 2026-04-05 2026-04-06 "
missed_on "then the twenty-seventh" 2026-09-26T12:01:00Z "2026-04-04 2026-04-05 2026-04-06 2026-09-26 "
missed_on "27 September 23:59 by those of summer, 23 hours long" 2026-09-27T10:59:00Z "2026-04-04 2026-04-05 2026-04-06 2026-09-26 "
missed_on "and then the twenty-eighth" 2026-09-27T11:01:00Z "2026-04-04 2026-04-05 2026-04-06 2026-09-26 2026-09-27 "
at 2026-09-27T11:01:00Z noria set "$F" CK-1 end=
at 2026-09-27T11:01:00Z noria set "$F" CK-1 status=paused
at 2026-10-19T11:30:00Z noria set "$F" CK-1 status=active
has "who makes it active again does so on the organisation's day" '"resumed": "2026-10-20"' at 2026-10-19T11:30:00Z noria show "$F" CK-1 --format=json
at 2026-10-19T11:30:00Z noria record "$F" CK-1 pass
has "and records on it" '"due": "2026-10-20"' sh -c 'noria show "$1" "$(noria list "$1" execution --read-only --where=result=pass --format=tsv | tail -1 | cut -f1)" --format=json' - "$F"
TZ=UTC

# ---- a formula that holds no more ----

. "$NORIA_SOURCE/tests/finds.sh"
F=$HOME/formula.noria
NORIA_CLOCK=2026-10-02T09:30:00Z
export NORIA_CLOCK
noria new "$F" --organisation=Test >/dev/null 2>&1
A=$(add indicator name=High "formula=count(risk 'current_level>=High')" frequency=month start=2026-10-01 status=active measure=m owner="Ann Lee")
B=$(add indicator name=All "formula=count(risk)" frequency=month start=2026-10-01 status=active measure=m owner="Ann Lee")
D=$(add indicator name=Twice "formula=2*$A" frequency=month start=2026-10-01 status=active measure=m owner="Ann Lee")
L=$(noria list "$F" level --where=name=High --format=tsv | tail -1 | cut -f1)
change "$L" name=Grave
NORIA_CLOCK=2026-11-24T09:30:00Z
value() { results "$F" measurement --where=indicator="$1" | cut -f4,5; }
is "the others have their values" "0	2026-10" "$(value "$B")"
is "it has none, for its period" "	2026-10" "$(value "$A")"
has "and its note says why" 'Current level cannot be ""High""' noria list "$F" measurement --where=indicator="$A" --format=csv
is "what rests on it waits no more" "	2026-10" "$(value "$D")"
finds indicator-formula "$A"
before=$(noria history "$F" --limit=1 | head -1)
noria list "$F" due >/dev/null
is "nothing waits any more" "$before" "$(noria history "$F" --limit=1 | head -1)"
change "$A" formula="count(risk 'current_level>=Grave')"
change "$D" status=retired reason=r
NORIA_CLOCK=2026-12-24T09:30:00Z
is "mended, it counts again" "0	2026-11" "$(value "$A" | tail -1)"
content indicator-formula
# What a formula rests on stays.
B=$(add indicator name=Draft "formula=count(risk)" frequency=month measure=m)
D=$(add indicator name=Gone "formula=2*$B" frequency=month start=2026-12-01 status=active measure=m owner="Ann Lee")
status 4 "which is not deleted under it" noria remove "$F" "$B"
status 0 "the file is whole" noria check "$F"
finish
