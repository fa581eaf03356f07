# The table of commands against itself, the views that act on it, the manual and the sentences that name keys.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$NORIA_SOURCE" || exit 99

ok "no key is two commands at one place" none keys check

# The manual has each command with its keys and its label, and nothing that does not exist.
sed -n '/^\.\\" begin/,/^\.\\" end/p' man/noria-keys.7 | sed '1d;$d' >"$HOME/manual"
keys man >"$HOME/table"
ok "the table has more than a hundred commands" test "$(grep -c '^\.TP' "$HOME/table")" -gt 100
ok "noria-keys(7) lists the commands as they are (make update-keys)" diff -u "$HOME/manual" "$HOME/table"
sed -n '/^\.\\" begin/,/^\.\\" end/p' man/noria-config.5 | sed '1d;$d' >"$HOME/manual"
keys config >"$HOME/table"
ok "noria-config(5) lists settings, keys, styles, colours and commands as they are (make update-keys)" diff -u "$HOME/manual" "$HOME/table"
themes_told() {
	sed -n 's/^Themes that ship: \(.*\)\.$/\1/p' man/noria-config.5 | tr -d , | tr ' ' '\n' | sort
}
ok "and the themes that ship" sh -c 'test "$1" = "$2"' sh "$(themes_told)" "$(ls data/themes | sort)"

# Whatever a view acts on exists, and nothing else looks at keys.
keys names | sort -u >"$HOME/names"
acted_on() {
	sed -n '/^\(static \)\{0,1\}const struct action .*\[\] = {/,/^};/s/.*\.command = "\([^"]*\)".*/\1/p' src/tui/*.c | sort -u
}
unknown_actions() {
	acted_on | comm -23 - "$HOME/names"
}
ok "actions were found" test "$(acted_on | wc -l)" -gt 60
ok "each action of a view is a command, or a family of them" none unknown_actions

# A command of places does something there: the view has an action for it, or it has a function of its own.
idle_commands() {
	keys places | while read -r command place; do
		case $place in
		browse | list | mend | checklist | gantt) files="src/tui/view_$place.c src/tui/list_commands.c" ;;
		prompt | question | pager | calendar) files=src/tui/view_$place.c ;;
		choices) files=src/tui/view_pick.c ;;
		editor) files=src/tui/view_text.c ;;
		*) files=src/tui/view_$place.c ;;
		esac
		family=$(sed -n "/{ \"$command\", /,/},\$/s/.*\.family = \"\([^\"]*\)\".*/\1/p" src/tui/command_table.c | head -n 1)
		# shellcheck disable=SC2086
		sed -n "/{ \"$command\", /,/},\$/p" src/tui/command_table.c | grep -q '\.run = ' ||
			grep -qE "\.command = \"($command|${family:-$command})\"" $files || echo "$command does nothing in $place"
	done
}
ok "each command of a view is one that it acts on" none idle_commands

keys_by_hand() {
	grep -nE 'strcmp\((key|event)[^,]*name, ' src/tui/*.c |
		# The text of a paste that came as keys.
		grep -v '^src/tui/typed\.c:' | grep -v '^src/tui/keys\.c:.*"Space"'
}
ok "no view compares keys by itself" none keys_by_hand

# "{add}" in a sentence stands for a key of the command add; in translations too.
told() {
	grep -hoE '\{[a-z0-9-]+\}' src/tui/*.c po/*.po | tr -d '{}' | sort -u
}
unknown_told() {
	told | comm -23 - "$HOME/names"
}
ok "sentences name commands" test "$(told | wc -l)" -gt 10
ok "each command that a sentence names exists" none unknown_told

# A key that is written out in a sentence stays there when it is bound anew.
written_out() {
	grep -nE '_\("([^"]*[ (;:])?(Esc|Escape|Enter|Tab|F2|Delete|PgUp|PgDn|Ctrl-.) [a-z]' src/tui/*.c
}
ok "no sentence writes a key out" none written_out

finish
