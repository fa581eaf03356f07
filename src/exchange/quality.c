/* The quality list as a table: a line for each record that a check finds. */
#include <stdlib.h>
#include <string.h>

#include "exchange/lib.h"

static const char *const quality_columns[] = { "check", "ref", "title", "sentence", "field" };
#define QUALITY_COLUMNS (sizeof quality_columns / sizeof quality_columns[0])

struct lines {
	struct store *store;
	const struct query *filter;
	const struct quality_check *check;
	const struct register_def *def;
	store_row each;
	void *user;
	bool go;
};

static bool found(void *user, const struct row *row)
{
	struct lines *lines = user;
	const struct quality_check *check = lines->check;
	const struct field_def *field = check->field ? register_field(lines->def, check->field) : NULL;
	const char *title = row->cells[0].text;
	struct cell cells[QUALITY_COLUMNS] = {
		{ (char *)check->name, (char *)check->name },
		{ row->ref, row->ref },
		{ *title ? (char *)title : NULL, (char *)title },
		{ _(check->sentence), _(check->sentence) },
		{ (char *)check->field, field ? _(field->label) : (char *)"" },
	};
	struct row line = { .id = row->id, .ref = row->ref, .cells = cells };

	lines->go = lines->each(lines->user, &line);
	return lines->go;
}

static bool check_rows(struct lines *lines, struct error *error)
{
	const struct field_def *title = register_title(lines->def);
	const char *column;
	struct query *query;
	bool ok;

	if (!quality_passes(lines->check, lines->def, lines->filter, error))
		return !error || !error->kind;
	query = quality_query(lines->check, lines->def, store_context(lines->store));
	if (!query)
		return true;
	if (!title)
		title = register_about(lines->def);
	column = title ? title->name : "ref";
	ok = store_each(lines->store, query, &column, 1, found, lines, error);
	query_free(query);
	return ok;
}

static bool quality_rows(void *user, store_row each, void *each_user, struct error *error)
{
	struct lines *lines = user;
	bool ok = true;
	size_t i;

	lines->each = each;
	lines->user = each_user;
	lines->go = true;
	for (lines->check = quality_checks; lines->check->name && ok && lines->go; lines->check++)
		for (i = 0; dictionary[i] && ok && lines->go; i++)
			if (!lines->check->of || strcmp(lines->check->of, dictionary[i]->name) == 0) {
				lines->def = dictionary[i];
				ok = check_rows(lines, error);
			}
	return ok;
}

bool export_quality(struct store *store, const struct query *filter, enum table_format format, struct output *output, struct error *error)
{
	struct lines lines = { .store = store, .filter = filter };

	return export_rows(&register_quality, quality_columns, QUALITY_COLUMNS, format, quality_rows, &lines, output, error);
}
