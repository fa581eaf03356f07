# Who and when: what fixes them for the tests counts nowhere but in the build tree.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
has "in the build tree the clock can be given" 2026-11-24 noria history "$F"
has "and the login" officer@host noria history "$F"

mkdir -p "$HOME/usr/bin" "$HOME/copy" || exit 99
cp "$NORIA_BUILD/noria" "$HOME/usr/bin/noria"
cp "$NORIA_BUILD/noria" "$NORIA_BUILD/noria-build-tree" "$HOME/copy/"

forge() { # PROGRAM TITLE
	env NORIA_CLOCK=2001-01-01T00:00:00Z NORIA_LOGIN=forged NORIA_SEED=1 "$1" add "$F" risk title="$2" >/dev/null 2>&1
	noria history "$F" --limit=1 >"$HOME/said"
	cat "$HOME/said"
}
# The entry is of this account, and of the clock that it is.
true_entry() {
	forge "$1" "$2"
	grep -q "$2" "$HOME/said" && ! grep -Eq 'forged|2001|@host ' "$HOME/said" && grep -q " $(id -un)@" "$HOME/said"
}
uuid() { noria show "$F" "$1" --format=json | sed -n 's/.*"uuid": "\(.*\)".*/\1/p'; }

ok "the installed program knows neither" true_entry "$HOME/usr/bin/noria" Flood
ok "nor a copy with the tree's marker beside it" true_entry "$HOME/copy/noria" Storm
ok "in the build tree both count" sh -c 'NORIA_CLOCK=2001-01-01T00:00:00Z NORIA_LOGIN=forged noria set "$1" R-1 title=Hail && noria history "$1" --limit=1 | grep -q "2001.*forged@host"' - "$F"
uuid R-1 >first
uuid R-2 >second
ok "what comes by chance comes by chance there" sh -c 'test -s first && ! cmp -s first second'

# Into a folder inside of the build tree, as `make install` with such a prefix does.
inside=$NORIA_BUILD/tests-installed.$$
mkdir -p "$inside/bin" && cp "$NORIA_BUILD/noria" "$inside/bin/noria"
ok "what is installed inside of the tree knows neither" true_entry "$inside/bin/noria" Frost
rm -rf "$inside"

# The reports' clock is no clock of the journal.
ok "SOURCE_DATE_EPOCH is no time of an entry" sh -c 'SOURCE_DATE_EPOCH=1000000000 noria add "$1" risk title=Rain >/dev/null && noria history "$1" --limit=1 | grep -q 2026-11-24' - "$F"
status 0 "the file is whole" noria check "$F"

finish
