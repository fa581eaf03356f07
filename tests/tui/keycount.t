# What an officer does most, with the fewest keys: counted by the driver, words that are typed left out.
# Digits and letters that choose are keys: they go by `key`.
file
shell fresh $F --organisation=Zoo
shell noria add $F person name="Karim Benali" function="Head of systems"
shell noria add $F person name="Jeanne Roy"
shell noria add $F asset name=Aviary owner="Karim Benali"
shell noria add $F risk title="Escape through the roof" asset=AS-1 owner="Karim Benali"
start $F
wait "Zoo"
type 1
wait "> R-1"

# ---- A risk fully rated in three states, likelihood and C I A T of each: it took 57 ----
keys_from_here
key e
wait "R-1  Escape"
key PgDn
key 4 Down 5 4 5 3
key 3 Down 4 4 5 3
key 2 Down 2 3 2 1
key F2
wait "R-1 saved"
keys_at_most 30
output noria show $F R-1 --format=json
contains "\"inherent_likelihood\": 4, \"inherent_impact\": 5, \"inherent_impact_c\": 5, \"inherent_impact_i\": 4, \"inherent_impact_a\": 5, \"inherent_impact_t\": 3"
contains "\"current_likelihood\": 3, \"current_impact\": 5, \"current_impact_c\": 4, \"current_impact_i\": 4, \"current_impact_a\": 5, \"current_impact_t\": 3"
contains "\"residual_likelihood\": 2, \"residual_impact\": 3, \"residual_impact_c\": 2, \"residual_impact_i\": 3, \"residual_impact_a\": 2, \"residual_impact_t\": 1"

# ---- An action with owner and due day, made from the risk: it took 20 ----
keys_from_here
key Enter
wait "R-1  Escape"
key a
wait "Add to R-1"
type act
key Enter
wait "New: Action (R-1 Escape through the roof)"
expect "Treat: Escape through the roof"
expect "P-1 Karim Benali"
expect "> Start"
key Tab
type +30
key F2
wait "AC-1 saved"
keys_at_most 10
output noria show $F AC-1 --format=json
contains "\"title\": \"Treat: Escape through the roof\""
contains "\"owner\": \"P-1\""
contains "\"due\": \"2026-12-24\""
contains "\"risk\": [\"R-1\"]"

# The same from nothing, with a title and an owner of its own.
keys_from_here
key 2
wait "> AC-1"
key a
wait "New: Action"
type Mend the roof
key Tab*2
type Jeanne
wait "P-2  Jeanne Roy"
key Enter Tab*3
type +14
key F2
wait "AC-2 saved"
keys_at_most 10
output noria show $F AC-2 --format=json
contains "\"title\": \"Mend the roof\""
contains "\"owner\": \"P-2\""
contains "\"due\": \"2026-12-08\""

# ---- An acceptance: level, signatory, function and expiry are the risk's; it took 25 ----
type 1
wait "> R-1"
keys_from_here
key Enter
wait "R-1  Escape"
key a
wait "Add to R-1"
type acc
key Enter
wait "New: Acceptance (R-1 Escape through the roof)"
expect "> Date"
type today
key Tab*2 a
expect "accepted"
key F2
wait "RC-1 saved"
keys_at_most 8
expect R-1: Status is now "accepted".
output noria show $F RC-1 --format=json
contains "\"level\": 2"
contains "\"owner\": \"P-1\""
contains "\"function\": \"Head of systems\""
contains "\"date\": \"2026-11-24\""
contains "\"expiry\": \"2027-11-24\""
contains "\"status\": \"accepted\""
output noria show $F R-1 --format=json
contains "\"status\": \"accepted\""
shell noria check $F
key q
wait "> R-1"

# ---- Sections one by one and the row above: a risk whose ratings differ in one digit ----
shell noria add $F risk title="Flood" asset=AS-1
wait "R-2"
key Down
wait "> R-2"
keys_from_here
key e
wait "R-2  Flood"
key PgDn 4 5
expect "> Current likelihood"
key C-y 3 PgDn C-y 1 F2
waitnot "Esc Leave"
wait "> R-2"
keys_at_most 11
output noria show $F R-2 --format=json
contains "\"inherent_likelihood\": 4, \"inherent_impact\": 5"
contains "\"current_likelihood\": 3, \"current_impact\": 5"
contains "\"residual_likelihood\": 1, \"residual_impact\": 5"

# ---- A control decided, with reason, status and owner: it took 12 ----
type 6
wait "0/37 decided"
keys_from_here
key Space
wait "yes"
key r
wait "Space chooses"
type good
key Space Enter
wait "1/37 decided"
key t
wait "not started"
key w
type Karim
wait "P-1  Karim Benali"
key Enter
waitnot "P-1  Karim"
settle
keys_at_most 8
output noria show $F soa:2022:A.5.1 --format=json
contains "\"applicable\": \"yes\""
contains "\"reasons\": [\"good_practice\"]"
contains "\"status\": \"none\""
contains "\"owner\": \"P-1\""

# ---- One field of one record: it took 10 ----
type 1
wait "Escape through the roof"
key Home
wait "> R-1"
key Down
wait "> R-2"
keys_from_here
key C
wait "Change a field"
type current likelihood
key Enter
wait "Likely"
key 2 Enter
wait "Current likelihood of R-2: 2 Unlikely"
keys_at_most 5
output noria show $F R-2 --format=json
contains "\"current_likelihood\": 2"

# ---- A record is found: four keys and its words ----
keys_from_here
key /
wait "─ Search ─"
type roof
key Enter
wait "> R-1"
keys_at_most 4
