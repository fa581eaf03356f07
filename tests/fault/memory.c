/*
 * Allocations that fail: those of our own code by the linker (--wrap), SQLite's by an
 * allocator of our own over its own.  And statements that are broken off, as by somebody
 * who cancels: SQLite rolls a writing one's transaction back by itself then.
 */
#include "fault.h"

#include <errno.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *pointer, size_t size);
void *__real_reallocarray(void *pointer, size_t count, size_t size);
int __real_vasprintf(char **text, const char *format, va_list arguments);
ssize_t __real_getline(char **line, size_t *size, FILE *file);
int __real_sqlite3_step(sqlite3_stmt *stmt);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *pointer, size_t size);
void *__wrap_reallocarray(void *pointer, size_t count, size_t size);
int __wrap_vasprintf(char **text, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
int __wrap___vasprintf_chk(char **text, int level, const char *format, va_list arguments)
	__attribute__((format(printf, 3, 0)));
ssize_t __wrap_getline(char **line, size_t *size, FILE *file);
int __wrap_sqlite3_step(sqlite3_stmt *stmt);

void *__wrap_malloc(size_t size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *pointer, size_t size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : __real_realloc(pointer, size);
}

void *__wrap_reallocarray(void *pointer, size_t count, size_t size)
{
	return fault_strikes(FAULT_MEMORY) ? NULL : __real_reallocarray(pointer, count, size);
}

int __wrap_vasprintf(char **text, const char *format, va_list arguments)
{
	if (fault_strikes(FAULT_MEMORY)) {
		*text = NULL;
		return -1;
	}
	return __real_vasprintf(text, format, arguments);
}

/* What the compiler makes of it under _FORTIFY_SOURCE. */
int __wrap___vasprintf_chk(char **text, int level, const char *format, va_list arguments)
{
	(void)level;
	return __wrap_vasprintf(text, format, arguments);
}

ssize_t __wrap_getline(char **line, size_t *size, FILE *file)
{
	if (fault_strikes(FAULT_MEMORY)) {
		errno = ENOMEM;
		return -1;
	}
	return __real_getline(line, size, file);
}

static int break_off(void *user)
{
	(void)user;
	return 1;
}

int __wrap_sqlite3_step(sqlite3_stmt *stmt)
{
	sqlite3 *db = sqlite3_db_handle(stmt);
	int code;

	if (!fault_strikes(FAULT_STEP))
		return __real_sqlite3_step(stmt);
	sqlite3_progress_handler(db, 1, break_off, NULL);
	code = __real_sqlite3_step(stmt);
	sqlite3_progress_handler(db, 0, NULL, NULL);
	return code;
}

/* ---- SQLite's own ---- */

static sqlite3_mem_methods below;

static void *on_malloc(int size)
{
	return fault_strikes(FAULT_SQLITE_MEMORY) ? NULL : below.xMalloc(size);
}

static void *on_realloc(void *pointer, int size)
{
	return fault_strikes(FAULT_SQLITE_MEMORY) ? NULL : below.xRealloc(pointer, size);
}

bool memory_register(void)
{
	sqlite3_mem_methods methods;

	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &below) != SQLITE_OK)
		return false;
	methods = below;
	methods.xMalloc = on_malloc;
	methods.xRealloc = on_realloc;
	return sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK;
}
