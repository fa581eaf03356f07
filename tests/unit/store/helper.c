#include "helper.h"

#include <criterion/hooks.h>
#include <stdarg.h>

/* What was refused before, as it was to be, says nothing of what is asked now. */
static struct error *afresh(struct fixture *fixture)
{
	error_clear(&fixture->error);
	return &fixture->error;
}

static void must(struct fixture *fixture, bool ok)
{
	cr_assert(ok, "%s", fixture->error.message ? fixture->error.message : "failed without a sentence");
}

const char *fixture_add(struct fixture *fixture, const char *name, ...)
{
	struct record *record = record_new(register_find(name), "UTC");
	const char *field;
	char *ref;
	va_list arguments;

	va_start(arguments, name);
	while ((field = va_arg(arguments, const char *))) {
		cr_assert(register_field(record->def, field), "%s.%s", name, field);
		record_set(record, field, va_arg(arguments, const char *));
	}
	va_end(arguments);
	must(fixture, store_add(fixture->store, record, afresh(fixture)));
	ref = xstrdup(record->ref);
	strings_take(&fixture->kept, ref);
	record_free(record);
	return ref;
}

void fixture_set(struct fixture *fixture, const char *ref, const char *field, const char *value)
{
	struct record *before = store_record_by_ref(fixture->store, ref, afresh(fixture)), *record;

	must(fixture, before != NULL);
	record = record_copy(before);
	cr_assert(register_field(record->def, field), "%s.%s", record->def->name, field);
	record_set(record, field, value);
	must(fixture, store_set(fixture->store, before, record, afresh(fixture)));
	record_free(before);
	record_free(record);
}

const char *fixture_get(struct fixture *fixture, const char *ref, const char *field)
{
	struct record *record = store_record_by_ref(fixture->store, ref, afresh(fixture));
	const char *value;
	char *copy;

	must(fixture, record != NULL);
	value = record_get(record, field);
	copy = xstrdup(value ? value : "");
	strings_take(&fixture->kept, copy);
	record_free(record);
	return copy;
}

void fixture_remove(struct fixture *fixture, const char *ref)
{
	struct action *action = action_begin(fixture->store, "remove", afresh(fixture));

	must(fixture, action != NULL);
	must(fixture, action_remove(action, store_find(fixture->store, ref, NULL), afresh(fixture)));
	must(fixture, action_commit(action, afresh(fixture)));
}

static void begin(struct fixture *fixture)
{
	const char *temporary = getenv("TMPDIR");

	memset(fixture, 0, sizeof *fixture);
	snprintf(fixture->folder, sizeof fixture->folder, "%s/noria-unit-XXXXXX", temporary ? temporary : "/tmp");
	cr_assert(mkdtemp(fixture->folder));
	setenv("XDG_STATE_HOME", fixture->folder, 1);
	setenv("NORIA_CLOCK", "2026-11-24T10:00:00Z", 1);
	setenv("NORIA_LOGIN", "tester", 1);
	fixture->path = xasprintf("%s/test.noria", fixture->folder);
}

void fixture_create(struct fixture *fixture)
{
	struct store_new options = { .organisation = "Test", .time_zone = "UTC" };

	begin(fixture);
	fixture->store = store_create(fixture->path, &options, &fixture->error);
	must(fixture, fixture->store != NULL);
	fixture_add(fixture, "method", "identifier", "iso5x5", "title", "Five by five", "likelihoods", "5", "impacts",
		"5", "levels", "4", "grid", "1 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 3 4 4", "threshold", "2",
		NULL);
	fixture_add(fixture, "catalogue", "identifier", "mini", "prefix", "mini", "title", "Mini", NULL);
	fixture_add(fixture, "control", "catalogue", "mini", "number", "A.1", "title", "Policies", NULL);
	fixture_add(fixture, "control", "catalogue", "mini", "number", "A.2", "title", "Roles", NULL);
	fixture_add(fixture, "control", "catalogue", "mini", "number", "A.10", "title", "Phishing drills", NULL);
	fixture_set(fixture, "ORG-1", "method", "iso5x5");
	fixture_set(fixture, "ORG-1", "catalogue", "mini");
}

/*
 * To create a file takes as long as most tests take afterwards: one is made before the first of them, and each
 * gets a copy.  Each runs in a process of its own; the environment tells it which file.
 */
static struct fixture shared;

ReportHook(PRE_ALL)(struct criterion_test_set *tests)
{
	(void)tests;
	fixture_create(&shared);
	store_close(shared.store);
	shared.store = NULL;
	setenv("NORIA_UNIT_FILE", shared.path, 1);
}

ReportHook(POST_ALL)(struct criterion_global_stats *stats)
{
	(void)stats;
	fixture_close(&shared);
}

void fixture_open(struct fixture *fixture)
{
	const char *made = getenv("NORIA_UNIT_FILE");
	char *command;

	cr_assert(made, "there is no file to copy");
	begin(fixture);
	command = xasprintf("cp '%s' '%s'", made, fixture->path);
	cr_assert(system(command) == 0);
	free(command);
	fixture->store = store_open(fixture->path, 0, &fixture->error);
	must(fixture, fixture->store != NULL);
}

void fixture_close(struct fixture *fixture)
{
	char *command = xasprintf("rm -rf '%s'", fixture->folder);

	store_close(fixture->store);
	error_clear(&fixture->error);
	strings_free(&fixture->kept);
	free(fixture->path);
	cr_expect(system(command) == 0);
	free(command);
}

char *fixture_dump(struct fixture *fixture)
{
	struct buffer dump = { 0 };
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		struct query *query = query_new(dictionary[i]);
		struct window window = { .query = query, .from = WINDOW_FIRST, .count = 100000 };
		struct rows rows;
		size_t j, k;

		must(fixture, store_window(fixture->store, &window, &rows, afresh(fixture)));
		for (j = 0; j < rows.count; j++) {
			struct record *record = store_record(fixture->store, rows.items[j].id, &fixture->error);

			buffer_printf(&dump, "%s %s", record->ref, record->uuid);
			for (k = 0; k < dictionary[i]->field_count; k++)
				buffer_printf(&dump, "|%s", record->values[k] ? record->values[k] : "");
			buffer_add_char(&dump, '\n');
			record_free(record);
		}
		rows_free(&rows);
		query_free(query);
	}
	return buffer_take(&dump);
}

static void report(void *user, const char *sentence)
{
	struct buffer *all = user;

	buffer_printf(all, "%s\n", sentence);
}

int fixture_part(int n)
{
	const char *slow = getenv("NORIA_TEST_SLOW");

	return slow && *slow ? n : 1;
}

void fixture_check(struct fixture *fixture)
{
	struct buffer all = { 0 };
	int64_t problems = store_check(fixture->store, report, &all, &fixture->error);

	cr_assert_eq(problems, 0, "check found:\n%s", all.data ? all.data : "");
	buffer_free(&all);
}
