/* How the fields of the dictionary lie in columns and sort keys. */
#include <string.h>

#include "store/internal.h"

bool field_is_stored(const struct field_def *field)
{
	return !(field->flags & FIELD_INVERSE) && field->type->storage != STORED_LINKS;
}

/* Texts sort by a folded key, choices by their place in the list; the rest by the column itself. */
bool field_has_key(const struct field_def *field)
{
	return (field->flags & FIELD_SORT) && field_is_stored(field) && (field->type->natural_key || field->choices);
}

char *field_key(
	const struct register_def *def, const struct field_def *field, const struct record *record, const char *value)
{
	size_t length = strlen(field->name);

	if (field->choices && !field_is_list(field)) {
		int i;

		for (i = 0; value && field->choices[i].key; i++)
			if (strcmp(field->choices[i].key, value) == 0)
				return xasprintf("%02d", i);
		return xstrdup("");
	}
	if (!value && record && length > 3 && strcmp(field->name + length - 3, "_fr") == 0) {
		/* Where nobody translated, the record still sorts by what is shown. */
		char *base = xstrndup(field->name, length - 3);
		const struct field_def *original = register_field(def, base);

		free(base);
		if (original && (original->flags & FIELD_TRANSLATED))
			value = record_get(record, original->name);
	}
	return value ? text_sort_key(value) : xstrdup("");
}
