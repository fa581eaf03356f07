# A megabyte pasted: at once, and the field's limit is told; nothing is cut in silence.
file
shell fresh $F --organisation=Zoo
shell head -c 1000000 /dev/zero | tr '\0' x >plain; awk 'BEGIN { for (i = 0; i < 20000; i++) printf "\303\251t\303\251 \346\274\242\345\255\227 na\303\257ve e\314\201 and a line of words\n" }' >lines; head -c 20000000 /dev/zero | tr '\0' x >huge; head -c 600 plain >over
start $F
wait Zoo
key 1 a
wait New:
paste < plain
wait Title is longer than
key F2
expect Title is longer than
key C-u
paste < over
wait Title is longer than
key C-u
type Theft
key Down*5
settle
key Enter
wait F2 Take the text
paste < plain
wait 1000000/100000
expect Scenario takes 100000 characters at most
key F2
expect 1000000/100000
key Escape
wait Leave and lose
type y
waitnot Leave and lose
key Enter
wait F2 Take the text
# Every line, letters of more than a byte and marks among them.
paste < lines
wait 720000/100000
key Up Left Backspace
wait 719999/100000
key Escape
wait Leave and lose
type y
waitnot Leave and lose
# Keys that were typed ahead, one by one.
key Up*5
burst < over
wait Title is longer than
key C-u
type Theft
key F2
wait R-1 saved
paste < plain
wait a search takes 500
paste < huge
wait longer than 16 MB
key q q
exit 0
