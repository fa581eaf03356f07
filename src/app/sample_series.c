/*
 * What recurs in a sample: results of checks and values of indicators, each on the days that the calendar has for
 * them, whenever the sample is made.
 *
 *     run CK-1..CK-4 missed=3 fail=1,7 answer=NC-2 score=96,98
 *     measure IN-2 91 93 - 95 =
 *
 * A check passes on each of its due days since its start, but for those that are counted from the last one, 1;
 * a record may be named that answers what did not, and the scores of its last results, the last one last.
 * An indicator has these values in as many periods, the last of them is the one that ends; "-": none was taken,
 * "=": what its formula counts in that period.
 */
#include <stdlib.h>
#include <string.h>

#include "app/indicators.h"
#include "app/sample_parts.h"

#define MOST_DAYS 400

/* The last working day up to that one. */
static struct date working_day(struct date day)
{
	int days = date_days(&day), weekday = (days + 3) % 7;

	if (weekday > 4)
		day = date_from_days(days - (weekday - 4));
	day = date_before_holiday(&day);
	return day;
}

static bool is_earlier(const struct date *one, const struct date *other)
{
	return date_days(one) < date_days(other);
}

static void set_moment(struct record *record, const struct date *day, int seconds)
{
	char *text = date_time_format(date_start(day, SAMPLE_ZONE) + seconds);

	record_set(record, "at", text);
	free(text);
}

/* ---- checks ---- */

/* The due days of the check up to that one, the first of them first; at most MOST_DAYS. */
static size_t days_due(const struct record *check, const struct date *until, struct date days[MOST_DAYS])
{
	struct recurrence rule;
	struct date start, day, *after = NULL;
	size_t count = 0;

	if (!record_get(check, "start") || !date_parse(record_get(check, "start"), &start) ||
		!recurrence_parse(record_get(check, "every"), record_get(check, "on"), &start, &rule))
		return 0;
	while (count < MOST_DAYS && recurrence_next(&rule, after, &day) && is_earlier(&day, until)) {
		days[count++] = day;
		after = &days[count - 1];
	}
	return count;
}

/* Whether the place is in "missed=3,7" among the words. */
static bool is_told(const char *words, const char *result, size_t place)
{
	const char *list = strstr(words, result);

	if (!list || list[strlen(result)] != '=')
		return false;
	for (list += strlen(result) + 1; *list && *list != ' '; list += strspn(list, ","))
		if (strtoul(list, (char **)&list, 10) == place)
			return true;
	return false;
}

static struct record *execution_of(const struct record *check, const struct date *day, const char *result, int seconds)
{
	struct record *execution = record_empty(register_find("execution"));
	struct date at = working_day(*day);
	char due[11];

	date_format(day, due);
	record_set(execution, "check", check->ref);
	record_set(execution, "due", due);
	record_set(execution, "result", result);
	set_moment(execution, &at, seconds);
	/* Nobody is there where nothing was done. */
	if (strcmp(result, "missed") != 0)
		record_set(execution, record_get(check, "login") ? "login" : "by",
			record_get(check, record_get(check, "login") ? "login" : "owner"));
	return execution;
}

/* "answer=NC-2": the record by which what failed or was missed is answered stands in the field called as its register is. */
static bool answer(const struct sample_series *series, struct record *execution, const char *words, struct error *error)
{
	const char *said = strstr(words, "answer=");
	struct record *by;
	char *ref;

	if (!said || strcmp(record_get(execution, "result"), "pass") == 0)
		return true;
	said += strlen("answer=");
	ref = xstrndup(said, strcspn(said, " "));
	by = store_record_by_ref(series->store, ref, error);
	if (by)
		record_set(execution, by->def->name, ref);
	free(ref);
	record_free(by);
	return by != NULL;
}

/* The score of "score=96,98" for that place, counted from the last one, 1; NULL: none is told.  The caller frees. */
static char *score_told(const char *words, size_t place)
{
	const char *said = strstr(words, "score=");
	struct strings scores = { 0 };
	char *text, *score = NULL;

	if (!said)
		return NULL;
	said += strlen("score=");
	text = xstrndup(said, strcspn(said, " "));
	strings_split(&scores, text);
	if (place <= scores.count)
		score = xstrdup(scores.items[scores.count - place]);
	strings_free(&scores);
	free(text);
	return score;
}

bool sample_run(struct sample_series *series, const char *ref, const char *words, struct error *error)
{
	static const char *const results[] = { "missed", "fail", "part" };
	struct record *check = store_record_by_ref(series->store, ref, error);
	struct date days[MOST_DAYS];
	size_t count, i, k;
	bool ok = check != NULL;

	count = ok ? days_due(check, &series->friday, days) : 0;
	for (i = 0; i < count && ok; i++) {
		const char *result = "pass";
		struct record *execution;
		char *score;

		for (k = 0; k < sizeof results / sizeof results[0]; k++)
			if (is_told(words, results[k], count - i))
				result = results[k];
		execution = execution_of(check, &days[i], result, 10 * 3600 + (int)(i * 7 % 50) * 60);
		score = strcmp(result, "missed") != 0 ? score_told(words, count - i) : NULL;
		record_set(execution, "score", score);
		free(score);
		ok = answer(series, execution, words, error) && action_add(series->action, execution, error);
		record_free(execution);
	}
	record_free(check);
	return ok;
}

/* ---- indicators ---- */

static bool add_value(struct sample_series *series, const struct record *indicator, const struct period *period,
	const char *value, struct error *error)
{
	struct record *measurement = record_empty(register_find("measurement"));
	struct date eve = date_from_days(date_days(&series->friday) - 1),
		    day = is_earlier(&eve, &period->last) ? eve : period->last;
	bool automaton = record_get(indicator, "login") != NULL, ok;

	day = working_day(day);
	record_set(measurement, "indicator", indicator->ref);
	record_set(measurement, "period", period->name);
	record_set(measurement, "value", value);
	record_set(measurement, automaton ? "login" : "by", record_get(indicator, automaton ? "login" : "collector"));
	set_moment(measurement, &day, 15 * 3600);
	ok = action_add(series->action, measurement, error);
	record_free(measurement);
	return ok;
}

/* What its formula counts in the period; a sum of nothing is 0. */
static char *value_counted(
	struct sample_series *series, const struct record *indicator, const struct period *period, struct error *error)
{
	const char *formula = record_get(indicator, "formula");
	struct value value = { 0 };

	if (!formula)
		error_set(error, ERROR_SYSTEM, "%s has no formula", indicator->ref);
	else if (indicator_evaluate(series->store, formula, period, &value, error))
		return indicator_counted(value.known ? value.number : 0);
	return NULL;
}

static bool add_told(struct sample_series *series, const struct record *indicator, const struct period *period,
	const char *word, struct error *error)
{
	char *counted;
	bool ok;

	if (strcmp(word, "-") == 0)
		return true;
	if (strcmp(word, "=") != 0)
		return add_value(series, indicator, period, word, error);
	counted = value_counted(series, indicator, period, error);
	ok = counted && add_value(series, indicator, period, counted, error);
	free(counted);
	return ok;
}

/* The last period whose value is there: those that end within a week are measured before they do. */
static struct period last_period(enum frequency frequency, const struct date *friday)
{
	struct date week = date_from_days(date_days(friday) + 7);
	struct period period = period_of(frequency, &week);

	return is_earlier(&week, &period.last) ? period_before(&period) : period;
}

bool sample_measure(struct sample_series *series, const char *ref, const char *words, struct error *error)
{
	struct record *indicator = store_record_by_ref(series->store, ref, error);
	struct strings values = { 0 };
	struct period period;
	enum frequency frequency;
	bool ok = indicator != NULL;
	char *copy = xstrdup(words), *rest = copy, *word;
	size_t i;

	while ((word = strsep(&rest, " ")))
		if (*word)
			strings_add(&values, word);
	if (ok && !frequency_read(record_get(indicator, "frequency"), &frequency))
		ok = error_set(error, ERROR_SYSTEM, "%s has no frequency", ref);
	if (ok)
		period = last_period(frequency, &series->friday);
	for (i = values.count; i > 0 && ok; i--) {
		ok = add_told(series, indicator, &period, values.items[i - 1], error);
		period = period_before(&period);
	}
	strings_free(&values);
	record_free(indicator);
	free(copy);
	return ok;
}
