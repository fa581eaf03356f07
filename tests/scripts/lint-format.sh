# The sources as clang-format reads them; see tests/lint.
. "$NORIA_SOURCE/tests/tap.sh"

if "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" --has format; then
	ok "clang-format 14 would leave it as it is" "$NORIA_SOURCE/tests/lint" "$NORIA_BUILD" format
else
	skip "lint format" "it is not here in the version for which the tree is kept clean"
fi
finish
