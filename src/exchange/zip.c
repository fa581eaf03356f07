/* ZIP by libzip, by its name when it is needed, with caps of our own: see zip.h. */
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/library.h"
#include "exchange/zip.h"

#define ENTRIES_MAX 10000
#define UNPACKED_MAX ((size_t)256 << 20)
/* A sheet is a tenth of its XML; what swells beyond this is made to. */
#define SWELLS_FROM ((size_t)1 << 20)
#define SWELLS_MOST 250
#define BLOCK ((size_t)1 << 16)

bool archive_is(const struct buffer *bytes)
{
	return bytes->length >= 4 && (memcmp(bytes->data, "PK\3\4", 4) == 0 || memcmp(bytes->data, "PK\5\6", 4) == 0);
}

#ifdef HAVE_ZIP
#include <zip.h>

struct archive {
	const char *name;
	zip_t *zip;
	size_t unpacked;
};

#ifdef ZIP_SONAME

/* Its functions, without the "zip_" that they begin with. */
/* clang-format off */
#define ZIP_FUNCTIONS(each) \
	each(discard) \
	each(fclose) \
	each(fopen_index) \
	each(fread) \
	each(get_name) \
	each(get_num_entries) \
	each(libzip_version) \
	each(open_from_source) \
	each(source_buffer_create) \
	each(source_free) \
	each(stat_index)
/* clang-format on */

#define ZIP_FUNCTION(name) __typeof__(&zip_##name) name;
static struct {
	ZIP_FUNCTIONS(ZIP_FUNCTION)
} loaded;

/* Each one's place. */
#define PLACE(name) { "zip_" #name, offsetof(__typeof__(loaded), name) },
static const struct library_function functions[] = { ZIP_FUNCTIONS(PLACE) };

static bool load(struct error *error)
{
	static void *library;

	return library_load(&library, ZIP_SONAME, functions, sizeof functions / sizeof functions[0], &loaded,
		/* TRANSLATORS: name of a library, and what the system says of it */
		_("The library %s, which reads spreadsheets, cannot be loaded: %s."), error);
}

#define zip_discard loaded.discard
#define zip_fclose loaded.fclose
#define zip_fopen_index loaded.fopen_index
#define zip_fread loaded.fread
#define zip_get_name loaded.get_name
#define zip_get_num_entries loaded.get_num_entries
#define zip_libzip_version loaded.libzip_version
#define zip_open_from_source loaded.open_from_source
#define zip_source_buffer_create loaded.source_buffer_create
#define zip_source_free loaded.source_free
#define zip_stat_index loaded.stat_index

#else

static bool load(struct error *error)
{
	(void)error;
	return true;
}

#endif

static bool damaged(const char *name, struct error *error)
{
	return error_set(error, ERROR_INVALID, _("%s is damaged or cut off: it cannot be unpacked."), name);
}

/* What its last record says, before libzip makes room for so many. */
static bool has_too_many(const struct buffer *bytes)
{
	const unsigned char *data = (const unsigned char *)bytes->data;
	size_t at, least = bytes->length > 65557 ? bytes->length - 65557 : 0;

	for (at = bytes->length >= 22 ? bytes->length - 22 : 0; at > least; at--)
		if (memcmp(data + at, "PK\5\6", 4) == 0)
			return (data[at + 10] | (unsigned)data[at + 11] << 8) > ENTRIES_MAX;
	return false;
}

struct archive *archive_open(const char *name, const struct buffer *bytes, struct error *error)
{
	struct archive *archive;
	zip_source_t *source;
	zip_t *zip = NULL;
	bool many = has_too_many(bytes);

	if (!many) {
		if (!load(error))
			return NULL;
		source = zip_source_buffer_create(bytes->data, bytes->length, 0, NULL);
		zip = source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
		if (!zip) {
			zip_source_free(source);
			damaged(name, error);
			return NULL;
		}
		many = zip_get_num_entries(zip, 0) > ENTRIES_MAX;
	}
	if (many) {
		error_set(error, ERROR_INVALID, _("%s packs more than 10,000 files; Noria does not read such files."),
			name);
		if (zip)
			zip_discard(zip);
		return NULL;
	}
	archive = xcalloc(1, sizeof *archive);
	archive->name = name;
	archive->zip = zip;
	return archive;
}

size_t archive_count(const struct archive *archive)
{
	return (size_t)zip_get_num_entries(archive->zip, 0);
}

const char *archive_entry(const struct archive *archive, size_t index)
{
	const char *name = zip_get_name(archive->zip, index, ZIP_FL_ENC_GUESS);

	return name && text_is_valid(name, strlen(name)) ? name : "";
}

static bool is_bomb(struct archive *archive, const char *entry, struct error *error)
{
	char *shown = text_printable(entry, false);

	error_set(error, ERROR_INVALID, _("%s holds far more than its size says (%s); Noria does not read such files."),
		archive->name, shown);
	free(shown);
	return false;
}

static bool unpack(struct archive *archive, zip_file_t *file, const char *entry, size_t most, size_t packed,
	struct buffer *content, struct error *error)
{
	char *block = xmalloc(BLOCK);
	zip_int64_t count;
	bool ok = true;

	while (ok && (count = zip_fread(file, block, BLOCK)) != 0) {
		if (count < 0) {
			ok = damaged(archive->name, error);
			break;
		}
		buffer_add_bytes(content, block, (size_t)count);
		archive->unpacked += (size_t)count;
		if (content->length > most || archive->unpacked > UNPACKED_MAX ||
			(content->length > SWELLS_FROM && content->length / SWELLS_MOST > packed))
			ok = is_bomb(archive, entry, error);
	}
	free(block);
	return ok;
}

/* The number of the entry; -1: there is none; -2: there are two. */
static zip_int64_t find(const struct archive *archive, const char *entry)
{
	zip_int64_t found = -1;
	size_t i, count = archive_count(archive);

	for (i = 0; i < count; i++)
		if (strcasecmp(archive_entry(archive, i), entry) == 0)
			found = found == -1 ? (zip_int64_t)i : -2;
	return found;
}

enum archive_answer archive_read(
	struct archive *archive, const char *entry, size_t most, struct buffer *content, struct error *error)
{
	zip_int64_t index = find(archive, entry);
	zip_file_t *file;
	zip_stat_t status;
	bool ok;

	memset(content, 0, sizeof *content);
	if (index == -1)
		return ARCHIVE_ABSENT;
	if (index < 0 || zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &status) != 0 ||
		(status.valid & (ZIP_STAT_COMP_SIZE | ZIP_STAT_SIZE)) != (ZIP_STAT_COMP_SIZE | ZIP_STAT_SIZE)) {
		damaged(archive->name, error);
		return ARCHIVE_FAILED;
	}
	if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) && status.encryption_method != ZIP_EM_NONE) {
		error_set(error, ERROR_INVALID, _("%s has a password; save it without one."), archive->name);
		return ARCHIVE_FAILED;
	}
	file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
	if (!file) {
		damaged(archive->name, error);
		return ARCHIVE_FAILED;
	}
	ok = unpack(archive, file, entry, most, (size_t)status.comp_size, content, error);
	zip_fclose(file);
	if (!content->data)
		buffer_add(content, "");
	return ok ? ARCHIVE_READ : ARCHIVE_FAILED;
}

void archive_close(struct archive *archive)
{
	if (!archive)
		return;
	zip_discard(archive->zip);
	free(archive);
}

const char *exchange_zip_version(void)
{
	return load(NULL) ? zip_libzip_version() : NULL;
}

#else

struct archive *archive_open(const char *name, const struct buffer *bytes, struct error *error)
{
	(void)bytes;
	error_set(error, ERROR_UNAVAILABLE,
		_("%s is packed, and this Noria was made without libzip, which unpacks; save the table as .csv."),
		name);
	return NULL;
}

size_t archive_count(const struct archive *archive)
{
	(void)archive;
	return 0;
}

const char *archive_entry(const struct archive *archive, size_t index)
{
	(void)archive;
	(void)index;
	return "";
}

enum archive_answer archive_read(
	struct archive *archive, const char *entry, size_t most, struct buffer *content, struct error *error)
{
	(void)archive;
	(void)entry;
	(void)most;
	(void)error;
	memset(content, 0, sizeof *content);
	return ARCHIVE_ABSENT;
}

void archive_close(struct archive *archive)
{
	(void)archive;
}

const char *exchange_zip_version(void)
{
	return NULL;
}

#endif
