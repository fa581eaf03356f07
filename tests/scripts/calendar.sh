# The report of the calendar of checks says what the records say.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
NORIA_CLOCK=2026-11-09T08:00:00Z
export NORIA_CLOCK
fresh "$F" --organisation=Test
has "without checks it says so" "There are no checks yet." noria export "$F" calendar --format=text
noria add "$F" check title=Backup every=day on=work start=2026-11-09 kind=automaton login=cron >/dev/null
noria add "$F" check title=Restore every=month on=last grace=2 start=2026-11-09 owner="Ann Lee" >/dev/null
text() { noria export "$F" calendar --format=text | tr -s ' \n' ' '; }
has "of nothing there is no share" "done -" text
for day in 09 10 11; do
	NORIA_CLOCK=2026-11-${day}T20:00:00Z noria record "$F" CK-1 pass
done
NORIA_CLOCK=2026-11-12T20:00:00Z noria record "$F" CK-1 fail
NORIA_CLOCK=2026-11-17T08:00:00Z
noria list "$F" execution >/dev/null
# 9, 10 and 12 done (the 11th is a holiday: that one stands for the 10th), 13 and 16 missed.
text >said
has "what was done" "done 60 % (3 of 5)" cat said
has "what was passed" "passed 67 % (2 of 3)" cat said
has "the next day, days of grace apart" 2026-11-30 noria export "$F" calendar --format=html
has "the days of a month, where they are few" "30 CK-2 Restore Ann Lee" cat said
has "else how many" "10 days CK-1 Backup" cat said
has "the months to come" "November 2027" cat said
ok "and none after them" sh -c '! grep -q "December 2027" said'
noria export "$F" calendar --format=csv >said
has "what lacks an answer" XQ-5 cat said
noria set "$F" XQ-5 no_matter="A trial" >/dev/null
noria export "$F" calendar --format=text >said
ok "until it has one" sh -c '! grep -q XQ-5 said'
for format in text html pdf xlsx csv; do
	ok "as $format" noria export "$F" calendar --format=$format --output="$HOME/out.$format"
done
ok "in French" env LC_ALL=fr_FR.UTF-8 noria export "$F" calendar --format=text
finish
