# A table of a part of the register, and what of an import stays where no row is good.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
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

# What the columns are: a rehearsal and an import that is refused leave nothing in the file, as they say.
printf 'Title,Mood,Likelihood\nB,sad,12\nC,glad,nine\n' >bad.csv
cp "$F" before.noria
status 4 "refused rows" noria import "$F" bad.csv --as=risk --map=Mood=scenario
ok "leave the file as it was" cmp "$F" before.noria
status 0 "a rehearsal" noria import "$F" bad.csv --as=risk --map=Mood=scenario --only-good --dry-run
ok "as well" cmp "$F" before.noria
status 0 "good rows alone, of which there are none" noria import "$F" bad.csv --as=risk --map=Mood=scenario --only-good --refused=left.csv
has "keep what the columns are for the rows put right" 'the column Mood is Scenario, as the last time' sh -c 'sed "s/,12/,2/; s/,nine/,3/" left.csv >right.csv && noria import "$1" right.csv --as=risk' sh "$F"
printf 'Title,Smell\nRisk 1,x\n' >same.csv
noria list "$F" risk --format=tsv >before
status 0 "so does a table that changes nothing" noria import "$F" same.csv --as=risk --skip=Smell
has "which is told the next time" 'the column Smell is left out, as the last time' noria import "$F" same.csv --as=risk
noria list "$F" risk --format=tsv >after
ok "with no record another" cmp before after
cp "$F" before.noria
noria import "$F" same.csv --as=risk --skip=Smell >/dev/null 2>&1
ok "said again, it is not written again" cmp "$F" before.noria
status 0 "the file is sound" noria check "$F"
has "and undo takes back what was imported" 'Undone' noria undo "$F"
finish
