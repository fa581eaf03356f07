# The cursor's line is a bar over the whole pane; moving it rewrites two lines and no more.
file
shell sample $F
size 80x24
start $F
wait "Valmont"
settle
pause 0.3
type 1
settle
pause 0.3
# 80 columns has the list: twice as many bytes, and 60.
bytes Down 9 220
bytes Up 7 220
key q q
exit 0
