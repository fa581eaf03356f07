# noria(1) tells all: every command, option, register and variable that the program knows, examples that run.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
M=$NORIA_SOURCE/man/noria.1

# A section of the page, without roff's escapes.
section() { awk -v name=".SH $1" '/^\.SH / { on = $0 == name; next } on' "$M" | sed 's/\\-/-/g; s/\\fI//g; s/\\fR//g'; }
says_nothing() { "$@" >said; cat said; ! test -s said; }
commands=$(noria --help | sed -n 's/^noria \([a-z][a-z]*\) .*/\1/p')

not_in_synopsis() {
	section SYNOPSIS >synopsis
	for command in $commands; do
		grep -qE "^(\.B )?noria $command$|\.B noria $command$" synopsis || echo "$command"
	done
}
ok "every command is in the synopsis" says_nothing not_in_synopsis

# An option is explained by a tag of its own (.TP, .B or .BI, then text) in OPTIONS, below a heading with the command's name.
section OPTIONS | awk '
	/^\.SS / { split(substr($0, 5), names, /, /); next }
	!/^\.(TP|SS)/ && tag { for (i in names) print names[i], tag; if (!(1 in names)) print "*", tag; tag = "" }
	was_tp && /^\.BI? --/ { tag = $2; sub(/=.*/, "", tag) }
	{ was_tp = /^\.TP/ }' >explained
unexplained() {
	for command in $commands; do
		noria help "$command" | sed -n 's/^  \(--[a-z-]*\).*/\1/p' | while read -r option; do
			test "$option" = --read-only || grep -qxF -e "$command $option" explained || echo "$command $option"
		done
	done
}
ok "every option of every command is explained" says_nothing unexplained
invented() {
	while read -r command option; do
		test "$command" = '*' || noria help "$command" 2>&1 | grep -q -e "^  $option" || echo "$command $option"
	done <explained
}
ok "and no other" says_nothing invented
ok "the option of all that only read, with their names" sh -c '
	sed "s/\\\\-/-/g" "$1" | sed -n "/^\.B --read-only/,/^\.TP/p" | tr "\n" " " | sed -n "s/.*only reads (\([^)]*\)).*/\1/p" | tr -d " " | tr "," "\n" | sort >said
	for command in $2; do noria help $command | grep -q "^  --read-only" && echo $command; done | sort | diff said -' sh "$M" "$commands"
for option in -h --help -V --version; do
	ok "$option is explained" sh -c 'section=$(sed "s/\\\\-/-/g" "$1" | sed -n "/^\.SH OPTIONS/,/^\.SS/p"); echo "$section" | grep -q -e "^\.BR.* $2\( \|$\)"' sh "$M" "$option"
	ok "and known" noria "$option"
done

unnamed_registers() {
	section REGISTERS | tr -s ' .' '\n\n' >named
	noria help list | sed -n '/^Registers:/,$p' | sed 's/^Registers://' | tr -s ' ' '\n' | grep . | while read -r register; do
		grep -qx "$register" named || echo "$register"
	done
}
ok "every register is named" says_nothing unnamed_registers

# What the program asks of its surroundings; NORIA_CLOCK and the like count in tests only (HACKING).
unnamed_variables() {
	section ENVIRONMENT >environment
	grep -rhoE 'getenv\("[A-Z_]+"\)' "$NORIA_SOURCE/src" --include='*.c' | sed 's/.*"\(.*\)".*/\1/' | sort -u | while read -r name; do
		case $name in HOME | NORIA_LOCALE_DIR) continue ;; esac
		grep -qw "$name" environment || echo "$name"
	done
}
ok "every variable is explained" says_nothing unnamed_variables

# The examples, one after the other, as they stand.
section EXAMPLES | awk '/^\.EX/ { on = 1; next } /^\.EE/ { on = 0 } on' | sed "s|/backup/|$HOME/backup/|" >examples
mkdir backup
ok "there are examples" test -s examples
unset NORIA_CLOCK
ok "and they run" sh -e -u examples
ok "each does something" sh -c 'test -s assets.csv && test -s soa.xml && test -s isms.ics && ls backup/isms-*.noria'

# What the page says is laid out by man without a complaint.
if command -v man >/dev/null && command -v groff >/dev/null; then
	for page in noria.1 noria.5 noria-config.5; do
		ok "$page is laid out without a warning" sh -c 'MANWIDTH=80 man --warnings -l "$1" 2>said >/dev/null; cat said; ! test -s said' sh "$NORIA_SOURCE/man/$page"
	done
else
	skip "manual" "man or groff is not there"
fi
finish
