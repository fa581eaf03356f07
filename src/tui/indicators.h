/* What the table of indicators and the view of one share.  Included by the files of this folder only. */
#ifndef NORIA_TUI_INDICATORS_H
#define NORIA_TUI_INDICATORS_H

#include "app/indicators.h"
#include "tui/internal.h"

enum style indicator_style(enum indicator_state state);
enum indicator_state indicator_record_state(const struct record *indicator);
/* Which way the value went, and whether that is better: "^+". */
void indicator_trend_draw(const struct record *indicator, int row, int column);
bool indicator_is_draft(const struct record *indicator);
/* An analysis that speaks of it. */
struct indicator_analysis {
	int64_t id;
	int last_day; /* of which it speaks */
	bool signed_off;
	char *date, *conclusion, *text; /* conclusion: the choice's key, NULL: none yet; text: its first line */
};
struct indicator_analyses {
	struct indicator_analysis *items;
	size_t count;
};
/* All that speak of the indicator of that ref, the latest first; indicator_analyses_free.  False: error. */
bool indicator_analyses_read(
	struct store *store, const char *ref, struct indicator_analyses *analyses, struct error *error);
void indicator_analyses_free(struct indicator_analyses *analyses);
void indicator_analysis_draw(const struct indicator_analysis *analysis, int row, int column, int width);

#define INDICATOR_PERIODS_MAX 60
/* One indicator with its values: a view of its own, or beside the table. */
struct indicator_one_line {
	size_t point;
	const struct indicator_analysis *analysis; /* of that period; NULL: the value */
};
struct indicator_one {
	int64_t id;
	struct record *indicator;            /* NULL: not read yet */
	const struct model_context *context; /* while it is drawn */
	struct indicator_point *points, year_before;
	char **notes; /* of each point; NULL: none */
	struct indicator_analyses analyses;
	struct indicator_one_line *lines; /* the last period first, its analyses below it */
	size_t count, line_count, row, top;
	struct failure failure;
	int height;
};
/* What was read of it: it is read again when it is drawn. */
void indicator_one_forget(struct indicator_one *one);
/* beside: the table has the keys, so no line of it has the cursor; and it says who answers for it, and when the next value is due. */
void indicator_one_draw(
	struct ui *ui, struct indicator_one *one, struct area area, const struct place *place, bool beside);

/* The form of a new analysis, of that period (NULL: of none). */
void indicator_analyse(struct ui *ui, const struct record *indicator, const char *period);
/* The view of one. */
void indicator_view_open(struct ui *ui, int64_t id);
/* What the keys of both views do with one. */
void indicator_ask_value(struct ui *ui, const struct record *indicator);
void indicator_count_now(struct ui *ui, const struct record *indicator);
void indicator_formula_open(struct ui *ui, const struct record *indicator);
void indicator_use(struct ui *ui, const struct record *indicator);
void indicator_use_level(struct ui *ui, const struct record *indicator);

#endif
