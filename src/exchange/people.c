/*
 * People as tables and mail programs write them: with a courtesy before the name, a function behind it, an
 * address for mail, an account.  Each is one person, and must not become another one of a longer name.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/people.h"

/* Without blanks, quotation marks and signs at either end.  The caller frees. */
static char *trimmed(const char *text, size_t length)
{
	static const char around[] = " \t\n\"',;:";

	while (length && strchr(around, *text)) {
		text++;
		length--;
	}
	while (length && strchr(around, text[length - 1]))
		length--;
	return length ? xstrndup(text, length) : NULL;
}

static size_t words(const char *text)
{
	size_t count = 0;

	while (text && *(text += strspn(text, " \t\n"))) {
		count++;
		text += strcspn(text, " \t\n");
	}
	return count;
}

/* The address within the text, and the text without it: "Roy, Jeanne <jeanne.roy@example.org>". */
static char *take_mail(char *text)
{
	static const char bounds[] = " \t\n<>()[],;\"";
	char *at = strchr(text, '@'), *start = at, *end = at, *mail;

	if (!at)
		return NULL;
	while (start > text && !strchr(bounds, start[-1]))
		start--;
	end += strcspn(at, bounds);
	if (start == at || end < at + 3 || !memchr(at, '.', (size_t)(end - at)))
		return NULL;
	mail = xstrndup(start, (size_t)(end - start));
	if (strncasecmp(mail, "mailto:", 7) == 0)
		memmove(mail, mail + 7, strlen(mail + 7) + 1);
	while (start > text && strchr("<([", start[-1]))
		start--;
	end += *end && strchr(">)]", *end) ? 1 : 0;
	memset(start, ' ', (size_t)(end - start));
	return mail;
}

/* What is said before a name: the rest must be a name and a family name. */
static const char *after_courtesy(const char *text)
{
	static const char *const words_before[] = { "m", "mr", "mrs", "ms", "miss", "mme", "mlle", "dr", "pr", "prof",
		"monsieur", "madame", "mademoiselle", "docteur" };
	size_t length = strcspn(text, " ."), i;
	const char *rest = text + length;

	rest += *rest == '.';
	rest += strspn(rest, " ");
	for (i = 0; i < sizeof words_before / sizeof words_before[0]; i++)
		if (strlen(words_before[i]) == length && strncasecmp(text, words_before[i], length) == 0)
			return words(rest) > 1 ? rest : text;
	return text;
}

/* "Jeanne Roy (RSSI)": what stands in brackets behind a name and a family name. */
static char *take_function(char *name)
{
	size_t length = strlen(name);
	char *open = strrchr(name, '('), *function, *before;

	if (!open || !length || name[length - 1] != ')' || open == name)
		return NULL;
	before = trimmed(name, (size_t)(open - name));
	function = before && words(before) > 1 ? trimmed(open + 1, strlen(open + 1) - 1) : NULL;
	if (function)
		*open = '\0';
	free(before);
	return function;
}

void person_take_apart(const char *text, struct written_person *person)
{
	char *copy = xstrdup(text), *name;

	memset(person, 0, sizeof *person);
	person->mail = take_mail(copy);
	name = trimmed(copy, strlen(copy));
	if (name) {
		person->function = take_function(name);
		person->name = trimmed(after_courtesy(name), strlen(after_courtesy(name)));
	}
	free(name);
	free(copy);
}

void written_person_free(struct written_person *person)
{
	free(person->name);
	free(person->function);
	free(person->mail);
	memset(person, 0, sizeof *person);
}

bool person_may_be(const char *text)
{
	for (; *text; text++)
		if (isalpha((unsigned char)*text) || (unsigned char)*text >= 0xc3)
			return true;
	return false;
}

struct sought {
	const char *text;
	int64_t id;
};

static bool compare(void *user, const struct row *row)
{
	struct sought *sought = user;
	const char *value = row->cells[0].value;

	if (value && strcasecmp(value, sought->text) == 0)
		sought->id = sought->id && sought->id != row->id ? -1 : row->id;
	return true;
}

/* By mail or login, in any case of letters. */
static int64_t find_by(struct store *store, const struct register_def *people, const char *field, const char *text)
{
	struct sought sought = { text, 0 };
	struct query *query = query_new(people);

	if (!store_each_value(store, query, &field, 1, compare, &sought, NULL))
		sought.id = 0;
	query_free(query);
	return sought.id;
}

/* "Jeanne Roy - RSSI", "Jeanne Roy, RSSI": where what stands before is somebody. */
static int64_t find_before(struct store *store, const struct register_def *people, const char *text)
{
	static const char *const signs[] = { " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", "," };
	int64_t id = 0;
	size_t i;

	for (i = 0; i < sizeof signs / sizeof signs[0] && !id; i++) {
		const char *sign = strstr(text, signs[i]);
		char *before = sign ? trimmed(text, (size_t)(sign - text)) : NULL;

		/* "Jeanne Roy, Karim Benali" are two. */
		if (words(before) > 1 && words(sign + strlen(signs[i])) == 1)
			id = store_find_name(store, people, before);
		free(before);
	}
	return id;
}

/* Of whom a letter and the name is written, as lists show people: "J. Roy". */
struct shortened {
	const char *letter; /* folded, with what stands behind the blank */
	size_t length;
	const char *rest;
	char *name; /* the one that it may be */
	bool several;
};

static bool take_shortened(void *user, const char *title)
{
	struct shortened *shortened = user;
	char *folded = text_fold_typed(title);
	const char *blank = strchr(folded, ' ');

	if (blank && strncmp(folded, shortened->letter, shortened->length) == 0 &&
		strcmp(blank + 1, shortened->rest) == 0) {
		shortened->several = shortened->several || (shortened->name && strcmp(shortened->name, title) != 0);
		if (!shortened->name)
			shortened->name = xstrdup(title);
	}
	free(folded);
	return true;
}

/* The only one whose name begins with the letter and ends with the rest; 0: it is no such text, or there is nobody; below 0: several. */
static int64_t find_shortened(struct store *store, const struct register_def *people, const char *text)
{
	char *folded = text_fold_typed(text);
	const char *point = strchr(folded, '.'), *rest = point ? point + 1 + strspn(point + 1, " ") : NULL;
	struct shortened shortened = { folded, point ? (size_t)(point - folded) : 0, rest, NULL, false };
	int64_t id = 0;

	if (point && point > folded && *rest && !strpbrk(rest, ".@") &&
		(point == folded + 1 || (folded[0] & 0x80 && point <= folded + 4)) &&
		store_each_title(store, people, take_shortened, &shortened, NULL) && shortened.name)
		id = shortened.several ? -1 : store_find_name(store, people, shortened.name);
	free(shortened.name);
	free(folded);
	return id;
}

int64_t person_find(struct store *store, const struct register_def *people, const char *text)
{
	struct written_person person;
	int64_t id = 0;

	person_take_apart(text, &person);
	if (person.mail)
		id = find_by(store, people, "mail", person.mail);
	if (!id && person.name && strcmp(person.name, text) != 0)
		id = store_find_name(store, people, person.name);
	if (!id && person.name)
		id = find_before(store, people, person.name);
	if (!id && !person.mail && words(text) == 1) {
		const char *account = strrchr(text, '\\');

		id = find_by(store, people, "login", account ? account + 1 : text);
	}
	if (!id && !person.mail)
		id = find_shortened(store, people, text);
	written_person_free(&person);
	return id;
}
