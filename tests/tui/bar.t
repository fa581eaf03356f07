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
# 57 columns has the list beside the panel: twice as many bytes, and 60.
bytes Down 9 174
bytes Up 7 174
key q q
exit 0
