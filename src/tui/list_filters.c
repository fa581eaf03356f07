/* Filters that have a name, and counts by the values of a field. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

/* ---- named filters ---- */

struct naming {
	struct pick_items *items;
	const char *typed;
};

static void add_filter(void *user, const char *name, const char *value)
{
	struct naming *naming = user;
	const char *colon = strchr(name, ':');
	char *key = xasprintf("=%s", value);

	if (colon && pick_offer(naming->items, naming->typed, key, colon + 1, NULL))
		pick_detail(naming->items, value);
	free(key);
}

struct forgetting {
	const char *value;
	char *name;
};

static void find_name(void *user, const char *name, const char *value)
{
	struct forgetting *forgetting = user;

	if (!forgetting->name && strcmp(value, forgetting->value) == 0)
		forgetting->name = xstrdup(name);
}

/* What the present filter is kept as; NULL: it is not.  Caller frees. */
static char *name_of_filter(struct ui *ui, const struct browse *browse)
{
	struct forgetting forgetting = { browse->filter, NULL };
	char *prefix = xasprintf("%s:", browse->list.query->def->name);

	app_preferences(ui->store, "filter", prefix, find_name, &forgetting);
	free(prefix);
	return forgetting.name;
}

static void fill_filters(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct view *view = user;
	struct browse *browse = view->data;
	struct naming naming = { items, typed };
	char *prefix = xasprintf("%s:", browse->list.query->def->name), *name;

	app_preferences(ui->store, "filter", prefix, add_filter, &naming);
	free(prefix);
	if (!*typed && browse->filter) {
		pick_add(items, "+", _("Give the present filter a name"), NULL);
		pick_detail(items, browse->filter);
		name = name_of_filter(ui, browse);
		if (name)
			pick_add(items, "-", _("Forget the name of the present filter"), NULL);
		free(name);
		pick_add(items, "=", _("Show all again"), NULL);
	}
	/* What left the register is still there, in a place of its own. */
	if (browse->list.query->def->standing &&
		pick_offer(items, typed, "=standing=left", _("left the register"), NULL))
		pick_detail(items, "standing=left");
}

static void named(struct ui *ui, const char *text, void *user)
{
	struct browse *browse = ((struct view *)user)->data;
	char *name;

	if (!text || !browse->filter)
		return;
	if (!*text) {
		prompt_again(ui, text);
		ui_message(ui, _("Without a name the filter is not kept."));
		return;
	}
	name = xasprintf("%s:%s", browse->list.query->def->name, text);
	app_preference_set(ui->store, "filter", name, browse->filter);
	ui_message(ui, _("The filter is kept as \"%s\"; %s brings it back."), text, command_key("filters", NULL));
	free(name);
}

static void forget_name(struct ui *ui, const struct browse *browse)
{
	char *name = name_of_filter(ui, browse), *colon = name ? strchr(name, ':') : NULL;

	if (name)
		app_preference_set(ui->store, "filter", name, NULL);
	if (colon)
		ui_message(ui, _("The filter is no longer kept as \"%s\"."), colon + 1);
	free(name);
}

static void filter_taken(struct ui *ui, const char *value, void *user)
{
	if (!value)
		return;
	if (*value == '+')
		prompt_open(ui, _("Name of the filter:"), "", named, user);
	else if (*value == '-')
		forget_name(ui, ((struct view *)user)->data);
	else
		browse_filter(ui, user, value + 1);
}

enum answer list_filters(struct ui *ui, struct view *view)
{
	struct pick pick = { .title = _("Filters"),
		.empty = _("No filter has a name yet: {filter} filters, then {filters} names it."),
		.fill = fill_filters,
		.then = filter_taken,
		.user = view };

	pick_view_open(ui, &pick);
	return ANSWER_DONE;
}

/* ---- counts by a field ---- */

struct grouping {
	struct view *view;
	const struct field_def *field;
	struct pick_items found; /* value, label, count */
};

static void add_group(void *user, const char *const values[3], int64_t count)
{
	struct grouping *grouping = user;
	char *number = xasprintf("%lld", (long long)count);

	pick_add(&grouping->found, values[0] ? values[0] : "", values[0] ? values[0] : "", number);
	free(number);
}

static int by_count(const void *a, const void *b)
{
	const struct pick_item *x = a, *y = b;
	long long m = atoll(x->note), n = atoll(y->note);

	return m < n ? 1 : m > n ? -1 : strcmp(x->label, y->label);
}

static char *group_label(struct ui *ui, const struct field_def *field, const char *value)
{
	if (!*value)
		return xstrdup(_("(empty)"));
	if (field_is_reference(field))
		return store_reference(ui->store, value, REFERENCE_WHOLE);
	return field_format(field, store_context(ui->store), value);
}

static void fill_groups(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct grouping *grouping = user;
	size_t i;

	for (i = 0; i < grouping->found.count; i++) {
		char *label = group_label(ui, grouping->field, grouping->found.items[i].key);

		pick_offer(items, typed, grouping->found.items[i].key, label, grouping->found.items[i].note);
		free(label);
	}
}

static void group_taken(struct ui *ui, const char *value, void *user)
{
	struct grouping *grouping = user;
	struct browse *browse = grouping->view->data;
	struct query *query;
	char *term, *whole;

	if (!value)
		return;
	query = query_new(browse->list.query->def);
	query_add(query, grouping->field->name, *value ? OP_EQUAL : OP_EMPTY, *value ? value : NULL);
	term = query_text(query);
	whole = browse->filter ? xasprintf("%s %s", browse->filter, term) : xstrdup(term);
	browse_filter(ui, grouping->view, whole);
	ui_message(ui, _("{step-back} shows all again."));
	query_free(query);
	free(term);
	free(whole);
}

static void release_grouping(void *user)
{
	struct grouping *grouping = user;

	pick_items_free(&grouping->found);
	free(grouping);
}

static void open_groups(struct ui *ui, struct view *view, const struct field_def *field)
{
	struct browse *browse = view->data;
	struct grouping *grouping = xcalloc(1, sizeof *grouping);
	struct pick pick = { .title = _(field->label),
		.hint = _("{pick} shows those only, {step-back} leaves"),
		.fill = fill_groups,
		.then = group_taken,
		.user = grouping,
		.release = release_grouping };
	struct query *query = query_copy(browse->list.query);
	struct error error = { 0 };

	grouping->view = view;
	grouping->field = field;
	query->group[0] = field->name;
	if (!store_aggregate(ui->store, query, add_group, grouping, &error)) {
		ui_error(ui, &error);
		release_grouping(grouping);
	} else {
		if (grouping->found.count)
			qsort(grouping->found.items, grouping->found.count, sizeof *grouping->found.items, by_count);
		pick_view_open(ui, &pick);
	}
	query_free(query);
	error_clear(&error);
}

static bool can_group(const struct field_def *field)
{
	return field->choices || field->scale || field->type->storage == STORED_REFERENCE ||
	       field->type == &type_yes_no || field->type == &type_date;
}

static void fill_groupable(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct register_def *def = ((struct browse *)((struct view *)user)->data)->list.query->def;
	size_t i;

	(void)ui;
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_INVERSE | FIELD_INTERNAL)) && can_group(&def->fields[i]))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), NULL);
}

static void group_field_taken(struct ui *ui, const char *value, void *user)
{
	const struct field_def *field =
		value ? register_field(((struct browse *)((struct view *)user)->data)->list.query->def, value) : NULL;

	if (field)
		open_groups(ui, user, field);
}

enum answer list_group(struct ui *ui, struct view *view)
{
	struct pick pick = { .title = _("Count by"), .fill = fill_groupable, .then = group_field_taken, .user = view };

	pick_view_open(ui, &pick);
	return ANSWER_DONE;
}
