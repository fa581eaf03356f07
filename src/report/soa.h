/*
 * The Statement of Applicability on paper.  Its lines come from the file (soa_live.c) or from the
 * document that was frozen when it was issued (soa_issued.c); soa.c sets either in the same way.
 */
#ifndef NORIA_REPORT_SOA_H
#define NORIA_REPORT_SOA_H

#include "report/build.h"

/* What a line says, in the order in which an auditor reads it. */
enum soa_text {
	LINE_APPLICABLE,
	LINE_REASONS,
	LINE_JUSTIFICATION,
	LINE_STATUS,
	LINE_IMPLEMENTATION,
	LINE_OWNER,
	LINE_MATURITY,
	LINE_PLANNED,
	LINE_EVIDENCE,
	LINE_EVIDENCE_DATE,
	LINE_RISKS,
	LINE_ACTIONS,
	LINE_PROOFS,
	LINE_EXCEPTIONS,
	LINE_TEXTS
};
/* The fields of the register that hold these. */
extern const char *const soa_fields[LINE_TEXTS];

struct soa_line {
	char *number, *title, *theme;
	bool own;                  /* beyond the catalogue: counted apart */
	char *applicable, *status; /* as the file has them; NULL: nobody said */
	char *texts[LINE_TEXTS];   /* as a person reads them; NULL: empty */
	char *proofs;              /* the refs of its records of evidence; NULL: none */
	char *evidence_day;        /* as the file has it: of the evidence, else of the newest record of it; NULL */
};
struct soa_paper {
	struct report *report;
	struct soa_line *lines;
	size_t count;
	/* Records of evidence and the days of what they show, side by side. */
	struct strings proofs, days;
	/* Of an issued version; NULL: it is a draft. */
	char *approver, *function, *date, *seal, *changes;
	bool draft;
};
/* A line more, all of it empty; valid until the next. */
struct soa_line *soa_add(struct soa_paper *paper);
/* Puts the day of a record of evidence behind its text, which it takes, and keeps the newest as that of the line. */
char *soa_proof(struct soa_paper *paper, struct soa_line *line, const char *ref, char *text);
void soa_free(struct soa_paper *paper);

/* The table of all lines, the approval on the page behind it, and what comes before the lines in full. */
void soa_table(struct soa_paper *paper);
void soa_approval(struct soa_paper *paper);
void soa_counts(struct soa_paper *paper);
/* The legend, then every line with all that it says. */
void soa_details(struct soa_paper *paper);

#endif
