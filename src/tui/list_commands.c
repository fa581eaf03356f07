/*
 * What lists do besides showing and moving: filters that have a name, counts by
 * the values of a field, and one field of all marked records changed at once.
 */
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
static char *name_of_filter(const struct browse *browse)
{
	struct forgetting forgetting = { browse->filter, NULL };
	char *prefix = xasprintf("%s:", browse->list.query->def->name);

	app_preferences("filter", prefix, find_name, &forgetting);
	free(prefix);
	return forgetting.name;
}

static void fill_filters(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct view *view = user;
	struct browse *browse = view->data;
	struct naming naming = { items, typed };
	char *prefix = xasprintf("%s:", browse->list.query->def->name), *name;

	(void)ui;
	app_preferences("filter", prefix, add_filter, &naming);
	free(prefix);
	if (!*typed && browse->filter) {
		pick_add(items, "+", _("Give the present filter a name"), NULL);
		pick_detail(items, browse->filter);
		name = name_of_filter(browse);
		if (name)
			pick_add(items, "-", _("Forget the name of the present filter"), NULL);
		free(name);
		pick_add(items, "=", _("Show all again"), NULL);
	}
}

static void named(struct ui *ui, const char *text, void *user)
{
	struct browse *browse = ((struct view *)user)->data;
	char *name;

	if (!text || !*text || !browse->filter)
		return;
	name = xasprintf("%s:%s", browse->list.query->def->name, text);
	app_preference_set("filter", name, browse->filter);
	ui_message(
		ui, _("The filter is kept as \"%s\"; %s brings it back."), text, command_key(command_find("filters")));
	free(name);
}

static void forget_name(struct ui *ui, const struct browse *browse)
{
	char *name = name_of_filter(browse), *colon = name ? strchr(name, ':') : NULL;

	if (name)
		app_preference_set("filter", name, NULL);
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
	if (field_is_reference(field)) {
		return store_reference(ui->store, value, REFERENCE_WHOLE);
	}
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
	ui_message(ui, _("Esc shows all again."));
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
		.hint = _("Enter shows those only, Esc leaves"),
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

/* ---- one field of all that are marked ---- */

struct change {
	struct view *view;
	const struct field_def *field;
	struct record *record; /* of the cursor, or the first marked: what its field holds is offered first */
};

static void change_free(struct change *change)
{
	record_free(change->record);
	free(change);
}

static void change_taken(struct ui *ui, const char *value, void *user)
{
	struct change *change = user;
	struct browse *browse = change->view->data;
	struct rowlist *list = &browse->list;
	/* Not what the cursor is on by now: others' changes may have moved it since. */
	const int64_t *ids = list->mark_count ? list->marks : &change->record->id;
	size_t count = list->mark_count ? list->mark_count : 1;
	struct error error = { 0 };
	char *parsed = NULL, *remark = value ? field_remark(change->field, store_context(ui->store), value) : NULL,
	     *said;

	if (value && field_parse(change->field, store_context(ui->store), value, &parsed, &error) &&
		app_change_all(ui->store, ids, count, change->field->name, parsed, &error)) {
		ui_changed(ui);
		said = xasprintf(ngettext("%s of %zu record changed; %s takes it back.",
					 "%s of %zu records changed; %s takes it back.", count),
			_(change->field->label), count, command_key(command_find("undo")));
		ui_message(ui, "%s%s%s", said, remark ? " " : "", remark ? remark : "");
		free(said);
	} else if (value) {
		ui_error(ui, &error);
	}
	free(parsed);
	free(remark);
	error_clear(&error);
	change_free(change);
}

static void ask_value(struct ui *ui, struct change *change)
{
	const struct field_def *field = change->field;
	const char *value = record_get(change->record, field->name);
	struct choice *choices;
	const char *beside;
	char *label, *text;

	switch (field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		choices = field->type->choices(field, store_context(ui->store));
		choice_view_open(ui, _(field->label), choices, NULL, value, field->type->editor == EDIT_CHOICES, NULL,
			change_taken, change);
		choices_free(choices);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		picker_view_open(ui, _(field->label), register_find(field->target), value,
			field->type->editor == EDIT_RECORDS, NULL, change_taken, change);
		break;
	case EDIT_DATE:
		calendar_view_open(ui, _(field->label), value, change_taken, change);
		break;
	case EDIT_TEXT:
		text_view_open(ui, _(field->label), value, field_most(field), NULL, change_taken, NULL, change);
		break;
	case EDIT_LINE:
		beside = field_beside(field, store_context(ui->store), NULL);
		label = beside ? xasprintf("%s (%s):", _(field->label), beside) : xasprintf("%s:", _(field->label));
		text = field_edit(field, store_context(ui->store), value);
		prompt_open(ui, label, text, change_taken, change);
		free(text);
		free(label);
		break;
	}
}

/* ---- the field is chosen first ---- */

static bool can_change(const struct field_def *field)
{
	return !(field->flags &
		 (FIELD_DERIVED | FIELD_INVERSE | FIELD_FIXED | FIELD_SEALED | FIELD_SNAPSHOT | FIELD_TITLE));
}

static bool can_group(const struct field_def *field)
{
	return field->choices || field->scale || field->type->storage == STORED_REFERENCE ||
	       field->type == &type_yes_no || field->type == &type_date;
}

static void fill_changeable(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct register_def *def = ((struct browse *)((struct view *)user)->data)->list.query->def;
	size_t i;

	(void)ui;
	for (i = 0; i < def->field_count; i++)
		if (can_change(&def->fields[i]))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), NULL);
}

static void fill_groupable(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct register_def *def = ((struct browse *)((struct view *)user)->data)->list.query->def;
	size_t i;

	(void)ui;
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & FIELD_INVERSE) && can_group(&def->fields[i]))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), NULL);
}

static void change_field_taken(struct ui *ui, const char *value, void *user)
{
	struct browse *browse = ((struct view *)user)->data;
	const struct row *row = rowlist_current(&browse->list);
	struct change *change;

	if (!value || !row)
		return;
	change = xcalloc(1, sizeof *change);
	change->view = user;
	change->field = register_field(browse->list.query->def, value);
	change->record = store_record(ui->store, browse->list.mark_count ? browse->list.marks[0] : row->id, NULL);
	if (change->field && change->record)
		ask_value(ui, change);
	else
		change_free(change);
}

static void group_field_taken(struct ui *ui, const char *value, void *user)
{
	const struct field_def *field =
		value ? register_field(((struct browse *)((struct view *)user)->data)->list.query->def, value) : NULL;

	if (field)
		open_groups(ui, user, field);
}

/* ---- risks proposed for an asset ---- */

struct proposals {
	char *asset;
	struct pick_items found; /* "THREAT VULNERABILITY", title, vulnerability */
};

static void add_proposal(void *user, const char *threat, const char *threat_title, const char *vulnerability,
	const char *vulnerability_title)
{
	struct proposals *proposals = user;
	char *key = xasprintf("%s %s", threat, vulnerability),
	     *label = xasprintf("%s \xe2\x86\x90 %s", threat_title, vulnerability_title);

	pick_add(&proposals->found, key, label, NULL);
	free(key);
	free(label);
}

static void fill_proposals(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct proposals *proposals = user;
	size_t i;

	(void)ui;
	for (i = 0; i < proposals->found.count; i++)
		pick_offer(items, typed, proposals->found.items[i].key, proposals->found.items[i].label, NULL);
}

static void proposals_taken(struct ui *ui, const char *value, void *user)
{
	struct proposals *proposals = user;
	struct strings pairs = { 0 };
	struct error error = { 0 };

	if (value)
		strings_split(&pairs, value);
	if (pairs.count &&
		app_add_suggested(ui->store, proposals->asset, (const char *const *)pairs.items, pairs.count, &error)) {
		ui_changed(ui);
		ui_message(ui,
			ngettext("%zu risk added, not rated yet; %s takes it back.",
				"%zu risks added, not rated yet; %s takes them back.", pairs.count),
			pairs.count, command_key(command_find("undo")));
	} else if (error.kind) {
		ui_error(ui, &error);
	} else if (value) {
		ui_message(ui, _("Nothing was chosen: Space chooses, Enter then takes it."));
	}
	error_clear(&error);
	strings_free(&pairs);
}

static void release_proposals(void *user)
{
	struct proposals *proposals = user;

	pick_items_free(&proposals->found);
	free(proposals->asset);
	free(proposals);
}

static void suggest(struct ui *ui, const struct register_def *def, const struct row *row)
{
	struct proposals *proposals;
	struct pick pick = {
		.several = true, .fill = fill_proposals, .then = proposals_taken, .release = release_proposals
	};
	struct error error = { 0 };
	char *title;

	if (strcmp(def->name, "asset") != 0) {
		ui_message(ui, _("Risks are proposed for an asset: put the cursor on one."));
		return;
	}
	if (!row)
		return;
	proposals = xcalloc(1, sizeof *proposals);
	proposals->asset = xstrdup(row->ref);
	title = xasprintf(_("Risks of %s to add"), row->ref);
	pick.title = title;
	pick.user = proposals;
	pick.empty = _("The lists propose nothing more for an asset of this type; e sets its type.");
	if (app_suggest(ui->store, row->ref, add_proposal, proposals, &error)) {
		pick_view_open(ui, &pick);
	} else {
		ui_error(ui, &error);
		release_proposals(proposals);
	}
	free(title);
	error_clear(&error);
}

static void mark_all(struct ui *ui, struct rowlist *list)
{
	struct error error = { 0 };

	if (rowlist_mark_all(ui, list, &error))
		ui_message(ui,
			ngettext("%zu record is marked; %s changes a field of it.",
				"%zu records are marked; %s changes a field of them all.", list->mark_count),
			list->mark_count, command_key(command_find("change")));
	else
		ui_error(ui, &error);
	error_clear(&error);
}

bool list_command(struct ui *ui, struct view *view, const char *name)
{
	struct browse *browse = view->data;

	if (strcmp(name, "filters") == 0) {
		struct pick pick = { .title = _("Filters"),
			.empty = _("No filter has a name yet: f filters, then this key names it."),
			.fill = fill_filters,
			.then = filter_taken,
			.user = view };

		pick_view_open(ui, &pick);
	} else if (strcmp(name, "group") == 0) {
		struct pick pick = {
			.title = _("Count by"), .fill = fill_groupable, .then = group_field_taken, .user = view
		};

		pick_view_open(ui, &pick);
	} else if (strcmp(name, "change") == 0) {
		char *title = browse->list.mark_count
				      ? xasprintf(ngettext("Change a field of %zu record",
							  "Change a field of %zu records", browse->list.mark_count),
						browse->list.mark_count)
				      : xstrdup(_("Change a field of this record"));
		struct pick pick = {
			.title = title, .fill = fill_changeable, .then = change_field_taken, .user = view
		};

		pick_view_open(ui, &pick);
		free(title);
	} else if (strcmp(name, "suggest") == 0) {
		suggest(ui, browse->list.query->def, rowlist_current(&browse->list));
	} else if (strcmp(name, "clip") == 0) {
		const struct row *row = rowlist_current(&browse->list);
		char *title = row ? store_title(ui->store, row->ref) : NULL,
		     *text = row ? xasprintf("%s %s", row->ref, title ? title : "") : NULL;

		if (text)
			ui_clip(ui, text);
		free(title);
		free(text);
	} else if (strcmp(name, "mark-all") == 0) {
		mark_all(ui, &browse->list);
		view->dirty = true;
	} else if (strcmp(name, "unmark") == 0) {
		browse->list.mark_count = 0;
		view->dirty = true;
	} else {
		return false;
	}
	return true;
}
