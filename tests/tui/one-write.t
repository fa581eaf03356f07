# A frame is one write, however many letters and colours it has; over a slow line each is a packet.
file
answers synchronized
env NORIA_TEST_WRITES=writes
shell sample $F
run sh -c "exec $NORIA_BUILD/tests/writes $F"
wait Valmont
settle
# What is written before the terminal answered has no marks; from the answer on each frame has both.
shell : >writes
key Down
settle
# The line, then what follows 100 ms later.
shell test $(wc -l <writes) -ge 1 && test $(wc -l <writes) -le 2
shell! 1 grep -v "begins ends" writes
shell : >writes
key 5
wait likelihood
settle
shell test $(wc -l <writes) -le 2
shell test $(sort -n writes | tail -n 1 | cut -d" " -f1) -gt 1500
shell! 1 grep -v "begins ends" writes
# Popups, forms, the mouse, another size.
key q
wait Actions
key e
wait Title
key Escape
wait Actions
mouse click 6 10
resize 120x40
settle
resize 200x60
settle
wait Actions
shell! 1 grep -v "begins ends" writes
# Given back and taken again, and the marks still belong together.
signal TSTP
stopped
restored
shell : >writes
signal CONT
wait Actions
settle
shell! 1 grep "begins" writes | grep -v "begins ends"
shell! 1 grep "ends" writes | grep -v "begins ends"
key q
exit 0
restored

# A terminal without the mode gets its frames as one write, too.
file
answers usual
env NORIA_TEST_WRITES=writes
shell sample $F
run sh -c "exec $NORIA_BUILD/tests/writes $F"
wait Valmont
settle
shell : >writes
key 5
wait likelihood
settle
shell test $(wc -l <writes) -le 2
key q q
exit 0
restored

# Where no file may be long the screen is whole all the same.
file
shell sample $F
run sh -c "ulimit -f 1; exec noria --read-only $F"
wait Valmont
wait Actions
key 5
wait likelihood
key q q
exit 0
restored
