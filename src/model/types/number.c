/* Whole numbers, numbers, percentages. */
#include "model/types/parts.h"

static bool has_bounds(const struct field_def *field)
{
	return field->min < 0 || field->min > 0 || field->max < 0 || field->max > 0;
}

static bool in_range(const struct field_def *field, double number, struct error *error)
{
	char *low, *high;

	if (!has_bounds(field) || (number >= field->min && number <= field->max))
		return true;
	low = number_format_real(field->min);
	high = number_format_real(field->max);
	error_set_field(
		error, ERROR_INVALID, field->name, _("%s must lie between %s and %s."), _(field->label), low, high);
	free(low);
	free(high);
	return false;
}

static const struct reading_form as_typed = { 0 };

static const struct reading_form *form_of(const struct model_context *context)
{
	return context ? &context->reading : &as_typed;
}

static bool is_whole(double number)
{
	return number >= -1e15 && number <= 1e15 && number <= (double)(int64_t)number &&
	       number >= (double)(int64_t)number;
}

enum read_as field_read_number(const struct field_def *field, const struct model_context *context, const char *text,
	struct number_reading *read)
{
	bool whole = field->type != &type_number && field->type != &type_amount;
	enum read_as answer = number_read(text, form_of(context), read);

	/* What must be whole is settled by that: "1,200" is no 1.2 here. */
	if (whole && (answer == READING_TAKEN || answer == READING_EITHER) &&
		is_whole(read->value) != is_whole(read->other)) {
		if (!is_whole(read->value))
			read->value = read->other;
		read->other = read->value;
		answer = READING_SURE;
	}
	return answer;
}

static bool refuse_either(
	const struct field_def *field, const char *text, const struct number_reading *read, struct error *error)
{
	char *one = number_format_real(read->value), *another = number_format_real(read->other),
	     *shown = text_cut(text, 40);

	/* TRANSLATORS: field, what was written, and the two numbers that it may be */
	error_set_field(error, ERROR_INVALID, field->name, _("%s: %s may be %s or %s; write one of these."),
		_(field->label), shown, one, another);
	free(one);
	free(another);
	free(shown);
	return false;
}

/* Up to so many digits; false: there are none, or more. */
static bool take_digits(const char **at, size_t most, int64_t *number)
{
	size_t length = strspn(*at, "0123456789");

	if (!length || length > most)
		return false;
	*number = strtoll(*at, NULL, 10);
	*at += length;
	return true;
}

/* Whether a word for that span of time stands there whole; *at then stands behind it and what is blank. */
static bool take_span(const char **at, const char *span)
{
	size_t length = strspn(*at, "abcdefghijklmnopqrstuvwxyz");
	char *word = xstrndup(*at, length);
	const char *named = span_named(word);
	bool is = named && strcmp(named, span) == 0;

	if (is)
		*at += length + strspn(*at + length, " ");
	free(word);
	return is;
}

/* The part of an hour behind its comma or point, in minutes where these are whole: 1.5 h, 1,25 h. */
static bool read_quarters(const char **at, int64_t *minutes)
{
	const char *digits = *at + 1;
	int64_t number = 0;
	size_t length;

	if ((**at != ',' && **at != '.') || !take_digits(&digits, 2, &number))
		return false;
	length = (size_t)(digits - *at) - 1;
	number *= length == 1 ? 60 * 10 : 60;
	if (number % 100)
		return false;
	*minutes = number / 100;
	*at = digits;
	return true;
}

/* "90 min", "1 h 30", "1,5 h", "1h30", "2 hours", "1:30", "01:30:00". */
static bool read_minutes(const char *text, int64_t *minutes)
{
	char *word = word_fold(text);
	const char *at = word;
	int64_t first = 0, rest = 0, part = 0;
	bool is = take_digits(&at, 6, &first), quarters = is && read_quarters(&at, &part), clock = is && *at == ':',
	     hour = false;

	at += clock ? 1 : strspn(at, " ");
	if (is && clock)
		is = take_digits(&at, 2, &rest) && rest < 60 && (!*at || strcmp(at, ":00") == 0);
	else if (is && (hour = take_span(&at, "hour")) && *at && !quarters)
		is = take_digits(&at, 2, &rest) && rest < 60;
	if (is && !clock) {
		at += strspn(at, " ");
		is = (take_span(&at, "minute") || hour) && !*at;
	}
	*minutes = clock || hour ? first * 60 + rest + part : first;
	free(word);
	return is && (!quarters || hour);
}

static bool parse_integer(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct number_reading read;
	enum read_as answer;
	int64_t number;

	if (!number_parse_integer(text, &number) &&
		(form_of(context)->file_form || !(field->flags & FIELD_MINUTES) || !read_minutes(text, &number)) &&
		(form_of(context)->file_form || !read_span(field, text, &number))) {
		if (form_of(context)->file_form)
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a whole number."), _(field->label));
		answer = field_read_number(field, context, text, &read);
		if (answer == READING_EITHER)
			return refuse_either(field, text, &read, error);
		if (answer == READING_NONE || *read.unit || !is_whole(read.value))
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must be a whole number."), _(field->label));
		number = (int64_t)read.value;
	}
	if (!in_range(field, (double)number, error))
		return false;
	*value = xasprintf("%lld", (long long)number);
	return true;
}

bool unit_is_currency(const char *unit)
{
	/* TRANSLATORS: what the values of an indicator count, as its unit says */
	return strcmp(unit, "currency") == 0 || strcmp(unit, _("currency")) == 0;
}

/* "12 k€" without its number.  The caller frees. */
static char *sign_of(const struct number_reading *read)
{
	return xasprintf("%s%s", read->multiple > 1000 ? "M" : read->multiple > 1 ? "k" : "", read->unit);
}

/* So many of one currency, as units of measure say it: "€", "k€", "M EUR". */
static bool unit_is_money(const char *unit, struct number_reading *money)
{
	static const struct reading_form form = { .table = true };
	char *one = xasprintf("1 %s", unit);
	/* Of "000 €" the number is another. */
	bool is = number_read(one, &form, money) != READING_NONE && *money->unit && strcmp(money->unit, "%") != 0 &&
		  money->value >= money->multiple && money->value <= money->multiple;

	free(one);
	return is;
}

/*
 * Whether a number that is measured in the unit may be written with that sign beside it.  It is the number of such
 * units then: "12 k€" is 12 where it is measured in k€.
 */
static bool is_sign_of(const char *unit, struct number_reading *read, const char *currency)
{
	static const char *const words[] = { "percent", "per cent", "percentage", "pour cent", "pourcent",
		"pourcentage" };
	struct number_reading money;
	char *word;
	bool is = false;
	size_t i;

	/* Where the organisation has said none, any is. */
	if (strcmp(read->unit, "%") != 0 && unit_is_currency(unit))
		return !*currency || currency_is_written(read->unit, currency);
	if (strcmp(read->unit, "%") != 0) {
		if (!unit_is_money(unit, &money))
			return currency_is_written(read->unit, unit);
		/* 12 € of what is measured in thousands of them may be 12 of these, or nearly none. */
		is = currency_is_written(read->unit, money.unit) && read->multiple >= money.multiple;
		read->value /= is ? money.multiple : 1;
		read->other /= is ? money.multiple : 1;
		return is;
	}
	/* "% of the staff" too. */
	if (*unit == '%')
		return true;
	word = word_fold(unit);
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		is = is || strcmp(word, words[i]) == 0;
	free(word);
	return is;
}

/* 0.92 of what is measured in %, and no sign beside it: spreadsheets hold 92 % so. */
static bool is_doubted_share(const struct model_context *context, const struct number_reading *read)
{
	struct number_reading percent = { .unit = "%" };
	double size = read->value < 0 ? -read->value : read->value;

	return context && context->unit && context->reading.below_one_doubted && !*read->unit && size > 0 &&
	       (size < 1 || (context->reading.one_doubted && size <= 1)) && is_sign_of(context->unit, &percent, "");
}

static bool refuse_share(
	const struct field_def *field, const char *text, const struct number_reading *read, struct error *error)
{
	char *shown = text_cut(text, 40), *hundred = number_format_real(read->value * 100);

	error_set_field(error, ERROR_INVALID, field->name,
		/* TRANSLATORS: field; what was written ("0.92"), as many percent ("92"), what was written twice */
		_("%s: %s may be %s %% or %s %%; write \"%s %%\" or \"%s %%\", or for the second %% in the heading of the column."),
		_(field->label), shown, hundred, shown, hundred, shown);
	free(hundred);
	free(shown);
	return false;
}

/* 85 % of what is measured in days is no number of days. */
static bool fits_unit(const struct field_def *field, const struct model_context *context, const char *text,
	struct number_reading *read, struct error *error)
{
	const char *unit = context ? context->unit : NULL;
	char *shown, *sign;

	if (unit && is_sign_of(unit, read, context->currency ? context->currency : ""))
		return true;
	shown = text_cut(text, 40);
	sign = sign_of(read);
	if (unit)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: field, a unit ("days"), what was written ("85 %"), its unit ("%") */
			_("%s is measured in %s, and %s is in %s; write the number alone."), _(field->label), unit,
			shown, sign);
	else
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: field, what was written ("85 %"), its unit ("%") */
			_("%s: %s is in %s, and nothing says what it is measured in; say that first, or write the number alone."),
			_(field->label), shown, sign);
	free(sign);
	free(shown);
	return false;
}

/* Another currency is another amount. */
static bool is_ours(const struct field_def *field, const struct model_context *context, const char *text,
	struct number_reading *read, struct error *error)
{
	const char *currency = context && context->currency ? context->currency : "";

	if (!*read->unit)
		return true;
	if (field_source(field)->unit)
		return fits_unit(field, context, text, read, error);
	if (field->type != &type_amount || strcmp(read->unit, "%") == 0)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a number."), _(field->label));
	/* Where the organisation has said none, nothing is converted either. */
	return !*currency || currency_is_written(read->unit, currency) ||
	       error_set_field(error, ERROR_INVALID, field->name,
		       _("%s is in %s, and %s is another currency; write the amount in %s."), _(field->label), currency,
		       read->unit, currency);
}

/* "12 days" of what is measured in days.  The caller frees; NULL: the unit does not stand there. */
static char *without_unit(const struct field_def *field, const struct model_context *context, const char *text)
{
	const char *unit = context && !context->reading.file_form && field_source(field)->unit ? context->unit : NULL;
	size_t number = strcspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
	char *words[2];
	bool same;

	if (!unit || !number || !text[number])
		return NULL;
	words[0] = word_fold(unit);
	words[1] = word_fold(text + number);
	same = strcmp(words[0], words[1]) == 0;
	free(words[0]);
	free(words[1]);
	return same ? xstrndup(text, number) : NULL;
}

static bool parse_number(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	char *bare = without_unit(field, context, text);
	const bool named = bare != NULL;
	struct number_reading read;
	enum read_as answer = field_read_number(field, context, bare ? bare : text, &read);

	free(bare);

	if (answer == READING_NONE || read.value > 1e15 || read.value < -1e15)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a number."), _(field->label));
	if (!is_ours(field, context, text, &read, error))
		return false;
	if (answer == READING_EITHER)
		return refuse_either(field, text, &read, error);
	if (!named && is_doubted_share(context, &read))
		return refuse_share(field, text, &read, error);
	if (!in_range(field, read.value, error))
		return false;
	*value = number_format_real(read.value);
	return true;
}

/* So many thousands stay so many where only the record says whether they are what it is measured in.  The caller frees. */
static char *as_taken(const struct field_def *field, const struct number_reading *read, double value)
{
	bool in_units = field_source(field)->unit && read->multiple > 1;
	char *number = number_format_real(in_units ? value / read->multiple : value), *sign, *text;

	if (!in_units)
		return number;
	sign = sign_of(read);
	text = xasprintf("%s %s", number, sign);
	free(sign);
	free(number);
	return text;
}

/* A comma may have been meant otherwise: what it was taken for is said, with the way to the other. */
static char *remark_number(const struct field_def *field, const struct model_context *context, const char *text)
{
	struct number_reading read;
	char *taken, *other, *remark = NULL;

	if (form_of(context)->table || field_read_number(field, context, text, &read) != READING_TAKEN)
		return NULL;
	taken = as_taken(field, &read, read.value);
	other = as_taken(field, &read, read.other);
	if (strcmp(taken, text) != 0)
		/* TRANSLATORS: field, what was typed, the number it was taken for, another that it may be */
		remark = xasprintf(_("%s: %s is taken as %s; write %s if you mean that number."), _(field->label), text,
			taken, other);
	free(taken);
	free(other);
	return remark;
}

static bool parse_percentage(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	const struct reading_form *form = form_of(context);
	struct number_reading read;
	enum read_as answer;
	bool sign;

	if (form->file_form) {
		/* "50", "50%", "50 %" */
		char *bare = xstrndup(text, strcspn(text, " %"));
		const char *after = text + strlen(bare) + strspn(text + strlen(bare), " ");
		int64_t number = -1;

		answer = number_parse_integer(bare, &number) && (!*after || strcmp(after, "%") == 0) ? READING_SURE
												     : READING_NONE;
		read.value = (double)number;
		free(bare);
	} else {
		answer = field_read_number(field, context, text, &read);
		sign = strcmp(read.unit, "%") == 0;
		if (!sign && *read.unit)
			answer = READING_NONE;
		if (answer == READING_EITHER)
			return refuse_either(field, text, &read, error);
		if (answer != READING_NONE && form->shares && !sign && read.value >= 0 && read.value <= 1)
			read.value = (double)(int64_t)(read.value * 100 + 0.5);
		else if (answer != READING_NONE && form->one_doubted && !sign && read.value >= 1 && read.value <= 1)
			return error_set_field(error, ERROR_INVALID, field->name,
				/* TRANSLATORS: field */
				_("%s: 1 may be 1 %% or all of it: no number of the column shows more; write 1 %% or 100 %%."),
				_(field->label));
		else if (answer != READING_NONE && !sign && read.value > 0 && read.value < 1)
			return error_set_field(error, ERROR_INVALID, field->name,
				/* TRANSLATORS: field, "0.5", 50, "0.5" */
				_("%s: %s may be %d %% or %s %%; write a whole number from 0 to 100."), _(field->label),
				text, (int)(read.value * 100 + 0.5), text);
	}
	if (answer == READING_NONE || !is_whole(read.value) ||
		(!has_bounds(field) && (read.value < 0 || read.value > 100)))
		return error_set_field(error, ERROR_INVALID, field->name,
			_("%s must be a whole percentage from 0 to 100."), _(field->label));
	if (!in_range(field, read.value, error))
		return false;
	*value = xasprintf("%lld", (long long)read.value);
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
	.label = N_("integer"),
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
	.label = N_("number"),
	.storage = STORED_REAL,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 10,
	.length = 40,
	.parse = parse_number,
	.format = format_plain,
	.compare = compare_numbers,
	.remark = remark_number,
};

const struct field_type type_amount = {
	.name = "amount",
	.label = N_("amount"),
	.storage = STORED_REAL,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 14,
	.length = 40,
	.parse = parse_number,
	.format = format_amount,
	.beside = currency_of,
	.compare = compare_numbers,
	.remark = remark_number,
};

const struct field_type type_percentage = {
	.name = "percentage",
	.label = N_("percentage"),
	.storage = STORED_INTEGER,
	.editor = EDIT_LINE,
	.align_right = true,
	.width = 8,
	.length = 20,
	.parse = parse_percentage,
	.format = format_percentage,
	.compare = compare_numbers,
};
