# Paper in French: the blanks of its typography, days as they are written, amounts, one word for what nobody said.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/S.noria
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip)
LANGUAGE=fr
export LANGUAGE
sample "$F" fr

narrow=$(printf '\342\200\257')
wide=$(printf '\302\240')
sign='(;|:|!|\?|»)'

# Every report that comes as text, with a record where it takes one; and registers with days, times and amounts.
LANGUAGE=en noria help export | awk '/^Reports, and/ { on = 1; next } !on { next } /^$/ { exit }
	/^  [A-Za-z]/ { if (name) print name, last; name = $1 } { last = $0 } END { print name, last }' |
	grep -w text | cut -d' ' -f1 >names
example() {
	case $1 in
	REGISTER) echo incident action risk statement ;;
	acceptance-letter:REF) echo acceptance-letter:P-5 acceptance-letter:P-2 ;;
	history:REF) echo history:AC-1 history:R-1 ;;
	soa:REF) noria list "$F" statement --format=tsv | awk 'NR > 1 { print "soa:" $1 }' ;;
	*:REF) noria list "$F" "${1%:REF}" --format=tsv | awk -v name="${1%:REF}" 'NR > 1 && NR < 5 { print name ":" $1 }' ;;
	*) echo "$1" ;;
	esac
}
for name in $(cat names); do
	example "$name"
done | tr ' ' '\n' >reports
ok "there are reports" test "$(wc -l <reports)" -gt 15

made() { # REPORT FORMAT: what a person reads of it, a line or a cell a line
	case $2 in
	text) noria export "$F" "$1" --format=text ;;
	html) noria export "$F" "$1" --format=html | sed '/<style>/,/<\/style>/d; s/<\/\(td\|th\|p\|li\|h[1-6]\|text\)>/\n/g; s/<[^>]*>//g' ;;
	pdf) noria export "$F" "$1" --format=pdf --output=r.pdf --force && pdftotext -raw r.pdf - | tr '\f' '\n' ;;
	xlsx) noria export "$F" "$1" --format=xlsx --output=r.xlsx --force && unzip -p r.xlsx 'xl/worksheets/*.xml' xl/sharedStrings.xml 2>/dev/null | sed 's/<\/t>/\n/g; s/<[^>]*>//g' ;;
	esac
}
unseen() { # WHAT REGEX FILE
	none grep -nE "$2" "$3" >said || { echo "$1"; head -5 said; return 1; }
}
is_set() { # REPORT FORMAT
	made "$1" "$2" >page 2>said || { cat said; return 1; }
	test -s page || return 1
	unseen "a line begins with a sign" "^ *($narrow|$wide)*$sign($| |$narrow|$wide)" page || return 1
	# In a PDF all blanks are drawn by one sign of the font, and read back as plain ones.
	test "$2" = pdf || {
		# Behind a word: a figure may stand beside signs of its own.
		unseen "a plain blank before a sign" "[[:alnum:])»”é…] $sign($|[ .,)])" page &&
			unseen "a plain blank after a quote" '« ' page &&
			unseen "a number's thousands may part" '(^|[ (])[0-9]{1,3} [0-9]{3} (EUR|€)' page
	} || return 1
	unseen "a key as programs write it" '(^|[^[:alnum:]_-])(modify|retain|avoid|good_practice|not_started|: 2022:A[.])' page || return 1
	unseen "a label without the blank before its colon" '[[:alpha:])»]: ' page || return 1
	unseen "dots on a line of their own, or behind a blank" '(^|[[:alnum:])»,;] *) …' page || return 1
	unseen "a day as programs write it" '(19|20)[0-9][0-9]-[01][0-9]-[0-3][0-9]' page &&
		unseen "ISO without IEC" 'ISO 27|CEI' page
}
forms='text html'
test -z "$has_pdf" || forms="$forms pdf"
for report in $(cat reports); do
	for form in $forms; do
		# A register's plain text is the list that it is on the screen, and no document.
		case $report:$form in incident:text | action:text | risk:text | statement:text) continue ;; esac
		part 4 || continue
		ok "$report as $form" is_set "$report" $form
	done
done
test -z "$has_xlsx" || for report in soa risks actions due; do
	made $report xlsx >page
	ok "$report as xlsx" unseen "a plain blank before a sign" "[[:alnum:])»”é…] $sign($|[ .,)])" page
done

# What the checks look for is there at all.
noria export "$F" actions --format=text >actions.txt
ok "narrow blanks stand before signs" grep -q "$narrow;" actions.txt
ok "wide ones before a colon" grep -q "$wide:" actions.txt
ok "an amount has its currency and its thousands together" grep -qE "Budget +[0-9]{1,2}${wide}[0-9]{3}${wide}€" actions.txt
ok "days in tables" grep -qE '[ 0-3][0-9]/[01][0-9]/20[0-9][0-9]' actions.txt
noria set "$F" R-2 treatment= owner= >/dev/null 2>&1
noria add "$F" risk title='Sans réponse' >/dev/null
ok "what nobody said has one word" sh -c 'noria export "$1" risks --where="title=\"Sans réponse\"" --format=html >r.html && grep -qE "non (renseigné|dit)" r.html' sh "$F"
ok "and none where programs read" sh -c '! noria export "$1" treatment --format=csv | grep -qE "non (renseigné|dit)|not said"' sh "$F"
ok "CSV has plain blanks and days as programs write them" sh -c 'for what in treatment risks action; do noria export "$1" $what --format=csv; done >r.csv && ! grep -q "$2\|$3[;:]" r.csv && grep -qE "20[0-9][0-9]-[01][0-9]-[0-3][0-9]" r.csv' sh "$F" "$narrow" "$wide"
ok "a level in a sentence has no letter" sh -c 'noria export "$1" risks --format=text | tr "\n" " " | grep -qE "jusqu’au niveau +Modéré\."' sh "$F"
ok "and has it in a table" sh -c 'noria export "$1" risks --format=text | grep -q "M Modéré"' sh "$F"
ok "headings begin with a capital" sh -c '! noria export "$1" treatment --format=html | grep -E "<h[1-4][^>]*>[a-zéà]"' sh "$F"
acceptance=$(noria list "$F" acceptance --where='level!= expiry!= kind=residual' --format=tsv | awk 'NR == 2 { print $1 }')
letter=$(noria export "$F" "acceptance:$acceptance" --format=text | tr '\n' ' ')
ok "a letter says the day in words, and the level" sh -c 'echo "$1" | grep -qE "(1er|[1-9]|[1-3][0-9]) [[:alpha:]éû]+ 20[0-9][0-9] ?$2;" || { echo "$1"; exit 1; }' sh "$letter" "$narrow"
LANGUAGE=en
ok "British tables have all digits of a year" sh -c 'LC_ALL=en_GB.UTF-8 noria export "$1" due --format=text >r.txt && grep -qE "(^|[^0-9])[0-3][0-9]/[01][0-9]/20[0-9][0-9]( |$)" r.txt && ! grep -E "[0-9]/[01][0-9]/[0-9][0-9]([^0-9]|$)" r.txt' sh "$F"
has "English: the day" 'Date                    24 November 2026' noria export "$F" due --format=text
ok "English: an amount" sh -c 'noria export "$1" actions --format=text | grep -qE "Budget +EUR [0-9]{1,2},[0-9]{3}$"' sh "$F"
ok "English has no blanks of French" sh -c '! noria export "$1" actions --format=html | grep -q "$2"' sh "$F" "$narrow"
finish
