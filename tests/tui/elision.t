# French leaves the vowel of "de" out before a vowel, wherever the sentence got its word from.
file
env LC_ALL=fr_FR.UTF-8
shell fresh $F --organisation=Zoo
shell noria add $F person name="Jeanne Roy"
shell noria add $F action title="Acheter un coffre"
shell noria add $F risk title="Hacker"
start $F
wait "Zoo"
type 2
wait "> AC-1 "
type C
settle
type propri
settle
key Enter
wait "Propriétaire d’AC-1"
type jeanne
settle
key Enter
wait "Propriétaire d’AC-1 : Jeanne Roy ; u revient en arrière."
type H
wait "Historique d’AC-1 Acheter"
expect "modifié Propriétaire d’AC-1 Acheter un"
type q
settle
# A consonant keeps it.
type 1
wait "> R-1 "
type H
wait "Historique de R-1 Hacker"
type qqq
exit 0
output noria history $F
contains "Propriétaire d’AC-1"
lacks "de AC-1"
