# Where lines are marked, what changes records is done to those; several values of several records change by what was touched.
size 120x30
file
shell fresh $F --organisation=Zoo --catalogue=iso27001-2022
shell noria add $F person name="Jeanne Roy"
shell noria add $F person name="Karim Benali"
shell noria add $F risk title="One risk"
shell noria set $F soa:2022:A.5.1 applicable=yes reasons=law,risk owner=P-1 justification="Because of the law"
shell noria set $F soa:2022:A.5.2 applicable=yes reasons=law,contract
start $F
wait "Zoo"
type 6
wait "Policies for information"
key g
key Insert Insert
wait "* 2 marked"

# The picker has what all have, what some have, what none has; one entry is touched, in both.
type r
wait "Reasons for inclusion of 2 records"
expect "[x] L"
expect "[-] C"
expect "[-] R"
expect "[ ] B"
expect "[-] some have it"
# Narrowed away, what is chosen is still told.
type good
settle
expect "[x] L"
expect "[-] C"
expect "[ ] G"
key Space
settle
expect "[x] G"
key F2
wait "of 2 records changed"
expect "* 2 marked"
output noria list $F applicability --where=reasons=good_practice --format=tsv
contains A.5.1	yes	law,risk,good_practice
contains A.5.2	yes	law,contract,good_practice
lines 3

# A state that some have goes to all, to none and back to some, where nothing is touched.
type r
wait "[-] C"
type contract
settle
key Space
settle
expect "[x] C"
key Space
settle
reject "[x] C"
reject "[-] C"
key Space
settle
expect "[-] C"
key Enter
wait "Nothing was touched"
output noria list $F applicability --where=reasons=good_practice --format=tsv
contains A.5.1	yes	law,risk,good_practice
contains A.5.2	yes	law,contract,good_practice

# One step of undo for both.
type u
wait "Undone"
output noria list $F applicability --where=reasons=good_practice --format=tsv
lines 1

# Space, the status, the owner and the justification are of the marked ones, after it is said how many.
key End
settle
key Space
wait "Applicable of 2 records (now yes)"
expect "* 2 marked"
expect "> no"
key Enter
wait "Applicable of 2 records changed"
output noria list $F applicability --where=applicable=no --format=tsv
contains A.5.1
contains A.5.2
lines 3
type u
wait "Undone"
type t
wait "Status of 2 records"
key Enter
wait "of 2 records changed"
output noria list $F applicability --where=status=none --format=tsv
lines 3
type w
wait "Owner of 2 records (they differ)"
type karim
settle
key Enter
wait "Owner of 2 records changed"
output noria list $F applicability --where=owner=P-2 --format=tsv
contains A.5.1
contains A.5.2
lines 3
# Texts that differ are not those of the first: left as they are, each keeps its own.
type J
wait "Justification of 2 records (they differ)"
reject "Because of the law"
key F2
wait "Nothing was written"
output noria list $F applicability --where=justification~law --format=tsv
contains A.5.1	yes	law,risk	Because of the law
lines 2

# The form's key asks for the field of the marked ones; a chosen column is one.
type e
wait "Change a field of 2 records"
key Escape
settle
# Again, on the one line, once the marks are gone.
type M
waitnot "marked"
key g j j
settle
type .
wait "Owner of A.5.3: Karim Benali"
output noria list $F applicability --where=owner=P-2 --format=tsv
contains A.5.3
lines 4
# Of several the one that had it already is counted apart, as undoing counts.
key Insert Insert
wait "* 2 marked"
type .
wait "Write to 2 marked records"
type y
wait "Owner of 1 record changed, 1 had it already; u takes it back."
type u
wait "Undone: changed"
type M
waitnot "marked"
key g j j
key Space
settle
output noria list $F applicability --where=applicable=yes --format=tsv
contains A.5.3
lines 4
type qq
exit 0

# Deleting asks, since marked lines may be out of sight; what is said counts them.
file
shell noria new $F --organisation=Zoo
shell for i in 1 2 3 4; do noria add $F risk title="Risk number $i"; done
start $F
wait "Zoo"
type 1
wait "Risk number 1"
key g
settle
key Space Space
wait "* 2 marked"
key G
settle
type d
wait "Delete the 2 marked records?"
type n
settle
output noria list $F risk --format=tsv
lines 5
expect "* 2 marked"
type d
wait "Delete the 2 marked records?"
type y
wait "2 records deleted"
waitnot "marked"
output noria list $F risk --format=tsv
contains R-3
contains R-4
lines 3
type u
wait "Undone"
output noria list $F risk --format=tsv
lines 5
type qq
exit 0

# What a check finds is set aside for all that are marked, with one reason.
file
shell noria new $F --organisation=Zoo
shell for i in 1 2 3; do noria add $F risk title="Risk number $i"; done
start $F
wait "Zoo"
type Q
wait "to mend"
expect "> !!       3  Open risk without an owner"
key Enter
wait "Risk number 1"
key Space Space
wait "* 2 marked"
type w
wait "Why are 2 records set aside, for six months ─"
key Enter
wait "Without a reason nothing is set aside."
expect "Why are 2 records"
type They belong to all
key Enter
wait "2 records are set aside"
waitnot "marked"
waitnot "Risk number 1"
expect "Risk number 3"
output noria list $F waiver --format=tsv
contains R-1
contains R-2
contains They belong to all
lines 3
type u
wait "Undone"
wait "Risk number 1"
output noria list $F waiver --format=tsv
lines 1

# Mended at once, where one field of theirs mends them; a name that is typed makes that person once.
key g Space Space
wait "* 2 marked"
type m
wait "Owner of 2 records"
expect "Nobody is in the file yet: type a name"
type Karim
key Enter
wait "Owner of 2 records changed"
output noria list $F risk --where=owner=Karim --format=tsv
lines 3
output noria list $F person --format=tsv
lines 2
type qqq
exit 0

# What is done again is what was touched, of one record too: another one keeps what it has besides.
file
shell noria new $F --organisation=Zoo --catalogue=iso27001-2022
shell noria set $F soa:2022:A.5.1 applicable=yes reasons=law,risk
shell noria set $F soa:2022:A.5.2 applicable=yes reasons=contract
shell noria set $F soa:2022:A.5.3 applicable=yes
start $F
wait "Zoo"
type 6
wait "Policies for information"
key g
settle
type r
wait "Reasons for inclusion of A.5.1"
type good
settle
key Space F2
wait "Reasons for inclusion of A.5.1: "
key j
settle
key Insert Insert
wait "* 2 marked"
type .
wait "Write to 2 marked records what was changed last: Reasons for inclusion?"
type y
wait "of 2 records changed"
output noria list $F applicability --where=reasons=good_practice --format=tsv
contains A.5.1	yes	law,risk,good_practice
contains A.5.2	yes	contract,good_practice
contains A.5.3	yes	good_practice
type M
waitnot "marked"
key g
settle
type r
wait "Reasons for inclusion of A.5.1"
key F2
wait "Nothing was changed."
type qqq
exit 0

# A long text that could not be written is not lost: it is there when it is opened again.
file
shell noria new $F --organisation=Zoo
shell noria add $F risk title="Fire" owner=Karim residual_likelihood=1 residual_impact=1
shell noria add $F acceptance risk=R-1 level=1 owner=Karim date=2026-11-20 expiry=2027-11-20 status=accepted reason=Short
start $F
wait "Zoo"
type :
wait "Palette"
type acceptances
key Enter
wait "RC-1"
type C
wait "Change a field"
type reason
settle
key Enter
wait "Reason of RC-1"
type " and much longer"
key F2
waitnot "Take the text"
output noria show $F RC-1 --format=json
contains "\"reason\": \"Short\""
type C
wait "Change a field"
type reason
settle
key Enter
wait "Your unsaved text is back"
expect "Short and much longer"
key Escape
waitnot "Take the text"
type qq
exit 0

# ---- What is signed by a change of several stands, and what followed from it is said ----
file
shell noria new $F --organisation=Zoo
shell for i in 1 2; do noria add $F risk title=Fire$i owner="Ada Keeper" current_likelihood=4 current_impact=4 treatment=retain; noria add $F acceptance risk=R-$i owner=P-1 level=3 date=2026-11-20 expiry=2027-11-20 kind=residual; done >/dev/null
start $F
wait "Zoo"
type :
wait "Palette"
type acceptances
key Enter
wait "> RC-1"
key Space Space
wait "2 marked"
type C
wait "Change a field"
type status
key Enter
wait "accepted"
type accepted
key Enter
wait "Status of 2 records changed; they stand as signed."
expect "And 1 more."
expect "R-1: Status"

# ---- What stood already and is only closed is taken back as any other change, and that is what is said ----
file
shell sample $F && noria set $F CH-3 done=2026-11-20 result=planned
start $F
wait "Valmont"
type :
wait "Palette"
type changes
key Enter
wait "> CH-3"
type C
wait "Change a field"
type status
key Enter
wait "done"
type done
key Enter
wait "u takes it back."
reject "stands as signed"
type u
wait "Undone"
type :qa
key Enter
exit 0
