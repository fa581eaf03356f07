# What a status asks for is said when it is chosen, and all of it when the record is saved.
file
shell fresh $F --organisation=Test
shell noria add $F risk title="Theft" current_likelihood=3 current_impact=3
shell noria add $F acceptance risk=R-1
start $F
wait "Test"
type :
settle
type acceptances
settle
key Enter
wait "> RC-1"
type e
wait "RC-1  Theft"
reject "Expires on *"
key Tab*7
expect "> Status"

# The list of choices tells it beforehand, of the one under the cursor.
key Enter
wait "prepared"
reject "Still needs"
key Down
expect "Still needs: Level accepted, Signatory, Date, Expires on."
# What fits nothing has no such line: the frame stands as it stood, and nothing of it is left elsewhere.
type zzz
wait "Nothing fits \"zzz\""
text narrowed
shell test $(grep -c "──────╯" narrowed) -eq 1
key C-u
wait "prepared"
key Down
wait "Still needs"
key Enter
expect "\"accepted\" still needs: Level accepted, Signatory, Date, Expires on."

# The fields have a star as long as they are empty, and say why.
text starred
shell grep -Eq "^ *Level accepted +\*" starred
shell grep -Eq "^ *Signatory +\*" starred
shell grep -Eq "^ *Date +\*" starred
shell grep -Eq "^ *Expires on +\*" starred
shell! 1 grep -Eq "Reason +\*" starred
key Up
expect "> Expires on"
expect "* Needed while Status is \"accepted\"."

# Saved, all that is missing is named, and the cursor stands on the first.
key F2
wait "An acceptance has the level, who accepts, the day and the day on which it"
expect "> Level accepted"
text told
shell tr '\n' ' ' <told | tr -s ' ' | grep -q "Missing: Level accepted, Signatory, Date, Expires on"
# Once: above it stands what the field is for.
shell test $(grep -c "An acceptance has the level" told) -eq 1
type 3
settle
text starred
shell! 1 grep -Eq "Level accepted +\*" starred

# Of a plan that is approved less is asked.
key Up
expect "> Kind"
type t
settle
text starred
shell! 1 grep -Eq "Expires on +\*" starred
shell grep -Eq "^ *Signatory +\*" starred
key F2
wait "An approval has who approves and the day."
expect "> Signatory"
key Escape
settle
type y
settle

# What is never empty is told in the same breath.
type :
settle
type decisions
settle
key Enter
settle
type a
wait "New: Decision"
key Tab*3
type d
key F2
wait "A decision has its text, its day, and who took it in which function."
expect "> Title"
text told
shell tr '\n' ' ' <told | tr -s ' ' | grep -q "Missing: Title, Date, What is decided, Signatory, Function"

# ---- From the help over a form one may go to a panel: what was typed waits ----
file
shell sample $F
start $F
type 2
wait "Actions"
type e
wait "F2 Save"
key C-u
type Half a title
key F1
wait "What the keys do"
type 1
wait "Text that you had not saved waits in AC-"
type 2
wait "Actions"
type e
wait "Half a title"
key Escape
wait "Leave without saving?"
type y
settle
type :qa
key Enter
exit 0

# ---- What no draft keeps is not lost so: the view stays, and says why ----
file
shell sample $F
start $F
type :
wait "Palette"
type risk method
key Enter
wait "Threshold"
type +
settle
key F1
wait "What the keys do"
type 1
wait "is not saved, and would be lost"
type q
wait "Threshold"
key Escape
wait "Leave without saving?"
type y
settle
type :qa
key Enter
exit 0
