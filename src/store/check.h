/* What the files of `check` share: check.c goes through, check_tell.c tells, the others look at one part each. */
#ifndef NORIA_STORE_CHECK_H
#define NORIA_STORE_CHECK_H

#include "store/internal.h"

#define CHECK_KINDS 64
#define CHECK_TOLD 100 /* sentences of one kind; what comes after is counted */

struct checker {
	struct store *store;
	void (*report)(void *user, const char *sentence);
	void *user;
	int64_t problems;
	char *last; /* a sentence not reported yet, and how often it came */
	int64_t times;
	struct {
		const char *format;
		int64_t count;
	} kinds[CHECK_KINDS];
	bool unremembered;  /* what this account remembers could not be read, which is no damage of the file */
	struct error ended; /* set: nothing more is looked at */
};

/* At the end: the sentence that is still held back, and how much of each kind was not told. */
void check_tell_rest(struct checker *checker);
/* One problem, in a translated sentence that names the record, entry or table. */
void check_problem(struct checker *checker, const char *format, ...) __attribute__((format(printf, 2, 3)));
/*
 * What could not be read since the last call becomes a problem of `what` ("R-12", NULL: of the
 * file), so that the check goes on behind it.  False: something could not be read.
 */
bool check_could_read(struct checker *checker, const char *what);
/* One step of the work is done.  False: the user broke it off. */
bool check_goes_on(struct checker *checker);

void check_chain(struct checker *checker, struct remembered *remembered);
void check_records(struct checker *checker);
void check_structure(struct checker *checker);
void check_search(struct checker *checker);

#endif
