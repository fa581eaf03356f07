# A file that may not be written shows who has it open, and is not touched.
file
unprivileged
shell noria new $F --organisation=Test
shell sqlite3 $F "INSERT INTO presence VALUES('jroy', 'elsewhere', 7, '2026-11-24T09:00:00Z', '2026-11-24T09:29:00Z')"
shell chmod 400 $F
shell cksum <$F >before
start $F
wait "1 other: jroy"
expect "read only"
pause 0.7
type qq
exit 0
shell cksum <$F | cmp - before
# A program that died is known by its process; the next one sweeps it away.
shell chmod 600 $F
start $F
wait "1 other: jroy"
signal KILL
exit 137
output sqlite3 $F "SELECT count(*) FROM presence WHERE login = 'officer'"
contains 1
start $F
wait "1 other: jroy"
pause 0.7
reject "officer"
output sqlite3 $F "SELECT count(*) FROM presence WHERE login = 'officer'"
contains 1
# A dropped line leaves nothing behind.
hangup
exit 129
output sqlite3 $F "SELECT count(*) FROM presence WHERE login = 'officer'"
contains 0
# One that was killed and that nobody waited for is gone, too, and is swept away.
file
shell noria new $F --organisation=Test
optional zombie test -r /proc/self/stat
shell sh -c 'sleep 0 & echo $! >ended; exec sleep 20' >/dev/null 2>&1 &
shell sleep 0.3; sqlite3 $F "INSERT INTO presence VALUES('jroy', 'host', $(cat ended), '2026-11-24T09:00:00Z', '2026-11-24T09:29:00Z')"
start $F
wait "Test"
pause 0.7
reject "jroy"
output sqlite3 $F "SELECT count(*) FROM presence WHERE login = 'jroy'"
contains 0
type qq
exit 0
end
