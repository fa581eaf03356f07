/* What there is to say of a table before it is imported, and what is open still. */
#include <stdlib.h>
#include <string.h>

#include "tui/importing.h"

const char *importing_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

const char *importing_said(const struct importing *import, const char *sentence)
{
	const char *input = import->plan ? import->plan->input : import->path;
	size_t length = strlen(input);

	if (strncmp(sentence, input, length) != 0)
		return sentence;
	if (sentence[length] != ':')
		return sentence + (importing_name(input) - input);
	return sentence + length + 1 + (sentence[length + 1] == ' ');
}

void importing_free(struct importing *import)
{
	import_plan_free(import->plan);
	free(import->path);
	free(import);
}

/* ---- what there is to say ---- */

static bool refers(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_FIELD && field_is_reference(plan->columns[i].field))
			return true;
	return false;
}

static bool has_refs(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_REF)
			return true;
	return false;
}

/* A reading that the columns do not show, or that somebody said. */
static bool is_asked(const struct importing *import, int open)
{
	const struct import_plan *plan = import->plan;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if ((int)plan->columns[i].open == open)
			return true;
	return open == OPEN_ORDER ? import->given.order != ORDER_LOCALE : import->given.decimal != SIGN_EITHER;
}

const char *importing_idle(const struct importing *import)
{
	bool dates = is_asked(import, OPEN_ORDER), signs = is_asked(import, OPEN_SIGN);

	return dates && signs ? NULL : dates ? "decimal-sign" : signs ? "day-or-month" : "day-or-month decimal-sign";
}

static bool is_there(const struct importing *import, enum setting setting)
{
	const struct import_plan *plan = import->plan;

	switch (setting) {
	case SET_REGISTER:
	case SET_HEADER:
		return true;
	case SET_SHEET:
		return plan->sheets.count > 1;
	case SET_NOTES:
		return plan->notes.count != 0;
	case SET_DATES:
		return is_asked(import, OPEN_ORDER);
	case SET_DECIMAL:
		return is_asked(import, OPEN_SIGN);
	case SET_CREATE:
		return plan->def && refers(plan);
	case SET_SOURCE:
		return plan->def && has_refs(plan) && register_field(plan->def, "external");
	default:
		return plan->def != NULL;
	}
}

void importing_arrange(struct importing *import)
{
	size_t column = importing_column(import), count = import->plan->column_count;
	bool on_column = import->setting_count && column < count;
	enum setting was = import->cursor < import->setting_count ? import->settings[import->cursor] : SETTINGS;
	int i;

	import->setting_count = 0;
	for (i = 0; i < SETTINGS; i++)
		if (is_there(import, (enum setting)i)) {
			if (!on_column && (enum setting)i == was)
				import->cursor = import->setting_count;
			import->settings[import->setting_count++] = (enum setting)i;
		}
	if (on_column)
		import->cursor = import->setting_count + column;
	if (import->cursor >= import->setting_count + count)
		import->cursor = 0;
}

size_t importing_column(const struct importing *import)
{
	return import->cursor < import->setting_count ? import->plan->column_count
						      : import->cursor - import->setting_count;
}

size_t importing_open(const struct importing *import, size_t *first)
{
	const struct import_plan *plan = import->plan;
	size_t open = 0, i;

	*first = 0;
	if (!plan->def)
		return 1;
	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use == USE_UNKNOWN || plan->columns[i].open) {
			if (!open)
				*first = import->setting_count + i;
			open++;
		}
	return open;
}
