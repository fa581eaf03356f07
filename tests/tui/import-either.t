# A heading that may be either of two fields is asked about; both stand first, and the other column decides.
file
env NORIA_CLOCK=2026-11-24T09:30:00Z
shell noria new $F --organisation=Zoo
shell printf "Titre;Date de l'incident\n\"Vol de\nportable\";12/03/2026\nPerte;25/04/2026\n" >either.csv
start $F
wait "Zoo"
key i
wait "Import from"
type either.csv
key Enter
wait "1 to settle"
expect "This may be Detected or Happened"
# A cell of two lines is shown on one.
expect "Vol de portable | Perte"
key Enter
wait "What is Date de l'incident?"
expect "> Detected"
type Happ
expect "> Happened"
key Enter
wait "all is settled"
key F2
wait "+ New 2"
expect "Happened"
reject "Detected"
key q q
wait "Leave without importing"
