# Management reviews (clause 9.3): drawn from the records, said, decided, signed; and what is judged otherwise.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"
export NORIA_CLOCK="2026-11-27 10:00"

F=$HOME/test.noria
fresh "$F" --organisation=Test
M=$(add person name="Claire Valmont")
J=$(add person name="Jeanne Roy")
V=$(add review title="First review" planned=2026-11-20)

field() { # REF FIELD: its text on one line
	noria show "$F" "$1" --format=json | sed -n "s/.*\"$2\": \"\([^\"]*\)\".*/\1/p"
}
drawn() { # TEXT FIELD NAME
	field "$V" "$2" >"$HOME/tap-output"
	grep -qF -- "$1" "$HOME/tap-output"
	tap_result $? "$3"
}
absent() {
	field "$V" "$2" >"$HOME/tap-output"
	! grep -qF -- "$1" "$HOME/tap-output"
	tap_result $? "$3"
}

# ---- what earlier reviews decided ----
S=$HOME/sample.noria
sample "$S"
ok "a review of the sample is prepared" noria prepare "$S" RV-3
has "actions that carry out its decisions are followed" "Actions of earlier reviews still open: 3 of " noria show "$S" RV-3 --format=json
has "by name" "- AC-32 " noria show "$S" RV-3 --format=json
noria set "$S" RV-3 decided=D-6 >/dev/null
has "as the minutes list them" "AC-32  Apply periods" noria export "$S" review:RV-3 --format=text

# ---- drawn ----
ok "a review is prepared" noria prepare "$F" "$V"
drawn "Nonconformities open: - (0 of 0)" draft_d1 "nothing of nothing is no figure"
N=$(add nonconformity title="Leavers keep accounts" owner="$J" due=2026-11-10)
add nonconformity title="Old" detected=2026-01-05 status=analysed owner="$J" due=2027-01-10 >/dev/null
add feedback title="Late results" sense=complaint at=2026-11-02 owner="$J" >/dev/null
add feedback title="Thank you" sense=praise at=2026-11-03 answered=2026-11-04 >/dev/null
add risk title="Fire" current_likelihood=5 current_impact=5 >/dev/null
add objective title="Fewer incidents" measure=Incidents target=2 due=2027-01-01 >/dev/null
add finding title="Rights too wide" grade=opportunity >/dev/null
noria set "$F" "$V" in_d1="Said before" >/dev/null
ok "it is drawn again" noria prepare "$F" "$V"
drawn "Nonconformities open: 2 of 2" draft_d1 "nonconformities with their whole"
drawn "Open nonconformities that are late: 1 of 2" draft_d1 "and those late"
drawn "- $N Leavers keep accounts (Jeanne Roy, 2026-11-10)" draft_d1 "by name"
drawn "Complaints among it: 1 of 2" draft_e "feedback"
drawn "Feedback without an answer: 1 of 2" draft_e "feedback without an answer"
drawn "Risks above the threshold: 1 of 1" draft_f "risks"
drawn "Objectives on the way: 1 of 1" draft_d4 "objectives"
drawn "Opportunities found by audits, open: 1 of 1" draft_g "opportunities"
drawn "Said before" in_d1 "what was said stays"
noria undo "$F" >/dev/null
drawn "Nonconformities open: - (0 of 0)" draft_d1 "it is one step of undo"
noria prepare "$F" "$V"

# Each figure is the query of its line.
want=$(noria list "$F" nonconformity --where=late --format=tsv | tail -n +2 | wc -l)
drawn "Open nonconformities that are late: $want of" draft_d1 "a figure counts what its list shows"
noria set "$F" "$N" due=2027-02-01 >/dev/null
noria prepare "$F" "$V"
drawn "Open nonconformities that are late: 0 of 2" draft_d1 "and follows it"
absent "- $N Leavers keep accounts (Jeanne Roy, 2026-11-10)" draft_d1 "what is not late is not named"
status 4 "what is no review is not prepared" noria prepare "$F" "$N"
has "and it is said" "is no management review" noria prepare "$F" "$N"

# ---- signed ----
A=$(add action title="Close the accounts" owner="$J" due=2026-12-15)
noria set "$F" "$V" status=done held=2026-11-20 chair="$M" participants="$J" actions="$A" next=2027-05-20 >/dev/null
status 4 "without decisions it is not signed" noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27
has "all inputs that lack are told" "Nothing is said of feedback." noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27 decisions="More money"
for i in a b c d2 d3 d4 e f; do
	noria set "$F" "$V" "in_$i=Nothing to report: looked at, nothing changed." >/dev/null
done
has "the last one too" "Nothing is said of opportunities." noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27 decisions="More money"
noria set "$F" "$V" in_g="One, taken up." decisions="More money" >/dev/null
has "and that management was not there" "no role of general management" noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27
status 4 "so it is refused" noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27
add role title="General management" management=yes holders="$M" assigned=2026-01-05 >/dev/null
ok "with all that it is signed" noria set "$F" "$V" status=signed signatory="$M" signed=2026-11-27
ok "and counts" test "$(noria list "$F" review --where=valid --format=tsv | tail -n +2 | wc -l)" -eq 1
status 4 "it is not drawn any more" noria prepare "$F" "$V"
has "which is said" "stands as it was" noria prepare "$F" "$V"
status 4 "nor said otherwise" noria set "$F" "$V" in_a=Other
noria export "$F" "review:$V" --format=text >"$HOME/then"
has "the file names the action as it stood" "Close the accounts" cat "$HOME/then"
has "and its figures" "Nonconformities open: 2 of 2" cat "$HOME/then"
noria set "$F" "$A" status=done done=2026-11-27 title="Another name" >/dev/null
noria set "$F" "$M" name="Claire Other" >/dev/null
noria export "$F" "review:$V" --format=text | grep -v "State of the journal" >"$HOME/now"
grep -v "State of the journal" "$HOME/then" >"$HOME/was"
ok "the file is printed from what was kept" cmp "$HOME/was" "$HOME/now"
ok "in HTML too" noria export "$F" "review:$V" --format=html --output="$HOME/review.html"

# ---- what is left undone ----
W=$(add review title="Held" planned=2026-10-20 held=2026-10-20 status=done)
finds review-unsigned "$W"
change "$W" held=2026-11-20
content review-unsigned
content review-unplanned
export NORIA_CLOCK="2027-04-01 10:00"
finds review-unplanned "$V"
add review title="Second review" previous="$V" planned=2027-05-20 >/dev/null
content review-unplanned
export NORIA_CLOCK="2026-11-27 10:00"
content feedback-unanswered
export NORIA_CLOCK="2026-12-10 10:00"
finds feedback-unanswered FB-1
change FB-1 action="$A"
content feedback-unanswered
T=$(add watch title="New law" at=2026-11-01 relevant=yes)
finds watch-unanswered "$T"
change "$T" action="$A"
content watch-unanswered
U=$(add watch title="New worm" at=2026-11-01)
finds watch-undecided "$U"
change "$U" relevant=no
content watch-undecided
C=$(add certificate body=Bureau stage=applied surveillance=2027-02-15)
finds certificate-unrehearsed "$C"
content certificate-unreviewed
B=$(add audit title=Mock kind=mock planned=2027-01-10)
change "$C" audits="$B"
content certificate-unrehearsed
change "$C" surveillance=2027-01-05
finds certificate-unreviewed "$C"
change "$C" reviews="$V"
content certificate-unreviewed

# ---- a clause is judged otherwise ----
Q=2022:6.1.3
noria set "$F" "$Q" owner="$J" >/dev/null
E=$(add evidence title=Letter date=2026-11-01 owner="$J" kind=referenced location=Shelf)
overrule() {
	noria add "$F" overrule requirement="$Q" from=none to=met reason="Shown on paper" evidence="$E" at=2026-12-10 "$@"
}
has "the owner of the clause is no judge of it" "The owner of the clause may not judge it" overrule by="$J" expiry=2027-06-01
status 4 "and is refused" overrule by="$J" expiry=2027-06-01
status 4 "for more than a year" overrule by="$M" expiry=2028-06-01
change "$E" until=2026-12-01
has "evidence that has ended is none" "one that does not hold today" overrule by="$M" expiry=2027-06-01
change "$E" until=
ok "another person, with evidence" overrule by="$M" expiry=2027-06-01
status 4 "it stands" noria set "$F" OV-1 reason=Other

ok "nothing is damaged" noria check "$F"
finish
