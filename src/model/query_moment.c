/* Conditions on moments: days and times of the organisation's zone, made bounds on what is stored in UTC. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query_moment.h"

/* The first day of the period, or the one after its last. */
static void read_period(const struct model_context *context, bool after, const struct date *today, struct date *day)
{
	if (context && date_parse(after ? context->period.after : context->period.first, day))
		return;
	*day = *today;
	day->day = 1;
	if (after) {
		day->year += day->month / 12;
		day->month = day->month % 12 + 1;
	}
}

bool query_read_day(const struct model_context *context, const char *text, struct date *day)
{
	struct date today = environment_today(context ? context->time_zone : NULL);
	struct date_reading read;
	enum read_as answer;

	if (strcmp(text, "horizon") == 0) {
		*day = date_months_before(&today, context ? context->horizon : 12);
		return true;
	}
	if (strcmp(text, "period") == 0 || strcmp(text, "periodend") == 0) {
		read_period(context, text[6] != '\0', &today, day);
		return true;
	}
	if (date_parse(text, day) || date_parse_word(text, &today, day))
		return true;
	if (context && context->reading.file_form)
		return false;
	answer = field_read_date(context, text, &read);
	*day = read.date;
	return answer == READING_SURE || answer == READING_TAKEN;
}

static void add_seconds(struct query *query, const char *path, enum operator op, int64_t seconds)
{
	char *value = date_time_format(seconds);

	query_add(query, path, op, value);
	free(value);
}

/* The condition before is to hold, or this one. */
static void add_either(struct query *query, const char *path, enum operator op, const char *value)
{
	query->conditions[query->condition_count - 1].either = true;
	query_add(query, path, op, value);
}

/*
 * A bound on moments.  Where the record may hold a day alone, "2026-03-05", that day counts
 * from its beginning in the organisation's zone: the store compares texts, to which it
 * begins with the day in UTC, so that the one day on which the two differ is named.
 */
static void add_bound(
	struct query *query, const char *zone, bool days, const char *path, enum operator op, int64_t seconds)
{
	bool below = op == OP_LESS || op == OP_AT_MOST;
	struct date local, utc, day;
	int clock, last;
	char iso[11];

	add_seconds(query, path, op, seconds);
	if (!days)
		return;
	local = date_in_zone(seconds, zone, &clock);
	utc = date_in_zone(seconds, NULL, &clock);
	/* The last of the days that lie before the bound. */
	last = date_days(&local) - ((op == OP_LESS || op == OP_AT_LEAST) && date_start(&local, zone) == seconds);
	if (last == date_days(&utc))
		return;
	day = last < date_days(&utc) ? utc : local;
	date_format(&day, iso);
	if (below == (last < date_days(&utc)))
		query_add(query, path, OP_DIFFERENT, iso);
	else
		add_either(query, path, OP_EQUAL, iso);
	query->conditions[query->condition_count - 1].implied = true;
}

/* What clocks show twice stands for both moments. */
static void add_time(struct query *query, const char *zone, bool days, const char *path, enum operator op,
	const struct moment *moment)
{
	char *later = date_time_format(moment->later);

	switch (op) {
	case OP_EQUAL:
		add_seconds(query, path, op, moment->seconds);
		if (moment->later != moment->seconds)
			add_either(query, path, op, later);
		break;
	case OP_DIFFERENT:
		add_seconds(query, path, op, moment->seconds);
		if (moment->later != moment->seconds)
			query_add(query, path, op, later);
		break;
	case OP_AT_MOST:
	case OP_MORE:
		add_bound(query, zone, days, path, op, moment->later);
		break;
	default:
		add_bound(query, zone, days, path, op, moment->seconds);
	}
	free(later);
}

/* A day stands for all of its moments, and for itself. */
static bool add_day(struct query *query, const char *zone, bool days, const char *path, enum operator op,
	const struct date *day, struct error *error)
{
	struct date following = date_from_days(date_days(day) + 1);
	int64_t start = date_start(day, zone), next = date_start(&following, zone);
	size_t chain = query->condition_count, term;

	switch (op) {
	case OP_LESS:
	case OP_AT_LEAST:
		add_bound(query, zone, days, path, op, start);
		return true;
	case OP_AT_MOST:
		add_bound(query, zone, days, path, OP_LESS, next);
		return true;
	case OP_MORE:
		add_bound(query, zone, days, path, OP_AT_LEAST, next);
		return true;
	case OP_EQUAL:
		add_bound(query, zone, days, path, OP_AT_LEAST, start);
		add_bound(query, zone, days, path, OP_LESS, next);
		return true;
	default:
		query_add(query, path, OP_EMPTY, NULL);
		term = query->condition_count;
		add_bound(query, zone, days, path, OP_LESS, start);
		if (!query_tie(query, chain, term, error))
			return false;
		term = query->condition_count;
		add_bound(query, zone, days, path, OP_AT_LEAST, next);
		return query_tie(query, chain, term, error);
	}
}

bool query_add_moment(struct query *query, const struct model_context *context, const char *path,
	const struct field_def *field, enum operator op, const char *text, struct error *error)
{
	const char *zone = context ? context->time_zone : NULL;
	enum moment_kind kind;
	struct moment moment = { 0 };
	struct date day;

	if (strcmp(text, "now") == 0) {
		moment.seconds = moment.later = environment_now();
		add_time(query, zone, field != NULL, path, op, &moment);
		return true;
	}
	if (query_read_day(context, text, &day))
		return add_day(query, zone, field != NULL, path, op, &day, error);
	if (!field_read_moment(NULL, field ? _(field->label) : path, context, text, &kind, &moment, error))
		return false;
	add_time(query, zone, field != NULL, path, op, &moment);
	moment_clear(&moment);
	return true;
}
