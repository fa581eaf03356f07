/* Queries and their text form, the filter language. */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query.h"

struct query *query_new(const struct register_def *def)
{
	struct query *query = xcalloc(1, sizeof *query);

	query->def = def;
	return query;
}

struct query *query_soa(const struct model_context *context, enum soa_part part)
{
	struct query *query = query_new(register_find("applicability"));
	char *both;

	if (part == SOA_OWN || !context->catalogue_ref) {
		query_add(query, "control.catalogue", OP_EQUAL, OWN_CATALOGUE);
	} else if (part == SOA_REFERENCE || strcmp(context->catalogue_ref, OWN_CATALOGUE) == 0) {
		query_add(query, "control.catalogue", OP_EQUAL, context->catalogue_ref);
	} else {
		both = xasprintf("%s,%s", context->catalogue_ref, OWN_CATALOGUE);
		query_add(query, "control.catalogue", OP_EQUAL, both);
		free(both);
	}
	return query;
}

struct query *query_copy(const struct query *query)
{
	struct query *copy = query_new(query->def);
	size_t i;

	for (i = 0; i < query->condition_count; i++)
		query_add(copy, query->conditions[i].path, query->conditions[i].op, query->conditions[i].value);
	copy->sort = xstrdup(query->sort);
	copy->descending = query->descending;
	for (i = 0; i < 3; i++)
		copy->group[i] = query->group[i];
	return copy;
}

void query_free(struct query *query)
{
	size_t i;

	if (!query)
		return;
	for (i = 0; i < query->condition_count; i++) {
		free(query->conditions[i].path);
		free(query->conditions[i].value);
	}
	free(query->conditions);
	free(query->sort);
	free(query);
}

void query_add(struct query *query, const char *path, enum operator op, const char *value)
{
	struct condition *condition;

	query->conditions = xreallocarray(query->conditions, query->condition_count + 1, sizeof *query->conditions);
	condition = &query->conditions[query->condition_count++];
	condition->path = xstrdup(path);
	condition->op = op;
	condition->value = xstrdup(value);
}

static bool follow(const struct register_def *def, const char *path, bool many, const struct register_def **owner, const struct field_def **field)
{
	const char *dot;

	while ((dot = strchr(path, '.'))) {
		char *step = xstrndup(path, (size_t)(dot - path));
		const struct field_def *reference = register_field(def, step);

		free(step);
		if (!reference || !(many ? field_is_reference(reference) : reference->type->storage == STORED_REFERENCE))
			return false;
		def = register_find(reference->target);
		if (!def)
			return false;
		path = dot + 1;
	}
	*owner = def;
	*field = register_field(def, path);
	return *field || strcmp(path, "ref") == 0 || strcmp(path, "created") == 0 || strcmp(path, "updated") == 0;
}

bool query_path(const struct register_def *def, const char *path, const struct register_def **owner, const struct field_def **field)
{
	return follow(def, path, false, owner, field);
}

bool query_condition_path(const struct register_def *def, const char *path, const struct register_def **owner, const struct field_def **field)
{
	return follow(def, path, true, owner, field);
}

/* One term: everything up to a space outside quotes; quotes are dropped. */
static char *next_term(const char **text, size_t *operator_at)
{
	struct buffer term = { 0 };
	const char *c = *text + strspn(*text, " \t\n");
	bool quoted = false;

	*operator_at = (size_t)-1;
	if (!*c) {
		*text = c;
		return NULL;
	}
	for (; *c && (quoted || !strchr(" \t\n", *c)); c++) {
		if (*c == '"') {
			quoted = !quoted;
			continue;
		}
		if (!quoted && *operator_at == (size_t)-1 && strchr("=<>~!", *c) && term.length)
			*operator_at = term.length;
		buffer_add_char(&term, *c);
	}
	*text = c;
	return buffer_take(&term);
}

static bool read_operator(const char *at, enum operator *op, size_t *length)
{
	static const struct {
		const char *text;
		enum operator op;
	} operators[] = {
		{ "!=", OP_DIFFERENT }, { "<=", OP_AT_MOST }, { ">=", OP_AT_LEAST }, { "=", OP_EQUAL }, { "<", OP_LESS }, { ">", OP_MORE }, { "~", OP_CONTAINS },
	};
	size_t i;

	for (i = 0; i < sizeof operators / sizeof operators[0]; i++) {
		*length = strlen(operators[i].text);
		if (strncmp(at, operators[i].text, *length) == 0) {
			*op = operators[i].op;
			return true;
		}
	}
	return false;
}

static bool read_day(const struct model_context *context, const char *text, struct date *day)
{
	struct date today = environment_today(context ? context->time_zone : NULL);

	if (date_parse(text, day) || date_parse_word(text, &today, day))
		return true;
	return !(context && context->file_form) && date_parse_typed(text, &today, day);
}

static void add_seconds(struct query *query, const char *path, enum operator op, int64_t seconds)
{
	char *value = date_time_format(seconds);

	query_add(query, path, op, value);
	free(value);
}

/* A condition on a moment; a day stands for all of its moments. */
static bool add_moment(struct query *query, const struct model_context *context, const char *path, const char *label, enum operator op, const char *text, struct error *error)
{
	const char *zone = context ? context->time_zone : NULL;
	struct date day;
	int64_t seconds, start, next;

	if (strcmp(text, "now") == 0) {
		add_seconds(query, path, op, environment_now());
		return true;
	}
	if (!read_day(context, text, &day)) {
		if (!date_time_parse(text, &seconds))
			return error_set(error, ERROR_INVALID, _("%s must be a date and time such as 2026-11-24T09:30Z."), label);
		add_seconds(query, path, op, seconds);
		return true;
	}
	start = date_start(&day, zone);
	day = date_from_days(date_days(&day) + 1);
	next = date_start(&day, zone);
	switch (op) {
	case OP_EQUAL:
		add_seconds(query, path, OP_AT_LEAST, start);
		add_seconds(query, path, OP_LESS, next);
		return true;
	case OP_LESS:
	case OP_AT_LEAST:
		add_seconds(query, path, op, start);
		return true;
	case OP_AT_MOST:
		add_seconds(query, path, OP_LESS, next);
		return true;
	case OP_MORE:
		add_seconds(query, path, OP_AT_LEAST, next);
		return true;
	default:
		return error_set(error, ERROR_INVALID, _("%s can be compared with a day by =, <, <=, > and >= only."), label);
	}
}

static bool add_term(struct query *query, const struct model_context *context, const char *term, size_t at, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	enum operator op;
	const char *last;
	struct date day;
	size_t length;
	char *path, *value = NULL;
	bool ok = true;

	if (!read_operator(term + at, &op, &length))
		return error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write FIELD=VALUE."), term);
	path = xstrndup(term, at);
	last = strrchr(path, '.') ? strrchr(path, '.') + 1 : path;
	if (!query_condition_path(query->def, path, &owner, &field)) {
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s."), path, _(query->def->plural));
	} else if (!term[at + length]) {
		if (op != OP_EQUAL && op != OP_DIFFERENT)
			ok = error_set(error, ERROR_INVALID, _("A value is missing after \"%s\"."), term);
		else
			query_add(query, path, op == OP_EQUAL ? OP_EMPTY : OP_FILLED, NULL);
	} else if (op != OP_CONTAINS && (field ? field->type == &type_date_time : strcmp(last, "ref") != 0)) {
		ok = add_moment(query, context, path, field ? _(field->label) : path, op, term + at + length, error);
	} else if (op != OP_CONTAINS && field && field->type == &type_date && (strcmp(term + at + length, "now") == 0 || read_day(context, term + at + length, &day))) {
		char iso[11];

		if (strcmp(term + at + length, "now") == 0)
			day = environment_today(context ? context->time_zone : NULL);
		date_format(&day, iso);
		query_add(query, path, op, iso);
	} else if (op == OP_CONTAINS || !field || field_is_reference(field)) {
		if (field && field_is_reference(field) && op != OP_CONTAINS && op != OP_EQUAL && op != OP_DIFFERENT)
			ok = error_set(error, ERROR_INVALID, _("%s can only be compared with = and != and ~."), _(field->label));
		else
			query_add(query, path, op, term + at + length);
	} else {
		/* One key of a list is compared, not the whole. */
		ok = field_parse(field, context, term + at + length, &value, error);
		if (ok)
			query_add(query, path, op, value);
	}
	free(value);
	free(path);
	return ok;
}

bool query_parse(struct query *query, const struct model_context *context, const char *text, struct error *error)
{
	struct buffer words = { 0 };
	size_t at;
	char *term;
	bool ok = true;

	if (!text_is_valid(text, strlen(text)) || text_has_control(text, "\t\n"))
		return error_set(error, ERROR_INVALID, _("The filter is not valid text."));
	while (ok && (term = next_term(&text, &at))) {
		if (at != (size_t)-1) {
			ok = add_term(query, context, term, at, error);
		} else if (strcmp(term, "late") == 0) {
			query_add(query, NULL, OP_LATE, NULL);
		} else if (strcmp(term, "open") == 0) {
			query_add(query, NULL, OP_OPEN, NULL);
		} else {
			if (words.length)
				buffer_add_char(&words, ' ');
			buffer_add(&words, term);
		}
		free(term);
	}
	if (ok && words.length)
		query_add(query, NULL, OP_SEARCH, words.data);
	buffer_free(&words);
	return ok;
}

static void add_value(struct buffer *text, const char *value)
{
	bool quote = strpbrk(value, " \t\n=<>~!") != NULL;

	if (quote)
		buffer_add_char(text, '"');
	buffer_add(text, value);
	if (quote)
		buffer_add_char(text, '"');
}

char *query_text(const struct query *query)
{
	static const char *const signs[] = { "=", "!=", "<", "<=", ">", ">=", "~", "=", "!=", "", "", "" };
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < query->condition_count; i++) {
		const struct condition *condition = &query->conditions[i];

		if (text.length)
			buffer_add_char(&text, ' ');
		switch (condition->op) {
		case OP_SEARCH: buffer_add(&text, condition->value); break;
		case OP_OPEN: buffer_add(&text, "open"); break;
		case OP_LATE: buffer_add(&text, "late"); break;
		default:
			buffer_printf(&text, "%s%s", condition->path, signs[condition->op]);
			if (condition->value)
				add_value(&text, condition->value);
		}
	}
	return buffer_take(&text);
}

bool query_sort(struct query *query, const char *text, struct error *error)
{
	const struct register_def *owner;
	const struct field_def *field;
	bool descending = *text == '-';

	if (descending)
		text++;
	if (!query_path(query->def, text, &owner, &field))
		return error_set(error, ERROR_USAGE, _("There is no field %s in %s."), text, _(query->def->plural));
	free(query->sort);
	query->sort = xstrdup(text);
	query->descending = descending;
	return true;
}
