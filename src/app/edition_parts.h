/* What the files that carry out a change of edition share. */
#ifndef NORIA_APP_EDITION_PARTS_H
#define NORIA_APP_EDITION_PARTS_H

#include "app/edition.h"

/* One of the old answers that become one new one. */
struct edition_source {
	const char *number;
	const struct record *answer;
};
/* Texts joined, each with its number in front: of what a part was true is not said of the whole.  One answer, or the same in all, stands as it is. */
void edition_join_texts(const struct edition_source *sources, size_t count, const char *field, struct record *line);

/* Carries what is said of clauses 4 to 10, where both editions have them. */
bool edition_answer_clauses(struct store *store, struct action *action, struct edition *plan, struct error *error);
/* Adds the refs of the clauses at which the answer to a clause ("2013:9.2") stands now. */
void edition_clause_successors(const struct edition *plan, const char *clause, struct strings *refs);
/* Every field of every register that refers to controls or clauses, as the dictionary has them. */
bool edition_extend_links(struct store *store, struct action *action, struct edition *plan, struct error *error);

#endif
