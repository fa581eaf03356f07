/* The copy that a record keeps when it is closed: what it was about, with the names of all that this refers to (model/frozen.h). */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/frozen.h"
#include "store/internal.h"

/* A value is one row of the journal too, where its quotes take two bytes each; SQLite takes 64 MiB. */
#define MOST_BYTES 48000000

#define RANKS (SCALE_MAX + 1)

struct copy {
	struct buffer text, table;
	struct buffer ranks[RANKS]; /* the rows, by level; 0: not rated */
	const struct register_def *def, *of;
	const char *const *columns;
	size_t count;
	const bool *refers;  /* one for each column */
	const int *in_table; /* the columns of the table among them, -1: the ref */
	size_t table_count;
	int ranked;            /* the column of the level by which they are ranked; -1: none */
	struct strings chosen; /* refs, sorted; none: all */
	struct strings named;  /* elements that the values refer to */
	size_t most_named;     /* before they are sorted */
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Sorted, each once. */
static void sort_once(struct strings *strings)
{
	size_t i, kept = 0;

	strings_sort(strings);
	for (i = 0; i < strings->count; i++)
		if (kept && strcmp(strings->items[kept - 1], strings->items[i]) == 0)
			free(strings->items[i]);
		else
			strings->items[kept++] = strings->items[i];
	strings->count = kept;
}

static bool holds(const struct strings *sorted, const char *text)
{
	return sorted->count && bsearch(&text, sorted->items, sorted->count, sizeof sorted->items[0], by_text) != NULL;
}

static void name_elements(struct copy *copy, const char *value)
{
	strings_split(&copy->named, value);
	/* So many name the same few over and over. */
	if (copy->named.count < copy->most_named)
		return;
	sort_once(&copy->named);
	copy->most_named = copy->named.count * 2 + 10000;
}

static void add_value(struct copy *copy, struct buffer *text, const char *value, bool refers)
{
	frozen_add(text, value);
	if (refers && value)
		name_elements(copy, value);
}

/* Tabs separate, as in the tables that scripts read; what would break a row becomes a space. */
static void add_cell(struct buffer *table, const char *value, bool first)
{
	if (!first)
		buffer_add_char(table, '\t');
	for (; value && *value; value++)
		buffer_add_char(table, *value == '\t' || *value == '\n' ? ' ' : *value);
}

static bool add_row(void *user, const struct row *row)
{
	struct copy *copy = user;
	const char *level = copy->ranked < 0 ? NULL : row->cells[copy->ranked].value;
	/* A level of no scale counts as none. */
	unsigned long rank = level ? strtoul(level, NULL, 10) : 0;
	struct buffer *text = &copy->ranks[rank < RANKS ? rank : 0];
	size_t i;

	if (copy->chosen.count && !holds(&copy->chosen, row->ref))
		return true;
	frozen_begin(text, "row");
	frozen_add(text, row->ref);
	for (i = 0; i < copy->count; i++)
		add_value(copy, text, row->cells[i].value, copy->refers[i]);
	frozen_end(text);
	for (i = 0; i < copy->table_count; i++)
		add_cell(&copy->table, copy->in_table[i] < 0 ? row->ref : row->cells[copy->in_table[i]].value, i == 0);
	if (copy->table_count)
		buffer_add_char(&copy->table, '\n');
	return true;
}

/* -1: it is none of them. */
static int column_at(const struct copy *copy, const char *name)
{
	size_t i;

	for (i = 0; name && i < copy->count; i++)
		if (strcmp(copy->columns[i], name) == 0)
			return (int)i;
	return -1;
}

/* The header of the table, and where its columns stand. */
static int *begin_table(struct copy *copy)
{
	const char *const *columns = copy->def->snapshot.columns;
	int *places;
	size_t i;

	while (columns && columns[copy->table_count])
		copy->table_count++;
	places = xcalloc(copy->table_count + 1, sizeof *places);
	for (i = 0; i < copy->table_count; i++) {
		places[i] = column_at(copy, columns[i]);
		add_cell(&copy->table, columns[i], i == 0);
	}
	if (i)
		buffer_add_char(&copy->table, '\n');
	return places;
}

/* Read in the order of the refs, which is that of the file's pages. */
static bool read_rows(struct store *store, struct copy *copy, struct error *error)
{
	struct query *query = query_new(copy->of);
	bool *refers = xcalloc(copy->count + 1, sizeof *refers), ok;
	int *places = begin_table(copy);
	size_t i;

	for (i = 0; i < copy->count; i++)
		refers[i] = field_is_reference(register_field(copy->of, copy->columns[i]));
	copy->refers = refers;
	copy->in_table = places;
	ok = query_sort(query, "ref", error) &&
	     store_each_value(store, query, copy->columns, copy->count, add_row, copy, error);
	query_free(query);
	free(refers);
	free(places);
	return ok;
}

static bool add_rows(struct store *store, struct copy *copy, const struct record *record, struct error *error)
{
	const struct register_def *def = copy->def;
	const char *selection = def->snapshot.selection ? record_get(record, def->snapshot.selection) : NULL;
	bool ok;
	int rank;

	if (selection)
		strings_split(&copy->chosen, selection);
	sort_once(&copy->chosen);
	frozen_begin(&copy->text, "columns");
	for (copy->count = 0; copy->columns[copy->count]; copy->count++)
		frozen_add(&copy->text, copy->columns[copy->count]);
	frozen_end(&copy->text);
	copy->ranked = column_at(copy, def->snapshot.ranked);
	ok = (def->snapshot_chosen && !selection) || read_rows(store, copy, error);
	for (rank = RANKS - 1; rank >= 0; rank--) {
		if (copy->ranks[rank].length) {
			buffer_add_char(&copy->text, '\n');
			buffer_add_bytes(&copy->text, copy->ranks[rank].data, copy->ranks[rank].length);
		}
		buffer_free(&copy->ranks[rank]);
	}
	return ok;
}

static void add_record(struct copy *copy, const struct record *record)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];

		if (!record->values[i] ||
			(field->flags & (FIELD_SNAPSHOT | FIELD_INTERNAL | FIELD_EXTERNAL | FIELD_INVERSE)))
			continue;
		frozen_begin(&copy->text, "field");
		frozen_add(&copy->text, field->name);
		add_value(copy, &copy->text, record->values[i], field_is_reference(field));
		frozen_end(&copy->text);
	}
}

static bool add_organisation(struct store *store, struct copy *copy, struct error *error)
{
	struct record *organisation = store_organisation(store, error);
	const struct model_context *context = store_context(store);

	if (!organisation)
		return false;
	frozen_begin(&copy->text, "organisation");
	frozen_add(&copy->text, record_get(organisation, "name"));
	frozen_add(&copy->text, record_get(organisation, "activity"));
	frozen_add(&copy->text, context->time_zone);
	frozen_add(&copy->text, context->catalogue_prefix);
	frozen_end(&copy->text);
	record_free(organisation);
	return true;
}

struct threshold {
	char *level, *ref;
};

static bool take_threshold(void *user, const struct row *row)
{
	struct threshold *threshold = user;

	threshold->level = xstrdup(row->cells[0].value);
	threshold->ref = xstrdup(row->ref);
	return false;
}

/* The last one of the method on that day; none was decided by then: what the method says. */
static bool find_threshold(struct store *store, const struct record *method, const char *day,
	struct threshold *threshold, struct error *error)
{
	static const char *const columns[] = { "level" };
	struct query *query = query_new(register_find("threshold"));
	char *condition = xasprintf("date<=%s", day ? day : "today");
	bool ok;

	query_add(query, "method", OP_EQUAL, method->ref);
	ok = query_parse(query, store_context(store), condition, error) && query_sort(query, "-date", error) &&
	     store_each_value(store, query, columns, 1, take_threshold, threshold, error);
	query_free(query);
	free(condition);
	if (ok && !threshold->level)
		threshold->level = xasprintf("%d", threshold_on(store, method->id, day ? day : ""));
	return ok;
}

static bool add_level(void *user, const struct row *row)
{
	struct buffer *text = user;
	size_t i;

	frozen_begin(text, "level");
	for (i = 0; i < 6; i++)
		frozen_add(text, row->cells[i].value);
	frozen_end(text);
	return true;
}

/* The method by which the risks of the file are rated, whatever other one the record names. */
static bool add_method(struct store *store, struct copy *copy, const char *day, struct error *error)
{
	static const char *const fields[] = { "title", "title_fr", "likelihoods", "impacts", "levels", "grid" },
				 *const levels[] = { "scale", "number", "name", "name_fr", "definition",
					 "definition_fr" };
	const char *ref = store_context(store)->method.ref;
	struct record *method = ref ? store_record_by_ref(store, ref, error) : NULL;
	struct threshold threshold = { NULL, NULL };
	struct query *query;
	bool ok;
	size_t i;

	if (!ref)
		return true;
	if (!method || !find_threshold(store, method, day, &threshold, error)) {
		record_free(method);
		return false;
	}
	frozen_begin(&copy->text, "method");
	frozen_add(&copy->text, method->ref);
	for (i = 0; i < sizeof fields / sizeof fields[0]; i++)
		frozen_add(&copy->text, record_get(method, fields[i]));
	frozen_add(&copy->text, threshold.level);
	frozen_add(&copy->text, threshold.ref);
	frozen_end(&copy->text);
	query = query_new(register_find("level"));
	query_add(query, "method", OP_EQUAL, method->ref);
	ok = store_each_value(store, query, levels, 6, add_level, &copy->text, error);
	query_free(query);
	free(threshold.level);
	free(threshold.ref);
	record_free(method);
	return ok;
}

struct naming {
	struct copy *copy;
	const struct register_def *def;
	size_t count; /* of the fields with its title */
	struct strings found;
};

static void add_name(struct copy *copy, const struct register_def *def, const char *ref, const char *title,
	const char *french, bool deleted)
{
	frozen_begin(&copy->text, "name");
	frozen_add(&copy->text, def ? def->name : NULL);
	frozen_add(&copy->text, ref);
	frozen_add(&copy->text, title);
	frozen_add(&copy->text, french);
	frozen_add(&copy->text, deleted ? "1" : NULL);
	frozen_end(&copy->text);
}

static bool name_row(void *user, const struct row *row)
{
	struct naming *naming = user;

	if (!holds(&naming->copy->named, row->ref))
		return true;
	add_name(naming->copy, naming->def, row->ref, naming->count ? row->cells[0].value : NULL,
		naming->count > 1 ? row->cells[1].value : NULL, false);
	strings_add(&naming->found, row->ref);
	return true;
}

/* Those that the values name of one register, in both languages; whose title is none of its fields: none. */
static bool name_register(struct store *store, struct naming *naming, struct error *error)
{
	const struct field_def *title = register_title(naming->def);
	char *french = title ? xasprintf("%s_fr", title->name) : NULL;
	const char *columns[2] = { title ? title->name : NULL, french };
	struct query *query = query_new(naming->def);
	bool ok;

	naming->count = !title ? 0 : (title->flags & FIELD_TRANSLATED) && register_field(naming->def, french) ? 2 : 1;
	ok = store_each_value(store, query, columns, naming->count, name_row, naming, error);
	query_free(query);
	free(french);
	return ok;
}

/* What no register holds any more is known by its ref alone. */
static void name_deleted(struct store *store, struct naming *naming)
{
	size_t i;

	sort_once(&naming->found);
	for (i = 0; i < naming->copy->named.count; i++) {
		const char *ref = naming->copy->named.items[i];
		bool deleted = false;

		if (*ref != '{' && !holds(&naming->found, ref) && store_find_ever(store, ref, &deleted) && deleted)
			add_name(naming->copy, NULL, ref, NULL, NULL, true);
	}
}

static bool is_target(const struct copy *copy, const struct register_def *of, const char *register_name)
{
	size_t i;

	for (i = 0; i < of->field_count; i++)
		if (of->fields[i].target && strcmp(of->fields[i].target, register_name) == 0)
			return true;
	return of != copy->of && is_target(copy, copy->of, register_name);
}

static bool add_names(struct store *store, struct copy *copy, const struct record *record, struct error *error)
{
	struct naming naming = { .copy = copy };
	bool ok = true;
	size_t i;

	sort_once(&copy->named);
	for (i = 0; dictionary[i] && ok; i++) {
		naming.def = dictionary[i];
		if (is_target(copy, record->def, naming.def->name))
			ok = name_register(store, &naming, error);
	}
	if (ok)
		name_deleted(store, &naming);
	strings_free(&naming.found);
	return ok;
}

static bool fits(const struct record *record, const struct copy *copy, struct error *error)
{
	size_t bytes = copy->table.length;
	const char *c;

	for (c = copy->text.data; *c; c++)
		bytes += strchr("\"\\\n", *c) ? 2 : 1;
	if (bytes <= MOST_BYTES)
		return true;
	return error_set_field(error, ERROR_INVALID, "status",
		_("%s is about more than one record can keep a copy of; name a part of it in each of several (%s)."),
		record->ref, _(register_field(record->def, record->def->snapshot.selection)->label));
}

bool frozen_take(struct store *store, struct record *record, struct error *error)
{
	const struct register_def *def = record->def;
	struct copy copy = { .def = def, .of = register_find(def->snapshot.of), .columns = def->snapshot.kept };
	bool ok;

	if (def->snapshot.copy) {
		frozen_write_head(&copy.text, record->ref, copy.of->name);
		add_record(&copy, record);
		ok = add_organisation(store, &copy, error) &&
		     add_method(store, &copy, def->day ? record_get(record, def->day) : NULL, error) &&
		     add_rows(store, &copy, record, error) && add_names(store, &copy, record, error) &&
		     fits(record, &copy, error);
	} else {
		ok = add_rows(store, &copy, record, error);
	}
	if (ok) {
		if (def->snapshot.copy)
			record_set(record, def->snapshot.copy, copy.text.data);
		if (def->snapshot.table)
			record_set(record, def->snapshot.table, copy.table.data);
	}
	buffer_free(&copy.text);
	buffer_free(&copy.table);
	strings_free(&copy.chosen);
	strings_free(&copy.named);
	return ok;
}
