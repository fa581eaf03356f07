/* One of a list, some of a list, yes or no, a level of a scale. */
#include "model/types/parts.h"

static bool is_file_form(const struct model_context *context)
{
	return context && context->reading.file_form;
}

/* French participles follow what they speak of: "planifiée" and "planifiés" are "planifié", folded. */
static void drop_gender(char *word)
{
	size_t length = strlen(word);

	if (length > 4 && word[length - 1] == 's')
		word[--length] = '\0';
	if (length > 4 && strcmp(word + length - 2, "ee") == 0)
		word[length - 1] = '\0';
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
	if (is_file_form(context))
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
	const char *label = choice || is_file_form(context) ? NULL : without_number(typed);

	return label ? find(field, context, label) : choice;
}

static bool refuse_text(
	const struct field_def *field, const char *typed, const struct strings *allowed, struct error *error)
{
	char *list = strings_join(allowed, ", "), *shown = text_cut(typed, 80);

	error_set_field(error, ERROR_INVALID, field->name, _("%s cannot be \"%s\"; it is one of: %s."), _(field->label),
		shown, list);
	free(shown);
	free(list);
	return false;
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
	refuse_text(field, typed, &words, error);
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
	else if (is_file_form(context))
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

static bool parse_yes_no(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	/* Folded; the last ones are ticks. */
	static const char *const yes[] = { "yes", "y", "oui", "true", "vrai", "1", "x", "\xe2\x9c\x93", "\xe2\x9c\x94",
		"\xe2\x98\x91", "\xe2\x9c\x85" };
	static const char *const no[] = { "no", "n", "non", "false", "faux", "0" };
	char *word;

	if (strcmp(text, "yes") == 0 || strcmp(text, "no") == 0) {
		*value = xstrdup(text);
		return true;
	}
	word = is_file_form(context) ? xstrdup("") : word_fold(text);
	if (is_one_of(word, yes, sizeof yes / sizeof yes[0]))
		*value = xstrdup("yes");
	else if (is_one_of(word, no, sizeof no / sizeof no[0]))
		*value = xstrdup("no");
	else
		error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be yes or no, or empty."), _(field->label));
	free(word);
	return *value != NULL;
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

/* The level of that name, folded, in the language or the other; 0: none; -1: two languages mean two. */
static int level_named(const struct scale *scale, const char *word)
{
	int found = 0, level, i;

	for (level = 1; level <= scale->count; level++) {
		const char *names[] = { scale->names[level - 1], scale->others[level - 1] };

		for (i = 0; i < 2; i++) {
			char *name = names[i] && *names[i] ? word_fold(names[i]) : NULL;

			if (name && strcmp(name, word) == 0)
				found = found && found != level ? -1 : level;
			free(name);
		}
	}
	return found;
}

/* The level of risk that the letter stands for in either language; 0: none. */
static int level_marked(const struct field_def *field, const struct scale *scale, const char *letter)
{
	static const char *const languages[] = { "en", "fr" };
	int level, found = 0;
	size_t i;

	for (level = 1; field_is_risk_level(field) && level <= scale->count; level++)
		for (i = 0; i < sizeof languages / sizeof languages[0]; i++) {
			char *mark = word_fold(method_level_mark_in(languages[i], level, scale->count));

			if (strcmp(mark, letter) == 0 && found != level)
				found = found ? -1 : level;
			free(mark);
		}
	return found;
}

/* "4 - Likely", "4 Likely", "4/5", "H High", "high", of which all parts say the same; 0: it is no level. */
static int level_written(const struct field_def *field, const struct scale *scale, const char *text)
{
	char *word = word_fold(text), *rest = word;
	int level = level_named(scale, word), said = 0, count = 0;
	size_t length = strspn(word, "0123456789");

	if (level == 0 && length && length < 3) {
		said = atoi(word);
		rest += length + strspn(word + length, " :.)(");
		if (*rest == '/' && rest[1] && strspn(rest + 1, "0123456789") == strlen(rest + 1)) {
			count = atoi(rest + 1);
			level = count == scale->count ? said : 0;
		} else if (*rest) {
			level = level_named(scale, rest) == said ? said : 0;
		}
	} else if (level == 0) {
		length = strcspn(word, " ");
		rest += length + (word[length] == ' ');
		word[length] = '\0';
		said = level_marked(field, scale, word);
		level = said > 0 && (!*rest || level_named(scale, rest) == said) ? said : 0;
	}
	free(word);
	return level;
}

static bool refuse_level(
	const struct field_def *field, const struct scale *scale, const char *typed, struct error *error)
{
	struct strings names = { 0 };
	int i;

	for (i = 0; i < scale->count; i++)
		strings_take(&names, xasprintf("%d %s", i + 1, scale->names[i]));
	refuse_text(field, typed, &names, error);
	strings_free(&names);
	return false;
}

/* A number as a spreadsheet writes it, "3.0"; 0: it is none. */
static int whole_level(const struct field_def *field, const struct model_context *context, const char *text, int count)
{
	struct number_reading read;
	enum read_as answer = field_read_number(field, context, text, &read);

	return answer != READING_NONE && !*read.unit && read.value >= 1 && read.value <= count &&
			       (double)(int)read.value >= read.value
		       ? (int)read.value
		       : 0;
}

static bool parse_level(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	const struct scale *scale = context_scale(context, field->scale);
	int count = scale ? scale->count : SCALE_MAX;
	int64_t number;

	if (!number_parse_integer(text, &number)) {
		number = scale && !is_file_form(context) ? level_written(field, scale, text) : 0;
		if (number == 0 && !is_file_form(context))
			number = whole_level(field, context, text, count);
		if (number <= 0 && scale && count && !is_file_form(context))
			return refuse_level(field, scale, text, error);
	}
	if (number < 1 || number > count)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a level from 1 to %d."),
			_(field->label), count);
	*value = xasprintf("%lld", (long long)number);
	return true;
}

static char *format_level(const struct field_def *field, const struct model_context *context, const char *value)
{
	const struct scale *scale = context_scale(context, field->scale);
	int64_t number;

	if (!scale || !number_parse_integer(value, &number) || number < 1 || number > scale->count)
		return xstrdup(value);
	if (strcmp(field->scale, "risk") == 0)
		return method_level_text(context, (int)number);
	return xasprintf("%s %s", value, scale->names[number - 1]);
}

static struct choice *level_choices(const struct field_def *field, const struct model_context *context)
{
	const struct scale *scale = context_scale(context, field->scale);
	int count = scale ? scale->count : 0, i;
	struct choice *list = xcalloc((size_t)count + 1, sizeof *list);

	for (i = 0; i < count; i++) {
		list[i].key = xasprintf("%d", i + 1);
		list[i].label = *scale->definitions[i]
					? xasprintf("%s \xe2\x80\x94 %s", scale->names[i], scale->definitions[i])
					: xstrdup(scale->names[i]);
	}
	return list;
}

const struct field_type type_choice = {
	.name = "choice",
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
	.storage = STORED_TEXT,
	.editor = EDIT_CHOICE,
	.width = 5,
	.length = 20,
	.parse = parse_yes_no,
	.format = format_yes_no,
	.compare = compare_bytes,
	.choices = yes_no_choices,
};

const struct field_type type_level = {
	.name = "level",
	.storage = STORED_INTEGER,
	.editor = EDIT_CHOICE,
	.align_right = false,
	.width = 10,
	.length = 60,
	.parse = parse_level,
	.format = format_level,
	.compare = compare_numbers,
	.choices = level_choices,
};

bool field_is_risk_level(const struct field_def *field)
{
	return field && field->type == &type_level && field->scale && strcmp(field->scale, "risk") == 0;
}
