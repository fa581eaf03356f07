# Dates as the locale writes them are whole, however wide: 2026年12月24日 takes 14 columns.
file
shell fresh $F --organisation=Zoo
shell noria add $F action title="Mend the fence" owner="Jeanne Roy" due=2026-12-24; noria add $F action title="Count the zebras" due=2026-09-03
shell noria add $F incident title="The gate stood open" detected=2026-11-20T08:15:00Z
env LC_ALL=zh_CN.UTF-8
start $F
wait "Zoo"
key 2
settle
wait "Mend the fence"
expect 2026年12月24日
expect 2026年09月03日
reject 2026年12月…
# What is due, by its day.
key D
settle
wait "Count the zebras"
expect 2026年12月24日
expect 2026年09月03日
key q
settle
key q q
exit 0
output noria list $F incident
contains 2026年11月20日 08:15 UTC
output noria export $F due --format=text
contains 2026年12月24日
output noria export $F actions --format=text
contains 2026年12月24日
