/* Conditions of a word and a field: on records of one register that have a value in common ("first=kind", "shared=justification:3"), on what became another ("unplanned=scope:30"). */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query_moment.h"

bool query_is_alike(const struct query *query, const char *word)
{
	return (strcmp(word, "first") == 0 || strcmp(word, "shared") == 0 || strcmp(word, "unplanned") == 0) &&
	       !register_field(query->def, word);
}

static bool is_number(const char *text)
{
	return *text && strspn(text, "0123456789") == strlen(text) && strlen(text) <= 9;
}

/* "FIELD:DAYS", or "@FIELD:DAYS" of a field that is a day. */
static bool add_unplanned(
	struct query *query, const char *term, enum operator op, const char *text, struct error *error)
{
	bool own = *text == '@';
	size_t length = strcspn(text + own, ":");
	const char *days = text + own + length + (text[own + length] != 0);
	char *name = xstrndup(text + own, length), *value = xasprintf("%s%s", own ? "@" : "", days);
	const struct field_def *field = register_field(query->def, name);
	bool ok = true;

	if (!field)
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s."), name, _(query->def->plural));
	else if (op != OP_EQUAL || !is_number(days) || field->type->storage == STORED_LINKS ||
		 field->flags & FIELD_INVERSE || (own && field->type != &type_date))
		ok = error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write unplanned=FIELD:DAYS."), term);
	else
		query_add(query, name, OP_UNPLANNED, value);
	free(value);
	free(name);
	return ok;
}

bool query_add_alike(struct query *query, const char *term, const char *word, enum operator op, const char *text,
	struct error *error)
{
	bool first = strcmp(word, "first") == 0;
	size_t length = first ? strlen(text) : strcspn(text, ":");
	char *name;
	const struct field_def *field;
	const char *most = first ? NULL : text + length + (text[length] != 0);
	bool ok = true;

	if (strcmp(word, "unplanned") == 0)
		return add_unplanned(query, term, op, text, error);
	name = xstrndup(text, length);
	field = register_field(query->def, name);
	if (op != OP_EQUAL && (op != OP_DIFFERENT || !first))
		ok = error_set(error, ERROR_INVALID,
			first ? _("\"%s\" is no condition; write first=FIELD.")
			      : _("\"%s\" is no condition; write shared=FIELD:NUMBER."),
			term);
	else if (!field)
		ok = error_set(error, ERROR_USAGE, _("There is no field %s in %s."), name, _(query->def->plural));
	else if (field->type->storage == STORED_LINKS || field->flags & FIELD_INVERSE)
		ok = error_set(error, ERROR_INVALID, _("%s has several values; only a field with one can be shared."),
			_(field->label));
	else if (most && !is_number(most))
		ok = error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write shared=FIELD:NUMBER."), term);
	else
		query_add(query, name, !first ? OP_SHARED : op == OP_EQUAL ? OP_FIRST : OP_NOT_FIRST, most);
	free(name);
	return ok;
}

void query_alike_text(struct buffer *text, const struct condition *condition)
{
	if (condition->op == OP_UNPLANNED)
		buffer_printf(text, "unplanned=%s%s:%s", *condition->value == '@' ? "@" : "", condition->path,
			condition->value + (*condition->value == '@'));
	else if (condition->op == OP_SHARED)
		buffer_printf(text, "shared=%s:%s", condition->path, condition->value);
	else
		buffer_printf(text, "first%s%s", condition->op == OP_FIRST ? "=" : "!=", condition->path);
}
