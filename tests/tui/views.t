# Every view as its user sees it, on the sample at a fixed day.
file
shell noria new $F --sample
start $F
wait "Valmont"
type 1
wait "R-20"
settle
screen plan-80x24
type e
wait "R-1  Ransom"
screen form-80x24
key Escape
wait "R-20"
key Enter
wait "Scenario"
screen record-80x24
type q
type 5
wait "Current risk"
screen matrix-80x24
type 6
wait "A.5.16"
settle
pause 0.5
screen checklist-80x24
type 7
wait "Risks by current level"
screen dashboard-80x24
type ?
wait "What the keys do"
screen help-80x24
type qqqq
settle
resize 200x60
wait "R-50"
pause 0.5
screen plan-200x60
type 5
wait "Current risk"
screen matrix-200x60
type 6
wait "A.7.1 "
pause 0.5
screen checklist-200x60
type qqq
exit 0
env LC_ALL=fr_FR.UTF-8
size 80x24
start $F
wait "en retard"
type 1
wait "Risques"
pause 0.5
screen plan-fr-80x24
type 5
wait "Risque actuel"
screen matrix-fr-80x24
type 7
wait "Risques par niveau"
screen dashboard-fr-80x24
