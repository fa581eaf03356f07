/* The parts of which reports are made. */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return x < y ? -1 : x > y;
}

void ids_sort(int64_t *ids, size_t count)
{
	if (count)
		qsort(ids, count, sizeof *ids, by_id);
}

bool ids_hold(const int64_t *ids, size_t count, int64_t id)
{
	return !ids || bsearch(&id, ids, count, sizeof id, by_id) != NULL;
}

bool report_selects(const struct report *report, int64_t id)
{
	return ids_hold(report->ids, report->id_count, id);
}

/* Takes the query. */
static struct query *restrict_query(struct report *report, struct query *query, const char *condition, bool selected,
	const char *sort, struct error *error)
{
	const struct model_context *context = store_context(report->store);

	if ((condition && !query_parse(query, context, condition, error)) ||
		(selected && report->options->filter &&
			(!query_parse(query, context, report->options->filter, error) ||
				!store_check_query(report->store, query, NULL, error))) ||
		(sort && !query_sort(query, sort, error))) {
		query_free(query);
		return NULL;
	}
	return query;
}

struct query *report_query(struct report *report, const char *name, const char *condition, bool selected,
	const char *sort, struct error *error)
{
	return restrict_query(report, query_new(register_find(name)), condition, selected, sort, error);
}

struct query *report_soa_query(struct report *report, enum soa_part part, const char *condition, bool selected,
	const char *sort, struct error *error)
{
	return restrict_query(report, query_soa(store_context(report->store), part), condition, selected, sort, error);
}

struct query *report_lines_query(struct report *report, const struct register_def *lines, struct error *error)
{
	return restrict_query(report, query_new(lines), NULL, true, NULL, error);
}

/* ---- cells ---- */

static char *references(struct report *report, const struct field_def *field, const char *value)
{
	/* Names stand in a row, what has a ref on lines of its own. */
	bool names = register_find(field->target)->flags & REGISTER_BY_NAME;

	if (report->frozen)
		return frozen_text(report->frozen, field, value, names ? ", " : "\n", REFERENCE_READ);
	return store_references(report->store, value, REFERENCE_READ, names ? ", " : "\n");
}

char *report_moment(char *text)
{
	char *iso = xstrndup(text, 10), *day, *written = text;
	struct date date;

	if (date_parse(iso, &date)) {
		day = date_format_paper(&date);
		written = xasprintf("%s%s", day, text + 10);
		free(day);
		free(text);
	}
	free(iso);
	return written;
}

char *report_written(const struct field_def *field, char *text)
{
	return field && (field->type == &type_date || field->type == &type_date_time) ? report_moment(text) : text;
}

char *report_cell(struct report *report, const struct field_def *field, const struct cell *cell)
{
	if (field && cell->value && field_is_reference(field))
		return references(report, field, cell->value);
	return report_written(field, xstrdup(cell->text));
}

char *report_value(struct report *report, const struct record *record, const char *name)
{
	const struct field_def *field = register_field(record->def, name);
	const char *value = record_get(record, name);

	if (!value)
		return xstrdup("");
	if (field_is_reference(field))
		return references(report, field, value);
	return report_written(field, report->frozen ? field_format(field, report_context(report), value)
						    : store_value_text(report->store, record, field, value));
}

const char *report_said(const struct field_def *field, const char *text)
{
	return *text || !field_is_asked(field) ? text : _("not said");
}

char *report_day(const char *value)
{
	struct date date;

	return value && date_parse(value, &date) ? date_format_long(&date) : xstrdup("");
}

char *report_date(const char *value)
{
	struct date date;

	return value && date_parse(value, &date) ? date_format_paper(&date) : xstrdup("");
}

char *report_local_time(const struct report *report, const char *value)
{
	int64_t seconds;
	struct date day;
	int clock;

	if (date_parse(value, &day))
		return xstrdup(value);
	if (!date_time_parse(value, &seconds))
		return NULL;
	day = date_in_zone(seconds, store_context(report->store)->time_zone, &clock);
	return xasprintf("%04d-%02d-%02dT%02d:%02d:%02d", day.year, day.month, day.day, clock / 3600, clock / 60 % 60,
		clock % 60);
}

static enum column_kind kind_of(const struct field_def *field)
{
	if (!field)
		return COLUMN_TEXT;
	if (field->type == &type_date)
		return COLUMN_DATE;
	if (field->type == &type_date_time)
		return COLUMN_TIME;
	if (field->type == &type_percentage)
		return COLUMN_PERCENT;
	if (field->type == &type_integer || field->type == &type_number || field->type == &type_amount)
		return COLUMN_NUMBER;
	return field->type == &type_level ? COLUMN_LEVEL : COLUMN_TEXT;
}

struct column_def report_column(const struct register_def *def, const char *path, int width)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;

	query_path(def, path, &owner, &field);
	return (struct column_def){ field                          ? _(field->label)
				    : strcmp(path, "created") == 0 ? _("Created")
				    : strcmp(path, "updated") == 0 ? _("Changed")
								   : _("Ref"),
		kind_of(field), width };
}

/* Only what bears the name of a level of today has its colour. */
static void colour(struct report *report, const struct field_def *field, struct table_row *row, size_t column,
	const char *value, const char *text)
{
	const struct model_context *context = report_context(report);
	int level = field_is_risk_level(field) ? method_level_named(context, value, text) : 0;

	if (level)
		table_set_level(row, column, level, context->method.scales[SCALE_RISK].count);
}

void report_put(struct report *report, const struct register_def *def, const char *path, struct table_row *row,
	size_t column, const struct cell *cell)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;
	char *text, *local;

	query_path(def, path, &owner, &field);
	text = report_cell(report, field, cell);
	local = field && cell->value && kind_of(field) == COLUMN_TIME ? report_local_time(report, cell->value) : NULL;
	table_set(row, column, report->options->plain || !field ? text : report_said(field, text),
		local ? local : cell->value);
	colour(report, field, row, column, cell->value, text);
	free(text);
	free(local);
}

/* ---- tables ---- */

struct table {
	struct report *report;
	struct block *block;
	const struct register_def *def;
	const char *const *columns;
	size_t count;
	bool selected;
};

static bool table_line(void *user, const struct row *row)
{
	struct table *table = user;
	struct table_row *line;
	size_t i;

	if (table->selected && !report_selects(table->report, row->id))
		return true;
	line = table_row(table->block);
	for (i = 0; i < table->count; i++)
		report_put(table->report, table->def, table->columns[i], line, i, &row->cells[i]);
	return true;
}

bool report_table(struct report *report, struct query *query, const char *const *columns, const int *widths,
	size_t count, bool selected, struct error *error)
{
	struct table table = {
		.report = report, .def = query->def, .columns = columns, .count = count, .selected = selected
	};
	struct column_def *defs = xcalloc(count, sizeof *defs);
	bool ok;
	size_t i;

	for (i = 0; i < count; i++)
		defs[i] = report_column(query->def, columns[i], widths[i]);
	table.block = document_table(report->document, defs, count);
	free(defs);
	ok = report_each(report, query, columns, count, table_line, &table, error);
	if (ok && !table.block->row_count) {
		/* An empty table says less than a sentence. */
		block_free(table.block);
		report->document->count--;
		document_note(report->document, _("There is no record of this kind."));
	}
	return ok;
}

/* ---- records with all their fields ---- */

static bool is_shown(const struct report *report, const struct field_def *field)
{
	return !(field->flags & (FIELD_SNAPSHOT | FIELD_INTERNAL | FIELD_EXTERNAL)) &&
	       !(report->extract && (field->flags & FIELD_CONFIDENTIAL));
}

/* The state and the part of a rating's field: "inherent", "likelihood"; NULL: it is no rating. */
static const char *rating_part(const char *name, size_t *state)
{
	static const char *const states[] = { "inherent_", "current_", "residual_" };
	size_t i;

	for (i = 0; i < 3; i++)
		if (strncmp(name, states[i], strlen(states[i])) == 0) {
			*state = i;
			return name + strlen(states[i]);
		}
	return NULL;
}

static void ratings(struct report *report, const struct register_def *def, char *const *texts, char *const *values)
{
	static const char *const parts[] = { "likelihood", "impact", "impact_c", "impact_i", "impact_a", "impact_t",
		"level" };
	const char *states[] = { _("Inherent"), _("Current"), _("Residual") };
	const struct column_def columns[] = {
		{ _("Rating"), COLUMN_TEXT, 9 },
		{ _("Likelihood"), COLUMN_TEXT, 12 },
		{ _("Impact"), COLUMN_TEXT, 12 },
		/* TRANSLATORS: the impact on confidentiality, integrity, availability, traceability: a letter each */
		{ _("C"), COLUMN_TEXT, 3 },
		{ _("I"), COLUMN_TEXT, 3 },
		{ _("A"), COLUMN_TEXT, 3 },
		{ _("T"), COLUMN_TEXT, 3 },
		{ _("Level"), COLUMN_LEVEL, 0 },
	};
	struct block *table = NULL;
	struct table_row *row = NULL;
	size_t i, p, state, last = 3;

	for (i = 0; i < def->field_count; i++) {
		const char *part = rating_part(def->fields[i].name, &state);

		if (!part || !texts[i] || !*texts[i])
			continue;
		if (!table)
			table = document_table(report->document, columns, 8);
		if (state != last) {
			row = table_row(table);
			table_set(row, 0, states[state], NULL);
			last = state;
		}
		for (p = 0; p < 7; p++)
			if (strcmp(part, parts[p]) == 0) {
				/* The four are told by number: the name of the greatest stands beside them. */
				table_set(row, p + 1, p >= 2 && p <= 5 ? values[i] : texts[i], values[i]);
				colour(report, &def->fields[i], row, p + 1, values[i], texts[i]);
			}
	}
}

/* texts and values in the order of the register's fields. */
static void fields(struct report *report, const struct register_def *def, char *const *texts, char *const *values,
	const char *const *skip)
{
	struct block *facts = document_facts(report->document);
	bool rated = def->flags & REGISTER_RATED;
	size_t i, j, state;

	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];
		struct table_row *row;
		bool skipped = !is_shown(report, field) || (rated && rating_part(field->name, &state));

		for (j = 0; skip && skip[j] && !skipped; j++)
			skipped = strcmp(skip[j], field->name) == 0;
		if (skipped)
			continue;
		row = facts_add(facts, _(field->label), texts[i]);
		if (row)
			colour(report, field, row, 1, values[i], texts[i]);
	}
	if (!facts->row_count) {
		block_free(facts);
		report->document->count--;
	}
	if (rated)
		ratings(report, def, texts, values);
}

void report_facts(struct report *report, const struct record *record, const char *const *skip)
{
	char **texts = xcalloc(record->def->field_count, sizeof *texts);
	size_t i;

	for (i = 0; i < record->def->field_count; i++)
		texts[i] = report_value(report, record, record->def->fields[i].name);
	fields(report, record->def, texts, record->values, skip);
	for (i = 0; i < record->def->field_count; i++)
		free(texts[i]);
	free(texts);
}

struct details {
	struct report *report;
	const struct register_def *def;
	int level;
	bool selected;
};

static bool detail(void *user, const struct row *row)
{
	struct details *details = user;
	const struct register_def *def = details->def;
	const struct field_def *title = register_title(def), *about = title ? title : register_about(def);
	char **texts, **values;
	const char *skip[] = { title ? title->name : NULL, NULL };
	char *ref;
	size_t i;

	if (details->selected && !report_selects(details->report, row->id))
		return true;
	texts = xcalloc(def->field_count, sizeof *texts);
	values = xcalloc(def->field_count, sizeof *values);
	for (i = 0; i < def->field_count; i++) {
		texts[i] = report_cell(details->report, &def->fields[i], &row->cells[i]);
		values[i] = row->cells[i].value;
	}
	ref = store_reference(details->report->store, row->ref, REFERENCE_REF);
	document_heading_of(
		details->report->document, details->level, ref, about ? row->cells[about - def->fields].text : "");
	free(ref);
	fields(details->report, def, texts, values, skip);
	for (i = 0; i < def->field_count; i++)
		free(texts[i]);
	free(texts);
	free(values);
	return true;
}

bool report_details(struct report *report, struct query *query, int level, bool selected, struct error *error)
{
	struct details details = { report, query->def, level, selected };
	const char **columns = xcalloc(query->def->field_count, sizeof *columns);
	bool ok;
	size_t i;

	for (i = 0; i < query->def->field_count; i++)
		columns[i] = query->def->fields[i].name;
	ok = report_each(report, query, columns, query->def->field_count, detail, &details, error);
	free(columns);
	return ok;
}
