/*
 * Records that go hour by hour (register_def.hours): the clock of what somebody must be told of, and
 * the moments of a record with the time between them.  Pure.
 */
#ifndef NORIA_MODEL_HOURS_H
#define NORIA_MODEL_HOURS_H

#include "model/record.h"
#include "model/rules.h"

/* A moment, or the start of a day in the organisation's zone, in seconds since 1970.  False: NULL, or neither. */
bool hours_moment(const char *text, const struct model_context *context, int64_t *seconds);

/* A time that runs. */
struct hours_clock {
	int64_t from, until;
};
/* True where the record's clock runs: there is a moment until which somebody must be told, and nobody was. */
bool hours_clock(const struct record *record, const struct model_context *context, struct hours_clock *clock);
/* What the time rests on where nothing that the record names gives one, for people; NULL: something does, or there is none.  Static. */
const char *hours_assumption(const struct record *record);
/* True once three quarters of the time are over. */
bool hours_pressing(const struct hours_clock *clock, int64_t now);
/* "notify in 14 h", "overdue 3 h"; in minutes where less than an hour is left, or over.  Caller frees. */
char *hours_clock_text(const struct hours_clock *clock, int64_t now);
/* The same for a list of what is due: "in 14 h", "3 h late"; caller frees. */
char *hours_due_text(const struct hours_clock *clock, int64_t now);

/* One of a record's moments. */
struct hours_line {
	const struct field_def *field;
	int64_t at;
	bool day;      /* only the day is known: at its end */
	int64_t since; /* seconds after the first of them */
};
/* Those of its moments that are filled in the order of time, of one time in the order of the register; the caller frees.  NULL: none. */
struct hours_line *hours_lines(const struct record *record, const struct model_context *context, size_t *count);
/* "20 min", "1 h 30 min", "120 h"; caller frees. */
char *hours_span(int64_t seconds);

#endif
