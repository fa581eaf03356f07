/*
 * The control checklist: the Statement of Applicability line by line, with the
 * progress by theme above it and a key for each answer.
 */
#include <stdlib.h>
#include <string.h>

#include "app/edition.h"
#include "tui/browse.h"
#include "tui/views.h"

struct checklist {
	struct browse browse; /* first: what the views with a list share finds it there */
	struct progress progress;
	char *issued; /* what was issued last; NULL: nothing */
	bool issued_known;
};

static struct query *base(struct ui *ui, const struct browse *browse, const struct register_def *def)
{
	(void)browse;
	(void)def;
	return query_soa(store_context(ui->store), SOA_ALL);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct checklist *checklist = view->data;
	struct area rest = browse_lay_out(&checklist->browse, area);
	int lines = checklist_draw_progress(
		ui, &checklist->progress, rest.top, rest.left + 1, rest.width - 2, rest.height / 2);

	rest.top += lines;
	rest.height -= lines;
	browse_draw(ui, &checklist->browse, rest, checklist->issued);
}

/* ---- own controls ---- */

static enum answer add_own(struct ui *ui, struct view *view)
{
	struct record *control = record_new(register_find("control"), store_context(ui->store)->time_zone);
	char *number = app_own_number(ui->store);

	record_set(control, "catalogue", OWN_CATALOGUE);
	record_set(control, "number", number);
	free(number);
	(void)view;
	form_view_open_record(ui, control, NULL);
	return ANSWER_DONE;
}

/* The line that answers to a control; 0: none. */
static int64_t line_of(struct ui *ui, int64_t id)
{
	struct record *control = store_record(ui->store, id, NULL);
	char *ref = control ? xasprintf("soa:%s", control->ref) : NULL;
	int64_t line = ref ? store_find(ui->store, ref, NULL) : 0;

	record_free(control);
	free(ref);
	return line;
}

/* ---- the checklist's keys: each is one step of undo ---- */

static struct change_ask ask_for(const char *field)
{
	const struct register_def *def = register_find("applicability");

	return (struct change_ask){ .def = def, .field = register_field(def, field) };
}

static enum answer open_justification(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct change_ask ask = ask_for("justification");

	(void)view;
	change_open(ui, meant, &ask);
	return ANSWER_DONE;
}

/* With the letter that stands for it in the list. */
static char *reason_label(const struct choice *choice)
{
	return xasprintf("%s  %s", checklist_reason_letters(choice->key), choice->label);
}

static enum answer open_reasons(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct change_ask ask = ask_for("reasons");

	(void)view;
	ask.label = reason_label;
	change_open(ui, meant, &ask);
	return ANSWER_DONE;
}

/* The column of the reasons is asked for as its key does. */
static enum answer edit_line(struct ui *ui, struct view *view, const struct meant *meant)
{
	const struct field_def *field = rowlist_chosen_field(browse_list(view));

	return field && field == ask_for("reasons").field ? open_reasons(ui, view, meant) : list_edit(ui, view, meant);
}

static enum answer choose_owner(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct change_ask ask = ask_for("owner");

	(void)view;
	change_open(ui, meant, &ask);
	return ANSWER_DONE;
}

/* One line is turned at once; of those marked it is asked to what, the next state being offered. */
static void turn(struct ui *ui, const struct meant *meant, const char *field, const char *next)
{
	struct change_ask ask = ask_for(field);

	ask.start = next;
	if (meant->marked)
		change_open(ui, meant, &ask);
	else
		change_give_told(ui, meant, ask.field, *next ? next : NULL, NULL);
}

static enum answer turn_applicable(struct ui *ui, struct view *view, const struct meant *meant)
{
	bool differ;
	char *value = change_common(ui, meant, ask_for("applicable").field, &differ), *text;
	bool excluded = value && strcmp(value, "yes") == 0;

	turn(ui, meant, "applicable", !value ? "yes" : excluded ? "no" : "");
	text = excluded ? change_common(ui, meant, ask_for("justification").field, &differ) : NULL;
	if (excluded && !text && !meant->marked)
		ui_message(ui, _("An excluded control needs its reason: %s writes it."),
			command_key("justify", &view->place));
	free(text);
	free(value);
	return ANSWER_DONE;
}

static enum answer turn_status(struct ui *ui, struct view *view, const struct meant *meant, size_t steps)
{
	static const char *const states[] = { "", "none", "planned", "partial", "implemented" };
	bool differ;
	char *value = change_common(ui, meant, ask_for("status").field, &differ);
	struct record *first = differ ? store_record(ui->store, *meant->ids, NULL) : NULL;
	size_t i;

	(void)view;
	/* Where they differ nothing comes next: that of the first is offered. */
	if (first) {
		turn(ui, meant, "status", record_get(first, "status") ? record_get(first, "status") : "");
		record_free(first);
		return ANSWER_DONE;
	}
	for (i = 0; i < 5 && strcmp(states[i], value ? value : "") != 0; i++)
		;
	/* Of those marked nothing is emptied by a key pressed once too often. */
	turn(ui, meant, "status", states[meant->marked && (i + steps) % 5 == 0 ? i : (i + steps) % 5]);
	free(value);
	return ANSWER_DONE;
}

static enum answer status_on(struct ui *ui, struct view *view, const struct meant *meant)
{
	return turn_status(ui, view, meant, 1);
}

static enum answer status_back(struct ui *ui, struct view *view, const struct meant *meant)
{
	return turn_status(ui, view, meant, 4);
}

/* There the form is what one wants to see: the answers, to be changed. */
static enum answer open_line(struct ui *ui, struct view *view)
{
	const struct rowlist *list = &((struct browse *)view->data)->list;
	const struct row *row = rowlist_current(list);

	if (row)
		form_view_open(ui, list->query->def, row->id);
	return ANSWER_DONE;
}

/* ---- the view ---- */

/* What was issued last is read when the lines stand there. */
static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct checklist *checklist = view->data;
	char *before = checklist->issued;

	if (view->dirty || ui_top(ui) != view)
		return false;
	if (!checklist->issued_known) {
		checklist->issued = issue_heading(ui);
		checklist->issued_known = true;
		view->dirty = (before || checklist->issued) &&
			      (!before || !checklist->issued || strcmp(before, checklist->issued) != 0);
		free(before);
	}
	/* Drawn anew it has more to find out, at once. */
	return view->dirty || browse_idle(ui, view, quiet);
}

static void changed(struct ui *ui, struct view *view)
{
	struct checklist *checklist = view->data;

	checklist->progress.read = false;
	checklist->issued_known = false;
	/* Another catalogue may be the SoA's reference now. */
	browse_base_again(ui, &checklist->browse);
	browse_changed(ui, view);
}

/* A control just added is shown as its line. */
static bool show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id)
{
	if (!register_answered_by(def))
		return browse_show(ui, view, def, id);
	return browse_show(ui, view, register_find("applicability"), line_of(ui, id));
}

static void close_view(struct ui *ui, struct view *view)
{
	struct checklist *checklist = view->data;

	browse_leave(ui, &checklist->browse, LEFT_CHECKLIST);
	browse_end(&checklist->browse);
	free(checklist->issued);
	checklist_forget(&checklist->progress);
	free(checklist);
}

static const struct action actions[] = {
	{ .command = "applicable", .meant = turn_applicable },
	{ .command = "edit", .meant = edit_line },
	{ .command = "reasons", .meant = open_reasons },
	{ .command = "status", .meant = status_on },
	{ .command = "status-back", .meant = status_back },
	{ .command = "owner", .meant = choose_owner },
	{ .command = "justify", .meant = open_justification },
	{ .command = "own-control", .run = add_own },
	{ .command = "open", .run = open_line },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "checklist",
	.actions = actions,
	.shared = list_actions,
	.draw = draw,
	.paste = list_paste,
	.mouse = browse_mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view,
	.list = browse_list,
	.record = browse_record,
	.selection = browse_selection,
	.show = show };

void checklist_view_open(struct ui *ui)
{
	struct checklist *checklist;
	struct rowlist *list;

	if (!store_context(ui->store)->catalogue_ref) {
		ui_message(ui, _("The organisation has no catalogue for its SoA; choose one in its record."));
		return;
	}
	if (ui_bring_up(ui, &ops))
		return;
	checklist = xcalloc(1, sizeof *checklist);
	checklist->browse.base = base;
	checklist->browse.title_column = 1;
	list = &checklist->browse.list;
	rowlist_init(list, base(ui, &checklist->browse, register_find("applicability")));
	query_sort(list->query, "ref", NULL);
	rowlist_set_columns(list, checklist_columns, ui->columns >= 130 ? CHECKLIST_COLUMNS : CHECKLIST_COLUMNS - 2);
	list->decorate = checklist_cell;
	checklist->browse.keeps_order = true;
	browse_recall(ui, &checklist->browse);
	browse_come_back(ui, &checklist->browse, LEFT_CHECKLIST);
	ui_push(ui, view_new(&ops, checklist));
}
