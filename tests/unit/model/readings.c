/* What cells, forms and the command line may say for a field, and what a column as a whole decides. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/column_reading.h"
#include "model/field_type.h"
#include "model/rules.h"

static struct model_context context_of(struct reading_form form)
{
	struct model_context context = {
		.reading = form, .time_zone = (char *)"Europe/Paris", .currency = (char *)"EUR"
	};
	static const char *const names[] = { "Low", "Moderate", "High", "Critical" };
	static const char *const others[] = { "Faible", "Mod\xc3\xa9r\xc3\xa9", "\xc3\x89lev\xc3\xa9", "Critique" };
	static const char *const likelihoods[] = { "Rare", "Unlikely", "Possible", "Likely", "Almost certain" };
	struct scale *scale = &context.method.scales[SCALE_RISK];
	int i;

	for (i = 0; i < 4; i++) {
		scale->names[i] = (char *)(uintptr_t)names[i];
		scale->others[i] = (char *)(uintptr_t)others[i];
		scale->definitions[i] = (char *)"";
	}
	scale->count = 4;
	scale = &context.method.scales[SCALE_LIKELIHOOD];
	for (i = 0; i < 5; i++) {
		scale->names[i] = (char *)(uintptr_t)likelihoods[i];
		scale->others[i] = (char *)"";
		scale->definitions[i] = (char *)"";
	}
	scale->count = 5;
	return context;
}

/* expected: as it is kept; "": the field stays empty; NULL: it is refused. */
static void keeps(const char *def, const char *name, struct reading_form form, const char *text, const char *expected)
{
	struct model_context context = context_of(form);
	const struct field_def *field = register_field(register_find(def), name);
	struct error error = { 0 };
	char *value = NULL;
	bool ok;

	cr_assert(field, "%s.%s", def, name);
	ok = field_parse(field, &context, text, &value, &error);
	cr_expect(ok == (expected != NULL) && (!expected || strcmp(value ? value : "", expected) == 0),
		"%s of \"%s\" is %s, not %s", name, text,
		!ok     ? error.message
		: value ? value
			: "(empty)",
		expected ? expected : "refused");
	cr_expect(ok || *error.message);
	error_clear(&error);
	free(value);
}

static const struct reading_form cell = { .table = true }, typed = { 0 }, certain = { .certain = true },
				 file = { .file_form = true };

static void keeps_everywhere(const char *def, const char *name, const char *text, const char *expected)
{
	keeps(def, name, cell, text, expected);
	keeps(def, name, typed, text, expected);
	keeps(def, name, certain, text, expected);
}

Test(readings, yes_and_no)
{
	static const char *const yes[] = { "yes", "Yes", "oui", "OUI", "true", "TRUE", "vrai", "x", "X", "1",
		"\xe2\x9c\x93", " y " };
	static const char *const no[] = { "no", "Non", "FALSE", "faux", "0", "n" };
	size_t i;

	for (i = 0; i < sizeof yes / sizeof yes[0]; i++)
		keeps_everywhere("applicability", "applicable", yes[i], "yes");
	for (i = 0; i < sizeof no / sizeof no[0]; i++)
		keeps_everywhere("applicability", "applicable", no[i], "no");
	keeps_everywhere("applicability", "applicable", "2", NULL);
	keeps("applicability", "applicable", file, "Yes", NULL);
	keeps("applicability", "applicable", file, "yes", "yes");
}

Test(readings, what_says_nothing_leaves_a_field_empty_in_tables)
{
	static const char *const nothing[] = { "N/A", "n/a", "NA", "-", "\xe2\x80\x93", "\xe2\x80\x94", "--", "s.o.",
		"S.O.",
		"n\xc3\xa9"
		"ant",
		"Aucun", "sans objet" };
	size_t i;

	for (i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
		keeps("risk", "review", cell, nothing[i], "");
		keeps("risk", "treatment", cell, nothing[i], "");
		keeps("risk", "owner", cell, nothing[i], "");
		keeps("action", "progress", cell, nothing[i], "");
		keeps("action", "budget", cell, nothing[i], "");
		keeps("audit", "announced", cell, nothing[i], "");
		/* A title is what it is; elsewhere it is no answer; what must be said is not left out. */
		keeps("risk", "title", cell, nothing[i], nothing[i]);
		keeps("risk", "review", typed, nothing[i], NULL);
		keeps("risk", "review", certain, nothing[i], NULL);
		keeps("applicability", "control", cell, nothing[i], NULL);
	}
}

Test(readings, what_nothing_is_called)
{
	static const char *const nothing[] = { "-", "--", "\xe2\x80\x93", "n/a", "N.A.", "?", "...", "\xe2\x80\xa6",
		"*", "\xe2\x80\xa2 \xc2\xb7", "(none)" };
	static const char *const names[] = { "", "None", "NA", "C++", "3", "\"", "''", "\xc3\xa9", "A-", "Vacant" };
	size_t i;

	for (i = 0; i < sizeof nothing / sizeof nothing[0]; i++)
		cr_assert(field_names_nothing(nothing[i]), "%s", nothing[i]);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		cr_assert(!field_names_nothing(names[i]), "%s", names[i]);
}

Test(readings, choices_by_key_and_label_in_both_languages)
{
	environment_start("noria");
	keeps_everywhere("action", "status", "ongoing", "ongoing");
	keeps_everywhere("action", "status", "Ongoing", "ongoing");
	keeps_everywhere("action", "status", " ONGOING\xc2\xa0", "ongoing");
	keeps_everywhere("action", "status", "en cours", "ongoing");
	keeps_everywhere("action", "status",
		"Planifi\xc3\xa9"
		"es",
		"planned");
	keeps_everywhere("action", "status", "no such thing", NULL);
	keeps("action", "status", file, "Ongoing", NULL);
	keeps_everywhere("threat", "properties", "integrity; Confidentialit\xc3\xa9", "confidentiality,integrity");
	keeps_everywhere("threat", "properties", "integrity | availability", "integrity,availability");
	keeps_everywhere("threat", "properties", "Integrity\nAvailability", "integrity,availability");
	keeps_everywhere("threat", "properties", "integrity, nonsense", NULL);
	keeps("threat", "properties", file, "integrity;availability", NULL);
}

/* A word for a choice is a word for no other, in whatever language: which is meant hangs on nothing. */
Test(readings, no_word_stands_for_two_choices)
{
	const struct register_def *const *def;
	size_t i;

	environment_start("noria");
	for (def = dictionary; *def; def++)
		for (i = 0; i < (*def)->field_count; i++) {
			const struct field_def *field = &(*def)->fields[i];
			const struct choice *choice;

			for (choice = field->choices; choice && choice->key; choice++) {
				keeps((*def)->name, field->name, cell, choice->key, choice->key);
				keeps((*def)->name, field->name, cell, choice->label, choice->key);
				keeps((*def)->name, field->name, cell, translation_in("fr", choice->label),
					choice->key);
			}
		}
}

Test(readings, levels_by_number_name_and_as_forms_show_them)
{
	static const char *const texts[] = { "3", "3.0", "3,0", "3 High", "3 - High", "3 \xe2\x80\x93 High", "3: high",
		"3/4", "High", "HIGH", "\xc3\x89lev\xc3\xa9", "eleve", "H High", "3 - \xc3\x89lev\xc3\xa9", "H" };
	static const char *const refused[] = { "5", "0", "3.5", "-3", "3 - Low", "3/5", "H Low", "Very high", "3 %",
		"3 EUR", "2-3" };
	size_t i;

	environment_start("noria");
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++)
		keeps_everywhere("risk", "current_level", texts[i], "3");
	for (i = 0; i < sizeof refused / sizeof refused[0]; i++)
		keeps_everywhere("risk", "current_level", refused[i], NULL);
}

Test(readings, days_with_times_and_numbers_of_spreadsheets)
{
	keeps_everywhere("risk", "review", "2026-12-31 00:00:00", "2026-12-31");
	keeps_everywhere("risk", "review", "2026-12-31T00:00:00Z", "2026-12-31");
	keeps_everywhere("risk", "review", "31/12/2026 00:00", "2026-12-31");
	keeps("risk", "review", cell, "31/12/2026 14:22", "2026-12-31");
	keeps("risk", "review", certain, "31/12/2026 14:22", NULL);
	keeps("risk", "review", typed, "31/12/2026 14:22", NULL);
	/* What a browser makes of midnight in Paris. */
	keeps("risk", "review", cell, "2026-12-30T23:00:00.000Z", "2026-12-31");
	keeps("risk", "review", cell, "46022", "2025-12-31");
	keeps("risk", "review", cell, "0", NULL);
	keeps("risk", "review", cell, "2026", NULL);
	keeps("risk", "review", file, "31/12/2026", NULL);
	keeps("incident", "detected", cell, "22/01/2026 09:14", "2026-01-22T08:14:00Z");
	keeps("incident", "detected", cell, "22/01/2026 9:14 PM", "2026-01-22T20:14:00Z");
	keeps("incident", "detected", cell, "22 janv. 2026 \xc3\xa0 9h14", "2026-01-22T08:14:00Z");
	keeps("incident", "detected", cell, "46044.384722", "2026-01-22T08:14:00Z");
	keeps("incident", "detected", cell, "46044", "2026-01-22");
	keeps("incident", "detected", certain, "05/06/2026 09:14", NULL);
	keeps("incident", "detected", cell, "22/01/2026 13:14 PM", NULL);
}

Test(readings, amounts_and_percentages)
{
	keeps_everywhere("action", "budget", "1 200,50 \xe2\x82\xac", "1200.5");
	keeps_everywhere("action", "budget", "EUR 1200", "1200");
	keeps_everywhere("action", "budget", "$1200", NULL);
	keeps_everywhere("action", "budget", "1200 USD", NULL);
	keeps_everywhere("action", "budget", "12 %", NULL);
	keeps("action", "budget", cell, "1,200", NULL);
	keeps("action", "budget", certain, "1,200", NULL);
	keeps_everywhere("action", "progress", "50 %", "50");
	keeps_everywhere("action", "progress", "50,0", "50");
	keeps_everywhere("action", "progress", "0.5", NULL);
	keeps_everywhere("action", "progress", "12.5", NULL);
	keeps_everywhere("action", "progress", "0.5 %", NULL);
	keeps_everywhere("action", "progress", "101", NULL);
	keeps("action", "progress", (struct reading_form){ .table = true, .shares = true }, "0.5", "50");
	keeps("action", "progress", (struct reading_form){ .table = true, .shares = true }, "1", "100");
	keeps("action", "progress", (struct reading_form){ .table = true, .shares = true }, "0,57", "57");
	keeps_everywhere("unit", "headcount", "1,200", "1200");
	keeps_everywhere("unit", "headcount", "1 200.0", "1200");
	keeps_everywhere("unit", "headcount", "1.5", NULL);
}

/* As keeps, of what is measured in a unit. */
static void keeps_measured(const char *unit, const char *text, const char *expected)
{
	struct model_context context = context_of(cell);
	const struct field_def *field = register_field(register_find("indicator"), "target");
	struct error error = { 0 };
	char *value = NULL;
	bool ok;

	context.unit = unit;
	ok = field_parse(field, &context, text, &value, &error);
	cr_expect(ok == (expected != NULL) && (!expected || strcmp(value, expected) == 0), "\"%s\" in %s is %s", text,
		unit ? unit : "nothing", ok ? value : error.message);
	error_clear(&error);
	free(value);
}

Test(readings, numbers_with_the_unit_that_they_are_measured_in)
{
	static const char *const percent[] = { "%", "% of the staff", "percent", "Per cent", "pourcentage" },
				 *const others[] = { "days", "number", "currency", "EUR", "points of %", NULL };
	struct model_context context;
	char *remark;
	size_t i;

	for (i = 0; i < sizeof percent / sizeof percent[0]; i++) {
		keeps_measured(percent[i], "85 %", "85");
		keeps_measured(percent[i], "85,5%", "85.5");
		keeps_measured(percent[i], "120 %", "120");
		keeps_measured(percent[i], "0.85", "0.85");
		keeps_measured(percent[i], "85 EUR", NULL);
		keeps_measured(percent[i], "1,200 %", NULL);
	}
	for (i = 0; i < sizeof others / sizeof others[0]; i++) {
		keeps_measured(others[i], "85 %", NULL);
		keeps_measured(others[i], "85", "85");
		keeps_measured(others[i], "85 $", NULL);
	}
	keeps_measured("currency", "1 200 \xe2\x82\xac", "1200");
	keeps_measured("EUR", "1 200 \xe2\x82\xac", "1200");
	keeps_measured("USD", "1200 $", "1200");
	/* The sign and the code of one currency, either way; a letter is neither. */
	keeps_measured("\xe2\x82\xac", "12 EUR", "12");
	keeps_measured("\xe2\x82\xac", "12 CHF", NULL);
	keeps_measured("euros", "12 \xe2\x82\xac", "12");
	keeps_measured("\xe2\x82\xac", "12 k\xe2\x82\xac", "12000");
	keeps_measured("E", "12 \xe2\x82\xac", NULL);
	keeps_measured("", "12 \xe2\x82\xac", NULL);
	/* So many thousands of it. */
	keeps_measured("k\xe2\x82\xac", "12 k\xe2\x82\xac", "12");
	keeps_measured("k\xe2\x82\xac", "12,5 kEUR", "12.5");
	keeps_measured("kEUR", "12 k\xe2\x82\xac", "12");
	keeps_measured("k\xe2\x82\xac", "1,2 M\xe2\x82\xac", "1200");
	keeps_measured("k\xe2\x82\xac", "12 \xe2\x82\xac", NULL);
	keeps_measured("M\xe2\x82\xac", "12 k\xe2\x82\xac", NULL);
	keeps_measured("k\xe2\x82\xac", "12 kCHF", NULL);
	keeps_measured("000 \xe2\x82\xac", "12 \xe2\x82\xac", NULL);
	keeps_measured("\xe2\x82\xac/year", "12 \xe2\x82\xac", NULL);
	/* What is said of a comma keeps its thousands, which may be what it is measured in. */
	context = context_of(typed);
	remark = field_remark(register_field(register_find("indicator"), "target"), &context, "1,200 k\xe2\x82\xac");
	cr_expect(remark && strstr(remark, "1200 k\xe2\x82\xac") && strstr(remark, " 1.2 k\xe2\x82\xac"), "%s",
		remark ? remark : "nothing");
	free(remark);
	/* Asked of many records, none of which says it; the file's own form has no signs. */
	cr_expect_not(field_parse_asked(register_field(register_find("indicator"), "target"),
		&(struct model_context){ .unit = "%" }, "85 %", &(char *){ NULL }, NULL));
	cr_expect_not(field_parse(register_field(register_find("indicator"), "target"),
		&(struct model_context){ .unit = "%", .reading = file }, "85 %", &(char *){ NULL }, NULL));
}

/* ---- columns ---- */

/* The order that the heading of the columns below has. */
static enum date_order heading_has = ORDER_LOCALE;

/*
 * The cells, parted by bars, "!" before one that the workbook holds as a number or date; wanted: as they are kept,
 * "?": refused.  said: of the sentence; NULL: there is none.
 */
static void column_reads(
	const char *def, const char *name, const char *cells, const char *wanted, bool agrees, const char *said)
{
	struct column_reading column = { .field = register_field(register_find(def), name) };
	struct strings texts = { 0 };
	struct reading_form form;
	struct buffer got = { 0 };
	char *copy = xstrdup(cells), *rest = copy, *piece, *sentence;
	size_t i;

	column.heading = heading_has;
	while ((piece = strsep(&rest, "|")))
		strings_add(&texts, piece);
	for (i = 0; i < texts.count; i++)
		if (*texts.items[i] == '!')
			column_reading_see_plain(&column, texts.items[i] + 1);
		else
			column_reading_see(&column, texts.items[i]);
	cr_expect_eq(column_reading_decide(&column, &form, &sentence), agrees, "%s", cells);
	cr_expect(said ? sentence && strstr(sentence, said) : !sentence, "%s: %s", cells,
		sentence ? sentence : "nothing said");
	for (i = 0; i < texts.count; i++) {
		bool plain = *texts.items[i] == '!';
		struct model_context context = context_of(form);
		char *value = NULL;

		if (plain)
			context.reading.decimal = SIGN_POINT;
		buffer_add(&got, i ? "|" : "");
		if (field_parse(column.field, &context, texts.items[i] + plain, &value, NULL))
			buffer_add(&got, value ? value : "");
		else
			buffer_add_char(&got, '?');
		free(value);
	}
	cr_expect_str_eq(got.data, wanted, "%s gives %s, not %s", cells, got.data, wanted);
	buffer_free(&got);
	strings_free(&texts);
	free(sentence);
	free(copy);
}

Test(readings, one_date_settles_its_column)
{
	column_reads("risk", "review", "05/06/2026|31/12/2026", "2026-06-05|2026-12-31", true, NULL);
	column_reads("risk", "review", "05/06/2026||12/31/2026|-", "2026-05-06||2026-12-31|", true, NULL);
	column_reads("risk", "review", "05/06/2026|12/31/2026|31/12/2026|2026-01-02",
		"?|2026-12-31|2026-12-31|2026-01-02", false, "12/31/2026");
	column_reads("risk", "review", "2026-01-02|05/05/2026|46022", "2026-01-02|2026-05-05|2025-12-31", true, NULL);
	column_reads("risk", "review", "31/12/26", "2026-12-31", true, "two digits");
	column_reads("risk", "review", "31/12/2026 14:22", "2026-12-31", true, "times of day are left out");
	column_reads("risk", "review", "31/12/2026|!2026-05-06|!2026-01-02", "2026-12-31|2026-05-06|2026-01-02", true,
		"turned day and month");
	column_reads("risk", "review", "31/12/2026|!2026-05-26", "2026-12-31|2026-05-26", true, NULL);
	column_reads("incident", "detected", "05/06/2026 10:00|31/12/2026 10:00",
		"2026-06-05T08:00:00Z|2026-12-31T09:00:00Z", true, NULL);
}

Test(readings, a_year_of_two_digits_that_may_be_first_is_refused)
{
	column_reads("risk", "review", "26/12/31|27/01/15", "?|?", false, "may be its first number or its last");
	column_reads("incident", "detected", "26.11.03 10:00|26.10.31 9:00", "?|?", false,
		"26.11.03 10:00 may be its first number or its last, 2026-11-03 or 2003-11-26");
	column_reads("risk", "review", "26/12/31|2026-01-05", "?|2026-01-05", false, "or its last");
	/* The others show that it is behind. */
	column_reads("risk", "review", "26/12/31|31/12/2026", "2031-12-26|2026-12-31", true, "two digits");
	column_reads("risk", "review", "26/12/31|05/01/27|31/12/26", "2031-12-26|2027-01-05|2026-12-31", true,
		"26/12/31 is taken as 2031-12-26");
	column_reads("risk", "review", "31/12/26|31/01/49|15/02/27", "2026-12-31|2049-01-31|2027-02-15", true,
		"31/01/49 is taken as 2049-01-31");
}

Test(readings, a_column_without_such_a_date_is_the_locale_s_and_it_is_said)
{
	setenv("LC_ALL", "en_GB.UTF-8", 1);
	column_reads("risk", "review", "05/06/2026|01/02/2026", "2026-06-05|2026-02-01", true, "day first");
	setenv("LC_ALL", "en_US.UTF-8", 1);
	column_reads("risk", "review", "05/06/2026|01/02/2026", "2026-05-06|2026-01-02", true, "month first");
}

Test(readings, the_order_of_the_heading_goes_before_the_locale_s)
{
	setenv("LC_ALL", "en_US.UTF-8", 1);
	heading_has = ORDER_DAY_FIRST;
	column_reads("risk", "review", "05/06/2026|01/02/2026", "2026-06-05|2026-02-01", true, NULL);
	column_reads("risk", "review", "05/06/2026|12/31/2026", "?|2026-12-31", false, "the heading has the day first");
	setenv("LC_ALL", "en_GB.UTF-8", 1);
	heading_has = ORDER_MONTH_FIRST;
	column_reads("risk", "review", "05/06/2026|12/31/2026", "2026-05-06|2026-12-31", true, NULL);
	column_reads(
		"risk", "review", "05/06/2026|31/12/2026", "?|2026-12-31", false, "the heading has the month first");
	heading_has = ORDER_LOCALE;
}

Test(readings, without_a_locale_nobody_says_which_is_first)
{
	setenv("LC_ALL", "C.UTF-8", 1);
	column_reads("risk", "review", "05/06/2026|01/02/2026", "?|?", false, "nor your locale");
	column_reads("risk", "review", "05/06/2026|31/12/2026", "2026-06-05|2026-12-31", true, NULL);
}

Test(readings, one_number_settles_its_column)
{
	column_reads("action", "budget", "1,200|3,50", "1.2|3.5", true, "with three decimals");
	column_reads("action", "budget", "1.234|3.5", "1.234|3.5", true, "with three decimals");
	column_reads("action", "budget", "1,200|3.50", "1200|3.5", true, NULL);
	column_reads("action", "budget", "1.200|3,50", "1200|3.5", true, NULL);
	column_reads("action", "budget", "1,200|15,000", "1200|15000", true, "in thousands");
	column_reads("action", "budget", "1.200|15.000", "1200|15000", true, "in thousands");
	column_reads("action", "budget", "1,200|1.200", "?|?", false, "refused");
	column_reads("action", "budget",
		"1 200,50|1200.50|1,200.50|\xe2\x82\xac"
		"1,200|1.200,50",
		"1200.5|1200.5|1200.5|?|1200.5", false, "two numbers");
	column_reads("action", "budget", "1 200,50|1200.50", "1200.5|1200.5", true, NULL);
	column_reads("action", "budget", "!1.234|!1200.5", "1.234|1200.5", true, NULL);
}

Test(readings, shares_of_one_are_percentages_where_all_are)
{
	column_reads("action", "progress", "0.5|1|0", "50|100|0", true, "parts of one");
	column_reads("action", "progress", "0,25|0,5", "25|50", true, "parts of one");
	column_reads("action", "progress", "0.333|1", "33|100", true, "rounded");
	column_reads("action", "progress", "0.57|0.29", "57|29", true, "parts of one");
	column_reads("action", "progress", "0.5|50", "?|50", false, "0.5");
	column_reads("action", "progress", "50|1|0", "50|1|0", true, NULL);
	column_reads("action", "progress", "1|0", "?|0", true, NULL);
	column_reads("action", "progress", "!0.5|!1", "50|100", true, "parts of one");
	column_reads("action", "progress", "50%|0.5", "50|?", false, "0.5");
}

/* ---- columns by chance: each cell is what was meant, or it is refused, or a sentence is there ---- */

static uint64_t state = 88172645463325252u;

static int below(int limit)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return (int)(state % (uint64_t)limit);
}

/* Reads the column; returns how many cells are refused.  What is read otherwise than meant without a sentence fails. */
static size_t column_is_honest(const char *def, const char *name, char texts[][48], char meant[][48], size_t count)
{
	struct column_reading column = { .field = register_field(register_find(def), name), .hint = HINT_SEMICOLONS };
	struct model_context context;
	struct reading_form form;
	size_t i, refused = 0;
	char *sentence;

	for (i = 0; i < count; i++)
		column_reading_see(&column, texts[i]);
	column_reading_decide(&column, &form, &sentence);
	context = context_of(form);
	for (i = 0; i < count; i++) {
		char *value = NULL;

		if (!field_parse(column.field, &context, texts[i], &value, NULL))
			refused++;
		else
			cr_assert(sentence || strcmp(value, meant[i]) == 0, "%s is read as %s, not %s", texts[i], value,
				meant[i]);
		free(value);
	}
	free(sentence);
	return refused;
}

Test(readings, no_column_of_days_is_silently_another)
{
	/* Of the two numbers and the year; those of one writer have one order. */
	static const char *const spellings[] = { "%d/%d/%d", "%02d.%02d.%04d", "%02d-%02d-%04d", "%d/%d/%d 00:00:00",
		"%02d/%02d/%d 10:30" };
	char texts[6][48], meant[6][48];
	size_t round, i;

	for (round = 0; round < 4000; round++) {
		const char *spelling = spellings[below(sizeof spellings / sizeof spellings[0])];
		bool day_first = below(2), short_year = below(4) == 0;
		size_t count = 1 + (size_t)below(6);

		for (i = 0; i < count; i++) {
			struct date date = date_from_days(20000 + below(2500));
			int one = day_first ? date.day : date.month, other = day_first ? date.month : date.day;

			date_format(&date, meant[i]);
			/* Some rows are plain, and show nothing. */
			if (below(5) == 0)
				snprintf(texts[i], 48, "%s", meant[i]);
			else if (short_year)
				snprintf(texts[i], 48, "%02d/%02d/%02d", one, other, date.year % 100);
			else
				snprintf(texts[i], 48, spelling, one, other, date.year);
		}
		/* Years of two digits may stand in front as well. */
		cr_assert(column_is_honest("risk", "review", texts, meant, count) == 0 || (short_year && day_first),
			"%s ... is refused", texts[0]);
	}
}

Test(readings, no_column_of_amounts_is_silently_another)
{
	static const struct {
		const char *thousands, *sign;
	} habits[] = { { "", "." }, { "", "," }, { ",", "." }, { ".", "," }, { " ", "," }, { "'", "." } };
	char texts[6][48], meant[6][48];
	size_t round, i;

	for (round = 0; round < 4000; round++) {
		size_t habit = round % (sizeof habits / sizeof habits[0]), count = 1 + (size_t)below(6), refused;
		bool mixed = below(4) == 0;

		for (i = 0; i < count; i++) {
			int thousands = below(200), rest = below(1000), cents = below(100), places = below(2) * 2;
			char *value = number_format_real(thousands * 1000 + rest + (places ? cents / 100.0 : 0));

			if (mixed)
				habit = (size_t)below(sizeof habits / sizeof habits[0]);
			if (thousands)
				snprintf(texts[i], 48, "%d%s%03d", thousands, habits[habit].thousands, rest);
			else
				snprintf(texts[i], 48, "%d", rest);
			if (places)
				snprintf(texts[i] + strlen(texts[i]), 10, "%s%02d", habits[habit].sign, cents);
			snprintf(meant[i], 48, "%s", value);
			free(value);
		}
		refused = column_is_honest("action", "budget", texts, meant, count);
		/* Who keeps to one habit is read whole. */
		cr_assert(mixed || !refused, "%s ... is refused", texts[0]);
	}
}

Test(readings, a_level_and_its_name_stand_beside_each_other_in_any_order_and_with_any_sign)
{
	static const char *const four[] = { "4 (Likely)", "(4) Likely", "Likely (4)", "Likely - 4", "Likely 4",
		"likely: 4", "4 = Likely", "4=LIKELY", "[4] Likely", "4 / 5", "4/5", "4 sur 5", "4 of 5", "4 out of 5",
		"Level 4", "Niveau 4", "niv. 4", "P4", "l4", "V4" };
	static const char *const none[] = { "Rare (4)", "4 (Rare)", "4 / 4", "4 sur 4", "3-4", "3.5", "6", "P6", "X4",
		"4 of", "Likely (5)", "4 High", "A4" };
	size_t i;

	for (i = 0; i < sizeof four / sizeof four[0]; i++)
		keeps_everywhere("risk", "current_likelihood", four[i], "4");
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		keeps_everywhere("risk", "current_likelihood", none[i], NULL);
	keeps_everywhere("risk", "current_likelihood", "5 (Almost certain)", "5");
	keeps_everywhere("risk", "current_likelihood", "Almost-certain: 5", "5");
}

Test(readings, in_a_column_called_applicable_the_word_says_yes_and_its_contrary_no)
{
	static const char *const yes[] = { "Applicable", "applicable", "Included", "Inclus", "Retenu", "Selected",
		"In scope", "\xe2\x98\x92", "1.0" };
	static const char *const no[] = { "Not applicable", "Non applicable", "N/A", "NA", "s.o.", "Sans objet",
		"Excluded", "Exclu", "exclue", "Not selected", "Non retenu", "Not included", "Out of scope",
		"\xe2\x98\x90", "0,0" };
	size_t i;

	for (i = 0; i < sizeof yes / sizeof yes[0]; i++)
		keeps("applicability", "applicable", cell, yes[i], "yes");
	for (i = 0; i < sizeof no / sizeof no[0]; i++)
		keeps("applicability", "applicable", cell, no[i], "no");
	keeps("applicability", "applicable", cell, "-", "");
	keeps("applicability", "applicable", cell, "TBD", "");
	keeps("applicability", "applicable", cell, "Partially", NULL);
	keeps("applicability", "applicable", cell, "O", NULL);
	keeps("applicability", "applicable", certain, "Not applicable", NULL);
}

Test(readings, tables_mean_choices_by_words_that_people_use)
{
	static const char *const words[][4] = { { "risk", "treatment", "Mitigate", "modify" },
		{ "risk", "treatment",
			"R\xc3\xa9"
			"duire",
			"modify" },
		{ "risk", "treatment", "Accepter", "retain" }, { "risk", "treatment", "Transfer", "share" },
		{ "risk", "treatment", "\xc3\x89viter", "avoid" }, { "action", "status", "In progress", "ongoing" },
		{ "action", "status", "To do", "planned" }, { "action", "status", "Closed", "done" },
		{ "action", "status",
			"Termin\xc3\xa9"
			"e",
			"done" },
		{ "action", "status", "Not started", "planned" },
		{ "applicability", "status", "Not implemented", "none" },
		{ "applicability", "status", "In place", "implemented" },
		{ "applicability", "status", "Partially implemented", "partial" },
		{ "asset", "type", "Application", "software" } };
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		keeps(words[i][0], words[i][1], cell, words[i][2], words[i][3]);
		keeps(words[i][0], words[i][1], certain, words[i][2], NULL);
	}
	/* What may be two of the field's choices is neither. */
	keeps("applicability", "status", cell, "To do", NULL);
	keeps("risk", "treatment", cell, "perhaps", NULL);
}

Test(readings, tables_mean_choices_by_the_words_of_their_trade)
{
	static const char *const words[][4] = { { "check", "every", "Mensuelle", "month" },
		{ "check", "every", "mensuel", "month" }, { "check", "every", "Trimestrielle", "quarter" },
		{ "check", "every", "trimestriel", "quarter" }, { "check", "every", "Annuelle", "year" },
		{ "indicator", "frequency", "annuel", "year" }, { "indicator", "frequency", "Hebdomadaire", "week" },
		{ "indicator", "frequency", "Quotidienne", "day" }, { "indicator", "frequency", "Semestriel", "half" },
		{ "indicator", "frequency", "monthly", "month" }, { "indicator", "frequency", "Quarterly", "quarter" },
		{ "check", "every", "yearly", "year" }, { "check", "every", "annually", "year" },
		{ "check", "every", "Weekly", "week" }, { "check", "every", "daily", "day" },
		{ "check", "every", "half-yearly", "half" }, { "finding", "grade", "Majeure", "major" },
		{ "finding", "grade", "Mineur", "minor" }, { "finding", "grade", "NC mineure", "minor" },
		{ "nonconformity", "grade", "NC majeure", "major" }, { "nonconformity", "grade", "Majeur", "major" },
		{ "finding", "grade", "Remarque", "observation" },
		{ "finding", "grade",
			"Opportunit\xc3\xa9 d\xe2\x80\x99"
			"am\xc3\xa9lioration",
			"opportunity" },
		{ "finding", "grade", "Opportunit\xc3\xa9 d'am\xc3\xa9lioration", "opportunity" },
		{ "incident", "status",
			"Cl\xc3\xb4tur\xc3\xa9"
			"e",
			"closed" },
		{ "incident", "status", "Ferm\xc3\xa9", "closed" }, { "incident", "status", "En cours", "analysed" },
		{ "incident", "status", "R\xc3\xa9solue", "resolved" }, { "incident", "severity", "Mineur", "low" },
		{ "incident", "severity", "Critique", "critical" }, { "incident", "category", "Vol", "loss" },
		{ "incident", "category", "Theft", "loss" }, { "incident", "category", "Phishing", "fraud" },
		{ "incident", "category", "Hame\xc3\xa7onnage", "fraud" },
		{ "training", "kind", "Hame\xc3\xa7onnage", "phishing" }, { "supplier", "status", "Actif", "active" },
		{ "supplier", "status", "R\xc3\xa9sili\xc3\xa9", "ended" },
		{ "supplier", "status", "Terminated", "ended" }, { "audit", "kind", "Internal audit", "internal" },
		{ "audit", "kind", "Audit interne", "internal" },
		{ "audit", "kind", "Audit de surveillance", "surveillance" },
		{ "risk", "status",
			"Trait\xc3\xa9"
			"e",
			"treated" },
		{ "risk", "status", "Cl\xc3\xb4tur\xc3\xa9", "closed" },
		{ "risk", "status",
			"Accept\xc3\xa9"
			"e",
			"accepted" },
		{ "action", "status",
			"Trait\xc3\xa9"
			"e",
			"done" },
		{ "action", "status", "Ouverte", "planned" }, { "action", "status", "Clos", "done" },
		{ "document", "status", "Valid\xc3\xa9", "approved" },
		{ "document", "status", "En vigueur", "approved" }, { "document", "status", "Published", "approved" },
		{ "document", "status", "Obsol\xc3\xa8te", "withdrawn" }, { "policy", "status", "Published", "force" },
		{ "policy", "status", "Brouillon", "draft" },
		{ "training", "status",
			"R\xc3\xa9"
			"alis\xc3\xa9"
			"e",
			"held" } };
	/* What may be two of the field's choices is neither. */
	static const char *const none[][3] = { { "audit", "kind", "Certification" },
		{ "audit", "kind", "External audit" }, { "incident", "severity", "Majeur" },
		{ "risk", "status", "Open" }, { "risk", "status", "Ouvert" }, { "policy", "status", "Obsol\xc3\xa8te" },
		{ "policy", "status", "Approuv\xc3\xa9" }, { "nonconformity", "status", "En cours" },
		{ "asset", "classification", "Internal audit" } };
	size_t i;

	environment_start("noria");
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		keeps(words[i][0], words[i][1], cell, words[i][2], words[i][3]);
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		keeps(none[i][0], none[i][1], cell, none[i][2], NULL);
}

Test(readings, minutes_with_their_unit_and_as_hours)
{
	static const char *const ninety[] = { "90", "90 min", "90min", "90 minutes", "1 h 30", "1h30", "1 H 30 min",
		"1:30", "01:30:00", "90,0" };
	static const char *const none[] = { "1:75", "1 h 60", "90 km", "1 h 30 s", "h 30", "1:30:20", "1 day", "min",
		"90 minx" };
	size_t i;

	for (i = 0; i < sizeof ninety / sizeof ninety[0]; i++)
		keeps("training", "length", cell, ninety[i], "90");
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		keeps("training", "length", cell, none[i], NULL);
	keeps("training", "length", typed, "2 hours", "120");
	keeps("training", "length", cell, "2 h", "120");
	keeps("training", "length", file, "90 min", NULL);
	/* A number of something else has no such units. */
	keeps("training", "invited", cell, "90 min", NULL);
}

Test(readings, what_nobody_has_said_yet_leaves_a_cell_empty)
{
	static const char *const nothing[] = { "TBD", "tbc", "?", "???",
		"\xc3\xa0 d\xc3\xa9"
		"finir",
		"Non renseign\xc3\xa9", "N/D", "unknown", "Inconnu", "(blank)", "(vide)" };
	size_t i;

	for (i = 0; i < sizeof nothing / sizeof nothing[0]; i++) {
		keeps("risk", "review", cell, nothing[i], "");
		keeps("risk", "treatment", cell, nothing[i], "");
		keeps("risk", "current_likelihood", cell, nothing[i], "");
		keeps("action", "budget", cell, nothing[i], "");
		keeps("risk", "review", certain, nothing[i], NULL);
		keeps("risk", "title", cell, nothing[i], nothing[i]);
	}
}

Test(readings, dates_as_letters_and_calendars_have_them)
{
	static const char *const last[] = { "le 31 d\xc3\xa9"
					    "cembre 2026",
		"Le 31/12/2026", "31st of December 2026", "the 31st of December, 2026",
		"jeudi le 31 d\xc3\xa9"
		"cembre 2026",
		"31\xe2\x80\x93"
		"12\xe2\x80\x93"
		"2026",
		"2026\xe2\x80\x91"
		"12\xe2\x80\x91"
		"31",
		"31 12 2026", "2026 12 31", "31.12.2026.", "2026-W53-4", "2026W534" };
	static const char *const none[] = { "2025-W53-4", "2026-W54-1", "2026-W00-1", "2026-W05", "2026-W05-8",
		"31 12 26", "of 31 December 2026", "30/02/2027", "12/2026",
		"d\xc3\xa9"
		"c-26",
		"31/12/2026.5" };
	static const char *const zero[] = { "0000-00-00", "0000-00-00 00:00:00", "00/00/0000", "00/01/1900" };
	size_t i;

	for (i = 0; i < sizeof last / sizeof last[0]; i++)
		keeps_everywhere("risk", "review", last[i], "2026-12-31");
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		keeps_everywhere("risk", "review", none[i], NULL);
	for (i = 0; i < sizeof zero / sizeof zero[0]; i++) {
		keeps("risk", "review", cell, zero[i], "");
		keeps("risk", "review", certain, zero[i], NULL);
	}
	keeps("risk", "review", cell, "'2026-12-31", "2026-12-31");
	keeps("risk", "current_likelihood", cell, "'4", "4");
	keeps("risk", "title", cell, "'4", "'4");
	keeps_everywhere("risk", "review", "2027-W01-1", "2027-01-04");
	keeps_everywhere("risk", "review", "2020-W53-7", "2021-01-03");
}

Test(readings, amounts_in_thousands_without_cents_and_in_brackets)
{
	static const char *const twelve[] = { "12 k\xe2\x82\xac", "12k\xe2\x82\xac", "12 K\xe2\x82\xac", "12 kEUR",
		"\xe2\x82\xac"
		"12k",
		"0,012 M\xe2\x82\xac", "12000.-", "12 000,--", "12'000.-", "EUR 12 000,-" };
	static const char *const none[] = { "12 M", "12k", "12 kr", "12 k$", "12 km", "12 k%", "12 k\xe2\x82\xac/an",
		"-12000-", "12000-", "(12000)", "()", "(12)(3)", "12.-5" };
	size_t i;

	for (i = 0; i < sizeof twelve / sizeof twelve[0]; i++)
		keeps_everywhere("action", "budget", twelve[i], "12000");
	for (i = 0; i < sizeof none / sizeof none[0]; i++)
		keeps_everywhere("action", "budget", none[i], NULL);
	keeps("measurement", "value", cell, "(1 200,50)", "-1200.5");
	keeps("measurement", "value", cell, "-(1)", NULL);
}
