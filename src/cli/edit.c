/* add, set, remove, undo, redo: changes, each one step of undo. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lib.h"

/* Of add and remove, for the register of levels. */
static const struct cli_option options[] = {
	{ "rescale", NULL, N_("add or remove a level of the risk method in use: what is rated on its scale follows") },
	{ NULL, NULL, NULL },
};

/* A sentence a line. */
static void say(const char *warning)
{
	while (*warning) {
		size_t length = strcspn(warning, "\n");

		cli_message("%.*s", (int)length, warning);
		warning += length + (warning[length] == '\n');
	}
}

static bool run_add(const struct cli_words *words, struct error *error)
{
	const struct register_def *def = cli_register(words->arguments.items[1], error);
	struct store *store;
	char *ref = NULL, *warning = NULL;
	bool ok;

	if (!def)
		return false;
	store = cli_open(words->arguments.items[0], true, error);
	if (!store)
		return false;
	ok = app_add(store, def, (const char *const *)words->arguments.items + 2, words->arguments.count - 2,
		cli_has(words, "rescale"), &ref, &warning, error);
	if (ok) {
		cli_line("%s\n", ref);
		/* It is in the file, whatever becomes of its ref on the way out; who does not read it did not want it. */
		if (!cli_flush(error)) {
			if (error->kind != ERROR_UNREAD)
				error_set(
					error, ERROR_SYSTEM, _("%s was added, but its ref could not be printed."), ref);
			ok = false;
		}
	}
	if (warning)
		say(warning);
	free(ref);
	free(warning);
	return cli_close(store, ok, error);
}

const struct cli_command cli_add = {
	.name = "add",
	.arguments = "FILE REGISTER FIELD=VALUE...",
	.least = 3,
	.most = -1,
	.options = options,
	.run = run_add,
	.summary = N_("add a record and print its ref"),
	.help = N_(
		"Values are in the file's own form: ISO dates, English choice keys, refs; several are separated by commas. A time without Z or an offset is in the organisation's time zone. owner=NAME finds the person or adds one. `noria help REGISTER` lists the fields."),
};

static bool run_set(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open(words->arguments.items[0], true, error);
	char *warning = NULL;
	bool ok;

	if (!store)
		return false;
	ok = app_set(store, words->arguments.items[1], (const char *const *)words->arguments.items + 2,
		words->arguments.count - 2, &warning, error);
	if (warning && ok)
		say(warning);
	free(warning);
	return cli_close(store, ok, error);
}

const struct cli_command cli_set = {
	.name = "set",
	.arguments = "FILE REF FIELD=VALUE...",
	.least = 3,
	.most = -1,
	.run = run_set,
	.summary = N_("change fields of a record"),
	.help = N_("FIELD= empties a field. All fields are changed or none."),
};

static bool run_remove(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open(words->arguments.items[0], true, error);
	char *said = NULL;
	bool ok;

	if (!store)
		return false;
	ok = app_remove(store, (const char *const *)words->arguments.items + 1, words->arguments.count - 1,
		cli_has(words, "rescale"), &said, error);
	if (said)
		cli_message("%s", said);
	free(said);
	return cli_close(store, ok, error);
}

const struct cli_command cli_remove = {
	.name = "remove",
	.arguments = "FILE REF...",
	.least = 2,
	.most = -1,
	.options = options,
	.run = run_remove,
	.summary = N_("delete records"),
	.help = N_("References to them are emptied. `noria undo` brings all of it back."),
};

/* What has become due meanwhile is no obstacle to undo: it is noted by whoever opens the file next. */
static bool run_step(const struct cli_words *words, bool redo, struct error *error)
{
	struct store *store = cli_open_to_undo(words->arguments.items[0], error);
	char *summary = NULL;
	bool ok;

	if (!store)
		return false;
	ok = redo ? store_redo(store, &summary, error) : store_undo(store, &summary, error);
	if (ok)
		cli_message(redo ? _("Done again: %s") : _("Undone: %s"), summary);
	free(summary);
	return cli_close(store, ok, error);
}

static bool run_undo(const struct cli_words *words, struct error *error)
{
	return run_step(words, false, error);
}

static bool run_redo(const struct cli_words *words, struct error *error)
{
	return run_step(words, true, error);
}

const struct cli_command cli_undo = {
	.name = "undo",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.run = run_undo,
	.summary = N_("reverse your last action"),
	.help = N_(
		"The last action of this login that is not undone yet is reversed as a new action. Where somebody changed the same fields since, nothing is done; the screen then asks field by field. What the program noted by itself since of what is undone, as missed days of a check, goes with it, and comes back with redo."),
};

const struct cli_command cli_redo = {
	.name = "redo",
	.arguments = "FILE",
	.least = 1,
	.most = 1,
	.run = run_redo,
	.summary = N_("do again what was undone last"),
	.help = N_("A new edit ends redo."),
};
