/* The rules of what is done again and again (duties.c): what is refused, and what follows from what a record says. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/lib.h"
#include "model/field_type.h"
#include "model/record.h"
#include "model/rules.h"

/* A record of what stands in pairs; ends with NULL. */
static struct record *record_of(const char *name, const char *const *pairs)
{
	struct record *record = record_empty(register_find(name));

	for (; *pairs; pairs += 2) {
		cr_assert_not_null(register_field(record->def, pairs[0]), "%s.%s", name, pairs[0]);
		record_set(record, pairs[0], pairs[1]);
	}
	return record;
}

/* refused: the field that is named, NULL where all is well. */
static void judged(const char *name, const char *refused, const char *const *pairs)
{
	struct model_context context = { .time_zone = NULL };
	struct record *record = record_of(name, pairs);
	const char *field = NULL, *sentence = record->def->check(record, &context, &field);

	cr_expect_eq(sentence != NULL, refused != NULL, "%s %s=%s: %s", name, pairs[0], pairs[1], sentence);
	if (refused && sentence)
		cr_expect_str_eq(field, refused, "%s: %s", name, sentence);
	record_free(record);
}

#define JUDGED(name, refused, ...) judged(name, refused, (const char *const[]){ __VA_ARGS__, NULL })

/* What a value of the type is in the file, or as a person types it (kept; NULL: refused, and the field named). */
static void read_as(const char *name, bool typed, const char *text, const char *kept)
{
	struct model_context context = { .reading = { .file_form = !typed } };
	struct error error = { 0 };
	char *value = NULL;
	bool ok = field_parse(register_field(register_find(name), "period"), &context, text, &value, &error);

	cr_expect_eq(ok, kept != NULL, "%s", text);
	if (kept && ok)
		cr_expect_str_eq(value, kept);
	if (!kept && !ok)
		cr_expect_str_eq(error.field, "period", "%s", error.message);
	error_clear(&error);
	free(value);
}

Test(duties, periods_are_read_as_people_write_them_and_kept_by_their_names)
{
	read_as("measurement", false, "2026-Q3", "2026-Q3");
	read_as("measurement", false, "third quarter", NULL);
	read_as("measurement", true, "third quarter", NULL);
	read_as("analysis", false, "2026-7", NULL);
	read_as("analysis", true, "2026-7", "2026-07");
	read_as("measurement", false, "T4 2026", NULL);
	read_as("measurement", true, "T4 2026", "2026-Q4");
	read_as("measurement", true, "mars-26", "2026-03");
	read_as("measurement", true, "Semestre 2 2026", "2026-H2");
	read_as("measurement", true, "S12 2026", "2026-W12");
	read_as("measurement", true, "S2 2026", NULL);
	read_as("measurement", true, "2026-H2", "2026-H2");
	read_as("measurement", true, "soon", NULL);
}

Test(duties, what_contradicts_itself_is_refused)
{
	JUDGED("indicator", NULL, "better", "higher", "target", "95", "amber", "90", "red", "80");
	JUDGED("indicator", "amber", "better", "higher", "target", "95", "amber", "96");
	JUDGED("indicator", "red", "better", "higher", "amber", "90", "red", "91");
	JUDGED("indicator", NULL, "better", "lower", "target", "0", "amber", "2", "red", "10");
	JUDGED("indicator", "red", "better", "lower", "target", "5", "red", "4.5");
	JUDGED("indicator", NULL, "better", "between", "amber", "10", "target", "20", "red", "30");
	JUDGED("indicator", "target", "better", "between", "target", "31", "red", "30");
	JUDGED("measurement", NULL, "period", "2026-Q3", "value", "1");
	JUDGED("measurement", "value", "period", "2026-Q3");
	JUDGED("measurement", NULL, "period", "2026-Q3", "note", "There was nothing to count.");
	JUDGED("check", NULL, "every", "week", "on", "lundi", "start", "2026-01-01", "end", "2026-01-01");
	JUDGED("check", "on", "every", "week", "on", "last");
	JUDGED("check", "on", "every", "month", "on", "Monday", "start", "2026-02-01");
	JUDGED("check", "on", "every", "day", "on", "1");
	JUDGED("check", "end", "start", "2026-01-02", "end", "2026-01-01");
	JUDGED("execution", "score", "result", "missed", "score", "10");
	JUDGED("execution", NULL, "result", "fail", "score", "10");
	JUDGED("training", "passed", "present", "9", "passed", "10");
	JUDGED("training", NULL, "kind", "phishing", "invited", "30", "passed", "28", "reported", "12");
	JUDGED("training", "passed", "kind", "phishing", "invited", "30", "passed", "31");
	JUDGED("training", "reported", "kind", "phishing", "invited", "30", "reported", "31");
	JUDGED("attendance", "person", "present", "yes");
	JUDGED("attendance", "unit", "person", "P-1", "unit", "U-1");
	JUDGED("attendance", "count", "unit", "U-1");
	JUDGED("attendance", "count", "person", "P-1", "count", "2");
	JUDGED("attendance", NULL, "unit", "U-1", "count", "30");
	JUDGED("supplier", "end", "start", "2026-01-02", "end", "2026-01-01");
	JUDGED("project", "given", "asked", "2026-01-02", "given", "2026-01-01");
	JUDGED("change", "done", "approved", "2026-01-02", "done", "2026-01-01");
	JUDGED("incident", "occurred", "occurred", "2026-11-24T09:00:01Z", "detected", "2026-11-24T09:00:00Z");
	JUDGED("incident", NULL, "occurred", "2026-11-24T09:00:00Z", "detected", "2026-11-24");
	JUDGED("incident", "informed", "informed", "2026-11-23", "detected", "2026-11-24T00:30:00Z");
}

/* expected: NULL where nothing follows. */
static void follows(
	const char *name, const char *field, const char *expected, const char *zone, const char *const *pairs)
{
	struct model_context context = { .time_zone = (char *)zone };
	struct record *record = record_of(name, pairs);
	const char *value;

	record->def->derive(record, &context);
	value = record_get(record, field);
	cr_expect(!text_differs(value, expected), "%s.%s of %s=%s: %s, not %s", name, field, pairs[0], pairs[1],
		value ? value : "-", expected ? expected : "-");
	record_free(record);
}

#define FOLLOWS(name, field, expected, zone, ...)                                                                      \
	follows(name, field, expected, zone, (const char *const[]){ __VA_ARGS__, NULL })

Test(duties, what_follows_from_what_a_record_says)
{
	FOLLOWS("execution", "answer_by", "2026-12-04", NULL, "result", "fail", "at", "2026-11-24T09:00:00Z");
	FOLLOWS("execution", "answer_by", "2026-12-05", "Europe/Paris", "result", "missed", "at",
		"2026-11-24T23:30:00Z");
	FOLLOWS("execution", "answer_by", NULL, NULL, "result", "part", "at", "2026-11-24");
	FOLLOWS("execution", "answer_by", NULL, NULL, "result", "fail", "at", "2026-11-24", "action", "AC-1");
	FOLLOWS("execution", "answer_by", NULL, NULL, "result", "fail", "at", "2026-11-24", "no_matter", "A drill.");
	FOLLOWS("execution", "answer_by", NULL, NULL, "result", "fail");
	FOLLOWS("competence", "gap", "2", NULL, "required", "4", "held", "2");
	FOLLOWS("competence", "gap", "4", NULL, "required", "4");
	FOLLOWS("competence", "gap", "0", NULL, "required", "2", "held", "4");
	FOLLOWS("competence", "gap", NULL, NULL, "held", "4", "gap", "1");
	FOLLOWS("project", "due", "2026-12-04", NULL, "asked", "2026-11-24");
	FOLLOWS("project", "due", "2026-11-30", NULL, "asked", "2026-11-24", "golive", "2026-11-30");
	FOLLOWS("project", "due", "2026-11-30", NULL, "golive", "2026-11-30");
	FOLLOWS("project", "due", NULL, NULL, "asked", "2026-11-24", "given", "2026-11-25");
	FOLLOWS("project", "due", NULL, NULL, "title", "Nobody asked");
	FOLLOWS("incident", "due", "2026-11-27", NULL, "deadline", "2026-11-27T23:30:00Z");
	FOLLOWS("incident", "due", "2026-11-28", "Europe/Paris", "deadline", "2026-11-27T23:30:00Z");
	FOLLOWS("incident", "due", NULL, NULL, "deadline", "2026-11-27T23:30:00Z", "informed", "2026-11-26T08:00:00Z");
}
