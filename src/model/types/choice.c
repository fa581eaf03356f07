/* One of a list, some of a list, yes or no. */
#include "model/types/parts.h"

/* French participles follow what they speak of: "planifiée" and "planifiés" are "planifié", folded. */
static void drop_gender(char *word)
{
	size_t length = strlen(word);

	if (length > 4 && word[length - 1] == 's')
		word[--length] = '\0';
	if (length > 4 && strcmp(word + length - 2, "ee") == 0)
		word[length - 1] = '\0';
}

/* The one choice whose label the words are but for gender and number; NULL: none, or several. */
static const struct choice *find_by_ends(const struct field_def *field, const char *word)
{
	const struct choice *choice, *found = NULL;

	for (choice = field->choices; choice->key; choice++)
		if (words_alike(word, choice->label) || words_alike(word, translation_in("fr", choice->label))) {
			if (found)
				return NULL;
			found = choice;
		}
	return found;
}

/* Whether the folded word is that label in either language. */
static bool is_label(const char *word, const char *label)
{
	char *english = word_fold(label), *own = word_fold(_(label)), *french = word_fold(translation_in("fr", label)),
	     *typed = xstrdup(word);
	bool same = strcmp(word, english) == 0 || strcmp(word, own) == 0 || strcmp(word, french) == 0;

	drop_gender(french);
	drop_gender(typed);
	same = same || strcmp(typed, french) == 0;
	free(english);
	free(own);
	free(french);
	free(typed);
	return same;
}

/* A key goes before a label; labels are each of another choice (tests/unit/model/readings.c). */
static const struct choice *find(const struct field_def *field, const struct model_context *context, const char *typed)
{
	const struct choice *choice, *found = NULL;
	char *word, *key;

	/* Most are written as the program writes them. */
	for (choice = field->choices; choice->key; choice++)
		if (strcmp(typed, choice->key) == 0)
			return choice;
	if (is_read_as_file(context))
		return NULL;
	for (choice = field->choices; choice->key; choice++)
		if (strcasecmp(typed, choice->key) == 0)
			return choice;
	for (choice = field->choices; choice->key; choice++)
		if (strcasecmp(typed, choice->label) == 0 || strcasecmp(typed, _(choice->label)) == 0)
			return choice;
	word = word_fold(typed);
	for (choice = field->choices; choice->key && !found; choice++) {
		key = word_fold(choice->key);
		found = strcmp(word, key) == 0 ? choice : NULL;
		free(key);
	}
	for (choice = field->choices; choice->key && !found; choice++)
		found = is_label(word, choice->label) ? choice : NULL;
	if (!found && context && context->reading.table)
		found = choice_alike(field, context->reading.french && strcmp(word, "o") == 0 ? "oui" : word);
	if (!found)
		found = find_by_ends(field, word);
	free(word);
	return found;
}

/* "3 - High", "2. Moderate": the number is a spreadsheet's own, the label behind it says what is meant. */
static const char *without_number(const char *typed)
{
	const char *at = typed + strspn(typed, "0123456789"), *label;

	if (at == typed)
		return NULL;
	label = at + strspn(at, " -.):=");
	if (strncmp(label, "\xe2\x80\x93", 3) == 0 || strncmp(label, "\xe2\x80\x94", 3) == 0)
		label += 3 + text_blanks(label + 3);
	return label > at && *label ? label : NULL;
}

static const struct choice *find_numbered(
	const struct field_def *field, const struct model_context *context, const char *typed)
{
	const struct choice *choice = find(field, context, typed);
	const char *label = choice || is_read_as_file(context) ? NULL : without_number(typed);

	return label ? find(field, context, label) : choice;
}

/* Tables are written by people, who know the labels; the command line has the keys. */
static bool refuse(
	const struct field_def *field, const struct model_context *context, const char *typed, struct error *error)
{
	struct strings words = { 0 };
	const struct choice *choice;
	bool table = context && context->reading.table;

	for (choice = field->choices; choice->key; choice++)
		strings_add(&words, table ? _(choice->label) : choice->key);
	refuse_choice(field, typed, &words, error);
	strings_free(&words);
	return false;
}

static bool parse_choice(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	const struct choice *choice = find_numbered(field, context, text);

	if (!choice)
		return refuse(field, context, text, error);
	*value = xstrdup(choice->key);
	return true;
}

static char *format_choice(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)context;
	return xstrdup(choice_label(field, value));
}

/* At commas, semicolons, bars and ends of lines. */
static void split(struct strings *pieces, const char *text)
{
	size_t length, end;

	for (; *text; text += length + (text[length] != '\0')) {
		size_t start = text_blanks(text);

		length = strcspn(text, ",;|\n");
		for (end = length; end > start && strchr(" \t", text[end - 1]); end--)
			;
		if (end > start)
			strings_take(pieces, xstrndup(text + start, end - start));
	}
}

static bool parse_choices(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct strings typed = { 0 }, keys = { 0 }, ordered = { 0 };
	const struct choice *choice;
	bool ok = true;
	size_t i;

	/* A label may hold a comma. */
	if (find(field, context, text))
		strings_add(&typed, text);
	else if (is_read_as_file(context))
		strings_split(&typed, text);
	else
		split(&typed, text);
	for (i = 0; i < typed.count && ok; i++) {
		choice = find_numbered(field, context, typed.items[i]);
		if (choice)
			strings_add(&keys, choice->key);
		else
			ok = refuse(field, context, typed.items[i], error);
	}
	for (choice = field->choices; ok && choice->key; choice++)
		if (strings_contain(&keys, choice->key))
			strings_add(&ordered, choice->key);
	if (ok && ordered.count)
		*value = strings_join(&ordered, ",");
	strings_free(&typed);
	strings_free(&keys);
	strings_free(&ordered);
	return ok;
}

static char *format_choices(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct strings keys = { 0 }, labels = { 0 };
	char *text;
	size_t i;

	(void)context;
	strings_split(&keys, value);
	for (i = 0; i < keys.count; i++)
		strings_add(&labels, choice_label(field, keys.items[i]));
	text = strings_join(&labels, ", ");
	strings_free(&keys);
	strings_free(&labels);
	return text;
}

static struct choice *list_choices(const struct field_def *field, const struct model_context *context)
{
	struct choice *list;
	size_t count = 0, i;

	(void)context;
	while (field->choices[count].key)
		count++;
	list = xcalloc(count + 1, sizeof *list);
	for (i = 0; i < count; i++) {
		list[i].key = xstrdup(field->choices[i].key);
		list[i].label = xstrdup(_(field->choices[i].label));
	}
	return list;
}

static bool is_one_of(const char *word, const char *const *words, size_t count)
{
	size_t i;

	for (i = 0; i < count && strcmp(word, words[i]) != 0; i++)
		;
	return i < count;
}

/*
 * A column "Applicable" in which stands "Applicable" or "Not applicable", "Included" or "Excluded": the words of its
 * heading say yes (1), their contrary no (-1).  0: the word is none of them.
 */
static int says_label(const struct field_def *field, const char *word)
{
	static const char *const denials[] = { "not ", "non ", "pas " };
	static const char *const contraries[] = { "n/a", "na", "n.a.", "n.a", "s.o.", "s/o", "sans objet", "excluded",
		"exclu", "exclue", "out of scope", "hors perimetre" };
	char *label = word_fold(field->label), *french = word_fold(translation_in("fr", field->label)),
	     *inner = xasprintf("|%s|", field->known_as ? field->known_as : ""), *known = word_fold(inner), *sought;
	const bool applies = strcmp(label, "applicable") == 0;
	const char *rest = word;
	int says = 1;
	size_t i;

	for (i = 0; i < sizeof denials / sizeof denials[0] && says > 0; i++)
		if (strncmp(word, denials[i], strlen(denials[i])) == 0) {
			rest = word + strlen(denials[i]);
			says = -1;
		}
	/* "Pas" alone denies, whatever else the letters are short for. */
	for (i = 0; i < sizeof denials / sizeof denials[0]; i++)
		if (strncmp(word, denials[i], strlen(word)) == 0 && strlen(word) + 1 == strlen(denials[i]))
			says = 0;
	sought = xasprintf("|%s|", says ? rest : "");
	if (applies && is_one_of(word, contraries, sizeof contraries / sizeof contraries[0]))
		says = -1;
	else if (strcmp(rest, label) != 0 && strcmp(rest, french) != 0 && !strstr(known, sought) &&
		 !(applies && strcmp(rest, "incluse") == 0))
		says = 0;
	free(label);
	free(french);
	free(inner);
	free(known);
	free(sought);
	return says;
}

/* answered: its first word is yes or no: "Oui, car le serveur est exposé". */
static bool refuse_yes_no(const struct field_def *field, const char *text, bool answered, struct error *error)
{
	char *shown = text_cut(text, 80);

	if (answered)
		error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field, a text */
			_("%s takes yes or no alone; what \"%s\" says besides belongs to the reason, which has a field of its own."),
			_(field->label), shown);
	else
		error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be yes or no, or empty."), _(field->label));
	free(shown);
	return false;
}

static bool parse_yes_no(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	/* Folded; the last ones are ticks. */
	static const char *const yes[] = { "yes", "y", "oui", "true", "vrai", "1", "x", "\xe2\x9c\x93", "\xe2\x9c\x94",
		"\xe2\x98\x91", "\xe2\x98\x92", "\xe2\x9c\x85", "1.0", "1,0" };
	static const char *const no[] = { "no", "n", "non", "false", "faux", "0", "0.0", "0,0", "\xe2\x98\x90" };
	bool table = context && context->reading.table, answered;
	char *word;

	if (strcmp(text, "yes") == 0 || strcmp(text, "no") == 0) {
		*value = xstrdup(text);
		return true;
	}
	word = is_read_as_file(context) ? xstrdup("") : word_fold(text);
	if (is_one_of(word, yes, sizeof yes / sizeof yes[0]))
		*value = xstrdup("yes");
	else if (is_one_of(word, no, sizeof no / sizeof no[0]))
		*value = xstrdup("no");
	else if (table && says_label(field, word))
		*value = xstrdup(says_label(field, word) > 0 ? "yes" : "no");
	else if (table && strcmp(word, "o") == 0 &&
		 (context->reading.french || strcmp(environment_language(), "fr") == 0))
		*value = xstrdup("yes");
	word[strcspn(word, " ,.:;(")] = '\0';
	answered = is_one_of(word, yes, sizeof yes / sizeof yes[0]) || is_one_of(word, no, sizeof no / sizeof no[0]);
	free(word);
	return *value || refuse_yes_no(field, text, answered, error);
}

static char *format_yes_no(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)field;
	(void)context;
	return xstrdup(strcmp(value, "yes") == 0 ? _("yes") : _("no"));
}

static struct choice *yes_no_choices(const struct field_def *field, const struct model_context *context)
{
	struct choice *list = xcalloc(3, sizeof *list);

	(void)field;
	(void)context;
	list[0].key = xstrdup("yes");
	list[0].label = xstrdup(_("yes"));
	list[1].key = xstrdup("no");
	list[1].label = xstrdup(_("no"));
	return list;
}

const struct field_type type_choice = {
	.name = "choice",
	.label = N_("choice"),
	.storage = STORED_TEXT,
	.editor = EDIT_CHOICE,
	.width = 12,
	.length = 100,
	.parse = parse_choice,
	.format = format_choice,
	.compare = compare_bytes,
	.choices = list_choices,
};

const struct field_type type_choices = {
	.name = "choices",
	.label = N_("choices"),
	.storage = STORED_TEXT,
	.editor = EDIT_CHOICES,
	.width = 18,
	.length = 1000,
	.parse = parse_choices,
	.format = format_choices,
	.compare = compare_bytes,
	.choices = list_choices,
};

const struct field_type type_yes_no = {
	.name = "yes/no",
	.label = N_("yes/no"),
	.storage = STORED_TEXT,
	.editor = EDIT_CHOICE,
	.width = 5,
	/* A text there is told for what it is. */
	.length = 2000,
	.parse = parse_yes_no,
	.format = format_yes_no,
	.compare = compare_bytes,
	.choices = yes_no_choices,
};
