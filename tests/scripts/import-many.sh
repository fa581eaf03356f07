# A table of twenty thousand rows: what is counted, numbered, indexed and journaled together is that of its records.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
awk 'BEGIN {
	print "title,owner,current_likelihood,current_impact,inherent_likelihood,inherent_impact,controls,scenario"
	for (i = 0; i < 20000; i++)
		printf "Risk %d of the table,Person %d,%d,%d,%d,%d,\"A.5.%d, A.8.%d\",Was beim Ausfall Nummer %d geschieht: d\303\251faut n\302\260 %d\n", i, i % 50,
			i % 5 + 1, int(i / 5) % 5 + 1, int(i / 25) % 5 + 1, int(i / 125) % 5 + 1, i % 9 + 2, i % 9 + 11, i, i
}' </dev/null >many.csv
has "are read" "20050 added" noria import "$F" many.csv --as=csv:risk
has "and nothing is wrong with the file" "No damage found" noria check "$F"
noria list "$F" risk --where='current_likelihood=5 current_impact=5' --format=tsv | tail -n +2 | wc -l | tr -d ' ' >got
ok "the last of them counts" test "$(cat got)" = 800
has "each has its number" "Risk 19999 of the table" noria show "$F" R-20000
has "its owner and its controls" "2022:A.5.3" noria show "$F" R-20000
has "what comes next has the next one" R-20001 noria add "$F" risk title=Next
has "who was made on the way too" P-51 noria add "$F" person name=Next
printf 'ref,title\nR-30000,Numbered\n,Behind\n' >more.csv
status 0 "a ref that is given" noria import "$F" more.csv --as=csv:risk
has "moves the numbers behind it" Behind noria show "$F" R-30001
status 0 "undone" noria undo "$F"
has "no ref comes again" R-30002 noria add "$F" risk title=After
finish
