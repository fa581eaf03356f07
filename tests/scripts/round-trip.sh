# Every register of the sample goes out and comes back with nothing changed: as CSV that a French
# Excel opened and saved, and as a workbook, in both languages.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && noria import x.noria x.xlsx 2>&1 >/dev/null | grep -vq libzip && echo yes)
registers=$(sed -n 's/^REGISTER(\(.*\))/\1/p' "$NORIA_SOURCE/src/model/registers/all.h")

comes_back() { # FILE INPUT REGISTER: nothing is new, changed or refused
	noria import "$1" "$2" --as=csv:"$3" --dry-run >out 2>said
	grep -q "add 0, change 0\|ajouterait 0, modifierait 0" said || { echo "$2:"; head -n 12 said; head -n 12 out; }
}

# A name that two bear, texts that typography or a spreadsheet would alter, a time that clocks show twice.
odd() { # FILE
	noria add "$1" person name='Marie Dubois' function='One' >/dev/null
	noria add "$1" person name='Marie  DUBOIS' function='Other' >/dev/null
	for title in 'Vol : ordinateurs ; « suite » !' '5.10' '1-2' '0012' "'=1+1" '=1+1' '-' 'TRUE' 'n/a'; do
		noria add "$1" risk title="$title" owner=P-1 scenario="$title" review=2027-02-01 >/dev/null
	done
	noria add "$1" incident title='Clocks set back' detected='2026-10-25 02:30+01:00' >/dev/null
	noria add "$1" incident title='And before' detected='2026-10-25 02:30+02:00' >/dev/null
}

for language in en fr; do
	S=$HOME/$language.noria
	sample "$S" $language
	odd "$S"
	locale=C.UTF-8
	test $language = fr && locale=fr_FR.UTF-8
	export LC_ALL=$locale
	for register in $registers; do
		part 6 || continue
		noria list "$S" "$register" --format=csv >plain.csv 2>/dev/null
		LC_ALL=C awk -f "$NORIA_SOURCE/tests/scripts/french-excel.awk" plain.csv >$register.csv
		LC_ALL=fr_FR.UTF-8 comes_back "$S" $register.csv "$register"
	done >tap-output 2>&1
	test ! -s tap-output
	tap_result $? "$language: every register as a French Excel saves it"
	if test -n "$has_xlsx"; then
		# A spreadsheet would make a day of this in CSV; in a workbook it is a text.
		noria add "$S" risk title=2026-12-31 scenario=31/12/2026 >/dev/null
		for register in $registers; do
			part 6 || continue
			noria list "$S" "$register" >/dev/null 2>&1 || continue
			noria export "$S" "$register" --format=xlsx --output=$register.xlsx --force
			test "$register" = scope || comes_back "$S" $register.xlsx "$register"
		done >tap-output 2>&1
		test ! -s tap-output
		tap_result $? "$language: every register as a workbook"
	else
		skip "XLSX" "noria-xlsx or libzip is not there"
	fi
done
finish
