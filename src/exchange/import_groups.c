/*
 * Headings of two rows: "Inherent" and "Residual", each over "Likelihood" and "Impact", "Responsable" over "Nom" and
 * "Prénom".  The one above says which of the fields is meant; without it the first likelihood would be taken for the
 * current one.
 */
#include <stdlib.h>
#include <string.h>

#include "exchange/heading_says.h"
#include "exchange/import.h"
#include "exchange/mapping.h"

/* How the three ratings are called; folded, the name of the fields' state first. */
static const char *const states[] = {
	"inherent|gross|raw|initial|initiale|brut|brute|before treatment|before controls|inherente|avant traitement",
	"residual|net|nette|target|cible|residuel|residuelle|after treatment|after controls|apres traitement",
	"current|actuel|actuelle|courant|courante",
};

/* The state's list of which the group speaks; NULL: of none, or of two. */
static const char *state_of(const char *group)
{
	char *folded = heading_fold(group);
	const char *found = NULL;
	size_t i, count = 0;

	for (i = 0; i < sizeof states / sizeof states[0]; i++)
		if (heading_has(folded, states[i])) {
			found = states[i];
			count++;
		}
	free(folded);
	return count == 1 ? found : NULL;
}

/* "current_likelihood" under "Residual" is residual_likelihood; NULL: the register has no such field. */
static const struct field_def *in_state(
	const struct register_def *def, const struct field_def *field, const char *state)
{
	size_t i, length;
	char *name;

	for (i = 0; i < sizeof states / sizeof states[0]; i++) {
		length = strcspn(states[i], "|");
		if (strncmp(field->name, states[i], length) != 0 || field->name[length] != '_')
			continue;
		name = xasprintf("%.*s%s", (int)strcspn(state, "|"), state, field->name + length);
		field = register_field(def, name);
		free(name);
		return field && !(field->flags & FIELD_DERIVED) ? field : NULL;
	}
	return NULL;
}

/* The one letter that is the heading of the column, "D" as "A"; 0: it is longer. */
static char letter_of(const struct grid *grid, size_t header, size_t place)
{
	char *folded = heading_fold(grid_at(grid, header, place)->text), letter = folded[0] && !folded[1] ? *folded : 0;

	free(folded);
	return letter == 'd' ? 'a' : letter;
}

/*
 * C, I and A, or D, I and C, beside each other are the impacts on each need, of the state that stands above them:
 * "I" is not the impact then.  NULL: they are not, or the register has none.
 */
static const struct field_def *need_of(const struct import_plan *plan, size_t place, const char *state)
{
	const struct grid *grid = &plan->details->grid;
	size_t header = plan->details->header, i, found = 0;
	char letter = header < grid->count ? letter_of(grid, header, place) : 0, *name;
	const struct field_def *field;

	for (i = 0; letter && i < plan->column_count; i++) {
		char other = letter_of(grid, header, i);

		found |= other == 'c' ? 1u : other == 'i' ? 2u : other == 'a' ? 4u : 0;
	}
	if (found != 7 || !strchr("ciat", letter))
		return NULL;
	name = xasprintf("current_impact_%c", letter);
	field = register_field(plan->def, name);
	free(name);
	return field && state ? in_state(plan->def, field, state) : field;
}

bool import_group_says(const struct import_plan *plan, size_t place, const char *heading, struct heading *found)
{
	const char *group = grid_group_over(&plan->details->grid, plan->details->header, place), *state;
	const struct field_def *field;
	struct heading alone;
	char *both;
	bool known;

	if (!plan->details->headings || plan->details->shipped || plan->details->foreign)
		return false;
	field = need_of(plan, place, group ? state_of(group) : NULL);
	if (field) {
		*found = (struct heading){ USE_FIELD, field, BY_SYNONYM, NULL };
		return true;
	}
	if (!group)
		return false;
	/* "Nom" and "Prénom" under "Responsable". */
	if (name_part_of(heading) != NAME_WHOLE && headings_find(plan->details->headings, group, &alone) &&
		alone.use == USE_FIELD && import_names_person(plan, alone.field)) {
		*found = alone;
		return true;
	}
	known = headings_find(plan->details->headings, heading, &alone) && alone.use == USE_FIELD;
	state = known ? state_of(group) : NULL;
	field = state ? in_state(plan->def, alone.field, state) : NULL;
	if (field) {
		*found = (struct heading){ USE_FIELD, field, BY_LABEL, NULL };
		return true;
	}
	if (known)
		return false;
	both = xasprintf("%s %s", group, heading);
	known = headings_find(plan->details->headings, both, found);
	free(both);
	return known;
}

/* Whether it is one of the choices of a field that takes several: LR, CO under "Reasons", BR/BP too, which of them whoever is asked says. */
static bool is_choice(const struct register_def *def, const char *text)
{
	const struct model_context context = { .reading = { .table = true } };
	char *first = xstrndup(text, strcspn(text, "/"));
	bool is = false;
	size_t i;

	for (i = 0; i < def->field_count && !is; i++) {
		char *value = NULL;

		is = def->fields[i].type == &type_choices &&
		     field_parse(&def->fields[i], &context, first, &value, NULL) && value;
		free(value);
	}
	free(first);
	return is;
}

/* Whether the two are a period: T1 under 2026. */
static bool is_period(const char *text, const char *year)
{
	char *both = xasprintf("%s %s", text, year);
	bool is = *text && (*text < '0' || *text > '9') && import_period_reads(NULL, both);

	free(both);
	return is;
}

bool import_groups_above(const struct headings *headings, const struct grid *grid, size_t row)
{
	size_t i, named = 0, alone = 0, unknown = 0;
	const char *group = NULL;
	bool under = false;

	for (i = 0; row + 1 < grid->count && i < grid->columns; i++) {
		const char *above = grid_at(grid, row, i)->text, *text = grid_at(grid, row + 1, i)->text;
		struct heading found;
		bool known;
		char *both;

		/* A name above has its own cell below blank, or is a group of several. */
		if (!grid_is_blank(above)) {
			group = above;
			under = i + 1 < grid->columns && grid_is_blank(grid_at(grid, row, i + 1)->text) &&
				!grid_is_blank(grid_at(grid, row + 1, i + 1)->text);
		}
		if (grid_is_blank(text))
			continue;
		both = xasprintf("%s %s", group ? group : "", text);
		known = headings_find(headings, text, &found) || headings_find(headings, both, &found) ||
			(under && (is_choice(headings_register(headings), text) || is_period(text, group)));
		free(both);
		if (!under)
			return false;
		named += known;
		unknown += !known;
		alone += known && grid_is_blank(above);
	}
	return named > 1 && alone > 0 && unknown * 3 <= named;
}

char *import_group_heading(const struct import_plan *plan, size_t place)
{
	/* Of columns that were gathered the two rows are told by how they stood. */
	const struct grid *grid = &plan->details->grid, *as_written = grid_is_wide(grid) ? grid->read_as : grid;
	size_t header = plan->details->header;
	const char *text = grid_at(grid, header, place)->text, *above, *group;
	bool blank = grid_is_blank(text), parted, under;
	struct heading found;

	if (!header || !plan->details->headings)
		return xstrdup(text);
	parted = import_names_part(grid, header - 1);
	group = parted && !blank ? grid_group_over(&plan->details->grid, plan->details->header, place) : NULL;
	if (group)
		return xasprintf("%s %s", group, text);
	under = parted || import_groups_above(plan->details->headings, as_written, header - 1);
	above = grid_at(grid, header - 1, place)->text;
	return xstrdup(blank && (under || headings_find(plan->details->headings, above, &found)) ? above : text);
}
