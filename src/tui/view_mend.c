/* The records that a check of their quality finds: Enter opens what mends the one under the cursor. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

#define WHY_LINES 3

struct mending {
	struct browse browse;              /* first: what the views with a list share finds it there */
	const struct quality_check *check; /* NULL: it is a step of the guide that they do not complete */
	struct query *lacking;             /* then: the records, */
	const char *field;                 /* and the field that they lack, NULL: not one alone */
	struct area why; /* where it is told why the record under the cursor does not hold; height 0: nowhere */
	int64_t told;    /* of which record it is told */
};

static struct query *base(struct ui *ui, const struct browse *browse, const struct register_def *def)
{
	const struct mending *mending = (const struct mending *)browse;

	return mending->check ? quality_query(mending->check, def, store_context(ui->store), QUALITY_OPEN)
			      : query_copy(mending->lacking);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct browse *browse = view->data;

	browse_draw(ui, browse, browse_lay_out(browse, area), browse->title);
}

/* The new record that mends this one, filled as far as the check tells; the caller's. */
static struct record *missing_beside(struct ui *ui, const struct quality_check *check, const struct row *row)
{
	const char *equals = check->preset ? strchr(check->preset, '=') : NULL;
	char *preset = equals ? xstrndup(check->preset, (size_t)(equals - check->preset)) : NULL;
	struct record *record = record_new(register_find(check->adds), store_context(ui->store)->time_zone),
		      *beside = check->takes ? store_record(ui->store, row->id, NULL) : NULL;

	if (check->link)
		record_set(record, check->link, row->ref);
	if (preset)
		record_set(record, preset, equals + 1);
	if (beside)
		record_set(record, check->takes, record_get(beside, check->takes));
	if (check->link)
		app_propose(ui->store, record, check->link, NULL);
	record_free(beside);
	free(preset);
	return record;
}

/* Opens what mends the record: its form at the field that lacks, or the form of the record that is missing beside it. */
static void mend(
	struct ui *ui, const struct quality_check *check, const struct register_def *def, const struct row *row)
{
	const char *field = check->field;
	struct record *record;
	size_t i;

	if (check->adds) {
		form_view_open_record(ui, missing_beside(ui, check, row), check->at);
		return;
	}
	record = field ? NULL : store_record(ui->store, row->id, NULL);
	for (i = 0; record && i < def->field_count && !field; i++)
		if (field_is_reference(&def->fields[i]) && record->values[i] && strchr(record->values[i], '{'))
			field = def->fields[i].name;
	form_view_open_at(ui, def, row->id, field);
	record_free(record);
}

static enum answer mend_current(struct ui *ui, struct view *view)
{
	struct mending *mending = view->data;
	const struct row *row = rowlist_current(&mending->browse.list);

	if (row && store_is_read_only(ui->store))
		record_view_open(ui, row->id);
	else if (row)
		mend(ui, mending->check, mending->browse.list.query->def, row);
	return ANSWER_DONE;
}

/* Several at once, where it is one field of theirs that mends them. */
static enum answer mend_meant(struct ui *ui, struct view *view, const struct meant *meant)
{
	const struct mending *mending = view->data;
	struct change_ask ask = { .def = mending->browse.list.query->def };

	if (!meant->marked || store_is_read_only(ui->store))
		return mend_current(ui, view);
	ask.field = mending->check->field ? register_field(ask.def, mending->check->field) : NULL;
	if (ask.field && !mending->check->adds && field_is_given(ask.field))
		change_open(ui, meant, &ask);
	else
		ui_message(
			ui, _("These are mended one by one: {unmark} takes the marks away, {mend} then opens each."));
	return ANSWER_DONE;
}

/* Those that are set aside, until it is said why. */
struct asides {
	const struct quality_check *check;
	struct meant meant;
};

static void aside_taken(struct ui *ui, const char *text, void *user)
{
	struct asides *asides = user;
	struct error error = { 0 };

	if (text && !*text) {
		prompt_again(ui, text);
		ui_message(ui, _("Without a reason nothing is set aside."));
		return;
	}
	if (text && quality_waive_all(ui->store, asides->check, asides->meant.ids, asides->meant.count, text, &error)) {
		ui_changed(ui);
		ui_message(ui,
			ngettext("%zu record is set aside; {undo} takes it back.",
				"%zu records are set aside; {undo} takes it back.", asides->meant.count),
			asides->meant.count);
	} else if (text) {
		ui_error(ui, &error);
	}
	error_clear(&error);
	meant_free(&asides->meant);
	free(asides);
}

static enum answer set_aside(struct ui *ui, struct view *view, const struct meant *meant)
{
	struct mending *mending = view->data;
	struct asides *asides;
	char *label;

	if (!meant->marked) {
		form_view_open_record(ui,
			quality_waiver(ui->store, mending->check, rowlist_current(&mending->browse.list)->ref), NULL);
		return ANSWER_DONE;
	}
	asides = xcalloc(1, sizeof *asides);
	asides->check = mending->check;
	asides->meant = meant_copy(meant);
	label = xasprintf(ngettext("Why is %zu record set aside, for six months:",
				  "Why are %zu records set aside, for six months:", meant->count),
		meant->count);
	prompt_open(ui, label, "", aside_taken, asides);
	free(label);
	return ANSWER_DONE;
}

void aside_view_open(struct ui *ui, const struct quality_check *check)
{
	struct error error = { 0 };
	struct query *query = quality_waivers(ui->store, check, &error);
	int64_t count = query ? store_count(ui->store, query, &error) : -1;
	/* TRANSLATORS: %s is what a check finds, a sentence */
	char *title = check ? xasprintf(_("Set aside: %s"), _(check->sentence)) : xstrdup(_("Set aside"));

	if (count > 0) {
		list_view_open(ui, query, title);
		query = NULL;
	} else if (count == 0) {
		ui_message(ui, _("Nothing is set aside here today."));
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	query_free(query);
	free(title);
}

static enum answer aside(struct ui *ui, struct view *view)
{
	aside_view_open(ui, ((struct mending *)view->data)->check);
	return ANSWER_DONE;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	browse_end(view->data);
	query_free(((struct mending *)view->data)->lacking);
	free(view->data);
}

static const struct action actions[] = {
	{ .command = "open", .run = mend_current },
	{ .command = "mend", .meant = mend_meant },
	{ .command = "set-aside", .meant = set_aside },
	{ .command = "aside", .run = aside },
	{ .command = NULL },
};

static const struct view_ops ops = {
	.name = "mend", .actions = actions, BROWSE_LIST, .draw = draw, .close = close_view
};

void mend_view_open(struct ui *ui, const struct quality_check *check, const struct register_def *def)
{
	struct mending *mending;
	struct query *query = quality_query(check, def, store_context(ui->store), QUALITY_OPEN);

	if (!query)
		return;
	query_free(query);
	mending = xcalloc(1, sizeof *mending);
	mending->check = check;
	mending->browse.base = base;
	mending->browse.keeps_columns = true;
	mending->browse.title = xstrdup(_(check->sentence));
	mending->browse.empty = _("All is mended: the check finds nothing any more. %s goes back.");
	browse_start(ui, &mending->browse, def);
	ui_push(ui, view_new(&ops, mending));
}

/* The form at the field that lacks; of a chosen column or of those marked, as in every list. */
static enum answer complete_meant(struct ui *ui, struct view *view, const struct meant *meant)
{
	const struct mending *mending = view->data;

	if (meant->marked || mending->browse.list.chosen)
		return list_edit(ui, view, meant);
	form_view_open_at(ui, mending->browse.list.query->def, *meant->ids, mending->field);
	return ANSWER_DONE;
}

/* Each of them may lack something else. */
static void draw_why(struct ui *ui, struct mending *mending)
{
	const struct row *row = rowlist_current(&mending->browse.list);
	struct record *record = row ? store_record(ui->store, row->id, NULL) : NULL;
	struct strings otherwise = { 0 };
	char *text;

	if (record)
		store_validity(ui->store, record, &otherwise, NULL);
	text = otherwise.count ? strings_join(&otherwise, " ") : NULL;
	draw_paragraph(mending->why, STYLE_PLAIN, text ? text : "");
	mending->told = row ? row->id : 0;
	free(text);
	strings_free(&otherwise);
	record_free(record);
}

static void draw_lacking(struct ui *ui, struct view *view, struct area area)
{
	struct mending *mending = view->data;

	mending->why.height = 0;
	if (mending->lacking->def->valid) {
		area.height -= WHY_LINES + 1;
		draw_horizontal(area.top + area.height, area.left, area.width);
		mending->why = (struct area){ area.top + area.height + 1, area.left + 1, WHY_LINES, area.width - 2 };
	}
	draw(ui, view, area);
	if (mending->why.height)
		draw_why(ui, mending);
}

static bool idle_lacking(struct ui *ui, struct view *view, int64_t quiet)
{
	struct mending *mending = view->data;
	bool more = browse_idle(ui, view, quiet);
	const struct row *row = rowlist_current(&mending->browse.list);

	if (!view->dirty && ui_top(ui) == view && mending->why.height && mending->told != (row ? row->id : 0))
		draw_why(ui, mending);
	return more;
}

static const struct action lacking_actions[] = {
	{ .command = "edit", .meant = complete_meant },
	{ .command = NULL },
};

static const struct view_ops lacking_ops = { .name = "list",
	.actions = lacking_actions,
	.shared = list_actions,
	.paste = list_paste,
	.mouse = browse_mouse,
	.idle = idle_lacking,
	.changed = browse_changed,
	.list = browse_list,
	.record = browse_record,
	.selection = browse_selection,
	.show = browse_show,
	.draw = draw_lacking,
	.close = close_view };

void lacking_view_open(struct ui *ui, struct query *query, const char *title, const char *field)
{
	struct mending *mending = xcalloc(1, sizeof *mending);

	mending->lacking = query;
	mending->field = field;
	mending->browse.base = base;
	mending->browse.keeps_columns = true;
	mending->browse.title = xstrdup(title);
	mending->browse.empty = _("No record is left here. %s goes back.");
	browse_start(ui, &mending->browse, query->def);
	ui_push(ui, view_new(&lacking_ops, mending));
}
