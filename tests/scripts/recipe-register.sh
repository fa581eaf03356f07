# HACKING, "To add a register", to the letter and to a copy of the tree: the register that stands there,
# and one with a field of every type (that of tests/specimen, under another name).
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/recipe.sh"

if ! recipe_copy; then
	skip "recipe" "$recipe_lacks"
	finish
	exit 0
fi
registers=$COPY/src/model/registers
older=$NORIA_BUILD/noria

# Steps 1 and 2.
renamed='s/noria-specimen/noria/g; s/specimen/creature/g; s/Specimen/Creature/g; s/"SP"/"CR"/; s/SP-\([0-9]\)/CR-\1/g'
recipe_block 'src/model/registers/visitor.c' >"$registers/visitor.c"
ok "HACKING has the register's file" grep -q '^const struct register_def register_visitor' "$registers/visitor.c"
{
	echo '#include "model/registers/parts.h"'
	sed -n '/^static const struct choice/,/^static const struct register_def/p' "$NORIA_SOURCE/tests/specimen/dictionary.c" | sed '$d'
	sed -n '/^static const struct register_def/,/^};/p' "$NORIA_SOURCE/tests/specimen/dictionary.c" | sed 's/^static //'
} | sed "$renamed" >"$registers/creature.c"
{
	sed "/REGISTER(incident)/r /dev/stdin" "$registers/all.h" <<-END
		$(recipe_block 'REGISTER(visitor)')
	END
	echo 'REGISTER(creature)'
} >"$HOME/all.h"
cp "$HOME/all.h" "$registers/all.h"

# Step 3.
last=$(ls "$NORIA_SOURCE/data/schema" | sed -n 's/^0*\([0-9][0-9]*\).*\.sql$/\1/p' | tail -1)
migration=$COPY/data/schema/$(printf '%03d' $((last + 1))).sql
status 2 "make update-schema begins the migration" recipe_make update-schema
ok "with a table for each" test "$(grep -c '^CREATE TABLE "\(visitor\|creature\)"($' "$migration")" = 2
cp "$migration" "$HOME/whole.sql"
grep -v '"weight' "$HOME/whole.sql" >"$migration"
has "what is missing from it is told" 'ALTER TABLE "creature" ADD COLUMN "weight" REAL;' recipe_make update-schema
ok "and it has no digest" test "$(grep -c blake2b "$migration")" = 0
cp "$HOME/whole.sql" "$migration"
ok "what is whole gets its digest" recipe_make update-schema
ok "in its last line" sh -c 'tail -1 "$1" | grep -qx -e "-- blake2b [0-9a-f]\{64\}"' sh "$migration"
ok "make" recipe_make all
sed 's/"day" TEXT/"day" ANY/' "$migration" >"$HOME/changed.sql"
cp -p "$migration" "$HOME/whole.sql"
cp "$HOME/changed.sql" "$migration"
has "a migration that has its digest is not changed" 'was changed after its digest was taken' recipe_make update-schema
cp -p "$HOME/whole.sql" "$migration"

# It works by command line, CSV, undo ... as the specimen does.
PATH=$COPY_BUILD:$PATH
sed -e "s,\(^\|[ (]\)noria \(new\|add\|list\) ,\1$older \2 ,g" -e "$renamed" \
	-e '/tests\/tap.sh"$/d' -e '/^finish$/d' -e '/^PATH=/d' "$NORIA_SOURCE/tests/scripts/specimen.sh" >"$HOME/creature.sh"
. "$HOME/creature.sh"
has "its history is told" "Plain zebra" noria history "$F" CR-1
ok "it is set" noria set "$F" CR-1 title="Dark zebra" controls=A.5.2
ok "undone" noria undo "$F"
ok "and done again" noria redo "$F"
has "which gives the new name" "Dark zebra" noria show "$F" CR-1
has "and the new controls" "2022:A.5.2" noria show "$F" CR-1
ok "check is content still" noria check "$F"

# ... and by form, list and search.
sed -e "$renamed" -e "s|\$NORIA_BUILD/tests/noria|$COPY_BUILD/noria|g; s|^shell noria|shell $older|; s|^shell fresh|shell PATH=$NORIA_BUILD:\$PATH fresh|" \
	"$NORIA_SOURCE/tests/tui/specimen.t" >"$HOME/creature.t"
ok "the form, the list and its search" recipe_screens "$HOME/creature.t"

# The register of HACKING itself.
V=$HOME/visitors.noria
fresh "$V" --organisation=Zoo
has "HACKING's register: add" "VIS-1" noria add "$V" visitor name="Ada Caller" host="Jeanne Roy"
has "list" "Ada Caller" noria list "$V" visitor --where='day=2026-11-24 host="Jeanne Roy"'
ok "set" noria set "$V" VIS-1 day=2026-11-20
has "show" "2026-11-20" noria show "$V" VIS-1
ok "remove" noria remove "$V" VIS-1
ok "undo" noria undo "$V"
ok "check" noria check "$V"
cat >"$HOME/visitor.t" <<'END'
file
shell noria new $F --organisation=Zoo
start $F
wait Zoo
type 2
key Tab
wait "Visitors"
END
ok "it stands in the panel" recipe_screens "$HOME/visitor.t"

# Before the commit.
ok "make update-po" recipe_make update-po
ok "finds its sentences" grep -qx 'src/model/registers/visitor.c' "$COPY/po/POTFILES.in"
finish
