# What is done with the records of a register stands first on the bottom line wherever they are shown, and nowhere else;
# the line above it keeps nothing of what stood there before.
file
shell sample $F
start $F
wait Valmont
type 2
wait "Actions"
reject "It happens now"
# From the panel's entry to the incidents: the line of keys follows the register.
key Tab
wait ">Actions"
key Down
wait ">Incidents"
expect " t It happens now  a Add"
reject "found by th…s"
key Down
wait ">Security checks"
expect " B Calendar of checks  a Add"
reject "It happens now"
key Down*2
wait ">Indicators"
expect " V Indicators  a Add"
type 3
wait "Requirements"
expect " 8 Verdict  a Add"
# In a list, and in the record itself.
type :
settle
type audits
key Enter
wait "Sampling at Rives"
expect " p Prepare  w Work through  a Add"
key Enter
wait "w works through them"
expect " p Prepare  w Work through  a Add linked"
# A risk has none of its own.
type 1
wait "Risks"
expect " a Add  Enter Open"
# In the calendar a day without a check says so.
type B
wait "Calendar of checks"
key Up*40
key Enter
wait "No check is due on this day; choose a day with one."
type :qa
key Enter
exit 0
