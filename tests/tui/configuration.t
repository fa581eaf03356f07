# The configuration: keys, themes, colours, the mode for those who hear the screen; and its mistakes.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Escape of the zebra" current_likelihood=5 current_impact=5
shell mkdir -p .config/noria/themes

# A key of one's own; the help of the place tells it.
shell echo 'bind Z matrix # a comment' >.config/noria/config
start $F
wait "Zoo"
type Z
wait "Current risk"
type qq
exit 0

# Colours: of the theme that ships, of one's own, of a line; the last one said counts.
shell echo 'theme light' >.config/noria/config
start $F
wait "Zoo"
type 1
wait "Escape of the zebra"
settle
screen theme-light
type qq
exit 0
shell echo 'colour title 231 17 bold' >.config/noria/themes/mine
shell printf 'theme mine\ncolour key red default bold\n' >.config/noria/config
start $F
wait "Zoo"
type 1
wait "Escape of the zebra"
settle
screen theme-mine
type qq
exit 0

# For those who hear the screen: no drawn lines; no as well as yes, and the variable.
shell echo 'accessible no' >.config/noria/config
start $F
wait "Zoo"
type 1
wait "Escape of the zebra"
key Tab
expect "Organisation               1 │"
type qq
exit 0
shell echo 'accessible yes' >.config/noria/config
start $F
wait "Zoo"
type 1
wait "Escape of the zebra"
settle
screen accessible
key Tab
expect "Organisation               1"
reject "Organisation               1 │"
type qq
exit 0
shell rm .config/noria/config
env NORIA_ACCESSIBLE=1
start $F
wait "Zoo"
type 1
wait "Escape of the zebra"
settle
screen accessible
type qq
exit 0
env NORIA_ACCESSIBLE

# A mistake is told with its line, and nothing is opened (wide: the path is in it).
size 160x24
shell printf '# keys\nbind Z nonsense\n' >.config/noria/config
start $F
wait "config:2: There is no command nonsense."
exit 4
shell echo 'colour title 300 default' >.config/noria/config
start $F
wait "config:1: There is no style title, or no colour 300 or default"
exit 4
shell echo 'theme nowhere' >.config/noria/config
start $F
wait "config:1: There is no theme nowhere."
exit 4
shell echo 'theme ../../secret' >.config/noria/config
start $F
wait "config:1: Write: theme NAME"
exit 4
shell echo 'accessible maybe' >.config/noria/config
start $F
wait "config:1: Write: accessible yes, or accessible no"
exit 4
shell echo 'frobnicate' >.config/noria/config
start $F
wait "config:1: There is no setting frobnicate"
exit 4
# What is wrong there is no matter of the command line.
shell noria list $F risk
contains zebra
