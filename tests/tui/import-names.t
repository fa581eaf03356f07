# Nom and Prénom are one field on the screen too.
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell printf 'Prénom;Fonction;Nom\nJeanne;RSSI;Roy\n' >person.csv
start $F
wait "Zoo"
key i
wait "Import from"
type person
key Enter
wait "Import of person.csv"
expect "all is settled"
expect "Prénom"
key F2
wait "What the import of person.csv would do"
expect "Jeanne Roy"
reject "Refused 1"
