/* What a spreadsheet made of what was typed: the version 1.2 became the first of February. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"
#include "exchange/numbered.h"

/* "01-févr" and "févr-01", as spreadsheets show such a day: a number and the name of a month, and no more. */
static bool is_shown_day(const char *text)
{
	size_t length, digits, month;
	const char *bare = text_trimmed(text, &length), *name;
	char *kept, *folded;
	bool is;

	digits = strspn(bare, "0123456789");
	name = digits ? bare + digits + 1 : bare;
	month = digits ? length - digits - 1 : strcspn(bare, "-");
	if (digits > 2 || length < 5 || (digits && bare[digits] != '-') || month >= length)
		return false;
	if (!digits && (strspn(bare + month + 1, "0123456789") != length - month - 1 || length - month - 1 > 2))
		return false;
	kept = xstrndup(name, month);
	/* "févr." */
	if (*kept && kept[strlen(kept) - 1] == '.')
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
	return cell->kind == GRID_DATE ? numbers || words : words && is_shown_day(cell->text);
}

bool table_refuse_spoilt(const char *name, const char *text, struct error *error)
{
	return error_set(error, ERROR_INVALID,
		/* TRANSLATORS: a field, a day; "5.1" and "4/5" are examples of what was typed */
		_("%s: the spreadsheet made the day %s of what was typed there, such as 5.1 or 4/5; write it as text."),
		name, text);
}
