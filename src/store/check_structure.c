/*
 * What is kept beside the records: names, counters of refs, links, counts, the few words of
 * meta, and the tables that the journal knows nothing of.
 */
#include <string.h>

#include "store/check.h"

/* Each row that the statement gives is a problem, told with the text that it gives; stmt may be NULL. */
__attribute__((format(printf, 3, 0))) static void check_none(
	struct checker *checker, const char *sql, const char *format)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	while (statement_row(store, stmt))
		check_problem(checker, format, row_text(store, stmt, 0));
	statement_end(store, stmt);
	check_could_read(checker, NULL);
}

/* ---- names and counters ---- */

struct counters {
	int64_t *greatest; /* number of a ref, by the register's place in the dictionary */
	size_t count;
};

/* The number of a ref with the register's prefix; 0: it has none. */
static int64_t ref_number(const struct register_def *def, const char *ref)
{
	size_t length = def->prefix ? strlen(def->prefix) : 0;
	int64_t number;

	if (!length || strncmp(ref, def->prefix, length) != 0 || ref[length] != '-' ||
		!number_parse_integer(ref + length + 1, &number))
		return 0;
	return number;
}

static size_t place_of(const struct register_def *def)
{
	size_t i = 0;

	while (dictionary[i] != def)
		i++;
	return i;
}

static void check_names(struct checker *checker, struct counters *counters)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"register\", \"uuid\", \"ref\", EXISTS(SELECT 1 FROM \"change\" WHERE \"record\" = r.\"id\") FROM \"record\" r",
		NULL);

	while (statement_row(store, stmt)) {
		const char *ref = row_text(store, stmt, 2);
		const struct register_def *def = register_find(row_text(store, stmt, 0));
		int64_t number;

		if (!sqlite3_column_int64(stmt, 3))
			check_problem(checker, _("%s is not in the journal."), ref);
		if (!def)
			check_problem(checker, _("%s is of a register that does not exist."), ref);
		if (!uuid_is_valid(row_text(store, stmt, 1)))
			check_problem(checker, _("%s has no uuid."), ref);
		number = def ? ref_number(def, ref) : 0;
		if (def && def->prefix && number < 1)
			check_problem(checker, _("%s is no ref of its register."), ref);
		if (def && number > counters->greatest[place_of(def)])
			counters->greatest[place_of(def)] = number;
	}
	statement_end(store, stmt);
	check_could_read(checker, _("The list of refs"));
}

/* A ref is never used again, nor is one left out: the next is the one after the greatest that there ever was. */
static void check_counters(struct checker *checker, struct counters *counters)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"prefix\", \"next\" FROM \"counter\"", NULL);
	size_t i;

	while (statement_row(store, stmt)) {
		const char *prefix = row_text(store, stmt, 0);

		for (i = 0;
			i < counters->count && (!dictionary[i]->prefix || strcmp(dictionary[i]->prefix, prefix) != 0);
			i++)
			continue;
		if (i == counters->count)
			check_problem(checker, _("The counter of refs %s is of no register."), prefix);
		else if (sqlite3_column_int64(stmt, 1) != counters->greatest[i] + 1)
			check_problem(
				checker, _("The counter of refs %s does not follow the greatest of them."), prefix);
		if (i < counters->count)
			counters->greatest[i] = 0;
	}
	statement_end(store, stmt);
	for (i = 0; i < counters->count; i++)
		if (counters->greatest[i])
			check_problem(checker, _("The counter of refs %s is missing."), dictionary[i]->prefix);
	check_could_read(checker, _("The counters of refs"));
}

/* ---- registers and links ---- */

static void check_register_rows(struct checker *checker, const struct register_def *def)
{
	/* The row of a record of another register, or of none. */
	char *sql = xasprintf(
		"SELECT COALESCE(r.\"ref\", t.\"id\" || '') FROM \"%s\" t LEFT JOIN \"record\" r ON r.\"id\" = t.\"id\" WHERE r.\"register\" IS NOT '%s'",
		register_table(def), def->name);

	check_none(checker, sql, _("%s is in a register that is not its own."));
	free(sql);
}

/* Links of fields that have none, or to records of another register, which no reading of a record shows. */
static void check_link_rows(struct checker *checker)
{
	static const char sql[] =
		"SELECT r.\"register\", l.\"field\", t.\"register\", min(r.\"ref\") FROM \"link\" l JOIN \"record\" r ON r.\"id\" = l.\"record\""
		" JOIN \"record\" t ON t.\"id\" = l.\"target\" GROUP BY 1, 2, 3";
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	while (statement_row(store, stmt)) {
		const struct register_def *def = register_find(row_text(store, stmt, 0));
		const struct field_def *field = def ? register_field(def, row_text(store, stmt, 1)) : NULL;

		if (!field || (field->flags & FIELD_INVERSE) || field->type->storage != STORED_LINKS ||
			strcmp(field->target, row_text(store, stmt, 2)) != 0)
			check_problem(checker, _("%s: a link is not in the journal."), row_text(store, stmt, 3));
	}
	statement_end(store, stmt);
	check_could_read(checker, _("The links between records"));
}

/* ---- counts ---- */

/* The counts of a tally (NULL: of the register) as its records give them. */
static char *counted_sql(const struct register_def *def, const struct tally_def *tally)
{
	struct buffer sql = { 0 };
	int i;

	buffer_add(&sql, "SELECT ");
	for (i = 0; i < 3; i++) {
		if (tally && tally->fields[i])
			buffer_printf(&sql, "COALESCE(CAST(\"%s\" AS TEXT), ''), ", tally->fields[i]);
		else
			buffer_add(&sql, "'', ");
	}
	buffer_printf(&sql, "count(*) FROM \"%s\"", register_table(def));
	if (tally && def->standing)
		buffer_printf(&sql, " WHERE \"%s\" = 'current'", def->standing);
	buffer_add(&sql, " GROUP BY 1, 2, 3 HAVING count(*) > 0");
	return buffer_take(&sql);
}

/* What the table has under the name and the keys of a group. */
static bool is_kept(struct store *store, const char *name, sqlite3_stmt *group)
{
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"n\" FROM \"tally\" WHERE \"name\" = ?1 AND \"k1\" = ?2 AND \"k2\" = ?3 AND \"k3\" = ?4",
		NULL);
	bool kept;
	int i;

	bind_text(store, stmt, 1, name);
	for (i = 0; i < 3; i++)
		bind_text(store, stmt, i + 2, row_text(store, group, i));
	kept = statement_row(store, stmt) && sqlite3_column_int64(stmt, 0) == sqlite3_column_int64(group, 3);
	statement_end(store, stmt);
	return kept;
}

/* All groups are there as counted, and there are no others. */
static void check_tally(struct checker *checker, const struct register_def *def, const struct tally_def *tally)
{
	const char *name = tally ? tally->name : def->name;
	struct store *store = checker->store;
	char *sql = counted_sql(def, tally);
	sqlite3_stmt *stmt = statement(store, sql, NULL);
	int64_t groups = 0;
	bool same = true;

	free(sql);
	while (same && statement_row(store, stmt)) {
		same = is_kept(store, name, stmt);
		groups++;
	}
	statement_end(store, stmt);
	stmt = statement(store, "SELECT count(*) FROM \"tally\" WHERE \"name\" = ?1 AND \"n\" <> 0", NULL);
	bind_text(store, stmt, 1, name);
	same = same && statement_row(store, stmt) && sqlite3_column_int64(stmt, 0) == groups;
	statement_end(store, stmt);
	if (!same && !store->failure.kind)
		check_problem(checker, _("The counts of %s do not match its records."), _(def->plural));
	check_could_read(checker, _(def->plural));
}

static bool is_tally(const char *name)
{
	size_t i, j;

	for (i = 0; dictionary[i]; i++) {
		if (strcmp(dictionary[i]->name, name) == 0)
			return true;
		for (j = 0; j < dictionary[i]->tally_count; j++)
			if (strcmp(dictionary[i]->tallies[j].name, name) == 0)
				return true;
	}
	return false;
}

static void check_tallies(struct checker *checker)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT DISTINCT \"name\" FROM \"tally\"", NULL);
	size_t i, j;

	while (statement_row(store, stmt))
		if (!is_tally(row_text(store, stmt, 0)))
			check_problem(checker, _("The counts %s are of no register."), row_text(store, stmt, 0));
	statement_end(store, stmt);
	check_could_read(checker, _("The counts of records"));
	for (i = 0; dictionary[i] && !checker->ended.kind; i++) {
		check_tally(checker, dictionary[i], NULL);
		for (j = 0; j < dictionary[i]->tally_count; j++)
			check_tally(checker, dictionary[i], &dictionary[i]->tallies[j]);
	}
}

/* ---- what is inherited ---- */

static void check_inherited(struct checker *checker, const struct register_def *def, const struct field_def *field)
{
	struct store *store = checker->store;
	char *sql = inherit_differing(def, field);
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	free(sql);
	while (statement_row(store, stmt)) {
		struct record *record = read_record(store, def, sqlite3_column_int64(stmt, 0), false, NULL);

		if (record)
			check_problem(checker, _("%s: %s is not what it inherits."), record->ref,
				_(register_field(def, field_source(field)->inherited)->label));
		record_free(record);
	}
	statement_end(store, stmt);
	check_could_read(checker, _(def->plural));
}

static void check_all_inherited(struct checker *checker)
{
	size_t i, j;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count && !checker->ended.kind; j++)
			if (field_source(&dictionary[i]->fields[j])->inherited)
				check_inherited(checker, dictionary[i], &dictionary[i]->fields[j]);
}

/* ---- what records have from others ---- */

static void compare_summary(struct checker *checker, const struct record *record)
{
	struct record *summed = summary_of(checker->store, record, NULL);
	size_t i;

	for (i = 0; summed && i < record->def->field_count; i++)
		if ((record->def->fields[i].flags & FIELD_DERIVED) &&
			text_differs(record->values[i], summed->values[i]))
			check_problem(checker, _("%s: %s is not what the records say that it is made of."), record->ref,
				_(record->def->fields[i].label));
	record_free(summed);
}

static void check_summaries(struct checker *checker, const struct register_def *def)
{
	struct store *store = checker->store;
	char *sql = xasprintf("SELECT \"id\" FROM \"%s\"", register_table(def));
	sqlite3_stmt *stmt = statement(store, sql, NULL);

	free(sql);
	while (!checker->ended.kind && statement_row(store, stmt)) {
		struct record *record = read_record(store, def, sqlite3_column_int64(stmt, 0), false, NULL);

		if (record)
			compare_summary(checker, record);
		record_free(record);
	}
	statement_end(store, stmt);
	check_could_read(checker, _(def->plural));
}

/* ---- what the journal does not know ---- */

/* Whether a heading may stand for that: ref, uuid, or a field, of which two columns may have a part each ("name/given"). */
static bool heading_stands_for(const struct register_def *def, const char *said)
{
	size_t length = strcspn(said, "/");
	char *name = xstrndup(said, length);
	const char *part = said + length;
	bool is = register_field(def, name) ? !*part || strcmp(part, "/given") == 0 || strcmp(part, "/family") == 0
					    : !*part && (strcmp(name, "ref") == 0 || strcmp(name, "uuid") == 0);

	free(name);
	return is;
}

/* A heading stands for a field of its register, for ref or uuid, or for nothing that is read. */
static void check_headings(struct checker *checker)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store, "SELECT \"register\", \"heading\", \"field\" FROM \"heading\"", NULL);

	while (statement_row(store, stmt)) {
		const struct register_def *def = register_find(row_text(store, stmt, 0));
		const char *heading = row_text(store, stmt, 1), *field = row_text(store, stmt, 2);

		if (!def || !*heading || (*field && !heading_stands_for(def, field)))
			check_problem(checker, _("What is remembered of the column %s of tables cannot be understood."),
				heading);
	}
	statement_end(store, stmt);
	check_could_read(checker, _("What is remembered of columns"));
}

/* Who is there and what was typed is nobody's word: only its form can be looked at. */
static void check_unjournaled(struct checker *checker)
{
	struct store *store = checker->store;
	sqlite3_stmt *stmt = statement(store,
		"SELECT \"time\", \"login\" FROM \"draft\" UNION ALL SELECT \"since\", \"login\" FROM \"presence\" UNION ALL SELECT \"seen\", \"login\" FROM \"presence\"",
		NULL);
	int64_t seconds;

	while (statement_row(store, stmt))
		if (!date_time_parse(row_text(store, stmt, 0), &seconds))
			check_problem(checker, _("A draft or a presence of %s has no time."), row_text(store, stmt, 1));
	statement_end(store, stmt);
	check_could_read(checker, _("A draft or a presence"));
	stmt = statement(store, "SELECT \"content\", \"key\" FROM \"draft\"", NULL);
	while (statement_row(store, stmt)) {
		struct json *content = json_parse(row_text(store, stmt, 0));

		if (!content)
			check_problem(checker, _("The draft %s cannot be understood."), row_text(store, stmt, 1));
		json_free(content);
	}
	statement_end(store, stmt);
	check_could_read(checker, _("A draft or a presence"));
	check_headings(checker);
}

void check_structure(struct checker *checker)
{
	struct counters counters = { NULL, 0 };
	size_t i;

	if (checker->ended.kind)
		return;
	while (dictionary[counters.count])
		counters.count++;
	counters.greatest = xcalloc(counters.count, sizeof *counters.greatest);
	check_names(checker, &counters);
	check_counters(checker, &counters);
	free(counters.greatest);
	for (i = 0; dictionary[i]; i++)
		check_register_rows(checker, dictionary[i]);
	check_link_rows(checker);
	check_tallies(checker);
	check_all_inherited(checker);
	for (i = 0; dictionary[i]; i++)
		if (dictionary[i]->summary)
			check_summaries(checker, dictionary[i]);
	check_none(checker, "SELECT \"key\" FROM \"meta\" WHERE \"key\" IS NOT 'head'",
		_("The table meta holds %s, which no Noria file has."));
	check_unjournaled(checker);
}
