/* Records that go hour by hour: the clock, and the moments with the time between them. */
#include <stdlib.h>
#include <string.h>

#include "model/hours.h"

bool hours_moment(const char *text, const struct model_context *context, int64_t *seconds)
{
	struct date day;

	if (text && date_parse(text, &day)) {
		*seconds = date_start(&day, context ? context->time_zone : NULL);
		return true;
	}
	return text && date_time_parse(text, seconds);
}

bool hours_clock(const struct record *record, const struct model_context *context, struct hours_clock *clock)
{
	const struct hours_def *hours = record->def->hours;

	return hours && record_get(record, hours->due) &&
	       hours_moment(record_get(record, hours->from), context, &clock->from) &&
	       hours_moment(record_get(record, hours->until), context, &clock->until);
}

const char *hours_assumption(const struct record *record)
{
	const struct hours_def *hours = record->def->hours;

	return hours && hours->assumes && record_get(record, hours->until) && hours->assumes(record)
		       ? _(hours->assumption)
		       : NULL;
}

bool hours_pressing(const struct hours_clock *clock, int64_t now)
{
	return 4 * (now - clock->from) >= 3 * (clock->until - clock->from);
}

/* What is left, or over: rounded down, in minutes below an hour. */
static char *size_text(const struct hours_clock *clock, int64_t now)
{
	int64_t size = clock->until > now ? clock->until - now : now - clock->until;

	return size < 3600 ? xasprintf(_("%lld min"), (long long)(size / 60))
			   : xasprintf(_("%lld h"), (long long)(size / 3600));
}

char *hours_clock_text(const struct hours_clock *clock, int64_t now)
{
	char *size = size_text(clock, now), *text;

	/* TRANSLATORS: short, for the top line: somebody must be told of an incident within that time: "notify in 14 h" */
	text = xasprintf(clock->until > now ? _("notify in %s") : _("overdue %s"), size);
	free(size);
	return text;
}

char *hours_due_text(const struct hours_clock *clock, int64_t now)
{
	char *size = size_text(clock, now), *text;

	/* TRANSLATORS: a time in hours or minutes: "in 14 h", "3 h late" */
	text = xasprintf(clock->until > now ? _("in %s") : _("%s late"), size);
	free(size);
	return text;
}

/* Few: each goes to its place. */
static void insert(struct hours_line *lines, size_t *count, struct hours_line line)
{
	size_t at = (*count)++;

	for (; at && lines[at - 1].at > line.at; at--)
		lines[at] = lines[at - 1];
	lines[at] = line;
}

struct hours_line *hours_lines(const struct record *record, const struct model_context *context, size_t *count)
{
	const struct hours_def *hours = record->def->hours;
	struct hours_line *lines = NULL;
	size_t most = 0, i;

	*count = 0;
	while (hours && hours->moments[most])
		most++;
	if (most)
		lines = xcalloc(most, sizeof *lines);
	for (i = 0; i < most; i++) {
		const char *text = record_get(record, hours->moments[i]);
		struct hours_line line = { .field = register_field(record->def, hours->moments[i]) };

		line.day = text && strlen(text) == 10;
		if (!hours_moment(text, context, &line.at))
			continue;
		/* Of which only the day is known: after all that is known to have been on it. */
		line.at += line.day ? 86399 : 0;
		insert(lines, count, line);
	}
	for (i = 0; i < *count; i++)
		lines[i].since = lines[i].at - lines[0].at;
	return lines;
}

char *hours_span(int64_t seconds)
{
	long long minutes = seconds / 60;

	if (minutes < 60)
		return xasprintf(_("%lld min"), minutes);
	if (minutes % 60 && minutes < 72 * 60)
		/* TRANSLATORS: hours and minutes that passed */
		return xasprintf(_("%lld h %02lld min"), minutes / 60, minutes % 60);
	return xasprintf(_("%lld h"), minutes / 60);
}
