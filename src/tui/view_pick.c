/* A list to choose from, narrowed by typing. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick_chosen.h"

#define CHOSEN_LINES 3
#define DETAIL_LINES 3

struct state {
	struct pick pick;
	char *title, *hint, *empty;
	struct line_editor filter;
	struct pick_items items;
	struct chosen chosen;
	int chosen_lines; /* above the list; the most there ever were */
	int details;      /* below the list, likewise */
	bool toggled;     /* something was chosen or no longer */
	size_t cursor, top, most;
	int height;
	struct area box;
};

/* What begins with what was typed stands before what only holds it; else the order stays. */
static void sort_items(struct pick_items *items)
{
	struct pick_item *sorted = xcalloc(items->count ? items->count : 1, sizeof *sorted);
	size_t at = 0, i;
	int begins;

	for (begins = 1; begins >= 0; begins--)
		for (i = 0; i < items->count; i++)
			if (items->items[i].begins == (begins != 0))
				sorted[at++] = items->items[i];
	free(items->items);
	items->items = sorted;
}

static void refill(struct ui *ui, struct state *state)
{
	pick_items_free(&state->items);
	state->pick.fill(ui, state->filter.text.data ? state->filter.text.data : "", &state->items, state->pick.user);
	sort_items(&state->items);
	if (state->cursor >= state->items.count)
		state->cursor = 0;
	state->top = 0;
}

static bool makes_new(const struct state *state)
{
	/* What could not be read may hold that name. */
	return state->pick.offers_new && !state->items.count && !state->items.failure.sentence &&
	       state->filter.text.length;
}

/* What is chosen stands above the list, also while it is narrowed away or on another page. */
static void draw_chosen(struct state *state)
{
	struct area above = { state->box.top + 2, state->box.left + 4, state->chosen_lines, state->box.width - 7 };

	if (!above.height)
		return;
	chosen_draw(&state->chosen, above, CHOSEN_LINES, true);
	draw_horizontal(above.top + above.height - 1, above.left, above.width);
}

/* Why there is nothing to choose, and the way out. */
static void draw_none(const struct state *state, const struct view *view, struct area area)
{
	const char *typed = state->filter.text.data ? state->filter.text.data : "";
	char *nothing;

	if (state->items.failure.sentence) {
		draw_wrapped(area, STYLE_ERROR, state->items.failure.sentence, false);
	} else if (makes_new(state) || !*typed) {
		draw_told(area, STYLE_DIM,
			makes_new(state) ? _("Nothing of that name; {pick} makes a new one.") : state->empty,
			&view->place);
	} else {
		/* Braces that were typed are no key. TRANSLATORS: what was typed; a key */
		nothing = xasprintf(_("Nothing fits \"%s\"; %s empties the line."), typed,
			command_key("erase-before", &view->place));
		draw_wrapped(area, STYLE_DIM, nothing, false);
		free(nothing);
	}
}

/* Lines above the list for what is chosen, and the rule below them: as many as there ever were, so that the list stands still. */
static int lines_of_chosen(struct state *state, int width)
{
	int lines = chosen_draw(&state->chosen, (struct area){ .width = width - 7 }, CHOSEN_LINES, false);

	if (lines && lines + 1 > state->chosen_lines)
		state->chosen_lines = lines + 1;
	return state->chosen_lines;
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct state *state = view->data;
	int width = area.width > 84 ? 80 : area.width - 4, height = area.height - 2, row, details, list;
	size_t i;

	(void)ui;
	for (i = 0; i < state->items.count && !state->details; i++)
		state->details = state->items.items[i].detail ? DETAIL_LINES : 0;
	details = state->details;
	if (height > 24)
		height = 24;
	/* Not higher than the most it ever held: it does not shrink under the eyes. */
	if (state->items.count > state->most)
		state->most = state->items.count;
	row = (int)state->most + 5 + details + lines_of_chosen(state, width);
	if (height > row)
		height = row > 8 ? row : 8;
	state->box = (struct area){ area.top + (area.height - height) / 2, area.left + (area.width - width) / 2, height,
		width };
	state->height = height - 5 - details - state->chosen_lines;
	list = state->box.top + 2 + state->chosen_lines;
	draw_popup(state->box, state->title);
	cursor_in_view(&state->top, state->cursor, state->height);
	draw_text(state->box.top + 1, state->box.left + 2, 1, STYLE_ACCENT, "/", false);
	draw_chosen(state);
	for (row = 0, i = state->top; row < state->height; row++, i++) {
		int line = list + row;
		int note = 0;

		if (i >= state->items.count)
			continue;
		if (state->items.items[i].note) {
			note = text_columns(state->items.items[i].note);
			if (note > width / 3)
				note = width / 3;
			draw_text(line, state->box.left + width - note - 2, note, STYLE_DIM, state->items.items[i].note,
				false);
		}
		if (state->pick.several)
			draw_text(line, state->box.left + 4, 3, STYLE_ACCENT,
				tick_text(chosen_tick(&state->chosen, state->items.items[i].key)), false);
		draw_text(line, state->box.left + 2, 1, STYLE_ACCENT, i == state->cursor ? ">" : " ", false);
		draw_text(line, state->box.left + (state->pick.several ? 8 : 4),
			width - note - (state->pick.several ? 11 : 7), STYLE_PLAIN, state->items.items[i].label, false);
		if (i == state->cursor)
			draw_bar(line, state->box.left + 1, width - 2);
	}
	if (!state->items.count)
		draw_none(state, view, (struct area){ list, state->box.left + 4, state->height, width - 6 });
	if (details && state->cursor < state->items.count && state->items.items[state->cursor].detail)
		draw_wrapped(
			(struct area){ state->box.top + height - 2 - details, state->box.left + 4, details, width - 6 },
			STYLE_DIM, state->items.items[state->cursor].detail, false);
	if (state->pick.several && chosen_count(&state->chosen)) {
		size_t count = chosen_count(&state->chosen);
		char *chosen = xasprintf(ngettext(" %zu chosen ", " %zu chosen ", count), count);

		draw_text(state->box.top + height - 1, state->box.left + 2, width - 4, STYLE_HEADING, chosen, false);
		free(chosen);
	}
	if (state->items.count > (size_t)state->height) {
		char *place = xasprintf(" %zu/%zu ", state->cursor + 1, state->items.count);

		draw_text(state->box.top + height - 1, state->box.left + width - text_columns(place) - 2,
			text_columns(place), STYLE_DIM, place, false);
		free(place);
	}
	draw_text(state->box.top + height - 2, state->box.left + 2, width - 4, STYLE_DIM, state->hint, false);
	line_editor_draw(&state->filter, state->box.top + 1, state->box.left + 4, width - 6, STYLE_PLAIN, true);
}

/* The names typed, as records to be made. */
static void add_new(struct state *state)
{
	struct strings names = { 0 };
	size_t i;

	strings_split(&names, state->filter.text.data);
	for (i = 0; i < names.count; i++) {
		char *key = xasprintf("+%s", names.items[i]);

		chosen_turn(&state->chosen, key, names.items[i]);
		free(key);
	}
	strings_free(&names);
}

static void toggle(struct state *state)
{
	if (state->cursor >= state->items.count)
		return;
	state->toggled = true;
	chosen_turn(&state->chosen, state->items.items[state->cursor].key, state->items.items[state->cursor].label);
}

/* What is given back; NULL: nothing can be taken yet. */
static char *value_of(struct state *state)
{
	if (!state->pick.several) {
		if (state->cursor < state->items.count)
			return xstrdup(state->items.items[state->cursor].key);
		return makes_new(state) ? xasprintf("+%s", state->filter.text.data) : NULL;
	}
	if (makes_new(state))
		add_new(state);
	else if (!chosen_count(&state->chosen) && !state->toggled && state->filter.text.length)
		/* Who narrowed the list to it means it. */
		toggle(state);
	return state->pick.touched ? chosen_came(&state->chosen) : chosen_value(&state->chosen);
}

static void choose(struct ui *ui, struct view *view)
{
	struct state *state = view->data;
	struct pick pick = state->pick;
	char *value = value_of(state), *went = value ? chosen_went(&state->chosen) : NULL;

	if (!value)
		return;
	/* The view goes first, so that what follows may open others. */
	state->pick.release = NULL;
	state->pick.then = NULL;
	state->pick.touched = NULL;
	ui_pop(ui);
	if (pick.touched)
		pick.touched(ui, value, went, pick.user);
	else
		pick.then(ui, value, pick.user);
	if (pick.release)
		pick.release(pick.user);
	free(value);
	free(went);
}

static enum answer take(struct ui *ui, struct view *view)
{
	view->dirty = true;
	choose(ui, view);
	return ANSWER_DONE;
}

static enum answer toggle_line(struct ui *ui, struct view *view)
{
	struct state *state = view->data;

	(void)ui;
	/* In a new name, and where nothing is to be chosen, it is a blank. */
	if (!state->items.count)
		return ANSWER_IGNORED;
	toggle(state);
	if (state->cursor + 1 < state->items.count)
		state->cursor++;
	view->dirty = true;
	return ANSWER_DONE;
}

static void narrow(struct ui *ui, struct view *view)
{
	struct state *state = view->data;

	state->cursor = 0;
	refill(ui, state);
	view->dirty = true;
}

static enum answer complete(struct ui *ui, struct view *view)
{
	struct state *state = view->data;
	char *whole;

	if (!state->pick.complete)
		return ANSWER_IGNORED;
	whole = state->pick.complete(ui, state->filter.text.data ? state->filter.text.data : "", state->pick.user);
	if (whole) {
		line_editor_set(&state->filter, whole);
		narrow(ui, view);
	}
	free(whole);
	return ANSWER_DONE;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct state *state = view->data;

	if (line_editor_move(&state->filter, (enum move)argument))
		narrow(ui, view);
	else
		cursor_move(&state->cursor, state->items.count, (size_t)state->height, (enum move)argument);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer edit_line(struct ui *ui, struct view *view, int what)
{
	line_editor_edit(&((struct state *)view->data)->filter, (enum line_edit)what);
	narrow(ui, view);
	return ANSWER_DONE;
}

static void type(struct ui *ui, struct view *view, const char *text)
{
	line_editor_insert(&((struct state *)view->data)->filter, text);
	narrow(ui, view);
}

/* It narrows the list; nothing is chosen by it. */
static bool paste(struct ui *ui, struct view *view, const char *text)
{
	char *line = ui_paste_line(ui, text);

	if (!line)
		return true;
	type(ui, view, line);
	free(line);
	return true;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct state *state = view->data;
	int row = mouse->row - state->box.top - 2 - state->chosen_lines;

	(void)area;
	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (row < 0 || row >= state->height || state->top + (size_t)row >= state->items.count)
		return ANSWER_DONE;
	state->cursor = state->top + (size_t)row;
	view->dirty = true;
	if (state->pick.several)
		toggle(state);
	else
		choose(ui, view);
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct state *state = view->data;

	if (state->pick.touched)
		state->pick.touched(ui, NULL, NULL, state->pick.user);
	else if (state->pick.then)
		state->pick.then(ui, NULL, state->pick.user);
	if (state->pick.release)
		state->pick.release(state->pick.user);
	pick_items_free(&state->items);
	chosen_free(&state->chosen);
	line_editor_free(&state->filter);
	free(state->title);
	free(state->empty);
	free(state->hint);
	free(state);
}

static const struct action actions[] = {
	{ .command = "pick", .run = take },
	{ .command = "toggle", .run = toggle_line },
	{ .command = "complete", .run = complete },
	{ .command = "move", .with = move },
	{ .command = "edit-line", .with = edit_line },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "pick",
	.modal = true,
	.types = true,
	.overlay = true,
	.draw = draw,
	.actions = actions,
	.type = type,
	.paste = paste,
	.mouse = mouse,
	.close = close_view };

/* What is chosen already, by the names that it is known by. */
static void begin_chosen(struct ui *ui, struct state *state)
{
	struct chosen *chosen = &state->chosen;
	const struct pick *pick = &state->pick;
	struct pick_items all = { 0 };
	size_t i;

	if (!pick->several)
		return;
	chosen_begin_all(chosen, pick->value ? pick->value : "", TICK_ALL);
	chosen_begin_all(chosen, pick->some ? pick->some : "", TICK_SOME);
	for (i = 0; pick->name && i < chosen->count; i++) {
		char *name = pick->name(ui, chosen->entries[i].key, pick->user);

		chosen_name(chosen, chosen->entries[i].key, name);
		free(name);
	}
	if (pick->name || !chosen->count)
		return;
	pick->fill(ui, "", &all, pick->user);
	for (i = 0; i < all.count; i++)
		chosen_name(chosen, all.items[i].key, all.items[i].label);
	pick_items_free(&all);
}

/* What can be done, with the two keys that take. */
static char *hint_of(const struct state *state, const struct place *place)
{
	struct strings keys = { 0 };
	char *taking, *text, *told;

	command_keys(command_find("pick"), place, &keys);
	taking = keys.count > 1 ? xasprintf("%s/%s", keys.items[0], keys.items[1]) : xstrdup("{pick}");
	if (!state->pick.several)
		text = xasprintf(_("type to narrow, %s takes, {step-back} leaves"), taking);
	else if (chosen_any_some(&state->chosen))
		text = xasprintf(_("{toggle} chooses, [-] some have it, %s takes, {step-back} leaves"), taking);
	else
		text = xasprintf(_("{toggle} chooses, %s takes, {step-back} leaves"), taking);
	told = command_told(text, place);
	strings_free(&keys);
	free(taking);
	free(text);
	return told;
}

void pick_view_open(struct ui *ui, const struct pick *pick)
{
	struct state *state = xcalloc(1, sizeof *state);
	struct view *view;

	state->pick = *pick;
	state->title = xstrdup(pick->title);
	begin_chosen(ui, state);
	state->empty = xstrdup(pick->empty ? pick->empty : _("Nothing fits."));
	line_editor_set(&state->filter, pick->typed);
	refill(ui, state);
	/* The value that stands is where the cursor begins. */
	if (!pick->several && pick->value) {
		size_t i;

		for (i = 0; i < state->items.count; i++)
			if (strcmp(state->items.items[i].key, pick->value) == 0)
				state->cursor = i;
	}
	view = view_new(&ops, state);
	if (pick->several)
		view->place.name = "choices";
	state->hint = pick->hint ? command_told(pick->hint, &view->place) : hint_of(state, &view->place);
	ui_push(ui, view);
}
