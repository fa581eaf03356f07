/* Dates and moments. */
#include "model/types/parts.h"

static bool parse_date(const struct field_def *field, const struct model_context *context, const char *text, char **value, struct error *error)
{
	struct date today = environment_today(context ? context->time_zone : NULL), date;
	char iso[11];

	if (context && context->file_form ? !date_parse(text, &date) : !date_parse_typed(text, &today, &date))
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a date such as 2026-11-24."), _(field->label));
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

static bool parse_date_time(const struct field_def *field, const struct model_context *context, const char *text, char **value, struct error *error)
{
	int64_t seconds;

	if (!(context && context->file_form) && (strcasecmp(text, "now") == 0 || strcasecmp(text, _("now")) == 0))
		seconds = environment_now();
	else if (!date_time_parse(text, &seconds))
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a date and time such as 2026-11-24T09:30Z."), _(field->label));
	*value = date_time_format(seconds);
	return true;
}

static char *format_date_time(const struct field_def *field, const struct model_context *context, const char *value)
{
	int64_t seconds;

	(void)field;
	return date_time_parse(value, &seconds) ? date_time_format_locale(seconds, context ? context->time_zone : NULL) : xstrdup(value);
}

const struct field_type type_date = {
	.name = "date", .storage = STORED_TEXT, .editor = EDIT_DATE, .width = 10, .length = 40,
	.parse = parse_date, .format = format_date, .compare = compare_bytes,
};

const struct field_type type_date_time = {
	.name = "date-time", .storage = STORED_TEXT, .editor = EDIT_LINE, .width = 16, .length = 40,
	.parse = parse_date_time, .format = format_date_time, .compare = compare_bytes,
};
