/*
 * SQLite trusts what lies beside a database: a journal there is rolled back into it
 * and may name a file that is then deleted, a write-ahead log is read as part of
 * it.  Whoever may write in the folder can leave such files.  So SQLite comes to
 * them through this VFS: it looks at each before and after it is opened, whenever that
 * is, and SQLite then reads the very file that was found good.
 */
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/beside.h"
#include "store/rollback.h"

/* Why SQLite was told no, until its failure is told; one thread, so one at a time. */
static struct {
	enum beside_fault fault;
	char *name;
} refusal;

int beside_refuse(enum beside_fault fault, const char *name)
{
	free(refusal.name);
	refusal.name = xstrdup(name);
	refusal.fault = fault;
	environment_log("beside: fault %d of %s", (int)fault, name);
	return SQLITE_CANTOPEN;
}

static bool tell(enum beside_fault fault, const char *name, struct error *error)
{
	switch (fault) {
	case BESIDE_NONE:
		return true;
	case BESIDE_LINK:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is a link or no ordinary file, and would be taken for the journal of a broken-off write; nothing was opened. Copy it and the file together to another place first, then move it away."),
			name);
	case BESIDE_OWNER:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s belongs to somebody who may not write the file beside it; nothing was opened. Ask its owner; move it away only when the two were copied together."),
			name);
	case BESIDE_SUPER:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s names another file, which would be deleted; Noria makes no such journal, and nothing was opened. Copy it and the file together to another place first, then move it away and run `noria check`."),
			name);
	case BESIDE_FOREIGN:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s is no journal of the file beside it as it is now; nothing was opened. Copy the two together to another place first, then move it away and run `noria check`."),
			name);
	case BESIDE_WAL:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s was left by another program, and may hold a part of the file; nothing was opened. Close that program; where there is none any more, copy the two together to another place, then move it away and run `noria check`."),
			name);
	case BESIDE_CHANGED:
		return error_set(error, ERROR_UNAVAILABLE,
			_("%s was changed while it was read without a lock; nothing of it is shown. Try again, or read a copy."),
			name);
	}
	return false;
}

bool beside_refused(struct error *error)
{
	if (!refusal.fault)
		return false;
	tell(refusal.fault, refusal.name, error);
	refusal.fault = BESIDE_NONE;
	return true;
}

/* Whoever may write the file may as well leave a journal beside it: a colleague of its group too. */
static bool may_write(uid_t user, const struct stat *file)
{
	gid_t few[64], *groups = few;
	int count = sizeof few / sizeof few[0], i;
	const struct passwd *account;
	bool member = false;

	if (user == geteuid() || user == file->st_uid || user == 0 || (file->st_mode & S_IWOTH))
		return true;
	account = file->st_mode & S_IWGRP ? getpwuid(user) : NULL;
	if (!account)
		return false;
	if (getgrouplist(account->pw_name, account->pw_gid, groups, &count) < 0) {
		groups = xcalloc((size_t)count + 1, sizeof *groups);
		if (getgrouplist(account->pw_name, account->pw_gid, groups, &count) < 0)
			count = 0;
	}
	for (i = 0; i < count && !member; i++)
		member = groups[i] == file->st_gid;
	if (groups != few)
		free(groups);
	return member;
}

enum beside_fault beside_look(const char *name, const char *database)
{
	struct stat beside, file;

	/* What is not there, or cannot be looked at, SQLite will tell. */
	if (lstat(name, &beside) != 0)
		return BESIDE_NONE;
	if (!S_ISREG(beside.st_mode) || beside.st_nlink > 1)
		return BESIDE_LINK;
	if (stat(database, &file) == 0 && !may_write(beside.st_uid, &file))
		return BESIDE_OWNER;
	return BESIDE_NONE;
}

bool beside_allows(const char *path, struct error *error)
{
	static const char *const ends[] = { "-wal", "-shm" };
	size_t i;

	for (i = 0; i < 2; i++) {
		char *name = xasprintf("%s%s", path, ends[i]);
		struct stat status;
		bool there = lstat(name, &status) == 0;

		if (there)
			tell(BESIDE_WAL, name, error);
		free(name);
		if (there)
			return false;
	}
	return true;
}

static bool read_file(void *user, void *to, size_t amount, int64_t at)
{
	sqlite3_file *file = user;

	return file->pMethods->xRead(file, to, (int)amount, at) == SQLITE_OK;
}

enum beside_fault beside_judge(sqlite3_file *journal, sqlite3_file *current)
{
	struct rollback rollback = { .read = read_file, .user = journal };
	unsigned char header[100];
	sqlite3_int64 size = 0;
	enum rollback_fault fault;

	if (journal->pMethods->xFileSize(journal, &size) != SQLITE_OK)
		return BESIDE_NONE;
	rollback.size = size;
	fault = rollback_open(&rollback);
	if (fault == ROLLBACK_SOUND && current->pMethods->xFileSize(current, &size) == SQLITE_OK &&
		read_file(current, header, sizeof header, 0))
		fault = rollback_judge(&rollback, header, size);
	return fault == ROLLBACK_SUPER                                ? BESIDE_SUPER
	       : fault == ROLLBACK_SOUND || fault == ROLLBACK_NOTHING ? BESIDE_NONE
								      : BESIDE_FOREIGN;
}

/* ---- the VFS ---- */

struct guard {
	sqlite3_vfs vfs; /* first: SQLite knows it by this */
	sqlite3_vfs *below;
};

/* The journal as it is open now, by the name that it was opened by. */
static enum beside_fault judge_open(const char *name, sqlite3_file *journal, int flags)
{
	struct rollback rollback = { .read = read_file, .user = journal };
	enum beside_fault fault = beside_look(name, sqlite3_filename_database(name));
	sqlite3_int64 size = 0;

	if (fault)
		return fault;
	if (journal->pMethods->xFileSize(journal, &size) != SQLITE_OK)
		return BESIDE_NONE;
	rollback.size = size;
	/* What a transaction of our own begins to write over must leave nothing of itself behind. */
	if (flags & SQLITE_OPEN_CREATE)
		return rollback_names_super(&rollback) ? BESIDE_SUPER : BESIDE_NONE;
	/* SQLite looks whether there is one by reading alone, while another may be writing it; it plays it back when it has the file for itself. */
	return flags & SQLITE_OPEN_READWRITE ? beside_judge(journal, sqlite3_database_file_object(name)) : BESIDE_NONE;
}

static int guard_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *out)
{
	sqlite3_vfs *below = ((struct guard *)vfs)->below;
	enum beside_fault fault = BESIDE_NONE;
	struct stat status;
	int code;

	refusal.fault = BESIDE_NONE;
	file->pMethods = NULL;
	if (flags & SQLITE_OPEN_SUPER_JOURNAL)
		return beside_refuse(BESIDE_SUPER, name ? name : "");
	if (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) {
		fault = beside_look(name, sqlite3_filename_database(name));
		if (!fault && (flags & SQLITE_OPEN_WAL) && lstat(name, &status) == 0 && status.st_size > 0)
			fault = BESIDE_WAL;
	}
	if (fault)
		return beside_refuse(fault, name);
	code = below->xOpen(below, name, file, flags, out);
	if (code != SQLITE_OK || !(flags & SQLITE_OPEN_MAIN_JOURNAL))
		return code;
	fault = judge_open(name, file, flags);
	if (!fault)
		return SQLITE_OK;
	file->pMethods->xClose(file);
	file->pMethods = NULL;
	return beside_refuse(fault, name);
}

const char *beside_vfs(const char *below)
{
	static struct guard *guard;
	sqlite3_vfs *usual = sqlite3_vfs_find(below);

	if (guard && (guard->below == usual || !usual))
		return guard->vfs.zName;
	if (guard)
		sqlite3_vfs_unregister(&guard->vfs);
	/* Files that are open through the one before keep it. */
	guard = xcalloc(1, sizeof *guard);
	guard->vfs = *usual;
	guard->vfs.pNext = NULL;
	guard->vfs.zName = "noria";
	guard->vfs.xOpen = guard_open;
	guard->below = usual;
	sqlite3_vfs_register(&guard->vfs, 0);
	return guard->vfs.zName;
}
