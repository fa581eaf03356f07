# Documents made to keep the reader busy: each is refused at a cap, with its line, at once.
. "$NORIA_SOURCE/tests/tap.sh"

fresh F.noria
before=$(cksum <F.noria)
head='<?xml version="1.0" encoding="UTF-8"?>'
soa='<soa xmlns="urn:noria:soa:1"'
title='<catalogue xmlns="urn:noria:catalogue:1" id="x" prefix="x"><title xml:lang="en">'

# many COUNT TEXT: so many times, @ stands for the number.
many() { awk -v count="$1" -v text="$2" 'BEGIN { split(text, part, "@"); two = index(text, "@"); for (i = 0; i < count; i++) printf "%s", two ? part[1] i part[2] : text }'; }

# refused NAME LINE SENTENCE: the document that stands in hostile.xml.  The time that it may take is generous: what it
# guards against is minutes.
refused() {
	part 3 || return 0
	timeout 300 noria import F.noria hostile.xml --as=catalogue >out 2>err
	got=$?
	{
		echo "status $got"
		head -c 2000 err
	} >tap-output
	test $got -eq 4 && test "$before" = "$(cksum <F.noria)" && test "$(cat err)" = "noria: hostile.xml:$2: $3"
	tap_result $? "$1"
}

known="; Noria does not read such files."
{ echo "$head"; echo "$soa"; many 200000 'a@="x" '; echo '/>'; } >hostile.xml
refused "200,000 attributes" 3 "An element has more than 64 attributes$known"
{ echo "$head"; echo "$soa"; many 200000 'xmlns:a@="urn:@" '; echo '/>'; } >hostile.xml
refused "200,000 namespaces" 3 "An element has more than 64 attributes$known"
{ echo "$head"; echo "$soa"; many 20000 "a@='>' "; echo '/>'; } >hostile.xml
refused "attributes whose values look like the end of their tag" 3 "An element has more than 64 attributes$known"
{ echo '<?xml version="1.0" encoding="UTF-16"?>'; echo "$soa"; many 20000 'a@="x" '; echo '/>'; } | iconv -f UTF-8 -t UTF-16LE >hostile.xml
refused "in UTF-16" 3 "An element has more than 64 attributes$known"
{ echo '<?xml version="1.0" encoding="UTF-16"?>'; echo "$soa"; many 20000 'a@="x" '; echo '/>'; } | iconv -f UTF-8 -t UTF-16 >hostile.xml
refused "in UTF-16 with its mark" 3 "An element has more than 64 attributes$known"
{ echo "$head"; many 100000 '<soa>'; } >hostile.xml
refused "100,000 levels" 2 "The file has too many elements, or they are nested too deep."
{ echo "$head"; echo "$title"; many 1000000 '<![CDATA[a]]>'; echo '</title>'; } >hostile.xml
refused "a text of a million sections" 3 "A text in the file is made of too many pieces$known"
{ echo "$head"; echo "$title"; many 1000000 '&#97;'; echo '</title>'; } >hostile.xml
refused "a text of a million references" 3 "A text in the file is made of too many pieces$known"
{ echo "$head"; echo "$title"; many 1000000 'a<!-- -->'; echo '</title>'; } >hostile.xml
refused "a text in a million pieces between comments" 3 "A text in the file is made of too many pieces$known"
{ echo "$head"; echo "$title"; many 1000000 'a<?p?>'; echo '</title>'; } >hostile.xml
refused "a text in a million pieces between instructions" 3 "A text in the file is made of too many pieces$known"
{ echo "$head"; echo "$title"; head -c 2000000 /dev/zero | tr '\0' ' '; echo '</title>'; } >hostile.xml
refused "2 MB of blanks" 3 "A text in the file is larger than 1 MB$known"
{ echo "$head"; many 3000000 '<!---->'; echo "$soa/>"; } >hostile.xml
refused "three million comments" 2 "The file has too many comments and instructions$known"
{ echo "$head"; printf '<!--'; head -c 2000000 /dev/zero | tr '\0' x; echo '-->'; } >hostile.xml
refused "a comment of 2 MB" 2 "A comment or an instruction in the file is larger than 1 MB$known"
{ echo "$head"; printf '<?p '; head -c 2000000 /dev/zero | tr '\0' x; echo '?>'; } >hostile.xml
refused "an instruction of 2 MB" 2 "A comment or an instruction in the file is larger than 1 MB$known"
{ echo "$head"; printf '<'; head -c 30000000 /dev/zero | tr '\0' x; echo '>'; } >hostile.xml
refused "a name of 30 MB" 2 "A name in the file is longer than 1,000 characters$known"
{ echo "$head"; printf '%s ' "$soa"; head -c 30000000 /dev/zero | tr '\0' x; echo '="">'; } >hostile.xml
refused "a name of an attribute of 30 MB" 2 "A name in the file is longer than 1,000 characters$known"
{ echo "$head"; printf '%s&' "$title"; head -c 30000000 /dev/zero | tr '\0' x; echo ';</title>'; } >hostile.xml
refused "a name of an entity of 30 MB" 2 "A name in the file is longer than 1,000 characters$known"
{ echo "$head"; printf '%s a="' "$soa"; head -c 30000000 /dev/zero | tr '\0' x; echo '">'; } >hostile.xml
refused "a value of 30 MB" 2 "A tag in the file is larger than 128 KB$known"
{ echo "$head"; echo; echo '<!DOCTYPE soa ['; many 200000 '<!ENTITY a@ "&a@;">'; echo "]>$soa/>"; } >hostile.xml
refused "200,000 entities" 3 "The file has a DOCTYPE$known"
{ echo "$head"; printf '<!DOCTYPE soa [<!ENTITY a "'; head -c 9000000 /dev/zero | tr '\0' x; echo "\">]>$soa a=\"&a;&a;&a;\"/>"; } >hostile.xml
refused "a large entity" 2 "The file has a DOCTYPE$known"
{ printf '%s' "$head" | sed 's/UTF-8/UTF-7/'; many 20000 '+ADw-a/+AD4-'; } >hostile.xml
refused "an encoding in which < is not <" 1 "The encoding of the file, UTF-7, is not known."
printf '\114\157\247\224\223\100' >hostile.xml
refused "EBCDIC" 1 "The encoding of the file, EBCDIC, is not known."

# What such a cap might hit by mistake.
text=$(many 45000 '&lt;&amp;')
printf '%s%s</title><control number="1"><title xml:lang="en">C</title><description xml:lang="en">%s</description></control></catalogue>' "$title" T "$text" >signs.xml
has "a text of 90,000 signs that are written as references is read" "2 added" noria import F.noria signs.xml
noria export F.noria catalogue:x --output=signs-again.xml
noria new G.noria >/dev/null 2>&1
has "and what goes out goes in" "2 added" noria import G.noria signs-again.xml
printf '\357\273\277<?xml version="1.0"?><!--->--><?p ? > ?><catalogue xmlns="urn:noria:catalogue:1" id="y" prefix="y"><title xml:lang="en"><![CDATA[a]]]]><![CDATA[>b]]></title><!-- <<< "%s --><control number="1"><title xml:lang="en">&gt; "quoted" it'"'"'s</title></control></catalogue>' "'" >odd.xml
has "a document with all that is allowed and odd" "2 added" noria import F.noria odd.xml
has "and it is read as it was meant" "a]]&gt;b" noria export F.noria catalogue:y
iconv -f UTF-8 -t ISO-8859-1 >latin.xml <<'END'
<?xml version="1.0" encoding="ISO-8859-1"?>
<catalogue xmlns="urn:noria:catalogue:1" id="z" prefix="z"><title xml:lang="en">Étude</title></catalogue>
END
has "Latin-1 that says so is read" "1 added" noria import F.noria latin.xml
has "with its accents" "Étude" noria export F.noria catalogue:z
{ printf '\377\376'; sed 's/ISO-8859-1/UTF-16/; s/"z"/"w"/g' latin.xml | iconv -f ISO-8859-1 -t UTF-16LE; } >wide.xml
has "UTF-16 is read" "1 added" noria import F.noria wide.xml
ok "the file is sound after all this" noria check F.noria
finish
