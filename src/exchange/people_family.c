/* People of whom a table says one name alone: "Mme Roy", "Roy". Nobody is made of it who may be there already. */
#include <stdlib.h>
#include <string.h>

#include "exchange/people.h"

/* The people of whose names, of several words, the word is one. */
struct bearers {
	char *word;  /* folded */
	bool at_end; /* first or last it has to be, as a family name is */
	char *name;  /* of the first one */
	size_t count;
};

static bool look(void *user, const char *title)
{
	struct bearers *bearers = user;
	char *folded = text_fold_typed(title), *rest = folded, *word;
	bool several = strchr(folded, ' ') != NULL, has = false, first = true;

	while (several && !has && (word = strsep(&rest, " "))) {
		has = strcmp(word, bearers->word) == 0 && (!bearers->at_end || first || !rest);
		first = false;
	}
	free(folded);
	if (!has || (bearers->name && strcmp(bearers->name, title) == 0))
		return true;
	bearers->count++;
	if (!bearers->name)
		bearers->name = xstrdup(title);
	return true;
}

/* Whether the text is one name alone, after what is said before it; *courtesy: something is. */
static bool is_one_name(const char *text, const char **name, bool *courtesy)
{
	*name = person_after_courtesy(text);
	*courtesy = *name != text;
	return **name && !strpbrk(*name, " \t\n@;|/&+,()[]0123456789") && person_may_be(*name);
}

bool person_is_one_name(const char *text)
{
	const char *name;
	bool courtesy;

	return is_one_name(text, &name, &courtesy);
}

static size_t bearers_of(
	struct store *store, const struct register_def *people, const char *name, bool at_end, char **first)
{
	struct bearers bearers = { .word = text_fold_typed(name), .at_end = at_end };

	if (!store_each_title(store, people, look, &bearers, NULL)) {
		free(bearers.name);
		bearers.name = NULL;
		bearers.count = 0;
	}
	free(bearers.word);
	*first = bearers.name;
	return bearers.count;
}

int64_t person_find_family(struct store *store, const struct register_def *people, const char *text)
{
	const char *name;
	bool courtesy;
	char *first;
	size_t count;
	int64_t id;

	if (!is_one_name(text, &name, &courtesy) || !courtesy)
		return 0;
	count = bearers_of(store, people, name, true, &first);
	id = count > 1 ? -1 : first ? store_find_name(store, people, first) : 0;
	free(first);
	return id;
}

char *person_bearing(struct store *store, const struct register_def *people, const char *text)
{
	const char *name;
	bool courtesy;
	char *first = NULL;

	if (is_one_name(text, &name, &courtesy))
		bearers_of(store, people, name, false, &first);
	return first;
}
