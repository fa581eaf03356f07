/* Whole numbers, numbers, percentages. */
#include "model/types/parts.h"

static bool in_range(const struct field_def *field, double number, struct error *error)
{
	char *low, *high;

	if ((field->min == 0 && field->max == 0) || (number >= field->min && number <= field->max))
		return true;
	low = number_format_real(field->min);
	high = number_format_real(field->max);
	error_set_field(
		error, ERROR_INVALID, field->name, _("%s must lie between %s and %s."), _(field->label), low, high);
	free(low);
	free(high);
	return false;
}

static bool parse_integer(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	int64_t number;

	(void)context;
	if (!number_parse_integer(text, &number))
		return error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be a whole number."), _(field->label));
	if (!in_range(field, (double)number, error))
		return false;
	*value = xasprintf("%lld", (long long)number);
	return true;
}

static bool parse_number(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	double number;

	(void)context;
	if (!number_parse_real(text, &number) || number > 1e15 || number < -1e15)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a number."), _(field->label));
	if (!in_range(field, number, error))
		return false;
	*value = number_format_real(number);
	return true;
}

static bool parse_percentage(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	char *bare = xstrndup(text, strcspn(text, " %"));
	int64_t number;
	bool ok = number_parse_integer(bare, &number) && number >= 0 && number <= 100 &&
		  text[strcspn(text, "%")] == (strchr(text, '%') ? '%' : '\0');

	(void)context;
	free(bare);
	if (!ok)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a percentage from 0 to 100."),
			_(field->label));
	*value = xasprintf("%lld", (long long)number);
	return true;
}

static char *format_percentage(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)field;
	(void)context;
	/* TRANSLATORS: a percentage; French puts a space before the sign */
	return xasprintf(_("%s%%"), value);
}

static const char *currency_of(const struct model_context *context, const char *value)
{
	(void)value;
	return context && context->currency && *context->currency ? context->currency : NULL;
}

static char *format_amount(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)field;
	return number_format_amount(value, currency_of(context, value));
}

const struct field_type type_integer = {
	.name = "integer",
	.storage = STORED_INTEGER,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 8,
	.length = 20,
	.parse = parse_integer,
	.format = format_plain,
	.compare = compare_numbers,
};

const struct field_type type_number = {
	.name = "number",
	.storage = STORED_REAL,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 10,
	.length = 40,
	.parse = parse_number,
	.format = format_plain,
	.compare = compare_numbers,
};

const struct field_type type_amount = {
	.name = "amount",
	.storage = STORED_REAL,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 14,
	.length = 40,
	.parse = parse_number,
	.format = format_amount,
	.beside = currency_of,
	.compare = compare_numbers,
};

const struct field_type type_percentage = {
	.name = "percentage",
	.storage = STORED_INTEGER,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 8,
	.length = 10,
	.parse = parse_percentage,
	.format = format_percentage,
	.compare = compare_numbers,
};
