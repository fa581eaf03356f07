# The driver sees what it should, before it is trusted with the program.
size 40x6
run sh -c 'printf "\033[?1049h\033[2;3H\033[1;31mred \303\251\344\270\255\033[0m plain"; read line; printf "\033[?1049l\033[1;1H"; exit 7'
wait red é中
screen driver-itself
reject blue
key Enter
exit 7
restored

run sh -c 'trap "stty size" WINCH; trap "echo hung up >said; exit 1" HUP; echo ready; while :; do sleep 0.05; done'
wait ready
resize 60x10
wait 10 60
signal TSTP
hangup
signal CONT
exit 1
shell cat said
contains hung up

# Keys are those of the terminal's own entry.
term vt100
run sh -c 'stty -icanon -echo -ixon; head -c 3 | od -An -c; head -c 1 | od -An -c'
pause 0.2
key Up
wait 033   O   A
key C-s
wait 023
exit 0

run sh -c 'kill -STOP $$; echo on again'
stopped
signal CONT
wait on again
exit 0
shell! 3 echo "out"; exit 3
contains out
lacks in
lines 1

# What a program shows by itself, after it seemed to be at rest, is waited for.
run sh -c 'printf "one\r\n"; sleep 0.5; printf "\033[2J\033[1;1Htwo\r\n"; read line'
wait one
expect two
reject one
key Enter
exit 0

# Keys are counted, words are not.
run sh -c 'stty -icanon -echo -ixon; head -c 9 | od -An -c'
pause 0.2
keys_from_here
key Tab*3
type word
key a C-b
keys_at_most 5
exit 0
