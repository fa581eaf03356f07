/* The verdict: the first of a file that was just opened, the next ones, and one that is counted in slices, beside a plain scan of each register that it asks. */
#include "files.h"

#include "base/lib.h"
#include "report/verdict.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define ROUNDS 5
#define SLICE_MS 15

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* One statement for each register that a condition asks, in the file as SQLite alone opens it. */
static double scan(const char *path)
{
	double began = now();
	sqlite3 *db = bare_open(path);
	struct strings asked = { 0 };
	const struct verdict_condition *condition;

	for (condition = verdict_next(NULL); condition; condition = verdict_next(condition)) {
		char *text;

		if (!condition->of || strings_contain(&asked, condition->of))
			continue;
		strings_add(&asked, condition->of);
		text = xasprintf(
			"SELECT count(*) FROM \"%s\" NOT INDEXED", register_table(register_find(condition->of)));
		sql(db, text);
		free(text);
	}
	strings_free(&asked);
	sqlite3_close(db);
	return now() - began;
}

/* Counted to the end; most < 0: at once.  The longest of its slices goes to *longest. */
static double count(struct store *store, int64_t most, double *longest)
{
	struct error error = { 0 };
	struct verdict *verdict = verdict_begin(store, &error);
	double began = now();

	while (verdict && !verdict_whole(verdict)) {
		double slice = now();

		if (!verdict_go_on(store, verdict, most, &error))
			fail("%s", error_text(&error));
		slice = now() - slice;
		if (longest && slice > *longest)
			*longest = slice;
	}
	verdict_free(verdict);
	return now() - began;
}

static void measure(const char *file, const char *what)
{
	struct samples first = { 0 }, next = { 0 }, slices = { 0 }, floor = { 0 };
	char *path = xasprintf("%s/%s", folder, file), *text;

	for (int i = 0; i < ROUNDS; i++) {
		struct error error = { 0 };
		double began = now(), longest = 0;
		struct store *store = store_open(path, STORE_READ_ONLY, &error);

		if (!store)
			fail("%s", error_text(&error));
		count(store, -1, NULL);
		samples_add(&first, now() - began);
		samples_add(&next, count(store, -1, NULL));
		count(store, SLICE_MS, &longest);
		samples_add(&slices, longest);
		store_close(store);
		samples_add(&floor, scan(path));
	}
	text = xasprintf("verdict on %s, first, ms", what);
	report(text, samples_median(&first), samples_median(&floor), AIM_VALUE, 150, "ms");
	free(text);
	text = xasprintf("verdict on %s, next, ms", what);
	report(text, samples_median(&next), samples_median(&floor), AIM_VALUE, 50, "ms");
	free(text);
	report("verdict in slices: the longest, ms", samples_median(&slices), -1, AIM_VALUE, 20, "ms");
	samples_free(&first);
	samples_free(&next);
	samples_free(&slices);
	samples_free(&floor);
	free(path);
}

void measure_verdict(void)
{
	char *path = xasprintf("%s/measurements-1000000.noria", folder);

	measure("risks-100000.noria", "100,000 risks");
	/* Made by the benchmark of the screen. */
	if (access(path, R_OK) == 0)
		measure("measurements-1000000.noria", "1,000,000 measurements");
	free(path);
}
