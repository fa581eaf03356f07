# Nonconformities along clause 10.2, a to g: what closing asks for, the effect looked at after its time, by somebody else.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"
export NORIA_CLOCK="2026-11-27 10:00"

F=$HOME/test.noria
fresh "$F" --organisation=Test
J=$(add person name="Jeanne Roy")
K=$(add person name="Karim Benali")
N=$(add nonconformity title="Accounts stay open" owner="$J" detected=2026-08-03 due=2026-11-20 grade=major control=A.5.18)

# ---- what is missing is told at once ----
has "closing asks for all of it" "Correction" noria set "$F" "$N" status=closed
has "to its end" "How it was seen" noria set "$F" "$N" status=closed
status 4 "and is refused" noria set "$F" "$N" status=closed
finds nc-elsewhere "$N"
noria set "$F" "$N" correction=Closed consequences=None cause="Nobody told" method=why elsewhere=unlooked effective=no checked=2026-11-25 checker="$K" how="Ten tried" closed=2026-11-26 >/dev/null
finds nc-elsewhere "$N"
has "what did not work is not closed" "did not work is not closed" noria set "$F" "$N" status=closed
noria set "$F" "$N" effective=yes >/dev/null
has "nor what nobody looked for elsewhere" "looked whether it is so elsewhere" noria set "$F" "$N" status=closed
noria set "$F" "$N" elsewhere=yes >/dev/null
content nc-elsewhere
has "where is to be said" "say where" noria set "$F" "$N" status=closed
noria set "$F" "$N" where="At Rives" >/dev/null
has "after its day the reason is" "say why it is late" noria set "$F" "$N" status=closed
finds nc-late-silent "$N"
noria set "$F" "$N" lateness="The supplier was late" >/dev/null
content nc-late-silent
noria export "$F" "nonconformity:$N" --format=text >"$HOME/sheet"
ok "the sheet goes from a to g" test "$(grep -o '^[a-g])' "$HOME/sheet" | tr -d '\n')" = "a)b)c)d)e)f)g)"
A=$(add action title="Tell the people" nonconformity="$N" kind=corrective owner="$J" due=2026-12-20)
status 4 "not while an action is open" noria set "$F" "$N" status=closed
has "and the sentence says so" "while one of its actions is open" noria set "$F" "$N" status=closed
has "the verdict sees what was looked at too early" "Lacking 1: $N" sh -c 'noria verdict "$1" --clause=10.2 | grep -A4 "after the actions were done"' - "$F"
noria set "$F" "$A" status=done done=2026-11-27 effective=yes checked=2026-11-27 checker="$K" >/dev/null
has "nor where it was done after one looked" "look again before it is closed" noria set "$F" "$N" status=closed
noria set "$F" "$A" done=2026-11-24 >/dev/null
ok "it is closed" noria set "$F" "$N" status=closed
status 4 "and stands" noria set "$F" "$N" cause=Other

# ---- it came back ----
R=$(add nonconformity title="Accounts again" owner="$J" detected=2026-11-20 control=A.5.18)
finds nc-recurrence "$R"
change "$R" repeat="$N"
content nc-recurrence
status 4 "nothing repeats itself" noria set "$F" "$R" repeat="$R"

# ---- the effect of an action ----
late() { noria list "$F" due --where="field=effect_due late" --format=tsv | tail -n +2 | cut -f 4; }
coming() { noria list "$F" due --where="field=effect_due" --format=tsv | tail -n +2 | cut -f 1; }
A=$(add action title="Tell of leavers" kind=corrective owner="$J" nonconformity="$R" due=2026-09-01)
ok "as long as it is not done its effect is not due" test -z "$(coming)"
noria set "$F" "$A" status=done done=2026-09-10 >/dev/null
ok "sixty days later it is" test "$(coming)" = 2026-11-09
ok "and late" test "$(late)" = "$A"
ok "what is done is not late by its old day" test "$(noria list "$F" due --where="register=action" --format=tsv | tail -n +2 | wc -l)" -eq 1
ok "the list of the late has it" test "$(noria list "$F" action --where=late --format=tsv | tail -n +2 | cut -f 1)" = "$A"
ok "it is not open for that" test -z "$(noria list "$F" action --where=open --format=tsv | tail -n +2)"
finds action-unverified "$A"
noria set "$F" "$A" effect_after=2026-12-20 >/dev/null
ok "a day that is set goes before" test "$(coming)" = 2026-12-20
ok "and it is not late" test -z "$(late)"
content action-unverified
has "the owner is no judge" "another person than its owner" noria set "$F" "$A" checker="$J"
noria set "$F" "$A" effective=yes checked=2026-11-26 checker="$K" >/dev/null
ok "once it is said nothing is due" test -z "$(coming)"
noria undo "$F" >/dev/null
ok "nor when that is taken back" test "$(coming)" = 2026-12-20
B=$(add action title="Other" kind=improvement status=done done=2026-01-10 due=2026-01-05)
ok "of other actions none is asked for" test "$(coming)" = 2026-12-20
change "$R" checker="$J"
finds nc-own-check "$R"
change "$R" checker="$K"
content nc-own-check

ok "nothing is damaged" noria check "$F"
# On paper: read and signed at the size of a letter, and no mark of direction where nothing runs the other way.
if command -v pdftotext >/dev/null && sample "$HOME/paper.noria" && noria export "$HOME/paper.noria" nonconformity:NC-1 --format=pdf --output=sheet.pdf 2>/dev/null; then
	ok "lines of the sheet are as high as those of a letter" sh -c 'pdftotext -bbox sheet.pdf - | sed -n "s/.*yMin=\"\([0-9.]*\)\".*yMax=\"\([0-9.]*\)\".*/\1 \2/p" | awk "{ if (\$2 - \$1 < 7.4) small++ } END { print small + 0, NR; exit !(NR && small < NR / 10) }"'
	noria export "$HOME/paper.noria" soa --format=pdf --output=plan.pdf 2>/dev/null
	ok "no mark of direction is in a title of the contents" sh -c '! pdftotext plan.pdf - | grep -q "$(printf "\342\201\251")"'
fi
has "what nobody said stands in one row" "Not said" noria export "$HOME/paper.noria" nonconformity:NC-1 --format=text
finish
