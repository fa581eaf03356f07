/* What is wrong with a row, or to be said of it: in the report with its place, and beside the row for whoever puts it right. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

static void add_reason(struct table *table, size_t row, const char *sentence)
{
	struct strings *reasons = &table->details->reasons;
	char *both;

	while (reasons->count <= row)
		strings_add(reasons, "");
	both = *reasons->items[row] ? xasprintf("%s %s", reasons->items[row], sentence) : xstrdup(sentence);
	free(reasons->items[row]);
	reasons->items[row] = both;
}

/* What stands in the cell, behind a sentence that does not say it: "15 k" of what must be a number.  NULL: it is there.  The caller frees. */
static char *with_cell(const struct table *table, size_t column, const char *sentence)
{
	char *cell = import_cell_text(table->plan, table->row, column), *cut = text_cut(cell, 60),
	     *line = text_one_line(cut), *shown = text_printable(line, false), *whole = NULL;

	if (*shown && !strstr(sentence, shown))
		/* TRANSLATORS: a sentence that says what is wrong; what stands in the cell */
		whole = xasprintf(_("%s There stands \"%s\"."), sentence, shown);
	free(shown);
	free(line);
	free(cut);
	free(cell);
	return whole;
}

/* Of a new record without a title where no column is it: how that is said. */
static void name_title(const struct table *table, struct error *error)
{
	const struct field_def *title = register_title(table->def);
	char *text, *advice;

	if (!title || !(title->flags & FIELD_REQUIRED) || table->details->shipped || !error->message || !error->field ||
		strcmp(error->field, title->name) != 0 || import_has_column(table->plan, title))
		return;
	advice = table->details->seen
			 /* TRANSLATORS: a field, "Title"; a register */
			 ? xasprintf(_("No column is the %s of %s; Enter on a column says which is."), _(title->label),
				   _(table->def->plural))
			 /* TRANSLATORS: a field, "Title"; a register; the name of the field */
			 : xasprintf(_("No column is the %s of %s: --map=COLUMN=%s says which is."), _(title->label),
				   _(table->def->plural), title->name);
	text = xasprintf("%s %s", error->message, advice);
	free(advice);
	free(error->message);
	error->message = text;
}

void table_refuse(struct table *table, size_t column, struct error *error)
{
	size_t row = table->row;
	char *name = column < table->details->grid.columns ? grid_cell_name(&table->details->grid, row, column) : NULL;
	char *sentence, *whole, *text;
	long line = table->details->grid.rows[row].line;

	name_title(table, error);
	sentence = text_printable(error->message ? error->message : "", false);
	/* The view shows the cells of the row below. */
	whole = column < table->plan->column_count && !table->details->seen ? with_cell(table, column, sentence) : NULL;

	if (whole) {
		free(sentence);
		sentence = whole;
	}
	text = name ? xasprintf("%s:%s: %s", table->plan->input, name, sentence)
		    : xasprintf("%s:%ld: %s", table->plan->input, line, sentence);
	add_reason(table, row, sentence);
	if (table->states[row].kind == '!') {
		import_report_fault(table->report, line, text);
	} else {
		import_report_add(table->report, '!', NULL, text)->line = line;
		/* What was told of the row before its references were known does not come. */
		if (table->states[row].line)
			table->report->lines[table->states[row].line - 1].kind = ' ';
		table->states[row].kind = '!';
		table->refused++;
	}
	free(name);
	free(text);
	free(sentence);
	error_clear(error);
}

void table_say(struct table *table, const char *sentence)
{
	char *line = xasprintf("%s:%ld: %s", table->plan->input, table->details->grid.rows[table->row].line, sentence);
	const struct import_report *report = table->report;
	bool said = false;
	size_t i;

	/* A cell by which the record is found is read again with the row. */
	for (i = report->line_count; i && report->line_count - i < 8 && !said; i--)
		said = report->lines[i - 1].kind == '*' && strcmp(report->lines[i - 1].sentence, line) == 0;
	if (!said)
		import_report_add(table->report, '*', NULL, line);
	free(line);
}

static void say_count(const struct table *table, struct said_once *once)
{
	size_t more = once->rows - 1;
	char **said, *both;

	if (once->sentence && more) {
		said = &table->report->lines[once->line - 1].sentence;
		/* TRANSLATORS: a sentence about a row; the number of other rows of which the same is said */
		both = xasprintf(
			ngettext("%s So it is in %zu more row.", "%s So it is in %zu more rows.", more), *said, more);
		free(*said);
		*said = both;
	}
	free(once->sentence);
	*once = (struct said_once){ .sentence = NULL };
}

/* The place of the sentence, or an empty one for it; NULL: all are others'. */
static struct said_once *place_of(struct table *table, const char *sentence)
{
	size_t begin = hash_quick(sentence, strlen(sentence)) % SAID_ONCE, i;

	for (i = 0; i < SAID_ONCE; i++) {
		struct said_once *once = &table->once[(begin + i) % SAID_ONCE];

		if (!once->sentence || strcmp(once->sentence, sentence) == 0)
			return once;
	}
	return NULL;
}

void table_say_once(struct table *table, const char *sentence)
{
	struct said_once *once = place_of(table, sentence);
	const size_t lines = table->report->line_count;

	if (once && once->sentence) {
		once->rows += once->row != table->row;
		once->row = table->row;
		return;
	}
	table_say(table, sentence);
	if (once && table->report->line_count > lines)
		*once = (struct said_once){ xstrdup(sentence), table->row, 1, table->report->line_count };
}

void table_say_over(struct table *table, const struct record *record)
{
	const struct register_def *def = table->def;
	const struct field_def *over = def->over ? register_field(def, def->over) : NULL, *state = register_state(def);
	const char *value = state ? record_get(record, state->name) : NULL, *const *open = def->open;
	char *shown, *text;

	if (!over || !value || table->details->shipped || !import_has_column(table->plan, over) ||
		!record_get(record, over->name))
		return;
	while (*open && strcmp(*open, value) != 0)
		open++;
	if (!*open)
		return;
	shown = field_format(state, store_context(table->store), value);
	/* TRANSLATORS: two fields, as "Closed on" and "Status"; the value of the second one, twice the field */
	text = xasprintf(_("%s is given and %s is %s: a record is over where %s says so."), _(over->label),
		_(state->label), shown, _(state->label));
	table_say_once(table, text);
	free(text);
	free(shown);
}

void table_say_counts(struct table *table)
{
	size_t i;

	for (i = 0; i < SAID_ONCE; i++)
		say_count(table, &table->once[i]);
}

/* How the column is read, with the option that settles what it leaves open.  The caller frees; NULL: nothing is to be said. */
static char *reading_said(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];

	if (!column->reading)
		return NULL;
	if (column->contradicts && column->open == OPEN_ORDER && !plan->details->seen)
		return xasprintf(
			_("%s: %s --dates=day-first or --dates=month-first says it."), plan->input, column->reading);
	return xasprintf("%s: %s", plan->input, column->reading);
}

static bool has_refs(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_REF || plan->columns[i].use == USE_UUID)
			return true;
	return false;
}

/* How the input was read, and its columns. */
void table_say_input(const struct table *table)
{
	const struct import_plan *plan = table->plan;
	char *text;
	size_t i;

	if (table->details->shipped)
		return;
	for (i = 0; i < plan->notes.count; i++)
		import_report_add(table->report, '*', NULL, plan->notes.items[i]);
	if (plan->by_ref_only && !has_refs(plan)) {
		text = xasprintf(
			_("%s: no column is the ref, so that each row is a new record; read once more, the table adds them again."),
			plan->input);
		import_report_add(table->report, '*', NULL, text);
		free(text);
	}
	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];

		if (column->origin == BY_MEMORY && !plan->details->seen) {
			text = column->use == USE_SKIPPED
				       ? xasprintf(
						 _("%s: the column %s is left out, as the last time; --map says otherwise."),
						 plan->input, column->heading)
				       : xasprintf(
						 _("%s: the column %s is %s, as the last time; --map says otherwise."),
						 plan->input, column->heading,
						 column->field            ? _(column->field->label)
						 : column->use == USE_REF ? "ref"
									  : "uuid");
			import_report_add(table->report, '*', NULL, text);
			free(text);
		}
		text = reading_said(plan, i);
		if (!text)
			text = import_own_said(plan, i);
		if (text)
			import_report_add(table->report, '*', NULL, text);
		free(text);
	}
}

/* Where nothing is read, what is to be said of the values is not either: but why they were refused. */
void table_say_why_refused(const struct table *table)
{
	const struct import_plan *plan = table->plan;
	size_t i;

	if (plan->details->seen || plan->only_good || table->options->dry_run)
		return;
	for (i = 0; i < plan->column_count; i++) {
		char *text = plan->columns[i].contradicts ? reading_said(plan, i) : NULL;

		if (text)
			import_report_fault(table->report, 0, text);
		free(text);
	}
}

/* As people read it; on the screen, who is referred to by name. */
static char *text_of(
	const struct table *table, const struct record *record, const struct field_def *field, const char *value)
{
	return value && table->details->seen && field_is_reference(field)
		       ? store_references(table->store, value, REFERENCE_WHOLE, ", ")
		       : store_value_text(table->store, record, field, value);
}

void table_tell_changes(struct table *table, size_t row, const struct record *before, const struct record *after)
{
	struct import_line *line = table->states[row].line && table->report->all
					   ? &table->report->lines[table->states[row].line - 1]
					   : NULL;
	size_t i;

	for (i = 0; line && i < table->def->field_count; i++) {
		const struct field_def *field = &table->def->fields[i];

		if ((field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL)) ||
			!text_differs(before->values[i], after->values[i]))
			continue;
		line->changes = xreallocarray(line->changes, line->change_count + 1, sizeof *line->changes);
		line->changes[line->change_count++] =
			(struct import_change){ field, text_of(table, before, field, before->values[i]),
				text_of(table, after, field, after->values[i]) };
	}
}

/*
 * Where the day tells the records of a register apart and the table has none, what is new has that of the
 * reading; read once more on another day it is new again, as next month's table has to be.
 */
void table_say_of_day(const struct table *table)
{
	size_t i;

	for (i = 0; i < KEYS_MOST && table->keys[i]; i++) {
		const struct field_def *field = table->keys[i];
		char *text;

		if (!field->initial || !field_is_day(field) || import_has_column(table->plan, field))
			continue;
		/* TRANSLATORS: name of a file; of a field, as "Date" */
		text = xasprintf(
			_("%s: no column is \"%s\"; what is new has that of this reading, and is added once more when the table is read on another day."),
			table->plan->input, _(field->label));
		import_report_add(table->report, '*', NULL, text);
		free(text);
		return;
	}
}
