/* What the benchmarks of the file share. */
#ifndef NORIA_BENCH_FILES_H
#define NORIA_BENCH_FILES_H

#include "measure.h"

#include <sqlite3.h>

/* Where the files of the benchmark lie. */
extern const char *folder;

/* Says so and ends the program. */
void fail(const char *format, ...) __attribute__((format(printf, 1, 2)));
void sql(sqlite3 *db, const char *text);
/* Runs a shell command; its time in milliseconds, or -1 when it failed. */
double timed(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A file as Noria opens its own, by SQLite alone. */
sqlite3 *bare_open(const char *path);

/* records.c */
void measure_records(void);
/* imports.c */
void measure_import(void);
void measure_tables(void);
/* verdict.c */
void measure_verdict(void);

#endif
