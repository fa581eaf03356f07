/* The quality list: every check over every register that it is about, counted one by one so that a screen need not wait for all. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

struct quality_line *quality_lines(struct store *store, size_t *count)
{
	struct quality_line *lines = NULL;
	const struct quality_check *check;
	size_t i;

	*count = 0;
	for (check = quality_checks; check->name; check++)
		for (i = 0; dictionary[i]; i++) {
			struct query *query;

			if (check->of && strcmp(check->of, dictionary[i]->name) != 0)
				continue;
			query = quality_query(check, dictionary[i], store_context(store));
			/* A check of every register stands only where it finds something. */
			if (query && (check->of || store_count(store, query, NULL) > 0)) {
				lines = xreallocarray(lines, *count + 1, sizeof *lines);
				lines[(*count)++] = (struct quality_line){ check, dictionary[i], -1, true };
			}
			query_free(query);
		}
	return lines;
}

bool quality_count(struct store *store, struct quality_line *line, struct error *error)
{
	struct query *query = quality_query(line->check, line->def, store_context(store));
	int64_t count = query ? store_count(store, query, error) : 0;

	query_free(query);
	line->count = count > 0 ? count : 0;
	line->stale = false;
	return count >= 0;
}

int quality_compare(const void *a, const void *b)
{
	const struct quality_line *one = a, *two = b;

	/* Not counted yet counts as found: it stays in its place until it is known. */
	if ((one->count == 0) != (two->count == 0))
		return one->count == 0 ? 1 : -1;
	if (one->check->weight != two->check->weight)
		return two->check->weight - one->check->weight;
	if (one->count != two->count)
		return one->count > two->count ? -1 : 1;
	return one->check != two->check ? (one->check < two->check ? -1 : 1) : one->def < two->def ? -1 : 1;
}
