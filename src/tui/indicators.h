/* What the table of indicators and the view of one share.  Included by the files of this folder only. */
#ifndef NORIA_TUI_INDICATORS_H
#define NORIA_TUI_INDICATORS_H

#include "app/indicators.h"
#include "tui/internal.h"

/* "G", "A", "R", "-" in the language of the screen: states are told by letter, too. */
const char *indicator_letter(enum indicator_state state);
enum style indicator_style(enum indicator_state state);
enum indicator_state indicator_record_state(const struct record *indicator);
bool indicator_is_draft(const struct record *indicator);
/* The value as a person reads it, with its unit; "-": there is none.  The caller frees. */
char *indicator_number(const struct record *indicator, double value, bool with_unit);
/* A value of one of its fields, NAN: empty. */
double indicator_field(const struct record *indicator, const char *field);
/* The view of one. */
void indicator_view_open(struct ui *ui, int64_t id);
/* What the keys of both views do with one. */
void indicator_ask_value(struct ui *ui, const struct record *indicator);
void indicator_count_now(struct ui *ui, const struct record *indicator);
void indicator_formula_open(struct ui *ui, const struct record *indicator);
void indicator_use(struct ui *ui, const struct record *indicator);
void indicator_use_level(struct ui *ui, const struct record *indicator);

#endif
