/*
 * What words of a table stand for, where somebody said so: "High" of a likelihood is its fourth level.  Remembered in
 * the file like the columns: "current_likelihood:high:4" stands for that field.  A number is one of this table's scale, and
 * the next one may have another: what it stands for is not remembered.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

#define WORD_MOST 60 /* bytes; a longer text is no word for one of a few */

bool import_is_closed(const struct field_def *field)
{
	return field->type->choices && field->type->editor == EDIT_CHOICE &&
	       !(field->flags & (FIELD_DERIVED | FIELD_INVERSE));
}

/* Whether what is said of the one holds for the other: levels of one scale. */
static bool is_alike(const struct field_def *one, const struct field_def *other)
{
	return one == other || (one->type == &type_level && other->type == &type_level && one->scale && other->scale &&
				       strcmp(one->scale, other->scale) == 0);
}

/* The word as it is compared; NULL: the text is none.  The caller frees. */
static char *word_of(const char *text)
{
	size_t length;
	const char *bare = text_trimmed(text, &length);
	char *kept, *word;

	if (!length || length > WORD_MOST || memchr(bare, ':', length) || memchr(bare, '\n', length))
		return NULL;
	kept = xstrndup(bare, length);
	word = text_fold(kept);
	free(kept);
	return word;
}

/* Where the word of the field stands among those said now, three texts each; the count: nowhere. */
static size_t place_of(const struct strings *words, const char *field, const char *word)
{
	size_t i;

	for (i = 0; i + 2 < words->count; i += 3)
		if (strcmp(words->items[i], field) == 0 && strcmp(words->items[i + 1], word) == 0)
			return i;
	return words->count;
}

/* Under which it is remembered that the word is that.  The caller frees. */
static char *heading_of(const struct field_def *field, const char *word, const char *value)
{
	return xasprintf("%s:%s:%s", field->name, word, value);
}

bool import_word_is_kept(const char *word)
{
	return word[strspn(word, "0123456789 ")] != '\0';
}

/* What was said of it in an earlier table.  The caller frees. */
static char *remembered(const struct import_plan *plan, const struct field_def *field, const char *word)
{
	struct choice *choices;
	char *value = NULL;
	size_t i;

	if (!import_word_is_kept(word))
		return NULL;
	choices = field->type->choices(field, store_context(plan->details->store));
	for (i = 0; choices[i].key && !value; i++) {
		char *heading = heading_of(field, word, choices[i].key),
		     *said = store_heading(plan->details->store, plan->def, heading);

		if (said && strcmp(said, field->name) == 0)
			value = xstrdup(choices[i].key);
		free(heading);
		free(said);
	}
	choices_free(choices);
	return value;
}

static void set_word(struct strings *words, const char *field, const char *word, const char *value)
{
	size_t place = place_of(words, field, word);

	if (place < words->count) {
		free(words->items[place + 2]);
		words->items[place + 2] = xstrdup(value);
		return;
	}
	strings_add(words, field);
	strings_add(words, word);
	strings_add(words, value);
}

char *import_meaning(const struct import_plan *plan, const struct field_def *field, const char *text)
{
	struct strings *words = &plan->details->words;
	char *word, *value;
	size_t place;

	if (!import_is_closed(field) || plan->details->shipped || plan->details->foreign || !(word = word_of(text)))
		return NULL;
	place = place_of(words, field->name, word);
	value = place < words->count ? xstrdup(words->items[place + 2]) : remembered(plan, field, word);
	/* The next row asks again. */
	if (value && place == words->count)
		set_word(words, field->name, word, value);
	free(word);
	return value;
}

void import_plan_set_word(struct import_plan *plan, size_t column, const char *word, const char *value)
{
	const struct field_def *field = plan->columns[column].field;
	char *folded = word_of(word);
	size_t i;

	for (i = 0; folded && i < plan->column_count; i++)
		if (plan->columns[i].use == USE_FIELD && is_alike(plan->columns[i].field, field))
			set_word(&plan->details->words, plan->columns[i].field->name, folded, value);
	free(folded);
}

/* Whether the numbers of the column are those of another scale, by its heading or by what stands beside the table. */
static bool has_other_levels(const struct import_plan *plan, size_t column)
{
	const struct heading_unit *unit = &plan->details->units[column];

	return plan->columns[column].field->type == &type_level && (unit->scaled || unit->levels);
}

/* Whether the column takes the text, or somebody said what it means. */
static bool is_read(const struct import_plan *plan, size_t column, const char *text)
{
	const struct field_def *field = plan->columns[column].field;
	struct model_context context = *store_context(plan->details->store);
	char *value = NULL, *meaning;
	bool is;

	context.reading = (struct reading_form){ .table = true };
	is = field_parse(field, &context, text, &value, NULL) &&
	     (import_word_is_kept(text) || !has_other_levels(plan, column));
	free(value);
	if (is)
		return true;
	meaning = import_meaning(plan, field, text);
	free(meaning);
	return meaning != NULL;
}

bool import_is_strange(const struct import_plan *plan, size_t column, const char *text)
{
	const struct import_column *it = &plan->columns[column];
	char *word = it->use == USE_FIELD && import_is_closed(it->field) ? word_of(text) : NULL;
	bool strange = word && !is_read(plan, column, text);

	free(word);
	return strange;
}

char *import_word_option(const struct import_plan *plan, size_t column, const char *text)
{
	const char *heading = plan->columns[column].heading;
	char *word = import_is_closed(plan->columns[column].field) ? word_of(text) : NULL, *option;

	if (!word || plan->details->seen || plan->details->shipped || plan->details->foreign ||
		plan->details->word_told)
		option = NULL;
	else if (strpbrk(heading, "\"'`$\\\n") || strpbrk(text, "\"'`$\\\n="))
		option = xstrdup("--word=COLUMN:WORD=VALUE");
	else
		option = xasprintf("--word=\"%s:%s=VALUE\"", heading, text);
	plan->details->word_told = plan->details->word_told || option;
	free(word);
	return option;
}

/* ---- while rows are read ---- */

static void tell_meaning(struct table *table, const struct field_def *field, const struct record *record,
	const char *text, const char *value)
{
	char *shown = store_value_text(table->store, record, field, value),
	     /* TRANSLATORS: a field; a word of a table; what it stands for */
		*sentence = xasprintf(_("%s: \"%s\" is read as %s."), _(field->label), text, shown);

	table_say_once(table, sentence);
	free(shown);
	free(sentence);
}

/* Adds to a refusal how somebody says what the text means, once for a table. */
static void tell_option(struct table *table, size_t column, const char *text, struct error *error)
{
	char *option = error_ends(error) ? NULL : import_word_option(table->plan, column, text), *message;

	if (!option)
		return;
	/* TRANSLATORS: what is wrong; an option of the command line */
	message = xasprintf(_("%s %s says what that is here."), error->message, option);
	error_clear(error);
	error_set_field(error, ERROR_INVALID, table->plan->columns[column].field->name, "%s", message);
	free(message);
	free(option);
}

bool table_is_said(const struct table *table, size_t column, const char *text)
{
	const struct strings *words = &table->plan->details->words;
	char *word = words->count && import_is_closed(table->plan->columns[column].field) ? word_of(text) : NULL;
	bool is = word && place_of(words, table->plan->columns[column].field->name, word) < words->count;

	free(word);
	return is;
}

bool table_read_meaning(struct table *table, size_t column, const char *text, const struct record *record, char **value,
	struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	char *meaning = error_ends(error) ? NULL : import_meaning(table->plan, field, text);
	bool ok = meaning != NULL;

	if (ok) {
		error_clear(error);
		ok = store_parse(table->store, record, field, meaning, value, error);
		if (ok)
			tell_meaning(table, field, record, text, *value);
	} else {
		tell_option(table, column, text, error);
	}
	free(meaning);
	return ok;
}

bool table_take_other_level(
	struct table *table, size_t column, const char *text, struct record *record, struct error *error)
{
	const struct field_def *field = table->plan->columns[column].field;
	char *meaning = has_other_levels(table->plan, column) ? import_meaning(table->plan, field, text) : NULL;

	if (!meaning) {
		if (has_other_levels(table->plan, column))
			tell_option(table, column, text, error);
		return false;
	}
	error_clear(error);
	record_set(record, field->name, meaning);
	tell_meaning(table, field, record, text, meaning);
	free(meaning);
	return true;
}

/* ---- for the next table ---- */

/* Keeps in the file, or in memory with action NULL, what the word means; what it meant before it does not mean any more. */
static bool remember(
	const struct import_plan *plan, struct action *action, const char *const said[3], struct error *error)
{
	const struct field_def *field = register_field(plan->def, said[0]);
	struct store *store = plan->details->store;
	struct choice *choices = field->type->choices(field, store_context(store));
	bool ok = true;
	size_t i;

	for (i = 0; ok && choices[i].key; i++) {
		char *heading = heading_of(field, said[1], choices[i].key),
		     *was = store_heading(store, plan->def, heading);
		bool is = strcmp(choices[i].key, said[2]) == 0;

		if (!is && !was)
			;
		else if (action)
			ok = action_heading(action, plan->def, heading, is ? field->name : "", error);
		else
			store_heading_keep(store, plan->def, heading, is ? field->name : "");
		free(heading);
		free(was);
	}
	choices_free(choices);
	return ok;
}

bool import_words_remember(const struct import_plan *plan, struct action *action, struct error *error)
{
	const struct strings *words = &plan->details->words;
	size_t i;

	for (i = 0; plan->def && i + 2 < words->count; i += 3)
		if (import_word_is_kept(words->items[i + 1]) &&
			!remember(plan, action, (const char *const *)&words->items[i], error))
			return false;
	return true;
}
