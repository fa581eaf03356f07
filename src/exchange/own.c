/* The catalogue of the organisation's own controls, made when it is first needed: by hand, by a document, by a change of edition. */
#include "exchange/lib.h"

bool own_catalogue(struct store *store, struct action *action, struct error *error)
{
	struct record *catalogue;
	bool ok;

	if (store_find(store, OWN_CATALOGUE, NULL))
		return true;
	catalogue = record_new(register_find("catalogue"), store_context(store)->time_zone);
	record_set(catalogue, "identifier", OWN_CATALOGUE);
	record_set(catalogue, "prefix", OWN_CATALOGUE);
	/* Both languages, whichever is spoken now: the file may be read in the other. */
	record_set(catalogue, "title", "Own controls");
	record_set(catalogue, "title_fr", "Mesures propres");
	ok = action_add(action, catalogue, error);
	record_free(catalogue);
	return ok;
}
