# An acceptance that is signed and holds sets its risk accepted, in the same step; where it does not, the risk stays and why is said.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
add() {
	noria add "$F" "$@"
}
change() {
	noria set "$F" "$@"
}
status_of() { # REF WANTED
	noria show "$F" "$1" --format=json | grep -F "\"status\": \"$2\""
}
signed() { # RISK LEVEL SIGNATORY [more]
	signed=$1
	at=$2
	by=$3
	shift 3
	add acceptance risk="$signed" level="$at" owner="$by" date=2026-11-20 expiry=2027-11-20 status=accepted "$@"
}
for title in One Two Three Four Five Six; do
	add risk title=$title owner=Karim residual_likelihood=3 residual_impact=3 >/dev/null 2>&1
done
level=$(noria show "$F" R-1 --format=json | sed 's/.*"residual_level": \([0-9]*\).*/\1/')

has "the step says so" 'R-1: Status is now "accepted".' signed R-1 "$level" Karim
ok "the risk is accepted" status_of R-1 accepted
entry() { # of the journal, by which REF was changed last
	noria history "$F" "$1" --limit=1 | sed -n '1s/.*  \([0-9a-f]\{12\}\)  .*/\1/p'
}
ok "by one entry of the journal" test -n "$(entry R-1)" -a "$(entry R-1)" = "$(entry RC-1)"

has "a level below what is left" 'R-2: Status stays "identified". The risk is now above the level that was accepted, or is not rated.' \
	signed R-2 1 Karim
ok "leaves the risk as it is" status_of R-2 identified
has "another than its owner" 'R-3: Status stays "identified". Who signed it did not own the risk on that day.' signed R-3 "$level" Jeanne
ok "leaves it too" status_of R-3 identified

# Prepared is not signed; the signature later is what counts, in a change as in a new record.
ok "an acceptance is prepared" add acceptance risk=R-4 level="$level" owner=Karim date=2026-11-20 expiry=2027-11-20
ok "and nothing follows" status_of R-4 identified
has "it is signed" 'R-4: Status is now "accepted".' change RC-4 status=accepted
ok "and the risk says so" status_of R-4 accepted
# What was decided since stays: a withdrawal, or another change of what is signed already, brings nothing about.
ok "the risk is taken up again" change R-4 status=treated
ok "the acceptance is withdrawn" change RC-4 status=withdrawn withdrawal="Something came up"
ok "the risk stays" status_of R-4 treated

# An approved plan accepts no rest, and who closed a risk closed it.
ok "the plan is approved" signed R-5 "$level" Karim kind=plan
ok "the risk is not accepted by it" status_of R-5 identified
ok "a risk is closed" change R-6 status=closed
has "an acceptance comes late" 'R-6: Status stays "closed".' signed R-6 "$level" Karim
ok "and closed it stays" status_of R-6 closed
ok "the file is whole" noria check "$F"
finish
