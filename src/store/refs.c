/* Refs that an action has met: kept until it ends, so that a thousand lines of an import look their catalogue up once. */
#include <string.h>

#include "store/internal.h"

void read_forget_refs(struct store *store)
{
	size_t i;

	for (i = 0; i < KEPT_REFS; i++)
		free(store->refs[i].ref);
	memset(store->refs, 0, sizeof store->refs);
	free(store->catalogue.ref);
	free(store->catalogue.prefix);
	free(store->catalogue.uuid);
	memset(&store->catalogue, 0, sizeof store->catalogue);
}

struct kept_ref *kept_ref(struct store *store, const char *ref)
{
	uint32_t hash = 2166136261u;

	for (; *ref; ref++)
		hash = (hash ^ (unsigned char)*ref) * 16777619u;
	return &store->refs[hash % KEPT_REFS];
}

void read_keep_ref(struct store *store, const char *ref, const char *uuid, int64_t id, const struct register_def *def)
{
	struct kept_ref *kept = kept_ref(store, ref);

	if (!store->action || !uuid || strlen(uuid) >= sizeof kept->uuid)
		return;
	free(kept->ref);
	*kept = (struct kept_ref){ .ref = xstrdup(ref), .id = id, .def = def };
	memcpy(kept->uuid, uuid, strlen(uuid) + 1);
}
