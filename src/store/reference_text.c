/* References as people read them: who they name is looked up here, the words are the model's (model/reference.h). */
#include <string.h>

#include "store/internal.h"

char *store_reference(struct store *store, const char *element, enum reference_form form)
{
	struct reference reference = { .ref = element };
	char *title = NULL, *text = reference_elsewhere(element, store_context(store), form);
	bool deleted = false;
	int64_t id;

	if (text)
		return text;
	/* The ref alone needs nobody: what stands in a set of links is there. */
	if (form != REFERENCE_REF) {
		id = read_find_ref(store, element, &reference.def);
		if (id)
			read_name(store, reference.def, id, NULL, &title);
		else if (store_find_ever(store, element, &deleted) && deleted)
			reference.state = REFERENCE_DELETED;
	}
	reference.title = title;
	text = reference_text(&reference, store_context(store), form);
	free(title);
	return text;
}

char *store_references(struct store *store, const char *value, enum reference_form form, const char *between)
{
	struct strings elements = { 0 };
	char *joined;
	size_t i;

	strings_split(&elements, value);
	for (i = 0; i < elements.count; i++) {
		char *text = store_reference(store, elements.items[i], form);

		free(elements.items[i]);
		elements.items[i] = text;
	}
	joined = strings_join(&elements, between);
	strings_free(&elements);
	return joined;
}
