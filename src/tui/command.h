/*
 * The one table of commands: keys, the bottom line, menu, palette, help and noria-keys(7)
 * follow from it.  Whatever a key does but type a letter is a command, and what the user
 * binds goes before the table's own keys, everywhere.
 */
#ifndef NORIA_TUI_COMMAND_H
#define NORIA_TUI_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

struct ui;
struct strings;

/* Families: commands that one function of a view does, told apart by their argument. */
enum move {
	MOVE_UP,
	MOVE_DOWN,
	MOVE_LEFT,
	MOVE_RIGHT,
	MOVE_PAGE_UP,
	MOVE_PAGE_DOWN,
	MOVE_FIRST,
	MOVE_LAST,
	MOVE_NEXT, /* pane or field */
	MOVE_PREVIOUS,
	MOVE_HALF_UP, /* half a page */
	MOVE_HALF_DOWN
};
enum line_edit {
	LINE_LEFT,
	LINE_RIGHT,
	LINE_START,
	LINE_END,
	LINE_ERASE, /* from here on the text changes */
	LINE_ERASE_NEXT,
	LINE_ERASE_WORD,
	LINE_ERASE_BEFORE,
	LINE_ERASE_REST
};

enum {
	COMMAND_WRITES = 1,     /* refused where the file is read-only */
	COMMAND_ANYWHERE = 2,   /* of everywhere, also where text is typed or a question stands, and without a file */
	COMMAND_UNLISTED = 4,   /* neither in menu nor palette: moving, editing a line */
	COMMAND_LOCAL_KEYS = 8, /* the keys of the language besides: "o" for oui */
	COMMAND_MARKED = 16     /* it changes records: where some are marked, those (view.h: struct meant) */
};

struct command {
	const char *name;  /* "matrix": the word for the configuration and the palette */
	const char *keys;  /* default keys: "5", "C-r", "F2 C-s", "Space"; ":q" is typed into the palette */
	const char *label; /* N_(): short, for menu and bottom line */
	const char *help;  /* N_(): a sentence */
	const char *where; /* names of views where it applies, "list checklist"; NULL: everywhere */
	const char *group; /* N_(): heading in help and menu */
	int hint;          /* among the keys of the bottom line, the lower the sooner; 0: not */
	/* What it does when no view takes it; NULL: views only (view_ops.actions). */
	void (*run)(struct ui *ui);
	unsigned flags;
	const char *family; /* "move": a view may name this instead of all of them; NULL: none */
	int argument;       /* which of the family */
	const char *joined; /* N_(): one label of the bottom line for those that follow one another with the same */
};
extern const struct command commands[]; /* command_table.c; ends with name NULL */

/* Where a key is pressed. */
struct place {
	const char *name;
	bool modal;       /* only its own commands and those of anywhere apply */
	bool types;       /* letters are text: of the place's own keys alone one may be a letter (Space) */
	const char *idle; /* commands that do nothing there for now, blanks between; NULL: none */
};

/* Gives a command one more key, before those of the table and those bound earlier. */
void command_bind(const char *key, const struct command *command);
/* What was bound, number i; false: no more. */
bool command_binding(size_t i, const char **key, const struct command **command);
/* key_name.c: the names of keys that are no characters, with other spellings (commas between them); ends with name NULL. */
struct key_spelling {
	const char *name, *also;
};
extern const struct key_spelling key_spellings[];
/* The name of a key as a person may write it: "^P", "C-p", "<C-p>", "Ctrl-P", "F5", "<f5>", "é".  False: there is none; *instead (not owned): the key that terminals send in its place, NULL: none. */
bool key_parse(const char *word, char *key, size_t size, const char **instead);
const struct command *command_find(const char *name);
/* The command for a key at that place, user bindings first; NULL. */
const struct command *command_for_key(const struct place *place, const char *key);
/* True where the command's name is one of these, blanks between; false where there are none (NULL). */
bool command_among(const struct command *command, const char *names);
/* True where the command is of everywhere, or of that place. */
bool command_applies(const struct command *command, const struct place *place);
/* The name of a key that runs it at that place now ("C-r"); NULL: none does.  Not owned. */
const char *command_key_name(const struct command *command, const struct place *place);
/* Adds all keys that run it there, as people call them. */
void command_keys(const struct command *command, const struct place *place, struct strings *shown);
/* As people call a key: "5", "^R", "Entrée"; not owned, good until the fourth call after it. */
const char *key_shown(const char *key);
/* Both at once, for a sentence: what a user presses for the command of that name at that place; place NULL, or one
 * where it does not apply: where it is at home.  A command without keys is told as one types it into the palette (":undo"). */
const char *command_key(const char *name, const struct place *place);
/* A sentence in which "{undo}" stands for the key of that command, as command_key tells it; the caller frees. */
char *command_told(const char *text, const struct place *place);

#endif
