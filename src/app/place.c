/* Where output may go: never over the organisation's own file or what SQLite keeps beside it. */
#include <libgen.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/lib.h"

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

bool app_check_place(struct store *store, const char *path, struct error *error)
{
	static const char *const beside[] = { "", "-journal", "-wal", "-shm" };
	struct stat own, other;
	char *whole, *place;
	bool ok = true;
	size_t i;

	if (strcmp(path, "-") == 0)
		return true;
	whole = realpath(store_path(store), NULL);
	place = real_place(path);
	for (i = 0; ok && i < sizeof beside / sizeof beside[0]; i++) {
		char *name = xasprintf("%s%s", whole ? whole : store_path(store), beside[i]);

		ok = strcmp(name, place) != 0 && !(stat(name, &own) == 0 && stat(path, &other) == 0 && own.st_dev == other.st_dev && own.st_ino == other.st_ino);
		free(name);
	}
	if (!ok)
		error_set(error, ERROR_INVALID, _("%s is the organisation's own file; choose another place."), path);
	free(whole);
	free(place);
	return ok;
}

bool app_backup(struct store *store, const char *path, struct error *error)
{
	if (strcmp(path, "-") == 0)
		return store_backup_to(store, STDOUT_FILENO, error);
	return app_check_place(store, path, error) && store_backup(store, path, false, error);
}
