# The action plan takes marks, and keys that change many; its bars stay in sight as the cursor moves.
file
shell sample $F
start $F
wait "Valmont"
type 9
wait "> AC-12"
expect "1/42"
# Marked are two: what is changed is changed in both, as one step.
key Space Space
wait "* 2 marked"
expect "*AC-12"
expect "*AC-27"
type C
wait "Change a field of 2 records"
type progress
key Enter
wait "Progress of 2 records"
type 80
key Enter
wait "2 records"
shell test "$(noria list $F action --where=progress=80 --format=tsv | cut -f1 | grep -c -e '^AC-12$' -e '^AC-27$')" = 2
# What is done is out of sight, and marked still.
type C
wait "Change a field of 2 records"
type status
key Enter
wait "Status of 2 records"
type done
key Enter
wait "2 records"
wait "* 2 marked"
reject "AC-12"
type u
wait "Undone"
expect "*AC-12"
# A day may be typed over the calendar.
type C
wait "Change a field of 2 records"
type /
key C-u
type due
key Enter
wait "Due of 2 records"
type 2027-02-30
key Enter
wait "2027-02-30 is no day such as"
key C-u
type 2027-02-28
key Enter
wait "2 records"
shell test "$(noria list $F action --where=due=2027-02-28 --format=tsv | cut -f1 | grep -c -e '^AC-12$' -e '^AC-27$')" = 2
type u
wait "Undone"
# The last change again, on another line; taken back in one step.
type M
waitnot "marked"
key Down Down
type .
wait "Due of AC-"
type u
wait "Undone"
type u
wait "Undone"
shell test "$(noria list $F action --where=progress=80 --format=tsv | cut -f1 | grep -c -e '^AC-12$' -e '^AC-27$')" = 0
# Marked and deleted, asked for once, and back.
type gg
settle
key Space Space
wait "* 2 marked"
type d
wait "Delete the 2 marked records?"
key Escape
waitnot "Delete the"
type M
# Words are found, and one has its history.
type /
wait "─ Search ─"
type courier
key Enter
wait "> AC-43"
type H
wait "AC-43"
key q
# Zoomed in, a bar out of sight comes with the cursor.
type gg
settle
wait "> AC-12"
type +++
settle
expect "> AC-12"
type G
settle
wait "> AC-32"
reject "▸"
expect "◂"
expect "┤"
# Left and opened again, both lists stand where they were, marks included.
type 6
wait "> A.5.1"
key Down Down Insert
wait "* 1 marked"
expect "*A.5.3"
type 9
wait "> AC-32"
type 6
wait "> A.5.4"
wait "* 1 marked"
expect "*A.5.3"
type M
waitnot "marked"
type :qa
key Enter
exit 0
