# The session in README, line by line: what it says is printed is printed, and nothing else.
. "$NORIA_SOURCE/tests/tap.sh"
unset NORIA_CLOCK # a reader has none
mkdir session && cd session || exit 99

# "$ COMMAND", below it what it prints; "..." stands for what differs from day to day.
sed -n 's/^    //p' "$NORIA_SOURCE/README" >../lines
awk '/^\$ / { on = 1 } on' ../lines | sed '/^\.\/configure /,$d' >../said

commands=0
step() { # runs the command that was read, and compares
	test -n "$command" || return 0
	commands=$((commands + 1))
	eval "$command" >../printed 2>../told
	ended=$?
	# What it says on standard error is said in README where it says anything.
	sed 's/ *$//' ../printed >../all
	grep -q '^noria: ' ../expected && cat ../told >>../all
	{
		echo "expected:"
		cat ../expected
		echo "printed:"
		cat ../all ../told
		echo "status: $ended"
	} >"$HOME/tap-output"
	test $ended = 0 && same ../expected ../all
	tap_result $? "$command"
}
same() {
	test "$(wc -l <"$1")" = "$(wc -l <"$2")" || return 1
	awk 'NR == FNR { said[FNR] = $0; next }
		{
			want = said[FNR]
			if (sub(/\.\.\.$/, "", want) ? index($0, want) != 1 : $0 != want) { differs = 1; exit }
		}
		END { exit differs }' "$1" "$2"
}
command=
while IFS= read -r line <&3; do
	case $line in
	'$ '*)
		step
		command=${line#'$ '}
		: >../expected
		;;
	*) printf '%s\n' "$line" >>../expected ;;
	esac
done 3<../said
step
ok "the session has commands" test $commands -gt 20

# And the comparison can fail.
printf 'a\nb...\n' >../one
printf 'a\nbc\n' >../two
printf 'a\nc\n' >../three
ok "what differs is allowed where it is said" same ../one ../two
for other in ../three ../said; do
	same ../one "$other"
	test $? = 1
	tap_result $? "a session that differs is none: $other"
done
finish
