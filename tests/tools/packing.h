/*
 * A specimen of a packed file, written as text: "==> NAME" begins a part, the lines below are what it holds.
 * What packs it is libzip, as in the program; this is for tests alone.
 */
#ifndef NORIA_TESTS_PACKING_H
#define NORIA_TESTS_PACKING_H

#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "base/lib.h"

/* Adds a part; the bytes outlive the archive.  False: it could not. */
static inline bool packing_add(zip_t *zip, const char *name, const char *bytes, size_t length)
{
	zip_source_t *source = zip_source_buffer(zip, bytes, length, 0);
	zip_int64_t index = source ? zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8) : -1;

	if (index < 0) {
		zip_source_free(source);
		return false;
	}
	/* Nothing packs no better; what packs takes a quarter of a megabyte for each part. */
	return length > 0 || zip_set_file_compression(zip, (zip_uint64_t)index, ZIP_CM_STORE, 0) == 0;
}

/* The ZIP of a specimen, added to out.  False: it could not be made. */
static inline bool packing_make(const char *text, size_t length, struct buffer *out)
{
	static const char mark[] = "==> ";
	zip_source_t *memory = zip_source_buffer_create(NULL, 0, 0, NULL);
	zip_t *zip = memory ? zip_open_from_source(memory, ZIP_TRUNCATE, NULL) : NULL;
	const char *c = text, *end = text + length;
	bool ok = zip != NULL;
	char block[4096];
	zip_int64_t count;

	if (!zip) {
		zip_source_free(memory);
		return false;
	}
	zip_source_keep(memory);
	while (c < end) {
		const char *line = memchr(c, '\n', (size_t)(end - c)), *next, *stop;
		char *name;

		if (!line || (size_t)(line - c) < strlen(mark) || memcmp(c, mark, strlen(mark)) != 0)
			break;
		next = memmem(line, (size_t)(end - line), "\n==> ", strlen(mark) + 1);
		name = xstrndup(c + strlen(mark), (size_t)(line - c) - strlen(mark));
		/* The last line end of a part is the specimen's. */
		stop = next ? next : end > line + 1 && end[-1] == '\n' ? end - 1 : end;
		ok = packing_add(zip, name, line + 1, stop > line ? (size_t)(stop - line - 1) : 0) && ok;
		free(name);
		c = next ? next + 1 : end;
	}
	if (zip_close(zip) != 0) {
		zip_discard(zip);
		ok = false;
	}
	if (ok && zip_source_open(memory) == 0) {
		while ((count = zip_source_read(memory, block, sizeof block)) > 0)
			buffer_add_bytes(out, block, (size_t)count);
		zip_source_close(memory);
	}
	zip_source_free(memory);
	return ok && out->length > 0;
}

#endif
