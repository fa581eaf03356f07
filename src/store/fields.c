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

/* Two digits at least: asked for every choice of every row that is written. */
static char *choice_key(int place)
{
	char digits[3] = { (char)('0' + place / 10 % 10), (char)('0' + place % 10), '\0' };

	return place < 100 ? xstrdup(digits) : xasprintf("%d", place);
}

char *field_key(
	const struct register_def *def, const struct field_def *field, const struct record *record, const char *value)
{
	size_t length = strlen(field->name);

	if (field->choices && !field_is_list(field)) {
		int i;

		for (i = 0; value && field->choices[i].key; i++)
			if (strcmp(field->choices[i].key, value) == 0)
				return choice_key(i);
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
