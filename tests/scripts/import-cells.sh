# What stands in cells and is not seen, or stands there otherwise than it is meant.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
noria add "$F" person name='Jeanne Roy' >/dev/null
noria add "$F" asset name='Mail server' >/dev/null
for title in Fire Flood Theft; do
	noria add "$F" risk title="$title" >/dev/null
done

read_as() { # REGISTER TEXT [OPTION...]: of a copy of the file
	cp "$F" copy.noria
	printf "$2" >copy.csv
	tap_as=$1
	shift 2
	noria import copy.noria copy.csv --as="$tap_as" "$@"
}

# Blanks that do not break, have no width or say a direction, before and behind what says which record it is.
for blank in '\302\240' '\342\200\257' '\342\200\211' '\343\200\200' '\342\200\213' '\342\200\216' '\357\273\277'; do
	has "a ref with $blank behind it is that record" ' 0 added, 1 changed' \
		read_as risk "ref;title\nR-1$blank;Changed\n"
	has "and before it" ' 0 added, 1 changed' read_as risk "ref;title\n${blank}R-1;Changed\n"
	has "a cell of nothing but $blank is blank" ' 1 added, 0 changed' read_as risk "title;scenario\n$blank;\nA;$blank\n"
	status 0 "controls with $blank around and within them" \
		read_as risk "title;controls\nNew;${blank}A${blank}5.8$blank\n"
done
read_as risk 'title;controls\nNew;A\302\2405.8\n' >/dev/null 2>&1
has "A 5.8 is that control" 'A.5.8' noria show copy.noria R-4
status 0 "so it is where somebody types it" noria set copy.noria R-4 controls="$(printf 'A\302\2405.7')"
has "which is kept" 'A.5.7' noria show copy.noria R-4
has "a person so written is the one there is" ' 1 added, 0 changed' read_as risk 'title;owner\nNew;Jeanne\302\240Roy\342\200\213\n'
ok "and makes no other" test "$(noria list copy.noria person --format=tsv | wc -l)" = "$(noria list "$F" person --format=tsv | wc -l)"
printf 'id;title\nX-1;One\n' >one.csv
printf 'id;title\nX-1\302\240;Two\n' >two.csv
noria import copy.noria one.csv --as=risk --source=x >/dev/null 2>&1
has "what is known elsewhere is known again" ' 0 added, 1 changed' noria import copy.noria two.csv --as=risk --source=x

# Dashes of word processors.
for dash in '\342\200\220' '\342\200\221' '\342\200\223' '\342\200\224' '\342\210\222'; do
	has "R${dash}2 is R-2" ' 0 added, 1 changed' read_as risk "ref;title\nR${dash}2;Changed\n"
done
status 4 "a ref with a dash that nothing bears is nobody's name" read_as risk 'title;owner\nNew;P\342\200\22399\n'
finish
