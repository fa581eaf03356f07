# For tests that do what HACKING says to a copy of the tree: after tests/tap.sh.
#
#     copy_tree                    copies sources and build folder below $HOME/copy; sets $COPY and $COPY_BUILD
#     recipe_copy                  the same; false: it cannot be done here, why is in $recipe_lacks
#     recipe_make TARGET...        make in the copy
#     recipe_block TEXT            from HACKING, the indented block in whose first line TEXT stands
#     recipe_screens SCRIPT        a script of the terminal driver; true: all that it looks at is as it says

unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES TESTS

# The copy lies below one folder as the originals lie below /, so that relative paths still lead from
# the one to the other; all times are kept, so that only what is changed is made again.
copy_tree() {
	COPY=$HOME/copy$NORIA_SOURCE
	COPY_BUILD=$HOME/copy$NORIA_BUILD
	mkdir -p "$COPY" "$COPY_BUILD"
	for recipe_entry in "$NORIA_SOURCE"/* "$NORIA_SOURCE"/.clang-format; do
		test -f "$recipe_entry/config.status" || cp -a "$recipe_entry" "$COPY" || return 1
	done
	cp -a "$NORIA_BUILD/." "$COPY_BUILD" || return 1
	recipe_move "$NORIA_SOURCE" "$COPY"
	case $NORIA_BUILD in
	"$NORIA_SOURCE"*) ;;
	*) recipe_move "$NORIA_BUILD" "$COPY_BUILD" ;;
	esac
}

recipe_copy() {
	recipe_lacks=
	test -z "${NORIA_TEST_SLOW-}" || recipe_lacks="the build is sanitized"
	command -v automake >/dev/null || recipe_lacks="automake is not there"
	grep -q '^MAINT = *$' "$NORIA_BUILD/Makefile" || recipe_lacks="a build of a release does not follow new sources"
	test -z "$recipe_lacks" && copy_tree
}

# FROM TO: the paths that configure wrote down; where the tree is /noria, not the end of .../share/noria.
recipe_move() {
	recipe_paths='s#\(^\|[[:space:]"'"'"'=:;,(`]\|-I\|-L\)'$1'\(/\|[[:space:]"'"'"':;,)`]\|$\)#\1'$2'\2#g'
	grep -rlIF --exclude='*.log' "$1" "$COPY_BUILD" >"$HOME/moved"
	while read -r recipe_file; do
		cp -p "$recipe_file" "$HOME/kept"
		sed -e "$recipe_paths" -e "$recipe_paths" "$HOME/kept" >"$recipe_file"
		touch -r "$HOME/kept" "$recipe_file"
	done <"$HOME/moved"
}

# How well it is optimised, and what else finds mistakes, is a matter of the build itself.
recipe_make() {
	make -s -C "$COPY_BUILD" -j2 CFLAGS=-O0 HARDENING_CPPFLAGS= ANALYZER_CFLAGS= "$@"
}

recipe_block() {
	awk -v wanted="$1" '
		/^    / {
			if (!inside && !done && index($0, wanted)) inside = 1
			if (inside) { for (; blank; blank--) print ""; print substr($0, 5) }
			begun = 1
			next
		}
		/^$/ { if (inside) blank++; next }
		{ if (inside) done = 1; inside = 0 }' "$NORIA_SOURCE/HACKING"
}

# The driver's status tells only that it came to its plan.
recipe_screens() {
	"$NORIA_BUILD/tests/tui/driver" "$1" >"$HOME/screens"
	cat "$HOME/screens"
	grep -q '^1\.\.' "$HOME/screens" && ! grep -q '^not ok' "$HOME/screens"
}
