/* Accepting a journal that is another than the one that this account saw last: an entry of its own. */
#include <string.h>

#include "store/internal.h"

/* The entry names what it goes without. */
static bool accept(struct store *store, const char *lost, struct error *error)
{
	struct action *action = action_begin(store, ACTION_ACCEPT_JOURNAL, error);

	if (!action)
		return false;
	free(action->names);
	action->names = xstrdup(lost);
	action->barrier = true;
	return action_commit(action, error);
}

bool store_accept(struct store *store, bool *accepted, struct error *error)
{
	struct remembered remembered;
	enum remembered_answer answer;
	bool ok;

	remembered_load(store, &remembered);
	answer = remembered_compare(store, &remembered);
	ok = store_sound(store, error);
	*accepted = ok && (answer == REMEMBERED_MISSING || answer == REMEMBERED_OTHER_BEGINNING ||
				  answer == REMEMBERED_UNREADABLE);
	if (*accepted)
		ok = *accepted = accept(store, remembered.heads[remembered.at].newest, error);
	remembered_free(&remembered);
	return ok;
}
