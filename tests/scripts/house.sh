# The rules of the house that a machine can check.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$NORIA_SOURCE" || exit 99

# What a folder may include; the arrows run one way.
allowed() {
	case $1 in
	base) echo base ;;
	model) echo base model ;;
	store) echo base model store ;;
	exchange | report) echo base model store exchange report ;;
	app) echo base model store exchange report app ;;
	# The terminal is one command among those of the command line.
	cli) echo base model store exchange report app cli tui ;;
	tui) echo base model store exchange report app tui ;;
	esac
}

arrows_run_back() {
	for folder in base model store exchange report app cli tui; do
		test -d "src/$folder" || continue
		find "src/$folder" -name '*.[ch]' -exec grep -Hn '^#include "' '{}' + | while IFS= read -r line; do
			target=$(printf '%s\n' "$line" | sed -n 's/.*#include "\([a-z]*\)\/.*/\1/p')
			case $target in
			base | model | store | exchange | report | app | cli | tui)
				case " $(allowed $folder) " in
				*" $target "*) ;;
				*) echo "$line" ;;
				esac
				;;
			esac
		done
	done
}

# FOLDER HEADERS: the header is included nowhere else.
only_in() {
	grep -rlE "#include <($2)" src --include='*.[ch]' | grep -v "^src/$1/"
}

# What the compiler made of the sources of a folder; the helper programs below report/ are programs of their own.
circles() {
	for folder in base model store exchange report app cli tui; do
		find "src/$folder" -name '*.c' ! -path 'src/report/*/*' | sed "s,^,$NORIA_BUILD/,; s,c\$,o," |
			xargs nm -A -g | awk -v folder="$folder" -f tests/circles.awk tests/circles.txt -
	done
}

none() {
	"$@" >"$HOME/found"
	cat "$HOME/found"
	! test -s "$HOME/found"
}

not_listed() {
	find src -name '*.c' | while read -r file; do
		grep -qw "$file" src/local.mk || echo "$file"
	done
}

# A function is one screen.  Those that are left are listed and are taken off the list with their last line.
long_functions() {
	find src -name '*.c' | sort | xargs awk '
		FNR == 1 { inside = 0 }
		/^[a-z].*[^;]$/ && !inside { head = $0; start = FNR }
		/^\{/ { inside = 1 }
		/^\}/ && inside {
			inside = 0
			if (FNR - start >= 80) {
				match(head, /[a-z_0-9]+\(/)
				print FILENAME ": " substr(head, RSTART, RLENGTH - 1)
			}
		}' >"$HOME/long"
	cat >"$HOME/left" <<-END
		src/exchange/soa.c: read_line
		src/tui/view_browse.c: command
		src/tui/view_record.c: read_all
	END
	diff "$HOME/left" "$HOME/long"
}
ok "functions are one screen" none long_functions

not_for_translators() {
	grep -rlE '(^|[^A-Za-z_])(_|N_|ngettext) ?\("' --include='*.c' --include='*.h' src | while read -r file; do
		grep -qx "$file" po/POTFILES.in || echo "$file"
	done
}

ok "no include runs back up the layers" none arrows_run_back
ok "no files of a folder stand on each other in a circle" none circles
# What reaches a terminal passes the functions that neutralise: cli_line and cli_message, draw_text, struct output.
prints_by_itself() {
	grep -nE '(^|[^a-z_])(v?f?printf|f?puts|f?putchar|putc|fputc|fwrite|perror) ?\(' src/cli/*.c src/app/*.c src/main.c | grep -vE '^src/cli/words.c:|^src/app/(preferences|recent).c:'
	grep -nE '(^|[^a-z_])(mv)?w?(addn?w?str|addch|add_wch|addn?wstr|printw|insn?str)(_set)? ?\(' src/tui/*.c | grep -v '^src/tui/terminal.c:'
}
ok "text reaches a terminal by the functions that neutralise it" none prints_by_itself
ok "curses only in tui" none only_in tui 'curses|ncurses|panel|term\.h'
ok "SQLite only in store" none only_in store 'sqlite3'
# A statement that ends with anything but DONE is a failure: one function steps and tells so.
steps_elsewhere() {
	grep -n 'sqlite3_step *(' -r src | grep -v '^src/store/statements\.c:' |
		# Before a file is known to be ours there is no store that could keep a failure; the digest of a schema not read to its end is false.
		grep -v '^src/store/schema\.c:'
}
ok "statements are stepped in one place" none steps_elsewhere
# What is particular to a report stands in its entry of the table, not where reports are asked for.
asks_for_a_report() {
	grep -nE '(cmp|str|chr) ?\([a-z_.>-]*(what|report->name|choice\.def->name), "' -r src --include='*.[ch]'
}
ok "no report is asked for by its name but in its table" none asks_for_a_report
# What is open, due and late is answered with the rows (store/lib.h: struct row, struct cell), by the one rule of the word `late`.
asks_by_itself() {
	grep -nE 'FIELD_DUE|->open\[|status_is_open' -r src --include='*.[ch]' | grep -vE '^src/(model|store)/'
}
ok "what is late is asked of the store alone" none asks_by_itself
# What a user can do stands once, in app/ (an import is exchange's own door to the store): no face writes by itself.
writes_by_itself() {
	grep -nE '(^|[^a-z_])(action_(begin|add|set|remove|commit|rollback|attach|bulk|unresolved|resolved|adopt_organisation)|store_(add|set)) ?\(' -r src --include='*.[ch]' |
		grep -vE '^src/(store|exchange|app)/'
}
ok "writes only in app" none writes_by_itself
ok "libxml2 only in exchange" none only_in exchange 'libxml'
ok "every source is listed (make update-sources)" none not_listed
ok "every file with sentences is in POTFILES.in (make update-po)" none not_for_translators

# The translations are complete.
complete() {
	command -v xgettext >/dev/null || { echo "there is no xgettext"; return 1; }
	grep -v '^#' po/POTFILES.in >"$HOME/files"
	xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
		-f "$HOME/files" -o "$HOME/noria.pot" 2>/dev/null || return 1
	msgmerge -q -N po/fr.po "$HOME/noria.pot" -o "$HOME/fr.po" || return 1
	msgattrib --no-obsolete --untranslated --no-wrap "$HOME/fr.po" | grep '^msgid' | grep -v 'msgid ""$'
	! msgattrib --no-obsolete --untranslated "$HOME/fr.po" | grep -q '^msgid' &&
		! msgattrib --only-fuzzy --no-obsolete "$HOME/fr.po" | grep -q '^msgid'
}
ok "the French translation is complete" complete
finish
