# Values and filters of scripts are in the file's own form, whatever the locale, and
# a ref is never taken for a name.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
S=$HOME/sample.noria
noria new "$F" --organisation=Test
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

# The file's own form.
noria add "$F" action title=One due=2026-12-24 status=planned >/dev/null
noria add "$F" incident title=Fire detected=2026-11-23T23:30Z >/dev/null
noria add "$F" incident title=Flood detected=2026-11-24T08:00Z >/dev/null
for locale in C.UTF-8 fr_FR.UTF-8; do
	for pair in due=24/12/2026 due=demain due=tomorrow due=today due=+3 'status=under way' 'status=en cours' status=terminé 'progress=beaucoup'; do
		status 4 "$pair in $locale" env LC_ALL=$locale LANGUAGE="${locale%%_*}" noria set "$F" AC-1 "$pair"
	done
	status 0 "an ISO date in $locale" env LC_ALL=$locale noria set "$F" AC-1 due=2026-12-25
	has "a day in a filter in $locale" AC-1 env LC_ALL=$locale noria list "$F" action --where='due<=today+40'
	status 4 "no other word for a day in $locale" env LC_ALL=$locale LANGUAGE=fr noria list "$F" action --where="due<=aujourd'hui"
	status 4 "no label in a filter in $locale" env LC_ALL=$locale LANGUAGE=fr noria list "$F" action --where='status=planifiée'
done
printf 'title,due\nTwo,24/12/2026\n' >action.csv
status 4 "the same for a table" noria import "$F" action.csv

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
