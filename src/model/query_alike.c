/* Conditions on records of one register that have a value in common: "first=kind", "shared=justification:3". */
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/query_moment.h"

bool query_is_alike(const struct query *query, const char *word)
{
	return (strcmp(word, "first") == 0 || strcmp(word, "shared") == 0) && !register_field(query->def, word);
}

bool query_add_alike(struct query *query, const char *term, const char *word, enum operator op, const char *text,
	struct error *error)
{
	bool first = strcmp(word, "first") == 0;
	size_t length = first ? strlen(text) : strcspn(text, ":");
	char *name = xstrndup(text, length);
	const struct field_def *field = register_field(query->def, name);
	const char *most = first ? NULL : text + length + (text[length] != 0);
	bool ok = true;

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
	else if (most && (!*most || strspn(most, "0123456789") != strlen(most) || strlen(most) > 9))
		ok = error_set(error, ERROR_INVALID, _("\"%s\" is no condition; write shared=FIELD:NUMBER."), term);
	else
		query_add(query, name, !first ? OP_SHARED : op == OP_EQUAL ? OP_FIRST : OP_NOT_FIRST, most);
	free(name);
	return ok;
}

void query_alike_text(struct buffer *text, const struct condition *condition)
{
	if (condition->op == OP_SHARED)
		buffer_printf(text, "shared=%s:%s", condition->path, condition->value);
	else
		buffer_printf(text, "first%s%s", condition->op == OP_FIRST ? "=" : "!=", condition->path);
}
