/* What a heading says of the cells below it besides whose they are: "Budget (k€)", "Review (DD/MM/YYYY)".  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_HEADING_SAYS_H
#define NORIA_EXCHANGE_HEADING_SAYS_H

#include "exchange/lib.h"

/* A heading as it is compared: case, accents and signs say nothing.  The caller frees. */
char *heading_fold(const char *text);

/* Whether the folded text has one of the list's ("a|b c"), as words. */
bool heading_has(const char *folded, const char *list);

/* What people call the parts of a name; folded. */
#define NAME_GIVEN_WORDS                                                                                               \
	"prenom|prenoms|first name|first names|firstname|given name|given names|givenname|forename|forenames"
#define NAME_FAMILY_WORDS "nom de famille|patronyme|last name|lastname|family name|familyname|surname"
/* Which part, or all of it, a heading names. */
enum name_part name_part_of(const char *heading);

/* Whether it names the ends of a scale: "Likelihood (1 to 4)", "Gravité (/4)", "Avancement (sur 10)". */
bool heading_scale(const char *heading, int *from, int *to);

/* How many levels a text above or below a table says that they have, where these are not so many: "rated from 1 (low) to 3 (high)", "1 = low; 2 = high"; 0: it says none. */
int heading_levels_said(const char *text, int levels);
/* Whether a title speaks of thousands or millions of a currency: "Plan 2026, en k€". */
bool heading_says_thousands(const char *text, const char *currency);

/* The unit in which a heading has the numbers of its column. */
struct heading_unit {
	char *beside;  /* what each number is read with, as if it stood in the cell: "k€", "h"; NULL: nothing */
	char *refused; /* a unit as it stands there, in which the field is not counted; NULL: none */
	bool multiple; /* thousands or millions */
	bool plain;    /* what the field is counted in anyway */
	char *above; /* what stands above the table and speaks of thousands, where the heading says no unit; NULL: nothing */
	char *levels; /* what stands above or below the table and speaks of other levels; NULL: nothing */
	char *zone;   /* of times: what stands in no cell, "UTC+2"; NULL: nothing */
	bool scaled;  /* it has another scale than the field: levels, or parts of another whole */
};
/* currency: of the organisation, "" where it has said none. */
void heading_unit(const char *heading, const struct field_def *field, const char *currency, struct heading_unit *unit);
void heading_unit_free(struct heading_unit *unit);
/* A cell's text with it; NULL: the cell is no bare number, and says what it is by itself.  The caller frees. */
char *heading_unit_beside(const struct heading_unit *unit, const char *text);

/* "UTC+2": the zone that a heading names; NULL: none.  A time with it; NULL: the text has a zone, or is no time.  The caller frees.  heading_zone.c. */
char *heading_zone(const char *heading);
char *heading_zone_beside(const char *zone, const char *text);
/* Whether the heading has a word for a zone that nobody knows, "(IST)", over a time without one. */
bool heading_zone_is_asked(const char *heading, const char *text);

/* The order in which a heading has the days: DD/MM/YYYY, jj.mm.aaaa; ORDER_LOCALE: it says none. */
enum date_order heading_order(const char *heading);
/* The heading without that, and without a unit that is written as k€ is.  The caller frees. */
char *heading_bare(const char *heading);

#endif
