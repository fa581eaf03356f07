# Printing without a printer at hand: the program of the configuration, and what is said when nothing can print.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
F=$HOME/P.noria
XDG_CONFIG_HOME=$HOME/config
CUPS_SERVER=$HOME/no-such-socket
export XDG_CONFIG_HOME CUPS_SERVER
mkdir -p "$XDG_CONFIG_HOME/noria"
configuration=$XDG_CONFIG_HOME/noria/config

sample "$F"

echo "print cat > $HOME/paper" >"$configuration"
has "the program of the configuration takes the job" "Given to cat" noria print "$F" soa
noria export "$F" soa --format=text >text
ok "it reads the report as text" cmp text paper
ok "a filter chooses what is printed" noria print "$F" risks --where=ref=R-1
has "the chosen record is printed" "R-1 " cat paper
ok "the others are not" sh -c '! grep -q R-77 paper'
ok "a mark is taken" noria print "$F" soa --mark=CONFIDENTIAL
has "the mark stands on the paper" CONFIDENTIAL cat paper

if test -r /proc/self/status; then
	# SIGPIPE is bit 12 of the mask.
	echo "print cat >/dev/null; grep '^SigIgn:' /proc/self/status > $HOME/signals" >"$configuration"
	ok "the program does not inherit that we ignore SIGPIPE" sh -c 'noria print "$1" soa && ! grep "[13579bdf]...$" signals' sh "$F"
fi

echo 'print exit 7' >"$configuration"
status 5 "a program that fails is an error" noria print "$F" soa
has "the error names the program" "exit 7" noria print "$F" soa

echo 'print cat >/dev/null' >"$configuration"
status 2 "a report that does not exist is an error of use" noria print "$F" nothing-such
status 2 "no copies at all are an error of use" noria print "$F" soa --copies=0

has "in place of printers the program is listed" 'cat >/dev/null' noria print "$F"
if test -x "$NORIA_BUILD/noria-print"; then
	status 5 "a printer that is not there is an error" noria print "$F" soa --printer=no-such-one
	has "the error names it" "There is no printer no-such-one" noria print "$F" soa --printer=no-such-one
fi

: >"$configuration"
status 5 "no printer to list is an error" noria print "$F"
ok "it is said, and how to print all the same" sh -c 'noria print "$1" 2>&1 | grep -E "no printer here: CUPS names none|built without CUPS" | grep -q "print COMMAND"' sh "$F"
ok "nothing is listed" sh -c 'test -z "$(noria print "$1" 2>/dev/null)"' sh "$F"
has "so it is where a report is to be printed" 'print COMMAND' noria print "$F" soa
status 2 "what is no report is an error of use here too" noria print "$F" nothing-such
status 5 "nothing to print with is an error" noria print "$F" soa
ok "it is told in one line" sh -c 'noria print "$1" soa 2>&1 | wc -l | grep -qx 1' sh "$F"
ok "the file is as it was" noria check "$F"
finish
