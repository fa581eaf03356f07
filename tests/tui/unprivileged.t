# A user without a name in the account list can work, and a file that may not
# be written can be read.
file
unprivileged
shell noria new $F --organisation=Test
shell noria add $F risk "title=Theft of a laptop"
output stat -c %a $F
contains 600
output noria history $F
lacks root
shell chmod 400 $F
output noria list $F risk --format=tsv
contains Theft of a laptop
shell! 3 noria add $F risk title=Second
lines 1
shell chmod 600 $F
shell mkdir sealed
shell cp $F sealed/other.noria
shell chmod 500 sealed
output noria list sealed/other.noria risk --format=tsv
contains Theft of a laptop
shell! 3 noria add sealed/other.noria risk title=Second
shell chmod 700 sealed
shell noria check sealed/other.noria
