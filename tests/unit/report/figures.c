/* Every figure of the dashboard and of the verdict opens a list that has as many records: all of them, of the sample. */
#include <criterion/criterion.h>
#include <string.h>
#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

#include "report/lib.h"
#include "report/verdict.h"

static struct store *open_sample(struct error *error)
{
	char *path = xasprintf("%s/figures-%ld.noria", getenv("HOME"), (long)getpid()),
	     *command = xasprintf("sample '%s'", path);
	struct store *store;

	environment_start("noria");
	cr_assert_eq(system(command), 0); /* NOLINT: tests/bin/sample, which each suite has on its PATH */
	store = store_open(path, 0, error);
	cr_assert(store, "%s", error->message);
	free(command);
	free(path);
	return store;
}

static bool one_more(void *user, const struct row *row)
{
	(void)row;
	++*(int64_t *)user;
	return true;
}

static int64_t listed(struct store *store, struct query *query)
{
	static const char *const columns[] = { "ref" };
	struct error error = { 0 };
	int64_t count = 0;

	cr_assert(store_each(store, query, columns, 1, one_more, &count, &error), "%s", error.message);
	return count;
}

Test(figures, each_of_the_dashboard_opens_as_many_records)
{
	struct error error = { 0 };
	struct store *store = open_sample(&error);
	struct figures figures = { 0 };
	size_t walked = 0, filled = 0, i, j;

	cr_assert(figures_read(store, &figures, NULL, &error), "%s", error.message);
	for (i = 0; i < figures.count; i++)
		for (j = 0; j < figures.groups[i].count; j++) {
			const struct figure *figure = &figures.groups[i].items[j];

			cr_expect_not_null(figure->query, "%s opens", figure->label);
			if (figure->query)
				cr_expect_eq(listed(store, figure->query), figure->count, "%s, %s: %lld",
					figures.groups[i].title, figure->label, (long long)figure->count);
			walked++;
			filled += figure->count > 0;
		}
	cr_expect_gt(walked, 30);
	cr_expect_gt(filled, 20, "and most of them count something");
	figures_free(&figures);
	store_close(store);
}

/* The figure of risks that nobody decided about, by its query. */
static const struct figure *figure_of(const struct figures *figures, const char *label)
{
	size_t i, j;

	for (i = 0; i < figures->count; i++)
		for (j = 0; j < figures->groups[i].count; j++)
			if (strcmp(figures->groups[i].items[j].label, label) == 0)
				return &figures->groups[i].items[j];
	return NULL;
}

Test(figures, what_is_counted_elsewhere_waits_and_is_the_same)
{
	static const char label[] = "Risks above the threshold undecided";
	struct error error = { 0 };
	struct store *store = open_sample(&error);
	struct figures whole = { 0 }, figures = { 0 };
	int64_t left = -1;

	cr_assert(figures_read(store, &whole, NULL, &error), "%s", error.message);
	cr_assert(figures_read(store, &figures, &left, &error), "%s", error.message);
	cr_assert(figure_of(&figures, label)->waits);
	cr_expect_not(figure_of(&figures, label)->late, "nobody knows yet");
	cr_expect(figures_take_left(&figures, 3));
	cr_expect_not(figures_take_left(&figures, 5), "once");
	cr_expect_not(figure_of(&figures, label)->waits);
	cr_expect_eq(figure_of(&figures, label)->count, 3);
	cr_expect(figure_of(&figures, label)->late);
	left = figure_of(&whole, label)->count;
	figures_free(&figures);
	cr_assert(figures_read(store, &figures, &left, &error), "%s", error.message);
	cr_expect_eq(figure_of(&figures, label)->count, left);
	cr_expect_not(figure_of(&figures, label)->waits);
	figures_free(&figures);
	figures_free(&whole);
	store_close(store);
}

static bool one_more_ref(void *user, const struct verdict_ref *ref)
{
	(void)ref;
	++*(int64_t *)user;
	return true;
}

static int64_t told(struct store *store, const struct verdict_condition *condition, enum verdict_count which)
{
	struct error error = { 0 };
	int64_t count = 0;

	cr_assert(verdict_each(store, condition, which, 100000, one_more_ref, &count, &error), "%s", error.message);
	return count;
}

Test(figures, each_of_the_verdict_opens_as_many_records)
{
	struct error error = { 0 };
	struct store *store = open_sample(&error);
	struct verdict *verdict = verdict_begin(store, &error);
	size_t shown = 0, lacking = 0, i;

	cr_assert(verdict && verdict_go_on(store, verdict, -1, &error), "%s", error.message);
	for (i = 0; i < verdict->line_count; i++) {
		struct verdict_line line = verdict->lines[i];
		const struct verdict_condition *condition = line.condition;
		struct query *query;

		if (line.outcome == OUTCOME_NOT_ASKED || !condition->of)
			continue;
		cr_assert(verdict_look(store, &line, &error), "%s", error.message);
		cr_expect_eq(line.answer.some, 0, "%s %s is counted to the end", condition->clause, condition->name);
		if (verdict_shown(&line) > 0) {
			shown++;
			cr_expect_eq(told(store, condition, verdict_shown_by(&line)), verdict_shown(&line),
				"%s %s is shown by %lld, and tells %lld", condition->clause, condition->name,
				(long long)verdict_shown(&line),
				(long long)told(store, condition, verdict_shown_by(&line)));
		}
		if (line.answer.counts[COUNT_FAILS] <= 0)
			continue;
		lacking++;
		cr_expect_eq(told(store, condition, COUNT_FAILS), line.answer.counts[COUNT_FAILS],
			"%s %s is lacked by %lld", condition->clause, condition->name,
			(long long)line.answer.counts[COUNT_FAILS]);
		query = verdict_records(condition, COUNT_FAILS, store_context(store));
		cr_expect_eq(listed(store, query), line.answer.counts[COUNT_FAILS], "%s %s opens %lld",
			condition->clause, condition->name, (long long)line.answer.counts[COUNT_FAILS]);
		query_free(query);
	}
	cr_expect_gt(shown, 60);
	cr_expect_gt(lacking, 8);
	verdict_free(verdict);
	store_close(store);
}
