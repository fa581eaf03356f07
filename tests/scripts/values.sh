# Values and filters of scripts are in the file's own form, whatever the locale, and
# a ref is never taken for a name.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
S=$HOME/sample.noria
fresh "$F" --organisation=Test
sample "$S"
sample french.noria fr

# The sample is what its tables say.
for file in "$S" french.noria; do
	noria list "$file" unit --format=csv >units.csv
	cut -d, -f1,4-5 "$NORIA_SOURCE/data/sample/unit.csv" | tail -n +2 | LC_ALL=C sort >expected
	cut -d, -f1,3-4 units.csv | tail -n +2 | LC_ALL=C sort >got
	ok "the units of $(basename "$file") have their managers" diff expected got
done
ok "and check is content" noria check "$S"

# Refs are no names.
for name in P-99 p-7 AS-1 soa:2022:A.5.1; do
	status 4 "owner=$name is refused" noria add "$F" asset name=x owner="$name"
done
noria list "$F" person --format=json >people
has "nobody was added" '[]' cat people
status 0 "owner=NAME adds the person" noria add "$F" asset name=x "owner=Jeanne Roy"

# The file's own form always works, in every locale; besides it what people write, where it can be nothing else.
noria add "$F" action title=One due=2026-12-24 status=planned >/dev/null
noria add "$F" incident title=Fire detected=2026-11-23T23:30Z >/dev/null
noria add "$F" incident title=Flood detected=2026-11-24T08:00Z >/dev/null
is() { # PAIR FIELD VALUE: what is given is kept so
	noria set "$F" AC-1 "$1" 2>said
	has "$1 in $locale" "\"$2\": $3," noria show "$F" AC-1 --format=json
}
noria set "$F" ORG-1 currency=EUR
for locale in C.UTF-8 fr_FR.UTF-8; do
	LC_ALL=$locale LANGUAGE=${locale%%_*}
	export LC_ALL LANGUAGE
	for day in 2026-12-25 25/12/2026 12/25/2026 25.12.2026 2026/12/25 25-Dec-26 '25 déc. 2026' 'December 25, 2026' \
		2026-12-25T00:00:00 'vendredi 25 décembre 2026'; do
		noria set "$F" AC-1 due=2026-01-01
		is "due=$day" due '"2026-12-25"'
	done
	noria set "$F" AC-1 due=2026-12-31
	is due=tomorrow due '"2026-11-25"'
	is due=demain due '"2026-11-25"'
	is due=+31 due '"2026-12-25"'
	is status=fait status '"done"'
	is 'status=under way' status '"ongoing"'
	is status=Planifiée status '"planned"'
	is 'progress=40,0 %' progress 40
	is 'budget=1 200,50 €' budget 1200.5
	is budget=1.234 budget 1.234
	for pair in due=05/06/2026 due=05/06/26 due=46022 due=24/12 'due=2026-12-25 10:00' 'status=on its way' progress=0.5 \
		progress=beaucoup progress=12.5 budget=1,200 'budget=$ 12' budget=1e3 due=N/A status=-; do
		status 4 "$pair in $locale" noria set "$F" AC-1 "$pair"
	done
	noria set "$F" AC-1 due=2026-12-25 status=planned
	has "a day in a filter in $locale" AC-1 noria list "$F" action --where='due<=today+40'
	has "a day as people write it in a filter in $locale" AC-1 noria list "$F" action --where='due=25/12/2026'
	has "a label in a filter in $locale" AC-1 noria list "$F" action --where='status=planifiée'
	status 4 "no day that may be two in a filter in $locale" noria list "$F" action --where='due<05/06/2026'
	status 4 "no time that may be of two days in a filter in $locale" noria list "$F" incident --where='detected<"05/06/2026 10:00"'
done
unset LC_ALL LANGUAGE
LC_ALL=C.UTF-8
export LC_ALL
noria set "$F" AC-1 due=05/06/2026 2>said
has "both days are named" '05/06/2026 may be 2026-05-06 or 2026-06-05' cat said
noria set "$F" AC-1 budget=1,200 2>said
has "both numbers are named" '1,200 may be 1200 or 1.2' cat said
noria set "$F" AC-1 progress=0.5 2>said
has "both percentages are named" '0.5 may be 50 % or 0.5 %' cat said
noria set "$F" AC-1 'budget=$ 12' 2>said
has "another currency is said" 'in EUR' cat said
printf 'title,due\nTwo,24/12/2026\n' >action.csv
status 0 "a table takes a day as its column shows it" noria import "$F" action.csv

# Days compared with moments, in the organisation's zone.
only() { # NAME FILTER REFS
	noria list "$F" "${4-incident}" --where="$2" --format=tsv 2>tap-output | tail -n +2 | cut -f1 | tr '\n' ' ' >got
	{ echo "$2"; cat got; } >>tap-output
	test "$(cat got)" = "$3"
	tap_result $? "$1"
}
noria set "$F" ORG-1 time_zone=UTC
only "detected today" detected=today 'I-2 '
only "detected before today" 'detected<today' 'I-1 '
only "until yesterday" 'detected<=today-1' 'I-1 '
only "detected today, or by its title" 'detected=today or title~fire' 'I-1 I-2 '
only "by its title, or detected today" 'title~flood or detected=today' 'I-2 '
only "created today" 'created>=today' 'I-1 I-2 '
only "created by now" 'created<=now' 'I-1 I-2 '
noria set "$F" ORG-1 time_zone=Asia/Tokyo
only "the zone decides the day" detected=2026-11-24 'I-1 I-2 '
status 4 "a moment that is none" noria list "$F" incident --where='created>=soon'

# Along several references, and back.
only "controls.number" controls.number=A.5.29 '' risk
cp "$S" "$F"
only "a risk by the number of its control" 'controls.number=A.5.29 title~ransom' 'R-1 ' risk
only "and by its actions" 'actions.status=done title~ransom' 'R-1 ' risk
only "two steps" 'actions.owner.name~claire controls.theme.number=A.5' '' risk
only "a filter behind several" 'actions.owner(name~claire)' 'R-12 ' risk
only "a filter over several" 'controls(number=A.5.29) title~ransom' 'R-1 ' risk
only "and over none of them" 'controls!(number=A.5.29) title~ransom ref=R-1' '' risk
status 4 "a comparison behind several" noria list "$F" risk --where='actions.due<@review'
status 4 "parentheses without end" noria list "$F" risk --where="$(printf 'controls(risks(%.0s' $(seq 40))title~x$(printf '))%.0s' $(seq 40))"
status 4 "a ref that is nowhere, in parentheses" noria list "$F" risk --where='asset(owner=P-999)'
status 2 "an unknown field behind it" noria list "$F" risk --where=controls.colour=red
status 4 "a ref that is nowhere" noria list "$F" risk --where=asset=AS-999
status 4 "a ref of another register" noria list "$F" risk --where=asset=R-1
status 0 "a name that nobody bears finds nothing" noria list "$F" risk --where='owner="Nobody here"'
finish
