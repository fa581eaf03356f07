# Each bad input gets one clear sentence and the exit status of the contract,
# and leaves the file as it was.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test >new.said 2>&1 || cat new.said
noria add "$F" asset name=Laptop confidentiality=3 >/dev/null
noria add "$F" risk title="Theft of a laptop" asset=Laptop >/dev/null
cp "$F" "$HOME/sound.noria"

# refuses STATUS NAME COMMAND...: that status, one line on standard error, $F unchanged.
refuses() {
	wanted=$1
	name=$2
	shift 2
	before=$(cksum <"$F" 2>/dev/null)
	"$@" >out 2>err </dev/null
	got=$?
	after=$(cksum <"$F" 2>/dev/null)
	{
		echo "status $got, expected $wanted"
		cat err
		test "$before" = "$after" || echo "the file changed"
		test "$(wc -l <err)" -eq 1 || echo "not one line on standard error"
		grep -q 'runtime error\|Sanitizer\|SQL\|sqlite' err && echo "not a sentence for people"
	} >"$HOME/tap-output"
	test $got -eq "$wanted" && test "$before" = "$after" && test "$(wc -l <err)" -eq 1 &&
		! grep -q 'runtime error\|Sanitizer\|SQL\|sqlite' err
	tap_result $? "$name"
}

# The file.
refuses 3 "a file that is not there" noria list missing.noria risk
echo "Dear colleague," >letter.txt
refuses 3 "a text" noria list letter.txt risk
: >empty.noria
refuses 3 "an empty file" noria list empty.noria risk
sqlite3 other.db 'CREATE TABLE t(a); INSERT INTO t VALUES(1)'
refuses 3 "another program's database" noria list other.db risk
cp sound.noria schema.noria
sqlite3 schema.noria 'CREATE TABLE "intruder"("a")'
refuses 3 "a schema that is not ours" noria list schema.noria risk
cp sound.noria newer.noria
sqlite3 newer.noria 'PRAGMA user_version = 999'
refuses 3 "a newer schema" noria list newer.noria risk
head -c 20000 sound.noria >truncated.noria
refuses 3 "a truncated file" noria list truncated.noria risk
mkdir folder.noria
refuses 3 "a folder" noria list folder.noria risk
refuses 3 "new over an existing file" noria new "$F"
refuses 3 "new in a folder that is not there" noria new nowhere/x.noria
cp sound.noria damaged.noria
size=$(wc -c <damaged.noria)
dd if=/dev/urandom of=damaged.noria bs=1 seek=$((size / 2)) count=3000 conv=notrunc 2>/dev/null
noria check damaged.noria >out 2>&1
case $? in
1 | 3) tap_result 0 "check finds a damaged file" ;;
*) cp out tap-output; tap_result 1 "check finds a damaged file" ;;
esac

# The words.
refuses 2 "an unknown command" noria frobnicate "$F"
refuses 2 "an unknown option" noria list "$F" risk --frobnicate
refuses 2 "an unknown register" noria list "$F" rosk
refuses 2 "an unknown field" noria set "$F" R-1 colour=red
refuses 2 "an unknown format" noria list "$F" risk --format=papyrus
refuses 2 "too few words" noria add "$F"

# The values.
refuses 4 "a ref of nothing" noria show "$F" R-99
refuses 4 "a value that is no choice" noria set "$F" R-1 treatment=pray
refuses 4 "a level out of the scale" noria set "$F" R-1 inherent_likelihood=9
refuses 4 "a level that is no number" noria set "$F" R-1 inherent_likelihood=high
refuses 4 "a date that does not exist" noria add "$F" action title=x due=2026-02-30
refuses 4 "a reference to nothing" noria set "$F" R-1 asset=AS-99
refuses 4 "a reference to a record of another register" noria set "$F" R-1 asset=R-1
refuses 4 "invalid UTF-8" noria set "$F" R-1 title="$(printf 'caf\351')"
refuses 4 "control characters" noria set "$F" R-1 title="$(printf 'a\033[2Jb')"
refuses 4 "a required field emptied" noria set "$F" R-1 title=
refuses 4 "one bad value among good ones" noria set "$F" R-1 title=Good treatment=pray

# Documents.
printf '<catalogue' >malformed.xml
refuses 4 "malformed XML" noria import "$F" malformed.xml
printf '<?xml version="1.0"?>\n<recipe/>\n' >kind.xml
refuses 4 "XML of another kind" noria import "$F" kind.xml
noria export "$F" soa --format=xml --output=soa.xml
head -c 3000 soa.xml >cut.xml
refuses 4 "truncated XML" noria import "$F" cut.xml
sed 's/<\/[a-z:]*soa>/<surprise\/>&/' soa.xml >invalid.xml
refuses 4 "invalid XML" noria import "$F" invalid.xml
printf '<?xml version="1.0"?>\n<!DOCTYPE soa [<!ENTITY e SYSTEM "file:///etc/passwd">]>\n<soa>&e;</soa>\n' >entity.xml
refuses 4 "an external entity" noria import "$F" entity.xml
{
	printf '<?xml version="1.0"?>\n<!DOCTYPE soa [<!ENTITY a0 "lol">'
	i=0
	while test $i -lt 12; do
		printf '<!ENTITY a%d "&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;&a%d;">' $((i + 1)) $i $i $i $i $i $i $i $i
		i=$((i + 1))
	done
	printf ']>\n<soa>&a12;</soa>\n'
} >laughs.xml
refuses 4 "a billion laughs" noria import "$F" laughs.xml
awk 'BEGIN { print "<?xml version=\"1.0\"?>"; for (i = 0; i < 100000; i++) printf "<soa>"; print "" }' >deep.xml
refuses 4 "deep nesting" noria import "$F" deep.xml
refuses 3 "a document that is not there" noria import "$F" nothing.xml

# CSV: every bad line with its reason, nothing changed.
printf 'title,treatment\nGood risk,modify\nBad risk,pray\nWorse risk,hope\n' >bad.csv
before=$(cksum <"$F")
noria import "$F" bad.csv --as=csv:risk >out 2>&1
csv_status=$?
{ echo "status $csv_status"; cat out; } >tap-output
test $csv_status -eq 4 && test "$before" = "$(cksum <"$F")" && grep -q 3 out && grep -q 4 out
tap_result $? "CSV with two bad lines names both and changes nothing"

# The machine.
status 5 "a full disk under the export" sh -c 'noria list "$1" risk --format=csv >/dev/full' sh "$F"
cp sound.noria full.noria
size=$(wc -c <full.noria)
long=$(awk 'BEGIN { for (i = 0; i < 9000; i++) printf "word%d ", i }')
sh -c 'ulimit -f '$((size / 512 + 8))'; trap "" XFSZ; noria set full.noria R-1 notes="$1"' sh "$long" >out 2>&1
got=$?
{ echo "status $got"; cat out; } >tap-output
test $got -eq 5
tap_result $? "a file that may not grow"
ok "and it is sound afterwards" noria check full.noria

# Locked by another beyond the wait.
(echo 'BEGIN EXCLUSIVE;'; sleep 14) | sqlite3 "$F" &
locker=$!
sleep 0.5
status 3 "a file locked by another" noria set "$F" R-1 title=Locked
kill $locker 2>/dev/null
wait $locker 2>/dev/null
ok "the file is sound after all this" noria check "$F"
finish
