/* The cells of a row, made values of its record.  Every fault is told, not the first alone. */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import_rows.h"
#include "exchange/numbered.h"
#include "model/expression.h"

/* "@+30" and "@-12T09:30" count from a day that the import names (the sample's dates); none is a public holiday. */
static char *relative_date(const struct table *table, const struct field_def *field, const char *text)
{
	struct date date;
	char *days, iso[11];
	int64_t shift;
	const char *clock = strchr(text, 'T');

	if (!table->options->base || text[0] != '@' ||
		(strcmp(field->type->name, "date") != 0 && strcmp(field->type->name, "date-time") != 0))
		return NULL;
	days = xstrndup(text + 1, clock ? (size_t)(clock - text - 1) : strlen(text));
	if (!number_parse_integer(days, &shift) || shift < -40000 || shift > 40000) {
		free(days);
		return NULL;
	}
	free(days);
	date = date_from_days(date_days(table->options->base) + (int)shift);
	date = date_before_holiday(&date);
	date_format(&date, iso);
	return clock ? xasprintf("%s%s", iso, clock) : xstrdup(iso);
}

/* "@now-56..68" is a moment at work so many hours ago (the sample's incident whose clock runs). */
static char *recent_moment(const struct table *table, const struct field_def *field, const char *text)
{
	const struct import_now *now = table->options->now;
	int least, most, end = 0;

	if (!now || strcmp(field->type->name, "date-time") != 0 ||
		sscanf(text, "@now-%d..%d%n", &least, &most, &end) != 2 || text[end])
		return NULL;
	return date_time_format(moment_at_work(now->at, least, most, now->zone));
}

char *table_joined(const char *cell, const char *between)
{
	struct strings lines = { 0 };
	char *text;
	size_t length;

	for (; *cell; cell += length + (cell[length] != '\0')) {
		size_t bare_length;
		char *line, *bare;

		length = strcspn(cell, "\n\r\t");
		line = xstrndup(cell, length);
		bare = xstrdup(text_trimmed(line, &bare_length));
		bare[bare_length] = '\0';
		if (*bare)
			strings_add(&lines, bare);
		free(bare);
		free(line);
	}
	text = strings_join(&lines, between);
	strings_free(&lines);
	return text;
}

/* What the row says of the field, or what is to stand there instead. The caller frees. */
static char *said(const struct table *table, const struct field_def *field, const char *cell)
{
	const struct strings *instead = table->options->instead;
	char *text;
	size_t i;

	for (i = 0; instead && i + 1 < instead->count; i += 2)
		if (strcmp(instead->items[i], field->name) == 0)
			cell = instead->items[i + 1];
	text = recent_moment(table, field, cell);
	if (!text)
		text = relative_date(table, field, cell);
	if (text)
		return text;
	/* A spreadsheet keeps line ends in any cell; what is no text of several lines and no list has blanks there. */
	if (!table->details->shipped && field->type->editor != EDIT_TEXT && !field_is_list(field) &&
		strpbrk(cell, "\n\r\t"))
		return table_joined(cell, " ");
	return xstrdup(cell);
}

/* What stands in brackets behind a name in two columns, where no column is the function itself. */
static void read_function(const struct table *table, size_t column, struct record *record)
{
	const struct field_def *field = register_field(table->def, "function");
	char *function = field && !import_has_column(table->plan, field)
				 ? import_names_function(table->plan, table->row, column)
				 : NULL;

	if (function)
		record_set(record, field->name, function);
	free(function);
}

/*
 * Whether a bare 0.92 says what it says: of what is measured in % a spreadsheet holds 92 % so.  What a record of ours
 * has already is meant, and what stands under the field's own name, as in tables that the program wrote.
 */
static bool is_meant(const struct table *table, size_t column, const char *text, const struct record *record,
	const char *value, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	struct reading_form doubting = table_reading(table, column), before;
	char *again = NULL;
	bool meant;

	if (!value || !field_source(field)->unit || table->details->shipped || (!table->fresh && !record->id) ||
		strcmp(table->plan->columns[column].heading, field->name) == 0 ||
		!text_differs(value, record_get(record, field->name)))
		return true;
	doubting.below_one_doubted = true;
	before = store_take_reading(table->store, doubting);
	meant = store_parse(table->store, record, field, text, &again, error);
	store_take_reading(table->store, before);
	free(again);
	return meant;
}

/* Choices of which the table has no column stay as the record has them. */
static void keep_uncovered(
	const struct table *table, const struct field_def *field, const struct record *record, char **value)
{
	const char *held = record_get(record, field->name);
	struct strings all = { 0 }, had = { 0 };
	char *joined, *whole = NULL;
	size_t i;

	if (held)
		strings_split(&had, held);
	if (*value)
		strings_split(&all, *value);
	for (i = 0; i < had.count; i++)
		if (!strings_contain(&table->details->covered, had.items[i]) && !strings_contain(&all, had.items[i]))
			strings_add(&all, had.items[i]);
	joined = all.count ? strings_join(&all, ",") : NULL;
	/* In the order of the choices. */
	if (joined && field_parse(field, store_context(table->store), joined, &whole, NULL)) {
		free(*value);
		*value = whole;
	}
	free(joined);
	strings_free(&all);
	strings_free(&had);
}

static bool read_value(struct table *table, size_t column, const char *text, struct record *record, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	struct known_reference *known = table_known(table, column, text);
	/* Of these a column has a few, again and again. */
	bool covers = table->details->covered.count && grid_is_made(&table->details->grid, column),
	     repeated = !covers && *text && (field->type->choices || field->type->editor == EDIT_DATE) &&
			grid_at(&table->details->grid, table->row, column)->kind != GRID_NUMBER,
	     meant = table_is_said(table, column, text);
	char *value = NULL, *sentence;

	read_function(table, column, record);
	if (table_holds_name(table, field, text))
		return true;
	if (repeated && known->text && known->column == column && strcmp(known->text, text) == 0) {
		record_set(record, field->name, known->value);
		return true;
	}
	if ((meant || !store_parse(table->store, record, field, text, &value, error)) &&
		!(meant = table_read_meaning(table, column, text, record, &value, error)))
		return false;
	if (covers)
		keep_uncovered(table, field, record, &value);
	if (!is_meant(table, column, text, record, value, error)) {
		free(value);
		return false;
	}
	record_set(record, field->name, value);
	sentence = *text && !meant ? field_remark(field, store_context(table->store), text) : NULL;
	if (sentence) {
		table_say_once(table, sentence);
	} else if (repeated && !meant) {
		table_know(known, column, text, value);
	}
	free(value);
	free(sentence);
	return true;
}

/* Whether the formula names a record that the file does not have: a row that comes later may be it. */
static bool names_what_lacks(const struct table *table, const char *formula)
{
	struct expression *expression = expression_read(formula, store_context(table->store), NULL);
	struct strings refs = { 0 };
	bool lacks = false;
	size_t i;

	if (expression)
		expression_depends(expression, &refs);
	for (i = 0; i < refs.count && !lacks; i++)
		lacks = store_find(table->store, refs.items[i], NULL) == 0;
	strings_free(&refs);
	expression_free(expression);
	return lacks;
}

/* What rests on other records of the table (field_type.rests) waits for them as a reference does. */
static bool read_resting(struct table *table, size_t column, const char *text, struct record *record,
	struct strings *later, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	char *before = xstrdup(record_get(record, field->name));
	bool ok = read_value(table, column, text, record, error);

	if (ok && record_get(record, field->name) && names_what_lacks(table, record_get(record, field->name))) {
		record_set(record, field->name, before);
		strings_take(later, xasprintf("%zu", column));
		strings_add(later, text);
	}
	free(before);
	return ok;
}

bool table_read_later(struct table *table, size_t column, const char *text, struct record *record, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	char *value = NULL;
	bool ok;

	if (!field_is_reference(field))
		return read_value(table, column, text, record, error);
	ok = table_read_reference(table, column, text, true, &value, error);
	if (ok)
		record_set(record, field->name, value);
	free(value);
	return ok;
}

struct reading_form table_reading(const struct table *table, size_t column)
{
	struct reading_form form = table->details->readings[column];

	/* What the workbook holds as a number leaves nothing open. */
	if (!table->details->shipped && grid_at(&table->details->grid, table->row, column)->kind == GRID_NUMBER)
		form.decimal = SIGN_POINT;
	return form;
}

/*
 * Lines of a reference to one record are a name that was broken; where none is called so and a line has several words,
 * they may be several names, and are told apart as in a list.  The caller frees; NULL: there are no lines.
 */
static char *lines_of_reference(struct table *table, size_t column, const char *cell, const char *text)
{
	const struct field_def *field = table->plan->columns[column].field;
	struct error unused = { 0 };
	char *value = NULL, *parted;
	bool there;

	if (table->details->shipped || field->type->storage != STORED_REFERENCE || !strpbrk(cell, "\n\r"))
		return NULL;
	parted = table_joined(cell, "; ");
	there = !strstr(parted, "; ") || table_read_reference(table, column, text, false, &value, &unused);
	free(value);
	error_clear(&unused);
	/* "Jeanne", "Roy" */
	if (there ||
		(!strpbrk(parted + strcspn(parted, ";") + 2, " ;") && strcspn(parted, " ") > strcspn(parted, ";"))) {
		free(parted);
		return NULL;
	}
	return parted;
}

/* Under "Budget (k€)" an amount of 12 € may be either. */
static bool is_under_thousands(const struct heading_unit *unit, const char *text)
{
	static const struct reading_form form = { .table = true };
	struct number_reading with, without;
	char *digits, *bare;
	bool is;

	if (!unit->multiple || number_read(text, &form, &with) == READING_NONE || !*with.unit)
		return false;
	/* "12 k€" says by itself how many they are. */
	bare = xstrdup(text);
	digits = bare;
	digits[strcspn(digits, "kKM")] = '\0';
	is = strlen(digits) == strlen(text) || number_read(digits, &form, &without) == READING_NONE;
	free(bare);
	return is;
}

/* A number without a unit of its own. */
static bool is_bare_number(const char *text)
{
	static const struct reading_form form = { .table = true };
	struct number_reading read;

	return number_read(text, &form, &read) != READING_NONE && !*read.unit;
}

/* False: what the cell and the heading say together is none of the field; error names both. */
static bool fits_heading(
	const struct table *table, size_t column, const char *shown, const char *meant, struct error *error)
{
	const struct heading_unit *unit = &table->details->units[column];
	const struct import_column *it = &table->plan->columns[column];

	const bool bare = is_bare_number(shown);

	if (it->field->type == &type_date_time && heading_zone_is_asked(it->heading, shown))
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: a field; a heading; examples of zones */
			_("%s: which zone the heading \"%s\" means nobody knows here; write it as UTC+2 or Europe/Paris."),
			_(it->field->label), it->heading);
	if (unit->above && bare)
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field; what stands above the table; a number */
			_("%s: above the table stands \"%s\", so %s may be thousands; name the column with its unit."),
			_(it->field->label), unit->above, shown);
	if (unit->levels && bare)
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field, what stands above the table, a number */
			_("%s: beside the table stands \"%s\", which are other levels than here, so %s is refused; write what it is here, and take that line out."),
			_(it->field->label), unit->levels, shown);
	if (unit->scaled && bare)
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field, a heading, a number */
			_("%s: the heading \"%s\" has another scale than this file, so %s is refused; write what it is here, and name the column without that."),
			_(it->field->label), it->heading, shown);
	if (it->field->flags & FIELD_MINUTES && !unit->beside && !unit->plain && !unit->refused &&
		strcmp(it->heading, it->field->name) != 0 && shown[0] >= '1' && shown[0] <= '9' &&
		(!shown[1] || strchr(".,", shown[1])))
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field, a number, the same twice */
			_("%s: %s may be hours or minutes; write %s h or %s min."), _(it->field->label), shown, shown,
			shown);
	if (unit->refused && strcmp(shown, meant) != 0)
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field, a heading, a unit, a number */
			_("%s: the heading \"%s\" has the numbers in %s, in which they are not counted here, so %s is refused; reckon them, and name the column without that."),
			_(it->field->label), it->heading, unit->refused, shown);
	if (is_under_thousands(unit, shown))
		return error_set_field(error, ERROR_INVALID, it->field->name,
			/* TRANSLATORS: field, an amount, a heading */
			_("%s: %s under the heading \"%s\" may be that or thousands of it; write the number alone, or name the column without a unit."),
			_(it->field->label), shown, it->heading);
	return true;
}

/* What is wrong with a number that has its unit from the heading names that. */
static void blame_heading(const struct table *table, size_t column, struct error *error)
{
	const struct import_column *it = &table->plan->columns[column];
	char *message;

	if (!error->kind || error_ends(error))
		return;
	/* TRANSLATORS: what is wrong, a heading */
	message = xasprintf(_("%s (The unit is that of the heading \"%s\".)"), error->message, it->heading);
	error_clear(error);
	error_set_field(error, ERROR_INVALID, it->field->name, "%s", message);
	free(message);
}

static bool read_cell(
	struct table *table, size_t column, struct record *record, struct strings *later, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	const struct grid_cell *cell = grid_at(&table->details->grid, table->row, column);
	struct reading_form before;
	char *shown, *meant, *text, *whole, *parted, *alone;
	bool ok, by_heading;

	if (cell->kind == GRID_ERROR && *cell->text == '=')
		return error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field, "=A1+2" */
			_("%s: the cell holds the formula %s without its value; open the table in a spreadsheet and save it there, or put the value there."),
			_(field->label), cell->text);
	if (cell->kind == GRID_ERROR)
		return error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field, "#N/A" */
			_("%s: the cell holds the error %s of the spreadsheet; put the value there."), _(field->label),
			cell->text);
	if (table_is_spoilt(table, field, cell))
		return table_refuse_spoilt(_(field->label), cell->text, error);
	if (table_is_ditto(table, field, record, cell->text))
		return table_refuse_ditto(_(field->label), cell->text, error);
	/* The other part of the name was read with it. */
	if (table->plan->columns[column].beside && table->plan->columns[column].beside <= column)
		return true;
	if (import_names_lack(table->plan, table->row, column, &alone)) {
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; a given name */
			_("%s: \"%s\" is a given name alone; write the family name beside it, or what is the whole name there."),
			_(field->label), alone);
		free(alone);
		return false;
	}
	shown = import_cell_text(table->plan, table->row, column);
	meant = import_cell_meant(table->plan, table->row, column);
	ok = table_is_nameless(table, field, record, shown) ? table_refuse_nameless(_(field->label), shown, error)
	     : table_is_nobody(table, field, shown)         ? table_refuse_nobody(_(field->label), shown, error)
							    : fits_heading(table, column, shown, meant, error);
	by_heading = !table->plan->columns[column].beside && strcmp(shown, meant) != 0;
	if (!ok) {
		ok = table_take_other_level(table, column, shown, record, error);
		free(shown);
		free(meant);
		return ok;
	}
	free(shown);
	text = said(table, field, meant);
	before = store_take_reading(table->store, table_reading(table, column));
	parted = lines_of_reference(table, column, meant, text);
	if (parted) {
		free(text);
		text = parted;
	}
	whole = table_beside_ours(table, field, record, text);
	ok = field_is_reference(field) ? table_take_reference(table, column, whole, record, later, error)
	     : field->type->rests      ? read_resting(table, column, whole, record, later, error)
				       : read_value(table, column, whole, record, error);
	store_take_reading(table->store, before);
	if (!ok && by_heading)
		blame_heading(table, column, error);
	free(whole);
	free(text);
	free(meant);
	return ok;
}

/*
 * A blank where the day tells the record from others: with that of the reading in its place, each reading would add
 * one more.
 */
static bool day_lacks(const struct table *table, size_t column)
{
	const struct field_def *field = table->plan->columns[column].field;
	size_t i;

	if (!table->nameless || table->details->foreign || !field->initial || !field_is_day(field) ||
		!grid_is_blank(grid_at(&table->details->grid, table->row, column)->text))
		return false;
	for (i = 0; i < KEYS_MOST && table->keys[i]; i++)
		if (table->keys[i] == field)
			return true;
	return false;
}

/* Whether another field of the row says what it is measured in, or for which answer its reasons are. */
static bool hangs_on_others(const struct field_def *field)
{
	return field_source(field)->unit || field_source(field)->reasons_for;
}

/* The cells whose field hangs on others, or the others. */
static bool read_cells(
	struct table *table, struct record *record, bool later_ones, struct strings *later, struct error *error)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < table->plan->column_count; i++) {
		const struct import_column *column = &table->plan->columns[i];
		enum reasons_side side;
		struct error fault = { 0 };

		if (column->use != USE_FIELD || hangs_on_others(column->field) != later_ones ||
			import_is_said_beside(table->plan, table->row, i))
			continue;
		side = later_ones ? table_side(table, i, record, &fault) : SIDE_OWN;
		if (side == SIDE_NOTHING)
			continue;
		if (side == SIDE_OTHER)
			; /* the fault says so */
		else if (day_lacks(table, i))
			error_set_field(&fault, ERROR_INVALID, column->field->name, _("%s must not be empty."),
				_(column->field->label));
		else if (table_says_nothing(table, i, record) || table_keeps(table, column->field, record) ||
			 read_cell(table, i, record, later, &fault))
			continue;
		ok = false;
		if (error_ends(&fault)) {
			error_move(error, &fault);
			return false;
		}
		table_refuse(table, i, &fault);
	}
	return ok;
}

bool table_read_row(struct table *table, struct record *record, struct strings *later, struct error *error)
{
	/* The unit may stand in a later column than the number, the answer in one after its reasons. */
	bool ok = read_cells(table, record, false, later, error);

	return !error->kind && read_cells(table, record, true, later, error) && ok;
}
