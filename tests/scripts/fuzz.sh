# What is read from outside, damaged at random: tests/fuzz/readers.c.  Here a few rounds of each
# reader with a fixed seed; `make fuzz` goes on with others.
. "$NORIA_SOURCE/tests/tap.sh"
cd "$HOME" || exit 99
rounds=${NORIA_FUZZ_ROUNDS:-${NORIA_TEST_SLOW:+60}} rounds=${rounds:-300} seed=${NORIA_FUZZ_SEED:-1}
readers=$NORIA_BUILD/tests/fuzz/readers

sample s.noria
fresh small.noria --organisation=Zoo
noria add small.noria risk title="Escape of the zebra" current_likelihood=2 current_impact=3 >/dev/null
noria export s.noria soa >soa.xml
noria export s.noria risk --format=csv --where='current_level=4' >risk.csv
noria export s.noria control --format=xml >control.xml 2>/dev/null || cp "$NORIA_SOURCE/data/catalogues/iso27001-2013.xml" control.xml
i=0
while IFS= read -r filter; do
	i=$((i + 1))
	printf %s "$filter" >"filter-$i"
done <<'EOF'
current_level>=3 treatment=reduce owner="Jeanne Roy"
late open title~phish "two words" review<=today+30
asset=(type=hardware owner=) acceptances!(expiry>=today) or status=closed
residual_level>@current_level unresolved
soa applicable=no justification= control.catalogue=iso27001-2022
created>=2026-01-01T00:00:00Z tags=a,b,c !status=done
EOF
i=0
while IFS= read -r expression; do
	i=$((i + 1))
	printf %s "$expression" >"expression-$i"
done <<'EOF'
100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')
100 * count(risk 'open current_level>threshold acceptances!(valid)') / count(risk open current_level>threshold)
median(nonconformity days(detected, today) 'open') - -(IN-1 + 0.5) * 2
max(incident hours(detected, today) "title~d'eau") / ((sum(action spent) - min(action budget owner="Jeanne Roy")) / avg(risk current_level))
EOF

# What goes to the programs that render, caught on its way.
mkdir elsewhere && cp "$NORIA_BUILD/noria" elsewhere/ && printf '%s\n%s\n' "$NORIA_SOURCE" "$HOME/elsewhere" >elsewhere/noria-build-tree
printf '#!/bin/sh\nexec cat\n' >elsewhere/noria-pdf
chmod +x elsewhere/noria-pdf
for report in dashboard actions; do
	elsewhere/noria export s.noria $report --format=pdf >"$report.wire"
done

feed() {
	target=$1
	shift
	ok "$target: $rounds rounds" "$readers" "$target" "$rounds" "$seed" s.noria "$@"
}
feed xml soa.xml control.xml
feed csv risk.csv
feed filter filter-*
feed expression expression-*
feed file small.noria
feed wire dashboard.wire actions.wire

# Tables as spreadsheets write them: texts in their encodings, workbooks as bytes and as parts.
iconv -f UTF-8 -t WINDOWS-1252//TRANSLIT risk.csv >windows.csv
printf '\377\376' >wide.txt
tr ',' '\t' <risk.csv | iconv -f UTF-8 -t UTF-16LE >>wide.txt
printf 'sep=;\r\nref;title\r\nR-1;"one\r\ntwo"\r\n' >told.csv
feed table risk.csv windows.csv wide.txt told.csv
feed monarc "$NORIA_SOURCE/tests/data/tools/monarc.json"
if test -x "$NORIA_BUILD/tests/pack"; then
	for format in xlsx ods; do
		"$NORIA_BUILD/tests/pack" book.$format <"$NORIA_SOURCE/tests/data/book.$format.txt"
	done
	feed packed book.xlsx book.ods
	feed parts "$NORIA_SOURCE/tests/data/book.xlsx.txt" "$NORIA_SOURCE/tests/data/book.ods.txt"
	feed verinice "$NORIA_SOURCE/tests/data/tools/verinice.txt"
else
	skip "workbooks" "made without libzip"
fi
ok "the file is whole afterwards" noria check s.noria
finish
