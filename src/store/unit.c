/* Texts for numbers whose unit another field says: "85 %" is 85 where it is measured in %. */
#include <string.h>

#include "store/internal.h"

/* In the language of who reads, else in the other one; NULL: none.  The caller frees. */
static char *unit_in(const struct record *record, const char *name)
{
	char *french = xasprintf("%s_fr", name);
	const char *own = record_get(record, name), *other = record_get(record, french);
	bool first = !own || (other && strcmp(environment_language(), "fr") == 0);

	free(french);
	return xstrdup(first ? other : own);
}

/* At the end of the path ("unit", "indicator.unit").  NULL: nothing says it.  The caller frees. */
static char *unit_of(struct store *store, const struct record *record, const char *path)
{
	const char *dot = strchr(path, '.'), *ref;
	struct record *other;
	char *name, *unit;

	if (!record)
		return NULL;
	if (!dot)
		return unit_in(record, path);
	name = xstrndup(path, (size_t)(dot - path));
	ref = record_get(record, name);
	other = ref ? store_record_by_ref(store, ref, NULL) : NULL;
	unit = other ? unit_in(other, dot + 1) : NULL;
	record_free(other);
	free(name);
	return unit;
}

bool store_parse(struct store *store, const struct record *record, const struct field_def *field, const char *text,
	char **value, struct error *error)
{
	const char *path = field_source(field)->unit;
	struct model_context context;
	char *unit;
	bool ok;

	/* Most numbers stand alone, and say what they say. */
	if (!path || !text ||
		(!text[strspn(text, "0123456789.,- ")] && !store_context(store)->reading.below_one_doubted))
		return field_parse(field, store_context(store), text, value, error);
	unit = unit_of(store, record, path);
	context = *store_context(store);
	context.unit = unit;
	ok = field_parse(field, &context, text, value, error);
	free(unit);
	return ok;
}
