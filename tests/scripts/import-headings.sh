# What a heading says of the cells below it besides whose they are: the unit of numbers, the order of dates.
. "$NORIA_SOURCE/tests/tap.sh"

F=$HOME/test.noria
fresh "$F" --organisation=Test
noria set "$F" ORG-1 currency=EUR
table() { # REGISTER ROW... : a table of its rows, read for a trial; what it would do
	register=$1
	shift
	printf '%s\n' "$@" >table.csv
	noria import "$F" table.csv --as="$register" --dry-run
}
refused() { # NAME SENTENCE REGISTER ROW...
	says=$1 sentence=$2
	shift 2
	has "$says" "$sentence" table "$@"
}
budget() { # NAME HEADING CELL VALUE
	printf 'Title;%s\n%s;%s\n' "$2" "$1" "$3" >table.csv
	noria import "$F" table.csv --as=action >/dev/null 2>&1
	has "$1" "$1,$4," sh -c 'noria list "$1" action --where="title~\"$2\"" --format=csv | awk -F, "NR == 1 { for (i = 1; i <= NF; i++) at[\$i] = i; next } { print \$at[\"title\"] \",\" \$at[\"budget\"] \",\" }"' sh "$F" "$1"
}

budget "thousands in brackets" 'Budget (k€)' 12 12000
budget "in square ones" 'Budget [k EUR]' '1,5' 1500
budget "in words" 'Budget (en milliers d’euros)' 3 3000
budget "without any" 'Budget k€' 4 4000
budget "millions" 'Budget (M€)' 2 2000000
budget "what the cell says by itself" 'Budget (k€)' '2 M€' 2000000
budget "the currency that is ours" 'Budget (EUR)' 12 12
budget "what says nothing of units" 'Budget (TTC)' 12 12
refused "is told" 'Budget: numbers are taken in k€, as the heading "Budget (k€)" has it.' action 'Title;Budget (k€)' 'A;12'
refused "another currency is refused" 'USD is another currency; write the amount in EUR. (The unit is that of the heading "Budget (USD)".)' action 'Title;Budget (USD)' 'A;12'
refused "thousands of millions too" 'the heading "Budget (Md€)" has the numbers in Md€' action 'Title;Budget (Md€)' 'A;12'
refused "days are no money" 'in jours' action 'Titre;Budget (jours)' 'A;12'
refused "12 € under thousands may be either" '12 € under the heading "Budget (k€)" may be that or thousands of it' action 'Title;Budget (k€)' 'A;12 €'

printf 'Titre;Durée (heures)\nDeux heures;2\nUne et demie;1,5\nEn minutes;90 min\nHorloge;1:30\n' >hours.csv
status 0 "hours of a field in minutes" noria import "$F" hours.csv --as=training
has "are hours" '"length": 120,' noria show "$F" TR-1 --format=json
has "and parts of them" '"length": 90,' noria show "$F" TR-2 --format=json
has "minutes stay what they say" '"length": 90,' noria show "$F" TR-3 --format=json
has "and clocks" '"length": 90,' noria show "$F" TR-4 --format=json
has "read again they are the same" "0 added, 0 changed, 4 left" noria import "$F" hours.csv --as=training
refused "days are refused" 'has the numbers in days' training 'Title;Length (days)' 'A;2'
status 0 "an indicator in days" noria add "$F" indicator name=Delay unit=days
refused "what it is measured in may stand in the heading" "It would add 1" measurement 'Indicator;Date;Value (days)' 'Delay;2026-01-05;12'
refused "another unit is refused" 'The unit is that of the heading "Value (%)"' measurement 'Indicator;Date;Value (%)' 'Delay;2026-01-05;12'

# The refused rows have the numbers as they stood, below the heading that says their unit.
printf 'Title;Budget (k€)\nGood;1\nBad;2 $\n' >mixed.csv
noria import "$F" mixed.csv --as=action --only-good --refused=left.csv >/dev/null 2>&1
printf '%s\n' "$(sed 's/2 [$]/2/g' left.csv)" >left.csv
status 0 "refused rows, put right" noria import "$F" left.csv --as=action
has "have the unit of the heading once" 'Bad,2000' sh -c 'noria list "$1" action --format=csv | awk -F, "NR == 1 { for (i = 1; i <= NF; i++) at[\$i] = i; next } { print \$at[\"title\"] \",\" \$at[\"budget\"] }"' sh "$F"

review() { # NAME HEADING DAY: of 05/06/2026
	printf 'Title,%s\n%s,05/06/2026\n' "$2" "$1" >table.csv
	env LC_ALL=${4-C.UTF-8} noria import "$F" table.csv --as=risk >/dev/null 2>&1
	has "$1" "$3" sh -c 'noria list "$1" risk --where="title~\"$2\"" --format=csv' sh "$F" "$1"
}
review "the day first as the heading has it" 'Next review (DD/MM/YYYY)' 2026-06-05 en_US.UTF-8
review "the month first as it has it" 'Next review (mm/dd/yyyy)' 2026-05-06 en_GB.UTF-8
review "in French" 'Prochaine revue (JJ/MM/AAAA)' 2026-06-05 en_US.UTF-8
review "beside the words" 'Prochaine revue jj.mm.aaaa' 2026-06-05 en_US.UTF-8
review "short years" 'Next review (m/d/yy)' 2026-05-06 en_GB.UTF-8
refused "cells that contradict it are told" "the heading has the month first, and 31/12/2026 begins with the day" risk 'Title,Next review (MM/DD/YYYY)' 'A,05/06/2026' 'B,31/12/2026'

# No locale says what is first: the table may, else it is asked for.
refused "French headings are a sign" "the day first as in French" risk 'Titre,Prochaine revue' 'A,05/06/2026'
refused "semicolons are one" "the day first as where cells are parted by semicolons" risk 'Title;Next review' 'A;05/06/2026'
printf 'Title,Next review\nA,05/06/2026\n' >open.csv
status 4 "without any it is refused" env LC_ALL=C.UTF-8 noria import "$F" open.csv --as=risk
has "with the way out" "neither a date of the column nor your locale shows the order of 05/06/2026" env LC_ALL=C.UTF-8 noria import "$F" open.csv --as=risk
has "which is an option" "--dates=day-first or --dates=month-first says it" env LC_ALL=C.UTF-8 noria import "$F" open.csv --as=risk
status 0 "that settles it" env LC_ALL=C.UTF-8 noria import "$F" open.csv --as=risk --dates=day-first
ok "nothing is said of a locale that says nothing" sh -c '! env LC_ALL=C.UTF-8 noria import "$1" open.csv --as=risk 2>&1 | grep "as your locale has it"' sh "$F"

# A table without names: its first row is a record.
printf 'Fuite;Jeanne Roy\nVol;Karim Benali\n' >bare.csv
status 4 "a first row that names nothing" noria import "$F" bare.csv --as=risk
has "may be a record" "If it is a record already, say --header=0" noria import "$F" bare.csv --as=risk
has "which is taken then" " added, 0 changed" noria import "$F" bare.csv --as=risk --header=0 --map=A=title --map=B=owner
has "once" "0 added, 0 changed, 2 left" noria import "$F" bare.csv --as=risk --header=0 --map=A=title --map=B=owner
status 2 "no row has a number below it" noria import "$F" bare.csv --as=risk --header=-1
printf 'Leak;3\nTheft;99\n' >bare.csv
noria import "$F" bare.csv --as=risk --header=0 --map=A=title --map=B=current_impact --only-good --refused=left.csv >/dev/null 2>&1
has "its refused rows have the names of the fields" '"# reason";title;current_impact' sed 's/^.*# reason/"# reason"/; s/"";/";/' left.csv

# What a field counts in hours or days by itself is plain; in another span it is refused, whatever its help speaks of.
printf 'Title;Hours to tell (heures)\nNotice;72\n' >span.csv
has "hours under hours" "1 added" noria import "$F" span.csv --as=obligation
printf 'Title;Hours to tell (jours)\nOther notice;3\n' >span.csv
has "days under hours are refused" "jours" noria import "$F" span.csv --as=obligation
status 4 "and nothing is written" noria import "$F" span.csv --as=obligation
printf 'Title;Owner;Days of grace (days)\nRestore;Jeanne Roy;3\n' >span.csv
has "days under days" "1 added" noria import "$F" span.csv --as=check

# A title above a table of two columns, and what follows it.
printf 'Registre des risques 2026\n\nTitre;Propri\303\251taire\nSous un titre;Jeanne Roy\n' >titled.csv
has "a title above a table of two columns" "It would add 1" noria import "$F" titled.csv --as=risk --dry-run
has "with the row that is said" "1 added" noria import "$F" titled.csv --as=risk --header=3
printf 'Titre;Responsable;Responsable\nDoubl\303\251;Jeanne Roy;Karim Benali\n' >double.csv
has "of two columns with one heading that is left out which is not known" "1 added" noria import "$F" double.csv --as=risk --skip=Responsable
printf 'Title;Owner\nA;Jeanne Roy\nB;Jeanne Roy;;more\n' >longer.csv
has "a row that is longer than the names is named" "longer.csv:3: " noria import "$F" longer.csv --as=risk

# The SoA's table with the number in a column of its own.
for heading in 'N\302\260;Mesure' 'ID;Control' 'Ref;Control' 'Control ID;Control'; do
	printf "$heading;Applicable\nA.5.1;Politiques;Non\n" >soa.csv
	has "the number of the control under $heading" "It would add 0, change 1" noria import "$F" soa.csv --as=applicability --dry-run
done
has "--as=soa says that too" "0 added, 1 changed" noria import "$F" soa.csv --as=soa
finish
