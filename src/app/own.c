/* The organisation's own controls: the catalogue `own`, beside the SoA's reference. */
#include <stdlib.h>
#include <string.h>

#include "app/edition.h"

bool app_own_needed(struct store *store, struct action *action, const struct register_def *def, const char *catalogue,
	struct error *error)
{
	if (!catalogue || strcmp(catalogue, OWN_CATALOGUE) != 0 || !register_answered_by(def))
		return true;
	return own_catalogue(store, action, error);
}

static bool greatest(void *user, const struct row *row)
{
	const char *number = row->cells[0].value;
	int64_t *most = user, value;

	if (number && strncmp(number, "X.", 2) == 0 && number_parse_integer(number + 2, &value) && value > *most)
		*most = value;
	return true;
}

char *app_own_number(struct store *store)
{
	static const char *const columns[] = { "number" };
	struct query *query = query_new(register_find("control"));
	int64_t most = 0;

	query_add(query, "catalogue", OP_EQUAL, OWN_CATALOGUE);
	store_each(store, query, columns, 1, greatest, &most, NULL);
	query_free(query);
	return xasprintf("X.%lld", (long long)most + 1);
}
