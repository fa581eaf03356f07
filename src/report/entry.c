/*
 * A register as a workbook to be filled in by those who know, and read back: a sheet with the columns
 * that people write and nothing below them, and one that explains each.  What may be chosen is
 * offered as it is shown everywhere else, which reading takes back.
 */
#include <stdlib.h>
#include <string.h>

#include "report/build.h"
#include "report/wire.h"

/* Records of which a list is offered: of more, nobody finds the right one in it. */
#define CHOICES_MOST 500
/* Characters that a cell holds. */
#define CELL_MOST 32767

struct making {
	struct store *store;
	const struct register_def *def;
	const struct field_def **fields; /* one for each column */
	size_t count;
};

/* Whether people write it: what the program computes, reads elsewhere or keeps for itself is left out, as in forms. */
static bool is_written(const struct field_def *field)
{
	return !(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN | FIELD_BY_PROGRAM));
}

/* ---- what may be chosen ---- */

static void offer_choices(const struct making *making, const struct field_def *field, struct entry_rule *entry)
{
	const struct model_context *context = store_context(making->store);
	struct choice *choices = field->type->choices(field, context), *choice;

	for (choice = choices; choice->key; choice++)
		strings_take(&entry->choices, field_format(field, context, choice->key));
	choices_free(choices);
	/* Of a cell that takes several, a spreadsheet knows one. */
	entry->other = field_is_list(field) ? ENTRY_ANYTHING : ENTRY_REFUSED;
}

struct offering {
	const struct making *making;
	const struct register_def *target;
	struct entry_rule *entry;
	struct strings folded, whole; /* of each choice: its text folded, and the one that has the ref */
};

static bool offer_record(void *user, const struct row *row)
{
	struct offering *offering = user;
	const struct model_context *context = store_context(offering->making->store);
	struct reference reference = { offering->target, row->ref, row->cells[0].text, REFERENCE_HERE };
	char *text;

	/* Who has left answers for nothing new. */
	if (row->left)
		return true;
	text = reference_text(&reference, context, REFERENCE_READ);
	strings_take(&offering->folded, text_fold(text));
	strings_take(&offering->entry->choices, text);
	strings_take(&offering->whole, reference_text(&reference, context, REFERENCE_WHOLE));
	return offering->entry->choices.count <= CHOICES_MOST;
}

/* Two that are called alike are told by their refs. */
static void tell_apart(struct offering *offering)
{
	struct strings *choices = &offering->entry->choices;
	size_t i, j;

	for (i = 0; i < choices->count; i++)
		for (j = 0; j < choices->count; j++)
			if (i != j && strcmp(offering->folded.items[i], offering->folded.items[j]) == 0) {
				free(choices->items[i]);
				choices->items[i] = xstrdup(offering->whole.items[i]);
				break;
			}
}

static bool offer_records(
	const struct making *making, const struct field_def *field, struct entry_rule *entry, struct error *error)
{
	struct offering offering = { .making = making, .target = register_find(field->target), .entry = entry };
	const struct field_def *title = register_title(offering.target);
	const char *column = "ref";
	struct query *query = query_new(offering.target);
	bool ok;

	if (title && !(title->flags & FIELD_CONFIDENTIAL))
		column = field_in_language(offering.target, title, environment_language())->name;
	ok = store_each(making->store, query, &column, 1, offer_record, &offering, error);
	if (entry->choices.count > CHOICES_MOST)
		strings_free(&entry->choices);
	else
		tell_apart(&offering);
	entry->other = field_is_list(field) || (field->flags & FIELD_ADD_BY_NAME) ? ENTRY_ANYTHING : ENTRY_WARNED;
	query_free(query);
	strings_free(&offering.folded);
	strings_free(&offering.whole);
	return ok;
}

/* ---- how it is written ---- */

static size_t text_most(const struct field_def *field)
{
	size_t most = field_most(field);

	return most > CELL_MOST ? CELL_MOST : most;
}

/* What the type asks for, in words; the caller frees. */
static char *how_of_type(const struct making *making, const struct field_def *field)
{
	const struct model_context *context = store_context(making->store);
	const char *beside = field_beside(field, context, NULL);
	struct date today = environment_today(context->time_zone);
	char *day = date_format_locale(&today), *text = NULL;
	size_t most = text_most(field);

	if (field->type == &type_date)
		/* TRANSLATORS: a date as the locale writes it */
		text = xasprintf(_("A date, as your spreadsheet writes one: %s."), day);
	else if (field->type == &type_date_time)
		/* TRANSLATORS: a date as the locale writes it, a time zone */
		text = xasprintf(_("A date, and a time where it is known: %s 09:30, as clocks show it in %s."), day,
			beside && *beside ? beside : "UTC");
	else if (field->type == &type_percentage)
		text = xstrdup(_("A percentage from 0 % to 100 %."));
	else if (field->type == &type_amount)
		text = beside && *beside ? xasprintf(_("An amount in %s."), beside) : xstrdup(_("An amount."));
	else if (field->type == &type_integer || field->type == &type_number)
		text = field->max > field->min ? xasprintf(_("A number from %.15g to %.15g."), field->min, field->max)
					       : xstrdup(_("A number."));
	else if (most && !field_is_reference(field))
		text = xasprintf(
			ngettext("Text of at most %zu character.", "Text of at most %zu characters.", most), most);
	free(day);
	return text ? text : xstrdup("");
}

static char *how_of_reference(const struct making *making, const struct field_def *field)
{
	const struct register_def *target = register_find(field->target);
	struct buffer text = { 0 };

	(void)making;
	buffer_printf(&text,
		field_is_list(field) ? _("Some of %s, each by its name or its ref, with semicolons between them.")
				     : _("One of %s, by its name or its ref."),
		_(target->plural));
	if (field->flags & FIELD_ADD_BY_NAME)
		buffer_printf(&text, " %s", _("A name that is not there yet is added."));
	return buffer_take(&text);
}

/* Of levels, each with what it means. */
static char *how_of_choices(const struct making *making, const struct field_def *field, const struct entry_rule *entry)
{
	struct choice *choices;
	struct buffer text = { 0 };
	char *list;
	size_t i;

	if (field->type != &type_level) {
		list = strings_join(&entry->choices, "; ");
		buffer_printf(&text,
			field_is_list(field) ? _("Some of these, with semicolons between them: %s.")
					     : _("One of these: %s."),
			list);
		free(list);
		return buffer_take(&text);
	}
	buffer_add(&text, _("One of these levels:"));
	choices = field->type->choices(field, store_context(making->store));
	for (i = 0; choices[i].key; i++)
		buffer_printf(&text, "\n%s %s", choices[i].key, choices[i].label);
	choices_free(choices);
	return buffer_take(&text);
}

static char *how(const struct making *making, const struct field_def *field, const struct entry_rule *entry)
{
	if (field_is_reference(field))
		return how_of_reference(making, field);
	return entry->choices.count ? how_of_choices(making, field, entry) : how_of_type(making, field);
}

/* Whether it may stay empty; the caller frees. */
static char *needed(const struct making *making, const struct field_def *field)
{
	char *initial, *text;

	if (!(field->flags & FIELD_REQUIRED))
		return xstrdup(_("no"));
	if (!field->initial)
		return xstrdup(_("yes"));
	initial = strcmp(field->initial, "today") == 0
			  ? xstrdup(_("the day on which it is read"))
			  : field_format(field, store_context(making->store), field->initial);
	/* TRANSLATORS: whether a cell must be filled in: no, and what stands there where it is left empty */
	text = xasprintf(_("no; left empty: %s"), initial);
	free(initial);
	return text;
}

/* ---- the two sheets ---- */

static bool fill_entry(const struct making *making, const struct field_def *field, struct block *block, size_t column,
	struct error *error)
{
	struct entry_rule *entry = block_entry(block, column);
	size_t most = text_most(field);

	entry->help = document_clean(_(field->help));
	entry->required = (field->flags & FIELD_REQUIRED) && !field->initial;
	/* "5.10" and "1-2" are no number and no day, whatever a spreadsheet takes them for. */
	entry->text = field_is_reference(field) || field->type == &type_text || field->type == &type_level ||
		      field->type == &type_choice || field->type == &type_choices || field->type == &type_yes_no;
	if (field->type == &type_integer || field->type == &type_number || field->type == &type_amount) {
		entry->least = (int64_t)field->min;
		entry->most = (int64_t)field->max;
	} else if (field->type->storage == STORED_TEXT && most && !field->type->choices) {
		entry->most = (int64_t)most;
	}
	if (field_is_reference(field))
		return offer_records(making, field, entry, error);
	if (field->type->choices)
		offer_choices(making, field, entry);
	return true;
}

static bool add_columns(const struct making *making, struct document *document, struct error *error)
{
	struct column_def *defs = xcalloc(making->count, sizeof *defs);
	struct block *block;
	bool ok = true;
	size_t i;

	for (i = 0; i < making->count; i++)
		defs[i] = report_column(making->def, making->fields[i]->name, field_width(making->fields[i]));
	block = document_table(document, defs, making->count);
	block->text = document_clean(_(making->def->plural));
	for (i = 0; i < making->count && ok; i++)
		ok = fill_entry(making, making->fields[i], block, i, error);
	free(defs);
	return ok;
}

static void add_explanations(const struct making *making, struct document *document)
{
	const struct column_def columns[] = {
		{ _("Column"), COLUMN_TEXT, 22 },
		{ _("What to write"), COLUMN_TEXT, 0 },
		{ _("Must be filled in"), COLUMN_TEXT, 16 },
		{ _("How to write it"), COLUMN_TEXT, 0 },
	};
	/* The block with the columns moves when this one is added. */
	struct block *table = document_table(document, columns, 4), *sheet = &document->blocks[document->count - 2];
	const char *register_help = _(making->def->help);
	size_t i;

	table->text = document_clean(_("How to fill it in"));
	table_add(table, (const char *const[]){ _(making->def->plural), register_help, "",
				 _("One row each, below the headings. Rows that stay empty are passed over.") });
	table_add(table,
		(const char *const[]){ _("The headings"),
			_("They tell which column is which: their order may change, their words may not. A column of your own begins with #."),
			"", "" });
	for (i = 0; i < making->count; i++) {
		const struct field_def *field = making->fields[i];
		char *must = needed(making, field), *way = how(making, field, sheet->columns[i].entry);

		table_add(table, (const char *const[]){ sheet->columns[i].title, _(field->help), must, way });
		free(must);
		free(way);
	}
	table_add(table,
		(const char *const[]){ _("Sending it back"),
			_("Save it as a workbook (.xlsx) and send it back. Who keeps the register sees each row before anything is written, and can take it back."),
			"", "" });
}

bool report_entry(struct store *store, const struct register_def *def, struct wire_out *out, struct error *error)
{
	struct making making = { .store = store, .def = def };
	struct document *document = document_new(_(def->plural));
	bool ok;
	size_t i;

	making.fields = xcalloc(def->field_count, sizeof *making.fields);
	for (i = 0; i < def->field_count; i++)
		if (is_written(&def->fields[i]))
			making.fields[making.count++] = &def->fields[i];
	document_set(&document->organisation, store_context(store)->organisation_name);
	document_set(&document->application, PACKAGE_STRING);
	document_set(&document->language, environment_language());
	document->created = environment_now();
	ok = add_columns(&making, document, error);
	if (ok) {
		add_explanations(&making, document);
		/* Headings and choices are read back, and stay as they are; explanations are for people. */
		for (i = 0; i < document->blocks[1].row_count; i++)
			row_typeset(document->blocks[1].rows[i].cells, 4, document->language);
		wire_document(out, document);
	}
	document_free(document);
	free(making.fields);
	return ok;
}
