/* The grid of a risk method, and what a level that comes or goes does to it. */
#include <string.h>

#include "model/field_type.h"
#include "model/scale.h"

/* ---- the grid ---- */

struct risk_grid grid_of(const struct method *method)
{
	struct risk_grid grid = {
		.likelihoods = method->scales[SCALE_LIKELIHOOD].count,
		.impacts = method->scales[SCALE_IMPACT].count,
		.levels = method->scales[SCALE_RISK].count,
		.threshold = method->threshold,
	};
	int l, c;

	if (grid.threshold < 1 || grid.threshold > grid.levels)
		grid.threshold = 1;
	for (l = 1; l <= grid.likelihoods; l++)
		for (c = 1; c <= grid.impacts; c++) {
			int level = method_level(method, l, c);

			grid.cells[l - 1][c - 1] = (unsigned char)(level >= 1 && level <= grid.levels ? level : 1);
		}
	return grid;
}

void grid_fill(struct risk_grid *grid, enum grid_rule rule)
{
	bool product = rule == GRID_BY_PRODUCT;
	int least = product ? 1 : 2,
	    greatest = product ? grid->likelihoods * grid->impacts : grid->likelihoods + grid->impacts, l, c;

	for (l = 1; l <= grid->likelihoods; l++)
		for (c = 1; c <= grid->impacts; c++) {
			int score = product ? l * c : l + c,
			    level = 1 + (score - least) * grid->levels / (greatest - least + 1);

			grid->cells[l - 1][c - 1] = (unsigned char)(level > grid->levels ? grid->levels : level);
		}
}

static bool is_filled(const struct risk_grid *grid, enum grid_rule rule)
{
	struct risk_grid filled = *grid;

	grid_fill(&filled, rule);
	return memcmp(filled.cells, grid->cells, sizeof filled.cells) == 0;
}

enum grid_rule grid_rule(const struct risk_grid *grid)
{
	return is_filled(grid, GRID_BY_SUM)       ? GRID_BY_SUM
	       : is_filled(grid, GRID_BY_PRODUCT) ? GRID_BY_PRODUCT
						  : GRID_BY_HAND;
}

char *grid_text(const struct risk_grid *grid)
{
	struct buffer text = { 0 };
	int l, c;

	for (l = 1; l <= grid->likelihoods; l++)
		for (c = 1; c <= grid->impacts; c++)
			buffer_printf(&text, "%d%s", grid->cells[l - 1][c - 1],
				c < grid->impacts       ? " "
				: l < grid->likelihoods ? "\n"
							: "");
	return buffer_take(&text);
}

/* ---- a level more or less ---- */

/* The bounds are those of the dictionary; the scale of maturity, which no grid uses, has those of the levels of risk. */
static const struct field_def *count_field(enum scale_kind scale)
{
	return register_field(register_find("method"), scale_count_field(scale) ? scale_count_field(scale) : "levels");
}

bool rescale_allowed(const struct rescale *rescale, struct error *error)
{
	const struct field_def *field = count_field(rescale->scale);
	int last = rescale->count + (rescale->adds ? 1 : 0);

	if (rescale->adds && rescale->count >= (int)field->max)
		return error_set(
			error, ERROR_INVALID, _("A scale has at most %d levels; remove one first."), (int)field->max);
	if (!rescale->adds && rescale->count <= (int)field->min)
		return error_set(
			error, ERROR_INVALID, _("This scale has at least %d levels; add one first."), (int)field->min);
	if (rescale->number < 1 || rescale->number > last)
		return error_set_field(error, ERROR_INVALID, "number",
			_("The number must be one from 1 to %d: the levels of a scale have no gap."), last);
	return true;
}

bool rescale_fits(const struct rescale *rescale, const struct method *method, struct error *error)
{
	return (method->ref && method->scales[rescale->scale].count == rescale->count) ||
	       error_set(error, ERROR_CONFLICT,
		       _("The scale was changed by somebody else meanwhile; nothing was written."));
}

int rescale_first(const struct rescale *rescale)
{
	return rescale->adds || rescale->number > 1 ? rescale->number : 2;
}

int rescale_level(const struct rescale *rescale, int level)
{
	if (level < rescale_first(rescale))
		return level;
	return rescale->adds ? level + 1 : level - 1;
}

/* The level before from which a row or column of the new grid is taken; a new one's is its lower neighbour. */
static int origin(const struct rescale *rescale, enum scale_kind scale, int level)
{
	if (rescale->scale != scale)
		return level;
	if (rescale->adds)
		return level >= rescale->number && level > 1 ? level - 1 : level;
	return level >= rescale->number ? level + 1 : level;
}

struct risk_grid grid_rescale(const struct risk_grid *grid, const struct rescale *rescale)
{
	struct risk_grid after = { .likelihoods = grid->likelihoods,
		.impacts = grid->impacts,
		.levels = grid->levels,
		.threshold = grid->threshold };
	enum grid_rule rule = grid_rule(grid);
	int step = rescale->adds ? 1 : -1, l, c;

	if (rescale->scale == SCALE_LIKELIHOOD)
		after.likelihoods += step;
	else if (rescale->scale == SCALE_IMPACT)
		after.impacts += step;
	else if (rescale->scale == SCALE_RISK)
		after.levels += step;
	for (l = 1; l <= after.likelihoods; l++)
		for (c = 1; c <= after.impacts; c++) {
			int level = grid->cells[origin(rescale, SCALE_LIKELIHOOD, l) - 1]
					       [origin(rescale, SCALE_IMPACT, c) - 1];

			after.cells[l - 1][c - 1] =
				(unsigned char)(rescale->scale == SCALE_RISK ? rescale_level(rescale, level) : level);
		}
	if (rule != GRID_BY_HAND && rescale->scale != SCALE_MATURITY)
		grid_fill(&after, rule);
	if (rescale->scale == SCALE_RISK)
		after.threshold = rescale_level(rescale, grid->threshold);
	return after;
}

bool rescale_concerns(const struct rescale *rescale, const struct field_def *field)
{
	return field->type == &type_level && !(field->flags & FIELD_DERIVED) &&
	       strcmp(field->scale, scale_names[rescale->scale]) == 0;
}

/* ---- what it means for the risks ---- */

static int moved_to(const struct rescale *rescale, enum scale_kind scale, int level)
{
	return rescale && rescale->scale == scale ? rescale_level(rescale, level) : level;
}

struct grid_effect grid_weigh(const struct rating_counts *counts, const struct risk_grid *before,
	const struct risk_grid *after, const struct rescale *rescale)
{
	struct grid_effect effect = { 0 };
	int i, l, c;

	for (l = 1; l <= before->likelihoods; l++)
		for (c = 1; c <= before->impacts; c++) {
			int old = before->cells[l - 1][c - 1];
			int new = after->cells[moved_to(rescale, SCALE_LIKELIHOOD, l) - 1]
					      [moved_to(rescale, SCALE_IMPACT, c) - 1];

			for (i = 0; i < RATINGS; i++)
				effect.moved[i] += moved_to(rescale, SCALE_RISK, old) != new ? counts->n[i][l][c] : 0;
			effect.above_before += old > before->threshold ? counts->n[1][l][c] : 0;
			effect.above_after += new > after->threshold ? counts->n[1][l][c] : 0;
		}
	return effect;
}
