/* What somebody says of the columns of a table: told, remembered for the next one, and asked for where it lacks. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import.h"
#include "exchange/mapping.h"
#include "exchange/numbered.h"

static bool has_name(const struct import_column *column)
{
	return column->heading[strspn(column->heading, " \t\r\n")] != '\0';
}

/* The column of that letter; the count where there is none. */
static size_t column_lettered(const struct import_plan *plan, const char *wanted)
{
	size_t i, found = plan->column_count;

	for (i = 0; i < plan->column_count && found == plan->column_count; i++) {
		char *letter = heading_fold(plan->columns[i].letter);

		/* What was made of other columns nobody has in his sheet. */
		if (strcmp(letter, wanted) == 0 && !grid_is_made(&plan->details->grid, i))
			found = i;
		free(letter);
	}
	return found;
}

/* By its heading as it is compared, else by its letter, which "column C" is alone. */
size_t import_column_named(const struct import_plan *plan, const char *text)
{
	char *wanted = heading_fold(text);
	size_t i, found = plan->column_count;
	const char *letter = strncmp(wanted, "column ", 7) == 0    ? wanted + 7
			     : strncmp(wanted, "colonne ", 8) == 0 ? wanted + 8
								   : NULL;

	/* Of two with one heading that is meant which is asked for. */
	for (i = 0; *wanted && i < plan->column_count; i++) {
		char *heading = heading_fold(plan->columns[i].heading);

		if (strcmp(heading, wanted) == 0 && !grid_is_made(&plan->details->grid, i) &&
			(found == plan->column_count ||
				(plan->columns[i].use == USE_UNKNOWN && plan->columns[found].use != USE_UNKNOWN)))
			found = i;
		free(heading);
	}
	if (found == plan->column_count)
		found = column_lettered(plan, letter ? letter : wanted);
	free(wanted);
	return found;
}

/* "C" where a column is called so and another one has the letter: which is meant nobody knows. */
static bool is_either_column(const struct import_plan *plan, const char *text, size_t place, struct error *error)
{
	char *wanted = heading_fold(text);
	size_t lettered = column_lettered(plan, wanted);
	const struct import_column *other;

	free(wanted);
	if (lettered == plan->column_count || lettered == place)
		return false;
	other = &plan->columns[lettered];
	error_set(error, ERROR_USAGE,
		/* TRANSLATORS: a letter; the heading and the letter of a column, twice */
		_("%s may be %s (column %s) or %s (column %s); say \"column %s\" or \"column %s\"."), text,
		plan->columns[place].heading, plan->columns[place].letter, other->heading, other->letter,
		plan->columns[place].letter, other->letter);
	return true;
}

bool import_no_column(const struct import_plan *plan, const char *text, struct error *error)
{
	struct strings names = { 0 };
	char *list;
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (has_name(&plan->columns[i]))
			strings_add(&names, plan->columns[i].heading);
	list = strings_join(&names, ", ");
	error_set(error, ERROR_USAGE, _("%s has no column %s; there are %s."), plan->input, text, list);
	free(list);
	strings_free(&names);
	return false;
}

static bool map_column(struct import_plan *plan, const char *text, struct error *error)
{
	/* A heading may hold the sign, the name of a field does not. */
	const char *equals = strrchr(text, '=');
	char *name = equals ? xstrndup(text, (size_t)(equals - text)) : NULL;
	struct heading found;
	size_t place;
	bool ok;

	if (!equals)
		return error_set(error, ERROR_USAGE, _("--map takes COLUMN=FIELD, not %s."), text);
	place = import_column_named(plan, name);
	if (place == plan->column_count)
		ok = import_no_column(plan, name, error);
	else if (is_either_column(plan, name, place, error))
		ok = false;
	else if (!headings_find(plan->details->headings, equals + 1, &found) || found.use == USE_NOTHING)
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s."), equals + 1, _(plan->def->plural));
	else {
		enum name_part said = name_part_of(equals + 1);

		import_columns_set(plan, place, found.use, found.field, said == NAME_PLAIN ? NAME_WHOLE : said);
		ok = true;
	}
	free(name);
	return ok;
}

bool import_columns_say(
	struct import_plan *plan, const struct strings *map, const struct strings *skip, struct error *error)
{
	size_t i;

	for (i = 0; map && i < map->count; i++)
		if (!map_column(plan, map->items[i], error))
			return false;
	for (i = 0; skip && i < skip->count; i++) {
		size_t place = import_column_named(plan, skip->items[i]);

		if (place == plan->column_count)
			return import_no_column(plan, skip->items[i], error);
		if (is_either_column(plan, skip->items[i], place, error))
			return false;
		import_plan_set_column(plan, place, USE_SKIPPED, NULL);
	}
	return true;
}

/* ---- what words mean, on the command line ---- */

/* "Likelihood:High=4"; a heading may hold a colon, and a word an equals sign. */
static bool say_word(struct import_plan *plan, const char *text, struct error *error)
{
	const char *equals = strrchr(text, '='), *colon = NULL, *at;
	struct model_context context = *store_context(plan->details->store);
	struct error fault = { 0 };
	char *heading, *word, *value = NULL;
	size_t place = plan->column_count;
	bool ok;

	for (at = text; equals && place == plan->column_count && (at = strchr(at, ':')) && at < equals; at++) {
		heading = xstrndup(text, (size_t)(at - text));
		place = import_column_named(plan, heading);
		colon = at;
		free(heading);
	}
	if (!equals || !colon)
		return error_set(error, ERROR_USAGE,
			/* TRANSLATORS: an option of the command line */
			_("--word takes COLUMN:WORD=VALUE, as in --word=\"Likelihood:High=4\", not %s."), text);
	heading = xstrndup(text, (size_t)(colon - text));
	word = xstrndup(colon + 1, (size_t)(equals - colon) - 1);
	context.reading = (struct reading_form){ .table = true };
	if (place == plan->column_count)
		ok = import_no_column(plan, heading, error);
	else if (plan->columns[place].use != USE_FIELD || !import_is_closed(plan->columns[place].field))
		ok = error_set(error, ERROR_USAGE,
			_("The column %s takes no words for one of a few, so that --word says nothing of it."),
			heading);
	else
		ok = field_parse(plan->columns[place].field, &context, equals + 1, &value, &fault) ||
		     error_set(error, ERROR_USAGE, "%s", fault.message);
	error_clear(&fault);
	if (ok && value)
		import_plan_set_word(plan, place, word, value);
	free(value);
	free(heading);
	free(word);
	return ok;
}

bool import_words_say(struct import_plan *plan, const struct strings *words, struct error *error)
{
	size_t i;

	for (i = 0; words && i < words->count; i++)
		if (!say_word(plan, words->items[i], error))
			return false;
	return true;
}

/* One of several columns of that heading is not known by it the next time. */
static bool is_only(const struct import_plan *plan, size_t place, const char *folded)
{
	bool only = true;
	size_t i;

	for (i = 0; only && i < plan->column_count; i++) {
		char *other = heading_fold(plan->columns[i].heading);

		only = i == place || strcmp(other, folded) != 0;
		free(other);
	}
	return only;
}

/* What somebody said of the column, this time or before: its heading as it is compared, and what it is, both of which the caller frees; NULL: nothing. */
static char *said_of(const struct import_plan *plan, size_t place, char **field)
{
	const struct import_column *column = &plan->columns[place];
	char *folded = heading_fold(column->heading);

	*field = xasprintf("%s%s",
		column->use == USE_FIELD  ? column->field->name
		: column->use == USE_REF  ? "ref"
		: column->use == USE_UUID ? "uuid"
					  : "",
		!column->beside              ? ""
		: column->part == NAME_GIVEN ? "/given"
					     : "/family");
	/* One of several that together are a field is left out of this table alone. */
	if (!(column->use == USE_SKIPPED && import_is_of_several(plan, place)) &&
		(column->origin == BY_USER || column->origin == BY_MEMORY) && column->use != USE_UNKNOWN &&
		column->use != USE_NOTHING && *folded && is_only(plan, place, folded))
		return folded;
	free(folded);
	free(*field);
	*field = NULL;
	return NULL;
}

bool import_columns_remember(const struct import_plan *plan, struct action *action, struct error *error)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++) {
		char *field, *folded = said_of(plan, i, &field);
		bool ok = !folded || action_heading(action, plan->def, folded, field, error);

		free(folded);
		free(field);
		if (!ok)
			return false;
	}
	return import_words_remember(plan, action, error);
}

void import_plan_keep_columns(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; plan->def && i < plan->column_count; i++) {
		char *field, *folded = said_of(plan, i, &field);

		if (folded)
			store_heading_keep(plan->details->store, plan->def, folded, field);
		free(folded);
		free(field);
	}
	import_words_remember(plan, NULL, NULL);
}

/* The column that is already what this one is known as; NULL: none. */
static const struct import_column *taken_by(const struct import_plan *plan, size_t place)
{
	struct heading found;
	size_t i;

	if (!headings_find(plan->details->headings, plan->columns[place].heading, &found))
		return NULL;
	for (i = 0; i < plan->column_count; i++)
		if (i != place && plan->columns[i].use == found.use && plan->columns[i].field == found.field)
			return &plan->columns[i];
	return NULL;
}

static const char *use_label(const struct import_column *column)
{
	return column->use == USE_FIELD ? _(column->field->label) : column->use == USE_REF ? "ref" : "uuid";
}

/* Where it is seen that columns are not known: at their names, or where none has one at the first cell below. */
static long line_of_unknown(const struct import_plan *plan)
{
	const struct grid *grid = &plan->details->grid;
	size_t i, row, first = grid->count;

	for (i = 0; i < plan->column_count; i++) {
		if (plan->columns[i].use != USE_UNKNOWN)
			continue;
		if (has_name(&plan->columns[i]))
			return plan->header;
		for (row = plan->details->header + 1; row < first; row++)
			if (!grid_is_blank(grid_at(grid, row, i)->text))
				first = row;
	}
	return first < grid->count ? grid->rows[first].line : plan->header;
}

static bool any_known(const struct import_plan *plan)
{
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		if (plan->columns[i].use != USE_UNKNOWN && plan->columns[i].use != USE_NOTHING)
			return true;
	return false;
}

/* A table may begin with its first record, which is lost where it is taken for the names. */
static bool no_header(const struct import_plan *plan, struct strings *unknown, struct error *error)
{
	char *list = strings_join(unknown, ", ");

	error_set_at(error, ERROR_INVALID, plan->input, plan->header,
		/* TRANSLATORS: a register, headings parted by commas */
		_("This row names no field of %s: %s. If it is a record already, say --header=0 and --map=A=FIELD for each column, by its letter; if these are names, say --map=COLUMN=FIELD for each, or --skip=COLUMN to leave it out."),
		_(plan->def->plural), list);
	free(list);
	strings_free(unknown);
	return false;
}

/* Rows that say neither what a record is called nor which one they are add nothing and change nothing. */
static bool has_title(const struct import_plan *plan, struct error *error)
{
	const struct field_def *title = register_title(plan->def);
	size_t i;

	if (!title || !(title->flags & FIELD_REQUIRED) || plan->details->shipped || plan->details->foreign ||
		register_answers(plan->def) || numbered_register(plan->def) || plan->key || !plan->rows)
		return true;
	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];

		if (column->use == USE_REF || column->use == USE_UUID ||
			(column->use == USE_FIELD && column->field == title))
			return true;
	}
	if (plan->details->seen)
		return error_set_at(error, ERROR_INVALID, plan->input, plan->header,
			/* TRANSLATORS: a field, "Title"; a register */
			_("No column is the %s of %s; Enter on a column says which is."), _(title->label),
			_(plan->def->plural));
	return error_set_at(error, ERROR_INVALID, plan->input, plan->header,
		/* TRANSLATORS: a field, "Title"; a register; the name of the field */
		_("No column is the %s of %s: --map=COLUMN=%s says which is."), _(title->label), _(plan->def->plural),
		title->name);
}

bool import_columns_settled(const struct import_plan *plan, struct error *error)
{
	struct strings unknown = { 0 };
	char *list, *which = plan->unknown == 1  ? import_either_asked(plan)
			     : plan->unknown > 1 ? import_matrix_said(plan)
						 : NULL;
	size_t i;

	if (which) {
		error_set_at(error, ERROR_INVALID, plan->input, plan->header, "%s", which);
		free(which);
		return false;
	}
	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i], *other;
		struct heading found;
		char *either, *doubted;

		if (column->use != USE_UNKNOWN)
			continue;
		other = taken_by(plan, i);
		either = import_either_said(plan, i);
		if (!either)
			either = import_own_asked(plan, i);
		if (either)
			strings_take(&unknown, either);
		else if (other)
			/* TRANSLATORS: a heading, its letter; a field, the letter of its column */
			strings_take(
				&unknown, xasprintf(_("%s (column %s: %s is there twice, and is column %s)"),
						  column->heading, column->letter, use_label(other), other->letter));
		else if (headings_find(plan->details->headings, column->heading, &found) &&
			 found.field == register_title(plan->def) && name_part_of(column->heading))
			/* TRANSLATORS: a heading, its letter */
			strings_take(&unknown, xasprintf(_("%s (column %s: a part of a name, without the other one)"),
						       column->heading, column->letter));
		else if (headings_find(plan->details->headings, column->heading, &found) &&
			 (doubted = import_doubt_said(plan, i, &found)))
			strings_take(&unknown, doubted);
		else if (!has_name(column))
			strings_take(&unknown, xasprintf(_("column %s, which has no name"), column->letter));
		else
			strings_take(&unknown, xasprintf(_("%s (column %s)"), column->heading, column->letter));
	}
	if (!unknown.count)
		return has_title(plan, error);
	if (!any_known(plan) && plan->header)
		return no_header(plan, &unknown, error);
	list = strings_join(&unknown, ", ");
	error_set_at(error, ERROR_INVALID, plan->input, line_of_unknown(plan),
		ngettext("This column is no field of %s: %s. Say --map=COLUMN=FIELD, or --skip=COLUMN to leave it out.",
			"These columns are no fields of %s: %s. Say --map=COLUMN=FIELD for each, or --skip=COLUMN to leave it out.",
			unknown.count),
		_(plan->def->plural), list);
	free(list);
	strings_free(&unknown);
	return false;
}
