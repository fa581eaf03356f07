# The acceptance threshold has versions, whichever way it is moved: each with its day and its reason, in the same step of undo.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
same() { # FIELD VALUE: of the newest version
	noria list "$F" threshold --sort=ref --format=tsv >"$HOME/tsv"
	test "$(awk -F '\t' -v name="$1" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) at = i } END { print $at }' "$HOME/tsv")" = "$2"
}
many() {
	test "$(noria list "$F" threshold --format=tsv | tail -n +2 | wc -l)" -eq "$1"
}

ok "none at first" many 0
status 0 "another field of the method" noria set "$F" iso5x5 title="Five by five"
ok "is no version" many 0
status 0 "the same threshold" noria set "$F" iso5x5 threshold=2
ok "is none either" many 0
status 0 "another threshold with its reason" noria set "$F" iso5x5 threshold=3 threshold_reason="The board decided"
ok "is a version" many 1
ok "of that level" same level 3
ok "of today" same date 2026-11-24
ok "with the reason" same reason "The board decided"
ok "of the method" same method iso5x5
has "the method tells the day" '"threshold_date": "2026-11-24"' noria show "$F" iso5x5 --format=json
status 0 "a reason that is not given" noria set "$F" iso5x5 threshold=2 threshold_date=2026-10-01
ok "is another version" many 2
ok "of the day that was given" same date 2026-10-01
ok "without the reason of the one before" same reason ""
has "which waits for no day, since a later one is in force" '"threshold_reason": "The board decided"' noria show "$F" iso5x5 --format=json
has "and that is said" 'A threshold of a later day is in force already' noria set "$F" iso5x5 threshold=4 threshold_date=2026-09-01
status 0 "without that one" noria undo "$F"
status 0 "the same reason given again" noria set "$F" iso5x5 threshold=1 threshold_reason=Same
status 0 "and again" noria set "$F" iso5x5 threshold=2 threshold_reason=Same
ok "stays that of both" same reason Same
status 0 "a threshold without a day" noria set "$F" iso5x5 threshold=4 threshold_date=
ok "has a version of today" same date 2026-11-24
ok "five of them" many 5
status 0 "undo" noria undo "$F"
ok "takes the version back with the threshold" many 4
has "both of them" '"threshold": 2' noria show "$F" iso5x5 --format=json
status 4 "a threshold that is no level" noria set "$F" iso5x5 threshold=9
has "is told of the method" "The threshold must be one of the levels of risk" noria set "$F" iso5x5 threshold=9
ok "and leaves no version" many 4
status 0 "all is sound" noria check "$F"

# One truth: a record of the register counts from its day on, whoever wrote it and however.
inforce() { # LEVEL [DAY]: counts, lists and the method agree
	test "$(NORIA_CLOCK=${2:-2026-11-24}T10:00:00Z noria list "$G" risk --where='current_level>threshold' --format=tsv | tail -n +2 | wc -l)" -eq $((4 - $1)) &&
		test "$(NORIA_CLOCK=${2:-2026-11-24}T10:00:00Z noria show "$G" iso5x5 --format=json | sed -n 's/.*"threshold": \([0-9]*\).*/\1/p')" -eq "$1" &&
		test "$(NORIA_CLOCK=${2:-2026-11-24}T10:00:00Z noria list "$G" method --where="threshold=$1" --format=tsv | tail -n +2 | wc -l)" -eq 1 &&
		test "$(NORIA_CLOCK=${2:-2026-11-24}T10:00:00Z noria list "$G" method --format=tsv | tail -n 1 | cut -f 9)" = "$1"
}
G=$HOME/truth.noria
noria new "$G" --organisation=Test
for rating in "1 1" "2 3" "4 3" "5 5"; do
	noria add "$G" risk title="Risk $rating" current_likelihood=${rating% *} current_impact=${rating#* } >"$HOME/ref"
done
ok "what the method came with counts while nobody decided" inforce 2
status 0 "a threshold in the register" noria add "$G" threshold method=iso5x5 level=3 owner="Jeanne Roy" reason="The board" date=2026-11-01
ok "is in force the same second" inforce 3
has "the method tells the day" '"threshold_date": "2026-11-01"' noria show "$G" iso5x5 --format=json
has "the reason" '"threshold_reason": "The board"' noria show "$G" iso5x5 --format=json
has "and who decided" '"threshold_owner": "P-1"' noria show "$G" iso5x5 --format=json
status 0 "an older one that is written later" noria add "$G" threshold method=iso5x5 level=1 date=2026-10-01
ok "is not in force" inforce 3
ok "but was" inforce 1 2026-10-31
ok "and before it what the method came with" inforce 2 2026-09-30
status 0 "one for a day that has not come" noria add "$G" threshold method=iso5x5 level=4 date=2026-12-01
has "is said to wait" 'on; until then the one before does' noria add "$G" threshold method=iso5x5 level=4 date=2026-12-01
ok "it waits" inforce 3 2026-11-30
ok "and is in force on that day" inforce 4 2026-12-01
status 0 "another level by the method" noria set "$G" iso5x5 threshold=2 threshold_owner="Jeanne Roy" threshold_reason="Fewer"
ok "is a record" test "$(noria list "$G" threshold --where='level=2 date=today owner=P-1 reason=Fewer' --format=tsv | wc -l)" -eq 2
ok "and in force" inforce 2
has "who is not general management is told" 'P-1, who decided this threshold, held no role of general management' noria set "$G" iso5x5 threshold=3 threshold_owner=P-1
has "nor is nobody" 'Nobody is named who decided this threshold' noria set "$G" iso5x5 threshold=1
noria add "$G" role title=Director holders=P-1 management=yes assigned=2026-01-01 >"$HOME/ref"
noria set "$G" iso5x5 threshold=2 threshold_owner=P-1 >"$HOME/said" 2>&1
ok "who is, decides without more words" test ! -s "$HOME/said"
ok "the last of a day is in force" inforce 2
status 0 "another reason alone" noria set "$G" iso5x5 threshold_reason="Said better"
ok "is that of the record in force" test "$(noria list "$G" threshold --where='level=2 reason="Said better"' --format=tsv | wc -l)" -eq 2
status 0 "undo" noria undo "$G"
status 0 "undo" noria undo "$G"
ok "takes the threshold back" inforce 1
status 0 "redo" noria redo "$G"
ok "and redo brings it again" inforce 2
status 0 "all is sound" noria check "$G"
finish
