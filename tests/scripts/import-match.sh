# Which record a row is about, so that reading a table twice doubles nothing.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
count() { # NAME REGISTER COUNT
	noria list "$F" "$2" --format=tsv | tail -n +2 | wc -l | tr -d ' ' >got
	cat got >tap-output
	test "$(cat got)" = "$3"
	tap_result $? "$1"
}
# Adds so many, and nothing when it is read again.
twice() { # NAME COUNT ADDED TABLE REGISTER WORD...: COUNT rows; ADDED records, with those made on the way
	name=$1 rows=$2 added=$3 table=$4 register=$5
	shift 5
	has "$name" "$added added" noria import "$F" "$table" --as="csv:$register" "$@"
	has "$name, read again" "0 added, 0 changed, $rows left" noria import "$F" "$table" --as="csv:$register" "$@"
}
printf 'title,owner,current_likelihood\nFire,Jeanne Roy,3\nFlood,"ROY, Jeanne",2\n' >risks.csv
status 0 "a table without refs" noria import "$F" risks.csv --as=csv:risk
has "changes nothing when it is read again" "0 added, 0 changed, 2 left" noria import "$F" risks.csv --as=csv:risk
count "and doubles nothing" risk 2
count "one person however the name is written" person 1
printf 'title,current_likelihood\nFIRE,4\n' >changed.csv
noria import "$F" changed.csv --as=csv:risk --dry-run >out 2>err
cat out err >tap-output
grep -q '^~ R-1 Fire$' out && grep -q '^    Current likelihood: .*3.* -> .*4' out && grep -q '^- R-2 Flood$' out && grep -q 'it stays' err
tap_result $? "a rehearsal tells fields that change, and what the table lacks"
has "and changes nothing" '"current_likelihood": 3' noria show "$F" R-1 --format=json
has "skip leaves what is there" "0 added, 0 changed, 1 left" noria import "$F" changed.csv --as=csv:risk --on-match=skip
status 4 "stop refuses it" noria import "$F" changed.csv --as=csv:risk --on-match=stop
status 2 "there is no other word" noria import "$F" changed.csv --as=csv:risk --on-match=perhaps
printf 'title\nSame\nsame\n' >same.csv
has "one key in two rows is refused" "Line 2 says the same Title" noria import "$F" same.csv --as=csv:risk
status 0 "unless refs alone count" noria import "$F" same.csv --as=csv:risk --key=ref
has "then several have the title" "Several records have Same" noria import "$F" same.csv --as=csv:risk
status 2 "a key that is no field" noria import "$F" same.csv --as=csv:risk --key=smell
noria import "$F" risks.csv --as=csv:risk >/dev/null 2>&1
printf 'scenario,title\nFirst of all,Fire in the archive\n' >key.csv
noria set "$F" R-1 'scenario=first of  ALL'
status 0 "another field is the key" noria import "$F" key.csv --as=csv:risk --key=scenario
has "and its record is renamed" "Fire in the archive" noria show "$F" R-1

# Numbers that are not ours are kept as they are elsewhere.
printf 'ref,name\nAST-001,Server\nAST-002,Printer\n' >inventory.csv
status 0 "refs of another list" noria import "$F" inventory.csv --as=csv:asset
has "are kept with their source" "inventory: AST-001" noria show "$F" AS-1
has "read again" "0 added, 0 changed, 2 left" noria import "$F" inventory.csv --as=csv:asset
printf 'ref,name\nAST-001,Server room\n' >inventory.csv
noria import "$F" inventory.csv --as=csv:asset 2>/dev/null
has "they know their record under another name" "Server room" noria show "$F" AS-1
printf 'ref,title\nR-001,Not the first\nR-002,Nor the second\nR-100,Nor this\n' >numbered.csv
status 0 "refs with zeros before them" noria import "$F" numbered.csv --as=csv:risk --source=Excel
has "are never another record" "Fire in the archive" noria show "$F" R-1
noria list "$F" risk --where='external~Excel' --format=tsv >list
has "and keep their number" "Nor this" cat list
ok "whatever has the same zeros" sh -c '! noria show "$1" R-100' sh "$F"
printf 'ref,title\n"R-1 ",Trimmed\n' >blank.csv
has "a blank behind a ref" "0 added, 1 changed" noria import "$F" blank.csv --as=csv:risk
printf 'control,applicable\n"A.5.6 ",yes\n' >soa.csv
has "and behind a control" "0 added, 1 changed" noria import "$F" soa.csv --as=csv:applicability
printf 'control,applicable,status\nA.5.1,Yes,Implemented\nA.8.30,No,N/A\n' >soa.csv
has "an SoA that somebody filled in" "0 added, 2 changed" noria import "$F" soa.csv --as=csv:applicability

# Records without a title are known by what tells them apart: a risk is accepted once a day.
printf 'risk,kind,date,expiry\nR-1,residual,2026-11-02,2027-11-02\nR-1,residual,2026-11-03,2027-11-03\n' >accepted.csv
twice "records without a title" 2 2 accepted.csv acceptance
printf 'risk,kind,date,expiry\nR-1,residual,2026-11-02,2027-12-31\n' >accepted.csv
has "and changed where the table is newer" "0 added, 1 changed" noria import "$F" accepted.csv --as=csv:acceptance

# The competence of a person is not that of another, nor of a role.
printf 'skill,person,required\nTesting,Jeanne Roy,2\nTesting,Karim Benali,3\n' >skills.csv
twice "one skill of two people" 2 3 skills.csv competence --create=person
printf 'skill,person,required\nTesting,Karim Benali,3\nTesting,Karim Benali,4\n' >skills.csv
has "twice the same is told by all that tells them apart" "Line 2 says the same Skill, Person" noria import "$F" skills.csv --as=csv:competence
# Sessions of one unit on two days are two.
noria add "$F" training title=Begin >/dev/null
noria add "$F" unit name=Sales >/dev/null
printf 'training,unit,count,date\nBegin,Sales,20,2026-03-01\nBegin,Sales,8,2026-05-04\n' >came.csv
twice "two sessions of a unit" 2 2 came.csv attendance

# A clause by its bare number is the same clause.
noria add "$F" audit title=Inside >/dev/null
printf 'audit,requirement,question\nInside,7.4,Who tells whom?\nInside,2022:7.5.1,What is in writing?\n' >points.csv
twice "points of an audit" 2 2 points.csv auditpoint

# The number of a record in a table of another name: the next month's issue, or another's; nobody but the user knows.
printf 'ID;Action\nACT-1;Order locks\nACT-2;Order keys\n' >october.csv
has "actions with numbers" "2 added" noria import "$F" october.csv --as=csv:action
printf 'ID;Action\nACT-1;Order locks\nACT-2;Order new keys\n' >november.csv
has "a number that another table gave is asked about" "november.csv:3: ACT-2 is the number of AC-2 in october; say --source=\"october\"" noria import "$F" november.csv --as=csv:action
has "the same" "add 0, change 1 and leave 1" noria import "$F" november.csv --as=csv:action --source=october --dry-run
has "or another" "1 added, 1 changed" noria import "$F" november.csv --as=csv:action --source=november
printf 'ID;Action\nACT-2;Order something else\n' >december.csv
has "where two tables gave it, it is several's" "Several records have ACT-2" noria import "$F" december.csv --as=csv:action

# A number that is a clause's to those who refer to one is a row's own in a column of ids.
printf 'ID,Title\n3,Three\n4,Four\n5.1,Five one\n10,Ten\n' >ids.csv
twice "plain numbers are ids elsewhere" 4 4 ids.csv risk

# What an empty cell says: nothing of a new record, which begins as such records do, nor of what follows from others.
noria add "$F" person name="Ann Lee" >/dev/null
printf 'title,status,owner,every,start\nLook,,Ann Lee,month,2026-09-01\n' >blank.csv
has "an empty cell of a new record" "1 added" noria import "$F" blank.csv --as=csv:check
has "leaves what it begins with" '"status": "active"' noria show "$F" CK-1 --format=json
printf 'Title,Inherent impact,Inherent impact C,Inherent impact I,Inherent likelihood\nParts,,4,2,3\n' >parts.csv
twice "the whole of rated parts is left empty" 1 1 parts.csv risk

# Refused rows go on with the numbers of their table.
printf 'Ref,Risk,Probability\nX-001,Low,1\nX-002,Bad,9\n' >reg.csv
noria import "$F" reg.csv --as=csv:risk --only-good --refused=left.csv >/dev/null 2>&1
has "what numbers are called by stands with the reasons" "# reason [reg]" cat left.csv
sed 's/,9/,4/' left.csv >right.csv
has "put right" "1 added" noria import "$F" right.csv --as=csv:risk
has "they are of their table" '"reg: X-002"' noria list "$F" risk --where=title=Bad --format=json

# A formula may rest on a row that comes later; not on what neither file nor table has, nor in a ring.
printf 'ref,name,frequency,formula\nIN-60,First,month,IN-61 + 1\nIN-61,Second,month,count(risk)\n' >formulas.csv
twice "a formula that rests on a later row" 2 2 formulas.csv indicator
has "is there" "IN-61 + 1" noria show "$F" IN-60
printf 'ref,name,frequency,formula\nIN-60,First,month,IN-62 * 2\nIN-62,Third,month,count(asset)\n' >formulas.csv
has "one that is there changes with it" "1 added, 1 changed" noria import "$F" formulas.csv --as=csv:indicator
has "to what the table says" "IN-62 * 2" noria show "$F" IN-60
printf 'ref,name,frequency,formula\nIN-70,One,month,IN-71 + 1\nIN-71,Two,month,IN-70 + 1\n' >ring.csv
has "a ring is refused at its row" "ring.csv:2: Formula, character 1: IN-71 already rests on IN-70" noria import "$F" ring.csv --as=csv:indicator
printf 'ref,name,frequency,formula\nIN-80,One,month,IN-99 + 1\n' >ring.csv
has "and what is nowhere" "ring.csv:2: Formula, character 1: There is no indicator IN-99" noria import "$F" ring.csv --as=csv:indicator

# What was left empty when it was new is left empty when it is read again, unless somebody said something of it since.
printf 'ref,title,identified\nR-501,Left empty,\nR-502,Said,\n' >blank.csv
twice "a row with a ref and without its day" 2 2 blank.csv risk
noria set "$F" R-502 identified=2026-02-03
has "a day that was said since is emptied by the table" "0 added, 1 changed, 1 left" noria import "$F" blank.csv --as=csv:risk
ok "that one" sh -c '! noria show "$1" R-502 | grep 2026-02-03' sh "$F"
noria add "$F" risk title="Typed here" identified=2026-02-03 >/dev/null
ref=$(noria list "$F" risk --where='title="Typed here"' --format=tsv | sed -n 2p | cut -f1)
printf 'ref,title,identified\nR-501,Left empty,\n' >blank.csv
noria set "$F" R-501 status=assessed
has "another field that had the field's name for its value is another" "0 added, 0 changed, 1 left" noria import "$F" blank.csv --as=csv:risk
printf 'ref,title,identified\nR-503,Undone,\n' >undone.csv
status 0 "an import that is undone" noria import "$F" undone.csv --as=csv:risk
ok "taken back" noria undo "$F"
ok "and done again" noria redo "$F"
has "made what it made" "0 added, 0 changed, 1 left" noria import "$F" undone.csv --as=csv:risk
printf 'ref,title,identified\n%s,Typed here,\n' "$ref" >blank.csv
has "what was typed is emptied by it" "0 added, 1 changed" noria import "$F" blank.csv --as=csv:risk

# Another way to write the name by which a record is found is no other name; by its ref it is.
printf 'Nom;Fonction\nJEANNE ROY;DSI\n' >capitals.csv
has "capitals rename nobody" "1 changed" noria import "$F" capitals.csv --as=csv:person
has "the function is taken" "DSI" noria list "$F" person
has "the name stays" "Jeanne Roy" noria list "$F" person
has "and nothing is new in it" "0 added, 0 changed, 1 left" noria import "$F" capitals.csv --as=csv:person
for name in 'ROY Jeanne' 'Mme Jeanne ROY' 'Dr. Roy Jeanne' 'jeanne-roy'; do
	printf 'Nom;Fonction\n%s;DSI\n' "$name" >capitals.csv
	has "nor does $name" "0 added, 0 changed, 1 left" noria import "$F" capitals.csv --as=csv:person
done
printf 'Nom;Fonction\nDr Anne Petit;CISO\n' >capitals.csv
has "a title before a new name" "1 added" noria import "$F" capitals.csv --as=csv:person
has "and the row is known again" "0 added, 0 changed, 1 left" noria import "$F" capitals.csv --as=csv:person
printf 'ref;Nom\nP-1;JEANNE ROY\n' >capitals.csv
has "by the ref it is another spelling" "0 added, 1 changed" noria import "$F" capitals.csv --as=csv:person

# Values and what was done without their day, and without the period that the program fills in.
D=$HOME/days.noria
noria new "$D" --organisation=Days >/dev/null
noria add "$D" person name=Ada >/dev/null
noria add "$D" indicator name=Uptime unit=% frequency=month >/dev/null
noria add "$D" check title=Backups owner=Ada >/dev/null
at() { # MOMENT COMMAND...
	moment=$1
	shift
	NORIA_CLOCK=$moment "$@"
}
printf 'Indicator,Value\nUptime,85\n' >values.csv
printf 'Security check,Result\nBackups,passed\n' >done.csv
has "a table without the day says what becomes of it" 'no column is "Measured at"' at 2026-11-24T09:30:00Z noria import "$D" values.csv --as=measurement
has "read again later that day, it doubles nothing" "0 added, 0 changed, 1 left" at 2026-11-24T16:02:10Z noria import "$D" values.csv --as=measurement
ok "nor says anything of days" sh -c '! NORIA_CLOCK=2026-11-24T16:02:11Z noria import "$1" values.csv --as=measurement 2>&1 | grep "no column is"' - "$D"
has "another value of that day is one more" "1 added" at 2026-11-24T16:05:00Z sh -c 'sed s/85/86/ values.csv >other.csv && noria import "$1" other.csv --as=measurement' sh "$D"
has "next month's table is read" "1 added" at 2026-12-24T09:30:00Z noria import "$D" values.csv --as=measurement
at 2026-11-24T09:30:00Z noria import "$D" done.csv --as=execution >/dev/null 2>&1
has "what was done is not doubled either" "0 added, 0 changed, 1 left" at 2026-11-24T10:30:00Z noria import "$D" done.csv --as=execution
printf 'Indicator,Date,Value,Period\nUptime,2026-10-03,86,\n' >dated.csv
has "with its day and no period" "1 added" noria import "$D" dated.csv --as=measurement
has "it is known again" "0 added, 0 changed, 1 left" noria import "$D" dated.csv --as=measurement
printf 'ID;Title\nA1;First of its id\nA1;Second of its id\n' >twice.csv
has "an id that comes twice is named" "twice.csv:3: A1 stands in line 2 already." noria import "$F" twice.csv --as=risk
# Clauses by their number, as controls are by theirs.
C=$HOME/clauses.noria
noria new "$C" --organisation=Clauses --catalogue=iso27001-2022 >/dev/null
printf 'Clause;Conformity\n4.1;met\n6.1.3;partial\n' >clauses.csv
has "clauses are known by their number" "0 added, 2 changed" noria import "$C" clauses.csv --as=requirement
has "read again they change nothing" "0 added, 0 changed, 2 left" noria import "$C" clauses.csv --as=requirement
has "each has what its row says" "met" noria show "$C" 2022:4.1
printf 'Clause;Conformity\n4.99;met\n' >clauses.csv
status 4 "one that is none is refused" noria import "$C" clauses.csv --as=requirement
# An address that somebody has.
printf 'Name;Mail\nAda Lovelace;ada@example.org\nAda King;ada@example.org\nBob;bob@example.org\n' >mails.csv
has "two people with one address are asked about" "mails.csv:3: ada@example.org is the address of" noria import "$D" mails.csv --as=person
printf 'Name;Mail\nBob;bob@example.org\n' >mails.csv
has "one with an address of his own is taken" "1 added" noria import "$D" mails.csv --as=person
printf 'Name;Mail\nRobert;bob@example.org\n' >mails.csv
has "who has another's is not" "is the address of P-" noria import "$D" mails.csv --as=person
has "by the address it is he" "0 added, 1 changed" noria import "$D" mails.csv --as=person --key=mail
# Periods as they are written, and as a spreadsheet keeps them: the first day of a month, "mars-26".
noria add "$D" indicator name=Turnover unit=% frequency=quarter >/dev/null
printf 'Indicateur;Date;Valeur;Période\nTurnover;2026-10-02;85;T4 2026\nTurnover;2026-01-02;80;2026-01-15\nTurnover;2025-10-09;81;4e trimestre 2025\nUptime;2026-03-02;70;mars-26\nUptime;2026-04-02;71;2026-04-01\nUptime;2026-05-02;72;mai 2026\n' >periods.csv
has "periods in words" "6 added" noria import "$D" periods.csv --as=measurement
has "read again, they double nothing" "0 added, 0 changed, 6 left" noria import "$D" periods.csv --as=measurement
for of in 85=2026-Q4 80=2026-Q1 81=2025-Q4 70=2026-03 71=2026-04 72=2026-05; do
	has "the period of $of" "$(printf '\t%s' "${of#*=}")" noria list "$D" measurement --where="value=${of%=*} period=${of#*=}" --format=tsv
done
printf 'Indicateur;Date;Valeur;Période\nUptime;2026-06-02;85;S2 2026\n' >half.csv
has "what may be a half-year or a week is neither" "S2 2026 may be a half-year or a week; write 2026-H2 or 2026-W02." noria import "$D" half.csv --as=measurement
has "typed too" "2026-H1" sh -c 'noria add "$1" measurement indicator=Turnover at=2026-07-01 value=12 period="1er semestre 2026" && noria list "$1" measurement --where=value=12' sh "$D"
# A correction has the period of what it corrects.
first=$(noria list "$D" measurement --where=value=86 --format=tsv | sed -n '2p' | cut -f1)
printf 'Indicator,Measured at,Value,Corrects\nUptime,2026-11-26,87,%s\n' "$first" >corrects.csv
has "a correction is read" "1 added" at 2026-11-27T09:30:00Z noria import "$D" corrects.csv --as=measurement
has "and known again" "0 added, 0 changed, 1 left" at 2026-11-27T09:31:00Z noria import "$D" corrects.csv --as=measurement

# The day is that of where they work.
Z=$HOME/zone.noria
noria new "$Z" --organisation=Zone --time-zone=Pacific/Auckland >/dev/null 2>&1 || { noria new "$Z" --organisation=Zone >/dev/null && noria set "$Z" ORG-1 time_zone=Pacific/Auckland >/dev/null; }
noria add "$Z" indicator name=Uptime unit=% frequency=day >/dev/null
has "a value of the 24th" "1 added" at 2026-11-24T02:00:00Z noria import "$Z" values.csv --as=measurement
has "of the 25th, which is the 24th elsewhere" "1 added" at 2026-11-24T22:00:00Z noria import "$Z" values.csv --as=measurement
has "of the same day there" "0 added, 0 changed, 1 left" at 2026-11-25T02:00:00Z noria import "$Z" values.csv --as=measurement
ok "the file is sound after all this" noria check "$F"
finish
