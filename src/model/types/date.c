/* Dates and moments. */
#include "model/types/parts.h"

static bool parse_date(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct date today = environment_today(context ? context->time_zone : NULL), date;
	char iso[11];

	if (context && context->reading.file_form ? !date_parse(text, &date) : !date_parse_typed(text, &today, &date))
		return error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be a date such as 2026-11-24."), _(field->label));
	date_format(&date, iso);
	*value = xstrdup(iso);
	return true;
}

static char *format_date(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct date date;

	(void)field;
	(void)context;
	return date_parse(value, &date) ? date_format_locale(&date) : xstrdup(value);
}

static const char *zone_of(const struct model_context *context)
{
	return context ? context->time_zone : NULL;
}

bool field_read_moment(const char *name, const char *label, const struct model_context *context, const char *text,
	enum moment_kind *kind, struct moment *moment, struct error *error)
{
	char *wall, *before, *after;
	int offset;

	*kind = moment_parse(text, zone_of(context), !(context && context->reading.file_form), moment);
	switch (*kind) {
	case MOMENT_NONE:
		error_set_field(error, ERROR_INVALID, name,
			_("%s must be a date and time such as 2026-11-24 09:30, or 2026-11-24T09:30Z in UTC."), label);
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

	if (!(context && context->reading.file_form) &&
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
	struct moment moment;
	char *wall, *earlier, *later, *remark = NULL;

	if (moment_parse(text, zone_of(context), !(context && context->reading.file_form), &moment) == MOMENT_TWICE) {
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
	.storage = STORED_TEXT,
	.editor = EDIT_DATE,
	.width = 10,
	.columns = date_columns,
	.length = 40,
	.parse = parse_date,
	.format = format_date,
	.compare = compare_bytes,
};

const struct field_type type_date_time = {
	.name = "date-time",
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
