/* What `noria help`, noria-config(5) and noria-keys(7) tell of the screen: the tables, as who prints them wants them. */
#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"
#include "tui/lib.h"

/* What each style is for; styles.c has their names and colours. */
static const struct {
	const char *name, *help;
} style_helps[] = {
	{ "plain", N_("all that has no style of its own") },
	{ "title", N_("headings, and the top line") },
	{ "dim", N_("what matters less: labels, lines, what is done") },
	{ "accent", N_("what has the keys, and work that goes on") },
	{ "heading", N_("the heading of the pane that has the keys") },
	{ "cursor", N_("the line under the cursor") },
	{ "marked", N_("lines that are marked") },
	{ "late", N_("what is late, and other warnings") },
	{ "error", N_("what went wrong") },
	{ "key", N_("keys in the bottom line and in the help") },
	{ "field", N_("values in a form") },
	{ "field-active", N_("the value that is written at") },
	{ "good", N_("what is done, or in order") },
	{ "level-1", N_("the lowest level of risk") },
	{ "level-2", N_("the level of risk above the lowest") },
	{ "level-3", N_("the level of risk in the middle") },
	{ "level-4", N_("the level of risk below the highest") },
	{ "level-5", N_("the highest level of risk") },
};

const char *style_help(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof style_helps / sizeof style_helps[0]; i++)
		if (strcmp(style_helps[i].name, name) == 0)
			return style_helps[i].help;
	return NULL;
}

void tui_styles(tui_told each, void *user)
{
	const char *name;
	int i;

	for (i = 0; (name = terminal_style_name((enum style)i)) != NULL; i++) {
		const char *help = style_help(name);

		each(user, name, help ? _(help) : "");
	}
}

void tui_colours(tui_told each, void *user)
{
	int i;

	for (i = 0; terminal_colour_name(i); i++)
		each(user, terminal_colour_name(i), "");
}

static int is_theme(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

void tui_themes(tui_told each, void *user)
{
	char *folder = environment_data("themes");
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_theme, alphasort), i;

	for (i = 0; i < count; i++) {
		each(user, entries[i]->d_name, "");
		free(entries[i]);
	}
	free(entries);
	free(folder);
}

void tui_key_names(tui_told each, void *user)
{
	const struct key_spelling *spelling;

	for (spelling = key_spellings; spelling->name; spelling++)
		each(user, spelling->name, spelling->also ? spelling->also : "");
}

bool tui_command(size_t i, struct tui_command *told)
{
	const struct command *command = &commands[i];

	if (!command->name)
		return false;
	*told = (struct tui_command){ .name = command->name,
		.keys = command->keys,
		.label = _(command->label),
		.help = _(command->help),
		.group = _(command->group),
		.where = command->where };
	return true;
}

bool tui_bound(size_t i, const char **key, const char **name)
{
	const struct command *command;

	if (!command_binding(i, key, &command))
		return false;
	*name = command->name;
	return true;
}

void tui_configure(struct strings *faults)
{
	configure(faults);
}
