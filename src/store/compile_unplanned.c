/* "unplanned=FIELD:DAYS" of a filter: what became another, and no recorded change belongs to it (clause 6.3). */
#include <stdlib.h>

#include "store/compile.h"

/* No change that was approved, and done or planned, near the day: SQL of that day. */
static void compile_no_change(const char *day, const char *days, struct buffer *where)
{
	buffer_printf(where,
		"NOT EXISTS(SELECT 1 FROM \"changes\" g WHERE g.\"about\" IN ('isms', 'organisation') AND g.\"status\" <> 'refused' AND g.\"approver\" IS NOT NULL AND g.\"approved\" <= date(%s, '+%s days') AND coalesce(g.\"done\", g.\"planned\") BETWEEN date(%s, '-%s days') AND date(%s, '+%s days'))",
		day, days, day, days, day, days);
}

void compile_unplanned(struct store *store, const struct register_def *def, const char *alias,
	const struct condition *condition, struct buffer *where)
{
	const struct model_context *context = store_context(store);
	struct date today = environment_today(context->time_zone), from = date_months_before(&today, context->horizon);
	const char *name = condition->path;
	bool own = *condition->value == '@';
	const char *days = condition->value + own;
	char since[11], *day;

	date_format(&from, since);
	if (own) {
		day = xasprintf("%s.\"%s\"", alias, name);
		buffer_printf(where, "(%s >= '%s' AND ", day, since);
	} else {
		day = xstrdup("substr(e.\"time\", 1, 10)");
		buffer_printf(where,
			"EXISTS(SELECT 1 FROM \"change\" c JOIN \"entry\" e ON e.\"id\" = c.\"entry\" WHERE c.\"record\" = %s.\"id\" AND ",
			alias);
		compile_changed(def->name, name, false, where);
		buffer_printf(where, " AND %s >= '%s' AND ", day, since);
	}
	compile_no_change(day, days, where);
	buffer_add_char(where, ')');
	free(day);
}
