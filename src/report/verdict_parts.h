/* What the files of the verdict share.  Included by them only. */
#ifndef NORIA_REPORT_VERDICT_PARTS_H
#define NORIA_REPORT_VERDICT_PARTS_H

#include "report/lib.h"
#include "report/verdict.h"

const char *verdict_in_edition(const struct verdict_clause *clause, const struct model_context *context);
/* Works out the figure of a condition; one without a value stays unknown. */
bool verdict_figure(struct store *store, struct verdict_line *line, struct error *error);
/* verdict_judge.c: once all is counted, what follows for each clause, the beginning, certification and the next steps. */
bool verdict_judge(struct store *store, struct verdict *verdict, struct error *error);
/* verdict_begun.c: sentence A. */
bool verdict_judge_begin(struct store *store, struct verdict *verdict, struct error *error);
/* verdict_steps.c: a part of looking for the next steps at each call.  *more: call again. */
bool verdict_find_steps(struct store *store, struct verdict *verdict, bool *more, struct error *error);
/* How many more than the record of the step lack the same. */
bool verdict_count_others(struct store *store, struct verdict_step *step, struct error *error);
void verdict_candidates_free(struct verdict_candidates *candidates);

#endif
