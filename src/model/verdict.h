/*
 * The verdict: is it time to begin, is the ISMS implemented, is it ready to be certified.  Answered from
 * the records by tables: the clauses of ISO/IEC 27001 from 4 to 10, and for each the conditions that it
 * puts, in the language of filters and expressions.  No condition is code.
 *
 * A condition is key or full.  A clause is not met while a key condition is not, partly met while a full one
 * is not, met when all are; not assessed where nothing is recorded that its key conditions ask for.
 */
#ifndef NORIA_MODEL_VERDICT_H
#define NORIA_MODEL_VERDICT_H

#include "model/query.h"

/* The lower counts where the records and a human differ. */
enum verdict_result { VERDICT_NOT_ASSESSED, VERDICT_NOT_MET, VERDICT_PARTLY, VERDICT_MET };
#define VERDICT_RESULTS 4

enum verdict_need { NEED_KEY, NEED_FULL };

enum verdict_flag {
	CONDITION_MAY_BE_EMPTY = 1 << 0, /* where there is nothing of what it is about, nothing is asked */
	CONDITION_BLOCKS = 1 << 1,       /* much rests on it: among equals it is the next step */
	CONDITION_LAST = 1 << 2,         /* it rests on all others: the management review is the last step */
	CONDITION_GIVEN = 1 << 3 /* a new file brings it along: met, it does not say that anything was recorded */
};

/* By which command a step is done. */
enum verdict_deed {
	DEED_CHANGE,  /* of a record that is there */
	DEED_ADD,     /* of a new one */
	DEED_RECORD,  /* of what a check or an indicator gave */
	DEED_PREPARE, /* drawn from the records */
	DEED_COMMAND  /* a command of its own: the issue of the SoA */
};

/*
 * One that is there and that comes to show a condition: of the register `of` the first that passes `filter`.  It is
 * changed at `field`, or a new record of `adds` refers to it by `link`.
 */
struct verdict_way {
	const char *of, *filter;
	const char *lacks; /* what to do with it, N_(), with %s for it; NULL: what the condition says */
	const char *field, *adds, *link;
	const char *
		whom; /* the new record refers to whom this field of it names, and %s stands for their name; NULL: to it */
	const char *asks; /* as in verdict_condition */
	enum verdict_deed deed;
};

struct verdict_condition {
	const char *name;    /* one word, for scripts and tests: "policy-signed"; never changes */
	const char *clause;  /* of verdict_clauses: "5.2" */
	const char *letters; /* of the clause that it is about: "a-c"; NULL: the whole */
	enum verdict_need need;
	unsigned flags; /* enum verdict_flag */
	/*
	 * What it asks.  Over the register `of`, those that pass `all` (NULL: each):
	 * `shows`: at least `least` of them pass this too; `fails`: none passes this.  Both may be asked.
	 * Neither: those of `all` are so many themselves.  `tolerance` without a figure: its value is `least`.
	 * `figure`: an expression (expression.h) whose value is at least, or at most, the tolerance of that name;
	 * `fails` then only lists whom it lacks.
	 * {NAME} in any of these texts stands for the tolerance of that name.
	 */
	const char *of, *all, *shows, *fails;
	/* Where only `shows` is asked and too few do: those of the others that pass this are named as lacking it; NULL: those that ask for work still. */
	const char *near;
	int least; /* 0: one */
	const char *figure, *tolerance;
	/*
	 * Of none of `all` nothing is to be asked only where that is known: a record of `ground_of` passes `ground`, and of
	 * `of` one passes `sure`, or one passes `known` and none passes `unknown`.  Else nothing is recorded yet of what it asks.
	 */
	const char *ground_of, *ground, *sure, *known, *unknown;
	/* Met by another way while some record of that register passes the filter `unless`; asked only while one passes `when`. */
	const char *unless_of, *unless, *when_of, *when;
	const char *
		sentence; /* what holds when it is met, N_(): "The policy is signed by general management and in force." */
	const char *
		lacks; /* what to do, a verb first, N_(), with one %s for the record that lacks it where `fails` is asked and no figure, else none */
	const char *help; /* why, and how it is seen, N_() */
	/*
	 * What mends it, as in struct quality_check: the form of what fails or does not show, with the cursor at
	 * `field`; where there is nothing, or no `field`, a new record of `adds`.
	 */
	const char *field, *adds, *link, *at, *preset;
	const char *command; /* or the command of the screen that leads there ("statement", "guide"); NULL: none */
	/*
	 * What else the line of the command line that does it says, words parted by blanks: FIELD, or FIELD=VALUE;
	 * {edition} stands for that of the SoA.  What the register and such a state demand is added.
	 */
	const char *asks;
	const char *title; /* of the new record, N_(); %s stands for the record that the step is about */
	const struct verdict_way
		*ways; /* tried in turn before a new record is proposed; ends with of NULL; NULL: none */
	/* What to do where nothing is there of what it is about, N_(), and what its line asks for. */
	const char *none, *none_asks;
	const char *named, *whom; /* as lacks, with %1$s for the record and %2$s for whom its field `whom` names */
	/* The steps of these come first, names parted by blanks; with + before it: once something of what it is about is there, with -: until then. */
	const char *after;
	unsigned char order; /* as in verdict_clause; 0: that of the clause */
};

struct verdict_clause {
	const char *number;      /* "6.1.3.d", as the verdict names it: "6.1.3 d" */
	const char *requirement; /* number of the requirement whose answer is the human's; of 2022 */
	const char *old;         /* the same of 2013; NULL: that edition has none, and it is not asked there */
	unsigned char stage1;    /* 1: stage 1 needs it met or partly */
	unsigned char order;     /* the later rests on the earlier: scope, method, assessment, treatment, SoA, ... */
};

/* Percentages, days, months that the conditions allow.  An organisation may ask more of itself, never less. */
struct verdict_tolerance {
	const char *name;  /* "awareness" */
	const char *label; /* N_() */
	const char *unit;  /* "%", N_("days") */
	double value;
	bool at_least; /* the greater is the stricter */
};

extern const struct verdict_clause verdict_clauses[];       /* ends with number NULL */
extern const struct verdict_tolerance verdict_tolerances[]; /* ends with name NULL */

/* The condition after that one, over all tables; the first for NULL, NULL after the last. */
const struct verdict_condition *verdict_next(const struct verdict_condition *condition);
const struct verdict_condition *verdict_find(const char *name);
const struct verdict_clause *verdict_clause_find(const char *number);
const struct verdict_tolerance *verdict_tolerance_find(const char *name);
/* Whether the value asks as much as the shipped one, or more. */
bool verdict_stricter(const struct verdict_tolerance *tolerance, double value);
/* What is wrong in the organisation's own (organisation.tolerances): a translated sentence, until the next call; NULL: nothing. */
const char *verdict_tolerances_wrong(const char *text);
/* Its value in this file: the shipped one, or what the organisation asks beyond it. */
double verdict_tolerance(const char *name, const struct model_context *context);

/* What is counted of a condition. */
enum verdict_count {
	COUNT_ALL,
	COUNT_SHOWS,
	COUNT_FAILS,
	COUNT_UNLESS,
	COUNT_WHEN,
	COUNT_GROUND,
	COUNT_SURE,
	COUNT_KNOWN,
	COUNT_UNKNOWN,
	VERDICT_COUNTS
};
/* The query for that count; NULL: the condition does not ask for it.  The tables are tested: no error is met. */
struct query *verdict_query(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context);
/* The text with its tolerances put in; the caller frees. */
char *verdict_text(const char *text, const struct model_context *context);

/* How it stands with a condition. */
enum verdict_outcome {
	OUTCOME_UNKNOWN, /* not counted yet */
	OUTCOME_EMPTY,   /* nothing is recorded of what it asks */
	OUTCOME_FAILS,
	OUTCOME_MET,
	OUTCOME_NOT_ASKED /* by when, in this edition, or since there is nothing of what it is about */
};
struct verdict_answer {
	int64_t counts[VERDICT_COUNTS]; /* -1: not counted */
	unsigned some;                  /* bit 1 << count: that one is so many at least, and was counted no further */
	bool known;                     /* the figure has a value */
	double figure;
};
/* How many of a count decide the outcome: it need not be counted further. */
int64_t verdict_enough(
	const struct verdict_condition *condition, enum verdict_count which, const struct model_context *context);
enum verdict_outcome verdict_outcome(const struct verdict_condition *condition, const struct verdict_answer *answer,
	const struct model_context *context);

/* What the records say of a clause, from the outcomes of its conditions; answered: a human wrote an answer. */
enum verdict_result verdict_computed(const struct verdict_condition *const *conditions,
	const enum verdict_outcome *outcomes, size_t count, bool answered);
/* The result from a human's word for it (requirement.conformity); NULL or empty: VERDICT_NOT_ASSESSED, and none is said. */
enum verdict_result verdict_said(const char *conformity);
/* "met", "partly met", "not met", "not assessed": static, translated; and the key for scripts. */
const char *verdict_result_label(enum verdict_result result);
const char *verdict_result_key(enum verdict_result result);

#endif
