/* A period of the calendar: kept as period_read names it, read also as people write it. */
#include <ctype.h>
#include <stdio.h>

#include "model/types/parts.h"

/* "mars-26", "Mar 26": what a spreadsheet shows of a month, where no day can be meant. */
static bool read_short(const char *text, struct period *period)
{
	char *folded = text_fold(text), name[16];
	size_t letters = strcspn(folded, " -/.'"), blanks = strspn(folded + letters, " -/.'");
	const char *year = folded + letters + blanks;
	int month;
	bool is = letters && blanks && strlen(year) == 2 && strspn(year, "0123456789") == 2;

	folded[letters] = is ? '\0' : folded[letters];
	month = is ? date_month_called(folded) : 0;
	if (month)
		snprintf(name, sizeof name, "20%s-%02d", year, month);
	is = month && period_read(name, period);
	free(folded);
	return is;
}

/* "S2 2026" is a half of the year, or a week. */
static bool is_half_or_week(const char *text, const struct period *period)
{
	char *folded = text_fold(text);
	size_t i, letters = 0, others = 0;

	for (i = 0; folded[i]; i++) {
		letters += folded[i] == 's';
		others += isalpha((unsigned char)folded[i]) && folded[i] != 's';
	}
	free(folded);
	return period->frequency == EVERY_HALF && letters == 1 && !others;
}

static bool parse_period(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct period period;
	char *shown;

	if (!period_read(text, &period) &&
		(is_read_as_file(context) || (!read_short(text, &period) && !period_read_written(text, &period))))
		return error_set_field(error, ERROR_INVALID, field->name, "%s",
			_("A period is written 2026, 2026-H2, 2026-Q3, 2026-07, 2026-W31 or 2026-07-15."));
	if (is_half_or_week(text, &period)) {
		shown = text_cut(text, 40);
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; "S2 2026"; the half-year 2026-H2; the week 2026-W02 */
			_("%s: %s may be a half-year or a week; write %s or %.4s-W0%c."), _(field->label), shown,
			period.name, period.name, period.name[strlen(period.name) - 1]);
		free(shown);
		return false;
	}
	*value = xstrdup(period.name);
	return true;
}

const struct field_type type_period = {
	.name = "period",
	.label = N_("period"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.natural_key = true,
	.width = 12,
	.length = 40,
	.parse = parse_period,
	.format = format_plain,
	.compare = compare_text,
};
