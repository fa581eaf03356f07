/*
 * The last change, kept to be done again on other records: a field that was changed in a list, or what was changed
 * in a form.  What goes to marked records, and several fields at once, is told before it is written.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

void ui_forget_change(struct ui *ui)
{
	size_t i;

	for (i = 0; i < ui->last.count; i++) {
		free(ui->last.items[i].in);
		free(ui->last.items[i].out);
	}
	free(ui->last.items);
	memset(&ui->last, 0, sizeof ui->last);
}

/* ---- kept ---- */

static void add(struct ui *ui, const struct field_def *field, char *in, char *out)
{
	ui->last.items = xreallocarray(ui->last.items, ui->last.count + 1, sizeof *ui->last.items);
	ui->last.items[ui->last.count++] = (struct last_change){ field, in, out };
}

void change_keep(
	struct ui *ui, const struct register_def *def, const struct field_def *field, const char *in, const char *out)
{
	char *came = xstrdup(in), *went = xstrdup(out);

	ui_forget_change(ui);
	/* A name that was to be made is a record by now: again it would be made twice. */
	if (came && strchr(came, '+') && field_is_reference(field)) {
		free(came);
		free(went);
		return;
	}
	ui->last.def = def;
	add(ui, field, came, went);
}

/* Of a field of several values: the entries of one list that are not in the other; "": none. */
static char *entries_only(const char *in, const char *not_in)
{
	struct strings all = { 0 }, others = { 0 }, only = { 0 };
	char *joined;
	size_t i;

	strings_split(&all, in ? in : "");
	strings_split(&others, not_in ? not_in : "");
	for (i = 0; i < all.count; i++)
		if (!strings_contain(&others, all.items[i]))
			strings_add(&only, all.items[i]);
	joined = only.count ? strings_join(&only, ",") : xstrdup("");
	strings_free(&all);
	strings_free(&others);
	strings_free(&only);
	return joined;
}

static bool holds_several(const struct field_def *field)
{
	return field->type->editor == EDIT_CHOICES || field->type->editor == EDIT_RECORDS;
}

static bool was_changed(const struct record *before, const struct record *now, const struct field_def *field)
{
	return field_is_given(field) && text_differs(record_get(before, field->name), record_get(now, field->name));
}

static bool any_changed(const struct record *before, const struct record *now)
{
	size_t i;

	for (i = 0; i < now->def->field_count; i++)
		if (was_changed(before, now, &now->def->fields[i]))
			return true;
	return false;
}

void ui_keep_saved(struct ui *ui, const struct record *before, int64_t id)
{
	/* As it stands in the file: names have become references. */
	struct record *now = store_record(ui->store, id, NULL);
	const struct field_def *title = NULL;
	size_t i;

	if (!now || !any_changed(before, now)) {
		record_free(now);
		return;
	}
	ui_forget_change(ui);
	ui->last.def = now->def;
	for (i = 0; i < now->def->field_count; i++) {
		const struct field_def *field = &now->def->fields[i];
		const char *had = record_get(before, field->name), *has = record_get(now, field->name);

		if (!was_changed(before, now, field))
			continue;
		if (field->flags & FIELD_TITLE)
			title = field;
		else if (holds_several(field))
			add(ui, field, entries_only(has, had), entries_only(had, has));
		else
			add(ui, field, xstrdup(has), NULL);
	}
	/* A title is one record's own: it is done again only where nothing else was. */
	if (title && !ui->last.count)
		add(ui, title, xstrdup(record_get(now, title->name)), NULL);
	record_free(now);
}

/* ---- told ---- */

/* "Owner (Karim Benali)"; of long texts and lists the name alone.  The caller frees. */
static char *named(struct ui *ui, const struct last_change *change)
{
	const struct field_def *field = change->field;
	char *value, *text;

	if (change->out || field->type->editor == EDIT_TEXT)
		return xstrdup(_(field->label));
	if (!change->in)
		value = xstrdup(_("empty"));
	else if (field->type->storage == STORED_REFERENCE)
		value = store_reference(ui->store, change->in, REFERENCE_TITLE);
	else
		value = field_format(field, store_context(ui->store), change->in);
	text = xasprintf("%s (%s)", _(field->label), value);
	free(value);
	return text;
}

/* All that is written, between commas; values: with them.  The caller frees. */
static char *fields_named(struct ui *ui, bool values)
{
	struct strings names = { 0 };
	char *joined;
	size_t i;

	for (i = 0; i < ui->last.count; i++)
		strings_take(
			&names, values ? named(ui, &ui->last.items[i]) : xstrdup(_(ui->last.items[i].field->label)));
	joined = strings_join(&names, ", ");
	strings_free(&names);
	return joined;
}

/* The ref of the one record that is meant, as people know it; the caller frees. */
static char *name_of(struct ui *ui, const struct meant *meant)
{
	struct record *record = store_record(ui->store, *meant->ids, NULL);
	char *name = xstrdup(record ? change_name(record->ref) : "?");

	record_free(record);
	return name;
}

static void tell_written(struct ui *ui, const struct meant *meant, size_t changed)
{
	char *text, *fields, *name;

	if (ui->last.count == 1) {
		text = change_told(ui, meant, changed, ui->last.items[0].field);
		ui_message(ui, "%s", text);
		free(text);
		return;
	}
	fields = fields_named(ui, false);
	name = meant->marked ? NULL : name_of(ui, meant);
	if (store_undo_is_barred(ui->store))
		/* TRANSLATORS: fields: "Written: Status, Approved on; what was signed stands from now on." */
		ui_message(ui, _("Written: %s; what was signed stands from now on."), fields);
	else if (name)
		/* TRANSLATORS: a record, fields, a key: "Written to R-3: Owner, Treatment; u takes it back." */
		ui_message(ui, _("Written to %s: %s; %s takes it back."), name, fields, command_key("undo", NULL));
	else if (changed < meant->count)
		ui_message(ui,
			/* TRANSLATORS: how many records, how many others, fields, a key */
			ngettext("Written to %zu record, %zu had it already: %s; %s takes it back.",
				"Written to %zu records, %zu had it already: %s; %s takes it back.", changed),
			changed, meant->count - changed, fields, command_key("undo", NULL));
	else
		ui_message(ui,
			ngettext("Written to %zu record: %s; %s takes it back.",
				"Written to %zu records: %s; %s takes it back.", meant->count),
			meant->count, fields, command_key("undo", NULL));
	free(name);
	free(fields);
}

/* ---- done again ---- */

static void write_again(struct ui *ui, const struct meant *meant)
{
	struct app_change *changes = xcalloc(ui->last.count, sizeof *changes);
	struct error error = { 0 };
	size_t changed = 0, i;

	for (i = 0; i < ui->last.count; i++)
		changes[i] = (struct app_change){ ui->last.items[i].field->name, ui->last.items[i].in,
			ui->last.items[i].out };
	if (app_change_fields(ui->store, meant->ids, meant->count, changes, ui->last.count, &changed, &error)) {
		ui->last.agreed = true;
		ui_changed(ui);
		if (!change_told_none(ui, changed, meant))
			tell_written(ui, meant, changed);
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	free(changes);
}

static void answered(struct ui *ui, bool yes, void *user)
{
	struct meant *meant = user;

	if (yes)
		write_again(ui, meant);
	meant_free(meant);
	free(meant);
}

static void ask(struct ui *ui, const struct meant *meant)
{
	struct meant *kept = xcalloc(1, sizeof *kept);
	char *fields = fields_named(ui, true), *name = meant->marked ? NULL : name_of(ui, meant), *question;

	if (name)
		/* TRANSLATORS: a record, then fields with their values: "Write to R-3 what was changed last: Owner (Jeanne Roy)?" */
		question = xasprintf(_("Write to %s what was changed last: %s?"), name, fields);
	else
		question = xasprintf(ngettext("Write to %zu marked record what was changed last: %s?",
					     "Write to %zu marked records what was changed last: %s?", meant->count),
			meant->count, fields);
	*kept = meant_copy(meant);
	confirm_view_open(ui, question, answered, kept);
	free(question);
	free(name);
	free(fields);
}

/* The field of the change that these records do not take: a title, where several are marked; NULL: none. */
static const struct field_def *refused(const struct ui *ui, const struct meant *meant)
{
	size_t i;

	for (i = 0; i < ui->last.count; i++)
		if (!change_can_give(ui->last.items[i].field, meant))
			return ui->last.items[i].field;
	return NULL;
}

enum answer list_repeat(struct ui *ui, struct view *view, const struct meant *meant)
{
	const struct register_def *def = browse_list(view)->query->def;
	const struct field_def *field = refused(ui, meant);

	if (!ui->last.count)
		ui_message(ui,
			_("Nothing was changed yet; {change} changes a field, and {repeat} does it again on other lines."));
	else if (ui->last.def != def)
		ui_message(
			ui, _("What was changed last is a field of another register (%s)."), _(ui->last.def->plural));
	else if (field)
		ui_message(ui, _("%s is given to one record at a time."), _(field->label));
	else if (meant->marked || (ui->last.count > 1 && !ui->last.agreed))
		ask(ui, meant);
	else
		write_again(ui, meant);
	return ANSWER_DONE;
}
