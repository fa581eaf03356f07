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

/* A catalogue, mapped for as long as the program runs. */
struct catalogue {
	const char *bytes; /* NULL: none, the sentences stay as they are */
	size_t size;
	bool turned; /* written in the other order of bytes */
	size_t count, texts, translations;
	const char *plural; /* the expression, within the header; NULL: as in English */
};

/* That of the user's language, and that of another once it was asked for. */
static struct catalogue catalogue, second;
static char *catalogues_folder, *catalogues_name;

static size_t word_at(const struct catalogue *in, size_t offset)
{
	uint32_t word;

	memcpy(&word, in->bytes + offset, sizeof word);
	return in->turned ? __builtin_bswap32(word) : word;
}

/* An entry of one of the two tables; NULL where the catalogue is not whole there.  Its NUL is not counted. */
static const char *string_at(const struct catalogue *in, size_t table, size_t i, size_t *length)
{
	size_t entry = table + 8 * i, start = word_at(in, entry + 4);

	*length = word_at(in, entry);
	if (start >= in->size || *length >= in->size - start || in->bytes[start + *length] != '\0')
		return NULL;
	return in->bytes + start;
}

/* The translation, all plural forms of it, each ended by NUL; NULL: there is none. */
static const char *find(const struct catalogue *in, const char *text, size_t *length)
{
	size_t low = 0, high = in->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const char *here = string_at(in, in->texts, middle, length);
		int order = here ? strcmp(text, here) : -1;

		if (order == 0)
			return string_at(in, in->translations, middle, length);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}

static bool table_fits(const struct catalogue *in, size_t table)
{
	return table <= in->size && in->count <= (in->size - table) / 8;
}

static bool take_in(struct catalogue *in, const char *bytes, size_t size)
{
	const char *header;
	size_t length;

	in->bytes = bytes;
	in->size = size;
	in->turned = false;
	in->turned = word_at(in, 0) == MAGIC_TURNED;
	in->count = word_at(in, 8);
	in->texts = word_at(in, 12);
	in->translations = word_at(in, 16);
	if (word_at(in, 0) != MAGIC || !table_fits(in, in->texts) || !table_fits(in, in->translations)) {
		in->bytes = NULL;
		return false;
	}
	header = find(in, "", &length);
	header = header ? strstr(header, "plural=") : NULL;
	in->plural = header ? header + strlen("plural=") : NULL;
	return true;
}

static bool read_catalogue(struct catalogue *in, const char *path)
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
		ok = take_in(in, bytes, (size_t)status.st_size);
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
		settled = settled || read_catalogue(&catalogue, path);
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
	free(catalogues_folder);
	free(catalogues_name);
	catalogues_folder = xstrdup(folder);
	catalogues_name = xstrdup(program);
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
	const char *found = catalogue.bytes && *text ? find(&catalogue, text, &length) : NULL;

	return found && *found ? found : text;
}

/* What is searched in both languages is rare: the second one is opened when somebody asks. */
static const struct catalogue *catalogue_in(const char *language)
{
	static bool tried;
	char *path;

	if (strcmp(environment_language(), language) == 0)
		return &catalogue;
	if (!tried && catalogues_folder) {
		tried = true;
		path = xasprintf("%s/%s/LC_MESSAGES/%s.mo", catalogues_folder, language, catalogues_name);
		read_catalogue(&second, path);
		free(path);
	}
	return &second;
}

const char *translation_in(const char *language, const char *text)
{
	const struct catalogue *in = strcmp(language, "en") == 0 || !*text ? NULL : catalogue_in(language);
	size_t length;
	const char *found = in && in->bytes ? find(in, text, &length) : NULL;

	return found && *found ? found : text;
}

const char *translation_of_count(const char *one, const char *many, unsigned long number)
{
	size_t length;
	const char *found = catalogue.bytes ? find(&catalogue, one, &length) : NULL, *end;
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
