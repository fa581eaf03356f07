# A year of a firm of nine, from an empty file to a yes and, left alone, back to a no: only with commands that its people
# have.  The story stands in tests/year, a file a month, and beside it what the verdict says at the end of each.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/ebb.noria
. "$NORIA_SOURCE/tests/year/story.sh"
. "$NORIA_SOURCE/tests/year/walk.sh"

number=0
: >before
while IFS='|' read -r name wanted begin joined; do
	case $name in "#"*) continue ;; esac
	number=$((number + 1))
	month $number
	month_end $number
	ok "$name: no command was refused" sh -c 'cat refused; ! test -s refused'
	noria verdict "$F" --format=json >verdict.json 2>said
	clauses_met <verdict.json >now
	echo "$(clauses_counted <verdict.json)|$(sed -n 's/^  "begin": "\(.*\)",$/\1/p' verdict.json)|$(grep -vxF -f before now | tr '\n' ' ' | sed 's/ $//')" >got
	echo "$wanted|$begin|$joined" >wanted
	ok "$name: $wanted; now met: $joined" diff wanted got
	ok "$name: none that was met has fallen" sh -c '! grep -vxF -f now before'
	ok "$name: nothing is late" sh -c 'noria list "$1" due --where=late --format=tsv | tail -n +2 | tee late; ! test -s late' sh "$F"
	cp now before
	test $number -ne 6 || cp "$F" half.noria
done <"$YEAR/verdict.txt"

# The end of the year.
status 0 "at the end of the year it is a yes" noria verdict "$F"
has "sentence A" "Is it time to begin? Yes: begun on 25 January 2027 by Maren Winter." noria verdict "$F"
has "sentence B" "Is it implemented? Yes: 33 of 33 clauses are met." noria verdict "$F"
has "sentence C" "Is it ready to be certified? Yes, for stage 1 and stage 2." noria verdict "$F"
ok "the file is whole" noria check "$F"
grave=$(sed -n 's/.*{ \.name = "\([^"]*\)".*/\1/p; s/.*\.weight = 3,/3/p' "$NORIA_SOURCE"/src/model/quality_*.c | awk '$0 == 3 { print name } { name = $0 }')
ok "the records fall short in nothing that weighs 3" sh -c 'noria list "$1" quality --format=tsv | cut -f 1 | grep -xF "$2" && exit 1; test "$2"' sh "$F" "$grave"
ok "a policy that was signed for in sessions is read" sh -c '! noria list "$1" quality --format=tsv | grep ^policy-unread' sh "$F"

# The scope is found again in the SoA, which lists its entries too.
has "the SoA holds the scope" ORG-1 noria list "$F" organisation --where='catalogue.statements(status=issued scope~@^scope)'
cp "$F" lost.noria
noria set lost.noria ORG-1 scope=Another >said 2>&1
ok "and not another one" sh -c '! noria list lost.noria organisation --where="catalogue.statements(status=issued scope~@^scope)" | grep ORG-1'

# ---- what is lost, and what is undone ----

# One day later without one thing: each of these was asked for.
while IFS='|' read -r what change clause; do
	test "$what" || continue
	cp "$F" lost.noria
	eval "noria set lost.noria $change" >said 2>&1
	ok "without $what it is no yes: $clause" sh -c '! noria verdict lost.noria --format=json >lost.json && grep -q "\"clause\": \"$1\".*\"result\": \"\(not_met\|partly\)\"" lost.json' sh "$clause"
	noria undo lost.noria >said 2>&1
	status 0 "and with it again it is one ($what)" noria verdict lost.noria
done <<'ROWS'
the reason of the threshold|TH-1 reason=|6.1.2
what an issue means|CI-2 effect=|4.1
ROWS

# Who is to sign is called by name, and the line says it too.
cp "$F" lost.noria
noria set lost.noria RC-3 status=withdrawn withdrawal="Another thought" >said 2>&1
has "a step names whose approval lacks" "Have Piet Visser approve the plan of R-2" noria verdict lost.noria
has "and so does its line" 'owner="Piet Visser"' noria verdict lost.noria
has "which goes on where it is broken" "date=... \\" noria verdict lost.noria

# ---- and then nobody does anything for fourteen months ----

# What was signed holds until its day, what recurs for a year: the verdict tells which ran out.
cp "$F" left.noria
while IFS='|' read -r day wanted; do
	test "$day" || continue
	part 4 || continue
	on "$day" tlindgren
	status 1 "left alone until $day it is no yes" noria verdict left.noria --format=json
	noria verdict left.noria --format=json 2>said | clauses_fallen >got
	echo "$wanted" >wanted
	ok "$day: $wanted" diff wanted got
done <"$YEAR/left.txt"
has "the steps say what to do again" "Look at PO-1 again, and set the day of its next review" noria verdict left.noria
ok "it is whole still" noria check left.noria

# ---- whoever knows only what the verdict says ----

walk_from() { # NAME FILE DAY MOST
	on "$3" tlindgren
	walk "$2" "$4"
	ok "$1: each step is a line that runs" sh -c 'cat stuck; ! test -s stuck'
	status 0 "$1: the steps lead to a yes ($walked days)" noria verdict "$2"
	ok "$1: and leave the file whole" noria check "$2"
}
if test -z "${NORIA_TEST_SLOW-}"; then
	walk_from "from half of the year on" half.noria 2027-06-30 60
	on 2027-01-04 tlindgren
	noria new empty.noria --organisation="Ebb and Chart" >said 2>&1
	walk_from "from an empty file" empty.noria 2027-01-04 90
	ok "no step is told twice on one day" sh -c 'sort steps | uniq -d | tee twice; ! test -s twice'
fi
finish
