# The matrix opens on the worst cell that holds risks; names are whole where their numbers have no room; both sides of the cell are told.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape" current_likelihood=3 current_impact=3
shell noria add $F risk title="Fire" current_likelihood=2 current_impact=4
shell noria add $F risk title="Gone" current_likelihood=1 current_impact=1 status=closed
start $F
wait "Zoo"
type 0
settle
type 5
wait "up: likelihood"
expect "Negligible  "
expect "Almost certain "
reject "Negligib…"
expect "left the register: 1"
expect "Possible: "
expect "Moderate: "
# Enter opens what is there.
key Enter
wait "3 Possible × 3 Moderate"
expect "Escape"
type q
wait "up: likelihood"
# A message stands in the place of the second meaning until the next key.
type z
wait "z does nothing here"
expect "Possible: "
key Up
waitnot "z does nothing"
expect "Moderate: "
type qqqq
exit 0
# From a risk it opens on that one's cell, as ever.
start $F
wait "Zoo"
type 1
wait "> R-1 "
key Down
wait "> R-2 "
type 5
wait "up: likelihood"
key Enter
wait "2 Unlikely × 4 Major"
type qqqqq
exit 0
# Where no cell holds any, on the worst of all.
file
shell noria new $F --organisation=Zoo
start $F
wait "Zoo"
type 5
wait "There is no risk yet"
key Enter
wait "5 Almost certain × 5 Severe"
type qqqq
exit 0
