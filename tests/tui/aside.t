# Not so, because: what a check finds is set aside on one key; and what a step of the guide lacks is named.
file
shell fresh $F --organisation=Valmont
shell noria add $F person name="Jeanne Roy"
shell noria add $F asset name=Laptop
shell noria add $F asset name=Phone
start $F

# Two findings, one of which is right as it is.
type Q
wait "2 to mend"
expect "2  Asset without an owner"
reject "set aside"
type W
wait "Nothing is set aside here today."
key Enter
wait "AS-1"
expect "AS-2"
type w
wait "New: Check set aside"
expect "> Because"
expect "asset-unowned"
expect "AS-1"
expect "2027-05-24"
# Without a reason it is not.
key F2
settle
expect "New: Check set aside"
type Returned next week
key F2
wait "WA-1 saved"
waitnot "AS-1 "
expect "AS-2"
type q
wait "1 to mend, 1 set aside"
expect "1  Asset without an owner (1 set aside)"
shell noria list $F quality --format=tsv
contains "AS-2"
# What is set aside, with reason and end; of one check, or of all.
type W
wait "Returned next week"
expect "AS-1"
expect "2027-05-24"
type q
waitnot "Returned next week"
# Taken back.
type u
wait "Undone"
wait "2 to mend"
reject "set aside"
# Redone, and its record gone: told by a check of its own.
key C-r
wait "1 to mend, 1 set aside"
shell noria remove $F AS-1
wait "1  Check set aside for a record that is gone"
type q

# The guide: a step that is begun says what its records lack, and the form begins with that.
type 0
wait "The way to an ISMS"
shell noria add $F asset name=Tape owner="Jeanne Roy"
wait "added AS-3 Tape"
key Down*13
settle
expect "1 to complete"
key Enter
wait "Assets: to complete (Owner)"
expect "AS-2"
reject "AS-3   "
type e
wait "AS-2  Phone"
expect "> Owner"
key Escape
settle
type q
wait "The way to an ISMS"
# What is there, and not as it is to be.
shell noria add $F policy title=Security version=1 kind=policy
wait "added PO-1 Security"
key Up*3
settle
expect "1 begun"
key Enter
wait "Policy: to complete (Status: in force, Signed on, Next review, Signatory)"
expect "PO-1"
expect "It is not in force."
type q
wait "The way to an ISMS"
# The SoA is completed in its checklist.
shell noria set $F soa:2022:A.5.1 applicable=yes reasons=law
wait "changed"
key Down*8
settle
expect "92 to complete"
key Enter
wait "applicable="
expect "A.5.2"
reject "A.5.1  "
type q
wait "The way to an ISMS"
type qq
wait "Plan  Risks"
type q
exit 0
