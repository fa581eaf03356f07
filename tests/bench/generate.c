/*
 * Makes a file with many risks for the benchmark, and with many measurements:
 *
 *     generate FILE COUNT [MEASUREMENTS]
 *
 * Through the store's own write path, in actions of some thousand records, so
 * that the file has journal, search index and tallies as a used one has.
 */

#include "generate.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AT_ONCE 5000
#define PEOPLE 40

static const char *const things[] = { "laptop", "backup tape", "visitor badge", "invoice", "mail server", "source code",
	"meeting room", "payroll file", "badge reader", "phone", "printer", "supplier portal", "web shop", "contract",
	"server room", "cable" };
static const char *const events[] = { "Theft of the", "Loss of the", "Fire near the", "Unauthorised copy of the",
	"Failure of the", "Wrong delivery of the", "Flooding of the", "Disclosure of the", "Manipulation of the",
	"Misuse of the", "Corruption of the" };
static const char *const places[] = { "at the head office", "in a train", "at a client's", "in the workshop", "at home",
	"in the archive", "during maintenance" };

void generate_fail(struct error *error)
{
	char *text = error_text(error);

	fprintf(stderr, "generate: %s\n", text);
	free(text);
	exit(EXIT_FAILURE);
}

/* Reviews and expiries lie in three years, one of them past on the clock of the tests. */
static void date(struct record *record, const char *field, long i)
{
	struct date day = date_from_days(20454 + (int)(i * 37 % 1096));
	char text[11];

	date_format(&day, text);
	record_set(record, field, text);
}

static struct record *person(long i)
{
	struct record *record = record_new(register_find("person"), NULL);
	char *name = xasprintf("Person %ld", i + 1);

	record_set(record, "name", name);
	free(name);
	if (i % 20 == 19)
		record_set(record, "left", "2026-06-30");
	return record;
}

static struct record *acceptance(long i, const char *ref, const char *owner)
{
	struct record *record = record_new(register_find("acceptance"), NULL);

	record_set(record, "risk", ref);
	record_set(record, "owner", owner);
	record_set(record, "level", "3");
	record_set(record, "date", "2025-12-01");
	date(record, "expiry", i);
	record_set(record, "status", "accepted");
	return record;
}

static struct record *risk(long i, char *const owners[])
{
	static const char *const treatments[] = { "modify", "retain", "avoid", "share" };
	static const char *const statuses[] = { "identified", "assessed", "treated", "accepted", "closed" };
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
	snprintf(level, sizeof level, "%ld", i * 11 % 5 + 1);
	if (i % 2 == 0) {
		record_set(record, "residual_likelihood", level);
		record_set(record, "residual_impact", level);
	}
	record_set(record, "status", statuses[i * 13 % 5]);
	if (i % 10 != 0)
		record_set(record, "owner", owners[i % PEOPLE]);
	date(record, "review", i);
	return record;
}

int main(int argc, char **argv)
{
	struct error error = { 0 };
	struct store *store;
	struct action *action = NULL;
	char *owners[PEOPLE];
	long count;

	if (argc != 3 && argc != 4) {
		fprintf(stderr, "usage: generate FILE COUNT [MEASUREMENTS]\n");
		return 2;
	}
	environment_start("noria");
	count = atol(argv[2]);
	store = app_new(&(struct app_new){ .path = argv[1], .organisation = "Benchmark" }, &error);
	if (!store)
		generate_fail(&error);
	for (long i = 0; i < PEOPLE; i++) {
		struct record *record = person(i);

		if (!store_add(store, record, &error))
			generate_fail(&error);
		owners[i] = xstrdup(record->ref);
		record_free(record);
	}
	for (long i = 0; i < count; i++) {
		struct record *record = risk(i, owners);

		if (!action)
			action = action_begin(store, "import", &error);
		if (!action || !action_add(action, record, &error))
			generate_fail(&error);
		/* Half of those accepted have it in writing. */
		if (i % 10 == 1 && strcmp(record_get(record, "status"), "accepted") == 0) {
			struct record *signature = acceptance(i, record->ref, record_get(record, "owner"));

			if (!action_add(action, signature, &error))
				generate_fail(&error);
			record_free(signature);
		}
		record_free(record);
		if ((i + 1) % AT_ONCE == 0 || i + 1 == count) {
			if (!action_commit(action, &error))
				generate_fail(&error);
			action = NULL;
			if ((i + 1) % 100000 == 0)
				fprintf(stderr, "%ld\n", i + 1);
		}
	}
	store_close(store);
	if (argc == 4)
		generate_measurements(argv[1], atol(argv[3]), owners);
	for (long i = 0; i < PEOPLE; i++)
		free(owners[i]);
	return 0;
}
