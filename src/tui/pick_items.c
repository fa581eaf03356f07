/* What a picker offers, and what of it answers what was typed. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick.h"

void pick_add(struct pick_items *items, const char *key, const char *label, const char *note)
{
	items->items = xreallocarray(items->items, items->count + 1, sizeof *items->items);
	items->items[items->count].key = xstrdup(key);
	items->items[items->count].label = xstrdup(label);
	items->items[items->count].detail = NULL;
	items->items[items->count].begins = false;
	items->items[items->count++].note = xstrdup(note);
}

/* Whether a word of the text, both folded, begins with these letters. */
static bool has_word(const char *text, const char *word)
{
	size_t length = strlen(word);
	const char *at;

	for (at = text; (at = strstr(at, word)); at++)
		if (at == text ||
			!(at[-1] & 0x80 || (at[-1] >= '0' && at[-1] <= '9') || (at[-1] >= 'a' && at[-1] <= 'z')))
			return true;
	return length == 0;
}

/* What was typed stands somewhere in the text, or each of its words begins one of it, in any order. */
static bool is_meant(const char *text, const char *typed)
{
	char *words, *rest, *word;
	bool all = true;

	if (strstr(text, typed))
		return true;
	words = rest = xstrdup(typed);
	while (all && (word = strsep(&rest, " ")))
		all = has_word(text, word);
	free(words);
	return all;
}

bool pick_offer(struct pick_items *items, const char *typed, const char *key, const char *label, const char *note)
{
	char *all = text_fold_typed(label), *part = text_fold_typed(typed);
	bool fits = is_meant(all, part);

	if (fits) {
		pick_add(items, key, label, note);
		items->items[items->count - 1].begins = *part && strncmp(all, part, strlen(part)) == 0;
	}
	free(all);
	free(part);
	return fits;
}

void pick_detail(struct pick_items *items, const char *detail)
{
	items->items[items->count - 1].detail = xstrdup(detail);
}

void pick_items_free(struct pick_items *items)
{
	size_t i;

	for (i = 0; i < items->count; i++) {
		free(items->items[i].key);
		free(items->items[i].label);
		free(items->items[i].note);
		free(items->items[i].detail);
	}
	free(items->items);
	failure_forget(&items->failure);
	memset(items, 0, sizeof *items);
}

void pick_fail(struct pick_items *items, struct error *error)
{
	failure_take(NULL, &items->failure, error, false);
}
