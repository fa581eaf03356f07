# A locale that the machine has not (as over SSH to a server on which none was
# generated): the sentences are its, wide characters stand in their columns, a
# day is typed as its people do, and what is started finds the variables as they were.
file
env LOCPATH=/nonexistent
env LC_ALL=fr_FR.UTF-8
shell LOCPATH=/nonexistent LC_ALL=fr_FR.UTF-8 noria new $F --organisation=Été
shell noria add $F action title=日本語 kind=corrective due=2026-12-24
shell printf '#!/bin/sh\nenv >told\nprintf "Clos.\\n" >"$1"\n' >notes; chmod +x notes
env VISUAL=./notes
start $F
wait "Été │ pas de cycle ouvert │ rien en retard"
key 2
wait "AC-1  日本語  "
key e
wait "Échéance                2026-12-24"
type 語
key C-s
wait "> AC-1    日本語語                                      2026-12-24"
key e
wait "F2 Enregistrer"
key Tab*5
key C-u
type 03/04/2026
key F2
settle
key q q
exit 0
output noria list $F action --where=title~日本語語 --format=tsv
contains 2026-04-03
