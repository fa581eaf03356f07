# Words that no level is called by: what each means is said once, for all rows of the table and for the next one.
file
env NORIA_CLOCK=2026-11-24T09:30:00Z
shell noria new $F --organisation=Zoo
shell printf 'Risk;Likelihood;Impact\nFire;High;3\nFlood;Low;2\nTheft;high;4\n' >heat.csv
shell printf 'Risk;Likelihood\nHail;LOW\n' >next.csv
start $F
wait "Zoo"
key i
wait "Import from"
type heat.csv
key Enter
wait "all is settled"
key F2
wait "Refused 3"
expect "m Meaning"
key m
wait "what \"High\" means"
expect "5 Almost certain"
key Escape
wait "Refused 3"
key m
wait "what \"High\" means"
type 4
key Enter
wait "Refused 1"
expect "\"High\" is read so in all rows, and in the next table."
expect "+ New 2"
expect "Current likelihood: \"High\" is read as 4 Likely."
key m
wait "what \"Low\" means"
type 2
key Enter
wait "+ New 3"
reject "Refused"
key m
wait "No word of this row"
key F2
wait "3 added"
type :qa
key Enter
exit 0
shell test "$(noria list $F risk --where='current_likelihood=4' --format=tsv | wc -l)" = 3

# The next table is read by it, and told.
start $F
wait "Zoo"
key i
wait "Import from"
type next.csv
key Enter
wait "all is settled"
key F2
wait "+ New 1"
expect "\"LOW\" is read as 2 Unlikely."
key q
key q
type :qa
key Enter
exit 0
