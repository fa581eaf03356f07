/* The export menu, on paper: which printer, how many copies. */
#include <stdlib.h>
#include <string.h>

#include "tui/exporting.h"

#define BY_TERMINAL ">terminal"
#define BY_COMMAND ">command"

static void print_here(struct ui *ui, struct order *order)
{
	char *text = order_text(order);

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
	struct export_request request = order_request(order);
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
	if (text) {
		ui_message(ui, _("The number of copies goes from 1 to 999."));
		prompt_again(ui, text);
	} else {
		order_free(user);
	}
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

void order_print(struct ui *ui, struct order *order)
{
	struct pick pick = { .title = _("On which printer?"),
		.empty = _("No printer answers; type the address of one: ipp://HOST/ipp/print"),
		.fill = fill_printers,
		.then = printer_taken,
		.user = order };

	pick_view_open(ui, &pick);
}
