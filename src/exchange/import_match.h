/* Which record of the file a row is about.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_IMPORT_MATCH_H
#define NORIA_EXCHANGE_IMPORT_MATCH_H

#include "exchange/import.h"

/* The records of one register by one field, however that is written. */
struct matcher;
#define KEYS_MOST 5
/* The fields that tell records apart, as their value they have their texts joined by matcher_join; none where the first is NULL. */
struct matcher *matcher_new(
	struct store *store, const struct register_def *def, const struct field_def *const keys[KEYS_MOST]);
/*
 * By the ids that records have elsewhere (external: the field with them), whatever they are called by there but
 * own: matcher_key takes an id without its source.
 */
struct matcher *matcher_of_ids(
	struct store *store, const struct register_def *def, const struct field_def *external, const char *own);
/* Of that key, a moment, the day alone tells records apart: the table does not say it, and what is read has that of the reading. */
void matcher_by_day(struct matcher *matcher, size_t key);
/* The value of several fields, in the order of the keys, NULL for one that says nothing; owned by the caller. */
char *matcher_join(const struct matcher *matcher, const char *const *values);
void matcher_free(struct matcher *matcher);
enum { MATCHER_NONE = 0, MATCHER_SEVERAL = -1, MATCHER_FAILED = -2 };
/* The id of the one record; or one of the words above. */
int64_t matcher_key(struct matcher *matcher, const char *value, struct error *error);
/* A record was added, or changed. */
void matcher_learn(struct matcher *matcher, const struct record *record);
/* Calls each for the records that were there, in order; false stops. */
bool matcher_each(struct matcher *matcher, bool (*each)(void *user, int64_t id, const char *ref), void *user,
	struct error *error);

/* The form of the refs of one column: whether they are the file's own. */
struct ref_form {
	const struct register_def *def;
	size_t padded; /* digits of those that begin with a zero, the fewest; 0: there are none */
};
void ref_form_see(struct ref_form *form, const char *text);
/* False: it is a number that the record has elsewhere. */
bool ref_form_is_own(const struct ref_form *form, const char *text);

#endif
