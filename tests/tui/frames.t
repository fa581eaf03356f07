# What a picture shows is read in one moment of the file, and the file is let go before the next
# key: in every view another program gets it for itself.
file
shell sample $F
env NORIA_LOG=log
# What a terminal answers wakes the program, which then goes on earlier with what it has to do.
answers none
start $F
wait "Valmont"
wait "AC-12"
settle
# One transaction tells who the file is, another one has all that the first picture needs; later ones look for others.
output awk '/read:/ { if (!first) first = $1; if ($1 - first < 400) count++ } END { print "transactions: " count }' log
contains transactions: 2
include free.inc
type 3
wait "2022:5.1.f"
settle
include free.inc
type 4
wait "NC-1"
settle
include free.inc
type 1
wait "R-19"
settle
include free.inc
key Enter
wait "Inherent impact A"
settle
include free.inc
type e
wait "F2 Save"
settle
include free.inc
key Tab Enter
wait "type to narrow"
settle
include free.inc
key Escape Escape
settle
include free.inc
type H
wait "History of R-1"
settle
include free.inc
type q
settle
include free.inc
type q
settle
include free.inc
type f
settle
include free.inc
key Escape
settle
include free.inc
type 5
wait "not rated"
settle
include free.inc
type v
settle
include free.inc
type 6
wait "A.6 People"
settle
include free.inc
type J
wait "Justification"
settle
include free.inc
key Escape
settle
include free.inc
type 7
wait "Risks above the threshold undecided"
settle
include free.inc
type 8
settle
include free.inc
type 9
wait "Action plan"
settle
include free.inc
type 0
wait "The way to an ISMS"
settle
include free.inc
type A
wait "Responsibilities"
settle
include free.inc
key Escape
settle
include free.inc
type R
wait "Risk method"
settle
include free.inc
key Escape
settle
include free.inc
type ?
wait "What the keys do"
settle
include free.inc
type q
settle
include free.inc
type m
wait "Menu"
settle
include free.inc
key Escape
settle
include free.inc
key :
wait "Palette"
settle
include free.inc
key Escape
settle
include free.inc
type F
wait "Search the file"
settle
include free.inc
type laptop
settle
include free.inc
key Escape
settle
include free.inc
type x
wait "Export or print"
settle
include free.inc
key Escape
settle
include free.inc
type L
wait "History of the file"
settle
include free.inc
type q
settle
include free.inc
type 1
settle
type q
exit 0
# Nothing was read outside of a frame on the whole walk.
shell! 1 grep "read: [A-Z]" log
# A command that reads is one frame too; letting go of it for who reads the output does not count.
shell rm log; NORIA_LOG=log noria export $F soa --format=html --output=soa.html
output awk '/read:/ { count++ } END { print "transactions: " count "." }' log
contains transactions: 2.
shell rm log; NORIA_LOG=log noria show $F R-1
output awk '/read:/ { count++ } END { print "transactions: " count "." }' log
contains transactions: 2.
