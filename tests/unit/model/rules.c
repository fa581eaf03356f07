/* The rules over several fields: what refs are made of, what is derived, what must stay, what is warned of. */
#include <criterion/criterion.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "model/agenda.h"
#include "model/rules.h"

/* FIELD, VALUE, ..., NULL. */
static struct record *record_with(const char *name, ...)
{
	struct record *record = record_empty(register_find(name));
	const char *field;
	va_list arguments;

	va_start(arguments, name);
	while ((field = va_arg(arguments, const char *)))
		record_set(record, field, va_arg(arguments, const char *));
	va_end(arguments);
	return record;
}

static void refers_as(struct record *record, const char *expected)
{
	char ref[64] = "";
	bool whole = record->def->ref_of(record, ref, sizeof ref);

	cr_expect_eq(whole, expected != NULL, "%s %s", record->def->name, ref);
	if (expected)
		cr_expect_str_eq(ref, expected);
	record_free(record);
}

Test(rules, a_ref_that_is_composed_needs_all_its_parts)
{
	struct record *line = record_with("applicability", "control", "2022:A.5.1", NULL);
	char small[8];

	refers_as(record_with("method", "identifier", "iso5x5", NULL), "iso5x5");
	refers_as(record_with("method", NULL), NULL);
	refers_as(record_with("catalogue", "identifier", "iso27001-2022", NULL), "iso27001-2022");
	refers_as(record_with("catalogue", NULL), NULL);
	refers_as(record_with("control", "catalogue", "own", "number", "1", NULL), "own:1");
	refers_as(record_with("control", "catalogue", "own", NULL), NULL);
	refers_as(record_with("control", "number", "1", NULL), NULL);
	refers_as(record_with("theme", "catalogue", "own", "number", "T", NULL), "own:T");
	refers_as(record_with("requirement", "catalogue", "2022", "number", "6.1.3", NULL), "2022:6.1.3");
	refers_as(record_with("applicability", "control", "2022:A.5.1", NULL), "soa:2022:A.5.1");
	refers_as(record_with("applicability", NULL), NULL);
	cr_expect(!line->def->ref_of(line, small, sizeof small), "it does not fit");
	record_free(line);
}

static void keeps(const struct model_context *context, struct record *record, const char *ref, bool kept)
{
	record->ref = xstrdup(ref);
	cr_expect_eq(record->def->keep(record, context) != NULL, kept, "%s %s", record->def->name, ref ? ref : "");
	record_free(record);
}

Test(rules, what_others_stand_on_must_stay)
{
	struct model_context context = { .method = { .ref = (char *)"iso5x5" } }, none = { 0 };

	keeps(&context, record_with("control", NULL), "2022:A.5.1", true);
	keeps(&context, record_with("control", NULL), "own:1", false);
	keeps(&context, record_with("control", NULL), NULL, false);
	keeps(&context, record_with("method", NULL), "iso5x5", true);
	keeps(&context, record_with("method", NULL), "iso4x4", false);
	keeps(&none, record_with("method", NULL), "iso5x5", false);
	keeps(&context, record_with("level", "method", "iso5x5", NULL), "L-1", true);
	keeps(&context, record_with("level", "method", "iso4x4", NULL), "L-2", false);
	keeps(&context, record_with("level", NULL), "L-3", false);
	keeps(&none, record_with("level", "method", "iso5x5", NULL), "L-1", false);
	keeps(&context, record_with("applicability", "control", "2022:A.5.1", NULL), "soa:2022:A.5.1", true);
	keeps(&context, record_with("applicability", "control", "{control|u|2022:A.9.9|Gone}", NULL), "soa:2022:A.9.9",
		false);
	keeps(&context, record_with("applicability", NULL), "soa:", false);
}

static void warns(const struct model_context *context, struct record *record, const char *part)
{
	const char *sentence = record_warning(record, context);

	cr_expect_eq(sentence != NULL, part != NULL, "%s", sentence ? sentence : part);
	if (sentence && part)
		cr_expect(strstr(sentence, part), "%s", sentence);
	record_free(record);
}

Test(rules, an_soa_line_is_warned_of)
{
	struct model_context context = { .catalogue_prefix = (char *)"2022" }, none = { 0 };

	warns(&context, record_with("applicability", "control", "2022:A.5.1", NULL), NULL);
	warns(&context, record_with("applicability", "control", "own:1", NULL), NULL);
	warns(&context, record_with("applicability", "control", "2013:A.5.1.1", NULL), "edition");
	warns(&context, record_with("applicability", "control", "20222:A.5.1", NULL), "edition");
	warns(&none, record_with("applicability", "control", "2013:A.5.1.1", NULL), NULL);
	warns(&context, record_with("applicability", NULL), NULL);
	warns(&context, record_with("applicability", "control", "2022:A.5.1", "applicable", "no", NULL),
		"justification");
	warns(&context,
		record_with(
			"applicability", "control", "2022:A.5.1", "applicable", "no", "justification", "Nobody.", NULL),
		NULL);
	warns(&context, record_with("applicability", "control", "2022:A.5.1", "applicable", "yes", NULL), NULL);
}

Test(rules, a_residual_level_fits_the_current_one_and_the_treatment)
{
	struct model_context context = { 0 };

	warns(&context, record_with("risk", "current_level", "2", "residual_level", "3", NULL), "above");
	warns(&context, record_with("risk", "current_level", "2", "residual_level", "2", NULL), NULL);
	warns(&context, record_with("risk", "residual_level", "3", NULL), NULL);
	warns(&context, record_with("risk", "treatment", "avoid", "current_level", "3", "residual_level", "1", NULL),
		"avoided");
	warns(&context, record_with("risk", "treatment", "avoid", "current_level", "3", NULL), NULL);
	warns(&context, record_with("risk", "treatment", "retain", "current_level", "3", "residual_level", "1", NULL),
		"retained");
	warns(&context, record_with("risk", "treatment", "retain", "current_level", "3", "residual_level", "3", NULL),
		NULL);
	warns(&context, record_with("risk", "treatment", "retain", "current_level", "3", NULL), NULL);
	warns(&context, record_with("risk", "treatment", "retain", "residual_level", "3", NULL), NULL);
	warns(&context, record_with("risk", "treatment", "modify", "current_level", "3", "residual_level", "1", NULL),
		NULL);
	warns(&context, record_with("asset", NULL), NULL);
}

/* 2 likelihoods by 3 impacts. */
static const struct method method = {
	.scales = { [SCALE_LIKELIHOOD] = { .count = 2 }, [SCALE_IMPACT] = { .count = 3 } },
	.grid = { { 1, 2, 3 }, { 2, 3, 4 } }
};

Test(rules, the_level_is_the_grids_and_unrated_is_none)
{
	cr_expect_eq(method_level(&method, 1, 1), 1);
	cr_expect_eq(method_level(&method, 1, 3), 3);
	cr_expect_eq(method_level(&method, 2, 1), 2);
	cr_expect_eq(method_level(&method, 2, 3), 4);
	cr_expect_eq(method_level(&method, 0, 1), 0);
	cr_expect_eq(method_level(&method, 1, 0), 0);
	cr_expect_eq(method_level(&method, 3, 1), 0);
	cr_expect_eq(method_level(&method, 1, 4), 0);
	cr_expect_eq(method_level(&method, -1, 1), 0);
}

static void derives(struct record *record, const char *impact, const char *level)
{
	struct model_context context = { .method = method };
	const char *made;

	record->def->derive(record, &context);
	made = record_get(record, "current_impact");
	cr_expect_str_eq(made ? made : "", impact);
	made = record_get(record, "current_level");
	cr_expect_str_eq(made ? made : "", level);
	record_free(record);
}

Test(rules, the_impact_is_the_greatest_of_its_parts)
{
	derives(record_with("risk", "current_likelihood", "2", "current_impact_c", "1", "current_impact_t", "3", NULL),
		"3", "4");
	derives(record_with("risk", "current_likelihood", "2", "current_impact_i", "2", "current_impact_a", "2", NULL),
		"2", "3");
	derives(record_with("risk", "current_likelihood", "2", "current_impact", "1", NULL), "1", "2");
	derives(record_with("risk", "current_impact", "1", NULL), "1", "");
	derives(record_with("risk", "current_likelihood", "2", "current_level", "9", NULL), "", "");
}

static void settles(struct record *before, struct record *record, const char *impact)
{
	struct error error = { 0 };
	bool ok = record->def->settle(before, record, NULL, &error);
	const char *made = record_get(record, "current_impact");

	cr_expect_eq(ok, impact != NULL, "%s", error.message ? error.message : "it is let through");
	if (!ok)
		cr_expect_str_eq(error.field, "current_impact");
	else if (impact)
		cr_expect_str_eq(made ? made : "", impact);
	error_clear(&error);
	record_free(before);
	record_free(record);
}

Test(rules, an_impact_that_follows_is_not_set_by_hand)
{
	settles(NULL, record_with("risk", "current_impact", "2", NULL), "2");
	settles(NULL, record_with("risk", "current_impact", "2", "current_impact_c", "3", NULL), NULL);
	settles(NULL, record_with("risk", "current_impact", "3", "current_impact_c", "3", NULL), "3");
	settles(record_with("risk", "current_impact", "3", "current_impact_c", "3", NULL),
		record_with("risk", "current_impact", "3", "current_impact_c", "2", NULL), "3");
	settles(record_with("risk", "current_impact", "3", "current_impact_c", "3", NULL),
		record_with("risk", "current_impact", "1", "current_impact_c", "3", NULL), NULL);
	settles(record_with("risk", "current_impact", "3", "current_impact_c", "3", NULL),
		record_with("risk", "current_impact", "3", NULL), "");
	settles(record_with("risk", "current_impact", "3", "current_impact_c", "3", NULL),
		record_with("risk", "current_impact", "2", NULL), "2");
	settles(record_with("risk", "current_impact", "3", NULL), record_with("risk", "current_impact", "3", NULL),
		"3");
}

static void ranks(const char *catalogue, const char *number, const char *expected)
{
	struct model_context context = { 0 };
	struct record *record = record_with("requirement", "catalogue", catalogue, "number", number, NULL);
	const char *rank;

	record->def->derive(record, &context);
	rank = record_get(record, "rank");
	cr_expect_str_eq(rank ? rank : "", expected, "%s %s", catalogue, number ? number : "");
	record_free(record);
}

Test(rules, headings_clauses_and_items_are_told_apart)
{
	ranks("iso27001-2022", "4", "heading");
	ranks("iso27001-2022", "10", "heading");
	ranks("iso27001-2022", "9.2", "heading");
	ranks("iso27001-2022", "9.3", "heading");
	ranks("iso27001-2013", "9.2", "clause");
	ranks("iso27001-2013", "9.3", "clause");
	ranks("iso27001-2013", "7.5", "heading");
	ranks("iso27001-2022", "6.1.3", "clause");
	ranks("iso27001-2022", "6.1.3.a", "item");
	ranks("iso27001-2022", "6.1.3.z", "item");
	ranks("iso27001-2022", NULL, "");
}

static void grid_is(const char *text, int likelihoods, int impacts, int levels, const char *refused)
{
	unsigned char grid[SCALE_MAX][SCALE_MAX];
	struct error error = { 0 };

	cr_expect_eq(method_parse_grid(text, likelihoods, impacts, levels, grid, &error), !refused, "%s: %s", text,
		error.message ? error.message : "it is let through");
	if (refused && error.message)
		cr_expect(strstr(error.message, refused), "%s", error.message);
	error_clear(&error);
}

Test(rules, a_grid_has_a_number_for_each_pair)
{
	grid_is("1 2\n2 10", 2, 2, 10, NULL);
	grid_is("  1\t2 \r\n2 3\r\n\n", 2, 2, 4, NULL);
	grid_is("1 2\n2 3\n", 2, 2, 3, NULL);
	grid_is("1 2\n2 4", 2, 2, 3, "from 1 to 3");
	grid_is("0 2\n2 3", 2, 2, 3, "from 1 to 3");
	grid_is("1 2\n2", 2, 2, 3, "Line 2");
	grid_is("1\n2 3", 2, 2, 3, "Line 1");
	grid_is("1 2 3\n2 3", 2, 2, 3, "Line 1");
	grid_is("1 2\n2 3 3", 2, 2, 3, "Line 2");
	grid_is("1 2", 2, 2, 3, "2 lines");
	grid_is("1 2\n2 3\n3 3", 2, 2, 3, "2 lines");
	grid_is("1 x\n2 3", 2, 2, 3, "Line 1");
	grid_is("1 001\n2 3", 2, 2, 3, "Line 1");
	grid_is("", 0, 2, 3, "3 to 10");
	grid_is("", 2, 0, 3, "3 to 10");
	grid_is("", 11, 2, 3, "3 to 10");
	grid_is("", 2, 11, 3, "3 to 10");
}

Test(rules, a_level_has_its_letter_and_its_name)
{
	struct model_context context = {
		.method = { .scales = { [SCALE_RISK] = { .count = 3,
						.names = { (char *)"Low", (char *)"Medium", (char *)"High" } } } }
	};
	static const struct {
		int level, count;
		const char *mark;
	} marks[] = { { 1, 1, "L" }, { 1, 3, "L" }, { 3, 3, "H" }, { 4, 4, "C" }, { 1, 5, "V" }, { 6, 6, "X" },
		{ 7, 7, "7" }, { 10, 10, "0" }, { 0, 3, "-" }, { 4, 3, "-" } };
	static const struct {
		const char *value, *text;
		int level;
	} named[] = { { "3", "H High", 3 }, { "1", "L Low", 1 }, { "2", "H High", 0 }, { "4", "4", 0 }, { "0", "0", 0 },
		{ NULL, "L Low", 0 }, { "x", "L Low", 0 } };
	char *text;
	size_t i;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++)
		cr_expect_str_eq(method_level_mark(marks[i].level, marks[i].count), marks[i].mark);
	for (i = 0; i < sizeof named / sizeof named[0]; i++)
		cr_expect_eq(method_level_named(&context, named[i].value, named[i].text), named[i].level);
	text = method_level_text(&context, 4);
	cr_expect_str_eq(text, "4");
	free(text);
}

Test(rules, a_record_is_checked_value_by_value_and_then_as_a_whole)
{
	struct record *good = record_with(
			      "risk", "title", "  Flood ", "current_likelihood", "2", "current_impact", "3", NULL),
		      *bad = record_with("risk", "title", "Flood", "review", "2026-02-30", NULL),
		      *lacks = record_with("risk", NULL),
		      *exception = record_with("exception", "title", "Later", "status", "approved", NULL);
	struct model_context context = { .method = method };
	struct error error = { 0 };

	cr_expect(record_validate(good, &context, &error), "%s", error.message);
	cr_expect_str_eq(record_get(good, "current_level"), "4");
	cr_expect(!record_validate(bad, &context, &error));
	cr_expect_str_eq(error.field, "review");
	error_clear(&error);
	cr_expect(!record_validate(lacks, &context, &error));
	cr_expect_str_eq(error.field, "title");
	error_clear(&error);
	cr_expect(!record_validate(exception, &context, &error), "approved needs more");
	error_clear(&error);
	record_free(good);
	record_free(bad);
	record_free(lacks);
	record_free(exception);
}

/* What a filter over what is due asks of one register's dates; NULL: it leaves nothing of it; "": it cannot be asked. */
static char *asks(const char *filter)
{
	struct due_source source = { register_find("risk"), register_field(register_find("risk"), "review") };
	struct date today = { 2026, 11, 24 };
	struct model_context context = { 0 };
	struct query *query = query_new(&register_due), *made;
	struct error error = { 0 };
	bool excluded;
	char *text;

	cr_assert(query_parse(query, &context, filter, &error), "%s", error.message);
	made = due_query(&source, query, &today, &excluded, &error);
	text = made ? query_text(made) : excluded ? NULL : xstrdup("");
	error_clear(&error);
	query_free(made);
	query_free(query);
	return text;
}

Test(agenda, a_filter_is_asked_of_each_register)
{
	static const struct {
		const char *filter, *asked;
	} cases[] = {
		{ "date<2026-12-01", "review<2026-12-01" },
		{ "late>5", "review<2026-11-19" },
		{ "late>=5", "review<=2026-11-19" },
		{ "late<0", "review>2026-11-24" },
		{ "late=0", "review=2026-11-24" },
		{ "late!=0", "review!=2026-11-24" },
		{ "late", "review<2026-11-24" },
		{ "title~flood", "title~flood" },
		{ "register=risk", "" },
		{ "register!=action", "" },
		{ "register~is", "" },
		{ "register=action", NULL },
		{ "register!=risk", NULL },
		{ "field=review", "" },
		{ "field=due", NULL },
	};
	char *plain = asks("register=risk");
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char *text = asks(cases[i].filter);

		if (!cases[i].asked)
			cr_expect_null(text, "%s: %s", cases[i].filter, text);
		else if (!*cases[i].asked)
			cr_expect_str_eq(text ? text : "nothing", plain, "%s", cases[i].filter);
		else
			cr_expect(text && strstr(text, cases[i].asked), "%s: %s", cases[i].filter, text);
		free(text);
	}
	free(plain);
}

Test(rules, an_impact_follows_from_its_parts_alone)
{
	struct record *risk = record_with("risk", "inherent_impact", "3", "current_impact_a", "2", NULL);
	const struct register_def *def = risk->def;

	cr_expect(rating_is_part(register_field(def, "inherent_impact"), register_field(def, "inherent_impact_t")));
	cr_expect_not(rating_is_part(register_field(def, "inherent_impact"), register_field(def, "current_impact_t")));
	cr_expect_not(rating_is_part(register_field(def, "inherent_impact"), register_field(def, "inherent_impact")));
	cr_expect_not(rating_is_part(register_field(def, "title"), register_field(def, "treatment_reason")));
	cr_expect_not(rating_follows(risk, register_field(def, "inherent_impact")));
	cr_expect(rating_follows(risk, register_field(def, "current_impact")));
	cr_expect_not(rating_follows(risk, register_field(def, "current_impact_a")));
	cr_expect_eq(rating_state(def, register_field(def, "inherent_likelihood")), 0);
	cr_expect_eq(rating_state(def, register_field(def, "residual_impact_t")), 2);
	cr_expect_eq(rating_state(def, register_field(def, "remaining_level")), -1);
	cr_expect_eq(rating_state(register_find("action"), register_field(register_find("action"), "title")), -1);
	record_free(risk);
}

Test(rules, a_state_is_rated_as_the_one_above_with_what_that_leaves_empty)
{
	struct record *risk = record_with("risk", "current_likelihood", "2", "current_impact", "3", "residual_impact",
		"4", "residual_impact_c", "4", NULL);

	cr_expect_not(rating_copy(risk, 1));
	cr_expect_str_eq(record_get(risk, "current_likelihood"), "2");
	cr_expect(rating_copy(risk, 2));
	cr_expect_str_eq(record_get(risk, "residual_likelihood"), "2");
	cr_expect_str_eq(record_get(risk, "residual_impact"), "3");
	cr_expect_null(record_get(risk, "residual_impact_c"));
	record_free(risk);
}
