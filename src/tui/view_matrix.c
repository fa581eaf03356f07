/* The risk matrix: likelihood by impact, counts and refs in the cells, the level by letter and colour. */
#include <stdlib.h>
#include <string.h>

#include "model/quality.h"
#include "tui/internal.h"

#define CELL_REFS 60
#define LEFT "standing=left"

/* The fourth is no rating of its own: the residual one where there is one, else the current. */
static const char *const states[] = { "inherent", "current", "residual", "residual" };
#define STATE_WHAT_IF 3
#define STATES 4

struct matrix {
	int state;
	int row, column;                              /* of the cursor, from 1 */
	int64_t counts[SCALE_MAX + 1][SCALE_MAX + 1]; /* [0][...] and [...][0]: unrated */
	int64_t unrated, left, lapsed; /* not rated; left the register; accepted, and that does not hold any more */
	char *refs[SCALE_MAX + 1][SCALE_MAX + 1];
	struct slices
		weighed; /* `lapsed`, as far as it is counted: in a large register that takes longer than a key may wait */
	bool read, known; /* known: what stands here was read, if not lately */
	struct failure failure;
	bool arrows; /* from the cell under the cursor to where its risks end */
	int64_t ends[SCALE_MAX + 1][SCALE_MAX + 1];
	int arrows_row, arrows_column, arrows_state; /* for which cell `ends` was read */
	char *filter;
	struct area grid;
	int cell_width, cell_height;
};

static bool has_grid(const struct method *method)
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

static void forget(struct matrix *matrix)
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

/* Where the risks of the cell under the cursor stand once they are treated. */
static void read_arrows(struct ui *ui, struct matrix *matrix)
{
	struct error error = { 0 };
	struct query *query;

	if (matrix->arrows_row == matrix->row && matrix->arrows_column == matrix->column &&
		matrix->arrows_state == matrix->state)
		return;
	memset(matrix->ends, 0, sizeof matrix->ends);
	query = cell_query(ui, matrix, matrix->row, matrix->column);
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
	struct query *query = cell_query(ui, matrix, likelihood, impact);
	struct window window = { .query = query, .from = WINDOW_FIRST, .count = CELL_REFS };
	struct buffer text = { 0 };
	struct rows rows;
	bool ok;
	size_t i;

	query_sort(query, "ref", NULL);
	ok = store_window(ui->store, &window, &rows, error);
	for (i = 0; ok && i < rows.count; i++)
		buffer_printf(&text, "%s%s", i ? " " : "", rows.items[i].ref);
	if (ok)
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
static struct query *beside_query(struct ui *ui, const struct matrix *matrix, const char *which)
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
	struct query *query = beside_query(ui, matrix, which);

	*count = store_count(ui->store, query, error);
	query_free(query);
	return *count >= 0;
}

/* Reads it anew; where that fails, what was read of this rating before stays. */
static void read_matrix(struct ui *ui, struct matrix *matrix)
{
	struct matrix fresh = { .state = matrix->state, .filter = matrix->filter };
	struct error error = { 0 };

	if (read_cells(ui, &fresh, &error) && count_beside(ui, matrix, LEFT, &fresh.left, &error)) {
		forget(matrix);
		memcpy(matrix->counts, fresh.counts, sizeof matrix->counts);
		memcpy(matrix->refs, fresh.refs, sizeof matrix->refs);
		matrix->unrated = fresh.unrated;
		matrix->left = fresh.left;
		memset(&matrix->weighed, 0, sizeof matrix->weighed);
		matrix->known = true;
		failure_forget(&matrix->failure);
	} else {
		forget(&fresh);
		failure_take(ui, &matrix->failure, &error, matrix->known);
	}
	matrix->read = matrix->known;
}

static const char *state_name(int state)
{
	static const char *const names[] = { N_("Inherent risk"), N_("Current risk"), N_("Residual risk"),
		N_("What if all treatments were done") };

	return _(names[state]);
}

/* As many refs as fit into the lines, and how many more there are. */
static void draw_refs(int64_t count, const char *refs, enum style style, struct area area)
{
	struct strings names = { 0 };
	char *copy = xstrdup(refs), *rest = copy, *word;
	int line = 0, used = 0;
	size_t i;

	while ((word = strtok_r(rest, " ", &rest)))
		strings_add(&names, word);
	for (i = 0; i < names.count && line < area.height; i++) {
		int width = text_columns(names.items[i]);
		int64_t left = count - (int64_t)i;
		bool last_line = line + 1 == area.height;
		char *more = xasprintf("+%lld", (long long)left);

		if (used && used + 1 + width > area.width) {
			line++;
			used = 0;
			last_line = line + 1 == area.height;
		}
		if (line >= area.height) {
			free(more);
			break;
		}
		/* The last place of all is kept for the number of those that find none. */
		if (last_line && left > 1 && (used ? used + 1 : 0) + width + 1 + text_columns(more) > area.width) {
			draw_text(area.top + line, area.left + (used ? used + 1 : 0),
				area.width - (used ? used + 1 : 0), style, more, false);
			free(more);
			break;
		}
		free(more);
		draw_text(area.top + line, area.left + (used ? used + 1 : 0), area.width, style, names.items[i], false);
		used += (used ? 1 : 0) + width;
	}
	strings_free(&names);
	free(copy);
}

static void draw_cell(struct matrix *matrix, const struct method *method, int likelihood, int impact, int top, int left)
{
	int level = method_level(method, likelihood, impact), count = method->scales[SCALE_RISK].count, i, said;
	int64_t risks = matrix->counts[likelihood][impact];
	enum style style = draw_level_style(level, count);
	char *text;

	for (i = 0; i < matrix->cell_height; i++)
		draw_fill(top + i, left, matrix->cell_width - 1, style);
	text = risks ? xasprintf("%s %lld", method_level_mark(level, count), (long long)risks)
		     : xstrdup(method_level_mark(level, count));
	said = draw_text(top, left + 1, matrix->cell_width - 3, style, text, false);
	free(text);
	if (risks && matrix->refs[likelihood][impact]) {
		struct area below = { top + 1, left + 1, matrix->cell_height - 1, matrix->cell_width - 3 },
			    beside = { top, left + said + 3, 1, matrix->cell_width - said - 5 };

		if (matrix->cell_height > 1)
			draw_refs(risks, matrix->refs[likelihood][impact], style, below);
		else if (beside.width >= 6)
			draw_refs(risks, matrix->refs[likelihood][impact], style, beside);
	}
	if (matrix->arrows && matrix->ends[likelihood][impact]) {
		/* TRANSLATORS: in a cell of the matrix: so many risks of the cell under the cursor end here */
		text = xasprintf("\xe2\x86\x92%lld", (long long)matrix->ends[likelihood][impact]);
		draw_text(top, left + matrix->cell_width - 3 - text_columns(text), text_columns(text), style, text,
			false);
		free(text);
	}
	if (likelihood == matrix->row && impact == matrix->column) {
		/* The cursor by a shape, not by colour alone. */
		draw_spoken(top, left + 1);
		draw_text(top, left, 1, style, "[", false);
		draw_text(top, left + matrix->cell_width - 2, 1, style, "]", false);
	}
}

static void draw_legend(const struct method *method, int row, struct area area)
{
	const struct scale *levels = &method->scales[SCALE_RISK];
	bool known = method->threshold >= 1 && method->threshold <= levels->count;
	char *text = known ? xasprintf(_("acceptable up to %s"), levels->names[method->threshold - 1]) : xstrdup("");
	int column = area.left + 1, room = area.width - 2 - text_columns(text), i;

	for (i = 1; i <= levels->count; i++)
		room -= text_columns(method_level_mark(i, levels->count)) + text_columns(levels->names[i - 1]) + 4;
	for (i = 1; i <= levels->count; i++) {
		/* Many levels have no room for their names; the threshold is told all the same. */
		const char *mark = method_level_mark(i, levels->count);
		char *level = room >= 0 ? xasprintf(" %s %s ", mark, levels->names[i - 1]) : xasprintf(" %s ", mark);

		column += draw_text(row, column, area.left + area.width - column, draw_level_style(i, levels->count),
				  level, false) +
			  1;
		free(level);
	}
	draw_text(row, column + 1, area.left + area.width - column - 1, STYLE_PLAIN, text, true);
	free(text);
}

/* "3 Possible: once in one to three years", of the cell under the cursor. */
static int draw_meaning(const struct scale *scale, int level, int row, int rows, struct area area)
{
	/* TRANSLATORS: a name, then what is said of it */
	char *text = xasprintf(_("%s: %s"), scale->names[level - 1],
		scale->definitions[level - 1] ? scale->definitions[level - 1] : "");
	int used = draw_wrapped((struct area){ row, area.left + 1, rows, area.width - 2 }, STYLE_DIM, text, true);

	free(text);
	return used;
}

static int64_t rated(const struct matrix *matrix)
{
	int64_t sum = 0;
	int i, j;

	for (i = 1; i <= SCALE_MAX; i++)
		for (j = 1; j <= SCALE_MAX; j++)
			sum += matrix->counts[i][j];
	return sum;
}

static void draw_heading(struct ui *ui, const struct matrix *matrix, struct area area)
{
	/* TRANSLATORS: the axes of the matrix */
	const char *axes = _("up: likelihood; to the right: impact");
	char *text = ui_heading(ui, register_find("risk"), state_name(matrix->state), matrix->filter);
	int used = draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, true);

	free(text);
	if (matrix->unrated) {
		text = xasprintf(_("%lld not rated (%s)"), (long long)matrix->unrated, command_key("unrated", NULL));
		used += 2 + draw_text(area.top, area.left + used + 3, area.width - used - 4, STYLE_PLAIN, text, false);
		free(text);
	}
	if (!rated(matrix) && !matrix->unrated)
		draw_told((struct area){ area.top, area.left + used + 3, 1, area.width - used - 4 }, STYLE_LATE,
			matrix->filter ? _("No risk passes the filter; {filter} changes it.")
				       : _("There is no risk yet; {add} adds the first one."),
			NULL);
	else if (used + text_columns(axes) + 4 < area.width)
		draw_text(area.top, area.left + area.width - text_columns(axes) - 1, text_columns(axes), STYLE_DIM,
			axes, false);
}

/* The names of the likelihoods give way where the cells would be too narrow for a mark and two digits. */
static int label_width(int impacts, int width)
{
	int label = width >= 120 ? 22 : 15, rest = width - 2 - impacts * 7;

	if (label <= rest)
		return label;
	return rest > 8 ? rest : 8;
}

/* "! accepted, but no longer: 1   left the register: 3"; how many lines it takes. */
static int draw_beside(const struct matrix *matrix, int row, struct area area)
{
	int column = area.left + 1;
	char *text;

	if (!matrix->left && !matrix->lapsed)
		return 0;
	if (matrix->lapsed) {
		text = xasprintf(_("! accepted, but that does not hold any more: %lld (%s)"), (long long)matrix->lapsed,
			command_key("lapsed", NULL));
		column += draw_text(row, column, area.width - 2, STYLE_LATE, text, true) + 3;
		free(text);
	}
	if (matrix->left && column < area.left + area.width - 1) {
		text = xasprintf(_("left the register: %lld (%s)"), (long long)matrix->left, command_key("gone", NULL));
		draw_text(row, column, area.left + area.width - 1 - column, STYLE_PLAIN, text, true);
		free(text);
	}
	return 1;
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	int likelihoods = method->scales[SCALE_LIKELIHOOD].count, impacts = method->scales[SCALE_IMPACT].count,
	    label = label_width(impacts, area.width);
	int i, j, row, left;
	char *text;

	if (!has_grid(method)) {
		draw_told((struct area){ area.top + 2, area.left + 2, 1, area.width - 4 }, STYLE_DIM,
			_("The organisation has no risk method yet; {organisation} opens its record."), &view->place);
		return;
	}
	if (!matrix->read)
		read_matrix(ui, matrix);
	if (failure_draw(&matrix->failure, area))
		return;
	if (matrix->arrows)
		read_arrows(ui, matrix);
	draw_heading(ui, matrix, area);
	matrix->cell_width = (area.width - label - 2) / impacts;
	matrix->cell_height = (area.height - 5) / likelihoods;
	if (matrix->cell_height > 9)
		matrix->cell_height = 9;
	if (matrix->cell_height < 1)
		matrix->cell_height = 1;
	if (matrix->cell_width > 44)
		matrix->cell_width = 44;
	matrix->grid = (struct area){ area.top + 1, area.left + label + 1, matrix->cell_height * likelihoods,
		matrix->cell_width * impacts };
	for (i = likelihoods, row = matrix->grid.top; i >= 1; i--, row += matrix->cell_height) {
		text = xasprintf("%d %s", i, method->scales[SCALE_LIKELIHOOD].names[i - 1]);
		draw_text(row, area.left + 1, label - 1, i == matrix->row ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
		for (j = 1; j <= impacts; j++)
			draw_cell(matrix, method, i, j, row, matrix->grid.left + (j - 1) * matrix->cell_width);
	}
	for (j = 1; j <= impacts; j++) {
		text = xasprintf("%d %s", j, method->scales[SCALE_IMPACT].names[j - 1]);
		draw_text(row, matrix->grid.left + (j - 1) * matrix->cell_width, matrix->cell_width - 1,
			j == matrix->column ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
	}
	draw_legend(method, row + 1, area);
	row += 2 + draw_beside(matrix, row + 2, area);
	left = area.top + area.height - row;
	i = draw_meaning(&method->scales[SCALE_LIKELIHOOD], matrix->row, row, left - 1, area);
	draw_meaning(&method->scales[SCALE_IMPACT], matrix->column, row + i, left - i, area);
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	/* The highest likelihood stands at the top. */
	switch ((enum move)argument) {
	case MOVE_UP:
		matrix->row += matrix->row < method->scales[SCALE_LIKELIHOOD].count;
		break;
	case MOVE_DOWN:
		matrix->row -= matrix->row > 1;
		break;
	case MOVE_RIGHT:
		matrix->column += matrix->column < method->scales[SCALE_IMPACT].count;
		break;
	case MOVE_LEFT:
		matrix->column -= matrix->column > 1;
		break;
	default:
		return ANSWER_IGNORED;
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer show_state(struct ui *ui, struct view *view, int state)
{
	struct matrix *matrix = view->data;

	(void)ui;
	matrix->state = state;
	forget(matrix);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer next_state(struct ui *ui, struct view *view)
{
	return show_state(ui, view, (((struct matrix *)view->data)->state + 1) % STATES);
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct matrix *matrix = view->data;
	struct query *query = query_new(register_find("risk"));

	if (text && ui_parse_filter(ui, query, text)) {
		free(matrix->filter);
		matrix->filter = *text ? xstrdup(text) : NULL;
		forget(matrix);
		view->dirty = true;
	}
	query_free(query);
}

static enum answer open_cell(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	char *cell, *title;

	if (!has_grid(method))
		return ANSWER_DONE;
	cell = xasprintf("%d %s \xc3\x97 %d %s", matrix->row, method->scales[SCALE_LIKELIHOOD].names[matrix->row - 1],
		matrix->column, method->scales[SCALE_IMPACT].names[matrix->column - 1]);
	title = xasprintf(_("%s: %s"), state_name(matrix->state), cell);
	list_view_open(ui, cell_query(ui, matrix, matrix->row, matrix->column), title);
	free(cell);
	free(title);
	return ANSWER_DONE;
}

static enum answer list_unrated(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	struct query *query = matrix_query(ui, matrix);
	char *path = xasprintf("%s_level", states[matrix->state]);

	query_add(query, path, OP_EMPTY, NULL);
	free(path);
	list_view_open(ui, query, _("Risks that are not rated"));
	return ANSWER_DONE;
}

static enum answer list_left(struct ui *ui, struct view *view)
{
	list_view_open(ui, beside_query(ui, view->data, LEFT), _("Risks that left the register"));
	return ANSWER_DONE;
}

static enum answer list_lapsed(struct ui *ui, struct view *view)
{
	list_view_open(ui, beside_query(ui, view->data, risks_lapsed),
		_("Accepted risks whose acceptance does not hold any more"));
	return ANSWER_DONE;
}

static enum answer turn_arrows(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	matrix->arrows = !matrix->arrows;
	view->dirty = true;
	if (matrix->arrows)
		ui_message(ui, _("The arrows tell where the risks of the cell under the cursor stand once treated."));
	return ANSWER_DONE;
}

static enum answer ask_filter(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	prompt_open(ui, _("Filter:"), matrix->filter ? matrix->filter : "", filtered, view);
	return ANSWER_DONE;
}

static enum answer add(struct ui *ui, struct view *view)
{
	(void)view;
	form_view_open(ui, register_find("risk"), 0);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	(void)area;
	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || !matrix->cell_width ||
		mouse->row < matrix->grid.top || mouse->row >= matrix->grid.top + matrix->grid.height ||
		mouse->column < matrix->grid.left || mouse->column >= matrix->grid.left + matrix->grid.width)
		return ANSWER_IGNORED;
	matrix->row = method->scales[SCALE_LIKELIHOOD].count - (mouse->row - matrix->grid.top) / matrix->cell_height;
	matrix->column = (mouse->column - matrix->grid.left) / matrix->cell_width + 1;
	view->dirty = true;
	if (mouse->kind == MOUSE_DOUBLE)
		ui_run(ui, "open");
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;

	matrix->read = false;
	matrix->arrows_row = 0;
	if (matrix->row > method->scales[SCALE_LIKELIHOOD].count)
		matrix->row = 1;
	if (matrix->column > method->scales[SCALE_IMPACT].count)
		matrix->column = 1;
	view->dirty = true;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct matrix *matrix = view->data;
	struct error error = { 0 };
	struct query *query;
	bool ok;

	(void)quiet;
	if (matrix->weighed.whole || !matrix->read)
		return false;
	query = beside_query(ui, matrix, risks_lapsed);
	ok = store_count_slice(ui->store, query, &matrix->weighed, UI_SLICE_MS, &error);
	error_clear(&error);
	query_free(query);
	if (!ok) {
		/* What stood here stays. */
		matrix->weighed.whole = true;
		return false;
	}
	if (!matrix->weighed.whole)
		return true;
	view->dirty = view->dirty || matrix->weighed.count != matrix->lapsed;
	matrix->lapsed = matrix->weighed.count;
	return false;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct matrix *matrix = view->data;

	(void)ui;
	forget(matrix);
	failure_forget(&matrix->failure);
	free(matrix->filter);
	free(matrix);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_cell },
	{ .command = "state", .run = next_state },
	{ .command = "state-of", .with = show_state },
	{ .command = "arrows", .run = turn_arrows },
	{ .command = "unrated", .run = list_unrated },
	{ .command = "gone", .run = list_left },
	{ .command = "lapsed", .run = list_lapsed },
	{ .command = "filter", .run = ask_filter },
	{ .command = "add", .run = add },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "matrix",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.idle = idle,
	.close = close_view };

/* The cell of the risk under the cursor of the view below; where there is none, the worst one. */
static void place_cursor(struct ui *ui, struct matrix *matrix)
{
	const struct method *method = &store_context(ui->store)->method;
	struct view *below = ui_top(ui);
	int64_t id = below && below->ops->record ? below->ops->record(ui, below) : 0;
	struct record *risk = id ? store_record(ui->store, id, NULL) : NULL;
	const char *likelihood =
		risk && risk->def == register_find("risk") ? record_get(risk, "current_likelihood") : NULL;
	const char *impact = likelihood ? record_get(risk, "current_impact") : NULL;

	matrix->row = impact ? atoi(likelihood) : method->scales[SCALE_LIKELIHOOD].count;
	matrix->column = impact ? atoi(impact) : method->scales[SCALE_IMPACT].count;
	/* A rating of an older method may lie outside of this one. */
	if (matrix->row < 1 || matrix->row > method->scales[SCALE_LIKELIHOOD].count)
		matrix->row = 1;
	if (matrix->column < 1 || matrix->column > method->scales[SCALE_IMPACT].count)
		matrix->column = 1;
	record_free(risk);
}

void matrix_view_open(struct ui *ui)
{
	struct matrix *matrix = xcalloc(1, sizeof *matrix);

	matrix->state = 1;
	place_cursor(ui, matrix);
	ui_push(ui, view_new(&ops, matrix));
}
