/*
 * The verdict over a file: each condition counted, each clause judged, what to do next.  Counted
 * condition by condition, so that a screen need not wait for all.
 */
#ifndef NORIA_REPORT_VERDICT_H
#define NORIA_REPORT_VERDICT_H

#include "model/documented.h"
#include "model/verdict.h"
#include "store/lib.h"

struct verdict_line {
	const struct verdict_condition *condition;
	struct verdict_answer answer;
	enum verdict_outcome outcome;
};

struct verdict_of_clause {
	const struct verdict_clause *clause;
	int64_t requirement;                        /* the record of the requirement; 0: the file has none */
	char *title;                                /* of the requirement, in the interface's language */
	enum verdict_result computed, said, result; /* said: VERDICT_NOT_ASSESSED where nobody said anything */
	bool answered;
	const struct verdict_clause
		*carrier; /* what is said of the whole is carried by that part, which stands no better; NULL: none */
	enum verdict_result carried; /* how that part stands */
	enum verdict_result judged;  /* what the overrule makes of it */
	int64_t overrule;            /* the one that lifts the result above what is computed; 0: none */
	size_t first, count;         /* its lines */
};

/* Sentence A. */
enum verdict_begin { BEGIN_NOBODY_ASKED, BEGIN_NOT_DECIDED, BEGIN_NOT_COUNTED, BEGIN_STUDY_MISSING, BEGIN_BEGUN };

struct verdict_step {
	const struct verdict_condition *condition;
	enum verdict_deed deed;
	const struct verdict_way *way;   /* of the condition; NULL: the condition itself says how */
	const struct register_def *adds; /* a new record of that register; NULL: none */
	bool begins;         /* nothing is there of what the condition is about: the new record is one of that */
	bool names;          /* the new record is one that the record which is there is to name */
	bool stands;         /* the record which is there does not change any more: the new one says it */
	int64_t record;      /* whom it is about; 0: a new one, or none */
	int64_t others;      /* how many more lack the same; VERDICT_OTHERS: or more */
	char *text;          /* "Have the plan of R-2 approved by the owner of the risk" */
	char *ref, *title;   /* of the record; NULL: it is about none */
	char *words;         /* of the command line: "noria set FILE R-2 owner=..." */
	char *due;           /* ISO; NULL: it has none */
	const char *command; /* of the screen's command table: whose key leads there; NULL: Enter on the line alone */
};

struct verdict {
	struct verdict_line *lines;
	size_t line_count;
	struct verdict_of_clause *clauses;
	size_t clause_count;
	size_t extra;                               /* the first line that is of no clause: of A, of certification */
	size_t counted;                             /* lines whose outcome is known */
	struct slices slices;                       /* of the line after these, as far as it is counted: */
	size_t part;                                /* this one of its counts */
	const struct verdict_condition *looked_at;  /* counted further than decides, by verdict_look_on */
	bool clauses_judged, judged;                /* all but the next steps; all */
	struct verdict_candidates *candidates;      /* for the next steps, while they are looked at */
	size_t results[VERDICT_RESULTS], overruled; /* how many clauses; once all is counted */
	enum verdict_begin begin;
	char *begun_on, *begun_by;     /* BEGIN_BEGUN */
	char *uncounted;               /* BEGIN_NOT_COUNTED: the ref of the decision that stands */
	struct strings uncounted_why;  /* sentences */
	struct strings begin_reasons;  /* the strongest three */
	struct strings begin_lacks;    /* BEGIN_STUDY_MISSING: what to do */
	struct strings stage1, stage2; /* what certification still lacks, sentences; empty: ready */
	bool certificate;              /* one is planned or held: sentence C is asked */
	struct verdict_step *steps;    /* at most VERDICT_STEPS */
	size_t step_count;
	uint64_t generation; /* of the file, when it was begun */
	int64_t day;
};
#define VERDICT_STEPS 5
#define VERDICT_OTHERS 1000 /* no more are counted */

/* Nothing is counted yet.  The caller frees by verdict_free. */
struct verdict *verdict_begin(struct store *store, struct error *error);
/* Counts on for about so many ms (negative: to the end), then judges.  False: error.  verdict_whole says when all is counted. */
bool verdict_go_on(struct store *store, struct verdict *verdict, int64_t most, struct error *error);
bool verdict_whole(const struct verdict *verdict);
/*
 * Only what decides is counted: one that fails is enough (answer.some).  This counts all of a condition, where somebody
 * looks at it: for about so many ms (negative: to the end).  *more: there is more to count.  False: error.
 */
bool verdict_look_on(struct store *store, struct verdict *verdict, struct verdict_line *line, int64_t most, bool *more,
	struct error *error);
/* The same at once, of a line that is nobody else's. */
bool verdict_look(struct store *store, struct verdict_line *line, struct error *error);
/* True once whole, where every clause is met and none of them by overrule. */
bool verdict_yes(const struct verdict *verdict);
void verdict_free(struct verdict *verdict);
/* Sentences A, B and C, translated; the caller frees.  Once whole.  C is NULL where no certificate is planned. */
char *verdict_sentence_begin(const struct verdict *verdict);
char *verdict_sentence_implemented(const struct verdict *verdict);
char *verdict_sentence_certification(const struct verdict *verdict);
/* "6.1.3 d": as people write it; the caller frees. */
char *verdict_number(const char *number);
/* The title of its requirement, and before it that the result is a human's word where the records would say more; the caller frees. */
char *verdict_title(const struct verdict_of_clause *of);
/* "The records say: met. Said: partly met." and what follows from both, or what an overrule does; the caller frees. */
char *verdict_said_text(const struct verdict_of_clause *of);
/* "5/7": how many of the conditions that are asked are met; "-" where none is asked or nothing is recorded; the caller frees. */
char *verdict_share(const struct verdict *verdict, const struct verdict_of_clause *of);
/* Whether the line says something that is to be done. */
bool verdict_lacks(const struct verdict_line *line);
/* What is measured, to the nearest tenth and with its unit, never so that it seems to reach what it does not; the caller frees. */
char *verdict_measured(double figure, const struct verdict_tolerance *tolerance, const struct model_context *context);
/* What a line asks, and beside it what was measured and the tolerance by which it is judged; the caller frees. */
char *verdict_told(const struct verdict_line *line, const struct model_context *context);
/* What it asks, with its tolerances; what to do, of one record (ref) or none; the caller frees. */
char *verdict_asked(const struct verdict_condition *condition, const struct model_context *context);
char *verdict_to_do(const struct verdict_condition *condition, const char *ref, const struct model_context *context);
/* The text with the ref in place of its %s; the caller frees it. */
char *verdict_named(const char *text, const char *ref);
/*
 * What mends a line that lacks something: whom it is about, and how; step is zeroed but for its condition and is freed
 * by verdict_step_free.  False: error.
 */
bool verdict_find_deed(
	struct store *store, const struct verdict_line *line, struct verdict_step *step, struct error *error);
void verdict_step_free(struct verdict_step *step);
/* The new record that the step proposes, as far as it is known; the caller frees it. */
struct record *verdict_new_record(struct store *store, const struct verdict_step *step);
/* The text and the line of a step whose deed is known. */
bool verdict_find_words(struct store *store, struct verdict_step *step, struct error *error);
/* The field at which whoever does the step begins; NULL: none. */
const char *verdict_step_field(const struct verdict_step *step);
/* Its text and how many others lack the same; the caller frees. */
char *verdict_step_text(const struct verdict_step *step);

/* One of the records that show a condition, or lack it. */
struct verdict_ref {
	int64_t id;
	const char *ref, *title;
	const char *day; /* ISO: of what happened or was signed; NULL: it has none */
};
/* Which records show it: those that it asks for (COUNT_SHOWS), or those of the other way by which it is met (COUNT_UNLESS). */
enum verdict_count verdict_shown_by(const struct verdict_line *line);
/* The same of one that is met; VERDICT_COUNTS: no record holds what it asks for. */
enum verdict_count verdict_held_by(const struct verdict_line *line);
/*
 * At most so many of them, in the order of their refs; each returns false to stop.  COUNT_FAILS of a condition that says
 * only what shows it: those that do not, where a field of theirs would.  False: error.
 */
bool verdict_each(struct store *store, const struct verdict_condition *condition, enum verdict_count which, size_t most,
	bool (*each)(void *user, const struct verdict_ref *ref), void *user, struct error *error);
/* A ref as people read it: a line of the SoA is known by its control.  Not owned. */
const char *verdict_ref_name(const char *ref);
/* How many records show it; 0 also where that is not counted to the end. */
int64_t verdict_shown(const struct verdict_line *line);
/* The records that show it (COUNT_SHOWS, or all of them where nothing is asked of them) or lack it (COUNT_FAILS); NULL: it has none.  query_free. */
struct query *verdict_records(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context);
/* Those among which the ones are that lack a condition that says only what shows it.  query_free. */
struct query *verdict_nearest(const struct verdict_condition *condition, const struct model_context *context);
/*
 * All of it as JSON, its keys the same for ever.  wants (NULL: all): which clauses.  refs: with the records and sentences,
 * else only how it stands, as snapshots keep it.
 */
bool verdict_json(struct store *store, const struct verdict *verdict,
	bool (*wants)(void *user, const struct verdict_of_clause *of), void *user, bool refs, struct buffer *json,
	struct error *error);
/* Whether a row of the documented information is asked by a control of which nobody has decided yet whether it applies. */
bool documented_undecided(struct store *store, const struct documented *row);
/* Which SoA is issued, when, and whether it is valid today or by what it is not; the caller frees.  NULL: error. */
char *verdict_soa_text(struct store *store, int64_t *id, struct error *error);
/* "Self-assessment by Noria's rules; not a certification and not an audit": static, translated. */
const char *verdict_disclaimer(void);

#endif
