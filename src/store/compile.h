/* What the files that compile queries to SQL share; what others ask of them stands in internal.h. */
#ifndef NORIA_STORE_COMPILE_H
#define NORIA_STORE_COMPILE_H

#include "store/internal.h"

/* ---- compile_path.c ---- */

/* Adds the value to those bound (NULL: the empty text); returns `mark`, by which SQL names it. */
const char *compile_bind(struct strings *binds, const char *value, char mark[16]);
/*
 * The alias of the table at the end of a join path ("" is t), joined when first asked for: the
 * first `length` bytes of `path`, whose last step is `field` of the table under the alias
 * `from`.  The caller frees.
 */
char *compile_join(
	struct compiled *compiled, const char *from, const char *path, size_t length, const struct field_def *field);
/*
 * Walks a path; gives the alias of the table that holds its last field (the caller frees), the
 * register, the field (NULL: what every record has, as ref) and its name, in `path`.  False: no
 * such field.
 */
bool compile_walk(struct compiled *compiled, const struct register_def *def, const char *path, char **alias,
	const struct register_def **owner, const struct field_def **field, const char **name, struct error *error);
/* The field whose column is read where a path names a text with a translation. */
const struct field_def *compile_shown_field(
	struct store *store, const struct register_def *def, const struct field_def *field);
/* The column of a field, or the version of it that is in force today.  The caller frees. */
char *compile_column(struct store *store, const struct field_def *field, const char *alias);

/* ---- compile_order.c ---- */

/* The sort key of the query, with its joins. */
bool compile_sort(struct store *store, struct compiled *compiled, const struct query *query, struct error *error);

/* ---- compile_links.c ---- */

/* " AND NOT EXISTS(...)" or " OR EXISTS(...)": a link to what is not in the file is a link all the same. */
void compile_unresolved(struct buffer *where, const struct field_def *field, const char *alias, bool none);
/* The word alone: by any of its fields, those among them that name a record by its ref. */
void compile_unresolved_any(const struct register_def *def, const char *root, struct buffer *where);
/* A condition on a field with links, or that refers back. */
void compile_links(struct store *store, const struct field_def *field, const char *alias,
	const struct condition *condition, struct buffer *where, struct strings *binds);
/* A condition on a field with one reference. */
void compile_reference(struct store *store, const struct field_def *field, const char *alias,
	const struct condition *condition, struct buffer *where, struct strings *binds);

/* ---- compile_number.c ---- */

/* "#FIELD" of the record under that alias, compared with the condition's number; since: SQL of the day since which changes count, or NULL. */
void compile_number(const struct register_def *owner, const struct field_def *field, const char *alias,
	const struct condition *condition, const char *since, struct buffer *where);

/* ---- compile_alike.c ---- */

/* OP_FIRST, OP_NOT_FIRST, OP_SHARED, of the record under that alias. */
void compile_alike(
	const struct register_def *def, const char *alias, const struct condition *condition, struct buffer *where);

/*
 * That a row of the journal ("change", as c) puts a value into the field of that register; first_too: also where there was
 * none before (journal.c: ["set", register, uuid, field, before, after]).
 */
void compile_changed(const char *of, const char *field, bool first_too, struct buffer *where);

/* ---- compile_unplanned.c ---- */

/* OP_UNPLANNED, of the record under that alias. */
void compile_unplanned(struct store *store, const struct register_def *def, const char *alias,
	const struct condition *condition, struct buffer *where);

/* ---- compile_sign.c ---- */

/* The sign of SQL that compares so. */
const char *compile_sign(enum operator op);

/* ---- compile_late.c ---- */

/* alias NULL: in a tally, which has those only that count today. */
void compile_open(const struct register_def *def, const char *alias, const char *column, struct strings *binds,
	struct buffer *where);
/* The next field of those by whose day something is due; before NULL: the first; NULL: there is none. */
const struct field_def *compile_next_due(const struct register_def *def, const struct field_def *before);
/* Where the tally has the field; -1: nowhere. */
int compile_tally_place(const struct tally_def *tally, const char *field);
/*
 * The one rule of what is late: open, and a day by which something was to be done is
 * past; that of one field, or (only NULL) one of all.  In the register's table, or in a tally.
 */
void compile_late(struct store *store, const struct register_def *def, const struct field_def *only,
	const struct tally_def *tally, const char *alias, const char *status, struct strings *binds,
	struct buffer *where);

#endif
