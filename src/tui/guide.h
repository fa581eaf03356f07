/* What the list of the steps and what stands beside it share.  Included by the files of this folder only. */
#ifndef NORIA_TUI_GUIDE_H
#define NORIA_TUI_GUIDE_H

#include "model/guide.h"
#include "tui/internal.h"

struct guide_state {
	int64_t done, missing;
	int64_t begun; /* where nothing is done: what is there, and not yet as it must be */
};
/* The records to which a step leads: those that lack something, else all of its register; query_free. */
struct query *guide_records(struct ui *ui, const struct guide_step *step, const struct guide_state *state);
/* What those records lack (guide_lacks), *field the name of the field to begin with; NULL: nothing.  The caller frees. */
char *guide_lacking_told(struct ui *ui, const struct guide_step *step, const struct guide_state *state,
	const struct query *query, const char **field);

/* What is told of one step, as it was read. */
struct guide_beside {
	const struct guide_step *step; /* NULL: nothing was read */
	int room;                      /* for how many lines */
	char *lacks;
	struct strings refs, titles;
	int64_t total; /* of its records; -1: they could not be read */
};
void guide_beside_forget(struct guide_beside *beside);
/* What the step asks for, why it is not done (`why`, "" or sentences), what its records lack, and which these are. */
void guide_beside_draw(struct ui *ui, struct guide_beside *beside, const struct guide_step *step,
	const struct guide_state *state, const char *why, struct area area);

#endif
