/*
 * Controls, requirements and themes by their numbers as people and spreadsheets write them: "5.1", "A 5.1",
 * "A.5.1 Policies for information security", "5.1 - Policies", "ISO 27002:2022 5.1", "Clause 6.1.3 d)".
 * Without a year the SoA's catalogue is meant.
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/lists.h"
#include "exchange/numbered.h"

/* A text taken apart. */
struct number {
	char *year;    /* of the edition that is named; NULL: none */
	char *letters; /* before the digits, "A"; "": none */
	char *digits;  /* "6.1.3.d" */
	char *title;   /* what follows; "": nothing */
};

static void number_free(struct number *number)
{
	free(number->year);
	free(number->letters);
	free(number->digits);
	free(number->title);
}

/* Words before a number that say what it is the number of. */
static bool is_said_before(const struct register_def *target, const char *word)
{
	static const char *const words[] = { "iso", "iec", "iso/iec", "nf", "en", "annex", "annexe", "controle",
		"mesure", "clause", "article", "exigence", "chapitre", "section", "no", "n\xc2\xb0", "\xc2\xa7", "de",
		"la", "norme", "standard", "ref", NULL };
	size_t i;

	for (i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return true;
	return strcmp(word, target->name) == 0;
}

/* "27001", "iso27002:2022": of a standard, and its year. */
static bool is_standard(const char *word, char **year)
{
	const char *at = word;

	if (strncmp(at, "iso/iec", 7) == 0)
		at += 7;
	else if (strncmp(at, "iso", 3) == 0)
		at += 3;
	at += strspn(at, "-");
	if (strncmp(at, "27001", 5) != 0 && strncmp(at, "27002", 5) != 0)
		return false;
	at += 5;
	if ((*at == ':' || *at == '-') && strlen(at) == 5 && strspn(at + 1, "0123456789") == 4) {
		free(*year);
		*year = xstrdup(at + 1);
		at += 5;
	}
	return *at == '\0' || strcmp(at, ":") == 0;
}

/* "27001:A.5.1", "ISO 27001:2022-A.5.1": how much of the word names the standard before the number; 0: nothing does. */
static size_t glued_standard(const char *text, char **year)
{
	size_t length;

	for (length = strcspn(text, " \t"); length; length--) {
		char *word, *folded;
		bool is;

		if (!strchr("-:", text[length - 1]) || !isalnum((unsigned char)text[length]) ||
			(strspn(text + length, "0123456789") == 4 && !strchr(".", text[length + 4])))
			continue;
		word = xstrndup(text, length - 1);
		folded = text_fold_typed(word);
		is = is_standard(folded, year);
		free(word);
		free(folded);
		if (is)
			return length;
	}
	return 0;
}

static const char *after_words(const struct register_def *target, const char *text, struct number *number)
{
	text += strspn(text, "([ ");
	text += strncmp(text, "\xc2\xa7", 2) == 0 ? 2 + strspn(text + 2, " ") : 0;
	for (;;) {
		size_t length = strcspn(text, " \t");
		char *word = xstrndup(text, length), *folded = text_fold_typed(word);
		bool said = text[length] && (is_said_before(target, folded) || is_standard(folded, &number->year));

		free(word);
		free(folded);
		if (!said)
			return text + glued_standard(text, &number->year);
		/* "ISO 27001:2022 - A.5.1", "Annex A, 5.1" */
		text += length + strspn(text + length, " \t-:");
	}
}

static bool take_apart(const struct register_def *target, const char *text, struct number *number)
{
	struct buffer digits = { 0 };
	const char *at = after_words(target, text, number);
	size_t letters = 0, length;
	enum number_sign sign;
	bool parted = false;

	while (letters < 3 && isalpha((unsigned char)at[letters]))
		letters++;
	number->letters = xstrndup(at, letters);
	at += letters;
	if (letters)
		at += strspn(at, ". -");
	while (isdigit((unsigned char)*at)) {
		/* "A.5.01" */
		at += (digits.length || letters) && *at == '0' && isdigit((unsigned char)at[1]) ? 1 : 0;
		length = strspn(at, "0123456789");
		buffer_add_bytes(&digits, at, length);
		at += length;
		if (*at != '.' || !isdigit((unsigned char)at[1]))
			break;
		buffer_add_char(&digits, *at++);
		parted = true;
	}
	number->digits = buffer_take(&digits);
	/* The item of a clause: "6.1.3 d)", "6.1.3.d", "6.1.3 (d)", and as reports write it, "6.1.3.d Its title". */
	length = strspn(at, " .(");
	if (isalpha((unsigned char)at[length]) && (!at[length + 1] || strcmp(at + length + 1, ")") == 0 ||
							  (length == 1 && at[0] == '.' && at[2] == ' '))) {
		char *item = xasprintf("%s.%c", number->digits, tolower((unsigned char)at[length]));

		free(number->digits);
		number->digits = item;
		at += length + 1 + (at[length + 1] != '\0');
	}
	if (*at && !strchr(" \t-:.)(]\xe2", *at))
		return false;
	at += *at == ']';
	/* "-", dashes, a colon between the number and the title. */
	while (*at && strchr(" \t-:.)", *at))
		at++;
	while (strncmp(at, "\xe2\x80\x93", 3) == 0 || strncmp(at, "\xe2\x80\x94", 3) == 0)
		at += 3 + strspn(at + 3, " \t");
	number->title = xstrdup(at);
	/* Behind a number stands its title and not another number: of "A.5.1 A.5.2" neither alone is meant. */
	at += strspn(at, "&+/,.> \t");
	at = numbered_after_sign(at, &sign);
	if (numbered_length(at) || (*at && at[strspn(at, "0123456789 ")] == '\0'))
		return false;
	at = number->title;
	/* A number alone may be a clause; one with words behind it needs a point not to be "5 laptops". */
	return *number->digits && (parted || !*at);
}

static char *try_ref(struct store *store, const struct register_def *target, const struct number *number,
	const char *letters, const char *digits)
{
	const struct register_def *def = NULL;
	char *ref = xasprintf("%s%s%s%s%s", number->year ? number->year : "", number->year ? ":" : "", letters,
		     *letters ? "." : "", digits),
	     *whole;
	int64_t id = store_find(store, ref, &def);

	whole = id && def == target ? store_ref(store, id) : NULL;
	free(ref);
	return whole;
}

/* The ref of that number of the target; NULL: there is none. */
static char *find_number(
	struct store *store, const struct register_def *target, const struct number *number, const char *digits)
{
	char *ref, *capital;

	if (!*number->letters) {
		ref = try_ref(store, target, number, "", digits);
		return ref ? ref : try_ref(store, target, number, "A", digits);
	}
	capital = xstrdup(number->letters);
	for (ref = capital; *ref; ref++)
		*ref = (char)toupper((unsigned char)*ref);
	ref = try_ref(store, target, number, capital, digits);
	free(capital);
	return ref;
}

/* Whether two titles have a word of some length in common. */
static bool titles_agree(const char *given, const char *title)
{
	char *a = text_fold_typed(given), *b = title ? text_fold_typed(title) : xstrdup(""), *word, *rest = NULL;
	bool agree = false;

	for (word = strtok_r(a, " \t,;:.'-/()", &rest); word && !agree; word = strtok_r(NULL, " \t,;:.'-/()", &rest))
		agree = strlen(word) > 3 && strstr(b, word);
	free(a);
	free(b);
	return agree;
}

/* The words behind the number are not those of the record: perhaps another edition is meant. */
static void compare_titles(
	struct store *store, const char *ref, const char *text, const char *title, struct strings *said)
{
	struct record *record = said && *title ? store_record_by_ref(store, ref, NULL) : NULL;

	if (record && !titles_agree(title, record_get(record, "title")) &&
		!titles_agree(title, record_get(record, "title_fr"))) {
		char *shown = text_printable(text, false);

		/* TRANSLATORS: what a table says; a ref, the title of its record */
		strings_take(said, xasprintf(_("\"%s\" was taken for %s %s; its words are others."), shown, ref,
					   record_title(record, environment_language())));
		free(shown);
	}
	record_free(record);
}

/* The ref of the number that is 5.10 where this one is 5.1, and *longer, that number; NULL: there is none. */
static char *find_longer(
	struct store *store, const struct register_def *target, const struct number *number, char **longer)
{
	const char *point = strrchr(number->digits, '.');
	char *ref;

	*longer = NULL;
	/* A spreadsheet takes one point and digits alone for a number. */
	if (*number->letters || *number->title || number->year || !point || strchr(number->digits, '.') != point ||
		!isdigit((unsigned char)point[1]) || point[2])
		return NULL;
	*longer = xasprintf("%s0", number->digits);
	ref = find_number(store, target, number, *longer);
	if (!ref) {
		free(*longer);
		*longer = NULL;
	}
	return ref;
}

/*
 * For a spreadsheet 5.10 is the number 5.1.  A cell that is a number may be either; a text may
 * have been cut by the program that wrote the table.  False: refused.
 */
static bool check_cut(struct store *store, const struct field_def *field, const struct number *number, const char *ref,
	const struct resolving *how, struct error *error)
{
	char *longer, *other;
	bool ok = true;

	if (!how || !how->cell || how->zeros)
		return true;
	other = find_longer(store, register_find(field->target), number, &longer);
	if (other && how->number)
		ok = error_set_field(error, ERROR_INVALID, field->name,
			/* TRANSLATORS: a field; 5.1; 5.10; the refs of 5.1 and of 5.10 */
			_("%s: the spreadsheet has the number %s, which may have been %s before it was cut; write %s or %s as text."),
			_(field->label), number->digits, longer, ref, other);
	else if (other && how->said)
		strings_take(how->said, xasprintf(_("%s was taken for %s; if a spreadsheet cut it from %s, write %s."),
						number->digits, ref, longer, other));
	free(longer);
	free(other);
	return ok;
}

/* "Policies for information security (A.5.1)" is "A.5.1 Policies ..."; "5,1" is 5.1 as a French spreadsheet has it.  NULL: it is neither.  The caller frees. */
static char *turned_round(const char *text)
{
	size_t length = strlen(text), whole = strspn(text, "0123456789");
	const char *open = strrchr(text, '(');

	if (whole && whole < 3 && text[whole] == ',' && isdigit((unsigned char)text[whole + 1]) &&
		whole + 1 + strspn(text + whole + 1, "0123456789") == length && length < 6)
		return xasprintf("%.*s.%s", (int)whole, text, text + whole + 1);
	if (!open || open == text || text[length - 1] != ')' ||
		numbered_length(open + 1) != (size_t)(text + length - 1 - (open + 1)))
		return NULL;
	return xasprintf("%.*s %.*s", (int)(text + length - 1 - (open + 1)), open + 1, (int)(open - text), text);
}

bool numbered_has_title(struct store *store, const char *ref, const char *words, bool whole)
{
	struct record *record = store_record_by_ref(store, ref, NULL);
	static const char *const titles[] = { "title", "title_fr" };
	char *folded = text_fold_typed(words);
	bool has = false;
	size_t i;

	for (i = 0; record && i < 2 && !has; i++) {
		const char *value = record_get(record, titles[i]);
		char *title = value ? text_fold_typed(value) : xstrdup("");

		has = whole ? strcmp(title, folded) == 0 : strstr(title, folded) != NULL;
		free(title);
	}
	record_free(record);
	free(folded);
	return has;
}

/* Whether the number of another record stands in the words behind one: "A.5.1 or A.5.3", "A.5.1 (see A.5.3)". */
static bool names_another(
	struct store *store, const struct register_def *target, const char *ref, const struct number *number)
{
	const char *at;
	bool another = false;

	for (at = number->title; *at && !another; at++) {
		size_t length = at > number->title && (isalnum((unsigned char)at[-1]) || at[-1] == '.')
					? 0
					: numbered_length(at);
		char *text = length ? xstrndup(at, length) : NULL, *other = NULL;
		struct number behind = { 0 };

		if (text && take_apart(target, text, &behind))
			other = find_number(store, target, &behind, behind.digits);
		another = other && strcmp(other, ref) != 0;
		number_free(&behind);
		free(other);
		free(text);
	}
	return another && !numbered_has_title(store, ref, number->title, true);
}

char *numbered_longer(struct store *store, const struct register_def *target, const char *text)
{
	struct number number = { 0 };
	char *longer = NULL, *ref = numbered_register(target) && take_apart(target, text, &number)
					    ? find_longer(store, target, &number, &longer)
					    : NULL;

	free(longer);
	number_free(&number);
	return ref;
}

bool numbered_register(const struct register_def *def)
{
	return register_field(def, "catalogue") && register_field(def, "number") && register_title(def);
}

char *numbered_find(struct store *store, const struct field_def *field, const char *text, const struct resolving *how,
	struct error *error)
{
	const struct register_def *target = register_find(field->target);
	struct number number = { 0 };
	char *ref = NULL, *turned = numbered_register(target) ? turned_round(text) : NULL;

	if (numbered_register(target) && take_apart(target, turned ? turned : text, &number))
		ref = find_number(store, target, &number, number.digits);
	free(turned);
	if (ref && ((names_another(store, target, ref, &number) && !list_refuse_several(field, text, error)) ||
			   !check_cut(store, field, &number, ref, how, error))) {
		free(ref);
		ref = NULL;
	}
	if (ref)
		compare_titles(store, ref, text, number.title, how ? how->said : NULL);
	number_free(&number);
	return ref;
}

bool numbered_is(const struct register_def *target, const char *text)
{
	struct number number = { 0 };
	bool is = numbered_register(target) && take_apart(target, text, &number);

	number_free(&number);
	return is;
}

bool numbered_shows_zero(const struct register_def *target, const char *text)
{
	struct number number = { 0 };
	bool shows = strchr(text, '0') && numbered_register(target) && take_apart(target, text, &number) &&
		     strchr(number.digits, '.') && number.digits[strlen(number.digits) - 1] == '0';

	number_free(&number);
	return shows;
}
