# Copies: whatever breaks one off, nothing of it is left, neither part nor journal.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
sample "$F"
size=$(wc -c <"$F")
mkdir place

# Nothing lies in the place, nor a part in the temporary folder.
empty() {
	ls -A place "$TMPDIR"
	test -z "$(ls -A place)$(ls -A "$TMPDIR")"
}

# A disk that is full at one place after another: here a limit of file sizes, in blocks of 512 bytes.
for part in 0 1 8 100 1000 $((size / 512 - 1)); do
	status 5 "a backup that has no room: $part blocks" sh -c "ulimit -f $part; noria backup '$F' place/copy.noria"
	ok "nothing is left of it" empty
	status 5 "to standard output: $part blocks" sh -c "ulimit -f $part; noria backup '$F' - >/dev/null"
	ok "nothing is left of that" empty
	test $part -lt 1000 || continue # a new file is smaller
	status 5 "a new file that has no room: $part blocks" sh -c "ulimit -f $part; noria new place/new.noria"
	ok "nothing is left of that either" empty
done
has "the sentence tells" "does not fit" sh -c "ulimit -f 100; noria backup '$F' place/copy.noria"

# Stopped at whatever moment: all of it or nothing.
began=$(date +%s%N)
noria backup "$F" whole.noria
took=$((($(date +%s%N) - began) / 1000))
whole_or_nothing() {
	ls -A place
	rm -f place/said
	for left in place/*; do
		test "$left" != 'place/*' || continue
		test "$left" = place/copy.noria && noria check "$left" >/dev/null && cmp "$left" whole.noria || return 1
	done
}
for signal in INT TERM HUP QUIT KILL; do
	i=0
	bad=0
	ended=0
	while test $i -lt 12; do
		i=$((i + 1))
		part 3 || continue
		# A shell gives its children in the background no SIGINT.
		hostile signals noria backup "$F" place/copy.noria >said 2>&1 &
		copier=$!
		sleep "$(awk -v i="$i" -v took="$took" 'BEGIN { printf "%.4f", took * (0.1 + i * 0.08) / 1e6 }')"
		kill -$signal $copier 2>/dev/null
		wait $copier || ended=$((ended + 1))
		whole_or_nothing || bad=$((bad + 1))
		rm -rf place/* place/.[a-z]*
	done
	echo "# $signal: $ended ended early"
	ok "SIG$signal leaves all or nothing" test $bad = 0
done

# Where the file system has no files without names.
if hostile unnamed true 2>/dev/null; then
	ok "a copy without unnamed files" hostile unnamed noria backup "$F" place/copy.noria
	ok "is the same" cmp place/copy.noria whole.noria
	rm place/copy.noria
	status 5 "one without room" sh -c "ulimit -f 100; hostile unnamed noria backup '$F' place/copy.noria"
	ok "leaves nothing" empty
	ok "a new file" hostile unnamed noria new place/new.noria
	ok "has nothing beside" test "$(ls -A place)" = new.noria
	rm place/new.noria
else
	skip "locks" "there is no seccomp"
fi

printf 'mine' >place/copy.noria
status 3 "what is there is not replaced" noria backup "$F" place/copy.noria
ok "it is as it was" test "$(cat place/copy.noria)" = mine
rm place/copy.noria
status 3 "a folder that is not there" noria backup "$F" nowhere/copy.noria
has "is told as that" "No such file" noria backup "$F" nowhere/copy.noria
ok "the mode is the file's" sh -c 'chmod 640 "$0"; noria backup "$0" place/copy.noria; test "$(stat -c %a place/copy.noria)" = 640' "$F"
finish
