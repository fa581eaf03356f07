# The verdict behind 8: an empty file invites, the sample says what is missing, each step leads to what mends it.
file
shell fresh $F --organisation=Valmont
start $F
type 8
wait "Nobody asked yet"
expect "Not assessed: nothing is recorded yet"
expect "Begin with the first step below"
expect "> "
expect "Have general management decide to begin"
expect "not a certification and not an audit"
reject "%"
key End
wait "> No Statement of Applicability is issued."
key Enter
wait "0/37 decided"
key Escape
wait "> No Statement"
key Home
# The first step is a form that is filled in as far as it can be.
key Enter
wait "to begin"
expect "Decision"
key Escape
wait "Nobody asked yet"
type :qa
key Enter
exit 0

file
shell sample $F
shell noria set $F CI-9 relevant=
start $F
type 8
wait "Is it implemented? Not yet"
expect "Yes: begun on"
expect "Next steps"
expect "Clause by clause"
expect "[!] not met"
# A clause and its conditions, what shows each and what lacks.
key Down*5
expect "> 4.1"
key Enter
wait "The records say"
expect "> [x]"
expect "Shown by"
key Down*2
wait "Lacking 1: CI-9"
expect "To do"
# The list of those that lack it, then back.
key Enter
wait "CI-9"
key Escape
wait "The records say"
# The key to mend opens the form at the field.
type m
wait "> Relevant"
key Escape
wait "The records say"
# After a change of the file it is counted again.
shell noria set $F CI-9 relevant=no reason="Too small"
waitnot "Lacking 1: CI-9"
key Escape
wait "Next steps"
# How it stood, and what is to be in writing.
type H
wait "How the verdict stood"
key End
wait "[x] met  [-] partly met  [!] not met  [ ] not assessed"
expect "2026-06-15  SN-1  SoA issued"
type q
wait "Next steps"
type d
wait "Mandatory documented information"
type q
wait "Next steps"
# Below the clauses: how the SoA stands, which Enter opens.
key End
wait "> Version 1.1 (SO-2), issued on"
expect ": valid."
key Enter
wait "Statement of Applicability"
expect "SO-2"
key Escape
wait "> Version 1.1 (SO-2)"
key Home
wait "Next steps"
# On a wide screen the conditions stand beside.
resize 200x60
wait "10.2"
expect "key "
resize 80x24
wait "Next steps"
type :qa
key Enter
exit 0

# At the end of a month, while nobody works, how it stood is kept.
file
shell sample $F
shell test "$(sqlite3 $F "SELECT count(*) FROM snapshot WHERE kind = 'month'")" = 0
start $F
wait "Valmont"
shell for i in $(seq 150); do test "$(sqlite3 $F "SELECT count(*) FROM snapshot WHERE kind = 'month'")" = 1 && exit 0; sleep 0.2; done; exit 1
type :qa
key Enter
exit 0

file
env LC_ALL=fr_FR.UTF-8
shell noria new $F --organisation=Valmont
start $F
type 8
wait "non évaluée"
expect "> "
# Help explains the marks.
key ?
wait "[x] remplie"
key Escape
wait "non évaluée"
type :qa
key Enter
exit 0
