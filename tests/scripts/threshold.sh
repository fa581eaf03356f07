# The acceptance threshold has versions, whichever way it is moved: each with its day and its reason, in the same step of undo.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
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
has "which the method no longer tells" '"threshold_reason": null' noria show "$F" iso5x5 --format=json
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
finish
