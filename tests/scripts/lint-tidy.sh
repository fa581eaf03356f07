# The sources as clang-tidy reads them; see tests/lint.
. "$NORIA_SOURCE/tests/tap.sh"

if "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" --has tidy; then
	ok "clang-tidy finds nothing" "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" tidy
else
	skip "lint tidy" "it is not here in the version for which the tree is kept clean"
fi
finish
