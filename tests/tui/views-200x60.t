# Every view at 200x60, in English.
file
shell sample $F
size 200x60
suffix -200x60
start $F
wait "Valmont"
include views.inc
