/* The risk matrix: likelihood by impact, counts and refs in the cells, the level by letter and colour. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

static const char *const states[] = { "inherent", "current", "residual" };

struct matrix {
	int state;
	int row, column; /* of the cursor, from 1 */
	int64_t counts[SCALE_MAX + 1][SCALE_MAX + 1]; /* [0][...] and [...][0]: unrated */
	int64_t unrated;
	char *refs[SCALE_MAX + 1][SCALE_MAX + 1];
	bool read;
	char *filter;
	struct area grid;
	int cell_width, cell_height;
};

static struct query *matrix_query(struct ui *ui, const struct matrix *matrix)
{
	struct query *query = query_new(register_find("risk"));

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

static void forget(struct matrix *matrix)
{
	int i, j;

	for (i = 0; i <= SCALE_MAX; i++)
		for (j = 0; j <= SCALE_MAX; j++) {
			free(matrix->refs[i][j]);
			matrix->refs[i][j] = NULL;
		}
	memset(matrix->counts, 0, sizeof matrix->counts);
	matrix->unrated = 0;
	matrix->read = false;
}

static struct query *cell_query(struct ui *ui, const struct matrix *matrix, int likelihood, int impact)
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

static void read_matrix(struct ui *ui, struct matrix *matrix)
{
	struct query *query = matrix_query(ui, matrix);
	char *likelihood = xasprintf("%s_likelihood", states[matrix->state]), *impact = xasprintf("%s_impact", states[matrix->state]);
	struct error error = { 0 };
	int i, j;

	forget(matrix);
	query->group[0] = likelihood;
	query->group[1] = impact;
	if (!store_aggregate(ui->store, query, count_cell, matrix, &error))
		ui_error(ui, &error);
	error_clear(&error);
	query_free(query);
	/* A few refs of each cell, as far as they fit. */
	for (i = 1; i <= SCALE_MAX; i++)
		for (j = 1; j <= SCALE_MAX; j++) {
			struct window window = { .from = WINDOW_FIRST, .count = 6 };
			struct rows rows;
			struct buffer text = { 0 };
			size_t k;

			if (!matrix->counts[i][j])
				continue;
			query = cell_query(ui, matrix, i, j);
			query_sort(query, "ref", NULL);
			window.query = query;
			if (store_window(ui->store, &window, &rows, NULL)) {
				for (k = 0; k < rows.count; k++)
					buffer_printf(&text, "%s%s", k ? " " : "", rows.items[k].ref);
				rows_free(&rows);
			}
			matrix->refs[i][j] = buffer_take(&text);
			query_free(query);
		}
	free(likelihood);
	free(impact);
	matrix->read = true;
}

static const char *state_name(int state)
{
	static const char *const names[] = { N_("Inherent risk"), N_("Current risk"), N_("Residual risk") };

	return _(names[state]);
}

static void draw_cell(struct ui *ui, struct matrix *matrix, const struct method *method, int likelihood, int impact, int top, int left)
{
	int level = method_level(method, likelihood, impact), count = method->scales[SCALE_RISK].count, i;
	enum style style = draw_level_style(level, count);
	bool here = likelihood == matrix->row && impact == matrix->column;
	char *text;

	(void)ui;
	for (i = 0; i < matrix->cell_height; i++)
		draw_fill(top + i, left, matrix->cell_width - 1, style);
	text = matrix->counts[likelihood][impact] ? xasprintf("%c %lld", method_level_letter(level, count), (long long)matrix->counts[likelihood][impact])
	                                          : xasprintf("%c", method_level_letter(level, count));
	draw_text(top, left + 1, matrix->cell_width - 3, style, text, false);
	free(text);
	if (matrix->cell_height > 1 && matrix->refs[likelihood][impact]) {
		struct strings lines = { 0 };

		text_wrap(matrix->refs[likelihood][impact], matrix->cell_width - 3, &lines);
		for (i = 0; i < matrix->cell_height - 1 && (size_t)i < lines.count; i++)
			draw_text(top + 1 + i, left + 1, matrix->cell_width - 3, style, lines.items[i], false);
		strings_free(&lines);
	}
	if (here) {
		/* The cursor by a shape, not by colour alone. */
		draw_text(top, left, 1, style, "[", false);
		draw_text(top, left + matrix->cell_width - 2, 1, style, "]", false);
	}
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	int likelihoods = method->scales[SCALE_LIKELIHOOD].count, impacts = method->scales[SCALE_IMPACT].count, label = area.width >= 120 ? 22 : 15;
	int i, j, row;
	char *text;

	if (!likelihoods || !impacts) {
		draw_text(area.top + 2, area.left + 2, area.width - 4, STYLE_DIM, _("The organisation has no risk method yet; O opens its record."), false);
		return;
	}
	if (!matrix->read)
		read_matrix(ui, matrix);
	text = xasprintf("%s%s%s%s", state_name(matrix->state), matrix->filter ? "  [" : "", matrix->filter ? matrix->filter : "", matrix->filter ? "]" : "");
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, true);
	free(text);
	matrix->cell_width = (area.width - label - 2) / impacts;
	matrix->cell_height = (area.height - 6) / likelihoods;
	if (matrix->cell_height > 5)
		matrix->cell_height = 5;
	if (matrix->cell_height < 1)
		matrix->cell_height = 1;
	if (matrix->cell_width > 24)
		matrix->cell_width = 24;
	matrix->grid = (struct area){ area.top + 1, area.left + label + 1, matrix->cell_height * likelihoods, matrix->cell_width * impacts };
	for (i = likelihoods, row = matrix->grid.top; i >= 1; i--, row += matrix->cell_height) {
		text = xasprintf("%d %s", i, method->scales[SCALE_LIKELIHOOD].names[i - 1]);
		draw_text(row, area.left + 1, label - 1, i == matrix->row ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
		for (j = 1; j <= impacts; j++)
			draw_cell(ui, matrix, method, i, j, row, matrix->grid.left + (j - 1) * matrix->cell_width);
	}
	for (j = 1; j <= impacts; j++) {
		text = xasprintf("%d %s", j, method->scales[SCALE_IMPACT].names[j - 1]);
		draw_text(row, matrix->grid.left + (j - 1) * matrix->cell_width, matrix->cell_width - 1, j == matrix->column ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
	}
	/* TRANSLATORS: the axes of the matrix */
	draw_text(row + 1, area.left + 1, area.width - 2, STYLE_DIM, _("up: likelihood; to the right: impact"), false);
	text = xasprintf("%s \xc2\xb7 %s", method->scales[SCALE_LIKELIHOOD].definitions[matrix->row - 1], method->scales[SCALE_IMPACT].definitions[matrix->column - 1]);
	draw_text(row + 2, area.left + 1, area.width - 2, STYLE_DIM, text, true);
	free(text);
	{
		struct buffer legend = { 0 };

		for (i = 1; i <= method->scales[SCALE_RISK].count; i++)
			buffer_printf(&legend, "%c %s   ", method_level_letter(i, method->scales[SCALE_RISK].count), method->scales[SCALE_RISK].names[i - 1]);
		if (method->threshold >= 1 && method->threshold <= method->scales[SCALE_RISK].count)
			buffer_printf(&legend, _("acceptable up to %s; "), method->scales[SCALE_RISK].names[method->threshold - 1]);
		buffer_printf(&legend, _("%lld not rated (U)"), (long long)matrix->unrated);
		draw_text(row + 3, area.left + 1, area.width - 2, STYLE_PLAIN, legend.data, true);
		buffer_free(&legend);
	}
}

static enum answer key(struct ui *ui, struct view *view, const struct key *key)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	const char *name = key->name;

	if ((strcmp(name, "Up") == 0 || strcmp(name, "k") == 0) && matrix->row < method->scales[SCALE_LIKELIHOOD].count)
		matrix->row++;
	else if ((strcmp(name, "Down") == 0 || strcmp(name, "j") == 0) && matrix->row > 1)
		matrix->row--;
	else if ((strcmp(name, "Right") == 0 || strcmp(name, "l") == 0) && matrix->column < method->scales[SCALE_IMPACT].count)
		matrix->column++;
	else if ((strcmp(name, "Left") == 0 || strcmp(name, "h") == 0) && matrix->column > 1)
		matrix->column--;
	else if (strcmp(name, "i") == 0 || strcmp(name, "c") == 0 || strcmp(name, "r") == 0) {
		matrix->state = name[0] == 'i' ? 0 : name[0] == 'c' ? 1 : 2;
		forget(matrix);
	} else {
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct matrix *matrix = view->data;
	struct query *query = query_new(register_find("risk"));
	struct error error = { 0 };

	if (text && query_parse(query, store_context(ui->store), text, &error)) {
		free(matrix->filter);
		matrix->filter = *text ? xstrdup(text) : NULL;
		forget(matrix);
		view->dirty = true;
	} else if (text) {
		ui_error(ui, &error);
	}
	error_clear(&error);
	query_free(query);
}

static enum answer command(struct ui *ui, struct view *view, const struct command *command)
{
	struct matrix *matrix = view->data;

	if (strcmp(command->name, "open") == 0) {
		const struct method *method = &store_context(ui->store)->method;
		char *title = xasprintf("%s: %d %s \xc3\x97 %d %s", state_name(matrix->state), matrix->row, method->scales[SCALE_LIKELIHOOD].names[matrix->row - 1],
		                        matrix->column, method->scales[SCALE_IMPACT].names[matrix->column - 1]);

		list_view_open(ui, cell_query(ui, matrix, matrix->row, matrix->column), title);
		free(title);
	} else if (strcmp(command->name, "unrated") == 0) {
		struct query *query = matrix_query(ui, matrix);
		char *path = xasprintf("%s_level", states[matrix->state]);

		query_add(query, path, OP_EMPTY, NULL);
		free(path);
		list_view_open(ui, query, _("Risks that are not rated"));
	} else if (strcmp(command->name, "state") == 0) {
		matrix->state = (matrix->state + 1) % 3;
		forget(matrix);
		view->dirty = true;
	} else if (strcmp(command->name, "filter") == 0) {
		prompt_open(ui, _("Filter:"), matrix->filter ? matrix->filter : "", filtered, view);
	} else if (strcmp(command->name, "add") == 0) {
		form_view_open(ui, register_find("risk"), 0);
	} else {
		return ANSWER_IGNORED;
	}
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	(void)area;
	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || !matrix->cell_width || mouse->row < matrix->grid.top || mouse->row >= matrix->grid.top + matrix->grid.height ||
	    mouse->column < matrix->grid.left || mouse->column >= matrix->grid.left + matrix->grid.width)
		return ANSWER_IGNORED;
	matrix->row = method->scales[SCALE_LIKELIHOOD].count - (mouse->row - matrix->grid.top) / matrix->cell_height;
	matrix->column = (mouse->column - matrix->grid.left) / matrix->cell_width + 1;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_command(ui, command_find("open"));
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	forget(matrix);
	if (matrix->row > method->scales[SCALE_LIKELIHOOD].count)
		matrix->row = 1;
	if (matrix->column > method->scales[SCALE_IMPACT].count)
		matrix->column = 1;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	(void)ui;
	forget(matrix);
	free(matrix->filter);
	free(matrix);
}

static const struct view_ops ops = { .name = "matrix", .draw = draw, .key = key, .command = command, .mouse = mouse, .changed = changed, .close = close_view };

void matrix_view_open(struct ui *ui)
{
	struct matrix *matrix = xcalloc(1, sizeof *matrix);
	const struct method *method = &store_context(ui->store)->method;

	matrix->state = 1;
	matrix->row = method->scales[SCALE_LIKELIHOOD].count ? method->scales[SCALE_LIKELIHOOD].count : 1;
	matrix->column = method->scales[SCALE_IMPACT].count ? method->scales[SCALE_IMPACT].count : 1;
	ui_push(ui, view_new(&ops, matrix));
}
