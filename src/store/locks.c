/* Whether the file system has locks at all: asked with a byte that nobody else locks, just before the places of the row (turn.c). */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "store/internal.h"

int turn_without_locks(const struct store *store)
{
	struct flock lock = { .l_type = F_RDLCK, .l_whence = SEEK_SET, .l_start = TURN_BYTES - 1, .l_len = 1 };
	int failure = 0;

	if (store->turn < 0)
		return 0;
	if (fcntl(store->turn, F_SETLK, &lock) != 0)
		failure = errno;
	lock.l_type = F_UNLCK;
	fcntl(store->turn, F_SETLK, &lock);
	return failure == EACCES || failure == EAGAIN || failure == EINTR ? 0 : failure;
}
