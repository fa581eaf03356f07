/* The language of indicators: what is read, what is refused and where, what it comes to. */
#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "model/expression.h"
#include "model/field_type.h"

static struct model_context context = { .method = { .threshold = 2, .scales = { [SCALE_RISK] = { .count = 4 } } } };

static struct expression *read(const char *text)
{
	struct error error = { 0 };
	struct expression *expression = expression_parse(text, &context, &error);

	cr_assert(expression, "%s: %s", text, error.message ? error.message : "refused without a sentence");
	return expression;
}

static void reads_as(const char *text, const char *expected)
{
	struct expression *expression = read(text), *again;
	char *first = expression_text(expression), *second;

	cr_expect_str_eq(first, expected);
	again = read(first);
	second = expression_text(again);
	cr_expect_str_eq(second, expected);
	expression_free(expression);
	expression_free(again);
	free(first);
	free(second);
}

/* Refused at that character, by a sentence that holds the part. */
static void is_refused(const char *text, size_t character, const char *part)
{
	struct expression_fault fault;
	struct error error = { 0 };
	char *place = xasprintf("character %zu: ", character);

	cr_assert(!expression_read(text, &context, &fault), "%s is accepted", text);
	cr_expect_eq(fault.character, character, "%s: %zu: %s", text, fault.character, fault.sentence);
	cr_expect(strstr(fault.sentence, part), "%s: %s", text, fault.sentence);
	cr_assert(!expression_parse(text, &context, &error));
	cr_expect_eq(error.kind, ERROR_INVALID);
	cr_expect(strncmp(error.message, place, strlen(place)) == 0, "%s", error.message);
	free(fault.sentence);
	free(place);
	error_clear(&error);
}

/* Counts are as long as their filters; IN-n is n, but for IN-9, which has no value. */
static bool count(void *user, const struct expression_term *term, struct value *value, struct error *error)
{
	(void)user;
	(void)error;
	value->known = true;
	value->number = (double)strlen(term->text);
	return true;
}

static bool number(void *user, const char *ref, struct value *value, struct error *error)
{
	(void)user;
	(void)error;
	value->known = strcmp(ref, "IN-9") != 0;
	value->number = strtod(ref + 3, NULL);
	return true;
}

static struct value worth(const char *text)
{
	const struct expression_source source = { .aggregate = count, .indicator = number };
	struct expression *expression = read(text);
	struct error error = { 0 };
	struct value value;

	cr_assert(expression_evaluate(expression, &source, &value, &error));
	expression_free(expression);
	return value;
}

static void comes_to(const char *text, double expected)
{
	struct value value = worth(text);

	cr_expect(value.known, "%s has no value", text);
	cr_expect(fabs(value.number - expected) < 1e-9, "%s is %g", text, value.number);
}

static void has_no_value(const char *text)
{
	struct value value = worth(text);

	cr_expect(!value.known, "%s is %g", text, value.number);
	cr_expect(fpclassify(value.number) == FP_ZERO);
}

Test(expression, examples_of_indicators_read_back)
{
	/* Actions on time. */
	reads_as(
		"100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')",
		"100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')");
	/* Exposure that nobody signed. */
	reads_as(
		"100 * count(risk 'open current_level>threshold acceptances!(valid)') / count(risk 'open current_level>threshold')",
		"100 * count(risk 'open current_level>threshold acceptances!(valid)') / count(risk 'open current_level>threshold')");
	reads_as("median(nonconformity days(detected, today) 'open')",
		"median(nonconformity days(detected, today) 'open')");
	reads_as("count(incident 'detected>=period detected<periodend')",
		"count(incident 'detected>=period detected<periodend')");
	reads_as("sum(action spent 'done>=period')", "sum(action spent 'done>=period')");
}

Test(expression, examples_of_help_stand_as_they_are_kept)
{
	const struct expression_example *example;

	for (example = expression_examples; example->text; example++)
		reads_as(example->text, example->text);
}

Test(expression, filters_stand_in_either_quote_or_plainly)
{
	reads_as("count(risk)", "count(risk)");
	reads_as("count( risk '' )", "count(risk)");
	reads_as("count(risk,' open ')", "count(risk 'open')");
	reads_as("count(risk \"open\")", "count(risk 'open')");
	reads_as("count(risk open status=treated )", "count(risk 'open status=treated')");
	reads_as("count(risk acceptances!(valid) open)", "count(risk 'acceptances!(valid) open')");
	reads_as("count(risk owner=\"Jeanne (the) Roy\")+1", "count(risk 'owner=\"Jeanne (the) Roy\"') + 1");
	reads_as("count(risk title~\":)\" open)", "count(risk 'title~\":)\" open')");
	reads_as("count(risk \"title~d'eau\")", "count(risk \"title~d'eau\")");
	reads_as("count(risk title~d'eau owner=\"Jeanne Roy\")", "count(risk title~d'eau owner=\"Jeanne Roy\")");
	reads_as("count(risk \"two words\" title~d'eau)", "count(risk \"two words\" title~d'eau)");
	reads_as("sum(action,budget,'open')", "sum(action budget 'open')");
	reads_as("max(risk current_level open)", "max(risk current_level 'open')");
	reads_as("avg(incident hours(detected,today))", "avg(incident hours(detected, today))");
	reads_as("min(action days( today , due ) 'open')", "min(action days(today, due) 'open')");
}

Test(expression, what_filters_say_of_today_stays_as_it_was_written)
{
	struct model_context may = context;
	struct expression *expression = read("count(action 'due>=period due<periodend')");
	struct error error = { 0 };
	struct query *query;
	char *text;

	strcpy(may.period.first, "2026-05-01");
	strcpy(may.period.after, "2026-06-01");
	query = expression_query(&expression->terms[0], &may, &error);
	cr_assert(query);
	text = query_text(query);
	cr_expect_str_eq(text, "due>=2026-05-01 due<2026-06-01");
	free(text);
	query_free(query);
	expression_free(expression);
}

Test(expression, signs_bind_as_in_arithmetic)
{
	comes_to("1 + 2 * 3", 7);
	comes_to("(1 + 2) * 3", 9);
	comes_to("10 - 2 - 3", 5);
	comes_to("10 - (2 - 3)", 11);
	comes_to("24 / 4 / 2", 3);
	comes_to("24 / (4 / 2)", 12);
	comes_to("-2 * -3", 6);
	comes_to("--2", 2);
	comes_to("2 - -3", 5);
	comes_to("-(2 + 3) * 2", -10);
	comes_to("0.5 * IN-3", 1.5);
	comes_to("100 * count(risk 'open') / count(risk 'open late')", 100.0 * 4 / 9);
	reads_as("((1+2))*3", "(1 + 2) * 3");
	reads_as("1+(2*3)", "1 + 2 * 3");
	reads_as("1-(2-3)", "1 - (2 - 3)");
	reads_as("(1-2)-3", "1 - 2 - 3");
	reads_as("1/(2*3)", "1 / (2 * 3)");
	reads_as("-(-5)", "-(-5)");
	reads_as("---5", "-5");
	reads_as("-(1+2)", "-(1 + 2)");
	reads_as("(-1)*2", "-1 * 2");
	reads_as("in-007 + IN-3", "IN-7 + IN-3");
}

Test(expression, what_cannot_be_said_has_no_value)
{
	has_no_value("1 / 0");
	has_no_value("1 / (2 - 2)");
	has_no_value("0 / 0");
	has_no_value("0 * (1 / 0)");
	has_no_value("1 + IN-9");
	has_no_value("0 * IN-9");
	has_no_value(
		"999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * "
		"999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * "
		"999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * 999999999999999 * "
		"999999999999999 * 999999999999999 * 999999999999999");
	comes_to("0 / 5", 0);
	cr_expect(!signbit(worth("-0").number));
	cr_expect(!signbit(worth("0 * -1").number));
}

Test(expression, faults_are_told_with_their_place)
{
	is_refused("", 1, "is empty");
	is_refused("  ", 3, "is empty");
	is_refused("count(risk 'open foo=1')", 18, "There is no field foo");
	is_refused("1 + count(risk \"open  foo=1\")", 23, "There is no field foo");
	is_refused("count(risk foo=1)", 12, "There is no field foo");
	is_refused("count(risk 'title~é foo=1')", 21, "There is no field foo");
	is_refused("count(risk 'open acceptances(valid  foo=1)')", 37, "There is no field foo");
	is_refused("count(risk 'open acceptances!(risk.asset(name=\"x y\" foo=1))')", 53, "There is no field foo");
	is_refused("count(risk 'open acceptances(valid')", 18, "is not closed");
	is_refused("count(zebra)", 7, "no register zebra");
	is_refused("count()", 7, "needs a register");
	is_refused("count risk", 7, "parenthesis");
	is_refused("count(risk 'open", 12, "quote");
	is_refused("count(risk 'open'", 6, "not closed");
	is_refused("count(risk open", 6, "not closed");
	is_refused("count(risk 'open' late)", 19, "more than a closing parenthesis");
	is_refused("sum(action 'open')", 12, "needs a field");
	is_refused("sum(action title)", 12, "is no number");
	is_refused("sum(action zebra)", 12, "There is no field zebra");
	is_refused("sum(action status 'open')", 12, "is no number");
	is_refused("avg(action days(title, today))", 17, "is no day");
	is_refused("avg(action days(due))", 20, "a comma");
	is_refused("avg(action days(due, ))", 22, "a field with a day");
	is_refused("avg(action days(today, today))", 12, "must be a field");
	is_refused("avg(action hours(due, today))", 18, "days(...)");
	is_refused("days(due, today)", 1, "sum, avg, min, max or median");
	is_refused("1 + hours(due, today)", 5, "sum, avg, min, max or median");
	is_refused("zebra(risk)", 1, "\"zebra\" is no word");
	is_refused("1 +", 4, "ends too early");
	is_refused("1 + * 2", 5, "a term is missing");
	is_refused("1 2", 3, "+ - * /");
	is_refused("(1 2)", 4, "+ - * /");
	is_refused("(1", 1, "not closed");
	is_refused("1)", 2, "closes none");
	is_refused("0,5", 2, "behind a point");
	is_refused("5.", 3, "digit");
	is_refused(".5", 1, "a term is missing");
	is_refused("5.5.5", 4, "+ - * /");
	is_refused("1e3", 2, "+ - * /");
	is_refused("IN-0", 1, "no such indicator");
	is_refused("IN-9999999999", 1, "no such indicator");
	is_refused("IN", 1, "is no word");
	is_refused("9999999999999999999", 1, "too long");
	is_refused("count(risk)\a", 1, "valid text");
	is_refused("count(risk)\xff", 1, "valid text");
}

Test(expression, goes_as_deep_as_it_may)
{
	comes_to("((((((((1))))))))", 1);
	is_refused("(((((((((1)))))))))", 9, "8 deep");
	/* Beside each other they may stand as often as one likes. */
	comes_to("(1) + (1) + (1) + (1) + (1) + (1) + (1) + (1) + (1) + (1)", 10);
}

Test(expression, is_not_longer_than_anybody_writes)
{
	struct buffer text = { 0 };
	struct expression_fault fault;
	int i;

	buffer_add(&text, "1");
	for (i = 0; i < 3 * EXPRESSION_TERMS; i++)
		buffer_add(&text, "+1");
	cr_expect(!expression_read(text.data, &context, &fault));
	cr_expect(strstr(fault.sentence, "too much"));
	free(fault.sentence);
	buffer_free(&text);
}

/* Each indicator's text, by its number. */
static bool text_of(void *user, const char *ref, char **text, struct error *error)
{
	const char *const *texts = user;
	int at = atoi(ref + 3);

	*text = NULL;
	if (at > 12 || !texts[at])
		return error_set(error, ERROR_INVALID, "There is no %s.", ref);
	*text = *texts[at] ? xstrdup(texts[at]) : NULL;
	return true;
}

/* "" where the text is sound as IN-1, else the sentence. */
static char *why_not(const char *text, const char *const *texts)
{
	struct expression *expression = read(text);
	struct error error = { 0 };
	size_t character = 0;
	bool ok = expression_sound(expression, "IN-1", &context, text_of, (void *)texts, &character, &error);
	char *why = ok ? xstrdup("") : xasprintf("character %zu: %s", character, error.message);

	error_clear(&error);
	expression_free(expression);
	return why;
}

static void is_sound(const char *text, const char *const *texts, const char *part)
{
	char *why = why_not(text, texts);

	if (*part)
		cr_expect(strstr(why, part), "%s: %s", text, why);
	else
		cr_expect_str_eq(why, "", "%s", text);
	free(why);
}

Test(expression, rests_on_no_circle)
{
	static const char *const texts[13] = {
		[1] = "1", [2] = "3 * IN-3", [3] = "IN-4 + IN-5", [4] = "", [5] = "IN-1", [6] = "7 +"
	};

	is_sound("1", texts, "");
	is_sound("IN-4 + IN-4", texts, "");
	/* What is counted by hand, and what is no formula any more, rests on nothing. */
	is_sound("IN-6", texts, "");
	is_sound("IN-1 + 1", texts, "character 1: IN-1 cannot be counted from itself");
	is_sound("IN-4 + IN-5", texts, "character 8: IN-5 already rests on IN-1");
	is_sound("IN-4 + IN-2", texts, "character 8: IN-2 already rests on IN-1");
	is_sound("IN-7", texts, "character 1: There is no IN-7");
}

Test(expression, rests_on_others_so_far)
{
	static const char *const texts[13] = { [2] = "IN-3",
		[3] = "IN-4 + IN-9",
		[4] = "IN-5",
		[5] = "IN-6",
		[6] = "IN-7",
		[7] = "IN-8",
		[8] = "IN-9",
		[9] = "IN-10",
		[10] = "1",
		[11] = "IN-2" };

	is_sound("IN-3", texts, "");
	is_sound("IN-2", texts, "more than 8 deep");
	is_sound("IN-10 + IN-2", texts, "character 9: Behind IN-2");
}

Test(expression, names_each_indicator_once)
{
	struct expression *expression = read("IN-3 + count(risk) * IN-2 - in-3");
	struct strings refs = { 0 };
	char *text;

	expression_depends(expression, &refs);
	text = strings_join(&refs, " ");
	cr_expect_str_eq(text, "IN-3 IN-2");
	free(text);
	strings_free(&refs);
	expression_free(expression);
}

Test(expression, is_a_type_of_fields)
{
	static const struct field_def field = { .name = "formula", .label = "Formula", .type = &type_expression };
	struct error error = { 0 };
	char *value;

	cr_assert(field_parse(&field, &context, " 100*count( risk \"open\" )/count(risk) ", &value, &error));
	cr_expect_str_eq(value, "100 * count(risk 'open') / count(risk)");
	free(value);
	cr_assert(field_parse(&field, &context, "", &value, &error));
	cr_expect_null(value);
	cr_assert(!field_parse(&field, &context, "count(risk 'foo=1')", &value, &error));
	cr_expect_str_eq(error.field, "formula");
	cr_expect_str_eq(error.message, "Formula, character 13: There is no field foo in Risks.");
	error_clear(&error);
}
