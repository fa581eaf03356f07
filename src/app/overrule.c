/* Where somebody judges a clause otherwise than the records: what the records say is the program's to write (overrule.from). */
#include <stdlib.h>
#include <string.h>

#include "app/consequence.h"
#include "report/verdict.h"

/* As the choices of the field name them. */
static const char *const keys[VERDICT_RESULTS] = {
	[VERDICT_NOT_ASSESSED] = "unassessed",
	[VERDICT_NOT_MET] = "none",
	[VERDICT_PARTLY] = "partial",
	[VERDICT_MET] = "met",
};

/* The lowest of the clauses that are judged by that requirement; NULL: none is. */
static const struct verdict_of_clause *clause_of(const struct verdict *verdict, int64_t requirement)
{
	const struct verdict_of_clause *lowest = NULL;
	size_t i;

	for (i = 0; i < verdict->clause_count; i++)
		if (verdict->clauses[i].requirement == requirement &&
			(!lowest || verdict->clauses[i].computed < lowest->computed))
			lowest = &verdict->clauses[i];
	return lowest;
}

static bool fill(struct record *record, const struct verdict_of_clause *of, struct error *error)
{
	const char *from = record_get(record, "from");
	char *number;
	bool ok = !from || strcmp(from, keys[of->computed]) == 0;

	if (ok)
		return record_set(record, "from", keys[of->computed]), true;
	number = verdict_number(of->clause->number);
	error_set_field(error, ERROR_INVALID, "from",
		/* TRANSLATORS: a clause; "not met", "partly met" */
		_("Of %s the records say: %s. Leave it empty: the program writes what they say."), number,
		verdict_result_label(of->computed));
	free(number);
	return false;
}

bool overrule_fill(struct store *store, struct record *record, struct error *error)
{
	const char *ref = record_get(record, "requirement");
	int64_t requirement =
		strcmp(record->def->name, "overrule") == 0 && ref && *ref ? store_find(store, ref, NULL) : 0;
	const struct verdict_of_clause *of;
	struct verdict *verdict;
	bool ok;

	if (!requirement)
		return true;
	verdict = verdict_begin(store, error);
	ok = verdict && verdict_go_on(store, verdict, -1, error);
	of = ok ? clause_of(verdict, requirement) : NULL;
	ok = ok && (!of || fill(record, of, error));
	verdict_free(verdict);
	return ok;
}
