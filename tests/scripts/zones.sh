# What is typed and imported without an offset is in the organisation's zone, over both
# changes of the clocks in a year; what is stored is UTC, and a day is a day.
# (The zones come from tzdata.)
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/zones.noria
export TZ=Asia/Tokyo # of the machine, which decides nothing
fresh "$F" --organisation=Zones

stored() { # REF
	noria show "$F" "$1" --format=json | sed 's/.*"detected": "\([^"]*\)".*/\1/'
}

# add NAME TIME STORED: a time that is there once; nothing is said.
add() {
	ref=$(noria add "$F" incident title=Incident "detected=$2" 2>said)
	got=$(stored "$ref")
	{ echo "$got"; cat said; } >tap-output
	test "$got" = "$3" && ! test -s said
	tap_result $? "$1: $2 is $3"
}

# twice NAME TIME STORED LATER: the earlier is taken, and it is said how to write the later.
twice() {
	ref=$(noria add "$F" incident title=Incident "detected=$2" 2>said)
	got=$(stored "$ref")
	{ echo "$got"; cat said; } >tap-output
	test "$got" = "$3" && grep -qF "$2 comes twice in $1" said && grep -qF "write $4 " said
	tap_result $? "$1: $2 comes twice, the earlier is $3"
}

# never NAME TIME BEFORE AFTER: refused, with the times around it.
never() {
	has "$1: $2 does not exist" "write $3 or $4." noria add "$F" incident title=Never "detected=$2"
	status 4 "$1: $2 is refused" noria add "$F" incident title=Never "detected=$2"
	printf 'title,detected\nNever,%s\n' "$2" >never.csv
	has "$1: $2 is refused in a table" "never.csv:2: Detected: $2 does not exist in $1" noria import "$F" never.csv --as=csv:incident
}

zone() {
	noria set "$F" ORG-1 time_zone="$1"
}

zone Europe/Paris
add Europe/Paris '2026-03-05 14:00' 2026-03-05T13:00:00Z
add Europe/Paris 2026-07-05T14:00 2026-07-05T12:00:00Z
add Europe/Paris '2026-03-29 01:59' 2026-03-29T00:59:00Z
never Europe/Paris '2026-03-29 02:30' '2026-03-29 01:59' '2026-03-29 03:00'
add Europe/Paris '2026-03-29 03:00' 2026-03-29T01:00:00Z
twice Europe/Paris '2026-10-25 02:30' 2026-10-25T00:30:00Z +01:00
add Europe/Paris '2026-10-25 02:30 +01:00' 2026-10-25T01:30:00Z
zone America/New_York
add America/New_York '2026-03-05 14:00' 2026-03-05T19:00:00Z
add America/New_York '2026-03-08 01:59' 2026-03-08T06:59:00Z
never America/New_York '2026-03-08 02:30' '2026-03-08 01:59' '2026-03-08 03:00'
add America/New_York '2026-03-08 03:00' 2026-03-08T07:00:00Z
twice America/New_York '2026-11-01 01:30' 2026-11-01T05:30:00Z -05:00
add America/New_York '2026-11-01 01:30-05:00' 2026-11-01T06:30:00Z
zone Asia/Kolkata
add Asia/Kolkata '2026-03-05 14:00' 2026-03-05T08:30:00Z
add Asia/Kolkata '2026-03-29 02:30' 2026-03-28T21:00:00Z
add Asia/Kolkata '2026-10-25 02:30' 2026-10-24T21:00:00Z
zone Pacific/Auckland
add Pacific/Auckland '2026-03-05 14:00' 2026-03-05T01:00:00Z
twice Pacific/Auckland '2026-04-05 02:30' 2026-04-04T13:30:00Z +12:00
add Pacific/Auckland '2026-04-05 02:30+12:00' 2026-04-04T14:30:00Z
add Pacific/Auckland '2026-09-27 01:59' 2026-09-26T13:59:00Z
never Pacific/Auckland '2026-09-27 02:30' '2026-09-27 01:59' '2026-09-27 03:00'
add Pacific/Auckland '2026-09-27 03:00' 2026-09-26T14:00:00Z

# What says where it is from is that, in any zone; a day is in none.
for zone in Europe/Paris America/New_York Asia/Kolkata Pacific/Auckland; do
	zone $zone
	add $zone 2026-03-05T14:00Z 2026-03-05T14:00:00Z
	add $zone '2026-03-05 14:00:30+02:00' 2026-03-05T12:00:30Z
	add $zone '2026-03-05 14:00 Asia/Kolkata' 2026-03-05T08:30:00Z
	add $zone 2026-03-05 2026-03-05
	day=$ref
	printf 'title,detected\nTable,2026-03-05\nTable,2026-03-05 14:00\nTable,2026-03-05T14:00Z\n' >table.csv
	ok "$zone: a table is imported" noria import "$F" table.csv --as=csv:incident --key=ref
done
has "a day is shown as the day" '2026-03-05' noria show "$F" "$day"
ok "and no zone beside it" sh -c 'noria show "$1" "$2" | grep "^Detected  *2026-03-05$"' - "$F" "$day"
noria list "$F" incident --where=title=Table --format=csv | cut -d, -f3 | tail -n +2 | sort >got
cat >expected <<'END'
2026-03-05
2026-03-05
2026-03-05
2026-03-05
2026-03-05T01:00:00Z
2026-03-05T08:30:00Z
2026-03-05T13:00:00Z
2026-03-05T14:00:00Z
2026-03-05T14:00:00Z
2026-03-05T14:00:00Z
2026-03-05T14:00:00Z
2026-03-05T19:00:00Z
END
ok "tables are read in the organisation's zone" diff expected got

# An hour that is there twice is told of a table too, before and after it is read.
zone Europe/Paris
printf 'title,detected\nTwo,2026-10-25 02:45\n' >two.csv
has "a preview tells of an hour that is there twice" 'two.csv:2: Detected: 2026-10-25 02:45 comes twice in Europe/Paris' noria import "$F" two.csv --as=csv:incident --dry-run
has "and the import does" 'two.csv:2: Detected: 2026-10-25 02:45 comes twice in Europe/Paris' noria import "$F" two.csv --as=csv:incident
ok "the earlier was taken" sh -c 'noria list "$1" incident --where=title=Two --format=csv | grep -q ,2026-10-25T00:45:00Z,' - "$F"

# The zone is shown beside the time; what is stored stays what it is, whatever the zone.
noria export "$F" incident --format=csv --output=all.csv
shows() { # ZONE TEXT
	zone "$1"
	has "$1: the zone stands beside the time" "$2" noria list "$F" incident
	noria export "$F" incident --format=csv --output=now.csv
	ok "$1: no moment changed" cmp all.csv now.csv
	has "$1: what was exported changes nothing when it comes back" "0 added, 0 changed" noria import "$F" all.csv
	noria list "$F" incident --where=title=Incident --format=json >"$HOME/$(basename "$1").json"
	ok "$1: JSON is the same" cmp Paris.json "$(basename "$1").json"
}
shows Europe/Paris '2026-03-05 15:00 +01:00'
has "both hours that have one name are told apart: the earlier" '2026-10-25 02:30 +02:00' noria list "$F" incident
has "both hours that have one name are told apart: the later" '2026-10-25 02:30 +01:00' noria list "$F" incident
shows America/New_York '2026-03-05 09:00 -05:00'
shows Asia/Kolkata '2026-03-05 19:30 +05:30'
shows Pacific/Auckland '2026-03-06 03:00 +13:00'
has "history tells times with their offset" '+13:00' noria history "$F" --limit=1
zone UTC
has "UTC is named" '2026-03-05 14:00 UTC' noria list "$F" incident

# Filters compare by the organisation's days and times.
G=$HOME/filters.noria
noria new "$G" --organisation=Filters >/dev/null
noria add "$G" incident title=I-1 detected=2026-03-05T04:59:59Z >/dev/null
noria add "$G" incident title=I-2 detected=2026-03-05T05:00:00Z >/dev/null
noria add "$G" incident title=I-3 detected=2026-03-05 >/dev/null
noria add "$G" incident title=I-4 detected=2026-03-06T04:59:59Z >/dev/null
noria add "$G" incident title=I-5 detected=2026-03-06T05:00:00Z >/dev/null
noria add "$G" incident title=I-6 detected= >/dev/null
only() { # FILTER REFS
	noria list "$G" incident --where="$1" --sort=ref --format=tsv 2>said | tail -n +2 | cut -f1 | tr '\n' ' ' >got
	cat got said >tap-output
	test "$(cat got)" = "$2"
	tap_result $? "$zone: $1"
}
zone=America/New_York
noria set "$G" ORG-1 time_zone=$zone
only detected=2026-03-05 'I-2 I-3 I-4 '
only 'detected!=2026-03-05' 'I-1 I-5 I-6 '
only 'detected>=2026-03-05' 'I-2 I-3 I-4 I-5 '
only 'detected<2026-03-05' 'I-1 '
only 'detected>2026-03-05' 'I-5 '
only 'detected<=2026-03-05' 'I-1 I-2 I-3 I-4 '
only 'detected>="2026-03-05 00:00"' 'I-2 I-3 I-4 I-5 '
only 'detected<"2026-03-04 23:59:59"' ''
only 'detected<=2026-03-04T23:59:59' 'I-1 '
only 'detected=2026-03-05 or title=I-1' 'I-1 I-2 I-3 I-4 '
zone=Pacific/Auckland
noria set "$G" ORG-1 time_zone=$zone
only detected=2026-03-05 'I-1 I-2 I-3 '
only 'detected>2026-03-05' 'I-4 I-5 '
only 'detected<"2026-03-05 12:00"' 'I-3 '
status 4 "a filter asks for no hour that does not exist" noria list "$G" incident --where='detected>"2026-09-27 02:30"'
status 4 "a day and a moment are not compared field by field" noria list "$G" incident --where='detected<@notified'

# Undo brings the moment back.
noria set "$G" I-2 detected=2026-03-07 >/dev/null
noria undo "$G" 2>/dev/null
ok "undo brings the moment back" sh -c 'noria show "$1" I-2 --format=json | grep -q "\"detected\": \"2026-03-05T05:00:00Z\""' - "$G"

# A zone that this machine does not know: a time without an offset would be a guess.
TZDIR=$HOME/none
export TZDIR
mkdir none
status 4 "an unknown zone's time is refused" noria add "$G" incident title=x 'detected=2026-03-05 14:00'
has "and it is said what is missing" tzdata noria add "$G" incident title=x 'detected=2026-03-05 14:00'
status 0 "with an offset it is not" noria add "$G" incident title=x detected=2026-03-05T14:00Z
has "what is shown then is UTC, and says so" '2026-03-05 05:00 UTC' noria list "$G" incident
unset TZDIR

# A spreadsheet's times name the zone in their column.
if command -v unzip >/dev/null && noria export "$G" incident --format=xlsx --output=zones.xlsx 2>/dev/null; then
	unzip -p zones.xlsx 'xl/*' >sheet
	has "the column of a spreadsheet names the zone" 'Detected (Pacific/Auckland)' cat sheet
	# 2026-03-05T04:59:59Z is 17:59:59 there.
	has "and holds the time of that zone" '<v>46086.7499' cat sheet
else
	skip "XLSX" "noria-xlsx or unzip is not there"
fi
ok "the file is sound after all this" noria check "$F"
finish
