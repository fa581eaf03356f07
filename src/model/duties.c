/* The rules of what is done again and again: indicators, checks, training, suppliers, changes; and of incidents that somebody must be told of. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/hours.h"
#include "model/rules.h"

#define DAYS_TO_ANSWER 10 /* a failed or missed check, and a project that asks for advice */

static const char *refused(const char **field, const char *name, const char *sentence)
{
	*field = name;
	return sentence;
}

static bool comes_before(const struct record *record, const char *end, const char *start)
{
	const char *first = record_get(record, start), *last = record_get(record, end);

	return first && last && strcmp(last, first) < 0;
}

/* The same of moments. */
static bool happens_before(
	const struct record *record, const char *end, const char *start, const struct model_context *context)
{
	const char *first = record_get(record, start), *last = record_get(record, end);

	return first && last && moment_comes_before(last, first, context);
}

/* Sets a derived day; days < 0: empties it. */
static void set_day(struct record *record, const char *field, int days)
{
	struct date date = date_from_days(days);
	char text[11];

	if (days < 0 || !date_exists(date.year, date.month, date.day)) {
		record_set(record, field, NULL);
		return;
	}
	date_format(&date, text);
	record_set(record, field, text);
}

/* The day of a date or a moment, in the organisation's zone, in days since 1970; -1: there is none. */
static int day_of(const struct record *record, const char *field, const struct model_context *context)
{
	const char *text = record_get(record, field);
	struct date date;
	int64_t seconds;
	int clock;

	if (!text)
		return -1;
	if (!date_parse(text, &date)) {
		if (!date_time_parse(text, &seconds))
			return -1;
		date = date_in_zone(seconds, context ? context->time_zone : NULL, &clock);
	}
	return date_days(&date);
}

static bool is(const struct record *record, const char *field, const char *value)
{
	const char *text = record_get(record, field);

	return text && strcmp(text, value) == 0;
}

/* ---- indicators ---- */

/* Whether the two values stand the wrong way round: the first must not be below the second. */
static bool is_below(const struct record *record, const char *high, const char *low)
{
	const char *first = record_get(record, high), *second = record_get(record, low);
	double a, b;

	return first && second && number_parse_real(first, &a) && number_parse_real(second, &b) && a < b;
}

const char *indicator_check(const struct record *record, const struct model_context *context, const char **field)
{
	static const struct {
		const char *better, *high, *low, *at;
	} orders[] = {
		{ "higher", "target", "amber", "amber" },
		{ "higher", "target", "red", "red" },
		{ "higher", "amber", "red", "red" },
		{ "lower", "amber", "target", "amber" },
		{ "lower", "red", "target", "red" },
		{ "lower", "red", "amber", "red" },
		{ "between", "target", "amber", "target" },
		{ "between", "red", "target", "target" },
		{ "between", "red", "amber", "red" },
	};
	size_t i;

	(void)context;
	for (i = 0; i < sizeof orders / sizeof orders[0]; i++) {
		if (!is(record, "better", orders[i].better) || !is_below(record, orders[i].high, orders[i].low))
			continue;
		*field = orders[i].at;
		if (strcmp(orders[i].better, "higher") == 0)
			return _(
				"Where the higher is the better, the alert lies below what is watched, and that below the target.");
		if (strcmp(orders[i].better, "lower") == 0)
			return _(
				"Where the lower is the better, the alert lies above what is watched, and that above the target.");
		return _("The target lies between the lower value, from which it is watched, and the higher one.");
	}
	return NULL;
}

const char *measurement_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *corrects = record_get(record, "corrects");

	(void)context;
	if (corrects && record->ref && strcmp(corrects, record->ref) == 0)
		return refused(field, "corrects", _("A measurement cannot correct itself."));
	if (!record_get(record, "value") && !record_get(record, "note"))
		return refused(field, "value", _("Give the value, or say in a note why there is none."));
	return NULL;
}

const char *measurement_keep(const struct record *record, const struct model_context *context)
{
	(void)record;
	(void)context;
	return _("%s was measured and stays; another measurement that corrects it takes its place.");
}

/* ---- checks ---- */

const char *check_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *every = record_get(record, "every"), *on = record_get(record, "on"),
		   *start = record_get(record, "start");
	struct date day = { 2026, 1, 1 };
	struct recurrence rule;
	enum frequency frequency;

	(void)context;
	if (comes_before(record, "end", "start"))
		return refused(field, "end", _("A check cannot end before it starts."));
	if (start)
		date_parse(start, &day);
	if (!on || !every || recurrence_parse(every, on, &day, &rule) || !frequency_read(every, &frequency))
		return NULL;
	if (frequency == EVERY_WEEK)
		return refused(
			field, "on", _("What is done every week is done on a weekday: Monday to Sunday, or 1 to 7."));
	if (frequency == EVERY_DAY)
		return refused(field, "on", _("What is done every day is done on all days, or on working days: work."));
	return refused(
		field, "on", _("Write a day of the month, 1 to 31, or last for the last working day of the period."));
}

const char *execution_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (is(record, "result", "missed") && record_get(record, "score"))
		return refused(field, "score", _("What was missed has no score."));
	return NULL;
}

const char *execution_keep(const struct record *record, const struct model_context *context)
{
	(void)record;
	(void)context;
	return _("%s tells what a check gave and stays; record another result after it.");
}

void execution_derive(struct record *record, const struct model_context *context)
{
	bool asks = is(record, "result", "fail") || is(record, "result", "missed"),
	     answered = record_get(record, "action") || record_get(record, "incident") ||
			record_get(record, "nonconformity") || record_get(record, "no_matter");
	int day = asks && !answered ? day_of(record, "at", context) : -1;

	set_day(record, "answer_by", day < 0 ? -1 : day + DAYS_TO_ANSWER);
}

/* ---- people ---- */

const char *training_check(const struct record *record, const struct model_context *context, const char **field)
{
	const char *of = is(record, "kind", "phishing") ? "invited" : "present";

	(void)context;
	if (is_below(record, of, "passed"))
		return refused(field, "passed", _("More passed than there were."));
	if (is_below(record, "invited", "reported"))
		return refused(field, "reported", _("More reported it than got the message."));
	return NULL;
}

const char *attendance_check(const struct record *record, const struct model_context *context, const char **field)
{
	bool person = record_get(record, "person") != NULL, unit = record_get(record, "unit") != NULL;

	(void)context;
	if (!person && !unit)
		return refused(field, "person", _("Say who came: a person, or how many of a unit."));
	if (person && unit)
		return refused(field, "unit", _("Say a person or a unit, not both."));
	if (unit && !record_get(record, "count"))
		return refused(field, "count", _("Say how many of the unit came."));
	if (person && record_get(record, "count"))
		return refused(field, "count", _("A person is one: the number goes with a unit."));
	return NULL;
}

void competence_derive(struct record *record, const struct model_context *context)
{
	const char *required = record_get(record, "required"), *held = record_get(record, "held");
	int64_t wanted = 0, there = 0;

	(void)context;
	if (!required || !number_parse_integer(required, &wanted)) {
		record_set(record, "gap", NULL);
		return;
	}
	if (held)
		number_parse_integer(held, &there);
	record_set_number(record, "gap", wanted > there ? wanted - there : 0);
}

/* ---- suppliers, projects, changes ---- */

const char *supplier_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (comes_before(record, "end", "start"))
		return refused(field, "end", _("A contract cannot end before it begins."));
	return NULL;
}

const char *project_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (comes_before(record, "given", "asked"))
		return refused(field, "given", _("Advice cannot be given before it was asked for."));
	return NULL;
}

void project_derive(struct record *record, const struct model_context *context)
{
	int asked = day_of(record, "asked", context), live = day_of(record, "golive", context), due = -1;

	if (asked >= 0)
		due = asked + DAYS_TO_ANSWER;
	if (live >= 0 && (due < 0 || live < due))
		due = live;
	set_day(record, "due", record_get(record, "given") ? -1 : due);
}

const char *change_check(const struct record *record, const struct model_context *context, const char **field)
{
	(void)context;
	if (comes_before(record, "done", "approved"))
		return refused(field, "done", _("A change is approved before it is done."));
	return NULL;
}

/* ---- actions ---- */

#define DAYS_TO_WORK 60 /* after which one sees whether what was done has an effect */

void action_derive(struct record *record, const struct model_context *context)
{
	int done = day_of(record, "done", context), due = day_of(record, "effect_after", context);

	if (due < 0 && done >= 0)
		due = done + DAYS_TO_WORK;
	set_day(record, "effect_due",
		is(record, "kind", "corrective") && is(record, "status", "done") && !record_get(record, "effective")
			? due
			: -1);
}

const char *action_warn(const struct record *record, const struct model_context *context)
{
	const char *owner = record_get(record, "owner");

	(void)context;
	return owner && is(record, "checker", owner)
		       ? _("Whether the action worked is judged by another person than its owner.")
		       : NULL;
}

/* ---- incidents ---- */

const char *incident_check(const struct record *record, const struct model_context *context, const char **field)
{
	if (happens_before(record, "detected", "occurred", context))
		return refused(field, "occurred", _("It cannot have happened after it was noticed."));
	if (happens_before(record, "informed", "detected", context))
		return refused(field, "informed", _("Nobody can have been told before it was noticed."));
	if (record->ref && is(record, "repeat", record->ref))
		return refused(field, "repeat", _("An incident cannot repeat itself."));
	return NULL;
}

const char *incident_warn(const struct record *record, const struct model_context *context)
{
	(void)context;
	if (is(record, "status", "closed") || record_get(record, "escalated"))
		return NULL;
	return is(record, "severity", "high") || is(record, "severity", "critical")
		       ? _("A grave incident is escalated: write when, and who of general management was told.")
		       : NULL;
}

#define PERSONAL_HOURS 72 /* within which the authority is told of a breach of personal data: GDPR, article 33 */

bool incident_assumes(const struct record *record)
{
	return is(record, "personal", "yes") && !record_get(record, "obligation");
}

void incident_fill(struct record *record, const struct record *const *obligations, size_t count,
	const struct model_context *context)
{
	int64_t noticed, hours, least = 0;
	char *deadline = NULL;
	size_t i;

	for (i = 0; i < count; i++) {
		const char *text = record_get(obligations[i], "hours");

		if (text && number_parse_integer(text, &hours) && hours > 0 && (!least || hours < least))
			least = hours;
	}
	/* Also where what is named says nothing of hours. */
	if (!least && is(record, "personal", "yes"))
		least = PERSONAL_HOURS;
	/* An hour is an hour, whatever clocks are put forward or back meanwhile. */
	if (least && hours_moment(record_get(record, "detected"), context, &noticed))
		deadline = date_time_format(noticed + least * 3600);
	record_set(record, "deadline", deadline);
	free(deadline);
	incident_derive(record, context);
}

void incident_derive(struct record *record, const struct model_context *context)
{
	bool told = record_get(record, "informed") || record_get(record, "notified");

	set_day(record, "due", told ? -1 : day_of(record, "deadline", context));
}
