# Tables in: every bad row is told with its reason, the register is known from the
# content, and a rehearsal needs no right to write.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test

awk 'BEGIN { print "title,treatment,owner"; for (i = 0; i < 3000; i++) print "Risk " i "," (i % 2 ? "pray" : "modify") "," (i % 6 ? "" : "P-77") }' >bad.csv
noria import "$F" bad.csv --as=csv:risk >out 2>err
{ echo "status $?"; tail -n 3 err; } >tap-output
grep -q 'status 4' tap-output && test "$(grep -c '^noria: bad.csv:[0-9]*: ' err)" = 2000 && grep -q '2000 rows' err
tap_result $? "2000 bad rows of 3000 are all told and counted"
awk 'BEGIN { print "title"; for (i = 0; i < 3000; i++) print "Risk " i }' >good.csv
noria import "$F" good.csv --as=csv:risk --dry-run >out 2>err
cat err >tap-output
test "$(grep -c '^+ ' out)" = 3000
tap_result $? "a rehearsal tells all that would be new"
noria import "$F" good.csv --as=csv:risk >out 2>err
cat out err >tap-output
test ! -s out && test "$(wc -l <err)" = 1 && grep -q '^noria: 3000 added' err
tap_result $? "an import tells one line"
noria undo "$F" >/dev/null 2>&1

printf 'ref,title\nR-5000,One\nR-5001,Two\nr-5000,Three\n' >twice.csv
status 4 "a ref twice in one table" noria import "$F" twice.csv
has "is told with both rows" "twice.csv:4: R-5000 stands in line 2 already." noria import "$F" twice.csv
printf 'title,treatment\nOnly\n' >short.csv
has "cells that a row lacks at its end are blank" "1 added" noria import "$F" short.csv --as=csv:risk
printf 'title,treatment\nOnly one,,more\n' >long.csv
has "one beyond the header has no name" "column C, which has no name" noria import "$F" long.csv --as=csv:risk
printf 'ref,name,parent\nU-1,Top,\nU-2,Bad,U-9\nU-3,Below,U-2\n' >units.csv
noria import "$F" units.csv >out 2>err
cat err >tap-output
test "$(grep -c 'units.csv:' err)" = 1 && grep -q 'units.csv:3:' err
tap_result $? "who refers to a refused row is not to blame"

# What a table holds is known from its refs, its header or its name.
printf 'ref,title\nI-7,Flood\n' >one.csv
status 0 "known by its refs" noria import "$F" one.csv
has "an incident" Flood noria show "$F" I-7
printf 'name,confidentiality,supports\nArchive,3,\n' >two.csv
status 0 "known by its header" noria import "$F" two.csv
status 0 "from standard input" sh -c 'noria import "$1" - <two.csv' sh "$F"
printf 'title,owner\nWhat,\n' >three.csv
status 4 "a header that fits several registers" noria import "$F" three.csv
cp three.csv finding.csv
status 0 "then its name says it" noria import "$F" finding.csv
noria list "$F" asset --format=csv >assets.csv
status 0 "what was exported comes back" noria import "$F" assets.csv
noria export "$F" soa --format=xml >soa.xml
status 0 "XML on standard input" sh -c 'noria import "$1" - <soa.xml' sh "$F"
status 5 "XML on standard input that cannot be kept" sh -c 'ulimit -f 8; noria import "$1" - <soa.xml' sh "$F"
has "and why" "The input could not be kept: File too large" sh -c 'ulimit -f 8; noria import "$1" - <soa.xml' sh "$F"

chmod 400 "$F"
before=$(cksum <"$F")
# root may write all the same.
status 0 "a rehearsal on a file that may only be read" noria import "$F" good.csv --as=csv:risk --dry-run
ok "leaves it alone" test "$before" = "$(cksum <"$F")"
chmod 600 "$F"
ok "the file is sound after all this" noria check "$F"
finish
