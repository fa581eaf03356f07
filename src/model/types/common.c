/* The rules that all field types share, and the small operations that several use. */
#include <ctype.h>

#include "model/types/parts.h"

char *word_fold(const char *text)
{
	static const char *const dashes[] = { "-", "_", "\xe2\x80\x90", "\xe2\x80\x91", "\xe2\x80\x93",
		"\xe2\x80\x94" };
	char *folded = text_fold_typed(text), *from = folded, *to = folded;
	size_t i, length;

	while (*from) {
		length = text_blanks(from);
		for (i = 0; i < sizeof dashes / sizeof dashes[0] && !length; i++)
			length = strncmp(from, dashes[i], strlen(dashes[i])) == 0 ? strlen(dashes[i]) : 0;
		if (!length)
			*to++ = *from++;
		else if (to > folded && to[-1] != ' ')
			*to++ = ' ';
		from += length;
	}
	if (to > folded && to[-1] == ' ')
		to--;
	*to = '\0';
	return folded;
}

bool field_says_nothing(const char *text)
{
	static const char *const words[] = { "", "n/a", "na", "n.a.", "n.a", "n. a.", "s.o.", "s.o", "s. o.", "s/o",
		"sans objet", "neant", "none", "nil", "aucun", "aucune", "not applicable", "non applicable",
		/* Nobody has said yet. */
		"?", "??", "???", "tbd", "t.b.d.", "tba", "tbc", "to be defined", "to be determined", "to be confirmed",
		"a definir", "a determiner", "a preciser", "a completer", "a confirmer", "nd", "n/d", "n.d.",
		"non defini", "non definie", "non renseigne", "non renseignee", "not set", "not defined", "undefined",
		"unknown", "inconnu", "inconnue", "unassigned", "non attribue", "non attribuee", "(none)", "(empty)",
		"(blank)", "(vide)", "(aucun)", "(aucune)",
		/* What programs and people leave for nothing. */
		"/", "//", "...", "\xe2\x80\xa6", "null", "nan", "vide", "empty", "blank", "vacant", "vacante" };
	char *word;
	size_t i;

	/* Most cells say something. */
	if (strlen(text) > 20)
		return false;
	word = word_fold(text);
	for (i = 0; i < sizeof words / sizeof words[0] && strcmp(word, words[i]) != 0; i++)
		;
	free(word);
	return i < sizeof words / sizeof words[0];
}

bool field_names_nothing(const char *text)
{
	/* Besides those of ASCII, of which the quotation marks stand for the cell above: the ellipsis, the bullet, the middle dot, the blank that does not break. */
	static const char *const signs[] = { "\xe2\x80\xa6", "\xe2\x80\xa2", "\xc2\xb7", "\xc2\xa0" };
	char *plain;
	const char *at;
	size_t i, length = 1;

	/* "N/A", and not "None" or "NA": somebody, or a continent, is called so. */
	if (field_says_nothing(text) && strcspn(text, "./?-()") < strlen(text))
		return true;
	if (isalnum((unsigned char)*text))
		return false;
	plain = text_hyphens(text);
	for (at = plain; *at && length; at += length) {
		length = (unsigned char)*at < 0x80 && !isalnum((unsigned char)*at) && *at != '"' && *at != '\'';
		for (i = 0; !length && i < sizeof signs / sizeof signs[0]; i++)
			length = strncmp(at, signs[i], strlen(signs[i])) == 0 ? strlen(signs[i]) : 0;
	}
	free(plain);
	return *text && length;
}

bool parse_plain(const struct field_def *field, const struct model_context *context, const char *text, char **value,
	struct error *error)
{
	(void)field;
	(void)context;
	(void)error;
	*value = xstrdup(text);
	return true;
}

bool refuse_choice(const struct field_def *field, const char *typed, const struct strings *allowed, struct error *error)
{
	char *list, *shown = text_cut(typed, 80);
	const char *between = ", ";
	size_t i;

	/* "certification, stage 1" is one. */
	for (i = 0; i < allowed->count; i++)
		if (strchr(allowed->items[i], ','))
			between = "; ";
	list = strings_join(allowed, between);

	error_set_field(error, ERROR_INVALID, field->name, _("%s cannot be \"%s\"; it is one of: %s."), _(field->label),
		shown, list);
	free(shown);
	free(list);
	return false;
}

bool is_read_as_file(const struct model_context *context)
{
	return context && context->reading.file_form;
}

char *format_plain(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)field;
	(void)context;
	return xstrdup(value);
}

int compare_bytes(const char *a, const char *b)
{
	return strcmp(a, b);
}

int compare_text(const char *a, const char *b)
{
	char *x = text_sort_key(a), *y = text_sort_key(b);
	int order = strcmp(x, y);

	free(x);
	free(y);
	return order;
}

int compare_numbers(const char *a, const char *b)
{
	double x = 0, y = 0;

	number_parse_real(a, &x);
	number_parse_real(b, &y);
	return x < y ? -1 : x > y;
}

bool field_is_reference(const struct field_def *field)
{
	return field->type->storage == STORED_REFERENCE || field->type->storage == STORED_LINKS;
}

bool field_is_person(const struct field_def *field)
{
	return field->type->storage == STORED_REFERENCE && strcmp(field->target, "person") == 0;
}

bool field_is_asked(const struct field_def *field)
{
	return !(field->flags & (FIELD_SNAPSHOT | FIELD_WITNESS | FIELD_INTERNAL)) &&
	       (field->type->editor == EDIT_CHOICE || field_is_person(field) ||
		       field->flags & (FIELD_REQUIRED | FIELD_DUE));
}

bool field_is_list(const struct field_def *field)
{
	return field->type->storage == STORED_LINKS || field->type->editor == EDIT_CHOICES;
}

void choices_free(struct choice *choices)
{
	struct choice *choice;

	for (choice = choices; choice && choice->key; choice++) {
		free((char *)(uintptr_t)choice->key);
		free((char *)(uintptr_t)choice->label);
	}
	free(choices);
}

int field_width(const struct field_def *field)
{
	return field->width ? field->width : field->type->columns ? field->type->columns() : field->type->width;
}

size_t field_most(const struct field_def *field)
{
	return field->length ? field->length : field->type->length;
}

static bool refuse_empty(const struct field_def *field, struct error *error)
{
	if (field->flags & FIELD_REQUIRED)
		return error_set_field(error, ERROR_INVALID, field->name, _("%s must not be empty."), _(field->label));
	return true;
}

/* "0000-00-00", and the day 0 of Excel: what programs write for a date that nobody gave. */
static bool is_no_day(const struct field_def *field, const char *text)
{
	static const char *const days[] = { "0000-00-00", "00/00/0000", "00.00.0000", "00-00-0000", "00/01/1900",
		"0/1/1900", "01/00/1900", "1/0/1900", "1900-01-00" };
	size_t i, length;

	if (strcmp(field->type->name, "date") != 0 && strcmp(field->type->name, "date-time") != 0)
		return false;
	for (i = 0; i < sizeof days / sizeof days[0]; i++) {
		length = strlen(days[i]);
		if (strncmp(text, days[i], length) == 0 && text[length + strspn(text + length, " T:0.Z")] == '\0')
			return true;
	}
	return false;
}

/* By the type; where it is a cell that the type cannot read, "N/A" and its like leave the field empty. */
static bool parse_typed(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	bool table = context && context->reading.table && !field->type->natural_key;
	struct error refusal = { 0 };

	if (!table)
		return field->type->parse(field, context, text, value, error);
	if (field_is_reference(field) && field_says_nothing(text))
		return refuse_empty(field, error);
	/* A choice or level of that name is one. */
	if (field->type->parse(field, context, text, value, &refusal))
		return true;
	if (field_says_nothing(text) || is_no_day(field, text)) {
		error_clear(&refusal);
		return refuse_empty(field, error);
	}
	/* The apostrophe by which a spreadsheet takes a cell for a text. */
	if (*text == '\'' && text[1] && field->type->parse(field, context, text + 1, value, NULL)) {
		error_clear(&refusal);
		return true;
	}
	error_move(error, &refusal);
	return false;
}

bool field_parse(const struct field_def *field, const struct model_context *context, const char *text, char **value,
	struct error *error)
{
	size_t length = text ? strlen(text) : 0, start = 0, most;
	bool strict = context && context->reading.file_form, several = field->type->editor == EDIT_TEXT;
	/* Of a list each may stand on a line of its own. */
	const char *controls = several || (!strict && field_is_list(field)) ? "\n\t" : "";
	struct buffer clean = { 0 };
	char *trimmed;
	size_t i;
	bool ok;

	*value = NULL;
	/* Most fields of most records. */
	if (!length && !(field->flags & FIELD_REQUIRED))
		return true;
	if (length && !text_is_valid(text, length))
		return error_set_field(
			error, ERROR_INVALID, field->name, _("%s is not valid UTF-8 text."), _(field->label));
	/* White space at either end is never meant; lines end with \n alone. */
	for (i = 0; i < length; i++) {
		size_t plain = strcspn(text + i, "\r");

		buffer_add_bytes(&clean, text + i, plain);
		i += plain;
		if (i < length && text[i + 1] != '\n')
			buffer_add_char(&clean, '\n');
	}
	trimmed = buffer_take(&clean);
	length = strlen(trimmed);
	if (strict) {
		while (length && strchr(" \t\n", trimmed[length - 1]))
			trimmed[--length] = '\0';
		while (trimmed[start] && strchr(several ? "\n" : " \t\n", trimmed[start]))
			start++;
	} else {
		/* Blanks that do not break are blanks too at either end, as spreadsheets and pages leave them. */
		start = (size_t)(text_trimmed(trimmed, &length) - trimmed);
		length += start;
		trimmed[length] = '\0';
		if (several && trimmed[start]) {
			/* The first line may be indented. */
			start = strspn(trimmed, "\n");
			start += strchr(" \t", trimmed[start]) ? 0 : text_blanks(trimmed + start);
		}
	}
	if (!trimmed[start]) {
		free(trimmed);
		return refuse_empty(field, error);
	}
	most = field_most(field);
	if (text_has_control(trimmed + start, controls))
		ok = error_set_field(
			error, ERROR_INVALID, field->name, _("%s holds a control character."), _(field->label));
	else if (text_has_noncharacter(trimmed + start))
		ok = error_set_field(error, ERROR_INVALID, field->name,
			_("%s holds a code that is no character, such as U+FFFE."), _(field->label));
	else if (most && length - start > most && text_length(trimmed + start) > most)
		ok = error_set_field(error, ERROR_INVALID, field->name, _("%s is longer than %zu characters."),
			_(field->label), most);
	else
		ok = parse_typed(field, context, trimmed + start, value, error);
	free(trimmed);
	return ok;
}

bool field_parse_asked(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct field_def unbound = *field;

	unbound.min = -1e15;
	unbound.max = 1e15;
	/* Of many records, no one of which says what it is measured in. */
	unbound.source = NULL;
	return field_parse(&unbound, context, text, value, error);
}

char *field_edit(const struct field_def *field, const struct model_context *context, const char *value)
{
	return value && field->type->edit ? field->type->edit(field, context, value) : xstrdup(value ? value : "");
}

char *field_remark(const struct field_def *field, const struct model_context *context, const char *text)
{
	char *trimmed, *remark;
	size_t length;

	if (!field->type->remark || !text)
		return NULL;
	/* As field_parse takes it. */
	text = text_trimmed(text, &length);
	trimmed = xstrndup(text, length);
	remark = field->type->remark(field, context, trimmed);
	free(trimmed);
	return remark;
}

const char *field_beside(const struct field_def *field, const struct model_context *context, const char *value)
{
	return field->type->beside ? field->type->beside(context, value) : NULL;
}

char *field_format(const struct field_def *field, const struct model_context *context, const char *value)
{
	return value ? field->type->format(field, context, value) : xstrdup("");
}
