# The sample: nothing in it happens on a Saturday, a Sunday, a public holiday or tomorrow, it was written by several people
# in the order in which it happened, and where a text tells a number, that many records are there.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

# rows DATABASE: each date and moment of a record, as REGISTER.FIELD REF VALUE.
rows() {
	sqlite3 "$1" "SELECT 'SELECT ''' || m.name || '.' || c.name || ' '' || r.ref || '' '' || t.\"' || c.name || '\" FROM \"' || m.name ||
		'\" t JOIN record r USING(id) WHERE t.\"' || c.name || '\" GLOB ''[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'' AND length(t.\"' || c.name || '\") IN (10, 20);'
		FROM sqlite_schema m, pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.type = 'TEXT' AND c.name NOT IN ('created', 'updated') AND c.name NOT LIKE '%\_key' ESCAPE '\'
		AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) k WHERE k.name = 'ref_key')" >"$HOME/queries"
	sqlite3 "$1" <"$HOME/queries"
}
# What the program works out falls on any day.
computed='check\.next\|check\.due\|execution\.answer_by\|indicator\.due\|project\.due\|incident\.due\|incident\.deadline'
# What is planned may lie ahead; what happened may not.
planned='due\|effect_after\|effect_due\|review\|expiry\|until\|planned\|end\|start\|next\|golive'
count() { # FILE REGISTER [FILTER]; of the field FIELD of the record REF: FILE REF:FIELD
	case $2 in
	*:*)
		noria show "$1" "${2%%:*}" --format=json | tr -d '\n' | sed "s/.*\"${2##*:}\": *\[\([^]]*\)\].*/\1/" | tr ',' '\n' | grep -c '"'
		return ;;
	esac
	noria list "$1" "$2" --where="$3" --format=tsv | tail -n +2 | wc -l
}

# Easter Monday, Ascension and Whit Monday of the years about.
holidays='2024-04-01 2024-05-09 2024-05-20 2025-04-21 2025-05-29 2025-06-09 2026-04-06 2026-05-14 2026-05-25 2027-03-29 2027-05-06 2027-05-17 2028-04-17 2028-05-25 2028-06-05 2029-04-02 2029-05-10 2029-05-21 2030-04-22 2030-05-30 2030-06-10'

check_days() { # FILE TODAY NAME
	rows "$1" | tr '\t' ' ' | grep -v "^\($computed\) " >days
	ok "$3: there are hundreds of dates" test "$(wc -l <days)" -gt 400
	ok "$3: none is a Saturday or a Sunday" sh -c "sqlite3 :memory: 'CREATE TABLE d(v)' '.import days d' \"SELECT v FROM d WHERE strftime('%w', substr(v, length(v) - iif(v LIKE '%Z', 19, 9), 10)) IN ('0', '6')\" >weekend; cat weekend; ! test -s weekend"
	# What a machine or a thief does on such a day is no work; in the sample none does.
	ok "$3: none is a public holiday of France" awk -v list="$holidays" '{ day = substr($NF, 1, 10) } index(list, day) || substr(day, 6) ~ /^(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/ { print; bad = 1 } END { exit bad }' days
	ok "$3: nothing happens after today" sh -c "grep -v '^[a-z]*\.\($planned\) ' days | awk -v today=$2 '{ if (substr(\$NF, 1, 10) > today) { print; bad = 1 } } END { exit bad }'"
	noria history "$1" | grep '^2' >entries
	ok "$3: no entry of the journal after today, none at night" awk -v today="$2" '{ if ($1 > today || $2 < "08:00" || $2 > "19:00") { print; bad = 1 } } END { exit bad }' entries
	ok "$3: none on a weekend" sh -c "cut -c 1-10 entries | sqlite3 :memory: 'CREATE TABLE d(v)' '.import /dev/stdin d' \"SELECT v FROM d WHERE strftime('%w', v) IN ('0', '6')\" >weekend; cat weekend; ! test -s weekend"
	ok "$3: none on a public holiday" awk -v list="$holidays" '{ day = substr($1, 1, 10) } index(list, day) || substr(day, 6) ~ /^(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/ { print; bad = 1 } END { exit bad }' entries
	ok "$3: each after the one before" sh -c "sqlite3 '$1' 'SELECT a.time, b.time FROM entry a JOIN entry b ON b.id = a.id + 1 WHERE b.time < a.time' >back; cat back; ! test -s back"
	ok "$3: more than a year of them" test "$(sqlite3 "$1" "SELECT julianday(max(time)) - julianday(min(time)) > 400 FROM entry")" = 1
	ok "$3: of more than six logins" test "$(sqlite3 "$1" 'SELECT count(DISTINCT login) FROM entry')" -gt 6
	ok "$3: no damage" noria check "$1"
}

# A Monday, a Sunday, a leap day, a day on which winter time has just begun, a Friday that is a holiday.
for today in 2026-11-23 2026-11-29 2028-02-29 2026-10-25 2026-05-08; do
	part 6 || continue
	F=$HOME/$today.noria
	NORIA_CLOCK=${today}T07:05:00Z noria new "$F" --sample >/dev/null 2>&1
	NORIA_CLOCK=${today}T07:05:00Z
	export NORIA_CLOCK
	check_days "$F" "$today" "$today"
	ok "$today: the clock of an incident runs" test "$(count "$F" incident 'deadline>now informed= notified=')" -eq 1
	ok "$today: and is not over" test "$(count "$F" incident 'deadline<now informed= notified=')" -eq 0
	ok "$today: six indicators are red and one is late" test "$(count "$F" indicator 'status=active state=red')$(count "$F" indicator 'status=active due<today')" = 61
	has "$today: the verdict counts the same" "Not yet: 21 of 33 clauses are met, but 1 by overrule only." noria verdict "$F"
done

NORIA_CLOCK=2026-11-23T09:30:00Z
export NORIA_CLOCK
F=$HOME/en.noria
noria new "$F" --sample >/dev/null 2>&1
LC_ALL=C.UTF-8 LANGUAGE=fr noria new fr.noria --sample >/dev/null 2>&1

# ---- what an auditor looks at first ----

ok "every unit has a headcount" test "$(count "$F" unit headcount=)" -eq 0
ok "every risk above the threshold has an action" test "$(count "$F" risk 'standing=current current_level>threshold actions!(status!=cancelled)')" -eq 0
ok "and an approved plan, but two" test "$(noria list "$F" risk --where='standing=current current_level>threshold acceptances!(kind=plan valid)' --format=tsv | cut -f 1 | tr '\n' ' ')" = "ref R-30 R-63 "
ok "one acceptance alone is signed by another than the owner" test "$(noria list "$F" acceptance --where='owner!=@risk.owner' --format=tsv | cut -f 1 | tr '\n' ' ')" = "ref RC-5 "
has "and a finding names it" RC-5 noria show "$F" F-13
ok "each major or minor finding is a nonconformity" sh -c "noria list '$F' finding --where='grade=minor or grade=major' --format=tsv | cut -f 1 | tail -n +2 | sort >found; noria list '$F' nonconformity --where=finding!= --format=json | grep -o 'F-[0-9]*' | sort -u >raised; comm -23 found raised >bare; cat bare; ! test -s bare"
ok "both thresholds hold" test "$(count "$F" threshold invalid)" -eq 0
ok "who signed for management was management" test "$(count "$F" policy 'status=force invalid')$(count "$F" decision 'status=decided invalid')" = 00
ok "one signed review lacks an input, the needs of parties" test "$(noria list "$F" review --where='status=signed invalid' --format=tsv | cut -f 1 | tr '\n' ' ')$(count "$F" review 'status=signed in_c=')" = "ref RV-2 1"
ok "two versions of the SoA, the later in force" test "$(noria list "$F" statement --format=json | grep -o '"\(version\|status\)": *"[^"]*"' | tr -d ' "\n')" = "version:1.0status:supersededversion:1.1status:issued"
ok "and it is valid" test "$(count "$F" statement valid)" -eq 1
ok "the first assessment froze before the threshold came down" sh -c "test \"\$(noria show '$F' RA-1 --format=json | grep -o '\"date\": *\"[^\"]*\"')\" \< \"\$(noria show '$F' TH-2 --format=json | grep -o '\"date\": *\"[^\"]*\"')\""
ok "an assessment was closed between both versions" test "$(count "$F" assessment 'status=closed')" -eq 2
ok "a risk was rated again once its action was done" sh -c "noria history '$F' R-4 | grep -q 'Current likelihood'"
ok "who audits clause 9.2 holds no role" test "$(noria show "$F" AU-7 --format=json | grep -c '"auditor": *"P-19"')$(count "$F" role 'holders=P-19 or deputies=P-19')" = 10
ok "nothing else waits in the history than what the tables say" sh -c "! noria history '$F' | head -40 | grep 'Ratings when closed'"

# ---- what each register says somewhere ----

while read -r register filter; do
	part 4 || continue
	ok "of $register, some say $filter" test "$(count "$F" "$register" "$filter")" -ge 2
	ok "and in French" test "$(count fr.noria "$register" "$filter")" -ge 2
done <<'TABLE'
incident kind!= category!= effect!= personal!=
incident personal=yes persons>0 obligation!=
incident cost>0
competence gap>0
execution score>0
execution result!=pass nonconformity!= or action!=
training kind=phishing passed>0 reported>0
responsibility inputs!= outputs!=
responsibility supplier!=
supplier asset!= end!= exit!=
audit status=reported sample!= sampled>0 population>0 opinion!=
audit status=reported team!=
finding statement!= evidence!= gap!= unit!= risk!= answer!=
review status=signed actions!=
TABLE
ok "each finding of a reported audit says what is asked" test "$(count "$F" finding 'statement= or unit=')" -eq 0
ok "and each nonconformity where it departs from it" test "$(count "$F" finding 'grade=minor or grade=major gap=')" -eq 0
ok "who found results exposed was told of what binds" test "$(count "$F" incident 'ref=I-9 personal=yes persons=3112 obligation=OB-2 informed<@deadline')" -eq 1
ok "as long open as its hours say" test "$(sqlite3 "$F" "SELECT round((julianday(contained) - julianday(detected)) * 1440) FROM incident WHERE description LIKE '%an hour and three quarters later.'")" = 105.0

# ---- what runs ----

ok "three quarters of the time to tell the authority are over, and not the whole" test "$(sqlite3 "$F" "SELECT (julianday('$NORIA_CLOCK') - julianday(detected)) * 24 BETWEEN 54 AND 71 FROM incident WHERE personal = 'yes' AND notified IS NULL")" = 1

ok "twenty checks, one of them a program's" test "$(count "$F" check status=active)$(count "$F" check kind=automaton)" = 201
ok "with a year of results, three of them missed" test "$(count "$F" execution result=missed)" -eq 3
ok "none is missed that nobody knows of" test "$(count "$F" check 'next<today')" -eq 0
ok "six indicators are red" test "$(count "$F" indicator 'status=active state=red')" -eq 6
ok "one is late" test "$(count "$F" indicator 'status=active due<today')" -eq 1
ok "of forty" test "$(count "$F" indicator status=active)" -eq 40
ok "none has the name of another, in use or not" test -z "$(sqlite3 "$F" "SELECT name FROM indicator GROUP BY name HAVING count(*) > 1" "SELECT name_fr FROM indicator GROUP BY name_fr HAVING count(*) > 1")"
ok "sixteen at least are counted by the program" test "$(count "$F" indicator 'status=active formula!=')" -ge 16
# Counted now, each comes to what was measured last: but for what counts within a month or a quarter.
cp "$F" counted.noria
for ref in $(noria list counted.noria indicator --where='status=active formula!= ref!=IN-8 ref!=IN-47' --format=tsv | cut -f 1 | tail -n +2); do
	part 4 || continue
	before=$(noria show counted.noria "$ref" --format=json | grep -o '"value": *[0-9.]*')
	noria record counted.noria "$ref" count
	ok "$ref is counted as it was measured" test "$(noria show counted.noria "$ref" --format=json | grep -o '"value": *[0-9.]*')" = "$before"
done
ok "the cost of incidents is that of their records" test "$(sqlite3 "$F" "SELECT i.value = (SELECT sum(cost) FROM incident WHERE detected BETWEEN '2026-07-01' AND '2026-09-30T22') FROM indicator i WHERE i.name = 'Cost of incidents'")" = 1
ok "of every level and every aspect" test "$(for level in strategic functional operational; do count "$F" indicator "status=active level=$level"; done | grep -vc '^[0-4]$')$(for aspect in organisational functional technical; do count "$F" indicator "status=active aspect=$aspect"; done | grep -vc '^[0-4]$')" = 33
ok "controls that serve grave risks are still without" sh -c 'noria verdict "$1" --clause=9.1 | grep -A4 "indicator or a check" | grep -q Lacking' sh "$F"
ok "each says what it asks and what it counts in its own words" test "$(sqlite3 "$F" "SELECT count(DISTINCT need) || count(DISTINCT measure) FROM indicator WHERE status = 'active'")" = 4040
ok "each has eight values" test "$(count "$F" indicator 'status=active taken<8')" -eq 0
ok "six readings of the watch, three words of others" test "$(count "$F" watch '')$(count "$F" feedback '')" = 63
ok "twelve trainings, one of them ahead" test "$(count "$F" training '')$(count "$F" training status=planned)" = 121
status 1 "the verdict is not yet" noria verdict "$F"
has "and says so" "Not yet: 21 of 33 clauses are met, but 1 by overrule only." noria verdict "$F"
ok "its indicator says the same" test "$(sqlite3 "$F" "SELECT printf('%g of %g', value, target) FROM indicator WHERE name = 'Clauses met'")" = "21 of 33"
ok "at each issue of the SoA it said what the snapshot says" sh -c "sqlite3 '$F' \"SELECT s.met, m.value FROM snapshot s, measurement m JOIN indicator i ON i.id = m.indicator WHERE i.name = 'Clauses met' AND s.kind = 'issue' AND date(s.at, 'weekday 5') = date(m.at)\" >said; cat said; test \$(wc -l <said) -eq 2 && awk -F '|' '\$1 != \$2 { bad = 1 } END { exit bad }' said"
has "the overrule lifts its clause" "7.4       met " noria verdict "$F"
ok "one, valid, by another than the owner of the clause" test "$(count "$F" overrule valid)$(count "$F" overrule '')$(count "$F" overrule 'by=@requirement.owner')" = 110
ok "four analyses at least are signed" test "$(count "$F" analysis status=signed)" -ge 4
ok "in both turns" test "$(count "$F" analysis 'date<today-165')/$(count "$F" analysis 'date>today-165')" = 2/2
ok "each of indicators, with actions, for a review" test "$(count "$F" analysis 'indicators= or actions= or review=')" -eq 0
ok "each before its review" test "$(count "$F" analysis 'date>@review.held')" -eq 0
ok "a report of an audit goes to several people" test "$(count "$F" AU-4:reported_to)" -ge 3
has "what lacks for stage 2 names a record" "Close F-5, or set a new day" noria verdict "$F"
ok "a share of none is told as none, and not of all" sh -c 'noria export "$1" dashboard --format=text | grep -q "^Newcomers briefed  *–"' sh "$F"
has "the figures of the wheel stand apart" " records, " noria export "$F" dashboard --format=text
has "what is said of 6.1.3 means its part f alone" "6.1.3 a-c met " noria verdict "$F"
for step in "Have Jeanne Roy approve the plan of R-63 (1 more)" "change of the ISMS by which PO-3" "finish AC-12" "needs of interested parties that changed"; do
	has "a next step: $step" "$step" noria verdict "$F"
done

# ---- numbers in texts ----

# REF, register, what the text says in English and French, the number, of which records
while IFS='|' read -r ref english french number register filter; do
	part 4 || continue
	noria show "$F" "$ref" --format=json >text
	has "$ref says $english" "$english" cat text
	noria show fr.noria "$ref" --format=json >text
	has "$ref says it in French" "$french" cat text
	ok "$ref: $number of $register $filter" test "$(count "$F" "$register" "$filter")" -eq "$number"
	ok "$ref: and in the French one" test "$(count fr.noria "$register" "$filter")" -eq "$number"
done <<'TABLE'
2022:9.1|forty indicators|quarante indicateurs|40|indicator|status=active
2022:9.1|four analyses|quatre analyses|4|analysis|status=signed
2022:8.3|Sixty-one actions|Soixante et une actions|61|action|
2022:10.2|Fifteen nonconformities|Quinze non-conformités|15|nonconformity|
2022:10.2|one is closed|une est close|1|nonconformity|status=closed
2022:9.2.1|Five audits held|Cinq audits tenus|5|audit|status=reported
2022:6.2|Seven stand|Sept figurent|7|objective|
2022:6.1.3|Of seven accepted risks|Sur sept risques acceptés|7|risk|status=accepted
2022:6.1.3|two bear no signature|deux ne portent aucune signature|2|risk|status=accepted acceptances=
2022:8.2|Two assessments are closed|Deux appréciations sont closes|2|assessment|status=closed
2022:8.2|six incidents graded high or critical|six incidents cotés élevé ou critique|6|incident|severity=high or severity=critical
2022:8.2|five led to none|cinq n’en ont entraîné aucune|5|incident|severity=high or severity=critical assessments=
F-12|93 lines|93 lignes|93|applicability|
F-12|two exclusions|deux exclusions|2|applicability|applicable=no
F-13|seven accepted risks|sept risques acceptés|7|risk|status=accepted
F-13|none for R-70 and R-74|aucune pour R-70 ni R-74|2|risk|status=accepted acceptances=
F-13|thirteen risks above|treize risques au-dessus|13|risk|standing=current current_level>threshold
F-13|eleven plans|onze ont un plan|11|risk|standing=current current_level>threshold acceptances(kind=plan valid)
AU-4|two accepted risks bear no signature|deux risques acceptés ne portent aucune signature|2|risk|status=accepted acceptances=
M-2|Ten existing mechanisms|Dix mécanismes existants|10|mechanism|
D-2|ten mechanisms|dix mécanismes|10|mechanism|
DO-10|the ten that bear|les dix|10|obligation|
M-6|Seven objectives|Sept objectifs|7|objective|
RA-1|Fifty-five risks|Cinquante-cinq risques|55|RA-1:risk|
RA-1|six reach us through suppliers|six viennent de fournisseurs|6|risk|identified<=today-181 vulnerability(ref=V-95 or ref=V-96 or ref=V-97 or ref=V-98)
RA-3|Five risks|Cinq risques|5|RA-3:risk|
TABLE
ok "the headcount is that of the exercise" test "$(noria list "$F" unit --format=tsv | awk -F '\t' 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "headcount") c = i; next } { n += $c } END { print n }')" -eq 190
finish
