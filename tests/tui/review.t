# The file of a management review: drawn, said, decided, signed, the next one planned.
file
env NORIA_CLOCK="2026-11-27 10:00"
shell fresh $F --organisation=Valmont
shell noria add $F person name="Claire Valmont"
shell noria add $F person name="Jeanne Roy"
shell noria add $F role title="General management" management=yes holders=P-1 assigned=2026-01-05
shell noria add $F nonconformity title="Leavers keep accounts" owner=P-2 due=2026-11-10
shell noria add $F feedback title="Late results" sense=complaint at=2026-10-01 owner=P-2
shell noria add $F review title="First review" planned=2026-11-27 held=2026-11-27 status=done chair=P-1 participants=P-2 next=2027-05-20
start $F
# What is no review is not prepared.
type 1
settle
type p
wait "and management reviews are prepared"
type :RV-1
key Enter
wait "RV-1  First review"
type p
wait "Drawn from the records of today"
expect "a) Earlier actions"
expect "Actions of earlier reviews still open: - (0 of 0)"
expect "Chair: Claire Valmont"
expect "Nothing yet: Enter writes it"
screen review-80x24
# To the next input, and its words.
key Tab*3
wait "d1) Nonconformities"
expect "Nonconformities open: 1 of 1"
expect "- NC-1 Leavers keep accounts"
key Enter
wait "Take the text"
type One is late.
key F2
wait "Saved;"
expect "One is late."
expect "d1*"
# Drawn again, what was said stays; undone, it goes.
type p
wait "Drawn from the records of today"
expect "One is late."
type u
settle
type u
wait "Undone"
reject "One is late."
# Beside each other where there is room.
resize 200x60
wait "d1) Nonconformities"
screen review-200x60
resize 80x24
# Nothing is signed that was not heard.
type s
wait "Sign RV-1 today in the name of Claire Valmont?"
type y
wait "Missing: Decisions."
# A decision becomes an action: asked for by the chair, due by the next review.
type a
wait "New: Action"
expect "RV-1 First review"
type Close the accounts
key F2
wait "AC-1 saved"
shell noria list $F action --where='reviews(ref=RV-1) asked=P-1 due=2027-05-20' --format=tsv
contains "Close the accounts"
type n
wait "New: Management review"
expect "2027-05-20"
key Escape
wait "RV-1  First review"
type qq
wait "Plan  "
type q
exit 0
