/*
 * A ZIP in memory, hostile until read: spreadsheets and other tools' files are packed so.  libzip is
 * loaded when the first one is opened.  Nothing is ever unpacked to a file, so names mean nothing but
 * themselves.  Included by the files of this folder only.
 */
#ifndef NORIA_EXCHANGE_ZIP_H
#define NORIA_EXCHANGE_ZIP_H

#include "base/lib.h"

struct archive;
/* True where the bytes begin like a ZIP. */
bool archive_is(const struct buffer *bytes);
/* name: of the input, for messages; name and bytes outlive it.  NULL: error. */
struct archive *archive_open(const char *name, const struct buffer *bytes, struct error *error);
size_t archive_count(const struct archive *archive);
/* Of an entry, in UTF-8; the archive's. */
const char *archive_entry(const struct archive *archive, size_t index);
enum archive_answer { ARCHIVE_READ, ARCHIVE_ABSENT, ARCHIVE_FAILED };
/*
 * An entry unpacked into content, which the caller frees whatever comes; more than `most` bytes, what swells
 * like a bomb, has a password or is damaged fails, with an error.  Names are alike whatever their case.
 */
enum archive_answer archive_read(
	struct archive *archive, const char *entry, size_t most, struct buffer *content, struct error *error);
void archive_close(struct archive *archive);

#endif
