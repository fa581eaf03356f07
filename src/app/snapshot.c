/* Snapshots: how the verdict stood, kept as JSON with the journal's head, and read again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/snapshot.h"

/* ---- taking ---- */

static bool take_ref(void *user, const struct row *row)
{
	*(char **)user = xstrdup(row->ref);
	return false;
}

/* The cycle that is open; NULL: none is. */
static char *open_cycle(struct store *store)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(register_find("cycle"));
	char *ref = NULL;

	if (query_parse(query, store_context(store), "open", NULL))
		store_each_value(store, query, columns, 1, take_ref, &ref, NULL);
	query_free(query);
	return ref;
}

/* The one taken last; NULL: there is none. */
static char *last_snapshot(struct store *store)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(register_find("snapshot"));
	char *ref = NULL;

	if (query_sort(query, "-at", NULL))
		store_each_value(store, query, columns, 1, take_ref, &ref, NULL);
	query_free(query);
	return ref;
}

/* What the next one is compared with (clause 10.1). */
static bool set_compared(struct store *store, const struct verdict *verdict, struct record *record, struct error *error)
{
	struct query *query = query_new(register_find("risk"));
	char *before = last_snapshot(store), *met = xasprintf("%zu", verdict->results[VERDICT_MET]), *above;
	bool ok = query_parse(query, store_context(store), "standing=current current_level>threshold", error);
	int64_t count = ok ? store_count(store, query, error) : -1;

	above = xasprintf("%lld", (long long)count);
	record_set(record, "before", before);
	record_set(record, "met", met);
	if (count >= 0)
		record_set(record, "above", above);
	free(above);
	free(met);
	free(before);
	query_free(query);
	return count >= 0;
}

bool snapshot_take(struct store *store, struct action *action, const char *kind, const struct verdict *verdict,
	struct error *error)
{
	struct verdict *own = verdict ? NULL : verdict_begin(store, error);
	struct record *record = record_new(register_find("snapshot"), store_context(store)->time_zone);
	struct buffer figures = { 0 };
	char *cycle = open_cycle(store);
	bool ok = verdict || (own && verdict_go_on(store, own, -1, error));

	buffer_add(&figures, "{\"format\": \"noria-snapshot/1\", \"verdict\":\n");
	ok = ok && verdict_json(store, verdict ? verdict : own, NULL, NULL, false, &figures, error);
	buffer_add(&figures, "}\n");
	record_set(record, "kind", kind);
	record_set(record, "cycle", cycle);
	record_set(record, "figures", figures.data);
	record_set(record, "head", store_head(store));
	ok = ok && set_compared(store, verdict ? verdict : own, record, error) && action_add(action, record, error);
	free(cycle);
	buffer_free(&figures);
	record_free(record);
	verdict_free(own);
	return ok;
}

bool snapshot_follow(struct store *store, struct action *action, const struct record *before,
	const struct record *record, struct error *error)
{
	static const struct {
		const char *of, *status, *kind;
	} occasions[] = { { "review", "signed", "review" }, { "cycle", "closed", "close" } };
	size_t i;

	for (i = 0; i < sizeof occasions / sizeof occasions[0]; i++) {
		const char *status = record_get(record, "status");

		if (strcmp(record->def->name, occasions[i].of) == 0 && status &&
			strcmp(status, occasions[i].status) == 0 &&
			(!before || text_differs(record_get(before, "status"), status)))
			return snapshot_take(store, action, occasions[i].kind, NULL, error);
	}
	return true;
}

bool snapshot_month_is_due(struct store *store)
{
	struct date today = environment_today(store_context(store)->time_zone), made;
	struct record *organisation = store_organisation(store, NULL);
	struct query *query = query_new(register_find("snapshot"));
	char first[11], *created = organisation ? xstrndup(organisation->created, 10) : NULL;
	bool due = false;

	today.day = 1;
	date_format(&today, first);
	if (created && date_parse(created, &made) && date_days(&made) < date_days(&today)) {
		query_add(query, "kind", OP_EQUAL, "month");
		query_add(query, "at", OP_AT_LEAST, first);
		due = store_count(store, query, NULL) == 0;
	}
	free(created);
	query_free(query);
	record_free(organisation);
	return due;
}

bool snapshot_month(struct store *store, const struct verdict *verdict, struct error *error)
{
	struct action *action = action_begin(store, "snapshot", error);
	/* Another program may have been first. */
	bool ok = action && (!snapshot_month_is_due(store) || snapshot_take(store, action, "month", verdict, error));

	return action_end(action, ok, error);
}

/* ---- reading ---- */

void snapshot_free(struct snapshot *snapshot)
{
	free(snapshot->ref);
	free(snapshot->at);
	free(snapshot->kind);
	free(snapshot->figures);
	json_free(snapshot->json);
	memset(snapshot, 0, sizeof *snapshot);
}

static void read_row(const struct row *row, struct snapshot *snapshot)
{
	snapshot->ref = xstrdup(row->ref);
	snapshot->at = xstrdup(row->cells[0].value);
	snapshot->kind = xstrdup(row->cells[1].text);
	snapshot->figures = xstrdup(row->cells[2].value);
	snapshot->json = snapshot->figures ? json_parse(snapshot->figures) : NULL;
	snapshot->verdict =
		snapshot->json && snapshot->json->type == JSON_OBJECT ? json_member(snapshot->json, "verdict") : NULL;
}

struct reading {
	bool (*each)(void *user, const struct snapshot *snapshot);
	void *user;
	size_t left;
};

static bool read_one(void *user, const struct row *row)
{
	struct reading *reading = user;
	struct snapshot snapshot = { 0 };
	bool more;

	read_row(row, &snapshot);
	more = reading->each(reading->user, &snapshot);
	snapshot_free(&snapshot);
	return more && --reading->left > 0;
}

static bool each_up_to(struct store *store, const char *day, struct reading *reading, struct error *error)
{
	static const char *const columns[] = { "at", "kind", "figures" };
	struct query *query = query_new(register_find("snapshot"));
	char *filter = day ? xasprintf("at<=%s", day) : xstrdup("");
	bool ok = query_parse(query, store_context(store), filter, error) && query_sort(query, "-at", error) &&
		  store_each(store, query, columns, 3, read_one, reading, error);

	free(filter);
	query_free(query);
	return ok;
}

bool snapshot_each(struct store *store, size_t most, bool (*each)(void *user, const struct snapshot *snapshot),
	void *user, struct error *error)
{
	struct reading reading = { each, user, most };

	return each_up_to(store, NULL, &reading, error);
}

static bool keep(void *user, const struct snapshot *from)
{
	struct snapshot *snapshot = user;

	snapshot->ref = xstrdup(from->ref);
	snapshot->at = xstrdup(from->at);
	snapshot->kind = xstrdup(from->kind);
	snapshot->figures = xstrdup(from->figures);
	snapshot->json = snapshot->figures ? json_parse(snapshot->figures) : NULL;
	snapshot->verdict = snapshot->json ? json_member(snapshot->json, "verdict") : NULL;
	return false;
}

bool snapshot_on(struct store *store, const char *day, struct snapshot *snapshot, struct error *error)
{
	struct reading reading = { keep, snapshot, 1 };

	memset(snapshot, 0, sizeof *snapshot);
	return each_up_to(store, day, &reading, error);
}

static const char *text_of(const struct json *object, const char *name)
{
	const struct json *member = object ? json_member(object, name) : NULL;

	return member && member->type == JSON_STRING ? member->text : NULL;
}

const char *snapshot_result(const struct snapshot *snapshot, const char *clause)
{
	const struct json *clauses = snapshot->verdict ? json_member(snapshot->verdict, "clauses") : NULL, *each;

	for (each = clauses ? clauses->child : NULL; each; each = each->next) {
		const char *number = text_of(each, "clause");

		if (number && strcmp(number, clause) == 0)
			return text_of(each, "result");
	}
	return NULL;
}

int64_t snapshot_count(const struct snapshot *snapshot, const char *key)
{
	const struct json *counts = snapshot->verdict ? json_member(snapshot->verdict, "counts") : NULL,
			  *member = !key ? snapshot->verdict ? json_member(snapshot->verdict, "clauses_total") : NULL
				    : counts ? json_member(counts, key)
					     : NULL;
	int64_t count = 0;

	if (member && member->text)
		number_parse_integer(member->text, &count);
	return count;
}

/* ---- the last ones side by side ---- */

#define SIDE_BY_SIDE 6

struct history {
	struct snapshot items[SIDE_BY_SIDE];
	size_t count;
};

static bool collect(void *user, const struct snapshot *snapshot)
{
	struct history *history = user;

	keep(&history->items[history->count++], snapshot);
	return history->count < SIDE_BY_SIDE;
}

static const char *mark_of(const char *result)
{
	return !result                          ? ""
	       : strcmp(result, "met") == 0     ? "[x]"
	       : strcmp(result, "partly") == 0  ? "[-]"
	       : strcmp(result, "not_met") == 0 ? "[!]"
						: "[ ]";
}

/* The day on which it was taken, as people read it. */
static char *day_of(const struct snapshot *snapshot)
{
	char day[11];
	struct date date;

	snprintf(day, sizeof day, "%s", snapshot->at);
	return date_parse(day, &date) ? date_format_locale(&date) : xstrdup(day);
}

static void add_cell(struct buffer *text, const char *cell)
{
	char *padded = text_pad(cell, 13, false);

	buffer_add(text, padded);
	free(padded);
}

/* What the marks of the table say. */
static void add_legend(struct buffer *text)
{
	static const enum verdict_result results[] = { VERDICT_MET, VERDICT_PARTLY, VERDICT_NOT_MET,
		VERDICT_NOT_ASSESSED };
	size_t i;

	for (i = 0; i < sizeof results / sizeof *results; i++)
		buffer_printf(text, "%s%s %s", i ? "  " : "", mark_of(verdict_result_key(results[i])),
			verdict_result_label(results[i]));
	buffer_add(text, "\n\n");
}

char *snapshot_history(struct store *store, int columns, struct error *error)
{
	struct history history = { 0 };
	struct buffer text = { 0 };
	const struct verdict_clause *clause;
	size_t most = columns > 30 ? (size_t)(columns - 12) / 13 : 1, i;
	bool ok;

	ok = snapshot_each(store, most < SIDE_BY_SIDE ? most : SIDE_BY_SIDE, collect, &history, error);
	if (!history.count)
		buffer_add(&text,
			_("No snapshot was taken yet. One is taken at the end of each month, when a management review is signed, a cycle is closed, and the SoA is issued."));
	/* Before the table: on a small screen what is behind it is on another page. */
	if (history.count) {
		add_legend(&text);
		buffer_printf(&text, "%-12s", "");
	}
	for (i = history.count; i-- > 0;) {
		char *day = day_of(&history.items[i]);

		add_cell(&text, day);
		free(day);
	}
	if (history.count)
		buffer_printf(&text, "\n%-12s", "");
	for (i = history.count; i-- > 0;)
		buffer_printf(&text, "%-13s", history.items[i].ref);
	for (clause = verdict_clauses; history.count && clause->number; clause++) {
		char *number = verdict_number(clause->number);

		buffer_printf(&text, "\n%-12s", number);
		for (i = history.count; i-- > 0;)
			buffer_printf(&text, "%-13s", mark_of(snapshot_result(&history.items[i], clause->number)));
		free(number);
	}
	if (history.count)
		buffer_add(&text, "\n\n");
	for (i = history.count; i-- > 0;) {
		char *day = day_of(&history.items[i]);

		/* TRANSLATORS: a day, a snapshot, its occasion, and how many clauses were met and how many by overrule */
		buffer_printf(&text,
			_("%s  %s  %s: %lld met, %lld partly, %lld not, %lld not assessed; %lld by overrule\n"), day,
			history.items[i].ref, history.items[i].kind,
			(long long)snapshot_count(&history.items[i], "met"),
			(long long)snapshot_count(&history.items[i], "partly"),
			(long long)snapshot_count(&history.items[i], "not_met"),
			(long long)snapshot_count(&history.items[i], "not_assessed"),
			(long long)snapshot_count(&history.items[i], "by_overrule"));
		free(day);
	}
	for (i = 0; i < history.count; i++)
		snapshot_free(&history.items[i]);
	if (!ok)
		buffer_free(&text);
	return ok ? buffer_take(&text) : NULL;
}
