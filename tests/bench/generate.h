/* What makes the files of the benchmark. */
#ifndef NORIA_BENCH_GENERATE_H
#define NORIA_BENCH_GENERATE_H

#include "app/lib.h"
#include "model/register.h"

#include <sqlite3.h>

/* Says so and ends the program. */
void generate_fail(struct error *error) __attribute__((noreturn));
/* measurements.c: that many, of indicators that it adds, each owned by one of the first people. */
void generate_measurements(const char *path, long count, char *const *owners);

#endif
