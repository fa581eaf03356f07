/*
 * People as tables and mail programs write them: with a courtesy before the name, a function behind it, an
 * address for mail, an account.  Each is one person, and must not become another one of a longer name.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/heading_says.h"
#include "exchange/lists.h"
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

/* What is said before a name: the rest must have as many words. */
static const char *after_courtesy_of(const char *text, size_t least)
{
	static const char *const words_before[] = { "m", "mr", "mrs", "ms", "miss", "mme", "mlle", "dr", "pr", "prof",
		"monsieur", "madame", "mademoiselle", "docteur" };
	size_t length = strcspn(text, " ."), i;
	const char *rest = text + length;

	rest += *rest == '.';
	rest += strspn(rest, " ");
	for (i = 0; i < sizeof words_before / sizeof words_before[0]; i++)
		if (strlen(words_before[i]) == length && strncasecmp(text, words_before[i], length) == 0)
			return words(rest) >= least ? rest : text;
	return text;
}

const char *person_bare(const char *text)
{
	return after_courtesy_of(text, 2);
}

const char *person_after_courtesy(const char *text)
{
	return after_courtesy_of(text, 1);
}

/* What people do, as it begins behind a name; folded. */
static const char functions[] =
	"directeur|directrice|director|responsable|chef|cheffe|manager|head|chief|officer|administrateur|administratrice|"
	"administrator|ingenieur|ingenieure|engineer|consultant|consultante|auditeur|auditrice|auditor|president|presidente|"
	"gerant|gerante|technicien|technicienne|technician|juriste|comptable|accountant|assistant|assistante|architecte|"
	"architect|developpeur|developpeuse|developer|analyste|analyst|coordinateur|coordinatrice|coordinator|delegue|"
	"deleguee|referent|referente|secretaire|secretary";
/* As it ends: "IT manager". */
static const char functions_last[] =
	"manager|officer|director|engineer|auditor|administrator|consultant|technician|analyst|architect|developer|"
	"assistant|coordinator";
/* In letters, which teams are called as well. */
static const char functions_short[] =
	"dsi|rssi|dpo|dpd|ciso|cio|cto|ceo|cfo|coo|cso|cro|daf|drh|dg|dga|pdg|rsi|rh|hr|it|si|qse|qhse|ssi";
/* What many work in, and nobody is called. */
static const char groups[] =
	"pole|service|services|equipe|team|direction|departement|department|cellule|comite|committee|groupe|group|unit|"
	"unite|division|bureau|office|support|projet|projets|project|projects|agence|site|societe|generale|general|adjoint|"
	"adjointe|deputy|production|exploitation|securite|security|informatique|achats|qualite|quality";

bool person_is_office(const char *name)
{
	char *folded = heading_fold(name);
	bool is = heading_has(folded, functions) || heading_has(folded, functions_short) || heading_has(folded, groups);

	free(folded);
	return is;
}

/* Whether the text begins, or ends, as what people do; short: or is that in letters. */
static bool is_function(const char *text, bool short_too)
{
	char *folded = heading_fold(text), *last = strrchr(folded, ' '),
	     *first = xstrndup(folded, strcspn(folded, " "));
	bool is = heading_has(first, functions) || (last && heading_has(last + 1, functions_last)) ||
		  (short_too && heading_has(first, functions_short));

	free(first);
	free(folded);
	return is;
}

/*
 * "M. Karim Benali, DSI", "Karim Benali - Head of IT": what people do, behind a name and a family name.  Letters alone
 * may say whose team it is, "Projects - DSI", but behind a comma or where somebody is addressed.
 */
static char *take_function_behind(char *name)
{
	static const char *const signs[] = { " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", "," };
	bool addressed = person_bare(name) != name;
	size_t i;

	for (i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		char *sign = strstr(name, signs[i]), *behind, *before;
		bool is;

		if (!sign || strstr(sign + 1, signs[i]))
			continue;
		behind = trimmed(sign + strlen(signs[i]), strlen(sign + strlen(signs[i])));
		before = trimmed(name, (size_t)(sign - name));
		is = behind && before && words(before) > 1 && !strpbrk(name, "0123456789;|/&+") &&
		     !person_is_office(before) && is_function(behind, addressed || *sign == ',');
		free(before);
		if (is) {
			*sign = '\0';
			return behind;
		}
		free(behind);
	}
	return NULL;
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
		if (!person->function)
			person->function = take_function_behind(name);
		person->name = trimmed(person_bare(name), strlen(person_bare(name)));
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

bool person_has_function(const char *text)
{
	struct written_person person;
	bool has;

	person_take_apart(text, &person);
	has = person.function != NULL;
	written_person_free(&person);
	return has;
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

/* The words of a name as they are compared, without points. */
static void name_words(const char *text, struct strings *words)
{
	char *folded = text_fold_typed(text), *rest = folded, *word;

	while ((word = strsep(&rest, " .,\t\n")))
		if (*word)
			strings_add(words, word);
	free(folded);
}

/* One letter, which may be of several bytes. */
static bool is_letter(const char *word)
{
	size_t length = 1;

	if (!isalpha((unsigned char)*word) && (unsigned char)*word < 0xc3)
		return false;
	while (((unsigned char)word[length] & 0xc0) == 0x80)
		length++;
	return !word[length];
}

/* The place of the only letter among the words; their count: it is no name with one initial. */
static size_t initial_among(const struct strings *words)
{
	size_t i, at = words->count;

	for (i = 0; i < words->count; i++)
		if (is_letter(words->items[i])) {
			if (at < words->count)
				return words->count;
			at = i;
		}
	return words->count > 1 ? at : words->count;
}

bool person_has_initial(const char *text)
{
	struct strings words = { 0 };
	bool has = false;

	if (!strpbrk(text, "@;|/&+0123456789")) {
		name_words(text, &words);
		has = initial_among(&words) < words.count;
	}
	strings_free(&words);
	return has;
}

/* Of whom one name is written as a letter, wherever that stands: "J. Roy", "Roy J.", "Jeanne R.". */
struct shortened {
	struct strings words;
	size_t initial; /* place among them */
	char *name;     /* the one that it may be */
	bool several;
};

/* Whether the name is what was written where the word at `left` is what the letter stands for. */
static bool is_it_with(const struct shortened *shortened, const struct strings *name, size_t left)
{
	const char *letter = shortened->words.items[shortened->initial];
	size_t i, at = 0;

	if (strncmp(name->items[left], letter, strlen(letter)) != 0)
		return false;
	for (i = 0; i < name->count; i++) {
		if (i == left)
			continue;
		at += at == shortened->initial;
		if (strcmp(name->items[i], shortened->words.items[at++]) != 0)
			return false;
	}
	return true;
}

static bool take_shortened(void *user, const char *title)
{
	struct shortened *shortened = user;
	struct strings name = { 0 };
	bool is = false;
	size_t i;

	name_words(title, &name);
	for (i = 0; name.count == shortened->words.count && i < name.count && !is; i++)
		is = is_it_with(shortened, &name, i);
	strings_free(&name);
	if (!is)
		return true;
	shortened->several = shortened->several || (shortened->name && strcmp(shortened->name, title) != 0);
	if (!shortened->name)
		shortened->name = xstrdup(title);
	return true;
}

/* The only one whom a name with an initial fits; 0: it is no such text, or there is nobody; below 0: several. */
static int64_t find_shortened(struct store *store, const struct register_def *people, const char *text)
{
	struct shortened shortened = { .name = NULL };
	int64_t id = 0;

	if (!person_has_initial(text))
		return 0;
	name_words(text, &shortened.words);
	shortened.initial = initial_among(&shortened.words);
	if (store_each_title(store, people, take_shortened, &shortened, NULL) && shortened.name)
		id = shortened.several ? -1 : store_find_name(store, people, shortened.name);
	free(shortened.name);
	strings_free(&shortened.words);
	return id;
}

char *person_in_mail(const char *mail)
{
	size_t length = strcspn(mail, "@"), parts = 1, part = 0, longest = 0, i;
	char *name = xstrndup(mail, length);

	for (i = 0; i < length; i++) {
		char *letter = &name[i];

		if (*letter == '.' || *letter == '_') {
			*letter = ' ';
			parts += part > 0;
			part = 0;
		} else if (!isalpha((unsigned char)*letter) && *letter != '-') {
			break;
		} else {
			*letter = (char)(part && letter[-1] != '-' ? tolower((unsigned char)*letter)
								   : toupper((unsigned char)*letter));
			part++;
			longest = part > longest ? part : longest;
		}
	}
	if (i == length && parts > 1 && part && longest > 1 && !person_is_office(name))
		return name;
	free(name);
	return NULL;
}

/* "jo.roy@example.org" is Jo Roy, of whom the file has no address; 0: nobody, or somebody who has another one. */
static int64_t find_in_mail(struct store *store, const struct register_def *people, const char *mail)
{
	char *name = person_in_mail(mail);
	int64_t id = name ? store_find_name(store, people, name) : 0;
	struct record *record = NULL;

	if (name && !id)
		id = find_shortened(store, people, name);
	if (id > 0)
		record = store_record(store, id, NULL);
	if (record && record_get(record, "mail"))
		id = 0;
	record_free(record);
	free(name);
	return id;
}

bool person_is_guessed(struct store *store, const char *text, int64_t id)
{
	struct written_person person;
	struct record *record;
	bool is = person_has_initial(text);

	if (is || !strchr(text, '@'))
		return is;
	person_take_apart(text, &person);
	record = person.mail && !person.name ? store_record(store, id, NULL) : NULL;
	is = record && !record_get(record, "mail");
	record_free(record);
	written_person_free(&person);
	return is;
}

int64_t person_find(struct store *store, const struct register_def *people, const char *text)
{
	struct written_person person;
	int64_t id = 0;

	person_take_apart(text, &person);
	if (person.mail)
		id = find_by(store, people, "mail", person.mail);
	if (!id && person.mail && !person.name)
		id = find_in_mail(store, people, person.mail);
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

bool person_beside(struct store *store, const struct register_def *people, const char *text, int64_t id)
{
	const char *open = id ? strchr(text, '(') : text;
	char *copy = xstrdup(open ? open : ""), *rest = copy, *word;
	struct strings found = { 0 };
	bool is = false;
	size_t first, count, i;

	while ((word = strsep(&rest, " \t\n()[],;:")))
		if (*word)
			strings_add(&found, word);
	for (first = 0; first + 1 < found.count && !is; first++)
		for (count = 2; count < 5 && first + count <= found.count && !is; count++) {
			struct buffer name = { 0 };
			int64_t other;

			for (i = 0; i < count; i++)
				buffer_printf(&name, "%s%s", i ? " " : "", found.items[first + i]);
			other = store_find_name(store, people, name.data);
			is = other != 0 && other != id;
			buffer_free(&name);
		}
	strings_free(&found);
	free(copy);
	return is;
}

/* The length of a sign that parts names at the start of text; *list: it stands between several. */
static size_t parting(const char *text, bool *list)
{
	static const char *const around[] = { " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " : ", ": ", "(", ")", "[",
		"]", "@" };
	size_t i, length = list_sign(text, LIST_JOINED | LIST_PEOPLE | LIST_CHOSEN | LIST_PARTED);

	*list = *list || length;
	for (i = 0; i < sizeof around / sizeof around[0] && !length; i++)
		if (strncmp(text, around[i], strlen(around[i])) == 0)
			length = strlen(around[i]);
	return length;
}

void name_parts(const char *text, struct strings *parts, bool *list)
{
	const char *start = text, *at = text;

	*list = false;
	while (*start) {
		size_t length = *at ? parting(at, list) : 0;
		char *part;

		if (*at && !length) {
			at++;
			continue;
		}
		part = trimmed(start, (size_t)(at - start));
		if (part)
			strings_take(parts, part);
		at += length;
		start = at;
	}
}
