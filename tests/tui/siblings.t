# Ratings beside each other leave together from the least important on: none stays where a more important one has left.
env LANGUAGE=fr
file
shell sample $F
start $F
wait "Valmont"
type 1
wait "Risques"
key Tab
key Up*4
key Tab
wait "Actifs  60"
wait "> AS-1"
expect "Propriétaire"
reject "Conf."
reject "Intég."
reject "Traç."
type :qa
key Enter
exit 0
