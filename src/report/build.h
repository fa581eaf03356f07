/* What the reports are built from.  Included by the files of this folder only. */
#ifndef NORIA_REPORT_BUILD_H
#define NORIA_REPORT_BUILD_H

#include "model/frozen.h"
#include "report/lib.h"

/* A report being built. */
struct report {
	struct store *store;
	const struct report_options *options;
	struct document *document;
	const struct register_def *base; /* of report_def.base, or the register that is reported; NULL: none */
	const int64_t *ids;              /* the selection, sorted; NULL: all */
	size_t id_count;
	bool extract; /* without confidential fields */
	/*
	 * What the record was about when it was closed: then names, levels, values and rows come from
	 * here, whatever the file says today.  NULL: from the file.
	 */
	const struct frozen *frozen;
	bool current_only; /* of its rows only those that had not left the register */
};

/* The method, zone and language by which the report reads: of today, or of when its record was closed. */
const struct model_context *report_context(const struct report *report);
/* The copy that a closed record keeps, NULL where it keeps none (frozen_free).  False: it cannot be read. */
bool report_frozen(const struct record *record, struct frozen **frozen, struct error *error);
/* As store_each; of a frozen report the rows that were kept, in their order. */
bool report_each(struct report *report, const struct query *query, const char *const *columns, size_t count,
	store_row each, void *user, struct error *error);

/* The query over a register that `condition` restricts further (NULL: not); `selected` applies the report's own filter.  NULL: error. */
struct query *report_query(struct report *report, const char *name, const char *condition, bool selected,
	const char *sort, struct error *error);
/* The same over the lines of the SoA. */
struct query *report_soa_query(struct report *report, enum soa_part part, const char *condition, bool selected,
	const char *sort, struct error *error);
/* The same over the lines of all registers: register_due, register_quality; the report's own filter applies. */
struct query *report_lines_query(struct report *report, const struct register_def *lines, struct error *error);
/* True where the selection holds the record. */
bool report_selects(const struct report *report, int64_t id);

/* A cell as it stands on paper: references with ref and title, each on a line of its own.  Caller frees. */
char *report_cell(struct report *report, const struct field_def *field, const struct cell *cell);
/* The same of a record's value. */
char *report_value(struct report *report, const struct record *record, const char *name);
/* A day or a moment, which it takes, as it is written on paper.  Caller frees. */
char *report_moment(char *text);
/* The text of a field, which it takes; days and moments as above.  Caller frees. */
char *report_written(const struct field_def *field, char *text);
/* The text of a cell; where an answer is expected of the field and there is none, the word that says so. */
const char *report_said(const struct field_def *field, const char *text);
/* "24 November 2026" of an ISO date, for sentences; caller frees; "" of none. */
char *report_day(const char *value);
/* "24/11/2026" of an ISO date; caller frees; "" of none. */
char *report_date(const char *value);
/* The moment as the organisation's clocks show it, for spreadsheets, which know no zones; a day alone stays one.  NULL: it is neither. */
char *report_local_time(const struct report *report, const char *value);
/* The column of a table for a field. */
struct column_def report_column(const struct register_def *def, const char *path, int width);
/* Puts a cell into a row: text, value, and the colour where it is a level of risk. */
void report_put(struct report *report, const struct register_def *def, const char *path, struct table_row *row,
	size_t column, const struct cell *cell);
/* A table of these columns of all rows of the query.  Empty: a note that there are none. */
bool report_table(struct report *report, struct query *query, const char *const *columns, const int *widths,
	size_t count, bool selected, struct error *error);
/* Each record with all its fields: heading of that level, facts; ratings of risks as a table. */
bool report_details(struct report *report, struct query *query, int level, bool selected, struct error *error);
/* All fields of one record as facts, but those in `skip` (ends with NULL; NULL: none). */
void report_facts(struct report *report, const struct record *record, const char *const *skip);
/* What the ISMS applies to and what is left out. */
bool report_scope_statement(struct report *report, struct error *error);

/* The matrix of a rating ("current") over the risks of a query, refs in its cells while they are few. */
bool report_matrix(
	struct report *report, struct query *query, const char *state, bool half, bool selected, struct error *error);
/* The grid of the method, without risks in it. */
void report_grid(struct report *report);
/* By which method risks are rated, and up to which level they may be kept. */
void report_threshold_note(struct report *report);
/* What clause 6.1.3 would not have: a note of the risks above the threshold that nobody treats or accepts. */
bool report_undecided_note(struct report *report, struct error *error);

#endif
