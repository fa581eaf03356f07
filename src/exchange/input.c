/* An input is read once, into memory, so that standard input is like any file; what is too large stops there. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "exchange/input.h"

#define BLOCK ((size_t)1 << 16)

static bool read_all(FILE *file, const char *path, size_t most, struct buffer *bytes, struct error *error)
{
	const char *name = file == stdin ? _("standard input") : path;
	char *block = xmalloc(BLOCK);
	size_t count;
	bool ok = true;

	errno = 0;
	while (ok && (count = fread(block, 1, BLOCK, file)) > 0) {
		buffer_add_bytes(bytes, block, count);
		if (bytes->length > most)
			ok = error_set(error, ERROR_INVALID,
				_("%s is larger than %zu MB; Noria does not read such files."), name, most >> 20);
	}
	if (ok && ferror(file))
		ok = error_set(error, ERROR_SYSTEM, _("%s cannot be read: %s."), name, strerror(errno ? errno : EIO));
	free(block);
	return ok;
}

bool input_read(const char *path, size_t most, struct buffer *bytes, struct error *error)
{
	struct stat status;
	FILE *file = stdin;
	bool ok;

	memset(bytes, 0, sizeof *bytes);
	if (strcmp(path, "-") != 0) {
		if (stat(path, &status) == 0 && S_ISDIR(status.st_mode))
			return error_set(error, ERROR_UNAVAILABLE, _("%s is a folder."), path);
		file = fopen(path, "re");
		if (!file)
			return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be read: %s."), path, strerror(errno));
	}
	ok = read_all(file, path, most, bytes, error);
	if (file != stdin)
		fclose(file);
	if (!ok)
		buffer_free(bytes);
	else if (!bytes->data)
		buffer_add(bytes, "");
	return ok;
}
