/* The verdict's tables and its engine: what each condition asks, how it stands, what follows for the clause. */
#include <criterion/criterion.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "model/documented.h"
#include "model/expression.h"
#include "model/verdict.h"
#include "model/verdict_tables.h"

static struct model_context context = { .method = { .threshold = 2,
						.scales = { [SCALE_RISK] = { .count = 4 },
							[SCALE_MATURITY] = { .count = 5 },
							[SCALE_IMPACT] = { .count = 4 },
							[SCALE_LIKELIHOOD] = { .count = 4 } } },
	.horizon = 12,
	.catalogue_ref = (char *)"iso27001-2022" };

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;

	for (; text && (text = strstr(text, part)); text += strlen(part))
		count++;
	return count;
}

static bool is_beside(const char *clause)
{
	static const char *const names[] = { VERDICT_REASONS, VERDICT_DECISION, VERDICT_STUDY, VERDICT_STAGE1,
		VERDICT_STAGE2 };
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(clause, names[i]) == 0)
			return true;
	return false;
}

Test(verdict, every_filter_is_read)
{
	const struct verdict_condition *condition = NULL;

	while ((condition = verdict_next(condition))) {
		const char *const asked[VERDICT_COUNTS] = { condition->of, condition->shows, condition->fails,
			condition->unless_of, condition->when_of, condition->ground_of, condition->sure,
			condition->known, condition->unknown };
		int i;

		for (i = 0; i < VERDICT_COUNTS; i++) {
			struct query *query = verdict_query(condition, (enum verdict_count)i, &context);

			cr_expect_eq(query != NULL, asked[i] != NULL, "%s: count %d", condition->name, i);
			query_free(query);
		}
		if (condition->near) {
			struct query *query = query_new(register_find(condition->of));

			cr_expect(query_parse(query, &context, condition->near, NULL), "%s: near", condition->name);
			cr_expect(
				condition->shows && !condition->fails && condition->field, "%s: near", condition->name);
			query_free(query);
		}
	}
}

Test(verdict, every_condition_is_whole)
{
	const struct verdict_condition *condition = NULL, *other;

	while ((condition = verdict_next(condition))) {
		const char *name = condition->name;

		for (other = verdict_next(condition); other; other = verdict_next(other))
			cr_expect_str_neq(name, other->name);
		cr_expect_eq(verdict_find(name), condition, "%s", name);
		cr_expect(verdict_clause_find(condition->clause) || is_beside(condition->clause), "%s", name);
		cr_expect_not(condition->shows && condition->fails && !condition->figure, "%s: shows or fails", name);
		cr_expect(condition->of || condition->figure, "%s", name);
		cr_expect_eq(condition->tolerance != NULL && !verdict_tolerance_find(condition->tolerance), false, "%s",
			name);
		cr_expect(!condition->figure || condition->tolerance, "%s: a figure has its bound", name);
		cr_expect_eq(count_of(condition->lacks, "%s"), condition->fails && !condition->figure, "%s: %s", name,
			condition->lacks);
		cr_expect_eq(count_of(condition->lacks, "%"), count_of(condition->lacks, "%s"), "%s", name);
		cr_expect(isupper((unsigned char)condition->lacks[0]), "%s", name);
		cr_expect_neq(condition->lacks[strlen(condition->lacks) - 1], '.', "%s", name);
		cr_expect_eq(condition->sentence[strlen(condition->sentence) - 1], '.', "%s", name);
		cr_expect_eq(condition->help[strlen(condition->help) - 1], '.', "%s", name);
		cr_expect(condition->field || condition->adds || condition->command, "%s: what mends it", name);
	}
}

/* What mends a condition is a field of the register that it asks, or of the one of which it adds a record. */
Test(verdict, what_mends_it_is_there)
{
	const struct verdict_condition *condition = NULL;

	while ((condition = verdict_next(condition))) {
		const struct register_def *adds = condition->adds ? register_find(condition->adds) : NULL;
		char *preset = condition->preset ? xstrndup(condition->preset, strcspn(condition->preset, "=")) : NULL;

		cr_expect_eq(condition->adds != NULL, adds != NULL, "%s", condition->name);
		cr_expect(!condition->field ||
				  (condition->of && register_field(register_find(condition->of), condition->field)),
			"%s.%s", condition->name, condition->field);
		cr_expect(!condition->link || (adds && register_field(adds, condition->link)), "%s", condition->name);
		cr_expect(!condition->at || (adds && register_field(adds, condition->at)), "%s", condition->name);
		cr_expect(!preset || (adds && register_field(adds, preset)), "%s", condition->name);
		free(preset);
	}
}

/* Words parted by blanks, each "FIELD" or "FIELD=VALUE" of the register. */
static void expect_asked(const char *name, const char *asks, const char *of)
{
	const struct register_def *def = register_find(of);

	while (asks && *asks) {
		size_t length = strcspn(asks, " ="), whole = strcspn(asks, " ");
		char *field = strndup(asks, length);

		cr_expect(def && register_field(def, field), "%s: there is no field %s in %s", name, field, of);
		free(field);
		asks += whole + strspn(asks + whole, " ");
	}
}

Test(verdict, the_ways_to_a_condition_are_there)
{
	const struct verdict_condition *condition = NULL;
	const struct verdict_way *way;

	while ((condition = verdict_next(condition))) {
		expect_asked(condition->name, condition->asks,
			condition->adds && !(condition->fails && condition->field) ? condition->adds : condition->of);
		for (way = condition->ways; way && way->of; way++) {
			const struct register_def *of = register_find(way->of);
			struct query *query = of ? query_new(of) : NULL;

			cr_expect(of && query_parse(query, &context, way->filter, NULL), "%s: %s", condition->name,
				way->filter);
			cr_expect(!way->field || register_field(of, way->field), "%s: field %s", condition->name,
				way->field);
			cr_expect_eq(way->adds != NULL, way->link != NULL, "%s: what is added refers to it",
				condition->name);
			cr_expect(!way->whom || (way->adds && register_field(of, way->whom)), "%s: %s", condition->name,
				way->whom);
			cr_expect(!way->adds || register_field(register_find(way->adds), way->link), "%s",
				condition->name);
			cr_expect(
				!way->lacks || count_of(way->lacks, "%s") == 1, "%s: %s", condition->name, way->lacks);
			expect_asked(condition->name, way->asks, way->adds ? way->adds : way->of);
			query_free(query);
		}
		cr_expect_eq(condition->named != NULL, condition->whom != NULL, "%s", condition->name);
		cr_expect(!condition->whom || register_field(register_find(condition->of), condition->whom), "%s",
			condition->name);
		cr_expect(!condition->named || (strstr(condition->named, "%1$s") && strstr(condition->named, "%2$s")),
			"%s", condition->name);
	}
}

static const struct verdict_condition *first_after(const char **after)
{
	const char *word = *after + strspn(*after, " +-");
	size_t length = strcspn(word, " ");
	char *name = strndup(word, length);
	const struct verdict_condition *condition = verdict_find(name);

	cr_expect(condition, "there is no condition %s", name);
	free(name);
	*after = word + length + strspn(word + length, " ");
	return condition;
}

static bool waits_for(const struct verdict_condition *condition, const struct verdict_condition *other, int depth)
{
	const char *after = condition->after;

	while (after && *after && depth < 20) {
		const struct verdict_condition *first = first_after(&after);

		if (first && (first == other || waits_for(first, other, depth + 1)))
			return true;
	}
	return false;
}

Test(verdict, no_condition_waits_for_itself)
{
	const struct verdict_condition *condition = NULL;

	while ((condition = verdict_next(condition)))
		cr_expect_not(waits_for(condition, condition, 0), "%s", condition->name);
}

Test(verdict, every_clause_has_a_key_condition_that_nothing_meets)
{
	const struct verdict_clause *clause;

	/* Else a new file would meet it. */
	for (clause = verdict_clauses; clause->number; clause++) {
		const struct verdict_condition *condition = NULL;
		bool any = false, found = false;

		while ((condition = verdict_next(condition)))
			if (strcmp(condition->clause, clause->number) == 0) {
				any = true;
				found = found ||
					(condition->need == NEED_KEY &&
						!(condition->flags & (CONDITION_MAY_BE_EMPTY | CONDITION_GIVEN)));
			}
		cr_expect(any && found, "%s", clause->number);
	}
}

static enum verdict_outcome stands(struct verdict_condition condition, int64_t all, int64_t shows, int64_t fails)
{
	struct verdict_answer answer = { .counts = { all, shows, fails, -1, -1 } };

	return verdict_outcome(&condition, &answer, &context);
}

Test(verdict, what_must_be_shown_is_there)
{
	struct verdict_condition condition = { .of = "risk", .shows = "open" };

	cr_expect_eq(stands(condition, -1, -1, -1), OUTCOME_UNKNOWN);
	cr_expect_eq(stands(condition, 3, -1, -1), OUTCOME_UNKNOWN);
	cr_expect_eq(stands(condition, 0, 0, -1), OUTCOME_EMPTY);
	cr_expect_eq(stands(condition, 3, 0, -1), OUTCOME_FAILS);
	cr_expect_eq(stands(condition, 3, 1, -1), OUTCOME_MET);
	condition.least = 2;
	cr_expect_eq(stands(condition, 3, 1, -1), OUTCOME_FAILS);
	cr_expect_eq(stands(condition, 3, 2, -1), OUTCOME_MET);
	condition.tolerance = "party_kinds";
	cr_expect_eq(stands(condition, 3, 2, -1), OUTCOME_FAILS);
	cr_expect_eq(stands(condition, 3, 3, -1), OUTCOME_MET);
}

Test(verdict, so_many_are_there)
{
	struct verdict_condition condition = { .of = "risk", .least = 2 };

	cr_expect_eq(stands(condition, 0, -1, -1), OUTCOME_EMPTY);
	cr_expect_eq(stands(condition, 1, -1, -1), OUTCOME_FAILS);
	cr_expect_eq(stands(condition, 2, -1, -1), OUTCOME_MET);
}

Test(verdict, none_may_fail)
{
	struct verdict_condition condition = { .of = "risk", .fails = "open" };

	cr_expect_eq(stands(condition, 3, -1, -1), OUTCOME_UNKNOWN);
	cr_expect_eq(stands(condition, 3, -1, 1), OUTCOME_FAILS);
	cr_expect_eq(stands(condition, 3, -1, 0), OUTCOME_MET);
	/* Each of none is not true. */
	cr_expect_eq(stands(condition, 0, -1, 0), OUTCOME_EMPTY);
	condition.flags = CONDITION_MAY_BE_EMPTY;
	cr_expect_eq(stands(condition, 0, -1, 0), OUTCOME_NOT_ASKED);
	cr_expect_eq(stands(condition, 1, -1, 1), OUTCOME_FAILS);
}

/* Of none nothing is asked only where it is known that there is none. */
Test(verdict, that_there_is_none_is_known)
{
	struct verdict_condition condition = { .of = "risk",
		.all = "open",
		.fails = "late",
		.ground_of = "threshold",
		.known = "current_level!=",
		.unknown = "current_level=" };
	struct verdict_answer answer = { .counts = { 0, -1, 0, -1, -1, 1, -1, 1, 0 } };
	int i;

	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_NOT_ASKED);
	for (i = COUNT_GROUND; i < VERDICT_COUNTS; i++) {
		int64_t was = answer.counts[i];

		if (i == COUNT_SURE)
			continue;
		answer.counts[i] = !was;
		cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_EMPTY, "%d", i);
		answer.counts[i] = was;
	}
	/* Or where it is sure otherwise. */
	condition.sure = "late";
	answer.counts[COUNT_SURE] = answer.counts[COUNT_UNKNOWN] = 1;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_NOT_ASKED);
	answer.counts[COUNT_ALL] = 1;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_MET);
}

Test(verdict, it_is_asked_only_where_it_applies)
{
	struct verdict_condition condition = { .of = "risk", .fails = "open", .unless_of = "audit" };
	struct verdict_answer answer = { .counts = { 3, -1, 1, -1, -1 } };

	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_UNKNOWN);
	answer.counts[COUNT_UNLESS] = 0;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_FAILS);
	/* Another way meets it. */
	answer.counts[COUNT_UNLESS] = 1;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_MET);
	condition.unless_of = NULL;
	condition.when_of = "audit";
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_UNKNOWN);
	answer.counts[COUNT_WHEN] = 0;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_NOT_ASKED);
	answer.counts[COUNT_WHEN] = 1;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_FAILS);
	/* Not even another way is asked for. */
	condition.unless_of = "audit";
	answer.counts[COUNT_WHEN] = 0;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_NOT_ASKED);
}

Test(verdict, a_figure_is_compared_with_its_tolerance)
{
	struct verdict_condition condition = { .figure = "1", .tolerance = "awareness" };
	struct verdict_answer answer = { .counts = { -1, -1, -1, -1, -1 } };

	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_EMPTY);
	answer.known = true;
	answer.figure = 89;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_FAILS);
	answer.figure = 90;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_MET);
	condition.tolerance = "open_nonconformity";
	answer.figure = 181;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_FAILS);
	answer.figure = 180;
	cr_expect_eq(verdict_outcome(&condition, &answer, &context), OUTCOME_MET);
}

static const struct verdict_condition key = { .need = NEED_KEY }, full = { .need = NEED_FULL },
				      may = { .need = NEED_KEY, .flags = CONDITION_MAY_BE_EMPTY },
				      grounded = { .need = NEED_KEY, .ground_of = "threshold" };

static enum verdict_result judged(enum verdict_outcome a, enum verdict_outcome b, enum verdict_outcome c, bool answered)
{
	const struct verdict_condition *conditions[] = { &key, &key, &full };
	enum verdict_outcome outcomes[] = { a, b, c };

	return verdict_computed(conditions, outcomes, 3, answered);
}

Test(verdict, a_clause_is_judged_by_its_conditions)
{
	cr_expect_eq(judged(OUTCOME_MET, OUTCOME_MET, OUTCOME_MET, false), VERDICT_MET);
	cr_expect_eq(judged(OUTCOME_MET, OUTCOME_MET, OUTCOME_FAILS, false), VERDICT_PARTLY);
	cr_expect_eq(judged(OUTCOME_MET, OUTCOME_MET, OUTCOME_EMPTY, false), VERDICT_PARTLY);
	cr_expect_eq(judged(OUTCOME_MET, OUTCOME_FAILS, OUTCOME_MET, false), VERDICT_NOT_MET);
	cr_expect_eq(judged(OUTCOME_MET, OUTCOME_NOT_ASKED, OUTCOME_NOT_ASKED, false), VERDICT_MET);
}

Test(verdict, what_nobody_recorded_is_not_assessed)
{
	cr_expect_eq(judged(OUTCOME_EMPTY, OUTCOME_EMPTY, OUTCOME_EMPTY, false), VERDICT_NOT_ASSESSED);
	cr_expect_eq(judged(OUTCOME_EMPTY, OUTCOME_NOT_ASKED, OUTCOME_MET, false), VERDICT_NOT_ASSESSED);
	/* Recorded and insufficient is something else. */
	cr_expect_eq(judged(OUTCOME_EMPTY, OUTCOME_EMPTY, OUTCOME_EMPTY, true), VERDICT_NOT_MET);
	cr_expect_eq(judged(OUTCOME_EMPTY, OUTCOME_MET, OUTCOME_MET, false), VERDICT_NOT_MET);
	cr_expect_eq(judged(OUTCOME_EMPTY, OUTCOME_FAILS, OUTCOME_MET, false), VERDICT_NOT_MET);
}

Test(verdict, that_nothing_breaks_a_condition_does_not_show_that_anything_is_there)
{
	const struct verdict_condition *conditions[] = { &key, &may };
	enum verdict_outcome outcomes[] = { OUTCOME_EMPTY, OUTCOME_MET };

	cr_expect_eq(verdict_computed(conditions, outcomes, 2, false), VERDICT_NOT_ASSESSED);
	outcomes[0] = OUTCOME_MET;
	cr_expect_eq(verdict_computed(conditions, outcomes, 2, false), VERDICT_MET);
	outcomes[1] = OUTCOME_FAILS;
	cr_expect_eq(verdict_computed(conditions, outcomes, 2, false), VERDICT_NOT_MET);
	/* Nor does what asks nothing, unless it is known that there is nothing. */
	outcomes[0] = outcomes[1] = OUTCOME_NOT_ASKED;
	cr_expect_eq(verdict_computed(conditions, outcomes, 2, false), VERDICT_NOT_ASSESSED);
	conditions[0] = &grounded;
	cr_expect_eq(verdict_computed(conditions, outcomes, 2, false), VERDICT_MET);
}

Test(verdict, what_a_human_says_is_a_result)
{
	cr_expect_eq(verdict_said(NULL), VERDICT_NOT_ASSESSED);
	cr_expect_eq(verdict_said(""), VERDICT_NOT_ASSESSED);
	cr_expect_eq(verdict_said("none"), VERDICT_NOT_MET);
	cr_expect_eq(verdict_said("partial"), VERDICT_PARTLY);
	cr_expect_eq(verdict_said("met"), VERDICT_MET);
	cr_expect_str_eq(verdict_result_key(VERDICT_NOT_ASSESSED), "not_assessed");
	cr_expect_str_eq(verdict_result_label(VERDICT_PARTLY), "partly met");
}

Test(verdict, an_organisation_asks_more_of_itself_and_never_less)
{
	context.tolerances = (char *)"awareness = 95\nlate_treatment=100\r\n\n  executed=95";
	cr_expect_eq(verdict_tolerance("awareness", &context), 95);
	cr_expect_eq(verdict_tolerance("executed", &context), 95);
	cr_expect_eq(verdict_tolerance("passed", &context), 80);
	/* Looser than by itself: not counted, however it came into the file. */
	cr_expect_eq(verdict_tolerance("late_treatment", &context), 90);
	/* Months of operation have a field of their own. */
	context.proven = 6;
	cr_expect_eq(verdict_tolerance("proven", &context), 6);
	context.proven = 1;
	cr_expect_eq(verdict_tolerance("proven", &context), 3);
	context.tolerances = (char *)"late_treatment=30";
	cr_expect_eq(verdict_tolerance("late_treatment", &context), 30);
	context.tolerances = NULL;
}

Test(verdict, what_is_looser_or_unknown_is_refused)
{
	cr_expect_null(verdict_tolerances_wrong(NULL));
	cr_expect_null(verdict_tolerances_wrong("awareness=90\nlate_treatment=60\n"));
	cr_expect(strstr(verdict_tolerances_wrong("awareness=89"), "90 or more"));
	cr_expect(strstr(verdict_tolerances_wrong("passed=85\nlate_treatment=91"), "90 or less"));
	cr_expect(strstr(verdict_tolerances_wrong("kindness=3"), "kindness"));
	cr_expect(strstr(verdict_tolerances_wrong("awareness"), "number"));
	cr_expect(strstr(verdict_tolerances_wrong("awareness=much"), "number"));
}

Test(verdict, a_tolerance_stands_in_the_text)
{
	char *text;

	context.tolerances = (char *)"late_treatment=45";
	text = verdict_text("due<today-{late_treatment} and {shared_exclusions}", &context);
	cr_expect_str_eq(text, "due<today-45 and 3");
	free(text);
	context.tolerances = NULL;
}

Test(verdict, every_figure_is_read)
{
	const struct verdict_condition *condition = NULL;

	while ((condition = verdict_next(condition))) {
		char *text = condition->figure ? verdict_text(condition->figure, &context) : NULL;
		struct error error = { 0 };
		struct expression *figure = text ? expression_parse(text, &context, &error) : NULL;

		cr_expect_eq(figure != NULL, text != NULL, "%s: %s", condition->name, error.message);
		expression_free(figure);
		error_clear(&error);
		free(text);
	}
}

Test(verdict, each_piece_of_documented_information_has_its_condition)
{
	const struct documented *row;
	size_t count = 0, conditional = 0;

	for (row = documented_information; row->number; row++, count++) {
		const struct verdict_condition *condition = documented_condition(row);

		cr_assert(condition, "%s %s", row->number, row->condition);
		cr_expect_str_eq(condition->clause, "7.5.1");
		cr_expect_eq(condition->need, NEED_KEY);
		/* Those of Annex A are asked where the control applies. */
		cr_expect_eq(row->number[0] == 'A', condition->when_of != NULL, "%s", row->number);
		conditional += condition->when_of != NULL;
	}
	cr_expect_eq(conditional, 8);
	cr_expect_eq(count, 18 + 8);
}

Test(verdict, every_clause_is_asked_something)
{
	const struct verdict_clause *clause;

	for (clause = verdict_clauses; clause->number; clause++) {
		const struct verdict_condition *condition = NULL;
		size_t keys = 0, fulls = 0;

		while ((condition = verdict_next(condition)))
			if (strcmp(condition->clause, clause->number) == 0)
				*(condition->need == NEED_KEY ? &keys : &fulls) += 1;
		cr_expect(keys && fulls, "%s", clause->number);
	}
}

Test(verdict, the_conditions_of_a_clause_stand_together)
{
	const struct verdict_condition *condition = NULL, *before = NULL, *earlier;

	while ((condition = verdict_next(condition))) {
		if (before && strcmp(before->clause, condition->clause) != 0)
			for (earlier = verdict_next(NULL); earlier != condition; earlier = verdict_next(earlier))
				cr_expect_str_neq(earlier->clause, condition->clause, "%s", condition->name);
		before = condition;
	}
}
