/*
 * Registers as tables for noria-xlsx, row by row, never in memory as a whole;
 * and the tables of a document, for those who want its figures as numbers.
 */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"
#include "report/wire.h"

struct stream {
	struct report *report;
	struct wire_out *out;
	const struct register_def *def;
	const char **columns;
	const struct field_def **fields;
	enum column_kind *kinds;
	size_t count;
	struct table_cell *cells;
	struct strings twice; /* folded: names that several records have of a register known by them (options->exact) */
	struct strings labels; /* of columns that are named after more than their field */
};

/* ---- what can be read back ---- */

static bool add_name(void *user, const struct row *row)
{
	if (row->cells[0].text)
		strings_take(user, text_fold(row->cells[0].text));
	return true;
}

/* The names that several records of the registers known by name have, which a reader would not tell apart. */
static bool find_namesakes(struct stream *stream, struct error *error)
{
	bool ok = true;
	size_t i, k;

	for (i = 0; dictionary[i] && ok; i++) {
		const struct field_def *title = register_title(dictionary[i]);
		struct strings names = { 0 };
		struct query *query;

		if (!(dictionary[i]->flags & REGISTER_BY_NAME) || !title)
			continue;
		query = query_new(dictionary[i]);
		ok = store_each(stream->report->store, query, &title->name, 1, add_name, &names, error);
		strings_sort(&names);
		for (k = 1; k < names.count; k++)
			if (strcmp(names.items[k - 1], names.items[k]) == 0)
				strings_add(&stream->twice, names.items[k]);
		strings_free(&names);
		query_free(query);
	}
	return ok;
}

static bool is_ambiguous(const struct stream *stream, const char *title)
{
	char *folded = stream->twice.count && title ? text_fold(title) : NULL;
	bool twice = folded && strings_contain(&stream->twice, folded);

	free(folded);
	return twice;
}

/* A moment that clocks show twice, as text with its offset: a cell that is a date has none.  NULL: they show it once; the caller frees. */
static char *shown_twice(const struct stream *stream, const char *value)
{
	char *text;
	int64_t seconds;

	if (strlen(value) <= 10 || !date_time_parse(value, &seconds))
		return NULL;
	text = date_time_format_typed(seconds, store_context(stream->report->store)->time_zone);
	if (strlen(text) > 16 && strpbrk(text + 16, "+-"))
		return text;
	free(text);
	return NULL;
}

/* ---- rows ---- */

static void fill(struct stream *stream, size_t i, const struct cell *cell)
{
	const struct field_def *field = stream->fields[i];
	struct table_cell *out = &stream->cells[i];

	free(out->text);
	free(out->value);
	out->value = NULL;
	if (field && cell->value && field->type->storage == STORED_REFERENCE) {
		const struct model_context *context = store_context(stream->report->store);
		/* The column has its title already: ten thousand rows look nobody up. */
		struct reference reference = { register_find(field->target), cell->value,
			strcmp(cell->text, cell->value) == 0 ? NULL : cell->text, REFERENCE_HERE };
		char *text = reference_elsewhere(cell->value, context, REFERENCE_READ);

		if (!text)
			text = reference_text(&reference, context,
				is_ambiguous(stream, reference.title) ? REFERENCE_WHOLE : REFERENCE_READ);
		out->text = document_clean(text);
		free(text);
		return;
	}
	/* Sets of references are refs here, as in a list: one looks their titles up in their own table. */
	/* A text that has its translation beside it is itself, whatever the reader's language. */
	out->text = document_clean(stream->report->options->exact && field && (field->flags & FIELD_TRANSLATED)
					   ? (cell->value ? cell->value : "")
					   : cell->text);
	if (stream->report->options->exact && stream->kinds[i] == COLUMN_TIME && cell->value) {
		char *twice = shown_twice(stream, cell->value);

		if (twice) {
			free(out->text);
			out->text = twice;
			return;
		}
	}
	if (stream->kinds[i] == COLUMN_TIME && cell->value)
		out->value = report_local_time(stream->report, cell->value);
	else if (stream->kinds[i] != COLUMN_TEXT)
		out->value = xstrdup(cell->value);
}

static bool stream_row(void *user, const struct row *row)
{
	struct stream *stream = user;
	size_t i;

	if (!report_selects(stream->report, row->id))
		return true;
	for (i = 0; i < stream->count; i++)
		fill(stream, i, &row->cells[i]);
	if (!stream->report->options->exact)
		row_typeset(stream->cells, stream->count, environment_language());
	wire_row(stream->out, stream->cells, stream->count);
	return true;
}

static void add_column(struct stream *stream, const char *path, struct column_def *defs)
{
	const struct register_def *owner;
	const char *beside;

	stream->columns[stream->count] = path;
	query_path(stream->def, path, &owner, &stream->fields[stream->count]);
	defs[stream->count] = report_column(stream->def, path, 0);
	beside = stream->fields[stream->count]
			 ? field_beside(stream->fields[stream->count], store_context(stream->report->store), NULL)
			 : NULL;
	if (beside) {
		/* A spreadsheet's times are in no zone, and its numbers in no currency, so that the column's is named: "Detected (Europe/Paris)". */
		strings_take(&stream->labels, xasprintf("%s (%s)", defs[stream->count].title, beside));
		defs[stream->count].title = stream->labels.items[stream->labels.count - 1];
	}
	if (stream->fields[stream->count])
		defs[stream->count].width = field_width(stream->fields[stream->count]);
	stream->kinds[stream->count] = defs[stream->count].kind;
	stream->count++;
}

bool report_stream(struct store *store, const struct query *const *queries, size_t query_count, const char *title,
	bool extract, const struct report_options *options, struct wire_out *out, struct error *error)
{
	const struct register_def *def = queries[0]->def;
	struct report report = { .store = store,
		.options = options,
		.ids = options->ids,
		.id_count = options->id_count,
		.extract = extract };
	struct stream stream = { .report = &report, .out = out, .def = def };
	struct column_def *defs;
	struct document *head = document_new(title);
	struct block table = { .kind = BLOCK_TABLE };
	bool ok = true;
	size_t i, most = def->field_count + 1;

	while (def->also && def->also[most - def->field_count - 1])
		most++;
	defs = xcalloc(most, sizeof *defs);
	stream.columns = xcalloc(most, sizeof *stream.columns);
	stream.fields = xcalloc(most, sizeof *stream.fields);
	stream.kinds = xcalloc(most, sizeof *stream.kinds);
	stream.cells = xcalloc(most, sizeof *stream.cells);
	add_column(&stream, "ref", defs);
	for (i = 0; def->also && def->also[i]; i++)
		add_column(&stream, def->also[i], defs);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & (FIELD_SNAPSHOT | FIELD_INTERNAL | FIELD_EXTERNAL)) &&
			!(extract && (def->fields[i].flags & FIELD_CONFIDENTIAL)))
			add_column(&stream, def->fields[i].name, defs);
	document_set(&head->organisation, store_context(store)->organisation_name);
	document_set(&head->application, PACKAGE_STRING);
	document_set(&head->language, environment_language());
	head->created = environment_now();
	wire_head(out, head);
	wire_block(out, &head->front);
	block_columns(&table, defs, stream.count);
	table.text = document_clean(title);
	if (!options->exact)
		block_typeset(&table, head->language);
	wire_block(out, &table);
	ok = !options->exact || find_namesakes(&stream, error);
	for (i = 0; i < query_count && ok; i++)
		ok = store_each(store, queries[i], stream.columns, stream.count, stream_row, &stream, error);
	wire_end(out);
	for (i = 0; i < stream.count; i++) {
		free(stream.cells[i].text);
		free(stream.cells[i].value);
	}
	block_free(&table);
	document_free(head);
	free(stream.columns);
	free(stream.fields);
	free(stream.kinds);
	free(stream.cells);
	strings_free(&stream.labels);
	strings_free(&stream.twice);
	free(defs);
	return ok;
}

/* Series that follow each other as one table: a line a period. */
static void tabulate_series(struct document *document, size_t first)
{
	const struct column_def columns[] = { { _("Indicator"), COLUMN_TEXT, 0 }, { _("Period"), COLUMN_TEXT, 10 },
		{ _("Value"), COLUMN_NUMBER, 10 } };
	struct block *table = &document->blocks[first];
	size_t next = first, i, j;

	block_columns(table, columns, 3);
	for (; next < document->count && document->blocks[next].drawing &&
		document->blocks[next].drawing->kind == DRAWING_LINE;
		next++) {
		struct drawing *drawing = document->blocks[next].drawing;

		for (j = 0; j < drawing->count && drawing->marks[j].levels == 0; j++) {
			const struct mark *mark = &drawing->marks[j];
			struct table_row *row = table_row(table);
			char *value = xstrdup(mark->text), *comma = strchr(value, ',');

			if (comma)
				*comma = '.';
			table_set(row, 0, drawing->title, NULL);
			table_set(row, 1, mark->label, NULL);
			table_set(row, 2, mark->of > 0 ? mark->text : "", mark->of > 0 ? value : NULL);
			free(value);
		}
	}
	table->kind = BLOCK_TABLE;
	table->text = xstrdup(_("Last periods"));
	drawing_free(table->drawing);
	table->drawing = NULL;
	for (i = first + 1; i < next; i++)
		block_free(&document->blocks[i]);
	memmove(document->blocks + first + 1, document->blocks + next,
		(document->count - next) * sizeof *document->blocks);
	document->count -= next - first - 1;
}

static void tabulate_bars(struct block *block)
{
	struct drawing *drawing = block->drawing;
	const struct column_def columns[] = { { drawing->title, COLUMN_TEXT, 0 }, { _("Count"), COLUMN_NUMBER, 10 },
		{ _("Of"), COLUMN_NUMBER, 10 } };
	size_t j;

	block_columns(block, columns, 3);
	block->kind = BLOCK_TABLE;
	block->text = xstrdup(drawing->title);
	for (j = 0; j < drawing->count; j++) {
		struct table_row *row = table_row(block);
		char *value = xasprintf("%lld", (long long)drawing->marks[j].value),
		     *of = drawing->marks[j].of ? xasprintf("%lld", (long long)drawing->marks[j].of) : xstrdup("");

		table_set(row, 0, drawing->marks[j].label, NULL);
		table_set(row, 1, value, value);
		table_set(row, 2, of, *of ? of : NULL);
		free(value);
		free(of);
	}
	drawing_free(drawing);
	block->drawing = NULL;
}

void document_tabulate(struct document *document)
{
	size_t i;

	for (i = 0; i < document->count; i++) {
		const struct drawing *drawing = document->blocks[i].drawing;

		if (drawing && drawing->kind == DRAWING_BARS)
			tabulate_bars(&document->blocks[i]);
		else if (drawing && drawing->kind == DRAWING_LINE)
			tabulate_series(document, i);
	}
}
