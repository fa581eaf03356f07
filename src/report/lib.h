/*
 * report: a report is built once as a document (document.h) and rendered:
 * text and HTML here, PDF and XLSX by helper programs that read the document from
 * a pipe (wire.h, helper.h).
 */
#ifndef NORIA_REPORT_LIB_H
#define NORIA_REPORT_LIB_H

#include "report/document.h"
#include "report/helper.h"
#include "store/lib.h"

/* What a report is made of and how it is marked.  All zero: everything, as usual. */
struct report_options {
	const char *filter; /* a query over the report's register (report_def.base); NULL: all */
	const int64_t *ids; /* only these of its records, in the order of ids_sort; NULL: all */
	size_t id_count;
	const char *mark;  /* confidentiality mark; NULL: the report's own, "": none */
	const char *paper; /* "a4" or "letter"; NULL: a4 */
	bool flat;         /* the lines of all registers as one table: a workbook groups by its filters */
};

/* The reports.  Ends with what NULL; registers come besides, each as a report of its own. */
struct report;
struct record;
struct report_def {
	const char *what;  /* "soa"; "policy" where it is about one record: "policy:PO-1" */
	const char *label; /* N_() */
	const char *mark;  /* N_() */
	bool about;        /* it is about one record, named after a colon */
	const char *of;    /* the register of that record; NULL: any */
	const char *base;  /* the register whose records it lists and a filter chooses from; NULL: none */
	const struct register_def *
		lines; /* the form of its lines, where they are of all registers: a filter chooses from these; NULL: none */
	bool extract; /* confidential fields are left out */
	bool (*build)(struct report *report, struct record *record, struct error *error);
};
extern const struct report_def report_defs[];
/* The report that "soa" or "policy:PO-1" asks for; NULL: none. */
const struct report_def *report_find(const char *what);
/* Puts ids into the order in which they are looked up. */
void ids_sort(int64_t *ids, size_t count);
/* True where sorted ids hold this one, or are NULL: all. */
bool ids_hold(const int64_t *ids, size_t count, int64_t id);
/* Builds it, or the plain report of the register of that name; document_free.  NULL: error. */
struct document *report_build(
	struct store *store, const char *what, const struct report_options *options, struct error *error);

/* A register's columns as a stream of a table for noria-xlsx, never held in memory as a whole: see stream.c. */
struct wire_out;
bool report_stream(struct store *store, const struct query *const *queries, size_t query_count, const char *title,
	bool extract, const struct report_options *options, struct wire_out *out, struct error *error);
/* Turns the document's bars into tables of numbers. */
void document_tabulate(struct document *document);

/* The figures of the dashboard and of the top line, read through queries; each figure carries the query that lists its records. */
struct figure {
	char *label; /* translated */
	int64_t count;
	int64_t of; /* the whole of which it is a part; 0: the group's largest figure is the measure */
	int level;  /* 1..: colour by scale of `levels`; 0: none */
	int levels;
	bool late; /* asks for attention */
	struct query *query;
};
struct figure_group {
	char *title;
	struct figure *items;
	size_t count;
	bool bars; /* parts of a whole */
};
struct figures {
	struct figure_group *groups;
	size_t count;
};
/* Risks by current level, by treatment, SoA progress by theme, late actions, open incidents, ... */
bool figures_read(struct store *store, struct figures *figures, struct error *error);
void figures_free(struct figures *figures);

#endif
