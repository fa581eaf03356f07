/*
 * Makes a file with many risks for the benchmark:
 *
 *     generate FILE COUNT
 *
 * Through the store's own write path, in actions of some thousand records, so
 * that the file has journal, search index and tallies as a used one has.
 */

#include "app/lib.h"
#include "model/register.h"

#include <stdio.h>
#include <stdlib.h>

#define AT_ONCE 5000

static const char *const things[] = { "laptop", "backup tape", "visitor badge", "invoice", "mail server", "source code",
	"meeting room", "payroll file", "badge reader", "phone", "printer", "supplier portal", "web shop", "contract", "server room", "cable" };
static const char *const events[] = { "Theft of the", "Loss of the", "Fire near the", "Unauthorised copy of the", "Failure of the",
	"Wrong delivery of the", "Flooding of the", "Disclosure of the", "Manipulation of the", "Misuse of the", "Corruption of the" };
static const char *const places[] = { "at the head office", "in a train", "at a client's", "in the workshop", "at home", "in the archive", "during maintenance" };

static void fail(struct error *error)
{
	char *text = error_text(error);

	fprintf(stderr, "generate: %s\n", text);
	free(text);
	exit(EXIT_FAILURE);
}

static struct record *risk(long i)
{
	static const char *const treatments[] = { "modify", "retain", "avoid", "share" };
	struct record *record = record_new(register_find("risk"), NULL);
	char *title = xasprintf("%s %s %s, case %ld", events[i % 11], things[i / 11 % 16], places[i / 176 % 7], i + 1);
	char level[4] = "";

	record_set(record, "title", title);
	free(title);
	snprintf(level, sizeof level, "%ld", i * 7 % 5 + 1);
	record_set(record, "inherent_likelihood", level);
	record_set(record, "current_likelihood", level);
	snprintf(level, sizeof level, "%ld", i * 3 % 5 + 1);
	record_set(record, "inherent_impact", level);
	record_set(record, "current_impact", level);
	if (i % 3 != 0)
		record_set(record, "treatment", treatments[i % 4]);
	return record;
}

int main(int argc, char **argv)
{
	struct error error = { 0 };
	struct store *store;
	struct action *action = NULL;
	long count;

	if (argc != 3) {
		fprintf(stderr, "usage: generate FILE COUNT\n");
		return 2;
	}
	environment_start("noria");
	count = atol(argv[2]);
	store = app_new(&(struct app_new){ .path = argv[1], .organisation = "Benchmark" }, &error);
	if (!store)
		fail(&error);
	for (long i = 0; i < count; i++) {
		struct record *record = risk(i);

		if (!action)
			action = action_begin(store, "import", &error);
		if (!action || !action_add(action, record, &error))
			fail(&error);
		record_free(record);
		if ((i + 1) % AT_ONCE == 0 || i + 1 == count) {
			if (!action_commit(action, &error))
				fail(&error);
			action = NULL;
			if ((i + 1) % 100000 == 0)
				fprintf(stderr, "%ld\n", i + 1);
		}
	}
	store_close(store);
	return 0;
}
