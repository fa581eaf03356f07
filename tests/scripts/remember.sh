# What an account saw last of a journal: an old copy put back and a journal made anew are
# found, and stay found until somebody accepts them under his name.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
noria new "$F" --organisation=Test >/dev/null 2>&1
noria add "$F" risk title="Theft of laptops" >/dev/null
cp "$F" old.noria
noria set "$F" R-1 title="Theft of laptops and phones"
newest=$(noria history "$F" --limit=1 | sed -n 's/.*@host  \([0-9a-f]*\).*/\1/p')
status 0 "the file is whole" noria check "$F"

# An older copy is put back.
cp old.noria "$F"
has "an older copy is found" "The entry that this account saw last ($newest) is not in the journal" noria check "$F"
status 1 "and the answer is no" noria check "$F"
ok "who only looks changes nothing of it" noria list "$F" risk
noria list "$F" risk >seen 2>said
has "and is told, once" "\`noria check\` tells more" cat said
ok "in one line" test "$(wc -l <said)" -eq 1
for look in "list $F due" "show $F R-1" "export $F soa --format=text" "history $F" "verdict $F"; do
	# shellcheck disable=SC2086
	noria $look >seen 2>said
	ok "so is who asks for $look" grep -q "is not in the journal" said
done
noria add "$F" risk title=Flood >/dev/null 2>said
has "who writes is told" "($newest) is not in the journal" cat said
status 1 "and finds it still" noria check "$F"
noria add "$F" risk title=Storm >/dev/null 2>&1
noria undo "$F" >/dev/null 2>&1
has "however much is written" "($newest)" noria check "$F"
ok "another account saw nothing else" env XDG_STATE_HOME="$HOME/other" noria check "$F"
cp "$F" aside.noria
ok "the file at another place is another file" noria check aside.noria

has "it is accepted" "is accepted as it is" noria check --accept "$F"
status 0 "which ends it" noria check "$F"
has "the history says who did" "officer@host" noria history "$F" --limit=1
has "and what" "accepted the journal as it stands" noria history "$F" --limit=1
ok "the entry names what it goes without" test "$(sqlite3 "$F" "SELECT substr(names, 1, 12) FROM entry ORDER BY id DESC LIMIT 1")" = "$newest"
cp "$F" past.noria
has "who undoes goes past it" "Undone: added" noria undo past.noria
ok "it is not undone" test "$(sqlite3 past.noria "SELECT count(*) FROM entry e JOIN entry u ON u.names = e.hash AND u.action = 'undo' WHERE e.action = 'accept-journal'")" = 0
has "nothing more is there to accept" "there is nothing to accept" noria check "$F" --accept
ok "it writes nothing then" test "$(sqlite3 "$F" "SELECT count(*) FROM entry WHERE action = 'accept-journal'")" = 1
noria add "$F" risk title=Hail >/dev/null 2>said
ok "who writes is told nothing any more" sh -c '! test -s said'

# The copy that was put back is put back again, by way of the one that was accepted.
cp old.noria "$F"
status 1 "the next one is found too" noria check "$F"
chmod 400 "$F"
if test "$(id -u)" -ne 0; then
	status 3 "it is not accepted where the journal cannot be written" noria check "$F" --accept
fi
chmod 600 "$F"
noria check "$F" --accept >/dev/null 2>&1

# The whole journal made anew, from its first entry: the file of another who began alike.
org=$(sqlite3 "$F" "SELECT uuid FROM record WHERE register = 'organisation'")
env XDG_STATE_HOME="$HOME/other" noria new forged.noria --organisation=Test >/dev/null 2>&1
forged=$(sqlite3 forged.noria "SELECT uuid FROM record WHERE register = 'organisation'")
sqlite3 forged.noria "UPDATE record SET uuid = '$org' WHERE uuid = '$forged'"
cp "$F" true.noria
cp forged.noria "$F"
has "another beginning is found" "The journal's beginning is another" noria check "$F"
noria add "$F" risk title=Fire >/dev/null 2>said
has "who writes is told" "The journal's beginning is another" cat said
has "and finds it still" "The journal's beginning is another" noria check "$F"
cp true.noria "$F"
status 0 "the true one put back is the true one" noria check "$F"

# The newest entry is cut off, and what follows is put in its place under its number.
noria add "$F" risk title=Ice >/dev/null
cp "$F" before.noria
noria add "$F" risk title=Snow >/dev/null
cp before.noria "$F"
XDG_STATE_HOME=$HOME/other noria add "$F" risk title=Slush >/dev/null
status 1 "another entry under the same number is found" noria check "$F"
noria check "$F" --accept >/dev/null 2>&1

# A row that bears the hash of the entry that is gone is no entry.
noria add "$F" risk title=Wind >/dev/null
cp "$F" before.noria
noria add "$F" risk title=Gale >/dev/null
gone=$(sqlite3 "$F" "SELECT hash FROM entry ORDER BY id DESC LIMIT 1")
cp before.noria "$F"
sqlite3 "$F" "INSERT INTO entry SELECT id + 1, '$gone', hash, '', time, login, host, action, '' FROM entry ORDER BY id DESC LIMIT 1"
noria add "$F" risk title=Calm >/dev/null 2>&1
sqlite3 "$F" "DELETE FROM entry WHERE hash = '$gone'; UPDATE change SET entry = entry - 1 WHERE entry = (SELECT max(id) FROM entry); UPDATE entry SET id = id - 1 WHERE id = (SELECT max(id) FROM entry)"
has "nor does it help to take it away again" "is not in the journal" noria check "$F"
noria check "$F" --accept >/dev/null 2>&1

# Programs of one account at once never raise the alarm.
status 0 "nothing is left to find" noria check "$F"
for writer in 1 2 3 4; do
	for i in 1 2 3 4 5 6 7 8; do
		noria add "$F" risk title="Writer $writer, $i" >/dev/null 2>>said-$writer || echo failed >>said-$writer
	done &
done
for i in 1 2 3 4 5 6; do
	noria check "$F" >>checked 2>&1 || echo failed >>checked
done
wait
ok "several at once are told nothing" sh -c 'cat said-? >all; ! test -s all'
ok "nor does a check among them find anything" sh -c '! grep -v "^No damage\|Another program wrote" checked'
status 0 "and all goes on" noria check "$F"
ok "from the newest entry" test "$(sed -n 3p "$XDG_STATE_HOME"/noria/heads/"$(ls -t "$XDG_STATE_HOME/noria/heads" | grep -v lock | head -n 1)")" = "$(sqlite3 "$F" "SELECT hash FROM entry ORDER BY id DESC LIMIT 1")"

# What an earlier version remembered, by the first hash alone, goes on.
first=$(sqlite3 "$F" "SELECT hash FROM entry ORDER BY id LIMIT 1")
name=$({ env printf "$(printf %s "$first" | sed 's/../\\x&/g')"; printf %s "$(realpath "$F")"; } 2>/dev/null | sha256sum | cut -c 1-32)
hash=$(sqlite3 "$F" "SELECT hash FROM entry ORDER BY id DESC LIMIT 1")
cp "$F" before.noria
rm "$XDG_STATE_HOME"/noria/heads/*
env printf '%s\n' "$(echo "$hash" | tr 0-9a-f 1-9a-f0)" >"$XDG_STATE_HOME/noria/heads/$name"
has "its alarm is not lost" "is not in the journal" noria check "$F"
echo "$hash" >"$XDG_STATE_HOME/noria/heads/$name"
status 0 "what it saw is carried over" noria check "$F"
ok "and lies there no more" test ! -e "$XDG_STATE_HOME/noria/heads/$name"
XDG_STATE_HOME=$HOME/third noria add old.noria risk title=Rain >/dev/null
cp old.noria "$F"
status 1 "and found by it" noria check "$F"
cp before.noria "$F"

# What is remembered and cannot be read is no damage of the file: the system failed.
cp -r "$XDG_STATE_HOME/noria/heads" heads
for kept in "$XDG_STATE_HOME"/noria/heads/*; do
	rm "$kept"
	mkdir "$kept"
done
status 5 "what cannot be read is no answer" noria check "$F"
has "and is told with what to do" "older copy of the file would not be noticed" noria check "$F"
for kept in "$XDG_STATE_HOME"/noria/heads/*; do
	rmdir "$kept"
	echo nothing >"$kept"
done
status 1 "what says nothing is found" noria check "$F"
rm -r "$XDG_STATE_HOME/noria/heads"
mv heads "$XDG_STATE_HOME/noria/heads"

# The organisation of a document that was read in brings its uuid along; what was remembered goes with it.
noria new a.noria --organisation=Alpha >/dev/null 2>&1
noria export a.noria soa --format=xml --output=a.xml
noria new b.noria --organisation=Beta >/dev/null 2>&1
cp b.noria older.noria
noria import b.noria a.xml >/dev/null 2>&1
ok "the uuid was taken over" test "$(sqlite3 a.noria "SELECT uuid FROM record WHERE register = 'organisation'")" = "$(sqlite3 b.noria "SELECT uuid FROM record WHERE register = 'organisation'")"
status 0 "both files are whole" sh -c 'noria check a.noria && noria check b.noria'
cp b.noria newer.noria
noria undo b.noria 2>/dev/null
status 0 "undone, it is whole" noria check b.noria
cp newer.noria b.noria
status 1 "before that was undone" noria check b.noria
noria check b.noria --accept >/dev/null 2>&1
cp older.noria b.noria
status 1 "nor does a copy from before the document was read pass for another file" noria check b.noria
rm b.noria
noria new b.noria --organisation=Beta >/dev/null 2>&1
noria import b.noria a.xml >/dev/null 2>&1
status 0 "a file made anew at the place of another begins anew" noria check b.noria

# Another organisation's file at the place of one that this account saw.
noria new one.noria --organisation=One >/dev/null 2>&1
noria new two.noria --organisation=Two >/dev/null 2>&1
cp one.noria aside.one
noria backup two.noria aside.two >/dev/null 2>&1
cp aside.two one.noria
status 1 "another organisation's file is found" noria check one.noria
has "and told" "The journal's beginning is another" noria check one.noria
noria add one.noria risk title=Hail >/dev/null 2>said
has "also who writes is told" "another file was put here" cat said
status 1 "and finds it still" noria check one.noria
has "it is accepted" "is accepted as it is" noria check --accept one.noria
status 0 "which ends it" noria check one.noria
cp aside.one one.noria
status 0 "whom it knows at this place is no surprise" noria check one.noria
rm one.noria
noria new four.noria --organisation=Four >/dev/null 2>&1
noria backup four.noria one.noria >/dev/null 2>&1
status 0 "nor is a copy that it put there itself" noria check one.noria
rm one.noria
noria new one.noria --organisation=Three >/dev/null 2>&1
status 0 "nor a file made anew" noria check one.noria

finish
