/*
 * What is due: the dates of the whole file in one order.  A source is a field
 * with FIELD_DUE of a register; the dictionary gives all of them, so that a new
 * register is on the agenda without a word said here.
 */
#ifndef NORIA_MODEL_AGENDA_H
#define NORIA_MODEL_AGENDA_H

#include "model/query.h"

struct due_source {
	const struct register_def *def;
	const struct field_def *field;
};

/* The form of a line of the agenda: filters and tables are made of its fields.  It is no register of the file. */
extern const struct register_def register_due;

/* All sources in the order of the dictionary; the caller frees. */
struct due_source *due_sources(size_t *count);
/*
 * The records of a source that ask for work and have a date, by date.  filter is
 * a query over register_due, or NULL.  *excluded: the filter leaves nothing of this source.
 * NULL: excluded, or error (a condition that the agenda does not know).
 */
struct query *due_query(const struct due_source *source, const struct query *filter, const struct date *today,
	bool *excluded, struct error *error);

/* The same without what is not told to others (register_def.quiet); the query that due_query gave. */
void due_query_told(struct query *query);
/* True where what the record has (`of` gives it by the field's name) is not told to others yet. */
bool due_is_quiet(
	const struct register_def *def, const char *(*of)(const void *user, const char *field), const void *user);

enum due_when { DUE_LATE, DUE_TODAY, DUE_WEEK, DUE_MONTH, DUE_LATER };
#define DUE_WHENS 5
/* Weeks end on Sunday, months on their last day. */
enum due_when due_when(const struct date *today, const char *date);
/* "late", "today", "this week", ... translated. */
const char *due_when_label(enum due_when when);
/* Days since the date: positive where it is past. */
int due_days(const struct date *today, const char *date);
/* "3 days late", "today", "in 12 days"; caller frees. */
char *due_text(int days);

#endif
