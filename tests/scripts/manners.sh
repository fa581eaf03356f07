# What every program of a terminal does: -V, NORIA_FILE, a reader that goes away.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

S=$HOME/sample.noria
sample "$S"

noria --version >long
ok "-V is --version" sh -c 'noria -V | cmp - long'
has "and says which it is" "Noria " cat long

# ---- NORIA_FILE: FILE may be left out ----

same() { # NAME WITH_FILE... : the command gives the same without the file
	tap_name=$1
	shift
	NORIA_FILE='' noria "$@" >with 2>&1
	command=$1
	shift 2
	NORIA_FILE=$S noria "$command" "$@" >without 2>&1
	{
		cat without
		diff with without
	} >tap-output
	test -s with && cmp -s with without
	tap_result $? "$tap_name"
}
same "list" list "$S" risk --where=late --format=csv
same "show" show "$S" R-1
same "an option before the arguments" show "$S" --format=json R-1
same "export" export "$S" risks --format=text
same "history of the file" history "$S" --limit=3
same "history of a record" history "$S" R-1
same "check" check "$S"
same "extract" extract "$S" EV-99 x
same "what is missing is said of the command as ever" list "$S" nothing
export NORIA_FILE="$S"
ok "add" sh -c 'noria add asset name="One more" owner=P-1 availability=4 >ref && noria show "$(cat ref)" | grep -q "One more"'
ok "set" sh -c 'noria set "$(cat ref)" name=Altered availability=3 && noria show "$(cat ref)" | grep -q Altered'
ok "undo and redo" sh -c 'noria undo && ! noria show "$(cat ref)" | grep -q Altered && noria redo && noria show "$(cat ref)" | grep -q Altered'
ok "remove of several" sh -c 'noria add asset name=Two owner=P-1 >two && noria remove "$(cat ref)" "$(cat two)" && ! noria show "$(cat two)"'
ok "backup: the word is the copy" sh -c 'noria backup copy.noria && noria check copy.noria'
ok "import: the word is the input" sh -c 'printf "ref,name\nAS-1,Read\n" >asset.csv && noria import asset.csv && noria show AS-1 | grep -q Read && noria undo'
printf '#!/bin/sh\ncat >printed\n' >printer && chmod +x printer && mkdir -p .config/noria && echo "print $HOME/printer" >.config/noria/config
ok "print: the word is the report" sh -c 'noria print actions && grep -q "Action plan" printed'

# What is given counts.
noria new other.noria --organisation="Somebody else"
ok "a file that is given is the file" sh -c 'noria export other.noria scope | grep -q "Somebody else"'
ok "in a command of which the arguments may vary too" sh -c 'test "$(noria history other.noria | wc -l)" -lt "$(noria history | wc -l)"'
status 3 "what ends in .noria is the file, there or not" noria history missing.noria
status 2 "nor is it taken for something else" noria remove other.noria
ok "and nothing changed in the other one" sh -c 'test "$(noria history --limit=1)" = "$(noria history "$NORIA_FILE" --limit=1)"'
cp other.noria plain
ok "so is a file that is there under any name" sh -c 'noria history plain >a; noria history other.noria >b; test -s a && cmp a b'
ok "and a path" sh -c 'noria history ./other.noria | cmp - b'
status 4 "what is no file is an argument" noria history elsewhere
mkdir R-1
ok "a folder is none" sh -c 'noria history R-1 | grep -q R-1'
NORIA_FILE=nowhere.noria
status 3 "a file that is not there is named" noria list risk
has "by its name" nowhere.noria noria list risk
ok "new makes it" sh -c 'noria new --organisation=Made && test -f nowhere.noria && noria export scope | grep -q Made'
NORIA_FILE=
status 2 "an empty name is none" noria list risk
unset NORIA_FILE
status 2 "without it FILE is asked for" noria list risk
has "with the words of the command" "Write: noria list FILE REGISTER" noria list risk

# ---- a reader that goes away ----

# ended NAME COMMAND...: nobody reads on; it ends by SIGPIPE, as cat does, and says nothing.
ended() {
	tap_name=$1
	shift
	{
		"$@" 2>err
		echo $? >ended
	} | true
	{
		cat ended err
	} >tap-output
	test "$(cat ended)" = 141 && ! test -s err
	tap_result $? "$tap_name"
}
slowly() { # the reader has gone before anything is written
	sleep 0.2
	exec noria "$@"
}
slow() { (slowly "$@"); }
for words in "list $S risk" "list $S risk --format=json" "list $S due" "list $S quality --format=tsv" "show $S R-1" "show $S R-1 --format=json" \
	"history $S" "export $S soa" "export $S risks --format=html" "export $S due --format=ics" "check $S" "help" "help risk" \
	"--version" "--help" "--complete list $S" "backup $S -" "add $S asset name=x"; do
	# shellcheck disable=SC2086
	ended "$words: ends by SIGPIPE and says nothing" slow $words
done
ok "what was added before is in the file" sh -c 'noria list "$1" asset --where=name=x --format=tsv | grep -q x' sh "$S"
ok "and the file is whole" noria check "$S"

# Much is not made for nobody.
awk 'BEGIN { print "name"; for (i = 0; i < 40000; i++) print "Asset " i }' >many.csv
noria import "$S" many.csv --as=csv:asset 2>/dev/null
# Seconds of the processor that the command took.
seconds() {
	awk 'END { split($1, user, /[ms]/); split($2, own, /[ms]/); print 60 * (user[1] + own[1]) + user[2] + own[2] }' "$1"
}
sh -c '{ noria list "$1" asset --format=csv 2>/dev/null; times >part; } | head -n 1 >/dev/null; { noria list "$1" asset --format=csv; times >all; } >/dev/null' sh "$S"
ok "a long list stops soon after its reader" sh -c 'echo "$1 s of $2 s"; awk -v part="$1" -v all="$2" "BEGIN { exit !(part * 2 < all) }"' sh "$(seconds part)" "$(seconds all)"

# Help is read on a terminal: no line of it, in either language, is longer than the narrowest one.
for command in $(noria --complete '' 2>/dev/null | cut -f1) new list verdict; do
	for language in en_US fr_FR; do
		LC_ALL=$language.UTF-8 noria help "$command" 2>/dev/null
	done
done >help
ok "help was told" test "$(wc -l <help)" -gt 500
ok "in lines of 80 columns" test "$(LC_ALL=en_US.UTF-8 wc -L <help)" -le 80

# Where SIGPIPE is ignored by who starts it, it ends quietly too.
(trap '' PIPE; { sleep 0.2; noria list "$S" risk; echo $? >ended; } 2>err | true)
ok "where SIGPIPE is ignored it ends with 5" test "$(cat ended)" = 5
ok "and says nothing" test ! -s err
finish
