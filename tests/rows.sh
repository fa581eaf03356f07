# For tests of what rows of tables become: after tests/tap.sh.
#
#     $F                           a file of an organisation with nothing in it
#     titles NAME TITLES           the risks of risks.noria are those, "A/B/"

F=$HOME/test.noria
noria new "$F" --organisation=Test
titles() {
	noria list risks.noria risk --format=tsv | tail -n +2 | cut -f2 | tr '\n' '/' >got
	cat got >tap-output
	test "$(cat got)" = "$2"
	tap_result $? "$1"
}
