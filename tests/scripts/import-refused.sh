# Rows that cannot be taken: every fault is told, all or nothing unless somebody says otherwise, and
# what was refused comes back as a table.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test
printf 'title;asset;current_likelihood;review\r\nGood;;3;31/12/2026\r\nBad;"Laptop ""fleet"", old";nine;never\r\nAlso bad;;12;\r\n' >risks.csv
noria import "$F" risks.csv --as=csv:risk --refused=left.csv >out 2>err
{ echo "status $?"; cat err; } >tap-output
grep -q 'status 4' tap-output && test "$(grep -c '^noria: risks.csv:3: ' err)" = 3 && test "$(grep -c '^noria: risks.csv:4: ' err)" = 1 && grep -q '2 rows' err
tap_result $? "every fault of a row is told, and rows are counted"
noria list "$F" risk --format=tsv | tail -n +2 >none
ok "nothing was changed" test ! -s none
has "the refused rows are a table" '# reason' cat left.csv
ok "with those rows alone" test "$(grep -c 'ad' left.csv)" = 2
status 0 "the good ones alone" noria import "$F" risks.csv --as=csv:risk --only-good --refused=left.csv
has "were taken" Good noria show "$F" R-1
status 4 "what is left can be read, and is refused still" noria import "$F" left.csv --as=csv:risk --refused=again.csv
ok "as the same rows" cmp left.csv again.csv
sed 's/,nine,/,4,/; s/,never/,01.02.2027/; s/,12,/,2,/' left.csv >right.csv
status 4 "put right but for a name that nothing bears" noria import "$F" right.csv --as=csv:risk
has "which is made when that is said" "AS-1 Laptop" noria import "$F" right.csv --as=csv:risk --create=asset --dry-run
status 0 "put right, they are read" noria import "$F" right.csv --as=csv:risk --create=asset
has "with the new asset" 'Laptop "fleet", old' noria show "$F" AS-1
echo mine >mine.csv
noria import "$F" risks.csv --as=csv:risk --refused=mine.csv 2>/dev/null
has "a file of somebody is not replaced" mine cat mine.csv
status 2 "a register that is none" noria import "$F" right.csv --as=csv:risk --create=thing

# Who leans on a refused row is refused with it.
printf 'ref,name,parent\nU-1,Top,\nU-2,,\nU-3,Below,U-2\nU-4,Other,U-1\n' >unit.csv
noria import "$F" unit.csv --only-good >out 2>err
cat err >tap-output
grep -q '^noria: 2 added' err && grep -q '2 rows are left out' err
tap_result $? "who leans on a refused row is left out with it"
ok "the file is sound after all this" noria check "$F"
finish
