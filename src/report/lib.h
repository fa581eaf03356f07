/*
 * report: a report is built once as a document (document.h) and rendered:
 * text and HTML here, PDF and XLSX by helper programs that read the document from
 * a pipe (wire.h, helper.h).
 */
#ifndef NORIA_REPORT_LIB_H
#define NORIA_REPORT_LIB_H

#include "exchange/lib.h"
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
	bool plain; /* for programs: texts as they are in the file, without typography or words for what is empty */
	bool exact; /* a workbook that can be read back: texts as they are in the file, and no name that two bear */
	bool flat;  /* tables are asked for: the lines of all registers as one, a workbook groups by its filters */
};

/* The forms of what is exported, in the order in which they are offered. */
enum format_kind {
	FORMAT_PAGE,  /* the document, rendered */
	FORMAT_TABLE, /* the records, or the document's tables */
	FORMAT_XML,
	FORMAT_CALENDAR
};
struct format_def {
	const char *name;  /* "pdf" */
	const char *label; /* N_() */
	enum format_kind kind;
	enum table_format table; /* of a table that needs no helper */
	const char *
		helper; /* the program that makes it ("noria-pdf"), NULL: none is needed; helper_is_there tells whether it can be offered */
	char *(*render)(const struct document *document); /* of a page that needs no helper; the caller frees */
};
extern const struct format_def format_defs[]; /* ends with name NULL */
/* NULL: there is none of that name. */
const struct format_def *format_find(const char *name);

/*
 * The master table of what can be exported.  An entry stands at the end of the file that builds
 * the report, and by name in all.h.  The export menu, the palette, the command line's help and
 * checks, the completion of words and noria(1) follow from it.
 */
struct report;
struct record;
struct report_def {
	const char *name;           /* "soa"; "policy" where it is about one record: "policy:PO-1" */
	const char *label;          /* N_(): its title, and what menus call it */
	const char *help;           /* N_(): what it tells, for the command line's help and noria(1) */
	const char *mark;           /* N_(): the confidentiality mark; NULL: none */
	const char *const *formats; /* the usual one first; ends with NULL */
	bool about;                 /* it takes the ref of a record, which it is about */
	const char *of;             /* the register of that record; NULL: any */
	const char *base;           /* it lists records of this register, and takes a filter over them; NULL: none */
	bool composed;              /* as a table it is the tables of its document, not those records */
	const struct register_def *
		lines; /* the form of its lines, where they are of all registers: it takes a filter over these; NULL: none */
	bool extract; /* confidential fields are left out */
	const char *
		view; /* the view in whose export menu it comes first, beside those that show its records; NULL: none */
	/* The query of each part of its records as a table, counted from 0; NULL there: that was the last.  NULL: all of base. */
	struct query *(*part)(const struct model_context *context, size_t part);
	/* The document of its pages and tables.  record: what it is about, else NULL. */
	bool (*build)(struct report *report, struct record *record, struct error *error);
	/* Forms that are not made of the document; NULL: it has none.  ref: of the record that it is about, else NULL. */
	bool (*xml)(struct store *store, const char *ref, struct output *output, struct error *error);
	const char *xml_root; /* by which an earlier export is known */
	/* The lines as a table, as a calendar: of those that the query over `lines` lets through. */
	bool (*table)(struct store *store, const struct query *query, enum table_format format, struct output *output,
		struct error *error);
	/* The table for who has the file, where that holds more; NULL: the same. */
	bool (*list)(struct store *store, const struct query *query, enum table_format format, struct output *output,
		struct error *error);
	bool (*calendar)(struct store *store, const struct query *query, struct output *output, struct error *error);
};
extern const struct report_def *const reports[]; /* ends with NULL; registers come besides */
/* Formats that several have: of a document with tables, of one without, of XML alone. */
extern const char *const document_formats[], *const paper_formats[], *const xml_formats[];

/* What somebody asks for, found in the table. */
struct report_choice {
	const struct report_def *def;
	const struct register_def *base; /* the register whose records it lists; NULL: none */
	const char *ref;                 /* what stands after the colon; NULL: it is about no record */
};
/* Finds "soa", "policy:PO-1" or the name of a register, which is a report of its own.  False: there is no such report. */
bool report_find(const char *what, struct report_choice *choice);
/* The report that is made of any register. */
extern const struct report_def report_register;
/* What menus call it: the label, or the register's plural. */
const char *report_label(const struct report_choice *choice);
/* As one asks for it: "soa", "policy:REF"; the caller frees. */
char *report_usage(const struct report_def *def);
/* The names of all that can be exported, each as one asks for it. */
void report_names(struct strings *names);
/* True where it comes in that format. */
bool report_has_format(const struct report_def *def, const char *format);

/* Puts ids into the order in which they are looked up. */
void ids_sort(int64_t *ids, size_t count);
/* True where sorted ids hold this one, or are NULL: all. */
bool ids_hold(const int64_t *ids, size_t count, int64_t id);
/* Builds its document; document_free.  NULL: error. */
struct document *report_build(struct store *store, const struct report_choice *choice,
	const struct report_options *options, struct error *error);

/* A register's columns as a stream of a table for noria-xlsx, never held in memory as a whole: see stream.c. */
struct wire_out;
bool report_stream(struct store *store, const struct query *const *queries, size_t query_count, const char *title,
	bool extract, const struct report_options *options, struct wire_out *out, struct error *error);
/*
 * A workbook to be filled in by others and read back: the columns of the register that people
 * write, each with what may be chosen, and a sheet that explains them.  False: error.
 */
bool report_entry(struct store *store, const struct register_def *def, struct wire_out *out, struct error *error);
/* Turns the document's bars and series into tables of numbers. */
void document_tabulate(struct document *document);

/* The figures of the dashboard and of the top line, read through queries; each figure carries the query that lists its records. */
struct figure {
	char *label; /* translated */
	int64_t count;
	int64_t of; /* the whole of which it is a part; 0: the group's largest figure is the measure */
	int level;  /* 1..: colour by scale of `levels`; 0: none */
	int levels;
	bool late;  /* asks for attention */
	bool part;  /* `of` is known, be it 0 */
	bool none;  /* 0 of 0: neither good nor bad */
	bool waits; /* it is still being counted */
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
/* left: NULL: risks without a decision are counted, which is long in a large register; else how many they are, -1: somebody counts them just now. */
bool figures_read(struct store *store, struct figures *figures, const int64_t *left, struct error *error);
/* What was counted meanwhile (-1: it could not be); true where a figure waited for it. */
bool figures_take_left(struct figures *figures, int64_t left);
void figures_free(struct figures *figures);
/* How many there are of which a figure is a part: all of its group where that parts a whole, else the records of its register that count today.  -1: error. */
int64_t figure_whole(
	struct store *store, const struct figure_group *group, const struct figure *figure, struct error *error);

#endif
