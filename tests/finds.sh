# For tests of the checks of the records, behind tests/tap.sh; $F is the file.

# refs CHECK: what it finds.
refs() {
	noria list "$F" quality --where="check=$1" --format=tsv 2>&1 | tail -n +2 | cut -f2 | tr '\n' ' '
}
# finds CHECK REF: that one and no other.
finds() {
	got=$(refs "$1")
	echo "$1 found: $got" >"$HOME/tap-output"
	test "$got" = "$2 "
	tap_result $? "$1 finds $2"
}
# content CHECK: it finds nothing.
content() {
	got=$(refs "$1")
	echo "$1 found: $got" >"$HOME/tap-output"
	test -z "$got"
	tap_result $? "$1 is content"
}
add() {
	noria add "$F" "$@"
}
change() {
	noria set "$F" "$@" >/dev/null || cat
}
