/*
 * What our own code does with files, seen between it and the C library: the linker gives
 * us each call of the program's objects (--wrap), those of the libraries stay theirs.
 * A stream of stdio becomes one whose reads and writes come here too.
 */
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int __real_open(const char *path, int flags, ...);
ssize_t __real_read(int file, void *bytes, size_t count);
ssize_t __real_write(int file, const void *bytes, size_t count);
int __real_fsync(int file);
int __real_close(int file);
int __real_rename(const char *from, const char *to);
int __real_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __real_mkdir(const char *path, mode_t mode);
FILE *__real_fopen(const char *path, const char *mode);
FILE *__real_tmpfile(void);
int __real_stat(const char *path, struct stat *status);
int __real_lstat(const char *path, struct stat *status);
int __real_fstat(int file, struct stat *status);
int __real_access(const char *path, int mode);
char *__real_realpath(const char *path, char *resolved);

int __wrap_open(const char *path, int flags, ...);
ssize_t __wrap_read(int file, void *bytes, size_t count);
ssize_t __wrap_write(int file, const void *bytes, size_t count);
int __wrap_fsync(int file);
int __wrap_close(int file);
int __wrap_rename(const char *from, const char *to);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);
int __wrap_mkdir(const char *path, mode_t mode);
FILE *__wrap_fopen(const char *path, const char *mode);
FILE *__wrap_tmpfile(void);
int __wrap_stat(const char *path, struct stat *status);
int __wrap_lstat(const char *path, struct stat *status);
int __wrap_fstat(int file, struct stat *status);
int __wrap_access(const char *path, int mode);
char *__wrap_realpath(const char *path, char *resolved);

/* What the compiler makes of some of these calls under _FORTIFY_SOURCE. */
int __wrap___open_2(const char *path, int flags);
ssize_t __wrap___read_chk(int file, void *bytes, size_t count, size_t room);
char *__wrap___realpath_chk(const char *path, char *resolved, size_t room);

int __wrap___open_2(const char *path, int flags)
{
	return __wrap_open(path, flags);
}

ssize_t __wrap___read_chk(int file, void *bytes, size_t count, size_t room)
{
	return count <= room ? __wrap_read(file, bytes, count) : (abort(), -1);
}

char *__wrap___realpath_chk(const char *path, char *resolved, size_t room)
{
	(void)room;
	return __wrap_realpath(path, resolved);
}

/* 0: go on. */
static int struck(enum fault_kind kind)
{
	enum fault_error error = fault_strikes(kind);

	if (error)
		errno = fault_errno(error);
	return error ? -1 : 0;
}

/* ---- what was written and not synced when it got its name ---- */

#define FILES 64
static bool dirty[FILES]; /* by descriptor */

static void note_written(int file)
{
	if (file >= 0 && file < FILES && fault_is_armed())
		dirty[file] = true;
}

int __wrap_open(const char *path, int flags, ...)
{
	va_list arguments;
	mode_t mode;
	int file;

	va_start(arguments, flags);
	mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(arguments, mode_t) : 0;
	va_end(arguments);
	if (struck(FAULT_OWN_OPEN))
		return -1;
	file = __real_open(path, flags, mode);
	if (file >= 0 && file < FILES)
		dirty[file] = false;
	return file;
}

ssize_t __wrap_read(int file, void *bytes, size_t count)
{
	enum fault_error error = fault_strikes(FAULT_OWN_READ);

	if (error == FAULT_SHORT)
		return __real_read(file, bytes, (count + 1) / 2);
	if (error) {
		errno = fault_errno(error);
		return -1;
	}
	return __real_read(file, bytes, count);
}

ssize_t __wrap_write(int file, const void *bytes, size_t count)
{
	enum fault_error error = fault_strikes(FAULT_OWN_WRITE);

	note_written(file);
	if (error == FAULT_KILL_HALF) {
		if (__real_write(file, bytes, count / 2) >= 0)
			fault_die();
	}
	/* As the system does it: less than was asked for is no error. */
	if (error == FAULT_SHORT)
		return __real_write(file, bytes, (count + 1) / 2);
	if (error) {
		errno = fault_errno(error);
		return -1;
	}
	return __real_write(file, bytes, count);
}

int __wrap_fsync(int file)
{
	if (struck(FAULT_OWN_SYNC))
		return -1;
	if (file >= 0 && file < FILES)
		dirty[file] = false;
	return fault_is_armed() ? 0 : __real_fsync(file);
}

int __wrap_close(int file)
{
	/* As Linux does it: closed, and yet an error. */
	int answer = __real_close(file);

	if (fault_is_armed() && file > 2 && file < FILES && dirty[file])
		fault_counts()->unsynced++;
	return struck(FAULT_OWN_CLOSE) ? -1 : answer;
}

int __wrap_rename(const char *from, const char *to)
{
	return struck(FAULT_OWN_RENAME) ? -1 : __real_rename(from, to);
}

int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
	return struck(FAULT_OWN_RENAME) ? -1 : __real_renameat2(from_folder, from, to_folder, to, flags);
}

int __wrap_link(const char *from, const char *to)
{
	return struck(FAULT_OWN_RENAME) ? -1 : __real_link(from, to);
}

int __wrap_unlink(const char *path)
{
	return struck(FAULT_OWN_UNLINK) ? -1 : __real_unlink(path);
}

int __wrap_mkdir(const char *path, mode_t mode)
{
	return struck(FAULT_OWN_FOLDER) ? -1 : __real_mkdir(path, mode);
}

int __wrap_stat(const char *path, struct stat *status)
{
	return struck(FAULT_OWN_LOOK) ? -1 : __real_stat(path, status);
}

int __wrap_lstat(const char *path, struct stat *status)
{
	return struck(FAULT_OWN_LOOK) ? -1 : __real_lstat(path, status);
}

int __wrap_fstat(int file, struct stat *status)
{
	return struck(FAULT_OWN_LOOK) ? -1 : __real_fstat(file, status);
}

int __wrap_access(const char *path, int mode)
{
	return struck(FAULT_OWN_LOOK) ? -1 : __real_access(path, mode);
}

char *__wrap_realpath(const char *path, char *resolved)
{
	return struck(FAULT_OWN_LOOK) ? NULL : __real_realpath(path, resolved);
}

/* ---- streams ---- */

static ssize_t stream_read(void *cookie, char *bytes, size_t count)
{
	enum fault_error error = fault_strikes(FAULT_OWN_READ);

	if (error && error != FAULT_SHORT) {
		errno = fault_errno(error);
		return -1;
	}
	return __real_read((int)(intptr_t)cookie, bytes, error ? (count + 1) / 2 : count);
}

static ssize_t stream_write(void *cookie, const char *bytes, size_t count)
{
	ssize_t written = __wrap_write((int)(intptr_t)cookie, bytes, count);

	return written < 0 ? 0 : written;
}

static int stream_seek(void *cookie, off64_t *offset, int whence)
{
	off64_t at = lseek((int)(intptr_t)cookie, *offset, whence);

	if (at < 0)
		return -1;
	*offset = at;
	return 0;
}

static int stream_close(void *cookie)
{
	int answer = __real_close((int)(intptr_t)cookie);

	return struck(FAULT_OWN_CLOSE) ? -1 : answer;
}

FILE *__wrap_fopen(const char *path, const char *mode)
{
	static const cookie_io_functions_t functions = { stream_read, stream_write, stream_seek, stream_close };
	int flags = strchr(mode, '+') ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY, file;
	FILE *stream;

	if (!fault_is_armed())
		return __real_fopen(path, mode);
	if (struck(FAULT_OWN_OPEN))
		return NULL;
	if (*mode != 'r')
		flags |= O_CREAT | (*mode == 'a' ? O_APPEND : O_TRUNC);
	file = __real_open(path, flags | O_CLOEXEC, 0666);
	if (file < 0)
		return NULL;
	stream = fopencookie((void *)(intptr_t)file, mode, functions);
	if (!stream)
		__real_close(file);
	return stream;
}

FILE *__wrap_tmpfile(void)
{
	return struck(FAULT_OWN_OPEN) ? NULL : __real_tmpfile();
}
