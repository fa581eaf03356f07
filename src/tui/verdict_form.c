/* The form that a step opens: filled with what its line of the command line says, so that both ask for the same. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"
#include "tui/verdict.h"

#define GATHERED_MOST 200 /* beyond it nobody reads the field; empty, it stands for all */

/* ---- the words of the line ---- */

/* The next one, without its quotes; NULL: the end. */
static char *next_word(const char **line)
{
	struct buffer word = { 0 };
	bool quoted = false;

	*line += strspn(*line, " ");
	if (!**line)
		return NULL;
	for (; **line && (quoted || **line != ' '); (*line)++) {
		if (**line == '"')
			quoted = !quoted;
		else
			buffer_add_char(&word, **line);
	}
	return buffer_take(&word);
}

/* "FIELD=VALUE"; "..." is for who fills the form in: that field is returned, else NULL. */
static const struct field_def *take_word(struct store *store, struct record *record, char *word)
{
	char *equals = strchr(word, '='), *value = NULL;
	const struct field_def *field;

	if (!equals)
		return NULL;
	*equals = '\0';
	field = register_field(record->def, word);
	if (strcmp(equals + 1, "...") == 0)
		return field;
	if (field && app_parse_value(store, NULL, field, equals + 1, &value, NULL))
		record_set(record, field->name, value);
	free(value);
	return NULL;
}

/* Takes all that the line of the step says; gives the first field of the register of which it says only that it is wanted, or NULL. */
static const struct field_def *take_words(struct store *store, struct record *record, struct verdict_step *step)
{
	const struct field_def *wanted = NULL, *field;
	struct error error = { 0 };
	const char *words;
	char *word;

	if (verdict_find_words(store, step, &error))
		for (words = step->words; words && (word = next_word(&words)); free(word)) {
			field = take_word(store, record, word);
			if (field && (!wanted || field < wanted))
				wanted = field;
		}
	error_clear(&error);
	return wanted;
}

/* ---- all that lack ---- */

static bool add_ref(void *user, const struct row *row)
{
	struct strings *refs = user;

	strings_add(refs, row->ref);
	return refs->count <= GATHERED_MOST;
}

/* What is closed over many records, as an assessment, gathers all that lack it: not the first of them alone. */
static void gather(
	struct ui *ui, const struct verdict_line *line, const struct verdict_step *step, struct record *record)
{
	static const char *const columns[] = { "ref" };
	const char *link = step->way ? NULL : line->condition->link, *closes = record->def->freeze_action;
	const struct field_def *field = link ? register_field(record->def, link) : NULL;
	struct strings refs = { 0 };
	struct query *query;
	char *all;

	if (!field || field->type->storage != STORED_LINKS || !record_get(record, link) || !closes ||
		strcmp(closes, "close") != 0)
		return;
	query = verdict_records(line->condition, COUNT_FAILS, store_context(ui->store));
	if (query && strcmp(query->def->name, field->target) == 0 &&
		store_each_value(ui->store, query, columns, 1, add_ref, &refs, NULL) && refs.count > 1) {
		all = refs.count > GATHERED_MOST ? NULL : strings_join(&refs, ",");
		record_set(record, link, all);
		free(all);
	}
	query_free(query);
	strings_free(&refs);
}

void verdict_form_add(struct ui *ui, const struct verdict_line *line, struct verdict_step *step)
{
	struct record *record = verdict_new_record(ui->store, step);
	const struct field_def *wanted, *field;
	size_t i;

	/* As a form does where a person names one: the title, the owner, the kind that follow from it. */
	for (i = 0; i < record->def->field_count; i++) {
		field = &record->def->fields[i];
		if (record->values[i] && field_is_reference(field) && !(field->flags & FIELD_INVERSE))
			app_propose(ui->store, record, field->name, NULL);
	}
	wanted = take_words(ui->store, record, step);
	gather(ui, line, step, record);
	form_view_open_record(ui, record, wanted ? wanted->name : verdict_step_field(step));
}

/* "Status, Closed on": what the line set. */
static char *labels_of_changes(const struct record *before, const struct record *now)
{
	struct buffer labels = { 0 };
	size_t i;

	for (i = 0; i < now->def->field_count; i++) {
		const struct field_def *field = &now->def->fields[i];
		const char *was = before->values[i], *is = now->values[i];

		if (field->flags & FIELD_DERIVED || (was && is ? strcmp(was, is) == 0 : was == is))
			continue;
		buffer_printf(&labels, "%s%s", labels.length ? ", " : "", _(field->label));
	}
	return labels.length ? buffer_take(&labels) : NULL;
}

void verdict_form_change(struct ui *ui, struct verdict_step *step)
{
	struct error error = { 0 };
	struct record *before = store_record(ui->store, step->record, &error), *now;
	const struct field_def *wanted;
	const char *field = verdict_step_field(step);
	char *labels;

	if (!before) {
		ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	now = record_copy(before);
	wanted = take_words(ui->store, now, step);
	labels = labels_of_changes(before, now);
	if (form_view_open_record(ui, now, wanted ? wanted->name : field) && labels)
		/* TRANSLATORS: %s are the names of fields, parted by commas */
		ui_message(ui, _("Set here as the step says, not saved yet: %s"), labels);
	free(labels);
	record_free(before);
}
