/* Which field of a register a heading stands for.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_MAPPING_H
#define NORIA_EXCHANGE_MAPPING_H

#include "exchange/heading_says.h"

struct heading {
	enum column_use use;
	const struct field_def *field;
	enum column_origin origin;
	const struct field_def
		*own; /* USE_NOTHING: the field that the program works out, or that others refer by; NULL: none */
};
/* What a register's columns may be called. */
struct headings;
struct headings *headings_of(const struct register_def *def);
void headings_free(struct headings *headings);
const struct register_def *headings_register(const struct headings *headings);
/* False: nothing is called so, or more than one thing.  USE_NOTHING: what the program works out by itself. */
bool headings_find(const struct headings *headings, const char *text, struct heading *found);
/* True: it may be either of these two fields, which other columns decide, or whoever is asked. */
bool headings_either(const struct headings *headings, const char *text, struct heading either[2]);
struct grid;
/* How many columns of a row name something of the register; *filled: how many hold anything. */
size_t headings_fit(const struct headings *headings, const struct grid *grid, size_t row, size_t *filled);
/* How many different things of the register they name: "Agent" and "Employee" are one. */
size_t headings_different(const struct headings *headings, const struct grid *grid, size_t row);

struct import_plan;
/* Whether what the cells hold is not what the heading was found to say.  import_doubted.c. */
enum doubt { DOUBT_NONE, DOUBT_CHOICES, DOUBT_PAST, DOUBT_DAYS, DOUBT_NUMBERED, DOUBT_TEXT };
enum doubt import_doubt(const struct import_plan *plan, size_t place, const struct heading *found);
/* The column with the reason; NULL: none.  The caller frees. */
char *import_doubt_said(const struct import_plan *plan, size_t place, const struct heading *found);
/* Asks for a column that nobody writes here, where another program filled it: import_own.c. */
void import_own_ask(const struct import_plan *plan, const struct import_column *column, struct heading *found);
/* Whether all cells of the column are values of the field; whether most are sentences.  import_doubted.c. */
bool import_holds_values(const struct import_plan *plan, size_t place, const struct field_def *field);
bool import_holds_sentences(const struct import_plan *plan, size_t place);
/* "Prénom du responsable", "Owner last name": a part of the name of whom the rest of the heading says.  import_names.c. */
bool import_names_heading(const struct import_plan *plan, const char *heading, struct heading *found);
/* Whether the row below holds the names of columns under groups of the row alone: D, I, C, T under "Needs". */
bool import_groups_above(const struct headings *headings, const struct grid *grid, size_t row);
/* The text that names the column; of headings of two rows some stand in the upper one alone.  The caller frees. */
char *import_group_heading(const struct import_plan *plan, size_t place);
/* What a column is by its heading and the one in the row above that spans it: "Residual" over "Impact".  False: these say nothing more than the heading. */
bool import_group_says(const struct import_plan *plan, size_t place, const char *heading, struct heading *found);

#endif
