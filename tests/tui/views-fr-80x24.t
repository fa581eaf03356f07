# Every view at 80x24, in French.
file
env LC_ALL=fr_FR.UTF-8
shell sample $F fr
size 80x24
suffix -fr-80x24
start $F
wait "Valmont"
include views.inc
