/* What is said of a change of one field: of one record, of several, of what was signed by it. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

/* The value as people read it; "": none. */
static char *shown_value(struct ui *ui, const struct record *record, const struct field_def *field)
{
	const char *value = record_get(record, field->name);

	if (!value)
		return xstrdup("");
	return field->type->storage == STORED_REFERENCE ? store_reference(ui->store, value, REFERENCE_TITLE)
							: field_format(field, store_context(ui->store), value);
}

const char *change_name(const char *ref)
{
	return strrchr(ref, ':') ? strrchr(ref, ':') + 1 : ref;
}

#define FOLLOWED_MOST 200 /* records of which it is looked at what followed */

/* What a signature brought about elsewhere, or why it did not: of the first record, and of how many more.  NULL: nothing. */
static char *followed(struct ui *ui, const struct meant *meant)
{
	char *first = NULL, *text;
	size_t more = 0, i;

	for (i = 0; i < meant->count && i < FOLLOWED_MOST; i++) {
		struct record *record = store_record(ui->store, meant->ids[i], NULL);
		char *one = record ? app_consequence(ui->store, NULL, record) : NULL;

		record_free(record);
		if (!one)
			continue;
		if (first) {
			more++;
			free(one);
		} else {
			first = one;
		}
	}
	if (!more)
		return first;
	/* TRANSLATORS: a whole sentence of one record, and of how many others the like could be said */
	text = xasprintf(ngettext("%s And %zu more.", "%s And %zu more.", more), first, more);
	free(first);
	return text;
}

/* What was signed just now stands: nothing takes it back.  NULL: that is not what happened. */
static char *told_signed(struct ui *ui, const struct meant *meant, size_t changed, const struct field_def *field)
{
	struct record *record = store_record(ui->store, *meant->ids, NULL);
	char *text = NULL, *more;

	if (record && field == register_state(record->def) && record_stands(record) &&
		store_undo_is_barred(ui->store)) {
		more = followed(ui, meant);
		text = xasprintf(ngettext("%s of %zu record changed; it stands as signed.%s%s",
					 "%s of %zu records changed; they stand as signed.%s%s", changed),
			_(field->label), changed, more ? " " : "", more ? more : "");
		free(more);
	}
	record_free(record);
	return text;
}

bool change_told_none(struct ui *ui, size_t changed, const struct meant *meant)
{
	if (changed)
		return false;
	ui_message(ui, "%s",
		meant->marked ? _("They have that already: nothing was changed.")
			      : _("It has that already: nothing was changed."));
	return true;
}

/* How many changed, and how many need not. */
static char *told_number(const struct meant *meant, size_t changed, const struct field_def *field)
{
	const char *undo = command_key("undo", NULL);

	if (changed < meant->count)
		/* TRANSLATORS: a field, how many records, how many others, a key */
		return xasprintf(ngettext("%s of %zu record changed, %zu had it already; %s takes it back.",
					 "%s of %zu records changed, %zu had it already; %s takes it back.", changed),
			_(field->label), changed, meant->count - changed, undo);
	return xasprintf(ngettext("%s of %zu record changed; %s takes it back.",
				 "%s of %zu records changed; %s takes it back.", changed),
		_(field->label), changed, undo);
}

char *change_told(struct ui *ui, const struct meant *meant, size_t changed, const struct field_def *field)
{
	struct record *record = meant->marked ? NULL : store_record(ui->store, *meant->ids, NULL);
	char *value, *more, *text = told_signed(ui, meant, changed, field);

	if (text) {
		record_free(record);
		return text;
	}
	if (!record || field->type->editor == EDIT_TEXT) {
		record_free(record);
		more = meant->marked ? checklist_unjustified(ui, meant, field) : NULL;
		value = told_number(meant, changed, field);
		text = xasprintf("%s%s%s", value, more ? " " : "", more ? more : "");
		free(value);
		free(more);
		return text;
	}
	value = shown_value(ui, record, field);
	/* TRANSLATORS: a field of a record, and its new value: "Owner of R-3: Jeanne Roy; u takes it back." */
	text = xasprintf(_("%s of %s: %s; %s takes it back."), _(field->label), change_name(record->ref),
		*value ? value : _("(empty)"), command_key("undo", NULL));
	text = text_elided(text, change_name(record->ref));
	free(value);
	record_free(record);
	return text;
}
