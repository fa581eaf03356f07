/*
 * The samples.  The records of one stand in tables, FOLDER/REGISTER.csv, as they are today; FOLDER/history.txt
 * says on which day who wrote which of them, and what they said then.  Each of its days is an entry of
 * the journal under its own clock and login:
 *
 *     on @-370 14:10 jroy set
 *     action AC-1,AC-4..AC-6 but status=planned done=
 *     publish 1.0 P-1
 *     run CK-1
 *     measure IN-1 91 93 95
 *
 * A row that is named again is written anew, as its table says.  At the end every table is read
 * once more, so that the file says what the tables say, whatever the history forgot.
 *
 * Moments of today's clock count from now: "on @now-56..68 kbenali add" is a moment at work so many hours ago, as it
 * is in the tables.  Days count from a Friday, the last one that is not in the future: who writes them knows which are
 * Saturdays, whenever the sample is made.  From day 7 on they lie ahead.  What would fall on a public
 * holiday of France, where the sample's organisation works, falls on the last working day before.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/import_shipped.h"
#include "app/issue.h"
#include "app/sample_parts.h"

struct sample {
	struct store *store;
	const char *folder;    /* of the program's data */
	struct action *action; /* NULL: none is under way */
	char *path;
	FILE *file;
	long line;
	struct date friday;
	struct import_now now;
	int64_t last; /* moment of the history */
	char *name;   /* of the action */
	struct strings organisation;
	struct import_options options;
};

/* Days since 1970-01-01, a Thursday. */
static struct date friday_before(const struct date *today)
{
	int days = date_days(today);

	return date_from_days(days - (days + 6) % 7);
}

static bool fail(struct sample *sample, const char *what, struct error *error)
{
	return error_set_at(error, ERROR_SYSTEM, sample->path, sample->line, "%s", what);
}

/* The next line that says something; *word is its first word, the rest is returned.  NULL: there is no other. */
static char *next_line(struct sample *sample, char **line, size_t *size, char **word)
{
	ssize_t length;

	while ((length = xgetline(line, size, sample->file)) > 0) {
		char *rest = *line;

		sample->line++;
		if (rest[length - 1] == '\n')
			rest[length - 1] = '\0';
		if (!*rest || *rest == '#')
			continue;
		*word = strsep(&rest, " ");
		return rest ? rest : *word + strlen(*word);
	}
	return NULL;
}

/* "@-370 14:10", or "@now-56..68": a quarter of an hour after the moment that the tables call so. */
static bool moment_told(const struct sample *sample, const char *text, int64_t *at, int *end)
{
	int day, hour, minute, least, most;
	struct date date;

	if (sscanf(text, "@now-%d..%d %n", &least, &most, end) == 2) {
		*at = moment_at_work(sample->now.at, least, most, SAMPLE_ZONE) + 15 * 60;
		*at = *at < sample->now.at ? *at : sample->now.at;
		return true;
	}
	if (sscanf(text, "@%d %d:%d %n", &day, &hour, &minute, end) != 3)
		return false;
	date = date_from_days(date_days(&sample->friday) + day);
	date = date_before_holiday(&date);
	*at = date_start(&date, SAMPLE_ZONE) + hour * 3600 + minute * 60;
	return true;
}

/* "@-370 14:10 jroy set": clock and login stand there from now on. */
static bool set_day(struct sample *sample, const char *text, struct error *error)
{
	char login[40], name[40];
	int64_t at;
	int end = 0;

	if (!moment_told(sample, text, &at, &end) || sscanf(text + end, "%39s %39s", login, name) != 2)
		return fail(sample, "a day is on @DAY HH:MM LOGIN ACTION", error);
	/* What was moved before a holiday comes after what was done on that day. */
	if (at <= sample->last)
		at = sample->last + 60;
	sample->last = at;
	environment_hold_clock(&at);
	environment_hold_login(login);
	free(sample->name);
	sample->name = xstrdup(name);
	return true;
}

static bool begin(struct sample *sample, struct error *error)
{
	if (!sample->action)
		sample->action = action_begin(sample->store, sample->name, error);
	return sample->action != NULL;
}

static bool commit(struct sample *sample, struct error *error)
{
	struct action *action = sample->action;

	sample->action = NULL;
	return !action || action_commit(action, error);
}

/* "R-1,R-4..R-6" */
static void add_refs(struct strings *refs, const char *text)
{
	struct strings elements = { 0 };
	size_t i;

	strings_split(&elements, text);
	for (i = 0; i < elements.count; i++) {
		char *first = elements.items[i], *last = strstr(first, ".."), *dash = strrchr(first, '-');
		long from, to;

		if (!last) {
			strings_add(refs, first);
			continue;
		}
		dash = strchr(first, '-');
		to = strtol(strrchr(last, '-') + 1, NULL, 10);
		for (from = strtol(dash + 1, NULL, 10); from <= to; from++)
			strings_take(refs, xasprintf("%.*s%ld", (int)(dash + 1 - first), first, from));
	}
	strings_free(&elements);
}

static bool import_table(struct sample *sample, const struct register_def *def, struct import_options *options,
	int64_t *postponed, struct error *error)
{
	char *as = xasprintf("csv:%s", def->name), *path = xasprintf("%s/%s.csv", sample->folder, def->name);
	bool ok;

	options->as = as;
	if ((def->flags & REGISTER_SINGLE) && sample->organisation.count)
		options->instead = &sample->organisation;
	ok = import_shipped(sample->action, sample->store, path, options, postponed, error);
	free(as);
	free(path);
	return ok;
}

/* "AC-1,AC-4 but status=planned done=" of a register; no refs: all its rows. */
static bool take(struct sample *sample, const struct register_def *def, char *text, struct error *error)
{
	struct import_options options = sample->options;
	struct strings refs = { 0 }, instead = { 0 };
	char *word;
	int64_t postponed;
	bool ok;

	while ((word = strsep(&text, " "))) {
		char *equals = strchr(word, '=');

		if (equals) {
			strings_take(&instead, xstrndup(word, (size_t)(equals - word)));
			strings_add(&instead, equals + 1);
		} else if (*word && strcmp(word, "but") != 0) {
			add_refs(&refs, word);
		}
	}
	options.only_refs = refs.count ? &refs : NULL;
	options.instead = instead.count ? &instead : NULL;
	options.first_pass = true;
	ok = begin(sample, error) && import_table(sample, def, &options, &postponed, error);
	strings_free(&refs);
	strings_free(&instead);
	return ok;
}

/* "1.0 P-1": in the function that the person bears. */
static bool issue(struct sample *sample, char *text, struct error *error)
{
	char *version = strsep(&text, " "), *ref = NULL;
	struct record *person;
	bool ok = commit(sample, error) && text;

	person = ok ? store_record_by_ref(sample->store, text, error) : NULL;
	if (person) {
		struct issue_options options = {
			.version = version, .approver = text, .function = record_get(person, "function")
		};

		ok = app_issue_soa(sample->store, &options, &ref, error);
	} else {
		ok = false;
	}
	record_free(person);
	free(ref);
	return ok;
}

/* "CK-1..CK-4 missed=2", "IN-1 91 93": of checks and of indicators. */
static bool add_series(struct sample *sample, char *text,
	bool (*add)(struct sample_series *series, const char *ref, const char *words, struct error *error),
	struct error *error)
{
	struct strings refs = { 0 };
	struct sample_series series = { .store = sample->store, .friday = sample->friday };
	const char *first = strsep(&text, " ");
	bool ok = begin(sample, error);
	size_t i;

	series.action = sample->action;
	add_refs(&refs, first);
	for (i = 0; i < refs.count && ok; i++)
		ok = add(&series, refs.items[i], text ? text : "", error);
	strings_free(&refs);
	return ok;
}

static bool obey(struct sample *sample, const char *word, char *rest, struct error *error)
{
	const struct register_def *def = register_find(word);

	if (strcmp(word, "on") == 0)
		return commit(sample, error) && set_day(sample, rest, error);
	if (strcmp(word, "publish") == 0)
		return issue(sample, rest, error);
	if (strcmp(word, "run") == 0)
		return add_series(sample, rest, sample_run, error);
	if (strcmp(word, "measure") == 0)
		return add_series(sample, rest, sample_measure, error);
	return def ? take(sample, def, rest, error) : fail(sample, "there is no such register", error);
}

/* Whether the sample has records of the register; of whom the file is about it always has. */
static bool in_sample(const struct sample *sample, const struct register_def *def)
{
	char *name = xasprintf("%s/%s.csv", sample->folder, def->name), *path = environment_data(name);
	bool is = (def->flags & REGISTER_SINGLE) || access(path, F_OK) == 0;

	free(name);
	free(path);
	return is;
}

/* What no day of the history told. */
static bool take_rest(struct sample *sample, struct error *error)
{
	const struct register_def **order = registers_by_reference();
	size_t count = register_index(NULL), i;
	int64_t *postponed = xcalloc(count, sizeof *postponed);
	bool ok = begin(sample, error);

	/* Units have managers, who are people of units: tables that refer to later ones are read again. */
	for (i = 0; i < count && ok; i++) {
		struct import_options options = sample->options;

		options.first_pass = true;
		if (in_sample(sample, order[i]))
			ok = import_table(sample, order[i], &options, &postponed[i], error);
	}
	for (i = 0; i < count && ok; i++) {
		struct import_options options = sample->options;

		if (postponed[i])
			ok = import_table(sample, order[i], &options, NULL, error);
	}
	free(order);
	free(postponed);
	return ok;
}

bool sample_make(struct sample *sample, struct store *store, struct action **action, struct error *error)
{
	char *line = NULL, *word, *rest;
	size_t size = 0;
	bool ok = true;

	sample->store = store;
	sample->action = *action;
	*action = NULL;
	while (ok && (rest = next_line(sample, &line, &size, &word)))
		ok = obey(sample, word, rest, error);
	if (ok && ferror(sample->file))
		ok = error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), sample->path, strerror(errno));
	free(line);
	ok = ok && take_rest(sample, error) && commit(sample, error);
	if (!ok && sample->action) {
		action_rollback(sample->action);
		sample->action = NULL;
	}
	return ok;
}

const char *sample_folder(const char *name)
{
	return strcmp(name, SAMPLE_USUAL) == 0 ? "sample" : strcmp(name, SAMPLE_PERFECT) == 0 ? "perfect" : NULL;
}

struct sample *sample_begin(const char *name, const char *organisation, struct error *error)
{
	struct sample *sample = xcalloc(1, sizeof *sample);
	struct date today = environment_today(SAMPLE_ZONE);
	char *line = NULL, *word, *rest, *history;
	size_t size = 0;
	bool ok;

	sample->folder = sample_folder(name);
	history = xasprintf("%s/history.txt", sample->folder);
	sample->path = environment_data(history);
	free(history);
	sample->friday = friday_before(&today);
	sample->options.base = &sample->friday;
	sample->now = (struct import_now){ .at = environment_now(), .zone = SAMPLE_ZONE };
	sample->options.now = &sample->now;
	sample->options.language = environment_language();
	if (organisation) {
		strings_add(&sample->organisation, "name");
		strings_add(&sample->organisation, organisation);
	}
	sample->file = fopen(sample->path, "r");
	if (!sample->file)
		error_set(error, ERROR_SYSTEM, _("A file of the program is missing: %s."), sample->path);
	ok = sample->file && (rest = next_line(sample, &line, &size, &word)) && set_day(sample, rest, error);
	free(line);
	if (ok)
		return sample;
	sample_end(sample);
	return NULL;
}

void sample_end(struct sample *sample)
{
	if (!sample)
		return;
	environment_hold_clock(NULL);
	environment_hold_login(NULL);
	if (sample->file)
		fclose(sample->file);
	strings_free(&sample->organisation);
	free(sample->path);
	free(sample->name);
	free(sample);
}
