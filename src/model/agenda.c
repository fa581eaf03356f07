/* What is due: sources, filters over them, and the words for how late it is. */
#include <stdlib.h>
#include <string.h>

#include "model/agenda.h"
#include "model/field_type.h"

static const struct field_def due_fields[] = {
	{ .name = "date",
		.label = N_("Date"),
		.type = &type_date,
		.flags = FIELD_COLUMN | FIELD_SORT,
		.help = N_("The day by which it must be done.") },
	{ .name = "late",
		.label = N_("Late"),
		.type = &type_integer,
		.flags = FIELD_COLUMN,
		.min = -4000000,
		.max = 4000000,
		.help = N_("How many days it is late; less than nothing where the day is still to come.") },
	{ .name = "register",
		.label = N_("Register"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The register of the record.") },
	{ .name = "title",
		.label = N_("Title"),
		.type = &type_text,
		.flags = FIELD_COLUMN | FIELD_TITLE,
		.help = N_("What the record is called.") },
	{ .name = "field",
		.label = N_("What is due"),
		.type = &type_text,
		.flags = FIELD_COLUMN,
		.help = N_("The field that holds the day.") },
	{ .name = "owner",
		.label = N_("Owner"),
		.type = &type_person,
		.target = "person",
		.flags = FIELD_COLUMN,
		.help = N_("The person who answers for the record.") },
};

const struct register_def register_due = {
	.name = "due",
	.label = N_("What is due"),
	.plural = N_("What is due"),
	.phase = PHASE_NONE,
	.help = N_("Reviews, expiries, actions, audits and acceptances of all registers, in the order of their dates."),
	.fields = due_fields,
	.field_count = sizeof due_fields / sizeof due_fields[0],
	.sort = "date",
};

struct due_source *due_sources(size_t *count)
{
	struct due_source *sources = NULL;
	size_t i, j;

	*count = 0;
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++)
			if (dictionary[i]->fields[j].flags & FIELD_DUE) {
				sources = xreallocarray(sources, *count + 1, sizeof *sources);
				sources[(*count)++] = (struct due_source){ dictionary[i], &dictionary[i]->fields[j] };
			}
	return sources;
}

/* How a condition on the name of a register or field turns out; *known false: it cannot be asked so. */
static bool name_passes(const char *name, const char *label, const struct condition *condition, bool *known)
{
	char *a, *b;
	bool same, holds;

	*known = true;
	switch (condition->op) {
	case OP_EMPTY:
		return false;
	case OP_FILLED:
		return true;
	case OP_EQUAL:
	case OP_DIFFERENT:
	case OP_CONTAINS:
		break;
	default:
		*known = false;
		return false;
	}
	a = text_fold_typed(label);
	b = text_fold_typed(condition->value);
	same = strcmp(name, condition->value) == 0 || strcmp(a, b) == 0;
	holds = strstr(name, condition->value) || strstr(a, b);
	free(a);
	free(b);
	return condition->op == OP_CONTAINS ? holds : same == (condition->op == OP_EQUAL);
}

/* Days late told as a date: later than 5 days is before the day five days ago. */
static void add_days(struct query *query, const char *path, const struct condition *condition, const struct date *today)
{
	static const enum operator turned[] = { OP_EQUAL, OP_DIFFERENT, OP_MORE, OP_AT_LEAST, OP_LESS, OP_AT_MOST };
	static const struct date first = { 1, 1, 1 }, last = { 9999, 12, 31 };
	/* Beyond the days that there are, no date can be. */
	int days = date_days(today) - atoi(condition->value);
	struct date day = days < date_days(&first) ? first : days > date_days(&last) ? last : date_from_days(days);
	char text[11];

	date_format(&day, text);
	query_add(query, path, turned[condition->op], text);
}

/* One condition over the agenda becomes one over the source's register.  False: the source is left out, or error. */
static bool translate(struct query *query, const struct due_source *source, const struct condition *condition,
	const struct date *today, bool *excluded, struct error *error)
{
	const struct field_def *title = register_title(source->def);
	const char *owner = register_owner(source->def);
	const char *path = condition->path;
	bool known = true, passes = true;
	char text[11];

	if (condition->either || condition->field || condition->of || condition->op == OP_UNRESOLVED)
		return error_set(error, ERROR_USAGE,
			_("A filter on what is due is made of simple terms: owner=NAME date<today+30 register=risk late."));
	if (condition->op == OP_SEARCH) {
		query_add(query, NULL, OP_SEARCH, condition->value);
	} else if (condition->op == OP_LATE) {
		date_format(today, text);
		query_add(query, source->field->name, OP_LESS, text);
	} else if (condition->op == OP_OPEN) {
		return true;
	} else if (strcmp(path, "date") == 0) {
		query_add(query, source->field->name, condition->op, condition->value);
	} else if (strcmp(path, "late") == 0 && condition->op <= OP_AT_LEAST) {
		add_days(query, source->field->name, condition, today);
	} else if (strcmp(path, "register") == 0) {
		passes = name_passes(source->def->name, _(source->def->label), condition, &known);
	} else if (strcmp(path, "field") == 0) {
		passes = name_passes(source->field->name, _(source->field->label), condition, &known);
	} else if (strcmp(path, "owner") == 0) {
		if (owner)
			query_add(query, owner, condition->op, condition->value);
		else
			passes = condition->op == OP_EMPTY || condition->op == OP_DIFFERENT;
	} else if (strcmp(path, "title") == 0) {
		if (!title)
			title = register_about(source->def);
		if (title)
			query_add(query, title->name, condition->op, condition->value);
		else
			passes = false;
	} else if (register_field(&register_due, path) == NULL) {
		query_add(query, path, condition->op, condition->value);
	} else {
		known = false;
	}
	if (!known)
		return error_set(error, ERROR_USAGE, _("What is due cannot be filtered so by %s."), path);
	*excluded = !passes;
	return passes;
}

struct query *due_query(const struct due_source *source, const struct query *filter, const struct date *today,
	bool *excluded, struct error *error)
{
	struct query *query = query_new(source->def);
	size_t i;

	*excluded = false;
	query->sort = xstrdup(source->field->name);
	if (!(source->field->flags & FIELD_ASKS))
		query_add(query, NULL, OP_OPEN, NULL);
	query_add(query, source->field->name, OP_FILLED, NULL);
	for (i = 0; filter && i < filter->condition_count; i++)
		if (!translate(query, source, &filter->conditions[i], today, excluded, error)) {
			query_free(query);
			return NULL;
		}
	return query;
}

void due_query_told(struct query *query)
{
	const struct quiet_def *quiet = query->def->quiet;
	size_t i;

	/* Of every field that may say so: it has happened, or this one does not. */
	for (i = 0; quiet && quiet->when[i]; i += 2) {
		query_add(query, quiet->until, OP_FILLED, NULL);
		query->conditions[query->condition_count - 1].either = true;
		query_add(query, quiet->when[i], OP_DIFFERENT, quiet->when[i + 1]);
	}
}

bool due_is_quiet(
	const struct register_def *def, const char *(*of)(const void *user, const char *field), const void *user)
{
	const struct quiet_def *quiet = def->quiet;
	size_t i;

	for (i = 0; quiet && !of(user, quiet->until) && quiet->when[i]; i += 2) {
		const char *value = of(user, quiet->when[i]);

		if (value && strcmp(value, quiet->when[i + 1]) == 0)
			return true;
	}
	return false;
}

int due_days(const struct date *today, const char *date)
{
	struct date day;

	return date_parse(date, &day) ? date_days(today) - date_days(&day) : 0;
}

enum due_when due_when(const struct date *today, const char *date)
{
	int ahead = -due_days(today, date);
	/* 1970-01-01 was a Thursday. */
	int weekday = (date_days(today) + 3) % 7;
	char month[11];

	date_format(today, month);
	if (ahead < 0)
		return DUE_LATE;
	if (ahead == 0)
		return DUE_TODAY;
	if (ahead <= 6 - weekday)
		return DUE_WEEK;
	return strncmp(month, date, 7) == 0 ? DUE_MONTH : DUE_LATER;
}

const char *due_when_label(enum due_when when)
{
	static const char *const labels[] = { N_("Late"), N_("Today"), N_("This week"), N_("This month"), N_("Later") };

	return _(labels[when]);
}

char *due_text(int days)
{
	if (days > 0)
		return xasprintf(ngettext("%d day late", "%d days late", (unsigned long)days), days);
	if (days < 0)
		return xasprintf(ngettext("in %d day", "in %d days", (unsigned long)-days), -days);
	return xstrdup(_("today"));
}
