/*
 * Every record against the journal: its identity, its dates, its fields, what it refers to,
 * its sort keys and its search text.  The journal's rows of a record come in their order,
 * its values are rebuilt row by row, and the record is compared once they are through; of
 * no more than one record anything is kept.
 */
#include <string.h>

#include "store/check.h"

/* A place in the journal. */
struct place {
	int64_t entry, seq;
};

/* What the journal says of a record. */
struct rebuilt {
	int64_t id;
	const struct register_def *def; /* NULL: no row could be understood yet */
	char **values;                  /* in the journal's form */
	char *uuid, *ref, *created;
	int64_t entries; /* that touched it since it was made */
	struct place made, last;
	bool live;    /* created and not deleted */
	bool unknown; /* a row could not be understood: its values are not compared */
};

/* The uuids that the organisation had, of which those of its lines in the SoA follow. */
struct identities {
	struct strings uuids;
	struct place changed; /* when it got the last one */
	int64_t organisation;
};

static bool is_before(struct place a, struct place b)
{
	return a.entry < b.entry || (a.entry == b.entry && a.seq < b.seq);
}

static void rebuilt_clear(struct rebuilt *rebuilt)
{
	size_t i;

	if (rebuilt->values)
		for (i = 0; i < rebuilt->def->field_count; i++)
			free(rebuilt->values[i]);
	free(rebuilt->values);
	free(rebuilt->uuid);
	free(rebuilt->ref);
	free(rebuilt->created);
	memset(rebuilt, 0, sizeof *rebuilt);
}

static void replace(char **text, const char *with)
{
	char *copy = xstrdup(with);

	free(*text);
	*text = copy;
}

static bool same_elements(const char *a, const char *b)
{
	struct strings first = { 0 }, second = { 0 };
	size_t i;
	bool same;

	if (a)
		strings_split(&first, a);
	if (b)
		strings_split(&second, b);
	same = first.count == second.count;
	for (i = 0; i < first.count && same; i++)
		same = strings_contain(&second, first.items[i]);
	strings_free(&first);
	strings_free(&second);
	return same;
}

/* ---- replaying ---- */

/* The same record, also where the journal knew it under another ref or title meanwhile. */
static bool same_element(const char *a, const char *b)
{
	struct unresolved first, second;
	bool same = strcmp(a, b) == 0;

	if (!same && a[0] == '{' && b[0] == '{' && unresolved_parse(a, &first)) {
		if (unresolved_parse(b, &second)) {
			same = strcmp(first.uuid, second.uuid) == 0;
			unresolved_free(&second);
		}
		unresolved_free(&first);
	}
	return same;
}

static void replay_element(struct rebuilt *rebuilt, int index, const char *element, bool add)
{
	struct strings elements = { 0 }, rest = { 0 };
	size_t i;

	if (rebuilt->values[index])
		strings_split(&elements, rebuilt->values[index]);
	for (i = 0; i < elements.count; i++)
		if (!same_element(elements.items[i], element))
			strings_add(&rest, elements.items[i]);
	if (add)
		strings_add(&rest, element);
	free(rebuilt->values[index]);
	rebuilt->values[index] = rest.count ? strings_join(&rest, ",") : NULL;
	strings_free(&elements);
	strings_free(&rest);
}

/* The uuid that a line of the SoA has in an organisation of that uuid. */
static bool line_uuid(const struct rebuilt *rebuilt, const char *organisation, char uuid[UUID_TEXT])
{
	const struct field_def *answers = register_answers(rebuilt->def);
	const char *asked = answers ? rebuilt->values[answers - rebuilt->def->fields] : NULL;

	if (!asked || !uuid_is_valid(organisation))
		return false;
	uuid_named(organisation, asked, uuid);
	return true;
}

/* Whether a row of that uuid is of the record: an organisation may have had others, and then its lines in the SoA had. */
static bool is_of_record(struct rebuilt *rebuilt, const struct identities *identities, const char *uuid)
{
	char other[UUID_TEXT];
	size_t i;

	if (!rebuilt->uuid || strcmp(rebuilt->uuid, uuid) == 0)
		return true;
	if (rebuilt->id == identities->organisation)
		return strings_contain(&identities->uuids, uuid);
	for (i = 0; i < identities->uuids.count; i++)
		if (line_uuid(rebuilt, identities->uuids.items[i], other) && strcmp(other, uuid) == 0)
			return true;
	return false;
}

/* A seal is the head of the journal when it was set: what was signed is bound to all that was there. */
static void check_seal(
	struct checker *checker, const struct rebuilt *rebuilt, const struct field_def *field, const char *value)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = value && (field->flags & FIELD_SEALED)
				     ? statement(store, "SELECT \"parent\" FROM \"entry\" WHERE \"id\" = ?1", NULL)
				     : NULL;

	if (!stmt)
		return;
	sqlite3_bind_int64(stmt, 1, rebuilt->last.entry);
	if (statement_row(store, stmt) && strcmp(row_text(store, stmt, 0), value) != 0)
		check_problem(checker, _("The seal of %s is not the head of the journal at the time."),
			rebuilt->ref ? rebuilt->ref : "?");
	statement_end(store, stmt);
}

static void replay_record(struct checker *checker, struct rebuilt *rebuilt, const struct json *row)
{
	const struct json *object = json_at(row, 4), *created = json_member(object, "created");
	/* One that comes back by undo has the seal that it had. */
	bool again = rebuilt->uuid != NULL;
	size_t i;

	rebuilt->live = json_text(row, 0)[0] == '+';
	replace(&rebuilt->uuid, json_text(row, 2));
	replace(&rebuilt->ref, json_text(row, 3));
	replace(&rebuilt->created, created && created->type == JSON_STRING ? created->text : NULL);
	rebuilt->entries = 1;
	rebuilt->made = rebuilt->last;
	for (i = 0; i < rebuilt->def->field_count; i++) {
		const struct field_def *field = &rebuilt->def->fields[i];
		const struct json *value = rebuilt->live ? json_member(object, field->name) : NULL;

		replace(&rebuilt->values[i], value && value->type == JSON_STRING ? value->text : NULL);
		if (!again)
			check_seal(checker, rebuilt, field, rebuilt->values[i]);
	}
}

static void replay_field(struct checker *checker, struct rebuilt *rebuilt, const struct json *row)
{
	const char *kind = json_text(row, 0), *name = json_text(row, 3), *element = json_text(row, 4);
	int index = name ? register_field_index(rebuilt->def, name) : -1;

	if (name && element && strcmp(name, "uuid") == 0 && (rebuilt->def->flags & REGISTER_SINGLE)) {
		if (kind[0] == '+')
			replace(&rebuilt->uuid, element);
	} else if (index >= 0 && strcmp(kind, "set") == 0) {
		replace(&rebuilt->values[index], json_text(row, 5));
		check_seal(checker, rebuilt, &rebuilt->def->fields[index], rebuilt->values[index]);
	} else if (index >= 0 && element) {
		replay_element(rebuilt, index, element, kind[0] == '+');
	}
}

/* Whether a row of the journal can be told at all. */
static bool is_understood(const struct json *row)
{
	static const char *const kinds[] = { "+record", "-record", "set", "+", "-" };
	const char *kind = json_text(row, 0), *name = json_text(row, 1), *uuid = json_text(row, 2);
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (kind && strcmp(kind, kinds[i]) == 0)
			return name && register_find(name) && uuid && json_text(row, 3);
	return false;
}

static void replay(struct checker *checker, struct rebuilt *rebuilt, const struct identities *identities,
	struct place at, const char *text)
{
	struct json *row = text ? json_parse(text) : NULL;
	const struct register_def *def;
	bool whole;

	if (!is_understood(row)) {
		check_problem(checker, _("A row of journal entry %lld cannot be understood."), (long long)at.entry);
		rebuilt->unknown = true;
		json_free(row);
		return;
	}
	def = register_find(json_text(row, 1));
	if (!rebuilt->def) {
		rebuilt->def = def;
		rebuilt->values = xcalloc(def->field_count, sizeof *rebuilt->values);
	}
	whole = strstr(json_text(row, 0), "record") != NULL;
	if (def != rebuilt->def || (whole && rebuilt->ref && strcmp(rebuilt->ref, json_text(row, 3)) != 0) ||
		(!(whole && json_text(row, 0)[0] == '+') && !is_of_record(rebuilt, identities, json_text(row, 2)))) {
		check_problem(checker,
			_("A row of journal entry %lld is of another record than %s, with which it is kept."),
			(long long)at.entry, rebuilt->ref ? rebuilt->ref : "?");
		rebuilt->unknown = true;
		json_free(row);
		return;
	}
	if (at.entry != rebuilt->last.entry)
		rebuilt->entries++;
	rebuilt->last = at;
	if (whole)
		replay_record(checker, rebuilt, row);
	else
		replay_field(checker, rebuilt, row);
	json_free(row);
}

/* ---- comparing ---- */

/* The uuid that the record must have now. */
static const char *uuid_now(const struct rebuilt *rebuilt, const struct identities *identities, char line[UUID_TEXT])
{
	const struct strings *uuids = &identities->uuids;

	if (rebuilt->live && uuids->count && is_before(rebuilt->made, identities->changed) &&
		line_uuid(rebuilt, uuids->items[uuids->count - 1], line))
		return line;
	return rebuilt->uuid;
}

/* The row that every record has for good, also once it is deleted.  *ref (the caller frees): what the row says. */
static void compare_identity(
	struct checker *checker, const struct rebuilt *rebuilt, const struct identities *identities, char **ref)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt =
		statement(store, "SELECT \"register\", \"uuid\", \"ref\" FROM \"record\" WHERE \"id\" = ?1", NULL);
	char line[UUID_TEXT];

	if (stmt)
		sqlite3_bind_int64(stmt, 1, rebuilt->id);
	if (!statement_row(store, stmt)) {
		if (!store->failure.kind)
			check_problem(checker, _("%s of the journal has lost its name in the file."),
				rebuilt->ref ? rebuilt->ref : "?");
	} else {
		*ref = xstrdup(row_text(store, stmt, 2));
		if (rebuilt->ref && strcmp(*ref, rebuilt->ref) != 0)
			check_problem(checker, _("%s is called %s in the file."), rebuilt->ref, *ref);
		if (rebuilt->def && strcmp(row_text(store, stmt, 0), rebuilt->def->name) != 0)
			check_problem(checker, _("%s: its register is not what the journal says."), *ref);
		if (rebuilt->def && rebuilt->uuid &&
			text_differs(row_text(store, stmt, 1), uuid_now(rebuilt, identities, line)))
			check_problem(checker, _("%s: its uuid is not what the journal says."), *ref);
	}
	statement_end(store, stmt);
}

static void compare_dates(struct checker *checker, const struct rebuilt *rebuilt, const struct record *record)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"time\" FROM \"entry\" WHERE \"id\" = ?1", NULL);

	if (text_differs(record->created, rebuilt->created))
		check_problem(
			checker, _("%s: the date on which it was made is not what the journal says."), record->ref);
	if (record->rev != rebuilt->entries)
		check_problem(checker, _("%s: the number of its changes is not what the journal says."), record->ref);
	if (stmt)
		sqlite3_bind_int64(stmt, 1, rebuilt->last.entry);
	if (statement_row(store, stmt) && text_differs(record->updated, row_text(store, stmt, 0)))
		check_problem(checker, _("%s: the date of its last change is not what the journal says."), record->ref);
	statement_end(store, stmt);
}

static void compare_fields(struct checker *checker, const struct rebuilt *rebuilt, const struct record *record)
{
	struct store *store = checker->store;
	struct record *derived;
	size_t i;

	for (i = 0; i < rebuilt->def->field_count; i++) {
		const struct field_def *field = &rebuilt->def->fields[i];
		char *now;
		bool same;

		if (field->flags & FIELD_DERIVED)
			continue;
		now = field->flags & FIELD_INVERSE ? store_unresolved(store, record->id, field->name)
						   : journal_value(store, field, record->values[i]);
		same = field_is_reference(field) ? same_elements(now, rebuilt->values[i])
						 : !text_differs(now, rebuilt->values[i]);
		if (!same)
			environment_log("%s.%s: file %s, journal %s", record->ref, field->name, now ? now : "-",
				rebuilt->values[i] ? rebuilt->values[i] : "-");
		if (!same)
			check_problem(checker, _("%s: %s is not what the journal says."), record->ref, _(field->label));
		free(now);
	}
	if (!record->def->derive)
		return;
	derived = record_copy(record);
	record->def->derive(derived, store_context(store));
	for (i = 0; i < record->def->field_count; i++)
		if ((record->def->fields[i].flags & FIELD_DERIVED) &&
			text_differs(record->values[i], derived->values[i]))
			check_problem(checker, _("%s: %s is not what the method gives."), record->ref,
				_(record->def->fields[i].label));
	record_free(derived);
}

static char *keys_sql(const void *of)
{
	const struct register_def *def = of;
	struct buffer sql = { 0 };
	size_t i;

	buffer_add(&sql, "SELECT \"ref_key\"");
	for (i = 0; i < def->field_count; i++)
		if (field_has_key(&def->fields[i]))
			buffer_printf(&sql, ", \"%s_key\"", def->fields[i].name);
	buffer_printf(&sql, " FROM \"%s\" WHERE \"id\" = ?1", register_table(def));
	return buffer_take(&sql);
}

static void compare_keys(struct checker *checker, const struct record *record)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement_of(store, keys_sql, record->def, NULL);
	char *key = text_sort_key(record->ref);
	int column = 0;
	size_t i;

	if (stmt)
		sqlite3_bind_int64(stmt, 1, record->id);
	if (statement_row(store, stmt)) {
		if (strcmp(row_text(store, stmt, 0), key) != 0)
			check_problem(
				checker, _("%s: the sort key of its ref is not what its text gives."), record->ref);
		for (i = 0; i < record->def->field_count; i++) {
			const struct field_def *field = &record->def->fields[i];

			if (!field_has_key(field))
				continue;
			free(key);
			key = field_key(record->def, field, record, record->values[i]);
			if (strcmp(row_text(store, stmt, ++column), key) != 0)
				check_problem(checker, _("%s: the sort key of %s is not what its text gives."),
					record->ref, _(field->label));
		}
	}
	statement_end(store, stmt);
	free(key);
}

static void compare_search(struct checker *checker, const struct record *record)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"c0\" FROM \"search_content\" WHERE \"id\" = ?1", NULL);
	char *text = record_search_text(store, record);

	if (stmt)
		sqlite3_bind_int64(stmt, 1, record->id);
	if (!statement_row(store, stmt) || strcmp(row_text(store, stmt, 0), text) != 0)
		check_problem(checker, _("%s is not what the search index holds."), record->ref);
	statement_end(store, stmt);
	free(text);
}

/* Links to absent records are read only where the field has no other value: none may lie behind one. */
static void compare_unresolved(struct checker *checker, const struct record *record)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(
		store, "SELECT \"field\", count(*) FROM \"unresolved\" WHERE \"record\" = ?1 GROUP BY 1", NULL);

	if (stmt)
		sqlite3_bind_int64(stmt, 1, record->id);
	while (statement_row(store, stmt)) {
		const struct field_def *field = register_field(record->def, row_text(store, stmt, 0));
		const char *value = field ? record_get(record, field->name) : NULL;

		if (!field || !field_is_reference(field) ||
			(field->type->storage == STORED_REFERENCE &&
				(!value || value[0] != '{' || sqlite3_column_int64(stmt, 1) != 1)))
			check_problem(checker, _("%s: a link to a record of another file is not in the journal."),
				record->ref);
	}
	statement_end(store, stmt);
}

/* A deleted record leaves nothing but its name. */
static void compare_deleted(struct checker *checker, const struct rebuilt *rebuilt, const char *ref)
{
	static const char sql[] =
		"SELECT EXISTS(SELECT 1 FROM \"link\" WHERE \"record\" = ?1) + EXISTS(SELECT 1 FROM \"link\" WHERE \"target\" = ?1)"
		" + EXISTS(SELECT 1 FROM \"unresolved\" WHERE \"record\" = ?1) + EXISTS(SELECT 1 FROM \"search_content\" WHERE \"id\" = ?1)";
	struct store *store = checker->store;
	sqlite3_stmt *stmt;

	if (read_exists(store, rebuilt->def, rebuilt->id))
		check_problem(checker, _("%s is in its register, but the journal does not know it."), ref);
	stmt = statement(store, sql, NULL);
	if (stmt)
		sqlite3_bind_int64(stmt, 1, rebuilt->id);
	if (statement_row(store, stmt) && sqlite3_column_int64(stmt, 0) > 0)
		check_problem(checker, _("%s was deleted, but links or search texts of it are left."), ref);
	statement_end(store, stmt);
}

static void compare_record(struct checker *checker, const struct rebuilt *rebuilt, const struct identities *identities)
{
	struct store *store = checker->store;
	struct record *record = NULL;
	char *ref = NULL;

	compare_identity(checker, rebuilt, identities, &ref);
	if (!check_could_read(checker, ref ? ref : rebuilt->ref) || !rebuilt->def || !ref)
		goto out;
	if (!rebuilt->live && !rebuilt->unknown) {
		compare_deleted(checker, rebuilt, ref);
	} else if (!read_exists(store, rebuilt->def, rebuilt->id)) {
		if (rebuilt->live && !store->failure.kind)
			check_problem(checker, _("%s of the journal is missing from its register."), ref);
	} else if ((record = read_record(store, rebuilt->def, rebuilt->id, false, NULL))) {
		if (!rebuilt->unknown) {
			compare_dates(checker, rebuilt, record);
			compare_fields(checker, rebuilt, record);
		}
		compare_keys(checker, record);
		compare_search(checker, record);
		compare_unresolved(checker, record);
	}
	check_could_read(checker, ref);
out:
	record_free(record);
	free(ref);
}

/* ---- going through ---- */

static void read_identities(struct checker *checker, struct identities *identities)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt;

	identities->organisation = read_single(store);
	stmt = statement(store,
		"SELECT \"text\", \"entry\", \"seq\" FROM \"change\" WHERE \"record\" = ?1 ORDER BY \"entry\", \"seq\"",
		NULL);
	if (stmt)
		sqlite3_bind_int64(stmt, 1, identities->organisation);
	while (statement_row(store, stmt)) {
		const char *text = row_text_or_null(store, stmt, 0);
		struct json *row = text ? json_parse(text) : NULL;
		const char *kind = json_text(row, 0), *field = json_text(row, 3);
		bool renamed = kind && strcmp(kind, "+") == 0 && field && strcmp(field, "uuid") == 0;
		const char *uuid = renamed                                ? json_text(row, 4)
				   : kind && strcmp(kind, "+record") == 0 ? json_text(row, 2)
									  : NULL;

		if (uuid)
			strings_add(&identities->uuids, uuid);
		if (uuid && renamed)
			identities->changed =
				(struct place){ sqlite3_column_int64(stmt, 1), sqlite3_column_int64(stmt, 2) };
		json_free(row);
	}
	statement_end(store, stmt);
	check_could_read(checker, _("The organisation"));
}

void check_records(struct checker *checker)
{
	struct store *store = checker->store;
	struct identities identities = { .organisation = 0 };
	struct rebuilt rebuilt = { .id = 0 };
	sqlite3_stmt *stmt;
	bool any = false;

	if (checker->ended.kind)
		return;
	read_identities(checker, &identities);
	stmt = statement(store,
		"SELECT \"record\", \"text\", \"entry\", \"seq\" FROM \"change\" ORDER BY \"record\", \"entry\", \"seq\"",
		NULL);
	while (statement_row(store, stmt) && check_goes_on(checker)) {
		int64_t id = sqlite3_column_int64(stmt, 0);
		struct place at = { sqlite3_column_int64(stmt, 2), sqlite3_column_int64(stmt, 3) };
		/* NULL, a number, bytes: check_chain.c told so already. */
		const char *text = sqlite3_column_type(stmt, 1) == SQLITE_TEXT ? row_text(store, stmt, 1) : NULL;

		if (any && rebuilt.id != id) {
			compare_record(checker, &rebuilt, &identities);
			rebuilt_clear(&rebuilt);
		}
		any = true;
		rebuilt.id = id;
		if (check_could_read(checker, rebuilt.ref))
			replay(checker, &rebuilt, &identities, at, text);
		else
			rebuilt.unknown = true;
	}
	statement_end(store, stmt);
	check_could_read(checker, _("The journal"));
	if (any && !checker->ended.kind)
		compare_record(checker, &rebuilt, &identities);
	rebuilt_clear(&rebuilt);
	strings_free(&identities.uuids);
}
