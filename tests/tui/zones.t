# Times in a form: typed and shown in the organisation's zone, which stands beside them,
# over both changes of the clocks in a year.  (The zones come from tzdata.)
file
env TZ=Asia/Tokyo
shell fresh $F --organisation=Zoo
shell noria set $F ORG-1 time_zone=Europe/Paris
shell noria add $F incident title="Lion out" detected=2026-01-15T10:00:30Z

# ---- Paris: what is typed is what is shown ----
start $F
wait "Zoo"
key : i n c i d e n t s Enter
wait I-1
key Enter
wait "2026-01-15 11:00 +01:00"
key e
wait "F2 Save"
expect "2026-01-15 11:00 +01:00     Europe/Paris"
key Tab
settle
expect "2026-01-15 11:00:30         Europe/Paris"
expect "A date and time of Europe/Paris"
# Passed over and saved, nothing is changed.
key Tab F2
wait "I-1 stays as it was: nothing was changed."
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-01-15T10:00:30Z\""
key e
wait "F2 Save"
key Tab C-u
type 2026-03-05 14:00
settle
screen zones-80x24
key F2
wait "I-1 saved"
expect "2026-03-05 14:00 +01:00"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-03-05T13:00:00Z\""

# ---- Paris: the hour that is passed over is refused, with the times around it ----
key e
wait "F2 Save"
key Tab C-u
type 2026-03-29 02:30
settle
expect "2026-03-29 02:30 does not exist in Europe/Paris"
expect "2026-03-29 01:59"
expect "2026-03-29 03:00"
key F2
settle
expect "F2 Save"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-03-05T13:00:00Z\""

# ---- Paris: of the hour that comes twice the earlier is taken, and it is said ----
key C-u
type 2026-10-25 02:30
settle
expect "2026-10-25 02:30 comes twice in Europe/Paris"
expect "+01:00 behind it for the later"
key F2
wait "I-1 saved"
expect "comes twice"
expect "2026-10-25 02:30 +02:00"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-10-25T00:30:00Z\""
# The later of them is written with its offset, and stays the later when the form is saved again.
key e
wait "F2 Save"
key Tab
settle
expect "2026-10-25 02:30 +02:00     Europe/Paris"
key C-u
type 2026-10-25 02:30 +01:00
settle
reject comes twice
key F2
wait "I-1 saved"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-10-25T01:30:00Z\""
key e
wait "F2 Save"
key Tab End
type 0
key Backspace Tab F2
wait "I-1 stays as it was: nothing was changed."
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-10-25T01:30:00Z\""

# ---- With an offset it is what it says; a day is a day ----
key e
wait "F2 Save"
key Tab C-u
type 2026-03-05T14:00Z
key F2
wait "2026-03-05 15:00 +01:00"
key e
wait "F2 Save"
key Tab C-u
type 2026-03-05
settle
reject "2026-03-05                  Europe/Paris"
key F2
wait "I-1 saved"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-03-05\""
# Another zone changes neither what is kept nor the day.
shell noria set $F ORG-1 time_zone=America/New_York
settle
key e
wait "F2 Save"
expect "2026-03-05"
reject 2026-03-04

# ---- New York ----
key Tab C-u
type 2026-03-08 02:30
settle
expect "2026-03-08 01:59"
expect "2026-03-08 03:00"
key C-u
type 2026-11-01 01:30
settle
expect "-05:00 behind it for the later"
key F2
wait "I-1 saved"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-11-01T05:30:00Z\""
key e
wait "F2 Save"
key Tab C-u
type 2026-03-05 14:00
key F2
wait "2026-03-05 14:00 -05:00"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-03-05T19:00:00Z\""

# ---- Kolkata: half an hour aside, without changes ----
shell noria set $F ORG-1 time_zone=Asia/Kolkata
settle
wait "2026-03-06 00:30 +05:30"
key e
wait "F2 Save"
key Tab C-u
type 2026-03-29 02:30
settle
reject does not exist
key F2
wait "2026-03-29 02:30 +05:30"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-03-28T21:00:00Z\""

# ---- Auckland: summer lies over the turn of the year ----
shell noria set $F ORG-1 time_zone=Pacific/Auckland
settle
wait "2026-03-29 10:00 +13:00"
key e
wait "F2 Save"
key Tab C-u
type 2026-09-27 02:30
settle
expect "2026-09-27 01:59"
expect "2026-09-27 03:00"
key C-u
type 2026-04-05 02:30
settle
expect "+12:00 behind it for the later"
key F2
wait "2026-04-05 02:30 +13:00"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-04-04T13:30:00Z\""

# ---- One field of all that are marked, and the history of a record ----
key q
wait "> I-1"
key C
settle
type detected
key Enter
wait "─ Detected of I-1 (Pacific/Auckland) ─"
wait "│ 2026-04-05 02:30 +13:00"
key C-u
type 2026-04-05 02:45
key Enter
wait "2026-04-05 02:45 +13:00"
expect "comes twice in Pacific/Auckland"
output noria show $F I-1 --format=json
contains "\"detected\": \"2026-04-04T13:45:00Z\""
key H
wait "2026-04-05 02:30 +13:00"
expect "2026-04-05 02:45 +13:00"
key q

# ---- An editor that is started has the user's TZ, not the organisation's ----
shell printf '#!/bin/sh\nprintf "TZ is %%s\\n" "$TZ" >"$1"\n' >tells; chmod +x tells
key q q q q
exit 0
env VISUAL=./tells
start $F
wait "Zoo"
key : i n c i d e n t s Enter
wait I-1
key Enter
wait "+13:00"
key e
wait "F2 Save"
key Tab*22
settle
key Enter
wait "F2 Take the text"
key C-e
wait "TZ is Asia/Tokyo"
key F2
settle
key F2
wait "I-1 saved"
key q q q q
exit 0
