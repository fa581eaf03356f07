/* The risk matrix as it is drawn: cells by level, the legend, what the cell under the cursor means. */
#include <stdlib.h>
#include <string.h>

#include "tui/matrix.h"

#define WIDE_CELL 12 /* columns: one more can be left free beside it */

const char *matrix_state_name(int state)
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

/* What of a cell is ground: a row and a column or two are left free beside it, where there is room. */
static struct area ground_of(const struct matrix *matrix, int top, int left)
{
	return (struct area){ top, left, matrix->cell_height > 1 ? matrix->cell_height - 1 : 1,
		matrix->cell_width - (matrix->cell_width >= WIDE_CELL ? 2 : 1) };
}

/* The cursor is a shape, not a colour alone: a frame in the gaps, or brackets where there are none. */
static void draw_chosen(const struct matrix *matrix, struct area ground, enum style style)
{
	draw_spoken(ground.top, ground.left + 1);
	if (matrix->cell_height > 1 && !configuration.accessible) {
		draw_frame((struct area){ ground.top - 1, ground.left - 1, ground.height + 2, ground.width + 2 });
		return;
	}
	draw_text(ground.top, ground.left, 1, style, "[", false);
	draw_text(ground.top, ground.left + ground.width - 1, 1, style, "]", false);
}

static void draw_cell(struct matrix *matrix, const struct method *method, int likelihood, int impact, int top, int left)
{
	int level = method_level(method, likelihood, impact), count = method->scales[SCALE_RISK].count, i, said;
	int64_t risks = matrix->counts[likelihood][impact];
	enum style style = draw_level_style(level, count);
	struct area ground = ground_of(matrix, top, left);
	char *text;

	for (i = 0; i < ground.height; i++)
		draw_fill(top + i, left, ground.width, style);
	text = risks ? xasprintf("%s %lld", method_level_mark(level, count), (long long)risks)
		     : xstrdup(method_level_mark(level, count));
	said = draw_text(top, left + 1, ground.width - 2, style, text, false);
	free(text);
	if (risks && matrix->refs[likelihood][impact]) {
		struct area below = { top + 1, left + 1, ground.height - 1, ground.width - 2 },
			    beside = { top, left + said + 3, 1, ground.width - said - 4 };

		if (ground.height > 1)
			draw_refs(risks, matrix->refs[likelihood][impact], style, below);
		else if (beside.width >= 6)
			draw_refs(risks, matrix->refs[likelihood][impact], style, beside);
	}
	if (matrix->arrows && matrix->ends[likelihood][impact]) {
		/* TRANSLATORS: in a cell of the matrix: so many risks of the cell under the cursor end here */
		text = xasprintf("\xe2\x86\x92%lld", (long long)matrix->ends[likelihood][impact]);
		draw_text(top, left + ground.width - 2 - text_columns(text), text_columns(text), style, text, false);
		free(text);
	}
	if (likelihood == matrix->row && impact == matrix->column)
		draw_chosen(matrix, ground, style);
}

static void draw_legend(const struct method *method, int row, struct area area)
{
	const struct scale *levels = &method->scales[SCALE_RISK];
	bool known = method->threshold >= 1 && method->threshold <= levels->count;
	char *text = known ? xasprintf(_("acceptable up to %s"), levels->names[method->threshold - 1]) : xstrdup("");
	int column = area.left + 1, room = area.width - 2 - text_columns(text), i;

	for (i = 1; i <= levels->count; i++)
		room -= text_columns(method_level_mark(i, levels->count)) + text_columns(levels->names[i - 1]) + 5;
	for (i = 1; i <= levels->count; i++) {
		/* Many levels have no room for their names; the threshold is told all the same. */
		const char *mark = method_level_mark(i, levels->count);
		char *level = room >= 0 ? xasprintf("%s %s", mark, levels->names[i - 1]) : xstrdup(mark);

		column += draw_level_text(row, column, area.left + area.width - column, i, levels->count, level) +
			  (room >= 0 ? 2 : 1);
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

/* Of both sides; where one line is left, the other stands in the line of messages while nothing is said there. */
static void draw_meanings(
	struct ui *ui, const struct matrix *matrix, const struct method *method, int row, struct area area)
{
	const struct scale *likelihood = &method->scales[SCALE_LIKELIHOOD], *impact = &method->scales[SCALE_IMPACT];
	int left = area.top + area.height - row, used;

	if (left == 1 && !ui->message)
		draw_meaning(impact, matrix->column, row + 1, 1, area);
	if (left == 1) {
		draw_meaning(likelihood, matrix->row, row, 1, area);
		return;
	}
	used = draw_meaning(likelihood, matrix->row, row, left - 1, area);
	draw_meaning(impact, matrix->column, row + used, left - used, area);
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

static void draw_title(struct ui *ui, const struct matrix *matrix, struct area area)
{
	/* TRANSLATORS: the axes of the matrix */
	const char *axes = _("up: likelihood; to the right: impact");
	char *text = ui_heading(ui, register_find("risk"), matrix_state_name(matrix->state), matrix->filter);
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

/* The columns of the names of the likelihoods, where so many more are free: no more than the names ask for. */
static int spend(int label, int rest, const struct scale *scale)
{
	int widest = 0, i;

	for (i = 1; i <= scale->count; i++) {
		/* Its digit and the gaps. */
		int columns = text_columns(scale->names[i - 1]) + (i > 9 ? 3 : 2) + 2;

		widest = columns > widest ? columns : widest;
	}
	if (widest <= label || rest <= 0)
		return label;
	return widest - label < rest ? widest : label + rest;
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

void matrix_draw(struct ui *ui, struct view *view, struct area area)
{
	struct matrix *matrix = view->data;
	const struct method *method = &store_context(ui->store)->method;
	int likelihoods = method->scales[SCALE_LIKELIHOOD].count, impacts = method->scales[SCALE_IMPACT].count,
	    label = label_width(impacts, area.width);
	int i, j, row, left;
	char *text;

	if (!matrix_has_grid(method)) {
		draw_told((struct area){ area.top + 2, area.left + 2, 1, area.width - 4 }, STYLE_DIM,
			_("The organisation has no risk method yet; {organisation} opens its record."), &view->place);
		return;
	}
	if (!matrix->read)
		matrix_read(ui, matrix);
	if (matrix->read && matrix->unplaced)
		matrix_to_worst(matrix, method);
	if (failure_draw(&matrix->failure, area))
		return;
	if (matrix->arrows)
		matrix_read_arrows(ui, matrix);
	draw_title(ui, matrix, area);
	matrix->cell_width = (area.width - label - 2) / impacts;
	/* What the cells leave goes to the names, so that fewer are cut. */
	label = spend(label, area.width - 2 - label - matrix->cell_width * impacts, &method->scales[SCALE_LIKELIHOOD]);
	matrix->cell_height = (area.height - 6) / likelihoods;
	if (matrix->cell_height > 9)
		matrix->cell_height = 9;
	if (matrix->cell_height < 1)
		matrix->cell_height = 1;
	if (matrix->cell_width > 44)
		matrix->cell_width = 44;
	/* Above the first row is a gap, too. */
	matrix->grid = (struct area){ area.top + 2, area.left + label + 1, matrix->cell_height * likelihoods,
		matrix->cell_width * impacts };
	for (i = likelihoods, row = matrix->grid.top; i >= 1; i--, row += matrix->cell_height) {
		text = draw_numbered(i, method->scales[SCALE_LIKELIHOOD].names[i - 1], label - 1);
		draw_text(row, area.left + 1, label - 1, i == matrix->row ? STYLE_HEADING : STYLE_PLAIN, text, false);
		free(text);
		for (j = 1; j <= impacts; j++)
			draw_cell(matrix, method, i, j, row, matrix->grid.left + (j - 1) * matrix->cell_width);
	}
	for (j = 1; j <= impacts; j++) {
		int room = matrix->cell_width - 1;

		left = matrix->grid.left + (j - 1) * matrix->cell_width;
		if (j == impacts)
			room = area.left + area.width - left;
		text = draw_numbered(j, method->scales[SCALE_IMPACT].names[j - 1], room);
		draw_text(row, left, room, j == matrix->column ? STYLE_HEADING : STYLE_PLAIN, text, false);
		free(text);
	}
	draw_legend(method, row + 1, area);
	row += 2 + draw_beside(matrix, row + 2, area);
	draw_meanings(ui, matrix, method, row, area);
}
