# A table with a column for each month: read as measurements, each of its cells is one; as another register it is as it was.
file
env NORIA_CLOCK=2026-11-24T09:30:00Z
shell noria new $F --organisation=Zoo
shell noria add $F person name="Ada Keeper"
shell noria add $F indicator name=Feedings frequency=month start=2026-01-01 measure=x status=active owner="Ada Keeper"
shell noria add $F indicator name=Escapes frequency=month start=2026-01-01 measure=x status=active owner="Ada Keeper"
shell printf 'Board of 2026;;;\n\nIndicator;Cible;janv.;févr.\nFeedings;95;91;93\nEscapes;0;;2\n' >board.csv
start $F
wait "Zoo"
key i
wait "Import from"
type board.csv
key Enter
wait "1 to settle"
expect "Measurements"
expect "The columns janv. to févr. are periods of 2026:"
expect "janv. 2026 | févr. 2026"
key Space
wait "all is settled"
key F2
wait "+ New 3"
key q
wait "all is settled"
key Home
key Enter
wait "type to narrow"
type Indicators
key Enter
wait "janv."
expect "févr."
reject "are periods of 2026"
key Home
key Enter
wait "type to narrow"
type Measure
key Enter
wait "are periods of 2026"

expect "2 rows below it"
type :qa
key Enter
wait "Leave without importing?"
type y
wait "The way to an ISMS"
type :qa
key Enter
exit 0

# Of two columns of one period one is left out: the others are read as periods then, and what was said of others stays.
shell printf 'Indicator;T1 2026;T1 2026;T2 2026;Remark\nFeedings;95;91;93;x\nEscapes;0;;2;y\n' >two.csv
start $F
wait "Zoo"
key i
wait "Import from"
type two.csv
key Enter
wait "Register"
key Home
key Enter
wait "type to narrow"
type Measure
key Enter
wait "4 to settle"
key End
key Space
wait "3 to settle"
key Up*3
key Space
wait "all is settled"
expect "T1 2026 | T2 2026"
expect "are periods"
expect "left out             x | y"
expect "2 rows below it"
key Space
wait "3 to settle"
reject "are periods"
key Down Space
wait "all is settled"
key Space
wait "3 to settle"
key Up Space
wait "all is settled"
expect "T1 2026 | T2 2026"
key F2
wait "+ New 3"
key F2
wait "3 added, 0 changed"
shell noria list $F measurement --format=tsv | grep 2026-Q1 | cut -f4 >got
shell test "$(cat got)" = 91
type :qa
key Enter
exit 0
