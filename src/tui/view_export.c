/*
 * The export menu: what, of which records, in which form, to which place; a look
 * at it first; or on paper.  Each step is a list or a line, Esc goes nowhere.
 */
#include <errno.h>
#include <stdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/browse.h"

/* What was chosen so far. */
struct order {
	struct ui *ui;
	struct ui_progress progress;
	char *what, *format, *path, *printer;
	struct report_choice choice; /* `what`, found in the table of reports */
	bool template;               /* a workbook to be filled in */
	struct csv_form csv;
	char *filter; /* NULL: all */
	int64_t *ids;
	size_t id_count;
	/* Of the view from which the menu was called: what can be chosen from. */
	const struct register_def *def;
	char *shown_filter;
	int64_t *marks;
	size_t mark_count;
	char *ref;        /* of the record under the cursor */
	const char *view; /* the name of that view */
	const char *link; /* the field by whose record one chooses: "owner", "asset" */
};

static void order_free(struct order *order)
{
	free(order->what);
	free(order->format);
	free(order->path);
	free(order->printer);
	free(order->filter);
	free(order->ids);
	free(order->shown_filter);
	free(order->marks);
	free(order->ref);
	free(order);
}

/* The register that the chosen report lists (or the form of its lines), or that is exported itself; NULL: it is always of the whole file. */
static const struct register_def *base_of(const struct order *order)
{
	return order->choice.base ? order->choice.base : order->choice.def->lines;
}

static struct export_request request_of(struct order *order)
{
	return (struct export_request){
		.what = order->what,
		.format = order->format,
		.template = order->template,
		.csv = order->csv,
		.path = order->path,
		.filter = order->filter,
		.ids = order->ids,
		.id_count = order->id_count,
		.progress = ui_progress,
		.progress_user = &order->progress,
	};
}

/* ---- to a file ---- */

static void write_order(struct ui *ui, struct order *order, enum app_replace replace)
{
	struct export_request request = request_of(order);
	struct error error = { 0 };
	char *note = NULL, *written = xasprintf(_("Written to %s."), order->path);

	request.replace = replace;
	request.note = &note;
	if (app_export_request(ui->store, &request, &error))
		ui_message(ui, "%s%s%s", written, note ? " " : "", note ? note : "");
	else
		ui_error(ui, &error);
	free(written);
	free(note);
	error_clear(&error);
	order_free(order);
}

static void overwrite(struct ui *ui, bool yes, void *user)
{
	if (yes)
		write_order(ui, user, REPLACE_ANY);
	else
		order_free(user);
}

static void placed(struct ui *ui, const char *text, void *user)
{
	struct order *order = user;
	struct error error = { 0 };

	if (!text || !*text) {
		order_free(order);
		return;
	}
	order->path = xstrdup(text);
	/* What is never written over is not asked about. */
	if (!app_may_write(ui->store, order->path, REPLACE_ANY, NULL, NULL, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		order_free(order);
		return;
	}
	if (access(order->path, F_OK) == 0) {
		char *question = xasprintf(_("%s exists already. Replace it?"), order->path);

		confirm_view_open(ui, question, overwrite, order);
		free(question);
		return;
	}
	write_order(ui, order, REPLACE_NOTHING);
}

static char *file_name(const struct order *order)
{
	char *name = xasprintf("%s.%s", order->what, strcmp(order->format, "text") == 0 ? "txt" : order->format), *c;

	for (c = name; *c; c++)
		if (*c == ':' || *c == '/')
			*c = '-';
	return name;
}

/* The report as text of 80 columns; NULL: it cannot be made, which is said. */
static char *text_of(struct order *order)
{
	struct export_request request = request_of(order);
	struct buffer text = { 0 };
	struct error error = { 0 };

	request.format = "text";
	request.target = &text;
	if (app_export_request(order->ui->store, &request, &error))
		return text.data ? buffer_take(&text) : xstrdup("");
	ui_error(order->ui, &error);
	error_clear(&error);
	buffer_free(&text);
	return NULL;
}

/* The report as text, on the screen. */
static void preview(struct ui *ui, struct order *order)
{
	char *text = text_of(order);

	if (text)
		pager_view_open(ui, _("Preview"), text);
	order_free(order);
}

/* ---- on paper ---- */

#define BY_TERMINAL ">terminal"
#define BY_COMMAND ">command"

static void print_here(struct ui *ui, struct order *order)
{
	char *text = text_of(order);

	if (text && terminal_print(text))
		ui_message(ui, _("Given to the printer of your terminal."));
	else if (text)
		ui_message(ui, _("This terminal has no printer."));
	free(text);
	order_free(order);
}

/* On a printer of CUPS; where none is named, by the program of the configuration. */
static void print_order(struct ui *ui, struct order *order, int copies)
{
	struct export_request request = request_of(order);
	struct print_order print = { .printer = order->printer, .copies = copies };
	struct error error = { 0 };
	char *said = NULL;

	order->progress.silent = true;
	ui_working(ui, order->printer ? xasprintf(_("Printing on %s..."), order->printer) : xstrdup(_("Printing...")));
	if (app_print(ui->store, &request, &print, &said, &error))
		ui_message(ui, "%s", said);
	else
		ui_error(ui, &error);
	free(said);
	error_clear(&error);
	order_free(order);
}

static void copies_taken(struct ui *ui, const char *text, void *user)
{
	int64_t copies;

	if (text && number_parse_integer(text, &copies) && copies >= 1 && copies <= 999) {
		print_order(ui, user, (int)copies);
		return;
	}
	if (text)
		ui_message(ui, _("The number of copies goes from 1 to 999."));
	order_free(user);
}

static void printer_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order = user;

	if (!value) {
		order_free(order);
		return;
	}
	if (strcmp(value, BY_TERMINAL) == 0) {
		print_here(ui, order);
		return;
	}
	/* The program says itself how many sheets it takes. */
	if (strcmp(value, BY_COMMAND) == 0) {
		print_order(ui, order, 1);
		return;
	}
	order->printer = xstrdup(*value == '+' ? value + 1 : value);
	prompt_open(ui, _("Copies:"), "1", copies_taken, order);
}

static void add_printer(void *user, const char *name, const char *description, bool is_default)
{
	char *label = xasprintf("%s  %s", name, description);

	pick_add(user, name, label, is_default ? _("default") : NULL);
	free(label);
}

static void fill_printers(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	char *command = app_print_command();
	struct error error = { 0 };

	(void)ui;
	(void)user;
	/* An address that is typed is a printer too. */
	if (strstr(typed, "://")) {
		char *key = xasprintf("+%s", typed);

		pick_add(items, key, typed, NULL);
		free(key);
	} else {
		app_printers(add_printer, items, &error);
		if (command)
			pick_add(items, BY_COMMAND, command, _("configuration"));
		if (terminal_can_print())
			pick_add(items, BY_TERMINAL, _("the printer of your terminal"), NULL);
	}
	error_clear(&error);
	free(command);
}

/* ---- in which form ---- */

/* What the picker offers beside the formats. */
#define TEMPLATE "template"
#define PLAIN_CSV "csv,"

/* How the spreadsheets of this locale want CSV: where the decimal sign is a comma, cells are parted by semicolons. */
static struct csv_form local_csv(void)
{
	if (strcmp(environment_language(), "fr") == 0 || strcmp(localeconv()->decimal_point, ",") == 0)
		return (struct csv_form){ .separator = ';', .mark = true };
	return (struct csv_form){ 0 };
}

static void take_format(struct order *order, const char *value)
{
	order->template = strcmp(value, TEMPLATE) == 0;
	if (strcmp(value, "csv") == 0)
		order->csv = local_csv();
	order->format = xstrdup(order->template ? "xlsx" : strcmp(value, PLAIN_CSV) == 0 ? "csv" : value);
	if (order->template) {
		/* It holds no records: none are chosen. */
		free(order->filter);
		free(order->ids);
		order->filter = NULL;
		order->ids = NULL;
		order->id_count = 0;
	}
}

static void format_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order = user;
	char *initial;

	if (!value) {
		order_free(order);
		return;
	}
	if (strcmp(value, "look") == 0) {
		preview(ui, order);
		return;
	}
	if (strcmp(value, "print") == 0) {
		struct pick pick = { .title = _("On which printer?"),
			.empty = _("No printer answers; type the address of one: ipp://HOST/ipp/print"),
			.fill = fill_printers,
			.then = printer_taken,
			.user = order };

		pick_view_open(ui, &pick);
		return;
	}
	take_format(order, value);
	initial = file_name(order);
	prompt_open_path(ui, _("Write to:"), initial, placed, order);
	free(initial);
}

static bool can_make(const struct order *order, const struct format_def *format)
{
	return report_has_format(order->choice.def, format->name) &&
	       (!format->helper || helper_is_there(format->helper));
}

/* A register can be sent away to be filled in. */
static bool has_template(const struct order *order)
{
	return order->choice.def == &report_register && !order->choice.base->made && helper_is_there("noria-xlsx");
}

static void offer_format(
	const struct order *order, const struct format_def *format, const char *typed, struct pick_items *items)
{
	bool csv = strcmp(format->name, "csv") == 0;

	if (csv && local_csv().separator) {
		pick_offer(items, typed, "csv", _("CSV with semicolons, for a spreadsheet"), NULL);
		pick_offer(items, typed, PLAIN_CSV, _("CSV with commas, for programs"), NULL);
	} else {
		pick_offer(items, typed, format->name, _(format->label), NULL);
	}
	if (strcmp(format->name, "xlsx") == 0 && has_template(order))
		pick_offer(items, typed, TEMPLATE, _("XLSX without records, for others to fill in"), NULL);
}

static void fill_formats(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct order *order = user;
	const struct format_def *format;

	(void)ui;
	/* What has a text can be read here, and printed. */
	if (report_has_format(order->choice.def, "text")) {
		pick_offer(items, typed, "look", _("look at it here"), NULL);
		pick_offer(items, typed, "print", _("print it"), NULL);
	}
	for (format = format_defs; format->name; format++)
		if (can_make(order, format))
			offer_format(order, format, typed, items);
}

static void ask_format(struct ui *ui, struct order *order)
{
	struct pick pick = { .title = _("In which form?"), .fill = fill_formats, .then = format_taken, .user = order };

	pick_view_open(ui, &pick);
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
	ask_format(ui, order);
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
		ask_format(ui, order);
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
		ask_format(ui, order);
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
