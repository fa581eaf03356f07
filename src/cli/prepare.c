/* prepare FILE REF: what a management review looks at, or the points of an audit, drawn from the records. */
#include <stdio.h>
#include <string.h>

#include "app/audit.h"
#include "app/review.h"
#include "cli/lib.h"

static bool run(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open(words->arguments.items[0], true, error);
	struct record *record;
	size_t added;
	bool ok;

	if (!store)
		return false;
	record = store_record_by_ref(store, words->arguments.items[1], error);
	if (record && strcmp(record->def->name, "audit") == 0)
		ok = app_prepare_audit(store, record->ref, &added, error);
	else
		ok = record && app_review_prepare(store, record->id, error);
	record_free(record);
	return cli_close(store, ok, error);
}

const struct cli_command cli_prepare = {
	.name = "prepare",
	.arguments = "FILE REF",
	.least = 2,
	.most = 2,
	.run = run,
	.summary = N_("draw what a management review looks at, or the points of an audit, from the records"),
	.help = N_(
		"Fills what the program drew (draft_a to draft_g) for the inputs of clause 9.3.2 from the registers, since the review before or as far back as the organisation's horizon goes: figures with their wholes, and which records. Drawn again, it is replaced; what people said of the inputs (in_a to in_g) stays. One step of undo. A review that is signed stands as it was. Of an audit it draws a point for each clause and control of its scope; drawn again, it adds what lacks."),
};
