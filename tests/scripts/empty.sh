# An empty file: none of its reports reads as if all were well.  No share of nothing is 0 or 100 %, no check is content with
# what is not there, nothing "does not apply" of which nobody has decided; and what is not shipped says that it is not there.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
NORIA_CLOCK=2026-11-23T09:30:00Z
export NORIA_CLOCK

# Sentences that are true of a file in which something was looked at.
well='every check is content|nothing is due|needs an approval|does not apply|all is well|chaque contr.le est satisfait|rien n.est .chu|aucun risque de ce plan|ne s.applique pas'
noria help export | awk '/^Reports, and/ { on = 1; next } !on { next } /^$/ { exit }
	/^  [A-Za-z]/ { if (name) print name, last; name = $1 } { last = $0 } END { print name, last }' |
	grep -w text | cut -d' ' -f1 | grep -v 'REF\|REGISTER' >names
ok "there are reports to look at" test "$(wc -l <names)" -ge 15

for language in en fr; do
	case $language in
	fr)
		LC_ALL=C.UTF-8 LANGUAGE=fr
		export LC_ALL LANGUAGE ;;
	esac
	F=$HOME/$language.noria
	noria new "$F" --organisation=Test >/dev/null 2>&1
	for name in $(cat names); do
		noria export "$F" "$name" --format=text >said 2>&1
		ok "$language: $name is made" test -s said
		# The tolerances of the verdict are what is asked, not what is there.
		sed '/^Tolerances\|^Tol.rances/,/^$/d; /^The conditions\|^Les conditions/,$d' said | tr '\n' ' ' | sed 's/  */ /g' >line
		ok "$language: $name has no share of nothing" sh -c 'grep -Eo ".{0,40}\b(0|100) ?%.{0,20}" line && exit 1; exit 0'
		ok "$language: $name does not say that all is well" sh -c 'grep -Eio ".{0,40}('"$well"').{0,20}" line && exit 1; exit 0'
	done
	# The same to other programs.
	noria export "$F" quality --format=csv >said 2>&1
	ok "$language: the list of faults is empty" test "$(tail -n +2 said | wc -l)" -eq 0
done
unset LANGUAGE
LC_ALL=C.UTF-8
F=$HOME/en.noria
has "the quality of nothing is not judged" "There is nothing to look at yet" noria export "$F" quality --format=text
has "nor is what is due" "No record has a day yet on which it is due." noria export "$F" due --format=text
has "nor the plan" "There is no risk in this plan yet." noria export "$F" treatment --format=text
has "of checks there are none" "There are no checks yet." noria export "$F" calendar --format=text
ok "and no counts of them" sh -c '! noria export "$1" calendar --format=text | grep -q "Done  *Passed"' sh "$F"
ok "a control that nobody decided of is undecided in the documented information" test "$(noria export "$F" documented --format=text | grep -c 'not decided$')" -eq 8
ok "of the figures of the dashboard those of none are told as none" sh -c 'noria export "$1" dashboard --format=text | grep -E "^(Actions late|Incidents open|Findings open) .* 0 " && exit 1; exit 0' sh "$F"

ok "no condition holds of nothing" sh -c '! noria verdict "$1" | grep "not assessed.* [0-9]*/[0-9]"' sh "$F"

# The first record that a check looks at ends it; what ships with the program does not.
noria set "$F" ORG-1 activity=Sales >/dev/null
has "whom the file is about is no record to look at" "There is nothing to look at yet" noria export "$F" quality --format=text
R=$(noria add "$F" asset name=Server owner="Jeanne Roy" 2>/dev/null)
ok "with a record the checks have something to say" sh -c '! noria export "$1" quality --format=text | grep -q "There is nothing to look at yet"' sh "$F"
noria remove "$F" "$R" >/dev/null
P=$(noria list "$F" person --format=tsv | tail -n 1 | cut -f 1)
noria remove "$F" "$P" >/dev/null
has "and none without it" "There is nothing to look at yet" noria export "$F" quality --format=text
noria set "$F" soa:2022:A.5.9 applicable=no justification="No assets" >/dev/null
ok "a decided control is one" sh -c '! noria export "$1" quality --format=text | grep -q "There is nothing to look at yet"' sh "$F"
has "and what it asks for does not apply then" "does not apply" noria export "$F" documented --format=text
finish
