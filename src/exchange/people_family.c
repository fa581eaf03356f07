/* People of whom a table says one name alone: "Mme Roy", "Roy". Nobody is made of it who may be there already. */
#include <stdlib.h>
#include <string.h>

#include "exchange/people.h"

/* Somebody of whose names, of several words, the word is one. */
struct bearers {
	char *word; /* folded */
	char *name;
};

static bool look(void *user, const char *title)
{
	struct bearers *bearers = user;
	char *folded = text_fold_typed(title), *rest = folded, *word;
	bool several = strchr(folded, ' ') != NULL, has = false;

	while (several && !has && (word = strsep(&rest, " ")))
		has = strcmp(word, bearers->word) == 0;
	/* IT is not the name of IT Support. */
	has = has && !person_is_office(title);
	free(folded);
	if (has)
		bearers->name = xstrdup(title);
	return !has;
}

/* Whether the text is one name alone, after what is said before it. */
static bool is_one_name(const char *text, const char **name)
{
	*name = person_after_courtesy(text);
	return **name && !strpbrk(*name, " \t\n@;|/&+,()[]0123456789") && person_may_be(*name);
}

bool person_is_one_name(const char *text)
{
	const char *name;

	return is_one_name(text, &name);
}

char *person_bearing(struct store *store, const struct register_def *people, const char *text)
{
	struct bearers bearers = { .word = NULL };
	const char *name;

	if (!is_one_name(text, &name) || person_is_office(name))
		return NULL;
	bearers.word = text_fold_typed(name);
	if (!store_each_title(store, people, look, &bearers, NULL)) {
		free(bearers.name);
		bearers.name = NULL;
	}
	free(bearers.word);
	return bearers.name;
}
