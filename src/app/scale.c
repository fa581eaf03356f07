/* A level more or less on a scale of the risk method: what it would change in words, and the same from the command line. */
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

/* ---- how the risks stand ---- */

static void count_cell(void *user, const char *const values[3], int64_t count)
{
	int64_t(*counts)[SCALE_MAX + 1] = user;
	int likelihood = values[0] ? atoi(values[0]) : 0, impact = values[1] ? atoi(values[1]) : 0;

	if (likelihood >= 0 && likelihood <= SCALE_MAX && impact >= 0 && impact <= SCALE_MAX)
		counts[likelihood][impact] += count;
}

bool app_rating_counts(struct store *store, struct rating_counts *counts, struct error *error)
{
	bool ok = true;
	int i;

	memset(counts, 0, sizeof *counts);
	for (i = 0; i < RATINGS && ok; i++) {
		struct query *query = query_new(register_find("risk"));
		char *likelihood = xasprintf("%s_likelihood", rating_states[i]),
		     *impact = xasprintf("%s_impact", rating_states[i]);

		/* Those that left the register are in no figure of today. */
		query_add(query, "standing", OP_EQUAL, "current");
		query->group[0] = likelihood;
		query->group[1] = impact;
		ok = store_aggregate(store, query, count_cell, counts->n[i], error);
		query_free(query);
		free(likelihood);
		free(impact);
	}
	return ok;
}

/* ---- what a change of the scale says ---- */

static void say(struct buffer *text, char *sentence)
{
	buffer_printf(text, "%s%s", text->length ? " " : "", sentence);
	free(sentence);
}

static void say_levels(struct buffer *text, const struct rescale *rescale)
{
	if (rescale->adds && rescale->number > rescale->count)
		say(text, xstrdup(_("No other level moves.")));
	else if (rescale->adds)
		say(text,
			xasprintf(_("Levels from %d up, and what is rated at them, move up by one."), rescale->number));
	else if (rescale->number > 1 && rescale->number == rescale->count)
		say(text, xasprintf(_("What is rated at it goes to level %d."), rescale->number - 1));
	else if (rescale->number > 1)
		say(text, xasprintf(_("What is rated at it goes to level %d; the levels above move down by one."),
				  rescale->number - 1));
	else
		say(text,
			xstrdup(_(
				"What is rated at it stays at the lowest level; the levels above move down by one.")));
}

/* Of each rating, how many move: by their likelihood or by their impact. */
static void say_ratings(struct buffer *text, const struct rescale *rescale, const struct rating_counts *counts)
{
	int64_t moved[RATINGS] = { 0 };
	int i, l, c;

	for (i = 0; i < RATINGS; i++)
		for (l = 0; l <= SCALE_MAX; l++)
			for (c = 0; c <= SCALE_MAX; c++)
				if ((rescale->scale == SCALE_LIKELIHOOD ? l : c) >= rescale_first(rescale))
					moved[i] += counts->n[i][l][c];
	say(text, xasprintf(_("Ratings that move: %lld inherent, %lld current, %lld residual."), (long long)moved[0],
			  (long long)moved[1], (long long)moved[2]));
}

static void list_count(struct buffer *list, const struct register_def *def, int64_t count)
{
	if (count)
		buffer_printf(list, "%s%s %lld", list->length ? ", " : "", _(def->plural), (long long)count);
}

static void say_records(struct buffer *text, struct store *store, const struct rescale *rescale)
{
	struct rescale_counts counts = store_rescale_counts(store, rescale);
	struct buffer moved = { 0 }, frozen = { 0 };
	size_t i;

	for (i = 0; i < counts.count; i++) {
		list_count(&moved, counts.items[i].def, counts.items[i].moved);
		list_count(&frozen, counts.items[i].def, counts.items[i].frozen);
	}
	if (moved.length)
		/* TRANSLATORS: registers with a number each: "Risks 80, Assets 60" */
		say(text, xasprintf(_("Records with a level that moves: %s."), moved.data));
	if (frozen.length)
		say(text,
			xasprintf(
				_("What is signed or closed keeps its numbers, to be read by the scale of its day: %s."),
				frozen.data));
	buffer_free(&moved);
	buffer_free(&frozen);
	free(counts.items);
}

static void say_grid(struct buffer *text, const struct rescale *rescale, enum grid_rule rule)
{
	bool row = rescale->scale == SCALE_LIKELIHOOD;

	if (rescale->scale == SCALE_RISK && rule == GRID_BY_HAND)
		say(text, xstrdup(rescale->adds ? _("No cell of the grid has the new level until it is set.")
						: _("The cells of the grid follow.")));
	else if (rescale->scale != SCALE_RISK && rescale->adds)
		say(text, xstrdup(row ? _("The grid gets a row.") : _("The grid gets a column.")));
	else if (rescale->scale != SCALE_RISK)
		say(text, xstrdup(row ? _("The grid loses a row.") : _("The grid loses a column.")));
	if (rule == GRID_BY_SUM)
		say(text, xstrdup(_("The grid stays one by sums and is filled anew.")));
	else if (rule == GRID_BY_PRODUCT)
		say(text, xstrdup(_("The grid stays one by products and is filled anew.")));
	else if (rescale->scale != SCALE_RISK && rescale->adds)
		say(text, xstrdup(_("It was set by hand: the new cells are those of the level below.")));
}

static void say_threshold(struct buffer *text, const struct risk_grid *before, const struct risk_grid *after)
{
	if (before->threshold != after->threshold)
		say(text, xasprintf(_("The threshold becomes level %d, so far %d."), after->threshold,
				  before->threshold));
}

char *app_rescale_says(struct store *store, const struct rescale *rescale, struct error *error)
{
	struct risk_grid before = grid_of(&store_context(store)->method), after;
	struct buffer text = { 0 };

	if (!rescale_fits(rescale, &store_context(store)->method, error) || !rescale_allowed(rescale, error))
		return NULL;
	after = grid_rescale(&before, rescale);
	say_levels(&text, rescale);
	if (rescale->scale != SCALE_MATURITY) {
		struct rating_counts counts;
		struct grid_effect effect;

		if (!app_rating_counts(store, &counts, error)) {
			buffer_free(&text);
			return NULL;
		}
		effect = grid_weigh(&counts, &before, &after, rescale);
		if (rescale->scale != SCALE_RISK)
			say_ratings(&text, rescale, &counts);
		say_records(&text, store, rescale);
		say_grid(&text, rescale, grid_rule(&before));
		say_threshold(&text, &before, &after);
		say(&text,
			xasprintf(
				_("Ratings with another level than before: %lld inherent, %lld current, %lld residual; risks above the threshold: %lld, so far %lld."),
				(long long)effect.moved[0], (long long)effect.moved[1], (long long)effect.moved[2],
				(long long)effect.above_after, (long long)effect.above_before));
	} else {
		say_records(&text, store, rescale);
	}
	return buffer_take(&text);
}

/* ---- from the command line ---- */

/* Whether a level of that number has a record, which only names it. */
static bool has_record(struct store *store, const struct record *level)
{
	struct query *query = query_new(register_find("level"));
	bool has;

	query_add(query, "method", OP_EQUAL, record_get(level, "method"));
	query_add(query, "scale", OP_EQUAL, record_get(level, "scale"));
	query_add(query, "number", OP_EQUAL, record_get(level, "number"));
	has = store_count(store, query, NULL) > 0;
	query_free(query);
	return has;
}

bool app_rescale_of(struct store *store, const struct record *level, bool adds, struct rescale *rescale)
{
	const struct method *method = &store_context(store)->method;
	const char *own = record_get(level, "method"), *scale = record_get(level, "scale"),
		   *number = record_get(level, "number");
	int i;

	*rescale = (struct rescale){ 0 };
	if (level->def != register_find("level") || !method->ref || !own || !scale || !number ||
		strcmp(own, method->ref) != 0)
		return false;
	for (i = 0; i < SCALE_COUNT; i++)
		if (strcmp(scale, scale_names[i]) == 0)
			*rescale = (struct rescale){ (enum scale_kind)i, method->scales[i].count, atoi(number), adds };
	if (!rescale->count)
		return false;
	return !adds || rescale->number > rescale->count || has_record(store, level);
}
