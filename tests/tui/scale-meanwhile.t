# The editor of the risk method while another program changes the method.
file
shell fresh $F --organisation=Zoo
shell noria add $F risk title="Escape" current_likelihood=3 current_impact=3
start $F
wait "Zoo"
type R
wait "a Add level"
# The grid alone is saved, and no version of a threshold that nobody set here: the other one's stands alone.
type 1
settle
shell noria set $F iso5x5 threshold=3
wait "officer changed TH-1 ISO/IEC 27005 style, 5 by 5."
key F2
wait "Why"
type Another corner
key Enter
wait "The method is changed"
output noria list $F method --format=tsv
contains "3 3 4 1	3	"
lacks Another corner
output noria list $F threshold --format=tsv
lacks Another corner
lines 2
# Where a level came meanwhile, the question is not asked for the scale that was.
type R
wait "a Add level"
key Left*5
settle
type a
wait "Name of the level after 5 Almost certain ─"
shell noria add $F level method=iso5x5 scale=likelihood number=1 name=Never --rescale
wait "1 Never"
type Always
key Enter
wait "The scale was changed by somebody else meanwhile"
waitnot "y: yes, n: no"
shell noria check $F
key Escape
settle
key q
exit 0
