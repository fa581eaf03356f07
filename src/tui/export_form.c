/* The export menu: in which form, to which place; or looked at first. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/exporting.h"

/* The report as text, on the screen. */
static void preview(struct ui *ui, struct order *order)
{
	char *text = order_text(order);

	if (text)
		pager_view_open(ui, _("Preview"), text);
	order_free(order);
}

/* ---- to a file ---- */

static void write_order(struct ui *ui, struct order *order, enum app_replace replace)
{
	struct export_request request = order_request(order);
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

/* ---- in which form ---- */

/* What the picker offers beside the formats. */
#define TEMPLATE "template"
#define PLAIN_CSV "csv,"

/* How the spreadsheets of this locale want CSV: where the decimal sign is a comma, cells are parted by semicolons. */
static struct csv_form local_csv(void)
{
	if (strcmp(environment_language(), "fr") == 0 || environment_has_decimal_comma())
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
		order_print(ui, order);
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

void order_ask_form(struct ui *ui, struct order *order)
{
	struct pick pick = { .title = _("In which form?"), .fill = fill_formats, .then = format_taken, .user = order };

	pick_view_open(ui, &pick);
}
