/*
 * report: a report is built once as a document (headings, paragraphs,
 * tables) and rendered.  Renderers now: text of 80 columns.
 */
#ifndef NORIA_REPORT_LIB_H
#define NORIA_REPORT_LIB_H

#include "store/lib.h"

enum block_kind { BLOCK_TITLE, BLOCK_HEADING, BLOCK_PARAGRAPH, BLOCK_ITEM, BLOCK_TABLE, BLOCK_FACTS };

struct table_row {
	char **cells;
};
struct block {
	enum block_kind kind;
	int level;              /* headings: 1 to 3 */
	char *text;
	/* tables and facts (two columns: label, value) */
	size_t columns;
	char **headers;
	int *widths;            /* preferred columns of text, 0: what is left */
	struct table_row *rows;
	size_t row_count, row_capacity;
};
struct document {
	struct block *blocks;
	size_t count, capacity;
};
struct document *document_new(void);
void document_free(struct document *document);
struct block *document_add(struct document *document, enum block_kind kind, int level, const char *text);
struct block *document_table(struct document *document, size_t columns, const char *const *headers, const int *widths);
void table_add(struct block *table, const char *const *cells);

/* Renders as text of `columns` columns (80 for print). Caller frees. */
char *document_text(const struct document *document, int columns);

/* The reports.  NULL: error. */
struct document *report_soa(struct store *store, struct error *error);
struct document *report_risks(struct store *store, struct error *error);
struct document *report_actions(struct store *store, struct error *error);
struct document *report_dashboard(struct store *store, struct error *error);

/* The figures of the dashboard and of the top line, read through queries; each figure carries the query that lists its records. */
struct figure {
	char *label;      /* translated */
	int64_t count;
	int64_t of;       /* the whole of which it is a part; 0: the group's largest figure is the measure */
	int level;        /* 1..: colour by scale of `levels`; 0: none */
	int levels;
	bool late;        /* asks for attention */
	struct query *query;
};
struct figure_group {
	char *title;
	struct figure *items;
	size_t count;
	bool bars;        /* parts of a whole */
};
struct figures {
	struct figure_group *groups;
	size_t count;
};
/* Risks by current level, by treatment, SoA progress by theme, late actions, open incidents, ... */
bool figures_read(struct store *store, struct figures *figures, struct error *error);
void figures_free(struct figures *figures);

#endif
