/* Frames: where they begin and end.  What is read within one is read in one transaction (reading.c). */
#include "store/internal.h"

void store_read_begin(struct store *store)
{
	if (!store)
		return;
	context_of_today(store);
	store->frames++;
}

void store_read_end(struct store *store)
{
	/* The frame may be that of a file that was closed within it. */
	if (!store || !store->frames)
		return;
	if (--store->frames)
		return;
	/* What views keep from before may be older than what was read here: store_generation tells them. */
	if (store->reading)
		notice_others(store);
	store_read_release(store);
}
