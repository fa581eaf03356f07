/*
 * What the audits of a programme have looked at (ISO/IEC 27001:2022, 9.2.2): the clauses of 4 to 10, the controls that
 * apply, the units.  An audit counts once it is done, reported and made by who is independent.
 */
#include <stdlib.h>
#include <string.h>

#include "report/audit.h"

/* An audit that counts; without points its scope is what it looked at. */
struct counted {
	char *ref, *requirements, *controls, *units;
	bool points;
};
struct reading {
	struct store *store;
	const struct record *programme;
	struct coverage *coverage;
	struct counted *audits;
	size_t count;
	struct strings looked_at; /* refs of clauses and controls, sorted once all are there */
	struct strings planned;   /* the same, of the scopes of all audits that are not cancelled; and units */
	struct strings clauses, numbers;
};

static bool filled_day(const char *day, const char *until)
{
	return day && strcmp(day, until) <= 0;
}

static bool take_audit(void *user, const struct row *row)
{
	struct reading *reading = user;
	const struct cell *cells = row->cells;
	const char *status = cells[0].value;
	bool held = status && (strcmp(status, "done") == 0 || strcmp(status, "reported") == 0);
	struct date now = environment_today(store_context(reading->store)->time_zone);
	char today[11];
	int i;

	date_format(&now, today);
	for (i = 4; i < 7 && !(status && strcmp(status, "cancelled") == 0); i++)
		if (cells[i].value)
			strings_split(&reading->planned, cells[i].value);
	reading->coverage->held += held;
	if (status && (strcmp(status, "planned") == 0 || strcmp(status, "ongoing") == 0)) {
		reading->coverage->planned++;
		reading->coverage->late += cells[1].value && strcmp(cells[1].value, today) < 0;
	}
	if (!held || !filled_day(cells[2].value, today) || !filled_day(cells[3].value, today))
		return true;
	reading->audits = xreallocarray(reading->audits, reading->count + 1, sizeof *reading->audits);
	reading->audits[reading->count++] = (struct counted){ xstrdup(row->ref), xstrdup(cells[4].value),
		xstrdup(cells[5].value), xstrdup(cells[6].value), cells[7].value != NULL };
	return true;
}

static bool read_audits(struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "status", "planned", "held", "reported", "requirements", "controls",
		"units", "points" };
	struct query *query = query_new(register_find("audit"));
	bool ok;

	query_add(query, "programme", OP_EQUAL, reading->programme->ref);
	ok = store_each_value(reading->store, query, columns, 8, take_audit, reading, error);
	query_free(query);
	return ok;
}

/* Those whose auditors are not independent go. */
static bool keep_independent(struct reading *reading, struct error *error)
{
	size_t i;
	bool ok = true;

	for (i = 0; i < reading->count && ok; i++) {
		struct counted *counted = &reading->audits[i];
		struct record *audit = store_record_by_ref(reading->store, counted->ref, error);
		bool independent = false;

		ok = audit && audit_is_independent(reading->store, audit, &independent, error);
		if (!independent) {
			free(counted->ref);
			counted->ref = NULL;
		} else {
			reading->coverage->counted++;
		}
		record_free(audit);
	}
	return ok;
}

static bool take_point(void *user, const struct row *row)
{
	struct reading *reading = user;
	int i;

	for (i = 0; i < 2; i++)
		if (row->cells[i].value)
			strings_add(&reading->looked_at, row->cells[i].value);
	return true;
}

/* What the points of an audit saw, or its scope where it has none. */
static bool read_looked_at(struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "requirement", "control" };
	size_t i;
	bool ok = true;

	for (i = 0; i < reading->count && ok; i++) {
		const struct counted *counted = &reading->audits[i];

		if (counted->ref && counted->points) {
			struct query *query = query_new(register_find("auditpoint"));

			query_add(query, "audit", OP_EQUAL, counted->ref);
			ok = query_parse(
				     query, store_context(reading->store), "verdict=ok or verdict=finding", error) &&
			     store_each_value(reading->store, query, columns, 2, take_point, reading, error);
			query_free(query);
		} else if (counted->ref) {
			if (counted->requirements)
				strings_split(&reading->looked_at, counted->requirements);
			if (counted->controls)
				strings_split(&reading->looked_at, counted->controls);
		}
	}
	strings_sort(&reading->looked_at);
	strings_sort(&reading->planned);
	return ok;
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool holds(const struct strings *sorted, const char *text)
{
	return sorted->count && bsearch(&text, sorted->items, sorted->count, sizeof sorted->items[0], by_text) != NULL;
}

/* The clause itself, one above it, or a letter of it. */
static bool holds_clause(const struct strings *sorted, const char *ref)
{
	size_t length = strlen(ref), i;
	char *above = xstrdup(ref), *dot;
	bool held = holds(sorted, ref);

	while (!held && (dot = strrchr(above, '.'))) {
		*dot = '\0';
		held = holds(sorted, above);
	}
	free(above);
	for (i = 0; i < sorted->count && !held; i++)
		held = strncmp(sorted->items[i], ref, length) == 0 && sorted->items[i][length] == '.';
	return held;
}

static void count(struct coverage_part *part, const char *ref, bool planned, bool covered)
{
	part->all++;
	part->planned += planned;
	part->covered += covered;
	if (!covered)
		strings_add(&part->spots, ref);
}

static bool take_clause(void *user, const struct row *row)
{
	struct reading *reading = user;

	strings_add(&reading->clauses, row->ref);
	strings_add(&reading->numbers, row->cells[0].value ? row->cells[0].value : "");
	return true;
}

/* A lettered part counts with its clause, and a clause that has clauses below it is only their heading. */
static bool is_letter(const char *number)
{
	const char *dot = strrchr(number, '.');

	return dot && !(dot[1] >= '0' && dot[1] <= '9');
}

static bool is_heading(const struct reading *reading, size_t clause)
{
	const char *number = reading->numbers.items[clause];
	size_t length = strlen(number), i;

	for (i = 0; i < reading->numbers.count; i++)
		if (strncmp(reading->numbers.items[i], number, length) == 0 &&
			reading->numbers.items[i][length] == '.' && !is_letter(reading->numbers.items[i]))
			return true;
	return false;
}

static bool count_clauses(struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "number" };
	struct query *query = query_new(register_find("requirement"));
	bool ok = query_parse(query, store_context(reading->store), "catalogue=soa", error) &&
		  store_each_value(reading->store, query, columns, 1, take_clause, reading, error);
	size_t i;

	query_free(query);
	for (i = 0; i < reading->clauses.count && ok; i++)
		if (!is_letter(reading->numbers.items[i]) && !is_heading(reading, i))
			count(&reading->coverage->clauses, reading->clauses.items[i],
				holds_clause(&reading->planned, reading->clauses.items[i]),
				holds_clause(&reading->looked_at, reading->clauses.items[i]));
	return ok;
}

static bool take_control(void *user, const struct row *row)
{
	struct reading *reading = user;

	if (row->cells[0].value)
		count(&reading->coverage->controls, row->cells[0].value, holds(&reading->planned, row->cells[0].value),
			holds(&reading->looked_at, row->cells[0].value));
	return true;
}

static bool count_controls(struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "control" };
	struct query *query = query_soa(store_context(reading->store), SOA_ALL);
	bool ok;

	query_add(query, "applicable", OP_EQUAL, "yes");
	ok = store_each_value(reading->store, query, columns, 1, take_control, reading, error);
	query_free(query);
	return ok;
}

static bool take_unit(void *user, const struct row *row)
{
	struct reading *reading = user;
	bool seen = false;
	size_t i;

	for (i = 0; i < reading->count && !seen; i++) {
		struct strings units = { 0 };

		if (reading->audits[i].ref && reading->audits[i].units)
			strings_split(&units, reading->audits[i].units);
		seen = strings_contain(&units, row->ref);
		strings_free(&units);
	}
	count(&reading->coverage->units, row->ref, holds(&reading->planned, row->ref), seen);
	return true;
}

static bool count_units(struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "name" };
	struct query *query = query_new(register_find("unit"));
	bool ok = store_each_value(reading->store, query, columns, 1, take_unit, reading, error);

	query_free(query);
	return ok;
}

bool coverage_of(struct store *store, const struct record *programme, struct coverage *coverage, struct error *error)
{
	struct reading reading = { .store = store, .programme = programme, .coverage = coverage };
	bool ok;
	size_t i;

	memset(coverage, 0, sizeof *coverage);
	coverage->clauses.def = register_find("requirement");
	coverage->controls.def = register_find("control");
	coverage->units.def = register_find("unit");
	ok = read_audits(&reading, error) && keep_independent(&reading, error) && read_looked_at(&reading, error) &&
	     count_clauses(&reading, error) && count_controls(&reading, error) && count_units(&reading, error);
	for (i = 0; i < reading.count; i++) {
		free(reading.audits[i].ref);
		free(reading.audits[i].requirements);
		free(reading.audits[i].controls);
		free(reading.audits[i].units);
	}
	free(reading.audits);
	strings_free(&reading.looked_at);
	strings_free(&reading.planned);
	strings_free(&reading.clauses);
	strings_free(&reading.numbers);
	return ok;
}

void coverage_free(struct coverage *coverage)
{
	strings_free(&coverage->clauses.spots);
	strings_free(&coverage->controls.spots);
	strings_free(&coverage->units.spots);
}

char *coverage_text(const struct coverage_part *part)
{
	/* Of nothing no share is told. */
	if (!part->all)
		return xstrdup("-");
	/* TRANSLATORS: of a programme of audits: how many of how many its audits have looked at, with the share in percent, and how many of how many stand in their scopes */
	return xasprintf(_("looked at: %zu of %zu (%zu %%); planned: %zu of %zu"), part->covered, part->all,
		(size_t)number_percent((int64_t)part->covered, (int64_t)part->all), part->planned, part->all);
}
