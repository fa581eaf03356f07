/* The verdict on the screen, counted once for all views that show it.  Included by the files of this folder only. */
#ifndef NORIA_TUI_VERDICT_H
#define NORIA_TUI_VERDICT_H

#include "report/verdict.h"
#include "tui/internal.h"

/* The one that is shown: the last that was counted to the end, else the one that is being counted.  NULL: it cannot be begun, which is said. */
const struct verdict *ui_verdict(struct ui *ui);
/* Counts on for a slice; *changed: what is shown is another, or says more.  True: there is more to count. */
bool ui_verdict_idle(struct ui *ui, bool *changed);
/* Counts on what is told of a condition under the cursor, once the verdict is whole.  True: there is more to count. */
bool ui_verdict_look(struct ui *ui, const struct verdict_line *line, bool *changed);
/* True while what is shown is of an earlier state of the file, or not counted to the end. */
bool ui_verdict_counts(const struct ui *ui);

/* verdict_draw.c */
/* How a clause or a condition stands: "[x]" in its style. */
const char *verdict_mark(enum verdict_result result, enum style *style);
const char *verdict_outcome_mark(enum verdict_outcome outcome, enum style *style);
/* Columns for the word of a result, and for its mark of an overrule. */
int verdict_result_columns(void);
extern const char *const verdict_legend[]; /* view_ops.legend */
/* The conditions of a clause, one after the other, as far as there is room; `here`: the one with the cursor, or SIZE_MAX.  The lines used. */
int verdict_draw_conditions(struct ui *ui, const struct verdict *verdict, const struct verdict_of_clause *of,
	size_t here, size_t top, struct area area);

/* view_clause.c: the conditions of a clause, by its number. */
void clause_view_open(struct ui *ui, const char *number);
/* Opens what mends a condition: a form at the field, a new record, or the view that leads there. */
void verdict_mend(struct ui *ui, const struct verdict_line *line);
/* verdict_form.c: opens the form of the new record of a step, filled with what its line of the command line says. */
void verdict_form_add(struct ui *ui, const struct verdict_line *line, struct verdict_step *step);
/* Opens the form of the record that the step is about, with what its line sets already; which fields these are is said. */
void verdict_form_change(struct ui *ui, struct verdict_step *step);
/* Opens the list of those that lack it, else of those that show it. */
void verdict_open_records(struct ui *ui, const struct verdict_line *line);
/* The key that leads to what mends it, as people press it; not owned. */
const char *verdict_key(const struct verdict_step *step, const struct place *place);

#endif
