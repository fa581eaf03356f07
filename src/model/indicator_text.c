/* How an indicator is told to people: state by letter, values with their unit, what they are held against, how they went. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/figure.h"
#include "model/field_type.h"
#include "model/indicator.h"
#include "model/rules.h"

const char *indicator_letter(enum indicator_state state)
{
	/* TRANSLATORS: the letters of three states: good, amber (to watch), red (alert) */
	static const char *const letters = N_("GAR");
	static char texts[3][2];
	size_t i = (size_t)state - INDICATOR_GOOD;

	if (state == INDICATOR_NOT_JUDGED)
		return "\xc2\xb7";
	if (state == INDICATOR_NO_VALUE)
		return "-";
	texts[i][0] = _(letters)[i];
	return texts[i];
}

double indicator_field(const struct record *indicator, const char *field)
{
	const char *text = record_get(indicator, field);
	double value;

	return text && number_parse_real(text, &value) ? value : NAN;
}

const char *indicator_said(const struct record *indicator, const char *field)
{
	char *french = xasprintf("%s_fr", field);
	const char *text = strcmp(environment_language(), "fr") == 0 ? record_get(indicator, french) : NULL;

	free(french);
	return text ? text : record_get(indicator, field);
}

char *indicator_number(const struct record *indicator, double value, const struct model_context *context)
{
	const char *unit = context ? indicator_said(indicator, "unit") : NULL;
	char *number, *text;

	if (!isfinite(value))
		return xstrdup("-");
	value = round(value * 100) / 100;
	if (unit && context->currency && *context->currency && unit_is_currency(unit)) {
		number = number_format_real(value);
		text = number_format_amount(number, context->currency);
		free(number);
		return text;
	}
	number = number_shown(value);
	/* What only says that it is a number says nothing. */
	if (!unit || strcmp(unit, _("number")) == 0)
		return number;
	text = xasprintf("%s %s", number, unit);
	free(number);
	return text;
}

/* ---- what it is held against ---- */

static const char *const lines[INDICATOR_LINES] = { "target", "amber", "red" };

double indicator_line(const struct record *indicator, size_t line)
{
	return indicator_field(indicator, lines[line]);
}

const char *indicator_line_name(const struct record *indicator, size_t line)
{
	static const char *const names[] = { N_("target"), N_("watched"), N_("alert") };
	/* TRANSLATORS: beside the lower and the upper bound of a value that is wanted between two */
	static const char *const bounds[] = { N_("target"), N_("at least"), N_("at most") };
	const char *better = record_get(indicator, "better");

	return better && strcmp(better, "between") == 0 ? _(bounds[line]) : _(names[line]);
}

/* ---- how it went ---- */

const char *indicator_arrow(double before, double value)
{
	bool plain = figure_form() != FIGURE_UNICODE;

	return value > before ? plain ? "^" : "\xe2\x86\x91" : value < before ? plain ? "v" : "\xe2\x86\x93" : "=";
}

char *indicator_trend_text(const struct record *indicator, double before, const char *period, double value,
	const struct model_context *context)
{
	char *number, *text;
	int better;

	if (!isfinite(before) || !isfinite(value))
		return NULL;
	better = indicator_trend_of(indicator, before, value);
	number = indicator_number(indicator, before, context);
	/* TRANSLATORS: an arrow, then with what the last value is compared: a period (2026-09) and its value */
	text = xasprintf(better > 0   ? _("%s better than %s (%s)")
			 : better < 0 ? _("%s worse than %s (%s)")
				      : _("%s as in %s (%s)"),
		indicator_arrow(before, value), period, number);
	free(number);
	return text;
}
