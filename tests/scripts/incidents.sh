# Until when somebody must be told of an incident: in hours that pass, over both changes of the clocks and in other
# zones; what follows when the obligation, the incident or who was told changes; and its report.  (Zones come from tzdata.)
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/incidents.noria
export TZ=Asia/Tokyo # of the machine, which decides nothing
fresh "$F" --organisation=Zoo
O=$(noria add "$F" obligation title=GDPR hours=72)
N=$(noria add "$F" obligation title=NIS2 hours=24)
L=$(noria add "$F" obligation title=Law)

field() { # REF FIELD
	noria show "$F" "$1" --format=json | sed -n 's/.*"'"$2"'": "\([^"]*\)".*/\1/p' | head -n 1
}
# is WHAT EXPECTED GOT
is() {
	echo "$3" >tap-output
	test "$3" = "$2"
	tap_result $? "$1: $2"
}
# until ZONE DETECTED DEADLINE DAY
until_() {
	noria set "$F" ORG-1 time_zone="$1" >/dev/null
	ref=$(noria add "$F" incident title=Leak "detected=$2" obligation="$O")
	is "$1, noticed $2, until" "$3" "$(field "$ref" deadline)"
	is "$1, noticed $2, on" "$4" "$(field "$ref" due)"
}

# 72 hours are 72 hours: clocks show an hour more in spring, an hour less in autumn.
until_ Europe/Paris '2026-03-05 14:00' 2026-03-08T13:00:00Z 2026-03-08
until_ Europe/Paris '2026-03-27 14:00' 2026-03-30T13:00:00Z 2026-03-30
has "the clocks of Paris show 15:00 after the change of March" "2026-03-30 15:00 +02:00" noria show "$F" I-2
until_ Europe/Paris '2026-10-23 14:00' 2026-10-26T12:00:00Z 2026-10-26
has "the clocks of Paris show 13:00 after the change of October" "2026-10-26 13:00 +01:00" noria show "$F" I-3
until_ Europe/Paris '2026-10-25 02:30 +01:00' 2026-10-28T01:30:00Z 2026-10-28
until_ Europe/Paris '2026-10-23 00:30' 2026-10-25T22:30:00Z 2026-10-25
until_ America/New_York '2026-03-06 14:00' 2026-03-09T19:00:00Z 2026-03-09
until_ America/New_York '2026-10-30 23:30' 2026-11-03T03:30:00Z 2026-11-02
until_ Asia/Kolkata '2026-11-01 14:00' 2026-11-04T08:30:00Z 2026-11-04
# Of which only the day is known: from its start in the organisation's zone, and again when that is another.
until_ Europe/Paris 2026-11-20 2026-11-22T23:00:00Z 2026-11-23
D=$ref
noria set "$F" ORG-1 time_zone=America/New_York >/dev/null
is "another zone begins the day elsewhere" 2026-11-23T05:00:00Z "$(field "$D" deadline)"
status 0 "and nothing is damaged" noria check "$F"
noria set "$F" ORG-1 time_zone=UTC >/dev/null

# The smallest of several; what has no hours does not count; it follows the obligation, and undoing.
I=$(noria add "$F" incident title=Theft detected=2026-11-23T10:00:00Z obligation="$O,$N,$L")
is "the shortest of them counts" 2026-11-24T10:00:00Z "$(field "$I" deadline)"
noria set "$F" "$N" hours=
is "without its hours the next one counts" 2026-11-26T10:00:00Z "$(field "$I" deadline)"
noria undo "$F" >/dev/null
is "undone, the shortest counts again" 2026-11-24T10:00:00Z "$(field "$I" deadline)"
noria set "$F" "$I" detected=2026-11-23T12:00:00Z
is "it follows when it was noticed" 2026-11-24T12:00:00Z "$(field "$I" deadline)"
noria set "$F" "$I" obligation="$L"
is "without hours there is no moment" "" "$(field "$I" deadline)"
is "and no day" "" "$(field "$I" due)"
noria set "$F" "$I" obligation="$N"
is "the day is that of the moment" 2026-11-24 "$(field "$I" due)"
noria set "$F" "$I" informed=2026-11-24T08:00:00Z
is "who was told needs not be told" "" "$(field "$I" due)"
is "but until when stays" 2026-11-24T12:00:00Z "$(field "$I" deadline)"
noria set "$F" "$I" informed= notified=2026-11-24
is "nor by a day alone" "" "$(field "$I" due)"
noria set "$F" "$I" notified=
refused() {
	noria set "$F" "$I" deadline=2026-12-01T00:00:00Z 2>/dev/null && return 1
	test "$(field "$I" deadline)" = 2026-11-24T12:00:00Z
}
ok "nobody writes the moment by hand" refused
status 0 "what follows is what the file holds" noria check "$F"

# Personal data, and no obligation is named: the 72 hours of the GDPR are assumed, and it is said that they are.
G=$F
F=$HOME/assumed.noria
noria new "$F" --organisation=Zoo >/dev/null
noria set "$F" ORG-1 time_zone=Pacific/Auckland
N=$(noria add "$F" obligation title=NIS2 hours=24)
L=$(noria add "$F" obligation title=Law)
assumed() { # DETECTED DEADLINE DAY
	P=$(noria add "$F" incident title="Lost list" "detected=$1" personal=yes)
	is "personal data, noticed $1 in Auckland, until" "$2" "$(field "$P" deadline)"
	is "on" "$3" "$(field "$P" due)"
}
assumed '2026-11-20 09:00' 2026-11-22T20:00:00Z 2026-11-23
assumed '2026-04-03 09:00' 2026-04-05T20:00:00Z 2026-04-06
has "the clocks of Auckland show 08:00 after the change of April" "2026-04-06 08:00 +12:00" noria show "$F" "$P"
assumed '2026-09-25 09:00' 2026-09-27T21:00:00Z 2026-09-28
noria set "$F" I-1 status=closed cause=c
noria set "$F" I-2 status=closed cause=c
has "the clocks of Auckland show 10:00 after the change of September" "2026-09-28 10:00 +13:00" noria show "$F" "$P"
has "the list of incidents has its clock" "$P notify in 48 h" env NORIA_CLOCK=2026-09-25T21:00:00Z noria list "$F" incident
has "its report says whence the hours are" "72 hours are assumed" noria export "$F" "incident:$P" --format=text
has "and so does the record" "72 hours are assumed" noria show "$F" "$P"
has "the check of the records asks for the obligation" "$P" noria list "$F" quality --where=check=incident-unbound
noria set "$F" "$P" obligation="$N"
is "an obligation that is named counts instead" 2026-09-25T21:00:00Z "$(field "$P" deadline)"
ok "its report says nothing of an assumption" sh -c '! noria export "$1" "incident:$2" --format=text | grep -q assumed' - "$F" "$P"
ok "and the check is content with it" sh -c '! noria list "$1" quality --where=check=incident-unbound --format=tsv | cut -f2 | grep -qx "$2"' - "$F" "$P"
noria set "$F" "$P" obligation="$L"
is "where it says nothing of hours, those of personal data run on" 2026-09-27T21:00:00Z "$(field "$P" deadline)"
has "which is told" "$P" noria list "$F" quality --where=check=incident-unbound
noria set "$F" "$P" obligation=
is "without it the hours are assumed again" 2026-09-27T21:00:00Z "$(field "$P" deadline)"
noria set "$F" "$P" personal=no
is "without personal data there is no clock" "" "$(field "$P" deadline)"
noria undo "$F" 2>/dev/null
is "and undone there is" 2026-09-27T21:00:00Z "$(field "$P" deadline)"
status 0 "what follows is what the file holds" noria check "$F"
F=$G
N=OB-2
L=OB-3

# Told on the command line, in hours; the clock stands at 2026-11-24 09:30.
noria list "$F" incident --where='due!=' --format=tsv | tail -n +2 | cut -f1 >open
while read -r one; do test "$one" = "$I" || noria set "$F" "$one" informed=2026-11-24T09:00:00Z; done <open
has "the list of incidents tells who waits" "$I notify in 2 h" noria list "$F" incident
has "what is due tells the hours" "in 2 h" noria list "$F" due
B=$(noria add "$F" incident title=Loss detected=2026-11-22T06:00:00Z obligation="$N")
has "the nearest, and how many more" "$B overdue 27 h +1" noria list "$F" incident
has "in minutes below an hour" "overdue 20 min" env NORIA_CLOCK=2026-11-23T06:20:00Z noria list "$F" incident
quiet() {
	noria list "$F" incident --format=tsv 2>&1 >/dev/null | grep . && return 1
	return 0
}
ok "programs that read it are told nothing beside" quiet
noria set "$F" "$B" status=closed cause=c
has "what is closed has no clock" "$I notify in 2 h" noria list "$F" incident

# Its report.
NORIA_CLOCK=2026-11-24T15:00:00Z noria set "$F" "$I" occurred=2026-11-23T11:00:00Z contained=2026-11-23T14:30:00Z informed=2026-11-24T13:30:00Z resolved=2026-11-24T14:30:00Z cause="A door stood open" response="The door shuts by itself" cost=1200
W=$(noria add "$F" nonconformity title="Door open" incident="$I")
noria add "$F" action title="Mend the door" nonconformity="$W" >/dev/null
noria export "$F" "incident:$I" --format=text >report.txt
has "its report tells the hours between" "3 h 30 min" cat report.txt
has "and that it was too late" "1 h 30 min too late" cat report.txt
has "why" "A door stood open" cat report.txt
has "what is learned" "The door shuts by itself" cat report.txt
has "what is done" "Mend the door" cat report.txt
# What has happened is not ahead, and nothing is done with it before it was noticed.
J=$(noria add "$F" incident title=Flood detected=2026-11-20T10:00:00Z)
for moment in detected reported classified contained informed notified resolved closed; do
	has "$moment: not after today" "has not come yet" noria set "$F" "$J" $moment=2027-03-01
done
has "nor is it added" "has not come yet" noria add "$F" incident title=Fire detected=2027-02-02T10:00:00Z
for moment in classified contained resolved closed; do
	has "$moment: not before it was noticed" "before it was noticed" noria set "$F" "$J" $moment=2026-11-19
done
has "nor is a value measured ahead" "has not come yet" noria add "$F" measurement indicator=IN-31 value=1 at=2027-01-01T10:00:00Z

# Once closed it stands; what was left empty, who was told and what it cost is written later.  Undo opens it again.
noria set "$F" "$J" severity=low status=closed closed=2026-11-21
for change in title=X severity=high detected=2026-11-19 status=open closed=2026-11-22; do
	status 4 "closed, $change is refused" noria set "$F" "$J" "$change"
done
has "and the sentence says what can be written" "What is still empty can be written" noria set "$F" "$J" title=X
status 4 "nor is it deleted" noria remove "$F" "$J"
ok "its cause, which was empty, is written" noria set "$F" "$J" cause="A pipe burst"
status 4 "once" noria set "$F" "$J" cause="A tap was open"
ok "what it cost, whenever it is known" sh -c 'noria set "$1" "$2" cost=100 && noria set "$1" "$2" cost=120' - "$F" "$J"
for step in cost cost cause closed; do noria undo "$F" >/dev/null; done
is "undone it is open" open "$(field "$J" status)"
K=$(noria add "$F" incident title=Closed detected=2026-11-20 status=closed)
ok "one that came closed is taken back, too" noria undo "$F"
status 4 "and is there no more" noria show "$F" "$K"
# A grave one is escalated: the form says so, the check of the records too, and its report tells when.
G=$(noria add "$F" incident title=Ransom detected=2026-11-22T10:00:00Z severity=critical)
has "nobody was told: the records are short" "$G" noria list "$F" quality --where=check=incident-untold
noria set "$F" "$G" escalated=2026-11-22T11:30:00Z escalated_to="Clara Day"
ok "escalated, they are content" sh -c '! noria list "$1" quality --where=check=incident-untold --format=tsv | cut -f2 | grep -qx "$2"' - "$F" "$G"
has "its report tells when" "Escalated" noria export "$F" "incident:$G" --format=text
has "it was not before it was noticed" "before it was noticed" noria set "$F" "$G" escalated=2026-11-22T09:00:00Z
# What was written before these rules stays open to what comes later: only what is changed is judged.
H=$(NORIA_CLOCK=2027-06-01T10:00:00Z noria add "$F" incident title=Ahead detected=2027-05-29T10:00:00Z resolved=2027-05-30T10:00:00Z status=closed)
ok "what it cost is written into one that lies ahead" noria set "$F" "$H" cost=100
status 4 "what lies ahead is not" noria set "$F" "$H" informed=2027-05-31

# A day is compared with a moment by the organisation's clock: an evening in New York is the next day in Greenwich.
noria new west.noria --organisation=West >/dev/null
noria set west.noria ORG-1 time_zone=America/New_York
E=$(noria add west.noria incident title=Evening detected="2026-11-22 20:00")
ok "closed on the evening of the day" noria set west.noria "$E" status=closed closed=2026-11-22
noria set west.noria ORG-1 time_zone=Europe/Paris
M=$(noria add west.noria incident title=Night detected=2026-11-22)
ok "contained in the night of the day" noria set west.noria "$M" contained="2026-11-22 00:30"
status 4 "not on the day before" noria set west.noria "$M" contained="2026-11-21 23:30"
finish
