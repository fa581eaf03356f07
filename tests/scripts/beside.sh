# What lies beside the file, and what the file is: hostile journals, links, pipes.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

noria new whole.noria --organisation=Test >/dev/null 2>&1
noria add whole.noria risk title=Before >/dev/null
F=$HOME/test.noria
J=$F-journal

# A hot journal as SQLite makes it: the writer is killed when its pages are in the file and not committed.
cp whole.noria hot.noria
hostile crash hot.noria 2>/dev/null

# Puts the file and its hot journal there, as they were left.
fresh() {
	rm -rf "$J" "$F"-wal "$F"-shm
	cp hot.noria "$F"
	cp hot.noria-journal "$J"
}
# Refused by reading and writing commands; the file, the journal and the victim are as they were.
refused() { # NAME TEXT
	echo precious >victim
	cp "$F" file-before
	cp -P "$J" journal-before 2>/dev/null
	status 3 "$1: refused" noria list "$F" risk
	has "$1: said" "$2" noria list "$F" risk
	status 3 "$1: refused for a write" noria add "$F" risk title=After
	status 3 "$1: refused with --read-only" noria --read-only list "$F" risk
	has "$1: said with --read-only" "$2" noria --read-only list "$F" risk
	ok "$1: nothing was touched" sh -c 'test "$(cat victim)" = precious && cmp file-before "$0" && { ! test -f "$0-journal" -a ! -L "$0-journal" || cmp journal-before "$0-journal"; }' "$F"
}

fresh
ok "the journal of this test is hot" sh -c 'cp "$0" other.noria && ! noria list other.noria risk --format=tsv | grep -q Before' "$F"
has "a sound journal is read as if rolled back" "Before" noria --read-only list "$F" risk --format=tsv
ok "and lies there still" cmp hot.noria-journal "$J"
ok "check reads through it too" noria --read-only check "$F"
ok "nothing was written" cmp hot.noria "$F"
ok "a backup of it is the file as it was" sh -c 'noria --read-only backup "$0" copy.noria && noria check copy.noria && noria list copy.noria risk --format=tsv | grep -q Before' "$F"
has "a sound journal is rolled back" "Before" noria list "$F" risk --format=tsv
ok "it is gone then" test ! -e "$J"

# The first words of a journal are written last: broken off in their middle, the file is still as it was.
for k in 1 6 7; do
	cp whole.noria begun$k.noria
	cp hot.noria-journal begun$k.noria-journal
	dd if=/dev/zero of=begun$k.noria-journal bs=1 seek=$k count=$((12 - k)) conv=notrunc 2>/dev/null
	has "a journal begun by $k bytes: nothing is to be rolled back" "Before" noria list begun$k.noria risk --format=tsv
	ok "a journal begun by $k bytes: who writes goes on" noria add begun$k.noria risk title=After
	ok "a journal begun by $k bytes: the file is whole" noria check begun$k.noria
done
ok "and the file is whole" noria check "$F"

fresh
hostile super "$J" "$HOME/victim"
refused "a super-journal" "names another file"

# SQLite alone would have deleted it: the test is one.
fresh
hostile super "$J" "$HOME/victim"
printf '%s\0' "$HOME/nowhere-journal" >victim
sqlite3 "$F" "SELECT count(*) FROM risk" >/dev/null 2>&1
ok "SQLite alone deletes what a journal names" test ! -e victim

# A beginning of nothing is not played back; what follows it would be, once a write of ours has begun over it.
fresh
cp whole.noria "$F"
hostile super "$J" "$HOME/victim"
head -c 28 /dev/zero | dd of="$J" conv=notrunc 2>/dev/null
echo precious >victim
status 3 "a super-journal behind an empty beginning: refused for a write" noria add "$F" risk title=After
ok "the victim is there" grep -q precious victim

fresh
rm "$J"
cp hot.noria-journal elsewhere
ln -s "$HOME/elsewhere" "$J"
refused "a link" "is a link"
fresh
rm -f elsewhere
ln "$J" elsewhere
refused "a second name" "is a link"
fresh
rm "$J"
mkfifo "$J"
status 3 "a pipe: refused at once" timeout 30 noria list "$F" risk
status 3 "a pipe: refused at once with --read-only" timeout 30 noria --read-only list "$F" risk
fresh
rm "$J"
mkdir "$J"
status 3 "a folder: refused" noria list "$F" risk

fresh
printf 'A letter to the board, of no interest to SQLite at all.\n' >"$J"
refused "something else" "is no journal of the file"
PAGES=16 SECTOR=20 SIZE=24 # in the header of a journal
COUNT=8
for pages in 0 1; do
	fresh
	hostile number "$J" $PAGES $pages
	refused "a journal that cuts the file to $pages" "is no journal of the file"
done
fresh
truncate -s 512 "$J"
hostile number "$J" $COUNT 0
hostile number "$J" $PAGES 3
refused "a journal of its header alone that cuts the file" "is no journal of the file"
hostile number "$J" $SECTOR 65536
refused "one whose sector it does not fill" "is no journal of the file"
fresh
hostile number "$J" $SIZE 1024
refused "another page size" "is no journal of the file"

# Of this file, but of an earlier time.
fresh
rm "$J"
cp whole.noria "$F"
for i in 1 2 3; do noria add "$F" risk title="Later $i" >/dev/null; done
cp hot.noria-journal "$J"
refused "an old journal" "is no journal of the file"

for end in wal shm; do
	fresh
	rm "$J"
	cp whole.noria "$F"
	: >"$F-$end"
	refused "-$end" "was left by another program"
	rm "$F-$end"
done

if test "$(id -u)" = 0; then
	fresh
	chown 12345 "$J"
	refused "somebody's journal" "belongs to somebody"
	fresh
	chown 12345 "$F" "$J"
	has "the journal of the file's owner is rolled back" "Before" noria list "$F" risk --format=tsv
else
	skip "somebody's journal" "only root can make one"
fi

# A journal that a writer has under its hands is none of this.
rm -f "$J"
cp whole.noria "$F"
hostile hold "$F" begun enough &
while ! test -e begun; do sleep 0.02; done
ok "the journal of a write under way is there" test -s "$J"
has "a file is read while somebody writes it" "Before" noria list "$F" risk --format=tsv
has "also with --read-only" "Before" noria --read-only list "$F" risk --format=tsv
: >enough
wait

# ---- the file itself ----

mkfifo pipe.noria
status 3 "a pipe is refused at once" timeout 30 noria list pipe.noria risk
has "as what it is" "no ordinary file" noria list pipe.noria risk
status 3 "a device is refused" timeout 30 noria list /dev/zero risk
status 3 "a pipe behind a link is refused" sh -c 'ln -s pipe.noria link.noria; timeout 30 noria list link.noria risk'
mkdir folder.noria
has "a folder is refused" "is a folder" noria list folder.noria risk
ln -s whole.noria named.noria
has "a link that is given by name is followed" "Before" noria list named.noria risk --format=tsv
ok "and written through" noria add named.noria risk title=Through
cp hot.noria target.noria
cp hot.noria-journal target.noria-journal
ln -s target.noria behind.noria
has "the journal beside the target of a link is the one" "Before" noria list behind.noria risk --format=tsv
ln -s loop.noria loop.noria
has "a link to itself says what it is" "symbolic links" noria list loop.noria risk
finish
