/*
 * A new version of a catalogue: the controls and requirements that it no longer has are kept with what was
 * answered, and told; controls are marked.
 */
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

	if (!record->def->gone || record_get(record, record->def->gone))
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

/* Whether the records of that register are a catalogue's and carry what an organisation answers. */
static bool is_answered(const struct register_def *def)
{
	size_t i;

	if (def->keep != catalogue_keep || def->gone)
		return def->keep == catalogue_keep;
	for (i = 0; i < def->field_count && !(def->fields[i].flags & FIELD_LOCAL); i++)
		;
	return i < def->field_count;
}

/* One sentence behind the other. */
static void add_note(struct import_report *report, const char *sentence, const struct strings *gone)
{
	char *list = strings_join(gone, ", "), *text = xasprintf(sentence, list),
	     *all = report->note ? xasprintf("%s %s", report->note, text) : xstrdup(text);

	free(report->note);
	report->note = all;
	free(text);
	free(list);
}

bool catalogue_withdraw(struct action *action, struct store *store, const char *catalogue, const struct strings *read,
	bool (*stands)(void *user, const char *ref), void *user, struct import_report *report, struct error *error)
{
	bool ok = true;
	size_t i;

	for (i = 0; ok && dictionary[i]; i++) {
		struct strings gone = { 0 };

		/* A document without requirements is one of controls alone: it says nothing about those. */
		if (!is_answered(dictionary[i]) || !strings_contain(read, dictionary[i]->name))
			continue;
		ok = withdraw(action, store, dictionary[i], catalogue, stands, user, &gone, report, error);
		if (ok && gone.count)
			add_note(report,
				dictionary[i]->gone
					? _("No longer in the catalogue, kept with what was answered and marked as withdrawn: %s.")
					: _("No longer in the catalogue, kept with what was answered: %s."),
				&gone);
		strings_free(&gone);
	}
	return ok;
}
