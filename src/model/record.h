/* One record in memory: its identity and the values of its fields, in the order of the dictionary. */
#ifndef NORIA_MODEL_RECORD_H
#define NORIA_MODEL_RECORD_H

#include "model/register.h"

struct record {
	const struct register_def *def;
	int64_t id;  /* 0: not in a file yet */
	int64_t rev; /* counts the entries of the journal that touched it since it was made */
	char *uuid;
	char *ref;
	char *created; /* UTC, ISO 8601 */
	char *updated;
	char **values; /* def->field_count canonical values; NULL where empty; owned */
};

/* An empty record with the initial values of its fields ("today" and "now" resolved in time_zone). record_free. */
struct record *record_new(const struct register_def *def, const char *time_zone);
/* Without initial values. */
struct record *record_empty(const struct register_def *def);
struct record *record_copy(const struct record *record);
void record_free(struct record *record);
/* The value of a field, NULL when empty or unknown. */
const char *record_get(const struct record *record, const char *field);
/* Replaces a value (copied; NULL or "" empties). */
void record_set(struct record *record, const char *field, const char *value);
void record_set_number(struct record *record, const char *field, int64_t number);
/* The text by which people know it: its title in `language`, else its ref.  Not owned. */
const char *record_title(const struct record *record, const char *language);
/* True for a derived field that only tells what counts where another one says nothing, and does (field_source.inherited): the two are told as one. */
bool record_says_by(const struct record *record, const struct field_def *field);

/* A reference to a record that is not in the file (an SoA read from elsewhere), kept inside a value:
 * "{register|uuid|ref|title}", with | { } , % and line ends in the parts percent-encoded. */
struct unresolved {
	char *register_name, *uuid, *ref, *title;
};
bool unresolved_parse(const char *element, struct unresolved *out); /* false: it is a plain ref */
char *unresolved_format(const struct unresolved *link);             /* caller frees */
void unresolved_free(struct unresolved *link);

#endif
