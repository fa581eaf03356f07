/* The finding that a point of an audit leads to, and the audit that a programme lacks: records to be completed in a form. */
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"

static void take(struct record *record, const char *field, const struct record *from, const char *name)
{
	if (from && record_get(from, name))
		record_set(record, field, record_get(from, name));
}

static bool take_ref(void *user, const struct row *row)
{
	*(char **)user = xstrdup(row->ref);
	return false;
}

/* The newest finding of another audit on the same clause or control, which would have come back. */
static char *found_before(struct store *store, const struct record *point, const char *field, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(register_find("finding"));
	char *filter = xasprintf("%s=%s audit!=%s grade=observation or grade=minor or grade=major", field,
		     record_get(point, field), record_get(point, "audit")),
	     *ref = NULL;

	if (query_parse(query, store_context(store), filter, error) && query_sort(query, "-created", error))
		store_each_value(store, query, columns, 1, take_ref, &ref, error);
	free(filter);
	query_free(query);
	return ref;
}

/* Who answers for the clause, or for the control in this organisation. */
static char *owner_of(struct store *store, const struct register_def *def, const char *ref, struct error *error)
{
	static const char *const columns[] = { "owner" };
	const struct register_def *answering = register_answered_by(def);
	struct record *record = answering ? NULL : store_record_by_ref(store, ref, error);
	char *owner = NULL;

	if (record) {
		owner = xstrdup(record_get(record, "owner"));
	} else if (answering) {
		struct query *query = query_new(answering);
		struct record *line;
		char *found = NULL;

		query_add(query, register_answers(answering)->name, OP_EQUAL, ref);
		store_each_value(store, query, columns, 1, take_ref, &found, error);
		line = found ? store_record_by_ref(store, found, error) : NULL;
		owner = line ? xstrdup(record_get(line, "owner")) : NULL;
		record_free(line);
		free(found);
		query_free(query);
	}
	record_free(record);
	return owner;
}

struct record *audit_finding_of(struct store *store, const struct record *point, struct error *error)
{
	const char *field = record_get(point, "control") ? "control" : "requirement", *ref = record_get(point, field);
	struct record *finding = record_new(register_find("finding"), store_context(store)->time_zone),
		      *audit = store_record_by_ref(store, record_get(point, "audit"), error);
	char *title = ref ? store_title(store, ref) : NULL, *before, *owner;

	if (!audit) {
		record_free(finding);
		free(title);
		return NULL;
	}
	record_set(finding, "audit", audit->ref);
	take(finding, "evidence", point, "seen");
	if (ref) {
		record_set(finding, field, ref);
		record_set(finding, "title", title);
		owner = owner_of(store, register_find(register_field(finding->def, field)->target), ref, error);
		record_set(finding, "owner", owner);
		before = found_before(store, point, field, error);
		record_set(finding, "repeat", before);
		free(before);
		free(owner);
	}
	/* Of several nobody knows in which it was found. */
	if (record_get(audit, "units") && !strchr(record_get(audit, "units"), ','))
		take(finding, "unit", audit, "units");
	record_free(audit);
	free(title);
	return finding;
}

struct record *app_plan_audit(struct store *store, const struct record *programme, struct error *error)
{
	struct coverage coverage;
	struct record *audit = NULL;
	bool ok = coverage_of(store, programme, &coverage, error);

	if (ok && (coverage.clauses.spots.count || coverage.controls.spots.count)) {
		char *clauses = strings_join(&coverage.clauses.spots, ","),
		     *controls = strings_join(&coverage.controls.spots, ","),
		     *units = strings_join(&coverage.units.spots, ",");

		audit = record_new(register_find("audit"), store_context(store)->time_zone);
		record_set(audit, "title", _("What no audit has looked at yet"));
		record_set(audit, "programme", programme->ref);
		record_set(audit, "requirements", clauses);
		record_set(audit, "controls", controls);
		record_set(audit, "units", units);
		free(clauses);
		free(controls);
		free(units);
	} else if (ok) {
		error_set(error, ERROR_INVALID,
			_("Nothing is left: all clauses and all applicable controls are covered."));
	}
	coverage_free(&coverage);
	return audit;
}
