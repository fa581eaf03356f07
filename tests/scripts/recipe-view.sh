# HACKING, "To add a view", to the letter and to a copy of the tree: its file, and a line.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/recipe.sh"

if ! recipe_copy; then
	skip "recipe" "$recipe_lacks"
	finish
	exit 0
fi

recipe_block src/tui/view_people.c >"$COPY/src/tui/view_people.c"
ok "HACKING has the view's file" grep -q '^void people_view_open' "$COPY/src/tui/view_people.c"
line=$(recipe_block 'VIEW(people')
key=$(printf '%s\n' "$line" | sed 's/^VIEW(people, "\([^"]*\)".*/\1/')
printf '%s\n' "$line" >>"$COPY/src/tui/all.h"
ok "and the line that gives it a command" test -n "$key"
ok "make" recipe_make all
PATH=$COPY_BUILD:$PATH

# By its key, and there: it moves, follows the file, is left as any other.
cat >"$HOME/people.t" <<END
size 100x60
file
shell noria new \$F --organisation=Zoo
shell noria add \$F person name="Ada Keeper"
shell noria add \$F person name="Ben Feeder"
start \$F
wait Zoo
key $key
wait "> Ada Keeper"
expect "People"
expect "  Ben Feeder"
key Down
wait "> Ben Feeder"
expect "  Ada Keeper"
key g
wait "> Ada Keeper"
type ?
wait "Who is in the file, by name."
key q
wait "> Ada Keeper"
shell noria add \$F person name="Cleo Cleaner"
wait "Cleo Cleaner"
expect "> Ada Keeper"
key q
waitnot "Ben Feeder"
type m
wait "Menu"
expect "People"
key Escape
waitnot "Menu"
type :people
wait "> People"
key Enter
wait "> Ada Keeper"
END
ok "its key, moving, the help, others' changes, the menu, the palette" recipe_screens "$HOME/people.t"
cat >"$HOME/bound.t" <<'END'
file
shell noria new $F --organisation=Zoo
shell noria add $F person name="Ada Keeper"
shell mkdir -p "$XDG_CONFIG_HOME/noria" && echo "bind C-g people" >"$XDG_CONFIG_HOME/noria/config"
start $F
wait Zoo
key C-g
wait "> Ada Keeper"
END
ok "a key of the user's own" recipe_screens "$HOME/bound.t"

# Before the commit.
ok "make update-keys" recipe_make update-keys
ok "and noria-keys(7) tells of it" grep -q 'Who is in the file, by name' "$COPY/man/noria-keys.7"
finish
