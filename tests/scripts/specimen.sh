# A register with a field of every type is one dictionary entry and one
# migration: tests/specimen.  Nothing else knows of it.
. "$NORIA_SOURCE/tests/tap.sh"

PATH=$NORIA_BUILD/tests:$PATH
F=$HOME/test.noria
version=$(noria new "$HOME/other.noria" >/dev/null 2>&1; sqlite3 "$HOME/other.noria" 'PRAGMA user_version')
noria new "$F" --organisation=Zoo >/dev/null 2>&1
noria add "$F" asset name="Big cage" >/dev/null
noria add "$F" risk title="Escape through the roof" >/dev/null

ok "an older file can be read" noria-specimen list "$F" specimen
ok "which leaves it as it is" noria list "$F" risk

ok "every type is set by command line" noria-specimen add "$F" specimen title="Grey zebra" \
	story="Eats hay and bread." legs=4 weight=312.5 day=2026-11-24 moment=2026-11-24T09:30:00Z \
	colour=red stripes=red,blue tame=no grown=80 keeper="Ada Keeper" danger=3 home="Big cage" fears=R-1 controls=A.5.1,A.7.4 season="T4 2026"
ok "the file was migrated, after a copy beside it" test -f "$F.bak-$version"
ok "the copy is the older file" noria list "$F.bak-$version" risk
status 3 "the program without the register refuses the newer file" noria list "$F" risk
has "the record comes back" \
	'312.5' noria-specimen show "$F" SP-1 --format=json
for value in 'Grey zebra' 'Eats hay' '2026-11-24T09:30:00Z' '"red"' 'blue' '"no"' '80' 'AS-1' 'R-1' '2022:A.5.1' '2022:A.7.4' '2026-Q4'; do
	has "value $value" "$value" noria-specimen show "$F" SP-1 --format=json
done
has "the person was added by name" "Ada Keeper" noria-specimen list "$F" person --format=tsv
status 4 "a value of the wrong type is refused: integer" noria-specimen set "$F" SP-1 legs=many
status 4 "number" noria-specimen set "$F" SP-1 weight=heavy
status 4 "date" noria-specimen set "$F" SP-1 day=2026-02-30
status 4 "date and time" noria-specimen set "$F" SP-1 moment=yesterday-ish
status 4 "choice" noria-specimen set "$F" SP-1 colour=mauve
status 4 "choices" noria-specimen set "$F" SP-1 stripes=red,mauve
status 4 "yes or no" noria-specimen set "$F" SP-1 tame=perhaps
status 4 "period" noria-specimen set "$F" SP-1 season=winter
status 4 "percentage" noria-specimen set "$F" SP-1 grown=101
status 4 "level" noria-specimen set "$F" SP-1 danger=9
status 4 "reference" noria-specimen set "$F" SP-1 home=AS-77
status 4 "references" noria-specimen set "$F" SP-1 fears=R-1,R-77
status 4 "control" noria-specimen set "$F" SP-1 controls=A.99.1

noria-specimen add "$F" specimen title="Étoile de mer" legs=5 weight=0.2 colour=blue danger=1 >/dev/null
for field in title legs weight day moment colour tame grown danger season; do
	ok "sorted by $field" noria-specimen list "$F" specimen --sort=$field --format=tsv
done
has "filtered by a number" "Étoile" noria-specimen list "$F" specimen --where='legs>4' --format=tsv
has "found inside a word, folded" "Étoile" noria-specimen list "$F" specimen --where='title~etoi' --format=tsv

ok "CSV out" noria-specimen export "$F" specimen --format=csv --output=specimens.csv
sed 's/Grey zebra/Plain zebra/' specimens.csv >changed.csv
ok "CSV in, by ref" noria-specimen import "$F" changed.csv --as=csv:specimen
has "updates what was there" "Plain zebra" noria-specimen show "$F" SP-1
noria-specimen export "$F" specimen --format=csv --output=again.csv
ok "and gives the same again" cmp changed.csv again.csv
ok "is one step of undo" noria-specimen undo "$F"
has "which brings the name back" "Grey zebra" noria-specimen show "$F" SP-1
# Late is whatever is past one of its days.
noria-specimen add "$F" specimen title="Late by its day" day=2026-11-23 moment=2027-01-01T00:00:00Z >/dev/null
noria-specimen add "$F" specimen title="Late by its moment" day=2027-01-01 moment=2026-11-01T00:00:00Z >/dev/null
noria-specimen add "$F" specimen title="In time" day=2027-01-01 moment=2027-01-01T00:00:00Z >/dev/null
test "$(noria-specimen list "$F" specimen --where=late --format=tsv | cut -f1 | tr '\n' ' ')" = "ref SP-3 SP-4 "
tap_result $? "late by either of two days"
has "each of them is due" "2026-11-01" noria-specimen list "$F" due --format=tsv
ok "a record is removed" noria-specimen remove "$F" SP-2
ok "check is content" noria-specimen check "$F"
finish
