/* A table before it is imported: looked at, put right, tried without a trace, done as one step. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/lib.h"

static char folder[512];
static struct store *store;
static char *input;

static void start(void)
{
	struct store_new options = { .organisation = "Test", .time_zone = "UTC" };
	struct error error = { 0 };
	char *path;

	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	snprintf(folder, sizeof folder, "%s/noria-plan-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	cr_assert(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	path = xasprintf("%s/test.noria", folder);
	store = store_create(path, &options, &error);
	cr_assert(store, "%s", error.message);
	free(path);
	input = xasprintf("%s/mine.csv", folder);
}

static void end(void)
{
	char *command = xasprintf("rm -rf '%s'", folder);

	store_close(store);
	cr_assert(system(command) == 0);
	free(command);
	free(input);
}

TestSuite(plan, .init = start, .fini = end);

static struct import_plan *open_plan(const char *table)
{
	FILE *file = fopen(input, "w");
	struct error error = { 0 };
	struct import_plan *plan;

	cr_assert(file && fputs(table, file) >= 0 && fclose(file) == 0);
	plan = import_plan_open(store, input, NULL, &error);
	cr_assert(plan, "%s", error.message);
	return plan;
}

static const struct import_line *line_of(const struct import_report *report, char kind)
{
	size_t i;

	for (i = 0; i < report->line_count; i++)
		if (report->lines[i].kind == kind)
			return &report->lines[i];
	return NULL;
}

static const struct import_plan *preview(struct import_plan *plan, struct import_report *report)
{
	struct error error = { 0 };

	cr_assert(import_plan_preview(plan, store, report, &error), "%s", error.message);
	return plan;
}

Test(plan, a_table_is_put_right_and_read)
{
	struct import_plan *plan = open_plan("Risks of the laboratory\nTitle,Risk owner,Mood,,Likelihood\n"
					     "Fire,Jeanne Roy,sad,,3\nFlood,Roy Jeanne,glad,,nine\n");
	char *head = xstrdup(store_head(store));
	struct import_report report;
	struct error error = { 0 };

	cr_expect(
		plan->def == register_find("risk") && plan->header == 2 && plan->rows == 2 && plan->column_count == 5);
	cr_expect(plan->columns[0].use == USE_FIELD && plan->columns[0].origin == BY_NAME);
	cr_expect(plan->columns[1].use == USE_FIELD && plan->columns[1].origin == BY_SYNONYM);
	cr_expect(plan->columns[2].use == USE_UNKNOWN && plan->unknown == 1 && plan->columns[3].use == USE_NOTHING);
	cr_expect_str_eq(plan->columns[2].samples.items[1], "glad");
	cr_expect_str_eq(import_plan_text(plan, 4, 0), "Flood");
	cr_expect_not(import_plan_preview(plan, store, &report, &error));
	cr_expect(strstr(error.message, "Mood (column C)"), "%s", error.message);
	error_clear(&error);
	import_plan_set_column(plan, 2, USE_FIELD, register_field(plan->def, "notes"));
	cr_expect(plan->unknown == 0);
	preview(plan, &report);
	cr_expect(report.refused == 1 && line_of(&report, '!')->line == 4 && line_of(&report, '+')->line == 3);
	import_report_free(&report);
	cr_expect_not(import_plan_run(plan, store, &report, &error));
	error_clear(&error);
	import_report_free(&report);
	cr_expect_str_eq(store_head(store), head, "what is tried, or refused, leaves nothing");
	plan->only_good = true;
	cr_expect(import_plan_run(plan, store, &report, &error), "%s", error.message);
	cr_expect(report.refused == 1 && store_find(store, "R-1", NULL) && !store_find(store, "R-2", NULL));
	import_report_free(&report);
	import_plan_free(plan);
	free(head);
}

Test(plan, what_changes_is_told_field_by_field)
{
	struct import_plan *plan = open_plan("title,treatment,notes\nFire,modify,old\n");
	struct import_report report;
	struct error error = { 0 };
	const struct import_line *line;

	cr_expect_null(plan->columns[2].reading);
	cr_assert(import_plan_set_register(plan, register_find("risk"), &error));
	cr_assert(import_plan_run(plan, store, &report, &error), "%s", error.message);
	import_report_free(&report);
	import_plan_free(plan);
	plan = open_plan("title,treatment,notes\nFIRE,retain,new\n");
	preview(plan, &report);
	line = line_of(&report, '~');
	cr_assert(line && line->change_count == 2);
	cr_expect_str_eq(line->changes[1].field->name, "notes");
	cr_expect_str_eq(line->changes[1].before, "old");
	cr_expect_str_eq(line->changes[1].after, "new");
	import_report_free(&report);
	plan->on_match = MATCH_SKIP;
	preview(plan, &report);
	cr_expect(report.unchanged == 1 && !line_of(&report, '~') && line_of(&report, '='));
	import_report_free(&report);
	import_plan_free(plan);
}

Test(plan, a_field_is_one_column)
{
	struct import_plan *plan = open_plan("title,Mood,notes,treatment\nFire,sad,glad,modify\n");

	import_plan_set_column(plan, 1, USE_FIELD, register_field(plan->def, "notes"));
	cr_expect(plan->columns[2].use == USE_UNKNOWN && plan->unknown == 1);
	import_plan_set_column(plan, 2, USE_SKIPPED, NULL);
	cr_expect(plan->unknown == 0 && plan->columns[1].origin == BY_USER);
	import_plan_free(plan);
}

/* Whoever says of one column after the other what it is does not wait for all rows each time. */
Test(plan, the_rows_that_count_follow_the_columns)
{
	struct import_plan *plan =
		open_plan("title,Other,A,B,C,D\nFlood,a,1,2,3,4\nFire,b,1,2,3,4\nTheft,c,1,2,3,4\n\nNotes\nFlood,x\n");
	struct error error = { 0 };
	int i;

	cr_assert(import_plan_set_register(plan, register_find("risk"), &error));
	for (i = 0; i < 4; i++)
		import_plan_set_column(
			plan, 1, i % 2 ? USE_SKIPPED : USE_FIELD, i % 2 ? NULL : register_field(plan->def, "notes"));
	cr_expect_eq(plan->rows, 4, "what may be a record is counted: %zu", plan->rows);
	import_plan_set_column(plan, 0, USE_SKIPPED, NULL);
	cr_expect_eq(plan->rows, 3, "%zu", plan->rows);
	import_plan_set_column(plan, 0, USE_FIELD, register_field(plan->def, "title"));
	cr_expect_eq(plan->rows, 4, "%zu", plan->rows);
	import_plan_free(plan);
}

/* Else it hid what the file has, and came back. */
Test(plan, what_is_taken_back_of_a_column_is_not_kept)
{
	static const char table[] = "title,Mood,Sky,treatment\nFire,sad,blue,modify\n";
	struct import_plan *plan = open_plan(table);
	int i;

	import_plan_set_column(plan, 1, USE_SKIPPED, NULL);
	import_plan_set_column(plan, 2, USE_FIELD, register_field(plan->def, "notes"));
	import_plan_keep_columns(plan);
	import_plan_free(plan);
	plan = open_plan(table);
	cr_expect(plan->columns[1].use == USE_SKIPPED && plan->columns[1].origin == BY_MEMORY);
	import_plan_forget_column(plan, 1);
	cr_expect(plan->columns[1].use == USE_UNKNOWN && plan->unknown == 1);
	import_plan_keep_columns(plan);
	import_plan_free(plan);
	/* The other one is as it was, whichever was said first. */
	for (i = 0; i < 2; i++) {
		plan = open_plan(table);
		cr_expect_eq(plan->columns[1].use, USE_UNKNOWN);
		cr_expect_eq(plan->columns[2].use, i ? USE_UNKNOWN : USE_FIELD);
		import_plan_forget_column(plan, 2);
		import_plan_forget_column(plan, 2);
		import_plan_free(plan);
	}
}

static bool cancel(void *user, int64_t done, int64_t total)
{
	int64_t *seen = user;

	*seen = total ? done : *seen;
	return total && done > 100;
}

Test(plan, a_long_import_is_broken_off)
{
	struct buffer table = { 0 };
	struct import_plan *plan;
	struct import_report report;
	struct error error = { 0 };
	int64_t seen = 0;
	int i;

	buffer_add(&table, "title,treatment\n");
	for (i = 0; i < 3000; i++)
		buffer_printf(&table, "Risk %d,modify\n", i);
	plan = open_plan(table.data);
	store_set_progress(store, cancel, &seen);
	cr_expect_not(import_plan_run(plan, store, &report, &error));
	store_set_progress(store, NULL, NULL);
	cr_expect(error.kind == ERROR_CANCELLED, "%s", error.message);
	cr_expect(seen > 100 && seen < 1000);
	cr_expect(store_find(store, "R-1", NULL) == 0);
	error_clear(&error);
	import_report_free(&report);
	import_plan_free(plan);
	buffer_free(&table);
}
