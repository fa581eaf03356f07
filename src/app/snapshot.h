/* How the verdict stood on a day, kept: at the end of a month, when a review is signed, a cycle closed, the SoA issued. */
#ifndef NORIA_APP_SNAPSHOT_H
#define NORIA_APP_SNAPSHOT_H

#include "app/lib.h"
#include "report/verdict.h"

/* Takes one within an action.  verdict: counted to the end, NULL: it is counted now. */
bool snapshot_take(struct store *store, struct action *action, const char *kind, const struct verdict *verdict,
	struct error *error);
/* Where a record was just written by which a snapshot is due (a review signed, a cycle closed): takes it. */
bool snapshot_follow(struct store *store, struct action *action, const struct record *before,
	const struct record *record, struct error *error);
/* True in a month in which none was taken for the month before, in a file that was there already. */
bool snapshot_month_is_due(struct store *store);
/* Takes that one, as an action of its own that is no step of undo. */
bool snapshot_month(struct store *store, const struct verdict *verdict, struct error *error);

/* A snapshot as it is read again. */
struct snapshot {
	char *ref, *at, *kind, *figures;
	struct json *json;          /* of figures; NULL: it cannot be read */
	const struct json *verdict; /* of it; NULL: it has none */
};
/* The last that was taken up to the end of that day (ISO; NULL: today); ref NULL: there is none.  False: error. */
bool snapshot_on(struct store *store, const char *day, struct snapshot *snapshot, struct error *error);
/* At most so many of the last ones, the newest first. */
bool snapshot_each(struct store *store, size_t most, bool (*each)(void *user, const struct snapshot *snapshot),
	void *user, struct error *error);
void snapshot_free(struct snapshot *snapshot);
/* How a clause stood then: the key of its result, NULL: the snapshot does not say. */
const char *snapshot_result(const struct snapshot *snapshot, const char *clause);
/* How many clauses were so: "met", "partly", "not_met", "not_assessed", "by_overrule"; NULL: how many there were. */
int64_t snapshot_count(const struct snapshot *snapshot, const char *key);
/* How it stood, clause by clause, at the last snapshots: a table as text of that width; the caller frees. */
char *snapshot_history(struct store *store, int columns, struct error *error);

#endif
