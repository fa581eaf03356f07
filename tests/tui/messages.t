# What answers a key stands until the next one; what others do meanwhile waits for it, or stands behind where both fit, and is not lost.
file
shell fresh $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i"; done
start $F
wait "Zoo"
type 1
wait "> R-1 "
# There is no room for both.
type .
wait "Nothing was changed yet; C changes a field"
shell NORIA_LOGIN=jroy noria set $F R-4 title="Theft of the van"
wait "Theft of the van"
pause 0.7
expect "Nothing was changed yet; C changes a field, and ."
reject "jroy changed"
# More of it is told together, at the next key.
shell NORIA_LOGIN=jroy noria set $F R-3 title="Loss of the key"
wait "Loss of the key"
pause 0.7
expect "Nothing was changed yet"
key j
wait "jroy changed Title of R-3 Loss of the key, and 1 change more."
expect "> R-2 "
# A key that was struck as it came does not take it away before it can be read; a later one does.
key j
settle
expect "> R-3 "
expect "and 1 change more."
pause 2.2
key k
waitnot "jroy changed"

# There is room for both: it stands behind the answer, and is there still when that goes.
key C-c
wait "goes back and leaves."
shell sqlite3 $F "INSERT INTO presence VALUES('jroy', 'elsewhere', 7, '2026-11-24T09:00:00Z', '2026-11-24T09:29:00Z')"
wait "goes back and leaves. jroy has opened the file."
key k
settle
expect "jroy has opened the file."
reject "goes back"
pause 2.2
key j
waitnot "jroy has opened"

# A refusal is not pushed away by what is only news; both are read.
type f
wait "─ Filter ─"
type nothing=1
key Enter
wait "nothing"
shell sqlite3 $F "DELETE FROM presence WHERE login = 'jroy'"
waitnot "1 other: jroy"
expect "nothing"
reject "jroy has left"
key Escape
wait "jroy has left the file."
pause 2.2
key k
waitnot "jroy has left"

# Of what was written since the last look, only what is theirs is told, however much of it is one's own.
type C
settle
type treatment
settle
key Enter
settle
key Enter
wait "Treatment of R-"
settle
signal STOP
stopped
shell NORIA_LOGIN=jroy noria set $F R-2 title="Fire in the depot"
type j.k.
signal CONT
wait "Fire in the depot"
key j
wait "jroy changed Title of R-2 Fire in the depot."
type qqq
exit 0
