# Awareness and competence: coverage of the headcount by unit, phishing, gaps; the dashboard counts what the lists hold.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/awareness.noria
fresh "$F" --organisation=Zoo
U=$(noria add "$F" unit name=Keepers headcount=10)
V=$(noria add "$F" unit name=Office headcount=4)
W=$(noria add "$F" unit name=Shop)
A=$(noria add "$F" person name="Ann Lee" unit="$U")
B=$(noria add "$F" person name="Ben Roy" unit="$U")
C=$(noria add "$F" person name="Cy Dole" unit="$W")
D=$(noria add "$F" person name="Dan Oak")
S=$(noria add "$F" training title=Basics planned=2026-03-03 held=2026-03-03 status=held invited=14 present=9 passed=8)
T=$(noria add "$F" training title=Again planned=2026-06-02 held=2026-06-02 status=held)
P=$(noria add "$F" training title=Bait kind=phishing planned=2026-09-01 held=2026-09-01 status=held invited=14 passed=11 reported=7)
O=$(noria add "$F" training title=Ancient planned=2025-06-02 held=2025-06-02 status=held)
for who in "$A" "$B" "$C" "$D"; do noria add "$F" attendance training="$S" person="$who" present=yes >/dev/null; done
noria add "$F" attendance training="$T" person="$A" present=yes >/dev/null # once more: she is one
noria add "$F" attendance training="$T" unit="$V" count=3 present=yes >/dev/null
noria add "$F" attendance training="$S" unit="$V" count=2 present=yes >/dev/null # added up, as far as the headcount goes
has "the list of attendances says how many of a unit came" "How many" noria list "$F" attendance
noria add "$F" attendance training="$O" unit="$U" count=9 present=yes >/dev/null # too long ago
noria add "$F" competence skill=Law role="$(noria add "$F" role title=Officer)" required=3 held=1 >/dev/null

noria export "$F" awareness --format=text >report.txt
row() { # NAME FIGURES...: the line of the unit
	name=$1
	shift
	ok "$name: $*" sh -c 'grep -E "^ *$1 " report.txt | tr -s " \302\240" " " | grep -qF -e "$2"' sh "$name" "$*"
}
row Keepers "2 10 20 %"
row Office "4 4 100 %"
row Shop "1 not known -"
row "All whose headcount is known" "6 14 43 %"
has "where more came than there are it says so" "Of 1 unit more came than work there: some came more than once." cat report.txt
has "units whose headcount nobody said are counted" "Of 1 unit the headcount is not known." cat report.txt
has "and people of no unit" "1 person who came belongs to no unit." cat report.txt
bait() {
	tr -s ' \302\240' ' ' <report.txt | grep -F "$P Bait" | grep -F "14 3 (21 %) 7 (50 %)"
}
ok "a phishing test: sent to, fell for it, reported it" bait
has "what lacks" "What lacks, and what is done about it" cat report.txt
ok "what was held before the months that count is left out" none grep -F Ancient report.txt

# Units, and nobody's attendance: not known, rather than nobody.
noria new nobody.noria --organisation=Nobody >/dev/null
noria add nobody.noria unit name=Keepers headcount=10 >/dev/null
noria export nobody.noria awareness --format=text >nobody.txt
has "nothing recorded is not known" "attendance is recorded in the months that count" cat nobody.txt
ok "and no share is said" none grep -F '0 %' nobody.txt

# An empty file has no share at all.
noria new empty.noria --organisation=Empty >/dev/null
noria export empty.noria awareness --format=text >empty.txt
ok "without units there is no share" none grep -E '[0-9] ?%' empty.txt
for format in html csv; do
	status 0 "it comes as $format" noria export "$F" awareness --format=$format
done
status 0 "in French" env LC_ALL=fr_FR.UTF-8 noria export "$F" awareness --format=text

# The dashboard counts what the registers hold.
noria export "$F" dashboard --format=text >dashboard.txt
has "the dashboard counts competences that lack" "Competences that lack" cat dashboard.txt
has "and training held" "Training held" cat dashboard.txt
finish
