/*
 * The editor of the risk method: the grid, filled by sum, by product or by hand,
 * and the threshold.  Nothing is written before it was said what it changes; then all
 * of it is one step of undo.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

struct method_editor {
	struct record *before;
	unsigned char grid[SCALE_MAX][SCALE_MAX];
	int likelihoods, impacts, levels, threshold;
	int row, column; /* from 1 */
	bool changed;
	int64_t moved[3], above_before, above_after; /* what the change would do: levels that change, risks above the threshold */
	int64_t counts[3][SCALE_MAX + 1][SCALE_MAX + 1];
};

static const char *const states[] = { "inherent", "current", "residual" };

static void count_cell(void *user, const char *const values[3], int64_t count)
{
	int64_t (*counts)[SCALE_MAX + 1] = user;
	int likelihood = values[0] ? atoi(values[0]) : 0, impact = values[1] ? atoi(values[1]) : 0;

	if (likelihood >= 1 && likelihood <= SCALE_MAX && impact >= 1 && impact <= SCALE_MAX)
		counts[likelihood][impact] += count;
}

static void read_counts(struct ui *ui, struct method_editor *editor)
{
	int i;

	memset(editor->counts, 0, sizeof editor->counts);
	for (i = 0; i < 3; i++) {
		struct query *query = query_new(register_find("risk"));
		char *likelihood = xasprintf("%s_likelihood", states[i]), *impact = xasprintf("%s_impact", states[i]);

		query->group[0] = likelihood;
		query->group[1] = impact;
		store_aggregate(ui->store, query, count_cell, editor->counts[i], NULL);
		query_free(query);
		free(likelihood);
		free(impact);
	}
}

/* What would change: said before anything is written. */
static void weigh(struct ui *ui, struct method_editor *editor)
{
	const struct method *method = &store_context(ui->store)->method;
	int i, l, c;

	editor->above_before = editor->above_after = 0;
	for (i = 0; i < 3; i++) {
		editor->moved[i] = 0;
		for (l = 1; l <= editor->likelihoods; l++)
			for (c = 1; c <= editor->impacts; c++) {
				int old = method_level(method, l, c), new = editor->grid[l - 1][c - 1];

				editor->moved[i] += old != new ? editor->counts[i][l][c] : 0;
				if (i == 1) {
					editor->above_before += old > method->threshold ? editor->counts[i][l][c] : 0;
					editor->above_after += new > editor->threshold ? editor->counts[i][l][c] : 0;
				}
			}
	}
	editor->changed = editor->threshold != method->threshold || editor->moved[0] || editor->moved[1] || editor->moved[2];
	for (l = 1; l <= editor->likelihoods && !editor->changed; l++)
		for (c = 1; c <= editor->impacts; c++)
			editor->changed = editor->changed || method_level(method, l, c) != editor->grid[l - 1][c - 1];
}

/* The scores from the least to the greatest, spread over the levels in equal steps. */
static void fill(struct method_editor *editor, bool product)
{
	int least = product ? 1 : 2, greatest = product ? editor->likelihoods * editor->impacts : editor->likelihoods + editor->impacts, l, c;

	for (l = 1; l <= editor->likelihoods; l++)
		for (c = 1; c <= editor->impacts; c++) {
			int score = product ? l * c : l + c, level = 1 + (score - least) * editor->levels / (greatest - least + 1);

			editor->grid[l - 1][c - 1] = (unsigned char)(level > editor->levels ? editor->levels : level);
		}
}

/* ---- drawing ---- */

static void draw_grid(const struct method_editor *editor, const struct method *method, struct area area)
{
	int label = area.width >= 120 ? 22 : 15, width = (area.width - label - 2) / editor->impacts, l, c, row;
	char *text;

	if (width > 16)
		width = 16;
	for (l = editor->likelihoods, row = area.top; l >= 1; l--, row++) {
		text = xasprintf("%d %s", l, method->scales[SCALE_LIKELIHOOD].names[l - 1]);
		draw_text(row, area.left + 1, label - 1, l == editor->row ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
		for (c = 1; c <= editor->impacts; c++) {
			int level = editor->grid[l - 1][c - 1], x = area.left + label + (c - 1) * width;
			bool here = l == editor->row && c == editor->column, new = level != method_level(method, l, c);

			text = xasprintf("%s%s %s%s", here ? "[" : " ", method_level_mark(level, editor->levels), method->scales[SCALE_RISK].names[level - 1], new ? " *" : "");
			draw_text(row, x, width - 1, draw_level_style(level, editor->levels), text, true);
			if (here) {
				draw_text(row, x + width - 2, 1, draw_level_style(level, editor->levels), "]", false);
				draw_spoken(row, x + 1);
			}
			free(text);
		}
	}
	for (c = 1; c <= editor->impacts; c++) {
		text = xasprintf("%d %s", c, method->scales[SCALE_IMPACT].names[c - 1]);
		draw_text(row, area.left + label + (c - 1) * width, width - 1, c == editor->column ? STYLE_CURSOR : STYLE_PLAIN, text, false);
		free(text);
	}
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct method_editor *editor = view->data;
	const struct method *method = &store_context(ui->store)->method;
	int row = area.top + 2;
	char *text = xasprintf(_("Risk method: %s"), method->title ? method->title : method->ref);

	weigh(ui, editor);
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, text, true);
	free(text);
	draw_grid(editor, method, (struct area){ row, area.left, area.height - 8, area.width });
	row += editor->likelihoods + 2;
	text = xasprintf(_("Acceptable up to: %s (+ and - change it)"), method->scales[SCALE_RISK].names[editor->threshold - 1]);
	draw_text(row++, area.left + 1, area.width - 2, editor->threshold != method->threshold ? STYLE_ACCENT : STYLE_PLAIN, text, true);
	free(text);
	row++;
	if (editor->changed) {
		text = xasprintf(_("This would change the level of %lld inherent, %lld current and %lld residual ratings; %lld risks would stand above the threshold, now %lld do."),
		                 (long long)editor->moved[0], (long long)editor->moved[1], (long long)editor->moved[2], (long long)editor->above_after, (long long)editor->above_before);
	} else {
		text = xstrdup(_("Digits set the level of the cell, s fills the grid by sums, p by products. The scales' names and definitions stand in the register of levels: L opens it."));
	}
	draw_wrapped((struct area){ row, area.left + 1, area.top + area.height - row, area.width - 2 }, editor->changed ? STYLE_LATE : STYLE_DIM, text, true);
	free(text);
}

/* ---- writing ---- */

static void set_number(struct record *record, const char *field, int number)
{
	char *text = xasprintf("%d", number);

	record_set(record, field, text);
	free(text);
}

static char *today(struct ui *ui)
{
	struct date date = environment_today(store_context(ui->store)->time_zone);
	char *text = xmalloc(11);

	date_format(&date, text);
	return text;
}

/* The method's record, and a version of the threshold where that moved: one action. */
static bool write_all(struct ui *ui, struct method_editor *editor, const char *reason, struct error *error)
{
	struct record *record = record_copy(editor->before), *threshold = NULL;
	struct action *action = action_begin(ui->store, "set", error);
	struct buffer grid = { 0 };
	char *day = today(ui);
	bool ok = action != NULL;
	int l, c;

	for (l = 1; l <= editor->likelihoods; l++)
		for (c = 1; c <= editor->impacts; c++)
			buffer_printf(&grid, "%d%s", editor->grid[l - 1][c - 1], c < editor->impacts ? " " : l < editor->likelihoods ? "\n" : "");
	record_set(record, "grid", grid.data);
	if (editor->threshold != store_context(ui->store)->method.threshold) {
		set_number(record, "threshold", editor->threshold);
		record_set(record, "threshold_date", day);
		record_set(record, "threshold_reason", reason);
		threshold = record_new(register_find("threshold"), store_context(ui->store)->time_zone);
		record_set(threshold, "method", record->ref);
		set_number(threshold, "level", editor->threshold);
		record_set(threshold, "reason", reason);
	}
	ok = ok && action_set(action, editor->before, record, error) && (!threshold || action_add(action, threshold, error));
	if (ok)
		ok = action_commit(action, error);
	else if (action)
		action_rollback(action);
	record_free(record);
	record_free(threshold);
	buffer_free(&grid);
	free(day);
	return ok;
}

static void reasoned(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct method_editor *editor = view->data;
	struct error error = { 0 };

	if (!text)
		return;
	if (write_all(ui, editor, text, &error)) {
		ui_pop(ui);
		ui_changed(ui);
		ui_message(ui, _("The method is changed; %s takes it back."), command_key(command_find("undo")));
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
}

static void save(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;

	if (ui_refuses_writes(ui))
		return;
	weigh(ui, editor);
	if (!editor->changed)
		ui_message(ui, _("Nothing was changed."));
	else
		prompt_open(ui, _("Why (Enter writes, Esc does not):"), "", reasoned, view);
}

static void leave(struct ui *ui, bool yes, void *user)
{
	(void)user;
	if (yes)
		ui_pop(ui);
}

static enum answer key(struct ui *ui, struct view *view, const struct key *key)
{
	struct method_editor *editor = view->data;
	const char *name = key->name;

	view->dirty = true;
	if (strcmp(name, "Up") == 0 || strcmp(name, "k") == 0) {
		editor->row += editor->row < editor->likelihoods;
	} else if (strcmp(name, "Down") == 0 || strcmp(name, "j") == 0) {
		editor->row -= editor->row > 1;
	} else if (strcmp(name, "Right") == 0 || strcmp(name, "l") == 0 || strcmp(name, "Tab") == 0) {
		editor->column += editor->column < editor->impacts;
	} else if (strcmp(name, "Left") == 0 || strcmp(name, "h") == 0) {
		editor->column -= editor->column > 1;
	} else if (strcmp(name, "s") == 0 || strcmp(name, "p") == 0) {
		fill(editor, *name == 'p');
	} else if (strcmp(name, "+") == 0) {
		editor->threshold += editor->threshold < editor->levels;
	} else if (strcmp(name, "-") == 0) {
		editor->threshold -= editor->threshold > 1;
	} else if (strcmp(name, "L") == 0) {
		struct query *query = query_new(register_find("level"));

		query_add(query, "method", OP_EQUAL, editor->before->ref);
		query_sort(query, "scale", NULL);
		list_view_open(ui, query, _("Levels of the scales"));
	} else if (name[0] >= '1' && name[0] <= '9' && !name[1]) {
		if (name[0] - '0' <= editor->levels)
			editor->grid[editor->row - 1][editor->column - 1] = (unsigned char)(name[0] - '0');
		else
			ui_message(ui, _("There is no level %s; Enter shows them all."), name);
	} else if (strcmp(name, "F2") == 0 || strcmp(name, "C-s") == 0) {
		save(ui, view);
	} else if (strcmp(name, "Escape") == 0 || strcmp(name, "q") == 0) {
		weigh(ui, editor);
		if (!editor->changed)
			return ANSWER_CLOSE;
		confirm_view_open(ui, _("Leave without saving? y: yes, n: no"), leave, view);
	} else {
		return ANSWER_IGNORED;
	}
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct method_editor *editor = view->data;

	(void)ui;
	record_free(editor->before);
	free(editor);
}

static const struct view_ops ops = { .name = "method", .captures_text = true, .hints = N_("1-9 Level|s Sums|p Products|+ - Threshold|L Scales|F2 Save|Esc Leave"), .draw = draw, .key = key, .close = close_view };

void method_view_open(struct ui *ui)
{
	const struct method *method = &store_context(ui->store)->method;
	struct record *record = method->ref ? store_record_by_ref(ui->store, method->ref, NULL) : NULL;
	struct method_editor *editor;
	int l, c;

	if (!record || !method->scales[SCALE_LIKELIHOOD].count || !method->scales[SCALE_IMPACT].count || !method->scales[SCALE_RISK].count) {
		record_free(record);
		ui_message(ui, _("The organisation has no risk method yet; O opens its record."));
		return;
	}
	editor = xcalloc(1, sizeof *editor);
	editor->before = record;
	editor->likelihoods = method->scales[SCALE_LIKELIHOOD].count;
	editor->impacts = method->scales[SCALE_IMPACT].count;
	editor->levels = method->scales[SCALE_RISK].count;
	editor->threshold = method->threshold >= 1 && method->threshold <= editor->levels ? method->threshold : 1;
	editor->row = editor->likelihoods;
	editor->column = editor->impacts;
	for (l = 1; l <= editor->likelihoods; l++)
		for (c = 1; c <= editor->impacts; c++) {
			int level = method_level(method, l, c);

			editor->grid[l - 1][c - 1] = (unsigned char)(level >= 1 && level <= editor->levels ? level : 1);
		}
	read_counts(ui, editor);
	ui_push(ui, view_new(&ops, editor));
}
