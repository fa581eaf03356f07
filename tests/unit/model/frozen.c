/* The copy that a closed record keeps: what is written reads back, and what somebody made of it is refused. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/frozen.h"

static void line(struct buffer *text, const char *const *values)
{
	frozen_begin(text, values[0]);
	for (values++; *values; values++)
		frozen_add(text, *values);
	frozen_end(text);
}

static char *example(void)
{
	static const char *const lines[][12] = {
		{ "organisation", "Zoo", "", "Europe/Paris", "2022", NULL },
		{ "field", "title", "First \"round\"\n\\ two", NULL },
		{ "field", "date", "2026-09-01", NULL },
		{ "field", "of_a_later_version", "x", NULL },
		{ "method", "m", "Ours", "Le n\xc3\xb4tre", "3", "3", "2", "1 1 2\n1 2 2\n2 2 2", "1", "TH-1", NULL },
		{ "level", "risk", "1", "Low", "Bas", "", "", NULL },
		{ "level", "maturity", "2", "Done", "Fait", "", "", NULL },
		{ "columns", "title", "owner", "current_level", "controls", NULL },
		{ "row", "R-1", "2026", "P-1", "2", "2022:A.5.1,2022:A.9.9", NULL },
		{ "row", "R-2", "0", "", "", "", NULL },
		{ "name", "person", "P-1", "Jeanne Roy", "", "", NULL },
		{ "name", "control", "2022:A.5.1", "Policies", "Politiques", "", NULL },
		{ "name", "", "2022:A.9.9", "", "", "1", NULL },
	};
	struct buffer text = { 0 };
	size_t i;

	frozen_write_head(&text, "RA-1", "risk");
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		line(&text, lines[i]);
	return buffer_take(&text);
}

static void reads(const struct frozen *frozen, const struct json *row, const char *column, const char *wanted)
{
	const char *value = frozen_value(frozen, row, column);
	char *text = frozen_text(frozen, register_field(frozen->of, column), value, ", ", REFERENCE_READ);

	cr_expect_str_eq(text, wanted);
	free(text);
}

Test(frozen, reads_back_as_it_was_written)
{
	struct error error = { 0 };
	char *text = example();
	struct frozen *frozen = frozen_read(register_find("assessment"), text, "en", &error);
	struct json *row;

	cr_assert(frozen, "%s", error.message);
	cr_expect_str_eq(frozen->record->ref, "RA-1");
	cr_expect_str_eq(record_get(frozen->record, "title"), "First \"round\"\n\\ two");
	cr_expect_str_eq(frozen->context.organisation_name, "Zoo");
	cr_expect_null(frozen->activity);
	cr_expect_str_eq(frozen->context.method.title, "Ours");
	cr_expect_eq(frozen->context.method.threshold, 1);
	cr_expect_eq(method_level(&frozen->context.method, 2, 2), 2);
	cr_expect_eq(frozen->context.method.scales[SCALE_MATURITY].count, 2);
	cr_expect_str_eq(
		frozen->context.method.scales[SCALE_RISK].names[1], "2", "a level that no line names has its number");
	cr_assert_eq(frozen->count, 2);
	row = frozen_row(frozen, 0);
	reads(frozen, row, "title", "2026");
	reads(frozen, row, "owner", "Jeanne Roy");
	reads(frozen, row, "controls", "A.5.1 Policies, A.9.9 (deleted)");
	cr_expect_null(frozen_value(frozen, row, "asset"));
	json_free(row);
	row = frozen_row(frozen, 1);
	cr_expect_str_eq(
		frozen_value(frozen, row, "title"), "0", "a title that is a nought is none of the empty values");
	cr_expect_null(frozen_value(frozen, row, "owner"));
	json_free(row);
	frozen_free(frozen);
	frozen = frozen_read(register_find("assessment"), text, "fr", NULL);
	cr_expect_str_eq(frozen->context.method.title, "Le n\xc3\xb4tre");
	cr_expect_str_eq(frozen->context.method.scales[SCALE_RISK].names[0], "Bas");
	frozen_free(frozen);
	free(text);
}

/* The example with one more line. */
static struct frozen *read_with(const char *more)
{
	struct error error = { 0 };
	char *text = example(), *with = xasprintf("%s\n%s", text, more);
	struct frozen *frozen = frozen_read(register_find("assessment"), with, "en", &error);

	cr_assert(frozen, "%s: %s", more, error.message);
	free(text);
	free(with);
	return frozen;
}

static int count_of(const char *level, enum scale_kind scale)
{
	struct frozen *frozen = read_with(level);
	int count = frozen->context.method.scales[scale].count;

	frozen_free(frozen);
	return count;
}

Test(frozen, a_scale_that_no_method_counts_goes_to_its_last_level_and_no_other_does)
{
	cr_expect_eq(count_of("[\"level\",\"maturity\",1,\"Begun\"]", SCALE_MATURITY), 2);
	cr_expect_eq(count_of("[\"level\",\"maturity\",4,\"Measured\"]", SCALE_MATURITY), 4);
	cr_expect_eq(count_of("[\"level\",\"risk\",3,\"Beyond\"]", SCALE_RISK), 2);
}

Test(frozen, a_row_that_ends_early_is_empty_from_there_on)
{
	struct frozen *frozen = read_with("[\"row\",\"R-3\",\"Short\",\"\"]");
	struct json *row = frozen_row(frozen, 2);

	cr_expect_str_eq(frozen_value(frozen, row, "title"), "Short");
	cr_expect_null(frozen_value(frozen, row, "owner"), "a text of nothing is empty too");
	cr_expect_null(frozen_value(frozen, row, "controls"));
	json_free(row);
	frozen_free(frozen);
}

Test(frozen, what_is_empty_or_of_no_field_is_shown_as_it_is)
{
	struct frozen *frozen = read_with("[\"level\",\"maturity\",1,\"Begun\",0,\"Somebody began\",0]");
	char *text = frozen_text(frozen, register_field(frozen->of, "owner"), NULL, ", ", REFERENCE_READ);

	cr_expect_str_eq(text, "");
	free(text);
	text = frozen_text(frozen, NULL, "P-1", ", ", REFERENCE_READ);
	cr_expect_str_eq(text, "P-1");
	free(text);
	cr_expect_str_eq(frozen->context.method.scales[SCALE_MATURITY].definitions[0], "Somebody began");
	frozen_free(frozen);
}

/* More digits than every reader of JSON holds. */
Test(frozen, short_numbers_alone_are_written_as_numbers)
{
	static const char *const values[] = { "one", "123456789", "1234567890", "012", "12a", "", NULL };
	struct buffer text = { 0 };

	line(&text, values);
	cr_expect_str_eq(text.data, "[\"one\",123456789,\"1234567890\",\"012\",\"12a\",0]");
	buffer_free(&text);
}

static void refuse(const char *text)
{
	struct error error = { 0 };
	struct frozen *frozen = frozen_read(register_find("assessment"), text, "en", &error);

	cr_expect_null(frozen, "%s", text);
	cr_expect_eq(error.kind, ERROR_DAMAGED, "%s", text);
	error_clear(&error);
	frozen_free(frozen);
}

Test(frozen, what_somebody_made_of_it_is_refused)
{
	static const char *const more[] = { "[\"level\",\"risk\",0]", "[\"level\",\"risk\",11,\"x\"]",
		"[\"level\",\"risk\",1,\"twice\"]", "[\"level\",\"other\",1,\"x\"]",
		"[\"method\",\"n\",\"x\",0,3,3,2,\"1 1 1\\n1 1 1\\n1 1 1\",1]", "[\"copy\",1,\"RA-2\",\"risk\"]",
		"[\"columns\",\"title\"]", "[\"row\"]", "[\"row\",0]", "[\"name\",\"person\",0]", "[\"field\",0]",
		"[\"other\",1]", "{}", "[]", "[1,2]", "[\"row\",\"R-3\",[1]]", "[\"row\",\"R-3\",null]",
		"[\"row\",\"R-3\",\"\\u001b[2J\"]", "[\"organisation\",\"twice\"]", "x", "" };
	char *text = example(), *with;
	size_t i, length = strlen(text);

	for (i = 0; i < sizeof more / sizeof more[0]; i++) {
		with = xasprintf("%s\n%s", text, more[i]);
		refuse(with);
		free(with);
	}
	/* Cut anywhere within a line. */
	for (i = 0; i < length; i++)
		if (text[i] != '\n' && i && text[i - 1] != ']') {
			with = xstrndup(text, i);
			refuse(with);
			free(with);
		}
	refuse("[\"copy\",2,\"RA-1\",\"risk\"]");
	refuse("[\"copy\",1,\"RA-1\",\"nothing\"]");
	refuse("[\"copy\",1,\"RA-1\"]");
	refuse("[\"copy\",1,0,\"risk\"]");
	refuse("[\"copy\",1,\"RA-1\",\"risk\"]\n[\"method\",\"m\",\"x\",0,3,3,2]");
	refuse("[\"copy\",1,\"RA-1\",\"risk\"]\n[\"method\",\"m\",\"x\",0,3,3,0,\"1 1 1\\n1 1 1\\n1 1 1\"]");
	refuse("[\"copy\",1,\"RA-1\",\"risk\"]\n[\"method\",0,\"x\",0,3,3,2,\"1 1 1\\n1 1 1\\n1 1 1\"]");
	refuse("[\"row\",\"R-1\",1]");
	free(text);
}
