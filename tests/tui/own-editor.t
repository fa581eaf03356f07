# A long text in the user's own editor: what it leaves is the text, nothing too.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape" scenario="Somebody leaves the gate open."
# While the editor is open nobody is kept from writing.
shell printf '#!/bin/sh\nsqlite3 %s "BEGIN EXCLUSIVE; ROLLBACK" && printf "Closed at night.\\n" >"$1"\n' $F >says; printf '#!/bin/sh\n: >"$1"\n' >empties; chmod +x says empties
env VISUAL=./says
start $F
wait "Zoo"
type /gate
key Enter
wait "R-1"
key Enter
wait "Somebody leaves"
key e
wait "F2 Save"
key Down*5
settle
key Enter
wait "F2 Take the text"
key C-e
wait "Closed at night."
reject Somebody leaves
key F2
settle
wait "Closed at night."
key Escape
wait "Leave without saving?"
type y
key q q
exit 0
env VISUAL=./empties
start $F
wait "Zoo"
type /gate
key Enter
wait "R-1"
key Enter
wait "Somebody leaves"
key e
wait "F2 Save"
key Down*5
settle
key Enter
wait "F2 Take the text"
key C-e
settle
waitnot "Somebody leaves"
reject "no valid"
key F2
wait "F2 Save"
key F2
wait "R-1 saved"
key q q
exit 0
output noria list $F risk --where=scenario= --format=tsv
contains Escape

# It has the time zone of who started it, and not the organisation's.
shell noria set $F ORG-1 time_zone=Asia/Kolkata; printf '#!/bin/sh\nprintf "It is TZ=%%s here.\\n" "$TZ" >"$1"\n' >tells; chmod +x tells
env VISUAL=./tells
env TZ=America/New_York
start $F
wait "Zoo"
type /gate
key Enter
wait "R-1"
key Enter
wait "R-1"
key e
wait "F2 Save"
key Down*5
settle
key Enter
wait "F2 Take the text"
key C-e
wait "It is TZ=America/New_York here."
key F2
wait "F2 Save"
key Escape
wait "Leave without saving?"
type y
key q q
exit 0
env TZ=UTC

# While the editor has the terminal, what is pasted is not marked; who stops the editor stops the program.
shell printf '#!/bin/sh\nkill -STOP $$\nprintf "Fenced in.\\n" >"$1"\n' >stops; chmod +x stops
env VISUAL=./stops
start $F
wait "Zoo"
type /gate
key Enter
wait "R-1"
key e
wait "F2 Save"
key Down*5
settle
key Enter
wait "F2 Take the text"
key C-e
stopped
restored
signal CONT
wait "Fenced in."
paste "and locked"
expect and lockedFenced in.
key F2
wait "F2 Save"
key F2
wait "R-1 saved"
key q q
exit 0
restored
