# What is installed for desktops and shells: in its places, and valid.
. "$NORIA_SOURCE/tests/tap.sh"

D=$HOME/installed
make -s -C "$NORIA_BUILD" install DESTDIR="$D" >install.log 2>&1 || cat install.log
share=$(find "$D" -type d -path '*/share/applications' -prune -exec dirname '{}' +)
cd "$share" || exit 99
for place in applications/noria.desktop mime/packages/noria.xml icons/hicolor/scalable/apps/noria.svg \
	metainfo/org.noria.noria.metainfo.xml bash-completion/completions/noria zsh/site-functions/_noria \
	fish/vendor_completions.d/noria.fish man/man1/noria.1 man/man5/noria.5 man/man5/noria-config.5; do
	ok "installed: $place" test -s "$place"
done
make -s -C "$NORIA_BUILD" uninstall DESTDIR="$D" >"$HOME/uninstall.log" 2>&1
ok "and taken away again" sh -c '! find "$1" -type f | grep .' sh "$D"

cd "$NORIA_SOURCE/data/desktop" || exit 99
if command -v desktop-file-validate >/dev/null; then
	ok "the desktop entry is valid" sh -c 'desktop-file-validate noria.desktop >"$1" 2>&1; cat "$1"; ! test -s "$1"' sh "$HOME/said"
else
	skip "desktop entry" "desktop-file-validate is not there"
fi
if command -v appstreamcli >/dev/null; then
	ok "the AppStream metadata are valid" appstreamcli validate --no-net org.noria.noria.metainfo.xml
else
	skip "AppStream" "appstreamcli is not there"
fi
if command -v xmllint >/dev/null; then
	ok "MIME type, metadata and icon are well-formed XML" xmllint --noout noria.xml noria.svg org.noria.noria.metainfo.xml
else
	skip "XML of the desktop" "xmllint is not there"
fi

# What they say of the program is true of it.
type=$(sed -n 's/^MimeType=\(.*\);$/\1/p' noria.desktop)
ok "entry, MIME type and metadata name one type" sh -c 'grep -q "type=\"$1\"" noria.xml && grep -q "<mediatype>$1</mediatype>" org.noria.noria.metainfo.xml' sh "$type"
version=$(noria --version | sed -n '1s/^Noria //p')
has "the metadata name the version" "<release version=\"$version\"" cat org.noria.noria.metainfo.xml
ok "so does the manual" sh -c 'grep -q "\"Noria $1\"" "$2/man/noria.1" "$2/man/noria.5" "$2/man/noria-config.5"' sh "$version" "$NORIA_SOURCE"
ok "NEWS begins with it" sh -c 'test "$(head -n 1 "$2/NEWS")" = "Noria $1"' sh "$version" "$NORIA_SOURCE"

# The magic finds a file of ours whatever its name, and no other database.
cd "$HOME" || exit 99
noria new file-of-ours --organisation=Zoo
mv file-of-ours ours.db
sqlite3 other.db 'CREATE TABLE t(a)'
magic() { # FILE: do the bytes stand that noria.xml asks for?
	want=$(sed -n 's/.*type="big32" value="0x\([0-9A-F]*\)" offset="68".*/\1/p' "$NORIA_SOURCE/data/desktop/noria.xml" | tr A-F a-f)
	test -n "$want" && test "$(head -c 15 "$1")" = "SQLite format 3" && test "$(dd if="$1" bs=1 skip=68 count=4 2>/dev/null | od -An -tx1 | tr -d ' \n')" = "$want"
}
ok "a file of ours has the magic" magic ours.db
ok "another database has not" sh -c '! test "$(dd if=other.db bs=1 skip=68 count=4 2>/dev/null)" = NORI'
if command -v update-mime-database >/dev/null && command -v gio >/dev/null; then
	mkdir -p .local/share/mime/packages && cp "$NORIA_SOURCE/data/desktop/noria.xml" .local/share/mime/packages/ && update-mime-database .local/share/mime 2>/dev/null
	has "the desktop knows it" "$type" gio info -a standard::content-type ours.db
	ok "and no other one for it" sh -c '! gio info -a standard::content-type other.db | grep -q x-noria'
else
	skip "MIME database" "update-mime-database or gio is not there"
fi
finish
