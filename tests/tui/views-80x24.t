# Every view at 80x24, in English.
file
shell sample $F
size 80x24
suffix -80x24
start $F
wait "Valmont"
include views.inc
