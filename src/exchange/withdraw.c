/* A new version of a catalogue: the controls that it no longer has are kept with what was answered, and marked. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"

static bool collect(void *user, const struct row *row)
{
	strings_add(user, row->ref);
	return true;
}

static bool mark(struct action *action, struct store *store, struct record *record, struct import_report *report,
	struct error *error)
{
	struct date today = environment_today(store_context(store)->time_zone);
	char day[11];

	if (record_get(record, record->def->gone))
		return true;
	date_format(&today, day);
	record_set(record, record->def->gone, day);
	report->changed++;
	return action_set(action, NULL, record, error);
}

/* Of one register; gone gets the refs. */
static bool withdraw(struct action *action, struct store *store, const struct register_def *def, const char *catalogue,
	bool (*stands)(void *user, const char *ref), void *user, struct strings *gone, struct import_report *report,
	struct error *error)
{
	struct query *query = query_new(def);
	struct strings refs = { 0 };
	bool ok;
	size_t i;

	query_add(query, "catalogue", OP_EQUAL, catalogue);
	ok = query_sort(query, def->sort, error) && store_each(store, query, NULL, 0, collect, &refs, error);
	for (i = 0; ok && i < refs.count; i++) {
		struct record *record;

		if (stands(user, refs.items[i]))
			continue;
		record = store_record_by_ref(store, refs.items[i], error);
		ok = record && mark(action, store, record, report, error);
		if (ok) {
			strings_add(gone, record->ref);
			import_report_add(report, '-', record->ref, record_title(record, environment_language()));
		}
		record_free(record);
	}
	query_free(query);
	strings_free(&refs);
	return ok;
}

bool catalogue_withdraw(struct action *action, struct store *store, const char *catalogue,
	bool (*stands)(void *user, const char *ref), void *user, struct import_report *report, struct error *error)
{
	struct strings gone = { 0 };
	bool ok = true;
	size_t i;

	for (i = 0; ok && dictionary[i]; i++)
		if (dictionary[i]->gone && register_field(dictionary[i], "catalogue"))
			ok = withdraw(action, store, dictionary[i], catalogue, stands, user, &gone, report, error);
	if (ok && gone.count) {
		char *list = strings_join(&gone, ", ");

		free(report->note);
		report->note = xasprintf(
			_("No longer in the catalogue, kept with what was answered and marked as withdrawn: %s."),
			list);
		free(list);
	}
	strings_free(&gone);
	return ok;
}
