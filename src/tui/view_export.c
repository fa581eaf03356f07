/*
 * The export menu: what, and of which records; then in which form, or on paper (exporting.h).
 * Each step is a list or a line, Esc goes nowhere.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/exporting.h"

/* The register that the chosen report lists (or the form of its lines), or that is exported itself; NULL: it is always of the whole file. */
static const struct register_def *base_of(const struct order *order)
{
	return order->choice.base ? order->choice.base : order->choice.def->lines;
}

/* ---- of which records ---- */

/* Those that name one record: its owner, its asset. */
static void linked_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order = user;
	struct query *query;

	if (!value || *value == '+') {
		order_free(order);
		return;
	}
	query = query_new(base_of(order));
	query_add(query, order->link, OP_EQUAL, value);
	order->filter = query_text(query);
	query_free(query);
	order_ask_form(ui, order);
}

static void ask_linked(struct ui *ui, struct order *order, const char *title, const char *link)
{
	order->link = link;
	picker_view_open(ui, title, register_find(register_field(base_of(order), link)->target), NULL, false, NULL,
		linked_taken, order);
}

static void selection_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order = user;

	if (!value) {
		order_free(order);
	} else if (strcmp(value, "owner") == 0) {
		ask_linked(ui, order, _("Of which owner?"), "owner");
	} else if (strcmp(value, "asset") == 0) {
		ask_linked(ui, order, _("Of which asset?"), "asset");
	} else {
		if (strcmp(value, "filter") == 0) {
			order->filter = xstrdup(order->shown_filter);
		} else if (strcmp(value, "marks") == 0) {
			order->ids = order->marks;
			order->id_count = order->mark_count;
			order->marks = NULL;
		}
		order_ask_form(ui, order);
	}
}

static bool shows_base(const struct order *order)
{
	return order->def == base_of(order);
}

static bool has_filter(const struct order *order)
{
	return shows_base(order) && order->shown_filter && *order->shown_filter;
}

static bool has_marks(const struct order *order)
{
	return shows_base(order) && order->mark_count;
}

static void fill_selection(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct order *order = user;
	const struct register_def *base = base_of(order);

	(void)ui;
	(void)typed;
	pick_add(items, "all", _("all of them"), NULL);
	if (has_filter(order))
		pick_add(items, "filter", _("those of the list"), order->shown_filter);
	if (has_marks(order)) {
		char *count = xasprintf("%zu", order->mark_count);

		pick_add(items, "marks", _("the marked ones"), count);
		free(count);
	}
	if (register_field(base, "owner"))
		pick_add(items, "owner", _("those of one owner"), NULL);
	if (register_field(base, "asset"))
		pick_add(items, "asset", _("those of one asset"), NULL);
}

/* Whether there is more to choose from than all. */
static bool has_selection(const struct order *order)
{
	const struct register_def *base = base_of(order);

	return base && (has_filter(order) || has_marks(order) || register_field(base, "owner") ||
			       register_field(base, "asset"));
}

/* ---- what ---- */

/* Who looks for the way in looks here too. */
#define IMPORT "<import"

static void what_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order = user;

	if (value && strcmp(value, IMPORT) == 0) {
		order_free(order);
		ui_run(ui, "import");
		return;
	}
	if (!value || !report_find(value, &order->choice)) {
		order_free(order);
		return;
	}
	order->what = xstrdup(value);
	if (order->choice.ref)
		order->choice.ref = strchr(order->what, ':') + 1;
	if (has_selection(order)) {
		struct pick pick = {
			.title = _("Of which records?"), .fill = fill_selection, .then = selection_taken, .user = order
		};

		pick_view_open(ui, &pick);
	} else {
		order_ask_form(ui, order);
	}
}

/* Whether it shows what the view shows. */
static bool is_near(const struct order *order, const struct report_def *def)
{
	return (order->view && def->view && strcmp(def->view, order->view) == 0) ||
	       (order->def && (def->lines == order->def || (def->base && register_find(def->base) == order->def)));
}

static void offer_about(
	const struct order *order, const struct report_def *def, const char *typed, struct pick_items *items)
{
	char *what = xasprintf("%s:%s", def->name, order->ref),
	     *label = xasprintf(_("%s: %s"), _(def->label), order->ref);

	pick_offer(items, typed, what, label, _("this record"));
	free(what);
	free(label);
}

/* Reports about the record under the cursor. */
static void offer_own(struct ui *ui, const struct order *order, const char *typed, struct pick_items *items)
{
	const struct register_def *def = NULL;
	size_t i;

	if (order->ref)
		store_find(ui->store, order->ref, &def);
	for (i = 0; def && reports[i]; i++)
		if (reports[i]->about && (!reports[i]->of || strcmp(reports[i]->of, def->name) == 0))
			offer_about(order, reports[i], typed, items);
}

/* Reports that show what the view shows, or the others. */
static void offer_reports(const struct order *order, bool near, const char *typed, struct pick_items *items)
{
	size_t i;

	for (i = 0; reports[i]; i++)
		if (!reports[i]->about && is_near(order, reports[i]) == near)
			pick_offer(items, typed, reports[i]->name, _(reports[i]->label), _("report"));
}

/* The register that the view shows, or the others. */
static void offer_registers(const struct order *order, bool near, const char *typed, struct pick_items *items)
{
	size_t i;

	for (i = 0; dictionary[i]; i++)
		if ((dictionary[i] == order->def) == near)
			pick_offer(items, typed, dictionary[i]->name, _(dictionary[i]->plural), _("register"));
}

/* It begins with the subject of the view: of one record that one, of a list or a picture what is made of all of it. */
static void fill_what(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct order *order = user;
	bool one = order->view && strcmp(order->view, "record") == 0;

	if (one)
		offer_own(ui, order, typed, items);
	offer_reports(order, true, typed, items);
	offer_registers(order, true, typed, items);
	if (!one)
		offer_own(ui, order, typed, items);
	offer_reports(order, false, typed, items);
	offer_registers(order, false, typed, items);
	if (!one)
		pick_offer(items, typed, IMPORT, _("Import a file ..."), _("the other way"));
}

/* What stands on the screen when the menu is called can be chosen from. */
static void look_around(struct ui *ui, struct order *order)
{
	struct view *view = ui_top(ui);
	struct record *record;
	int64_t id = view && view->ops->record ? view->ops->record(ui, view) : 0;

	order->view = view ? view->ops->name : NULL;
	if (view && view->ops->selection)
		view->ops->selection(ui, view, &order->def, &order->shown_filter, &order->marks, &order->mark_count);
	record = id ? store_record(ui->store, id, NULL) : NULL;
	if (record)
		order->ref = xstrdup(record->ref);
	record_free(record);
}

static struct order *order_new(struct ui *ui)
{
	struct order *order = xcalloc(1, sizeof *order);

	order->ui = order->progress.ui = ui;
	look_around(ui, order);
	return order;
}

void export_view_open(struct ui *ui)
{
	struct pick pick = {
		.title = _("Export or print what?"), .fill = fill_what, .then = what_taken, .user = order_new(ui)
	};

	pick_view_open(ui, &pick);
}

void export_view_open_what(struct ui *ui, const char *what)
{
	what_taken(ui, what, order_new(ui));
}
