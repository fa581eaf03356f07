/*
 * How the cells of one column of a table are to be read, decided by the column as a whole: one 31 in it
 * says which of two numbers is the day.  First all cells are shown, then it is decided.
 */
#ifndef NORIA_MODEL_COLUMN_READING_H
#define NORIA_MODEL_COLUMN_READING_H

#include "base/lib.h"
#include "model/register.h"

#define COLUMN_EXAMPLE 32

/* How many cells are so, and the first of them as it stands there. */
struct column_count {
	size_t cells;
	char example[COLUMN_EXAMPLE];
};

struct column_reading {
	const struct field_def *field;
	size_t cells; /* that say something of it */
	/* Dates that are so for sure, or may be both; years of two digits; times of day. */
	struct column_count day_first, month_first, either, short_year, clock;
	/* Those that may be both, with points: nobody writes the month first there. */
	struct column_count pointed;
	/* Those that may be both but for their weekday, which may be a slip: they settle the order where no other does. */
	struct column_count day_named, month_named;
	/* How far in days from today: the example of short_year, and in years at most the two digits taken for the year, behind and in front. */
	int farthest, behind, in_front;
	bool year_first;  /* of all years of two digits the first number may be the year */
	size_t long_year; /* dates of numbers with a year of four digits behind */
	/* Days that the spreadsheet itself took for dates, to the 12th and after it. */
	size_t early, late;
	/* Numbers: the sign of decimals for sure, or one sign with three digits behind it. */
	struct column_count comma, point, unsure_comma, unsure_point;
	/* Percentages: parts of one; 0 and 1; more than one, or with a sign. */
	struct column_count part, one, whole;
	bool fine;                 /* a part of one that is no whole percentage */
	bool since_1904;           /* given by the workbook */
	struct reading_form given; /* what the user decided: order and decimal, where not left open */
	enum date_order heading;   /* that the heading has: DD/MM/YYYY; ORDER_LOCALE: none */
	/* What else the table shows of its writer, for where no locale says which is first. */
	enum order_hint { HINT_NONE, HINT_FRENCH, HINT_SEMICOLONS } hint;
	/* The order that another column of the table shows, and its label; NULL: none does, or they differ. */
	enum date_order beside;
	const char *beside_label;
};

/* Takes in one cell as it is written. */
void column_reading_see(struct column_reading *column, const char *cell);
/* Takes in one that the workbook holds as a number or a date: nothing in how it is written is left open. */
void column_reading_see_plain(struct column_reading *column, const char *cell);
/*
 * Decides.  *sentence (the caller's, NULL: nothing is to be said): what was decided by the locale alone, or why it
 * cannot be.  False: the column contradicts itself, as 31/12/2026 beside 12/31/2026; cells that are plain stay so.
 * A cell that the workbook holds as a number is read with .decimal = SIGN_POINT instead.
 */
bool column_reading_decide(const struct column_reading *column, struct reading_form *reading, char **sentence);
/* Whether the dates that may be two things have points: nobody writes the month first there. */
bool column_reading_has_points(const struct column_reading *column);
/* The order that its dates show for sure; ORDER_LOCALE: none, or both. */
enum date_order column_reading_order(const struct column_reading *column);
/* Whether dates, or numbers, of the column may be two things and it does not show which, or shows both. */
bool column_reading_open_order(const struct column_reading *column);
bool column_reading_open_sign(const struct column_reading *column);

#endif
