/* What is pasted as text: lines, controls, bytes that are none. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static void pasted(const char *bytes, size_t length, const char *text, size_t left_out)
{
	size_t counted;
	char *got = text_pasted(bytes, length, &counted);

	cr_assert_str_eq(got, text);
	cr_assert_eq(counted, left_out, "%zu controls left out of \"%s\"", counted, text);
	free(got);
}

Test(pasted, ends_of_lines_are_one)
{
	pasted("a\rb\nc\r\nd\r\r\n", 11, "a\nb\nc\nd\n\n", 0);
}

Test(pasted, controls_are_left_out_and_counted)
{
	pasted("a\003b\033[A\0c\177\302\233d\te", 14, "ab[Acd\te", 5);
}

Test(pasted, invalid_bytes_are_marked)
{
	pasted("a\377\303\251\303", 5, "a\357\277\275\303\251\357\277\275", 0);
	pasted("", 0, "", 0);
}

static void line(const char *text, const char *one)
{
	char *got = text_one_line(text);

	cr_assert_str_eq(got, one);
	free(got);
}

Test(pasted, one_line)
{
	line("a\nb\tc", "a b c");
	line("a \n\n", "a ");
	line("\n", "");
}

/* The way back over a text meets the boundaries of the way there. */
static void walked(const char *text)
{
	size_t ends[64], count = 0, at = 0, i;

	while (text[at]) {
		ends[count++] = at;
		at = text_next(text, at);
	}
	for (i = count; i > 0; i--) {
		at = text_previous(text, at);
		cr_assert_eq(at, ends[i - 1], "in \"%s\": %zu, not %zu", text, at, ends[i - 1]);
	}
	cr_assert_eq(text_previous(text, 0), 0);
}

Test(pasted, clusters_both_ways)
{
	setlocale(LC_ALL, "C.UTF-8");
	walked("plain");
	walked("e\314\201te\314\201\314\202 \346\274\242\345\255\227");
	walked("a\r\nb\n\nc");
	walked("\314\201x");
	walked("\360\237\207\253\360\237\207\267\360\237\207\251\360\237\207\252 x");
	walked("\360\237\221\250\342\200\215\360\237\221\251\342\200\215\360\237\221\247!");
}

Test(pasted, fits_in_part)
{
	int used;

	setlocale(LC_ALL, "C.UTF-8");
	cr_assert_eq(text_fit_in("abcdef", 3, 10, &used), 3);
	cr_assert_eq(used, 3);
	cr_assert_eq(text_fit_in("abcdef", 6, 2, &used), 2);
	cr_assert_eq(text_fit_in("\346\274\242\345\255\227", 6, 3, &used), 3);
	cr_assert_eq(used, 2);
}
