/* Reports of what was closed are made of the copy that it keeps, and of nothing else. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "report/build.h"

const struct model_context *report_context(const struct report *report)
{
	return report->frozen ? &report->frozen->context : store_context(report->store);
}

bool report_frozen(const struct record *record, struct frozen **frozen, struct error *error)
{
	const struct register_def *def = record->def;
	const char *copy = def->snapshot.copy ? record_get(record, def->snapshot.copy) : NULL;

	*frozen = NULL;
	if (!copy || !record_stands(record))
		return true;
	*frozen = frozen_read(def, copy, environment_language(), error);
	return *frozen != NULL;
}

static bool give_row(struct report *report, const struct json *kept, const char *const *columns, size_t count,
	store_row each, void *user)
{
	const struct frozen *frozen = report->frozen;
	struct row row = { .cells = xcalloc(count + 1, sizeof *row.cells) };
	const char *ref = frozen_value(frozen, kept, "ref");
	bool more;
	size_t i;

	row.ref = xstrdup(ref ? ref : "");
	for (i = 0; i < count; i++) {
		row.cells[i].value = xstrdup(frozen_value(frozen, kept, columns[i]));
		row.cells[i].text = frozen_text(
			frozen, register_field(frozen->of, columns[i]), row.cells[i].value, ", ", REFERENCE_READ);
	}
	more = each(user, &row);
	for (i = 0; i < count; i++) {
		free(row.cells[i].value);
		free(row.cells[i].text);
	}
	free(row.cells);
	free(row.ref);
	return more;
}

bool report_each(struct report *report, const struct query *query, const char *const *columns, size_t count,
	store_row each, void *user, struct error *error)
{
	const struct frozen *frozen = report->frozen;
	bool more = true;
	size_t i;

	if (!frozen)
		return store_each(report->store, query, columns, count, each, user, error);
	for (i = 0; i < frozen->count && more; i++) {
		struct json *kept = frozen_row(frozen, i);
		const char *standing = frozen_value(frozen, kept, "standing");

		if (!report->current_only || !standing || strcmp(standing, "left") != 0)
			more = give_row(report, kept, columns, count, each, user);
		json_free(kept);
	}
	return true;
}
