# The documents: what comes out goes in again and comes out the same; what
# is wrong in one is told in a plain sentence with the line where it stands.
. "$NORIA_SOURCE/tests/tap.sh"

sample S.noria
noria export S.noria soa --output=soa.xml

# says NAME FILE:LINE SENTENCE FILE: refused with 4 and this one line, nothing changed.
said() {
	before=$(cksum <"$T")
	noria import "$T" "$4" >out 2>err
	got=$?
	{
		echo "status $got"
		cat out err
	} >tap-output
	test $got -eq 4 && test "$before" = "$(cksum <"$T")" && test "$(cat err)" = "noria: $4:$2: $3"
	tap_result $? "$1"
}
line_of() { grep -n -m 1 -e "$1" "$2" | cut -d: -f1; }

# ---- the same bytes ----

same() { # FILE: into a new file and out again
	rm -f again.noria
	noria new again.noria >/dev/null && noria import again.noria "$1" && noria export again.noria soa | cmp - "$1"
}
ok "the SoA of the sample comes out of another file as it went in" same soa.xml
ok "and again where what it links to is here" sh -c 'noria import S.noria soa.xml && noria export S.noria soa | cmp - soa.xml'
abroad() {
	rm -f french.noria
	TZ=Asia/Kolkata LC_ALL=fr_FR.UTF-8 sh -c '
		noria new french.noria --sample >/dev/null && noria export french.noria soa --output=french.xml &&
		noria new other.noria && noria import other.noria french.xml && noria export other.noria soa | cmp - french.xml' &&
		same french.xml
}
ok "in French, far away, too" abroad
ok "the file that took it is sound" noria check again.noria

# ---- links that find their target later ----

cat >risks.csv <<'END'
uuid,title
b97b8505-b310-4e14-9af8-8bdd372a5dcb,Another title
END
noria new later.noria >/dev/null
sed 's/uuid="[0-9a-f-]*" ref="R-17"/uuid="b97b8505-b310-4e14-9af8-8bdd372a5dcb" ref="R-17"/' soa.xml >linked.xml
noria import later.noria linked.xml
waiting=$(noria list later.noria applicability --format=json | grep -c 'R-17')
noria import later.noria risks.csv --as=csv:risk
title=$(sed -n 's/.*<risk .*ref="R-4" title="\([^"]*\)".*/\1/p;T;q' soa.xml)
noria add later.noria risk title="Something else" >/dev/null
noria add later.noria risk title="Something else again" >/dev/null
noria add later.noria risk title="$title" >/dev/null
noria import later.noria linked.xml >tap-output
noria show later.noria R-1 >>tap-output
noria show later.noria R-4 >>tap-output
noria export later.noria soa >later.xml
grep -n 'ref="R-17"\|ref="R-1"\|ref="R-4"' later.xml >>tap-output
echo "$waiting" >>tap-output
test "$(noria show later.noria R-1 --format=json | grep -c 2022:A)" -gt 0 && ! grep -q 'ref="R-17"' later.xml && grep -q 'ref="R-1" title="Another title"' later.xml
tap_result $? "a link waits for its uuid and is real when the document is read again"
uuid=$(noria show later.noria R-4 --format=json | sed -n 's/.*"uuid": *"\([^"]*\)".*/\1/p')
test "$(noria show later.noria R-4 --format=json | grep -c 2022:A)" -gt 0 && ! grep -F "ref=\"R-4\" title=\"$title\"" later.xml | grep -qv "uuid=\"${uuid:-[0-9a-f-]*}\""
tap_result $? "or for its ref and title"
ok "no link is doubled" sh -c 'awk "/<line/ { split(\"\", seen) } /<(risk|action) / { match(\$0, /ref=\"[^\"]*\"/); r = substr(\$0, RSTART, RLENGTH); if (seen[r \$1]++) exit 1 }" later.xml'
ok "the file is sound" noria check later.noria

# ---- characters that XML cannot hold ----

T=S.noria
status 4 "a code that is no character is refused" noria set S.noria R-1 title="$(printf 'a\357\277\276b')"
has "in a plain sentence" "no character" noria set S.noria R-1 title="$(printf 'a\357\277\277b')"
status 4 "those beyond the first plane too" noria set S.noria R-1 title="$(printf 'a\360\237\277\277b')"
status 0 "other characters of that plane are taken" noria set S.noria R-1 notes="$(printf '\360\237\230\200')"
cp S.noria forced.noria
sqlite3 forced.noria "UPDATE applicability SET justification = 'a' || char(65534) || char(1) || char(128) || 'b' WHERE id = (SELECT id FROM record WHERE ref = 'soa:2022:A.5.1')"
noria export forced.noria soa >forced.xml
grep -n '<justification>a' forced.xml >tap-output
noria new taken.noria >/dev/null
noria import taken.noria forced.xml >>tap-output 2>&1 && grep -qF "$(printf '<justification>a\357\277\275\357\277\275\357\277\275b<')" forced.xml
tap_result $? "a file that holds some all the same gives a document that can be read"

# ---- errors and their lines ----

n=$(line_of '<planned>' soa.xml)
sed "${n}s/<planned>[^<]*/<planned>2026-02-30/" soa.xml >date.xml
said "a day that does not exist, at its own line" "$n" "Planned for must be a date such as 2026-11-24." date.xml
n=$(grep -n '<maturity>' soa.xml | tail -1 | cut -d: -f1)
sed "${n}s/<maturity>[^<]*/<maturity>9/" soa.xml >maturity.xml
said "a level beyond the scale, at its own line" "$n" "Maturity must be a level from 1 to 5." maturity.xml
n=$(line_of '<applicable>' soa.xml)
sed "${n}s/>yes</>maybe</" soa.xml >choice.xml
said "a value out of the list" "$n" '<applicable> cannot be "maybe"; it is one of: yes, no.' choice.xml
n=$(line_of '<reasons>' soa.xml)
sed "${n}s/<reasons>[^<]*/<reasons>a{8}b/" soa.xml >pattern.xml
said "a value that is not formed as it should be" "$n" '<reasons> cannot be "a{8}b".' pattern.xml
long=$(awk 'BEGIN { for (i = 0; i < 400; i++) printf "abc" }')
sed "${n}s/<reasons>[^<]*/<reasons>$long/" soa.xml >echo.xml
noria import S.noria echo.xml >out 2>err
test $? -eq 4 && test "$(wc -c <err)" -lt 150
tap_result $? "a long value is not repeated whole"
sed "${n}s/reasons/raisons/g" soa.xml >element.xml
said "an element that is not ours" "$n" "<raisons> is not allowed here." element.xml
sed '/<name>/d' soa.xml >missing.xml
said "an element that is missing" "$(line_of '</*activity\|<scope' missing.xml)" "<$(sed -n '/<organisation/{n;s/^ *<\([a-z]*\)>.*/\1/p;}' missing.xml)> is not allowed here; <name> is expected." missing.xml
n=$(line_of '<line' soa.xml)
sed "${n}s/ control=\"[^\"]*\"//" soa.xml >attribute.xml
said "an attribute that is missing" "$n" "<line> lacks its attribute control." attribute.xml
sed "${n}s/<line/<line colour=\"red\"/" soa.xml >extra.xml
said "an attribute that is not ours" "$n" '<line colour=""> is not allowed here.' extra.xml
n=$(line_of '</applicable>' soa.xml)
sed "${n}s/<.applicable>/<\/applicatif>/" soa.xml >mismatch.xml
said "an end that is another's" "$n" "<applicable> of line $n is closed by </applicatif>." mismatch.xml
sed "${n}s/yes/$(printf 'a\001')/" soa.xml >control.xml
said "a control character" "$n" "The character U+0001 is not allowed in XML." control.xml
sed "${n}s/yes/$(printf 'a\351b')/" soa.xml >latin.xml
said "Latin-1 that says it is UTF-8" "$n" "The text is not in the encoding that the file names (UTF-8 where it names none)." latin.xml
sed "${n}s/yes/\&nbsp;/" soa.xml >entity.xml
said "an entity" "$n" "The file uses an entity; Noria does not read such files." entity.xml
{ sed 1q soa.xml; echo; echo '<!DOCTYPE soa>'; sed 1d soa.xml; } >doctype.xml
said "a DOCTYPE, at its own line" 3 "The file has a DOCTYPE; Noria does not read such files." doctype.xml
{ cat soa.xml; echo '<more/>'; } >more.xml
said "something after the end" "$(wc -l <more.xml | tr -d ' ')" "Something follows the end of the document." more.xml
bad=0
: >tap-output
for size in 200 1000 3333 5001 5002 5003 5004 5005 5006 5007 5008 20000 20001 20002 20003; do
	part 4 || continue
	head -c $size soa.xml >cut.xml
	noria import S.noria cut.xml >out 2>err
	test $? -eq 4 && grep -q 'a part of it is missing' err || { bad=1; cat err >>tap-output; }
done
tap_result $bad "a document that was cut off is said to be, wherever it was cut"

printf '<soa' | noria import S.noria - >out 2>err
cp err tap-output
test "$(cat err)" = "noria: standard input:1: The file ends before the document does: a part of it is missing."
tap_result $? "standard input is called so"

# ---- long and large documents ----

long_document() { # LINE from which on the rest stands, of soa.xml
	sed -n "1,$(($1 - 1))p" soa.xml
	yes '' | head -n 70000
	sed -n "$1,\$p" soa.xml
}
first=$(line_of '<line' soa.xml)
n=$(($(line_of '<planned>' soa.xml) + 70000))
long_document "$first" >long.xml
sed "${n}s/<planned>[^<]*/<planned>2026-02-30/" long.xml >long-date.xml
said "a value past line 65,535" "$n" "Planned for must be a date such as 2026-11-24." long-date.xml
sed "${n}s/planned/plenned/g" long.xml >long-element.xml
said "an element past line 65,535" "$n" "<plenned> is not allowed here." long-element.xml
sed "${n}s/<.planned>/<\/plenned>/" long.xml >long-end.xml
said "an end past line 65,535" "$n" "<planned> of line $n is closed by </plenned>." long-end.xml
n=$(line_of '<scope>' soa.xml)
{ sed -n "1,$((n - 1))p" soa.xml; printf '<scope>'; head -c 11000000 /dev/zero | tr '\0' x; echo '</scope>'; sed "1,${n}d" soa.xml; } >text.xml
said "a text of 11 MB" "$n" "A text in the file is larger than 1 MB; Noria does not read such files." text.xml
{ sed -n "1,$((first - 1))p" soa.xml; awk 'BEGIN { line = "nothing to see "; for (i = 0; i < 12; i++) line = line line; for (;;) print "<!-- " line " -->" }' | head -c 70000000; echo '-->'; sed -n "$first,\$p" soa.xml; } >large.xml
noria import S.noria large.xml >tap-output 2>&1
test $? -eq 4 && grep -qx 'noria: large.xml: The file is larger than 64 MB; Noria does not read such files.' tap-output
tap_result $? "a document of 70 MB"
rm -f large.xml text.xml long*.xml
awk 'BEGIN { print "<?xml version=\"1.0\"?>"; print "<!-- -->"; for (i = 0; i < 400; i++) printf "<soa xmlns=\"urn:noria:soa:1\">"; print "" }' >deep.xml
noria import S.noria deep.xml >tap-output 2>&1
test $? -eq 4 && ! grep -qi 'excessive\|HUGE\|schema\|facet' tap-output
tap_result $? "a document that is nested too deep"

# ---- what a document may not say ----

control=$(sed -n 's/.*<line control="\([^"]*\)".*/\1/p' soa.xml | sed -n 2p)
last=$(line_of '</soa>' soa.xml)
{
	sed -n "1,$((last - 1))p" soa.xml
	awk -v control="$control" 'index($0, "<line control=\"" control "\"") { on = 1 } on { print } on && /<\/line>/ { exit }' soa.xml
	echo '</soa>'
} >twice.xml
said "the same control twice" "$last" "The control $control has a second line here." twice.xml
n=$(line_of '<counts' soa.xml)
sed "${n}s/controls=\"93\"/controls=\"92\"/" soa.xml >counts.xml
said "counts that are not those of the lines" "$n" "The counts are not those of the lines: controls is 92, the lines give 93." counts.xml

noria export S.noria catalogue:iso27001-2022 --output=shipped.xml
said_ok() { noria import S.noria shipped.xml && noria export S.noria catalogue:iso27001-2022 | cmp - shipped.xml; }
ok "a catalogue comes out as it went in" said_ok
sed 's/number="A.5.2"/number="A.5.1"/' shipped.xml >double.xml
T=S.noria
said "a number twice" "$(grep -n 'number="A.5.1"' double.xml | sed -n 2p | cut -d: -f1)" "2022:A.5.1 stands here a second time; the first is on line $(line_of 'number="A.5.1"' double.xml)." double.xml
sed 's/id="iso27001-2022" prefix="2022"/id="own" prefix="own"/' double.xml >own-double.xml
said "a number twice in a catalogue that is new" "$(grep -n 'number="A.5.1"' double.xml | sed -n 2p | cut -d: -f1)" "own:A.5.1 stands here a second time; the first is on line $(line_of 'number="A.5.1"' double.xml)." own-double.xml
cat >foreign.xml <<'END'
<?xml version="1.0" encoding="UTF-8"?>
<catalogue xmlns="urn:noria:catalogue:1" id="iso27001-2022" prefix="2022">
  <title xml:lang="en">Somebody else's</title>
  <control number="A.5.1">
    <title xml:lang="en">Another</title>
  </control>
</catalogue>
END
said "a stranger's catalogue under the name of ours" 2 "iso27001-2022 is a catalogue of Noria and has 93 controls, not 1; give this one an id of its own." foreign.xml
sed 's/number="A.5.1"/number="X.1"/' foreign.xml >foreign2.xml
said "with controls of its own" 4 "iso27001-2022 is a catalogue of Noria and has no control 2022:X.1; give this one an id of its own." foreign2.xml
sed 's/prefix="2022"/prefix="x"/' foreign.xml >foreign3.xml
said "with a prefix of its own" 2 "iso27001-2022 is a catalogue of Noria, and this is another; give it an id of its own." foreign3.xml
sed 's/id="iso27001-2022" prefix="2022"/id="own" prefix="own"/' foreign.xml >own.xml
ok "under a name of its own it is welcome" noria import S.noria own.xml
ok "the file is sound after all this" noria check S.noria

# ---- what reads XML is loaded by who reads XML ----

loads() { # COMMAND...: whether it has libxml2 loaded
	LD_DEBUG=files noria "$@" 2>&1 >/dev/null | grep 'calling init:' >loaded
	grep -q libsqlite3 loaded && grep -q libxml2 loaded
}
loads_not() {
	! loads "$@" && grep -q libsqlite3 loaded
}
ok "an import loads libxml2" loads import S.noria soa.xml
ok "a list does without" loads_not list S.noria risk
ok "an export as XML too" loads_not export S.noria soa
finish
