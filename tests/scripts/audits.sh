# Audits (ISO/IEC 27001:2022, 9.2): whether those who audit are independent, with the reason; what the audits of a
# programme covered; the reports of both; what the checks of the records find.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/finds.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
J=$(add person name="Jeanne Roy")
K=$(add person name="Karim Benali")
L=$(add person name="Odile Chevalier")
Z=$(noria list "$F" organisation --format=tsv | sed -n 2p | cut -f1)
change "$Z" officer="$J"
# The day of the tests (NORIA_CLOCK).
today=2026-11-24

# says REF TEXT: what `show` tells of its independence.
says() {
	noria show "$F" "$1" | tr '\n' ' ' | tr -s ' ' >"$HOME/tap-output"
	grep -qF -e "Independent $2" "$HOME/tap-output"
	tap_result $? "$1 is independent: $2"
}
# agrees REF yes|no: whether it counts today, of an audit that lacks nothing else.
agrees() {
	got=$(noria list "$F" audit --where="ref=$1 valid" --format=tsv | tail -n +2 | cut -f1)
	test "${got:-none}" = "$(test "$2" = yes && echo "$1" || echo none)"
	tap_result $? "$1 counts today: $2"
}
# tells WHAT TEXT: a report has the text, however its lines are broken.
tells() {
	noria export "$F" "$1" --format=text --output=- 2>&1 | tr '\n' ' ' | tr -s ' ' >"$HOME/tap-output"
	grep -qF -e "$2" "$HOME/tap-output"
	tap_result $? "$1 tells: $2"
}

A=$(add audit title="Own clause" auditor="$J" requirements=2022:6.1.2 held="$today" status=done reported="$today" conclusion=Fine)
says "$A" "no: Jeanne Roy is the security officer, whose own work the audited clauses are."
agrees "$A" no
change "$A" auditor="$K"
says "$A" "yes, by the records"
agrees "$A" yes
change 2022:6.1.2 owner="$K"
says "$A" "no: Karim Benali answers for clauses that are audited: 6.1.2."
agrees "$A" no
# Of the team too.
change "$A" auditor="$L"
agrees "$A" yes
change "$A" team="$K"
says "$A" "no: Karim Benali answers for clauses that are audited: 6.1.2."
agrees "$A" no
# The officer in the team.
change "$A" team="$J"
says "$A" "no: Jeanne Roy is the security officer"
agrees "$A" no
# Who comes from outside is independent whatever is recorded.
change "$A" body="Cabinet Durand"
says "$A" "yes: the audit comes from outside"
agrees "$A" yes
change "$A" body= team=

# depends SENTENCE: what is owned now is named, and the audit does not count.
depends() {
	says "$A" "no: Odile Chevalier $1"
	agrees "$A" no
}
change "$A" requirements=2022:4.1 controls=2022:A.5.15
agrees "$A" yes
N=$(noria list "$F" applicability --where=control=2022:A.5.15 --format=tsv | sed -n 2p | cut -f1)
change "$N" owner="$L"
depends "owns controls that are audited: ${N#2022:}."
change "$N" owner=
agrees "$A" yes
R=$(add risk title=Theft owner="$L" controls=2022:A.5.15)
depends "owns risks of controls that are audited: $R."
noria remove "$F" "$R" >/dev/null
agrees "$A" yes
X=$(add action title=Locks owner="$L" control=2022:A.5.15)
depends "owns actions of controls that are audited: $X."
change "$X" status=cancelled
agrees "$A" yes
D=$(add document title=Rules owner="$L" controls=2022:A.5.15)
depends "owns documents of controls that are audited: $D."
change "$D" controls= requirement=2022:4.1
depends "owns documents of clauses that are audited: $D."
noria remove "$F" "$D" >/dev/null
U=$(add unit name=Accounts)
change "$A" units="$U"
agrees "$A" yes
change "$U" manager="$L"
depends "leads units that are audited: $U."
change "$U" manager=
change "$L" unit="$U"
depends "works in units that are audited: $U."
change "$L" unit=
O=$(add role title=Cashier unit="$U" holders="$L")
depends "holds roles in units that are audited: $O."
change "$O" ended="$today"
agrees "$A" yes
S=$(add asset name=Safe unit="$U" owner="$L")
depends "owns assets of units that are audited: $S."
noria remove "$F" "$S" >/dev/null
agrees "$A" yes
# An audit that names neither clauses nor controls is of all: the officer's own work.
B=$(add audit title=All auditor="$J" held="$today" status=done reported="$today")
says "$B" "no: Jeanne Roy is the security officer"
agrees "$B" no

# Coverage: of clauses without their letters; what a dependent auditor looked at counts for nothing.
P=$(add programme title="Audits of three years" start=2020-01-01 end=2099-12-31)
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 0 of 30 (0 %)"
tells "audit-plan:$P" "Applicable controls: -"
tells "audit-plan:$P" "Units: looked at: 0 of 1 (0 %); planned: 0 of 1 - No audit has looked at: Accounts"
change "$A" programme="$P"
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 1 of 30 (3 %)"
tells "audit-plan:$P" "Units: looked at: 1 of 1 (100 %)"
change "$A" requirements=2022:4.1,2022:6.1.3.d
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 2 of 30 (7 %)"
change "$A" requirements=2022:4.1,2022:9.2
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 3 of 30 (10 %)"
# Where there are points, what was not seen is not covered.
Q=$(add auditpoint audit="$A" requirement=2022:4.1 question=How verdict=unseen)
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 0 of 30 (0 %)"
change "$Q" verdict=ok
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 1 of 30 (3 %)"
tells "audit-plan:$P" "Held: 1, of these counted here: 1"
change "$A" auditor="$K" requirements=2022:4.1,2022:6.1.2
tells "audit-plan:$P" "Clauses 4 to 10: looked at: 0 of 30 (0 %)"
tells "audit-plan:$P" "Held: 1, of these counted here: 0"

# The report of an audit.
change "$A" sampled=12 population=40 opinion=but
change "$Q" asked="$L"
V=$(add finding title="Leavers keep accounts" audit="$A" grade=minor statement="Accounts end with the contract." evidence="Three of twelve." gap="No list of leavers.")
tells "audit:$A" "no: Karim Benali answers for clauses that are audited: 6.1.2."
tells "audit:$A" "Sample: 12 of 40."
tells "audit:$A" "Points: 1; in order: 1; with a finding: 0; not seen: 0; not judged yet: 0."
tells "audit:$A" "People heard: Odile Chevalier"
tells "audit:$A" "What is asked Accounts end with the contract. Evidence Three of twelve. Gap No list of leavers."
tells "audit:$A" "Opinion conforms, but"
# Its counts are those of the lists, and follow the records.
tells "audit:$A" "major nonconformity 0 minor nonconformity 1 observation 0"
change "$V" grade=major
tells "audit:$A" "major nonconformity 1 minor nonconformity 0 observation 0"
change "$V" grade=minor
tells "audit:$A" "Clauses 2 4.1 6.1.2 Controls 1 - A.5.15 Units 1 Accounts -"
tells "audit:$A" "What the audits of $P Audits of three years have looked at until today"
tells "audit:$A" "Clauses 4 to 10: looked at: 0 of 30 (0 %)"
change "$Q" verdict=unseen
tells "audit:$A" "Clauses 2 - 4.1, 6.1.2"
tells "audit:$A" "Points: 1; in order: 0; with a finding: 0; not seen: 1; not judged yet: 0."
change "$Q" verdict=
tells "audit:$A" "not seen: 0; not judged yet: 1."
change "$Q" verdict=finding requirement=2022:9.3.2.a
tells "audit:$A" "Clauses 2 9.3.2.a 4.1, 6.1.2"
change "$Q" verdict=ok requirement=2022:4.1
Z=$(add audit title=Bare auditor="$L" held="$today" status=done)
tells "audit:$Z" "Opinion none is given"
tells "audit:$Z" "No conclusion is written."
tells "audit:$Z" "Nobody wrote down what sample was drawn."
tells "audit:$Z" "Nobody is named as heard."
tells "audit:$Z" "The audit belongs to no programme."
noria remove "$F" "$Z" >/dev/null
status 0 "as a page for browsers" noria export "$F" "audit:$A" --format=html --output="$HOME/audit.html"

# What the checks of the records find.
C=$(add audit title="Not reported" auditor="$K" status=done held="2026-11-04")
finds audit-unreported "$C"
change "$C" held="2026-11-14"
content audit-unreported
W=$(add auditpoint audit="$C" requirement=2022:4.1 question=How)
finds audit-unseen "$C"
change "$W" verdict=unseen
content audit-unseen
change "$V" audit="$C"
finds finding-unraised "$V"
change "$C" held="$today"
content finding-unraised
G=$(add audit title="Stage 1" kind=stage1 status=planned planned="2027-01-20" programme="$P")
finds audit-no-mock "$G"
add audit title=Mock kind=mock status=planned planned="2026-12-04" programme="$P" >/dev/null
content audit-no-mock
change "$G" planned="2027-03-24"
content audit-no-mock

finish
