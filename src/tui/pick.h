/* A list to choose from, narrowed by typing: pickers, palette, menu.  Included by the files of this folder only. */
#ifndef NORIA_TUI_PICK_H
#define NORIA_TUI_PICK_H

#include "tui/internal.h"

struct pick_item {
	char *key; /* given back */
	char *label;
	char *note;   /* at the right end, dimmed; may be NULL */
	char *detail; /* shown below the list while the cursor is on it; may be NULL */
	bool begins;  /* its label begins with what was typed: it stands before those that only hold it */
};
struct pick_items {
	struct pick_item *items;
	size_t count;
	struct failure failure; /* why there are none */
};
/* Nothing is offered, since it could not be read; clears the error. */
void pick_fail(struct pick_items *items, struct error *error);
void pick_add(struct pick_items *items, const char *key, const char *label, const char *note);
/* Adds what holds the letters typed, or words that begin with each of theirs, whatever case and accents; false: it does not. */
bool pick_offer(struct pick_items *items, const char *typed, const char *key, const char *label, const char *note);
void pick_items_free(struct pick_items *items);
void pick_detail(struct pick_items *items, const char *detail); /* of the item added last */
/* Fills items for what was typed. */
typedef void (*pick_fill)(struct ui *ui, const char *typed, struct pick_items *items, void *user);
struct pick {
	const char *title; /* copied */
	const char *hint;  /* what can be done, copied; NULL */
	bool several;
	const char *value; /* of several: those chosen already; of one: where the cursor begins */
	const char *some;  /* of several, for several records: those that only some of them have; NULL: none */
	const char *typed; /* typed already; NULL: nothing */
	const char *
		empty; /* what to say while there is nothing to choose and nothing was typed, copied; NULL: "Nothing fits." */
	bool offers_new; /* Enter on nothing gives "+TEXT" */
	pick_fill fill;
	/* What was typed as far as it is plain, the caller's; NULL: nothing is.  NULL: nothing is completed. */
	char *(*complete)(struct ui *ui, const char *typed, void *user);
	picked then;
	touched touched; /* of several, instead of then: what was touched, not what is chosen; NULL */
	/* The label of something chosen that the items may not hold, the caller's; NULL: they hold all. */
	char *(*name)(struct ui *ui, const char *key, void *user);
	void *user;
	void (*release)(void *user); /* frees user when it closes; NULL */
};
void pick_view_open(struct ui *ui, const struct pick *pick);

#endif
