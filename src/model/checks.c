/* Rules over several fields of one record, register by register: days that contradict each other, names that are none. What a state asks for stands in the dictionary (demands.h). */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/quality_tables.h"
#include "model/rules.h"
#include "model/verdict.h"

/* True, with the field, where one day is filled and comes before another, or on it where it must come after. */
static bool comes_before(
	const struct record *record, const char *end, const char *start, bool after, const char **field)
{
	const char *first = record_get(record, start), *last = record_get(record, end);

	if (!first || !last || strcmp(last, first) >= (after ? 1 : 0))
		return false;
	*field = end;
	return true;
}

const char *acceptance_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "expiry", "date", true, field) ? _("It cannot expire before it was given.") : NULL;
}

const char *exception_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "expiry", "approved", true, field) ? _("It cannot expire before it was given.")
								       : NULL;
}

const char *evidence_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "until", "date", false, field)
		       ? _("Evidence cannot end before the fact that it shows.")
		       : NULL;
}

const char *action_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "due", "start", false, field) ? _("An action cannot be due before it starts.")
								  : NULL;
}

const char *waiver_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *check = record_get(record, "check"), *from = record_get(record, "date"),
		   *until = record_get(record, "expiry");
	struct date start, end;

	(void)context;
	if (check && !quality_find(check)) {
		*field = "check";
		return _("There is no such check; the quality of the records shows their names.");
	}
	if (comes_before(record, "expiry", "date", false, field))
		return _("It cannot end before it was said.");
	if (from && until && date_parse(from, &start) && date_parse(until, &end)) {
		end = date_months_before(&end, 12);
		if (date_days(&end) > date_days(&start)) {
			*field = "expiry";
			return _("A check is set aside for twelve months at most; then one looks at it again.");
		}
	}
	return NULL;
}

const char *cycle_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "end", "start", false, field) ? _("A cycle cannot end before it starts.") : NULL;
}

const char *organisation_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *zone = record_get(record, "time_zone"), *wrong;

	(void)context;
	if (zone && !zone_is_known(zone)) {
		*field = "time_zone";
		return _("There is no such time zone; zones are named like Europe/Paris.");
	}
	if ((wrong = verdict_tolerances_wrong(record_get(record, "tolerances"))))
		*field = "tolerances";
	return wrong;
}

const char *person_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *mail = record_get(record, "mail"), *at = mail ? strchr(mail, '@') : NULL;

	(void)context;
	if (mail && (!at || at == mail || !at[1] || strchr(mail, ' '))) {
		*field = "mail";
		return _("A mail address looks like name@example.org.");
	}
	return NULL;
}

/* The scales of the method in use grow and shrink with their levels, so that ratings follow. */
static const char *resized(const struct record *record, const struct method *method)
{
	int i;

	if (!record->ref || !method->ref || strcmp(record->ref, method->ref) != 0)
		return NULL;
	for (i = 0; i < SCALE_COUNT; i++) {
		const char *field = scale_count_field((enum scale_kind)i),
			   *value = field ? record_get(record, field) : NULL;

		if (value && method->scales[i].count && atoi(value) != method->scales[i].count)
			return field;
	}
	return NULL;
}

const char *method_check(const struct record *record, const struct model_context *context, const char **field)
{
	int64_t likelihoods = 0, impacts = 0, levels = 0, threshold = 0;
	unsigned char grid[SCALE_MAX][SCALE_MAX];
	const char *text = record_get(record, "grid"), *count = resized(record, &context->method);

	if (count) {
		*field = count;
		return _(
			"The method is in use: its scales get and lose levels one by one, in the editor of the risk method or by `noria add` and `noria remove` with --rescale.");
	}
	if (!record_get(record, "likelihoods") || !record_get(record, "impacts") || !record_get(record, "levels") ||
		!record_get(record, "threshold") || !text)
		return NULL;
	number_parse_integer(record_get(record, "likelihoods"), &likelihoods);
	number_parse_integer(record_get(record, "impacts"), &impacts);
	number_parse_integer(record_get(record, "levels"), &levels);
	number_parse_integer(record_get(record, "threshold"), &threshold);
	if (threshold > levels) {
		*field = "threshold";
		return _("The threshold must be one of the levels of risk.");
	}
	if (!method_parse_grid(text, (int)likelihoods, (int)impacts, (int)levels, grid, NULL)) {
		*field = "grid";
		return _(
			"The grid must have one line for each likelihood, in it a number from 1 to the number of levels for each impact.");
	}
	return NULL;
}
