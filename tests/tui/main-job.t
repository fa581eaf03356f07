# The main job in one session, with the keyboard alone, at 80x24: the six
# steps of the officer.
file
shell fresh $F --organisation=Valmont
shell noria add $F cycle title="First turn" phase=plan
shell noria add $F person name="Jeanne Roy"
start $F

# 1. What the organisation is, where its cycle stands, what is late.
wait "Valmont"
expect "First turn"
expect "nothing late"

# An organisation without assets and risks: the guide says how to begin.
expect "1 of 23 steps done"

# 2. An asset with its needs, from the register at the left.
type 1
wait "Risks"
key Tab
key Up*4
wait "What has value"
key Tab
type a
wait "New: Asset"
type Laboratory system
key Tab
type s
settle
key Tab*2
type 5
key Tab
type 4
key Tab
type 5
key Tab
type 3
key F2
wait "AS-1 saved"
shell noria show $F AS-1 --format=json
contains "\"name\": \"Laboratory system\""
contains "\"confidentiality\": 5"
contains "\"traceability\": 3"

# A risk on it, from the lists of threats and vulnerabilities, rated.
key Tab
key Down*4
wait "What could harm"
key Tab
type a
wait "New: Risk"
type Ransom stops the analyses
key Tab
key Enter
wait "AS-1  Laboratory system"
key Enter
settle
key Tab
key Enter
type ransom
wait "Ransomware"
key Enter
settle
key Tab
key Enter
type within reach
wait "Backups within reach"
key Enter
settle
key PgDn*2
wait "> Current likelihood"
type 45
wait "Critical"
key F2
wait "R-1 saved"
shell noria list $F risk --format=tsv --where="asset=AS-1"
contains "Ransom stops the analyses"

# It lands in its cell of the matrix; the cell opens and comes back.
type 5
wait "Current risk"
expect "R-1"
key Enter
wait "Current risk: 4"
expect "Ransom stops"
type q
wait "up: likelihood"
type q
wait "Risks"

# 3. The treatment and two controls.
shell noria set $F R-1 treatment=modify controls=A.8.7,A.8.13
settle
pause 1
type 6
wait "A.5.1 "
key Space
wait "yes"
type r
wait "law"
key Space
key Enter
settle
type t
wait "not started"
type w
wait "Jeanne Roy"
key Enter
settle
type J
wait "Justification"
type The law asks for it.
key C-s
wait "J. Roy"
shell noria show $F A.5.1
shell noria show $F soa:2022:A.5.1
contains "The law asks for it."
contains "not started"
contains "Jeanne Roy"
expect "1/37 decided"

# 4. Three steps undone, two done again, the history of the risk.
type u
wait "Undone"
type u
settle
type u
settle
shell noria show $F soa:2022:A.5.1
lacks "The law asks for it."
lacks "not started"
key C-r
wait "Done again"
key C-r
settle
shell noria show $F soa:2022:A.5.1
contains "not started"
contains "Jeanne Roy"
type 1
wait "Risks"
type H
wait "History of R-1"
expect "changed 2 fields of R-1"
type q

# 5. The SoA as XML and as text, read into a new organisation.
type x
wait "Export or print what?"
type Statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type XML
key Enter
wait "─ Write to ─"
key Enter
wait "Written to soa.xml"
type x
wait "Export or print what?"
type Statement
key Enter
wait "Of which records?"
key Enter
wait "In which form?"
type text
key Enter
wait "─ Write to ─"
key Enter
wait "Written to soa.txt"
shell noria new second.noria
shell noria import second.noria soa.xml
shell noria export second.noria soa --output=second.xml
shell cmp soa.xml second.xml
shell grep -q "Jeanne Roy" soa.txt
shell noria check $F
type q
exit 0

# 6. The same in French.
env LC_ALL=fr_FR.UTF-8
start $F
wait "Planifier"
expect "Risques"
expect "Ajouter"
reject "Add"
type q
exit 0

# The help of every place opens.
env LC_ALL=C.UTF-8
start $F
wait "Valmont"
type ?
wait "What the keys do"
type q
type 7
wait "Work"
type ?
wait "Everywhere"
type q
type m
wait "Menu"
key Escape
waitnot "Menu"
type :
wait "Palette"
key Escape
waitnot "Palette"
type qq
exit 0
