# What is printed: for whom, how wide, how often, and when nobody reads on.
. "$NORIA_SOURCE/tests/tap.sh"

S=$HOME/sample.noria
sample "$S"

# A reader that goes away.
for words in "list $S control --format=csv" "help risk" "history $S" "export $S soa"; do
	# shellcheck disable=SC2086
	{ noria $words 2>err; } | head -n 1 >/dev/null
	ok "nothing is said when ${words%% *} is read in part" test ! -s err
done
noria add "$S" asset name=Full >/dev/full 2>err
echo "status $?" >>err
has "an addition whose ref cannot be printed: exit 5" "status 5" cat err
has "and it is said that it was made" "was added, but" cat err
noria list "$S" asset --where=name=Full --format=csv >out
has "as it was" Full cat out

# The day of an export.
SOURCE_DATE_EPOCH=1000000000 noria export "$S" soa --format=text >first
has "SOURCE_DATE_EPOCH is the date of the SoA" "9 September 2001" cat first
SOURCE_DATE_EPOCH=1000000000 NORIA_CLOCK=2027-01-01T00:00:00Z noria export "$S" dashboard >first
SOURCE_DATE_EPOCH=1000000000 NORIA_CLOCK=2028-01-01T00:00:00Z noria export "$S" dashboard >second
has "and of the dashboard" "9 September 2001" cat first
ok "which is the same on another day" cmp first second

# Nothing is cut where there is no edge.
noria add "$S" risk title="$(printf 'A very long title of a risk that goes on and on, %.0s' 1 2 3)" >/dev/null
ok "a table that goes to a file is not cut" sh -c '! noria list "$1" risk | grep -q …' sh "$S"

# The same thing is told once.
noria show "$S" AC-2 >out
ok "a record that a field names is not linked from again" sh -c 'test "$(noria show "$1" R-1 | grep -c AC-2)" = 1' sh "$S"
cp "$S" counts.noria
sqlite3 counts.noria "UPDATE tally SET n = n + 1 WHERE name LIKE 'risk%'"
noria check counts.noria 2>err
cp err tap-output
test "$(grep -c 'counts of Risks' err)" = 1 && grep -q 'times)' err
tap_result $? "check tells one sentence for one register, with a count"

# Links to what is not in the file.
noria export "$S" soa >soa.xml
fresh other.noria --organisation=Other
noria import other.noria soa.xml
ok "an unresolved owner is not no owner" sh -c 'test "$(noria list other.noria applicability --where="owner= control.number=A.5.1" --format=tsv | wc -l)" = 1'
ok "it is an owner" sh -c 'test "$(noria list other.noria applicability --where="owner!= control.number=A.5.1" --format=tsv | wc -l)" = 2'
has "JSON gives its ref" '"owner": "P-2"' noria show other.noria soa:2022:A.5.1 --format=json
has "a person is told that it is not here" "(not in this file)" noria show other.noria soa:2022:A.5.1
noria list other.noria applicability --format=csv >lines.csv
has "CSV keeps all of it" '{person|' cat lines.csv
has "and gives it back" "0 added, 0 changed" noria import other.noria lines.csv

# Words.
has "help shows the options" "[--where=FILTER]" noria help list
has "too few words too" "[--where=FILTER]" noria list "$S"
has "one file at a time" "One file is opened at a time" noria "$S" extra
finish
