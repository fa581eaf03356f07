/* Workbooks made for tests of what is in their sheets: see workbooks.c.  Only where there is libzip. */
#ifndef NORIA_TESTS_WORKBOOKS_H
#define NORIA_TESTS_WORKBOOKS_H

#include "shown.h"

/* The parts of an XLSX; NULL: the usual ones. */
struct workbook {
	const char *rows;    /* within <sheetData> */
	const char *around;  /* behind it, within <worksheet> */
	const char *before;  /* before it */
	const char *strings; /* within <sst> */
	const char *formats; /* within <numFmts>; its style has the number 7 and up: see workbooks.c */
	const char *workbook, *relations, *second; /* whole parts; the rows of a second sheet */
	const char *prefix;                        /* "x:" before the elements of the sheet, NULL: none */
	const char *space;                         /* the namespace, NULL: as Excel writes it */
};
/* A specimen (tests/tools/packing.h) of it.  Caller frees. */
char *workbook_specimen(const struct workbook *workbook);
/* A specimen packed and read: the table, or the sentence of the refusal.  Caller frees. */
char *workbook_shown(const char *specimen, const struct grid_options *options);
/* Fails the test where the workbook, or the specimen, does not read as expected. */
void workbook_reads(const struct workbook *workbook, const char *expected);
void rows_read(const char *rows, const char *expected);
void specimen_reads(const char *specimen, const char *sheet, const char *expected);

#endif
