/* The readers behind import_into.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_IMPORT_H
#define NORIA_EXCHANGE_IMPORT_H

#include "exchange/lib.h"

/* def NULL: the register is known from the names in the header and from the refs; else from the file's name. */
bool import_csv(struct action *action, struct store *store, const char *input, const struct register_def *def,
	const struct import_options *options, struct import_report *report, struct error *error);
/* Catalogue or SoA, told by the root element; as NULL: either. */
bool import_xml(struct action *action, struct store *store, const char *input, const char *as,
	struct import_report *report, struct error *error);
/* Counts refused lines and keeps them, and what is to be said of the values; the others where the report is to have all. */
void import_report_add(struct import_report *report, char kind, const char *ref, const char *sentence);

#endif
