/*
 * The rows of a table in: each is matched with a record or adds one.  Two passes, so that a row may
 * refer to a later one (the second: import_waiting.c).  Every fault of every row is told; one is enough to change nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

/* Whether the control of a line of the SoA may be what a spreadsheet left of another, *longer: 5.1 of 5.10. */
static bool may_be_cut(const struct table *table, const char *ref, char **longer)
{
	const struct field_def *answers = register_answers(table->def);
	struct record *line = answers ? store_record_by_ref(table->store, ref, NULL) : NULL;
	const char *control = line ? record_get(line, answers->name) : NULL, *digits;

	*longer = NULL;
	if (control) {
		digits = control + strcspn(control, ".");
		*longer = numbered_longer(table->store, register_find(answers->target), digits + (*digits == '.'));
	}
	record_free(line);
	return *longer != NULL;
}

/* Numbers of rows that begin anew, on the next page or below names that stand once more, number no records. */
static bool refuse_number(const struct table *table, const char *ref, long line, struct error *error)
{
	const struct import_plan *plan = table->plan;
	const char *heading = NULL;
	char *option;
	size_t i;

	for (i = 0; i < plan->column_count && !heading; i++)
		heading = plan->columns[i].use == USE_REF ? plan->columns[i].heading : NULL;
	if (!heading || !*heading || ref[strspn(ref, "0123456789")])
		return error_set(error, ERROR_INVALID, _("%s stands in line %ld already."), ref, line);
	if (table->details->seen)
		return error_set(error, ERROR_INVALID,
			/* TRANSLATORS: a number; that of a line; "N°" */
			_("%s stands in line %ld already; where that is the number of the row alone, leave the column %s out."),
			ref, line, heading);
	option = strpbrk(heading, "\"'`$\\\n") ? xstrdup("--skip=COLUMN")
		 : strpbrk(heading, " ()*&;")  ? xasprintf("--skip=\"%s\"", heading)
					       : xasprintf("--skip=%s", heading);
	error_set(error, ERROR_INVALID,
		/* TRANSLATORS: a number; that of a line; an option, as "--skip=N°" */
		_("%s stands in line %ld already; where that is the number of the row alone, %s leaves it out."), ref,
		line, option);
	free(option);
	return false;
}

/* Two rows for one record: which of them is meant, nobody knows. */
static bool is_first(struct table *table, int64_t id, const char *ref, bool by_key, struct error *error)
{
	size_t place = (size_t)id;
	char *longer;

	if (place >= table->lines_count) {
		size_t count = place + place / 2 + 64;

		table->lines = xreallocarray(table->lines, count, sizeof *table->lines);
		memset(table->lines + table->lines_count, 0, (count - table->lines_count) * sizeof *table->lines);
		table->lines_count = count;
	}
	if (table->lines[place] && by_key) {
		char *told = import_plan_known_by(table->plan);

		error_set(error, ERROR_INVALID,
			table->details->seen
				? _("Line %ld says the same %s; give the rows refs, or choose for \"Known again by\" what tells them apart.")
				: _("Line %ld says the same %s; give the rows refs, or say --key=FIELD for what tells them apart."),
			table->lines[place], told);
		free(told);
		return false;
	}
	if (table->lines[place] && may_be_cut(table, ref, &longer)) {
		error_set(error, ERROR_INVALID,
			/* TRANSLATORS: a ref; the number of a line; the ref that a spreadsheet makes the first of */
			_("%s stands in line %ld already; if a spreadsheet cut one of them from %s, write that as text."),
			ref, table->lines[place], longer);
		free(longer);
		return false;
	}
	if (table->lines[place])
		return refuse_number(table, ref, table->lines[place], error);
	table->lines[place] = table->details->grid.rows[table->row].line;
	return true;
}

/* What people know the record by; a line of the SoA by its control.  The caller frees. */
static char *title_of(const struct table *table, const struct record *record)
{
	const struct field_def *answers = register_answers(table->def);
	const char *asked = answers ? record_get(record, answers->name) : NULL;
	struct record *control = asked ? store_record_by_ref(table->store, asked, NULL) : NULL;
	char *title = xstrdup(record_title(control ? control : record, environment_language()));

	record_free(control);
	return title;
}

static void told(struct table *table, char kind, const struct record *record)
{
	char *title = table->report->all ? title_of(table, record) : NULL;

	table->states[table->row].kind = kind;
	if (import_report_add(table->report, kind, record->ref, title)) {
		struct import_line *line = &table->report->lines[table->report->line_count - 1];

		line->line = table->details->grid.rows[table->row].line;
		table->states[table->row].line = table->report->line_count;
	}
	free(title);
}

static bool write_row(struct table *table, struct record *given, struct record *found, struct record *record,
	struct strings *later, struct error *error)
{
	struct action_counts before = action_counts(table->action), after;
	/* Of a new one all is told that it says. */
	struct record *was = !table->report->all ? NULL : found ? record_copy(found) : record_empty(table->def);
	bool ok;

	if (found) {
		ok = action_set(table->action, NULL, record, error);
	} else {
		record->ref = xstrdup(given->ref);
		record->uuid = xstrdup(given->uuid);
		ok = action_add(table->action, record, error) && is_first(table, record->id, record->ref, false, error);
	}
	if (ok) {
		after = action_counts(table->action);
		told(table, !found ? '+' : after.changed > before.changed ? '~' : '=', record);
		if (was)
			table_tell_changes(table, table->row, was, record);
		table_wait(table, record->id, later);
		if (!table->details->shipped)
			matcher_learn(table->matcher, record);
		if (table->mails)
			matcher_learn(table->mails, record);
	}
	record_free(was);
	return ok;
}

/* The record of a new row.  A table that says when it happened and not when it was noticed does not say that this was now. */
static struct record *fresh_record(const struct table *table)
{
	struct record *record = record_new(table->def, store_context(table->store)->time_zone);
	bool told = false;
	size_t i;

	for (i = 0; i < table->def->field_count; i++)
		told = told || (table->def->fields[i].flags & FIELD_HAPPENED &&
				       import_has_column(table->plan, &table->def->fields[i]));
	for (i = 0; told && i < table->def->field_count; i++) {
		const struct field_def *field = &table->def->fields[i];

		if (field->initial && field->flags & FIELD_HAPPENED && !(field->flags & FIELD_REQUIRED) &&
			!import_has_column(table->plan, field))
			record_set(record, field->name, NULL);
	}
	return record;
}

/* What happened under the same title on another day is no correction of what is in the file: each log of a month has its Phishing. */
static bool is_other_event(
	const struct table *table, const struct record *found, const struct record *record, struct error *error)
{
	const struct register_def *def = table->def;
	const struct field_def *first = def->sequence.first ? register_field(def, def->sequence.first) : NULL;
	const char *had = first ? record_get(found, first->name) : NULL,
		   *has = first ? record_get(record, first->name) : NULL;
	char *shown;

	if (!table->by_keys || table->by_id || table->keys[0] != register_title(def) || table->keys[1] || !had ||
		!has || strncmp(had, has, strlen("2026-03-03")) == 0)
		return false;
	shown = field_format(first, store_context(table->store), had);
	error_set(error, ERROR_INVALID,
		/* TRANSLATORS: a ref, a field, a day */
		_("%s is called so too, and has %s %s: if this is another one, give it a title of its own, else its ref."),
		found->ref, _(first->label), shown);
	free(shown);
	return true;
}

/* Whether the row calls the record otherwise, by a number of it; *had, *has: the names. */
static bool is_called_otherwise(const struct table *table, const struct record *found, const struct record *record,
	const char **had, const char **has)
{
	const struct field_def *title = register_title(table->def);

	if (!title || (table->by_keys && !table->by_id) || table->details->shipped || table->details->foreign)
		return false;
	*had = record_get(found, title->name);
	*has = record_get(record, title->name);
	return *had && *has && text_differs(*had, *has);
}

/* Whether the two names have a word of some letters in common. */
static bool share_a_word(const char *one, const char *other)
{
	char *a = text_fold_typed(one), *b = text_fold_typed(other), *rest = a, *word;
	bool share = false;

	while (!share && (word = strsep(&rest, " ,;:()'-")))
		share = strlen(word) > 3 && strstr(b, word) != NULL;
	free(a);
	free(b);
	return share;
}

/* Two teams have an actions.xlsx each, with numbers from 1 on: where nothing but the name of the file says whose they are, another name is another record. */
static bool is_of_another_table(
	const struct table *table, const struct record *found, const struct record *record, struct error *error)
{
	const char *had, *has;

	if (!table->by_id || table->plan->source_given || !is_called_otherwise(table, found, record, &had, &has) ||
		share_a_word(had, has))
		return false;
	error_set(error, ERROR_INVALID,
		table->details->seen
			/* TRANSLATORS: a ref, the name of its record; another name */
			? _("The number is that of %s \"%s\", which the table of this name gave, and not of \"%s\"; say above the columns of which table the numbers are.")
			/* TRANSLATORS: a ref, the name of its record; another name */
			: _("The number is that of %s \"%s\", which the table of this name gave, and not of \"%s\"; --source=NAME says of which table the numbers are."),
		found->ref, had, has);
	return true;
}

/* A number of one table may be that of another record in the next; a preview shows both names anyway. */
static void say_renamed(struct table *table, const struct record *found, const struct record *record)
{
	const char *had, *has;
	char *text;

	if (table->details->seen || table->options->dry_run || !is_called_otherwise(table, found, record, &had, &has))
		return;
	/* TRANSLATORS: a ref; what the record was called, what it is called by the table */
	text = xasprintf(_("%s was renamed, from \"%s\" to \"%s\"."), found->ref, had, has);
	table_say(table, text);
	free(text);
}

/* False: the row is refused for the reasons that were told, or for the one in error. */
static bool import_row(struct table *table, struct error *error)
{
	struct record *given = record_empty(table->def), *found = NULL, *record = NULL;
	struct strings later = { 0 };
	char *elsewhere = NULL;
	bool ok = false, known, by_id;

	if (!table_read_identity(table, given, &elsewhere, error))
		goto out;
	found = table_find(table, given, elsewhere, error);
	by_id = found && table_is_elsewhere(table, found, elsewhere);
	if (error->kind || (found && !is_first(table, found->id, by_id ? strstr(elsewhere, ": ") + 2 : found->ref,
					     !given->ref && !given->uuid && !by_id && table->keys[0], error)))
		goto out;
	known = found && table->plan->on_match != MATCH_UPDATE;
	if (known && table->plan->on_match == MATCH_STOP) {
		error_set(error, ERROR_INVALID, _("%s is in the file already."), found->ref);
		goto out;
	}
	if (known) {
		told(table, '=', found);
		ok = true;
		goto out;
	}
	record = found ? record_copy(found) : fresh_record(table);
	/* A record that a file of ours had before is as it was there, with what it left empty. */
	table->fresh = !found && !given->uuid && !table->details->shipped;
	table->by_keys = found && !given->uuid && !given->ref;
	table->by_id = by_id;
	table->nameless = table->fresh && !given->ref && !elsewhere;
	if (!table_read_row(table, record, &later, error))
		goto out;
	/* As the row of a new one is completed when it is added: what it says otherwise is the same then. */
	if (found && !table->details->shipped && table->def->completions &&
		!store_complete(table->store, record, error))
		goto out;
	if (found && (is_other_event(table, found, record, error) || is_of_another_table(table, found, record, error)))
		goto out;
	if (found)
		say_renamed(table, found, record);
	table_keep_elsewhere(table, record, elsewhere);
	ok = write_row(table, given, found, record, &later, error);
	if (ok)
		table_say_over(table, record);
out:
	ok = store_sound(table->store, error) && ok;
	if (!ok && given->ref)
		strings_add(&table->refused_refs, given->ref);
	/* What else is wrong with it is told as well. */
	if (!ok && !error_ends(error))
		table_wait(table, 0, &later);
	strings_free(&later);
	free(elsewhere);
	record_free(given);
	record_free(found);
	record_free(record);
	return ok;
}

/* Whether the caller asked for the row. */
static bool is_asked_for(const struct table *table)
{
	const struct import_options *options = table->options;
	const struct field_def *answers = register_answers(table->def);
	bool named = !options->only_refs;
	size_t i;

	if (table->details->left_out[table->row])
		return false;
	if (!options->only_field && !options->only_refs)
		return true;
	for (i = 0; i < table->plan->column_count; i++) {
		const struct import_column *column = &table->plan->columns[i];
		const char *text = grid_at(&table->details->grid, table->row, i)->text;

		if (options->only_field && column->use == USE_FIELD &&
			strcmp(column->field->name, options->only_field) == 0 && strcmp(text, options->only_value) != 0)
			return false;
		if (options->only_refs &&
			(column->use == USE_REF || (answers && column->use == USE_FIELD && column->field == answers)) &&
			strings_contain(options->only_refs, text))
			named = true;
	}
	return named;
}

/* A key beside the table goes on below it: nothing is in the row but what is left out, which is told. */
static bool is_left_out(struct table *table)
{
	if (!import_row_is_blank(table->plan, table->row))
		return false;
	table_say_once(table, _("Nothing stands here but in columns that are left out."));
	return true;
}

static bool first_pass(struct table *table, struct error *error)
{
	const struct grid *grid = &table->details->grid;

	for (table->row = table->details->header + 1; table->row < grid->count; table->row++) {
		if (!is_asked_for(table) || grid_row_is_blank(grid, table->row) || table_is_aside(table) ||
			is_left_out(table))
			continue;
		if (!table->details->shipped)
			store_progress_at(table->store, (int64_t)table->row, (int64_t)grid->count);
		if (import_row(table, error) || !error->kind) {
			table_see_row(table);
			continue;
		}
		if (error_ends(error))
			return false;
		table_refuse(table, table->plan->column_count, error);
	}
	return true;
}

static bool is_gone(void *user, int64_t id, const char *ref)
{
	struct table *table = user;
	struct record *record;

	if ((size_t)id < table->lines_count && table->lines[id])
		return true;
	table->report->gone++;
	if (!table->report->all)
		return true;
	record = store_record(table->store, id, NULL);
	import_report_add(table->report, '-', ref, record ? record_title(record, environment_language()) : NULL);
	record_free(record);
	return true;
}

/* Whether a column says which record a row is, whatever else it says. */
static bool has_ids(const struct table *table)
{
	size_t i;

	for (i = 0; i < table->plan->column_count; i++) {
		const struct import_column *column = &table->plan->columns[i];

		if (column->use == USE_REF || column->use == USE_UUID ||
			(column->use == USE_FIELD && column->field == table->external))
			return true;
	}
	return false;
}

/* Counts what became of the rows, and tells what the table lacks where it is about what the file has. */
static bool finish(struct table *table, struct error *error)
{
	size_t row;
	bool added = false, met = false;

	for (row = 0; row < table->details->grid.count; row++) {
		char kind = table->states[row].kind;

		table->report->added += kind == '+';
		table->report->changed += kind == '~';
		table->report->unchanged += kind == '=';
		added = added || kind == '+';
		met = met || kind == '~' || kind == '=';
	}
	if (!table->details->shipped && !table->details->foreign) {
		table_say_ready(table);
		table_say_alone(table);
	}
	if (added && !table->details->shipped && !table->details->foreign && !has_ids(table))
		table_say_of_day(table);
	/* Lines of the SoA are there as their controls are. */
	if (table->details->shipped || table->details->foreign || !met || (table->def->flags & REGISTER_SINGLE) ||
		register_answers(table->def))
		return true;
	return matcher_each(table->matcher, is_gone, table, error);
}

static void table_begin(struct table *table)
{
	struct import_plan *plan = table->plan;
	size_t i, row;

	table->details = plan->details;
	table->store = plan->details->store;
	table->def = plan->def;
	table->ref_form.def = plan->def;
	table->states = xcalloc(plan->details->grid.count + 1, sizeof *table->states);
	if (!plan->details->shipped) {
		import_keys(table->plan, table->keys);
		table->external = register_field(plan->def, "external");
	}
	table->matcher = matcher_new(table->store, table->def, table->keys);
	for (i = 0; i < KEYS_MOST && table->keys[i]; i++)
		if (table->keys[i]->type == &type_date_time && !import_has_column(table->plan, table->keys[i]))
			matcher_by_day(table->matcher, i);
	for (i = 0; i < plan->column_count; i++)
		for (row = plan->details->header + 1;
			plan->columns[i].use == USE_REF && row < plan->details->grid.count; row++)
			if (!import_is_below(plan, row))
				table_see_ref(table, grid_at(&plan->details->grid, row, i)->text);
}

static void table_end(struct table *table)
{
	table_say_counts(table);
	table_forget_known(table);
	matcher_free(table->matcher);
	matcher_free(table->ids);
	matcher_free(table->mails);
	free(table->states);
	free(table->waiting);
	strings_free(&table->waiting_texts);
	strings_free(&table->refused_refs);
	free(table->lines);
}

bool import_table(struct import_plan *plan, struct action *action, const struct import_options *options,
	struct import_report *report, struct error *error)
{
	struct table table = { .plan = plan, .action = action, .options = options, .report = report };
	struct error local = { 0 };
	struct reading_form before;
	bool ok;

	table_begin(&table);
	table_say_input(&table);
	before = store_take_reading(table.store, (struct reading_form){ .file_form = plan->details->shipped });
	ok = first_pass(&table, &local) && table_second_pass(&table, &local) && finish(&table, &local);
	store_take_reading(table.store, before);
	if (!ok)
		error_move(error, &local);
	else if (table.refused) {
		table_say_why_refused(&table);
		ok = error_set(error, ERROR_INVALID,
			ngettext("%lld row of %s is refused; nothing was changed.",
				"%lld rows of %s are refused; nothing was changed.", (unsigned long)table.refused),
			(long long)table.refused, plan->input);
	}
	store_progress_at(table.store, 0, 0);
	table_end(&table);
	return ok && (plan->details->shipped || options->dry_run || import_columns_remember(plan, action, error));
}
