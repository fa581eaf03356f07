# The examples that are installed with the documents: what reads a backup's log, and an OpenSCAP result.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" check title=Backup kind=automaton login=cron every=day start=2026-11-24 >/dev/null
noria add "$F" check title=Hardening kind=automaton login=cron every=week start=2026-11-24 ok=80 >/dev/null
log() { sh "$NORIA_SOURCE/examples/backup-log" "$F" CK-1 "$@"; }
scap() { sh "$NORIA_SOURCE/examples/openscap-result" "$F" CK-2 "$@"; }
number=0
gave() { # NAME RESULT SCORE NOTE: what the last call recorded
	number=$((number + 1))
	noria list "$F" execution --where=ref=XQ-$number --format=tsv >said
	ok "$1" sh -c 'cat said; test "$(tail -1 said | cut -f5,6,9)" = "$1"' - "$(printf '%s\t%s\t%s' "$2" "$3" "$4")"
}

printf 'start\nsent 120 files, 0 errors\nBackup completed successfully at 02:11\n' >good.log
ok "a good log" log good.log
gave "passes, with the line that says so" pass "" "Backup completed successfully at 02:11"
printf 'start\nrsync: write failed: No space left on device\nBackup completed successfully\n' >bad.log
ok "a log with an error" log bad.log
gave "fails, with that line" fail "" "rsync: write failed: No space left on device"
printf 'start\n' >cut.log
ok "a log that breaks off" log cut.log
gave "fails" fail "" "No line of the log says that the backup ended well."
ok "no log" log none.log
gave "fails" fail "" "The log none.log is not there."
touch -d '3 days ago' good.log
ok "an old log" log good.log
gave "fails" fail "" "The log is older than 26 hours."
ok "unless that is said" log good.log 100
gave "then it passes" pass "" "Backup completed successfully at 02:11"
printf 'error \033[2J$(touch pwned)`touch pwned` "; x\n' >hostile.log
ok "a hostile log" log hostile.log
gave "is text" fail "" 'error [2J$(touch pwned)`touch pwned` "; x'
ok "and nothing of it was run" test ! -e pwned
BACKUP_GOOD='^0$' log bad.log >/dev/null 2>&1
number=$((number + 1))
status 2 "without its words it tells how it is called" log
status 2 "hours are a number" log good.log soon

cat >good.xml <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<Benchmark xmlns="http://checklists.nist.gov/xccdf/1.2" id="b">
  <Rule id="xccdf_rule_one"><title>score</title></Rule>
  <!-- <TestResult><score maximum="100">1</score></TestResult> -->
  <TestResult id="old" end-time="2026-11-20T01:00:00+01:00"><score maximum="100">3</score></TestResult>
  <TestResult id="new" start-time="2026-11-24T08:00:00+01:00" end-time="2026-11-24T08:10:00+01:00">
    <rule-result idref="xccdf_rule_one" severity="high"><result>pass</result></rule-result>
    <rule-result idref="xccdf_rule_two"><result>fail</result></rule-result>
    <rule-result idref="xccdf_rule_three"><result>notapplicable</result></rule-result>
    <rule-result
       idref='xccdf_rule_four'><result>
      fail</result></rule-result>
    <score system="urn:xccdf:scoring:default" maximum="100.000000">87.916664</score>
    <score system="urn:xccdf:scoring:flat" maximum="300">10</score>
  </TestResult>
</Benchmark>
XML
ok "a result of OpenSCAP" scap good.xml
gave "its score passes, and the note tells what failed" pass 87 "2 of 3 rules failed, first xccdf_rule_two"
has "it is of the time of the evaluation" 2026-11-24T07:10:00Z noria list "$F" execution --where=ref=XQ-$number --format=tsv
sed 's/xmlns="[^"]*"/xmlns:cdf="http:\/\/checklists.nist.gov\/xccdf\/1.2"/; s/<\(\/\{0,1\}\)\([A-Za-z]\)/<\1cdf:\2/g; s/87.916664/79.9999/' good.xml >prefixed.xml
ok "with a prefix, as others write it" scap prefixed.xml
gave "and its score fails" fail 79 "2 of 3 rules failed, first xccdf_rule_two"
sed 's/maximum="100.000000">87.916664/maximum="200">150/' good.xml >other.xml
ok "a score of another maximum" scap other.xml
gave "is a share of it" fail 75 "2 of 3 rules failed, first xccdf_rule_two"
sed 's/xccdf_rule_two/$(touch pwned)\&#10;/; s/end-time="2026-11-24T08:10:00+01:00"//' good.xml >hostile.xml
ok "a hostile result" scap hostile.xml
gave "is text" pass 87 '2 of 3 rules failed, first touchpwned10'
ok "and nothing of it was run" test ! -e pwned
before=$(noria list "$F" execution --format=tsv | wc -l)
sed 's/87.916664/many/; s/<score system="urn:xccdf:scoring:flat".*//' good.xml >unscored.xml
status 4 "a result without a score" scap unscored.xml
printf '<Benchmark/>' >empty.xml
status 4 "a file without a result" scap empty.xml
head -c 700 good.xml >broken.xml
status 4 "a file that breaks off before its score" scap broken.xml
status 3 "no file" scap none.xml
ok "none of it is recorded" test "$(noria list "$F" execution --format=tsv | wc -l)" = "$before"
status 2 "without its words it tells how it is called" scap
for each in "$NORIA_SOURCE"/examples/*[a-z]; do
	case $each in */README) continue ;; esac
	has "noria(1) names $(basename "$each")" "$(basename "$each" | sed "s/-/\\\\-/g")" cat "$NORIA_SOURCE/man/noria.1"
done
status 0 "the file is whole" noria check "$F"
finish
