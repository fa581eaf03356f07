/* When a security check is due, and what its results say together. */
#include <stdlib.h>
#include <string.h>

#include "model/checking.h"

static bool is(const struct record *record, const char *field, const char *value)
{
	const char *text = record_get(record, field);

	return text && strcmp(text, value) == 0;
}

/* A date, or the day of a moment in the organisation's zone. */
static int day_of(const struct record *record, const char *field, const char *time_zone)
{
	const char *text = record_get(record, field);
	struct date date;
	int64_t seconds;
	int clock;

	if (!text)
		return NO_DAY;
	if (!date_parse(text, &date)) {
		if (!date_time_parse(text, &seconds))
			return NO_DAY;
		date = date_in_zone(seconds, time_zone, &clock);
	}
	return date_days(&date);
}

static void set_day(struct record *record, const char *field, int day)
{
	struct date date = date_from_days(day == NO_DAY ? 0 : day);
	char text[11];

	if (day == NO_DAY || !date_exists(date.year, date.month, date.day)) {
		record_set(record, field, NULL);
		return;
	}
	date_format(&date, text);
	record_set(record, field, text);
}

int check_due_after(const struct record *check, int after)
{
	const char *start = record_get(check, "start");
	int end = day_of(check, "end", NULL), due;
	struct recurrence rule;
	struct date day, next;

	if (!start || !date_parse(start, &day) ||
		!recurrence_parse(record_get(check, "every"), record_get(check, "on"), &day, &rule))
		return NO_DAY;
	if (after != NO_DAY)
		day = date_from_days(after);
	if (!recurrence_next(&rule, after == NO_DAY ? NULL : &day, &next))
		return NO_DAY;
	due = date_days(&next);
	return end != NO_DAY && due > end ? NO_DAY : due;
}

/* The day on which its record was made; NO_DAY: it is not written yet. */
static int day_made(const struct record *check, const char *time_zone)
{
	int64_t seconds;
	struct date day;
	int clock;

	if (!check->created || !date_time_parse(check->created, &seconds))
		return NO_DAY;
	day = date_in_zone(seconds, time_zone, &clock);
	return date_days(&day);
}

int check_waits_for(const struct record *check, int answered, const char *time_zone)
{
	int resumed = day_of(check, "resumed", NULL), made = day_made(check, time_zone);

	if (!is(check, "status", "active"))
		return NO_DAY;
	/* Nobody missed what nobody had asked for yet. */
	if (made != NO_DAY && made - 1 > answered)
		answered = made - 1;
	return check_due_after(check, resumed != NO_DAY && resumed - 1 > answered ? resumed - 1 : answered);
}

int check_grace(const struct record *check)
{
	const char *text = record_get(check, "grace");
	int64_t days = 0;

	return text && number_parse_integer(text, &days) && days > 0 ? (int)days : 0;
}

/* The last day up to `day` on which it is due; there are at most a few hundred before it that are looked at. */
static int last_due(const struct record *check, int day)
{
	int back, due, next;

	/* No two due days are further apart than a year and its longest shift. */
	for (back = 8; back <= 800; back *= 10) {
		due = check_due_after(check, day - back);
		if (due == NO_DAY || due > day)
			continue;
		while ((next = check_due_after(check, due)) != NO_DAY && next <= day)
			due = next;
		return due;
	}
	return NO_DAY;
}

int check_answers(const struct record *check, int day, int answered)
{
	int grace = check_grace(check), due = check_due_after(check, answered), before, after;

	while (due != NO_DAY && due + grace < day) {
		int next = check_due_after(check, due);

		if (next == NO_DAY || next > day)
			break;
		due = next;
	}
	if (due != NO_DAY && due <= day)
		return due;
	before = last_due(check, day);
	after = check_due_after(check, day);
	if (before == NO_DAY)
		return after;
	if (after == NO_DAY || day - before <= grace || day - before <= after - day)
		return before;
	return after;
}

int execution_due(const struct record *check, const struct record *execution, const struct model_context *context)
{
	const char *zone = context ? context->time_zone : NULL;
	int due = day_of(execution, "due", NULL), day;

	if (due != NO_DAY)
		return due;
	day = day_of(execution, "at", zone);
	return day == NO_DAY ? NO_DAY : check_answers(check, day, day);
}

/* What counts for a due day: the last result, one that was missed only where there is no other. */
struct answer {
	int due;
	const char *result;
};

static int latest_first(const void *a, const void *b)
{
	const struct answer *one = a, *other = b;

	return (one->due < other->due) - (one->due > other->due);
}

/* executions: the latest first. */
static size_t collect(const struct record *check, const struct record *const *executions, size_t count,
	const struct model_context *context, struct answer *answers)
{
	size_t found = 0, i, j;

	for (i = 0; i < count; i++) {
		struct answer answer = { execution_due(check, executions[i], context),
			record_get(executions[i], "result") };

		for (j = 0; j < found && answers[j].due != answer.due; j++)
			;
		if (j == found)
			answers[found++] = answer;
		else if (answers[j].result && strcmp(answers[j].result, "missed") == 0)
			answers[j] = answer;
	}
	if (found)
		qsort(answers, found, sizeof *answers, latest_first);
	return found;
}

static bool counts_against(const char *result)
{
	return result && (strcmp(result, "fail") == 0 || strcmp(result, "missed") == 0);
}

void check_fill(
	struct record *check, const struct record *const *executions, size_t count, const struct model_context *context)
{
	struct answer *answers = xcalloc(count + 1, sizeof *answers);
	size_t found = collect(check, executions, count, context, answers), streak = 0, i;
	int last = NO_DAY,
	    next = check_waits_for(check, found ? answers[0].due : NO_DAY, context ? context->time_zone : NULL);

	for (i = 0; i < count; i++) {
		int day = is(executions[i], "result", "missed")
				  ? NO_DAY
				  : day_of(executions[i], "at", context ? context->time_zone : NULL);

		last = day > last ? day : last;
	}
	while (streak < found && counts_against(answers[streak].result))
		streak++;
	set_day(check, "last", last);
	record_set(check, "last_result", found ? answers[0].result : NULL);
	set_day(check, "next", next);
	set_day(check, "due", next == NO_DAY ? NO_DAY : next + check_grace(check));
	if (found)
		record_set_number(check, "streak", (int64_t)streak);
	else
		record_set(check, "streak", NULL);
	free(answers);
}

bool check_settle(
	const struct record *before, struct record *record, const struct model_context *context, struct error *error)
{
	struct date today = environment_today(context ? context->time_zone : NULL);

	(void)error;
	if (before && is(record, "status", "active") && !is(before, "status", "active") &&
		!text_differs(record_get(before, "resumed"), record_get(record, "resumed")))
		set_day(record, "resumed", date_days(&today));
	return true;
}

const char *check_judges(const struct record *check, int64_t score)
{
	const char *enough = record_get(check, "ok");
	int64_t least;

	if (enough && number_parse_integer(enough, &least))
		return score >= least ? "pass" : "fail";
	return score >= 100 ? "pass" : score > 0 ? "part" : "fail";
}
