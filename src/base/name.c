/* Names of people in narrow columns: the family name whole, the others by their first letters. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/lib.h"

/* Whether the list of words between blanks has it, in whatever case; a full stop at its end does not count. */
static bool among(const char *list, const char *word)
{
	size_t length = strlen(word);
	const char *c;

	if (length && word[length - 1] == '.')
		length--;
	for (c = list; length && *c; c += strcspn(c, " "), c += strspn(c, " "))
		if (strcspn(c, " ") == length && strncasecmp(c, word, length) == 0)
			return true;
	return false;
}

static bool is_title(const char *word)
{
	return among("dr pr prof professor professeur docteur m mr mrs ms mme mlle me ing dipl-ing", word);
}

static bool is_particle(const char *word)
{
	return among("de du des d la le les da das do dos di del della der den van von zu zum zur ten ter el al bin "
		     "ibn ben af av y e",
		word);
}

/* A family name written in capitals, as forms ask for it. */
static bool is_capitals(const char *word)
{
	size_t letters = 0;

	for (; *word; word++) {
		if (islower((unsigned char)*word))
			return false;
		letters += isupper((unsigned char)*word) != 0;
	}
	return letters > 1;
}

/* A beginning like those of names: no digit, no mark, no small letter. */
static bool begins_name(const char *word)
{
	return (unsigned char)*word >= 0x80 || isupper((unsigned char)*word);
}

/* "Anne-Marie" is "A.-M.". */
static void add_initials(struct buffer *out, const char *word)
{
	while (*word) {
		buffer_add_bytes(out, word, text_next(word, 0));
		buffer_add_char(out, '.');
		word += strcspn(word, "-");
		if (*word) {
			buffer_add_char(out, '-');
			word++;
		}
	}
}

static void words_of(const char *name, struct strings *words)
{
	while (*(name += strspn(name, " "))) {
		strings_take(words, xstrndup(name, strcspn(name, " ")));
		name += strcspn(name, " ");
	}
}

/* Where the family name begins and ends among the words, behind the titles; false: it is no name that can be told apart so. */
static bool family_of(const struct strings *words, size_t first, size_t *from, size_t *to)
{
	size_t i;

	*from = words->count - 1;
	*to = words->count;
	for (i = first; i < words->count; i++)
		if (!begins_name(words->items[i]) && !is_particle(words->items[i]))
			return false;
	if (is_capitals(words->items[first]) && !is_capitals(words->items[words->count - 1])) {
		*from = first;
		for (*to = first + 1; is_capitals(words->items[*to]); ++*to)
			;
		return true;
	}
	while (*from > first + 1 && (is_particle(words->items[*from - 1]) || is_capitals(words->items[*from - 1])))
		--*from;
	return true;
}

char *name_short(const char *name)
{
	struct strings words = { 0 };
	struct buffer out = { 0 };
	size_t first = 0, from, to, i;

	words_of(name, &words);
	while (first + 1 < words.count && is_title(words.items[first]))
		first++;
	if (strpbrk(name, ",;()0123456789&/") || first + 1 >= words.count || !family_of(&words, first, &from, &to)) {
		strings_free(&words);
		return xstrdup(name);
	}
	for (i = first; i < words.count; i++)
		if (i < from || i >= to) {
			if (out.length)
				buffer_add_char(&out, ' ');
			add_initials(&out, words.items[i]);
		}
	for (i = from; i < to; i++) {
		buffer_add_char(&out, ' ');
		buffer_add(&out, words.items[i]);
	}
	strings_free(&words);
	return buffer_take(&out);
}

void short_names_add(struct short_names *names, const char *name)
{
	names->items = xreallocarray(names->items, names->count + 1, sizeof *names->items);
	names->items[names->count].name = xstrdup(name);
	names->items[names->count++].shortened = name_short(name);
}

static int by_short(const void *a, const void *b)
{
	const struct short_name *x = a, *y = b;

	return strcasecmp(x->shortened, y->shortened);
}

static int by_name(const void *a, const void *b)
{
	const struct short_name *x = a, *y = b;

	return strcmp(x->name, y->name);
}

void short_names_settle(struct short_names *names)
{
	size_t i, j, end;

	if (!names->count)
		return;
	qsort(names->items, names->count, sizeof *names->items, by_short);
	for (i = 0; i < names->count; i = end) {
		for (end = i + 1; end < names->count && by_short(&names->items[i], &names->items[end]) == 0; end++)
			;
		for (j = i; end - i > 1 && j < end; j++) {
			free(names->items[j].shortened);
			names->items[j].shortened = NULL;
		}
	}
	qsort(names->items, names->count, sizeof *names->items, by_name);
}

const char *short_names_find(const struct short_names *names, const char *name)
{
	struct short_name key = { .name = (char *)(uintptr_t)name };
	const struct short_name *found =
		names->count ? bsearch(&key, names->items, names->count, sizeof *names->items, by_name) : NULL;

	return found && found->shortened ? found->shortened : name;
}

void short_names_free(struct short_names *names)
{
	size_t i;

	for (i = 0; i < names->count; i++) {
		free(names->items[i].name);
		free(names->items[i].shortened);
	}
	free(names->items);
	memset(names, 0, sizeof *names);
}
