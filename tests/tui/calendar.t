# The calendar of checks: a month with counts, a week with titles; a result is recorded where it stands.
size 80x24
file
shell fresh $F --organisation=Zoo
shell NORIA_CLOCK=2026-11-09T08:00:00Z noria add $F check title=Backup every=day on=work start=2026-11-09 kind=automaton login=cron
shell NORIA_CLOCK=2026-11-09T08:00:00Z noria add $F check title=Restore every=week on=monday grace=2 start=2026-11-09 owner="Ann Lee"
shell NORIA_CLOCK=2026-11-10T08:00:00Z noria record $F CK-1 pass
shell NORIA_CLOCK=2026-11-12T08:00:00Z noria record $F CK-1 fail
shell NORIA_CLOCK=2026-11-13T08:00:00Z noria record $F CK-1 70
start $F
wait Zoo
# What was missed meanwhile is told on the first screen, whatever it shows.
wait "checks were missed; D shows them among what is due."
type B
wait "Calendar of checks: November 2026"
expect "10  1P"
expect "12  1F"
expect "13  1H"
expect "23  1M 1D"
expect "[24] 1D"
expect "30  2D"
expect "24 November 2026"
expect "> due        CK-1    Backup"
expect "by a program"
# By day and week, by month, and back.
key Left
wait "23 November 2026"
expect "due        CK-2    Restore"
expect "Ann Lee"
# Of several on one day Tab takes the next one, as the key line and help say.
expect "Tab Next"
expect "> due        CK-2    Restore"
key Tab
wait "> missed     CK-1    Backup"
key S-Tab
wait "> due        CK-2    Restore"
type ?
wait "Goes to the next check of the day."
type q
key Up
wait "16 November 2026"
key PgDn
wait "Calendar of checks: December 2026"
expect "[16] 1D"
key PgUp
type t
wait "24 November 2026"
# A result, with its note; one key takes it back.
type p
wait "CK-1, note ─"
type "all of it"
key Enter
wait "Recorded for CK-1"
wait "[24] 1P"
expect "> passed     CK-1    Backup"
shell noria list $F execution --where="due=2026-11-24 result=pass" --format=tsv | grep "all of it"
type u
wait "[24] 1D"
type f
wait "CK-1, note ─"
key Escape
waitnot "CK-1, note ─"
expect "[24] 1D"
type %
wait "CK-1, score from 0 to 100, or part ─"
type "a lot"
key Enter
wait "a lot is no result of a check"
expect "score from 0 to 100"
key C-u
type 100
key Enter
wait "[24] 1P"
# What it gave, and the check itself.
key Enter
wait "What it gave"
key q
wait "[24] 1P"
# A week, with the titles.
type +
wait "P Backup"
expect "D Backup"
expect "D Restore"
type -
wait "23  1M 1D"
# Another program records: it is seen.
shell noria record $F CK-2 pass
wait "23  1M 1P"
type q
