/* A file that SQLite has for itself: see alone.h. */
#include "store/alone.h"

int alone_sync(sqlite3_file *file, int flags)
{
	(void)file, (void)flags;
	return SQLITE_OK;
}

int alone_reserved(sqlite3_file *file, int *out)
{
	(void)file;
	*out = 0;
	return SQLITE_OK;
}

int alone_control(sqlite3_file *file, int what, void *argument)
{
	(void)file, (void)what, (void)argument;
	return SQLITE_NOTFOUND;
}

int alone_number(sqlite3_file *file)
{
	(void)file;
	return 0;
}

static int nothing_there(sqlite3_vfs *vfs, const char *name, int what, int *out)
{
	(void)vfs, (void)name, (void)what;
	*out = 0;
	return SQLITE_OK;
}

void alone_vfs(sqlite3_vfs *vfs, const char *name, size_t size,
	int (*open)(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out))
{
	*vfs = *sqlite3_vfs_find("unix");
	vfs->pNext = NULL;
	vfs->zName = name;
	vfs->szOsFile = (int)size;
	vfs->xOpen = open;
	vfs->xAccess = nothing_there;
}
