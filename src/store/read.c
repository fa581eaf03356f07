/* Reading records: generated statements, references told by their refs. */
#include <string.h>

#include "store/internal.h"

static char *select_of(const struct register_def *def, bool shown)
{
	struct buffer sql = { 0 };
	size_t i;

	buffer_add(&sql, "SELECT r.\"uuid\", r.\"ref\", t.\"rev\", t.\"created\", t.\"updated\"");
	for (i = 0; i < def->field_count; i++)
		if (shown && field_source(&def->fields[i])->versions) {
			char *version = version_sql(&def->fields[i], "t", "?2");

			buffer_printf(&sql, ", %s", version);
			free(version);
		} else if (field_is_stored(&def->fields[i])) {
			buffer_printf(&sql, ", t.\"%s\"", def->fields[i].name);
		}
	buffer_printf(&sql, " FROM \"%s\" t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"id\" = ?1",
		register_table(def));
	return buffer_take(&sql);
}

/* SELECT of all columns of a register, in the order of its stored fields. */
static char *select_sql(const void *of)
{
	return select_of(of, false);
}

/* The same with the versions that are in force on a day (?2) in place of what was written first. */
static char *select_shown_sql(const void *of)
{
	return select_of(of, true);
}

const struct register_def *read_register(struct store *store, int64_t id)
{
	const struct register_def *def = NULL;
	sqlite3_stmt *stmt = statement(store, "SELECT \"register\" FROM \"record\" WHERE \"id\" = ?1", NULL);

	if (!stmt)
		return NULL;
	sqlite3_bind_int64(stmt, 1, id);
	if (statement_row(store, stmt))
		def = row_register(store, stmt, 0);
	statement_end(store, stmt);
	return def;
}

static char *exists_sql(const void *of)
{
	const struct register_def *def = of;

	return xasprintf("SELECT 1 FROM \"%s\" WHERE \"id\" = ?1", register_table(def));
}

bool read_exists(struct store *store, const struct register_def *def, int64_t id)
{
	sqlite3_stmt *stmt = statement_of(store, exists_sql, def, NULL);
	bool found = false;

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	found = statement_row(store, stmt);
	statement_end(store, stmt);
	return found;
}

static char *name_sql(const void *of)
{
	const struct register_def *def = of;
	const struct field_def *field = register_title(def);
	const struct field_def *shown = field ? field_in_language(def, field, environment_language()) : NULL;
	struct buffer sql = { 0 };

	buffer_add(&sql, "SELECT r.\"ref\"");
	if (shown && shown != field)
		buffer_printf(&sql, ", COALESCE(t.\"%s\", t.\"%s\")", shown->name, field->name);
	else if (field)
		buffer_printf(&sql, ", t.\"%s\"", field->name);
	else
		buffer_add(&sql, ", NULL");
	buffer_printf(&sql, " FROM \"%s\" t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"id\" = ?1",
		register_table(def));
	return buffer_take(&sql);
}

/* The id that the reference of a record names; 0: none. */
static int64_t referred(struct store *store, const struct register_def *def, const char *field, int64_t id)
{
	char *sql = xasprintf("SELECT \"%s\" FROM \"%s\" WHERE \"id\" = ?1", field, register_table(def));
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	int64_t target = 0;

	free(sql);
	if (stmt) {
		sqlite3_bind_int64(stmt, 1, id);
		if (statement_row(store, stmt))
			target = row_id(store, stmt, 0);
	}
	statement_end(store, stmt);
	return target;
}

/* One of the fields that tell its records apart. */
static bool is_identity(const struct register_def *def, const struct field_def *field)
{
	size_t i;

	for (i = 0; def->identity && def->identity[i]; i++)
		if (strcmp(def->identity[i], field->name) == 0)
			return true;
	return false;
}

/*
 * Records without a title of their own are known by what they are about: a line
 * of the SoA by its control, an acceptance by its risk, an acknowledgement by
 * what was read and who has read it.
 */
static char *title_of_references(struct store *store, const struct register_def *def, int64_t id)
{
	struct strings titles = { 0 };
	char *joined;
	size_t i;

	if (store->title_depth == TITLE_DEPTH) {
		store_damaged(store, _("references go round in a circle"));
		return NULL;
	}
	store->title_depth++;
	for (i = 0; i < def->field_count && !register_title(def); i++) {
		const struct field_def *about = &def->fields[i];
		bool names = ((about->flags & FIELD_REQUIRED) || is_identity(def, about)) &&
			     about->type->storage == STORED_REFERENCE;
		int64_t target = names ? referred(store, def, about->name, id) : 0;
		char *title = NULL;

		if (target && read_name(store, register_find(about->target), target, NULL, &title) && title)
			strings_take(&titles, title);
	}
	store->title_depth--;
	joined = titles.count ? strings_join(&titles, " \xc2\xb7 ") : NULL;
	strings_free(&titles);
	return joined;
}

bool read_name(struct store *store, const struct register_def *def, int64_t id, char **ref, char **title)
{
	sqlite3_stmt *stmt = statement_of(store, name_sql, def, NULL);
	bool found = false;

	if (!stmt)
		return false;
	sqlite3_bind_int64(stmt, 1, id);
	if (statement_row(store, stmt)) {
		found = true;
		if (ref)
			*ref = xstrdup(row_text(store, stmt, 0));
		if (title)
			*title = xstrdup(row_text_or_null(store, stmt, 1));
	}
	statement_end(store, stmt);
	if (found && title && !*title)
		*title = title_of_references(store, def, id);
	return found;
}

void read_target(struct store *store, const struct field_def *field, int64_t id, char **ref, char **title)
{
	if (!read_name(store, register_find(field->target), id, ref, title))
		store_damaged(store, _("a record refers to one that is not in its register"));
}

/* An element of a list of references with what it sorts by: the ref, whether its record is here or not. */
struct element {
	char *key, *uuid, *text;
};

static int compare_elements(const void *a, const void *b)
{
	const struct element *first = a, *second = b;
	int order = strcmp(first->key, second->key);

	if (!order && first->uuid && second->uuid)
		order = strcmp(first->uuid, second->uuid);
	return order ? order : strcmp(first->text, second->text);
}

char *sort_elements(char *list)
{
	struct strings elements = { 0 };
	struct element *sorted;
	char *joined;
	size_t i;

	if (!list || !strchr(list, ','))
		return list;
	strings_split(&elements, list);
	sorted = xcalloc(elements.count + 1, sizeof *sorted);
	for (i = 0; i < elements.count; i++) {
		struct unresolved link;

		sorted[i].text = elements.items[i];
		if (elements.items[i][0] == '{' && unresolved_parse(elements.items[i], &link)) {
			sorted[i].key = text_sort_key(link.ref);
			sorted[i].uuid = xstrdup(link.uuid);
			unresolved_free(&link);
		} else {
			sorted[i].key = text_sort_key(elements.items[i]);
		}
	}
	qsort(sorted, elements.count, sizeof *sorted, compare_elements);
	for (i = 0; i < elements.count; i++) {
		elements.items[i] = sorted[i].text;
		free(sorted[i].key);
		free(sorted[i].uuid);
	}
	free(sorted);
	joined = strings_join(&elements, ",");
	strings_free(&elements);
	free(list);
	return joined;
}

static void add_unresolved(struct store *store, int64_t id, const char *field, struct buffer *list)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"register\", \"uuid\", \"ref\", \"title\" FROM \"unresolved\" WHERE \"record\" = ?1 AND \"field\" = ?2 ORDER BY \"ref\", \"uuid\"",
		NULL);

	if (!stmt)
		return;
	sqlite3_bind_int64(stmt, 1, id);
	bind_text(store, stmt, 2, field);
	while (statement_row(store, stmt)) {
		struct unresolved link;
		char *element;

		link.register_name = xstrdup(row_text(store, stmt, 0));
		link.uuid = xstrdup(row_text(store, stmt, 1));
		link.ref = xstrdup(row_text(store, stmt, 2));
		link.title = xstrdup(row_text(store, stmt, 3));
		element = unresolved_format(&link);
		if (list->length)
			buffer_add_char(list, ',');
		buffer_add(list, element);
		free(element);
		unresolved_free(&link);
	}
	statement_end(store, stmt);
}

char *store_unresolved(struct store *store, int64_t id, const char *field)
{
	struct buffer list = { 0 };

	add_unresolved(store, id, field, &list);
	if (!list.length) {
		buffer_free(&list);
		return NULL;
	}
	return buffer_take(&list);
}

/* SQL that gives refs and registers of the records whose reference names ?1 (the record, or what it points through). */
static char *referring_sql(const void *of)
{
	const struct field_def *field = of;

	return xasprintf(
		"SELECT r.\"ref\", r.\"register\" FROM \"%s\" t JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE t.\"%s\" = ?1",
		register_table(register_find(field->target)), field->inverse);
}

/*
 * Gives refs and registers at the other side of a field with links, or NULL.  A risk has a dozen of them:
 * those that lie in `link` share one statement each way.
 */
static sqlite3_stmt *links_statement(struct store *store, const struct field_def *field, int64_t id)
{
	const struct field_def *back =
		field->flags & FIELD_INVERSE ? register_field(register_find(field->target), field->inverse) : NULL;
	bool links = !back || back->type->storage == STORED_LINKS;
	sqlite3_stmt *stmt =
		!links ? statement_of(store, referring_sql, field, NULL)
		: back ? statement(store,
				 "SELECT r.\"ref\", r.\"register\" FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"record\" WHERE l.\"target\" = ?1 AND l.\"field\" = ?2 AND r.\"register\" = ?3",
				 NULL)
		       : statement(store,
				 "SELECT r.\"ref\", r.\"register\" FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"target\" WHERE l.\"record\" = ?1 AND l.\"field\" = ?2",
				 NULL);

	if (!stmt)
		return NULL;
	sqlite3_bind_int64(stmt, 1, id);
	if (links)
		bind_text(store, stmt, 2, back ? back->name : field->name);
	if (links && back)
		bind_text(store, stmt, 3, field->target);
	return stmt;
}

char *read_links(struct store *store, const struct register_def *def, const struct field_def *field, int64_t id)
{
	struct buffer list = { 0 };
	int64_t of = field_source(field)->through ? referred(store, def, field_source(field)->through, id) : id;
	sqlite3_stmt *stmt = links_statement(store, field, of);

	while (stmt && statement_row(store, stmt)) {
		if (strcmp(row_text(store, stmt, 1), field->target) != 0)
			store_damaged(store, _("a record refers to one of another register"));
		if (list.length)
			buffer_add_char(&list, ',');
		buffer_add(&list, row_text(store, stmt, 0));
	}
	statement_end(store, stmt);
	add_unresolved(store, id, field->name, &list);
	if (!list.length) {
		buffer_free(&list);
		return NULL;
	}
	return sort_elements(buffer_take(&list));
}

struct record *read_record(
	struct store *store, const struct register_def *def, int64_t id, bool inverse, struct error *error)
{
	bool shown = inverse && versions_of(def);
	sqlite3_stmt *stmt = statement_of(store, shown ? select_shown_sql : select_sql, def, error);
	struct record *record = NULL;
	int64_t *ids = NULL;
	char today[11];
	size_t i;
	int column = 5, code;

	if (!stmt)
		return NULL;
	sqlite3_bind_int64(stmt, 1, id);
	if (shown) {
		version_today(store, today);
		bind_text(store, stmt, 2, today);
	}
	code = statement_step(store, stmt, error);
	if (code != SQLITE_ROW) {
		if (code == SQLITE_DONE)
			error_set(error, ERROR_INVALID, _("The record is not there any more."));
		goto out;
	}
	record = record_empty(def);
	record->id = id;
	record->uuid = xstrdup(row_text(store, stmt, 0));
	record->ref = xstrdup(row_text(store, stmt, 1));
	record->rev = row_id(store, stmt, 2);
	record->created = xstrdup(row_text(store, stmt, 3));
	record->updated = xstrdup(row_text(store, stmt, 4));
	ids = xcalloc(def->field_count, sizeof *ids);
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (!field_is_stored(field))
			continue;
		if (field->type->storage == STORED_REFERENCE)
			ids[i] = row_id(store, stmt, column);
		else
			record->values[i] = row_value(store, stmt, column, field);
		column++;
	}
	for (i = 0; i < def->field_count; i++) {
		const struct field_def *field = &def->fields[i];

		if (ids[i])
			read_target(store, field, ids[i], &record->values[i], NULL);
		else if (field->type->storage == STORED_REFERENCE)
			record->values[i] = store_unresolved(store, id, field->name);
		else if (field->flags & FIELD_INVERSE ? inverse : field->type->storage == STORED_LINKS)
			record->values[i] = read_links(store, def, field, id);
	}
	if (!store_sound(store, error)) {
		record_free(record);
		record = NULL;
	}
out:
	free(ids);
	statement_end(store, stmt);
	return record;
}

struct record *store_record(struct store *store, int64_t id, struct error *error)
{
	const struct register_def *def = read_register(store, id);

	if (!def) {
		if (store_sound(store, error))
			error_set(error, ERROR_INVALID, _("The record is not there any more."));
		return NULL;
	}
	return read_record(store, def, id, true, error);
}
