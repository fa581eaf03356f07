# Rows that cannot be taken: every fault is told, all or nothing unless somebody says otherwise, and
# what was refused comes back as a table.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
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
sed 's/;nine;/;4;/; s/;never/;01.02.2027/; s/;12;/;2;/' left.csv >right.csv
status 4 "put right but for a name that nothing bears" noria import "$F" right.csv --as=csv:risk
has "which is made when that is said" "AS-1 Laptop" noria import "$F" right.csv --as=csv:risk --create=asset --dry-run
status 0 "put right, they are read" noria import "$F" right.csv --as=csv:risk --create=asset
has "with the new asset" 'Laptop "fleet", old' noria show "$F" AS-1
ok "cells are parted as in what was read" grep -q '^# reason;title;asset' left.csv
{ printf '\357\273\277'; printf 'title,review,current_likelihood\nEarly,03/04/2027,9\nLate,31/12/2027,2\n'; } >marked.csv
noria import "$F" marked.csv --as=csv:risk --refused=marked-left.csv >/dev/null 2>&1
mark() { od -An -c "$1" | head -n 1 | tr -s ' '; }
has "with the mark that it had" "357 273 277 # r e a s o n" mark marked-left.csv
has "a day that the rest of the column settled is written plainly" "Early,2027-04-03,9" cat marked-left.csv
printf 'title|review|current_likelihood\nBar a|03/04/2027|9\n"one|two"|31/12/2027|9\n' >bars.csv
noria import "$F" bars.csv --as=csv:risk --refused=bars-left.csv >/dev/null 2>&1
has "bars are kept" 'Bar a|2027-04-03|9' cat bars-left.csv
has "and what holds one" '"one|two"|2027-12-31|9' cat bars-left.csv
printf 'titre;prochaine revue;vraisemblance actuelle\n\311t\351;01/02/2027;neuf\n' >latin.csv
noria import "$F" latin.csv --as=csv:risk --dates=day-first --refused=latin-left.csv >/dev/null 2>&1
has "what was in another encoding has a mark in its place" "357 273 277 # r e a s o n" mark latin-left.csv
has "a day that somebody settled is written plainly too" 'Été;2027-02-01;neuf' cat latin-left.csv
printf 'title,review\nBoth,05/06/2027\nDay first,31/12/2027\nMonth first,12/31/2027\n' >both.csv
noria import "$F" both.csv --as=csv:risk --only-good --refused=both-left.csv >/dev/null 2>&1
has "what may be two days is refused with both" "may be 2027-05-06 or 2027-06-05" cat both-left.csv
has "and, read again untouched, refused again" "may be 2027-05-06 or 2027-06-05" noria import "$F" both-left.csv --as=csv:risk
printf 'title,progress\nPart,0.5\nWhole,80\n' >progress.csv
noria import "$F" progress.csv --as=csv:action --only-good --refused=progress-left.csv >/dev/null 2>&1
has "so is a share that may be two" "may be 50 % or 0.5 %" noria import "$F" progress-left.csv --as=csv:action
# A number with the unit that the row says, or its indicator: the column settled the comma for it too.
printf 'Name;Target;Measured in;Frequency\nSettles;87,5 %%;%%;month\nShare;1,250 %%;%%;nonsense\nThree;1,234 %%;%%;nonsense\nBare;1,250 %%;;nonsense\nMoney;1,250 k€;k€;nonsense\n' >units.csv
noria import "$F" units.csv --as=indicator --only-good --refused=units-left.csv >/dev/null 2>&1
has "a number with its unit that the rest of the column settled is written plainly" 'Share;1.25;%' cat units-left.csv
has "so that it can be read as nothing else" 'Three;1.2340;%' cat units-left.csv
has "as many thousands as it is measured in" 'Money;1.25;k€' cat units-left.csv
has "what nothing measures stays as it was" 'Bare;"1,250 %";;' cat units-left.csv
sed '/;Bare;/d; s/;nonsense/;month/' units-left.csv >units-right.csv
status 0 "put right, it is read" noria import "$F" units-right.csv --as=indicator
has "as that" '"target": 1.234,' noria list "$F" indicator --where=name=Three --format=json
printf 'Indicator;Measured at;Value\nSettles;2026-01-05;87,5 %%\nSettles;never;1,250 %%\n' >measured.csv
noria import "$F" measured.csv --as=measurement --only-good --refused=measured-left.csv >/dev/null 2>&1
has "a value with the unit of its indicator too" 'Settles;never;1.25' cat measured-left.csv
printf 'Ref,Title,Likelihood\nZ-001,Comma,9\n' >"a,b.csv"
noria import "$F" "a,b.csv" --as=csv:risk --refused=comma-left.csv >/dev/null 2>&1
has "a name with a separator is quoted with the reasons" '"# reason [a,b]"' cat comma-left.csv
noria import "$F" "a,b.csv" --as=csv:risk --refused=comma-left.csv >said 2>&1
ok "and its table is known for ours" sh -c '! grep -q "comma-left.csv exists\|is not replaced" said && grep -q "refused rows are in comma-left.csv" said'
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

# A table made to be looked at as often as it has rows is given up.
{ echo ref,name,parent; echo U-100,First,U-9000
	i=101; while [ $i -lt 200 ]; do echo "U-$i,Unit $i,U-$((i - 1))"; i=$((i + 1)); done; } >chain.csv
noria import "$F" chain.csv --only-good >out 2>err
{ echo "status $?"; cat err; } >tap-output
grep -q 'status 4' tap-output && grep -q 'lean on refused' err
tap_result $? "rows that lean on one another without end are given up"

# Where they go is settled before anything is taken, and nothing there is lost.
printf 'title,due\nTaken,2027-01-02\nNot taken,never\n' >due.csv
status 3 "a file of somebody is said" noria import "$F" due.csv --as=csv:action --only-good --refused=mine.csv
ok "before the good rows are taken" test -z "$(noria list "$F" action --format=tsv | grep Taken)"
printf '\357\273\277# reason,title,due\r\nno day,Put right,2027-01-02\r\nno day,Not yet,never\r\n' >work.csv
cp work.csv work.before
status 3 "the table that is read is not written over" noria import "$F" work.csv --as=csv:action --refused=work.csv
ok "with the rows that were put right in it" cmp work.csv work.before
ln -s work.csv link.csv
status 3 "nor by another name" noria import "$F" work.csv --as=csv:action --refused=link.csv
mkfifo pipe
timeout 120 cat pipe >from-pipe &
status 4 "a pipe takes them" timeout 60 noria import "$F" due.csv --as=csv:action --refused=pipe
wait
has "whole" "Not taken" cat from-pipe
noria import "$F" due.csv --as=csv:action --refused=/dev/stdout >from-standard 2>/dev/null
has "standard output by its name does too" "Not taken" cat from-standard
noria import "$F" due.csv --as=csv:action --refused=nowhere/left.csv >tap-output 2>&1
test $? != 0 && ! grep -q 'rows are in nowhere' tap-output
tap_result $? "what is not written is not said to be"

# A pipe by its name gives what it has once.
timeout 120 sh -c "printf 'ref,title,due\nAC-700,Taken,2027-01-02\n' >pipe" &
timeout 60 noria import "$F" pipe --dry-run --only-good >tap-output 2>&1
grep -q 'would add 1,' tap-output
tap_result $? "a pipe is read from its first byte"
wait
ok "the file is sound after all this" noria check "$F"
finish
