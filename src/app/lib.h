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
	bool sample;
};
/* `new`: the file, its catalogues with one applicability a control, method and levels, threats and vulnerabilities; the sample.  A failure leaves no file.  NULL: error. */
struct store *app_new(const struct app_new *options, struct error *error);

/* Makes the record that FIELD=VALUE words describe (values parsed by type; owner=NAME and "A.5.1" are resolved by the action). Adds; *ref is the new ref, *warning what is odd about the record and no error, or NULL (caller frees both). */
bool app_add(struct store *store, const struct register_def *def, const char *const *assignments, size_t count, char **ref, char **warning, struct error *error);
/*
 * Saves a record of a form as one step of undo: new where `before` is NULL, else
 * as action_set.  A reference "+NAME" adds the record of that name in the same step.
 * ERROR_CONFLICT with store_conflicts where somebody changed the same fields.
 */
bool app_save(struct store *store, const struct record *before, struct record *record, struct error *error);
bool app_set(struct store *store, const char *ref, const char *const *assignments, size_t count, char **warning, struct error *error);
bool app_remove(struct store *store, const char *const *refs, size_t count, struct error *error);

/*
 * Text that a person typed for a field, made canonical against the file: by
 * type, then references looked up (ref, number, exact name; FIELD_ADD_BY_NAME adds within action; action may be NULL: then it is only checked).
 */
bool app_parse_value(struct store *store, struct action *action, const struct field_def *field, const char *text, char **value, struct error *error);

/* What can be exported: "soa", "catalogue:ID", "risks", "actions", "dashboard", or a register; format "xml", "text", "csv", "tsv", "json"; NULL: the first that fits. */
bool app_export(struct store *store, const char *what, const char *format, const char *path, bool overwrite, struct error *error);
struct export_choice {
	const char *what;
	const char *label; /* N_() */
	const char *const *formats; /* ends with NULL */
};
/* Refuses (ERROR_INVALID) to write over the file of the store itself, or over what SQLite keeps beside it. */
bool app_check_place(struct store *store, const char *path, struct error *error);
/* A copy at a place that is free, or on standard output ("-"). */
bool app_backup(struct store *store, const char *path, struct error *error);
extern const struct export_choice export_choices[]; /* ends with what NULL; the registers come besides */

/* Recent files, newest first, kept in $XDG_STATE_HOME/noria/recent. */
void app_recent_add(const char *path);
void app_recent(struct strings *paths);

#endif
