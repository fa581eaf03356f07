/*
 * One field of the records that are meant gets a value: it is asked for by the field's own editor, written as one step
 * of undo, said, and kept to be repeated on others.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

struct change {
	const struct register_def *def;
	const struct field_def *field;
	struct meant meant;
	char *ref;    /* of the one record; NULL: there are several */
	char *asked;  /* what stands over a calendar */
	char *common; /* what all of them hold; of a field of several values: the entries that all have */
	char *some;   /* of a field of several values: the entries that only some have */
	bool differ;
};

static void change_free(struct change *change)
{
	meant_free(&change->meant);
	free(change->ref);
	free(change->asked);
	free(change->common);
	free(change->some);
	free(change);
}

static bool holds_several(const struct field_def *field)
{
	return field->type->editor == EDIT_CHOICES || field->type->editor == EDIT_RECORDS;
}

/* ---- what the records hold ---- */

/* The entries of all records, and how many of the records have each. */
struct entries {
	struct strings names;
	size_t *counts;
};

static void count_entry(struct entries *entries, const char *name)
{
	size_t i;

	for (i = 0; i < entries->names.count && strcmp(entries->names.items[i], name) != 0; i++)
		;
	if (i == entries->names.count) {
		strings_add(&entries->names, name);
		entries->counts = xreallocarray(entries->counts, i + 1, sizeof *entries->counts);
		entries->counts[i] = 0;
	}
	entries->counts[i]++;
}

static void count_entries(struct entries *entries, const char *value)
{
	struct strings each = { 0 };
	size_t i;

	strings_split(&each, value);
	for (i = 0; i < each.count; i++)
		count_entry(entries, each.items[i]);
	strings_free(&each);
}

/* Those that all have, or those that some have: between commas, "": none. */
static char *entries_of(const struct entries *entries, size_t records, bool all)
{
	struct strings names = { 0 };
	char *joined;
	size_t i;

	for (i = 0; i < entries->names.count; i++)
		if ((entries->counts[i] == records) == all)
			strings_add(&names, entries->names.items[i]);
	joined = names.count ? strings_join(&names, ",") : xstrdup("");
	strings_free(&names);
	return joined;
}

/* What all hold and what only some do: the first record's value is not the others'. */
static bool read_values(struct ui *ui, struct change *change)
{
	struct entries entries = { 0 };
	struct error error = { 0 };
	bool ok = true;
	size_t i;

	for (i = 0; i < change->meant.count && ok; i++) {
		struct record *record = store_record(ui->store, change->meant.ids[i], &error);
		const char *value = record ? record_get(record, change->field->name) : NULL;

		ok = record != NULL;
		if (value && holds_several(change->field))
			count_entries(&entries, value);
		if (ok && i == 0) {
			change->common = xstrdup(value);
			change->ref = change->meant.marked ? NULL : xstrdup(record->ref);
		} else if (ok && text_differs(change->common, value)) {
			change->differ = true;
		}
		record_free(record);
	}
	if (change->differ) {
		free(change->common);
		change->common = NULL;
	}
	if (ok && holds_several(change->field) && change->meant.marked) {
		free(change->common);
		change->common = entries_of(&entries, change->meant.count, true);
		change->some = entries_of(&entries, change->meant.count, false);
	}
	strings_free(&entries.names);
	free(entries.counts);
	if (!ok)
		ui_error(ui, &error);
	error_clear(&error);
	return ok;
}

char *change_common(struct ui *ui, const struct meant *meant, const struct field_def *field, bool *differ)
{
	char *common = NULL;
	size_t i;

	*differ = false;
	for (i = 0; i < meant->count && !*differ; i++) {
		struct record *record = store_record(ui->store, meant->ids[i], NULL);
		const char *value = record ? record_get(record, field->name) : NULL;

		if (i == 0)
			common = xstrdup(value);
		else
			*differ = text_differs(common, value);
		record_free(record);
	}
	if (*differ) {
		free(common);
		common = NULL;
	}
	return common;
}

/* ---- written, said, and kept to be repeated ---- */

bool change_give(
	struct ui *ui, const struct meant *meant, const struct field_def *field, const char *value, size_t *changed)
{
	struct error error = { 0 };
	bool ok = app_change_all(ui->store, meant->ids, meant->count, field->name, value, changed, &error);

	if (ok) {
		/* As it stands in the record: a name has become a reference. */
		struct record *first = store_record(ui->store, *meant->ids, NULL);

		if (first)
			change_keep(ui, first->def, field, record_get(first, field->name), NULL);
		record_free(first);
		ui_changed(ui);
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	return ok;
}

bool change_give_told(
	struct ui *ui, const struct meant *meant, const struct field_def *field, const char *value, const char *remark)
{
	size_t changed = 0;
	char *text;

	if (!change_give(ui, meant, field, value, &changed))
		return false;
	if (change_told_none(ui, changed, meant))
		return true;
	text = change_told(ui, meant, changed, field);
	ui_message(ui, "%s%s%s", text, remark ? " " : "", remark ? remark : "");
	free(text);
	return true;
}

static void give_entries(struct ui *ui, const struct meant *meant, const struct register_def *def,
	const struct field_def *field, const char *in, const char *out)
{
	struct error error = { 0 };
	size_t changed = 0;

	if (app_change_entries(ui->store, meant->ids, meant->count, field->name, in, out, &changed, &error)) {
		char *text = change_told(ui, meant, changed, field);

		change_keep(ui, def, field, in, out);
		ui_changed(ui);
		if (!change_told_none(ui, changed, meant))
			ui_message(ui, "%s", text);
		free(text);
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
}

/* ---- the field's own editor ---- */

/* What is measured in the unit that a record says must fit each of them. */
static bool parse_for(struct ui *ui, const struct change *change, const char *text, char **value, struct error *error)
{
	bool ok = true;
	size_t i;

	if (!field_source(change->field)->unit)
		return field_parse(change->field, store_context(ui->store), text, value, error);
	for (i = 0; i < change->meant.count && ok; i++) {
		struct record *record = store_record(ui->store, change->meant.ids[i], error);

		free(*value);
		*value = NULL;
		ok = record && store_parse(ui->store, record, change->field, text, value, error);
		record_free(record);
	}
	return ok;
}

/* Writes it to all, and says so; false: it was refused, and why. */
static bool write_value(struct ui *ui, const struct change *change, const char *value)
{
	char *parsed = NULL, *remark = field_remark(change->field, store_context(ui->store), value);
	struct error error = { 0 };
	bool ok;

	if (!*value && change->differ) {
		ui_message(ui, _("Nothing was written: each keeps what it has."));
		ok = true;
	} else {
		ok = parse_for(ui, change, value, &parsed, &error);
		if (!ok)
			ui_error(ui, &error);
		ok = ok && change_give_told(ui, &change->meant, change->field, parsed, remark);
	}
	free(parsed);
	free(remark);
	error_clear(&error);
	return ok;
}

static void change_taken(struct ui *ui, const char *value, void *user)
{
	struct change *change = user;
	const struct field_def *field = change->field;
	bool ok = !value || write_value(ui, change, value);

	/* What is refused stays in the line, to be put right. */
	if (!ok && field->type->editor == EDIT_LINE) {
		prompt_again(ui, value);
		return;
	}
	if (!ok && field->type->editor == EDIT_DATE) {
		calendar_view_open(ui, change->asked, value, change_taken, change);
		return;
	}
	/* A text that could not be written is there when it is opened again. */
	if (change->ref && field->type->editor == EDIT_TEXT)
		form_draft_keep(ui, change->def, change->ref, field->name, ok ? NULL : value);
	change_free(change);
}

static void chosen_taken(struct ui *ui, const char *value, void *user)
{
	/* Chosen from a list, what is empty is meant to be. */
	((struct change *)user)->differ = false;
	change_taken(ui, value, user);
}

static void entries_taken(struct ui *ui, const char *in, const char *out, void *user)
{
	struct change *change = user;

	if (in && !*in && !*out && change->ref)
		ui_message(ui, _("Nothing was changed."));
	else if (in && !*in && !*out)
		ui_message(ui, _("Nothing was touched: each keeps what it has."));
	else if (in)
		give_entries(ui, &change->meant, change->def, change->field, in, out);
	change_free(change);
}

/* Text under edit of one record is kept with the draft of its form. */
static bool keep_text(struct ui *ui, const char *text, void *user)
{
	const struct change *change = user;

	return change->ref && form_draft_keep(ui, change->def, change->ref, change->field->name, text);
}

static void open_text(struct ui *ui, struct change *change, const char *title)
{
	const struct field_def *field = change->field;
	char *draft = change->ref ? form_draft_text(ui, change->def, change->ref, field->name) : NULL;

	text_view_open(
		ui, title, draft ? draft : change->common, field_most(field), NULL, change_taken, keep_text, change);
	if (draft)
		ui_message(ui, _("Your unsaved text is back; {leave} drops it."));
	free(draft);
}

static void open_line(struct ui *ui, struct change *change, const char *title)
{
	const char *beside = field_beside(change->field, store_context(ui->store), NULL);
	char *label = beside ? xasprintf("%s (%s):", title, beside) : xasprintf("%s:", title),
	     *text = field_edit(change->field, store_context(ui->store), change->common);

	prompt_open(ui, label, text, change_taken, change);
	free(text);
	free(label);
}

/* The choices as the asker calls them, with none of them at the end where one is chosen that need not be. */
static struct choice *choices_for(struct ui *ui, const struct change_ask *ask)
{
	const struct field_def *field = ask->field;
	struct choice *choices = field->type->choices(field, store_context(ui->store));
	bool none = field->type->editor == EDIT_CHOICE && !(field->flags & FIELD_REQUIRED);
	size_t i, count = 0;

	for (; choices[count].key; count++)
		;
	for (i = 0; ask->label && i < count; i++) {
		char *label = ask->label(&choices[i]);

		free((char *)(uintptr_t)choices[i].label);
		choices[i].label = label;
	}
	if (none) {
		choices = xreallocarray(choices, count + 2, sizeof *choices);
		choices[count + 1] = choices[count];
		choices[count] = (struct choice){ .key = xstrdup(""), .label = xstrdup(_("(empty)")) };
	}
	return choices;
}

static void open_choices(struct ui *ui, struct change *change, const struct change_ask *ask, const char *title)
{
	struct choice *choices = choices_for(ui, ask);

	/* Of one record too only what was touched is written, and done again on others. */
	if (holds_several(ask->field))
		choice_view_open_many(ui, title, choices, change->common, change->some, entries_taken, change);
	else
		choice_view_open(ui, title, choices, NULL, ask->start ? ask->start : change->common, false, NULL,
			chosen_taken, change);
	choices_free(choices);
}

static void open_records(struct ui *ui, struct change *change, const char *title)
{
	const struct field_def *field = change->field;
	const struct register_def *target = register_find(field->target);

	if (holds_several(field))
		picker_view_open_many(ui, title, target, change->common, change->some, entries_taken, change);
	else if (!(field->flags & FIELD_REQUIRED))
		picker_view_open_or_none(ui, title, target, change->common, chosen_taken, change);
	else
		picker_view_open(ui, title, target, change->common, false, NULL, chosen_taken, change);
}

/* "Owner of R-3", "Owner of 12 records"; the caller frees. */
static char *change_title(const struct change *change)
{
	const char *label = _(change->field->label);

	if (change->meant.marked)
		return xasprintf(ngettext("%s of %zu record", "%s of %zu records", change->meant.count), label,
			change->meant.count);
	/* TRANSLATORS: a field of a record: "Owner of R-3" */
	return text_elided(xasprintf(_("%s of %s"), label, change_name(change->ref)), change_name(change->ref));
}

void change_open(struct ui *ui, const struct meant *meant, const struct change_ask *ask)
{
	struct change *change = xcalloc(1, sizeof *change);
	char *title;

	change->def = ask->def;
	change->field = ask->field;
	change->meant = meant_copy(meant);
	if (!read_values(ui, change)) {
		change_free(change);
		return;
	}
	title = change_title(change);
	if (change->differ && !holds_several(ask->field)) {
		/* TRANSLATORS: "Owner of 12 records (they differ)" */
		char *differ = xasprintf(_("%s (they differ)"), title);

		free(title);
		title = differ;
	} else if (change->meant.marked && ask->start && change->common) {
		/* What is offered is the next state: what all of them have now is told. */
		char *value = field_format(ask->field, store_context(ui->store), change->common),
		     /* TRANSLATORS: "Applicable of 12 records (now yes)" */
			*now = xasprintf(_("%s (now %s)"), title, value);

		free(value);
		free(title);
		title = now;
	}
	switch (ask->field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		open_choices(ui, change, ask, title);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		open_records(ui, change, title);
		break;
	case EDIT_DATE:
		change->asked = xstrdup(title);
		calendar_view_open(ui, title, change->common, change_taken, change);
		break;
	case EDIT_TEXT:
		open_text(ui, change, title);
		break;
	case EDIT_LINE:
		open_line(ui, change, title);
		break;
	}
	free(title);
}

/* ---- which field ---- */

struct choosing {
	struct view *view;
	struct meant meant;
};

/* Those of the list's columns first, then the others. */
static void fill_changeable(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct choosing *choosing = user;
	const struct rowlist *list = browse_list(choosing->view);
	const struct register_def *def = list->query->def;
	struct strings shown = { 0 };
	size_t i;

	(void)ui;
	for (i = 0; i < list->column_count; i++) {
		const struct field_def *field = register_field(def, list->columns[i]);

		if (field && change_can_give(field, &choosing->meant))
			pick_offer(items, typed, field->name, _(field->label), NULL);
		strings_add(&shown, list->columns[i]);
	}
	for (i = 0; i < def->field_count; i++)
		if (change_can_give(&def->fields[i], &choosing->meant) && !strings_contain(&shown, def->fields[i].name))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), NULL);
	strings_free(&shown);
}

static void field_taken(struct ui *ui, const char *value, void *user)
{
	const struct choosing *choosing = user;
	struct change_ask ask = { .def = browse_list(choosing->view)->query->def };

	ask.field = value ? register_field(ask.def, value) : NULL;
	if (ask.field)
		change_open(ui, &choosing->meant, &ask);
}

static void release_choosing(void *user)
{
	meant_free(&((struct choosing *)user)->meant);
	free(user);
}

enum answer list_change(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct choosing *choosing = xcalloc(1, sizeof *choosing);
	char *title = meant->marked ? xasprintf(ngettext("Change a field of %zu record",
							"Change a field of %zu records", meant->count),
					      meant->count)
				    : xstrdup(_("Change a field of this record"));
	struct pick pick = { .title = title,
		.fill = fill_changeable,
		.then = field_taken,
		.user = choosing,
		.release = release_choosing };

	choosing->view = view;
	choosing->meant = meant_copy(meant);
	pick_view_open(ui, &pick);
	free(title);
	return ANSWER_DONE;
}
