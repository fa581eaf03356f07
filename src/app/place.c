/*
 * Where output may go: never over the organisation's own file or that of another,
 * nor what SQLite keeps beside it; and over what is no earlier export only where
 * somebody said so.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/place.h"

/* The folder's real name and the last part: a place that need not exist yet.  Caller frees. */
static char *real_place(const char *path)
{
	char *first = xstrdup(path), *second = xstrdup(path), *folder = realpath(dirname(first), NULL), *place;

	place = folder ? xasprintf("%s/%s", folder, basename(second)) : xstrdup(path);
	free(folder);
	free(first);
	free(second);
	return place;
}

static const char *const beside[] = { "", "-journal", "-wal", "-shm" };
#define BESIDE_COUNT (sizeof beside / sizeof beside[0])

static bool is_own(struct store *store, const char *path, struct error *error)
{
	struct stat own, other;
	char *whole = realpath(store_path(store), NULL), *place = real_place(path);
	bool ok = true;
	size_t i;

	for (i = 0; ok && i < BESIDE_COUNT; i++) {
		char *name = xasprintf("%s%s", whole ? whole : store_path(store), beside[i]);

		ok = strcmp(name, place) != 0 && !(stat(name, &own) == 0 && stat(path, &other) == 0 &&
							 own.st_dev == other.st_dev && own.st_ino == other.st_ino);
		free(name);
	}
	if (!ok)
		error_set(error, ERROR_INVALID, _("%s is the organisation's own file; choose another place."), path);
	free(whole);
	free(place);
	return !ok;
}

/* An ordinary file's first bytes.  False: there is none, or it cannot be read (errno; 0: it is of another kind). */
static bool read_beginning(const char *path, unsigned char *bytes, size_t count)
{
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK); /* a pipe must not be waited for */
	struct stat status;
	bool ordinary = file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode), ok = false;

	if (ordinary) {
		ssize_t got = read(file, bytes, count);

		ok = got >= 0;
	}
	if (file >= 0) {
		int failure = ordinary ? errno : 0;

		close(file);
		errno = failure;
	}
	return ok;
}

/* What begins as one does; what is called so is taken for one too, though it be damaged. */
static bool is_noria_file(const char *path)
{
	unsigned char start[STORE_BEGINNING] = { 0 };
	size_t length = strlen(path);

	if (!read_beginning(path, start, sizeof start))
		return false;
	return store_begins_file(start) || (length > 6 && strcmp(path + length - 6, ".noria") == 0 && *start);
}

/* A Noria file, or what SQLite keeps beside one. */
static bool belongs_to_noria(const char *path)
{
	char *place = real_place(path), *end = realpath(path, NULL);
	bool found = false;
	size_t i;

	for (i = 0; !found && i < BESIDE_COUNT; i++) {
		size_t length = strlen(place), tail = strlen(beside[i]);

		if (length > tail && strcmp(place + length - tail, beside[i]) == 0) {
			char *stem = xstrndup(place, length - tail);

			found = is_noria_file(stem);
			free(stem);
		}
	}
	found = found || (end && is_noria_file(end));
	free(end);
	free(place);
	return found;
}

bool app_check_place(struct store *store, const char *path, struct error *error)
{
	if (strcmp(path, "-") == 0)
		return true;
	if (is_own(store, path, error))
		return false;
	if (belongs_to_noria(path))
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is a Noria file, and is never written over; choose another place."), path);
	return true;
}

bool app_may_write(struct store *store, const char *path, enum app_replace replace, const char *format,
	const char *header, struct error *error)
{
	const struct format_def *made = format ? format_find(format) : NULL;
	unsigned char start;
	struct stat status;

	if (!app_check_place(store, path, error))
		return false;
	if (made && made->helper && strcmp(path, "-") == 0 && isatty(STDOUT_FILENO))
		return error_set(error, ERROR_USAGE,
			_("What would be written is no text for a terminal; name a file for it, or send it on."));
	if (strcmp(path, "-") == 0 || output_is_descriptor(path) || stat(path, &status) != 0 ||
		!S_ISREG(status.st_mode))
		return true;
	/* What cannot be read might be anybody's. */
	if (!read_beginning(path, &start, 1))
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s exists already and cannot be read: %s; choose another place."), path, strerror(errno));
	if (replace == REPLACE_ANY || !status.st_size)
		return true;
	if (replace == REPLACE_NOTHING)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	return (header ? is_earlier_table(path, header) : is_earlier_export(path, format)) ||
	       error_set(error, ERROR_UNAVAILABLE,
		       _("%s exists already and is no earlier export in this format; choose another place, or replace it with --force."),
		       path);
}

bool app_backup(struct store *store, const char *path, struct error *error)
{
	if (strcmp(path, "-") == 0 && isatty(STDOUT_FILENO))
		return error_set(error, ERROR_USAGE,
			_("What would be written is no text for a terminal; name a file for it, or send it on."));
	if (strcmp(path, "-") == 0)
		return store_backup_to(store, STDOUT_FILENO, error);
	return !is_own(store, path, error) && store_backup(store, path, error);
}
