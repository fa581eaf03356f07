# noria --read-only FILE: the screen says so, writes are refused with a sentence,
# others' changes come in, and nothing is written: no sign of who looks, no draft.
file
unprivileged
shell noria new $F --organisation=Test
shell noria add $F risk "title=Theft of a laptop"
shell cksum <$F >before
shell mkdir sealed
shell cp $F sealed/file.noria
shell chmod 400 sealed/file.noria
shell chmod 500 sealed
start --read-only sealed/file.noria
expect "read only"
wait "Theft of a laptop"
type a
wait "was opened with --read-only"
key Escape
pause 0.7
type qqq
exit 0
shell cksum <sealed/file.noria | cmp - before
shell test "$(ls -A sealed)" = file.noria
shell chmod 700 sealed
# Others' changes come, and who looks is not seen.
start --read-only $F
expect "read only"
pause 0.3
shell noria add $F risk "title=Flood in the archive"
wait "Flood in the archi"
output sqlite3 $F "SELECT count(*) FROM presence"
contains 0
type qq
exit 0
# The start screen makes nothing.
start --read-only
wait "New file"
key Down Enter
wait "Name of the organisation"
type Second
key Enter
wait "─ File ─"
key Enter
wait "Nothing is made with --read-only"
type qq
exit 0
shell test ! -e isms.noria
