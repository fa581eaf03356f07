/*
 * The benchmark of the file: one edit committed, an import, an export, each
 * beside the same work by SQLite and libxml2's own tools; the reports.
 *
 *     files FOLDER [PART]  (edit, import, tables, export, check, reports, verdict, writers or records alone) with risks-100.noria and risks-100000.noria in it
 */

#include "files.h"

#include "base/lib.h"
#include "model/register.h"
#include "report/lib.h"
#include "store/lib.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define EDITS 200
#define ROUNDS 5

const char *folder;

void fail(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vfprintf(stderr, format, arguments);
	va_end(arguments);
	fputc('\n', stderr);
	exit(EXIT_FAILURE);
}

static void must(bool done, struct error *error)
{
	if (!done)
		fail("%s", error_text(error));
}

void sql(sqlite3 *db, const char *text)
{
	if (sqlite3_exec(db, text, NULL, NULL, NULL) != SQLITE_OK)
		fail("%s: %s", text, sqlite3_errmsg(db));
}

double timed(const char *format, ...)
{
	char *command = NULL;
	va_list arguments;
	double began;
	int status;

	va_start(arguments, format);
	if (vasprintf(&command, format, arguments) < 0)
		abort();
	va_end(arguments);
	began = clock_seconds();
	status = system(command);
	began = clock_seconds() - began;
	if (status != 0)
		fprintf(stderr, "failed: %s\n", command);
	free(command);
	return status == 0 ? began * 1000 : -1;
}

/* ---- one edit ---- */

/* The statements of one edit, with their values, as SQLite ran them for the store. */
static struct strings traced;
static bool tracing;

static int trace(unsigned kind, void *user, void *statement, void *text)
{
	const char *plain = text;
	char *whole;

	(void)kind;
	(void)user;
	/* "--": inside a trigger; search_*: what FTS5 does by itself for a row of "search". */
	if (!tracing || strncmp(plain, "--", 2) == 0 || strstr(plain, "search_") || sqlite3_stmt_readonly(statement))
		return 0;
	if (strncmp(plain, "BEGIN", 5) == 0 || strncmp(plain, "SAVEPOINT", 9) == 0 || strncmp(plain, "RELEASE", 7) == 0)
		return 0;
	whole = sqlite3_expanded_sql(statement);
	strings_add(&traced, whole);
	sqlite3_free(whole);
	return 0;
}

static int trace_connection(sqlite3 *db, char **message, const void *api)
{
	(void)message;
	(void)api;
	return sqlite3_trace_v2(db, SQLITE_TRACE_STMT, trace, NULL);
}

sqlite3 *bare_open(const char *path)
{
	sqlite3 *db;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
		fail("%s: %s", path, sqlite3_errmsg(db));
	sql(db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA; PRAGMA foreign_keys = ON;"
		"PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY; PRAGMA cell_size_check = ON");
	return db;
}

/* The time of the same writes by SQLite alone, statements prepared beforehand. */
static double bare_edit(sqlite3 *db)
{
	sqlite3_stmt **statements = xcalloc(traced.count, sizeof *statements);
	double began;

	for (size_t i = 0; i < traced.count; i++)
		if (sqlite3_prepare_v2(db, traced.items[i], -1, &statements[i], NULL) != SQLITE_OK)
			fail("%s: %s", traced.items[i], sqlite3_errmsg(db));
	began = clock_seconds();
	sql(db, "BEGIN IMMEDIATE");
	for (size_t i = 0; i < traced.count; i++) {
		int status;

		while ((status = sqlite3_step(statements[i])) == SQLITE_ROW)
			continue;
		if (status != SQLITE_DONE)
			fail("%s: %s", traced.items[i], sqlite3_errmsg(db));
		sqlite3_reset(statements[i]);
	}
	sql(db, "COMMIT");
	began = clock_seconds() - began;
	for (size_t i = 0; i < traced.count; i++)
		sqlite3_finalize(statements[i]);
	free(statements);
	return began * 1000;
}

static double our_edit(struct store *store, int i)
{
	struct error error = { 0 };
	char ref[16];
	struct record *before, *record;
	char *title;
	double began;

	snprintf(ref, sizeof ref, "R-%d", i % 100 + 1);
	before = store_record_by_ref(store, ref, &error);
	must(before != NULL, &error);
	record = record_copy(before);
	title = xasprintf("%s, edited in round %d", record_get(before, "title"), i);
	record_set(record, "title", title);
	tracing = true;
	began = clock_seconds();
	must(store_set(store, before, record, &error), &error);
	began = clock_seconds() - began;
	tracing = false;
	free(title);
	record_free(before);
	record_free(record);
	return began * 1000;
}

static void measure_edit(void)
{
	struct samples ours = { 0 }, bare = { 0 };
	struct error error = { 0 };
	char *a = xasprintf("%s/edit-ours.noria", folder), *b = xasprintf("%s/edit-bare.noria", folder);
	struct store *store;
	sqlite3 *db;

	if (timed("cp '%s/risks-100.noria' '%s' && cp '%s' '%s'", folder, a, a, b) < 0) {
		report_missing("one edit committed", "no file");
		return;
	}
	sqlite3_auto_extension((void (*)(void))trace_connection);
	store = store_open(a, 0, &error);
	must(store != NULL, &error);
	sqlite3_reset_auto_extension();
	db = bare_open(b);
	for (int i = 0; i < EDITS; i++) {
		samples_add(&ours, our_edit(store, i));
		samples_add(&bare, bare_edit(db));
		strings_free(&traced);
	}
	store_close(store);
	sqlite3_close(db);
	report("one edit committed, median ms", samples_median(&ours), samples_median(&bare), AIM_RATIO, 1.3, "ms");
	remove(a);
	remove(b);
	free(a);
	free(b);
	samples_free(&ours);
	samples_free(&bare);
}

/* ---- export ---- */

/* The plain query that gives the columns of the export's header. */
static char *export_query(const char *path, const char *header)
{
	struct buffer query = { 0 };
	struct strings names = { 0 };
	sqlite3 *db;

	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
		fail("%s: %s", path, sqlite3_errmsg(db));
	strings_split(&names, header);
	buffer_add(&query, "SELECT ");
	for (size_t i = 0; i < names.count; i++) {
		const char *name = names.items[i];
		char *reference =
			sqlite3_mprintf("SELECT 1 FROM pragma_foreign_key_list('risk') WHERE \"from\" = %Q", name);
		char *column = sqlite3_mprintf("SELECT 1 FROM pragma_table_info('risk') WHERE \"name\" = %Q", name);
		sqlite3_stmt *statement;
		bool is_reference, is_column;

		sqlite3_prepare_v2(db, reference, -1, &statement, NULL);
		is_reference = sqlite3_step(statement) == SQLITE_ROW;
		sqlite3_finalize(statement);
		sqlite3_prepare_v2(db, column, -1, &statement, NULL);
		is_column = sqlite3_step(statement) == SQLITE_ROW;
		sqlite3_finalize(statement);
		if (i)
			buffer_add(&query, ", ");
		if (strcmp(name, "ref") == 0 || strcmp(name, "uuid") == 0)
			buffer_printf(&query, "r.\"%s\"", name);
		else if (is_reference)
			buffer_printf(&query, "(SELECT ref FROM record WHERE id = risk.\"%s\")", name);
		else if (is_column)
			buffer_printf(&query, "risk.\"%s\"", name);
		else
			buffer_printf(&query,
				"(SELECT group_concat(t.ref) FROM link JOIN record t ON t.id = link.target"
				" WHERE link.record = risk.id AND link.field = '%s')",
				name);
		sqlite3_free(reference);
		sqlite3_free(column);
	}
	buffer_add(&query, " FROM risk JOIN record r ON r.id = risk.id ORDER BY risk.ref_key");
	sqlite3_close(db);
	strings_free(&names);
	return buffer_take(&query);
}

static void measure_export(void)
{
	struct samples ours = { 0 }, shell = { 0 };
	char *path = xasprintf("%s/risks-100000.noria", folder), *csv = xasprintf("%s/risks.csv", folder),
	     *script = xasprintf("%s/risks.sql", folder);
	char *header = NULL, *query;
	size_t size = 0;
	FILE *file;

	if (timed("noria export '%s' risk --format=csv --output='%s'", path, csv) < 0 || !(file = fopen(csv, "r"))) {
		report_missing("CSV export of 100,000 risks", "it failed");
		return;
	}
	if (getline(&header, &size, file) > 0)
		header[strcspn(header, "\r\n")] = '\0';
	fclose(file);
	/* A byte order mark is no part of the first name. */
	query = export_query(path, strncmp(header, "\xef\xbb\xbf", 3) == 0 ? header + 3 : header);
	file = fopen(script, "w");
	if (!file)
		fail("%s cannot be written", script);
	fprintf(file, ".mode csv\n.headers on\n.output %s.shell\n%s;\n", csv, query);
	fclose(file);
	for (int i = 0; i < ROUNDS; i++) {
		remove(csv);
		samples_add(&ours, timed("noria export '%s' risk --format=csv --output='%s'", path, csv));
		samples_add(&shell, timed("sqlite3 -readonly '%s' <'%s'", path, script));
	}
	report("CSV export of 100,000 risks, ms", samples_median(&ours), samples_median(&shell), AIM_RATIO, 1.5, "ms");
	remove(csv);
	free(header);
	free(query);
	free(path);
	free(csv);
	free(script);
	samples_free(&ours);
	samples_free(&shell);
}

/* ---- check ---- */

/* Beside SQLite's own look at the same file, which is part of ours. */
static void measure_check(void)
{
	struct samples ours = { 0 }, shell = { 0 };

	for (int i = 0; i < 3; i++) {
		double check = timed("noria check '%s/risks-100000.noria' >'%s/said'", folder, folder);
		double sqlite = timed(
			"sqlite3 -readonly '%s/risks-100000.noria' 'PRAGMA integrity_check; PRAGMA foreign_key_check' >'%s/said'",
			folder, folder);

		if (check < 0 || sqlite < 0)
			break;
		samples_add(&ours, check);
		samples_add(&shell, sqlite);
	}
	if (ours.count == 3)
		report("check of 100,000 risks, ms", samples_median(&ours), samples_median(&shell), AIM_RATIO, 8, "ms");
	else
		report_missing("check of 100,000 risks", "it failed");
	samples_free(&ours);
	samples_free(&shell);
}

/* ---- reports ---- */

/* The whole command: opening the file, building the document, rendering it.  Through standard output: how long the disk takes to sync is not the renderer's. */
static void measure_soa(const char *sample, const char *format, double aim)
{
	struct samples ours = { 0 };
	char *what = xasprintf("SoA as %s, ms", format);

	for (int i = 0; i < 2 * ROUNDS; i++) {
		double took = timed("noria export '%s' soa --format=%s >'%s/soa.%s'", sample, format, folder, format);

		if (took < 0)
			break;
		samples_add(&ours, took);
	}
	if (ours.count == 2 * ROUNDS)
		report(what, samples_median(&ours), -1, AIM_VALUE, aim, "ms");
	else
		report_missing(what, "it failed");
	free(what);
	samples_free(&ours);
}

static void measure_xlsx(void)
{
	struct samples ours = { 0 }, csv = { 0 };

	for (int i = 0; i < 3; i++) {
		double table = timed("noria export '%s/risks-100000.noria' risk --format=csv --output='%s/risks.csv'",
			folder, folder);
		double book = timed("noria export '%s/risks-100000.noria' risk --format=xlsx --output='%s/risks.xlsx'",
			folder, folder);

		if (table < 0 || book < 0)
			break;
		samples_add(&csv, table);
		samples_add(&ours, book);
	}
	if (ours.count == 3)
		report("XLSX of 100,000 risks, ms", samples_median(&ours), samples_median(&csv), AIM_RATIO, 6, "ms");
	else
		report_missing("XLSX of 100,000 risks", "it failed");
	samples_free(&ours);
	samples_free(&csv);
}

static void measure_reports(void)
{
	char *sample = xasprintf("%s/reports.noria", folder);

	remove(sample);
	if (timed("noria new '%s' --sample >'%s/said' 2>&1", sample, folder) >= 0) {
		measure_soa(sample, "html", 50);
		if (helper_is_there("noria-pdf"))
			measure_soa(sample, "pdf", 300);
	}
	if (helper_is_there("noria-xlsx"))
		measure_xlsx();
	remove(sample);
	free(sample);
}

/* ---- many writers ---- */

#define WRITERS 20
#define ADDITIONS 50

struct written {
	double longest; /* ms, of one addition */
	int refused;
};

static void write_many(const char *path, int begin, int told)
{
	struct written written = { 0 };
	struct error error = { 0 };
	struct store *store = store_open(path, 0, &error);
	char unused;

	must(store != NULL, &error);
	if (read(begin, &unused, 1) < 0)
		_exit(EXIT_FAILURE);
	for (int i = 0; i < ADDITIONS; i++) {
		struct record *record = record_new(register_find("risk"), "UTC");
		double began = clock_seconds(), took;

		record_set(record, "title", "One of a thousand");
		if (!store_add(store, record, &error)) {
			fprintf(stderr, "%s\n", error.message ? error.message : "?");
			written.refused++;
		}
		took = (clock_seconds() - began) * 1000;
		if (took > written.longest)
			written.longest = took;
		record_free(record);
	}
	if (write(told, &written, sizeof written) != sizeof written)
		_exit(EXIT_FAILURE);
	store_close(store);
	_exit(EXIT_SUCCESS);
}

/* Twenty programs that add fifty records each, on a machine whose cores are all busy with something else. */
static void measure_writers(void)
{
	char *path = xasprintf("%s/writers.noria", folder);
	long cores = sysconf(_SC_NPROCESSORS_ONLN);
	pid_t *busy = xcalloc((size_t)cores, sizeof *busy);
	struct written written, worst = { 0 };
	int begin[2], told[2], answers = 0;
	double began;

	remove(path);
	if (timed("noria new '%s' --organisation=Benchmark >'%s/said' 2>&1", path, folder) < 0 || pipe(begin) != 0 ||
		pipe(told) != 0) {
		report_missing("20 writers", "no file");
		return;
	}
	fflush(NULL);
	for (long i = 0; i < cores; i++)
		if ((busy[i] = fork()) == 0) {
			close(begin[1]);
			close(told[1]);
			for (;;)
				;
		}
	for (int i = 0; i < WRITERS; i++)
		if (fork() == 0) {
			close(begin[1]);
			close(told[0]);
			write_many(path, begin[0], told[1]);
		}
	close(told[1]);
	sleep(1);
	began = clock_seconds();
	close(begin[1]); /* they all begin */
	while (read(told[0], &written, sizeof written) == sizeof written) {
		answers++;
		worst.refused += written.refused;
		if (written.longest > worst.longest)
			worst.longest = written.longest;
	}
	began = clock_seconds() - began;
	for (long i = 0; i < cores; i++)
		kill(busy[i], SIGKILL);
	while (wait(NULL) > 0)
		continue;
	if (answers == WRITERS) {
		report("20 writers x 50, busy cores: refused", worst.refused, -1, AIM_VALUE, 0, "");
		report("20 writers x 50: longest wait, ms", worst.longest, -1, AIM_VALUE, 3000, "ms");
		report("20 writers x 50: ms for a commit", began * 1000 / (WRITERS * ADDITIONS), -1, AIM_VALUE, 60,
			"ms");
		printf("20 writers x 50: %.0f commits a second\n", WRITERS * ADDITIONS / began);
	} else {
		report_missing("20 writers", "some ended early");
	}
	close(begin[0]);
	close(told[0]);
	remove(path);
	free(path);
	free(busy);
}

static const struct {
	const char *name;
	void (*measure)(void);
} parts[] = {
	{ "edit", measure_edit },
	{ "import", measure_import },
	{ "tables", measure_tables },
	{ "export", measure_export },
	{ "check", measure_check },
	{ "reports", measure_reports },
	{ "verdict", measure_verdict },
	{ "writers", measure_writers },
	{ "records", measure_records },
};

int main(int argc, char **argv)
{
	bool any = false;

	if (argc != 2 && argc != 3) {
		fprintf(stderr,
			"usage: files FOLDER [edit|import|tables|export|check|reports|verdict|writers|records]\n");
		return 2;
	}
	folder = argv[1];
	environment_start("noria");
	report_heading();
	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (argc == 2 || strcmp(argv[2], parts[i].name) == 0) {
			parts[i].measure();
			any = true;
		}
	if (!any) {
		fprintf(stderr, "files: there is no part %s\n", argv[2]);
		return 2;
	}
	if (report_misses() > 0)
		printf("%d aims missed\n", report_misses());
	return report_misses() > 0;
}
