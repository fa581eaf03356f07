/*
 * Indicators and their values: what an indicator has from its measurements, and of which period a measurement speaks.
 * All of it is pure.
 */
#ifndef NORIA_MODEL_INDICATOR_H
#define NORIA_MODEL_INDICATOR_H

#include "base/lib.h"
#include "model/record.h"

#define INDICATOR_VALUES 32 /* as many of the last periods are looked at */

enum indicator_state {
	INDICATOR_NOT_JUDGED, /* there is a value, and nothing to hold it against */
	INDICATOR_GOOD,
	INDICATOR_AMBER,
	INDICATOR_RED,
	INDICATOR_NO_VALUE
};
/* What a value says of an indicator, by its target, thresholds and which way is better; not finite: no value. */
enum indicator_state indicator_state_of(const struct record *indicator, double value);
/* "good", "amber", "red", "none"; NULL: it is not judged. */
const char *indicator_state_name(enum indicator_state state);
/* Above 0: the second is better than the first; below 0: worse. */
int indicator_trend_of(const struct record *indicator, double before, double value);

/* ---- how it is told: indicator_text.c ---- */

#define INDICATOR_LINES 3 /* the values that a series is held against: target, amber, red */

/* "G", "A", "R", "-" in the language of who reads: states are told by letter, too. */
const char *indicator_letter(enum indicator_state state);
/* A number of one of its fields; NAN: empty. */
double indicator_field(const struct record *indicator, const char *field);
/* What it has under that name in the language of who reads: its "unit_fr" before its "unit".  Its own, or NULL. */
const char *indicator_said(const struct record *indicator, const char *field);
/* A value as a person reads it, with its unit, of money the organisation's currency; context NULL: without; "-": there is none.  The caller frees. */
char *indicator_number(const struct record *indicator, double value, const struct model_context *context);
/* What it is held against, by its place (0 to INDICATOR_LINES - 1); NAN: nothing.  And what that is called: "target", "alert". */
double indicator_line(const struct record *indicator, size_t line);
const char *indicator_line_name(const struct record *indicator, size_t line);
/* Which way a value went: an arrow, a letter where arrows cannot be shown, "=". */
const char *indicator_arrow(double before, double value);
/* "^ better than 2026-09 (90 %)"; NULL: one of the two is not known.  The caller frees. */
char *indicator_trend_text(const struct record *indicator, double before, const char *period, double value,
	const struct model_context *context);

/* ---- the series ---- */

/* The measurements that count, the last period first, and of each period the latest, with a value or without one: corrected ones are left out. */
size_t indicator_series(const struct record *const *measurements, size_t count, const struct model_context *context,
	const struct record **series);
/* The period of which a measurement speaks: as it says, else the one of that frequency in which it was taken.  False: neither is known. */
bool measurement_period_of(const struct record *measurement, const char *frequency, const struct model_context *context,
	struct period *period);

/* summary_def.fill of the indicators. */
void indicator_fill(struct record *indicator, const struct record *const *measurements, size_t count,
	const struct model_context *context);
/* completion_def.fill of measurements: the period by what is measured, in which a day lies that stands there; the period and indicator of what is corrected. */
void measurement_period(
	struct record *measurement, const struct record *indicator, const struct model_context *context);
void measurement_correction(
	struct record *measurement, const struct record *corrected, const struct model_context *context);

#endif
