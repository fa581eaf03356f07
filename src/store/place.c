/*
 * Where the file is, and whether it can be opened there: one ordinary file, and the same
 * that was looked at.
 */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/internal.h"

bool place_is_writable(const char *path)
{
	char *copy, *folder;
	bool ok;

	if (access(path, W_OK) != 0)
		return false;
	copy = xstrdup(path);
	folder = dirname(copy);
	ok = access(folder, W_OK | X_OK) == 0;
	free(copy);
	return ok;
}

bool store_begins_file(const unsigned char beginning[STORE_BEGINNING])
{
	return memcmp(beginning, "SQLite format 3", 16) == 0 && memcmp(beginning + 68, "NORI", 4) == 0;
}

/* A file that is cut short, and was once ours. */
static bool is_our_beginning(int file)
{
	unsigned char header[STORE_BEGINNING] = { 0 };

	return pread(file, header, sizeof header, 0) == sizeof header && store_begins_file(header);
}

static bool check_kind(const char *path, const struct stat *status, struct error *error)
{
	if (S_ISDIR(status->st_mode))
		return error_set(error, ERROR_UNAVAILABLE, _("%s is a folder, not a Noria file."), path);
	if (!S_ISREG(status->st_mode))
		return error_set(error, ERROR_UNAVAILABLE, _("%s is no ordinary file."), path);
	return true;
}

static bool cannot_open(const char *path, struct error *error)
{
	if (errno == ENOENT)
		return error_set(
			error, ERROR_UNAVAILABLE, _("There is no file %s; `noria new %s` makes one."), path, path);
	if (errno == EACCES || errno == EPERM)
		return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be read: %s."), path, strerror(errno));
	return error_set(error, ERROR_UNAVAILABLE, _("%s cannot be opened: %s."), path, strerror(errno));
}

/*
 * Opens the file itself, without waiting for what is no file and without following a
 * link that was put there after the path was resolved.  The descriptor stays open as
 * long as the store: to close one drops the locks that SQLite has on the file.
 */
static int open_ordinary(const char *path, const char *place, bool writable, struct error *error)
{
	struct stat status;
	int file;

	/* To open a device may already do something. */
	if (lstat(place, &status) != 0) {
		cannot_open(path, error);
		return -1;
	}
	if (!check_kind(path, &status, error))
		return -1;
	file = open(place, (writable ? O_RDWR : O_RDONLY) | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
	if (file < 0 || fstat(file, &status) != 0) {
		cannot_open(path, error);
	} else if (check_kind(path, &status, error)) {
		if (status.st_size >= 512)
			return file;
		if (is_our_beginning(file))
			error_set(error, ERROR_DAMAGED, _("%s is damaged: its end is missing."), path);
		else
			error_set(error, ERROR_UNAVAILABLE, _("%s is not a Noria file."), path);
	}
	if (file >= 0)
		close(file);
	return -1;
}

bool place_is_same(struct store *store)
{
	struct stat ours, there;
	int moved = 0;

	/* Moved: the file that SQLite has open is not the one that has the name now. */
	return fstat(store->turn, &ours) == 0 && lstat(store->place, &there) == 0 && ours.st_dev == there.st_dev &&
	       ours.st_ino == there.st_ino &&
	       (sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved);
}

bool store_is_replaced(const struct store *store)
{
	struct stat ours, there;

	if (store->in_memory || store->turn < 0 || fstat(store->turn, &ours) != 0)
		return false;
	return lstat(store->place, &there) != 0 ? errno == ENOENT
						: ours.st_dev != there.st_dev || ours.st_ino != there.st_ino;
}

bool place_open(struct store *store, bool writable, struct error *error)
{
	int failure;

	store->place = realpath(store->path, NULL);
	if (!store->place)
		return cannot_open(store->path, error);
	store->turn = open_ordinary(store->path, store->place, writable, error);
	if (store->turn < 0 || !beside_allows(store->place, error))
		return false;
	failure = store->look ? 0 : turn_without_locks(store);
	return !failure || without_locks(store, failure, error);
}

bool place_is_free(const char *path, struct error *error)
{
	struct stat status;
	char *copy, *folder;
	bool ok = true;

	if (lstat(path, &status) == 0)
		return error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
	copy = xstrdup(path);
	folder = dirname(copy);
	if (access(folder, W_OK | X_OK) != 0)
		ok = error_set(error, ERROR_UNAVAILABLE, _("%s cannot be made: %s."), path, strerror(errno));
	free(copy);
	return ok;
}
