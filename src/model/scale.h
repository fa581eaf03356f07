/*
 * The grid of a risk method and the number of levels of its scales: how a grid
 * is filled, and what a level that comes or goes does to ratings, grid and threshold.
 * Pure: the store carries it out.
 */
#ifndef NORIA_MODEL_SCALE_H
#define NORIA_MODEL_SCALE_H

#include "model/rules.h"

enum grid_rule { GRID_BY_HAND, GRID_BY_SUM, GRID_BY_PRODUCT };

struct risk_grid {
	int likelihoods, impacts, levels, threshold;
	unsigned char cells[SCALE_MAX][SCALE_MAX]; /* [likelihood - 1][impact - 1], from 1 to levels */
};

/* The method's grid; what lies outside of its scales becomes the lowest level. */
struct risk_grid grid_of(const struct method *method);
/* The scores from the least to the greatest, spread over the levels in equal steps. */
void grid_fill(struct risk_grid *grid, enum grid_rule rule);
/* The rule that gives just these cells. */
enum grid_rule grid_rule(const struct risk_grid *grid);
/* As method_parse_grid reads it; the caller frees. */
char *grid_text(const struct risk_grid *grid);

/* One level comes to a scale, or goes from it. */
struct rescale {
	enum scale_kind scale;
	int count;  /* levels of the scale before */
	int number; /* of the level: that it will have, or that it has */
	bool adds;
};

/* False: the scale has as many, or as few, levels as it may have, or there is no such place. */
bool rescale_allowed(const struct rescale *rescale, struct error *error);
/* False: the method's scale has another count by now than the change was made for. */
bool rescale_fits(const struct rescale *rescale, const struct method *method, struct error *error);
/* Where a rating goes: above it by one; from a level that goes to the next lower one, from the lowest to the new lowest. */
int rescale_level(const struct rescale *rescale, int level);
/* The lowest level from which ratings go elsewhere. */
int rescale_first(const struct rescale *rescale);
/* A row or column more or less: by the grid's own rule, else the neighbour's cells; the threshold keeps its meaning. */
struct risk_grid grid_rescale(const struct risk_grid *grid, const struct rescale *rescale);
/* True for the fields, chosen by people, that hold a level of that scale. */
bool rescale_concerns(const struct rescale *rescale, const struct field_def *field);

/* How many risks stand in each cell, inherent, current and residual; [0]: unrated. */
struct rating_counts {
	int64_t n[RATINGS][SCALE_MAX + 1][SCALE_MAX + 1];
};
/* What another grid makes of them. */
struct grid_effect {
	int64_t moved[RATINGS];            /* another level than they had */
	int64_t above_before, above_after; /* current level above the threshold */
};
/* rescale NULL: the scales stay.  A level that only changed its number is no other one. */
struct grid_effect grid_weigh(const struct rating_counts *counts, const struct risk_grid *before,
	const struct risk_grid *after, const struct rescale *rescale);

#endif
