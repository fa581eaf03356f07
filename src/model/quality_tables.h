/*
 * The checks of the records as tables: each is a filter over one register (or over all) that finds
 * records which say too little or contradict themselves, with the field that mends them.
 */
#ifndef NORIA_MODEL_QUALITY_TABLES_H
#define NORIA_MODEL_QUALITY_TABLES_H

#include <stddef.h>

struct quality_check {
	const char *name;     /* the word of the command line */
	const char *of;       /* the register; NULL: every register */
	const char *but;      /* where of is NULL: the register that a check of its own asks; NULL: none */
	const char *sentence; /* N_(): what is wrong with the record */
	const char *help;     /* N_(): why it matters and how it is mended */
	const char *filter;   /* what finds them: the text form of a query */
	const char *field;    /* what lacks, where the cursor goes in the form; NULL: the first unresolved link */
	const char *adds;     /* mended by a new record of that register; NULL: by the form of the record itself */
	const char *link,
		*at; /* of that new record: the field that names this one (NULL: none does), and where the cursor goes */
	const char *preset; /* and "FIELD=VALUE" beside it, or NULL */
	const char *takes;  /* a field that the new record has as this one has it; NULL: none */
	int weight;         /* 3: an auditor would raise a nonconformity, 2: an observation, 1: untidy */
};

/* Each ends with name NULL; quality_tables.c joins them. */
extern const struct quality_check quality_of_risks[], quality_of_controls[], quality_of_records[], quality_of_audits[],
	quality_of_follow[], quality_of_duties[], quality_of_do[];

/* The check after that one, over all tables; the first for NULL, NULL after the last. */
const struct quality_check *quality_next(const struct quality_check *check);
/* The check of that name; NULL: there is none. */
const struct quality_check *quality_find(const char *name);
/* Its place in the order of all, from 0. */
size_t quality_place(const struct quality_check *check);

#endif
