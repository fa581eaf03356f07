/* "first=FIELD" and "shared=FIELD:NUMBER" of a filter: records of one register that have a value in common. */
#include "store/compile.h"

void compile_alike(
	const struct register_def *def, const char *alias, const struct condition *condition, struct buffer *where)
{
	const char *name = condition->path, *table = register_table(def);

	if (condition->op == OP_SHARED)
		buffer_printf(where, "(SELECT count(*) FROM \"%s\" o WHERE o.\"%s\" = %s.\"%s\") > %s", table, name,
			alias, name, condition->value);
	else
		buffer_printf(where,
			"(%s.\"%s\" IS NOT NULL AND %sEXISTS(SELECT 1 FROM \"%s\" o WHERE o.\"%s\" = %s.\"%s\" AND o.\"id\" < %s.\"id\"))",
			alias, name, condition->op == OP_FIRST ? "NOT " : "", table, name, alias, name, alias);
}
