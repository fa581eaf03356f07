# Needs that an asset has from those that it supports: shown, listed, exported and found wherever needs are.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
add() {
	noria add "$F" "$@"
}
# inherits REF LEVEL: of confidentiality; "null": nothing.
inherits() {
	has "$1 inherits $2" "\"inherited_c\": $2" noria show "$F" "$1" --format=json
}
# finds FILTER REFS...
finds() {
	filter=$1
	shift
	got=$(noria list "$F" asset --where="$filter" --sort=ref --format=tsv 2>&1 | tail -n +2 | cut -f1 | tr '\n' ' ')
	echo "$filter: $got" >"$HOME/tap-output"
	test "$got" = "$* "
	tap_result $? "$filter: $*"
}

P=$(add asset name=Payroll type=process confidentiality=4)
S=$(add asset name=Server type=hardware supports="$P")
D=$(add asset name=Disk type=hardware supports="$S")
inherits "$S" 4
inherits "$D" 4
finds 'confidentiality>=4' "$P" "$S" "$D"
finds 'confidentiality=4' "$P" "$S" "$D"
has "the list marks it" "(4" noria list "$F" asset --where=ref="$S"
has "show tells whence" "inherited from $P" noria show "$F" "$S"
has "and through what" "inherited from $P" noria show "$F" "$D"
noria export "$F" asset --format=csv >"$HOME/csv"
has "CSV has columns of their own" "inherited_c" head -1 "$HOME/csv"
has "and leaves the record's own empty" ",,,," grep "^$S" "$HOME/csv"
status 0 "what was exported is read back" noria import "$F" "$HOME/csv" --as=csv:asset
has "with nothing changed" "0 changed" noria import "$F" "$HOME/csv" --as=csv:asset
# What the record says itself counts, and stops what comes from behind it.
noria set "$F" "$S" confidentiality=2
inherits "$S" 4
inherits "$D" 2
finds 'confidentiality>=4' "$P"
noria set "$F" "$S" confidentiality=
inherits "$D" 4
noria set "$F" "$P" confidentiality=1
inherits "$D" 1
Q=$(add asset name=Research type=information confidentiality=5 availability=3)
noria set "$F" "$S" supports="$P,$Q"
inherits "$S" 5
inherits "$D" 5
status 0 "undo takes it back" noria undo "$F"
inherits "$D" 1
status 0 "redo brings it again" noria redo "$F"
inherits "$D" 5
has "each need by itself" '"inherited_a": 3' noria show "$F" "$D" --format=json
status 0 "what it came from is removed" noria remove "$F" "$Q"
inherits "$D" 1
status 0 "and comes back" noria undo "$F"
inherits "$D" 5
noria set "$F" "$S" supports="$P"
inherits "$D" 1
noria set "$F" "$S" supports=
inherits "$S" null
inherits "$D" null
has "nobody says it by hand" "cannot be set" noria set "$F" "$S" inherited_c=3
# Many in one step.
noria set "$F" "$P" confidentiality=3 supports=
{
	echo "name,type,supports"
	i=0
	while test $i -lt 400; do
		i=$((i + 1))
		echo "Machine $i,hardware,$P"
	done
} >"$HOME/many.csv"
status 0 "400 are read" noria import "$F" "$HOME/many.csv" --as=csv:asset
ok "all of them inherit" test "$(noria list "$F" asset --where='name~Machine confidentiality=3' --format=tsv | tail -n +2 | wc -l)" -eq 400
status 0 "all is sound" noria check "$F"
sqlite3 "$F" "UPDATE asset SET inherited_c = 1 WHERE name = 'Disk'"
has "what was altered is found" "is not what it inherits" noria check "$F"
finish
