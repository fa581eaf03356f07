/* The clocks that run: records of which somebody must be told within hours (register_def.hours), and nobody was yet. */
#include <stdlib.h>
#include <string.h>

#include "store/lib.h"

#define MOST 100 /* that run at once and are looked at */

bool clocks_running(const struct register_def *def, const struct cell *from, const struct cell *until,
	const struct model_context *context, struct hours_clock *clock)
{
	return def->hours && hours_moment(from->value, context, &clock->from) &&
	       hours_moment(until->value, context, &clock->until);
}

static bool read_register(
	struct store *store, const struct register_def *def, struct clocks *clocks, struct error *error)
{
	const char *const columns[] = { def->hours->from, def->hours->until };
	struct query *query = query_new(def);
	struct window window = { .query = query, .columns = columns, .column_count = 2, .count = MOST };
	struct hours_clock clock;
	struct rows rows = { 0 };
	size_t i;
	bool ok;

	/* By the index on the day, which those that were told of have no more; the day is the moment's. */
	query_add(query, def->hours->due, OP_FILLED, NULL);
	query_add(query, NULL, OP_OPEN, NULL);
	ok = query_sort(query, def->hours->due, error) && store_window(store, &window, &rows, error);
	for (i = 0; ok && i < rows.count; i++) {
		const struct row *row = &rows.items[i];

		if (!clocks_running(def, &row->cells[0], &row->cells[1], store_context(store), &clock))
			continue;
		if (!clocks->count++ || clock.until < clocks->nearest.until) {
			free(clocks->ref);
			clocks->ref = xstrdup(row->ref);
			clocks->nearest = clock;
		}
	}
	if (ok)
		rows_free(&rows);
	query_free(query);
	return ok;
}

bool clocks_read(struct store *store, struct clocks *clocks, struct error *error)
{
	bool ok = true;
	size_t i;

	memset(clocks, 0, sizeof *clocks);
	for (i = 0; dictionary[i] && ok; i++)
		ok = !dictionary[i]->hours || read_register(store, dictionary[i], clocks, error);
	if (!ok)
		clocks_free(clocks);
	return ok;
}

void clocks_free(struct clocks *clocks)
{
	free(clocks->ref);
	memset(clocks, 0, sizeof *clocks);
}

char *clocks_text(const struct clocks *clocks, int64_t now)
{
	char *left, *text;

	if (!clocks->count)
		return NULL;
	left = hours_clock_text(&clocks->nearest, now);
	text = clocks->count > 1 ? xasprintf("%s %s +%zu", clocks->ref, left, clocks->count - 1)
				 : xasprintf("%s %s", clocks->ref, left);
	free(left);
	return text;
}
