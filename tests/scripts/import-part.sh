# A table of a part of the register.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
{
	echo title
	for i in $(seq 60); do echo "Risk $i"; done
} >whole.csv
noria import "$F" whole.csv --as=risk 2>/dev/null

# A rehearsal of a part: what the table lacks does not drown what it does.
printf 'title,current_likelihood\nRisk 1,3\nRisk 2,4\nNew,1\n' >part.csv
noria import "$F" part.csv --as=risk --dry-run >out 2>err
cat out err >tap-output
ok "the first of what stays are named" test "$(grep -c '^- R-' out)" = 5
has "with how many more there are" '- and 53 more, which --verbose names' cat out
has "and all are counted" '58 records of the register are not in the table; they stay.' cat err
has "what changes is told as before" '~ R-1 Risk 1' cat out
noria import "$F" part.csv --as=risk --dry-run --verbose >out 2>err
ok "all of them where somebody asks" test "$(grep -c '^- R-' out)" = 58
ok "without a count of more" sh -c '! grep -q "and .* more" out'
{
	echo title
	for i in $(seq 20 60); do echo "Risk $i"; done
} >most.csv
noria import "$F" most.csv --as=risk --dry-run >out 2>err
ok "what a table of most of it lacks is named whole" test "$(grep -c '^- R-' out)" = 19
has "in French" '- et 53 autres, que --verbose nomme' env LC_ALL=C.UTF-8 LANGUAGE=fr noria import "$F" part.csv --as=risk --dry-run

finish
