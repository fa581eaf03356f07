/* Dates and moments. */
#include "model/types/parts.h"

static const struct reading_form as_typed = { 0 };

static const struct reading_form *form_of(const struct model_context *context)
{
	return context ? &context->reading : &as_typed;
}

static const char *zone_of(const struct model_context *context)
{
	return context ? context->time_zone : NULL;
}

/* A day with a time behind it, as exports write one: midnight says nothing, another time is left out of cells only. */
static enum read_as read_with_time(const struct model_context *context, const char *text, struct date_reading *read)
{
	const struct reading_form *form = form_of(context);
	struct moment moment;
	enum moment_kind kind = moment_parse(text, zone_of(context), form, &moment);
	bool elsewhere = kind == MOMENT_ONCE && !moment.zone;
	int clock;

	read->date = moment.day;
	read->other = moment.other;
	read->clock = moment.clock != 0;
	/* With an offset it is a moment, and its day that of the organisation. */
	if (elsewhere && read->clock)
		read->date = read->other = date_in_zone(moment.seconds, zone_of(context), &clock);
	moment_clear(&moment);
	if (kind == MOMENT_NONE || (read->clock && !form->table))
		return READING_NONE;
	return kind == MOMENT_EITHER ? READING_EITHER : moment.reading;
}

enum read_as field_read_date(const struct model_context *context, const char *text, struct date_reading *read)
{
	struct date today = environment_today(zone_of(context));
	enum read_as answer = date_read(text, form_of(context), &today, read);

	/* Digits between slashes have no time behind them. */
	if (answer != READING_NONE || form_of(context)->file_form || !text[strspn(text, "0123456789/")])
		return answer;
	return read_with_time(context, text, read);
}

static bool refuse_either(const char *name, const char *label, const char *text, const struct date *one,
	const struct date *another, struct error *error)
{
	char first[11], second[11], *shown = text_cut(text, 40);

	date_format(one, first);
	date_format(another, second);
	/* TRANSLATORS: field, what was written, and the two days that it may be */
	error_set_field(error, ERROR_INVALID, name, _("%s: %s may be %s or %s; write one of these."), label, shown,
		first, second);
	free(shown);
	return false;
}

/* "31 juin 2026" is written as a day, and is none.  False: it is not written so. */
static bool refuse_no_day(const char *name, const char *label, const char *text, struct error *error)
{
	char *shown;

	if (date_elements(text) != 3)
		return false;
	shown = text_cut(text, 40);
	error_set_field(error, ERROR_INVALID, name,
		/* TRANSLATORS: field, "30/02/2027" */
		_("%s: there is no such day as %s; write a date such as 2026-11-24."), label, shown);
	free(shown);
	return true;
}

/* A number that is no date: what a formula gives for an empty cell, a year, a serial of no time that is ours. */
static bool refuse_number(const struct field_def *field, const char *text, struct error *error)
{
	int64_t number = 0;

	if (number_parse_integer(text, &number) && number == 0)
		return error_set_field(error, ERROR_INVALID, field->name,
			_("%s: 0 is no date; where a spreadsheet's formula gives it for an empty cell, empty the cell."),
			_(field->label));
	if (number >= 1900 && number <= 2099)
		return error_set_field(error, ERROR_INVALID, field->name,
			_("%s: %s is a year; write a day of it, such as %s-12-31."), _(field->label), text, text);
	return error_set_field(error, ERROR_INVALID, field->name,
		_("%s: %s is no day between 1950 and 2099 as a spreadsheet counts them; write a date such as 2026-11-24."),
		_(field->label), text);
}

/* A day of the week that is not the date's, and a period: what is wrong with it, and what to write.  False: it is neither. */
static bool refuse_written(
	const char *name, const char *label, const struct model_context *context, const char *text, struct error *error)
{
	const char *date = date_after_weekday(text);
	char first[11], last[11], *shown = text_cut(text, 40);
	struct date_reading read;
	struct period period;
	bool weekday = date && field_read_date(context, date, &read) != READING_NONE,
	     is = !weekday && period_read_written(text, &period);

	if (weekday)
		error_set_field(error, ERROR_INVALID, name,
			/* TRANSLATORS: field, "Monday 31/12/2026" */
			_("%s: in %s the day of the week is not that of the date; put one of them right, or write the date alone."),
			label, shown);
	if (is) {
		date_format(&period.first, first);
		date_format(&period.last, last);
		error_set_field(error, ERROR_INVALID, name,
			/* TRANSLATORS: field, "T1 2026", its first day, its last */
			_("%s: %s is no day; write %s, its first, or %s, its last, or one between."), label, shown,
			first, last);
	}
	free(shown);
	return weekday || is;
}

static bool refuse_date(
	const struct field_def *field, const struct model_context *context, const char *text, struct error *error)
{
	const struct reading_form *form = form_of(context);
	struct model_context loose = { .time_zone = (char *)(uintptr_t)zone_of(context), .reading = { .table = true } };
	struct date_reading read;
	double number;
	char iso[11], *shown;

	if (form->table && number_parse_real(text, &number) && strlen(text) <= 20)
		return refuse_number(field, text, error);
	if (!form->file_form && refuse_written(field->name, _(field->label), context, text, error))
		return false;
	if (!form->file_form && field_read_date(&loose, text, &read) != READING_NONE &&
		text[strspn(text, "0123456789.,")]) {
		date_format(&read.date, iso);
		shown = text_cut(text, 40);
		if (read.clock && !form->table)
			error_set_field(error, ERROR_INVALID, field->name,
				_("%s is a day without a time; write %s alone."), _(field->label), iso);
		else
			error_set_field(error, ERROR_INVALID, field->name,
				_("%s: %s does not have day and month in the order of its column; write it as 2026-11-24."),
				_(field->label), shown);
		free(shown);
		return false;
	}
	if (!form->file_form && refuse_no_day(field->name, _(field->label), text, error))
		return false;
	if (!form->file_form && date_elements(text) == 2) {
		shown = text_cut(text, 40);
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: field, "12/2026" */
			_("%s: %s is no whole date; write day, month and year, such as 2026-11-24."), _(field->label),
			shown);
		free(shown);
		return false;
	}
	return error_set_field(
		error, ERROR_INVALID, field->name, _("%s must be a date such as 2026-11-24."), _(field->label));
}

static bool parse_date(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct date_reading read;
	char iso[11];

	switch (field_read_date(context, text, &read)) {
	case READING_NONE:
		return refuse_date(field, context, text, error);
	case READING_EITHER:
		return refuse_either(field->name, _(field->label), text, &read.date, &read.other, error);
	default:
		date_format(&read.date, iso);
		*value = xstrdup(iso);
		return true;
	}
}

/* Where the locale says nothing of the order, the form says which it took. */
static char *remark_order(const struct field_def *field, const struct model_context *context, const char *text,
	const struct date *taken, const struct date *other)
{
	char first[11], second[11];

	if (form_of(context)->table || date_order_is_known())
		return NULL;
	date_format(taken, first);
	date_format(other, second);
	/* TRANSLATORS: field, what was typed, the day it was taken for, another that it may be */
	return xasprintf(
		_("%s: %s is taken as %s; write %s if you mean that day."), _(field->label), text, first, second);
}

static char *remark_date(const struct field_def *field, const struct model_context *context, const char *text)
{
	struct date_reading read;

	return field_read_date(context, text, &read) == READING_TAKEN
		       ? remark_order(field, context, text, &read.date, &read.other)
		       : NULL;
}

static char *format_date(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct date date;

	(void)field;
	(void)context;
	return date_parse(value, &date) ? date_format_locale(&date) : xstrdup(value);
}

/* A day that there is not, with a time behind it or none; one that there is lacks something else. */
static bool refuse_moment(
	const char *name, const char *label, const struct model_context *context, const char *text, struct error *error)
{
	const struct model_context loose = { .reading = { .table = true } };
	struct date_reading read;

	return field_read_date(context, text, &read) == READING_NONE &&
	       field_read_date(&loose, text, &read) == READING_NONE && refuse_no_day(name, label, text, error);
}

bool field_read_moment(const char *name, const char *label, const struct model_context *context, const char *text,
	enum moment_kind *kind, struct moment *moment, struct error *error)
{
	char *wall, *before, *after;
	int offset;

	*kind = moment_parse(text, zone_of(context), form_of(context), moment);
	switch (*kind) {
	case MOMENT_EITHER:
		refuse_either(name, label, text, &moment->day, &moment->other, error);
		break;
	case MOMENT_NONE:
		if (form_of(context)->file_form || (!refuse_written(name, label, context, text, error) &&
							   !refuse_moment(name, label, context, text, error)))
			error_set_field(error, ERROR_INVALID, name,
				_("%s must be a date and time such as 2026-11-24 09:30, or 2026-11-24T09:30Z in UTC."),
				label);
		break;
	case MOMENT_LOST:
		error_set_field(error, ERROR_INVALID, name,
			_("%s: this machine does not know the time zone %s; install tzdata, or write the time with Z or an offset such as +01:00."),
			label, moment->zone);
		break;
	case MOMENT_SKIPPED:
		/* What clocks show in the last minute before the change, and as it is made. */
		zone_offset(moment->zone, moment->seconds - 60, &offset);
		before = wall_format(moment->seconds - 60 + offset, false);
		zone_offset(moment->zone, moment->seconds, &offset);
		after = wall_format(moment->seconds + offset, false);
		wall = wall_format(moment->wall, moment->wall % 60 != 0);
		/* TRANSLATORS: field, a date and time, zone, the last time before the clocks' change, the first after it */
		error_set_field(error, ERROR_INVALID, name,
			_("%s: %s does not exist in %s, where clocks are put forward; write %s or %s."), label, wall,
			moment->zone, before, after);
		free(before);
		free(after);
		free(wall);
		break;
	default:
		return true;
	}
	moment_clear(moment);
	return false;
}

static bool parse_date_time(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	enum moment_kind kind;
	struct moment moment;
	char iso[11];

	if (!form_of(context)->file_form && !form_of(context)->table &&
		(strcasecmp(text, "now") == 0 || strcasecmp(text, _("now")) == 0)) {
		*value = date_time_format(environment_now());
		return true;
	}
	if (!field_read_moment(field->name, _(field->label), context, text, &kind, &moment, error))
		return false;
	date_format(&moment.day, iso);
	/* Of a day alone no clock is known, and so no moment. */
	*value = kind == MOMENT_DAY ? xstrdup(iso) : date_time_format(moment.seconds);
	moment_clear(&moment);
	return true;
}

static char *format_date_time(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct date day;
	int64_t seconds;

	(void)field;
	if (date_parse(value, &day))
		return date_format_locale(&day);
	return date_time_parse(value, &seconds) ? date_time_format_locale(seconds, zone_of(context)) : xstrdup(value);
}

static char *edit_date_time(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct date day;
	int64_t seconds;

	(void)field;
	return !date_parse(value, &day) && date_time_parse(value, &seconds)
		       ? date_time_format_typed(seconds, zone_of(context))
		       : xstrdup(value);
}

static char *remark_date_time(const struct field_def *field, const struct model_context *context, const char *text)
{
	char *wall, *earlier, *later, *remark = NULL;
	struct moment moment;
	enum moment_kind kind = moment_parse(text, zone_of(context), form_of(context), &moment);

	if (kind == MOMENT_TWICE) {
		wall = wall_format(moment.wall, moment.wall % 60 != 0);
		earlier = offset_format(moment.seconds, moment.zone);
		later = offset_format(moment.later, moment.zone);
		/* TRANSLATORS: field, a date and time, zone, and the offsets from UTC, "+02:00", of the earlier and the later */
		remark = xasprintf(
			_("%s: %s comes twice in %s, where clocks are put back; the earlier is taken, %s; write %s behind it for the later."),
			_(field->label), wall, moment.zone, earlier, later);
		free(wall);
		free(earlier);
		free(later);
	} else if (kind != MOMENT_NONE && moment.reading == READING_TAKEN) {
		remark = remark_order(field, context, text, &moment.day, &moment.other);
	}
	moment_clear(&moment);
	return remark;
}

static const char *beside_date_time(const struct model_context *context, const char *value)
{
	struct date day;

	if (value && date_parse(value, &day))
		return NULL;
	return zone_is_utc(zone_of(context)) ? "UTC" : zone_of(context);
}

const struct field_type type_date = {
	.name = "date",
	.label = N_("date"),
	.storage = STORED_TEXT,
	.editor = EDIT_DATE,
	.width = 10,
	.columns = date_columns,
	.length = 40,
	.parse = parse_date,
	.format = format_date,
	.compare = compare_bytes,
	.remark = remark_date,
};

const struct field_type type_date_time = {
	.name = "date-time",
	.label = N_("date-time"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.width = 23,
	.columns = date_time_columns,
	.length = 80,
	.parse = parse_date_time,
	.format = format_date_time,
	.compare = compare_bytes,
	.edit = edit_date_time,
	.remark = remark_date_time,
	.beside = beside_date_time,
};
