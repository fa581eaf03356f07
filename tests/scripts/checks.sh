# Checks: what is missed with the program closed, and what follows from it.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
# A Friday.
at() { day=$1; shift; env NORIA_CLOCK="2026-07-${day}T08:00:00Z" "$@"; }
at 03 noria new "$F" --organisation=Test >/dev/null 2>&1
at 03 noria add "$F" check title=Daily every=day on=work start=2026-07-03 owner="Ann Lee" >/dev/null
at 03 noria add "$F" check title=Weekly every=week on=monday grace=2 start=2026-07-01 owner="Ann Lee" >/dev/null
at 03 noria add "$F" check title=Sunday every=week on=sunday start=2026-07-01 owner="Ann Lee" >/dev/null
at 03 noria add "$F" check title=Paused status=paused every=day start=2026-07-01 >/dev/null
at 03 noria add "$F" check title=Ended every=day start=2026-06-01 end=2026-06-01 owner="Ann Lee" status=paused >/dev/null
at 03 noria record "$F" CK-1 pass

raised() { # DAY: "CK-1 2026-07-06" of what is missed, as a list of that day tells
	at "$1" noria list "$F" execution --where=result=missed --format=tsv | tail -n +2 | cut -f2,3 | tr '\t' ' ' | sort | tr '\n' ';'
}
expect() { # NAME DAY EXPECTED
	ok "$1" sh -c 'echo "$1"; test "$1" = "$2"' - "$(raised "$2")" "$3"
}
expect "on Saturday nothing is missed" 04 ""
expect "nor on Sunday" 05 ""
expect "on Monday what was due on Sunday alone" 06 "CK-3 2026-07-05;"
expect "on Tuesday Monday's" 07 "CK-1 2026-07-06;CK-3 2026-07-05;"
expect "what has days of grace waits for these" 08 "CK-1 2026-07-06;CK-1 2026-07-07;CK-3 2026-07-05;"
expect "and is missed after them" 09 "CK-1 2026-07-06;CK-1 2026-07-07;CK-1 2026-07-08;CK-2 2026-07-06;CK-3 2026-07-05;"
before=$(noria history "$F" --limit=1 | head -1)
at 09 noria list "$F" execution >/dev/null
ok "nothing is raised twice" test "$(at 09 noria history "$F" --limit=1 | head -1)" = "$before"
has "the journal says that the program did it" "noted by itself" at 09 noria history "$F" --limit=1
ok "by no person, under no login" test -z "$(at 09 noria list "$F" execution --where=result=missed --format=tsv | tail -n +2 | cut -f7,8 | tr -d '\t\n')"

due_of() { at 09 noria list "$F" due --where="$1" --format=tsv | tail -n +2 | cut -f4 | sort | tr '\n' ' '; }
asked=$(at 09 noria list "$F" execution --where='result=missed answer_by!=' --format=tsv | tail -n +2 | cut -f1 | sort | tr '\n' ' ')
ok "what was missed is due of the owner of its check" sh -c 'echo "$1/$2"; test -n "$1" && test "$1" = "$2"' - "$asked" "$(due_of 'owner="Ann Lee" register=execution')"
ok "and of nobody else" test -z "$(due_of 'owner= register=execution')"

# Two at once.
pids=
for i in 1 2 3 4 5 6; do
	at 10 noria record "$F" CK-2 pass >"said-$i" 2>&1 &
	pids="$pids $!"
	at 10 noria list "$F" execution >/dev/null 2>&1 &
	pids="$pids $!"
done
wait $pids
ok "nobody was refused" sh -c 'cat said-*; ! test -s said-1'
ok "two at once raise none twice" test "$(raised 10 | tr ';' '\n' | sort | uniq -d | grep -c CK)" = 0
ok "and none is forgotten" sh -c 'test "$1" = 4' - "$(raised 10 | tr ';' '\n' | grep -c CK-1)"

# Where nothing can be written, what is late is told all the same.
cp "$F" copy.noria
has "with --read-only it is late" CK-1 at 20 noria list copy.noria check --where=late --read-only
ok "and nothing is written" cmp "$F" copy.noria
has "what is late is on the agenda" CK-1 at 20 noria list copy.noria due --read-only

# It is no step of undo.
at 13 noria set "$F" CK-1 title="Every day"
at 16 noria list "$F" execution >/dev/null
has "undo goes past what the program noted" "changed Title of CK-1" at 16 noria undo "$F"
has "and redo brings the edit back" "Done again" at 16 noria redo "$F"

# Done after all.
at 16 noria record "$F" CK-1 pass --at=2026-07-15
missed=$(at 16 noria list "$F" execution --where="check=CK-1 due=2026-07-15 result=missed" --format=tsv | tail -1 | cut -f1)
has "what was missed and done all the same is settled" "Done all the same" at 16 noria show "$F" "$missed"
ok "and asks for no answer" sh -c '! test -s "$1"' - "$(at 16 noria list "$F" execution --where="ref=$missed answer_by!=" --format=tsv | tail -n +2)"

# A pause.
at 16 noria set "$F" CK-3 status=paused
at 27 noria list "$F" execution >/dev/null
at 27 noria set "$F" CK-3 status=active
ok "nothing is missed during a pause" sh -c 'test "$1" = 1' - "$(at 28 noria list "$F" execution --where="check=CK-3 due>=2026-07-12" --format=tsv | tail -n +2 | grep -c 2026-07-12)"
ok "nor before the check was active again" sh -c 'test "$1" = 0' - "$(at 28 noria list "$F" execution --where="check=CK-3 due>2026-07-12" --format=tsv | tail -n +2 | wc -l)"

# The cap.  A record made years ago: by a file of that time, since the clock of this one goes on.
at 28 noria add "$F" check title=Long every=day start=2020-01-01 owner="Ann Lee" >/dev/null
ok "what was due before its record was made is not missed" test "$(at 28 noria list "$F" execution --where=check=CK-6 --format=tsv | tail -n +2 | wc -l)" = 0
L=$HOME/long.noria
NORIA_CLOCK=2020-01-01T08:00:00Z noria new "$L" --organisation=Long >/dev/null 2>&1
for i in 1 2 3 4 5 6; do
	NORIA_CLOCK=2020-01-01T08:00:00Z noria add "$L" check title=Long every=day start=2020-01-01 owner="Ann Lee" >/dev/null
done
F=$L
ok "of one check the last hundred are raised" test "$(at 28 noria list "$F" execution --where=check=CK-6 --format=tsv | tail -n +2 | wc -l)" = 100
ok "up to yesterday" test "$(at 28 noria list "$F" execution --where=check=CK-6 --format=tsv | tail -1 | cut -f3)" = 2026-07-27
# What is due, and until when it is in time.
at 28 noria add "$F" check title=Grace every=week on=monday grace=3 start=2026-08-01 owner="Ann Lee" >/dev/null
has "the next day is the one for which it is due" '"next": "2026-08-03"' at 28 noria show "$F" CK-7 --format=json
has "its days of grace are told apart" '"due": "2026-08-06"' at 28 noria show "$F" CK-7 --format=json
late() { env NORIA_CLOCK="2026-08-$1T08:00:00Z" noria list "$F" check --where="ref=CK-7 late" --format=tsv --read-only | tail -n +2 | wc -l; }
ok "within its grace it is not late" test "$(late 06)" = 0
ok "after it, it is" test "$(late 07)" = 1
status 0 "the file is whole" at 28 noria check "$F"

# Three in a row propose a nonconformity; what nobody answered in ten days is told.
NORIA_CLOCK=2026-08-03T08:00:00Z
export NORIA_CLOCK
. "$NORIA_SOURCE/tests/finds.sh"
F=$HOME/streak.noria
noria new "$F" --organisation=Test >/dev/null 2>&1
C=$(add check title=Backup every=day start=2026-08-03 owner="Ann Lee")
for day in 01 02; do noria record "$F" "$C" fail --at=2026-08-$day; done
content check-three-failures
noria record "$F" "$C" fail
content check-three-failures
change "$C" start=2026-08-01
noria record "$F" "$C" fail --at=2026-08-01
noria record "$F" "$C" fail --at=2026-08-02
finds check-three-failures "$C"
N=$(add nonconformity title="Backups fail" check="$C" origin=check)
content check-three-failures
change "$N" status=closed closed=2026-08-03 cause=Disk consequences=None method=other elsewhere=no effective=yes checked=2026-08-03 checker="Ann Lee" correction=New how=Looked
finds check-three-failures "$C"
noria record "$F" "$C" pass
content check-three-failures
content execution-unanswered
NORIA_CLOCK=2026-08-14T08:00:00Z
change "$C" status=paused
noria list "$F" execution >/dev/null
NORIA_CLOCK=2026-08-04T08:00:00Z
X=$(noria list "$F" execution --where=result=fail --format=tsv | tail -1 | cut -f1)
for each in $(noria list "$F" execution --where=answer_by!= --format=tsv | tail -n +2 | cut -f1); do
	test "$each" = "$X" || change "$each" no_matter="A trial"
done
NORIA_CLOCK=2026-08-13T08:00:00Z
content execution-unanswered
NORIA_CLOCK=2026-08-15T08:00:00Z
finds execution-unanswered "$X"
change "$X" nonconformity="$N"
content execution-unanswered
status 0 "the file is whole" noria check "$F"
finish
