# What people type for a day, a number and a percentage, in a form, in English and in French.
file
shell noria new $F --organisation=Zoo; noria set $F ORG-1 currency=EUR
shell noria add $F action title="Mend the fence"
start $F
wait "Zoo"
type :AC-1
key Enter
wait "Mend the fence"
type e
wait "> Title"
key Down*5
expect "> Due"
type 31/12/2026
key Down
expect "2026-12-31"
key Up C-u
type "31 déc. 2027"
key Down
expect "2027-12-31"
key Up C-u
# In no country's locale nobody says which is the day: the form says which it took, and how the other is written.
type 05/06/2026
key Down
expect "Due: 05/06/2026 is taken as 2026-05-06; write 2026-06-05 if you mean that day."
key Up C-u
type "31/12/2026 14:22"
key Down
expect "Due is a day without a time; write 2026-12-31 alone."
expect "> Due"
key C-u
type N/A
key Down
expect "Due must be a date"
key C-u
type 31-Dec-28
key Down
expect "2028-12-31"
# The share of a hundred, and money.
key Down
type 0.5
key Down
expect "Progress: 0.5 may be 50 % or 0.5 %; write a whole number from 0 to 100."
key C-u
type 50,0 %
key Down
expect "50%"
key PgDn*2
expect "> Budget"
type 1,200
key Down
expect "Budget: 1,200 is taken as 1200; write 1.2 if you mean that number."
key Up C-u
type $ 12
key Down
expect "Budget is in EUR, and $ is another currency; write the amount in EUR."
key C-u
type "1 200,50 €"
key Down
expect "EUR 1,200.50"
# What a spreadsheet calls a choice is taken as it is pasted.
key PgUp*4
expect "> Title"
key Down
expect "> Kind"
paste "Amélioration"
expect "Kind                        improvement"
key Down*2
expect "> Priority"
paste "no such thing"
expect "Priority has no choice that holds what was pasted"
paste " HIGH "
expect "Priority                    high"
key F2
wait "AC-1"
waitnot "> Priority"
output noria show $F AC-1 --format=json
contains "\"progress\": 50"
contains "\"budget\": 1200.5"
type :qa
key Enter
exit 0

# A number with what it is measured in: in the form, and where one field is changed alone.
shell noria add $F indicator name="Fences mended" unit=%
start $F
wait "Zoo"
type :IN-49
key Enter
wait "Fences mended"
type e
wait "> Name"
key PgDn
expect "> Target"
type 85 %
key Down
expect "Target                       85"
key Up C-u
type 85 $
key Down
expect "Target is measured in %, and 85 $ is in $; write the number alone."
key C-u
type "87,5 %"
key F2
wait "IN-49"
waitnot "> Target"
output noria show $F IN-49 --format=json
contains "\"target\": 87.5"
type :indicator
key Enter
wait "> IN-"
type f
type name="Fences mended"
key Enter
wait "> IN-49"
type C
wait "Change a field"
type target
settle
key Enter
wait "Target of IN-49 ─"
key C-u
type 90 %
key Enter
wait "Target of IN-49: 90"
output noria show $F IN-49 --format=json
contains "\"target\": 90"
type :qa
key Enter
exit 0

# In French the locale says which is the day.
env LC_ALL=fr_FR.UTF-8
start $F
wait "Zoo"
type :AC-1
key Enter
wait "Mend the fence"
type e
wait "> Intitulé"
key Down*5
expect "> Échéance"
key C-u
type 05/06/2026
key Down
expect "05/06/2026"
key Up C-u
type 12/31/2026
key Down
expect "31/12/2026"
key F2
wait "AC-1"
waitnot "> Fait le"
output noria show $F AC-1 --format=json
contains "\"due\": \"2026-12-31\""
type :qa
key Enter
exit 0
