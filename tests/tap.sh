# For shell tests: . "$NORIA_SOURCE/tests/tap.sh"
#
#     ok "NAME" COMMAND...            passes when the command succeeds
#     status N "NAME" COMMAND...      passes when it ends with status N
#     has "NAME" TEXT COMMAND...      passes when what it prints (both outputs) holds TEXT
#     skip "NAME" "REASON"            NAME must be listed in tests/skips.txt
#     unguarded FILE                  sqlite3 that may do what SQL forbids; statements from standard input
#     part N                          true; in a slow build (tests/run) for one call of N
#     few N                           true for one call of N; with NORIA_TEST_WHOLE=1 for each
#     may_issue FILE NAME             what the issue of an SoA asks for beside its lines: NAME, added where unknown, is
#                                     general management since 2026-01-05, and an assessment is closed
#     sample FILE [LANGUAGE]          the sample organisation as FILE (tests/bin/sample)
#     finish                          ends the script, which goes no further

tap_count=0
tap_failed=0

tap_result() { # RESULT NAME
	tap_count=$((tap_count + 1))
	if test "$1" = 0; then
		echo "ok $tap_count - $2"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $2"
		sed 's/^/# /' "$HOME/tap-output"
	fi
}

ok() {
	tap_name=$1
	shift
	"$@" >"$HOME/tap-output" 2>&1
	tap_result $? "$tap_name"
}

status() {
	tap_want=$1
	tap_name=$2
	shift 2
	"$@" >"$HOME/tap-output" 2>&1
	tap_got=$?
	echo "status $tap_got, expected $tap_want" >>"$HOME/tap-output"
	test $tap_got -eq "$tap_want"
	tap_result $? "$tap_name"
}

# True where the command finds nothing and says nothing: one that breaks (grep's 2, a signal) found nothing either.
none() {
	"$@" >"$HOME/found"
	none_status=$?
	cat "$HOME/found"
	test $none_status -le 1 && ! test -s "$HOME/found"
}

has() {
	tap_name=$1
	tap_want=$2
	shift 2
	"$@" >"$HOME/tap-output" 2>&1
	grep -qF -e "$tap_want" "$HOME/tap-output"
	tap_result $? "$tap_name"
}

skip() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

may_issue() {
	noria list "$1" person --format=tsv | cut -f2 | grep -qxF "$2" || noria add "$1" person name="$2" >/dev/null
	noria add "$1" role title="General management" management=yes holders="$2" assigned=2026-01-05 >/dev/null &&
		noria add "$1" assessment title="Assessment of the risks" date=2026-11-02 status=closed >/dev/null
}

# From 3.42 on the shell begins in a mode in which the schema and the tables of the search cannot be damaged.
unguarded() {
	sqlite3 -cmd '.output /dev/null' -cmd '.dbconfig defensive off' -cmd .output "$1"
}

tap_parts=0
part() {
	tap_parts=$((tap_parts + 1))
	test -z "${NORIA_TEST_SLOW-}" || test $((tap_parts % $1)) -eq 0
}

tap_fews=0
few() {
	tap_fews=$((tap_fews + 1))
	test -n "${NORIA_TEST_WHOLE-}" || test $((tap_fews % $1)) -eq 0
}

finish() {
	echo "1..$tap_count"
	exit 0 # the lines above tell; a status would count the failure twice
}
