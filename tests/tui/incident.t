# The clock of an incident stands on the screens of every view, is moved by nothing, and ends with the moment that a key notes.
file
shell noria new $F --organisation="Zoological gardens of the town"
shell noria add $F obligation title=GDPR hours=72
shell noria add $F incident title="Stolen laptop" detected=2026-11-21T11:00:00Z occurred=2026-11-21T08:00:00Z obligation=OB-1
shell noria add $F incident title="Lost key" detected=2026-11-23T11:00:00Z obligation=OB-1
start $F
wait "! I-1 notify in 1 h +1"
looks bold text 166: ! I-1 notify in 1 h +1
type q
type 1
wait "! I-1 notify in 1 h +1"
type 2
expect "! I-1 notify in 1 h +1"
type 3
expect "! I-1 notify in 1 h +1"
type 4
expect "! I-1 notify in 1 h +1"
type 5
expect "! I-1 notify in 1 h +1"
type 6
expect "! I-1 notify in 1 h +1"
type 7
wait "Incidents to be told of"
expect "! I-1 notify in 1 h +1"
type Q
wait "Quality of the records"
expect "! I-1 notify in 1 h +1"
type q
# The narrowest terminal cuts the name, never the clock.
resize 60x16
wait "! I-1 notify in 1 h +1"
expect "Zoo"
resize 80x24
type 2
wait "Do"
key Tab Down Tab
wait "Stolen laptop"
type /Stolen
key Enter
settle
key Enter
wait "Clock"
expect "notify in 1 h"
# One key: it was contained, and somebody was told, now; the first of them is taken back.
type t
wait "It happens now"
expect "Contained"
type contained
key Enter
wait "u takes it back."
reject "u takes it back. u"
expect "Timeline"
type u
wait "Undone"
type t
wait "It happens now"
type told
key Enter
waitnot "I-1 notify"
expect "I-2 notify in 49 h"
reject "! I-2"
output noria show $F I-1 --format=json
contains "\"informed\": \"2026-11-24T09:30:00Z\""
type t
wait "It happens now"
reject "Told at"
key Escape
waitnot "type to narrow"
type q
wait "Lost key"
# What follows from a grave one is proposed: its form comes filled, and is one step of undo.
shell noria add $F risk title="Keys are lost" owner="Jeanne Roy"
shell noria set $F I-2 severity=high risk=R-1 escalated="2026-11-24 09:15" told="The director"
pause 1
type Q
wait "to mend"
expect "> !!       1  Grave incident after which"
key Enter
wait "Lost key"
type m
wait "After the incident: Lost key"
expect "incident"
expect "R-1"
key F2
wait "All is mended"
output noria list $F assessment --format=csv
contains "After the incident: Lost key"
contains "I-2"
type u
wait "Lost key"
key q q q q
exit 0

# While nobody types the clock goes on, and what is typed half stays as it is.
file
env NORIA_CLOCK
shell noria new $F --organisation=Zoo
shell noria add $F obligation title=GDPR hours=72
shell noria add $F risk title="Escape"
shell noria add $F incident title="Open cage" "detected=$(date -u -d '-72 hours +4 seconds' +%Y-%m-%dT%H:%M:%SZ)" obligation=OB-1
start $F
wait "! I-1"
type /Esc
wait "! I-1 overdue 0 min"
expect "─ Search ─"
expect "│ Esc"
key Escape
key q q q q
exit 0

# Personal data, and nobody has named an obligation: the clock runs all the same, in the organisation's zone and over
# the change of its clocks; whence its hours are is told, and naming an obligation is what counts.
file
env NORIA_CLOCK=2026-10-25T00:30:00Z
shell noria new $F --organisation=Zoo
shell noria set $F ORG-1 time_zone=Europe/Paris
shell noria add $F obligation title="Contract of the bank" hours=24
shell noria add $F incident title="Lost list" "detected=2026-10-24 02:30" personal=yes
start $F
wait "I-1 notify in 48 h"
type 2
wait "Do"
key Tab Down Tab
wait "Lost list"
key Enter
wait "Clock"
expect "notify in 48 h"
expect "72 hours are assumed"
type q
wait "I-1 notify in 48 h"
type Q
# All checks are counted, and the cursor is on the worst.
wait "1 to mend"
expect "no obligation says"
key Enter
wait "Lost list"
type m
wait "Obligations"
type "Contract"
key Down Enter
key F2
waitnot "notify in 48 h"
expect "overdue 0 min"
type u
wait "I-1 notify in 48 h"
key q q q q
exit 0
