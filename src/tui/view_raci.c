/* The responsibility matrix: an activity a line, a role a column, in the cell R, A, C or I; the letters change it. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"
#include "tui/views.h"

#define ROLES_MAX 60
#define ACTIVITIES_MAX 500

static const char *const fields[] = { "responsible", "accountable", "consulted", "informed" };
static const char letters[] = "RACI";

struct role {
	char *ref, *title, *heading, *holders;
};
struct activity {
	int64_t id;
	char *title;
	char *cells[4]; /* refs of roles */
};
struct raci {
	struct role *roles;
	struct activity *activities;
	size_t role_count, activity_count;
	size_t row, column, top, left;
	bool read;
	struct failure failure;
	int height, columns, label, cell;
};

static void forget(struct raci *raci)
{
	size_t i, j;

	for (i = 0; i < raci->role_count; i++) {
		free(raci->roles[i].ref);
		free(raci->roles[i].title);
		free(raci->roles[i].heading);
		free(raci->roles[i].holders);
	}
	for (i = 0; i < raci->activity_count; i++) {
		free(raci->activities[i].title);
		for (j = 0; j < 4; j++)
			free(raci->activities[i].cells[j]);
	}
	free(raci->roles);
	free(raci->activities);
	raci->roles = NULL;
	raci->activities = NULL;
	raci->role_count = raci->activity_count = 0;
	raci->read = false;
}

static bool add_role(void *user, const struct row *row)
{
	struct raci *raci = user;

	if (raci->role_count >= ROLES_MAX)
		return false;
	raci->roles = xreallocarray(raci->roles, raci->role_count + 1, sizeof *raci->roles);
	raci->roles[raci->role_count++] = (struct role){
		xstrdup(row->ref),
		xstrdup(row->cells[0].text),
		xstrdup(row->cells[1].value ? row->cells[1].text : row->cells[0].text),
		xstrdup(row->cells[2].text),
	};
	return true;
}

static bool add_activity(void *user, const struct row *row)
{
	struct raci *raci = user;
	struct activity activity = { .id = row->id, .title = xstrdup(row->cells[0].text) };
	int i;

	if (raci->activity_count >= ACTIVITIES_MAX) {
		free(activity.title);
		return false;
	}
	for (i = 0; i < 4; i++)
		activity.cells[i] = xstrdup(row->cells[i + 1].value);
	raci->activities = xreallocarray(raci->activities, raci->activity_count + 1, sizeof *raci->activities);
	raci->activities[raci->activity_count++] = activity;
	return true;
}

/* Refs of people become their names. */
static void name_holders(struct ui *ui, struct raci *raci)
{
	size_t i;

	for (i = 0; i < raci->role_count; i++) {
		char *names = store_references(ui->store, raci->roles[i].holders, REFERENCE_TITLE, ", ");

		free(raci->roles[i].holders);
		raci->roles[i].holders = names;
	}
}

static void read_all(struct ui *ui, struct raci *raci)
{
	static const char *const role_columns[] = { "title", "short", "holders" }, *const activity_columns[] = {
		"title", "responsible", "accountable", "consulted", "informed"
	};
	struct query *query = query_new(register_find("role"));
	struct raci fresh = { 0 };
	struct error error = { 0 };
	bool ok;

	/* Too many of them end the reading without an error. */
	ok = store_each(ui->store, query, role_columns, 3, add_role, &fresh, &error) || !error.kind;
	query_free(query);
	query = query_new(register_find("responsibility"));
	ok = ok && (store_each(ui->store, query, activity_columns, 5, add_activity, &fresh, &error) || !error.kind);
	query_free(query);
	if (ok) {
		forget(raci);
		raci->roles = fresh.roles;
		raci->activities = fresh.activities;
		raci->role_count = fresh.role_count;
		raci->activity_count = fresh.activity_count;
		name_holders(ui, raci);
		failure_forget(&raci->failure);
	} else {
		forget(&fresh);
		failure_take(ui, &raci->failure, &error, raci->role_count || raci->activity_count);
	}
	if (raci->row >= raci->activity_count)
		raci->row = raci->activity_count ? raci->activity_count - 1 : 0;
	if (raci->column >= raci->role_count)
		raci->column = raci->role_count ? raci->role_count - 1 : 0;
	raci->read = !raci->failure.sentence;
}

static bool names(const char *refs, const char *ref)
{
	struct strings list = { 0 };
	bool found;

	if (!refs)
		return false;
	strings_split(&list, refs);
	found = strings_contain(&list, ref);
	strings_free(&list);
	return found;
}

static void cell_text(const struct activity *activity, const struct role *role, char text[5])
{
	size_t used = 0;
	int i;

	for (i = 0; i < 4; i++)
		if (names(activity->cells[i], role->ref))
			text[used++] = letters[i];
	text[used] = '\0';
}

/* What is wrong with an activity: one role must answer for it, some role must do it. */
static const char *lack(const struct activity *activity)
{
	return !activity->cells[1]   ? _("nobody answers for it (A)")
	       : !activity->cells[0] ? _("nobody does it (R)")
				     : NULL;
}

static void draw_headings(const struct raci *raci, struct area area)
{
	size_t j;
	int x;

	for (j = raci->left, x = raci->label; j < raci->role_count && x + raci->cell <= area.width;
		j++, x += raci->cell)
		draw_text(area.top + 1, area.left + x, raci->cell - 1, j == raci->column ? STYLE_HEADING : STYLE_DIM,
			raci->roles[j].heading, false);
}

static void draw_line(const struct raci *raci, size_t i, int row, struct area area)
{
	const struct activity *activity = &raci->activities[i];
	size_t j;
	int x;

	draw_text(row, area.left, 1, STYLE_ACCENT, i == raci->row ? ">" : " ", false);
	draw_text(
		row, area.left + 2, raci->label - 3, lack(activity) ? STYLE_LATE : STYLE_PLAIN, activity->title, false);
	for (j = raci->left, x = raci->label; j < raci->role_count && x + raci->cell <= area.width;
		j++, x += raci->cell) {
		bool here = i == raci->row && j == raci->column;
		char text[5], *shown;

		cell_text(activity, &raci->roles[j], text);
		shown = here ? xasprintf("[%s]", *text ? text : " ") : xasprintf(" %s", *text ? text : "\xc2\xb7");
		if (here)
			draw_spoken(row, area.left + x + 1);
		draw_text(row, area.left + x, raci->cell,
			here    ? STYLE_ACCENT
			: *text ? STYLE_PLAIN
				: STYLE_DIM,
			shown, false);
		free(shown);
	}
	if (i == raci->row)
		draw_bar(row, area.left, area.width);
}

#define CELL_LEAST 7
#define CELL_MOST 10

/* What the longest activity needs. */
static int label_wanted(const struct raci *raci)
{
	int wanted = 0;
	size_t i;

	for (i = 0; i < raci->activity_count; i++)
		if (text_columns(raci->activities[i].title) + 4 > wanted)
			wanted = text_columns(raci->activities[i].title) + 4;
	return wanted;
}

/* Roles stand far apart where the activities do not need the room. */
static int cell_width(const struct raci *raci, int width)
{
	int cell = raci->role_count ? (width - 1 - label_wanted(raci)) / (int)raci->role_count : CELL_MOST;

	return width < 120 || cell < CELL_LEAST ? CELL_LEAST : cell > CELL_MOST ? CELL_MOST : cell;
}

/* As wide as the longest activity, as far as all roles still stand beside it. */
static int label_width(const struct raci *raci, int width)
{
	int least = width >= 120 ? 44 : 28, most = width - 1 - raci->cell * (int)raci->role_count,
	    wanted = label_wanted(raci);

	if (wanted < least)
		wanted = least;
	if (wanted > most)
		wanted = most;
	return wanted > least ? wanted : least;
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct raci *raci = view->data;
	const char *wrong;
	char *people, *text;
	size_t i;
	int row;

	if (!raci->read)
		read_all(ui, raci);
	raci->cell = cell_width(raci, area.width);
	raci->label = label_width(raci, area.width);
	raci->height = area.height - 4;
	raci->columns = (area.width - raci->label) / raci->cell;
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE,
		_("Responsibilities: R does, A answers for, C is asked, I is told"), true);
	if (failure_draw(&raci->failure, area))
		return;
	if (!raci->role_count || !raci->activity_count) {
		draw_told((struct area){ area.top + 2, area.left + 3, area.height - 2, area.width - 8 }, STYLE_DIM,
			raci->role_count
				? _("No activity yet: {add} adds the first one, then {responsible}, {accountable}, {consulted} and {informed} say who does it, answers for it, is asked, is told.")
				: _("No role yet (clause 5.3): {add} adds the first one; once there is a role, {add} adds activities."),
			&view->place);
		return;
	}
	cursor_in_view(&raci->top, raci->row, raci->height);
	cursor_in_view(&raci->left, raci->column, raci->columns);
	draw_headings(raci, area);
	for (i = raci->top, row = 0; i < raci->activity_count && row < raci->height; i++, row++)
		draw_line(raci, i, area.top + 2 + row, area);
	wrong = lack(&raci->activities[raci->row]);
	people = xasprintf(_("%s: %s"), raci->roles[raci->column].title, raci->roles[raci->column].holders);
	text = xasprintf("%s%s%s", people, wrong ? "  \xc2\xb7  ! " : "", wrong ? wrong : "");
	free(people);
	draw_text(area.top + area.height - 1, area.left + 1, area.width - 2, STYLE_DIM, text, true);
	free(text);
}

static char *toggled(const char *refs, const char *ref)
{
	struct strings list = { 0 }, kept = { 0 };
	char *joined;
	size_t i;

	if (refs)
		strings_split(&list, refs);
	for (i = 0; i < list.count; i++)
		if (strcmp(list.items[i], ref) != 0)
			strings_add(&kept, list.items[i]);
	if (kept.count == list.count)
		strings_add(&kept, ref);
	joined = kept.count ? strings_join(&kept, ",") : NULL;
	strings_free(&list);
	strings_free(&kept);
	return joined;
}

/* The title of the one role in a cell that is another than `ref`; NULL: there is none. */
static const char *other_role(const struct raci *raci, const char *cell, const char *ref)
{
	size_t i;

	for (i = 0; cell && i < raci->role_count; i++)
		if (strcmp(raci->roles[i].ref, cell) == 0 && strcmp(cell, ref) != 0)
			return raci->roles[i].title;
	return NULL;
}

/* Who does what now, or no longer. */
static void tell_letter(struct ui *ui, const char *role, const char *title, const char *other, int letter, bool on)
{
	switch (letter) {
	case 0:
		/* TRANSLATORS: a role, an activity */
		ui_message(ui,
			on ? _("%s does \"%s\" now; {undo} takes it back.")
			   : _("%s no longer does \"%s\"; {undo} takes it back."),
			role, title);
		break;
	case 1:
		if (on && other)
			/* TRANSLATORS: a role, an activity, the role that answered for it before */
			ui_message(ui, _("%s answers for \"%s\" now instead of %s; {undo} takes it back."), role, title,
				other);
		else
			/* TRANSLATORS: a role, an activity */
			ui_message(ui,
				on ? _("%s answers for \"%s\" now; {undo} takes it back.")
				   : _("%s no longer answers for \"%s\"; {undo} takes it back."),
				role, title);
		break;
	case 2:
		/* TRANSLATORS: a role, an activity */
		ui_message(ui,
			on ? _("%s is asked about \"%s\" now; {undo} takes it back.")
			   : _("%s is no longer asked about \"%s\"; {undo} takes it back."),
			role, title);
		break;
	default:
		/* TRANSLATORS: a role, an activity */
		ui_message(ui,
			on ? _("%s is told of \"%s\" now; {undo} takes it back.")
			   : _("%s is no longer told of \"%s\"; {undo} takes it back."),
			role, title);
	}
}

/* One letter on or off in the cell under the cursor; only one role answers, so A moves. */
static void toggle(struct ui *ui, const struct raci *raci, int letter)
{
	const struct activity *activity = &raci->activities[raci->row];
	const struct role *role = &raci->roles[raci->column];
	bool on = !names(activity->cells[letter], role->ref);
	char *value;

	if (letter == 1)
		value = on ? xstrdup(role->ref) : NULL;
	else
		value = toggled(activity->cells[letter], role->ref);
	if (ui_set_field(ui, activity->id, fields[letter], value))
		tell_letter(ui, role->title, activity->title, other_role(raci, activity->cells[letter], role->ref),
			letter, on);
	free(value);
}

static bool is_empty(const struct raci *raci)
{
	return !raci->role_count || !raci->activity_count;
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct raci *raci = view->data;

	(void)ui;
	if (is_empty(raci))
		return ANSWER_IGNORED;
	switch ((enum move)argument) {
	case MOVE_RIGHT:
	case MOVE_NEXT:
		raci->column += raci->column + 1 < raci->role_count;
		break;
	case MOVE_LEFT:
	case MOVE_PREVIOUS:
		raci->column -= raci->column > 0;
		break;
	default:
		cursor_move(&raci->row, raci->activity_count, (size_t)raci->height, (enum move)argument);
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer set_letter(struct ui *ui, struct view *view, int letter)
{
	if (!is_empty(view->data))
		toggle(ui, view->data, letter);
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer add(struct ui *ui, struct view *view)
{
	form_view_open(ui, register_find(((struct raci *)view->data)->role_count ? "responsibility" : "role"), 0);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	struct raci *raci = view->data;

	if (raci->activity_count)
		form_view_open(ui, register_find("responsibility"), raci->activities[raci->row].id);
	return ANSWER_DONE;
}

static enum answer open_activity(struct ui *ui, struct view *view)
{
	struct raci *raci = view->data;

	if (raci->activity_count)
		record_view_open(ui, raci->activities[raci->row].id);
	return ANSWER_DONE;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct raci *raci = view->data;
	size_t row = raci->top + (size_t)(mouse->row - area.top - 2),
	       column = raci->left + (size_t)((mouse->column - raci->label) / (raci->cell ? raci->cell : 1));

	(void)ui;
	if ((mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE) || mouse->row < area.top + 2 ||
		row >= raci->activity_count)
		return ANSWER_IGNORED;
	raci->row = row;
	if (mouse->column >= raci->label && column < raci->role_count)
		raci->column = column;
	view->dirty = true;
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct raci *)view->data)->read = false;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	forget(view->data);
	failure_forget(&((struct raci *)view->data)->failure);
	free(view->data);
}

/* For the export menu. */
static void selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	(void)ui;
	(void)view;
	*def = register_find("responsibility");
	*filter = NULL;
	*marks = NULL;
	*mark_count = 0;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "raci", .with = set_letter },
	{ .command = "add", .run = add },
	{ .command = "edit", .run = edit },
	{ .command = "open", .run = open_activity },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "raci",
	.draw = draw,
	.actions = actions,
	.mouse = mouse,
	.changed = changed,
	.close = close_view,
	.selection = selection };

void raci_view_open(struct ui *ui)
{
	ui_push(ui, view_new(&ops, xcalloc(1, sizeof(struct raci))));
}
