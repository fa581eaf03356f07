# --read-only: without locks, without writing anything, and never a mixture of
# two states.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" risk title=First owner=Someone >/dev/null
noria add "$F" evidence title=Photo date=2026-01-01 >/dev/null
E=$(noria list "$F" evidence --format=tsv | sed -n 's/^\(E[A-Z]*-[0-9]*\).*/\1/p')
printf 'content' >attached
noria attach "$F" "$E" attached >/dev/null 2>&1

noria list "$F" risk --format=json >list
noria show "$F" R-1 --format=json >shown
noria export "$F" soa --format=html >soa.html
noria history "$F" >history
noria backup "$F" backup.noria
cksum <"$F" >sum
mkdir folder
cp "$F" folder/file.noria
touch -d 2020-01-01 folder/file.noria folder
chmod 400 folder/file.noria
chmod 500 folder
stat -c '%n %s %y %z' folder folder/* folder/.[a-z]* >before 2>/dev/null
G=folder/file.noria

# Where nothing can be written, in whatever place.
quiet() {
	TMPDIR=/nowhere XDG_STATE_HOME=/nowhere XDG_CACHE_HOME=/nowhere HOME=/nowhere noria "$@"
}
same() { # NAME EXPECTED WORDS...
	same_expected=$2
	same_name=$1
	shift 2
	ok "$same_name" sh -c 'expected=$1; shift; TMPDIR=/nowhere XDG_STATE_HOME=/nowhere XDG_CACHE_HOME=/nowhere HOME=/nowhere noria "$@" >out || exit 1; cmp out "$expected"' sh "$same_expected" "$@"
}
same "the option before the command" list --read-only list $G risk --format=json
same "the option after the command" list list --read-only $G risk --format=json
same "the option at the end" list list $G risk --format=json --read-only
same "show" shown --read-only show $G R-1 --format=json
same "export" soa.html --read-only export $G soa --format=html
same "history" history --read-only history $G
same "extract" attached --read-only extract $G "$E" -
ok "backup to standard output" sh -c 'noria --read-only backup "$0" - | cmp - backup.noria' $G
ok "check" quiet --read-only check $G
ok "backup to a place" noria --read-only backup $G other.noria
ok "which is the same" cmp other.noria backup.noria
mkdir -p .config/noria && echo "print cat >printed" >.config/noria/config
ok "print" noria --read-only print $G soa
stat -c '%n %s %y %z' folder folder/* folder/.[a-z]* >after 2>/dev/null
chmod 700 folder
ok "nothing was written there" cmp before after
ok "and nothing in the file" sh -c 'cksum <folder/file.noria | cmp - sum'

for command in "add $F risk title=x" "set $F R-1 title=x" "remove $F R-1" "undo $F" "redo $F" "import $F input.csv" "attach $F $E attached" \
	"issue $F 1 approver=x function=y" "edition $F iso27001-2022" "new new.noria"; do
	status 2 "refused: $command" noria --read-only $command
	status 2 "refused, in place: $command" noria ${command%% *} --read-only ${command#* }
done
has "and told why" "--read-only goes with commands that change nothing" noria --read-only undo "$F"
ok "the file is as it was" sh -c 'cksum <test.noria | cmp - sum'
status 3 "the screen needs a terminal, with it too" noria --read-only "$F"
has "help tells it" "--read-only" noria help list

# ---- no locks ----

if ! hostile errno 37 true 2>/dev/null; then
	skip "locks" "there is no seccomp"
else
	for failure in 37:"No locks available" 95:"Operation not supported"; do
		number=${failure%%:*}
		began=$(date +%s)
		status 3 "a file system without locks: $number" hostile errno $number noria list "$F" risk
		has "says so" "without locks (${failure#*:})" hostile errno $number noria list "$F" risk
		has "to who writes too" "without locks (${failure#*:})" hostile errno $number noria add "$F" risk title=x
		ok "at once" test $(($(date +%s) - began)) -lt 8
		ok "and is read with --read-only" sh -c "hostile errno $number noria --read-only list '$F' risk --format=json | cmp - list"
	done
fi

# Who has the file for himself does not stop one who takes no lock.
mkfifo to-sqlite
sqlite3 "$F" <to-sqlite >sqlite-said 2>&1 &
exec 3>to-sqlite
printf "BEGIN EXCLUSIVE;\nSELECT 'begun';\n" >&3
while ! grep -q begun sqlite-said; do sleep 0.02; done
ok "a file that is locked is read at once" timeout 30 noria --read-only list "$F" risk
exec 3>&-
wait

# ---- while others write ----

# One transaction gives all risks one title; two titles in one list are a mixture.
for i in 1 2 3 4 5 6 7 8 9; do
	noria add "$F" risk title="Risk $i" scenario="$(printf "%03000d" "$i")" >/dev/null
done
sqlite3 "$F" "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) UPDATE risk SET title = 'round 0'"
echo 0.01 >go
(
	i=0
	while test -e go; do
		i=$((i + 1))
		echo "PRAGMA busy_timeout = 5000; UPDATE risk SET title = 'round $i', scenario = hex(randomblob(1500));"
		sleep "$(cat go 2>/dev/null || echo 0.01)"
	done | sqlite3 "$F" >writer-said 2>&1
) &
whole=0
told=0
wrong=0
round=0
row=0
while test $round -lt 60; do
	round=$((round + 1))
	if noria --read-only list "$F" risk --format=tsv >out 2>said; then
		if test "$(grep -o 'round [0-9]*' out | sort -u | wc -l)" = 1 && test "$(grep -c round out)" = 10; then
			whole=$((whole + 1))
			row=0
			echo 0.01 >go
			grep -o 'round [0-9]*' out | sort -u >>states
		else
			wrong=$((wrong + 1))
			cp out wrong-out
		fi
	elif grep -q "while it was read without a lock" said; then
		told=$((told + 1))
		row=$((row + 1))
		# Who is slow is given the time that one list takes.
		test $((row % 8)) -ne 0 || echo 2 >go
	else
		wrong=$((wrong + 1))
		cp said wrong-out
	fi
done
rm go
wait
echo "# $whole whole, $told told, $wrong wrong"
cp wrong-out tap-output 2>/dev/null
ok "no list mixes two states" test $wrong = 0
ok "some lists were whole" test $whole -gt 0
ok "they were of more than one state" test "$(sort -u states | wc -l)" -gt 1
ok "the writer was not stopped" test "$(grep -cv '^5000$' writer-said)" = 0
finish
