/* Files that have no name until they are whole (O_TMPFILE): whatever happens before, nothing is left behind. */
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/lib.h"

int unnamed_open(const char *path, int flags, unsigned mode)
{
#ifdef O_TMPFILE
	char *copy = xstrdup(path);
	/* It gets its name by way of /proc. */
	int file = access("/proc/self/fd", X_OK) == 0 ? open(dirname(copy), O_TMPFILE | flags | O_CLOEXEC, (mode_t)mode)
						      : -1;

	free(copy);
	return file;
#else
	(void)path, (void)flags, (void)mode;
	return -1;
#endif
}

bool unnamed_link(int file, const char *path)
{
	char from[64];

	snprintf(from, sizeof from, "/proc/self/fd/%d", file);
	return linkat(AT_FDCWD, from, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0;
}
