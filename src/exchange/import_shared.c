/*
 * Two columns of one field: the reason for inclusion and the one for exclusion, of which each row fills one; the day and
 * the time of a moment.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"

/* ---- each row fills one of them ---- */

#define SHARED_MOST 4 /* columns of one field that are looked at */

/* How many columns are taken for the field. */
static size_t columns_of(const struct import_plan *plan, const struct field_def *field)
{
	size_t i, count = 0;

	for (i = 0; i < plan->column_count; i++)
		count += plan->columns[i].use == USE_FIELD && plan->columns[i].field == field;
	return count;
}

static bool is_words(const struct field_def *field)
{
	return field->type == &type_text || field->type == &type_long_text;
}

bool import_says_nothing(const char *text)
{
	return grid_is_blank(text) || field_says_nothing(text) || field_names_nothing(text);
}

bool import_shares(const struct import_plan *plan, size_t one, size_t other)
{
	const struct import_column *a = &plan->columns[one], *b = &plan->columns[other];
	const struct grid *grid = &plan->details->grid;
	size_t row;

	if (a->use != USE_FIELD || b->use != USE_FIELD || a->field != b->field || plan->details->shipped ||
		!is_words(a->field) || a->field == register_title(plan->def) || !a->filled || !b->filled ||
		columns_of(plan, a->field) > SHARED_MOST)
		return false;
	for (row = plan->details->header + 1; row < grid->count; row++)
		if (!import_is_below(plan, row) && !import_says_nothing(grid_at(grid, row, one)->text) &&
			!import_says_nothing(grid_at(grid, row, other)->text))
			return false;
	return true;
}

bool import_is_said_beside(const struct import_plan *plan, size_t row, size_t column)
{
	const struct import_column *it = &plan->columns[column];
	const struct grid *grid = &plan->details->grid;
	const char *text;
	bool blank;
	size_t i;

	if (it->use != USE_FIELD || it->beside)
		return false;
	text = grid_at(grid, row, column)->text;
	blank = grid_is_blank(text);
	for (i = 0; i < plan->column_count; i++)
		if (i != column && plan->columns[i].use == USE_FIELD && plan->columns[i].field == it->field &&
			!plan->columns[i].beside &&
			(blank ? !grid_is_blank(grid_at(grid, row, i)->text)
			       : is_words(it->field) && !import_says_nothing(grid_at(grid, row, i)->text) &&
						import_says_nothing(text)))
			return true;
	return false;
}

/* ---- the day and the time ---- */

static const char time_words[] = "time|heure|heures|hour|hours|horaire|clock";

/* Whether a cell is a time of day and nothing else. */
static bool is_clock(const char *text)
{
	static const struct reading_form form = { .table = true };
	char *with = xasprintf("2000-01-01 %s", text);
	struct moment moment;
	bool is = moment_parse(with, "UTC", &form, &moment) == MOMENT_ONCE;

	moment_clear(&moment);
	free(with);
	return is;
}

/* Whether each cell of the day that has one beside it is a day alone, and each of the other one a time. */
static bool are_day_and_time(const struct import_plan *plan, size_t day, size_t clock)
{
	const struct grid *grid = &plan->details->grid;
	size_t row;

	for (row = plan->details->header + 1; row < grid->count; row++) {
		const char *date = grid_at(grid, row, day)->text, *text = grid_at(grid, row, clock)->text;

		if (import_is_below(plan, row) || grid_is_blank(text))
			continue;
		if (grid_is_blank(date) || strchr(date, ':') || !is_clock(text))
			return false;
	}
	return plan->columns[clock].filled > 0;
}

/* What is left of "Heure de détection (UTC+2)" without its words for a time, nor what leads to the others.  The caller frees. */
static char *rest_of(const char *heading)
{
	static const char *const left_out =
		"time|heure|heures|hour|hours|horaire|clock|of|the|de|du|la|l|d|date|day|jour";
	char *plain = xstrndup(heading, strcspn(heading, "([")), *folded = heading_fold(plain), *word;
	struct buffer rest = { 0 };
	size_t length;

	buffer_add(&rest, "");
	for (word = folded; *word; word += length + (word[length] == ' ')) {
		char *one;

		length = strcspn(word, " ");
		one = xstrndup(word, length);
		if (!heading_has(one, left_out)) {
			buffer_add(&rest, rest.length ? " " : "");
			buffer_add(&rest, one);
		}
		free(one);
	}
	free(folded);
	free(plain);
	return buffer_take(&rest);
}

static bool says_time(const struct import_column *column)
{
	char *folded = heading_fold(column->heading);
	bool says = column->use == USE_UNKNOWN && !column->own && heading_has(folded, time_words);

	free(folded);
	return says;
}

static bool may_have_time(const struct import_column *column)
{
	return column->use == USE_FIELD && column->field->type == &type_date_time && !column->clock;
}

/* "Time (Paris)" is in a zone that nobody knows; "(UTC+2)" and "(HH:MM)" leave nothing open. */
static bool is_in_unknown_zone(const char *heading)
{
	static const char *const plain[] = { "hh mm", "hh mm ss", "h mm", "hhmm", "24h", "24 h", "h", "local",
		"local time", "heure locale", "locale" };
	const char *bracket = strpbrk(heading, "([");
	char *zone = bracket ? heading_zone(heading) : NULL, *folded;
	bool unknown = bracket && !zone;
	size_t i;

	free(zone);
	folded = heading_fold(unknown ? bracket : "");
	for (i = 0; i < sizeof plain / sizeof plain[0] && unknown; i++)
		unknown = strcmp(folded, plain[i]) != 0;
	free(folded);
	return unknown;
}

/* The day that the time is of: right before it for "Time" alone, and for "Time detected" the one of these words; the count: none. */
static size_t day_of(const struct import_plan *plan, size_t clock)
{
	char *rest = rest_of(plan->columns[clock].heading);
	size_t i, found = plan->column_count;

	if (is_in_unknown_zone(plan->columns[clock].heading)) {
		/* It is asked about. */
	} else if (!*rest) {
		found = clock && may_have_time(&plan->columns[clock - 1]) ? clock - 1 : found;
	} else {
		char *words = xasprintf("date %s", rest);
		struct heading heading;
		bool known = headings_find(plan->details->headings, words, &heading) && heading.use == USE_FIELD;

		for (i = 0; i < plan->column_count && found == plan->column_count; i++) {
			char *other = rest_of(plan->columns[i].heading);

			if (may_have_time(&plan->columns[i]) &&
				((known && plan->columns[i].field == heading.field) || strcmp(other, rest) == 0))
				found = i;
			free(other);
		}
		free(words);
	}
	free(rest);
	return found;
}

void import_clocks_pair(struct import_plan *plan)
{
	size_t i, day;

	for (i = 0; i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		/* What was paired is open again: its day may be something else by now. */
		if (column->clock && column->use == USE_NOTHING)
			column->use = USE_UNKNOWN;
		column->clock = 0;
	}
	for (i = 0; plan->details->headings && i < plan->column_count; i++) {
		struct import_column *column = &plan->columns[i];

		day = says_time(column) ? day_of(plan, i) : plan->column_count;
		if (day == plan->column_count || !are_day_and_time(plan, day, i))
			continue;
		plan->columns[day].clock = i + 1;
		column->clock = day + 1;
		column->use = USE_NOTHING;
	}
}

char *import_moment_text(const struct import_plan *plan, size_t row, size_t day)
{
	const struct grid *grid = &plan->details->grid;
	size_t clock = plan->columns[day].clock - 1;
	char *both = xasprintf("%s %s", grid_at(grid, row, day)->text, grid_at(grid, row, clock)->text),
	     *zone = heading_zone(plan->columns[clock].heading), *with = heading_zone_beside(zone, both);

	free(zone);
	if (!with)
		return both;
	free(both);
	return with;
}

/* ---- both ---- */

char *import_shared_said(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	size_t i;

	if (column->clock && column->use == USE_FIELD)
		/* TRANSLATORS: a field; the headings of the columns of the day and of the time */
		return xasprintf(_("%s: \"%s\" and \"%s\" are one moment."), _(column->field->label), column->heading,
			plan->columns[column->clock - 1].heading);
	for (i = 0; i < place; i++)
		if (import_shares(plan, i, place))
			/* TRANSLATORS: a field; two headings */
			return xasprintf(_("%s: \"%s\" and \"%s\" are one field, of which each row fills one."),
				_(column->field->label), plan->columns[i].heading, column->heading);
	return NULL;
}
