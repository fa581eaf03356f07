/*
 * Expressions: how the value of an indicator is counted.
 *
 *     100 * count(action 'due>=period due<periodend done<=@due') / count(action 'due>=period due<periodend')
 *
 * Terms are numbers with a decimal point, the last value of another indicator (IN-3), and what is counted
 * over the records of a register that pass a filter of the language of lists (query.h):
 *
 *     count(REGISTER 'FILTER')
 *     sum(REGISTER MEASURE 'FILTER'), and avg, min, max, median
 *
 * MEASURE is a field with a number, an amount, a percentage or a level, or a time between two of the
 * record's days: days(FIELD, FIELD), hours(FIELD, FIELD), where one of the two may be `today`.  The filter
 * stands in ' or ", or plainly up to the closing parenthesis; without one all records count.  In filters
 * `period` and `periodend` are the first day of the indicator's period and the one after its last.
 * Between terms stand + - * / and parentheses.
 *
 * An expression always ends, and ends in a number or in "no value": so does a division by zero, what is
 * too large for a number, and whatever rests on a term without a value.
 *
 * The text is kept as it was written, since what its filters say (today, threshold, period) is known
 * only when it is counted.
 */
#ifndef NORIA_MODEL_EXPRESSION_H
#define NORIA_MODEL_EXPRESSION_H

#include "model/query.h"

#define EXPRESSION_DEPTH 8    /* parentheses in parentheses, and indicators that rest on others */
#define EXPRESSION_TERMS 1000 /* terms and signs at most */

enum expression_kind {
	EXPRESSION_NUMBER,
	EXPRESSION_INDICATOR,
	EXPRESSION_COUNT, /* from here on: over the records of `query` */
	EXPRESSION_SUM,   /* from here on: of a measure */
	EXPRESSION_AVERAGE,
	EXPRESSION_LEAST,
	EXPRESSION_MOST,
	EXPRESSION_MEDIAN,
	EXPRESSION_NEGATE, /* from here on: signs, of the terms before them */
	EXPRESSION_ADD,
	EXPRESSION_SUBTRACT,
	EXPRESSION_MULTIPLY,
	EXPRESSION_DIVIDE
};

/* What is measured of each record. */
struct measure {
	enum { MEASURE_FIELD, MEASURE_DAYS, MEASURE_HOURS } kind;
	char *first, *second; /* path of the field; of a time, from first to second, NULL for today */
};

struct expression_term {
	enum expression_kind kind;
	double number;
	char *text; /* a number as it was written, the ref of an indicator, a filter as it was written */
	size_t character,
		filter; /* where the ref of an indicator, or a filter, begins in the text that was read, from 1 on */
	struct measure measure;
	struct query
		*query; /* of the records that are counted, as the context of the parser has it; NULL: no such term */
};

/* Terms and signs in the order in which they are worked out: "1 + 2 * 3" is 1 2 3 * +. */
struct expression {
	struct expression_term *terms;
	size_t count;
};

/* What is wrong with a text: a sentence (owned), and at which character, from 1 on. */
struct expression_fault {
	size_t character;
	char *sentence;
};

/* NULL where the text is refused: fault (may be NULL) says why.  expression_free. */
struct expression *expression_read(
	const char *text, const struct model_context *context, struct expression_fault *fault);
/* The same with one sentence that says where: "character 23: There is no field foo in Risks." (ERROR_INVALID). */
struct expression *expression_parse(const char *text, const struct model_context *context, struct error *error);
void expression_free(struct expression *expression);
/* The text that stands for it, which reads back as the same; the caller frees. */
char *expression_text(const struct expression *expression);
/* "median(nonconformity days(detected, today) 'open')": the text of one of its terms; the caller frees. */
char *expression_term_text(const struct expression_term *term);
/* Adds the refs of the indicators that it names, each once. */
void expression_depends(const struct expression *expression, struct strings *refs);
/* The records that a term counts, anew for another period (context->period) or day; NULL: the term counts none, or error.  query_free. */
struct query *expression_query(
	const struct expression_term *term, const struct model_context *context, struct error *error);
bool expression_is_aggregate(const struct expression_term *term);

/* What one writes, and what it tells, N_(): for help.  Ends with text NULL. */
struct expression_example {
	const char *text, *tells;
};
extern const struct expression_example expression_examples[];

/* A number, or none. */
struct value {
	bool known;
	double number;
};
/* Where the terms have their values from; false: error. */
struct expression_source {
	bool (*aggregate)(void *user, const struct expression_term *term, struct value *value, struct error *error);
	bool (*indicator)(void *user, const char *ref, struct value *value, struct error *error);
	void *user;
};
/* False only where the source could not answer.  What is known is finite. */
bool expression_evaluate(const struct expression *expression, const struct expression_source *source,
	struct value *value, struct error *error);

/* Gives the expression of another indicator (*text NULL: it has none; the caller frees); false: error, as where there is no such indicator. */
typedef bool (*expression_of)(void *user, const char *ref, char **text, struct error *error);
/*
 * Whether the indicator `own` (NULL: it has no ref yet) may be counted so: it does not rest on itself, and not on
 * others that rest on others, further than EXPRESSION_DEPTH.  *character: where the one stands by which it does.
 */
bool expression_sound(const struct expression *expression, const char *own, const struct model_context *context,
	expression_of of, void *user, size_t *character, struct error *error);

#endif
