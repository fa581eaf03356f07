/* What others wrote since: seen by the version that SQLite counts and the newest entry of the journal. */
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

bool store_changed_elsewhere(struct store *store)
{
	bool changed;

	notice_others(store);
	changed = store->others_wrote;
	store->others_wrote = false;
	return changed;
}
