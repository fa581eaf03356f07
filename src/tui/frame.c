/*
 * A frame reaches the terminal as one write.
 *
 * curses empties its buffer at each move of the cursor, some hundred times a frame; over a slow
 * line each is a packet of its own, and a terminal may show what stands between two of them.  It
 * offers no way to keep its bytes: it writes to the number of a file that it was given once.  So
 * that is a second one of the terminal, and while a frame is composed the number stands for a
 * file in memory, whose bytes are then written whole.  Standard output stays the terminal at any
 * time, for whoever has to write when a signal comes.  Where there is no file in memory, curses
 * writes to the terminal as it likes.
 */
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include "tui/internal.h"

#define FRAME_ROOM ((rlim_t)16 << 20) /* bytes: no frame is as long */

static struct {
	FILE *out; /* what curses writes to: another file of the terminal */
	int memory;
	char *bytes;
	size_t size;
	bool cursor; /* is to be seen */
} frame = { .memory = -1 };

/* Whoever may write nothing but short files would see nothing but short frames. */
static bool may_write_long(void)
{
	struct rlimit limit;

	return getrlimit(RLIMIT_FSIZE, &limit) == 0 &&
	       (limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= FRAME_ROOM);
}

static int open_memory(void)
{
#ifdef HAVE_MEMFD_CREATE
	return may_write_long() ? memfd_create("noria-frame", MFD_CLOEXEC) : -1;
#else
	return -1;
#endif
}

FILE *frame_file(void)
{
	int copy;

	if (frame.out)
		return frame.out;
	copy = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
	frame.out = copy < 0 ? NULL : fdopen(copy, "w");
	if (!frame.out) {
		if (copy >= 0)
			close(copy);
		frame.out = stdout;
		return frame.out;
	}
	frame.memory = open_memory();
	return frame.out;
}

/* A terminal that is gone takes nothing; the loop hears of it by other ways. */
static void write_whole(const char *bytes, size_t length)
{
	while (length) {
		struct pollfd file = { STDOUT_FILENO, POLLOUT, 0 };
		ssize_t count = write(STDOUT_FILENO, bytes, length);

		if (count > 0) {
			bytes += count;
			length -= (size_t)count;
		} else if (count < 0 && errno == EAGAIN) {
			/* Whoever shares the terminal said that nobody waits for it. */
			if (poll(&file, 1, -1) < 0 && errno != EINTR)
				return;
		} else if (count == 0 || errno != EINTR) {
			return;
		}
	}
}

static bool begin(void)
{
	return frame.memory >= 0 && lseek(frame.memory, 0, SEEK_SET) == 0 &&
	       dup3(frame.memory, fileno(frame.out), O_CLOEXEC) >= 0;
}

static void end(const char *before, const char *after)
{
	size_t first = strlen(before), last = strlen(after), length;
	off_t written = lseek(frame.memory, 0, SEEK_CUR);

	while (dup3(STDOUT_FILENO, fileno(frame.out), O_CLOEXEC) < 0 && (errno == EINTR || errno == EBUSY))
		continue;
	if (written <= 0)
		return;
	length = (size_t)written;
	if (first + length + last > frame.size) {
		frame.size = 2 * (first + length + last);
		frame.bytes = xreallocarray(frame.bytes, frame.size, 1);
	}
	memcpy(frame.bytes, before, first);
	if (pread(frame.memory, frame.bytes + first, length, 0) != written)
		return;
	memcpy(frame.bytes + first + length, after, last);
	write_whole(frame.bytes, first + length + last);
}

void frame_cursor(bool shown)
{
	frame.cursor = shown;
}

/* Where no cursor is to be put nothing is written for a picture that stands there already. */
static bool shows_already(void)
{
	static bool cursor = true;
	bool stands = !cursor && !frame.cursor && !is_wintouched(stdscr) && !is_cleared(curscr);

	cursor = frame.cursor;
	return stands;
}

void frame_show(const char *before, const char *after)
{
	bool one;

	if (shows_already())
		return;
	one = begin();
	if (!one)
		write_whole(before, strlen(before));
	curs_set(frame.cursor);
	wnoutrefresh(stdscr);
	doupdate();
	if (one)
		end(before, after);
	else
		write_whole(after, strlen(after));
}
