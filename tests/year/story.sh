# A year of Ebb and Chart, told in the commands of its nine people: from an empty file to a yes (tests/scripts/year.sh).
#
#     F=FILE
#     . "$NORIA_SOURCE/tests/year/story.sh"
#     months 1 6                  January to June
#
# Each month is a file NN-NAME.sh beside this one.  A command that is refused is told in the file `refused`.

YEAR=$NORIA_SOURCE/tests/year
CLAUSES=4.1,4.2,4.3,4.4,5.1,5.2,5.3,6.1.1,6.1.2,6.1.3,6.2,6.3,7.1,7.2,7.3,7.4,7.5.1,7.5.2,7.5.3,8.1,8.2,8.3,9.1,9.2.1,9.2.2,9.3.1,9.3.2,9.3.3,10.1,10.2
CLAUSES=2022:$(echo $CLAUSES | sed 's/,/,2022:/g')
CONTROLS=$(sed -n 's/^\(2022:[^,]*\),yes,.*/\1/p' "$YEAR/soa.csv" | tr '\n' ',' | sed 's/,$//')
: >refused

on() { # DAY LOGIN [TIME]: what follows is done then, by that person
	NORIA_CLOCK=$1T${3-09:00:00}Z
	NORIA_LOGIN=$2
	export NORIA_CLOCK NORIA_LOGIN
}
did() { # COMMAND...
	"$@" >said 2>&1 || {
		echo "$NORIA_CLOCK $NORIA_LOGIN: $*"
		cat said
	} >>refused
}
noria_new() { did noria new "$F" --organisation="$1"; }
add() { did noria add "$F" "$@"; }
change() { did noria set "$F" "$@"; }
import() { did noria import "$F" - --as="$1"; }
record() { did noria record "$F" "$@"; }
attach() { did noria attach "$F" "$@"; }
issue() { did noria issue "$F" "$@"; }
undo() { did noria undo "$F"; }
prepare() { did noria prepare "$F" "$@"; }

# The last working day of each month, in the evening: when one looks at the verdict.
month_end() { # NUMBER
	on "$(echo 2027-01-29 2027-02-26 2027-03-31 2027-04-30 2027-05-31 2027-06-30 2027-07-30 2027-08-31 2027-09-30 2027-10-29 2027-11-30 2027-12-31 | cut -d ' ' -f "$1")" tlindgren 18:00:00
}
month() { # NUMBER
	. "$YEAR/$(printf %02d "$1")"-*.sh
}
months() { # FIRST LAST
	year_month=$1
	while test "$year_month" -le "$2"; do
		month "$year_month"
		year_month=$((year_month + 1))
	done
}

# Of the verdict as JSON: the clauses that are met; how many are met, partly met, not met, not assessed; those that are not
# met, each with the first letter of its result.
clauses_met() {
	sed -n 's/.*{"clause": "\([^"]*\)".*"result": "met".*/\1/p'
}
clauses_counted() {
	sed -n 's/.*"counts": {"met": \([0-9]*\), "partly": \([0-9]*\), "not_met": \([0-9]*\), "not_assessed": \([0-9]*\), "by_overrule": 0}.*/\1 \2 \3 \4/p'
}
clauses_fallen() {
	sed -n 's/.*{"clause": "\([^"]*\)".*"result": "partly".*/\1~/p; s/.*{"clause": "\([^"]*\)".*"result": "not_met".*/\1!/p; s/.*{"clause": "\([^"]*\)".*"result": "not_assessed".*/\1?/p' | tr '\n' ' ' | sed 's/ $//'
	echo
}
