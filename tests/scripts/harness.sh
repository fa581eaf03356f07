# The harness fails what must fail: a suite in which nothing ran, and a test
# that was skipped without a reason on the list.
. "$NORIA_SOURCE/tests/tap.sh"

printf '%s\n' '#!/bin/sh' 'for a; do case $a in --tap=*) echo "1..0" >"${a#--tap=}";; esac; done' >"$HOME/empty.unit"
printf '%s\n' '#!/bin/sh' 'for a; do case $a in --tap=*) echo "ok - a::b" >"${a#--tap=}";; esac; done; exit 3' >"$HOME/dies.unit"
chmod +x "$HOME/empty.unit" "$HOME/dies.unit"
has "an empty suite fails" "no test ran" "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/empty.unit"
has "a suite that dies fails" "ended with status 3" "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/dies.unit"

# Under sanitizers: a program whose status nobody asks for has its faults found all the same.
if grep -q '^S\["SANITIZER_CFLAGS"\]="-f' "$NORIA_BUILD/config.status"; then
	for fault in overflow:ILL beyond:heap-buffer-overflow table:global-buffer-overflow freed:heap-use-after-free leak:LeakSanitizer; do
		echo "faulty ${fault%%:*} 3 || :; echo 'ok 1 - done'; echo 1..1" >"$HOME/faulty.sh"
		"$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/faulty.sh" >said 2>&1
		cp said tap-output
		ok "found: ${fault%%:*}" sh -c 'cat said; grep -q "^# .*ERROR: .*$1" said && grep -q "faulty.c:[0-9]" said && grep -q "^Bail out! the sanitizers" said' sh "${fault#*:}"
	done
fi

# A script that finishes where something lacks goes no further.
printf '%s\n' '. "$NORIA_SOURCE/tests/tap.sh"' 'skip listed "it lacks"' finish 'ok "what needs it" false' finish >"$HOME/finishes.sh"
ok "a script that is finished ends" sh -c '! "$1" "$2" "$3" | grep "what needs it"' sh "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/finishes.sh"

# What is not everywhere is skipped under its name, and only that.
printf '%s\n' 'optional absent false' 'shell exit 9' end 'optional there true' 'shell true' end >"$HOME/optional.t"
has "a screen script skips what is not there" "ok 1 - absent # SKIP" "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/optional.t"
has "and nothing else" "ok 2 - optional:5: true" "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/optional.t"

# Keys are counted by who sends them: one too many fails, and none at all proves nothing.
counted() { # KEYS
	printf 'run cat >/dev/null\nkeys_from_here\n%s\ntype words\nkeys_at_most 2\nsignal TERM\n' "$1" >counted.t
	"$NORIA_BUILD/tests/tui/driver" counted.t
}
has "as many keys as there may be" "ok 1 - counted:5: it takes 2 keys at most" counted 'key a*2'
has "one key too many fails" "not ok 1 - counted:5: it takes 2 keys at most" counted 'key a Tab*2'
has "a key not pressed is not counted" "not ok 1 - counted:5: keys_at_most N, after keys" counted 'type more'

# Attributes that cannot be seen on a blank do not count in a stored screen, all others do.
mkdir -p tree/tests/tui/screens
drawn() { # FORMAT: compared with what was drawn first
	printf 'size 40x4\nrun printf "\\033[2J\\033[H%s\\033[0m\\033[4;1H"; sleep 5\npause 0.2\nscreen drawn\nsignal TERM\n' "$1" >drawn.t
	NORIA_SOURCE=$HOME/tree "$NORIA_BUILD/tests/tui/driver" drawn.t
}
drawn_alike() {
	drawn "$1" >drawn 2>&1
	grep '^\(not \)\?ok 1' drawn
}
NORIA_TEST_UPDATE=1 drawn_alike '\033[1;31m red one \033[0m \033[7m on  ' >stored
cp drawn tap-output
ok "a screen is stored" grep -q 'bold text 1 " red one "' tree/tests/tui/screens/drawn.txt
has "the same words with other blanks" "ok 1 - " drawn_alike ' \033[1;31mred one\033[0m  \033[7m on  '
has "and between them" "ok 1 - " drawn_alike '\033[1;31m red\033[0m \033[1;31mone\033[0m  \033[7m on  '
has "and with text colours on blanks" "ok 1 - " drawn_alike '\033[32m \033[1;31mred one\033[0m  \033[7m on  '
number=0
for other in '\033[1;31m red one \033[0m \033[7m on \033[0m ' '\033[1;32m red one \033[0m \033[7m on  ' '\033[31m red one \033[0m \033[7m on  ' \
	'\033[1;31m red one \033[0m \033[7;1m on  ' '\033[1;31m red \033[42mone \033[0m \033[7m on  ' '\033[1;31m red\033[42m \033[0;1;31mone \033[0m \033[7m on  ' '\033[1;31m red one \033[0m \033[7m on  \033[0m \033[4m '; do
	number=$((number + 1))
	has "what can be seen counts: $number" "not ok 1 - " drawn_alike "$other"
done

# How long to fuzz is the caller's; what else the caller has set is not.
printf '%s\n' 'echo "1..0 # rounds=${NORIA_FUZZ_ROUNDS-none} mail=${NORIA_MAIL-none}"' >"$HOME/environment.sh"
has "the caller says how long to fuzz" "rounds=7 mail=none" env NORIA_FUZZ_ROUNDS=7 NORIA_MAIL=x "$NORIA_SOURCE/tests/run" "$NORIA_BUILD" "$HOME/environment.sh"

# Under _FORTIFY_SOURCE the compiler calls other functions (open: __open_2, read: __read_chk): faults must strike these too.
wraps=$(sed -n '/^fault_wraps = /,/[^\\]$/p' "$NORIA_SOURCE/tests/local.mk" | sed 's/^fault_wraps = //; s/\\$//')
unwrapped() {
	nm -u "$NORIA_BUILD/libnoria.a" | sed -n 's/^ *U \(__\([a-z0-9]*\)_\(chk\|2\)\)$/\1 \2/p' | sort -u | while read -r call name; do
		case " $(echo $wraps) " in
		*" $call "*) ;;
		*" $name "*) echo "$call" ;;
		esac
	done
}
if command -v nm >/dev/null; then
	ok "no fortified call passes by the faults" sh -c "test -z '$(unwrapped)' || { echo '$(unwrapped)'; exit 1; }"
fi

mkdir suites
printf 'listed\tfor a reason\n' >suites/skips
# The harness's own results, not what one remembers of their form.
results() {
	suite=$1 tap=$2
	env AM_TAP_AWK=awk sh "$NORIA_SOURCE/build-aux/tap-driver.sh" --test-name "$suite" --log-file "suites/$suite.log" --trs-file "suites/$suite.trs" \
		--color-tests no --enable-hard-errors yes --expect-failure no -- printf "$tap" >/dev/null
}
results good 'ok 1 - fine\nok 2 - listed # SKIP x # y\n1..2\n'
results skipped 'ok 1 - unlisted # SKIP x\n1..1\n'
results mute 'ok 1 - listed # SKIP x\n1..1\n'
: >suites/mute.log
: >suites/empty.trs
sum() {
	awk -f "$NORIA_SOURCE/tests/summary.awk" suites/skips "$@"
}
has "passes are summed, a listed skip is none" "1 passed, 0 failed" sum suites/good.trs
has "an unlisted skip fails" "1 passed, 1 failed" sum suites/good.trs suites/skipped.trs
has "and is named" "skipped without being in tests/skips.txt: unlisted" sum suites/skipped.trs
has "a skip that no log names fails" "0 passed, 1 failed" sum suites/mute.trs
has "an empty result fails" "1 passed, 1 failed" sum suites/good.trs suites/empty.trs
status 1 "and the status says so" sum suites/good.trs suites/empty.trs
has "no suite at all fails" "0 passed, 1 failed" sum
finish
