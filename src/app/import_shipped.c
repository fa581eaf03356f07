/* What ships with the program, read into a file: catalogues, methods, lists, the sample's tables. */
#include <stdlib.h>
#include <unistd.h>

#include "app/import_shipped.h"

bool import_shipped(struct action *action, struct store *store, const char *name, const struct import_options *options,
	int64_t *postponed, struct error *error)
{
	struct import_report report = { 0 };
	char *path = environment_data(name);
	bool ok;

	if (access(path, R_OK) != 0) {
		error_set(error, ERROR_SYSTEM, _("A file of the program is missing: %s."), path);
		free(path);
		return false;
	}
	ok = import_into(action, store, path, options, &report, error);
	if (!ok && report.line_count && report.lines[report.line_count - 1].kind == '!')
		environment_log("import %s: %s", path, report.lines[report.line_count - 1].sentence);
	if (postponed)
		*postponed = report.postponed;
	import_report_free(&report);
	free(path);
	return ok;
}
