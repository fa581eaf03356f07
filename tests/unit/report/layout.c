/* Widths of columns and turned pages: src/report/layout.h. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "report/layout.h"

/* Every character is as wide as another. */
static double width(void *user, const char *text, size_t length, bool bold)
{
	(void)user;
	(void)text;
	(void)bold;
	return (double)length;
}

static const struct measure by_character = { width, NULL, 1, 2, true, false };

static struct block *table(struct document *document, enum column_kind kind, const char *title, const char *text)
{
	struct block *block =
		document_table(document, (const struct column_def[]){ { title, kind, 0 }, { "B", COLUMN_TEXT, 0 } }, 2);

	table_add(block, (const char *const[]){ text, "b" });
	return block;
}

static struct need need_of(enum column_kind kind, const char *title, const char *text)
{
	struct document *document = document_new("T");
	struct need needs[2];

	layout_needs(table(document, kind, title, text), &by_character, needs);
	document_free(document);
	return needs[0];
}

Test(layout, a_date_asks_for_all_of_itself)
{
	cr_expect_eq(need_of(COLUMN_DATE, "D", "27 November 2026").least, 16 + 2);
	cr_expect_eq(need_of(COLUMN_TIME, "D", "27/11/2026 09:30").least, 16 + 2);
	cr_expect_eq(need_of(COLUMN_LEVEL, "L", "M Moderate").least, 10 + 2);
	cr_expect_eq(need_of(COLUMN_NUMBER, "N", "1 234 567").least, 9 + 2);
	cr_expect_eq(need_of(COLUMN_PERCENT, "P", "45 %").least, 4 + 2);
}

Test(layout, prose_asks_for_its_longest_word)
{
	struct need need = need_of(COLUMN_TEXT, "T", "a responsible person signs it\nor nobody");

	cr_expect_eq(need.least, 11 + 2);
	cr_expect_eq(need.natural, 29 + 2);
	cr_expect_eq(need.fair, 22 + 2);
}

Test(layout, refs_and_dates_in_prose_are_words)
{
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "see 2026-11-27 for it").least, 10 + 2);
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "27/11/2026").least, 10 + 2);
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "R-12345 or 2022:A.5.1").least, 10 + 2);
}

Test(layout, a_line_may_end_behind_a_hyphen_between_letters)
{
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "confidential-integrity").least, 13 + 2);
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "AC-1234567").least, 10 + 2);
}

Test(layout, the_words_of_a_title_are_not_broken_but_its_lines_are)
{
	cr_expect_eq(need_of(COLUMN_LEVEL, "Current likelihood", "H").least, 10 + 2);
}

Test(layout, a_giant_asks_for_no_more_than_30_columns)
{
	cr_expect_eq(need_of(COLUMN_TEXT, "T", "0123456789abcdef0123456789abcdef").least, 30 + 2);
}

Test(layout, widths_fill_the_room_in_order_of_need)
{
	const struct need needs[] = { { 10, 10, 10 }, { 8, 20, 60 } };
	double widths[2];

	/* All has room. */
	cr_expect(layout_widths(needs, 2, 140, true, widths));
	cr_expect_float_eq(widths[0] + widths[1], 140, 1e-9);
	cr_expect(layout_widths(needs, 2, 140, false, widths));
	cr_expect_float_eq(widths[1], 60, 1e-9);
	/* Prose gives. */
	cr_expect(layout_widths(needs, 2, 40, true, widths));
	cr_expect_float_eq(widths[0], 10, 1e-9);
	cr_expect_float_eq(widths[1], 30, 1e-9);
	/* Down to its longest word. */
	cr_expect(layout_widths(needs, 2, 18, true, widths));
	cr_expect_float_eq(widths[0], 10, 1e-9);
	cr_expect_float_eq(widths[1], 8, 1e-9);
	/* Not further. */
	cr_expect_not(layout_widths(needs, 2, 17, true, widths));
}

/* ---- pages ---- */

/* The blocks as letters: L on turned pages, P on others. */
static const char *turned(const struct document *document, double room)
{
	static char answer[32];
	bool wide[32] = { false };
	size_t i;

	layout_turn(document, &by_character, room, wide);
	for (i = 0; i < document->count; i++)
		answer[i] = wide[i] ? 'L' : 'P';
	answer[i] = '\0';
	return answer;
}

static void prose(struct document *document, int paragraphs)
{
	document_heading(document, 1, "Prose");
	while (paragraphs-- > 0)
		document_paragraph(document, "It is so.");
}

Test(layout, a_table_turns_with_its_heading_and_what_stands_below_it)
{
	struct document *document = document_new("T");

	prose(document, 4);
	document_heading(document, 1, "Wide");
	document_paragraph(document, "A table:");
	table(document, COLUMN_DATE, "D", "27 November 2026");
	document_note(document, "So far.");
	prose(document, 4);
	cr_expect_str_eq(turned(document, 100), "PPPPPPPPPPPPPP");
	cr_expect_str_eq(turned(document, 20), "PPPPPLLLLPPPPP");
	document->one_page = true;
	cr_expect_str_eq(turned(document, 20), "PPPPPPPPPPPPPP");
	document_free(document);
}

Test(layout, a_few_lines_are_no_reason_to_turn_back)
{
	struct document *document = document_new("T");

	prose(document, 1);
	document_heading(document, 1, "Wide");
	table(document, COLUMN_DATE, "D", "27 November 2026");
	prose(document, 2);
	document_heading(document, 1, "Wide");
	table(document, COLUMN_DATE, "D", "27 November 2026");
	prose(document, 2);
	cr_expect_str_eq(turned(document, 20), "LLLLLLLLLLLL");
	cr_expect_str_eq(turned(document, 100), "PPPPPPPPPPPP");
	document_free(document);
}

Test(layout, a_report_asks_for_turned_pages_until_it_takes_them_back)
{
	struct document *document = document_new("T");

	prose(document, 4);
	document_wide(document, true);
	prose(document, 1);
	document_wide(document, false);
	prose(document, 4);
	cr_expect_str_eq(turned(document, 100), "PPPPPLLPPPPP");
	document_free(document);
}

Test(layout, prose_that_could_not_be_read_turns_a_long_table_only)
{
	struct document *document = document_new("T");
	struct block *block;
	int i;

	prose(document, 4);
	block = document_table(
		document, (const struct column_def[]){ { "A", COLUMN_TEXT, 0 }, { "B", COLUMN_TEXT, 0 } }, 2);
	for (i = 0; i < 3; i++)
		table_add(
			block, (const char *const[]){ "a long text of so many words", "another one that is as long" });
	cr_expect_str_eq(turned(document, 30), "PPPPPP");
	table_add(block, (const char *const[]){ "a", "b" });
	cr_expect_str_eq(turned(document, 30), "LLLLLL");
	document_free(document);
}
