/* The filter language: what is read is written so that it reads back. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/agenda.h"
#include "model/guide.h"
#include "model/quality.h"
#include "model/query.h"

static struct model_context context = { .method = { .threshold = 2, .scales = { [SCALE_RISK] = { .count = 4 } } },
	.catalogue_ref = (char *)"iso27001-2022" };

/* The text of what the filter means; "" with the error's sentence in *why where it is refused. */
static char *again(const char *name, const char *filter, char **why)
{
	struct query *query = query_new(register_find(name));
	struct error error = { 0 };
	char *text = query_parse(query, &context, filter, &error) ? query_text(query) : xstrdup("");

	if (why)
		*why = xstrdup(error.message ? error.message : "");
	error_clear(&error);
	query_free(query);
	return text;
}

static void reads_as(const char *name, const char *filter, const char *expected)
{
	char *text = again(name, filter, NULL), *twice = again(name, text, NULL);

	cr_expect_str_eq(text, expected);
	cr_expect_str_eq(twice, expected);
	free(text);
	free(twice);
}

static void is_refused(const char *name, const char *filter, const char *part)
{
	char *why, *text = again(name, filter, &why);

	cr_expect_str_eq(text, "");
	cr_expect(strstr(why, part), "%s: %s", filter, why);
	free(text);
	free(why);
}

Test(query, terms_read_back)
{
	reads_as("risk", "status=accepted owner= late open ransom", "status=accepted owner= late open ransom");
	reads_as("risk", "owner=\"Jeanne Roy\" asset.type!=software title~phish",
		"owner=\"Jeanne Roy\" asset.type!=software title~phish");
}

Test(query, words_stand_for_what_the_file_says)
{
	reads_as("risk", "current_level>threshold", "current_level>2");
	reads_as("applicability", "control.catalogue=soa", "control.catalogue=iso27001-2022,own");
}

Test(query, another_field_is_compared)
{
	reads_as("risk", "residual_level>@current_level", "residual_level>@current_level");
	reads_as("acceptance", "owner!=@risk.owner", "owner!=@risk.owner");
	is_refused("risk", "owner=@asset", "compared");
	is_refused("risk", "residual_level>@title", "compared");
	is_refused("acceptance", "owner>@risk.owner", "compared");
}

Test(query, a_day_is_compared_with_days_after_another)
{
	reads_as("audit", "reported>@held+30", "reported>@held+30");
	reads_as("audit", "reported>@held-7", "reported>@held-7");
	reads_as("person", "attendances(date<=@^joined+30)", "attendances(date<=@^joined+30)");
	is_refused("action", "owner=@checker+3", "compared");
	is_refused("risk", "current_level>@residual_level+1", "compared");
}

Test(query, bounds_bind_no_filter)
{
	reads_as("obligation", "hours>0 or hours<=-1", "hours>0 or hours<=-1");
	reads_as("check", "ok<150 ok>=-5 grace<1000", "ok<150 ok>=-5 grace<1000");
	reads_as("action", "budget>-1", "budget>-1");
	is_refused("check", "ok>many", "whole percentage");
}

Test(query, a_text_holds_that_of_the_record_outside)
{
	reads_as("organisation", "catalogue.statements(scope~@^scope)", "catalogue.statements(scope~@^scope)");
	reads_as("requirement", "catalogue(requirements(ref~@^^ref))", "catalogue(requirements(ref~@^^ref))");
	is_refused("requirement", "catalogue(requirements(ref~@^^number))", "compared");
	is_refused("organisation", "catalogue.statements(date~@^scope)", "compared");
	is_refused("audit", "programme(title~@^planned)", "compared");
	/* Without the sign of the record outside it is text. */
	reads_as("person", "mail~@name", "mail~@name");
}

Test(query, a_change_is_asked_since_a_day)
{
	reads_as("organisation", "#scope>=2026-01-31", "#scope>=2026-01-31");
	reads_as("organisation", "#scope<2026-01-31", "#scope<2026-01-31");
	is_refused("organisation", "#scope=2026-01-31", "no number");
	is_refused("risk", "#actions>=2026-01-31", "no number");
}

Test(query, records_with_a_value_in_common)
{
	reads_as("party", "first=kind", "first=kind");
	reads_as("assessment", "status=closed first!=method", "status=closed first!=method");
	reads_as("applicability", "shared=justification:3", "shared=justification:3");
	is_refused("party", "first>kind", "first=FIELD");
	is_refused("party", "first=nothing", "no field nothing");
	is_refused("party", "first=obligation", "several values");
	is_refused("party", "shared=kind", "FIELD:NUMBER");
	is_refused("party", "shared=kind:x", "FIELD:NUMBER");
	is_refused("party", "shared!=kind:3", "FIELD:NUMBER");
}

Test(query, either_of_two_terms)
{
	reads_as("action", "late progress= or progress=0", "late progress= or progress=0");
	reads_as("evidence", "control!= or requirement!= or document!= title~x",
		"control!= or requirement!= or document!= title~x");
	/* Between words it is a word, and so where nothing follows. */
	reads_as("risk", "fire or flood", "fire or flood");
	reads_as("risk", "owner= or", "owner= or");
}

Test(query, records_referred_to)
{
	reads_as("risk", "acceptances!(status=accepted owner=\"Jeanne Roy\") open",
		"acceptances!(status=accepted owner=\"Jeanne Roy\") open");
	reads_as("risk", "owner(left<=2026-11-24)", "owner(left<=2026-11-24)");
	reads_as("risk", "acceptances(owner(left!=) or expiry=)", "acceptances(owner(left!=) or expiry=)");
	is_refused("risk", "acceptances(status=accepted", "parenthesis");
	is_refused("risk", "acceptances(colour=red)", "no field colour");
	is_refused("risk", "title!(status=accepted)", "no condition");
	/* A parenthesis after anything else belongs to the word. */
	reads_as("risk", "title~\"a (b) c\"", "title~\"a (b) c\"");
	reads_as("risk", "laptop(s)", "laptop(s)");
}

Test(query, a_copy_is_the_same)
{
	struct query *query = query_new(register_find("risk")), *copy;
	char *text;

	cr_assert(query_parse(
		query, &context, "owner= or acceptances!(expiry>=2026-11-24) residual_level>@current_level", NULL));
	copy = query_copy(query);
	query_free(query);
	text = query_text(copy);
	cr_expect_str_eq(text, "owner= or acceptances!(expiry>=2026-11-24) residual_level>@current_level");
	free(text);
	query_free(copy);
}

Test(query, counts_and_what_is_set_aside_are_read_back)
{
	static const char *const filters[] = { "#actions>=2", "#owner=3 or #actions<1", "set_aside=risk-unowned",
		"set_aside!=risk-unowned owner=", "updated>issue", "#acceptances<50%headcount", "#owner<@identified",
		"#controls>=@review+1", "identified<=assessed", "created>assessed", "acceptances(#owner>=@^identified)",
		"actions!(done>=assessed)", NULL };
	static const char *const wrong[] = { "#actions>many", "#actions~1", "#deeds>1", "#actions>50%",
		"set_aside=", "set_aside>risk-unowned", "#owner<@owner", "#owner=@identified", "#actions>=@identified",
		"title<@^identified", NULL };
	size_t i;

	for (i = 0; filters[i]; i++) {
		struct query *query = query_new(register_find("risk")), *copy;
		char *text;

		cr_assert(query_parse(query, &context, filters[i], NULL), "%s", filters[i]);
		copy = query_copy(query);
		text = query_text(copy);
		cr_expect_str_eq(text, filters[i]);
		free(text);
		query_free(copy);
		query_free(query);
	}
	for (i = 0; wrong[i]; i++) {
		struct query *query = query_new(register_find("risk"));
		struct error error = { 0 };

		cr_expect(!query_parse(query, &context, wrong[i], &error) && error.kind, "%s", wrong[i]);
		error_clear(&error);
		query_free(query);
	}
}

Test(query, every_check_of_the_records_is_a_filter_that_holds)
{
	const struct quality_check *check;

	for (check = quality_next(NULL); check; check = quality_next(check)) {
		const struct register_def *def = register_find(check->of ? check->of : "risk");
		struct query *query;

		cr_assert(def, "%s", check->name);
		query = quality_query(check, def, &context, QUALITY_OPEN);
		cr_expect(query, "%s: %s", check->name, check->filter);
		query_free(query);
		cr_expect(!check->field || register_field(def, check->field), "%s", check->name);
		cr_expect(!check->adds || ((!check->link || register_field(register_find(check->adds), check->link)) &&
						  register_field(register_find(check->adds), check->at)),
			"%s", check->name);
		cr_expect(quality_find(check->name) == check, "%s twice", check->name);
	}
}

Test(query, every_step_of_the_guide_asks_what_is_known)
{
	const struct guide_step *step;

	for (step = guide_steps; step->group; step++) {
		const struct register_def *def = register_find(step->of);
		const char *equals = step->preset ? strchr(step->preset, '=') : NULL;
		struct query *query;

		cr_assert(def, "%s", step->label);
		query = query_new(def);
		cr_expect(query_parse(query, &context, step->done, NULL), "%s: %s", step->label, step->done);
		cr_expect(!step->missing || query_parse(query, &context, step->missing, NULL), "%s: %s", step->label,
			step->missing);
		/* What has a notion of "valid" counts by that and nothing else; each of its conditions names a field to look at. */
		query_free(query);
		if (def->valid) {
			const char *word = strstr(step->done, "valid"), *first;
			char *lacks = guide_lacks(step, true, ~0u, &context, &first), *none;

			cr_expect(word && !word[5] && (word == step->done || word[-1] == ' '), "%s: %s", step->label,
				step->done);
			cr_expect(!strstr(step->done, "status="), "%s: %s", step->label, step->done);
			cr_expect(*lacks && first && register_field(def, first), "%s", step->label);
			none = guide_lacks(step, true, 0, &context, &first);
			cr_expect_str_eq(none, "", "%s", step->label);
			free(lacks);
			free(none);
		}
		if (step->missing) {
			const char *first;
			char *lacks = guide_lacks(step, false, 0, &context, &first);

			cr_expect(*lacks && first && register_field(def, first), "%s: %s", step->label, step->missing);
			free(lacks);
		}
		if (equals) {
			char *field = xstrndup(step->preset, (size_t)(equals - step->preset));

			cr_expect(register_field(def, field), "%s: %s", step->label, step->preset);
			free(field);
		}
	}
}

Test(query, days_fall_into_their_groups)
{
	/* A Tuesday. */
	struct date today = { 2026, 11, 24 };

	cr_expect_eq(due_when(&today, "2026-11-23"), DUE_LATE);
	cr_expect_eq(due_when(&today, "2026-11-24"), DUE_TODAY);
	cr_expect_eq(due_when(&today, "2026-11-29"), DUE_WEEK);
	cr_expect_eq(due_when(&today, "2026-11-30"), DUE_MONTH);
	cr_expect_eq(due_when(&today, "2026-12-01"), DUE_LATER);
	cr_expect_eq(due_days(&today, "2026-11-20"), 4);
	cr_expect_eq(due_days(&today, "2026-12-01"), -7);
}

Test(query, words_that_look_like_conditions_stay_words)
{
	reads_as("risk", "two words", "two words");
	reads_as("risk", "\"two words\"", "two words");
	reads_as("risk", "\"review<=today\"", "\"review<=today\"");
	reads_as("risk", "open \"a=b\" c", "open \"a=b c\"");
	reads_as("risk", "\"so late\"", "\"so late\"");
	reads_as("risk", "\"this or that\" open", "open this or that");
	reads_as("risk", "open \"or late\"", "open \"or late\"");
	reads_as("risk", "\"two  words\" \"", "two words");
	reads_as("risk", "C:\\x", "C:\\x");
}

Test(query, a_time_after_a_day_needs_no_quotes)
{
	reads_as("action", "created>=2026-03-05 14:00 late", "created>=2026-03-05T14:00:00Z late");
	reads_as("action", "created<2026-03-05 14:00:30", "created<2026-03-05T14:00:30Z");
	reads_as("action", "created>=2026-03-05 14", "created>=2026-03-05T00:00:00Z 14");
	is_refused("action", "due<2026-03-05 14:00", "Due is a day without a time");
}

Test(query, a_period_is_that_of_the_context_or_the_present_month)
{
	struct date today = environment_today(NULL), first = { today.year, today.month, 1 },
		    after = { today.month == 12 ? today.year + 1 : today.year, today.month % 12 + 1, 1 };
	char begin[11], end[11], *expected;

	date_format(&first, begin);
	date_format(&after, end);
	expected = xasprintf("due>=%s due<%s", begin, end);
	reads_as("action", "due>=period due<periodend", expected);
	free(expected);
	strcpy(context.period.first, "2026-10-01");
	strcpy(context.period.after, "2027-01-01");
	reads_as("action", "due>=period due<periodend", "due>=2026-10-01 due<2027-01-01");
	reads_as("incident", "detected>=period", "detected>=2026-10-01T00:00:00Z");
}

/* Where the term begins that is wrong. */
static void is_wrong_at(const char *filter, size_t place)
{
	struct query *query = query_new(register_find("risk"));
	struct error error = { 0 };

	cr_expect(!query_parse(query, &context, filter, &error), "%s", filter);
	cr_expect_eq(query->fault, place, "%s: %zu", filter, query->fault);
	error_clear(&error);
	query_free(query);
}

Test(query, a_fault_has_its_place)
{
	is_wrong_at("foo=1", 0);
	is_wrong_at("  foo=1", 2);
	is_wrong_at("owner=\"A B\" foo=1", 12);
	is_wrong_at("open acceptances(valid foo=1)", 23);
	is_wrong_at("open acceptances!(valid foo=1) late", 24);
	is_wrong_at("acceptances(valid) foo=1", 19);
	is_wrong_at("open or foo=1", 8);
}
