/*
 * One fault at one place: the nth call of a kind fails, once or from then on, or
 * the process or the power goes there.  Three layers ask here whether it is their turn:
 * vfs.c (what SQLite does), system.c (what our own code does with files) and
 * memory.c (allocations, and statements that are broken off).
 *
 * A fault is written "KIND N ERROR once|always [SEED]": "write 17 ENOSPC always".
 */
#ifndef NORIA_TESTS_FAULT_H
#define NORIA_TESTS_FAULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum fault_kind {
	/* calls of SQLite to its VFS */
	FAULT_OPEN,
	FAULT_READ,
	FAULT_WRITE,
	FAULT_TRUNCATE,
	FAULT_SYNC,
	FAULT_FOLDER_SYNC, /* the folder's, after a file was deleted */
	FAULT_DELETE,
	FAULT_LOCK,
	FAULT_UNLOCK,
	FAULT_ACCESS,
	FAULT_SIZE,
	/* calls of our own code to the system */
	FAULT_OWN_OPEN,
	FAULT_OWN_READ,
	FAULT_OWN_WRITE,
	FAULT_OWN_SYNC,
	FAULT_OWN_CLOSE,
	FAULT_OWN_RENAME,
	FAULT_OWN_UNLINK,
	FAULT_OWN_FOLDER,
	FAULT_OWN_LOOK, /* stat, access and their like */
	/* memory, and statements */
	FAULT_MEMORY,
	FAULT_SQLITE_MEMORY,
	FAULT_STEP,
	FAULT_KINDS
};

enum fault_error {
	FAULT_NONE,
	FAULT_EIO,
	FAULT_ENOSPC,
	FAULT_EDQUOT,
	FAULT_EROFS,
	FAULT_EMFILE,
	FAULT_SHORT, /* half of it is done, then EIO; a read: the rest is not there */
	FAULT_NOMEM,
	FAULT_INTERRUPT,
	FAULT_KILL,      /* kill -9 before the call */
	FAULT_KILL_HALF, /* kill -9 in the middle of a write */
	FAULT_POWER,     /* what was not synced is lost, wholly or in part, and the process with it */
	FAULT_ERRORS
};

struct fault {
	enum fault_kind kind;
	uint64_t nth; /* from 1; 0: when the command has ended (FAULT_POWER only) */
	enum fault_error error;
	bool always;
	uint64_t seed; /* which sectors the power takes */
};

/* What happened, in memory that the parent sees; calls counts from the arming on. */
struct fault_report {
	uint64_t calls[FAULT_KINDS];
	bool struck;
	int unsynced; /* files of our own that got their name before they were synced */
};

const char *fault_kind_name(enum fault_kind kind);
const char *fault_error_name(enum fault_error error);
/* The errors that a kind can have, ending with FAULT_NONE. */
const enum fault_error *fault_errors(enum fault_kind kind);
/* "write 17 ENOSPC always"; text has room for 96 bytes. */
void fault_format(const struct fault *fault, char text[96]);
bool fault_parse(const char *text, struct fault *fault);

/* Registers the VFS as the default one and the allocator of SQLite; once, before SQLite is used at all. */
bool fault_start(void);
/* From here on calls are counted in report; fault NULL: only that. */
void fault_arm(const struct fault *fault, struct fault_report *report);
void fault_disarm(void);
/* The command has ended: the power may go now. */
void fault_ended(void);

/* ---- for the layers ---- */

/* Counts one call; what is to happen to it.  Kills are carried out here. */
enum fault_error fault_strikes(enum fault_kind kind);
bool fault_is_armed(void);
/* What the harness itself does between true and false is not counted. */
void fault_pause(bool pause);
bool fault_loses_power(void);
int fault_errno(enum fault_error error);
__attribute__((noreturn)) void fault_die(void);
struct fault_report *fault_counts(void);
/* vfs.c: puts back what was not synced. */
void vfs_lose_power(uint64_t seed);
bool vfs_register(void);
/* Called for each read of the VFS while it is armed: for those who want to know the pages (damage.c). */
extern void (*vfs_saw_read)(int64_t offset, int count);
bool memory_register(void);

#endif
