# How reports lie on paper: no date, ref or number and no word is broken, in any report of the sample, in both languages; wide tables turn their page.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
has_pdf=$(test -x "$NORIA_BUILD/noria-pdf" && command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null && echo yes)
has_xlsx=$(test -x "$NORIA_BUILD/noria-xlsx" && command -v unzip >/dev/null && echo yes)

# What a page of HTML shows, a text a line: there nothing is broken, so that it says what must be found.
read_html() {
	tr '\n' ' ' | sed 's/<head>.*<\/head>//; s/<footer.*<\/footer>//; s/<nav.*<\/nav>//; s/<title[^<]*<\/title>//g; s/<desc[^<]*<\/desc>//g; s/<[^>]*>/\n/g; s/&#39;/'"'"'/g'
}

# Dates, refs, numbers with their separators (a blank that does not break is left out), a line each.
whole_things() {
	sed 's/\([0-9]\)\xc2\xa0\([0-9][0-9][0-9]\)/\1\2/g; s/\([0-9]\)\xe2\x80\xaf\([0-9][0-9][0-9]\)/\1\2/g' |
		grep -owE '[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{2}/[0-9]{2}/[0-9]{4}|[A-Z]{1,4}-[0-9]+|([0-9]{4}:)?(A\.)?[0-9]+\.[0-9]+(\.[0-9]+)*|[0-9]{3,}'
}

words() {
	grep -owE '[[:alpha:]]{4,24}'
}

# What stands in the first file oftener than in the second.
lacks() {
	sort "$1" | uniq -c >"$1.counted"
	sort "$2" | uniq -c >"$2.counted"
	awk 'NR == FNR { there[$2] = $1; next } there[$2] < $1 { print $2 ": " there[$2] + 0 " of " $1; failed = 1 } END { exit failed }' "$2.counted" "$1.counted" | head -20
}

# The HTML of a report as what is to be found; the years of a figure's scale stand in no text.
# Each report is exported once in each locale and format; where it is stands in $made.
mkdir made
made() { # LOCALE FILE REPORT FORMAT
	made=$HOME/made/$1-$3.$4
	test -e "$made" || LC_ALL=$1 noria export "$2" "$3" --format="$4" --output="$made"
}

# PDF and text of a report are compared with the same page.
wanted_of=
wanted() { # LOCALE FILE REPORT
	test "$wanted_of" != "$*" || return 0
	wanted_of=
	made "$@" html || return 1
	read_html <"$made" >shown
	whole_things <shown | grep -vxE '20[0-9][0-9]' >wanted.things
	words <shown >wanted.words
	test -s wanted.words && wanted_of=$*
}

whole_in_pdf() { # LOCALE FILE REPORT
	wanted "$@" || return 1
	made "$@" pdf || return 1
	pdftotext -layout "$made" shown
	# What does not break comes out as a plain blank.
	{ whole_things <shown; sed 's/\([0-9]\) \([0-9][0-9][0-9]\)\b/\1\2/g' shown | whole_things; } >found.things
	words <shown >found.words
	lacks wanted.things found.things >lacking
	lacks wanted.words found.words >>lacking
	cat lacking
	! test -s lacking
}

whole_in_text() { # LOCALE FILE REPORT
	wanted "$@" || return 1
	# The bars of a Gantt say by their stroke that they are late.
	grep -vxE 'late|retard' wanted.words >wanted.said
	made "$@" text || return 1
	cp "$made" shown
	whole_things <shown >found.things
	words <shown >found.words
	lacks wanted.things found.things >lacking
	# A title above the rule of a table may be cut, as often as its beginning stands there with a dot: "Avanc." for Avancement.
	grep -B3 '^-----' shown | grep -oE '[^ ]{3,}[.]( |$)' | sed 's/[.] *$//' >cuts
	lacks wanted.said found.words |
		awk 'FILENAME == "cuts" { cut[$0]++; next } { split($0, n, /: | of /); for (c in cut) if (index($0, c) == 1 && n[3] - n[2] <= cut[c]) next; print }' cuts - >>lacking
	# No line is longer than the paper.
	grep -E '^.{81}' shown >>lacking
	cat lacking
	! test -s lacking
}

# Texts of more than 100 characters, lists of records apart, whose beginning stands in three places of a report.
thrice() { # LOCALE FILE REPORT
	made "$@" html || return 1
	read_html <"$made" |
		LC_ALL=C awk '{ line[NR] = $0; if (length($0) > 100 && $0 !~ /^([A-Z]+-[0-9]+|A[.][0-9.]+) /) text[substr($0, 1, 80)] = 1 }
			END { for (t in text) { n = 0; for (i = 1; i <= NR; i++) n += index(line[i], t) > 0; if (n > 2) print n ": " t } }' >found
	cat found
	! test -s found
}

for locale in C.UTF-8 fr_FR.UTF-8; do
	F=$HOME/${locale%%.*}.noria
	sample "$F" "$(test $locale = C.UTF-8 || echo fr)"
	for report in soa soa-extract scope risks assessment:RA-1 treatment policy:PO-1 actions dashboard due quality history:R-1; do
		part 4 || continue
		test -z "$has_pdf" || ok "$locale: $report as PDF breaks nothing" whole_in_pdf $locale "$F" $report
		ok "$locale: $report as text breaks nothing" whole_in_text $locale "$F" $report
		ok "$locale: $report says nothing thrice" thrice $locale "$F" $report
	done
	# Registers are lists as text.
	for report in asset incident; do
		part 2 || continue
		test -z "$has_pdf" || ok "$locale: $report as PDF breaks nothing" whole_in_pdf $locale "$F" $report
	done
done

# ---- what stands together ----

# The pages of a PDF: no heading is the last thing on one, no sign-off all that is on one.
stands() { # LOCALE FILE REPORT
	made "$@" html || return 1
	tr '\n' ' ' <"$made" | sed 's/<nav.*<\/nav>//; s/<h[234]/\n&/g' |
		sed -n 's/^<h[234][^>]*>\(.*\)<\/h[234]>.*/\1/p' | sed 's/<[^>]*>//g; s/&#39;/'"'"'/g; s/&amp;/\&/g; s/^ *//; s/ *$//; s/ \{1,\}/ /g' >headings
	test -s headings || return 1
	made "$@" pdf || return 1
	pdftotext -layout "$made" - | tr -s ' ' | sed 's/^ //; s/ $//' | awk -v RS='\f' -v FS='\n' '
		FILENAME == "headings" { for (i = 1; i <= NF; i++) heading[$i] = 1; next }
		{
			lines = 0
			for (i = 1; i <= NF; i++)
				if ($i != "") line[++lines] = $i
			# The footer is the last.
			if (lines > 2 && (line[lines - 1] in heading)) { print "page " FNR " ends with: " line[lines - 1]; bad = 1 }
			if ($0 ~ /(^|[ \n])Signature($|[ \n])/ && lines < 9) { print "page " FNR " holds a sign-off alone:\n" $0; bad = 1 }
		}
		END { exit bad }' headings - >lacking
	found=$?
	cat lacking
	return $found
}
test -z "$has_pdf" || for locale in C.UTF-8 fr_FR.UTF-8; do
	for report in soa soa:SO-1 study scope policy:PO-1 policy:PO-3 assessment:RA-3 treatment risks acceptance actions quality due; do
		part 6 || continue
		ok "$locale: $report: headings and sign-offs are not alone" stands $locale "$HOME/${locale%%.*}.noria" $report
	done
done

# ---- turned pages ----

turned() { # FILE.pdf: a letter a page: P upright, L turned
	pdfinfo -f 1 -l 999 "$1" | awk '/^Page .*size/ { printf "%s", ($4 > $6 ? "L" : "P") } END { print "" }'
}

F=$HOME/fr_FR.noria
if test -n "$has_pdf"; then
	made fr_FR.UTF-8 "$F" treatment pdf && cp "$made" treatment.pdf
	turned treatment.pdf >tap-output
	grep -qE '^P+L+' tap-output
	tap_result $? "wide tables stand on turned pages, behind others that are upright"
	page=$(turned treatment.pdf | sed 's/L.*//' | tr -d '\n' | wc -c)
	has "pages are numbered through both" "$((page + 1))/$(turned treatment.pdf | tr -d '\n' | wc -c)" pdftotext -f $((page + 1)) -l $((page + 1)) treatment.pdf -
	noria export "$F" dashboard --format=pdf --output=dashboard.pdf
	turned dashboard.pdf >tap-output
	grep -qx P tap-output
	tap_result $? "what shrinks to a page is not turned"
fi
made fr_FR.UTF-8 "$F" treatment html && cp "$made" treatment.html
has "HTML turns the page when it is printed" '@page turned{size:landscape}' cat treatment.html
test "$(grep -c '^<div class="turned">' treatment.html)" -ge 1 &&
	test "$(grep -c '^<div class="turned">' treatment.html)" = "$(grep -c '^</div><!-- turned -->' treatment.html)"
tap_result $? "HTML: what is turned is turned back"
ok "HTML: a level is not broken" grep -q 'class="whole" dir="auto"><span class="level"' treatment.html
LC_ALL=fr_FR.UTF-8 noria export "$F" study --format=html >study.html
ok "HTML: each table says the shares of its columns, which are a whole" sh -c 'test "$(grep -c "^<colgroup>" study.html)" -gt 5 && grep "^<colgroup>" study.html | sed "s/[^0-9]\{1,\}/ /g" | awk "{ n = 0; for (i = 1; i <= NF; i++) n += \$i; if (n < 96 || n > 104) exit 1 }"'
ok "HTML: a ref is not broken" grep -qE 'class="whole" dir="auto">R-[0-9]+</t' treatment.html
ok "HTML: no word is broken in a table" sh -c '! grep -q "^th,td{.*anywhere" treatment.html'

if test -n "$has_xlsx"; then
	noria export "$F" risk --format=xlsx --output=wide.xlsx
	noria export "$F" dashboard --format=xlsx --output=narrow.xlsx
	has "XLSX: a wide sheet prints turned" 'orientation="landscape"' unzip -p wide.xlsx xl/worksheets/sheet1.xml
	has "XLSX: and is as wide as a page" 'fitToPage="1"' unzip -p wide.xlsx xl/worksheets/sheet1.xml
	has "XLSX: with its header on each page" '_xlnm.Print_Titles' unzip -p wide.xlsx xl/workbook.xml
	ok "XLSX: a narrow one does not" sh -c '! unzip -p narrow.xlsx xl/worksheets/sheet1.xml | grep -qF landscape'
fi

finish
