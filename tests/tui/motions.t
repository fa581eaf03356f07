# Half pages, gg, -, and what is typed into the palette: :q :w, a ref, a number.
file
shell fresh $F --organisation=Zoo
shell for i in $(seq 1 60); do noria add $F risk title="Risk number $i" >/dev/null; done
start $F
wait "Zoo"
type 1
wait "> R-1 "
# 19 lines are a page.
key C-d
wait "> R-10 "
key C-d
wait "> R-19 "
key C-u
wait "> R-10 "
type gg
wait "> R-1 "
type G
wait "> R-60 "
key C-u
wait "> R-51 "

# A ref goes to its record, in either case; - leads back, as Backspace does.
type :
settle
type r-42
wait "> R-42  Risk number 42"
key Enter
wait "R-42  Risk number 42"
waitnot "> R-51"
type -
wait "> R-51 "
# In a list the number is enough.
type :
settle
type 7
wait "> R-7  Risk number 7"
key Enter
wait "R-7  Risk number 7"
waitnot "> R-51"
type :
settle
type q
wait ":q"
key Enter
wait "> R-51 "
type :
settle
type w
wait "All is saved"
key Enter
wait "All is saved already"
# The first view is never left by -, but by :q.
type -
wait "This is the first view"
type :
settle
type quit
wait ":quit"
key Enter
exit 0

# From any view at once.
start $F
wait "Zoo"
type 2
type 5
wait "likelihood"
type :
settle
type qa
wait ":qa"
key Enter
exit 0

# In the action plan - shows a longer time, as its key always did.
shell noria add $F action title="Fix it" due=2026-12-01
start $F
wait "Zoo"
type 9
wait "Fix it"
type -
settle
expect "Fix it"
type qq
exit 0
