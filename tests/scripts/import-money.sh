# What the number of a cell is shown with: in an amount the currency of its format counts as it does in a text,
# and so does % in an indicator.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

if ! test -x "$NORIA_BUILD/tests/pack"; then
	skip workbooks "made without libzip"
	finish
	exit 0
fi
. "$NORIA_SOURCE/tests/rows.sh"
noria set "$F" ORG-1 currency=EUR
xlsx() { # OUT: rows from standard input, cells parted by semicolons; N@STYLE is a number
	{
		# 0 nothing, 1 EUR, 2 $, 3 k EUR, 4 CHF as accountants have it, 5 per cent, 6 the currency of the locale, 7 a word
		printf '%s' "<numFmts><numFmt numFmtId=\"164\" formatCode=\"#,##0.00 [\$€-40C]\"/>" \
			'<numFmt numFmtId="165" formatCode="&quot;$&quot;#,##0"/><numFmt numFmtId="166" formatCode="#,##0&quot; k€&quot;"/>' \
			'<numFmt numFmtId="167" formatCode="_-* #,##0.00 &quot;CHF&quot;_-"/><numFmt numFmtId="168" formatCode="0&quot; days&quot;"/></numFmts><cellXfs>'
		for format in 0 164 165 166 167 9 44 168; do
			printf '<xf numFmtId="%s"/>' $format
		done
		echo '</cellXfs>'
	} >styles.xml
	awk -F';' '{
			  printf "<row>"
			  for (i = 1; i <= NF; i++) {
				split($i, cell, "@")
				if ($i ~ /^[0-9.]+@[0-9]$/) printf "<c s=\"%s\"><v>%s</v></c>", cell[2], cell[1]
				else printf "<c t=\"inlineStr\"><is><t>%s</t></is></c>", $i
			  }
			  printf "</row>" }' >sheet1.xml
	workbook "$1" a styles.xml
}
space=urn:oasis:names:tc:opendocument:xmlns
ods_rows() { # OUT: rows from standard input, a sheet
	{
		echo '==> mimetype'
		echo 'application/vnd.oasis.opendocument.spreadsheet'
		echo '==> content.xml'
		echo "<office:document-content xmlns:office=\"$space:office:1.0\" xmlns:table=\"$space:table:1.0\" xmlns:text=\"$space:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"a\">"
		cat
		echo '</table:table></office:spreadsheet></office:body></office:document-content>'
	} | "$NORIA_BUILD/tests/pack" "$1"
}
text() { printf '<table:table-cell office:value-type="string"><text:p>%s</text:p></table:table-cell>' "$1"; }
shown() { # OUT TITLE NUMBER TEXT: an action with that budget, of which the cell shows that
	echo "<table:table-row>$(text Title)$(text Budget)</table:table-row><table:table-row>$(text "$2")<table:table-cell office:value-type=\"float\" office:value=\"$3\"><text:p>$4</text:p></table:table-cell></table:table-row>" |
		ods_rows "$1"
}
ods() { # OUT CURRENCY NUMBER: an action with that budget
	echo "<table:table-row>$(text Title)$(text Budget)</table:table-row><table:table-row>$(text "ODS $2")<table:table-cell office:value-type=\"currency\" office:currency=\"$2\" office:value=\"$3\"/></table:table-row>" |
		ods_rows "$1"
}
budget() { # NAME TITLE VALUE
	noria list "$F" action --where="title=\"$2\"" --format=json >tap-found
	has "$1" "\"budget\": $3," cat tap-found
}

# ---- as a text with the same sign would be ----
printf 'Title;Budget\nPlain;1200@0\nEuros;1200@1\nThousands;12@3\nOf the locale;700@6\n' | xlsx ours.xlsx
status 0 "amounts in the organisation's currency" noria import "$F" ours.xlsx --as=action
budget "a number alone" Plain 1200
budget "one that is shown in euros" Euros 1200
budget "one that is shown in thousands of them" Thousands 12000
budget "a currency that the format leaves to the locale says nothing" "Of the locale" 700
printf 'title,budget\nOther,1200 $\n' >other.csv
status 4 "another currency in a CSV is refused" noria import "$F" other.csv --as=action
sed -n 's/^[^:]*:[^:]*: *//p' tap-output | grep 'another currency' >csv-said
printf 'Title;Budget\nOther;1200@2\nAccounts;1200@4\n' | xlsx other.xlsx
status 4 "in the format of a cell too" noria import "$F" other.xlsx --as=action --refused=left.csv
cp tap-output said
has "and of accountants" 'other.xlsx:B3: Budget is in EUR, and CHF is another currency; write the amount in EUR.' cat said
ok "with the same sentence" sh -c 'test -s csv-said && grep -qF "$(cat csv-said)" said'
has "the table of what was refused has the currency" 'Other,1200 $' cat left.csv
status 4 "so that nothing is taken from it either" noria import "$F" left.csv --as=action
printf 'Title;Budget\nShare;0.5@5\n' | xlsx share.xlsx
status 4 "a share is no amount" noria import "$F" share.xlsx --as=action
printf 'Title;Budget\nDays;12@7\n' | xlsx days.xlsx
status 4 "nor are days" noria import "$F" days.xlsx --as=action
printf 'Title;Progress\nStyled;50@2\n' | xlsx styled.xlsx
status 0 "what is no amount is a number, however it is shown" noria import "$F" styled.xlsx --as=action
has "and is taken" '"progress": 50,' noria list "$F" action --where=title=Styled --format=json
ods ours.ods EUR 1500
status 0 "an ODS says the currency by its code" noria import "$F" ours.ods --as=action
budget "ours is taken" "ODS EUR" 1500
ods other.ods USD 1500
status 4 "another is refused" noria import "$F" other.ods --as=action
cp tap-output said
has "by name" 'B2: Budget is in EUR, and USD is another currency' cat said
shown thousands.ods "ODS thousands" 12 '12 k€'
status 0 "where the ODS has a number alone, what its cell shows counts" noria import "$F" thousands.ods --as=action
budget "with its thousands" "ODS thousands" 12000
shown other.ods "ODS shown" 12 '12 CHF'
status 4 "and its currency" noria import "$F" other.ods --as=action
shown other.ods "ODS shown" 7 '12 k€'
status 4 "what shows another number is refused" noria import "$F" other.ods --as=action
# Cells that repeat ask once for their currency: as many of them as a grid knows cost no more than one.
taken() { # CURRENCIES: the milliseconds that a sheet of 7 million cells takes
	awk -v many="$1" 'BEGIN { for (i = 0; i < 15000; i++)
		printf "<table:table-row><table:table-cell table:number-columns-repeated=\"499\" office:value-type=\"currency\" office:currency=\"c%d\" office:value=\"%d\"/></table:table-row>\n", i % many, i * 7919 % 100003 }' |
		ods_rows many.ods
	start=$(date +%s%N)
	noria import "$F" many.ods --as=action --dry-run >many-said 2>&1
	echo $((($(date +%s%N) - start) / 1000000))
}
one=$(taken 1) many=$(taken 499)
echo "$one ms with one currency, $many ms with 499" >tap-output
grep -q 'column SE' many-said && test "$many" -lt $((one * 3 + 1000))
tap_result $? "many currencies are read as fast as one"
noria set "$F" ORG-1 currency=CHF
printf 'Title;Budget\nAccounts;1200@4\n' | xlsx swiss.xlsx
status 0 "where the organisation reckons in it, it is taken" noria import "$F" swiss.xlsx --as=action
budget "as it stands" Accounts 1200
# ---- shares are so many % of an indicator that is measured in it ----
printf 'Name;Target;Measured in\nShown in %%;0.85@5;%%\n' | xlsx target.xlsx
status 0 "a target that is shown as 85 %" noria import "$F" target.xlsx --as=indicator
has "is 85" '"target": 85,' noria list "$F" indicator --where='name="Shown in %"' --format=json
printf 'Name;Target;Measured in\nShown in days;0.85@5;days\n' | xlsx target.xlsx
status 4 "and none of days" noria import "$F" target.xlsx --as=indicator
cp tap-output said
has "which is said" 'B2: Target is measured in days, and 85% is in %; write the number alone.' cat said
# ---- and thousands are so many of what it is measured in ----
target() { # MEASURED STATUS STYLE: a target of 12 that is shown so
	printf 'Name;Target;Measured in\nMoney in %s;12@%s;%s\n' "$1" "$3" "$1" | xlsx target.xlsx
	status "$2" "12 in the style $3, measured in $1" noria import "$F" target.xlsx --as=indicator
	cp tap-output said
	noria list "$F" indicator --where="name=\"Money in $1\"" --format=json >tap-found
}
target k€ 0 3
has "12 k€ is 12 of thousands" '"target": 12,' cat tap-found
target € 0 3
has "and 12000 of what is measured by one" '"target": 12000,' cat tap-found
target hours 4 3
has "of hours it is refused" 'B2: Target is measured in hours, and' cat said
target CHF 4 1
target days 0 7
has "what is no money is a number" '"target": 12,' cat tap-found
ok "the file is sound after all this" noria check "$F"
finish
