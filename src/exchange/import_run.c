/* A plan is tried, and carried out: one action, which is rolled back where nothing is to stay. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"
#include "exchange/import_rows.h"

static void forget_refused(struct import_plan *plan)
{
	struct import_details *details = plan->details;

	strings_free(&details->reasons);
	memset(details->left_out, 0, details->grid.count * sizeof *details->left_out);
}

/* Leaves out what was refused now; false: that was nothing more. */
static bool leave_out(struct import_details *details)
{
	bool more = false;
	size_t row;

	for (row = 0; row < details->reasons.count; row++)
		if (*details->reasons.items[row] && !details->left_out[row])
			details->left_out[row] = more = true;
	return more;
}

/* Rows that lean one on another beyond this are no register of anybody: each step is a look at the whole table. */
#define LEANS_MOST 20

/*
 * One action; where the good rows are wanted alone, once more without those refused, until none is: a row may
 * lean on another.
 */
bool import_plans_carry_out(struct import_plan *const *plans, size_t count, struct store *store,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	size_t i;
	int times = 0;

	for (i = 0; i < count; i++)
		forget_refused(plans[i]);
	for (;; times++) {
		struct action *action = action_begin(store, "import", error);
		bool ok = true;

		if (!action)
			return false;
		action_bulk(action);
		for (i = 0; i < count && ok; i++)
			ok = import_table(plans[i], action, options, report, error);
		if (!ok && plans[i - 1]->only_good && !error_ends(error) && leave_out(plans[i - 1]->details)) {
			action_rollback(action);
			error_clear(error);
			if (times == LEANS_MOST)
				return error_set(error, ERROR_INVALID,
					_("Too many rows of %s lean on refused ones, each on the one before; nothing was changed. Put the first of them right."),
					plans[i - 1]->input);
			import_report_again(report);
			continue;
		}
		/* One count for what is told now and what the journal tells later. */
		if (ok)
			action_named(action, &report->added, &report->changed);
		if (ok && !options->dry_run)
			return action_commit(action, error);
		action_rollback(action);
		return ok;
	}
}

static bool carry_out(struct import_plan *plan, struct store *store, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	return import_plans_carry_out(&plan, 1, store, options, report, error);
}

bool import_plan_preview(
	struct import_plan *plan, struct store *store, struct import_report *report, struct error *error)
{
	struct import_options options = { .dry_run = true };
	struct error local = { 0 };
	bool ok;

	memset(report, 0, sizeof *report);
	report->all = true;
	if (!import_columns_settled(plan, error))
		return false;
	ok = carry_out(plan, store, &options, report, &local) || (report->refused && !error_ends(&local));
	if (!ok)
		error_move(error, &local);
	error_clear(&local);
	return ok;
}

bool import_plan_run(struct import_plan *plan, struct store *store, struct import_report *report, struct error *error)
{
	struct import_options options = { 0 };

	memset(report, 0, sizeof *report);
	return import_columns_settled(plan, error) && carry_out(plan, store, &options, report, error);
}

char *import_plan_strange_word(const struct import_plan *plan, long line, size_t *column)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		const char *text = import_plan_text(plan, line, i);

		if (!import_is_strange(plan, i, text))
			continue;
		*column = i;
		return xstrdup(text);
	}
	return NULL;
}
