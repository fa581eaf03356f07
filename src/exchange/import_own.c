/*
 * Columns that are called by a field which nobody writes here: what the program works out, and what other records refer
 * by.  In a table of ours they stand for those who read it.  Filled elsewhere they hold what somebody wrote: it is asked
 * for, but where the table has what the program works it out from.
 */
#include <stdlib.h>

#include "exchange/import.h"
#include "exchange/import_match.h"
#include "exchange/mapping.h"

/* Whether a ref may be one of this file or of another one of ours. */
static bool is_ref_of_ours(const struct import_plan *plan, const char *text)
{
	const struct register_def *def = NULL;
	const struct ref_form form = { .def = plan->def };

	return ref_form_is_own(&form, text) || (store_find(plan->details->store, text, &def) && def == plan->def);
}

/* Whether the column holds our refs, or uuids: that of a table that was written here. */
static bool is_known_by(const struct import_plan *plan, const struct import_column *column)
{
	struct heading found;
	size_t i;

	if (!headings_find(plan->details->headings, column->heading, &found) || found.origin != BY_NAME)
		return false;
	/* New ones may stand among them. */
	for (i = 0; found.use == USE_REF && i < column->samples.count; i++)
		if (is_ref_of_ours(plan, column->samples.items[i]))
			return true;
	return found.use == USE_UUID;
}

/* Whether all columns, and there are many, have the names that fields have in the file's own form: nobody else writes these. */
static bool has_own_names(const struct import_plan *plan)
{
	size_t i, own = 0;

	for (i = 0; i < plan->column_count; i++)
		own += register_field(plan->def, plan->columns[i].heading) != NULL;
	return own > 8 && own == plan->column_count;
}

bool import_is_ours(const struct import_plan *plan)
{
	size_t i;

	if (!plan->def || !plan->details->headings)
		return false;
	for (i = 0; i < plan->column_count; i++)
		if (is_known_by(plan, &plan->columns[i]))
			return true;
	return has_own_names(plan);
}

static const struct section_def *section_of(const struct import_plan *plan, const struct field_def *field)
{
	return register_section(plan->def, (size_t)(field - plan->def->fields));
}

/* Whether another column is of the same section: the likelihood and the impact beside their level. */
static bool has_beside(const struct import_plan *plan, const struct field_def *own)
{
	const struct section_def *section = section_of(plan, own);
	struct heading found;
	size_t i;

	for (i = 0; section && i < plan->column_count; i++)
		if ((import_group_says(plan, i, plan->columns[i].heading, &found) ||
			    headings_find(plan->details->headings, plan->columns[i].heading, &found)) &&
			found.use == USE_FIELD && section_of(plan, found.field) == section)
			return true;
	return false;
}

void import_own_ask(const struct import_plan *plan, const struct import_column *column, struct heading *found)
{
	const struct import_details *details = plan->details;

	if (found->use != USE_NOTHING || !found->own || !column->filled || details->shipped || details->foreign ||
		import_is_ours(plan)) {
		found->own = NULL;
		return;
	}
	if (!(found->own->flags & FIELD_DERIVED) || !has_beside(plan, found->own))
		found->use = USE_UNKNOWN;
}

char *import_own_asked(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];

	if (column->use != USE_UNKNOWN || !column->own)
		return NULL;
	if (column->own->flags & FIELD_DERIVED)
		/* TRANSLATORS: a heading, its letter; a field */
		return xasprintf(_("%s (column %s: %s is worked out by the program)"), column->heading, column->letter,
			_(column->own->label));
	/* TRANSLATORS: a heading, its letter; a register, as "Actions" */
	return xasprintf(_("%s (column %s: these are records of their own, read by a table of %s)"), column->heading,
		column->letter, _(register_find(column->own->target)->plural));
}

char *import_own_said(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];

	if (column->use != USE_NOTHING || !column->own)
		return NULL;
	/* TRANSLATORS: a heading; a field */
	return xasprintf(_("%s: the column \"%s\" is not read; %s is worked out by the program."), plan->input,
		column->heading, _(column->own->label));
}
