# For tests of what rows of tables become: after tests/tap.sh.
#
#     $F                           a file of an organisation with nothing in it
#     titles NAME TITLES           the risks of risks.noria are those, "A/B/"
#     read_as REGISTER TEXT [OPTION...]    the import of the table into copy.noria, a copy of F

F=$HOME/test.noria
fresh "$F" --organisation=Test
titles() {
	noria list risks.noria risk --format=tsv | tail -n +2 | cut -f2 | tr '\n' '/' >got
	cat got >tap-output
	test "$(cat got)" = "$2"
	tap_result $? "$1"
}
read_as() {
	cp "$F" copy.noria
	# shellcheck disable=SC2059
	printf "$2" >copy.csv
	tap_as=$1
	shift 2
	noria import copy.noria copy.csv --as="$tap_as" "$@"
}
