/*
 * What a record was about when it was closed, as the record itself keeps it: its own values, the method
 * by which risks were rated, the records that it was about, and the names of all that these refer to.
 * Reports of it are made of this copy alone, whatever the file holds later.
 *
 * The form: lines, each an array of JSON that begins with a word.  0 stands for an empty value, other
 * numbers and strings for themselves.
 *
 *     ["copy", version, ref, register of the rows]
 *     ["organisation", name, activity, time zone, prefix of the SoA's catalogue]
 *     ["field", name, value]                               of the record itself
 *     ["method", ref, title, title_fr, likelihoods, impacts, levels, grid, threshold, ref of the threshold]
 *     ["level", scale, number, name, name_fr, definition, definition_fr]
 *     ["columns", name, ...]
 *     ["row", ref, value, ...]                             in the order of the columns
 *     ["name", register, ref, title, title_fr, deleted]    of what a value refers to
 *
 * The file may be anybody's: all of it is checked when it is read.
 */
#ifndef NORIA_MODEL_FROZEN_H
#define NORIA_MODEL_FROZEN_H

#include "model/reference.h"

/* ---- writing ---- */

/* The first line. */
void frozen_write_head(struct buffer *text, const char *ref, const char *rows);
/* A line of `word`: begin, each value (NULL: empty), end. */
void frozen_begin(struct buffer *text, const char *word);
void frozen_add(struct buffer *text, const char *value);
void frozen_end(struct buffer *text);

/* ---- reading ---- */

struct frozen {
	struct model_context context; /* of then: method with its threshold, zone, organisation's name */
	struct record *record;        /* the record as it was closed */
	char *activity;               /* the organisation's; NULL: not said */
	const struct register_def *of;
	struct strings columns;
	char **rows; /* lines within `text` */
	size_t count;
	char *text;
	struct frozen_name *names; /* sorted by ref */
	size_t name_count;
};

/* NULL: it is none that this program reads; error says why.  `language` chooses among names.  frozen_free. */
struct frozen *frozen_read(const struct register_def *def, const char *text, const char *language, struct error *error);
void frozen_free(struct frozen *frozen);
/* One of its rows; json_free. */
struct json *frozen_row(const struct frozen *frozen, size_t i);
/* The value of a column or "ref" in it; NULL: empty, or the copy has no such column. */
const char *frozen_value(const struct frozen *frozen, const struct json *row, const char *column);
/* Its value as people read it, by the names of then; the caller frees. */
char *frozen_text(const struct frozen *frozen, const struct field_def *field, const char *value, const char *between,
	enum reference_form form);

#endif
