/* The risk matrix: what is counted in its cells, and which risks these are. */
#include <stdlib.h>
#include <string.h>

#include "tui/matrix.h"

#define CELL_REFS 60

static const char *const states[MATRIX_STATES] = { "inherent", "current", "residual", "residual" };
#define STATE_WHAT_IF 3

bool matrix_has_grid(const struct method *method)
{
	return method->scales[SCALE_LIKELIHOOD].count && method->scales[SCALE_IMPACT].count;
}

static struct query *matrix_query(struct ui *ui, const struct matrix *matrix)
{
	struct query *query = query_new(register_find("risk"));

	query_add(query, "standing", OP_EQUAL, "current");
	if (matrix->filter)
		query_parse(query, store_context(ui->store), matrix->filter, NULL);
	return query;
}

static void count_cell(void *user, const char *const values[3], int64_t count)
{
	struct matrix *matrix = user;
	int likelihood = values[0] ? atoi(values[0]) : 0, impact = values[1] ? atoi(values[1]) : 0;

	if (likelihood < 1 || likelihood > SCALE_MAX || impact < 1 || impact > SCALE_MAX)
		matrix->unrated += count;
	else
		matrix->counts[likelihood][impact] += count;
}

void matrix_forget(struct matrix *matrix)
{
	int i, j;

	for (i = 0; i <= SCALE_MAX; i++)
		for (j = 0; j <= SCALE_MAX; j++) {
			free(matrix->refs[i][j]);
			matrix->refs[i][j] = NULL;
		}
	memset(matrix->counts, 0, sizeof matrix->counts);
	matrix->unrated = matrix->left = 0;
	matrix->arrows_row = 0;
	matrix->read = matrix->known = false;
}

struct query *matrix_cell_query(struct ui *ui, const struct matrix *matrix, int likelihood, int impact)
{
	struct query *query = matrix_query(ui, matrix);
	char *path = xasprintf("%s_likelihood", states[matrix->state]), *value = xasprintf("%d", likelihood);

	query_add(query, path, OP_EQUAL, value);
	free(path);
	free(value);
	path = xasprintf("%s_impact", states[matrix->state]);
	value = xasprintf("%d", impact);
	query_add(query, path, OP_EQUAL, value);
	free(path);
	free(value);
	return query;
}

/* What if: the risks without a residual rating stay where they are. */
static bool count_untreated(struct ui *ui, struct matrix *matrix, struct error *error)
{
	struct query *query = matrix_query(ui, matrix);
	bool ok;

	matrix->unrated = 0;
	query_add(query, "residual_level", OP_EMPTY, NULL);
	query->group[0] = "current_likelihood";
	query->group[1] = "current_impact";
	ok = store_aggregate(ui->store, query, count_cell, matrix, error);
	query_free(query);
	return ok;
}

static void count_end(void *user, const char *const values[3], int64_t count)
{
	struct matrix *matrix = user;
	int likelihood = values[0] ? atoi(values[0]) : 0, impact = values[1] ? atoi(values[1]) : 0;

	if (likelihood >= 1 && likelihood <= SCALE_MAX && impact >= 1 && impact <= SCALE_MAX)
		matrix->ends[likelihood][impact] += count;
}

void matrix_read_arrows(struct ui *ui, struct matrix *matrix)
{
	struct error error = { 0 };
	struct query *query;

	if (matrix->arrows_row == matrix->row && matrix->arrows_column == matrix->column &&
		matrix->arrows_state == matrix->state)
		return;
	memset(matrix->ends, 0, sizeof matrix->ends);
	query = matrix_cell_query(ui, matrix, matrix->row, matrix->column);
	query->group[0] = "residual_likelihood";
	query->group[1] = "residual_impact";
	if (!store_aggregate(ui->store, query, count_end, matrix, &error)) {
		memset(matrix->ends, 0, sizeof matrix->ends);
		ui_error(ui, &error);
		error_clear(&error);
	}
	query_free(query);
	matrix->arrows_row = matrix->row;
	matrix->arrows_column = matrix->column;
	matrix->arrows_state = matrix->state;
}

/* The first refs of a cell; the drawing takes as many as fit.  NULL: error. */
static char *read_refs(struct ui *ui, const struct matrix *matrix, int likelihood, int impact, struct error *error)
{
	struct query *query = matrix_cell_query(ui, matrix, likelihood, impact);
	struct window window = { .query = query, .from = WINDOW_FIRST, .count = CELL_REFS };
	struct buffer text = { 0 };
	struct rows rows;
	bool ok;
	size_t i;

	query_sort(query, "ref", NULL);
	ok = store_window(ui->store, &window, &rows, error);
	for (i = 0; ok && i < rows.count; i++)
		buffer_printf(&text, "%s%s", i ? " " : "", rows.items[i].ref);
	rows_free(&rows);
	query_free(query);
	return ok ? buffer_take(&text) : NULL;
}

static bool read_cells(struct ui *ui, struct matrix *matrix, struct error *error)
{
	struct query *query = matrix_query(ui, matrix);
	char *likelihood = xasprintf("%s_likelihood", states[matrix->state]),
	     *impact = xasprintf("%s_impact", states[matrix->state]);
	bool ok;
	int i, j;

	query->group[0] = likelihood;
	query->group[1] = impact;
	ok = store_aggregate(ui->store, query, count_cell, matrix, error);
	query_free(query);
	if (ok && matrix->state == STATE_WHAT_IF)
		ok = count_untreated(ui, matrix, error);
	for (i = 1; i <= SCALE_MAX && ok; i++)
		for (j = 1; j <= SCALE_MAX && ok; j++)
			if (matrix->counts[i][j]) {
				matrix->refs[i][j] = read_refs(ui, matrix, i, j, error);
				ok = matrix->refs[i][j] != NULL;
			}
	free(likelihood);
	free(impact);
	return ok;
}

/* What stands beside the cells: left the register, and accepted but not so any more. */
struct query *matrix_beside_query(struct ui *ui, const struct matrix *matrix, const char *which)
{
	struct query *query = query_new(register_find("risk"));

	query_parse(query, store_context(ui->store), which, NULL);
	if (matrix->filter)
		query_parse(query, store_context(ui->store), matrix->filter, NULL);
	return query;
}

static bool count_beside(
	struct ui *ui, const struct matrix *matrix, const char *which, int64_t *count, struct error *error)
{
	struct query *query = matrix_beside_query(ui, matrix, which);

	*count = store_count(ui->store, query, error);
	query_free(query);
	return *count >= 0;
}

void matrix_read(struct ui *ui, struct matrix *matrix)
{
	struct matrix fresh = { .state = matrix->state, .filter = matrix->filter };
	struct error error = { 0 };

	if (read_cells(ui, &fresh, &error) && count_beside(ui, matrix, MATRIX_LEFT, &fresh.left, &error)) {
		matrix_forget(matrix);
		memcpy(matrix->counts, fresh.counts, sizeof matrix->counts);
		memcpy(matrix->refs, fresh.refs, sizeof matrix->refs);
		matrix->unrated = fresh.unrated;
		matrix->left = fresh.left;
		memset(&matrix->weighed, 0, sizeof matrix->weighed);
		matrix->known = true;
		failure_forget(&matrix->failure);
	} else {
		matrix_forget(&fresh);
		failure_take(ui, &matrix->failure, &error, matrix->known);
	}
	matrix->read = matrix->known;
}

struct query *matrix_unrated_query(struct ui *ui, const struct matrix *matrix)
{
	struct query *query = matrix_query(ui, matrix);
	char *path = xasprintf("%s_level", states[matrix->state]);

	query_add(query, path, OP_EMPTY, NULL);
	free(path);
	return query;
}

void matrix_to_worst(struct matrix *matrix, const struct method *method)
{
	int worst = 0, i, j;

	matrix->unplaced = false;
	/* Among those of one level the upper one goes first, then the one to the right. */
	for (i = method->scales[SCALE_LIKELIHOOD].count; i >= 1; i--)
		for (j = method->scales[SCALE_IMPACT].count; j >= 1; j--)
			if (matrix->counts[i][j] && method_level(method, i, j) > worst) {
				worst = method_level(method, i, j);
				matrix->row = i;
				matrix->column = j;
			}
}
