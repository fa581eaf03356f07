/* A level of a scale, by its number, its letter or its name. */
#include "model/types/parts.h"

static bool is_called(const char *word, const char *name)
{
	char *folded = word_fold(name);
	bool is = strcmp(word, folded) == 0;

	free(folded);
	return is;
}

/* The level of that name, folded, in the language or the other, as `is` compares them.  0: none; -1: two are called so. */
static int level_called(const struct scale *scale, const char *word, bool (*is)(const char *word, const char *name))
{
	int found = 0, level, i;

	for (level = 1; level <= scale->count; level++) {
		const char *names[] = { scale->names[level - 1], scale->others[level - 1] };

		for (i = 0; i < 2; i++)
			if (names[i] && *names[i] && is(word, names[i]))
				found = found && found != level ? -1 : level;
	}
	return found;
}

/* table: a cell, which may have the word of another method. */
static int level_named(const struct scale *scale, const char *word, bool table)
{
	int found = level_called(scale, word, is_called);

	found = found ? found : level_called(scale, word, words_alike);
	return found || !table ? found : level_called(scale, word, levels_alike);
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

/* What people put around a level and its name says nothing: "(4) Likely", "Level 4", "4 = Likely".  In place. */
static char *without_signs(char *word)
{
	static const char *const before[] = { "level ", "niveau ", "niv ", "lvl " };
	char *from, *to;
	size_t i, length;

	for (from = to = word; *from; from++) {
		/* "3.5" is no level and stays what it is. */
		bool sign = strchr("()[]:=", *from) || (*from == '.' && !(from[1] >= '0' && from[1] <= '9'));

		if (!sign && *from != ' ')
			*to++ = *from;
		else if (to > word && to[-1] != ' ')
			*to++ = ' ';
	}
	to -= to > word && to[-1] == ' ';
	*to = '\0';
	for (i = 0; i < sizeof before / sizeof before[0]; i++) {
		length = strlen(before[i]);
		if (strncmp(word, before[i], length) == 0)
			memmove(word, word + length, strlen(word + length) + 1);
	}
	return word;
}

/* "/5", "/ 5", "sur 5", "out of 5": of how many it is; 0: it is not that. */
static int said_of(const char *text)
{
	static const char *const words[] = { "/", "sur ", "out of ", "of " };
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strncmp(text, words[i], strlen(words[i])) == 0) {
			text += strlen(words[i]);
			text += strspn(text, " ");
			return *text && strlen(text) < 4 && strspn(text, "0123456789") == strlen(text) ? atoi(text) : 0;
		}
	return 0;
}

/* "P4" of likelihoods, "G4" of impacts, "H High", "H" of risks; 0: it is no such level. */
static int level_lettered(const struct field_def *field, const struct scale *scale, char *word)
{
	size_t length = strcspn(word, " ");
	const char *rest = word + length + (word[length] == ' ');
	int said;

	if (!field_is_risk_level(field) && !*rest && length == 2 && strchr("lpvigsn", word[0]) && word[1] >= '1' &&
		word[1] <= '9')
		return word[1] - '0';
	word[length] = '\0';
	said = level_marked(field, scale, word);
	return said > 0 && (!*rest || level_named(scale, rest, false) == said) ? said : 0;
}

/* "4 - Likely", "4 Likely", "Likely (4)", "4/5", "H High", "high", of which all parts say the same; 0: it is no level. */
static int level_written(const struct field_def *field, const struct scale *scale, const char *text, bool table)
{
	char *word = word_fold(text), *last;
	int level = level_named(scale, word, table), said;
	size_t length;

	if (level == 0) {
		without_signs(word);
		level = level_named(scale, word, table);
	}
	length = strspn(word, "0123456789");
	last = strrchr(word, ' ');
	if (level == 0 && length && length < 3) {
		char *rest = word + length + strspn(word + length, " ");

		said = atoi(word);
		if (!*rest || said_of(rest) == scale->count)
			level = said;
		else
			level = level_named(scale, rest, table) == said ? said : 0;
	} else if (level == 0 && last && last[1] && strspn(last + 1, "0123456789") == strlen(last + 1) &&
		   strlen(last) < 4) {
		*last = '\0';
		said = atoi(last + 1);
		level = level_named(scale, word, table) == said || level_marked(field, scale, word) == said ? said : 0;
	} else if (level == 0) {
		level = level_lettered(field, scale, word);
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
	refuse_choice(field, typed, &names, error);
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
		number = scale && !is_read_as_file(context)
				 ? level_written(
					   field, scale, text, context->reading.table && !context->reading.own_levels)
				 : 0;
		if (number == 0 && !is_read_as_file(context))
			number = whole_level(field, context, text, count);
		if (number <= 0 && scale && count && !is_read_as_file(context))
			return refuse_level(field, scale, text, error);
	}
	if (number < 1 || number > count)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must be a level from 1 to %d."),
			_(field->label), count);
	*value = number_format_integer(number);
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

const struct field_type type_level = {
	.name = "level",
	.label = N_("level"),
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
