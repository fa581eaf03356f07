/* One of a list, some of a list, yes or no, a level of a scale. */
#include "model/types/parts.h"

static const struct choice *find(const struct field_def *field, const struct model_context *context, const char *typed)
{
	const struct choice *choice;

	for (choice = field->choices; choice->key; choice++)
		if (context && context->reading.file_form ? strcmp(typed, choice->key) == 0
							  : word_matches(typed, choice->key, choice->label))
			return choice;
	return NULL;
}

static bool refuse(const struct field_def *field, const char *typed, struct error *error)
{
	struct strings keys = { 0 };
	const struct choice *choice;
	char *list, *shown = text_cut(typed, 80);

	for (choice = field->choices; choice->key; choice++)
		strings_add(&keys, choice->key);
	list = strings_join(&keys, ", ");
	error_set_field(error, ERROR_INVALID, field->name, _("%s cannot be \"%s\"; it is one of: %s."), _(field->label),
		shown, list);
	strings_free(&keys);
	free(shown);
	free(list);
	return false;
}

static bool parse_choice(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	const struct choice *choice = find(field, context, text);

	if (!choice)
		return refuse(field, text, error);
	*value = xstrdup(choice->key);
	return true;
}

static char *format_choice(const struct field_def *field, const struct model_context *context, const char *value)
{
	(void)context;
	return xstrdup(choice_label(field, value));
}

static bool parse_choices(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct strings typed = { 0 }, keys = { 0 }, ordered = { 0 };
	const struct choice *choice;
	bool ok = true;
	size_t i;

	strings_split(&typed, text);
	for (i = 0; i < typed.count && ok; i++) {
		choice = find(field, context, typed.items[i]);
		if (choice)
			strings_add(&keys, choice->key);
		else
			ok = refuse(field, typed.items[i], error);
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

static bool parse_yes_no(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	if (context && context->reading.file_form && strcmp(text, "yes") != 0 && strcmp(text, "no") != 0)
		return error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be yes or no, or empty."), _(field->label));
	if (word_matches(text, "yes", N_("yes")) || word_matches(text, "true", "1"))
		*value = xstrdup("yes");
	else if (word_matches(text, "no", N_("no")) || word_matches(text, "false", "0"))
		*value = xstrdup("no");
	else
		return error_set_field(
			error, ERROR_INVALID, field->name, _("%s must be yes or no, or empty."), _(field->label));
	return true;
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

static bool parse_level(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	const struct scale *scale = context_scale(context, field->scale);
	int count = scale ? scale->count : SCALE_MAX, i;
	int64_t number;

	if (!number_parse_integer(text, &number)) {
		number = 0;
		for (i = 0; scale && !context->reading.file_form && i < scale->count; i++)
			if (word_matches(text, scale->names[i], NULL))
				number = i + 1;
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
