# The organisation's file is made whole or not at all, never overwritten by what is
# exported from it, and known for damaged when it is.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test

# Output never lands on the file.
cp "$F" before.noria
ln "$F" hard.noria
ln -s "$F" soft.noria
for place in "$F" ./test.noria hard.noria soft.noria "$F-journal"; do
	status 4 "export over ${place##*/} is refused" noria export "$F" soa --output="$place"
done
ok "and the file is as it was" cmp "$F" before.noria
status 0 "export elsewhere" noria export "$F" soa --output=soa.xml
status 4 "a backup over the journal's place is refused" noria backup "$F" "$F-journal"
rm -f hard.noria soft.noria

# backup to standard output, and to nowhere.
noria backup "$F" - >copy.noria
ok "a backup on standard output is a file" noria check copy.noria
has "a backup into a missing folder names the copy" "nowhere/copy.noria" noria backup "$F" nowhere/copy.noria
status 3 "and ends with 3" noria backup "$F" nowhere/copy.noria

# new is whole or not there.
nothing_left() {
	ls -A place
	test -z "$(ls -A place)"
}
mkdir place
for signal in INT TERM KILL; do
	for pause in 0.02 0.1 0.2; do
		part 2 || continue
		noria new place/n.noria --sample >/dev/null 2>&1 &
		maker=$!
		sleep $pause
		kill -$signal $maker 2>/dev/null
		wait $maker
		if test -e place/n.noria; then
			noria check place/n.noria >said 2>&1 || echo "half a file after $signal" >>left
			rm place/n.noria
		fi
		# Nothing can tidy up after KILL; its remains never have the file's name.
		test $signal = KILL && rm -f place/*.part-*
		ls -A place >>left
	done
done
cat left >tap-output
test ! -s left
tap_result $? "new leaves a whole file or nothing after a signal"
sh -c 'ulimit -f 300; noria new place/n.noria --sample' >said 2>&1
{ echo "status $?"; cat said; } >tap-output
grep -q 'status 5' tap-output
tap_result $? "a file that may not grow: exit 5"
ok "and nothing is left" nothing_left
status 4 "a refusal" noria new place/n.noria --catalogue=nonsense
ok "leaves nothing" nothing_left
echo mine >place/n.noria
status 3 "new never replaces" noria new place/n.noria
has "what was there" mine cat place/n.noria

# check: damage is the answer 1.
sqlite3 copy.noria 'PRAGMA foreign_keys = OFF; DELETE FROM organisation'
status 1 "a file without organisation" noria check copy.noria
status 3 "cannot be opened" noria list copy.noria risk
cp "$F" copy.noria
sqlite3 copy.noria 'PRAGMA foreign_keys = OFF; DELETE FROM change; DELETE FROM entry'
status 1 "a file with an empty journal" noria check copy.noria
for size in 100 300 5000 20000; do
	part 2 || continue
	head -c $size "$F" >copy.noria
	status 1 "check of a file cut at $size" noria check copy.noria
	status 1 "backup of a file cut at $size" noria backup copy.noria another.noria
done
ok "leaves no copy" test ! -e another.noria

# Two copies go their own ways; going back in one place is seen.
noria backup "$F" twin.noria
noria add twin.noria asset name=Twin >/dev/null
ok "the original is sound though its copy went on" noria check "$F"
cp "$F" older.noria
noria add "$F" asset name=More >/dev/null
cp older.noria "$F"
status 1 "an older copy in its place is told" noria check "$F"
finish
