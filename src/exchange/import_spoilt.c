/* What a spreadsheet made of what was typed: the version 1.2 became the first of February. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"
#include "exchange/numbered.h"

/* "01-févr", as spreadsheets show the first of February that they made of 1.2: a number and the name of a month, and no more. */
static bool is_shown_day(const char *text)
{
	size_t length, digits;
	const char *bare = text_trimmed(text, &length);
	char *kept, *folded;
	bool is;

	digits = strspn(bare, "0123456789");
	if (!digits || digits > 2 || length < digits + 4 || bare[digits] != '-')
		return false;
	kept = xstrndup(bare + digits + 1, length - digits - 1);
	/* "févr." */
	if (kept[strlen(kept) - 1] == '.')
		kept[strlen(kept) - 1] = '\0';
	folded = text_fold(kept);
	is = date_month_called(folded) > 0;
	free(folded);
	free(kept);
	return is;
}

static bool is_numbered(const struct field_def *field)
{
	return field_is_reference(field) && numbered_register(register_find(field->target));
}

bool table_is_spoilt(const struct table *table, const struct field_def *field, const struct grid_cell *cell)
{
	bool numbers = field && (field->type == &type_level || is_numbered(field)),
	     words = !field || field->type == &type_external ||
		     (field->type == &type_text && field != register_title(table->def));

	if (table->details->shipped || table->details->foreign)
		return false;
	if (cell->kind == GRID_DATE)
		/* With its year it is a day that somebody wrote. */
		return numbers || (words && cell->no_year);
	return words && is_shown_day(cell->text) && !import_is_ours(table->plan);
}

bool table_refuse_spoilt(const char *name, const char *text, struct error *error)
{
	return error_set(error, ERROR_INVALID,
		/* TRANSLATORS: a field, a day; "5.1" and "4/5" are examples of what was typed */
		_("%s: the spreadsheet made the day %s of what was typed there, such as 5.1 or 4/5; write it as text."),
		name, text);
}
