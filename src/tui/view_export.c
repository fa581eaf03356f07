/* The export menu: what, in which format, to which place; or a look at it first. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/pick.h"

struct order {
	char *what, *format, *path;
};

static void order_free(struct order *order)
{
	free(order->what);
	free(order->format);
	free(order->path);
	free(order);
}

static void write_order(struct ui *ui, struct order *order, bool overwrite)
{
	struct error error = { 0 };

	if (app_export(ui->store, order->what, order->format, order->path, overwrite, &error))
		ui_message(ui, _("Written to %s."), order->path);
	else
		ui_error(ui, &error);
	error_clear(&error);
	order_free(order);
}

static void overwrite(struct ui *ui, bool yes, void *user)
{
	if (yes)
		write_order(ui, user, true);
	else
		order_free(user);
}

static void placed(struct ui *ui, const char *text, void *user)
{
	struct order *order = user;

	if (!text || !*text) {
		order_free(order);
		return;
	}
	if (text[0] == '~' && text[1] == '/' && getenv("HOME"))
		order->path = xasprintf("%s%s", getenv("HOME"), text + 1);
	else
		order->path = xstrdup(text);
	if (access(order->path, F_OK) == 0) {
		char *question = xasprintf(_("%s exists already. Replace it?"), order->path);

		confirm_view_open(ui, question, overwrite, order);
		free(question);
		return;
	}
	write_order(ui, order, false);
}

/* The report as text, on the screen. */
static void preview(struct ui *ui, struct order *order)
{
	char path[] = "/tmp/noria-preview-XXXXXX";
	int file = mkstemp(path);
	struct error error = { 0 };
	struct buffer text = { 0 };

	if (file < 0) {
		ui_message(ui, _("The preview could not be made: %s."), strerror(errno));
		return;
	}
	if (app_export(ui->store, order->what, "text", path, true, &error)) {
		FILE *input = fopen(path, "re");
		char block[65536];
		size_t count;

		while (input && text.length < (4u << 20) && (count = fread(block, 1, sizeof block, input)) > 0)
			buffer_add_bytes(&text, block, count);
		if (input)
			fclose(input);
		pager_view_open(ui, _("Preview"), buffer_take(&text));
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	close(file);
	unlink(path);
}

static const struct choice format_labels[] = {
	{ "look", N_("look at it here") },
	{ "xml", N_("XML, for another Noria file") },
	{ "text", N_("text of 80 columns, for printing") },
	{ "csv", N_("CSV, for a spreadsheet") },
	{ "tsv", N_("TSV, for scripts") },
	{ "json", N_("JSON, for programs") },
};

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
		order_free(order);
		return;
	}
	order->format = xstrdup(value);
	initial = xasprintf("%s.%s", order->what, strcmp(value, "text") == 0 ? "txt" : value);
	prompt_open(ui, _("Write to:"), initial, placed, order);
	free(initial);
}

static void fill_formats(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct order *order = user;
	const char *const *formats = NULL;
	size_t i, j;

	(void)ui;
	(void)typed;
	for (i = 0; export_choices[i].what; i++)
		if (strcmp(export_choices[i].what, order->what) == 0)
			formats = export_choices[i].formats;
	if (!formats)
		formats = export_choices[i].formats;
	for (j = 0; j < sizeof format_labels / sizeof format_labels[0]; j++) {
		bool has = false;

		for (i = 0; formats[i]; i++)
			has = has || strcmp(formats[i], format_labels[j].key) == 0 || (j == 0 && strcmp(formats[i], "text") == 0);
		if (has)
			pick_add(items, format_labels[j].key, _(format_labels[j].label), NULL);
	}
}

static void what_taken(struct ui *ui, const char *value, void *user)
{
	struct order *order;
	struct pick pick = { .title = _("In which form?"), .fill = fill_formats, .then = format_taken };

	(void)user;
	if (!value)
		return;
	order = xcalloc(1, sizeof *order);
	order->what = xstrdup(value);
	pick.user = order;
	pick_view_open(ui, &pick);
}

static void fill_what(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	char *b = text_fold(typed);
	size_t i;

	(void)ui;
	(void)user;
	for (i = 0; export_choices[i].what; i++) {
		char *a = text_fold(_(export_choices[i].label));

		if (strstr(a, b))
			pick_add(items, export_choices[i].what, _(export_choices[i].label), _("report"));
		free(a);
	}
	for (i = 0; dictionary[i]; i++) {
		char *a = text_fold(_(dictionary[i]->plural));

		if (strstr(a, b))
			pick_add(items, dictionary[i]->name, _(dictionary[i]->plural), _("register"));
		free(a);
	}
	free(b);
}

void export_view_open(struct ui *ui)
{
	struct pick pick = { .title = _("Export what?"), .fill = fill_what, .then = what_taken };

	pick_view_open(ui, &pick);
}
