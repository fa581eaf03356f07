/* What a column shows of its dates and numbers, and what follows for those of its cells that may be two things. */
#include "model/column_reading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/rules.h"

static void count(struct column_count *what, const char *cell)
{
	if (!what->cells++ && strlen(cell) < sizeof what->example)
		strcpy(what->example, cell);
}

/* A context with nothing but how texts are read. */
static struct model_context as(const struct column_reading *column, struct reading_form form)
{
	form.table = true;
	form.since_1904 = column->since_1904;
	return (struct model_context){ .reading = form };
}

/* ---- dates ---- */

static enum read_as read_date(
	const struct column_reading *column, int order, const char *cell, struct date_reading *read)
{
	struct reading_form form = { 0 };
	struct model_context context;

	form.order = order == ORDER_DAY_FIRST     ? ORDER_DAY_FIRST
		     : order == ORDER_MONTH_FIRST ? ORDER_MONTH_FIRST
						  : ORDER_LOCALE;
	context = as(column, form);
	return field_read_date(&context, cell, read);
}

/*
 * "31/06/2027": there is no such day, but a first number after 12 is no month.  Digits, then more of them behind
 * a sign; what follows is the year.
 */
static void see_no_day(struct column_reading *column, const char *cell)
{
	int first, second, length = 0;

	if (sscanf(cell, " %2d%*1[/.-]%2d%*1[/.-]%n", &first, &second, &length) != 2 || !length ||
		strspn(cell + length, "0123456789") < 2)
		return;
	if (first > 12 && first <= 31 && second >= 1 && second <= 12)
		count(&column->day_first, cell);
	else if (second > 12 && second <= 31 && first >= 1 && first <= 12)
		count(&column->month_first, cell);
}

static int distance(int a, int b)
{
	return a > b ? a - b : b - a;
}

/* Of years with two digits the one farthest from today is the example, and whether each may be the first number is looked at. */
static void see_year(struct column_reading *column, const char *cell, const struct date_reading *read)
{
	struct date today = environment_today(NULL);
	int days = distance(date_days(&read->date), date_days(&today));
	size_t first = strspn(cell, "0123456789");

	if (!read->short_year) {
		column->long_year += first >= 1 && first <= 2 && !cell[strspn(cell, "0123456789/.-")];
		return;
	}
	if (!column->short_year.cells ||
		(days > column->farthest && strlen(cell) < sizeof column->short_year.example)) {
		column->farthest = days;
		snprintf(column->short_year.example, sizeof column->short_year.example, "%s",
			strlen(cell) < sizeof column->short_year.example ? cell : "");
	}
	column->year_first = read->has_year_first && (column->year_first || !column->short_year.cells);
	column->short_year.cells++;
	if (distance(read->date.year, today.year) > column->behind)
		column->behind = distance(read->date.year, today.year);
	if (read->has_year_first && distance(read->year_first.year, today.year) > column->in_front)
		column->in_front = distance(read->year_first.year, today.year);
}

/* Whether 26/12/31 may be of 2026: the years in front are as near to today as those behind, and nobody said what is first. */
static bool may_begin_with_year(const struct column_reading *column)
{
	return column->given.order == ORDER_LOCALE && column->heading == ORDER_LOCALE && column->year_first &&
	       !column->long_year && column->in_front <= column->behind;
}

/* Whether what stands behind the weekday is a day in either order. */
static bool may_be_both(const struct column_reading *column, const char *date)
{
	struct date_reading day, month;

	return date && read_date(column, ORDER_DAY_FIRST, date, &day) != READING_NONE &&
	       read_date(column, ORDER_MONTH_FIRST, date, &month) != READING_NONE;
}

/* The dates that show one order: by their numbers, or where none does, by their weekdays. */
static const struct column_count *showing(const struct column_reading *column, enum date_order order)
{
	if (column->day_first.cells || column->month_first.cells)
		return order == ORDER_DAY_FIRST ? &column->day_first : &column->month_first;
	return order == ORDER_DAY_FIRST ? &column->day_named : &column->month_named;
}

static void see_date(struct column_reading *column, const char *cell, bool plain)
{
	struct date_reading day, month;
	bool day_is = read_date(column, ORDER_DAY_FIRST, cell, &day) != READING_NONE,
	     month_is = read_date(column, ORDER_MONTH_FIRST, cell, &month) != READING_NONE;
	bool same = day_is && month_is && memcmp(&day.date, &month.date, sizeof day.date) == 0;
	const struct date_reading *read = day_is ? &day : &month;

	if (!day_is && !month_is) {
		if (!plain)
			see_no_day(column, cell);
		return;
	}
	if (plain && day.date.day <= 12)
		column->early++;
	else if (plain)
		column->late++;
	if (!plain)
		see_year(column, cell, read);
	if (read->clock && column->field->type == &type_date)
		count(&column->clock, cell);
	if (!same && may_be_both(column, date_after_weekday(cell)))
		count(day_is ? &column->day_named : &column->month_named, cell);
	else if (!same)
		count(!month_is ? &column->day_first : !day_is ? &column->month_first : &column->either, cell);
	if (!same && day_is && month_is && !plain && strchr(cell, '.') && !strpbrk(cell, "/-"))
		count(&column->pointed, cell);
}

static void add_sentence(struct buffer *said, char *sentence)
{
	if (said->length)
		buffer_add_char(said, ' ');
	buffer_add(said, sentence);
	free(sentence);
}

/* The day that the example is, as the reading takes it. */
static void example_day(
	const struct column_reading *column, const struct reading_form *form, const char *example, char iso[11])
{
	struct model_context context = as(column, *form);
	struct date_reading read = { 0 };

	context.reading.certain = false;
	field_read_date(&context, example, &read);
	date_format(&read.date, iso);
}

/* What the years of two digits are taken for; false: they may be the first numbers as well, and are refused. */
static bool decide_years(const struct column_reading *column, struct reading_form *form, struct buffer *said)
{
	const char *label = _(column->field->label), *example = column->short_year.example;
	struct model_context context;
	struct date_reading read = { 0 };
	char iso[11], other[11];

	if (!column->short_year.cells)
		return true;
	example_day(column, form, example, iso);
	if (!may_begin_with_year(column)) {
		/* TRANSLATORS: field, a date as it is written, the day it is taken for */
		add_sentence(
			said, xasprintf(_("%s: years of two digits are those nearest to today: %s is taken as %s."),
				      label, example, iso));
		return true;
	}
	context = as(column, *form);
	field_read_date(&context, example, &read);
	date_format(&read.year_first, other);
	form->year_may_be_first = true;
	/* TRANSLATORS: field, a date as it is written, the two days that it may be */
	add_sentence(said,
		xasprintf(
			_("%s: the year of %s may be its first number or its last, %s or %s, so such dates are refused; say which order day and month have, or write dates as 2026-12-31."),
			label, example, other, iso));
	return false;
}

static bool contradicts_heading(const struct column_reading *column)
{
	return (column->heading == ORDER_MONTH_FIRST && column->day_first.cells) ||
	       (column->heading == ORDER_DAY_FIRST && column->month_first.cells);
}

/* No date of the column shows the order, nor does anything that is said of it: the locale has it, or the table. */
static bool decide_open(const struct column_reading *column, struct reading_form *form, struct buffer *said)
{
	const char *label = _(column->field->label), *sentence;
	char iso[11];

	form->order = ORDER_DAY_FIRST;
	if (column_reading_has_points(column)) {
		/* TRANSLATORS: field, a date as it is written, the day it is taken for */
		sentence = _(
			"%s: %s is taken as %s, the day first as dates with points have it: no date of the column shows the order.");
	} else if (date_order_is_known()) {
		form->order = date_day_first() ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
		sentence =
			form->order == ORDER_DAY_FIRST
				/* TRANSLATORS: field, a date as it is written, the day it is taken for */
				? _("%s: %s is taken as %s, the day first as your locale has it: no date of the column shows the order.")
				: _("%s: %s is taken as %s, the month first as your locale has it: no date of the column shows the order.");
	} else if (column->hint == HINT_FRENCH) {
		/* TRANSLATORS: field, a date as it is written, the day it is taken for */
		sentence = _(
			"%s: %s is taken as %s, the day first as in French, which the headings are: neither a date of the column nor your locale shows the order.");
	} else if (column->hint == HINT_SEMICOLONS) {
		/* TRANSLATORS: field, a date as it is written, the day it is taken for */
		sentence = _(
			"%s: %s is taken as %s, the day first as where cells are parted by semicolons: neither a date of the column nor your locale shows the order.");
	} else {
		form->order = ORDER_LOCALE;
		form->certain = true;
		/* TRANSLATORS: field, a date as it is written */
		add_sentence(said,
			xasprintf(
				_("%s: neither a date of the column nor your locale shows the order of %s, so it is refused; say which order it has, or write dates as 2026-12-31."),
				label, column->either.example));
		return false;
	}
	example_day(column, form, column->either.example, iso);
	/* The forms are above. */
	add_sentence(said, xasprintf(sentence, label, column->either.example, iso));
	return true;
}

static bool decide_dates(const struct column_reading *column, struct reading_form *form, struct buffer *said)
{
	const struct column_count *day = showing(column, ORDER_DAY_FIRST), *month = showing(column, ORDER_MONTH_FIRST);
	const char *label = _(column->field->label);
	char iso[11];
	bool ok = true;

	/* "05.06.2027" beside "12/31/2026", which only others write. */
	if (!day->cells && month->cells && column->pointed.cells && !strchr(month->example, '.'))
		day = &column->pointed;
	if (may_begin_with_year(column))
		return decide_years(column, form, said);
	if (form->order != ORDER_LOCALE) {
		/* The user said so. */
	} else if (day->cells && month->cells &&
		   (column->heading == ORDER_LOCALE || column->day_first.cells || day == &column->pointed)) {
		form->certain = true;
		form->weekdays_differ = day == &column->day_named;
		ok = false;
		add_sentence(said,
			/* TRANSLATORS: field, a date, a date */
			xasprintf(
				_("%s: %s begins with the day and %s with the month, so a date that may be either is refused; say which order it has, or write dates as 2026-12-31."),
				label, day->example, month->example));
	} else if (contradicts_heading(column)) {
		form->certain = true;
		ok = false;
		add_sentence(said,
			xasprintf(
				column->day_first.cells
					/* TRANSLATORS: field, a date */
					? _("%s: the heading has the month first, and %s begins with the day, so a date that may be either is refused; say which order it has, or write dates as 2026-12-31.")
					/* TRANSLATORS: field, a date */
					: _("%s: the heading has the day first, and %s begins with the month, so a date that may be either is refused; say which order it has, or write dates as 2026-12-31."),
				label,
				column->day_first.cells ? column->day_first.example : column->month_first.example));
	} else if (column->heading != ORDER_LOCALE) {
		form->order = column->heading;
	} else if (day->cells || month->cells) {
		form->order = day->cells ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
	} else if (column->either.cells && column->beside_label) {
		form->order = column->beside;
		example_day(column, form, column->either.example, iso);
		add_sentence(said,
			xasprintf(
				form->order == ORDER_DAY_FIRST
					/* TRANSLATORS: field, a date as it is written, the day it is taken for, another field */
					? _("%s: %s is taken as %s, the day first as %s has it.")
					/* TRANSLATORS: field, a date as it is written, the day it is taken for, another field */
					: _("%s: %s is taken as %s, the month first as %s has it."),
				label, column->either.example, iso, column->beside_label));
	} else if (column->either.cells) {
		ok = decide_open(column, form, said);
	}
	decide_years(column, form, said);
	if (column->clock.cells)
		add_sentence(said, xasprintf(_("%s: times of day are left out: %s."), label, column->clock.example));
	/* A spreadsheet that knows the other order turns 05/06 round and leaves 31/12 as a text. */
	if ((column->day_first.cells || column->month_first.cells) && column->early && !column->late) {
		const struct column_count *texts = column->day_first.cells ? &column->day_first : &column->month_first;

		add_sentence(said,
			xasprintf(
				_("%s: the spreadsheet left %s as a text and took only days to the 12th for dates; it may have turned day and month of these round. Look at them."),
				label, texts->example));
	}
	return ok;
}

/* ---- numbers ---- */

static bool is_number(const struct field_def *field)
{
	return field->type == &type_integer || field->type == &type_number || field->type == &type_amount ||
	       field->type == &type_percentage;
}

static void see_share(struct column_reading *column, const struct number_reading *read, const char *cell)
{
	double percent = read->value * 100;

	if (*read->unit || read->value > 1 || read->value < 0) {
		count(&column->whole, cell);
	} else if (read->value > 0 && read->value < 1) {
		count(&column->part, cell);
		/* As spreadsheets reckon, 0.57 is not quite 57 hundredths. */
		percent -= (double)(int)(percent + 0.5);
		column->fine = column->fine || percent > 1e-6 || percent < -1e-6;
	} else if (read->value >= 1) {
		count(&column->one, cell);
	}
}

static void see_number(struct column_reading *column, const char *cell, bool plain)
{
	struct model_context point = as(column, (struct reading_form){ .decimal = SIGN_POINT }),
			     comma = as(column, (struct reading_form){ .decimal = SIGN_COMMA }),
			     either = as(column, (struct reading_form){ .decimal = plain ? SIGN_POINT : SIGN_EITHER });
	struct number_reading by_point, by_comma, read;
	bool point_is, comma_is;

	if (column->field->type == &type_percentage &&
		field_read_number(column->field, &either, cell, &read) == READING_SURE)
		see_share(column, &read, cell);
	if (plain)
		return;
	point_is = field_read_number(column->field, &point, cell, &by_point) != READING_NONE;
	comma_is = field_read_number(column->field, &comma, cell, &by_comma) != READING_NONE;
	if (point_is && comma_is) {
		/* What must be whole is settled by that, and shows nothing. */
		if (field_read_number(column->field, &either, cell, &read) == READING_EITHER)
			count(strchr(cell, ',') ? &column->unsure_comma : &column->unsure_point, cell);
	} else if (point_is) {
		count(&column->point, cell);
	} else if (comma_is) {
		count(&column->comma, cell);
	}
}

/* The number that the example is, as the reading takes it; the caller frees. */
static char *example_number(const struct column_reading *column, const struct reading_form *form, const char *example)
{
	struct model_context context = as(column, *form);
	struct number_reading read = { 0 };

	field_read_number(column->field, &context, example, &read);
	return number_format_real(read.value);
}

static bool decide_signs(const struct column_reading *column, struct reading_form *form, struct buffer *said)
{
	const struct column_count *unsure = column->unsure_comma.cells ? &column->unsure_comma : &column->unsure_point;
	const char *label = _(column->field->label);
	char *taken;

	if (form->decimal != SIGN_EITHER)
		return true;
	if (!unsure->cells) {
		/* Each is plain by itself, be they of both kinds. */
		return true;
	}
	if (!column->comma.cells != !column->point.cells) {
		form->decimal = column->comma.cells ? SIGN_COMMA : SIGN_POINT;
		unsure = column->comma.cells ? &column->unsure_comma : &column->unsure_point;
		/* Money has no three decimals, as a rule. */
		if (column->field->type == &type_amount && unsure->cells) {
			taken = example_number(column, form, unsure->example);
			/* TRANSLATORS: field, a number as it is written, the number it is taken for, another number */
			add_sentence(
				said, xasprintf(_("%s: %s is taken as %s, with three decimals, beside %s."), label,
					      unsure->example, taken,
					      column->comma.cells ? column->comma.example : column->point.example));
			free(taken);
		}
		return true;
	}
	if (column->comma.cells) {
		/* TRANSLATORS: field, a number, a number, a number */
		add_sentence(said,
			xasprintf(
				_("%s: %s has a comma before its decimals and %s a point, so %s, which may be two numbers, is refused."),
				label, column->comma.example, column->point.example, unsure->example));
		return false;
	}
	if (column->field->type != &type_amount || (column->unsure_comma.cells && column->unsure_point.cells)) {
		/* TRANSLATORS: field, a number */
		add_sentence(said,
			xasprintf(
				_("%s: no number of the column shows whether %s has decimals or thousands, so it is refused; write it without a sign between thousands."),
				label, unsure->example));
		return false;
	}
	/* Money has no three decimals. */
	form->decimal = column->unsure_comma.cells ? SIGN_POINT : SIGN_COMMA;
	taken = example_number(column, form, unsure->example);
	/* TRANSLATORS: field, a number as it is written, the number it is taken for */
	add_sentence(said,
		xasprintf(
			_("%s: %s is taken as %s, in thousands: no number of the column shows which sign is before decimals."),
			label, unsure->example, taken));
	free(taken);
	return true;
}

static bool decide_shares(const struct column_reading *column, struct reading_form *form, struct buffer *said)
{
	const char *label = _(column->field->label);

	if (column->part.cells && column->whole.cells) {
		/* TRANSLATORS: field, "0.5", "50" */
		add_sentence(said,
			xasprintf(
				_("%s: %s may be a part of one or of a hundred beside %s, and is refused; write percentages from 0 to 100."),
				label, column->part.example, column->whole.example));
		return false;
	}
	if (column->part.cells) {
		form->shares = true;
		add_sentence(said,
			xasprintf(
				column->fine
					/* TRANSLATORS: field, "0.333" */
					? _("%s: %s and the others are taken as parts of one, 1 as 100 %%, rounded to whole percentages.")
					/* TRANSLATORS: field, "0.5" */
					: _("%s: %s and the others are taken as parts of one, 1 as 100 %%."),
				label, column->part.example));
	} else if (column->one.cells && !column->whole.cells) {
		form->one_doubted = true;
	}
	return true;
}

/* ---- both ---- */

static void see(struct column_reading *column, const char *cell, bool plain)
{
	if (!cell[text_blanks(cell)])
		return;
	column->cells++;
	if (field_is_day(column->field))
		see_date(column, cell, plain);
	else if (is_number(column->field))
		see_number(column, cell, plain);
}

void column_reading_see(struct column_reading *column, const char *cell)
{
	see(column, cell, false);
}

void column_reading_see_plain(struct column_reading *column, const char *cell)
{
	see(column, cell, true);
}

bool column_reading_has_points(const struct column_reading *column)
{
	return strchr(column->either.example, '.') && !strpbrk(column->either.example, "/-");
}

enum date_order column_reading_order(const struct column_reading *column)
{
	if (!field_is_day(column->field) || may_begin_with_year(column) || contradicts_heading(column))
		return ORDER_LOCALE;
	if (column->heading != ORDER_LOCALE)
		return column->heading;
	if (!showing(column, ORDER_DAY_FIRST)->cells == !showing(column, ORDER_MONTH_FIRST)->cells)
		return ORDER_LOCALE;
	return showing(column, ORDER_DAY_FIRST)->cells ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
}

bool column_reading_open_order(const struct column_reading *column)
{
	if (may_begin_with_year(column))
		return true;
	if (column->heading != ORDER_LOCALE && !contradicts_heading(column))
		return false;
	return field_is_day(column->field) &&
	       !showing(column, ORDER_DAY_FIRST)->cells == !showing(column, ORDER_MONTH_FIRST)->cells &&
	       (column->either.cells || showing(column, ORDER_DAY_FIRST)->cells);
}

bool column_reading_open_sign(const struct column_reading *column)
{
	return is_number(column->field) && !column->comma.cells == !column->point.cells &&
	       (column->unsure_comma.cells || column->unsure_point.cells);
}

bool column_reading_decide(const struct column_reading *column, struct reading_form *reading, char **sentence)
{
	struct buffer said = { 0 };
	bool ok = true;

	*reading = column->given;
	reading->table = true;
	reading->since_1904 = column->since_1904;
	if (field_is_day(column->field)) {
		ok = decide_dates(column, reading, &said);
	} else if (is_number(column->field)) {
		ok = decide_signs(column, reading, &said);
		if (column->field->type == &type_percentage)
			ok = decide_shares(column, reading, &said) && ok;
	}
	*sentence = said.length ? buffer_take(&said) : NULL;
	buffer_free(&said);
	return ok;
}
