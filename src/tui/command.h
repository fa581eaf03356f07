/* The one table of commands: keys, menu, palette, help and the check of the manual follow from it. */
#ifndef NORIA_TUI_COMMAND_H
#define NORIA_TUI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct ui;

struct command {
	const char *name;  /* "matrix": the word for the configuration and the palette */
	const char *keys;  /* default keys: "5", "C-r", "F2 C-s", "Space" */
	const char *label; /* N_(): short, for menu and bottom line */
	const char *help;  /* N_(): a sentence */
	const char *where; /* names of views where it applies, "list checklist"; NULL: everywhere */
	const char *group; /* N_(): heading in help and menu */
	int hint;          /* among the keys of the bottom line, the lower the sooner; 0: not */
	/* What it does when no view takes it; NULL: views only (view_ops.command). */
	void (*run)(struct ui *ui);
	bool writes; /* refused where the file is read-only */
};

/* Gives a command one more key, before the table's own. */
void command_bind(const char *key, const struct command *command);
extern const struct command commands[]; /* ends with name NULL */
const struct command *command_find(const char *name);
/* The command for a key in a view of that name, user bindings first; NULL. */
const struct command *command_for_key(const char *view, const char *key_name);
/* True where the command is of everywhere, or of that view. */
bool command_applies(const struct command *command, const char *view);
/* The key that a user presses for it now, as people call it ("5", "^R", "Entrée"); not owned. */
const char *command_key(const struct command *command);
/* The same as input names it ("C-r"); not owned. */
const char *command_first_key(const struct command *command);

#endif
