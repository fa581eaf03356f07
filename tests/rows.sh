# For tests of what rows of tables become: after tests/tap.sh.
#
#     $F                           a file of an organisation with nothing in it
#     titles NAME TITLES           the risks of risks.noria are those, "A/B/"
#     workbook OUT SHEET [PART...] a workbook of one sheet of that name, by tests/pack: the rows stand in the file sheet1.xml,
#                                  what its parts styles.xml and sharedStrings.xml hold in files of these names
#     field REGISTER FILTER COLUMN   that field of the only record of copy.noria that the filter finds
#     equal NAME GOT EXPECTED        a check of two texts
#     said NAME WORDS                what the last check printed has these words, and so it is asked again
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
workbook() {
	tap_out=$1 tap_sheet=$2
	shift 2
	tap_kinds=http://schemas.openxmlformats.org
	{
		printf '==> [Content_Types].xml\n<Types xmlns="%s/package/2006/content-types"/>\n' $tap_kinds
		printf '==> _rels/.rels\n<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="r1" Type="%s/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>\n' $tap_kinds $tap_kinds
		printf '==> xl/workbook.xml\n<workbook xmlns="%s/spreadsheetml/2006/main" xmlns:r="%s/officeDocument/2006/relationships"><sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>\n' $tap_kinds $tap_kinds "$tap_sheet"
		printf '==> xl/_rels/workbook.xml.rels\n<Relationships xmlns="%s/package/2006/relationships"><Relationship Id="r1" Type="%s/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>' $tap_kinds $tap_kinds
		for tap_part; do
			printf '<Relationship Id="%s" Type="%s/officeDocument/2006/relationships/%s" Target="%s"/>' "${tap_part%.xml}" $tap_kinds "${tap_part%.xml}" "$tap_part"
		done
		echo '</Relationships>'
		for tap_part; do
			case $tap_part in styles.xml) tap_root=styleSheet ;; *) tap_root=sst ;; esac
			printf '==> xl/%s\n<%s xmlns="%s/spreadsheetml/2006/main">%s</%s>\n' "$tap_part" $tap_root $tap_kinds "$(cat "$tap_part")" $tap_root
		done
		printf '==> xl/worksheets/sheet1.xml\n<worksheet xmlns="%s/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>\n' $tap_kinds "$(cat sheet1.xml)"
	} | "$NORIA_BUILD/tests/pack" "$tap_out"
}
field() { # REGISTER FILTER COLUMN
	noria list copy.noria "$1" --where="$2" --format=tsv | awk -F'\t' -v name="$3" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == name) column = i; next } { print $column; exit }'
}
equal() { ok "$1" sh -c 'echo "$1 is not $2"; test "$1" = "$2"' - "$2" "$3"; }
said() { cp tap-output said; has "$1" "$2" cat said; }
