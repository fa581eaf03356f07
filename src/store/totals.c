/* How many records each register has, where that is known without counting. */
#include "store/internal.h"

/* The records of a register by its tally; -1: nothing that can be believed.  False: it could not be read. */
static bool read_total(struct store *store, const struct register_def *def, int64_t *records)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"n\" FROM \"tally\" WHERE \"name\" = ?1 AND \"k1\" = '' AND \"k2\" = '' AND \"k3\" = ''",
		NULL);

	*records = 0;
	bind_text(store, stmt, 1, def->name);
	if (statement_row(store, stmt))
		*records = sqlite3_column_type(stmt, 0) == SQLITE_INTEGER ? sqlite3_column_int64(stmt, 0) : -1;
	statement_end(store, stmt);
	return stmt && store->reading && !store->failure.kind;
}

/*
 * Within a frame the total of each register is read once: most registers of most files are
 * empty, and what counts in them is known without asking.  NULL: nothing is known.
 */
struct totals *totals_known(struct store *store, const struct register_def *def)
{
	struct totals *totals;
	int64_t records;
	size_t count;

	if (!store->frames || store->action || !sqlite3_get_autocommit(store->db) != store->reading)
		return NULL;
	if (store->totals && store->totals[register_index(def)].known)
		return &store->totals[register_index(def)];
	/* What could not be read stays with the store, and is what the count itself then says. */
	if (!read_total(store, def, &records))
		return NULL;
	if (!store->totals) {
		for (count = 0; dictionary[count]; count++)
			;
		store->totals = xcalloc(count, sizeof *totals);
	}
	totals = &store->totals[register_index(def)];
	*totals = (struct totals){ .records = records, .late = -1, .known = true };
	return totals;
}

int64_t count_known(struct store *store, const struct register_def *def)
{
	const struct totals *totals = totals_known(store, def);

	return totals ? totals->records : -1;
}
