/*
 * CSV of a register in: records are matched by uuid, then ref (a line of the
 * SoA by its control); others are added.  Two passes, so that a row may refer to
 * a later one.  Every bad row is listed with its reason; one is enough to change nothing.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/csv.h"
#include "exchange/import.h"

struct table_column {
	const struct field_def *field; /* NULL: ref, uuid, or another language's text */
	bool is_ref, is_uuid, skip;
};

/* A row whose references wait for the second pass. */
struct waiting {
	int64_t id;
	long line;
	size_t first, count; /* of the texts */
};

struct table {
	struct action *action;
	struct store *store;
	const struct register_def *def;
	const struct import_options *options;
	struct csv csv;
	struct table_column *columns;
	size_t count;
	struct import_report *report;
	struct waiting *waiting;
	size_t waiting_count, waiting_capacity;
	struct strings waiting_texts; /* field name, value, ... */
	struct strings header;
	struct strings refused_refs; /* who refers to such a row is not to blame */
	long *lines;                 /* by record: the row that gave it; 0: none yet */
	size_t lines_count;
};

static void refuse(struct table *table, long line, struct error *error)
{
	error->file = error->file ? error->file : xstrdup(table->csv.name);
	error->line = error->line ? error->line : line;
	{
		char *text = error_text(error);

		import_report_add(table->report, '!', NULL, text);
		free(text);
	}
	error_clear(error);
}

/* Tells how a value was taken that may be meant otherwise. */
static void remark(struct table *table, const struct field_def *field, const char *text)
{
	char *sentence = field_remark(field, store_context(table->store), text), *line;

	if (!sentence)
		return;
	line = xasprintf("%s:%ld: %s", table->csv.name, table->csv.line, sentence);
	import_report_add(table->report, '*', NULL, line);
	free(line);
	free(sentence);
}

/* True where the register has what the header names. */
static bool fits(const struct register_def *def, const struct strings *header)
{
	size_t i;

	for (i = 0; i < header->count; i++) {
		const char *name = header->items[i];

		if (!register_field(def, name) && strcmp(name, "ref") != 0 && strcmp(name, "uuid") != 0 &&
			strcmp(name, "created") != 0 && strcmp(name, "updated") != 0)
			return false;
	}
	return true;
}

/* The register that a ref belongs to by its prefix. */
static const struct register_def *register_of_ref(const char *ref)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		const char *prefix = dictionary[i]->prefix;
		size_t length = prefix ? strlen(prefix) : 0;

		if (length && strncasecmp(ref, prefix, length) == 0 && ref[length] == '-' && register_ref_form(ref))
			return dictionary[i];
	}
	return NULL;
}

/* The register that a file's name says: "risk.csv". */
static const struct register_def *register_of_name(const char *input)
{
	const char *slash = strrchr(input, '/');
	const char *base = slash ? slash + 1 : input, *dot = strchr(base, '.');
	char *stem = xstrndup(base, dot ? (size_t)(dot - base) : strlen(base));
	const struct register_def *def = register_find(stem);

	free(stem);
	return def;
}

/* Which register a table holds: its name says it, or its refs, or its header fits no other. */
static bool recognise(struct table *table, const char *input, struct error *error)
{
	const struct register_def *def = register_of_name(input), *only = NULL;
	size_t count = 0, i;

	if (def && fits(def, &table->header)) {
		table->def = def;
		return true;
	}
	if (csv_row(&table->csv, error)) {
		table->csv.again = true;
		for (i = 0; i < table->header.count && i < table->csv.cells.count; i++)
			if (strcmp(table->header.items[i], "ref") == 0 && register_of_ref(table->csv.cells.items[i]))
				def = register_of_ref(table->csv.cells.items[i]);
	} else if (error->kind) {
		return false;
	}
	for (i = 0; dictionary[i]; i++)
		if (fits(dictionary[i], &table->header)) {
			only = dictionary[i];
			count++;
		}
	table->def = def ? def : count == 1 ? only : NULL;
	if (!table->def)
		return error_set(error, ERROR_INVALID,
			count ? _("The header of %s fits several registers; say --as=csv:REGISTER.")
			      : _("%s is neither a catalogue nor an SoA in XML, nor a table with the fields of one register; for a table say --as=csv:REGISTER."),
			table->csv.name);
	return true;
}

static bool read_names(struct table *table, struct error *error)
{
	if (!csv_row(&table->csv, error)) {
		if (!error->kind)
			error_set_at(error, ERROR_INVALID, table->csv.name, 1,
				_("The table is empty; its first row must name the fields."));
		return false;
	}
	table->header = table->csv.cells;
	memset(&table->csv.cells, 0, sizeof table->csv.cells);
	return true;
}

static bool read_header(struct table *table, struct error *error)
{
	size_t i, j;

	table->count = table->header.count;
	table->columns = xcalloc(table->count, sizeof *table->columns);
	for (i = 0; i < table->count; i++) {
		struct table_column *column = &table->columns[i];
		const char *name = table->header.items[i], *colon = strchr(name, ':');

		if (colon && table->options->language) {
			char *base = xstrndup(name, (size_t)(colon - name));

			column->field = register_field(table->def, base);
			column->skip = strcmp(colon + 1, table->options->language) != 0;
			free(base);
		} else {
			column->field = register_field(table->def, name);
			column->is_ref = strcmp(name, "ref") == 0;
			column->is_uuid = strcmp(name, "uuid") == 0;
			column->skip = strcmp(name, "created") == 0 || strcmp(name, "updated") == 0;
		}
		if (!column->field && !column->is_ref && !column->is_uuid && !column->skip)
			return error_set_at(error, ERROR_INVALID, table->csv.name, 1, _("There is no field %s in %s."),
				name, _(table->def->plural));
		/* What the model computes or reads from the other side is exported, and passed over here. */
		if (column->field && (column->field->flags & (FIELD_DERIVED | FIELD_INVERSE)))
			column->skip = true;
		for (j = 0; j < i; j++)
			if (strcmp(table->header.items[j], name) == 0)
				return error_set_at(error, ERROR_INVALID, table->csv.name, 1,
					_("The field %s is there twice."), name);
	}
	/* Where there is a column in the language, the one without steps back for it. */
	for (i = 0; i < table->count; i++)
		for (j = 0; j < table->count; j++)
			if (i != j && table->columns[i].field && table->columns[i].field == table->columns[j].field &&
				!table->columns[j].skip && strchr(table->header.items[j], ':'))
				table->columns[i].skip = !strchr(table->header.items[i], ':') || table->columns[i].skip;
	return true;
}

/* "@+30" and "@-12T09:30" count from a day that the import names (the sample's dates); none is a public holiday. */
static char *relative_date(const struct table *table, const struct field_def *field, const char *text)
{
	struct date date;
	char *days, iso[11];
	int64_t shift;
	const char *clock = strchr(text, 'T');

	if (!table->options->base || text[0] != '@' ||
		(strcmp(field->type->name, "date") != 0 && strcmp(field->type->name, "date-time") != 0))
		return NULL;
	days = xstrndup(text + 1, clock ? (size_t)(clock - text - 1) : strlen(text));
	if (!number_parse_integer(days, &shift) || shift < -40000 || shift > 40000) {
		free(days);
		return NULL;
	}
	free(days);
	date = date_from_days(date_days(table->options->base) + (int)shift);
	date = date_before_holiday(&date);
	date_format(&date, iso);
	return clock ? xasprintf("%s%s", iso, clock) : xstrdup(iso);
}

static struct record *find_record(struct table *table, const struct record *given, struct error *error)
{
	struct store *store = table->store;
	const struct register_def *def = NULL;
	struct record *found = given->uuid ? store_record_by_uuid(store, given->uuid, NULL) : NULL;
	const struct field_def *answers = register_answers(table->def);
	const char *asked = answers ? record_get(given, answers->name) : NULL;
	int64_t id;

	if (!found && given->ref) {
		id = store_find(store, given->ref, &def);
		if (id)
			found = store_record(store, id, NULL);
	}
	if (!found && asked && store_find(store, asked, NULL)) {
		struct record *record = store_record_by_ref(store, asked, NULL), *line = record_empty(table->def);
		char ref[600];

		record_set(line, answers->name, record ? record->ref : NULL);
		id = record && table->def->ref_of(line, ref, sizeof ref) ? store_find(store, ref, &def) : 0;
		if (id)
			found = store_record(store, id, NULL);
		record_free(line);
		record_free(record);
	}
	if (!found && (table->def->flags & REGISTER_SINGLE))
		found = store_organisation(store, NULL);
	if (found && found->def != table->def) {
		error_set(error, ERROR_INVALID, _("%s is no record of this register."), found->ref);
		record_free(found);
		return NULL;
	}
	return found;
}

static void wait_for_references(struct table *table, int64_t id, const struct strings *texts)
{
	size_t i;

	if (!texts->count)
		return;
	if (table->waiting_count == table->waiting_capacity) {
		table->waiting_capacity = table->waiting_capacity ? table->waiting_capacity * 2 : 256;
		table->waiting = xreallocarray(table->waiting, table->waiting_capacity, sizeof *table->waiting);
	}
	table->waiting[table->waiting_count++] =
		(struct waiting){ id, table->csv.line, table->waiting_texts.count, texts->count };
	for (i = 0; i < texts->count; i++)
		strings_add(&table->waiting_texts, texts->items[i]);
}

/* What the row says of the field, or what is to stand there instead. */
static const char *said(const struct table *table, const struct field_def *field, const char *cell)
{
	const struct strings *instead = table->options->instead;
	size_t i;

	for (i = 0; instead && i + 1 < instead->count; i += 2)
		if (strcmp(instead->items[i], field->name) == 0)
			return instead->items[i + 1];
	return cell;
}

static bool read_values(struct table *table, struct record *record, struct strings *later, struct error *error)
{
	size_t i;

	for (i = 0; i < table->count; i++) {
		const struct field_def *field = table->columns[i].field;
		const char *cell = table->csv.cells.items[i];
		char *text, *value = NULL;
		bool ok;

		if (!field || table->columns[i].skip)
			continue;
		cell = said(table, field, cell);
		text = relative_date(table, field, cell);
		if (!text)
			text = xstrdup(cell);
		if (!field_is_reference(field)) {
			ok = field_parse(field, store_context(table->store), text, &value, error);
			if (ok) {
				record_set(record, field->name, value);
				remark(table, field, text);
			}
		} else if (!*text) {
			ok = !(field->flags & FIELD_REQUIRED) || error_set_field(error, ERROR_INVALID, field->name,
									 _("%s must not be empty."), _(field->label));
			record_set(record, field->name, NULL);
		} else {
			struct error first = { 0 };

			ok = value_resolve(table->store, table->action, field, text, NULL, &value, &first);
			if (ok) {
				record_set(record, field->name, value);
			} else if ((field->flags & FIELD_REQUIRED) || error_ends(&first)) {
				error_move(error, &first);
			} else {
				/* It may name a row that comes later. */
				strings_add(later, field->name);
				strings_add(later, text);
				ok = true;
			}
			error_clear(&first);
		}
		free(value);
		free(text);
		if (!ok)
			return false;
	}
	return true;
}

/* Two rows for one record: which of them is meant, nobody knows. */
static bool is_first(struct table *table, int64_t id, const char *ref, struct error *error)
{
	size_t place = (size_t)id;

	if (place >= table->lines_count) {
		size_t count = place + place / 2 + 64;

		table->lines = xreallocarray(table->lines, count, sizeof *table->lines);
		memset(table->lines + table->lines_count, 0, (count - table->lines_count) * sizeof *table->lines);
		table->lines_count = count;
	}
	if (table->lines[place])
		return error_set(error, ERROR_INVALID, _("%s stands in line %ld already."), ref, table->lines[place]);
	table->lines[place] = table->csv.line;
	return true;
}

static bool import_row(struct table *table, struct error *error)
{
	struct record *given = record_empty(table->def), *found = NULL, *record = NULL;
	const struct field_def *answers = register_answers(table->def);
	struct strings later = { 0 };
	struct action_counts before = action_counts(table->action), after;
	bool ok = false;
	size_t i;

	if (table->csv.cells.count != table->count) {
		error_set(error, ERROR_INVALID,
			ngettext("The row has %zu cell, the header %zu.", "The row has %zu cells, the header %zu.",
				table->csv.cells.count),
			table->csv.cells.count, table->count);
		goto out;
	}
	for (i = 0; i < table->count; i++) {
		char *cell = table->csv.cells.items[i];

		csv_unguard(cell);
		if (table->columns[i].is_ref && *cell)
			given->ref = xstrdup(cell);
		else if (table->columns[i].is_uuid && *cell)
			given->uuid = xstrdup(cell);
		else if (table->columns[i].field && table->columns[i].field == answers)
			record_set(given, answers->name, cell);
	}
	if (given->uuid && !uuid_is_valid(given->uuid)) {
		error_set(error, ERROR_INVALID, _("A uuid of the record is not well formed."));
		goto out;
	}
	found = find_record(table, given, error);
	if (error->kind || (found && !is_first(table, found->id, found->ref, error)))
		goto out;
	record = found ? record_copy(found) : record_new(table->def, store_context(table->store)->time_zone);
	if (!read_values(table, record, &later, error))
		goto out;
	if (found) {
		ok = action_set(table->action, NULL, record, error);
	} else {
		record->ref = xstrdup(given->ref);
		record->uuid = xstrdup(given->uuid);
		ok = action_add(table->action, record, error);
	}
	if (!ok || (!found && !is_first(table, record->id, record->ref, error)))
		goto out;
	wait_for_references(table, record->id, &later);
	after = action_counts(table->action);
	if (!found) {
		table->report->added++;
		import_report_add(table->report, '+', record->ref, record_title(record, environment_language()));
	} else if (after.changed > before.changed) {
		table->report->changed++;
		import_report_add(table->report, '~', record->ref, record_title(record, environment_language()));
	} else {
		table->report->unchanged++;
	}
out:
	ok = store_sound(table->store, error) && ok;
	if (!ok && given->ref)
		strings_add(&table->refused_refs, given->ref);
	strings_free(&later);
	record_free(given);
	record_free(found);
	record_free(record);
	return ok;
}

static bool names_a_refused_row(const struct table *table, const char *text)
{
	struct strings elements = { 0 };
	bool names = false;
	size_t i;

	if (!table->refused_refs.count)
		return false;
	strings_split(&elements, text);
	for (i = 0; i < elements.count && !names; i++)
		names = strings_contain(&table->refused_refs, elements.items[i]);
	strings_free(&elements);
	return names;
}

static bool second_pass(struct table *table, struct error *error)
{
	size_t i, j;
	bool ok = true;

	for (i = 0; i < table->waiting_count; i++) {
		const struct waiting *waiting = &table->waiting[i];
		struct record *record = store_record(table->store, waiting->id, error);
		bool fine = record != NULL;

		for (j = 0; fine && j < waiting->count; j += 2) {
			const struct field_def *field =
				register_field(table->def, table->waiting_texts.items[waiting->first + j]);
			const char *text = table->waiting_texts.items[waiting->first + j + 1];
			char *value = NULL;

			if (names_a_refused_row(table, text))
				continue;
			fine = value_resolve(table->store, table->action, field, text, NULL, &value, error);
			if (fine) {
				record_set(record, field->name, value);
			} else if (table->options->first_pass && !error_ends(error)) {
				table->report->postponed++;
				error_clear(error);
				fine = true;
			}
			free(value);
		}
		fine = fine && action_set(table->action, NULL, record, error);
		record_free(record);
		if (!fine && error_ends(error))
			return false;
		if (!fine) {
			refuse(table, waiting->line, error);
			ok = false;
		}
	}
	return ok;
}

/* Whether the caller asked for the row. */
static bool is_asked_for(const struct table *table, int only)
{
	const struct import_options *options = table->options;
	const struct field_def *answers = register_answers(table->def);
	size_t i;

	if (only >= 0 && (size_t)only < table->csv.cells.count &&
		strcmp(table->csv.cells.items[only], options->only_value) != 0)
		return false;
	if (!options->only_refs)
		return true;
	for (i = 0; i < table->count && i < table->csv.cells.count; i++)
		if ((table->columns[i].is_ref || (answers && table->columns[i].field == answers)) &&
			strings_contain(options->only_refs, table->csv.cells.items[i]))
			return true;
	return false;
}

bool import_csv(struct action *action, struct store *store, const char *input, const struct register_def *def,
	const struct import_options *options, struct import_report *report, struct error *error)
{
	struct table table = { .action = action, .store = store, .def = def, .options = options, .report = report };
	struct error local = { 0 };
	bool ok;
	int only = -1;
	size_t i;

	if (!csv_open(&table.csv, input, error))
		return false;
	if (strcmp(input, "-") == 0)
		table.csv.name = _("standard input");
	ok = read_names(&table, &local) && (def || recognise(&table, input, &local)) && read_header(&table, &local);
	if (ok && !def) {
		free(report->kind);
		report->kind = xasprintf("csv:%s", table.def->name);
	}
	for (i = 0; ok && options->only_field && i < table.count; i++)
		if (table.columns[i].field && strcmp(table.columns[i].field->name, options->only_field) == 0)
			only = (int)i;
	while (ok && csv_row(&table.csv, &local)) {
		if (!is_asked_for(&table, only))
			continue;
		if (!import_row(&table, &local)) {
			if (error_ends(&local)) {
				ok = false;
				break;
			}
			refuse(&table, table.csv.line, &local);
		}
	}
	if (local.kind)
		ok = false;
	if (ok)
		second_pass(&table, &local);
	if (local.kind) {
		error_move(error, &local);
		ok = false;
	} else if (report->refused) {
		ok = error_set(error, ERROR_INVALID,
			ngettext("%lld row of %s is refused; nothing was changed.",
				"%lld rows of %s are refused; nothing was changed.", (unsigned long)report->refused),
			(long long)report->refused, table.csv.name);
	}
	csv_close(&table.csv);
	free(table.columns);
	free(table.waiting);
	strings_free(&table.waiting_texts);
	strings_free(&table.header);
	strings_free(&table.refused_refs);
	free(table.lines);
	return ok;
}
