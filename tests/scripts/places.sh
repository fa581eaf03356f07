# Where output goes: what is replaced, what never is, what a failure leaves.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

S=$HOME/sample.noria
sample "$S"
noria new other.noria --organisation=Other >/dev/null 2>&1
echo "Dear colleague," >letter

pdf=pdf xlsx=xlsx
test -x "$NORIA_BUILD/noria-pdf" || pdf=
test -x "$NORIA_BUILD/noria-xlsx" || xlsx=

# ---- an earlier export of the same format, and what is none ----

# refuses NAME FILE COMMAND...: status 3, one sentence, the file as it was.
refuses() {
	name=$1 place=$2
	shift 2
	before=$(cksum <"$place")
	"$@" >out 2>err
	got=$?
	{
		echo "status $got"
		cat out err
	} >tap-output
	test $got -eq 3 && test "$before" = "$(cksum <"$place")" && test "$(wc -l <err)" -eq 1 && test ! -s out && ! ls ./*.part-* 2>/dev/null
	tap_result $? "$name"
}
# twice WHAT FORMAT: an export replaces its like, which may be of another day.
twice() {
	rm -f place
	noria export "$S" "$1" --format="$2" --output=place || return 1
	NORIA_CLOCK=2027-01-01T00:00:00Z noria export "$S" "$1" --format="$2" --output=place
}
for format in xml text html csv tsv json $pdf $xlsx; do
	ok "soa as $format replaces an earlier one" twice soa $format
	cp letter place
	refuses "but no letter" place noria export "$S" soa --format=$format --output=place
	status 0 "unless it is told to" noria export "$S" soa --format=$format --output=place --force
	: >place
	status 0 "an empty file is nobody's" noria export "$S" soa --format=$format --output=place
	mv place "soa.$format"
done
for format in text html csv tsv json $pdf $xlsx; do
	ok "risk as $format" twice risk $format
	mv place "risk.$format"
done
for format in ics csv json $pdf; do
	ok "due as $format" twice due $format
	mv place "due.$format"
done
for format in text csv html; do
	ok "dashboard as $format" twice dashboard $format
	mv place "dashboard.$format"
done
ok "quality as tsv" twice quality tsv
ok "the history of a record as csv" twice history:R-1 csv
ok "a catalogue" twice catalogue:iso27001-2022 xml
mv place catalogue.xml
status 0 "no record at all, as json" noria export "$S" risk --where=title=nothing --format=json --output=place --force
ok "is one to be replaced" noria export "$S" risk --format=json --output=place
ok "a register replaces another in the same format" noria export "$S" asset --format=json --output=place
LC_ALL=fr_FR.UTF-8
export LC_ALL
for words in "risk text" "risks text" "dashboard csv" "soa html"; do
	# shellcheck disable=SC2086
	ok "in French: $words" twice $words
done
LC_ALL=C.UTF-8

# Every form against every other.
cp soa.xml file.xml
failed=
for one in soa.xml catalogue.xml soa.text risk.text soa.html risk.csv risk.tsv risk.json dashboard.csv due.ics ${pdf:+risk.pdf} ${xlsx:+risk.xlsx}; do
	for words in "soa xml" "catalogue:iso27001-2022 xml" "soa text" "risk html" "risk csv" "risk tsv" "risk json" "due ics" ${pdf:+"risk pdf"} ${xlsx:+"risk xlsx"}; do
		case "$one $words" in
		*.xml*catalogue*) test $one = catalogue.xml && continue ;;
		soa.xml*soa*) continue ;;
		esac
		part 3 || continue
		test "${one##*.}" = "${words##* }" && test "${words##* }" != xml && test $one != dashboard.csv && continue
		cp $one place
		noria export "$S" ${words% *} --format="${words#* }" --output=place >out 2>err
		test $? -eq 3 && cmp -s $one place || failed="$failed, $words over $one"
	done
done
echo "$failed" >tap-output
test -z "$failed"
tap_result $? "no format replaces another"

# What only looks like one.
said() { printf '%b' "$1" >place; refuses "$2" place noria export "$S" "${4-risk}" --format="$3" --output=place; }
said '<?xml version="1.0"?>\n<soa xmlns="urn:somebody"/>\n' "somebody's XML" xml soa
said '<!DOCTYPE html>\n<html><head><title>Noria</title>' "somebody's page" html
said '%%PDF-1.5\nsomething' "somebody's PDF" pdf
said 'ref,title,colour\nR-1,x,red\n' "a table with a column that no register has" csv
said 'name,ref\nx,R-1\n' "a table with other columns first" csv
said '[\n  {"ref": "R-1", "colour": "red"}\n]\n' "a list of other things" json
said '[{"ref": "R-1"}]' "JSON that is not written as ours" json
said 'Title\n================================================================================\n\nText\n' "somebody's text" text
said 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Somebody//EN\r\n' "somebody's calendar" ics due
if test -n "$xlsx" && command -v zip >/dev/null && command -v unzip >/dev/null; then
	rm -rf book && mkdir book && (cd book && unzip -q ../risk.xlsx && zip -qr ../place.zip .) && mv place.zip place
	refuses "a workbook that was saved by another program" place noria export "$S" risk --format=xlsx --output=place
fi
mkdir folder
status 3 "a folder" noria export "$S" soa --output=folder --force
rmdir folder

# ---- a Noria file is never written over ----

ln other.noria hard.txt
ln -s other.noria soft.txt
head -c 5000 other.noria >cut.noria
cp other.noria renamed.xml
for place in other.noria hard.txt soft.txt cut.noria renamed.xml; do
	for force in "" --force; do
		# shellcheck disable=SC2086
		refuses "$place is not written over ${force:-without more}" $place noria export "$S" soa --output=$place $force
	done
done
status 3 "nor is the place of its journal" noria export "$S" soa --output=other.noria-journal --force
has "which is said" "is a Noria file" noria export "$S" soa --output=other.noria-journal --force
ok "which is not made" test ! -e other.noria-journal
rm -f hard.txt soft.txt renamed.xml cut.noria
status 4 "the open file neither, with --force" noria export "$S" soa --output="$S" --force

# ---- what is attached ----

evidence=$(noria add "$S" evidence title=Paper)
printf 'the paper' >paper
noria attach "$S" "$evidence" paper
cp letter place
refuses "an attachment replaces nothing by itself" place noria extract "$S" "$evidence" place
ok "--force does" noria extract "$S" "$evidence" place --force
ok "whole" cmp paper place
refuses "but never a Noria file" other.noria noria extract "$S" "$evidence" other.noria --force

# ---- links, pipes and devices ----

cp soa.xml real.xml
chmod 640 real.xml
ln -s real.xml link.xml
ok "an export through a link" noria export "$S" soa --output=link.xml
ok "leaves the link" test -L link.xml
ok "and the mode of what it stands for" sh -c 'ls -l real.xml | grep -q "^-rw-r-----"'
rm real.xml
ok "a link to nothing yet" noria export "$S" soa --output=link.xml
ok "gets what it stands for" test -L link.xml -a -s real.xml
ln -s loop.xml loop.xml
status 5 "a link to itself" noria export "$S" soa --output=loop.xml
ok "/dev/null" noria export "$S" soa --output=/dev/null
ok "is a device still" test -c /dev/null
ok "/dev/stdout goes where the shell says" sh -c 'noria export "$1" soa --output=/dev/stdout >out && cmp out soa.xml' sh "$S"
ok "behind what is there" sh -c 'cp letter out && noria export "$1" soa --output=/dev/stdout >>out && cat letter soa.xml | cmp - out' sh "$S"
ok "a descriptor of the shell" sh -c 'noria export "$1" soa --output=/dev/fd/7 7>out && cmp out soa.xml' sh "$S"
mkfifo pipe
cat pipe >out &
ok "a pipe with a name" noria export "$S" soa --output=pipe
wait
ok "carries all of it" cmp out soa.xml
ok "and is a pipe still" test -p pipe

# ---- a failure leaves what was there, and nothing else ----

mkdir place.d elsewhere
cp "$NORIA_BUILD/noria" elsewhere/ && printf '%s\n%s\n' "$NORIA_SOURCE" "$HOME/elsewhere" >elsewhere/noria-build-tree
left() {
	ls -A place.d >tap-output
	test "$(ls -A place.d)" = "out.pdf" && cmp place.d/out.pdf kept >>tap-output 2>&1
	tap_result $? "$1"
}
printf '%%PDF-1.5\n/Creator (Noria 0)\n' >kept
cp kept place.d/out.pdf
printf '#!/bin/sh\nhead -c 5000\nexit 1\n' >elsewhere/noria-pdf
chmod +x elsewhere/noria-pdf
status 5 "a helper that fails in the middle" elsewhere/noria export "$S" dashboard --format=pdf --output=place.d/out.pdf
left "leaves the earlier file"
printf '#!/bin/sh\nhead -c 5000\nkill -9 $$\n' >elsewhere/noria-pdf
status 5 "a helper that is killed" elsewhere/noria export "$S" dashboard --format=pdf --output=place.d/out.pdf
left "leaves it too"
printf '#!/bin/sh\nhead -c 200000\necho $$ >helper\nexec sleep 20\n' >elsewhere/noria-pdf
# A shell starts what runs behind it deaf to two of them, nohup to a third.
for signal in INT TERM HUP QUIT KILL; do
	rm -f helper
	env --default-signal=INT,QUIT,HUP elsewhere/noria export "$S" dashboard --format=pdf --output=place.d/out.pdf >out 2>err &
	maker=$!
	i=0
	while test ! -s helper && test $i -lt 100; do
		sleep 0.05
		i=$((i + 1))
	done
	kill -$signal $maker
	wait $maker 2>/dev/null
	kill "$(cat helper)" 2>/dev/null
	left "SIG$signal in the middle"
done
cp kept place.d/out.pdf
for words in "risk csv" "soa xml" "risks html" "risk json" ${pdf:+"soa pdf"} ${xlsx:+"risk xlsx"}; do
	printf 'kept' >place.d/out.pdf
	cp place.d/out.pdf kept
	(
		ulimit -f 8
		# shellcheck disable=SC2086
		noria export "$S" ${words% *} --format="${words#* }" --output=place.d/out.pdf --force >out 2>err
		echo "status $?" >>err
	)
	has "no room: $words" "status 5" cat err
	left "leaves what was there"
done
finish
