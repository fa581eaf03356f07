/* What keys and the mouse do, and the keys of the bottom line: both by the table of commands. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

/* ---- the bottom line ---- */

/* Commands that stand under one label, and the keys that they have here. */
struct group {
	const struct command *commands[HINTS_MAX]; /* NULL: several */
	char *keys[HINTS_MAX];
	size_t count;
	const char *label;
};

static void add_key(struct group *group, const struct command *command, char *key)
{
	group->commands[group->count] = command;
	group->keys[group->count++] = key;
}

/* More than four keys that follow one another are told by the first and the last: "1-9". */
static void shorten(struct group *group)
{
	size_t i;

	for (i = 0; i < group->count; i++)
		if (!group->keys[i][0] || group->keys[i][1] || (i && group->keys[i][0] != group->keys[i - 1][0] + 1))
			return;
	if (group->count < 5)
		return;
	add_key(group, NULL, xasprintf("%s-%s", group->keys[0], group->keys[group->count - 1]));
	for (i = 0; i + 1 < group->count; i++)
		free(group->keys[i]);
	group->keys[0] = group->keys[group->count - 1];
	group->commands[0] = NULL;
	group->count = 1;
}

/* The command and those that follow it under the same joined label; gives how many they are. */
static size_t gather(const struct command *first, const struct place *place, struct group *group)
{
	size_t i = 0;

	memset(group, 0, sizeof *group);
	group->label = _(first->joined ? first->joined : first->label);
	do {
		const char *key = command_key_name(&first[i], place);

		/* What is typed into the palette (":q") is no key to press. */
		if (key && !(key[0] == ':' && key[1]) && group->count + 1 < HINTS_MAX)
			add_key(group, &first[i], xstrdup(key_shown(key)));
		i++;
	} while (first->joined && first[i].name && first[i].joined && strcmp(first[i].joined, first->joined) == 0 &&
		 command_applies(&first[i], place));
	shorten(group);
	return i;
}

static void add_hint(struct ui *ui, int from, int to, const struct command *command)
{
	if (command && ui->hint_count < HINTS_MAX)
		ui->hints[ui->hint_count++] = (struct hint){ .from = from, .to = to, .command = command };
}

static int group_width(const struct group *group)
{
	int width = text_columns(group->label);
	size_t i;

	for (i = 0; i < group->count; i++)
		width += text_columns(group->keys[i]) + 1;
	return group->count ? width : 0;
}

static void group_free(struct group *group)
{
	while (group->count)
		free(group->keys[--group->count]);
}

/* "key label", or "key key label"; a press on a key does what it does.  False: no more room. */
static bool draw_group(struct ui *ui, int *column, const struct group *group)
{
	int row = ui->rows - 1, width = group_width(group), at = *column;
	size_t i;

	if (!group->count)
		return true;
	if (at + width > ui->hint_end)
		return false;
	for (i = 0; i < group->count; i++) {
		int used = text_columns(group->keys[i]);

		draw_text(row, at, used, STYLE_KEY, group->keys[i], false);
		add_hint(ui, at, group->count > 1 ? at + used : *column + width, group->commands[i]);
		at += used + 1;
	}
	draw_text(row, at, ui->hint_end - at, STYLE_DIM, group->label, false);
	*column += width + 2;
	return true;
}

/* What belongs to the register that is shown stands first, though it be of everywhere. */
static bool draw_register(struct ui *ui, int *column, const struct place *place, const char *works)
{
	bool room = true;
	size_t i;

	for (i = 0; works && room && commands[i].name; i++)
		if (command_among(&commands[i], works) && command_applies(&commands[i], place)) {
			struct group group;

			gather(&commands[i], place, &group);
			room = draw_group(ui, column, &group);
			group_free(&group);
		}
	return room;
}

/* Those of this place, or those of everywhere, in the order of their `hint`, but what stands there already; false: no more room. */
static bool draw_commands(struct ui *ui, int *column, const struct place *place, const char *works, bool here)
{
	int rank;
	size_t i, joined;

	for (rank = 1; rank <= 9; rank++)
		for (i = 0; commands[i].name; i += joined) {
			struct group group;
			bool room;

			joined = 1;
			if (commands[i].hint != rank || (commands[i].where != NULL) != here ||
				!command_applies(&commands[i], place) || command_among(&commands[i], works))
				continue;
			joined = gather(&commands[i], place, &group);
			room = draw_group(ui, column, &group);
			group_free(&group);
			if (!room)
				return false;
		}
	return true;
}

/* The columns of what is told in every place: how to get help, and out. */
static int kept_columns(const struct place *place)
{
	static const char *const kept[] = { "help", "back" };
	int columns = 0;
	size_t i;

	for (i = 0; i < sizeof kept / sizeof kept[0]; i++) {
		struct group group;

		gather(command_find(kept[i]), place, &group);
		columns += group.count ? group_width(&group) + 2 : 0;
		group_free(&group);
	}
	return columns;
}

/* Where letters are text only a key of another kind leads to the help: it is told last, where there is room. */
static void draw_help_key(struct ui *ui, int column, const struct place *place)
{
	struct group group;

	gather(command_find("help"), place, &group);
	draw_group(ui, &column, &group);
	group_free(&group);
}

/* How many are marked stands at the right end, whatever is said above and whatever is asked meanwhile. */
static void draw_marked(struct ui *ui)
{
	size_t marked = ui_marked(ui);
	char *text;
	int width;

	ui->hint_end = ui->columns;
	ui->marks_told = marked;
	if (!marked)
		return;
	/* TRANSLATORS: stands at the right end of the bottom line */
	text = xasprintf(ngettext("* %zu marked", "* %zu marked", marked), marked);
	width = text_columns(text);
	ui->hint_end = ui->columns - width - 2;
	draw_text(ui->rows - 1, ui->hint_end + 1, width, STYLE_MARKED, text, false);
	free(text);
}

void keys_draw(struct ui *ui, const struct view *view)
{
	const struct register_def *def = view->ops->shows ? view->ops->shows(view) : NULL;
	const char *works = def ? def->works : NULL;
	bool everywhere = !view->ops->modal || (!ui->store && !view->ops->types);
	int column = 1, kept = everywhere ? kept_columns(&view->place) : 0;

	draw_fill(ui->rows - 1, 0, ui->columns, STYLE_PLAIN);
	ui->hint_count = 0;
	ui->hints_of = def;
	draw_marked(ui);
	ui->hint_end -= kept;
	if (draw_register(ui, &column, &view->place, works))
		draw_commands(ui, &column, &view->place, works, true);
	ui->hint_end += kept;
	/* Where letters are text there is room for what counts there alone. */
	if (everywhere)
		draw_commands(ui, &column, &view->place, works, false);
	else if (view->ops->types)
		draw_help_key(ui, column, &view->place);
}

/* ---- commands ---- */

/* The records are found here and nowhere else; in an empty list there is nothing to do. */
static enum answer act_on_meant(struct ui *ui, struct view *view, const struct action *action)
{
	struct meant meant;
	enum answer answer = ui_meant(view, &meant) ? action->meant(ui, view, &meant) : ANSWER_DONE;

	meant_free(&meant);
	return answer;
}

static enum answer act(
	struct ui *ui, struct view *view, const struct action *actions, const char *name, const struct command *command)
{
	/* What changes the records of a list is done to those that are meant, never to what a view thinks of. */
	bool marked = view->ops->list && command->flags & COMMAND_MARKED;
	enum answer answer = ANSWER_IGNORED;

	for (; actions && actions->command && answer == ANSWER_IGNORED; actions++) {
		if (strcmp(actions->command, name) != 0 || marked != (actions->meant != NULL))
			continue;
		if (actions->meant)
			answer = act_on_meant(ui, view, actions);
		else
			answer = actions->with ? actions->with(ui, view, command->argument) : actions->run(ui, view);
	}
	return answer;
}

/* The view's own actions, then those of its kind, for a command or the family that it is of; true: taken. */
static bool view_acts(struct ui *ui, struct view *view, const struct command *command)
{
	const struct action *const tables[] = { view->ops->actions, view->ops->shared };
	enum answer answer = ANSWER_IGNORED;
	size_t i;

	for (i = 0; i < 2 && answer == ANSWER_IGNORED; i++) {
		answer = act(ui, view, tables[i], command->name, command);
		if (answer == ANSWER_IGNORED && command->family)
			answer = act(ui, view, tables[i], command->family, command);
	}
	if (answer == ANSWER_CLOSE)
		ui_pop(ui);
	return answer != ANSWER_IGNORED;
}

/* True where the view, or the command itself, had something to do. */
static bool run(struct ui *ui, const struct command *command)
{
	struct view *view = ui_top(ui);

	if (command->flags & COMMAND_WRITES && ui->store && ui_refuses_writes(ui))
		return true;
	if (view && view_acts(ui, view, command))
		return true;
	if (!command->run || (!ui->store && !command->where && !(command->flags & COMMAND_ANYWHERE)))
		return false;
	command->run(ui);
	return true;
}

void ui_command(struct ui *ui, const struct command *command)
{
	run(ui, command);
}

void ui_run(struct ui *ui, const char *command)
{
	run(ui, command_find(command));
}

/* Closes the view on top, but never the first one; false: it is the first one. */
static bool go_back(struct ui *ui)
{
	struct view *view = ui_top(ui);

	if (view && view_acts(ui, view, command_find("leave")))
		return true;
	if (ui->depth <= 1)
		return false;
	ui_pop(ui);
	return true;
}

void ui_back(struct ui *ui)
{
	if (!go_back(ui))
		ui_quit(ui);
}

void ui_return(struct ui *ui)
{
	/* Who goes back along references with it goes one too far easily. */
	if (!go_back(ui))
		ui_message(ui, _("This is the first view; %s leaves the program."),
			command_key("back", &ui_top(ui)->place));
}

void ui_step_back(struct ui *ui)
{
	go_back(ui);
}

void ui_leave_all(struct ui *ui)
{
	ui_save_drafts(ui);
	ui_quit(ui);
}

void ui_interrupt(struct ui *ui)
{
	ui_message(ui, _("%s goes back and leaves."), command_key("back", NULL));
}

bool keys_break_off(const char *key)
{
	/* While something takes long, nothing else is asked for. */
	static const struct place place = { .name = "", .modal = true };
	const struct command *command = command_for_key(&place, key);

	return command && (command->run == ui_step_back || command->run == ui_interrupt);
}

/* A key that is none of this place is not swallowed in silence; a movement that is at its end tells that by itself. */
static void tell_idle_key(struct ui *ui, struct view *view, const char *shown)
{
	if (view->ops->idle_key)
		view->ops->idle_key(ui, view);
	else if (view->ops->types)
		/* TRANSLATORS: a key, where letters are text; the key of the help */
		ui_message(ui, _("%s does nothing here; %s shows the keys."), shown, command_key("help", &view->place));
	else if (view->place.modal)
		/* TRANSLATORS: a key, where no command has it */
		ui_message(ui, _("%s does nothing here; the keys stand below."), shown);
	else
		/* TRANSLATORS: a key, where no command has it */
		ui_message(ui, _("%s does nothing here; {help} shows the keys."), shown);
}

void ui_key(struct ui *ui, const struct key *key)
{
	struct view *view = ui_top(ui);
	const struct command *command;

	if (!view)
		return;
	ui_forget_message(ui);
	command = command_for_key(&view->place, key->name);
	if (command && run(ui, command))
		return;
	if (key->text && view->ops->type)
		view->ops->type(ui, view, strcmp(key->name, "Space") == 0 ? " " : key->name);
	else if (view->ops->idle_key || !(command && command->family))
		tell_idle_key(ui, view, key_shown(key->name));
}

/* ---- the mouse ---- */

/*
 * A press soon after another at the same place makes a double one.  False: it is
 * the second half of a double click whose first half opened or closed a view, and
 * is not meant for what now lies there.
 */
static bool pair_presses(struct ui *ui, struct mouse *mouse)
{
	int64_t now = environment_clock_ms();
	bool second = ui->press.at && now - ui->press.at <= DOUBLE_CLICK_MS && ui->press.row == mouse->row &&
		      abs(ui->press.column - mouse->column) <= 1,
	     moved = ui->press.moved;

	ui->press.at = second ? 0 : now;
	ui->press.row = mouse->row;
	ui->press.column = mouse->column;
	ui->press.moved = false;
	if (second)
		mouse->kind = MOUSE_DOUBLE;
	return !second || !moved;
}

/* A press on the bottom line is the key that stands there. */
static void press_hint(struct ui *ui, int column)
{
	size_t i;

	for (i = 0; i < ui->hint_count; i++)
		if (column >= ui->hints[i].from && column < ui->hints[i].to) {
			ui_command(ui, ui->hints[i].command);
			return;
		}
}

void ui_mouse(struct ui *ui, const struct mouse *event)
{
	struct view *view = ui_top(ui);
	enum answer answer = ANSWER_IGNORED;
	struct mouse pressed = *event;
	const struct mouse *mouse = &pressed;

	if (!view)
		return;
	ui_forget_message(ui);
	if (event->kind == MOUSE_PRESS && !pair_presses(ui, &pressed))
		return;
	if (mouse->row == ui->rows - 1 && (mouse->kind == MOUSE_PRESS || mouse->kind == MOUSE_DOUBLE)) {
		press_hint(ui, mouse->column);
		return;
	}
	if (view->ops->mouse)
		answer = view->ops->mouse(ui, view, mouse, ui_area(ui));
	if (answer == ANSWER_CLOSE)
		ui_pop(ui);
	if (answer != ANSWER_IGNORED)
		return;
	if (mouse->kind == MOUSE_WHEEL_UP || mouse->kind == MOUSE_WHEEL_DOWN)
		ui_run(ui, mouse->kind == MOUSE_WHEEL_UP ? "up" : "down");
}
