/* What expressions come to over a real file. */
#include <math.h>

#include "helper.h"

static struct value of_period(struct fixture *fixture, const char *text, const char *first, const char *after)
{
	struct expression *expression = expression_parse(text, store_context(fixture->store), &fixture->error);
	struct value value;

	cr_assert(expression, "%s: %s", text, fixture->error.message);
	cr_assert(store_evaluate(fixture->store, expression, first, after, &value, &fixture->error), "%s: %s", text,
		fixture->error.message);
	cr_expect(isfinite(value.number));
	expression_free(expression);
	return value;
}

static void comes_to(struct fixture *fixture, const char *text, double expected)
{
	struct value value = of_period(fixture, text, "2026-10-01", "2026-11-01");

	cr_expect(value.known, "%s has no value", text);
	cr_expect(fabs(value.number - expected) < 1e-9, "%s is %.12g", text, value.number);
}

static void has_no_value(struct fixture *fixture, const char *text)
{
	struct value value = of_period(fixture, text, "2026-10-01", "2026-11-01");

	cr_expect(!value.known, "%s is %g", text, value.number);
}

static void names_what_is_gone(struct fixture *fixture, const char *text, const char *sentence)
{
	struct expression *expression = expression_parse(text, store_context(fixture->store), &fixture->error);
	struct value value;

	cr_assert(expression, "%s: %s", text, fixture->error.message);
	cr_expect(!store_evaluate(fixture->store, expression, "2026-10-01", "2026-11-01", &value, &fixture->error));
	cr_expect_eq(fixture->error.kind, ERROR_INVALID);
	cr_expect_str_eq(fixture->error.message, sentence);
	error_clear(&fixture->error);
	expression_free(expression);
}

/* Four actions due in October, of which two were done in time; one in November. */
static void fill(struct fixture *fixture)
{
	fixture_open(fixture);
	fixture_add(fixture, "person", "name", "Ada Keeper", NULL);
	fixture_add(fixture, "action", "title", "Lock", "due", "2026-10-01", "done", "2026-09-20", "status", "done",
		"owner", "P-1", "budget", "10", "spent", "0.5", NULL);
	fixture_add(fixture, "action", "title", "Feed", "due", "2026-10-31", "done", "2026-10-31", "status", "done",
		"owner", "P-1", "budget", "30", NULL);
	fixture_add(fixture, "action", "title", "Paint", "due", "2026-10-15", "done", "2026-10-16", "status", "done",
		"owner", "P-1", "budget", "20", "spent", "1.25", NULL);
	fixture_add(fixture, "action", "title", "Mend", "due", "2026-10-20", NULL);
	fixture_add(fixture, "action", "title", "Count", "due", "2026-11-01", "start", "2026-10-22", NULL);
}

Test(evaluate, actions_on_time_by_the_period)
{
	static const char on_time[] =
		"100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')";
	struct fixture fixture;
	struct value value;

	fill(&fixture);
	comes_to(&fixture, "count(action 'due>=period due<periodend')", 4);
	comes_to(&fixture, on_time, 50);
	value = of_period(&fixture, on_time, "2026-11-01", "2026-12-01");
	cr_expect(value.known && fpclassify(value.number) == FP_ZERO);
	/* Nothing was due: that is no percentage. */
	value = of_period(&fixture, on_time, "2026-08-01", "2026-09-01");
	cr_expect(!value.known);
	fixture_close(&fixture);
}

/* A risk that nobody signed among those above the threshold. */
Test(evaluate, exposure_that_nobody_signed)
{
	static const char exposed[] =
		"100 * count(risk 'open current_level>threshold acceptances!(valid)') / count(risk 'open current_level>threshold')";
	struct fixture fixture;

	fill(&fixture);
	has_no_value(&fixture, exposed);
	fixture_add(&fixture, "risk", "title", "Escape", "current_likelihood", "5", "current_impact", "5", NULL);
	fixture_add(&fixture, "risk", "title", "Theft", "current_likelihood", "5", "current_impact", "5", "owner",
		"P-1", NULL);
	fixture_add(&fixture, "risk", "title", "Boredom", "current_likelihood", "1", "current_impact", "1", NULL);
	comes_to(&fixture, exposed, 100);
	comes_to(&fixture, "count(risk 'open current_level>threshold')", 2);
	comes_to(&fixture, "100 * count(risk 'open') / count(risk)", 100);
	comes_to(&fixture, "max(risk current_impact) - min(risk current_impact)", 4);
	fixture_close(&fixture);
}

Test(evaluate, measures_of_numbers)
{
	struct fixture fixture;

	fill(&fixture);
	comes_to(&fixture, "sum(action budget)", 60);
	comes_to(&fixture, "avg(action budget)", 20);
	comes_to(&fixture, "min(action budget 'due>=period')", 10);
	comes_to(&fixture, "max(action budget)", 30);
	comes_to(&fixture, "sum(action spent)", 1.75);
	comes_to(&fixture, "sum(action budget owner=\"Ada Keeper\" budget>10)", 50);
	comes_to(&fixture, "100 * sum(action spent) / sum(action budget)", 100 * 1.75 / 60);
	/* Those without a number count for nothing. */
	comes_to(&fixture, "avg(action spent)", 0.875);
	fixture_close(&fixture);
}

Test(evaluate, medians_are_in_the_middle)
{
	struct fixture fixture;

	fill(&fixture);
	comes_to(&fixture, "median(action budget)", 20);
	comes_to(&fixture, "median(action spent)", 0.875);
	comes_to(&fixture, "median(action budget 'budget<30')", 15);
	comes_to(&fixture, "median(action budget 'budget=30')", 30);
	fixture_add(&fixture, "action", "title", "Buy", "budget", "1000", NULL);
	comes_to(&fixture, "median(action budget)", 25);
	/* By joins as well. */
	comes_to(&fixture, "median(action budget 'owner.name=\"Ada Keeper\"')", 20);
	fixture_close(&fixture);
}

Test(evaluate, of_none_only_a_sum_has_a_value)
{
	struct fixture fixture;

	fill(&fixture);
	comes_to(&fixture, "count(action 'title=Nothing')", 0);
	comes_to(&fixture, "sum(action budget 'title=Nothing')", 0);
	comes_to(&fixture, "sum(action budget 'title=Mend')", 0);
	has_no_value(&fixture, "avg(action budget 'title=Nothing')");
	has_no_value(&fixture, "min(action budget 'title=Nothing')");
	has_no_value(&fixture, "max(action budget 'title=Nothing')");
	has_no_value(&fixture, "median(action budget 'title=Nothing')");
	has_no_value(&fixture, "median(action budget 'title=Mend')");
	has_no_value(&fixture, "1 + avg(action budget 'title=Nothing')");
	has_no_value(&fixture, "count(action) / count(risk)");
	names_what_is_gone(&fixture, "IN-999", "There is no indicator IN-999 in this file.");
	fixture_close(&fixture);
}

Test(evaluate, times_between_days)
{
	struct fixture fixture;
	struct date today, before;
	char day[11];

	fill(&fixture);
	today = environment_today(store_context(fixture.store)->time_zone);
	before = date_from_days(date_days(&today) - 40);
	date_format(&before, day);
	comes_to(&fixture, "median(action days(due, done))", 0);
	comes_to(&fixture, "min(action days(due, done))", -11);
	comes_to(&fixture, "max(action days(start, due))", 10);
	comes_to(&fixture, "sum(action days(done, due) 'due<=2026-10-31')", 11 - 1);
	fixture_add(&fixture, "nonconformity", "title", "Fence", "detected", day, NULL);
	comes_to(&fixture, "median(nonconformity days(detected, today) 'open')", 40);
	comes_to(&fixture, "median(nonconformity days(today, detected) 'open')", -40);
	fixture_close(&fixture);
}

/* What an index finds without reading the others: the first and the last, and those that share their days in another form. */
Test(evaluate, the_most_and_fewest_days_to_now)
{
	struct fixture fixture;
	struct date now;
	int today;

	fill(&fixture);
	now = environment_today(store_context(fixture.store)->time_zone);
	today = date_days(&now);
	fixture_add(&fixture, "incident", "title", "Smoke", "detected", "2026-03-10T21:00:00Z", NULL);
	fixture_add(&fixture, "incident", "title", "Fire", "detected", "2026-03-11", NULL);
	fixture_add(&fixture, "incident", "title", "Water", "detected", "2026-03-20T04:00:00Z", NULL);
	comes_to(&fixture, "max(incident days(detected, today))", today - date_days(&(struct date){ 2026, 3, 10 }));
	comes_to(&fixture, "min(incident days(detected, today))", today - date_days(&(struct date){ 2026, 3, 20 }));
	comes_to(&fixture, "max(incident days(today, detected))", date_days(&(struct date){ 2026, 3, 20 }) - today);
	comes_to(&fixture, "min(incident days(today, detected))", date_days(&(struct date){ 2026, 3, 10 }) - today);
	comes_to(&fixture, "max(incident days(detected, today) 'title!=Smoke')",
		today - date_days(&(struct date){ 2026, 3, 11 }));
	has_no_value(&fixture, "max(incident days(detected, today) 'title=Nothing')");
	fixture_close(&fixture);
}

/* A day alone stands before a moment of that day as text; elsewhere the moment may be of the day before. */
Test(evaluate, the_fewest_days_where_a_day_alone_stands_beside_a_moment)
{
	struct fixture fixture;
	struct record *organisation;
	struct date now;

	fill(&fixture);
	organisation = store_organisation(fixture.store, &fixture.error);
	fixture_set(&fixture, organisation->ref, "time_zone", "America/Los_Angeles");
	record_free(organisation);
	now = environment_today("America/Los_Angeles");
	fixture_add(&fixture, "incident", "title", "Fire", "detected", "2026-03-10", NULL);
	fixture_add(&fixture, "incident", "title", "Smoke", "detected", "2026-03-10T03:00:00Z", NULL);
	comes_to(&fixture, "max(incident days(detected, today))",
		date_days(&now) - date_days(&(struct date){ 2026, 3, 9 }));
	fixture_close(&fixture);
}

Test(evaluate, days_of_moments_are_those_of_the_organisation)
{
	struct fixture fixture;
	struct record *organisation;

	fill(&fixture);
	organisation = store_organisation(fixture.store, &fixture.error);
	fixture_set(&fixture, organisation->ref, "time_zone", "Pacific/Auckland");
	record_free(organisation);
	/* There it is the 11th already. */
	fixture_add(&fixture, "incident", "title", "Smoke", "detected", "2026-03-10T21:00:00Z", "closed", "2026-03-12",
		NULL);
	comes_to(&fixture, "avg(incident days(detected, closed))", 1);
	/* Of a day alone nobody knows the hour. */
	has_no_value(&fixture, "avg(incident hours(detected, detected) 'title=Nothing')");
	comes_to(&fixture, "avg(incident hours(detected, detected))", 0);
	fixture_add(&fixture, "incident", "title", "Fire", "detected", "2026-03-10", NULL);
	has_no_value(&fixture, "avg(incident hours(detected, detected) 'title=Fire')");
	cr_expect(of_period(&fixture, "min(incident hours(detected, today))", NULL, NULL).known);
	fixture_close(&fixture);
}

Test(evaluate, without_a_period_it_is_the_present_month)
{
	struct fixture fixture;
	struct value value;

	fill(&fixture);
	fixture_add(&fixture, "action", "title", "Now", "due", "today", NULL);
	value = of_period(&fixture, "count(action 'title=Now due>=period due<periodend')", NULL, NULL);
	cr_expect(value.known && value.number > 0.5);
	fixture_close(&fixture);
}

/* A term has the value that it has in the whole. */
Test(evaluate, terms_are_counted_alone_too)
{
	struct fixture fixture;
	struct expression *expression;
	struct value value;

	fill(&fixture);
	expression = expression_parse(
		"100 * count(action 'open') / count(action)", store_context(fixture.store), &fixture.error);
	cr_assert(expression);
	cr_assert(store_evaluate_term(fixture.store, &expression->terms[1], NULL, NULL, &value, &fixture.error));
	cr_expect(value.known && fabs(value.number - 2) < 1e-9, "%g", value.number);
	expression_free(expression);
	fixture_close(&fixture);
}

Test(evaluate, names_only_what_is_there)
{
	struct fixture fixture;
	struct expression *expression;
	size_t character;

	fill(&fixture);
	expression =
		expression_parse("1 + count(action 'late owner=P-99')", store_context(fixture.store), &fixture.error);
	cr_assert(expression);
	cr_expect(!store_expression_sound(fixture.store, NULL, expression, &character, &fixture.error));
	cr_expect(strstr(fixture.error.message, "P-99"), "%s", fixture.error.message);
	cr_expect_eq(character, 24);
	expression_free(expression);
	expression = expression_parse(
		"count(risk 'open asset(name~x owner=P-99)')", store_context(fixture.store), &fixture.error);
	cr_assert(expression);
	cr_expect(!store_expression_sound(fixture.store, NULL, expression, &character, &fixture.error));
	cr_expect_eq(character, 31);
	expression_free(expression);
	expression = expression_parse("IN-999", store_context(fixture.store), &fixture.error);
	cr_expect(!store_expression_sound(fixture.store, NULL, expression, &character, &fixture.error));
	cr_expect(strstr(fixture.error.message, "IN-999"), "%s", fixture.error.message);
	error_clear(&fixture.error);
	expression_free(expression);
	fixture_close(&fixture);
}

static void is_refused(struct fixture *fixture, const char *ref, const char *formula, const char *sentence)
{
	struct record *before = store_record_by_ref(fixture->store, ref, &fixture->error), *record;

	cr_assert(before);
	record = record_copy(before);
	record_set(record, "formula", formula);
	cr_expect(!store_set(fixture->store, before, record, &fixture->error), "%s is accepted", formula);
	cr_expect_str_eq(fixture->error.message, sentence);
	cr_expect_str_eq(fixture->error.field, "formula");
	error_clear(&fixture->error);
	record_free(before);
	record_free(record);
}

static void is_kept(struct fixture *fixture, const char *ref, const char *sentence)
{
	struct action *action = action_begin(fixture->store, "remove", &fixture->error);

	cr_assert(action);
	cr_expect(!action_remove(action, store_find(fixture->store, ref, NULL), &fixture->error));
	cr_expect_str_eq(fixture->error.message, sentence);
	error_clear(&fixture->error);
	action_rollback(action);
}

Test(evaluate, formulas_are_watched_where_they_are_written)
{
	struct fixture fixture;

	fill(&fixture);
	fixture_add(&fixture, "indicator", "name", "Late", "formula", "count( action \"late\" )", NULL);
	fixture_add(&fixture, "indicator", "name", "Twice", "formula", "2 * IN-1", NULL);
	fixture_add(&fixture, "indicator", "name", "Again", "formula", "IN-2 + 1", NULL);
	cr_expect_str_eq(fixture_get(&fixture, "IN-1", "formula"), "count(action 'late')");
	is_refused(&fixture, "IN-1", "IN-1", "Formula, character 1: IN-1 cannot be counted from itself.");
	is_refused(&fixture, "IN-1", "1 + IN-3",
		"Formula, character 5: IN-3 already rests on IN-1; that would go round in a circle.");
	is_refused(&fixture, "IN-1", "IN-4", "Formula, character 1: There is no indicator IN-4 in this file.");
	is_refused(
		&fixture, "IN-1", "count(action 'foo=1')", "Formula, character 15: There is no field foo in Actions.");
	/* It may lean on another one that leads elsewhere, and what is left alone is not asked again. */
	fixture_set(&fixture, "IN-3", "formula", "IN-1");
	is_kept(&fixture, "IN-1", "IN-1 cannot be deleted: the formula of IN-2 rests on it.");
	fixture_set(&fixture, "IN-2", "formula", "7");
	is_kept(&fixture, "IN-1", "IN-1 cannot be deleted: the formula of IN-3 rests on it.");
	fixture_set(&fixture, "IN-3", "formula", NULL);
	fixture_remove(&fixture, "IN-1");
	fixture_check(&fixture);
	fixture_close(&fixture);
}
