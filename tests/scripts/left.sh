# What is closed or avoided has left the register: no figure of today counts it; an acceptance that a risk outgrew is in sight.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
rows() { # FILTER COUNT
	test "$(noria list "$F" risk --where="$1" --format=tsv | tail -n +2 | wc -l)" -eq "$2"
}
for number in 1 2 3; do
	noria add "$F" risk title="Risk $number" current_likelihood=5 current_impact=5 owner="Jeanne Roy" review=2026-01-01 >"$HOME/ref"
done
status 0 "one is closed" noria set "$F" R-1 status=closed
status 0 "one is avoided" noria set "$F" R-2 treatment=avoid
ok "one is in the register" rows standing=current 1
ok "two left it" rows standing=left 2
ok "the review of those that left is not due" rows late 1
ok "nor are they open" rows open 1
noria export "$F" dashboard --format=text >"$HOME/dashboard"
ok "one of that level on the dashboard" grep -Eq 'Critical +1( |$)' "$HOME/dashboard"
ok "and two that left" grep -Eq 'left the register +2( |$)' "$HOME/dashboard"
status 0 "the counts are those of the records" noria check "$F"
status 0 "one comes back" noria set "$F" R-2 treatment=modify
ok "and is counted" rows standing=current 2
ok "its review is due" rows late 2
status 0 "the counts follow" noria check "$F"
status 0 "undo" noria undo "$F"
ok "takes it out again" rows late 1
status 0 "the counts too" noria check "$F"

# Accepted as it was, then risen.
noria add "$F" risk title=Risen current_likelihood=2 current_impact=3 owner="Jeanne Roy" status=accepted >"$HOME/ref"
noria add "$F" acceptance risk=R-4 level=2 owner="Jeanne Roy" function=Director date=2026-10-01 expiry=2027-10-01 status=accepted >"$HOME/ref"
noria show "$F" R-4 >"$HOME/shown"
ok "while it holds nothing is said" test "$(grep -c 'does not hold any more' "$HOME/shown")" -eq 0
noria set "$F" R-4 current_likelihood=5 current_impact=5
has "that it does not hold is told with the risk" 'RC-1 does not hold any more: The risk is now' noria show "$F" R-4
noria export "$F" dashboard --format=text >"$HOME/dashboard"
ok "and on the dashboard, of how many" grep -Eq 'Acceptances that do not hold any more +1 of 1' "$HOME/dashboard"
status 0 "all is sound" noria check "$F"
finish
