# The import in French: a CSV as a French spreadsheet saves it, with its labels, its dates and its decimal sign.
env LC_ALL=fr_FR.UTF-8
file
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria new $F --organisation=Zoo
shell NORIA_CLOCK=2026-11-20T08:00:00Z noria add $F action title="Ancienne cage" due=2027-01-01
shell printf 'Intitulé;Échéance;Budget;Avancement;Météo\nRéparer la volière;03/04/2027;1 200,50;50 %%;sec\nAncienne cage;05/06/2027;300;;\n' | iconv -t WINDOWS-1252 >action.csv
start $F
wait "Zoo"
key i
wait "Importer depuis"
type action
key Enter
wait "Import de action.csv"
expect "2 à régler"
expect "jour ou mois"
expect "Comment il a été lu       action.csv a été lu comme Windows-1252"
settle
screen import-fr-80x24
key g Down Down
expect "> Comment il a été lu"
key Enter
wait "Dans quel jeu"
type macintosh
key Enter
waitnot "Windows-1252"
expect "RÈparer"
key Escape
waitnot "Import de"
key i
wait "Importer depuis"
type action
key Enter
wait "Import de action.csv"
key F2
wait "t dit quel nombre est le jour"
key t
wait "Le jour vient"
key G Space
wait "tout est réglé"
key F2
wait "rien n’est encore écrit"
expect "+ Nouveau 1"
expect "~ Modifié 1"
key Tab Tab
expect "→"
settle
screen import-preview-fr-80x24
resize 200x60
settle
screen import-preview-fr-200x60
key F2
wait "Ajoutés : 1, modifiés : 1"
resize 80x24
output noria list $F action --where="due=2027-04-03"
contains volière
output noria list $F action --where="budget=1200.5"
contains volière
key u
wait "Annul"
type :qa
key Enter
exit 0
