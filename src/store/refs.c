/* Refs that an action has met: kept until it ends, so that a thousand lines of an import look their catalogue up once. */
#include <string.h>

#include "store/internal.h"

void read_forget_refs(struct store *store)
{
	size_t i;

	for (i = 0; store->refs && i < KEPT_REFS; i++)
		free(store->refs[i].ref);
	free(store->refs);
	store->refs = NULL;
	free(store->catalogue.ref);
	free(store->catalogue.prefix);
	free(store->catalogue.uuid);
	memset(&store->catalogue, 0, sizeof store->catalogue);
}

static struct kept_ref *set_of(struct store *store, const char *ref)
{
	uint32_t hash = 2166136261u;

	for (; *ref; ref++)
		hash = (hash ^ (unsigned char)*ref) * 16777619u;
	return &store->refs[hash % (KEPT_REFS / REFS_SET) * REFS_SET];
}

/* What all rows of a table name stays, however many refs are met once between them: it is put first again. */
const struct kept_ref *kept_ref(struct store *store, const char *ref)
{
	struct kept_ref *set, found;
	size_t i;

	if (!store->action || !store->refs)
		return NULL;
	set = set_of(store, ref);
	for (i = 0; i < REFS_SET; i++)
		if (set[i].ref && strcmp(set[i].ref, ref) == 0) {
			found = set[i];
			memmove(set + 1, set, i * sizeof *set);
			set[0] = found;
			return set;
		}
	return NULL;
}

void read_keep_ref(struct store *store, const char *ref, const char *uuid, int64_t id, const struct register_def *def)
{
	struct kept_ref *set, new = { .id = id, .def = def };

	if (!store->action || !uuid || strlen(uuid) >= sizeof new.uuid)
		return;
	if (!store->refs)
		store->refs = xcalloc(KEPT_REFS, sizeof *store->refs);
	set = set_of(store, ref);
	if (!kept_ref(store, ref)) {
		free(set[REFS_SET - 1].ref);
		memmove(set + 1, set, (REFS_SET - 1) * sizeof *set);
		set[0].ref = NULL;
	}
	free(set[0].ref);
	new.ref = xstrdup(ref);
	memcpy(new.uuid, uuid, strlen(uuid) + 1);
	set[0] = new;
}
