# The configuration: keys, themes, colours, the mode for those who hear the screen; and its mistakes.
file
shell fresh $F --organisation=Zoo
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

# Keys as people write them; of a bound one the bottom line and the help tell.
shell printf 'bind ^P matrix\nbind <C-x> checklist\nbind f5 dashboard\nbind Ctrl-T guide\nbind <Space> plan\nbind Alt-g gantt\nbind C-Space agenda\nbind Hash raci\n' >.config/noria/config
start $F
wait "Zoo"
key C-p
wait "Current risk"
key C-x
wait "Access control"
key F5
wait "Actions late"
key C-t
wait "The way to an ISMS"
key Space
wait "Escape of the zebra"
key M-g
wait "Action plan"
type #
wait "Responsibilities"
type qq
key q q q q q q
exit 0

# A mistake is told with its line and left out; what stands beside it holds (wide: the path is in it).
size 240x24
shell printf '# keys\nbind Z nonsense\nbind Z matrix\n' >.config/noria/config
start $F
wait "config:2: There is no command nonsense."
expect Zoo
reject "more line"
type Z
wait "Current risk"
reject "nonsense"
key q q
exit 0
shell printf 'bind ^I matrix\nbind Frob matrix\nbind M-O matrix\nbind Z matrix\n' >.config/noria/config
start $F
wait "config:1: A terminal sends Tab for ^I: write Tab."
expect "2 more lines are wrong: `noria help config`"
type Z
wait "Current risk"
key q q
exit 0
shell echo 'colour title 300 default' >.config/noria/config
start $F
wait "config:1: There is no colour 300; colours are numbers"
expect Zoo
key q
exit 0
shell printf 'theme nowhere\nbind Z matrix\n' >.config/noria/config
start $F
wait "config:1: There is no theme nowhere."
type Z
wait "Current risk"
key q q
exit 0
shell echo 'theme ../../secret' >.config/noria/config
start $F
wait "config:1: Write: theme NAME"
key q
exit 0
shell echo 'accessible maybe' >.config/noria/config
start $F
wait "config:1: Write: accessible yes, or accessible no"
key q
exit 0
shell printf 'frobnicate\n\033]0;evil\007\n' >.config/noria/config
start $F
wait "config:1: There is no setting frobnicate here; there are: bind, theme,"
expect "1 more line is wrong"
key q
exit 0
# A line of a theme is told with the theme's name; the others of it hold.
shell printf 'bind Z matrix\ncolour title 231 17 bold\n' >.config/noria/themes/mine
shell printf 'theme mine\ncolour key red default bold\n' >.config/noria/config
start $F
wait "themes/mine:1: There is no setting bind here; there are: colour."
type 1
wait "Escape of the zebra"
settle
key q
exit 0
# Without a file it is told too.
size 240x24
start
wait "themes/mine:1:"
key q
exit 0
size 80x24
# What is wrong there is no matter of the command line, but of the commands that read it.
shell noria list $F risk 2>said; cat said
contains zebra
shell printf 'bind F5 matrix\nbind F6 nonsense\nfrobnicate\n' >.config/noria/config
output noria list $F risk 2>&1
lacks nonsense
output noria print $F 2>&1; true
contains config:2: There is no command nonsense.
contains config:3: There is no setting frobnicate
output noria help config
contains 2 lines of the configuration are wrong and were left out:
contains config:2: There is no command nonsense.
contains config:3: There is no setting frobnicate
contains bind KEY COMMAND
contains S-Tab (Shift-Tab, BackTab)
contains level-5
contains sober
output noria help keys 2>said
contains F5 5
lacks nonsense
output cat said
contains config:2: There is no command nonsense.
shell rm .config/noria/config
output noria help config
contains Nothing is wrong in the configuration.
