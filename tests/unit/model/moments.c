/* Dates with a time: what is typed, kept, shown, edited, and asked for, in the zone of an organisation. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query.h"

static const struct field_def *detected(void)
{
	return register_field(register_find("incident"), "detected");
}

/* How the text is kept; "" where it is refused.  said: the remark or the refusal holds it; NULL: there is neither. */
static void keeps(const char *zone, bool file_form, const char *text, const char *expected, const char *said)
{
	struct model_context context = { .time_zone = (char *)(uintptr_t)zone, .reading = { .file_form = file_form } };
	struct error error = { 0 };
	char *value = NULL, *remark = field_remark(detected(), &context, text);
	bool ok = field_parse(detected(), &context, text, &value, &error);
	const char *told = ok ? remark : error.message;

	cr_expect_str_eq(
		ok ? value : "", expected, "%s in %s is %s, not %s", text, zone, value ? value : "refused", expected);
	cr_expect(said ? told && strstr(told, said) : !told, "%s in %s: %s", text, zone, told ? told : "nothing said");
	if (ok) {
		/* What the form opens with, saved as it is, changes nothing and needs no word. */
		char *edited = field_edit(detected(), &context, value), *again = NULL,
		     *more = field_remark(detected(), &context, edited);

		cr_expect(field_parse(detected(), &context, edited, &again, NULL));
		cr_expect_str_eq(again, value);
		cr_expect_null(more);
		free(edited);
		free(again);
		free(more);
	}
	error_clear(&error);
	free(value);
	free(remark);
}

Test(moments, what_is_typed_is_the_zone_s)
{
	int form;

	for (form = 0; form < 2; form++) {
		keeps("Europe/Paris", form, "2026-03-05 14:00", "2026-03-05T13:00:00Z", NULL);
		keeps("America/New_York", form, " 2026-03-05T14:00 ", "2026-03-05T19:00:00Z", NULL);
		keeps("Asia/Kolkata", form, "2026-03-05 14:00:15", "2026-03-05T08:30:15Z", NULL);
		keeps("Pacific/Auckland", form, "2026-03-05 14:00", "2026-03-05T01:00:00Z", NULL);
		keeps("Europe/Paris", form, "2026-03-05T14:00Z", "2026-03-05T14:00:00Z", NULL);
		keeps("Europe/Paris", form, "2026-03-05 14:00 -05:00", "2026-03-05T19:00:00Z", NULL);
		keeps("America/New_York", form, "2026-03-05", "2026-03-05", NULL);
		keeps("Pacific/Auckland", form, "2026-03-05", "2026-03-05", NULL);
	}
	keeps("Europe/Paris", true, "24/11/2026 9:30", "", "must be a date and time");
}

Test(moments, hours_at_a_change_are_refused_or_told)
{
	keeps("Europe/Paris", true, "2026-03-29 02:30", "", "write 2026-03-29 01:59 or 2026-03-29 03:00");
	keeps("Europe/Paris", true, "2026-10-25 02:30", "2026-10-25T00:30:00Z", "write +01:00");
	keeps("Europe/Paris", true, "2026-10-25 02:30 +01:00", "2026-10-25T01:30:00Z", NULL);
	keeps("America/New_York", true, "2026-03-08 02:30", "", "write 2026-03-08 01:59 or 2026-03-08 03:00");
	keeps("America/New_York", true, "2026-11-01 01:30", "2026-11-01T05:30:00Z", "write -05:00");
	keeps("Pacific/Auckland", true, "2026-09-27 02:30", "", "write 2026-09-27 01:59 or 2026-09-27 03:00");
	keeps("Pacific/Auckland", true, "2026-04-05 02:30", "2026-04-04T13:30:00Z", "write +12:00");
	keeps("Asia/Kolkata", true, "2026-03-29 02:30", "2026-03-28T21:00:00Z", NULL);
	keeps("Europe/Atlantis", true, "2026-03-29 02:30", "", "does not know the time zone Europe/Atlantis");
}

static void is_shown(const char *zone, const char *value, const char *expected, const char *beside)
{
	struct model_context context = { .time_zone = (char *)(uintptr_t)zone };
	char *text = field_format(detected(), &context, value);
	const char *with = field_beside(detected(), &context, value);

	cr_expect_str_eq(text, expected);
	cr_expect(beside ? with && strcmp(with, beside) == 0 : !with);
	free(text);
}

Test(moments, the_zone_stands_beside_a_time_and_a_day_is_a_day)
{
	is_shown("Europe/Paris", "2026-03-05T13:00:00Z", "2026-03-05 14:00 +01:00", "Europe/Paris");
	is_shown("America/New_York", "2026-03-05T03:00:00Z", "2026-03-04 22:00 -05:00", "America/New_York");
	is_shown("UTC", "2026-03-05T13:00:00Z", "2026-03-05 13:00 UTC", "UTC");
	is_shown("America/New_York", "2026-03-05", "2026-03-05", NULL);
	is_shown("Pacific/Auckland", "2026-03-05", "2026-03-05", NULL);
}

/* ---- filters: judged here as the store does, by the bytes of the texts (no value is a title) ---- */

static bool holds(const struct condition *condition, const char *value)
{
	int order = condition->value ? strcmp(value, condition->value) : 1;

	switch (condition->op) {
	case OP_EQUAL:
		return order == 0;
	case OP_DIFFERENT:
		return order != 0;
	case OP_LESS:
		return order < 0;
	case OP_AT_MOST:
		return order <= 0;
	case OP_MORE:
		return order > 0;
	case OP_AT_LEAST:
		return order >= 0;
	default:
		return false;
	}
}

static bool passes(const struct query *query, const char *value)
{
	size_t i;
	bool any = false;

	for (i = 0; i < query->condition_count; i++) {
		any = any || holds(&query->conditions[i], value);
		if (query->conditions[i].either)
			continue;
		if (!any)
			return false;
		any = false;
	}
	return true;
}

static const char *const values[] = {
	"2026-03-04",
	"2026-03-04T09:00:00Z",
	"2026-03-04T12:00:00Z",
	"2026-03-04T23:30:00Z",
	"2026-03-05",
	"2026-03-05T00:00:00Z",
	"2026-03-05T04:59:59Z",
	"2026-03-05T05:00:00Z",
	"2026-03-05T10:59:59Z",
	"2026-03-05T11:00:00Z",
	"2026-03-05T23:30:00Z",
	"2026-03-06",
	"2026-03-06T04:59:59Z",
	"2026-03-06T05:00:00Z",
	"2026-03-07",
	"2026-10-25T00:30:00Z",
	"2026-10-25T01:30:00Z",
};

/* The moment at which the value counts: a day does as it begins. */
static int64_t counts_as(const char *value, const char *zone, int *day)
{
	struct date date;
	int64_t seconds = 0;
	int clock;

	if (date_parse(value, &date)) {
		*day = date_days(&date);
		return date_start(&date, zone);
	}
	cr_assert(date_time_parse(value, &seconds));
	date = date_in_zone(seconds, zone, &clock);
	*day = date_days(&date);
	return seconds;
}

static struct query *filter(const char *zone, const char *text)
{
	struct model_context context = { .time_zone = (char *)(uintptr_t)zone, .reading = { .file_form = true } };
	struct query *query = query_new(register_find("incident"));
	struct error error = { 0 };

	cr_assert(query_parse(query, &context, text, &error), "%s: %s", text, error.message);
	return query;
}

/* The filter and its text, read again, let the value through, or not. */
static void lets(const char *zone, const char *text, const char *value, bool expected)
{
	struct query *query = filter(zone, text), *again;
	char *written = query_text(query);

	again = filter(zone, written);
	cr_expect_eq(passes(query, value), expected, "%s and %s in %s", text, value, zone);
	cr_expect_eq(passes(again, value), expected, "%s, again, and %s in %s", written, value, zone);
	free(written);
	query_free(query);
	query_free(again);
}

static bool as_said(const char *op, int64_t a, int64_t b)
{
	return strcmp(op, "=") == 0    ? a == b
	       : strcmp(op, "!=") == 0 ? a != b
	       : strcmp(op, "<") == 0  ? a < b
	       : strcmp(op, "<=") == 0 ? a <= b
	       : strcmp(op, ">") == 0  ? a > b
				       : a >= b;
}

static const char *const zones[] = { "UTC", "Europe/Paris", "America/New_York", "Asia/Kolkata", "Pacific/Auckland",
	"Pacific/Niue" };
static const char *const ops[] = { "=", "!=", "<", "<=", ">", ">=" };

Test(moments, a_day_is_compared_by_the_organisation_s_days)
{
	size_t i, j, k;
	int day, wanted;
	char text[64];

	counts_as("2026-03-05", "UTC", &wanted);
	for (i = 0; i < sizeof zones / sizeof zones[0]; i++)
		for (j = 0; j < sizeof ops / sizeof ops[0]; j++)
			for (k = 0; k < sizeof values / sizeof values[0]; k++) {
				counts_as(values[k], zones[i], &day);
				snprintf(text, sizeof text, "detected%s2026-03-05", ops[j]);
				lets(zones[i], text, values[k], as_said(ops[j], day, wanted));
				snprintf(text, sizeof text, "title=x or detected%s2026-03-05", ops[j]);
				lets(zones[i], text, values[k], as_said(ops[j], day, wanted));
				snprintf(text, sizeof text, "detected%s2026-03-05 or title=x", ops[j]);
				lets(zones[i], text, values[k], as_said(ops[j], day, wanted));
			}
}

Test(moments, a_time_is_compared_by_the_moment)
{
	static const char *const times[] = { "2026-03-05 00:00", "2026-03-04 22:00", "2026-03-05 09:00",
		"2026-03-05 23:00" };
	size_t i, j, k, l;
	int64_t bound;
	char text[64];
	int day;

	for (i = 0; i < sizeof zones / sizeof zones[0]; i++)
		for (l = 0; l < sizeof times / sizeof times[0]; l++) {
			struct moment moment;

			cr_assert_eq(moment_parse(times[l], zones[i], NULL, &moment), MOMENT_ONCE);
			bound = moment.seconds;
			moment_clear(&moment);
			for (j = 2; j < sizeof ops / sizeof ops[0]; j++)
				for (k = 0; k < sizeof values / sizeof values[0]; k++) {
					snprintf(text, sizeof text, "detected%s\"%s\"", ops[j], times[l]);
					lets(zones[i], text, values[k],
						as_said(ops[j], counts_as(values[k], zones[i], &day), bound));
				}
		}
}

Test(moments, a_time_that_comes_twice_stands_for_both)
{
	static const char *const first = "2026-10-25T00:30:00Z", *const second = "2026-10-25T01:30:00Z";
	struct {
		const char *op;
		bool first, second;
	} expected[] = { { "=", true, true }, { "!=", false, false }, { ">=", true, true }, { "<=", true, true },
		{ "<", false, false }, { ">", false, false } };
	char text[64];
	size_t i;

	for (i = 0; i < sizeof expected / sizeof expected[0]; i++) {
		snprintf(text, sizeof text, "detected%s\"2026-10-25 02:30\"", expected[i].op);
		lets("Europe/Paris", text, first, expected[i].first);
		lets("Europe/Paris", text, second, expected[i].second);
	}
}

Test(moments, what_cannot_be_compared_is_refused)
{
	struct model_context context = { .time_zone = (char *)"Europe/Paris", .reading = { .file_form = true } };
	static const char *const refused[] = { "detected>\"2026-03-29 02:30\"", "detected>soon", "detected<@notified",
		"created>\"2026-03-29 02:30\"" };
	size_t i;

	for (i = 0; i < sizeof refused / sizeof refused[0]; i++) {
		struct query *query = query_new(register_find("incident"));
		struct error error = { 0 };

		cr_expect(!query_parse(query, &context, refused[i], &error), "%s", refused[i]);
		cr_expect(error.message);
		error_clear(&error);
		query_free(query);
	}
}
