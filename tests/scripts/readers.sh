# Who read a document that is no policy (clause 7.3, A.5.10): a reading is of one of the two, the document names
# its readers and is not deleted under them; by table, too, and read twice nothing doubles.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria add "$F" person name="Ada Keeper" >/dev/null
noria add "$F" unit name=Sales headcount=30 >/dev/null
noria add "$F" policy title="Security policy" >/dev/null
noria add "$F" document title="Charter of use" version=4 >/dev/null

has "a document is read" AK-1 noria add "$F" acknowledgement document=DO-1 person=P-1 version=4 date=2026-03-02
has "or by a unit" AK-2 noria add "$F" acknowledgement document=DO-1 unit=U-1 count=12 date=2026-03-03
has "the document names its readers" "AK-1 Charter of use" noria show "$F" DO-1
has "they are counted" DO-1 noria list "$F" document --where='#readers=2' --format=tsv
has "the reading is known by what was read" "Charter of use · Ada Keeper" noria show "$F" DO-1
has "a reading of nothing is refused" "One of these must be said: Policy, Document" noria add "$F" acknowledgement person=P-1
has "and one of both" "only one can be said: Policy, Document" noria add "$F" acknowledgement document=DO-1 policy=PO-1 person=P-1
status 4 "what was read is not deleted under its readers" noria remove "$F" DO-1
has "and it says who needs it" "DO-1 cannot be deleted: AK-1 needs it" noria remove "$F" DO-1
noria add "$F" acknowledgement policy=PO-1 person=P-1 >/dev/null
has "no more than a policy is" "PO-1 cannot be deleted: AK-3 needs it" noria remove "$F" PO-1
ok "a reading may turn from the one to the other" noria set "$F" AK-3 policy= document=DO-1
ok "then the policy goes" noria remove "$F" PO-1
ok "undone" noria undo "$F"

cat >readings.csv <<'T'
Charte;Unité;Nombre;Date
Charter of use;Sales;7;2026-03-04
T
ok "a table of readings, in the words of its people" noria import "$F" readings.csv --as=csv:acknowledgement
has "is of the document" "Charter of use" noria list "$F" acknowledgement --where='document=DO-1 count=7'
has "read twice, nothing doubles" "0 added" noria import "$F" readings.csv --as=csv:acknowledgement

# The same of what is of a person or of a unit, a role or a person, a clause or a control: the empty one is as good as a name.
noria add "$F" training title=Begin held=2026-03-01 >/dev/null
cat >came.csv <<'T'
Training;Person;Unit;How many
Begin;Ada Keeper;;
Begin;;Sales;20
T
has "who came, and how many of a unit" "2 added" noria import "$F" came.csv --as=csv:attendance
has "read twice, nothing doubles there" "0 added" noria import "$F" came.csv --as=csv:attendance
printf 'Training;Person;Unit\nBegin;Bob Newman;\nBegin;Eve Other;\n' >new.csv
has "who is not known yet is nobody else" "4 added" noria import "$F" new.csv --as=csv:attendance --create=person

has "a version is that of a document" "version read is that of a document" noria add "$F" acknowledgement policy=PO-1 person=P-1 version=9
has "help says that one of two is asked for" "required is one of Policy, Document" noria help acknowledgement
noria add "$F" acknowledgement document=DO-1 person=P-1 date=2026-05-05 >/dev/null
noria list "$F" acknowledgement --where=date=2026-05-05 --format=tsv | tail -n 1 | cut -f1 >last
noria remove "$F" "$(cat last)" >/dev/null
has "the journal says what a reading was of" "$(cat last) deleted: Charter of use" noria history "$F"

# An acknowledgement of a document is none of the policy in force: without those of the policy it does not help.
fresh perfect.noria --sample=perfect
ok "all is well" noria verdict perfect.noria
for ref in $(noria list perfect.noria acknowledgement --where='count>1' --format=tsv | tail -n +2 | cut -f1); do
	noria remove perfect.noria "$ref" >/dev/null
done
noria add perfect.noria acknowledgement document=DO-1 unit=U-1 count=500 >/dev/null
noria verdict perfect.noria >told
status 1 "the verdict counts readings of the policy alone" noria verdict perfect.noria
has "and says which clause lacks them" "acknowledged by those who have not read it" cat told

# What a document lets out of the file comes back the same.
ok "CSV out" noria export "$F" acknowledgement --format=csv --output=out.csv
ok "CSV in" noria import "$F" out.csv --as=csv:acknowledgement
noria export "$F" acknowledgement --format=csv --output=again.csv
ok "gives the same again" cmp out.csv again.csv
finish
