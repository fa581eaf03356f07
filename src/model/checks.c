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

static bool is_longer_than_a_year(const char *from, const char *until)
{
	struct date start, end;

	if (!from || !until || !date_parse(from, &start) || !date_parse(until, &end))
		return false;
	end = date_months_before(&end, 12);
	return date_days(&end) > date_days(&start);
}

const char *waiver_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *check = record_get(record, "check"), *from = record_get(record, "date"),
		   *until = record_get(record, "expiry");

	(void)context;
	if (check && !quality_find(check)) {
		*field = "check";
		return _("There is no such check; the quality of the records shows their names.");
	}
	if (comes_before(record, "expiry", "date", false, field))
		return _("It cannot end before it was said.");
	if (is_longer_than_a_year(from, until)) {
		*field = "expiry";
		return _("A check is set aside for twelve months at most; then one looks at it again.");
	}
	return NULL;
}

/* The place of a result among those of the field, from the worst on; -1: it is not said. */
static int result_place(const struct record *record, const char *field)
{
	const char *value = record_get(record, field);
	const struct choice *choices = register_field(record->def, field)->choices;
	int i;

	for (i = 0; value && choices[i].key; i++)
		if (strcmp(choices[i].key, value) == 0)
			return i;
	return -1;
}

const char *overrule_check(const struct record *record, const struct model_context *context, const char **field)
{
	int from = result_place(record, "from"), to = result_place(record, "to");

	(void)context;
	if (from >= 0 && to >= 0 && to <= from) {
		*field = "to";
		return _(
			"What is judged is above what the records give; where it is below, the clause itself says so.");
	}
	if (comes_before(record, "expiry", "at", false, field))
		return _("It cannot end before it was said.");
	if (is_longer_than_a_year(record_get(record, "at"), record_get(record, "expiry"))) {
		*field = "expiry";
		return _("A clause is judged otherwise for twelve months at most; then one looks at it again.");
	}
	return NULL;
}

const char *acknowledgement_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (record_get(record, "version") && !record_get(record, "document")) {
		*field = "version";
		return _("The version read is that of a document; each version of a policy is a policy of its own.");
	}
	if (record_get(record, "person") || record_get(record, "unit"))
		return NULL;
	*field = "person";
	return _("Say who read and accepted it: a person, or a unit with how many of its people.");
}

const char *audit_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *sampled = record_get(record, "sampled"), *population = record_get(record, "population");
	int64_t drawn = 0, all = 0;

	(void)context;
	if (sampled && population && number_parse_integer(sampled, &drawn) && number_parse_integer(population, &all) &&
		drawn > all) {
		*field = "sampled";
		return _("No more can be drawn than there are.");
	}
	return comes_before(record, "reported", "held", false, field) ? _("An audit is not reported before it is held.")
								      : NULL;
}

const char *review_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (comes_before(record, "signed", "held", false, field))
		return _("A review is not signed before it is held.");
	return comes_before(record, "next", "held", true, field) ? _("The next review comes after this one.") : NULL;
}

const char *programme_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "end", "start", false, field) ? _("A programme cannot end before it starts.")
								  : NULL;
}

const char *feedback_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "answered", "at", false, field) ? _("It is not answered before it came.") : NULL;
}

/* What cannot be said of a nonconformity that is closed; NULL: nothing. */
static const char *badly_closed(const struct record *record, const char **field)
{
	const char *effective = record_get(record, "effective"), *elsewhere = record_get(record, "elsewhere"),
		   *where = record_get(record, "where");

	if (effective && strcmp(effective, "no") == 0) {
		*field = "effective";
		return _("What did not work is not closed: other actions follow, and one looks again.");
	}
	if (elsewhere && strcmp(elsewhere, "unlooked") == 0) {
		*field = "elsewhere";
		return _("It is not closed before one has looked whether it is so elsewhere.");
	}
	if (elsewhere && strcmp(elsewhere, "yes") == 0 && !where) {
		*field = "where";
		return _("It is so elsewhere: say where, and what was found there.");
	}
	if (!record_get(record, "lateness") && comes_before(record, "due", "closed", false, field)) {
		*field = "lateness";
		return _("It was closed after its day: say why it is late.");
	}
	return NULL;
}

const char *nonconformity_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *status = record_get(record, "status"), *repeat = record_get(record, "repeat");

	(void)context;
	if (record->ref && repeat && strcmp(repeat, record->ref) == 0) {
		*field = "repeat";
		return _("A nonconformity cannot repeat itself.");
	}
	if (status && strcmp(status, "closed") == 0 && badly_closed(record, field))
		return badly_closed(record, field);
	return comes_before(record, "closed", "detected", false, field) ? _("It is not closed before it was noticed.")
									: NULL;
}

const char *certificate_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	return comes_before(record, "expires", "granted", true, field) ? _("It cannot expire before it was given.")
								       : NULL;
}

const char *nonconformity_warn(const struct record *record, const struct model_context *context)
{
	const char *owner = record_get(record, "owner"), *checker = record_get(record, "checker");

	(void)context;
	return owner && checker && strcmp(owner, checker) == 0
		       ? _("Whether the actions worked is judged by another person than the owner.")
		       : NULL;
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
