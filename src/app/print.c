/* Printing: the report made in memory and handed to CUPS, or to the program that the configuration names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/lib.h"

#define HELPER "noria-print"

static void collect(void *user, const void *bytes, size_t length)
{
	struct buffer *buffer = user;

	if (buffer->length < 1 << 20)
		buffer_add_bytes(buffer, bytes, length);
}

char *app_print_command(void)
{
	char *path = environment_config("config"), *line = NULL, *command = NULL;
	FILE *file = path ? fopen(path, "re") : NULL;
	size_t size = 0;

	while (file && xgetline(&line, &size, file) > 0) {
		char *c = line + strspn(line, " \t");

		c[strcspn(c, "#\n")] = '\0';
		if (strncmp(c, "print", 5) == 0 && (c[5] == ' ' || c[5] == '\t') && c[5 + strspn(c + 5, " \t")]) {
			free(command);
			command = xstrdup(c + 5 + strspn(c + 5, " \t"));
		}
	}
	if (file)
		fclose(file);
	free(line);
	free(path);
	return command;
}

static bool no_printer(struct error *error)
{
	return error_set(error, ERROR_SYSTEM,
		_("There is no printer here: CUPS names none. Give the address of one (--printer=ipp://HOST/ipp/print), or name a program that prints in the configuration (`print COMMAND`)."));
}

bool app_printers(void (*each)(void *user, const char *name, const char *description, bool is_default), void *user,
	struct error *error)
{
	static const char *const arguments[] = { "list", NULL };
	struct buffer text = { 0 };
	struct helper_options options = { .arguments = arguments, .take = collect, .user = &text };
	struct helper *helper;
	char *rest, *line;
	size_t count = 0;

	if (!helper_is_there(HELPER))
		return error_set(error, ERROR_SYSTEM,
			_("This program was built without CUPS; `print COMMAND` in the configuration names another way to print."));
	helper = helper_start(HELPER, &options, error);
	if (!helper || !helper_end(helper, error)) {
		buffer_free(&text);
		return false;
	}
	for (rest = text.data; rest && (line = strsep(&rest, "\n"));) {
		char *name = strsep(&line, "\t"), *description = line ? strsep(&line, "\t") : NULL;

		if (!name || !*name || !text_is_valid(name, strlen(name)))
			continue;
		count++;
		each(user, name, description && text_is_valid(description, strlen(description)) ? description : "",
			line && strcmp(line, "default") == 0);
	}
	buffer_free(&text);
	return count || no_printer(error);
}

static void count_default(void *user, const char *name, const char *description, bool is_default)
{
	(void)name;
	(void)description;
	*(size_t *)user += is_default;
}

/* Whether a report can go somewhere, before it is made: a printer that was named, else one that CUPS takes when none is. */
static bool may_print(const struct print_order *order, struct error *error)
{
	size_t count = 0;

	if (order->printer)
		return true;
	if (!app_printers(count_default, &count, error))
		return false;
	return count || getenv("LPDEST") || getenv("PRINTER") ||
	       error_set(error, ERROR_SYSTEM,
		       _("None of the printers is the default one: name one by --printer; `noria print FILE` lists them."));
}

/* What the helper's last line says of the job. */
static char *outcome(const char *text, const char *printer)
{
	if (text && strstr(text, "done"))
		return xasprintf(_("Printed on %s."), printer);
	if (text && strstr(text, "waiting"))
		return xasprintf(_("%s has the job, but has not printed it yet: look at the printer."), printer);
	return xasprintf(_("Given to %s."), printer);
}

static bool by_cups(const struct buffer *document, bool pdf, const char *title, const struct print_order *order,
	char **said, struct error *error)
{
	char copies[16];
	const char *printer = order->printer ? order->printer : "default";
	const char *const arguments[] = { "send", printer, copies, title, pdf ? "application/pdf" : "text/plain",
		NULL };
	struct buffer text = { 0 };
	struct helper_options options = { .arguments = arguments, .take = collect, .user = &text };
	struct helper *helper;
	bool ok;

	snprintf(copies, sizeof copies, "%d", order->copies > 0 && order->copies < 1000 ? order->copies : 1);
	helper = helper_start(HELPER, &options, error);
	if (!helper)
		return false;
	helper_write(helper, document->data ? document->data : "", document->length);
	ok = helper_end(helper, error);
	if (!ok && order->printer && error && error->message && strstr(error->message, "no such printer"))
		error_set(error, ERROR_SYSTEM,
			_("There is no printer %s; `noria print FILE` lists those that there are."), order->printer);
	if (ok)
		*said = outcome(text.data, order->printer ? order->printer : _("the default printer"));
	buffer_free(&text);
	return ok;
}

/* The document on the standard input of a shell's command; what that prints is not ours to show. */
static bool by_command(const struct buffer *document, const char *command, char **said, struct error *error)
{
	char *silent = xasprintf("{ %s\n} >/dev/null 2>&1", command);
	const char *const arguments[] = { "-c", silent, NULL };
	struct helper_options options = { .arguments = arguments };
	struct helper *helper = helper_start("/bin/sh", &options, NULL);
	bool ok;

	if (helper)
		helper_write(helper, document->data ? document->data : "", document->length);
	ok = helper && helper_end(helper, NULL);
	free(silent);
	if (!ok)
		return error_set(error, ERROR_SYSTEM,
			_("The program that the configuration names for printing failed (%s)."), command);
	*said = xasprintf(_("Given to %s."), command);
	return true;
}

bool app_print(struct store *store, const struct export_request *request, const struct print_order *order, char **said,
	struct error *error)
{
	struct export_request made = *request;
	struct report_choice choice;
	struct buffer document = { 0 };
	char *command = app_print_command();
	bool cups = helper_is_there(HELPER) && (order->printer || !command), pdf = cups && helper_is_there("noria-pdf"),
	     ok;

	*said = NULL;
	if (!cups && !command)
		return error_set(error, ERROR_SYSTEM,
			_("There is no way to print here: CUPS is missing, and the configuration names no program (`print COMMAND`)."));
	/* What is no report is told by who makes it. */
	if (cups && report_find(request->what, &choice) && !may_print(order, error)) {
		free(command);
		return false;
	}
	made.target = &document;
	made.path = NULL;
	made.format = pdf ? "pdf" : "text";
	/* That lets go of the file, so that nobody waits for the printer. */
	ok = app_export_request(store, &made, error) &&
	     (cups ? by_cups(&document, pdf, request->what, order, said, error)
		   : by_command(&document, command, said, error));
	buffer_free(&document);
	free(command);
	return ok;
}
