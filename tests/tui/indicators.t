# The indicators: a draft is taken into use, a value recorded, one looked at as a line, a level taken at once.
file
env NORIA_CLOCK=2026-07-15T08:00:00Z
shell noria new $F --organisation=Test >/dev/null 2>&1
shell noria add $F person name="Ann Lee" >/dev/null
start $F
key V
wait "Indicators (clause 9.1)"
expect "Drafts: not in use yet"
expect "Controls implemented"

# Enter on a draft opens its form, in use from today on.
key Enter
wait "takes it into use from today on"
expect "2026-07-15"
key Enter
wait "Ann Lee"
key Enter F2
wait "Strategic: general management"
expect "! late 0"
expect "2026-08-03"

# What the program counts nobody enters.
key r
wait "The program counts IN-1 by its formula"
shell noria show $F IN-1 --format=json | sed -n 's/.*"formula": "\([^"]*\)".*/\1/p' >$F.formula
shell noria set $F IN-1 formula=
key Enter
wait "No value yet"
key Escape
wait "Strategic: general management"

# A value by hand, with a note.
key r
wait "Value of IN-1, and a note behind it:"
type 95 counted by hand
key Enter
wait "The value of IN-1 is recorded"
expect "95 %"
expect "G good 1"

# As a line over its periods; beside it how it stands to the period before, and to that of a year before.
shell noria add $F measurement indicator=IN-1 at=2026-06-28T08:00:00Z period=2026-06 value=90
shell noria add $F measurement indicator=IN-1 at=2025-07-28T08:00:00Z period=2025-07 value=96

# With room who answers for it stands in the table; with more, all of the one under the cursor beside it.
resize 120x40
wait "Next        Owner"
expect "2026-09-03  Ann Lee"
reject "better than 2026-06"
resize 160x40
wait "│ IN-1  Controls implemented"
expect "better than 2026-06 (90 %)"
expect "│ Owner        Ann Lee"
expect "│ Frequency    every month"
expect "2026-07              95 %"
expect "counted by hand"
expect " target"
key Down
wait "│ IN-2  "
expect "No value yet: r records one"
reject "counted by hand"
key Up
wait "│ IN-1  Controls implemented"
# What others measure is seen there.
shell noria add $F measurement indicator=IN-1 at=2026-05-28T08:00:00Z period=2026-05 value=77
wait "2026-05              77 %"
resize 80x24
waitnot "IN-1  Controls implemented"
# On a screen that grows what lies above comes back.
key End
waitnot "Strategic: general management"
resize 160x60
wait "Strategic: general management"
resize 80x24
key Home
wait "Strategic: general management"
key Enter
wait "IN-1  Controls implemented"
expect "counted by hand"
wait "better than 2026-06 (90 %)"
expect "worse than 2025-07 (96 %)"
expect "target"
expect "alert"
key r
wait "Value of IN-1"
type 40
key Enter
wait "alert"
expect "R 2026-07"

# An analysis of the period under the cursor: it stands under it, and opens from there.
key a
wait "New: Analysis"
expect "Controls implemented, 2026-07"
expect "IN-1 Controls implemented"
type The half is not in place.
key F2 F2
wait "IN-1  Controls implemented"
wait "no conclusion yet, draft  The half is not in place."
key Down Enter
wait "AN-1"
expect "What they show"
key q
wait "no conclusion yet, draft"

# What the formula counts opens as a list.
shell noria set $F IN-1 formula="$(cat $F.formula)"
key q
wait "Strategic: general management"
key Enter
wait "IN-1  Controls implemented"
key f
wait "What the formula counts in the present period"
expect "applicable=yes"
key Enter
wait "Statement of Applicability"
key q q

# By the formula, now: on a file without decisions there is nothing to count.
wait "R alert 1"
key c
wait "There is nothing to count in the present period."

# All drafts of a level at once, undone at once.
key Down
key U
wait "Who answers for them?"
key Enter
wait "9 indicators are in use from today on"
key u
wait "Undone"
key V
key G U
wait "Who answers for them?"
key Escape
wait "Drafts: not in use yet"
