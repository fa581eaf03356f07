/* The rules that all field types share, and the small operations that several use. */
#include "model/types/parts.h"

bool word_matches(const char *typed, const char *key, const char *label)
{
	char *a = text_fold_typed(typed), *b = text_fold_typed(key), *c = label ? text_fold_typed(label) : NULL,
	     *d = label ? text_fold_typed(_(label)) : NULL;
	bool same = strcmp(a, b) == 0 || (c && strcmp(a, c) == 0) || (d && strcmp(a, d) == 0);

	free(a);
	free(b);
	free(c);
	free(d);
	return same;
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

bool field_parse(const struct field_def *field, const struct model_context *context, const char *text, char **value,
	struct error *error)
{
	size_t length = text ? strlen(text) : 0, start = 0, most;
	bool several = field->type->editor == EDIT_TEXT;
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
	while (length && strchr(" \t\n", trimmed[length - 1]))
		trimmed[--length] = '\0';
	while (trimmed[start] && strchr(several ? "\n" : " \t\n", trimmed[start]))
		start++;
	if (!trimmed[start]) {
		free(trimmed);
		if (field->flags & FIELD_REQUIRED)
			return error_set_field(
				error, ERROR_INVALID, field->name, _("%s must not be empty."), _(field->label));
		return true;
	}
	most = field_most(field);
	if (text_has_control(trimmed + start, several ? "\n\t" : ""))
		ok = error_set_field(
			error, ERROR_INVALID, field->name, _("%s holds a control character."), _(field->label));
	else if (text_has_noncharacter(trimmed + start))
		ok = error_set_field(error, ERROR_INVALID, field->name,
			_("%s holds a code that is no character, such as U+FFFE."), _(field->label));
	else if (most && text_length(trimmed + start) > most)
		ok = error_set_field(error, ERROR_INVALID, field->name, _("%s is longer than %zu characters."),
			_(field->label), most);
	else
		ok = field->type->parse(field, context, trimmed + start, value, error);
	free(trimmed);
	return ok;
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
	text += strspn(text, " \t\r\n");
	for (length = strlen(text); length && strchr(" \t\r\n", text[length - 1]); length--)
		;
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
