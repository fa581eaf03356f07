# The methods that ship: in the words of those who published them, as many levels as they have.
# Leaks: looked for by the other suites that run these commands.
. "$NORIA_SOURCE/tests/tap.sh"

# names METHOD SCALE FIELD: of the levels, from the lowest.
names() {
	noria list "$1.noria" level --where="scale=$2" --format=tsv | awk -F '\t' -v name="$3" '
		NR == 1 { for (i = 1; i <= NF; i++) { if ($i == name) at = i; if ($i == "number") n = i }; next }
		{ print $n "\t" $at }' | sort -n | cut -f2 | tr '\n' ',' | sed 's/,$//'
}
is() { # METHOD SCALE LANGUAGE NAMES
	got=$(names "$1" "$2" "$3")
	echo "$got" >"$HOME/tap-output"
	test "$got" = "$4"
	tap_result $? "$1, $2: $4"
}
for method in iso5x5 ebios4x4 mehari4x4 simple3x3; do
	status 0 "$method" noria new $method.noria --organisation=Test --method=$method
	status 0 "it is sound" noria check $method.noria
	# Every cell of the grid is one of its levels: the greatest of both scales is the worst level, the least of both the best.
	most=$(noria list $method.noria level --where=scale=likelihood --format=tsv | tail -n +2 | wc -l)
	worst=$(noria list $method.noria level --where=scale=risk --format=tsv | tail -n +2 | wc -l)
	R=$(noria add $method.noria risk title=Worst current_likelihood="$most" current_impact="$most")
	has "the worst cell is the worst level" "\"current_level\": $((worst))" noria show $method.noria "$R" --format=json
	R=$(noria add $method.noria risk title=Best current_likelihood=1 current_impact=1)
	has "the best cell is the best level" '"current_level": 1' noria show $method.noria "$R" --format=json
done
is ebios4x4 likelihood name_fr 'Peu vraisemblable,Vraisemblable,Très vraisemblable,Quasi certain'
is ebios4x4 impact name_fr 'Mineure,Significative,Grave,Critique'
is ebios4x4 risk name_fr 'Faible,Moyen,Élevé'
is mehari4x4 likelihood name_fr 'Très improbable,Improbable,Probable,Très probable'
is mehari4x4 impact name_fr 'Non significatif,Important,Très grave,Vital'
is mehari4x4 risk name 'Negligible,Tolerable,Inadmissible,Intolerable'
ok "no frequencies where the publisher names none" sh -c '! noria list ebios4x4.noria level --where=scale=likelihood --format=tsv | grep -E "year|[0-9] ans|an ;"'
for method in ebios4x4 mehari4x4; do
	has "$method: its grid is to be adapted" "to be adapted" noria show $method.noria $method
done
finish
