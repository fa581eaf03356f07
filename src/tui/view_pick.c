/* A list to choose from, narrowed by typing. */
#include <stdlib.h>
#include <string.h>

#include "tui/pick.h"

struct state {
	struct pick pick;
	char *title, *hint, *empty;
	struct line_editor filter;
	struct pick_items items;
	struct strings chosen;
	bool toggled; /* something was chosen or no longer */
	size_t cursor, top, most;
	int height;
	struct area box;
};

void pick_add(struct pick_items *items, const char *key, const char *label, const char *note)
{
	items->items = xreallocarray(items->items, items->count + 1, sizeof *items->items);
	items->items[items->count].key = xstrdup(key);
	items->items[items->count].label = xstrdup(label);
	items->items[items->count].detail = NULL;
	items->items[items->count++].note = xstrdup(note);
}

bool pick_offer(struct pick_items *items, const char *typed, const char *key, const char *label, const char *note)
{
	char *all = text_fold_typed(label), *part = text_fold_typed(typed);
	bool fits = strstr(all, part) != NULL;

	if (fits)
		pick_add(items, key, label, note);
	free(all);
	free(part);
	return fits;
}

void pick_detail(struct pick_items *items, const char *detail)
{
	items->items[items->count - 1].detail = xstrdup(detail);
}

void pick_items_free(struct pick_items *items)
{
	size_t i;

	for (i = 0; i < items->count; i++) {
		free(items->items[i].key);
		free(items->items[i].label);
		free(items->items[i].note);
		free(items->items[i].detail);
	}
	free(items->items);
	failure_forget(&items->failure);
	memset(items, 0, sizeof *items);
}

void pick_fail(struct pick_items *items, struct error *error)
{
	failure_take(NULL, &items->failure, error, false);
}

static void refill(struct ui *ui, struct state *state)
{
	pick_items_free(&state->items);
	state->pick.fill(ui, state->filter.text.data ? state->filter.text.data : "", &state->items, state->pick.user);
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

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct state *state = view->data;
	int width = area.width > 84 ? 80 : area.width - 4, height = area.height - 2, row, details = 0;
	size_t i;

	(void)ui;
	for (i = 0; i < state->items.count && !details; i++)
		details = state->items.items[i].detail ? 3 : 0;
	if (height > 24)
		height = 24;
	/* Not higher than the most it ever held: it does not shrink under the eyes. */
	if (state->items.count > state->most)
		state->most = state->items.count;
	if (height > (int)state->most + 5 + details)
		height = (int)state->most + 5 + details > 8 ? (int)state->most + 5 + details : 8;
	state->box = (struct area){ area.top + (area.height - height) / 2, area.left + (area.width - width) / 2, height,
		width };
	state->height = height - 5 - details;
	draw_popup(state->box, state->title);
	cursor_in_view(&state->top, state->cursor, state->height);
	draw_text(state->box.top + 1, state->box.left + 2, 1, STYLE_ACCENT, "/", false);
	for (row = 0, i = state->top; row < state->height; row++, i++) {
		int line = state->box.top + 2 + row;
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
				strings_contain(&state->chosen, state->items.items[i].key) ? "[x]" : "[ ]", false);
		draw_text(line, state->box.left + 2, 1, STYLE_ACCENT, i == state->cursor ? ">" : " ", false);
		draw_text(line, state->box.left + (state->pick.several ? 8 : 4),
			width - note - (state->pick.several ? 11 : 7), STYLE_PLAIN, state->items.items[i].label, false);
		if (i == state->cursor)
			draw_bar(line, state->box.left + 1, width - 2);
	}
	if (!state->items.count && state->items.failure.sentence)
		draw_wrapped((struct area){ state->box.top + 2, state->box.left + 4, state->height, width - 6 },
			STYLE_ERROR, state->items.failure.sentence, false);
	else if (!state->items.count)
		draw_told((struct area){ state->box.top + 2, state->box.left + 4, state->height, width - 6 }, STYLE_DIM,
			makes_new(state) ? _("Nothing of that name; {pick} makes it when you save.") : state->empty,
			&view->place);
	if (details && state->cursor < state->items.count && state->items.items[state->cursor].detail)
		draw_wrapped(
			(struct area){ state->box.top + height - 2 - details, state->box.left + 4, details, width - 6 },
			STYLE_DIM, state->items.items[state->cursor].detail, false);
	/* What was chosen may be out of sight: narrowed away, or on another page. */
	if (state->pick.several && state->chosen.count) {
		char *chosen =
			xasprintf(ngettext(" %zu chosen ", " %zu chosen ", state->chosen.count), state->chosen.count);

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
	for (i = 0; i < names.count; i++)
		strings_take(&state->chosen, xasprintf("+%s", names.items[i]));
	strings_free(&names);
}

static void choose(struct ui *ui, struct view *view)
{
	struct state *state = view->data;
	picked then = state->pick.then;
	void *user = state->pick.user;
	void (*release)(void *) = state->pick.release;
	char *value = NULL;

	if (state->pick.several) {
		if (makes_new(state))
			add_new(state);
		else if (!state->chosen.count && !state->toggled && state->filter.text.length &&
			 state->cursor < state->items.count)
			/* Who narrowed the list to it means it. */
			strings_add(&state->chosen, state->items.items[state->cursor].key);
		value = state->chosen.count ? strings_join(&state->chosen, ",") : xstrdup("");
	} else if (state->cursor < state->items.count) {
		value = xstrdup(state->items.items[state->cursor].key);
	} else if (makes_new(state)) {
		value = xasprintf("+%s", state->filter.text.data);
	}
	if (!value)
		return;
	/* The view goes first, so that what follows may open others. */
	state->pick.release = NULL;
	state->pick.then = NULL;
	ui_pop(ui);
	then(ui, value, user);
	if (release)
		release(user);
	free(value);
}

static void toggle(struct state *state)
{
	const char *key;
	size_t i;

	if (state->cursor >= state->items.count)
		return;
	key = state->items.items[state->cursor].key;
	state->toggled = true;
	for (i = 0; i < state->chosen.count; i++)
		if (strcmp(state->chosen.items[i], key) == 0) {
			free(state->chosen.items[i]);
			state->chosen.items[i] = state->chosen.items[--state->chosen.count];
			return;
		}
	strings_add(&state->chosen, key);
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
	/* In a new name it is a blank. */
	if (makes_new(state))
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
	int row = mouse->row - state->box.top - 2;

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

	if (state->pick.then)
		state->pick.then(ui, NULL, state->pick.user);
	if (state->pick.release)
		state->pick.release(state->pick.user);
	pick_items_free(&state->items);
	strings_free(&state->chosen);
	line_editor_free(&state->filter);
	free(state->title);
	free(state->empty);
	free(state->hint);
	free(state);
}

static const struct action actions[] = {
	{ .command = "pick", .run = take },
	{ .command = "toggle", .run = toggle_line },
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

void pick_view_open(struct ui *ui, const struct pick *pick)
{
	struct state *state = xcalloc(1, sizeof *state);
	struct view *view;

	state->pick = *pick;
	state->title = xstrdup(pick->title);
	if (pick->several && pick->value)
		strings_split(&state->chosen, pick->value);
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
	state->hint = command_told(pick->hint      ? pick->hint
				   : pick->several ? _("{toggle} chooses, {pick} takes, {step-back} leaves")
						   : _("type to narrow, {pick} takes, {step-back} leaves"),
		&view->place);
	ui_push(ui, view);
}

/* ---- choices of a field ---- */

struct choices {
	struct choice *list; /* owned */
	struct strings details;
	picked then;
	void *user;
};

static void fill_choices(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct choices *choices = user;
	size_t i;

	(void)ui;
	for (i = 0; choices->list[i].key; i++) {
		bool numbered = choices->list[i].key[0] >= '0' && choices->list[i].key[0] <= '9';
		char *label = numbered ? xasprintf("%s %s", choices->list[i].key, choices->list[i].label)
				       : xstrdup(choices->list[i].label);
		bool offered = pick_offer(items, typed, choices->list[i].key, label, NULL);

		if (offered && i < choices->details.count)
			pick_detail(items, choices->details.items[i]);
		free(label);
	}
}

static void choice_taken(struct ui *ui, const char *value, void *user)
{
	struct choices *choices = user;

	choices->then(ui, value, choices->user);
}

static void release_choices(void *user)
{
	struct choices *choices = user;

	choices_free(choices->list);
	strings_free(&choices->details);
	free(choices);
}

void choice_view_open(struct ui *ui, const char *title, const struct choice *list, const char *const *details,
	const char *value, bool several, const char *typed, picked then, void *user)
{
	struct choices *choices = xcalloc(1, sizeof *choices);
	struct pick pick = { .title = title,
		.several = several,
		.value = value,
		.typed = typed,
		.fill = fill_choices,
		.then = choice_taken,
		.user = choices,
		.release = release_choices };
	size_t count = 0, i;

	while (list[count].key)
		count++;
	choices->list = xcalloc(count + 1, sizeof *choices->list);
	for (i = 0; i < count; i++) {
		choices->list[i].key = xstrdup(list[i].key);
		choices->list[i].label = xstrdup(list[i].label);
		if (details)
			strings_add(&choices->details, details[i] ? details[i] : "");
	}
	choices->then = then;
	choices->user = user;
	pick_view_open(ui, &pick);
}

/* ---- records ---- */

struct records {
	const struct register_def *def;
	picked then;
	void *user;
};

static void fill_records(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct records *records = user;
	struct found_list found;
	struct error error = { 0 };
	int width = 0;
	size_t i;

	if (!store_suggest(ui->store, records->def, typed, 200, &found, &error)) {
		pick_fail(items, &error);
		return;
	}
	/* The titles stand below one another. */
	for (i = 0; i < found.count; i++)
		if (text_columns(found.items[i].ref) > width)
			width = text_columns(found.items[i].ref);
	for (i = 0; i < found.count; i++) {
		char *ref = text_pad(found.items[i].ref, width, false),
		     *label = xasprintf("%s  %s", ref, found.items[i].title);

		pick_add(items, found.items[i].ref, label, NULL);
		free(ref);
		free(label);
	}
	found_free(&found);
}

static void record_taken(struct ui *ui, const char *value, void *user)
{
	struct records *records = user;

	records->then(ui, value, records->user);
}

void picker_view_open(struct ui *ui, const char *title, const struct register_def *def, const char *value, bool several,
	const char *typed, picked then, void *user)
{
	struct records *records = xcalloc(1, sizeof *records);
	struct pick pick = { .title = title,
		.several = several,
		.value = value,
		.typed = typed,
		.fill = fill_records,
		.then = record_taken,
		.user = records,
		.release = free };

	records->def = def;
	records->then = then;
	records->user = user;
	pick.offers_new = register_title(def) && def->prefix;
	pick_view_open(ui, &pick);
}
