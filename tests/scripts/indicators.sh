# Indicators: those that ship, what they are counted by, what the program takes by itself, corrections.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

at() { day=$1; shift; env NORIA_CLOCK="${day}T08:00:00Z" "$@"; }
# FIELD of the only record that a filter finds.
field() { # FILE REGISTER FILTER COLUMN
	noria list "$1" "$2" --where="$3" --format=tsv --read-only | awk -F'\t' -v name="$4" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i; next } { print $column; exit }'
}
lines() { noria list "$1" "$2" --where="$3" --format=tsv --read-only | tail -n +2 | wc -l | tr -d ' '; }
equal() { ok "$1" sh -c 'echo "$1 is not $2"; test "$1" = "$2"' - "$2" "$3"; }

# ---- what ships ----
F=$HOME/new.noria
at 2026-07-01 noria new "$F" --organisation=Test >/dev/null 2>&1
equal "a new file has 48 indicators" "$(lines "$F" indicator status=draft)" 48
equal "of three levels" "$(lines "$F" indicator level!=)" 48
equal "with their words in French" "$(lines "$F" indicator "name_fr!= need_fr!= measure_fr!= unit_fr!=")" 48
equal "each serves a clause or a control" "$(lines "$F" indicator "controls!= or requirement!=")" 48
equal "none of them is waited for" "$(lines "$F" indicator due!=)" 0
at 2026-07-01 noria new old.noria --organisation=Test --catalogue=iso27001-2013 >/dev/null 2>&1
equal "with another edition they name no control of it" "$(lines old.noria indicator "controls!= or requirement!=")" 0
equal "and are there all the same" "$(lines old.noria indicator status=draft)" 48

# ---- each formula on a file with nothing in it ----
use() { # FILE DAY
	awk -v day="$2" 'BEGIN {
		print "ref,status,owner,start"
		for (i = 1; i <= 48; i++) printf "IN-%d,active,Ann Lee,%s\n", i, day }' >in-use.csv
	at 2026-07-01 noria import "$1" in-use.csv --as=csv:indicator >/dev/null
}
# A formula that is refused is told in the log; nobody else would hear of it.
NORIA_LOG=$HOME/log
export NORIA_LOG
at 2026-07-01 noria add "$F" person name="Ann Lee" >/dev/null
ok "all are taken into use" use "$F" 2026-01-01
at 2027-01-04 noria list "$F" indicator >/dev/null
formulas=$(lines "$F" indicator formula!=)
equal "each formula was counted" "$(lines "$F" indicator "formula!= taken>0")" "$formulas"
ok "none of them is at fault" sh -c '! grep " IN-" "$1"' - "$NORIA_LOG"
equal "a share of nothing is no value" "$(field "$F" indicator ref=IN-4 value)" ""
equal "and says so" "$(field "$F" indicator ref=IN-4 state)" none
has "with a note" "nothing to count" noria list "$F" measurement --where="indicator=IN-4" --format=tsv --read-only
equal "a count of nothing is 0" "$(field "$F" indicator ref=IN-18 value)" 0
equal "only what is entered waits" "$(env NORIA_CLOCK=2027-01-04T08:00:00Z noria list "$F" indicator --where="late formula!=" --format=tsv --read-only | tail -n +2 | wc -l | tr -d ' ')" 0

# ---- on the sample, beside what lists count ----
S=$HOME/sample.noria
sample "$S"
use "$S" 2026-01-01
at 2027-01-04 noria list "$S" indicator >/dev/null
ok "no formula is at fault on the sample" sh -c '! grep " IN-" "$1"' - "$NORIA_LOG"
share() { # NAME INDICATOR REGISTER PART WHOLE
	part=$(env NORIA_CLOCK=2027-01-04T08:00:00Z noria list "$S" "$3" --where="$4" --format=tsv --read-only | tail -n +2 | wc -l)
	whole=$(env NORIA_CLOCK=2027-01-04T08:00:00Z noria list "$S" "$3" --where="$5" --format=tsv --read-only | tail -n +2 | wc -l)
	wanted=$(awk -v part="$part" -v whole="$whole" 'BEGIN { printf "%.2f", 100 * part / whole }')
	got=$(awk -v value="$(field "$S" indicator "ref=$2" value)" 'BEGIN { printf "%.2f", value }')
	equal "$1" "$got" "$wanted"
}
share "controls implemented, as lists count them" IN-1 applicability "applicable=yes status=implemented" applicable=yes
share "risks above the threshold" IN-4 risk "open current_level>threshold" "open current_level!="
share "unsigned exposure" IN-5 risk "open current_level>threshold acceptances!(valid)" "open current_level>threshold"
share "risks reviewed in time" IN-13 risk "open review>=today" open
share "obligations met" IN-46 obligation conformity=met ref!=

# ---- periods ----
P=$HOME/periods.noria
at 2026-07-01 noria new "$P" --organisation=Test >/dev/null 2>&1
at 2026-07-01 noria add "$P" indicator name=Monthly measure=x frequency=month start=2026-01-01 owner="Ann Lee" status=active target=90 amber=85 red=70 >/dev/null
equal "it is waited for from its start" "$(field "$P" indicator name=Monthly due)" 2026-02-03
at 2026-07-10 noria record "$P" IN-49 80 --at=2026-06-15 --note="by hand"
equal "a value has the period in which it was taken" "$(field "$P" measurement indicator=IN-49 period)" 2026-06
equal "the next is due after the next period and its grace" "$(field "$P" indicator ref=IN-49 due)" 2026-08-03
equal "80 is to be watched" "$(field "$P" indicator ref=IN-49 state)" amber
at 2026-07-10 noria record "$P" IN-49 92
equal "92 is good" "$(field "$P" indicator ref=IN-49 state)" good
equal "and better" "$(field "$P" indicator ref=IN-49 trend)" better
at 2026-07-11 noria add "$P" measurement indicator=IN-49 value=60 corrects=ME-1 >/dev/null
equal "a correction speaks of the period of what it corrects" "$(field "$P" measurement ref=ME-3 period)" 2026-06
equal "and takes its place" "$(field "$P" indicator ref=IN-49 before)" 60
equal "the last value stays the last" "$(field "$P" indicator ref=IN-49 value)" 92
status 4 "one indicator's value corrects no other's" at 2026-07-11 noria add "$P" measurement indicator=IN-48 value=60 corrects=ME-1
has "the sentence names the other" "ME-1 is a measurement of IN-49" at 2026-07-11 noria add "$P" measurement indicator=IN-48 value=60 corrects=ME-1
status 4 "a value is never changed" at 2026-07-11 noria set "$P" ME-1 value=1
status 4 "a measurement without value and note is refused" at 2026-07-11 noria add "$P" measurement indicator=IN-49
at 2026-07-12 noria undo "$P" >/dev/null
equal "undo gives back what it was before" "$(field "$P" indicator ref=IN-49 before)" 80
has "a formula is refused with the place of its fault" "character 7" at 2026-07-12 noria set "$P" IN-49 formula="count(nothing)"
has "of an indicator that is not there" "character 5: There is no indicator IN-999" at 2026-07-12 noria set "$P" IN-49 formula="1 + IN-999"
has "of a record that a filter names" "character 18: Owner: there is no Person \"P-999\"" at 2026-07-12 noria set "$P" IN-49 formula="count(risk 'open owner=P-999')"
has "of the indicator itself" "character 5: IN-49 cannot be counted from itself" at 2026-07-12 noria set "$P" IN-49 formula="2 * IN-49"

# ---- numbers with their unit ----
U=$HOME/units.noria
at 2026-07-01 noria new "$U" --organisation=Test >/dev/null 2>&1
at 2026-07-01 noria set "$U" ORG-1 currency=EUR
made() { noria list "$U" indicator --where="name=\"$1\"" --format=tsv | awk 'NR == 2 { print $1 }'; }
status 0 "85 % is a target where the unit is %" at 2026-07-01 noria add "$U" indicator name=Share 'target=85 %' amber=80% unit=%
equal "of so many" "$(field "$U" indicator name=Share target)/$(field "$U" indicator name=Share amber)" 85/80
status 0 "also when it is changed" at 2026-07-01 noria set "$U" "$(made Share)" 'target=87,5 %'
equal "to a part of one" "$(field "$U" indicator name=Share target)" 87.5
status 4 "days are none" at 2026-07-01 noria add "$U" indicator name=Days unit=days 'target=85 %'
cp tap-output said
has "which is said" 'Target is measured in days, and 85 % is in %; write the number alone.' cat said
status 4 "nor is what has no unit" at 2026-07-01 noria add "$U" indicator name=Bare 'target=85 %'
cp tap-output said
has "with the way out" 'Target: 85 % is in %, and nothing says what it is measured in; say that first, or write the number alone.' cat said
at 2026-07-01 noria add "$U" indicator name=Days unit=days frequency=month >/dev/null
status 0 "a value is recorded so" at 2026-07-10 noria record "$U" "$(made Share)" '92 %' --at=2026-07-10
equal "and kept" "$(field "$U" measurement "indicator.name=Share" value)" 92
status 4 "of days it is not" at 2026-07-10 noria record "$U" "$(made Days)" '92 %'
status 4 "nor is money" at 2026-07-10 noria record "$U" "$(made Days)" '92 $'
status 4 "a filter asks many, and takes the number alone" noria list "$U" indicator --where='target="85 %"'
printf 'Name;Target;Watched from;Measured in\nBackups;98 %%;95%%;%%\nDelay;30;;days\n' >indicators.csv
status 0 "a table has the unit beside" at 2026-07-01 noria import "$U" indicators.csv --as=indicator
equal "each row its own" "$(field "$U" indicator name=Backups target)/$(field "$U" indicator name=Backups amber)/$(field "$U" indicator name=Delay target)" 98/95/30
has "read twice it changes nothing" "0 added, 0 changed, 2 left" at 2026-07-01 noria import "$U" indicators.csv --as=indicator
printf 'Name;Target;Measured in\nLate;98 %%;days\n' >wrong.csv
status 4 "another row's unit is not this one's" at 2026-07-01 noria import "$U" wrong.csv --as=indicator
printf 'Indicator;Measured at;Value;Period\nBackups;2026-07-05;97 %%;2026-07\nDelay;2026-07-05;31;2026-07\n' >values.csv
status 0 "values have the unit of their indicator" at 2026-07-10 noria import "$U" values.csv --as=measurement
equal "in their own" "$(field "$U" measurement indicator.name=Backups value)/$(field "$U" measurement indicator.name=Delay value)" 97/31
has "read twice they double nothing" "0 added, 0 changed, 2 left" at 2026-07-10 noria import "$U" values.csv --as=measurement
printf 'Indicator;Measured at;Value\nDelay;2026-07-06;97 %%\n' >wrong.csv
status 4 "a share of what is measured in days is none" at 2026-07-10 noria import "$U" wrong.csv --as=measurement

# ---- what the program takes by itself ----
at 2026-07-12 noria add "$P" incident title=Theft detected=2026-06-20 >/dev/null
at 2026-07-12 noria add "$P" indicator name=Incidents measure=x frequency=month start=2026-01-01 owner="Ann Lee" status=active \
	formula="count(incident 'detected>=period detected<periodend')" >/dev/null
at 2026-07-12 noria add "$P" indicator name=Twice measure=x frequency=month start=2026-06-01 owner="Ann Lee" status=active formula="2 * IN-50" >/dev/null
at 2026-07-12 noria add "$P" indicator name=Now measure=x frequency=month start=2026-01-01 owner="Ann Lee" status=active formula="count(person)" >/dev/null
at 2026-07-13 noria list "$P" indicator >/dev/null
equal "of what asks for its period the last three are counted" "$(lines "$P" measurement indicator=IN-50)" 3
equal "each by its own days" "$(field "$P" measurement "indicator=IN-50 period=2026-06" value)" 1
equal "as before" "$(field "$P" measurement "indicator=IN-50 period=2026-05" value)" 0
equal "of what speaks of the present the last alone" "$(lines "$P" measurement indicator=IN-52)" 1
equal "one that rests on another comes after it" "$(field "$P" indicator ref=IN-51 value)" 2
has "one on which another rests is not deleted" "IN-50 cannot be deleted: the formula of IN-51 rests on it" at 2026-07-13 noria remove "$P" IN-50
status 4 "and that is refused" at 2026-07-13 noria remove "$P" IN-50
status 4 "nor is one on which a draft rests" at 2026-07-13 sh -c 'noria set "$1" IN-51 status=draft && noria remove "$1" IN-50' sh "$P"
status 0 "a longer ref is another one" at 2026-07-13 noria remove "$P" IN-5
at 2026-07-13 noria undo "$P" >/dev/null
at 2026-07-13 noria undo "$P" >/dev/null
before=$(noria history "$P" --limit=1 | head -1)
at 2026-07-13 noria list "$P" indicator >/dev/null
equal "nothing is taken twice" "$(noria history "$P" --limit=1 | head -1)" "$before"
cp "$P" copy.noria
at 2026-09-13 noria list copy.noria indicator --read-only >/dev/null
ok "with --read-only nothing is written" cmp "$P" copy.noria

# ---- on paper ----
R=$HOME/report.noria
at 2026-11-02 noria new "$R" --organisation=Test >/dev/null 2>&1
at 2026-11-02 noria add "$R" indicator name=Restored name_fr=Rétablis measure=x unit=% frequency=month start=2025-01-01 \
	owner="Ann Lee" status=active level=operational target=90 amber=85 red=70 >/dev/null
value() { at 2026-11-02 noria add "$R" measurement indicator=IN-49 at="$1-28T08:00:00Z" period="$1" value="$2" >/dev/null; }
value 2025-10 40.5
value 2026-09 95
value 2026-10 92
report() { at 2026-11-02 noria export "$R" indicators --format="$1"; }
# The words of the only line of the table.
row() { report text | grep -E "^[GAR].* IN-49 " | tr -s ' '; }
equal "how it went since the last time, and in a year" "$(row)" "G IN-49 Restored 92 % 90 ↓ worse 40.5 ↑ better 2026-12-03"
at 2026-11-02 noria add "$R" measurement value=97 corrects=ME-1 >/dev/null
equal "a value of last year that was corrected" "$(row)" "G IN-49 Restored 92 % 90 ↓ worse 97 ↓ worse 2026-12-03"
# One that is told by lines of text after each other, as one line.
flat() { report "$1" | tr -s ' \n' ' '; }
says() { echo "$2 in:"; flat "$1"; flat "$1" | grep -qE "$2"; }
ok "a sparkline with its values, gaps among them" says text "G 92 % [^ ]+ +[^ ]+ 2025-10 97 - - - - - - - - - - 95 92 2026-10 target 90, watched 85, alert 70"
ok "in SVG each line is told in words" says html "<desc[^>]*>2025-10 97, 2025-11 -, .*2026-09 95, 2026-10 92; target 90; watched 85; alert 70</desc>"
ok "the target is a line with a name" says html ">[^<]*target 90[^<]*</text>"
# Two points that touch each other are joined; the one of last year stands alone.
equal "a gap is not bridged" "$(report html | grep -c 'stroke-width="1.2"')" 1
has "as a table a line a period" "IN-49  Restored,2026-09,95" report csv
ok "what was not measured is empty there" sh -c 'NORIA_CLOCK=2026-11-02T08:00:00Z noria export "$1" indicators --format=csv | grep -qx "IN-49  Restored,2026-08,"' sh "$R"
if test -x "$NORIA_BUILD/noria-pdf" && command -v pdfinfo >/dev/null && command -v pdfimages >/dev/null; then
	at 2026-11-02 noria export "$R" indicators --format=pdf --output=i.pdf
	"$NORIA_BUILD/tests/unpacked" i.pdf >i.objects
	ok "in PDF too" sh -c 'test "$(pdfinfo -struct i.pdf | grep -c "^ *Figure")" = 1'
	# Cairo from 1.18 on packs the objects itself, and only qpdf puts the words in there.
	ok "its words stand for it" sh -c '! noria --version | grep -q "cairo 1\.1[0-7]\|qpdf" || grep -aEq "/Alt ?(<|\()" i.objects'
	ok "as vectors" sh -c 'test "$(pdfimages -list i.pdf | wc -l)" -le 2'
fi

# ---- what the program counts, what is no more or not yet in use ----
D=$HOME/drafts.noria
noria new "$D" --organisation=Test >/dev/null 2>&1
computed=$(noria list "$D" indicator --where="status=draft formula!=" --format=tsv | awk 'NR == 2 { print $1 }')
draft=$(noria list "$D" indicator --where="status=draft formula= red!=" --format=tsv | awk 'NR == 2 { print $1 }')
status 4 "a value that the program counts is not entered by hand" noria record "$D" "$computed" 4
has "the sentence says why, and what else one does" "counts $computed by its formula" noria record "$D" "$computed" 4
status 0 "it is counted at once when asked" noria record "$D" "$computed" count
status 4 "but not for another day" noria record "$D" "$computed" count --at=2026-01-15
has "which is told" "is counted now" noria record "$D" "$computed" count --at=2026-01-15
status 4 "nor as a measurement" noria add "$D" measurement indicator="$computed" value=4
status 0 "a value of a draft may be tried" noria record "$D" "$draft" 999999
equal "and is not judged" "$(field "$D" indicator ref="$draft" state)" ""
equal "no draft is in a state" "$(lines "$D" indicator "status=draft state!=")" 0
# What counts money counts it in the organisation's currency.
noria add "$D" incident title=Theft detected=2020-01-01 cost=14500 >/dev/null
noria set "$D" IN-8 status=active start=2020-01-01 owner="Ann Lee" formula="sum(incident cost)" >/dev/null
noria record "$D" IN-8 count
noria set "$D" ORG-1 currency=
has "without one it says so" "14500 currency" noria export "$D" indicators --format=html
noria set "$D" ORG-1 currency=EUR
has "with one it is an amount of it" "EUR 14,500" noria export "$D" indicators --format=html
has "the unit stays as it is written" '"unit": "currency"' noria show "$D" IN-8 --format=json
noria set "$S" IN-32 status=retired reason="Tried" >/dev/null
status 4 "of a retired one nothing is recorded" noria record "$S" IN-32 4

# ---- many values in one period ----
many() { # a value a second of what has eight periods, as a program does
	i=1
	while test $i -le 61; do
		noria record "$S" IN-26 $i >/dev/null || return 1
		i=$((i + 1))
	done
}
before=$(field "$S" indicator ref=IN-26 value)
ok "sixty-one values of one period are taken" many
equal "they take nothing from the periods before" "$(field "$S" indicator ref=IN-26 before)/$(field "$S" indicator ref=IN-26 taken)" "$before/9"
equal "the last of them counts" "$(field "$S" indicator ref=IN-26 value)" 61
equal "its trend is known" "$(field "$S" indicator ref=IN-26 trend)" better
equal "and the report draws all periods" "$(noria export "$S" indicators --format=csv | grep -c '^IN-26  *[^,]*,20[0-9-]*Q[1-4],')" 9
# Another frequency from now on: what was measured by quarters stays before the days.
noria set "$S" IN-26 frequency=day >/dev/null
ok "by days too" many
equal "the quarters stay beside the day" "$(field "$S" indicator ref=IN-26 value)/$(field "$S" indicator ref=IN-26 trend)" "61/same"

# A value that no field holds.
M=999999999999999
at 2026-07-12 noria add "$P" indicator name=Huge measure=x frequency=month start=2026-06-01 owner="Ann Lee" status=active formula="$M * $M * $M" >/dev/null
at 2026-07-12 noria add "$P" indicator name=Beside measure=x frequency=month start=2026-06-01 owner="Ann Lee" status=active formula="7" >/dev/null
at 2026-07-13 noria list "$P" indicator >/dev/null
equal "one that comes to too much stops no other" "$(field "$P" indicator name=Beside value)" 7
equal "has no value itself" "$(field "$P" indicator name=Huge value)" ""
equal "and says why" "$(lines "$P" measurement "indicator=IN-53 note~\"too large\"")" 1
status 0 "the file is whole" noria check "$P"
status 0 "and so is the sample" noria check "$S"
# What ships counts what it says: who is not late yet, and what nobody knows, is not counted against anybody.
X=$HOME/shipped.noria
noria new "$X"
for name in Ann Bob; do noria add "$X" person name=$name joined=2026-11-01; done >/dev/null
{
	noria add "$X" training title=Welcome kind=newcomer held=2026-11-10 status=held
	noria add "$X" training title=January kind=newcomer held=2026-01-10 status=held
	noria add "$X" training title=Test kind=phishing held=2026-11-12 status=held invited=50
	noria add "$X" training title=Again kind=phishing held=2026-11-13 status=held invited=20 passed=15 reported=4
	noria add "$X" attendance training=TR-1 person=P-1 present=yes
	noria add "$X" attendance training=TR-2 person=P-2 present=yes
	noria add "$X" audit title=Late planned=2026-01-15 held=2026-11-10 status=done
	noria add "$X" audit title=Kept planned=2026-11-05 held=2026-11-10 status=done
	noria add "$X" audit title=Soon planned=2026-11-20
	noria add "$X" obligation title=Tell hours=24
	for day in 10 12 14; do noria add "$X" incident title="On $day" detected="2026-11-$day 10:00" obligation=OB-1; done
	noria add "$X" incident title=Now detected="2026-11-24 09:00" obligation=OB-1
	noria set "$X" I-1 informed="2026-11-11 09:00"
	noria set "$X" I-2 notified=2026-11-13
} >/dev/null
shipped() { # REF VALUE WHAT
	noria set "$X" "$1" status=active owner=P-1 start=2026-11-01
	noria record "$X" "$1" count
	equal "$3" "$2" "$(noria list "$X" measurement --where="indicator=$1" --format=tsv | tail -1 | cut -f4)"
}
shipped IN-9 50 "an audit held months later is not held as planned, one of last week not missed"
shipped IN-25 50 "nobody is late whose hours run"
shipped IN-28 25 "of a test nobody knows who clicked"
shipped IN-29 20 "nor who told"
shipped IN-30 100 "a session of before is none, and 30 days are 30 days"
# How things stood at the end of a period that is long over cannot be counted: the note says of which day it is.
H=$(noria add "$X" indicator name=Heads measure="People" formula="count(person)" frequency=month status=active owner=P-1 start=2026-09-01)
NORIA_CLOCK=2026-11-24T10:00:00Z noria list "$X" due >/dev/null
has "what is counted late says when" "Counted on 24 November 2026, from the records" sh -c 'noria list "$1" measurement --where="indicator=$2" --format=tsv' - "$X" "$H"
# Of several that are deleted together the one whose formula rests on another goes first, in whatever order they are named.
U=$(noria add "$X" indicator name=Under formula="count(person)")
O=$(noria add "$X" indicator name=Over formula="$U + 1")
status 4 "alone it stays" noria remove "$X" "$U"
ok "together they go" noria remove "$X" "$U" "$O"
# A filter that names no field is told as one, never as damage of the file.
for filter in 'owner(ref~@^zz)' 'owner(ref~@^ref+30)'; do
	has "$filter is refused" "cannot be compared" noria list "$X" risk --where="$filter"
	status 4 "as input" noria list "$X" risk --where="$filter"
done
finish
