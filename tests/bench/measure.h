/* What is measured, beside what it is held against. */
#ifndef NORIA_BENCH_MEASURE_H
#define NORIA_BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

/* A set of samples, in milliseconds or bytes. */
struct samples {
	double *values;
	size_t count, capacity;
};

void samples_add(struct samples *samples, double value);
double samples_median(struct samples *samples);
/* The value that one of four does not pass: what a busy machine adds is not in it. */
double samples_quarter(struct samples *samples);
/* The value that 95 of 100 do not pass. */
double samples_p95(struct samples *samples);
void samples_free(struct samples *samples);

/* How a value is held against its aim. */
enum aim {
	AIM_RATIO, /* value at most `aim` times the floor */
	AIM_MORE,  /* value at most the floor and `aim` more */
	AIM_VALUE  /* value at most `aim`; the floor stands beside for comparison */
};

/* Prints the heading of the table. */
void report_heading(void);
/* Prints one line: what, value, floor (negative: none), ratio, aim, and whether it was missed. */
void report(const char *what, double value, double floor, enum aim kind, double aim, const char *unit);
/* What could not be measured: counts as a miss. */
void report_missing(const char *what, const char *why);
/* How many lines missed their aim. */
int report_misses(void);

/* Seconds of the monotonic clock. */
double clock_seconds(void);

#endif
