# The sources as cppcheck reads them; see tests/lint.
. "$NORIA_SOURCE/tests/tap.sh"

if "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" --has cppcheck; then
	ok "cppcheck finds nothing" "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" cppcheck
else
	skip "lint cppcheck" "it is not here in the version for which the tree is kept clean"
fi
finish
