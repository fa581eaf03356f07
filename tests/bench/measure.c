/* Samples and the table: see measure.h. */

#include "measure.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int misses;

double clock_seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

void samples_add(struct samples *samples, double value)
{
	if (samples->count == samples->capacity) {
		samples->capacity = samples->capacity ? 2 * samples->capacity : 64;
		samples->values = reallocarray(samples->values, samples->capacity, sizeof *samples->values);
		if (!samples->values)
			abort();
	}
	samples->values[samples->count++] = value;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double at(struct samples *samples, double share)
{
	if (samples->count == 0)
		return -1;
	qsort(samples->values, samples->count, sizeof *samples->values, compare);
	return samples->values[(size_t)((double)(samples->count - 1) * share + 0.5)];
}

double samples_median(struct samples *samples)
{
	return at(samples, 0.5);
}

double samples_quarter(struct samples *samples)
{
	return at(samples, 0.25);
}

double samples_p95(struct samples *samples)
{
	return at(samples, 0.95);
}

void samples_free(struct samples *samples)
{
	free(samples->values);
	memset(samples, 0, sizeof *samples);
}

void report_heading(void)
{
	printf("%-46s %10s %10s %7s  %s\n", "what", "value", "floor", "ratio", "aim");
}

void report(const char *what, double value, double floor, enum aim kind, double aim, const char *unit)
{
	char ratio[32] = "", beside[32] = "";
	bool missed;

	if (floor >= 0) {
		snprintf(beside, sizeof beside, "%.2f", floor);
		if (floor > 0)
			snprintf(ratio, sizeof ratio, "%.2f", value / floor);
	}
	printf("%-46s %10.2f %10s %7s  ", what, value, beside, ratio);
	switch (kind) {
	case AIM_RATIO:
		missed = value > aim * floor;
		printf("<= %.2f x floor", aim);
		break;
	case AIM_MORE:
		missed = value > floor + aim;
		printf("<= floor + %.0f %s", aim, unit);
		break;
	default:
		missed = value > aim;
		printf("<= %.0f %s", aim, unit);
	}
	puts(missed ? "  MISSED" : "");
	fflush(stdout);
	misses += missed;
}

void report_missing(const char *what, const char *why)
{
	printf("%-46s %s  MISSED\n", what, why);
	fflush(stdout);
	misses++;
}

int report_misses(void)
{
	return misses;
}
