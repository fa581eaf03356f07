/*
 * cli: the command line.  One file a subcommand, with its descriptor at its
 * top; the table in main.c lists them.  Data go to standard output, messages
 * to standard error, the kind of an error to the exit status.
 */
#ifndef NORIA_CLI_LIB_H
#define NORIA_CLI_LIB_H

#include "app/lib.h"

/*
 * An option of a command: --name=VALUE, or --name alone where it takes none.  takes: the values
 * that there are ("a4|letter"), or of what kind they are: FILTER, FIELD, FORMAT, PATH, CATALOGUE, METHOD, KIND
 * (of an import), PRINTER, NUMBER, TEXT.  Completion follows from it.
 */
struct cli_option {
	const char *name;
	const char *takes; /* NULL: nothing; "?VALUE": the option may stand alone too, the value then follows "=" */
	const char *help;  /* N_() */
};

/* What an option takes, without the sign of those that may stand alone; NULL: nothing. */
const char *cli_option_takes(const struct cli_option *option);
/* True where the option cannot be without its value. */
bool cli_option_needs(const struct cli_option *option);

/* The option of every command that only reads. */
#define CLI_READ_ONLY                                                                                                                      \
	{                                                                                                                                  \
		"read-only", NULL,                                                                                                         \
			N_("read without locks and without writing anything: what is on a medium that cannot be written, or has no locks") \
	}

/* A wide table asks for a word on each of its columns. */
#define CLI_OPTIONS_MOST 512

/* The words of one call: arguments and options, options in any place. */
struct cli_words {
	struct strings arguments;
	const char *names[CLI_OPTIONS_MOST];  /* options given */
	const char *values[CLI_OPTIONS_MOST]; /* their values, NULL for those that take none */
	size_t count;
};

struct cli_command {
	const char *name;
	/* "FILE REGISTER FIELD=VALUE...": completion knows these words, and FILE may be left out (cli_parse) */
	const char *arguments;
	const char *summary;              /* N_(), a line */
	const char *help;                 /* N_(), paragraphs */
	int least, most;                  /* number of arguments; most -1: any */
	const struct cli_option *options; /* ends with name NULL; may be NULL */
	bool (*run)(const struct cli_words *words, struct error *error);
};

extern const struct cli_command cli_new, cli_list, cli_show, cli_add, cli_set, cli_remove, cli_record, cli_undo,
	cli_redo, cli_import, cli_export, cli_print, cli_attach, cli_extract, cli_edition, cli_issue, cli_prepare,
	cli_verdict, cli_history, cli_check, cli_backup, cli_help;
extern const struct cli_command *const cli_commands[]; /* ends with NULL */

/* The program.  Returns the exit status. */
int cli_main(int argc, char **argv);

/* The subcommand of that name; NULL: none. */
const struct cli_command *cli_find(const char *name);
/*
 * Reads the words after the command.  False: they do not fit (ERROR_USAGE).  Where NORIA_FILE is set, FILE may be
 * left out: it is, where there are fewer arguments than are needed, or where their number may vary
 * and the first one is no file by its name.  strings_free(&words->arguments), also after a failure.
 */
bool cli_parse(const struct cli_command *command, int argc, char **argv, struct cli_words *words, struct error *error);
/* The file named by NORIA_FILE; NULL: none is. */
const char *cli_usual_file(void);
/* True for what names a file: it ends in .noria, holds a slash, or is there. */
bool cli_names_file(const char *word);
/* What the last of these words, which is being typed, may become, for the shells: complete.c. */
bool cli_complete(int count, char **typed, struct error *error);

/* ---- shared by the subcommands: words.c ---- */

/* The value of an option, NULL when it was not given; repeated: the last one. */
const char *cli_option(const struct cli_words *words, const char *name);
bool cli_has(const struct cli_words *words, const char *name);
/* All values of an option that may stand there more than once; commas: each may be several, parted so.  strings_free. */
void cli_options(const struct cli_words *words, const char *name, bool commas, struct strings *values);
/* "noria list FILE REGISTER [--where=WHERE] ..."; caller frees. */
char *cli_synopsis(const struct cli_command *command);
/* Opens the file of the call; error is filled and NULL returned on failure. */
struct store *cli_open(const char *path, bool write, struct error *error);
/* The same to write, where what has become due meanwhile is not noted first. */
struct store *cli_open_to_undo(const char *path, struct error *error);
/* Closes it; NULL: it was never open.  ok, unless something could not be read that nobody was told of: then that is the error, whatever else was said. */
bool cli_close(struct store *store, bool ok, struct error *error);
/* The same for `check`, which reads what is damaged as well. */
struct store *cli_open_to_check(const struct cli_words *words, bool write, struct error *error);
/* The same for a command that only reads and has CLI_READ_ONLY among its options. */
struct store *cli_open_to_read(const struct cli_words *words, struct error *error);
/* The same, once what has become due meanwhile is noted in the file, where that can be written at once (app/catch_up.h). */
struct store *cli_open_to_list(const struct cli_words *words, struct error *error);
/* A register by its name; ERROR_USAGE with the nearest name otherwise. */
const struct register_def *cli_register(const char *name, struct error *error);
/* The option --format of a command that prints a table: table (where it is not given), tsv, csv or json. */
bool cli_table_format(const struct cli_words *words, enum table_format *format, struct error *error);
/* The nearest of `names` to a misspelt word, or NULL. */
const char *cli_nearest(const char *word, const char *const *names, size_t count);
/* A sentence on standard error: "noria: ...". */
void cli_message(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* A line on standard output, for people; its end may stand in the format.  Whatever the file holds, controls in it are neutralised.  This folder prints by these two and by struct output alone. */
void cli_line(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same of a text that is folded at 78 columns. */
void cli_paragraph(const char *text);
/* Standard output must have taken all of it: a full disk is an error, a reader that has gone is ERROR_UNREAD. */
bool cli_flush(struct error *error);
/* True when nobody reads what is printed any more: whoever prints much stops. */
bool cli_is_unread(void);

#endif
