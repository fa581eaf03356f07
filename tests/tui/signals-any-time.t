# Signals at any moment, from the first one of the program to its last: the terminal is left as it was found.
file
shell fresh $F --organisation=Zoo
shake TERM $F
shake HUP $F
shake INT $F
shake QUIT $F
shake PIPE $F
shake TSTP $F
shake ABRT $F
