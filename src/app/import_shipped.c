/* What ships with the program, read into a file: catalogues, methods, lists, the sample's tables. */
#include <stdlib.h>
#include <unistd.h>

#include "app/import_shipped.h"

static const struct import_line *first_refused(const struct import_report *report)
{
	size_t i;

	for (i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == '!')
			return &report->lines[i];
	return NULL;
}

bool import_shipped(struct action *action, struct store *store, const char *name, const struct import_options *options,
	int64_t *postponed, struct error *error)
{
	struct import_report report = { 0 };
	const struct import_line *refused;
	char *path = environment_data(name);
	bool ok;

	if (access(path, R_OK) != 0) {
		error_set(error, ERROR_SYSTEM, _("A file of the program is missing: %s."), path);
		free(path);
		return false;
	}
	ok = import_into(action, store, path, options, &report, error);
	refused = first_refused(&report);
	/* Who changes a sample wants the row and what is wrong with it, not that one is refused. */
	if (!ok && refused)
		error_set(error, ERROR_SYSTEM, "%s", refused->sentence);
	if (postponed)
		*postponed = report.postponed;
	import_report_free(&report);
	free(path);
	return ok;
}
