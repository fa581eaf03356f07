/* Text on a screen of columns: widths, cutting, wrapping; and what search and order make of it. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(text, .init = start);

static void is(char *owned, const char *expected)
{
	cr_expect_str_eq(owned, expected);
	free(owned);
}

Test(text, columns_are_those_of_the_screen)
{
	cr_expect_eq(text_columns(""), 0);
	cr_expect_eq(text_columns("été"), 3);
	cr_expect_eq(text_columns("e\xcc\x81t"), 2);               /* a combining accent */
	cr_expect_eq(text_columns("\xe6\xbc\xa2\xe5\xad\x97"), 4); /* two wide characters */
}

Test(text, nothing_is_cut_within_a_character)
{
	int used;

	cr_expect_eq(text_fit("\xe6\xbc\xa2\xe5\xad\x97", 3, &used), 3);
	cr_expect_eq(used, 2);
	cr_expect_eq(text_fit("e\xcc\x81t", 1, &used), 3);
	is(text_cut("Laboratory", 10), "Laboratory");
	is(text_cut("Laboratory", 5), "Labo\xe2\x80\xa6");
	is(text_cut("\xe6\xbc\xa2\xe5\xad\x97", 3), "\xe6\xbc\xa2\xe2\x80\xa6");
	is(text_pad("ab", 4, false), "ab  ");
	is(text_pad("ab", 4, true), "  ab");
}

static void wraps(
	void (*wrap)(const char *, int, struct strings *), const char *text, int columns, const char *expected)
{
	struct strings lines = { 0 };

	wrap(text, columns, &lines);
	is(strings_join(&lines, "|"), expected);
	strings_free(&lines);
}

Test(text, wrapping)
{
	wraps(text_wrap, "the quick brown fox", 10, "the quick|brown fox");
	wraps(text_wrap, "one\n\ntwo", 10, "one||two");
	/* French puts a blank before a sign: no line begins with it, nor with what closes a quotation. */
	wraps(text_wrap, "elle vient ici : la revue", 14, "elle vient|ici : la revue");
	wraps(text_wrap, "vient-elle ici ?", 14, "vient-elle|ici ?");
	wraps(text_wrap, "ceci \xc2\xbb cela", 5, "ceci|\xc2\xbb|cela");
	wraps(text_wrap, "on tape :qa ici", 8, "on tape|:qa ici");
	wraps(text_wrap, "unbreakable", 4, "unbr|eaka|ble");
	wraps(text_wrap, "  a b c d", 6, "  a b|c d");
	wraps(text_wrap, "", 5, "");
}

Test(text, what_follows_stands_under_the_last_column)
{
	wraps(text_wrap_hanging, "the quick brown fox", 10, "the quick|brown fox");
	wraps(text_wrap_hanging, "  name: one two three", 14, "  name: one|    two three");
	wraps(text_wrap_hanging, "  k  word word word", 12, "  k  word|     word|     word");
	/* A column in the right half leaves too little room. */
	wraps(text_wrap_hanging, "  a long label  word word", 20, "  a long label  word|    word");
}

Test(text, what_the_terminal_must_not_see)
{
	is(text_printable("a\x1b[2J\x7f\n", false), "a\xef\xbf\xbd[2J\xef\xbf\xbd ");
	is(text_printable("a\nb", true), "a\nb");
	is(text_printable("\xc2\x9b"
			  "1m",
		   false),
		"\xef\xbf\xbd"
		"1m"); /* CSI in one character */
	is(text_printable("a\xe2\x80\xae"
			  "b",
		   false),
		"a\xef\xbf\xbd"
		"b"); /* right-to-left override */
	is(text_printable("a\xff"
			  "b",
		   false),
		"a\xef\xbf\xbd"
		"b");
	cr_expect(!text_is_valid("\xc0\xaf", 2));
	cr_expect(!text_is_valid("\xed\xa0\x80", 3)); /* a surrogate */
	cr_expect(text_is_valid("\xf0\x9f\x94\x92", 4));
}

Test(text, search_and_order)
{
	char *two = text_sort_key("R-2"), *ten = text_sort_key("R-10"), *z = text_sort_key("zoo"),
	     *e = text_sort_key("\xc3\x89mile");

	is(text_fold_typed("L\xe2\x80\x99H\xc3\x94TEL d\xe2\x80\x99"), "l'hotel d'");
	is(text_fold_typed("\xe2\x80\x99\xe2\x80\x98"), "'\xe2\x80\x98");
	is(text_fold("\xc3\x89T\xc3\x89 c\xc5\x93ur stra\xc3\x9f"
		     "e"),
		"ete coeur strasse");
	cr_expect_lt(strcmp(two, ten), 0);
	cr_expect_lt(strcmp(e, z), 0);
	free(two);
	free(ten);
	free(z);
	free(e);
}

static char *neutral(const char *bytes, size_t length, const char *kept)
{
	struct buffer out = { 0 };

	text_neutralise(&out, bytes, length, kept);
	return buffer_take(&out);
}

#define GONE "\xef\xbf\xbd"

Test(text, nothing_for_a_terminal_to_obey)
{
	is(neutral("a\x1b[2J\x07", 6, ""), "a" GONE "[2J" GONE);
	is(neutral("a\0b\x7f", 4, ""), "a" GONE "b" GONE);
	is(neutral("\xc2\x9b"
		   "31m\x9b\xff\xed\xa0\x80",
		   10, ""),
		GONE "31m" GONE GONE GONE GONE GONE);
	is(neutral("\xe2\x80\xae\xe2\x81\xa6\xd8\x9c\xe2\x81\xae", 11, ""), GONE GONE GONE GONE);
	is(neutral("\xc3\xa9 \xe6\xbc\xa2", 6, ""), "\xc3\xa9 \xe6\xbc\xa2");
	is(neutral("a\tb\nc\r\nd\re", 10, ""), "a b c" GONE " d" GONE "e");
	is(neutral("a\tb\nc\r\nd\re", 10, "\n\t\r"), "a\tb\nc\r\nd" GONE "e");
}

Test(text, json_holds_no_control)
{
	struct buffer json = { 0 };

	json_add_string(&json, "a\x1b\n\x7f\xc2\x9b\xc2\xa0\"\xe2\x80\xae");
	is(buffer_take(&json), "\"a\\u001b\\n\\u007f\\u009b\xc2\xa0\\\"\xe2\x80\xae\"");
	json_add_string(&json, "a\xff"
			       "b");
	is(buffer_take(&json), "\"a" GONE "b\"");
}
