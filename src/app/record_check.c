/* What a check gave, recorded: which due day it answers, and what it settles of what was missed. */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app/record_parts.h"
#include "model/checking.h"

int record_answered(struct store *store, const struct record *check)
{
	static const char *const columns[] = { "due" };
	struct query *query = query_new(register_find("execution"));
	struct window window = { .query = query, .columns = columns, .column_count = 1, .count = 1 };
	struct rows rows = { 0 };
	struct date day;
	int last = NO_DAY;

	query_add(query, "check", OP_EQUAL, check->ref);
	query_add(query, "due", OP_FILLED, NULL);
	if (query_sort(query, "-due", NULL) && store_window(store, &window, &rows, NULL) && rows.count &&
		date_parse(rows.items[0].cells[0].value, &day))
		last = date_days(&day);
	rows_free(&rows);
	query_free(query);
	return last;
}

/* The word or the score that was written; *score: -1 for a word. */
static bool read_result(const struct recording *recording, const char **result, int64_t *score, struct error *error)
{
	static const char *const words[] = { "pass", "fail", "part" };
	struct reading_form form = { .certain = true };
	struct number_reading read;
	enum read_as reading;
	char *shown;
	size_t i;

	*score = -1;
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcasecmp(recording->value, words[i]) == 0) {
			*result = words[i];
			return true;
		}
	reading = number_read(recording->value, &form, &read);
	if ((reading == READING_SURE || reading == READING_TAKEN) && (!read.unit[0] || strcmp(read.unit, "%") == 0) &&
		read.value >= 0 && read.value <= 100 && read.value <= floor(read.value)) {
		*score = (int64_t)read.value;
		*result = check_judges(recording->of, *score);
		return true;
	}
	shown = text_cut(recording->value, 40);
	error_set_field(error, ERROR_INVALID, "result",
		_("%s is no result of a check; write pass, part, fail, or a score, a whole number from 0 to 100."),
		shown);
	free(shown);
	return false;
}

/* What was missed for that day, and waits for an answer, has it. */
static bool settle_missed(const struct recording *recording, const struct record *execution, struct error *error)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(execution->def);
	struct window window = { .query = query, .columns = columns, .column_count = 1, .count = 8 };
	struct rows rows = { 0 };
	bool ok;
	size_t i;

	query_add(query, "check", OP_EQUAL, recording->of->ref);
	query_add(query, "due", OP_EQUAL, record_get(execution, "due"));
	query_add(query, "result", OP_EQUAL, "missed");
	query_add(query, "answer_by", OP_FILLED, NULL);
	ok = store_window(recording->store, &window, &rows, error);
	for (i = 0; i < rows.count && ok; i++) {
		struct record *missed = store_record(recording->store, rows.items[i].id, error);
		char *why = xasprintf(_("Done all the same: %s."), execution->ref);

		if (missed)
			record_set(missed, "no_matter", why);
		ok = missed && action_set(recording->action, NULL, missed, error);
		free(why);
		record_free(missed);
	}
	rows_free(&rows);
	query_free(query);
	return ok;
}

static void set_due(const struct recording *recording, struct record *execution)
{
	const char *zone = store_context(recording->store)->time_zone;
	struct date day;
	int64_t seconds;
	char text[11];
	int clock, due;

	if (!date_parse(recording->at, &day)) {
		if (!date_time_parse(recording->at, &seconds))
			return;
		day = date_in_zone(seconds, zone, &clock);
	}
	due = check_answers(recording->of, date_days(&day), record_answered(recording->store, recording->of));
	if (due == NO_DAY)
		return;
	day = date_from_days(due);
	date_format(&day, text);
	record_set(execution, "due", text);
}

bool record_execution(const struct recording *recording, struct error *error)
{
	const struct register_def *def = register_find("execution");
	const char *result = NULL, *status = record_get(recording->of, "status");
	struct record *execution;
	int64_t score;
	bool ok;

	if (status && strcmp(status, "retired") == 0)
		return error_set(error, ERROR_INVALID, _("%s is retired; nothing is recorded for it any more."),
			recording->of->ref);
	if (!read_result(recording, &result, &score, error))
		return false;
	execution = record_empty(def);
	record_set(execution, "check", recording->of->ref);
	record_set(execution, "at", recording->at);
	record_set(execution, "result", result);
	record_set(execution, "note", recording->note);
	record_set(execution, "evidence", recording->evidence);
	if (score >= 0)
		record_set_number(execution, "score", score);
	record_signs(recording, execution);
	set_due(recording, execution);
	ok = action_add(recording->action, execution, error) && settle_missed(recording, execution, error);
	record_free(execution);
	return ok;
}
