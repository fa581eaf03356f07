# The reports of audits, reviews and measuring beside the records that they speak of: what a report counts is what the lists
# count, and a record that is altered alters its report.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"
export LC_ALL=C.UTF-8
F=$HOME/S.noria
sample "$F"
today=$(printf '%s' "${NORIA_CLOCK-}" | cut -c 1-10)
: "${today:=$(date +%F)}"

# A report as one line.
flat() { noria export "$F" "$1" --format=text 2>&1 | tr -s ' \n' ' '; }
# How many records a filter finds.
count() { noria list "$F" "$1" --where="$2" --format=tsv | tail -n +2 | wc -l | tr -d ' '; }
# Of how many records of a register (their prefix) a line of the report's tables begins with the ref; or has it behind a mark.
rows() { noria export "$F" "$1" --format=text | grep -oE "^ *([A-Z-] !? *)?$2-[0-9]+ " | grep -oE "$2-[0-9]+" | sort -u | wc -l | tr -d ' '; }
equal() { # NAME GOT WANTED
	ok "$1" sh -c 'echo "$1, not $2"; test -n "$2" && test "$1" = "$2"' - "$2" "$3"
}
tells() { # REPORT PATTERN
	flat "$1" >"$HOME/told"
	ok "$1: $2" sh -c 'fold -w 160 -s "$2"; echo; grep -qE -e "$1" "$2"' - "$2" "$HOME/told"
}
untold() { # REPORT PATTERN
	flat "$1" >"$HOME/told"
	ok "$1, not: $2" sh -c '! grep -qE -e "$1" "$2"' - "$2" "$HOME/told"
}
change() { noria set "$F" "$@" >/dev/null; }

# ---- verdict, by clause ----
met() { flat verdict | grep -oE ' met [0-9]+ of [0-9]+' | head -1 | cut -d' ' -f3; }
told=$(met)
equal "verdict: clauses met as the list of clauses has them" "$(noria export "$F" verdict --format=text | grep -cE '  met( \*)? +[0-9]+/[0-9]+')" "$told"
policy=$(noria list "$F" policy --where='valid kind=policy' --format=tsv | sed -n 2p | cut -f1)
change "$policy" review=2026-01-05
after=$(met)
ok "verdict: a policy that is past its review changes it" sh -c 'echo "$1, then $2"; test "$2" -lt "$1"' - "$told" "$after"
noria undo "$F" >/dev/null 2>&1
equal "verdict: and back" "$(met)" "$told"

# ---- the audit programme ----
equal "audit programme: each of its audits" "$(rows audit-plan:AP-1 AU)" "$(count audit programme=AP-1)"
tells audit-plan:AP-1 "Audits planned: $(count audit 'programme=AP-1 status=planned'), of these late: $(count audit "programme=AP-1 status=planned planned<$today"). Held: $(count audit 'programme=AP-1 held!=')"
change AU-8 planned=2027-12-13
tells audit-plan:AP-1 '2027-12-13'

# ---- the report of an audit ----
for audit in AU-4 AU-2; do
	for grade in minor major observation strength; do
		found=$(count finding "audit=$audit grade=$grade")
		case $grade in minor | major) word="$grade nonconformity" ;; *) word=$grade ;; esac
		tells "audit:$audit" "$word $found"
	done
	equal "$audit: each of its findings" "$(rows "audit:$audit" F)" "$(count finding "audit=$audit")"
	points=$(count auditpoint "audit=$audit")
	if test "$points" -gt 0; then
		tells "audit:$audit" "Points: $points; in order: $(count auditpoint "audit=$audit verdict=ok"); with a finding: $(count auditpoint "audit=$audit verdict=finding")"
	fi
done
finding=$(noria add "$F" finding title="Doors stand open" audit=AU-5 grade=minor evidence="Two of nine.")
tells audit:AU-5 "minor nonconformity 1 .*$finding Doors stand open .*Evidence Two of nine."
change "$finding" grade=observation evidence="Three of nine."
tells audit:AU-5 "minor nonconformity 0 observation 1 .*Three of nine."
change AU-5 sampled=9 population=31 opinion=not
tells audit:AU-5 "Opinion does not conform .*Sample: 9 of 31."

# ---- the review ----
noria prepare "$F" RV-3 >/dev/null
tells review:RV-3 "Nonconformities open: $(count nonconformity open) of $(count nonconformity 'ref!=')"
tells review:RV-3 "Indicators at red: $(count indicator 'status=active state=red') of $(count indicator status=active)"
change NC-1 title="Supplier accounts are shared by two"
noria prepare "$F" RV-3 >/dev/null
tells review:RV-3 "NC-1 Supplier accounts are shared by two"
tells review:RV-3 "IN-7 Actions done on time \(53.57 %, 59, worse\)"
has "its days as its readers write them" "NC-3 Leavers keep their account (non-conformité mineure, en correction, 13/11/2026)" sh -c 'export LC_ALL=fr_FR.UTF-8 && noria prepare "$1" RV-3 >/dev/null && noria export "$1" review:RV-3 --format=text | tr -s "\n " " "' sh "$F"
change RV-3 in_a="Nothing was late." resources="Ten days."
tells review:RV-3 "Nothing was late\. .*Ten days\."
untold review:RV-2 "Nothing was late\."

# ---- the sheet of a nonconformity ----
nonconformity=$(noria add "$F" nonconformity title="Badges are lent" owner='Jeanne Roy' detected="$today" cause="There are too few.")
action=$(noria add "$F" action title="Order badges" nonconformity="$nonconformity" owner='Jeanne Roy' due=2027-01-11)
equal "nonconformity: each of its actions" "$(rows "nonconformity:$nonconformity" AC)" "$(count action "nonconformity=$nonconformity")"
tells "nonconformity:$nonconformity" "There are too few\. .*$action Order badges Jeanne Roy 2027-01-11"
change "$nonconformity" cause="Nobody counts them."
change "$action" due=2027-02-08
tells "nonconformity:$nonconformity" "Nobody counts them\. .*2027-02-08"

# ---- the report of an incident ----
tells incident:I-10 'Detected 2026-11-02 11:15'
change I-10 contained=2026-11-02T13:15:00+01:00
tells incident:I-10 'Contained 2026-11-02 13:15 \+01:00 5 h 35 min 2 h'
change I-10 contained=2026-11-02T14:15:00+01:00
tells incident:I-10 'Contained 2026-11-02 14:15 \+01:00 6 h 35 min 3 h'

# ---- awareness ----
equal "awareness: each session held or planned" "$(rows awareness TR)" "$(count training 'ref!= status!=cancelled')"
equal "awareness: each competence" "$(rows awareness CO)" "$(count competence 'ref!=')"
before=$(flat awareness | grep -oE 'All whose headcount is known [0-9]+ [0-9]+')
session=$(noria add "$F" training title="Again, for all of quality" kind=awareness held=2026-11-16 status=held)
unit=$(noria list "$F" unit --where='name=Quality' --format=tsv | sed -n 2p | cut -f1)
noria add "$F" attendance training="$session" unit="$unit" count=7 present=yes >/dev/null
tells awareness 'Quality 7 7 100.%'
ok "awareness: the sum follows" sh -c 'echo "$1 / $2"; test -n "$1" && test "$1" != "$2"' - "$before" "$(flat awareness | grep -oE 'All whose headcount is known [0-9]+ [0-9]+')"

# ---- documented information ----
held=$(flat documented | grep -oE 'In writing [0-9]+ of [0-9]+' | cut -d' ' -f3)
equal "documented information: rows held, counted" "$(noria export "$F" documented --format=text | sed -n '/^Clause /,$p' | grep -cE ' held$')" "$held"
document=$(noria list "$F" document --where='valid controls(number=A.5.10)' --format=tsv | sed -n 2p | cut -f1)
tells documented "A\.5\.10 .*$document .* held"
change "$document" status=withdrawn
equal "documented information: one less without it" "$(flat documented | grep -oE 'In writing [0-9]+ of [0-9]+' | cut -d' ' -f3)" "$((held - 1))"
noria undo "$F" >/dev/null 2>&1

# ---- indicators, by level ----
equal "indicators: each in use" "$(rows indicators IN)" "$(count indicator status=active)"
for level in strategic functional operational; do
	tells indicators "Of $(count indicator "status=active level=$level") in use: $(count indicator "status=active level=$level state=good") good \(G\), $(count indicator "status=active level=$level state=amber") to watch"
done
noria record "$F" IN-41 96 >/dev/null
tells indicators 'G IN-41 Alerts handled 96 % 95 ↑ better'

# ---- the calendar of checks ----
equal "calendar: each check in use" "$(rows calendar CK)" "$(count check status=active)"
tells calendar "Due Done Passed Missed -+ [0-9]+ [0-9]+ [0-9]+ $(count execution "result=missed due>2025-11-23 due<=$today")"
noria record "$F" CK-2 fail --note="A tape could not be read." >/dev/null
tells calendar 'CK-2 [^|]*failed'
finish
