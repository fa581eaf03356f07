# What is due in all registers: one list by date, as table and as calendar.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation="Roy; Sons, Ltd" >/dev/null 2>&1
noria add "$F" person name="Jeanne Roy" >/dev/null
noria add "$F" risk title="Theft of a laptop" owner="Jeanne Roy" review=2026-11-30 >/dev/null
noria add "$F" risk title="Fire" review=2026-11-20 >/dev/null
noria add "$F" risk title="Closed long ago" status=closed review=2026-01-01 >/dev/null
noria add "$F" action title='Encrypt the disks; all, of C:\new' owner="Jeanne Roy" due=2026-11-20 >/dev/null
noria add "$F" audit title="Internal audit" auditor="Paul Marchal" planned=2026-11-24 >/dev/null
noria add "$F" evidence title="Access review" until=2027-02-01 >/dev/null
noria add "$F" asset name="Portail des résultats d’analyses des laboratoires de la vallée du Rhône" review=2026-12-01 >/dev/null

# due FILTER: refs in their order.
due() {
	noria list "$F" due --where="$1" --format=tsv | tail -n +2 | cut -f4 | tr '\n' ' '
}
# Columns of TSV that scripts rely on.
has "the header" "date	late	register	ref	title	field	owner" noria list "$F" due --format=tsv
has "a line" "2026-11-20	4	action	AC-1	Encrypt the disks; all, of C:\\\\new	due	P-1" noria list "$F" due --format=tsv
order=$(due "")
test "$order" = "R-2 AC-1 AU-1 R-1 AS-1 EV-1 "
tap_result $? "by date, on one day in the order of the registers; what is closed is not due ($order)"
test "$(due 'owner="Jeanne Roy"')" = "AC-1 R-1 "
tap_result $? "of one owner"
test "$(due 'owner="Paul Marchal"')" = "AU-1 "
tap_result $? "an auditor answers for an audit"
test "$(due 'owner=')" = "R-2 AS-1 EV-1 "
tap_result $? "of nobody"
test "$(due late)" = "R-2 AC-1 "
tap_result $? "what is late"
test "$(due 'late>=0')" = "R-2 AC-1 AU-1 "
tap_result $? "how late"
test "$(due 'date<today+10 date>=today')" = "AU-1 R-1 AS-1 "
tap_result $? "what is near"
test "$(due 'register=risk')" = "R-2 R-1 " && test "$(due 'register!=risk title~audit')" = "AU-1 "
tap_result $? "of one register"
test "$(due laptop)" = "R-1 "
tap_result $? "what a word finds"
status 2 "an unknown field is refused" noria list "$F" due --where=colour=red
status 2 "a sort is refused" noria list "$F" due --sort=ref
has "JSON has numbers and refs" '"late": 4, "register": "action", "ref": "AC-1"' noria list "$F" due --format=json
has "a table is for people" "4 days late" noria list "$F" due

# An audit that is to surprise: who has the file sees it, marked; what goes to others does not have it before it is held.
cp "$F" quiet.noria
Q=$HOME/quiet.noria
audit() { noria add "$Q" audit planned=2026-12-10 auditor="Paul Marchal" "$@"; }
told() { # FORMAT
	noria export "$Q" due --format="$1" --output="told.$1" --force >/dev/null 2>&1 && grep -oE "Round of [a-z]+" "told.$1" | sort -u | tr '\n' ' '
}
day=$(audit title="Round of mornings" announced=no)
night=$(audit title="Round of nights" kind=unannounced)
audit title="Round of weeks" announced=yes >/dev/null
audit title="Round of offices" >/dev/null
noria list "$Q" due >seen
has "it is marked on the list" "Round of mornings (unannounced)" cat seen
has "by its kind, too" "Round of nights (unannounced)" cat seen
ok "others are not" sh -c 'grep -q "Round of weeks" seen && grep -q "Round of offices" seen && ! grep -E "(weeks|offices) \(" seen'
for format in ics csv json text html; do
	said=$(told $format)
	test "$said" = "Round of offices Round of weeks "
	tap_result $? "what is due as $format tells only of those that may be told ($said)"
done
noria set "$Q" $day held=2026-12-09 >/dev/null
said=$(told csv)
test "$said" = "Round of mornings Round of offices Round of weeks "
tap_result $? "once held it may be told, while it is open ($said)"
programme=$(noria add "$Q" programme title="Audits" start=2026-01-01 end=2028-12-31)
noria set "$Q" $night programme=$programme >/dev/null
noria export "$Q" audit-plan:$programme --format=text >plan
ok "the programme on paper does not tell its day" sh -c 'grep -q "Round of" plan && grep -q "not told" plan && ! grep -q 2026-12-10 plan'
noria set "$Q" $night kind=internal >/dev/null
has "and that of an announced one" 2026-12-10 noria export "$Q" audit-plan:$programme --format=text

# Large: the order holds over the windows in which it is read.
printf 'ref,title,review\n' >many.csv
awk 'BEGIN { for (i = 0; i < 3000; i++) printf ",Risk %d,%04d-%02d-%02d\n", i, 2026 + i % 3, i % 12 + 1, i * 7 % 28 + 1 }' >>many.csv
cp "$F" many.noria
noria import many.noria many.csv --as=csv:risk >/dev/null 2>&1
noria list many.noria due --format=tsv | tail -n +2 | cut -f1 >dates
ok "3,000 lines are all there" test "$(wc -l <dates)" -eq 3006
ok "and by date" sort -c dates

# iCalendar.
export SOURCE_DATE_EPOCH=1790000000
noria export "$F" due --format=ics >due.ics
unset SOURCE_DATE_EPOCH
ok "every line ends with CR LF" test "$(grep -c "$(printf '\r$')" due.ics)" -eq "$(wc -l <due.ics)"
LC_ALL=C awk '{ sub(/\r$/, ""); if (length($0) > 75) exit 1 }' due.ics
tap_result $? "no line is longer than 75 octets"
ok "folding splits no character" iconv -f UTF-8 -t UTF-8 -o /dev/null due.ics
tr -d '\r' <due.ics | awk '/^ / { printf "%s", substr($0, 2); next } { if (NR > 1) print ""; printf "%s", $0 } END { print "" }' >unfolded
has "what was folded comes back" "AS-1 Portail des résultats d’analyses des laboratoires de la vallée du Rhône: Next review" cat unfolded
has "text is escaped" 'SUMMARY:AC-1 Encrypt the disks\; all\, of C:\\new: Due' cat unfolded
has "and so are line ends" 'DESCRIPTION:Action\nOwner: Jeanne Roy' cat unfolded
has "so is the name" 'X-WR-CALNAME:Roy\; Sons\, Ltd: What is due' cat unfolded
has "the stamp is what the environment says" "DTSTAMP:20260921T141320Z" cat unfolded
uuid=$(noria show "$F" AC-1 --format=json | sed 's/.*"uuid": "\([^"]*\)".*/\1/')
has "an event is known by uuid and field" "UID:$uuid-due" cat unfolded
has "it has its day" "DTSTART;VALUE=DATE:20261120" cat unfolded
ok "one event a line" test "$(grep -c BEGIN:VEVENT unfolded)" -eq 6
noria set "$F" AC-1 description="x" >/dev/null
has "another moment, the same events" "UID:$uuid-due" noria export "$F" due --format=ics
status 2 "a register is no calendar" noria export "$F" risk --format=ics
finish
