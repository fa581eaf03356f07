# Evidence goes in and comes out as it was, or it is said that it did not.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" evidence title="Report of the restore test" date=2026-10-01 control=A.8.13 >/dev/null
head -c 100000 /dev/urandom >report.bin
ok "a file is attached" noria attach "$F" EV-1 report.bin
has "with its name" report.bin noria show "$F" EV-1
has "and its SHA-256" "$(sha256sum report.bin | cut -d " " -f 1)" noria show "$F" EV-1 --format=json
ok "it is taken out" noria extract "$F" EV-1 out.bin
ok "as it was" cmp report.bin out.bin
status 3 "nothing that is there is replaced" noria extract "$F" EV-1 out.bin
ok "unless asked" noria extract "$F" EV-1 out.bin --force
mkdir folder
ok "into a folder it goes under its name" noria extract "$F" EV-1 folder
ok "there it is" cmp report.bin folder/report.bin
noria extract "$F" EV-1 - >piped.bin
ok "on standard output too" cmp report.bin piped.bin
: >empty
noria add "$F" evidence title="Nothing" >/dev/null
ok "an empty file is one too" noria attach "$F" EV-2 empty
noria extract "$F" EV-2 empty.out >/dev/null 2>&1
ok "and comes out empty" cmp empty empty.out
head -c 10485761 /dev/zero >large
status 4 "more than 10 MB is refused" noria attach "$F" EV-2 large
status 4 "a folder is no file" noria attach "$F" EV-2 folder
mkfifo pipe
status 4 "nor is a pipe, which nobody may ever fill" timeout 60 noria attach "$F" EV-2 pipe
status 3 "nor is what is not there" noria attach "$F" EV-2 nowhere
noria add "$F" risk title=Theft >/dev/null
status 4 "only evidence takes files" noria attach "$F" R-1 report.bin
ok "the file is whole" noria check "$F"
ok "a name that climbs stays in the folder" sh -c "noria set '$F' EV-1 file=../../climbed && noria extract '$F' EV-1 folder && test -f folder/climbed && ! test -e ../climbed"
ok "attaching is one step of undo" sh -c "noria undo '$F' && noria undo '$F' && noria show '$F' EV-2 | grep -qv sha"
noria attach "$F" EV-1 report.bin
sqlite3 "$F" "UPDATE attachment SET bytes = x'00' WHERE length(bytes) > 10"
status 1 "altered bytes are told when they are taken out" noria extract "$F" EV-1 altered.bin
ok "and not written" test ! -e altered.bin
status 1 "and found by check" noria check "$F"
finish
