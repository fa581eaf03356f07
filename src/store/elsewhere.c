/* What others wrote since, and what this program did: seen by the version that SQLite counts and the newest entry of the journal. */
#include <stdlib.h>

#include "store/internal.h"

void notice_others(struct store *store)
{
	int64_t version = store_integer(store, "PRAGMA data_version", store->data_version), entry;

	if (version == store->data_version)
		return;
	store->data_version = version;
	store->presence_stale = true;
	/* Who comes, stays or drafts writes too; the records are as they were unless the journal went on. */
	entry = store_entry_newest(store);
	if (entry == store->entry_seen)
		return;
	store->entry_seen = entry;
	store->generation++;
	store->others_wrote = true;
	store->head_known = false;
	context_forget(store);
}

void remember_own(struct store *store, int64_t entry)
{
	struct own_entries *last = store->own_count ? &store->own[store->own_count - 1] : NULL;

	store->entry_seen = entry;
	if (last && entry == last->to + 1) {
		last->to = entry;
		return;
	}
	store->own = xreallocarray(store->own, store->own_count + 1, sizeof *store->own);
	store->own[store->own_count++] = (struct own_entries){ entry, entry };
}

bool store_entry_is_own(const struct store *store, int64_t entry)
{
	size_t i;

	for (i = store->own_count; i > 0; i--)
		if (entry >= store->own[i - 1].from)
			return entry <= store->own[i - 1].to;
	return false;
}

bool store_changed_elsewhere(struct store *store)
{
	bool changed;

	notice_others(store);
	changed = store->others_wrote;
	store->others_wrote = false;
	return changed;
}
