/* Registers as tables: text for people, TSV, CSV and JSON in the file's own form, whatever the locale. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lib.h"
#include "exchange/csv.h"

/* All columns of a register: ref, then its fields. */
static const char **all_columns(const struct register_def *def, unsigned hidden, size_t *count)
{
	const char **columns = xcalloc(def->field_count + 1, sizeof *columns);
	size_t i;

	*count = 0;
	columns[(*count)++] = "ref";
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (hidden | FIELD_INTERNAL)))
			columns[(*count)++] = def->fields[i].name;
	return columns;
}

static const char **default_columns(const struct register_def *def, size_t *count)
{
	const char **columns = xcalloc(def->field_count + 1, sizeof *columns);
	size_t i;

	*count = 0;
	columns[(*count)++] = "ref";
	for (i = 0; i < def->field_count; i++)
		if (def->fields[i].flags & FIELD_COLUMN)
			columns[(*count)++] = def->fields[i].name;
	return columns;
}

struct writer {
	struct output *output;
	const struct register_def *def;
	const char *const *columns;
	size_t count;
	bool first;
	struct buffer line;
	/* text */
	int *widths;
	int columns_there; /* of the terminal; 0: there is none */
	size_t measured;
};

void tsv_add_cell(struct buffer *line, const char *value)
{
	for (; value && *value; value++) {
		switch (*value) {
		case '\t':
			buffer_add(line, "\\t");
			break;
		case '\n':
			buffer_add(line, "\\n");
			break;
		case '\\':
			buffer_add(line, "\\\\");
			break;
		default:
			buffer_add_char(line, *value);
		}
	}
}

static bool write_tsv(void *user, const struct row *row)
{
	struct writer *writer = user;
	size_t i;

	buffer_reset(&writer->line);
	for (i = 0; i < writer->count; i++) {
		if (i)
			buffer_add_char(&writer->line, '\t');
		tsv_add_cell(&writer->line, row->cells[i].value);
	}
	buffer_add_char(&writer->line, '\n');
	return output_write(writer->output, writer->line.data, writer->line.length);
}

static bool write_csv(void *user, const struct row *row)
{
	struct writer *writer = user;
	size_t i;

	buffer_reset(&writer->line);
	for (i = 0; i < writer->count; i++) {
		if (i)
			csv_form_next(output_csv(writer->output), &writer->line);
		csv_add_cell(&writer->line, row->cells[i].value);
	}
	csv_form_end(output_csv(writer->output), &writer->line);
	return output_write(writer->output, writer->line.data, writer->line.length);
}

/* A reference is its ref, whether this file has the record or not. */
static void add_json_element(struct buffer *json, const struct field_def *field, const char *element)
{
	struct unresolved link;

	if (element && field && field_is_reference(field) && unresolved_parse(element, &link)) {
		json_add_string(json, link.ref);
		unresolved_free(&link);
	} else {
		json_add_string(json, element);
	}
}

static void add_json_value(struct buffer *json, const struct field_def *field, const char *value)
{
	struct strings elements = { 0 };
	size_t i;

	if (field && field_is_list(field)) {
		if (value)
			strings_split(&elements, value);
		buffer_add_char(json, '[');
		for (i = 0; i < elements.count; i++) {
			if (i)
				buffer_add_char(json, ',');
			add_json_element(json, field, elements.items[i]);
		}
		buffer_add_char(json, ']');
		strings_free(&elements);
	} else if (value && field && (field->type->storage == STORED_INTEGER || field->type->storage == STORED_REAL)) {
		buffer_add(json, value);
	} else {
		add_json_element(json, field, value);
	}
}

static bool write_json(void *user, const struct row *row)
{
	struct writer *writer = user;
	size_t i;

	buffer_reset(&writer->line);
	buffer_add(&writer->line, writer->first ? "\n  {" : ",\n  {");
	writer->first = false;
	for (i = 0; i < writer->count; i++) {
		const struct register_def *owner;
		const struct field_def *field = NULL;

		query_path(writer->def, writer->columns[i], &owner, &field);
		if (i)
			buffer_add(&writer->line, ", ");
		json_add_string(&writer->line, writer->columns[i]);
		buffer_add(&writer->line, ": ");
		add_json_value(&writer->line, field, row->cells[i].value);
	}
	buffer_add_char(&writer->line, '}');
	return output_write(writer->output, writer->line.data, writer->line.length);
}

void export_record_json(struct buffer *json, const struct record *record)
{
	size_t i;

	buffer_add(json, "{\"ref\": ");
	json_add_string(json, record->ref);
	buffer_add(json, ", \"uuid\": ");
	json_add_string(json, record->uuid);
	for (i = 0; i < record->def->field_count; i++) {
		if (record->def->fields[i].flags & FIELD_INTERNAL)
			continue;
		buffer_add(json, ", ");
		json_add_string(json, record->def->fields[i].name);
		buffer_add(json, ": ");
		add_json_value(json, &record->def->fields[i], record->values[i]);
	}
	buffer_add(json, ", \"created\": ");
	json_add_string(json, record->created);
	buffer_add(json, ", \"updated\": ");
	json_add_string(json, record->updated);
	buffer_add_char(json, '}');
}

/* For people: columns as wide as the first rows ask, within reason; the last takes what it needs. */
static const size_t text_sample = 500;

static bool text_line(struct writer *writer, const struct row *row)
{
	size_t i;

	buffer_reset(&writer->line);
	for (i = 0; i < writer->count; i++) {
		char *shown = text_printable(row->cells[i].text, false), *padded;

		/* Only a terminal has an edge; elsewhere nothing is cut. */
		if (i + 1 < writer->count && (writer->columns_there || text_columns(shown) <= writer->widths[i]))
			padded = text_pad(shown, writer->widths[i], false);
		else
			padded = writer->columns_there ? text_cut(shown, writer->widths[i]) : xstrdup(shown);
		if (i)
			buffer_add(&writer->line, "  ");
		buffer_add(&writer->line, padded);
		free(shown);
		free(padded);
	}
	while (writer->line.length && writer->line.data[writer->line.length - 1] == ' ')
		writer->line.data[--writer->line.length] = '\0';
	buffer_add_char(&writer->line, '\n');
	return output_write(writer->output, writer->line.data, writer->line.length);
}

static bool write_text(void *user, const struct row *row)
{
	return text_line(user, row);
}

/* A time that lost its zone, or its minutes, would be another one. */
static bool gives_way(const struct writer *writer, size_t column)
{
	const struct register_def *owner;
	const struct field_def *field = NULL;

	return !query_path(writer->def, writer->columns[column], &owner, &field) || !field ||
	       field->type != &type_date_time;
}

/* The widest columns give way until a row fits on a line of the terminal. */
static void fit_widths(struct writer *writer)
{
	int total = writer->count ? (int)(writer->count - 1) * 2 : 0;
	size_t i;

	for (i = 0; i < writer->count; i++)
		total += writer->widths[i];
	while (writer->columns_there && total > writer->columns_there) {
		size_t widest = writer->count;

		for (i = 0; i < writer->count; i++)
			if (gives_way(writer, i) &&
				(widest == writer->count || writer->widths[i] > writer->widths[widest]))
				widest = i;
		if (widest == writer->count || writer->widths[widest] <= 4)
			break;
		writer->widths[widest]--;
		total--;
	}
}

static bool measure(void *user, const struct row *row)
{
	struct writer *writer = user;
	size_t i;

	for (i = 0; i < writer->count; i++) {
		int columns = text_columns(row->cells[i].text);

		if (columns > 60 && (!writer->columns_there || i + 1 < writer->count))
			columns = 60;
		if (columns > writer->widths[i])
			writer->widths[i] = columns;
	}
	return ++writer->measured < text_sample;
}

/* The rows come twice: the first of them to be measured. */
static bool export_text(struct writer *writer, table_source source, void *user, struct error *error)
{
	struct row header = { 0 };
	size_t i;
	bool ok;

	writer->columns_there = output_columns(writer->output);
	writer->widths = xcalloc(writer->count, sizeof *writer->widths);
	header.cells = xcalloc(writer->count, sizeof *header.cells);
	for (i = 0; i < writer->count; i++) {
		const struct register_def *owner;
		const struct field_def *field = NULL;

		query_path(writer->def, writer->columns[i], &owner, &field);
		header.cells[i].text = xstrdup(field ? _(field->label) : _("Ref"));
	}
	measure(writer, &header);
	ok = source(user, measure, writer, error);
	if (ok) {
		fit_widths(writer);
		text_line(writer, &header);
		ok = source(user, write_text, writer, error);
	}
	for (i = 0; i < writer->count; i++)
		free(header.cells[i].text);
	free(header.cells);
	free(writer->widths);
	return ok;
}

static void write_names(struct writer *writer, const struct csv_form *form)
{
	size_t i;

	csv_form_begin(form, &writer->line);
	for (i = 0; i < writer->count; i++) {
		if (i)
			csv_form_next(form, &writer->line);
		buffer_add(&writer->line, writer->columns[i]);
	}
	csv_form_end(form, &writer->line);
	output_write(writer->output, writer->line.data, writer->line.length);
}

bool export_rows(const struct register_def *def, const char *const *columns, size_t column_count,
	enum table_format format, table_source source, void *user, struct output *output, struct error *error)
{
	struct writer writer = {
		.output = output, .def = def, .columns = columns, .count = column_count, .first = true
	};
	static const struct csv_form tabs = { .separator = '\t' };
	bool ok = false;

	switch (format) {
	case TABLE_TEXT:
		output_for_people(output);
		ok = export_text(&writer, source, user, error);
		break;
	case TABLE_TSV:
	case TABLE_CSV:
		write_names(&writer, format == TABLE_TSV ? &tabs : output_csv(output));
		ok = source(user, format == TABLE_TSV ? write_tsv : write_csv, &writer, error);
		break;
	case TABLE_JSON:
		output_text(output, "[");
		ok = source(user, write_json, &writer, error);
		output_text(output, writer.first ? "]\n" : "\n]\n");
		break;
	}
	buffer_free(&writer.line);
	return ok;
}

/* The rows of some queries over one register, one after the other. */
struct selection {
	struct store *store;
	const struct query *const *queries;
	size_t query_count;
	const char *const *columns;
	size_t count;
	const struct table_choice *choice;
	bool texts; /* for people; else values alone */
	store_row each;
	void *user;
};

static bool selected_row(void *user, const struct row *row)
{
	const struct selection *selection = user;
	const struct table_choice *choice = selection->choice;

	return (choice->selects && !choice->selects(choice->user, row->id)) || selection->each(selection->user, row);
}

static bool selection_rows(void *user, store_row each, void *each_user, struct error *error)
{
	struct selection *selection = user;
	bool ok = true;
	size_t i;

	selection->each = each;
	selection->user = each_user;
	for (i = 0; i < selection->query_count && ok; i++)
		ok = (selection->texts ? store_each : store_each_value)(selection->store, selection->queries[i],
			selection->columns, selection->count, selected_row, selection, error);
	return ok;
}

static bool export_columns(struct store *store, const struct query *const *queries, size_t query_count,
	const char *const *columns, size_t column_count, const struct table_choice *choice, enum table_format format,
	struct output *output, struct error *error)
{
	const struct register_def *def = queries[0]->def;
	struct selection selection = { .store = store,
		.queries = queries,
		.query_count = query_count,
		.columns = columns,
		.count = column_count,
		.choice = choice,
		.texts = format == TABLE_TEXT };
	const char **chosen = NULL;
	bool ok;

	if (!columns) {
		chosen = format == TABLE_TEXT ? default_columns(def, &selection.count)
					      : all_columns(def, choice->hidden, &selection.count);
		selection.columns = chosen;
	}
	ok = export_rows(def, selection.columns, selection.count, format, selection_rows, &selection, output, error);
	free(chosen);
	return ok;
}

bool export_table(struct store *store, const struct query *query, const char *const *columns, size_t column_count,
	enum table_format format, struct output *output, struct error *error)
{
	static const struct table_choice all = { 0 };

	return export_columns(store, &query, 1, columns, column_count, &all, format, output, error);
}

bool export_tables(struct store *store, const struct query *const *queries, size_t query_count,
	const struct table_choice *choice, enum table_format format, struct output *output, struct error *error)
{
	return export_columns(store, queries, query_count, NULL, 0, choice, format, output, error);
}
