/* Indicators in use: what the program counts by itself, and what their series are. */
#ifndef NORIA_APP_INDICATORS_H
#define NORIA_APP_INDICATORS_H

#include "app/lib.h"
#include "model/indicator.h"

/* True where an indicator with a formula lacks the value of a complete period; cheap: asked at each opening. */
bool indicators_wait(struct store *store);
/*
 * Takes the values that lack, as one action "raise": of each complete period, but of the last three at most; where the
 * formula speaks of the present alone, only of the last, since nobody knows any more how things stood.
 */
bool indicators_catch_up(struct store *store, struct error *error);
/*
 * Takes the value of one indicator with a formula for the present period, as one action "record".  *known: whether there
 * was one; else nothing is written.
 */
bool indicator_take(struct store *store, const char *ref, bool *known, struct error *error);

/* Takes all drafts of a level ("strategic", ...) into use, from today on, under that owner: one action.  *count: how many. */
bool indicators_activate(struct store *store, const char *level, const char *owner, size_t *count, struct error *error);

/* The same within an action; answers: where there is nothing to count, that is written, and answers the period. */
bool indicator_count(struct action *action, struct store *store, const struct record *indicator, bool answers,
	bool *known, struct error *error);

/* What a formula comes to in a period; false: it cannot be counted. */
bool indicator_evaluate(struct store *store, const char *formula, const struct period *period, struct value *value,
	struct error *error);
/* The value of a measurement, as it is written: to two decimals.  The caller frees. */
char *indicator_counted(double value);

#endif
