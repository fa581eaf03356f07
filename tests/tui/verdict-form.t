# The form that a step of the verdict opens says what its line of the command line says.
file
shell sample $F
start $F
type 8
wait "Have Jeanne Roy approve the plan of R-63"
key Enter
wait "New: Acceptance"
expect "Jeanne Roy"
expect "accepted"
reject "prepared"
key Escape
wait "Next steps"
# What is closed over many records gathers all that lack it, not the first alone.
key Down*28
wait "> 8.2"
key Enter
wait "The records say"
key Down*3
wait "> [!]     full All open risks"
type m
wait "New: Risk assessment"
expect "R-58"
key Escape
wait "The records say"
type :qa
key Enter
exit 0

# What the star says stands whole beside it, and what the marks say above the table of how it stood.
file
shell sample $F
start $F
type 8
wait "Next steps"
expect "* by overrule"
type H
wait "How the verdict stood"
expect "[x] met"
expect "[ ] not assessed"
type :qa
key Enter
exit 0

file
shell sample $F
env LC_ALL=fr_FR.UTF-8
start $F
type 8
wait "* jugée autrement"
expect "ni une certification ni un audit"
expect "conditions sont remplies"
type :qa
key Enter
exit 0

# A step that changes a record has its values set already, says which, and writes nothing before it is saved.
file
env LC_ALL=C.UTF-8
shell fresh $F --sample=perfect && sqlite3 $F "UPDATE programme SET status = 'draft', status_key = '00'"
start $F
type 8
wait "Have a programme of audits approved"
expect "> 9.2.2"
key Enter
wait "Set here as the step says, not saved yet: Status"
expect "> Status          approved"
key Escape
wait "Next steps"
expect "Have a programme of audits approved"
key Enter
wait "Set here as the step says"
key F2
# An approval is signed: no key is promised that takes it back.
wait "AP-1 saved; it stands as it is from now on."
wait "33 of 33 clauses are met"
type u
wait "What was signed or issued stands"
# What is made from a nonconformity takes what follows from it: title, kind, owner.
type :qa
key Enter
exit 0
file
shell sample $F
start $F
type 8
wait "Next steps"
key End Up
wait "> 10.2"
key Enter
wait "waits too long"
key Down Down
settle
type m
wait "New: Action"
expect "* Correct: Accepted risks without a signature"
expect "Kind                        corrective"
key Escape
settle
type y
settle
type :qa
key Enter
exit 0
# Keys typed before the steps are known move among their places; what holds a clause down alone opens at what was said.
file
shell fresh $F --sample=perfect && noria set $F 2022:6.2 conformity=none && noria set $F 2022:5.2 conformity=partial && noria set $F 2022:4.1 conformity=partial
start $F
wait "Perfect Ltd"
type 8jj
wait "> 6.2       Say anew how far 2022:6.2 is met"
key Enter
wait "> Conformity"
expect "not met"
key Escape
wait "Next steps"
type :qa
key Enter
exit 0
