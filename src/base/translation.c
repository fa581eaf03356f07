/*
 * The sentences of the program in the user's language.  The catalogues are
 * gettext's (.mo, made by msgfmt), and so are the rules by which the language
 * is chosen; but the C library's gettext translates only where a locale of that
 * language was generated on the machine, which over SSH it often was not.  So
 * they are read here.  A catalogue is taken to be in UTF-8, as po/ is.
 */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/lib.h"
#include "base/plural.h"

#define MAGIC 0x950412deU
#define MAGIC_TURNED 0xde120495U
/* Magic, revision, number of sentences, where the table of sentences and that of translations begin. */
#define HEADER_WORDS 5

/* The one catalogue of the process, mapped for as long as it runs. */
static struct {
	const char *bytes; /* NULL: none, the sentences stay as they are */
	size_t size;
	bool turned; /* written in the other order of bytes */
	size_t count, texts, translations;
	const char *plural; /* the expression, within the header; NULL: as in English */
} catalogue;

static size_t word_at(size_t offset)
{
	uint32_t word;

	memcpy(&word, catalogue.bytes + offset, sizeof word);
	return catalogue.turned ? __builtin_bswap32(word) : word;
}

/* An entry of one of the two tables; NULL where the catalogue is not whole there.  Its NUL is not counted. */
static const char *string_at(size_t table, size_t i, size_t *length)
{
	size_t entry = table + 8 * i, start = word_at(entry + 4);

	*length = word_at(entry);
	if (start >= catalogue.size || *length >= catalogue.size - start || catalogue.bytes[start + *length] != '\0')
		return NULL;
	return catalogue.bytes + start;
}

/* The translation, all plural forms of it, each ended by NUL; NULL: there is none. */
static const char *find(const char *text, size_t *length)
{
	size_t low = 0, high = catalogue.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *here = string_at(catalogue.texts, middle, length);
		int order = here ? strcmp(text, here) : -1;

		if (order == 0)
			return string_at(catalogue.translations, middle, length);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool table_fits(size_t table)
{
	return table <= catalogue.size && catalogue.count <= (catalogue.size - table) / 8;
}

static bool take_in(const char *bytes, size_t size)
{
	const char *header;
	size_t length;

	catalogue.bytes = bytes;
	catalogue.size = size;
	catalogue.turned = false;
	catalogue.turned = word_at(0) == MAGIC_TURNED;
	catalogue.count = word_at(8);
	catalogue.texts = word_at(12);
	catalogue.translations = word_at(16);
	if (word_at(0) != MAGIC || !table_fits(catalogue.texts) || !table_fits(catalogue.translations)) {
		catalogue.bytes = NULL;
		return false;
	}
	header = find("", &length);
	header = header ? strstr(header, "plural=") : NULL;
	catalogue.plural = header ? header + strlen("plural=") : NULL;
	return true;
}

static bool read_catalogue(const char *path)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	void *bytes = MAP_FAILED;
	struct stat status;
	bool ok = false;

	if (file < 0)
		return false;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) &&
		status.st_size >= (off_t)(HEADER_WORDS * sizeof(uint32_t)) && status.st_size < INT32_MAX)
		bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	close(file);
	if (bytes != MAP_FAILED) {
		ok = take_in(bytes, (size_t)status.st_size);
		if (!ok)
			munmap(bytes, (size_t)status.st_size);
	}
	return ok;
}

/* The catalogue of "fr_CA.UTF-8@euro": fr_CA's, else fr's.  True: the search ends, also where it is no translation that is asked for. */
static bool settle_on(const char *folder, const char *program, const char *locale)
{
	char *language = xstrndup(locale, strcspn(locale, ".@")), *path;
	bool settled = false;
	int turn;

	if (strchr(language, '/'))
		*language = '\0';
	for (turn = 0; turn < 2 && *language && !settled; turn++) {
		/* The sentences in the sources are English. */
		settled = strcmp(language, "C") == 0 || strcmp(language, "POSIX") == 0 || strcmp(language, "en") == 0;
		path = xasprintf("%s/%s/LC_MESSAGES/%s.mo", folder, language, program);
		settled = settled || read_catalogue(path);
		free(path);
		language[strcspn(language, "_")] = '\0';
	}
	free(language);
	return settled;
}

static const char *code; /* of the language, once it was asked for */

void translation_open(const char *folder, const char *program)
{
	static const char *const variables[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	const char *locale = "", *languages = getenv("LANGUAGE"), *next;
	size_t i;

	code = NULL;
	for (i = 0; i < sizeof variables / sizeof variables[0] && !*locale; i++)
		locale = getenv(variables[i]) ? getenv(variables[i]) : "";
	/* Who says C wants what a script can read, whatever LANGUAGE says. */
	if (strcmp(locale, "C") == 0 || strcmp(locale, "POSIX") == 0)
		return;
	if (!languages || !*languages)
		languages = locale;
	for (; *languages; languages = next + (*next == ':')) {
		char *language;
		bool settled;

		next = languages + strcspn(languages, ":");
		language = xstrndup(languages, (size_t)(next - languages));
		settled = settle_on(folder, program, language);
		free(language);
		if (settled)
			return;
	}
}

const char *translation_of(const char *text)
{
	size_t length;
	const char *found = catalogue.bytes && *text ? find(text, &length) : NULL;

	return found && *found ? found : text;
}

const char *translation_of_count(const char *one, const char *many, unsigned long number)
{
	size_t length;
	const char *found = catalogue.bytes ? find(one, &length) : NULL, *end;
	unsigned long form;

	if (!found || !*found)
		return number == 1 ? one : many;
	if (!catalogue.plural || !plural_form(catalogue.plural, number, &form))
		form = number != 1;
	for (end = found + length; form > 0; form--) {
		const char *after = found + strlen(found) + 1;

		if (after > end)
			break;
		found = after;
	}
	return found;
}

const char *environment_language(void)
{
	if (!code)
		/* TRANSLATORS: the code of your language: "fr" */
		code = strcmp(_("en"), "fr") == 0 ? "fr" : "en";
	return code;
}
