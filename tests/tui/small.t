# In a window that is too small nobody sees what a key does: but for those that leave, none does anything.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra"
shell noria add $F risk title="Broken fence"
start $F
wait "Zoo"
type 1
wait "> R-1 "
resize 50x12
wait "The window is too small"
expect "Until then only q does something"
type d
settle
key Down e
type blind
key F2 Enter Backspace Escape
mouse click 5 5
paste blind
burst dddddddddddddddddddddddddddddddddddd
pause 0.2
key C-l
wait "The window is too small"
resize 80x24
wait "> R-1 "
expect "Escape of the zebra"
expect "Broken fence"
reject "blind"
output noria list $F risk --format=tsv
contains Escape of the zebra
lacks blind

# In a form neither the text nor the keys come in.
type e
wait "> Title"
resize 80x10
wait "The window is too small"
expect "does something"
reject "only q does"
type quietly
key Tab Escape
settle
resize 80x24
wait "> Title"
reject "quietly"
reject "Leave without saving?"
type s
resize 50x12
wait "The window is too small"
key C-\
exit 131
restored

# Here the key that goes back leaves.
size 80x24
start $F
wait "Zoo"
key Enter
settle
resize 50x12
wait "The window is too small"
type q
exit 0
