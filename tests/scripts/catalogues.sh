# The catalogues that ship: whole, in both languages, and the same when exported.
. "$NORIA_SOURCE/tests/tap.sh"
dir=$NORIA_SOURCE/data/catalogues

fresh all.noria --catalogue=iso27001-2022 --catalogue=iso27001-2013 --catalogue=iso27002-2005
for catalogue in iso27001-2022 iso27001-2013 iso27002-2005; do
	ok "$catalogue comes out as it ships" sh -c 'noria export all.noria catalogue:$1 | cmp - "$2"' sh $catalogue "$dir/$catalogue.xml"
	{
		grep -c '<title xml:lang="en">' "$dir/$catalogue.xml"
		grep -c '<title xml:lang="fr">' "$dir/$catalogue.xml"
	} >tap-output
	test "$(uniq tap-output | wc -l)" -eq 1
	tap_result $? "$catalogue has each title in English and in French"
done
controls() { noria list all.noria control --where="catalogue=$1" --format=tsv | sed 1d | wc -l | tr -d ' '; }
test "$(controls iso27002-2005) $(controls iso27001-2013) $(controls iso27001-2022)" = '133 114 93'
tap_result $? "133, 114 and 93 controls"

# letters CATALOGUE PREFIX COUNT: the lettered items, clause by clause; the last letter of each from standard input.
letters() {
	noria list all.noria requirement --where="catalogue=$1" --format=tsv | cut -f1 >numbers
	bad=0
	: >tap-output
	while read -r clause last; do
		got=$(sed -n "s/^$2:$clause\.\([a-z]\)\$/\1/p" numbers | LC_ALL=C sort | tr -d '\n')
		want=$(echo abcdefghijkl | sed "s/$last.*/$last/")
		test "$got" = "$want" || { bad=1; echo "$clause: $got, not $want" >>tap-output; }
	done
	tap_result $bad "$1: every lettered item of clauses 4 to 10"
	test "$(grep -c '\.[a-z]$' numbers)" -eq "$3"
	tap_result $? "$1: and no other"
}
letters iso27001-2022 2022 98 <<'END'
4.2 c
4.3 c
5.1 h
5.2 g
5.3 b
6.1.1 e
6.1.2 e
6.1.3 f
6.2 l
7.2 d
7.3 c
7.4 d
7.5.1 b
7.5.2 c
7.5.3 f
9.1 f
9.2.1 b
9.2.2 c
9.3.2 g
10.2 g
END
letters iso27001-2013 2013 97 <<'END'
4.2 b
4.3 c
5.1 h
5.2 g
5.3 b
6.1.1 e
6.1.2 e
6.1.3 f
6.2 j
7.2 d
7.3 c
7.4 e
7.5.1 b
7.5.2 c
7.5.3 f
9.1 f
9.2 g
9.3 f
10.1 g
END
finish
