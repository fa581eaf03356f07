/* A table imported at once, by the command line and by what makes files: nobody is asked anything in between. */
#include <stdlib.h>

#include "exchange/import.h"
#include "exchange/tools/tool.h"

static void say_kind(struct import_report *report, const struct import_plan *plan)
{
	free(report->kind);
	report->kind = xasprintf("csv:%s", plan->def->name);
}

bool import_plan_is_of_tool(const struct import_plan *plan)
{
	return tool_of_grid(&plan->details->grid) != NULL;
}

bool import_table_into(struct action *action, struct store *store, const char *input,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	struct import_plan *plan = import_plan_begin(store, input, options, true, false, error);
	bool ok;

	if (!plan)
		return false;
	ok = import_plan_settle(plan, options, true, error);
	if (ok) {
		say_kind(report, plan);
		action_bulk(action);
		ok = import_columns_settled(plan, error) && import_table(plan, action, options, report, error);
	}
	import_plan_free(plan);
	return ok;
}

/* What somebody says of columns is about a table, whoever wrote it. */
static bool is_open(const struct import_options *options)
{
	return !options->as && !options->key && !options->header && !(options->map && options->map->count) &&
	       !(options->skip && options->skip->count);
}

/* The refused rows go where the options say.  False: they could not, and the good ones are in. */
static bool keep_refused(const struct import_plan *plan, const struct import_options *options,
	struct import_report *report, bool taken, struct error *error)
{
	struct error local = { 0 };

	if (!options->refused || !report->refused)
		return true;
	report->kept = import_plan_write_refused(plan, options->refused, &local);
	if (!report->kept && taken)
		error_set(error, local.kind,
			options->dry_run ? "%s"
					 : _("The rows that are good were imported; the others could not be kept: %s"),
			local.message);
	else if (!report->kept)
		import_report_fault(report, 0, local.message);
	error_clear(&local);
	return report->kept || !taken;
}

bool import_table_file(struct store *store, const char *input, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	struct import_plan *plan = import_plan_begin(store, input, options, false, false, error);
	const struct tool *tool = plan && is_open(options) ? tool_of_grid(&plan->details->grid) : NULL;
	bool ok;

	if (!plan)
		return false;
	if (tool || !import_plan_settle(plan, options, true, error)) {
		ok = tool && tool_import(store, tool, input, &plan->details->grid, options, report, error);
		import_plan_free(plan);
		return ok;
	}
	say_kind(report, plan);
	ok = import_columns_settled(plan, error) &&
	     (!options->refused || import_plan_may_write_refused(plan, options->refused, error)) &&
	     import_plans_carry_out(&plan, 1, store, options, report, error);
	ok = keep_refused(plan, options, report, ok, error) && ok;
	import_plan_free(plan);
	return ok;
}
