/*
 * One kind of query: register, conditions, order, aggregate.  List filters,
 * matrix counts, dashboards and due lists are such queries; the store
 * compiles them to SQL.  The filter language of lists and of --where is
 * their text form.
 */
#ifndef NORIA_MODEL_QUERY_H
#define NORIA_MODEL_QUERY_H

#include "base/lib.h"
#include "model/rules.h"

enum operator{
	OP_EQUAL, /* field=value; for lists: contains the element; for references: ref or title, or one of several refs with commas between */
	OP_DIFFERENT, /* field!=value (empty counts as different) */
	OP_LESS,
	OP_AT_MOST,
	OP_MORE,
	OP_AT_LEAST,   /* numbers, dates, and titles by sort order */
	OP_CONTAINS,   /* field~text: inside the folded text */
	OP_EMPTY,      /* field= */
	OP_FILLED,     /* field!= */
	OP_SEARCH,     /* words: full-text search over the record */
	OP_OPEN,       /* the status asks for work ("open" alone) */
	OP_LATE,       /* open, and a due date (FIELD_DUE) is past ("late" alone) */
	OP_UNRESOLVED, /* it refers to a record that is not in the file ("unresolved" alone) */
	OP_VALID,      /* it holds today (register_def.valid; "valid" alone) */
	OP_INVALID,    /* it does not ("invalid" alone) */
	OP_ASIDE,      /* set_aside=CHECK: it is set aside for that check of the records today, by a waiver */
	OP_NOT_ASIDE,  /* set_aside!=CHECK */
	OP_FIRST,      /* first=FIELD: the first of those that have its value of the field */
	OP_NOT_FIRST,  /* first!=FIELD: an earlier one has that value, too */
	OP_SHARED,     /* shared=FIELD:NUMBER: more than so many have its value of the field */
	OP_UNPLANNED, /* unplanned=FIELD:DAYS: its field became another since the horizon, and no recorded change belongs to that */
	OP_SOME, /* field(FILTER): one of the records that the reference names passes the filter */
	OP_NONE  /* field!(FILTER): none does */
};

struct query;

/* What happened last, to be compared with: "issue" the SoA was issued (a moment), "assessed" an assessment of all risks was closed (its day), "scoped" the scope of the organisation was written or became another. */
enum query_event { EVENT_NONE, EVENT_ISSUE, EVENT_ASSESSED, EVENT_SCOPED };

/* path is "owner", or joins along references: "asset.type", "control.theme.number"; "ref", "created" and "updated" are fields of every register. */
struct condition {
	char *path; /* NULL for OP_SEARCH and the words that stand alone */
	enum operator op;
	char *value; /* canonical where the type has one */
	bool field; /* value is the path of another field of the record: level>@other; "^day": of the record that the parentheses stand in, "^^day": of the one around it */
	bool number; /* #path: how many records it refers to, or how often the field's value was changed; value is "3", "50%headcount", or a day; with `field`, the path of a day */
	enum query_event event; /* what the value names */
	bool either;            /* it, or the condition after it, must hold */
	bool implied;           /* it belongs to a bound on moments, from which reading the text form makes it again */
	size_t place,
		inside; /* in the text that it was read from: bytes before its term, and from there to the filter of its parentheses */
	struct query *
		of; /* OP_SOME, OP_NONE: the filter over the records referred to; OP_VALID, OP_INVALID: what the word stands for; OP_ASIDE, OP_NOT_ASIDE: the waivers; owned */
};

/* How many parentheses "@^^^^FIELD" looks out of. */
#define QUERY_OUTER 4

struct query {
	const struct register_def *def;
	/* Of a filter in parentheses: the registers of those that it is asked for, the nearest first; NULL: there is none, or no single one. */
	const struct register_def *outer[QUERY_OUTER];
	struct condition *conditions; /* all must hold, but for those marked `either` */
	size_t condition_count;
	char *sort; /* path; NULL: the register's own order; "-due" reverses */
	bool descending;
	bool ended_last; /* in the register's own order, not turned, what is done with comes after the rest (register_def.ended) */
	bool walks;           /* by the index of its order, where it has one: for the first few of very many */
	const char *group[3]; /* aggregate: paths grouped by; counts per group */
	size_t fault;         /* of a text that was refused: bytes before the term that is wrong */
};

struct query *query_new(const struct register_def *def);
/*
 * The lines of the SoA: those of its reference, the organisation's own controls,
 * or both.  What the other catalogues of a file answer is never among them.
 */
#define OWN_CATALOGUE "own"
enum soa_part { SOA_REFERENCE, SOA_OWN, SOA_ALL };
struct query *query_soa(const struct model_context *context, enum soa_part part);
struct query *query_copy(const struct query *query);
void query_free(struct query *query);
/* Adds a condition; strings are copied. */
void query_add(struct query *query, const char *path, enum operator op, const char *value);
/*
 * Reads the text form: terms separated by spaces, quotes around values with
 * spaces: `status=open owner="Jeanne Roy" due<today asset.type=software
 * title~phish late ransom`.  A bare word searches.  Dates may be today, today+30; a day
 * compared with a moment is the whole day in the organisation's zone; a moment may be now.
 * `horizon` is the day until which back what recurs still counts (organisation.horizon), `period` and `periodend` the
 * first day of the context's period and the one after its last: of the present month where it has none.
 * A level of risk may be `threshold`, a catalogue `soa` (those of the SoA); @FIELD is the
 * value of another field, in parentheses @^FIELD that of the record outside them, @^^FIELD of the one
 * around it, and ~@^FIELD asks that its text is held; `ref=@^FIELD` asks for the record that the field names, `ref=@^ref` for that outside itself, `ref~@^ref` for one whose ref holds that of the one outside: a clause and its letters.  `valid` and
 * `invalid` ask whether the record holds today, by the one rule of its register, where it has one.
 * `#actions>=2` counts the records that a field refers to, or how often the value of another field
 * was changed, by the journal: `#due>2`; the number may be a part of those who work in the units:
 * `50%headcount`, of which a record that counts several counts as these; `#scope>=horizon` asks whether another value was put in its place since a day, `#owner<@date` whether
 * none was since that of another field.  `@due+30` is 30 days after another field's.  `updated>issue` compares with the
 * last issue of the SoA, `done>assessed` with the day of the last closed assessment of all risks.  `set_aside=CHECK` asks
 * for what is set aside for that check of the records today.  `first=kind` passes the first record of
 * each value of a field, so that values are counted; `shared=text:3` those whose value more than three have.
 * `unplanned=scope:30` passes where the journal shows since the horizon another value of the field, for which there is no
 * change of the ISMS or of the organisation that was approved, and done (or planned) within so many days of it, before or
 * after; `unplanned=@signed:30` where the day in the field lies so.  `approved>=scoped` compares with the last day on which
 * the scope of the organisation was written.
 * `a or b` asks for one of two terms, `acceptances(expiry>=today)`
 * for a record referred to that passes a filter, `acceptances!(...)` for none that does.
 * Fills error with the term that is wrong (ERROR_USAGE for an unknown field,
 * ERROR_INVALID for a value), and query->fault with its place.  Adds to query.
 */
bool query_parse(struct query *query, const struct model_context *context, const char *text, struct error *error);
/* The text form, which query_parse reads back; the caller frees. */
char *query_text(const struct query *query);
/* Sets sort from "due" or "-due"; false with ERROR_USAGE for an unknown field. */
bool query_sort(struct query *query, const char *text, struct error *error);
/* The same for conditions, whose paths may also go through sets of references and what refers back ("controls.number", "actions.status"): any of them counts. */
bool query_condition_path(const struct register_def *def, const char *path, const struct register_def **owner,
	const struct field_def **field);
/* The field at the end of a path and the register it belongs to; false when there is none.  *field is NULL for ref, created, updated. */
bool query_path(const struct register_def *def, const char *path, const struct register_def **owner,
	const struct field_def **field);

#endif
