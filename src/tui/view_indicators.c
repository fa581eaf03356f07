/* The indicators, level by level: state, value, target, trend, how it went, and when the next value is due; drafts last. */
#include <stdlib.h>
#include <string.h>

#include "tui/draw_figure.h"
#include "tui/indicators.h"
#include "tui/views.h"

#define INDICATORS_MAX 2000
#define PERIODS 8 /* that a sparkline shows */
enum { VALUE = 13, TARGET = 8, TREND = 3, DUE = 11, OWNER = 18, BESIDE_LEAST = 48 };

struct line {
	struct record *indicator;
	struct indicator_point *points; /* NULL: not read yet */
	size_t point_count;
	char *owner; /* as people call them; NULL: not read yet */
	int group;
	bool late;
};
struct indicators {
	struct line *lines;
	size_t count, row, top;
	const struct model_context *context; /* while it is drawn */
	struct indicator_one beside;         /* the one under the cursor, where it has room */
	bool read;
	struct failure failure;
	int height;
};

static const char *const levels[] = { "strategic", "functional", "operational" };
enum { LEVELS = 3, NO_LEVEL = 3, DRAFTS = 4 };

static const char *group_name(int group)
{
	static const char *const names[] = { N_("Strategic: general management"), N_("Functional: those in charge"),
		N_("Operational: those who run systems"), N_("Of no level"), N_("Drafts: not in use yet") };

	return _(names[group]);
}

/* ---- reading ---- */

static const char *const columns[] = { "name", "name_fr", "unit", "unit_fr", "status", "level", "frequency", "better",
	"target", "amber", "red", "value", "before", "state", "due", "formula", "owner" };
enum { COLUMNS = sizeof columns / sizeof columns[0] };

static int group_of(const struct record *indicator)
{
	const char *level = record_get(indicator, "level");
	int i;

	if (indicator_is_draft(indicator))
		return DRAFTS;
	for (i = 0; level && i < LEVELS; i++)
		if (strcmp(level, levels[i]) == 0)
			return i;
	return NO_LEVEL;
}

static bool add_line(void *user, const struct row *row)
{
	struct indicators *indicators = user;
	struct record *indicator = record_empty(register_find("indicator"));
	struct line *line;
	int i;

	indicator->id = row->id;
	indicator->ref = xstrdup(row->ref);
	for (i = 0; i < COLUMNS; i++)
		record_set(indicator, columns[i], row->cells[i].value);
	indicators->lines = xreallocarray(indicators->lines, indicators->count + 1, sizeof *indicators->lines);
	line = &indicators->lines[indicators->count++];
	*line = (struct line){ .indicator = indicator, .group = group_of(indicator) };
	return indicators->count < INDICATORS_MAX;
}

static int by_group(const void *a, const void *b)
{
	const struct line *one = a, *other = b;

	if (one->group != other->group)
		return one->group - other->group;
	return (one->indicator->id > other->indicator->id) - (one->indicator->id < other->indicator->id);
}

static void forget(struct indicators *indicators)
{
	size_t i;

	for (i = 0; i < indicators->count; i++) {
		record_free(indicators->lines[i].indicator);
		free(indicators->lines[i].points);
		free(indicators->lines[i].owner);
	}
	free(indicators->lines);
	indicators->lines = NULL;
	indicators->count = 0;
}

/* Those that are past their day. */
static void find_late(struct ui *ui, struct indicators *indicators)
{
	struct date now = environment_today(store_context(ui->store)->time_zone);
	char today[11];
	size_t i;

	date_format(&now, today);
	for (i = 0; i < indicators->count; i++) {
		const char *due = record_get(indicators->lines[i].indicator, "due");

		indicators->lines[i].late = due && strcmp(due, today) < 0;
	}
}

static void read_all(struct ui *ui, struct indicators *indicators)
{
	struct query *query = query_new(register_find("indicator"));
	struct indicators fresh = { 0 };
	struct error error = { 0 };
	int64_t here = indicators->row < indicators->count ? indicators->lines[indicators->row].indicator->id : 0;
	size_t i;

	query_add(query, "status", OP_DIFFERENT, "retired");
	/* Too many of them end the reading without an error. */
	if (store_each_value(ui->store, query, columns, COLUMNS, add_line, &fresh, &error) || !error.kind) {
		forget(indicators);
		indicators->lines = fresh.lines;
		indicators->count = fresh.count;
		if (fresh.count)
			qsort(fresh.lines, fresh.count, sizeof *fresh.lines, by_group);
		find_late(ui, indicators);
		failure_forget(&indicators->failure);
	} else {
		forget(&fresh);
		failure_take(ui, &indicators->failure, &error, indicators->count > 0);
	}
	query_free(query);
	for (i = 0; i < indicators->count; i++)
		if (indicators->lines[i].indicator->id == here)
			indicators->row = i;
	if (indicators->row >= indicators->count)
		indicators->row = indicators->count ? indicators->count - 1 : 0;
	indicators->read = !indicators->failure.sentence;
}

/* Only of what is seen. */
static void read_points(struct ui *ui, struct line *line)
{
	struct error error = { 0 };

	if (!line->points &&
		!store_indicator_points(ui->store, line->indicator, PERIODS, &line->points, &line->point_count, &error))
		ui_error(ui, &error);
	error_clear(&error);
}

static void read_owner(struct ui *ui, struct line *line)
{
	const char *owner = record_get(line->indicator, "owner");

	if (!line->owner)
		line->owner = owner ? store_reference(ui->store, owner, REFERENCE_TITLE) : xstrdup("");
}

/* ---- drawing ---- */

static void draw_spark(const struct line *line, int row, int column)
{
	double values[PERIODS];
	struct buffer text = { 0 };
	size_t i;

	for (i = 0; i < line->point_count; i++)
		values[i] = line->points[i].value;
	figure_spark(&text, figure_form(), values, line->point_count, PERIODS, 0, 0);
	if (text.length)
		draw_text(row, column, PERIODS, STYLE_ACCENT, text.data, false);
	buffer_free(&text);
}

/* From the right: the day of the next value, the series, the trend, the target, the value; the name has the rest. */
static void draw_line(const struct indicators *indicators, size_t i, int row, struct area area, int pane, bool owner)
{
	const struct line *line = &indicators->lines[i];
	const struct record *indicator = line->indicator;
	enum indicator_state state = indicator_record_state(indicator);
	int end = area.left + area.width - 1, name, room = VALUE - 1;
	enum style plain = line->group == DRAFTS ? STYLE_DIM : STYLE_PLAIN;
	char *value = indicator_number(indicator, indicator_field(indicator, "value"), indicators->context),
	     *target = indicator_number(indicator, indicator_field(indicator, "target"), NULL), *day;
	const char *due = record_get(indicator, "due");
	struct date date;

	draw_text(row, area.left, 1, STYLE_ACCENT, i == indicators->row ? ">" : " ", false);
	if (i == indicators->row)
		draw_spoken(row, area.left);
	if (line->group != DRAFTS)
		draw_text(row, area.left + 2, 1, indicator_style(state), indicator_letter(state), false);
	if (line->late)
		draw_text(row, area.left + 3, 1, STYLE_LATE, "!", false);
	end -= DUE;
	if (due && date_parse(due, &date)) {
		day = date_format_locale(&date);
		draw_text(row, end, DUE - 1, line->late ? STYLE_LATE : STYLE_DIM, day, false);
		free(day);
	}
	end -= PERIODS + 1;
	draw_spark(line, row, end);
	end -= TREND;
	indicator_trend_draw(indicator, row, end);
	end -= TARGET;
	draw_text_right(row, end, TARGET - 1, STYLE_DIM, target);
	end -= VALUE;
	if (line->group != DRAFTS && value) {
		draw_text_right(row, end, VALUE - 1, plain, value);
		room -= text_columns(value) + 1;
	}
	/* What a short value leaves of its column is the name's. */
	name = end - area.left - 6 + (room > 0 ? room : 0);
	draw_text(
		row, area.left + 5, name > 0 ? name : 0, plain, record_title(indicator, environment_language()), false);
	if (owner)
		draw_text(row, area.left + area.width, OWNER - 1, STYLE_DIM, line->owner, false);
	if (i == indicators->row)
		draw_bar(row, area.left, pane);
	free(value);
	free(target);
}

static void draw_columns(struct area area, bool owner)
{
	int end = area.left + area.width - 1, row = area.top + 1;

	if (owner)
		draw_text(row, area.left + area.width, OWNER - 1, STYLE_DIM,
			_(register_field(register_find("indicator"), "owner")->label), false);
	draw_text(row, end -= DUE, DUE - 1, STYLE_DIM, _("Next"), false);
	draw_text(row, end -= PERIODS + 1, PERIODS, STYLE_DIM, _("Periods"), false);
	end -= TREND;
	draw_text_right(row, end -= TARGET, TARGET - 1, STYLE_DIM, _("Target"));
	draw_text_right(row, end -= VALUE, VALUE - 1, STYLE_DIM, _("Value"));
}

/* As wide as the longest name asks for: values far from their names are read on the wrong line. */
static int table_width(const struct indicators *indicators, int pane)
{
	int most = 0, width;
	size_t i;

	for (i = 0; i < indicators->count; i++) {
		width = text_columns(record_title(indicators->lines[i].indicator, environment_language()));
		most = width > most ? width : most;
	}
	most += 7 + VALUE + TARGET + TREND + PERIODS + 1 + DUE;
	return most < pane ? most : pane;
}

/* What the letters stand for, and what the line under the cursor counts. */
static void draw_foot(const struct indicators *indicators, struct area area)
{
	size_t i, counts[INDICATOR_NO_VALUE + 1] = { 0 }, late = 0;
	char *text;

	for (i = 0; i < indicators->count; i++)
		if (indicators->lines[i].group != DRAFTS) {
			counts[indicator_record_state(indicators->lines[i].indicator)]++;
			late += indicators->lines[i].late;
		}
	text = xasprintf(_("%s good %zu  %s to watch %zu  %s alert %zu  - no value %zu  ! late %zu"),
		indicator_letter(INDICATOR_GOOD), counts[INDICATOR_GOOD], indicator_letter(INDICATOR_AMBER),
		counts[INDICATOR_AMBER], indicator_letter(INDICATOR_RED), counts[INDICATOR_RED],
		counts[INDICATOR_NO_VALUE], late);
	draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, text, true);
	free(text);
}

/* Lines on the screen from the top one to that one, headings of groups among them. */
static int lines_between(const struct indicators *indicators, size_t top, size_t to)
{
	int lines = 0;
	size_t i;

	for (i = top; i <= to; i++)
		lines += 1 + (i == top || indicators->lines[i].group != indicators->lines[i - 1].group);
	return lines;
}

/* The lines from the top one on, as many as have room; the name of their group over the first of it. */
static void draw_lines(struct ui *ui, struct indicators *indicators, struct area area, struct area table, bool owner)
{
	int row = area.top + 2, end = area.top + area.height - 1;
	size_t i;

	if (indicators->top > indicators->row)
		indicators->top = indicators->row;
	while (lines_between(indicators, indicators->top, indicators->row) > end - row)
		indicators->top++;
	/* On a screen that grew what lies above comes back. */
	while (indicators->top > 0 &&
		lines_between(indicators, indicators->top - 1, indicators->count - 1) <= end - row)
		indicators->top--;
	for (i = indicators->top; i < indicators->count && row < end; i++) {
		struct line *line = &indicators->lines[i];

		if (i == indicators->top || line->group != line[-1].group) {
			draw_text(row++, area.left + 1, area.width - 2, STYLE_HEADING, group_name(line->group), false);
			if (row >= end)
				break;
		}
		if (line->group != DRAFTS)
			read_points(ui, line);
		if (owner)
			read_owner(ui, line);
		draw_line(indicators, i, row++, table, area.width, owner);
	}
}

/* Beside the table, from that column on: the one under the cursor. */
static void draw_beside(struct ui *ui, struct view *view, struct area area, int column)
{
	struct indicators *indicators = view->data;
	int64_t id = indicators->lines[indicators->row].indicator->id;

	if (indicators->beside.id != id)
		indicator_one_forget(&indicators->beside);
	indicators->beside.id = id;
	draw_vertical(area.top, area.left + column, area.height);
	indicator_one_draw(ui, &indicators->beside,
		(struct area){ area.top, area.left + column + 1, area.height, area.width - column - 1 }, &view->place,
		true);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct indicators *indicators = view->data;
	struct area table = area;
	int rest;
	bool owner, beside;

	if (!indicators->read)
		read_all(ui, indicators);
	draw_clear(area);
	indicators->context = store_context(ui->store);
	indicators->height = area.height - 5;
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, _("Indicators (clause 9.1)"), true);
	if (failure_draw(&indicators->failure, area))
		return;
	if (!indicators->count) {
		draw_told((struct area){ area.top + 2, area.left + 3, area.height - 2, area.width - 8 }, STYLE_DIM,
			_("No indicator yet: {add} adds the first one."), &view->place);
		return;
	}
	table.width = table_width(indicators, area.width);
	rest = area.width - table.width;
	beside = rest >= BESIDE_LEAST;
	/* Beside the table it is told, too. */
	owner = rest >= (beside ? BESIDE_LEAST : 0) + OWNER;
	if (beside) {
		draw_beside(ui, view, area, table.width + (owner ? OWNER : 0));
		area.width = table.width + (owner ? OWNER : 0);
	}
	draw_columns(table, owner);
	draw_lines(ui, indicators, area, table, owner);
	draw_foot(indicators, area);
}

/* ---- keys ---- */

static const struct record *here(const struct view *view)
{
	const struct indicators *indicators = view->data;

	return indicators->count ? indicators->lines[indicators->row].indicator : NULL;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct indicators *indicators = view->data;

	(void)ui;
	if (!indicators->count)
		return ANSWER_IGNORED;
	cursor_move(&indicators->row, indicators->count, (size_t)(indicators->height > 1 ? indicators->height : 1),
		(enum move)argument);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer add(struct ui *ui, struct view *view)
{
	(void)view;
	form_view_open(ui, register_find("indicator"), 0);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	if (here(view))
		form_view_open(ui, here(view)->def, here(view)->id);
	return ANSWER_DONE;
}

static enum answer open_one(struct ui *ui, struct view *view)
{
	if (here(view) && indicator_is_draft(here(view)))
		indicator_use(ui, here(view));
	else if (here(view))
		indicator_view_open(ui, here(view)->id);
	return ANSWER_DONE;
}

#define WITH_INDICATOR(name, does)                                                                                     \
	static enum answer name(struct ui *ui, struct view *view)                                                      \
	{                                                                                                              \
		if (here(view))                                                                                        \
			does(ui, here(view));                                                                          \
		return ANSWER_DONE;                                                                                    \
	}
WITH_INDICATOR(value, indicator_ask_value)
WITH_INDICATOR(count_now, indicator_count_now)
WITH_INDICATOR(formula, indicator_formula_open)
WITH_INDICATOR(use, indicator_use)
WITH_INDICATOR(use_level, indicator_use_level)

static void changed(struct ui *ui, struct view *view)
{
	struct indicators *indicators = view->data;

	(void)ui;
	indicators->read = false;
	indicator_one_forget(&indicators->beside);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct indicators *indicators = view->data;

	(void)ui;
	forget(indicators);
	indicator_one_forget(&indicators->beside);
	failure_forget(&indicators->beside.failure);
	failure_forget(&indicators->failure);
	free(indicators);
}

static int64_t record_here(struct ui *ui, struct view *view)
{
	(void)ui;
	return here(view) ? here(view)->id : 0;
}

/* For the export menu. */
static void selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	(void)ui;
	(void)view;
	*def = register_find("indicator");
	*filter = NULL;
	*marks = NULL;
	*mark_count = 0;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "add", .run = add },
	{ .command = "edit", .run = edit },
	{ .command = "open", .run = open_one },
	{ .command = "value", .run = value },
	{ .command = "count", .run = count_now },
	{ .command = "formula", .run = formula },
	{ .command = "use", .run = use },
	{ .command = "use-level", .run = use_level },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "indicators",
	.draw = draw,
	.actions = actions,
	.changed = changed,
	.close = close_view,
	.record = record_here,
	.selection = selection };

void indicators_view_open(struct ui *ui)
{
	ui_push(ui, view_new(&ops, xcalloc(1, sizeof(struct indicators))));
}
