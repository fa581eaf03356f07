# The sources as gcc's analyzer reads them; see tests/lint.
. "$NORIA_SOURCE/tests/tap.sh"

if "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" --has analyzer; then
	ok "gcc -fanalyzer finds nothing" "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" analyzer
else
	skip "lint analyzer" "it is not here in the version for which the tree is kept clean"
fi
finish
