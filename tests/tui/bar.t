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

# In the action plan it runs over the list, from its edge to the bars: those are three bytes a column, too much for two lines.
start $F
wait "Valmont"
type 9
wait "> AC-12"
key Down Down
wait "> AC-14"
looks ground 24: > AC-14  Buy lockable trays
bytes Down 5 240
key q q
exit 0

# What the bar leaves is as it was: chips, dim lines, marks, letters of two cells; the same picture is drawn anew by a resize.
shell noria add $F risk title=日本語の危険
start $F
wait "Valmont"
type 1
settle
pause 0.3
key Down Down Space Down Down Up Down Down Up Up
settle
key End
wait "日本語"
key Up Up Down Down Up
settle
key Home
wait "> R-1 "
key Down Down Down
screen bar-moved
resize 90x24
settle
resize 80x24
screen bar-moved
key q q
exit 0
