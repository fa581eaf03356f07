# What people leave other tools with, as tables: each is known by its header, lands field by field where the manual
# says, names what has no place, and changes nothing when it is read again.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
. "$NORIA_SOURCE/tests/foreign.sh"
cp "$D"/*.csv .

# ---- CISO Assistant ----
begin
has "what has no place is named" "Not read, since it has no place here: filtering_labels." noria import "$F" ciso-risks.csv --dry-run
ok "a rehearsal leaves nothing" sh -c 'test -z "$(noria list "$1" risk --format=tsv | tail -n +2)"' sh "$F"
twice ciso-risks.csv "CISO Assistant" "Risks 2"
r='title="Ransomware on the file server"'
field risk "$r" external '"CISO Assistant: R.1"'
field risk "$r" scenario '"Files are encrypted.\nAssets: File server, Backup\nExisting controls: Antivirus"'
field risk "$r" inherent_likelihood 4
field risk "$r" inherent_impact 4
field risk "$r" current_likelihood 3
field risk "$r" current_impact 3
field risk "$r" residual_likelihood 2
field risk "$r" residual_impact 2
field risk "$r" treatment '"modify"'
field risk "$r" treatment_reason '"Costs less than a week without files"'
field risk "$r" controls '["2022:A.8.7","2022:A.8.13"]'
field risk "$r asset.name=\"File server\" threat.title=Malware owner.name=\"Jeanne Roy\"" status '"identified"'
# R-2 is an id there, and no ref of ours.
field risk 'title="Loss of a laptop"' external '"CISO Assistant: R-2"'
field risk 'title="Loss of a laptop"' treatment '"retain"'
field risk 'title="Loss of a laptop"' inherent_likelihood null
field risk 'title="Loss of a laptop"' inherent_impact 2
noria set "$F" R-2 residual_likelihood=1 review=2027-02-03 >/dev/null 2>&1
has "what was rated here since stays" "0 added, 0 changed, 2 left" noria import "$F" ciso-risks.csv
field risk 'title="Loss of a laptop"' residual_likelihood 1
has "levels taken by their names are told" "its levels (Likely, Major, Possible, Moderate, Unlikely, Minor, Rare) have the names of levels here" noria import "$F" ciso-risks.csv
# What was said of columns of tables is not about a mapping of its own.
printf 'title,scenario\nOne,two\n' >mapped.csv
noria import "$F" mapped.csv --as=csv:risk --map=scenario=notes >/dev/null 2>&1
has "nor does what is remembered of columns change it" "0 added, 0 changed, 2 left" noria import "$F" ciso-risks.csv
# One word that is no level of ours: it is another scale.
begin
sed 's/,Rare,/,Frequent,/' ciso-risks.csv >other.csv
noria import "$F" other.csv >/dev/null 2>&1
field risk "$r" current_likelihood null
field risk "$r" current_impact 3
field risk "$r" scenario '"Files are encrypted.\nAssets: File server, Backup\nExisting controls: Antivirus\nInherent proba: Likely\nCurrent proba: Possible\nResidual proba: Unlikely"'
begin
sed 's/,Likely,/,4,/; s/,Possible,/,3,/; s/,Unlikely,/,2,/; s/,Rare,/,1,/' ciso-risks.csv >numbers.csv
noria import "$F" numbers.csv >/dev/null 2>&1
field risk "$r" current_likelihood null
ok "numbers of a scale that nobody knows are texts" sh -c 'noria show "$1" R-1 | grep -q "Current proba: 3"' sh "$F"

begin
twice ciso-assets.csv "CISO Assistant" "Assets 3"
field asset name=Payroll external '"CISO Assistant: A.1"'
field asset name=Payroll description '"Pays everybody.\nType: PR\nSecurity objectives: confidentiality: 3,integrity: 2"'
field asset 'name=Payroll owner.name="Jeanne Roy"' type null
field asset 'name="Payroll server"' supports '["AS-1","AS-3"]'
field asset 'name="Payroll server"' description '"Type: SP\nReference link: https://example.org/cmdb/2"'
twice ciso-controls.csv "CISO Assistant" "Existing mechanisms 1, Actions 2"
has "a control that is out of use is named" "no place here: domain, cost_build_fixed, status deprecated." noria import "$F" ciso-controls.csv
field mechanism title=Backups area '"technical"'
field mechanism title=Backups controls '["2022:A.8.13"]'
field mechanism title=Backups external '"CISO Assistant: C.1"'
field mechanism title=Backups description '"Every night\nCsf function: protect\nPriority: 1\nEffort: M\nExpiry date: 2027-06-30"'
field action title=Awareness status '"ongoing"'
field action title=Awareness start '"2026-11-02"'
field action title=Awareness due '"2027-03-31"'
field action title=Awareness control '["2022:A.6.3"]'
field action title=Awareness description '"Category: process\nCsf function: protect\nPriority: 2\nEffort: S\nObservation: Begun"'
field action title=Badges status '"planned"'
field action title=Badges description '"Reference control: BADGE-1\nCategory: physical"'
twice ciso-findings.csv "CISO Assistant" "Findings 2"
field finding 'title="Old TLS"' evidence '"Seen on the mail server\nSeverity: high\nPriority: 2\nObservation: Since 2024"'
field finding 'title="Old TLS"' due '"2027-01-31"'
field finding 'title="Old TLS"' status '"open"'
field finding 'title="Weak password"' status '"closed"'

noria set "$F" soa:2022:A.5.1 'implementation=Written in May' owner='Karim Benali' >/dev/null 2>&1
twice ciso-audit.csv "CISO Assistant" "Requirements 1, Statement of Applicability 3"
has "a number that no catalogue has is named" "no catalogue of this file has these numbers, and what was said of them was not read: Z.99." noria import "$F" ciso-audit.csv
field applicability control=2022:A.5.1 applicable '"yes"'
field applicability control=2022:A.5.1 status '"implemented"'
field applicability control=2022:A.5.1 implementation '"Written in May\nPolicy of 2026\nRequirement progress: done\nScore: 90"'
field applicability control=2022:A.5.2 status '"none"'
field applicability control=2022:A.5.3 applicable null
field applicability control=2022:A.7.2 applicable '"no"'
field applicability control=2022:A.7.2 justification '"No premises\nRequirement progress: done"'
field requirement number=4.1 conformity '"partial"'
field requirement number=4.1 answer '"Issues are listed\nRequirement progress: in_progress\nScore: 40"'

# ---- Deming ----
begin
twice deming-risk.csv Deming "Risks 2"
has "what has no place of Deming is named" "no place here: review_frequency." noria import "$F" deming-risk.csv
field risk title=Fire scenario '"The room burns.\nProbability: 2\nProbability comment: Never yet\nImpact: 4\nImpact comment: All is lost"'
field risk title=Fire current_likelihood null
field risk title=Fire treatment '"modify"'
field risk title=Fire treatment_reason '"Status: mitigated\nExtinguishers"'
field risk 'title=Fire owner.name="Roy, Jeanne"' review '"2027-05-01"'
field risk title=Fraud treatment null
field risk title=Fraud scenario '"Probability: 3\nImpact: 3\nExposure: 2\nVulnerability: 1"'
twice deming-measures.csv Deming "Statement of Applicability 2"
field applicability control=2022:A.5.1 implementation '"Données: Liste\nModèle: oui/non\nIndicateur: Vert si oui\nPlan d'"'"'action: Revoir"'
field applicability control=2022:A.5.1 external '"Deming: A.5.01"'
field applicability control=2022:A.5.1 applicable null
field applicability control=2022:A.5.10 implementation '"Plan d'"'"'action: Charte"'
twice deming-controls.csv Deming "Evidence records 2"
field evidence date=2026-10-05 control '["2022:A.8.7","2022:A.8.13"]'
field evidence date=2026-10-05 title '"Restore a file"'
field evidence 'date=2026-10-05 owner.name="Roy, Jeanne"' notes '"Scope: Paris\nModel: count\nIndicator: green if all\nAll came back\nScore: 3\nNote: 3\nOwners: Jeanne Roy, Karim Benali\nAction plan: Nothing to do"'
field evidence date=2026-10-06 external '"Deming: A.8.13 Restore a file Lyon 2026-10-06"'

# ---- SimpleRisk ----
begin
twice simplerisk.csv SimpleRisk "Risks 2"
has "what has no place of SimpleRisk is named" "no place here: Owner's Manager, Submitted By, Tags, Mitigation Effort." noria import "$F" simplerisk.csv
field risk title=Phishing external '"SimpleRisk: 1001"'
field risk title=Phishing scenario '"Somebody clicks\nStatus: Mgmt Reviewed\nAffected Assets: Mail server, Laptops\nExternal Reference ID: JIRA-7\nControl Regulation: ISO 27001\nSite/Location: Paris\nRisk Source: People\nCategory: Access\nTeam: IT\nTechnology: Mail\nInherent Risk: 8\nResidual Risk: 4\nScoring Method: Classic\nCurrent Solution: Filter"'
field risk title=Phishing current_likelihood 4
field risk title=Phishing current_impact 4
field risk title=Phishing treatment '"modify"'
field risk title=Phishing treatment_reason '"Security Requirements: Training\nSecurity Recommendations: Test mails"'
field risk title=Phishing controls '["2022:A.6.3"]'
field risk title=Phishing identified '"2026-03-15"'
field risk title=Phishing review '"2027-03-15"'
field risk title=Phishing notes '"Seen twice\nComments: Good"'
field risk 'title=Phishing asset.name="Mail server" owner.name="Roy, Jeanne"' status '"identified"'
field risk title=Flood status '"closed"'
field risk title=Flood treatment null
field risk title=Flood review null

# SimpleRisk's Likely is the fourth of five, EBIOS's the second of four.
rm -f "$F"
noria new "$F" --organisation=Test --catalogue=iso27001-2022 --method=ebios4x4
noria import "$F" simplerisk.csv >/dev/null 2>&1
field risk title=Phishing current_likelihood null
ok "levels of another number of levels are texts" sh -c 'noria show "$1" R-1 | grep -q "Current Likelihood: Likely"' sh "$F"
begin
noria import "$F" simplerisk.csv >/dev/null 2>&1

# ---- what is said to be of a tool, and of none ----
status 0 "the tool may be named" noria import "$F" simplerisk.csv --as=simplerisk
status 0 "and come from standard input" sh -c 'noria import "$1" - --as=simplerisk <simplerisk.csv' sh "$F"
status 4 "a file that is not the tool's" noria import "$F" simplerisk.csv --as=deming
has "is told apart" "has not the columns of a file of Deming" noria import "$F" simplerisk.csv --as=deming
has "another kind names those that there are" "or one of ciso-assistant, deming, monarc, simplerisk, verinice" noria import "$F" simplerisk.csv --as=grc
ok "completion knows the tools" sh -c 'test "$(noria --complete import F i --as=s | cut -f 1 | tr "\n" " ")" = "--as=soa --as=simplerisk "'
status 2 "columns of a tool are the mapping's own" noria import "$F" simplerisk.csv --as=simplerisk --map=Tags=notes
has "a table is read as it stands where that is said" "columns are no fields of Risks" noria import "$F" simplerisk.csv --as=csv:risk
begin
printf 'ref,name,treatment,current_level\nR-1,x,modify,\n' >own.csv
hasnt() { ! "$@" 2>&1 | grep -q 'read as a file of'; }
ok "a table of ours is no tool's" hasnt noria import "$F" own.csv --as=csv:risk
sed 's/,mitigate,/,pray,/' ciso-risks.csv >pray.csv
noria import "$F" pray.csv >/dev/null 2>&1
field risk "$r" treatment null
has "another source is kept with the ids" "2 left" sh -c 'noria import "$1" ciso-risks.csv --source=Tool >/dev/null 2>&1; noria import "$1" ciso-risks.csv --source=Tool' sh "$F"
printf 'ref_id,name,treatment,current_proba\nX.1,,accept,\nX.2,Good,accept,\n' >bad.csv
begin
status 4 "a row without a title" noria import "$F" bad.csv
has "is told with its line" "bad.csv:2: " noria import "$F" bad.csv
has "the good ones may go alone" "1 added" noria import "$F" bad.csv --only-good
ok "the file is sound after all this" noria check "$F"
finish
