/* The quality list as a table: a line for each record that a check finds. */
#include "exchange/lib.h"

static const char *const quality_columns[] = { "check", "ref", "title", "sentence", "field", "set_aside" };
#define QUALITY_COLUMNS (sizeof quality_columns / sizeof quality_columns[0])

struct lines {
	struct store *store;
	const struct query *filter;
	store_row each;
	void *user;
	bool go;
};

static bool line_row(void *user, const struct quality_item *item)
{
	struct lines *lines = user;
	const struct quality_check *check = item->check;
	struct cell cells[QUALITY_COLUMNS] = {
		{ .value = (char *)check->name, .text = (char *)check->name },
		{ .value = (char *)item->ref, .text = (char *)item->ref },
		{ .value = *item->title ? (char *)item->title : NULL, .text = (char *)item->title },
		{ .value = (char *)_(check->sentence), .text = (char *)_(check->sentence) },
		{ .value = (char *)check->field, .text = item->field ? (char *)_(item->field->label) : (char *)"" },
		{ 0 },
	};
	const char *waiver = item->waiver ? item->waiver->ref : NULL;
	struct row line = { .id = item->id, .ref = (char *)item->ref, .cells = cells };

	cells[5].value = (char *)waiver;
	cells[5].text = waiver ? (char *)waiver : (char *)"";
	lines->go = lines->each(lines->user, &line);
	return lines->go;
}

static bool quality_rows(void *user, store_row each, void *each_user, struct error *error)
{
	struct lines *lines = user;
	const struct quality_check *check;
	bool ok = true;

	lines->each = each;
	lines->user = each_user;
	lines->go = true;
	for (check = quality_next(NULL); check && ok && lines->go; check = quality_next(check))
		ok = quality_each(lines->store, check, lines->filter, line_row, lines, error);
	return ok;
}

bool export_quality(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error)
{
	struct lines lines = { .store = store, .filter = filter };

	return export_rows(
		&register_quality, quality_columns, QUALITY_COLUMNS, format, quality_rows, &lines, output, error);
}
