/* Cells that stand for the one above: whoever sorts or filters the rows takes that from them, and so does a reading of each by itself. */
#include <stdlib.h>
#include <string.h>

#include "exchange/import_rows.h"

/* Whether a word is among them, as it is written or folded. */
static bool is_among(const char *kept, const char *word, const char *const *words, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if ((*word == *words[i] && strcmp(word, words[i]) == 0) ||
			(*kept == *words[i] && strcmp(kept, words[i]) == 0))
			return true;
	return false;
}

/* names: a name is asked for, which these are not, while a title may be "Same". */
static bool is_ditto(const char *text, bool names)
{
	/* Folded; the last ones are the marks, as word processors and spreadsheets write them. */
	static const char *const words[] = { "idem", "idem.", "id.", "ditto", "ditto.", "do.", "ibid", "ibid.",
		"as above", "same as above", "see above", "idem ci-dessus", "ci-dessus", "voir ci-dessus",
		"comme ci-dessus", "\"", "\"\"", "''", "-\"-", "- \" -", "\xe2\x80\xb3", "\xe2\x80\x9d", "\xe2\x80\x9c",
		"\xe3\x80\x83", "\xc2\xbb", "\xc2\xab", "\xe2\x80\x99\xe2\x80\x99", "\xe2\x80\xb2\xe2\x80\xb2" };
	static const char *const no_names[] = { "cf. ci-dessus", "cf ci-dessus", "voir plus haut", "cf. plus haut",
		"plus haut", "meme", "le meme", "la meme", "les memes", "same", "the same", "pareil", "d\xc2\xb0", "//",
		"\xe2\x86\x91" };
	size_t length;
	const char *bare = text_trimmed(text, &length);
	char *kept, *word;
	bool is;

	/* None of them begins with a digit, as the cells of most columns do. */
	if (!length || length > 20 || (*bare >= '0' && *bare <= '9'))
		return false;
	kept = xstrndup(bare, length);
	/* Folding makes two marks of the double prime. */
	word = text_fold(kept);
	is = is_among(kept, word, words, sizeof words / sizeof words[0]) ||
	     (names && is_among(kept, word, no_names, sizeof no_names / sizeof no_names[0]));
	free(word);
	free(kept);
	return is;
}

bool table_is_ditto(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text)
{
	const char *held = field ? record_get(record, field->name) : NULL;

	const bool names = field && (field_is_reference(field) || (table->def->flags & REGISTER_PEOPLE &&
									  field == register_title(table->def)));

	if (table->details->shipped || table->details->foreign || !is_ditto(text, names))
		return false;
	/* A text of several lines may say so, and what was written in a file of ours comes back as it was. */
	return !field ||
	       (field->type->editor != EDIT_TEXT && (table->fresh || record->id) && !(held && strcmp(held, text) == 0));
}

bool table_refuse_ditto(const char *name, const char *text, struct error *error)
{
	size_t length;
	const char *bare = text_trimmed(text, &length);

	/* TRANSLATORS: a field or a heading; "idem" */
	return error_set(error, ERROR_INVALID,
		_("%s: %.*s stands for the cell above, and each row is read by itself; write there what that says."),
		name, (int)length, bare);
}

bool table_is_nameless(
	const struct table *table, const struct field_def *field, const struct record *record, const char *text)
{
	const char *before = record_get(record, field->name);

	return field == register_title(table->def) && !table->details->shipped && !table->details->foreign &&
	       field_names_nothing(text) && !(before && strcmp(before, text) == 0);
}

bool table_refuse_nameless(const char *name, const char *text, struct error *error)
{
	/* TRANSLATORS: a field, "-" */
	return error_set(error, ERROR_INVALID,
		_("%s: \"%s\" is no name; write what the record is called, or delete the row."), name, text);
}

bool table_is_nobody(const struct table *table, const struct field_def *field, const char *text)
{
	static const char *const words[] = { "all", "everyone", "everybody", "multiple", "various", "several",
		"internal", "external", "tous", "toutes", "tout le monde", "plusieurs", "divers", "interne", "externe",
		"en interne", "en externe" };
	char *before, *word;
	size_t length;
	bool is;

	if (!field_is_person(field) || table->details->shipped || table->details->foreign)
		return false;
	text = text_trimmed(text, &length);
	before = xstrndup(text, strcspn(text, "("));
	word = text_fold(before);
	while (*word && word[strlen(word) - 1] == ' ')
		word[strlen(word) - 1] = '\0';
	is = *word && (is_among(word, word, words, sizeof words / sizeof words[0]) ||
			      /* "Vacant (formerly Jane Doe)" */
			      (strchr(text, '(') && field_says_nothing(word)));
	free(word);
	free(before);
	return is;
}

bool table_refuse_nobody(const char *name, const char *text, struct error *error)
{
	/* TRANSLATORS: a field, "All" */
	return error_set(
		error, ERROR_INVALID, _("%s: \"%s\" is nobody; name a person, or leave the cell empty."), name, text);
}
