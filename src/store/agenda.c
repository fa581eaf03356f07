/*
 * The agenda: the due dates of all registers in one order, merged from the
 * indexes on them.  A line stands at (date, source, id), and a window is taken after or
 * before one: each source gives a few rows from there on, so that the
 * first screen costs the same on ten records as on a million.
 */
#include <stdlib.h>
#include <string.h>

#include "store/compile.h"
#include "store/internal.h"

#define CHUNK 6 /* rows asked of each source at first: most give one or two to a screen */
#define CHUNK_NEXT 40

struct source {
	struct due_source of;
	struct query *query; /* NULL: the filter leaves nothing of it */
	const char *columns[12];
	size_t column_count, quiet; /* quiet: where the columns begin that tell whether the day is kept back */
	bool has_title, has_owner;
	bool by_clock; /* the last two columns before those are the moments between which it runs */
	/* while a window is read */
	struct rows rows;
	size_t at;
	bool ended;
	enum window_from from;
	char *key;
	int64_t id;
};

struct agenda {
	struct store *store;
	struct source *sources;
	size_t count;
};

/* Of the lines of the SoA, those that it is made of now; what an earlier edition answered is only read. */
static void leave_old_editions(struct store *store, struct query *query)
{
	struct query *soa = query_soa(store_context(store), SOA_ALL);
	size_t i;

	for (i = 0; query->def == soa->def && i < soa->condition_count; i++)
		query_add(query, soa->conditions[i].path, soa->conditions[i].op, soa->conditions[i].value);
	query_free(soa);
}

/* The columns that are asked of each row of a source. */
static void choose_columns(struct source *source)
{
	const struct register_def *def = source->of.def;
	const struct field_def *title = register_title(def);
	const char *owner = register_owner(def);
	size_t i;

	if (!title)
		title = register_about(def);
	source->columns[source->column_count++] = "uuid";
	source->has_title = title != NULL;
	if (title)
		source->columns[source->column_count++] = title->name;
	source->has_owner = owner != NULL;
	if (owner)
		source->columns[source->column_count++] = owner;
	source->by_clock = def->hours && strcmp(def->hours->due, source->of.field->name) == 0;
	if (source->by_clock) {
		source->columns[source->column_count++] = def->hours->from;
		source->columns[source->column_count++] = def->hours->until;
	}
	source->quiet = source->column_count;
	if (def->quiet) {
		source->columns[source->column_count++] = def->quiet->until;
		for (i = 0; def->quiet->when[i]; i += 2)
			source->columns[source->column_count++] = def->quiet->when[i];
	}
}

static struct agenda *open_agenda(struct store *store, const struct query *filter, bool told, struct error *error)
{
	struct date today = environment_today(store_context(store)->time_zone);
	struct agenda *agenda = xcalloc(1, sizeof *agenda);
	struct due_source *sources = due_sources(&agenda->count);
	bool ok = true;
	size_t i;

	agenda->store = store;
	agenda->sources = xcalloc(agenda->count ? agenda->count : 1, sizeof *agenda->sources);
	for (i = 0; i < agenda->count && ok; i++) {
		struct source *source = &agenda->sources[i];
		bool excluded;

		source->of = sources[i];
		source->query = due_query(&sources[i], filter, &today, &excluded, error);
		ok = source->query || excluded;
		if (source->query)
			leave_old_editions(store, source->query);
		if (source->query && told)
			due_query_told(source->query);
		choose_columns(source);
	}
	free(sources);
	if (ok)
		return agenda;
	agenda_close(agenda);
	return NULL;
}

struct agenda *agenda_open(struct store *store, const struct query *filter, struct error *error)
{
	return open_agenda(store, filter, false, error);
}

struct agenda *agenda_open_told(struct store *store, const struct query *filter, struct error *error)
{
	return open_agenda(store, filter, true, error);
}

static void source_reset(struct source *source)
{
	rows_free(&source->rows);
	source->rows.columns = 0;
	free(source->key);
	source->key = NULL;
}

void agenda_close(struct agenda *agenda)
{
	size_t i;

	if (!agenda)
		return;
	for (i = 0; i < agenda->count; i++) {
		source_reset(&agenda->sources[i]);
		query_free(agenda->sources[i].query);
	}
	free(agenda->sources);
	free(agenda);
}

static void item_free(struct agenda_item *item)
{
	free(item->uuid);
	free(item->ref);
	free(item->date);
	free(item->title);
	free(item->owner);
	free(item->owner_ref);
}

void agenda_items_free(struct agenda_items *items)
{
	size_t i;

	for (i = 0; i < items->count; i++)
		item_free(&items->items[i]);
	free(items->items);
	memset(items, 0, sizeof *items);
}

/* Where a source begins: what stands on the same day in a source before or after that of `at` is behind or ahead as a whole. */
static void begin(struct source *source, size_t index, enum window_from from, const struct agenda_item *at)
{
	source_reset(source);
	source->at = 0;
	source->ended = source->query == NULL;
	source->from = from;
	source->id = 0;
	if (!at || from == WINDOW_FIRST || from == WINDOW_LAST)
		return;
	source->key = xstrdup(at->date);
	source->id = index == at->source ? at->id : index < at->source ? INT64_MAX : 0;
}

static bool fill(struct agenda *agenda, struct source *source, size_t most, struct error *error)
{
	struct window window = { .query = source->query,
		.columns = source->columns,
		.column_count = source->column_count,
		.from = source->from,
		.key = source->key,
		.id = source->id };
	const struct row *last;
	bool backward = source->from == WINDOW_LAST || source->from == WINDOW_BEFORE;

	window.count = source->rows.columns ? CHUNK_NEXT : CHUNK;
	if (window.count > most)
		window.count = most;
	rows_free(&source->rows);
	if (!store_window(agenda->store, &window, &source->rows, error))
		return false;
	source->at = 0;
	if (!source->rows.count) {
		source->ended = true;
		return true;
	}
	/* From where the next rows of it are taken. */
	last = &source->rows.items[backward ? 0 : source->rows.count - 1];
	free(source->key);
	source->key = xstrdup(last->key);
	source->id = last->id;
	source->from = backward ? WINDOW_BEFORE : WINDOW_AFTER;
	return true;
}

static struct row *front(struct source *source)
{
	bool backward = source->from == WINDOW_BEFORE;

	return source->at < source->rows.count
		       ? &source->rows.items[backward ? source->rows.count - 1 - source->at : source->at]
		       : NULL;
}

struct quiet_row {
	const struct source *source;
	const struct row *row;
};

static const char *quiet_value(const void *user, const char *field)
{
	const struct quiet_row *quiet = user;
	size_t i;

	for (i = quiet->source->quiet; i < quiet->source->column_count; i++)
		if (strcmp(quiet->source->columns[i], field) == 0)
			return quiet->row->cells[i].value;
	return NULL;
}

/* What it is called; what others are not to know says so. */
static char *title_of(const struct source *source, const struct row *row, const char *title)
{
	struct quiet_row quiet = { source, row };

	/* TRANSLATORS: an audit that is to surprise those who are audited */
	return due_is_quiet(source->of.def, quiet_value, &quiet) ? xasprintf(_("%s (unannounced)"), title)
								 : xstrdup(title);
}

/* The line moves out of the row. */
static void take(struct agenda *agenda, struct source *source, struct agenda_item *item)
{
	struct row *row = front(source);
	size_t column = 1;

	memset(item, 0, sizeof *item);
	item->def = source->of.def;
	item->field = source->of.field;
	item->source = (size_t)(source - agenda->sources);
	item->id = row->id;
	item->date = xstrdup(row->key);
	item->ref = xstrdup(row->ref);
	item->uuid = xstrdup(row->cells[0].text);
	item->title = title_of(source, row, source->has_title ? row->cells[column++].text : "");
	item->owner = xstrdup(source->has_owner ? row->cells[column].text : "");
	item->owner_ref = source->has_owner ? xstrdup(row->cells[column].value) : NULL;
	item->runs =
		source->by_clock && clocks_running(item->def, &row->cells[source->quiet - 2],
					    &row->cells[source->quiet - 1], store_context(agenda->store), &item->clock);
	source->at++;
}

bool agenda_window(struct agenda *agenda, enum window_from from, const struct agenda_item *at, size_t count,
	struct agenda_items *items, struct error *error)
{
	bool backward = from == WINDOW_LAST || from == WINDOW_BEFORE, ok = true;
	size_t i;

	memset(items, 0, sizeof *items);
	items->items = xcalloc(count ? count : 1, sizeof *items->items);
	for (i = 0; i < agenda->count; i++)
		begin(&agenda->sources[i], i, from, at);
	while (items->count < count && ok) {
		struct source *next = NULL;
		const struct row *least = NULL;

		for (i = 0; i < agenda->count && ok; i++) {
			struct source *source = &agenda->sources[i];
			const struct row *row = front(source);
			int order;

			if (!row && !source->ended) {
				ok = fill(agenda, source, count - items->count, error);
				row = front(source);
			}
			if (!ok || !row)
				continue;
			/* On one day the sources stand in their order, backwards in the reverse. */
			order = least ? strcmp(row->key, least->key) : -1;
			if (!least || (backward ? order >= 0 : order < 0)) {
				least = row;
				next = source;
			}
		}
		if (!next)
			break;
		if (ok)
			take(agenda, next, &items->items[items->count++]);
	}
	for (i = 0; i < agenda->count; i++)
		source_reset(&agenda->sources[i]);
	for (i = 0; backward && i < items->count / 2; i++) {
		struct agenda_item swap = items->items[i];

		items->items[i] = items->items[items->count - 1 - i];
		items->items[items->count - 1 - i] = swap;
	}
	if (!ok)
		agenda_items_free(items);
	return ok;
}

char *agenda_text(const struct agenda_item *item, const struct date *today)
{
	return item->runs ? hours_due_text(&item->clock, environment_now()) : due_text(due_days(today, item->date));
}

static bool is_behind(const struct agenda_item *item, const struct agenda_item *last)
{
	int order = strcmp(item->date, last->date);

	if (order)
		return order > 0;
	return item->source != last->source ? item->source > last->source : item->id > last->id;
}

bool agenda_each(struct agenda *agenda, bool (*each)(void *user, const struct agenda_item *item), void *user,
	struct error *error)
{
	struct agenda_items items = { 0 };
	bool go = true, ok = true;

	do {
		struct agenda_items more;
		struct agenda_item *last = items.count ? &items.items[items.count - 1] : NULL;
		bool damaged;
		size_t i;

		ok = agenda_window(agenda, last ? WINDOW_AFTER : WINDOW_FIRST, last, 2000, &more, error);
		/* A day that is none (text behind a NUL) would bring the same lines for ever. */
		damaged = ok && last && more.count && !is_behind(&more.items[0], last);
		agenda_items_free(&items);
		if (damaged) {
			agenda_items_free(&more);
			ok = error_set(error, ERROR_DAMAGED,
				_("%s is damaged: a day on which something is due cannot be read. Restore a copy, or look at it with `noria check`."),
				store_path(agenda->store));
		}
		if (!ok)
			break;
		items = more;
		for (i = 0; i < items.count && go; i++)
			go = each(user, &items.items[i]);
	} while (go && items.count);
	agenda_items_free(&items);
	return ok;
}

/* Whether who is late by its only day is what this source tells: the whole register, and no other day of it. */
static bool is_whole(const struct source *source)
{
	const struct field_def *day = compile_next_due(source->of.def, NULL);

	/* Who is open and has a day: a filter, or the editions of the SoA, would have said more. */
	return source->query->condition_count == 2 && !compile_next_due(source->of.def, day);
}

int64_t agenda_count(struct agenda *agenda, bool late, struct error *error)
{
	struct date today = environment_today(store_context(agenda->store)->time_zone);
	int64_t total = 0;
	char text[11];
	size_t i;

	date_format(&today, text);
	for (i = 0; i < agenda->count; i++) {
		struct query *query;
		int64_t count;

		if (!agenda->sources[i].query)
			continue;
		if (late && is_whole(&agenda->sources[i])) {
			/* In the words of the panel, so that both count it once. */
			query = query_new(agenda->sources[i].of.def);
			query_add(query, NULL, OP_LATE, NULL);
		} else {
			query = query_copy(agenda->sources[i].query);
			if (late)
				query_add(query, agenda->sources[i].of.field->name, OP_LESS, text);
		}
		count = store_count(agenda->store, query, error);
		query_free(query);
		if (count < 0)
			return -1;
		total += count;
	}
	return total;
}

int64_t store_late(struct store *store)
{
	struct agenda *agenda = agenda_open(store, NULL, NULL);
	int64_t late = agenda ? agenda_count(agenda, true, NULL) : -1;

	agenda_close(agenda);
	return late;
}
