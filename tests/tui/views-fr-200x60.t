# Every view at 200x60, in French.
file
env LC_ALL=fr_FR.UTF-8
shell sample $F fr
size 200x60
suffix -fr-200x60
start $F
wait "Valmont"
include views.inc
