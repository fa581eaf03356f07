# Not so, because: what a check finds is set aside for a while, counted apart, and comes back.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
aside() {
	noria list "$F" quality --where='set_aside!=' --format=tsv | tail -n +2 | cut -f1,2,6 | tr '\t\n' '  '
}
S=$(add asset name=Laptop)
O=$(add asset name=Phone)
finds asset-unowned "$S $O"
W=$(add waiver check=asset-unowned record="$S" reason="Bought tomorrow" expiry=2026-12-24)
finds asset-unowned "$O"
ok "it is told apart, with what sets it aside" test "$(aside)" = "asset-unowned $S $W "
has "a filter of its register asks for it" "$S" noria list "$F" asset --where='set_aside=asset-unowned' --format=tsv
ok "and for what is not" test "$(noria list "$F" asset --where='set_aside!=asset-unowned' --format=tsv | tail -n +2 | cut -f1)" = "$O"
has "the report has its own part" "Bought" noria export "$F" quality --format=text
has "with the day on which it ends" "2026" noria export "$F" quality --format=text

# Another check finds the record all the same.
change "$S" owner="Karim Benali"
change "$(noria list "$F" person --format=tsv | tail -n 1 | cut -f1)" left=2026-11-01
finds asset-owner-left "$S"
change "$S" owner=

# It ends, or is taken back, and the finding is there again.
NORIA_CLOCK=2026-12-24T09:30:00Z
export NORIA_CLOCK
finds asset-unowned "$O"
NORIA_CLOCK=2026-12-25T09:30:00Z
finds asset-unowned "$S $O"
ok "nothing is told apart any more" test -z "$(aside)"
NORIA_CLOCK=2026-11-24T09:30:00Z
finds asset-unowned "$O"
noria remove "$F" "$W" >/dev/null
finds asset-unowned "$S $O"
noria undo "$F" >/dev/null
finds asset-unowned "$O"

# What it names is there, for a year at most.
status 4 "no such check" noria add "$F" waiver check=asset-lost record="$S" reason=r expiry=2026-12-24
has "which it says" "There is no such check" noria add "$F" waiver check=asset-lost record="$S" reason=r expiry=2026-12-24
status 4 "no such record" noria add "$F" waiver check=asset-unowned record=AS-99 reason=r expiry=2026-12-24
has "which it says" "There is no record AS-99" noria add "$F" waiver check=asset-unowned record=AS-99 reason=r expiry=2026-12-24
has "the check is about another register" "is not about" noria add "$F" waiver check=risk-unowned record="$S" reason=r expiry=2026-12-24
status 4 "no reason" noria add "$F" waiver check=asset-unowned record="$O" expiry=2026-12-24
status 4 "no end" noria add "$F" waiver check=asset-unowned record="$O" reason=r
status 4 "more than a year" noria add "$F" waiver check=asset-unowned record="$O" reason=r expiry=2027-11-25
status 4 "an end before the beginning" noria add "$F" waiver check=asset-unowned record="$O" reason=r expiry=2026-11-23
finds asset-unowned "$O"
V=$(add waiver check=asset-unowned record="$(echo "$O" | tr A-Z a-z)" reason=r expiry=2027-11-24)
content asset-unowned
has "the ref is written as it is" "	$O	" noria list "$F" waiver --where="ref=$V" --format=tsv

# Whose record is gone says nothing, and is told.
content waiver-gone
noria remove "$F" "$O" >/dev/null
finds waiver-gone "$V"
ok "by that check alone" test "$(refs unresolved)" = ""
change "$V" reason="Another reason"
noria remove "$F" "$V" >/dev/null
content waiver-gone
status 2 "another filter is refused" noria list "$F" quality --where=set_aside=x
finish
