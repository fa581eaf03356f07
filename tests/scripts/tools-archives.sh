# verinice's archives and MONARC's analyses: what lands in which field, and what hostile ones come to.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/foreign.sh"
if ! test -x "$NORIA_BUILD/tests/pack"; then
	skip workbooks "made without libzip"
	finish
fi
pack() { "$NORIA_BUILD/tests/pack" "$1"; }

# ---- MONARC ----
begin
cp "$D/monarc.json" .
twice monarc.json MONARC "Assets 3, Threats 1, Vulnerabilities 2, Risks 3, Actions 1, Statement of Applicability 2"
has "what has no place is named" "no place here: 1 risk that nobody rated there, interviews." noria import "$F" monarc.json
has "and a standard that the file has not" "was not read: PCI DSS." noria import "$F" monarc.json
field asset name=Payroll external '"MONARC: o-1"'
field asset name=Payroll description '"Paying everybody\nAsset type: Service"'
field asset name=Payroll confidentiality 4
field asset name=Payroll integrity 3
field asset name=Payroll availability null
# Inherited needs are worked out here; an object in two places, and below itself, is one asset.
field asset name=Server confidentiality null
field asset name=Server inherited_c 4
field asset name=Server availability 5
field asset name=Server supports '["AS-1","AS-3"]'
field threat 'title="Theft of media"' description '"Somebody takes disks\nCode: MD1"'
field threat 'title="Theft of media"' properties '["confidentiality","availability"]'
field vulnerability 'title="No inventory"' description '"Nobody counts\nCode: 13"'
r='title="Server: Theft of media (Open room)"'
field risk "$r" external '"MONARC: 101"'
field risk "$r" scenario '"In the cellar\nExisting controls: A lock\nThreat rate: 2 (0 to 4)\nVulnerability rate: 3 (0 to 5)\nGreatest risk: 24\nTargeted risk: 16"'
field risk "$r" inherent_likelihood 3
field risk "$r" inherent_impact_c 4
field risk "$r" inherent_impact_i null
field risk "$r" inherent_impact_a 5
field risk "$r" current_likelihood null
field risk "$r" treatment '"modify"'
field risk "$r asset.name=Server threat.title=\"Theft of media\" vulnerability.title=\"Open room\" owner.name=\"Jeanne Roy\"" status '"identified"'
field risk 'title="Server: Theft of media (No inventory)"' treatment null
field risk 'title="Wrong salaries"' treatment '"retain"'
field risk 'title="Wrong salaries"' inherent_likelihood null
field risk 'title="Wrong salaries"' scenario '"Existing controls: Four eyes\nNumbers are mixed up\nInherent probability: 3\nNet probability: 2\nNet risk: 4\nTargeted risk: 2"'
field action 'title="Close the room"' risk '["R-2","R-3"]'
field action 'title="Close the room"' due '"2027-02-01"'
field action 'title="Close the room"' priority '"high"'
field action 'title="Close the room" owner.name="Karim Benali"' description '"Code: REC 1\nSoon"'
field applicability control=2022:A.5.1 applicable '"yes"'
field applicability control=2022:A.5.1 reasons '["law","risk","good_practice"]'
field applicability control=2022:A.5.1 justification '"Asked for"'
field applicability control=2022:A.5.1 evidence '"PO-1"'
field applicability control=2022:A.5.1 implementation '"Actions: Renew\nCompliance: 3"'
field applicability control=2022:A.7.2 applicable '"no"'
field applicability control=2022:A.8.13 applicable null
# Another number of levels is another scale.
begin
sed 's/"max":4/"max":3/g' monarc.json >other.json
noria import "$F" other.json >/dev/null 2>&1
field risk "$r" inherent_likelihood null
field risk "$r" inherent_impact_a null
field risk "$r" scenario '"In the cellar\nExisting controls: A lock\nThreat rate: 2 (0 to 3)\nVulnerability rate: 3 (0 to 5)\nC: 3 (0 to 3)\nA: 4 (0 to 3)\nGreatest risk: 24\nTargeted risk: 16"'
field asset name=Payroll confidentiality null
field asset name=Payroll description '"Paying everybody\nAsset type: Service\nConfidentiality: 3\nIntegrity: 2"'
begin
sed 's/"type":"anr"/"type":"instance"/; s/"instances":{"11":/"instance":/; s/^ "12":.*/ "extra":{}/' monarc.json >instance.json
sed -i 's/^ "extra":{}$/ "scales":{},/; s/"children":\[\]}\]}\]},$/"children":[]}]}]},/' instance.json
has "one instance of an analysis is one too" "Assets 2, Threats 1" noria import "$F" instance.json
printf 'YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXo=\n' >secret.json
status 4 "an export with a password" noria import "$F" secret.json
has "is told with the way out" "export it again without one" noria import "$F" secret.json
has "so it is where the tool is named" "export it again without one" noria import "$F" - --as=monarc <secret.json
printf '{"a":1}' >else.json
has "other JSON is told apart" "no export of an analysis by MONARC" noria import "$F" else.json
awk 'BEGIN { printf "{\"monarc_version\":1,\"instances\":["; for (i = 0; i < 60; i++) printf "{\"name\":\"n%d\",\"object\":{\"uuid\":\"u%d\"},\"children\":[", i, i; for (i = 0; i < 60; i++) printf "]}"; print "]}" }' >deep.json
has "a deep tree is read" "60 added" noria import "$F" deep.json
awk 'BEGIN { printf "{\"monarc_version\":1,\"instances\":"; for (i = 0; i < 100000; i++) printf "["; print "" }' >deeper.json
status 4 "one without end is not" noria import "$F" deeper.json
head -c 900 monarc.json >cut.json
has "one that was cut is damaged" "its JSON cannot be read" noria import "$F" cut.json
printf '{"monarc_version":1,"instances":[{"name":"A","object":{"uuid":"a"},"children":[{"name":"B","object":{"uuid":"b"},"children":[]}]},{"name":"B","object":{"uuid":"b"},"children":[{"name":"A","object":{"uuid":"a"},"children":[]}]}]}' >circle.json
status 4 "assets that support each other in a circle" noria import "$F" circle.json
awk 'BEGIN { printf "{\"monarc_version\":1,\"instances\":[{\"name\":\"A\",\"object\":{\"uuid\":\""; for (i = 0; i < 5000; i++) printf "x"; print "\"}}]}" }' >long.json
status 4 "an id without end" noria import "$F" long.json
printf '{"monarc_version":1,"instances":[7,"x",null,{"name":{}},{"name":"C","object":[],"instanceRisks":{"a":7},"children":7,"confidentiality":"x"}],"scales":[{"type":1,"min":-5,"max":900000000000}],"soas":7,"knowledgeBase":[]}' >odd.json
noria import "$F" odd.json >tap-output 2>&1
test $? -lt 5
tap_result $? "what is of another type than it should be is none"

# ---- verinice ----
begin
pack v.vna <"$D/verinice.txt"
twice v.vna verinice "People 1, Assets 2, Threats 1, Vulnerabilities 1, Risks 1, Statement of Applicability 3"
has "what has no place is named" "no place here: asset_tag, interview, files, control_weight." noria import "$F" v.vna
has "and controls that no catalogue has" "was not read: House rule." noria import "$F" v.vna
field person 'name="Jeanne Roy"' mail '"jroy@example.org"'
field person 'name="Jeanne Roy"' external '"verinice: ENTITY_5"'
field asset 'name="Payroll server"' description '"Pays & reports\nConfidentiality: 2"'
field asset 'name="Payroll server"' confidentiality null
field asset 'name="Payroll server" owner.name="Jeanne Roy"' supports '["AS-2"]'
field asset name=Payroll type '"process"'
field asset name=Payroll description '"Person: Jeanne Roy"'
r='title="Nobody is paid"'
field risk "$r" external '"verinice: ENTITY_8"'
field risk "$r" scenario '"Likelihood: 2\nLikelihood with controls: 1\nControl: House rule"'
field risk "$r" controls '["2022:A.8.13"]'
field risk "$r asset.name=\"Payroll server\" threat.title=Ransomware vulnerability.title=\"Old backups\"" inherent_likelihood null
field applicability control=2022:A.8.13 applicable '"yes"'
field applicability control=2022:A.8.13 status '"partial"'
field applicability control=2022:A.8.13 implementation '"Tapes, tested yearly\nMaturity: 3"'
field applicability control=2022:A.7.2 applicable '"no"'
field applicability control=2022:A.7.2 justification '"No premises"'
field applicability control=2022:A.8.7 applicable null
# The threat of that name was there: what was written here stands above what comes from there.
ok "a text of ours is not lost" sh -c 'noria show "$1" T-22 | grep -q "Encrypts all" && test "$(noria show "$1" T-22 | grep -c .)" -gt 9' sh "$F"
noria set "$F" R-1 'scenario=Written anew' >/dev/null
noria import "$F" v.vna >/dev/null 2>&1
field risk "$r" scenario '"Likelihood: 2\nLikelihood with controls: 1\nControl: House rule"'
has "from standard input it has to be named" "say --as=verinice" sh -c 'noria import "$1" - <v.vna' sh "$F"
status 0 "and is read then" sh -c 'noria import "$1" - --as=verinice <v.vna' sh "$F"

vna() { # XML: an archive of it
	{
		echo '==> verinice.xml'
		cat
	} | pack "$1"
}
object='<syncAttribute><name>asset_name</name><value>A</value></syncAttribute><extId>E</extId><extObjectType>asset</extObjectType>'
echo "<syncRequest><syncData><syncObject>$object</syncObject>" | vna cut.vna
status 4 "XML that was cut" noria import "$F" cut.vna
printf '<!DOCTYPE x [<!ENTITY a "b">]><syncRequest><syncData><syncObject>%s</syncObject></syncData></syncRequest>' "$object" | vna doctype.vna
status 4 "a document type" noria import "$F" doctype.vna
awk 'BEGIN { printf "<syncRequest><syncData><syncObject>"; for (i = 0; i < 500; i++) printf "<children>"; }' | vna deep.vna
status 4 "objects within objects without end" noria import "$F" deep.vna
awk 'BEGIN { printf "<syncRequest><syncData><!--"; for (i = 0; i < 9000000; i++) printf "aaaaaaaaaa"; print "--></syncData></syncRequest>" }' | vna bomb.vna
status 4 "an archive that swells" noria import "$F" bomb.vna
printf '<syncRequest><syncData><syncObject>%s</syncObject><syncObject>%s</syncObject><syncLink><dependant>E</dependant><dependency>E</dependency><relationId>r</relationId></syncLink></syncData></syncRequest>' "$object" "$object" | vna same.vna
has "an id twice is one, and a link to itself none" "Assets 1." noria import "$F" same.vna
printf '<syncRequest><syncData></syncData></syncRequest>' | vna empty.vna
has "an archive of nothing is told" "nothing in it has a place here" noria import "$F" empty.vna
printf '==> other.xml\n<a/>\n' | pack other.vna
has "one that lacks its part too" "lacks its part verinice.xml" noria import "$F" other.vna --as=verinice
{ printf '{"monarc_version":"2.13","instances":['; yes 0, | head -n 4000001 | tr -d '\n'; printf '0]}'; } >huge.json
has "one of a few megabytes that would fill the memory is left" "more objects than are read" noria import "$F" huge.json

# ---- workbooks ----
pack risks.xlsx <"$D/ciso-risks.xlsx.txt"
begin
has "a workbook of CISO Assistant is known" "risks.xlsx was read as a file of CISO Assistant: Risks 1." noria import "$F" risks.xlsx
field risk title=Fire external '"CISO Assistant: R.7"'
field risk title=Fire current_likelihood 4
field risk title=Fire treatment '"share"'
sed 's/name="Risks"/name="library_content"/' "$D/ciso-risks.xlsx.txt" | pack library.xlsx
status 4 "a library of frameworks" noria import "$F" library.xlsx
has "is told with the way out" "export an audit from CISO Assistant" noria import "$F" library.xlsx
ok "the file is sound after all this" noria check "$F"
finish
