# Every view at 80x24, in English.
file
shell noria new $F --sample
size 80x24
suffix -80x24
start $F
wait "Valmont"
include views.inc
