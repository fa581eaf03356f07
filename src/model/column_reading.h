/*
 * How the cells of one column of a table are to be read, decided by the column as a whole: one 31 in it
 * says which of two numbers is the day.  First all cells are shown, then it is decided.
 */
#ifndef NORIA_MODEL_COLUMN_READING_H
#define NORIA_MODEL_COLUMN_READING_H

#include "base/lib.h"
#include "model/register.h"

struct column_reading {
	const struct field_def *field;
	size_t cells;                          /* that say something of it */
	size_t day_first, month_first, either; /* dates that are so for sure, or may be both */
	size_t comma, point, unsure; /* numbers: the sign of decimals for sure, or one that may part thousands */
	bool since_1904;             /* given by the workbook */
	struct reading_form given;   /* what the user decided: order and decimal, where not left open */
};

/* Takes in one cell. */
void column_reading_see(struct column_reading *column, const char *cell);
/*
 * Decides.  *sentence (the caller's, NULL: nothing is to be said): what was decided by the locale alone, or why it
 * cannot be.  False: the column contradicts itself, as 31/12/2026 beside 12/31/2026; cells that are plain stay so.
 */
bool column_reading_decide(const struct column_reading *column, struct reading_form *reading, char **sentence);

#endif
