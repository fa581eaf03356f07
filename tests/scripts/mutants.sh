# The faults that tests/mutants makes: which, and what stays as it is.  The run itself is by hand: make mutants.
. "$NORIA_SOURCE/tests/tap.sh"

cat >code.c <<'END'
#include <stdio.h>
#define BOTH(a, b) ((a) && \
	(b) < 1)
/* a < b && return true; */
static bool f(const struct pair *p, int n) /* n >= 1
	== still */
{
	const char *text = "a < b \" && c", quote = '<';

	if (p->left < n && n >= 1 || n == 3) // <
		return true;
	n = n + 1 << 2 >> 1;
	n = n - 10 - p[n - 1].right + 1.5;
	return_if(n != -1);
	return 0;
}
END
awk -f "$NORIA_SOURCE/tests/mutants.awk" code.c >found
cat >wanted <<'END'
code.c	10	14	1	<=
code.c	10	18	2	||
code.c	10	23	2	>
code.c	10	28	2	&&
code.c	10	33	2	!=
code.c	11	3	12	return false;
code.c	12	8	3	- 1
code.c	13	19	3	+ 1
code.c	14	14	2	==
code.c	15	2	9	return 1;
END
ok "comparisons, connectives, returns, one more and one less; no comments, directives" diff wanted found

while read -r file line column length put; do
	awk -f "$NORIA_SOURCE/tests/mutants.awk" -v at="$line" -v column="$column" -v length_="$length" -v put="$put" "$file" >mutant.c
	diff code.c mutant.c | sed -n 's/^> *//p'
done <found >lines
has "one is made where it was found" 'if (p->left <= n && n >= 1 || n == 3) // <' cat lines
has "another" 'n = n - 1 << 2 >> 1;' cat lines
has "a return" 'return false;' cat lines
ok "each changes one line" test "$(wc -l <lines)" = 10

mkdir -p src/store src/model
printf '%s\n' 'f("SELECT a < b AND c IS NULL OR d IS NOT NULL", x < y, "<", "a=b <= \"AND\"");' >src/store/q.c
cp src/store/q.c src/model
awk -f "$NORIA_SOURCE/tests/mutants.awk" src/store/q.c src/model/q.c | cut -f 1,3,5 >found
cat >wanted <<'END'
src/store/q.c	52	<=
src/store/q.c	13	<=
src/store/q.c	17	OR
src/store/q.c	23	IS NOT NULL
src/store/q.c	31	AND
src/store/q.c	36	IS NULL
src/store/q.c	58	<=
src/store/q.c	67	<
src/model/q.c	52	<=
END
ok "in the store, SQL too" diff wanted found

# Every mutant that is known to change nothing still names a line that is there.
grep -v '^#' "$NORIA_SOURCE/tests/mutants.same" | while IFS='	' read -r file before after why; do
	test -n "$why" && test "$before" != "$after" && sed 's/^[	 ]*//' "$NORIA_SOURCE/$file" | grep -qxF -e "$before" || echo "$file: $before"
done >stale
ok "tests/mutants.same is up to date" sh -c 'cat stale; ! test -s stale'
finish
