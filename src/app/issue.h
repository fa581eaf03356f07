/*
 * The SoA issued: frozen as it stands with its approver, scope and counts
 * (clause 6.1.3 d), and what changed since the version before.
 */
#ifndef NORIA_APP_ISSUE_H
#define NORIA_APP_ISSUE_H

#include "app/lib.h"

/* What keeps a line from being issued. */
enum soa_gap { GAP_UNDECIDED, GAP_REASON, GAP_JUSTIFICATION, GAP_RISK, GAPS };
struct soa_missing {
	int64_t id; /* of the line */
	char *number, *title;
	enum soa_gap gap;
};
struct soa_missing_list {
	struct soa_missing *items;
	size_t count;
};
/* The lines that are not fit to be issued, in the order of the SoA.  False: error. */
bool issue_missing(struct store *store, struct soa_missing_list *list, struct error *error);
void issue_missing_free(struct soa_missing_list *list);
/* "nobody has decided yet" */
const char *issue_gap_label(enum soa_gap gap);
/* The field of the line that fills it. */
const char *issue_gap_field(enum soa_gap gap);

struct issue_options {
	const char *version;
	const char *approver; /* a person: ref, or a name, which adds one */
	const char *function;
	const char *date;    /* as a person writes it; NULL: today */
	const char *copy;    /* where the signed copy is; NULL */
	const char *without; /* why it is issued although no assessment was closed since the one before; NULL */
};
/* Why an SoA is not issued: lines, and what concerns the whole. */
struct issue_refusals {
	struct soa_missing_list lines;
	struct issue_refusal {
		const char *field; /* of the statement: "approver", "without_assessment", ... */
		char *sentence;    /* with what mends it */
	} * items;
	size_t count;
};
/*
 * Adds the record of the statement and supersedes the one before: one action, "issue", never undone.  *ref is the
 * new ref (caller frees).  False: nothing was changed; error names all that hinders it.
 */
bool app_issue_soa(struct store *store, const struct issue_options *options, char **ref, struct error *error);
/* The same without issuing it: what would hinder it, one by one; issue_refusals_free in any case. */
bool app_issue_try(
	struct store *store, const struct issue_options *options, struct issue_refusals *refusals, struct error *error);
/* What hinders whatever is answered: the lines, the assessment, and that nobody is general management today.  False: error. */
bool issue_hindered(struct store *store, struct issue_refusals *refusals, struct error *error);
void issue_refusals_free(struct issue_refusals *refusals);

/* ---- between issue.c and issue_ready.c ---- */

/* Takes an error that is a refusal; false: it is none, and is given to `error`. */
bool issue_refuse(struct issue_refusals *refusals, const char *field, struct error *why, struct error *error);
/* Judges the answers that the statement holds: its approver, and the assessment that it rests on.  False: error. */
bool issue_judge(struct store *store, const struct record *statement, const struct record *before,
	struct issue_refusals *refusals, struct error *error);
/* True where there are any: error names them all. */
bool issue_refused(const struct issue_refusals *refusals, struct error *error);

/* The statement that holds now; NULL without error where none was issued.  record_free. */
struct record *issue_last(struct store *store);
/* The version after "1.0" is "1.1", after "3" "4"; "1.0" where none was issued.  Caller frees. */
char *issue_next_version(struct store *store);
/* How many lines differ from that statement, -1: error.  What changed, in words, where text is not NULL (caller frees). */
int64_t issue_changes(struct store *store, const struct record *statement, char **text, struct error *error);
/* The same for who reads the record of the statement that holds now: "2 lines were changed since; ..."; NULL: it is another record.  Caller frees. */
char *issue_since(struct store *store, const struct record *record);

#endif
