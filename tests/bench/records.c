/* A hundred programs that record the result of one check at the same moment: none refused, none lost, the longest wait. */
#include "files.h"

#include "base/lib.h"
#include "store/lib.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#define PROGRAMS 100

/* Runs `noria record` once both ends of the gate are closed; writes how long it took, in seconds, -1: it was refused. */
static void record_one(const char *path, const int gate[2], int answer)
{
	char *command = xasprintf("noria record '%s' CK-1 pass", path), byte;
	double took;

	close(gate[1]);
	if (read(gate[0], &byte, 1) < 0)
		_exit(1);
	took = timed("%s", command);
	_exit(write(answer, &took, sizeof took) != sizeof took);
}

static int64_t count_results(const char *path)
{
	struct store *store = store_open(path, STORE_READ_ONLY, NULL);
	struct query *query = query_new(register_find("execution"));
	int64_t count = store ? store_count(store, query, NULL) : -1;

	query_free(query);
	store_close(store);
	return count;
}

void measure_records(void)
{
	char *path = xasprintf("%s/records.noria", folder);
	int gate[2], answers[2], i, refused = 0;
	double took, longest = 0, began;

	unlink(path);
	if (timed("noria new '%s' --organisation=Bench 2>/dev/null && noria add '%s' check title=Check every=day start=2026-11-01 end=2026-11-01 owner=Somebody >/dev/null",
		    path, path) < 0 ||
		pipe(gate) != 0 || pipe(answers) != 0) {
		report_missing("100 records at once", "no file");
		free(path);
		return;
	}
	timed("noria list '%s' execution >/dev/null", path);
	refused = (int)count_results(path);
	for (i = 0; i < PROGRAMS; i++)
		if (fork() == 0)
			record_one(path, gate, answers[1]);
	took = 0;
	began = clock_seconds();
	close(gate[0]);
	close(gate[1]);
	for (i = 0; i < PROGRAMS; i++)
		if (read(answers[0], &took, sizeof took) == sizeof took)
			longest = took > longest ? took : longest;
	while (wait(NULL) > 0)
		;
	began = clock_seconds() - began;
	report("100 records at once: lost or refused", (double)(PROGRAMS + refused - (int)count_results(path)), -1,
		AIM_VALUE, 0, "");
	report("100 records at once: longest wait, ms", longest, -1, AIM_VALUE, 10000, "ms");
	printf("100 records at once: %.0f a second\n", PROGRAMS / began);
	close(answers[0]);
	close(answers[1]);
	free(path);
}
