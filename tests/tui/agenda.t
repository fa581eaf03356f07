# What is due, the quality of the records, and who else is there.
file
shell sample $F
shell noria set $F NC-1 cause=
start $F
wait "Valmont"
type D
wait "days late"
settle
screen agenda-80x24
# Days stand under days.
expect "2026-09-04   81 days late"
key Down*9
settle
# The cursor's line is told whole below; e opens the form on the date.
expect "Risk R-9 · Next review · Dr Inès Haddad"
type e
wait "R-9  Analysers"
expect "> Next review"
key C-u
type 2027-11-02
key C-s
wait "R-9 saved"
waitnot "2026-10-29"
expect "! 40 late"
# Of one owner.
type f
wait "everybody"
type Benali
wait "P-10"
key Enter
wait "[Karim Benali]"
expect "AC-1 "
reject "R-18"
type f
wait "everybody"
key Enter
wait "R-18"
type G
wait "2027-11-02"
expect "Later"
settle
screen agenda-end-80x24
type q
resize 200x60
type D
wait "Result of a check"
settle
screen agenda-200x60
type q
resize 80x24
# The checks; what mends is a key away.
type Q
wait "Risk accepted without an acceptance that is valid today"
# All checks are counted.
wait "to mend, 1 set aside"
settle
screen quality-80x24
# A sentence that is longer than its line goes on below, and under the list stands what the check is for.
type jjj
expect "> !!!      2  Risk above the threshold whose treatment plan its owner has not"
expect "              approved as it stands"
expect " The owner of the risk approves its plan"
type q
# Others: who is there, who comes and goes; a change is told with its author.
shell sqlite3 $F "INSERT INTO presence VALUES('jroy', 'elsewhere', 7, '2026-11-24T09:00:00Z', '2026-11-24T09:29:00Z')"
wait "jroy has opened the file."
expect "1 other: jroy"
reject "changed the file"
shell sqlite3 $F "INSERT INTO presence VALUES('kbenali', 'elsewhere', 8, '2026-11-24T09:00:00Z', '2026-11-24T09:29:00Z')"
wait "2 others: jroy, kbenali"
key j
shell sqlite3 $F "DELETE FROM presence WHERE login = 'jroy'"
wait "jroy has left the file."
expect "1 other: kbenali"
key k
# Not seen for more than ten minutes: gone.
shell sqlite3 $F "UPDATE presence SET seen = '2026-11-24T09:19:59Z' WHERE login = 'kbenali'"
wait "kbenali has left the file."
type 1
wait "R-3 "
key j j
settle
shell NORIA_LOGIN=jroy noria set $F R-1 treatment=share
wait "jroy changed Treatment of R-1 Ransom"
expect "> R-3"
# This program is in the table, is in no copy, and leaves when it ends.
output sqlite3 $F "SELECT login FROM presence WHERE process > 8"
contains officer
shell noria backup $F copy.noria
output sqlite3 copy.noria "SELECT count(*) FROM presence"
contains 0
type q
exit 0
output sqlite3 $F "SELECT count(*) FROM presence WHERE login = 'officer'"
contains 0
shell noria check $F
