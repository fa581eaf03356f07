/* A column that is left out may have been in the way of reading a wide table as what it means. */
#include <stdlib.h>

#include "exchange/import.h"

/* What somebody said of a column. */
struct said {
	enum column_use use;
	const struct field_def *field;
	bool is;
};

/* Each column keeps its place; those that the others were made of are no more. */
static void say_again(struct import_plan *plan, const struct said *said, size_t count)
{
	size_t i;

	for (i = 0; i < count && i < plan->column_count; i++)
		if (said[i].is && !grid_is_made(&plan->details->grid, i))
			import_plan_set_column(plan, i, said[i].use, said[i].field);
}

/* The columns as they stand in the table, with what was said of them before. */
static void find_again(struct import_plan *plan, const struct said *said, size_t count)
{
	import_matrix_close(plan);
	import_rows_forget(plan);
	import_columns_find(plan);
	say_again(plan, said, count);
}

static struct said *keep_said(const struct import_plan *plan)
{
	struct said *said = xcalloc(plan->column_count + 1, sizeof *said);
	size_t i;

	for (i = 0; i < plan->column_count; i++)
		said[i] = (struct said){ plan->columns[i].use, plan->columns[i].field,
			plan->columns[i].origin == BY_USER && !grid_is_made(&plan->details->grid, i) };
	return said;
}

void import_plan_take_back_column(struct import_plan *plan, size_t place)
{
	size_t count = plan->column_count;
	struct said *said;

	import_plan_forget_column(plan, place);
	if (!grid_is_wide(&plan->details->grid) || !import_is_of_several(plan, place))
		return;
	said = keep_said(plan);
	find_again(plan, said, count);
	free(said);
}

bool import_plan_skip_column(struct import_plan *plan, size_t place, struct error *error)
{
	size_t count = plan->column_count;
	struct said *said;
	bool ok;

	import_plan_set_column(plan, place, USE_SKIPPED, NULL);
	if (grid_is_wide(&plan->details->grid))
		return true;
	said = keep_said(plan);
	/* It may have been in the way of reading the others as what they are. */
	ok = import_matrix_open(plan, error);
	if (ok && grid_is_wide(&plan->details->grid)) {
		import_rows_forget(plan);
		import_columns_find(plan);
		import_matrix_found(plan);
		say_again(plan, said, count);
	}
	free(said);
	return ok;
}
