/*
 * The verdict over a file: each condition counted, each clause judged, what to do next.  Counted
 * condition by condition, so that a screen need not wait for all.
 */
#ifndef NORIA_APP_VERDICT_H
#define NORIA_APP_VERDICT_H

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
	int64_t overrule;    /* the one that lifts the result above what is computed; 0: none */
	size_t first, count; /* its lines */
};

/* Sentence A. */
enum verdict_begin { BEGIN_NOBODY_ASKED, BEGIN_NOT_DECIDED, BEGIN_STUDY_MISSING, BEGIN_BEGUN };

struct verdict_step {
	const struct verdict_condition *condition;
	int64_t record;      /* whom it is about; 0: a new one, or none */
	char *text;          /* "Have Karim Benali approve the plan of R-2" */
	const char *command; /* of the screen's command table: whose key leads there; NULL: Enter on the line alone */
};

struct verdict {
	struct verdict_line *lines;
	size_t line_count;
	struct verdict_of_clause *clauses;
	size_t clause_count;
	size_t counted;                             /* lines whose outcome is known */
	size_t results[VERDICT_RESULTS], overruled; /* how many clauses; once all is counted */
	enum verdict_begin begin;
	char *begun_on, *begun_by;     /* BEGIN_BEGUN */
	struct strings begin_reasons;  /* BEGIN_NOT_DECIDED: the strongest three */
	struct strings stage1, stage2; /* what certification still lacks, sentences; empty: ready */
	bool certificate;              /* one is planned or held: sentence C is asked */
	struct verdict_step *steps;    /* at most VERDICT_STEPS */
	size_t step_count;
	uint64_t generation; /* of the file, when it was begun */
	int64_t day;
};
#define VERDICT_STEPS 5

/* Nothing is counted yet.  The caller frees by verdict_free. */
struct verdict *verdict_begin(struct store *store, struct error *error);
/* Counts on for about so many ms (negative: to the end), then judges.  False: error.  verdict_whole says when all is counted. */
bool verdict_go_on(struct store *store, struct verdict *verdict, int64_t most, struct error *error);
bool verdict_whole(const struct verdict *verdict);
/* True once whole, where every clause is met and none of them by overrule. */
bool verdict_yes(const struct verdict *verdict);
void verdict_free(struct verdict *verdict);
/* Sentences A, B and C, translated; the caller frees.  Once whole. */
char *verdict_sentence_begin(const struct verdict *verdict);
char *verdict_sentence_implemented(const struct verdict *verdict);
char *verdict_sentence_certification(const struct verdict *verdict);
/* "Self-assessment by Noria's rules; not a certification and not an audit": static, translated. */
const char *verdict_disclaimer(void);

#endif
