# A form in sections: a key to the next, computed fields passed over, ratings by their digits, a state as the one above, a long text left by Tab.
file
shell fresh $F --organisation=Zoo
shell noria add $F asset name=Aviary
shell noria add $F risk title=Escape asset=AS-1
start $F
wait "Zoo"
type 1
wait "> R-1"
type e
wait "R-1  Escape"
expect "What it is ──"
expect "> Title"
key PgDn
expect "> Inherent likelihood"
expect "Inherent rating ──"
expect "A digit from 1 to 5 rates and goes on to Inherent impact"

# The digits of a row in one go; what was given is said, since the cursor leaves it.
type 4
expect "> Inherent impact"
reject "> Inherent impact C"
expect "Inherent likelihood: 4 Likely"
key Down
expect "> Inherent impact C"
type 545
expect "> Inherent impact T"
type 3
expect "> Current likelihood"
expect "Inherent impact T: 3 Moderate"
# The impact is the greatest of its parts now: computed, and no stop any more.
key Up
expect "> Inherent impact T"
key Up*4
expect "> Inherent likelihood"
# Up from the first of a section goes to the last stop of the one before, whatever stands between.
key PgDn
expect "> Current likelihood"
key S-Tab
expect "> Inherent impact T"

# The state above taken over by one key; what nothing stands above of says so.
key C-y
expect "^Y works in the current and the residual rating: it copies the one above."
key PgDn C-y
expect "Rated as the inherent rating; digits change what differs."
expect "> Current likelihood"
expect "inherent → current → residual:  C  Critical →  C  Critical → not rated"
type 2
expect "> Current impact C"
key PgDn C-y
expect "Rated as the current rating"
expect "> Residual likelihood"
type 1
# Who rates the whole passes over its parts: without C, I, A and T it is a stop again.
expect "> Residual impact C"
key Delete Down Delete Down Delete Down Delete
key Up*4
reject "> Residual impact C"
expect "> Residual impact"
type 2
# Behind the ratings stands something else: the last digit stays.
expect "> Residual impact  "
expect "2 Minor"
key PgUp
expect "> Residual likelihood"
key PgUp*3
expect "> Title"
key PgUp
expect "> Title"

# Tab goes round, over what is only shown.
key S-Tab
expect "> Ids elsewhere"
key Tab
expect "> Title"

# A long text: Tab takes it and goes on, Shift-Tab goes back; nothing typed is nothing changed.
key Tab*5
expect "> Scenario"
type The door
wait "Tab Take, next"
key C-t
type stays open
key Tab
wait "> Inherent likelihood"
key S-Tab
expect "> Scenario"
expect "The door  stays open"
key Enter
wait "Tab Take, next"
key S-Tab
wait "> Owner"
key F2
wait "R-1 saved"
output noria show $F R-1
contains The door  stays open
output noria show $F R-1 --format=json
contains "\"inherent_likelihood\": 4"
contains "\"inherent_impact\": 5"
contains "\"inherent_impact_i\": 4"
contains "\"current_likelihood\": 2"
contains "\"current_impact_t\": 3"
contains "\"residual_likelihood\": 1"
contains "\"residual_impact\": 2"
contains "\"residual_impact_c\": null"

# The record is read in the same sections; of an empty one nothing is said, and the cursor passes over headings.
key Enter
wait "Inherent rating ──"
reject "Treatment ──"
reject "> What it is"
expect "> Asset"
key Down*2
expect "> Inherent likelihood"
key Up
expect "> Scenario"
key q
wait "> R-1"

# Where nothing changed in a text the form did not either.
type e
wait "R-1  Escape"
key Tab*5 Enter
wait "Tab Take, next"
key Tab
wait "> Inherent likelihood"
key Escape
wait "> R-1"

# A rating that followed from its parts and is given as a whole stays, though it is the same.
shell noria set $F R-1 inherent_impact_c= inherent_impact_i= inherent_impact_a= inherent_impact_t=
shell noria set $F R-1 inherent_impact=5
wait "> R-1"
type e
wait "R-1  Escape"
key PgDn*2
expect "> Current likelihood"
key C-y
key F2
wait "> R-1"
settle
output noria show $F R-1 --format=json
contains "\"current_impact\": 5, \"current_impact_c\": null"
# Without its last part a whole is not rated, which is seen at once.
shell noria set $F R-1 inherent_impact_a=3
type e
wait "R-1  Escape"
key PgDn Down*3
expect "> Inherent impact A"
key Delete Up*3
expect "> Inherent impact"
reject "> Inherent impact C"
expect "inherent → current → residual: not rated → "
type 3
key F2
wait "> R-1"
settle
output noria show $F R-1 --format=json
contains "\"inherent_impact\": 3, \"inherent_impact_c\": null"
shell noria check $F

# A mouse goes to no field that is only shown.
type e
wait "R-1  Escape"
key PgDn*2
expect "> Current likelihood"
key PgUp
expect "> Inherent likelihood"

# In a form of few fields the key goes a page.
key Escape
settle
type :
wait "Palette"
type mechanisms
key Enter
wait "Nothing is here yet"
type a
wait "New: Existing mechanism"
reject "──What"
key PgDn
expect "> Ids elsewhere"
# There is no rating above: said, not done.
key C-y
expect "There is no rating above this field to copy."
key Escape

# The needs of an asset.
settle
type :
wait "Palette"
type assets
key Enter
wait "> AS-1"
type e
wait "AS-1  Aviary"
key PgDn
expect "> Confidentiality"
type 5453
expect "> Traceability"
key F2
wait "AS-1 saved"
output noria show $F AS-1 --format=json
contains "\"confidentiality\": 5"
contains "\"integrity\": 4"
contains "\"availability\": 5"
contains "\"traceability\": 3"
key q q q
exit 0

# ---- A line longer than its field says at which end there is more; what is said of a field has the lines that its value leaves ----
shell noria set $F R-1 title="Ransom of the laboratory system stops all analyses and then some"
start $F
wait "Zoo"
type 1
wait "> R-1"
type e
wait "> Title"
expect "* …boratory system stops all analyses and then some"
key Home
expect "* Ransom of the laboratory system stops all analyse…"
key PgDn*4
expect "> Treatment"
expect "register (clause 6.1.3 a)."

# What somebody else wrote meanwhile stays, also where a rating is given again as a whole.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Fire in the hall" inherent_impact_c=3 inherent_likelihood=2
start $F
wait "Fire in the hall"
key g
settle
type e
wait "R-1  Fire"
key PgDn Down
expect "> Inherent impact C"
key Delete Up
expect "> Inherent impact"
reject "> Inherent impact C"
type 3
settle
shell noria set $F R-1 title="Flood in the hall"
key F2
wait "Flood in the hall"
output noria show $F R-1 --format=json
contains Flood in the hall
contains "\"inherent_impact\": 3, \"inherent_impact_c\": null"
type u
# What it says may give way to what is said of the other's change.
settle
output noria show $F R-1 --format=json
contains Flood in the hall
contains "\"inherent_impact\": 3, \"inherent_impact_c\": 3"
shell noria check $F
type q
exit 0
