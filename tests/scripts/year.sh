# A year of a firm of nine, from an empty file to a yes and, left alone, back to a no: only with commands that its people
# have.  The story stands in tests/year, a file a month; here, what the verdict says of it at the end of each.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/ebb.noria
. "$NORIA_SOURCE/tests/year/story.sh"

# Of the 33 clauses: "met partly not_met not_assessed"; and sentence A.
counts() {
	sed -n 's/.*"counts": {"met": \([0-9]*\), "partly": \([0-9]*\), "not_met": \([0-9]*\), "not_assessed": \([0-9]*\), "by_overrule": 0}.*/\1 \2 \3 \4/p' verdict.json
}
begun() {
	sed -n 's/^  "begin": "\(.*\)",$/\1/p' verdict.json
}
# Clauses that are met.
met() {
	sed -n 's/.*{"clause": "\([^"]*\)".*"result": "met".*/\1/p' verdict.json | tr '\n' ' '
}

number=0
: >before
while IFS='|' read -r name wanted begin joined; do
	case $name in "#"*) continue ;; esac
	number=$((number + 1))
	month $number
	month_end $number
	ok "$name: no command was refused" sh -c 'cat refused; ! test -s refused'
	noria verdict "$F" --format=json >verdict.json 2>said
	met | tr ' ' '\n' >now
	echo "$(counts)|$(begun)|$(grep -vxF -f before now | tr '\n' ' ' | sed 's/ $//')" >got
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
ok "each month's end was kept" test "$(noria list "$F" snapshot --where=kind=month --format=tsv | grep -c ^SN-)" -ge 11

