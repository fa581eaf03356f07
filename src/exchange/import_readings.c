/* How the dates and numbers of each column are to be read: by its cells, its heading, the columns beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"
#include "exchange/numbered.h"
#include "model/column_reading.h"

bool import_is_read_by_column(const struct field_def *field)
{
	return field_is_day(field) || field->type == &type_integer || field->type == &type_number ||
	       field->type == &type_amount || field->type == &type_percentage;
}

/* The order of dates that a column shows, and its label; NULL: none does. */
struct order_shown {
	enum date_order order;
	const char *label;
};

bool import_is_reason(const char *heading)
{
	const size_t length = sizeof IMPORT_REASON - 1;

	return strncmp(heading, IMPORT_REASON, length) == 0 &&
	       (!heading[length] || strncmp(heading + length, " [", 2) == 0);
}

/* A table of refused rows: what may be two things was refused for that, and is not taken by the locale now. */
static bool is_of_refused(const struct import_plan *plan)
{
	const struct import_details *details = plan->details;
	size_t i;

	for (i = 0; details->header < details->grid.count && i < plan->column_count; i++)
		if (import_is_reason(plan->columns[i].heading))
			return true;
	return false;
}

/* Rows that were refused go on with the numbers of the table that they are from. */
static void take_source(struct import_plan *plan)
{
	const size_t length = sizeof IMPORT_REASON " [" - 1;
	size_t i;

	for (i = 0; i < plan->column_count && !plan->source_given; i++) {
		const char *heading = plan->columns[i].heading;
		size_t end = strlen(heading);

		if (strncmp(heading, IMPORT_REASON " [", length) == 0 && end > length + 1 && heading[end - 1] == ']') {
			free(plan->source);
			plan->source = xstrndup(heading + length, end - length - 1);
			plan->source_given = true;
		}
	}
}

/* Whether it has French headings, of which none is English too, and no English ones. */
static bool is_french(const struct import_plan *plan)
{
	bool french = false;
	size_t i, j;

	for (i = 0; i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		const struct field_def *field = column->use == USE_FIELD ? column->field : NULL;
		char *words[3];

		if (!field)
			continue;
		words[0] = heading_fold(column->heading);
		words[1] = heading_fold(field->label);
		words[2] = heading_fold(translation_in("fr", field->label));
		french = french || strpbrk(column->heading, "\xc3") ||
			 (strcmp(words[0], words[2]) == 0 && strcmp(words[0], words[1]) != 0);
		for (j = 0; j < 3; j++)
			free(words[j]);
	}
	return french;
}

/* "Applicable (O/N)": what stands below is oui or non. */
static bool heading_has_initials(const char *heading)
{
	char *folded = heading_fold(heading);
	size_t length = strlen(folded);
	bool has = length > 4 && strcmp(folded + length - 4, " o n") == 0;

	free(folded);
	return has;
}

/* What the table shows of its writer, where no locale says what that writes first. */
static enum order_hint hint_of(const struct import_plan *plan, bool french)
{
	return french ? HINT_FRENCH : plan->details->grid.separator == ';' ? HINT_SEMICOLONS : HINT_NONE;
}

/* What the cells of the column show of their order; beside: what those of another one do, or NULL. */
static enum date_order decide_reading(
	struct import_plan *plan, size_t place, bool french, const struct order_shown *beside)
{
	struct import_column *column = &plan->columns[place];
	struct import_details *details = plan->details;
	struct column_reading reading = { .field = column->field, .since_1904 = details->grid.since_1904 };
	struct reading_form *form = &details->readings[place];
	bool given = details->given.order || details->given.decimal;
	size_t row;

	free(column->reading);
	column->reading = NULL;
	column->contradicts = false;
	column->open = OPEN_NOTHING;
	*form = (struct reading_form){ .file_form = details->shipped,
		.table = !details->shipped,
		.french = french || heading_has_initials(column->heading) };
	if (details->shipped || column->use != USE_FIELD || !import_is_read_by_column(column->field))
		return ORDER_LOCALE;
	for (row = details->header + 1; row < details->grid.count; row++) {
		const struct grid_cell *cell = grid_at(&details->grid, row, place);

		if (import_is_below(plan, row))
			continue;
		if (cell->kind == GRID_NUMBER || cell->kind == GRID_DATE)
			column_reading_see_plain(&reading, cell->text);
		else if (cell->kind != GRID_ERROR && cell->kind != GRID_EMPTY)
			column_reading_see(&reading, cell->text);
	}
	if (beside) {
		reading.beside = beside->order;
		reading.beside_label = beside->label;
	}
	if (!details->foreign)
		reading.heading = heading_order(column->heading);
	reading.hint = beside ? HINT_NONE : hint_of(plan, french);
	column->contradicts = !column_reading_decide(&reading, form, &column->reading);
	column->open = column_reading_open_order(&reading)  ? OPEN_ORDER
		       : column_reading_open_sign(&reading) ? OPEN_SIGN
							    : OPEN_NOTHING;
	/* What the column shows goes before what somebody says of all. */
	if (given && column->open) {
		reading.given = details->given;
		free(column->reading);
		column->contradicts = !column_reading_decide(&reading, form, &column->reading);
		if (column->open == OPEN_ORDER ? details->given.order != ORDER_LOCALE
					       : details->given.decimal != SIGN_EITHER)
			column->open = OPEN_NOTHING;
	}
	if ((column->open || reading.part.cells) && !reading.beside_label && !column_reading_has_points(&reading) &&
		is_of_refused(plan)) {
		*form = (struct reading_form){
			.table = true, .certain = true, .year_may_be_first = form->year_may_be_first
		};
		free(column->reading);
		column->reading = NULL;
	}
	return column_reading_order(&reading);
}

/* "5.9" and then "5.1", or "5.1" and then "5.11": the program that wrote the table took 5.10 for a number. */
static bool follows_cut(const char *before, const char *after)
{
	int theme[2], number[2], length[2] = { 0, 0 };

	if (sscanf(before, " %2d%*1[.,]%3d %n", &theme[0], &number[0], &length[0]) != 2 ||
		sscanf(after, " %2d%*1[.,]%3d %n", &theme[1], &number[1], &length[1]) != 2 || before[length[0]] ||
		after[length[1]] || theme[0] != theme[1])
		return false;
	return (number[1] > 0 && number[1] < 10 && number[0] == 10 * number[1] - 1) ||
	       (number[0] > 0 && number[0] < 10 && number[1] == 10 * number[0] + 1);
}

/* Whether a column of numbered records, one below the other, shows that last zeros were cut. */
static bool shows_cut(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	const struct grid *grid = &plan->details->grid;
	const char *before = "";
	size_t row;

	if (column->use != USE_FIELD || !field_is_reference(column->field) ||
		!numbered_register(register_find(column->field->target)))
		return false;
	for (row = plan->details->header + 1; row < grid->count; row++) {
		const char *text = grid_at(grid, row, place)->text;

		if (grid_is_blank(text) || import_is_below(plan, row))
			continue;
		if (follows_cut(before, text))
			return true;
		before = text;
	}
	return false;
}

static bool shows_zeros(const struct import_plan *plan, size_t place)
{
	const struct import_column *column = &plan->columns[place];
	const struct register_def *target;
	const struct grid *grid = &plan->details->grid;
	size_t row;

	if (column->use != USE_FIELD || !field_is_reference(column->field))
		return false;
	target = register_find(column->field->target);
	for (row = plan->details->header + 1; row < grid->count; row++)
		if (numbered_shows_zero(target, grid_at(grid, row, place)->text))
			return true;
	return false;
}

/* The end of a scale of `count` levels at which a word stands: that it is none of these levels does not matter then; 0: nobody knows. */
static int end_of_scale(const char *word, int count)
{
	static const char
		high[] = "high|highest|highly|very|certain|certaine|worst|catastrophic|catastrophique|critical|"
			 "critique|severe|major|majeur|majeure|grave|eleve|elevee|fort|forte|max|maximum|likely|"
			 "probable|frequent|extreme|important|importante|serious|urgent|vital|vitale",
		low[] = "low|lowest|rare|minor|negligible|negligeable|insignificant|faible|min|minimum|unlikely|"
			"improbable|mineur|mineure|limite|limitee|none|aucun|aucune|nul|nulle|minimal";
	char *folded = heading_fold(word);
	bool is_low = heading_has(folded, low) || heading_has(folded, "peu|not|pas"),
	     is_high = heading_has(folded, high);

	free(folded);
	return is_low ? 1 : is_high ? count : 0;
}

/* The word behind "1 =", "1:", "1 is": where it begins; NULL: there is none. */
static const char *behind_level(const char *text)
{
	static const char *const signs[] = { "=", ":", "\xe2\x86\x92", "->", "is ", "est ", "means " };
	size_t i;

	text += strspn(text, " ");
	for (i = 0; i < sizeof signs / sizeof *signs; i++)
		if (strncasecmp(text, signs[i], strlen(signs[i])) == 0)
			return text + strlen(signs[i]) + strspn(text + strlen(signs[i]), " ");
	return NULL;
}

/* "Likelihood (1 = very likely, 5 = rare)", "(high to low)": what is called so here is another level, or may be. */
static bool is_turned(const struct import_plan *plan, const struct import_column *column, const struct scale *scale)
{
	static const char orders[] =
		"high to low|highest first|worst first|descending|decroissant|decroissante|inverse|"
		"inversee|inverted|reversed|haut vers bas|fort au plus faible|h m l";
	struct model_context context = *store_context(plan->details->store);
	char *line = text_one_line(column->heading), *folded = heading_fold(line), *word, *value;
	bool turned = heading_has(folded, orders);
	const char *at, *of;
	int level, end;

	context.reading = (struct reading_form){ .table = true };
	for (at = line; !turned && (at = strpbrk(at, "123456789")); at++) {
		if ((at > line && strchr("0123456789", at[-1])) || !(of = behind_level(at + 1)))
			continue;
		level = *at - '0';
		word = xstrndup(of, strcspn(of, ",;/)]"));
		word[strcspn(word, "0123456789")] = '\0';
		value = NULL;
		end = end_of_scale(word, scale->count);
		if (field_parse(column->field, &context, word, &value, NULL) && value)
			turned = atoi(value) != level;
		else
			turned = !end || (end == 1 ? level * 2 > scale->count : level * 2 <= scale->count);
		free(value);
		free(word);
	}
	free(folded);
	free(line);
	return turned;
}

/* Whether the heading has other levels than the field, or parts of another whole than a hundred. */
static bool has_other_scale(const struct import_plan *plan, const struct import_column *column)
{
	const struct scale *scale = column->field->type == &type_level
					    ? context_scale(store_context(plan->details->store), column->field->scale)
					    : NULL;
	int from, to;

	if (scale && is_turned(plan, column, scale))
		return true;
	if ((!scale && column->field->type != &type_percentage) || !heading_scale(column->heading, &from, &to))
		return false;
	return scale ? from != 1 || to != scale->count : to != 100;
}

/* What stands above the table, or is the name of its sheet, and speaks of thousands; NULL: nothing.  The caller frees. */
static char *thousands_above(const struct import_plan *plan, const char *currency)
{
	const struct grid *grid = &plan->details->grid;
	size_t row, i;

	if (plan->sheet && heading_says_thousands(plan->sheet, currency))
		return xstrdup(plan->sheet);
	for (row = 0; row < plan->details->header && row < grid->count; row++)
		for (i = 0; i < grid->rows[row].count; i++)
			if (heading_says_thousands(grid_at(grid, row, i)->text, currency))
				return text_cut(grid_at(grid, row, i)->text, 60);
	return NULL;
}

/* The greatest number of the column. */
static int greatest(const struct import_plan *plan, size_t place)
{
	const struct grid *grid = &plan->details->grid;
	int most = 0;
	size_t row;

	for (row = plan->details->header + 1; row < grid->count; row++) {
		int number = import_is_below(plan, row) ? 0 : atoi(grid_at(grid, row, place)->text);

		most = number > most ? number : most;
	}
	return most;
}

/* What stands above or below the table and speaks of other levels than the field's; NULL: nothing.  The caller frees. */
static char *levels_beside(const struct import_plan *plan, const struct import_column *column)
{
	const struct grid *grid = &plan->details->grid;
	const struct scale *scale = column->field->type == &type_level
					    ? context_scale(store_context(plan->details->store), column->field->scale)
					    : NULL;
	int from, to;
	size_t row, i;

	/* Its own heading says it better. */
	if (!scale || heading_scale(column->heading, &from, &to))
		return NULL;
	for (row = 0; row < grid->count; row++) {
		if (row == plan->details->header || (row > plan->details->header && !import_is_below(plan, row)))
			continue;
		for (i = 0; i < grid->rows[row].count; i++) {
			const char *text = grid_at(grid, row, i)->text;
			int said = heading_levels_said(text, scale->count);

			/* Where the column has more, that is no scale of it. */
			if (said && said >= greatest(plan, (size_t)(column - plan->columns)))
				return text_cut(text, 60);
		}
	}
	return NULL;
}

/* What the heading says beside each number, which is told where it makes another number of it. */
static void find_unit(struct import_plan *plan, size_t place)
{
	struct import_column *column = &plan->columns[place];
	struct heading_unit *unit = &plan->details->units[place];
	const char *currency = store_context(plan->details->store)->currency;
	char *said, *whole;

	heading_unit_free(unit);
	if (plan->details->shipped || plan->details->foreign || column->use != USE_FIELD)
		return;
	heading_unit(column->heading, column->field, currency ? currency : "", unit);
	unit->scaled = has_other_scale(plan, column);
	unit->levels = levels_beside(plan, column);
	if (column->field->type == &type_amount && !unit->beside && !unit->refused && !unit->plain)
		unit->above = thousands_above(plan, currency ? currency : "");
	if ((!unit->beside || unit->plain) && !unit->zone)
		return;
	said = unit->zone ? xasprintf(
				    /* TRANSLATORS: field; "UTC+2"; a heading */
				    _("%s: times are taken in %s, as the heading \"%s\" has it."),
				    _(column->field->label), unit->zone, column->heading)
			  : xasprintf(
				    /* TRANSLATORS: field; "k€", "h"; a heading */
				    _("%s: numbers are taken in %s, as the heading \"%s\" has it."),
				    _(column->field->label), unit->beside, column->heading);
	whole = column->reading ? xasprintf("%s %s", column->reading, said) : xstrdup(said);
	free(column->reading);
	free(said);
	column->reading = whole;
}

/* Words that a column of levels may have: whoever has more writes something else. */
#define LEVELS_MOST 40

/* Whether two words of the column would come to one level by what other methods call theirs, which is said; numbers are what they are. */
static bool shows_two_levels(struct import_plan *plan, size_t place)
{
	struct import_column *column = &plan->columns[place];
	const struct grid *grid = &plan->details->grid;
	struct strings words = { 0 };
	bool meet = false;
	size_t row, i;

	if (plan->details->shipped || column->use != USE_FIELD || column->field->type != &type_level)
		return false;
	for (row = plan->details->header + 1; row < grid->count && words.count < LEVELS_MOST && !meet; row++) {
		const char *text = grid_at(grid, row, place)->text;

		if (grid_is_blank(text) || import_is_below(plan, row) || grid_is_number(grid_at(grid, row, place)) ||
			strings_contain(&words, text))
			continue;
		for (i = 0; i < words.count && !meet; i++)
			meet = levels_meet(column->field, store_context(plan->details->store), words.items[i], text);
		if (meet && !column->reading) {
			/* TRANSLATORS: a field; two words of its column */
			column->reading = xasprintf(
				_("%s: \"%s\" and \"%s\" would be one level; words of other methods are not read here."),
				_(column->field->label), words.items[i - 1], text);
			column->contradicts = true;
		}
		strings_add(&words, text);
	}
	strings_free(&words);
	return meet;
}

/* Whether a number of the column stands bare and below one, so that a bare 1 of what is in % may be 100 % as well. */
static bool shows_shares(const struct import_plan *plan, size_t place)
{
	static const struct reading_form form = { .table = true };
	const struct import_column *column = &plan->columns[place];
	const struct grid *grid = &plan->details->grid;
	struct number_reading read;
	bool shows = false;
	size_t row;

	if (plan->details->shipped || column->use != USE_FIELD || !field_source(column->field)->unit)
		return false;
	for (row = plan->details->header + 1; row < grid->count && !shows; row++) {
		const char *text = grid_at(grid, row, place)->text;

		shows = *text && number_read(text, &form, &read) != READING_NONE && !*read.unit && read.value > -1 &&
			read.value < 1 && (read.value > 0 || read.value < 0);
	}
	return shows;
}

void import_readings_find(struct import_plan *plan)
{
	struct order_shown shown = { 0 };
	bool differs = false, french = is_french(plan);
	size_t i;

	take_source(plan);
	for (i = 0; i < plan->column_count; i++) {
		enum date_order order = decide_reading(plan, i, french, NULL);

		if (order == ORDER_LOCALE)
			continue;
		differs = differs || (shown.label && shown.order != order);
		shown = (struct order_shown){ order, _(plan->columns[i].field->label) };
	}
	for (i = 0; i < plan->column_count; i++) {
		if (plan->columns[i].open == OPEN_ORDER && shown.label && !differs)
			decide_reading(plan, i, french, &shown);
		find_unit(plan, i);
		plan->details->readings[i].own_levels = shows_two_levels(plan, i);
		plan->details->readings[i].one_doubted =
			plan->details->readings[i].one_doubted || shows_shares(plan, i);
		if (!plan->columns[i].reading)
			plan->columns[i].reading = import_names_said(plan, i);
		if (!plan->columns[i].reading)
			plan->columns[i].reading = import_shared_said(plan, i);
		plan->details->zeros[i] = shows_zeros(plan, i);
		plan->details->cut[i] = !plan->details->zeros[i] && shows_cut(plan, i);
	}
}
