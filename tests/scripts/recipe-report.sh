# HACKING, "To add a report", to the letter and to a copy of the tree: its file, and a line.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/recipe.sh"

if ! recipe_copy; then
	skip "recipe" "$recipe_lacks"
	finish
	exit 0
fi

touch "$HOME/tap-begun"
sleep 0.1
recipe_block src/report/owners.c >"$COPY/src/report/owners.c"
ok "HACKING has the report's file" grep -q '^const struct report_def report_owners' "$COPY/src/report/owners.c"
line=$(recipe_block 'REPORT(owners)')
sed -i "s/REPORT(actions).*/&\n\t$line \\\\/" "$COPY/src/report/all.h"
ok "and the line that names it" grep -q '^	REPORT(owners) \\$' "$COPY/src/report/all.h"
ok "make update-sources" recipe_make update-sources
ok "make" recipe_make all
PATH=$COPY_BUILD:$PATH
changed() {
	(cd "$COPY" && find src data man po tests HACKING -newer "$HOME/tap-begun" -type f | grep -v '^src/report/owners.c$\|^src/report/all.h$\|^src/local.mk$')
}
ok "nothing else was touched" test -z "$(changed)"

# The command line.
F=$HOME/S.noria
fresh "$F" --organisation=Zoo
noria add "$F" asset name="Cage of the zebra" owner="Jeanne Roy" >/dev/null
noria add "$F" asset name="Pond" owner="Otto Lake" >/dev/null
has "its help tells of it" 'Each asset with who answers for it.' noria help export
has "with its formats" 'text, html, pdf, xlsx, csv' sh -c 'noria help export | grep -A1 "^  owners  "'
has "what is no report is answered with it too" ' owners,' noria export "$F" nosuch
has "as text" 'Cage of the zebra' noria export "$F" owners --format=text
has "as HTML" 'Otto Lake</' noria export "$F" owners --format=html
has "as CSV" 'Pond' noria export "$F" owners --format=csv
ok "of what a filter lets through" sh -c 'noria export "$1" owners --where="owner=\"Otto Lake\"" --format=text >made && grep -q Pond made && ! grep -q zebra made' sh "$F"
status 2 "in no other format" noria export "$F" owners --format=ics

# The completion of bash.
completed() { # WORD...: what the last of them may become
	bash --noprofile --norc -c '
		. "$1"
		shift
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
		function=$(complete -p noria | sed "s/.*-F \([^ ]*\).*/\1/")
		"$function" noria "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
		printf "%s\n" "${COMPREPLY[@]}"' bash "$COPY/data/completions/noria.bash" "$@"
}
if command -v bash >/dev/null; then
	ok "its name is completed" sh -c 'test "$1" = owners' sh "$(completed noria export "$F" own | tr -d ' ')"
fi

# The screen: in the list of assets it is the first, and it is looked at there.
cat >"$HOME/owners.t" <<'END'
file
shell noria new $F --organisation=Zoo
shell noria add $F asset name="Cage of the zebra" owner="Jeanne Roy"
start $F
wait Zoo
type :
wait "Palette"
type Owners of
wait "> Owners of the assets"
key Escape
type :
wait "Palette"
type Assets
key Enter
wait "Cage of the zebra"
type x
wait "> Owners of the assets"
key Enter
wait "Of which records?"
key Enter
wait "look at it here"
key Enter
wait "Preview"
expect "Jeanne Roy"
END
ok "the palette, the export menu, and a look at it" recipe_screens "$HOME/owners.t"
finish
