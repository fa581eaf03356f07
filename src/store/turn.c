/*
 * Writers in a row.  SQLite gives the lock to whoever asks at the right moment; among
 * twenty writers one can be unlucky for ten seconds.  So who wants to write first takes
 * the next place in a row, and asks SQLite when nobody stands before.  A place is a lock
 * on a byte far behind the end of the file, held by an open file description (OFD): it
 * ends with its process, whatever becomes of that, and no other descriptor of the file
 * ends it.  SQLite decides all the same who writes: where there are no such locks, or
 * with a program that knows nothing of the row, it is as without.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/internal.h"

#define FIRST_PLACE ((off_t)TURN_BYTES)
#define CHANGE_COUNTER 24 /* in the file's header: each write counts it on */
#define MOST_WAITS 6
#define A_COMMIT_MS 2 /* at least */
#define MOST_COUNTED 20
#define MOST_TRIES 4096 /* for a place in the row */
/* A row that does not move for so long while nobody writes stands behind somebody who was stopped. */
#define STILL_MS 1000
#define STILL_LOOKS 3
#define RESERVED_BYTE 0x40000001 /* SQLite's: locked by who writes (file format 3: the locking bytes of os.h) */

static void start_waiting(struct store *store)
{
	store->wait_began = store->wait_moved = environment_clock_ms();
	store->turn_taken = true;
	if (store->turn < 0 || pread(store->turn, store->wait_counter, sizeof store->wait_counter, CHANGE_COUNTER) !=
				       sizeof store->wait_counter)
		memset(store->wait_counter, 0, sizeof store->wait_counter);
}

/*
 * How long nothing has moved, ms.  As long as others' writes get through the row moves on, and who
 * stands in it need not give up; but not without end.
 */
static int64_t waited(struct store *store)
{
	int64_t now = environment_clock_ms();
	unsigned char counter[sizeof store->wait_counter];

	if (store->turn >= 0 && pread(store->turn, counter, sizeof counter, CHANGE_COUNTER) == sizeof counter &&
		memcmp(counter, store->wait_counter, sizeof counter) != 0) {
		memcpy(store->wait_counter, counter, sizeof counter);
		store->wait_moved = now;
	}
	return now - store->wait_began > store->busy_most * MOST_WAITS || store->busy_most < BUSY_WAIT_MS
		       ? now - store->wait_began
		       : now - store->wait_moved;
}

#ifdef F_OFD_SETLK

/* The first place in [from, from + length) that somebody else has, and the one after it; 0: nobody.  length 0: all from there on. */
static off_t taken(const struct store *store, off_t from, off_t length)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = from, .l_len = length };

	/* What is no place of ours (another program has the whole file locked) is no row. */
	if (fcntl(store->turn, F_OFD_GETLK, &lock) != 0 || lock.l_type == F_UNLCK || lock.l_len != 1 ||
		lock.l_start < FIRST_PLACE)
		return 0;
	return lock.l_start + 1;
}

/* Takes the place behind the last one; 0: there are no such places here. */
static off_t take_place(const struct store *store)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = FIRST_PLACE, .l_len = 1 };
	off_t after;
	int tries;

	for (tries = 0; tries < MOST_TRIES && (after = taken(store, lock.l_start, 0)); tries++)
		lock.l_start = after;
	for (tries = 0; fcntl(store->turn, F_OFD_SETLK, &lock) != 0; tries++) {
		if ((errno != EAGAIN && errno != EACCES && errno != EINTR) || tries == MOST_TRIES)
			return 0;
		if (errno != EINTR)
			lock.l_start++;
	}
	return lock.l_start;
}

/* How many stand before, about. */
static int before(const struct store *store)
{
	off_t from = FIRST_PLACE, after;
	int count = 0;

	for (; from < store->turn_place && (after = taken(store, from, store->turn_place - from)); from = after)
		count++;
	return count;
}

/* Whether somebody has SQLite's lock for writing. */
static bool is_written(const struct store *store)
{
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = RESERVED_BYTE, .l_len = 1 };

	return fcntl(store->turn, F_OFD_GETLK, &lock) != 0 || lock.l_type != F_UNLCK;
}

void turn_take(struct store *store)
{
	int count, still = 0;

	store_read_release(store);
	if (store->turn < 0 || store->in_memory || store->read_only)
		return;
	start_waiting(store);
	store->turn_place = take_place(store);
	/*
	 * Who stands further behind looks less often: twenty that look every millisecond keep a loaded
	 * machine from its work.  Who stands still at the front (stopped, not dead) must not hold
	 * the others: where nothing was committed for a time and nobody writes, nobody uses his
	 * turn.  Half of the time is for asking without one, whatever it is that stands still.
	 */
	while ((count = before(store)) && waited(store) < store->busy_most / 2 && still < STILL_LOOKS) {
		struct timespec pause = { 0, A_COMMIT_MS * 1000000L * (count < MOST_COUNTED ? count : MOST_COUNTED) };
		nanosleep(&pause, NULL);
		still = waited(store) < STILL_MS || is_written(store) ? 0 : still + 1;
	}
}

void turn_leave(struct store *store)
{
	struct flock lock = { .l_type = F_UNLCK, .l_whence = SEEK_SET, .l_start = store->turn_place, .l_len = 1 };

	if (store->turn_place)
		fcntl(store->turn, F_OFD_SETLK, &lock);
	store->turn_place = 0;
	store->turn_taken = false;
}

#else

void turn_take(struct store *store)
{
	store_read_release(store);
}

void turn_leave(struct store *store)
{
	(void)store;
}

#endif

bool turn_begin(struct store *store, struct error *error)
{
	bool ok;

	turn_take(store);
	ok = store_exec(store, "BEGIN IMMEDIATE", error);
	turn_leave(store);
	return ok;
}

/* Random short sleeps share a lock far more evenly among many than SQLite's fixed steps; whose turn it is asks often. */
int turn_wait(void *user, int count)
{
	struct store *store = user;
	struct timespec pause = { 0, 1000000 };
	unsigned char random;
	int64_t now = environment_clock_ms();

	/* There is nothing to wait for where locks do not work. */
	if (count == 0 && turn_without_locks(store))
		return 0;
	if (count == 0 && !store->turn_taken) {
		start_waiting(store);
		store->turn_taken = false;
	}
	if (waited(store) > store->busy_most)
		return 0;
	random = (unsigned char)(now ^ (now >> 8) ^ getpid() ^ (count * 37));
	if (!store->turn_place)
		pause.tv_nsec = 500000 + random * 9800L;
	nanosleep(&pause, NULL);
	return 1;
}
