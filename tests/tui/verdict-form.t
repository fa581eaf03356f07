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
wait "> [!]    full All open risks"
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
expect "ni une certification ni un audit."
expect "conditions sont remplies"
type :qa
key Enter
exit 0
