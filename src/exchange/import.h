/* The readers behind import_into.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_IMPORT_H
#define NORIA_EXCHANGE_IMPORT_H

#include "exchange/lib.h"

struct xml_reader;
/* A kind of document: its root, and who reads it. */
struct xml_kind {
	const char *root; /* NULL: the last */
	bool (*read)(struct action *action, struct store *store, struct xml_reader *reader,
		struct import_report *report, struct error *error);
};

/* def NULL: the register is known from the names in the header and from the refs; else from the file's name. */
bool import_csv(struct action *action, struct store *store, const char *input, const struct register_def *def,
	const struct import_options *options, struct import_report *report, struct error *error);
/* A document of one of the kinds, told by the root element; as: it must be that one, NULL: any. */
bool import_xml(struct action *action, struct store *store, const char *input, const char *as,
	const struct xml_kind *kinds, struct import_report *report, struct error *error);
/*
 * Marks the controls of a catalogue that `stands` does not know, each a line '-' of the report, which are
 * named in its note.  What is marked already is told and stays as it is.
 */
bool catalogue_withdraw(struct action *action, struct store *store, const char *catalogue,
	bool (*stands)(void *user, const char *ref), void *user, struct import_report *report, struct error *error);
/* Counts refused lines and keeps them, and what is to be said of the values; the others where the report is to have all. */
void import_report_add(struct import_report *report, char kind, const char *ref, const char *sentence);

#endif
