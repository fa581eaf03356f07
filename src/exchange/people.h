/* People as tables and mail programs write them.  Included by the files of this folder only. */
#ifndef NORIA_EXCHANGE_PEOPLE_H
#define NORIA_EXCHANGE_PEOPLE_H

#include "exchange/lib.h"

/* "Mme Jeanne ROY (RSSI)", "Jeanne Roy <jeanne.roy@example.org>": what is said of the person; each NULL: nothing. */
struct written_person {
	char *name;
	char *function;
	char *mail;
};
void person_take_apart(const char *text, struct written_person *person);
/* The name that an address is made of, "Jo Roy" of jo.roy@example.org; NULL: of none.  The caller frees. */
char *person_in_mail(const char *mail);
void written_person_free(struct written_person *person);
/* Whether it is what many work in, or what somebody does: "IT Support", "RSSI adjoint". */
bool person_is_office(const char *name);
/* Whether what the person does stands there too. */
bool person_has_function(const char *text);
/* Whether it may be somebody's name at all: "12", "?" and "2026-12-31" are none. */
/*
 * What stands between the signs by which people part names: "A & B", "A / B", "A et B"; and besides those around a
 * function: "RSSI (A)", "RSSI : A", "A - RSSI", "@A".  *list: there is one of the first kind.
 */
void name_parts(const char *text, struct strings *parts, bool *list);
/* "J. Roy", "Roy J", "Jeanne R.": one name is a letter, which somebody's whole name may fill out. */
bool person_has_initial(const char *text);
bool person_may_be(const char *text);
/*
 * Whether words of the text, in brackets where `id` is whom it names, are the whole name of somebody else whom the file
 * has: "Jeanne Roy (or Karim Benali)".
 */
bool person_beside(struct store *store, const struct register_def *people, const char *text, int64_t id);
/* Where the name begins in a text with what is said before it, "Mme Jeanne Roy"; the text where that is all but one name. */
const char *person_bare(const char *text);
/* What is said before a name, "Mme", "Dr", and one name at least: where that begins. */
const char *person_after_courtesy(const char *text);
/*
 * The id of the person who is meant, where the whole text is no name that the file has: by mail, by the name without
 * what stands around it, by login, by a letter and the rest of the name ("J. Roy") where it is one's alone.  0: none, -1: several.
 */
int64_t person_find(struct store *store, const struct register_def *people, const char *text);

/* Whether `id`, whom person_find found, is meant by a letter for a name, or by an address that the file does not have. */
bool person_is_guessed(struct store *store, const char *text, int64_t id);

/* ---- one name alone: people_family.c ---- */

bool person_is_one_name(const char *text);
/* The whole name of somebody of whose names the text is one, "Jeanne Roy" of "Roy"; NULL: of nobody's.  The caller frees. */
char *person_bearing(struct store *store, const struct register_def *people, const char *text);

#endif
