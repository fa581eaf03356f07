/* How the fields of the dictionary lie in columns, sort keys and the search index. */
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

char *field_key(const struct register_def *def, const struct field_def *field, const struct record *record, const char *value)
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

char *record_search_text(struct store *store, const struct record *record)
{
	struct buffer text = { 0 };
	size_t i;
	char *joined, *folded;

	if (record->ref)
		buffer_add(&text, record->ref);
	for (i = 0; i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];
		const char *value = record->values[i];

		if (!(field->flags & FIELD_SEARCH) || !value)
			continue;
		buffer_add_char(&text, '\n');
		if (field_is_reference(field)) {
			/* A line of the SoA is found by the titles of its control. */
			const struct register_def *def;
			int64_t id = read_find_ref(store, value, &def);
			struct record *target = id ? read_record(store, def, id, false, NULL) : NULL;

			if (target) {
				size_t j;

				for (j = 0; j < def->field_count; j++)
					if ((def->fields[j].flags & FIELD_SEARCH) && target->values[j] && !field_is_reference(&def->fields[j])) {
						buffer_add(&text, target->values[j]);
						buffer_add_char(&text, '\n');
					}
				record_free(target);
			}
		} else {
			buffer_add(&text, value);
		}
	}
	joined = buffer_take(&text);
	folded = text_fold(joined);
	free(joined);
	return folded;
}
