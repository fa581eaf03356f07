/* What is chosen in a picker of several: all of them have it, some, or none.  Included by the files of this folder only. */
#ifndef NORIA_TUI_PICK_CHOSEN_H
#define NORIA_TUI_PICK_CHOSEN_H

#include "tui/pick.h"

enum tick { TICK_NONE, TICK_SOME, TICK_ALL };
struct chosen_entry {
	char *key, *label;
	enum tick was, now;
};
struct chosen {
	struct chosen_entry
		*entries; /* in the order in which they were chosen; those no longer chosen keep their place */
	size_t count;
};

/* What is chosen from the start; label NULL: the key stands for it. */
void chosen_begin(struct chosen *chosen, const char *key, const char *label, enum tick tick);
/* Between commas; their labels are not known yet. */
void chosen_begin_all(struct chosen *chosen, const char *keys, enum tick tick);
/* The label of a key that is among them. */
void chosen_name(struct chosen *chosen, const char *key, const char *label);
enum tick chosen_tick(const struct chosen *chosen, const char *key);
/* To the next state: what only some have goes to all, to none, and back to some. */
void chosen_turn(struct chosen *chosen, const char *key, const char *label);
/* How many are had by all or some. */
size_t chosen_count(const struct chosen *chosen);
bool chosen_any_some(const struct chosen *chosen);
/* Those that all have, between commas, ""; what came, what went: the same of those that were touched.  The caller frees. */
char *chosen_value(const struct chosen *chosen);
char *chosen_came(const struct chosen *chosen);
char *chosen_went(const struct chosen *chosen);
/* "[x]", "[-]", "[ ]" */
const char *tick_text(enum tick tick);
/* Draws what is chosen beside one another, in at most so many lines, and gives how many; draw false: only counts. */
int chosen_draw(const struct chosen *chosen, struct area area, int most, bool draw);
void chosen_free(struct chosen *chosen);

#endif
