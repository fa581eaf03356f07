/* The action of what the program does by itself. */
#include "app/catch_up_parts.h"
#include "store/lib.h"

struct action *catch_up_begin(struct store *store, struct error *error)
{
	struct action *action;

	/* Who writes is not waited for: not at a screen, nor before what was asked for.  What is read waits as always. */
	store_hurry(store, true);
	action = action_begin(store, "raise", error);
	store_hurry(store, false);
	return action;
}
