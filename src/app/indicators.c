/* Values of indicators that the program counts by itself: of complete periods that lack one, and of the present one when asked. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "app/catch_up_parts.h"
#include "app/indicators.h"

#define VALUE_MOST 1e15 /* beyond it no number is written any more */
#define PERIODS_TAKEN 3 /* of those that lack a value the last ones: what is older is nobody's concern any more */

/* ---- which ones wait ---- */

static int today_of(struct store *store)
{
	struct date today = environment_today(store_context(store)->time_zone);

	return date_days(&today);
}

/* Those in use with a formula whose next period is complete: it ends that many days of grace before the day on which it is due. */
static struct query *waiting(struct store *store)
{
	static const char *const names[FREQUENCIES] = { "day", "week", "month", "quarter", "half", "year" };
	struct query *query = query_new(register_find("indicator"));
	struct buffer filter = { 0 };
	size_t i;
	bool ok;

	buffer_add(&filter, "status=active formula!= due!=");
	for (i = 0; i < FREQUENCIES; i++) {
		enum frequency frequency = EVERY_DAY;
		struct date day;
		char text[11];

		frequency_read(names[i], &frequency);
		day = date_from_days(today_of(store) + grace_days(frequency));
		date_format(&day, text);
		buffer_printf(&filter, " frequency!=%s or due<%s", names[i], text);
	}
	ok = query_parse(query, store_context(store), filter.data, NULL);
	buffer_free(&filter);
	if (ok)
		return query;
	query_free(query);
	return NULL;
}

bool indicators_wait(struct store *store)
{
	struct query *query = waiting(store);
	bool waits = query && store_count(store, query, NULL) > 0;

	query_free(query);
	return waits;
}

struct ids {
	int64_t *items;
	size_t count;
};

static bool keep_id(void *user, const struct row *row)
{
	struct ids *ids = user;

	ids->items = xreallocarray(ids->items, ids->count + 1, sizeof *ids->items);
	ids->items[ids->count++] = row->id;
	return true;
}

static bool read_waiting(struct store *store, struct ids *ids, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = waiting(store);
	bool ok = query && store_each_value(store, query, columns, 1, keep_id, ids, error);

	query_free(query);
	return ok;
}

/* ---- one value ---- */

bool indicator_evaluate(
	struct store *store, const char *formula, const struct period *period, struct value *value, struct error *error)
{
	struct expression *expression = expression_parse(formula, store_context(store), error);
	struct period next = period_after(period);
	char first[11], after[11];
	bool ok;

	date_format(&period->first, first);
	date_format(&next.first, after);
	ok = expression && store_evaluate(store, expression, first, after, value, error);
	expression_free(expression);
	return ok;
}

/* Two decimals: nobody reads more. */
char *indicator_counted(double value)
{
	return number_format_real(round(value * 100) / 100);
}

/* A value, or why there is none: then too the period is answered, and others go on. */
static bool add_measurement(struct action *action, const struct record *indicator, const struct period *period,
	const struct value *value, const char *why, const char *note, struct error *error)
{
	struct record *measurement = record_empty(register_find("measurement"));
	char *number = why ? NULL : indicator_counted(value->number), *now = date_time_format(environment_now());
	bool ok;

	record_set(measurement, "indicator", indicator->ref);
	record_set(measurement, "at", now);
	record_set(measurement, "period", period->name);
	record_set(measurement, "value", number);
	record_set(measurement, "note", why ? why : note);
	ok = action_add(action, measurement, error);
	record_free(measurement);
	free(number);
	free(now);
	return ok;
}

/* Why the value cannot be written; NULL: it can.  Static. */
static const char *why_none(const struct value *value)
{
	return !value->known                      ? _("There was nothing to count in this period.")
	       : fabs(value->number) < VALUE_MOST ? NULL
						  : _("What the formula comes to is too large for a value.");
}

/* ---- what lacks ---- */

/* The complete periods without a value, the last of them in `periods`, the oldest first. */
static size_t lacking(
	struct store *store, const struct record *indicator, size_t most, struct period periods[PERIODS_TAKEN])
{
	const char *due = record_get(indicator, "due");
	struct period period, kept[PERIODS_TAKEN];
	enum frequency every;
	struct date day;
	size_t found = 0, i, first;
	int end;

	if (!due || !date_parse(due, &day) || !frequency_read(record_get(indicator, "frequency"), &every))
		return 0;
	end = date_days(&day) - grace_days(every);
	/* From the last complete one back to the first that lacks, which ends on that day. */
	day = date_from_days(today_of(store));
	period = period_of(every, &day);
	for (period = period_before(&period); found < most && date_days(&period.last) >= end;
		period = period_before(&period))
		kept[found++] = period;
	for (i = 0, first = found; i < found; i++)
		periods[i] = kept[--first];
	return found;
}

/* Whether it rests on one that has yet to be counted itself. */
static bool rests_on_waiting(struct store *store, const char *formula, const struct ids *ids)
{
	struct expression *expression = expression_parse(formula, store_context(store), NULL);
	struct strings refs = { 0 };
	bool rests = false;
	size_t i, j;

	if (expression)
		expression_depends(expression, &refs);
	for (i = 0; i < refs.count && !rests; i++)
		for (j = 0; j < ids->count && !rests; j++)
			rests = store_find(store, refs.items[i], NULL) == ids->items[j];
	strings_free(&refs);
	expression_free(expression);
	return rests;
}

/*
 * How things stood at the end of the period only a formula that asks for its days can tell; what another one counts once
 * the grace is over says of which day it is.  NULL: nothing need be said; the caller frees.
 */
static char *counted_late(struct store *store, const struct record *indicator, const struct period *period)
{
	struct date today = date_from_days(today_of(store));
	enum frequency frequency = EVERY_DAY;
	char *day, *note;

	frequency_read(record_get(indicator, "frequency"), &frequency);
	if (strstr(record_get(indicator, "formula"), "period") ||
		date_days(&today) - date_days(&period->last) <= grace_days(frequency))
		return NULL;
	day = date_format_long(&today);
	note = xasprintf(_("Counted on %s, from the records as they stood then."), day);
	free(day);
	return note;
}

/* A formula that holds no more, as of a level that has another name now, says so where its value would stand. */
static bool raise_period(struct store *store, struct action *action, const struct record *indicator,
	const struct period *period, struct error *error)
{
	struct value value = { 0 };
	struct error why = { 0 };
	char *told = NULL, *note;
	bool ok = true;

	if (!indicator_evaluate(store, record_get(indicator, "formula"), period, &value, &why)) {
		ok = why.kind == ERROR_INVALID;
		if (ok)
			/* TRANSLATORS: why; [formula] stays as it is: by it such values are found */
			told = xasprintf(_("The formula cannot be counted any more: %s [formula]"), why.message);
		else
			error_move(error, &why);
	}
	note = counted_late(store, indicator, period);
	ok = ok && add_measurement(action, indicator, period, &value, told ? told : why_none(&value), note, error);
	error_clear(&why);
	free(told);
	free(note);
	return ok;
}

static bool raise_one(struct store *store, struct action *action, const struct record *indicator, struct error *error)
{
	const char *formula = record_get(indicator, "formula");
	struct period periods[PERIODS_TAKEN];
	/* How things stood at the end of an earlier period only a formula that asks for its days can tell. */
	size_t most = strstr(formula, "period") ? PERIODS_TAKEN : 1, found = lacking(store, indicator, most, periods),
	       i;

	for (i = 0; i < found; i++)
		if (!raise_period(store, action, indicator, &periods[i], error))
			return false;
	return true;
}

static bool raise_round(struct store *store, struct error *error)
{
	struct action *action = catch_up_begin(store, error);
	struct ids ids = { 0 };
	bool ok;
	size_t i;

	if (!action)
		return false;
	ok = read_waiting(store, &ids, error);
	for (i = 0; i < ids.count && ok; i++) {
		struct record *indicator = store_record(store, ids.items[i], error);

		ok = indicator != NULL;
		if (ok && !rests_on_waiting(store, record_get(indicator, "formula"), &ids))
			ok = raise_one(store, action, indicator, error);
		record_free(indicator);
	}
	free(ids.items);
	return action_end(action, ok, error);
}

bool indicators_catch_up(struct store *store, struct error *error)
{
	size_t round;

	/* Those that rest on others come after them. */
	for (round = 0; round < EXPRESSION_DEPTH && indicators_wait(store); round++)
		if (!raise_round(store, error))
			return false;
	return true;
}

/* ---- at once ---- */

bool indicator_count(struct action *action, struct store *store, const struct record *indicator, bool answers,
	bool *known, struct error *error)
{
	struct date today = environment_today(store_context(store)->time_zone);
	struct value value = { 0 };
	enum frequency every;
	struct period period;
	bool ok;

	*known = false;
	if (!record_get(indicator, "formula") || !frequency_read(record_get(indicator, "frequency"), &every))
		return error_set(
			error, ERROR_INVALID, _("%s has no formula; record its value by hand."), indicator->ref);
	period = period_of(every, &today);
	ok = indicator_evaluate(store, record_get(indicator, "formula"), &period, &value, error) &&
	     ((!value.known && !answers) ||
		     add_measurement(action, indicator, &period, &value, why_none(&value), NULL, error));
	*known = ok && value.known;
	return ok;
}

bool indicator_take(struct store *store, const char *ref, bool *known, struct error *error)
{
	struct action *action = action_begin(store, "record", error);
	struct record *indicator = action ? store_record(store, store_find(store, ref, NULL), error) : NULL;
	bool ok = indicator != NULL;

	*known = false;
	ok = ok && indicator_count(action, store, indicator, false, known, error);
	record_free(indicator);
	return action ? action_end(action, ok, error) : false;
}
