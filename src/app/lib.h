/*
 * app: what a user can do, written once for both faces, the command line and the screen.
 */
#ifndef NORIA_APP_LIB_H
#define NORIA_APP_LIB_H

#include "exchange/lib.h"
#include "report/lib.h"
#include "store/lib.h"

struct app_new {
	const char *path;
	const char *organisation;
	const char *const *catalogues; /* ends with NULL; the first is the SoA's; NULL: iso27001-2022 */
	const char *method;            /* NULL: iso5x5 */
	const char *template_path;     /* NULL: none */
	const char *sample;            /* its name, as sample_folder knows it; NULL: none */
};
/* `new`: the file, its catalogues with one applicability a control, method and levels, threats and vulnerabilities; the sample.  A failure leaves no file.  NULL: error. */
struct store *app_new(const struct app_new *options, struct error *error);

/* Makes the record that FIELD=VALUE words describe (values parsed by type; owner=NAME and "A.5.1" are resolved by the action). Adds; *ref is the new ref, *warning what is odd about the record or its values and no error, a sentence a line, or NULL (caller frees both).
 * rescale: a level may be put into a scale of the method in use; refused otherwise, with what it would change. */
bool app_add(struct store *store, const struct register_def *def, const char *const *assignments, size_t count,
	bool rescale, char **ref, char **warning, struct error *error);
/*
 * Saves a record of a form as one step of undo: new where `before` is NULL, else
 * as action_set.  A reference "+NAME" adds the record of that name in the same step.
 * ERROR_CONFLICT with store_conflicts where somebody changed the same fields.
 */
bool app_save(struct store *store, const struct record *before, struct record *record, struct error *error);
/* What is to be said of a threshold that somebody (a ref; NULL: nobody is named) decided for a day on: NULL or lines.  The caller frees. */
char *app_threshold_warning(struct store *store, const char *method, const char *owner, const char *day);
bool app_set(struct store *store, const char *ref, const char *const *assignments, size_t count, char **warning,
	struct error *error);
/* rescale: one level may go from a scale of the method in use; *said (caller frees) is then what else changed, else NULL. */
bool app_remove(
	struct store *store, const char *const *refs, size_t count, bool rescale, char **said, struct error *error);

/*
 * Text that a person typed for a field, made canonical against the file: by
 * type, then references looked up (ref, number, exact name; FIELD_ADD_BY_NAME adds within action; action may be NULL: then it is only checked).
 */
bool app_parse_value(struct store *store, struct action *action, const struct field_def *field, const char *text,
	char **value, struct error *error);

/*
 * An export: what (a report of the table in report/lib.h, or a register), in which form, to which place, and of which records.
 */
enum app_replace {
	REPLACE_NOTHING, /* an existing file is refused */
	REPLACE_EARLIER, /* unless it is an earlier export of the same format, by its content */
	REPLACE_ANY      /* somebody said so: whatever it is, but no Noria file */
};
struct export_request {
	const char *what;
	const char *format;    /* of format_defs; NULL: the first of the report's */
	const char *path;      /* "-": standard output */
	struct buffer *target; /* into memory instead of a path; NULL: not */
	enum app_replace replace;
	const char *filter; /* a query over the register that the report lists; NULL: all */
	const int64_t *ids; /* only these of its records (the marked ones); NULL: all */
	size_t id_count;
	bool template;       /* a workbook to be filled in, with the columns of a register and none of its records */
	struct csv_form csv; /* refused with another format than csv, but where it is all zero */
	const char *mark;    /* confidentiality mark; NULL: the report's own, "": none */
	const char *paper;   /* "a4", "letter"; NULL: a4 */
	store_progress
		progress; /* asked now and then; true breaks it off (ERROR_CANCELLED, nothing written); NULL: none */
	void *progress_user;
	char **note; /* gets what is to be said of what was written, in a sentence; the caller frees; NULL there: nothing.  NULL: it is not asked */
};
/* ERROR_USAGE: no such report, format or paper.  ERROR_SYSTEM: the place, or the helper of PDF or XLSX.  A failure leaves the file that was there. */
bool app_export_request(struct store *store, const struct export_request *request, struct error *error);
/*
 * Printing: through CUPS by the helper noria-print, or by the program that the
 * configuration names ("print lp -d office").  printer: a name, an address (ipp://...), NULL the default one.  PDF where
 * it can be made, else text.  *said: what became of it, in a sentence (caller frees).
 */
struct print_order {
	const char *printer;
	int copies;
};
bool app_print(struct store *store, const struct export_request *request, const struct print_order *order, char **said,
	struct error *error);
/* The printers of CUPS.  False: there is no CUPS, it does not answer, or it names none. */
bool app_printers(void (*each)(void *user, const char *name, const char *description, bool is_default), void *user,
	struct error *error);
/* The program that the configuration names for printing; NULL: none; caller frees. */
char *app_print_command(void);
/* Refuses (ERROR_INVALID) to write over the file of the store itself, (ERROR_UNAVAILABLE) over that of another organisation, and over what SQLite keeps beside these. */
bool app_check_place(struct store *store, const char *path, struct error *error);
/* The same; and refuses (ERROR_UNAVAILABLE) what exists, as far as `replace` does not let it be replaced.  format: as of an export, of XML with its root ("soa xml"); header: the first line of a table whose columns have titles for people, else NULL. */
bool app_may_write(struct store *store, const char *path, enum app_replace replace, const char *format,
	const char *header, struct error *error);
/* A copy at a place that is free, or on standard output ("-"). */
bool app_backup(struct store *store, const char *path, struct error *error);

/* Attaches the file at path (10 MB at most) to a record of evidence: one step of undo. */
bool app_attach(struct store *store, const char *ref, const char *path, struct error *error);
/* Writes what is attached to path (a folder: under its own name; "-": standard output) after comparing it with its SHA-256; replace: over a file that is there, but no Noria file; *written says where (caller frees). */
bool app_extract(
	struct store *store, const char *ref, const char *path, bool replace, char **written, struct error *error);

/* Risks proposed for an asset by its type and the lists: each pair of threat and vulnerability that no risk of it has yet. */
typedef void (*app_suggestion)(void *user, const char *threat, const char *threat_title, const char *vulnerability,
	const char *vulnerability_title);
bool app_suggest(struct store *store, const char *asset, app_suggestion each, void *user, struct error *error);
/* Adds risks of the asset for pairs "THREAT VULNERABILITY", as one step of undo; its owner becomes theirs. */
bool app_add_suggested(
	struct store *store, const char *asset, const char *const *pairs, size_t count, struct error *error);
/* "4 Major, inherited from AS-1": what counts of a field (field_source.inherited) where the record says nothing; NULL: nothing does.  The caller frees. */
char *app_inherited(struct store *store, const struct record *record, const struct field_def *field);
/* What a saved record brought about elsewhere, or why not (register_def.consequence): "R-1: Status is accepted now."; before: as it was (NULL: new).  NULL: nothing; the caller frees. */
char *app_consequence(struct store *store, const struct record *before, const struct record *record);
/* Fills what nobody said yet of a new record by what its reference `link` names (register_def.proposals); adds the labels of what was filled (NULL: not).  True: something was. */
bool app_propose(struct store *store, struct record *record, const char *link, struct strings *labels);
/* "AS-1: C 4, I (3)": the needs of what a record is about, in parentheses what is inherited; NULL: none are known.  The caller frees. */
char *app_needs(struct store *store, const struct record *record);

/* Deletes these records as one step of undo. */
bool app_remove_all(struct store *store, const int64_t *ids, size_t count, struct error *error);
/* A field's new value, or (out not NULL) entries that come and go. */
struct app_change {
	const char *field, *in, *out;
};
/* Changes these fields of several records of one register, as one step of undo; what app_change_all and app_change_entries say of one holds for each.  *changed: how many had not all of it already; NULL: nobody asks. */
bool app_change_fields(struct store *store, const int64_t *ids, size_t count, const struct app_change *changes,
	size_t number, size_t *changed, struct error *error);
/* Changes one field of several records as one step of undo: value as forms hold it ("+NAME" adds the record of that name; NULL empties). */
bool app_change_all(struct store *store, const int64_t *ids, size_t count, const char *field, const char *value,
	size_t *changed, struct error *error);
/* Of a field that holds several: all of these records get the entries of `in` and lose those of `out` (between commas, "": none); what else each has stays. */
bool app_change_entries(struct store *store, const int64_t *ids, size_t count, const char *field, const char *in,
	const char *out, size_t *changed, struct error *error);

/* What a person chose for the lists of this organisation and wants again, kept in $XDG_STATE_HOME/noria/lists: kind "columns", "sort", "shown" (a filter) or "filter" (one with a name); name "risk" or "risk:LATE ONES".  The value, NULL: none; caller frees. */
char *app_preference(struct store *store, const char *kind, const char *name);
/* value NULL forgets.  Nothing is kept of a file that is only looked at (store_is_look). */
void app_preference_set(struct store *store, const char *kind, const char *name, const char *value);
void app_preferences(struct store *store, const char *kind, const char *prefix,
	void (*each)(void *user, const char *name, const char *value), void *user);

/* How many risks stand in each cell, by each rating.  False: error. */
bool app_rating_counts(struct store *store, struct rating_counts *counts, struct error *error);
/* In sentences, what a level more or less changes, asked before it does; the caller frees.  store_rescale carries it out.  NULL: it cannot. */
char *app_rescale_says(struct store *store, const struct rescale *rescale, struct error *error);
/* True where a level that is to be added or removed is one of the method in use, so that a scale grows or shrinks. */
bool app_rescale_of(struct store *store, const struct record *level, bool adds, struct rescale *rescale);

/* A line of the quality list: a check over a register, and how many records it finds. */
struct quality_line {
	const struct quality_check *check;
	const struct register_def *def;
	int64_t count; /* -1: not counted yet */
	int64_t aside; /* how many more it would find that are set aside today */
	bool stale;    /* to be counted: never was, or before the file changed */
	bool none;     /* there is nothing yet that it could look at */
};
/* All lines that the file can answer, all stale; the caller frees. */
struct quality_line *quality_lines(struct store *store, size_t *count);
/* Counts one of them.  False: error (count is 0 then). */
bool quality_count(struct store *store, struct quality_line *line, struct error *error);
/* The waivers that set aside today what the checks find, of that check or (NULL) of all: as many as are counted apart.  NULL: error; the caller frees. */
struct query *quality_waivers(struct store *store, const struct quality_check *check, struct error *error);
/* A waiver to be completed with its reason: that record for that check, for half a year.  record_free. */
struct record *quality_waiver(struct store *store, const struct quality_check *check, const char *ref);
/* The same for several records, with the reason, as one step of undo. */
bool quality_waive_all(struct store *store, const struct quality_check *check, const int64_t *ids, size_t count,
	const char *reason, struct error *error);
/* The worst first: those that are found before those that are not, by weight, then by number.  For qsort. */
int quality_compare(const void *a, const void *b);

/* What ships and `new` takes: the ids of catalogues and of risk methods, added to the list.  None where the program's data are not there. */
void app_shipped_catalogues(struct strings *ids);
void app_shipped_methods(struct strings *ids);

/* Recent files, newest first, kept in $XDG_STATE_HOME/noria/recent. */
void app_recent_add(const char *path);
void app_recent(struct strings *paths);

#endif
