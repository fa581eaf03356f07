/*
 * What a word being typed may become, for the completions of bash, zsh and fish (data/completions):
 * `noria --complete WORD...`, the last word being the one under the cursor, prints a line for
 * each answer, a tab, and what it is.  A line that begins with a tab asks the shell for the names of files, put
 * after the text that it holds.  All of it follows from the tables of commands, options, registers,
 * fields and reports; refs are read from the file without locks, a few at a time by index.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/lib.h"

#define REFS_MAX 100

struct completing {
	const struct cli_command *command;
	struct strings arguments;        /* before the word, FILE among them */
	const char *word;                /* as it is typed */
	char *before;                    /* the part of it that stands: "--where=", "owner=P-1," */
	const char *typed;               /* the rest, which is completed */
	struct store *store;             /* NULL: it cannot be read */
	struct model_context no_context; /* in place of the store's */
};

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* An answer, where it begins as the word does. */
static void offer(const struct completing *c, const char *answer, const char *end, const char *about)
{
	if (begins(answer, c->typed))
		cli_line("%s%s%s\t%s\n", c->before, answer, end, about);
}

static void offer_files(const struct completing *c)
{
	cli_line("\t%s\n", c->before);
}

/* Takes the first `length` bytes of what is typed for granted. */
static void stand(struct completing *c, size_t length)
{
	char *before = xasprintf("%s%.*s", c->before, (int)length, c->typed);

	free(c->before);
	c->before = before;
	c->typed += length;
}

static const char *argument(const struct completing *c, size_t i)
{
	return i < c->arguments.count ? c->arguments.items[i] : NULL;
}

static const struct model_context *context_of(const struct completing *c)
{
	return c->store ? store_context(c->store) : &c->no_context;
}

/* ---- records ---- */

/* The refs of a register from that one on, as long as they begin as the word does. */
static size_t offer_refs_from(const struct completing *c, const struct query *query, const char *from, size_t most)
{
	static const char *const columns[] = { "ref" };
	char *key = text_sort_key(from);
	struct window window = { .query = query,
		.columns = columns,
		.column_count = 1,
		.from = *from ? WINDOW_FROM : WINDOW_FIRST,
		.key = key,
		.count = most };
	struct rows rows = { 0 };
	size_t i = 0;

	if (store_window(c->store, &window, &rows, NULL))
		for (; i < rows.count && begins(rows.items[i].ref, c->typed); i++) {
			char *title = store_title(c->store, rows.items[i].ref);

			offer(c, rows.items[i].ref, "", title ? title : "");
			free(title);
		}
	rows_free(&rows);
	free(key);
	return i;
}

static void offer_refs(const struct completing *c, const struct register_def *def)
{
	struct query *query;
	char *from;
	size_t length = strlen(c->typed), count;

	if (!c->store)
		return;
	query = query_new(def);
	if (query_sort(query, "ref", NULL)) {
		count = offer_refs_from(c, query, c->typed, REFS_MAX);
		/* In the order of numbers R-10 does not follow R-1: ... stand elsewhere in it. */
		from = xstrdup(c->typed);
		while (length && isdigit((unsigned char)from[length - 1]) && count < REFS_MAX &&
			strlen(from) < length + 7) {
			char *longer = xasprintf("%s0", from);

			free(from);
			from = longer;
			count += offer_refs_from(c, query, from, 10);
		}
		free(from);
	}
	query_free(query);
}

/* A ref of any register: first how refs of each begin, then those of one. */
static void offer_any_ref(const struct completing *c)
{
	size_t i;

	for (i = 0; c->store && dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		char *start = def->prefix ? xasprintf("%s-", def->prefix) : NULL;
		struct query *query;

		if (start ? begins(c->typed, start) : *c->typed != '\0') {
			offer_refs(c, def);
		} else if (start && begins(start, c->typed)) {
			query = query_new(def);
			if (store_count(c->store, query, NULL) > 0)
				offer(c, start, "", _(def->plural));
			query_free(query);
		}
		free(start);
	}
}

/* ---- registers, fields and values ---- */

static void offer_registers(const struct completing *c, const char *start, bool made)
{
	size_t i;

	for (i = 0; dictionary[i]; i++) {
		char *name = xasprintf("%s%s", start, dictionary[i]->name);

		if (made || !dictionary[i]->made)
			offer(c, name, "", _(dictionary[i]->plural));
		free(name);
	}
}

static void offer_fields(const struct completing *c, const struct register_def *def, bool settable, const char *end)
{
	const unsigned not_by_hand = FIELD_DERIVED | FIELD_INVERSE | FIELD_SEALED | FIELD_SNAPSHOT;
	size_t i;

	for (i = 0; i < def->field_count; i++)
		if (!settable || !(def->fields[i].flags & not_by_hand))
			offer(c, def->fields[i].name, end, _(def->fields[i].label));
}

/* What may stand after FIELD=. */
static void offer_values(struct completing *c, const struct field_def *field)
{
	const char *comma = field_is_list(field) || field_is_reference(field) ? strrchr(c->typed, ',') : NULL;
	struct choice *choices;
	size_t i;

	if (comma)
		stand(c, (size_t)(comma + 1 - c->typed));
	if (field_is_reference(field)) {
		const struct register_def *target = register_find(field->target);

		if (target)
			offer_refs(c, target);
		return;
	}
	choices = field->type->choices ? field->type->choices(field, context_of(c)) : NULL;
	for (i = 0; choices && choices[i].key; i++)
		offer(c, choices[i].key, "", choices[i].label ? choices[i].label : "");
	choices_free(choices);
}

/* FIELD=VALUE of a register; in a filter the last of its terms. */
static void offer_assignment(struct completing *c, const struct register_def *def, bool filter)
{
	const char *blank = filter ? strrchr(c->typed, ' ') : NULL, *sign;
	const struct field_def *field;
	char *name;

	if (!def)
		return;
	if (blank)
		stand(c, (size_t)(blank + 1 - c->typed));
	sign = filter ? strpbrk(c->typed, "=<>~!") : strchr(c->typed, '=');
	if (!sign) {
		offer_fields(c, def, !filter, "=");
		return;
	}
	name = xstrndup(c->typed, (size_t)(sign - c->typed));
	field = register_field(def, name);
	free(name);
	if (!field)
		return;
	stand(c, (size_t)(sign - c->typed) + strspn(sign, "=<>~!"));
	offer_values(c, field);
}

/* ---- reports ---- */

/* The register whose records a report, or the list of a register, is made of; NULL: none. */
static const struct register_def *register_listed(const char *what)
{
	struct report_choice choice;

	if (!what || !report_find(what, &choice))
		return NULL;
	return choice.def->lines ? choice.def->lines : choice.base;
}

/* What WHAT may be once a colon was typed. */
static void offer_what_of(struct completing *c, const char *colon)
{
	char *name = xstrndup(c->typed, (size_t)(colon - c->typed));
	size_t i;

	stand(c, strlen(name) + 1);
	for (i = 0; reports[i]; i++) {
		if (!reports[i]->about || strcmp(reports[i]->name, name) != 0)
			continue;
		if (!reports[i]->of)
			offer_any_ref(c);
		else if (register_find(reports[i]->of))
			offer_refs(c, register_find(reports[i]->of));
	}
	free(name);
}

static void offer_what(struct completing *c)
{
	const char *colon = strchr(c->typed, ':');
	size_t i;

	if (colon) {
		offer_what_of(c, colon);
		return;
	}
	for (i = 0; reports[i]; i++)
		offer(c, reports[i]->name, reports[i]->about ? ":" : "", _(reports[i]->label));
	offer_registers(c, "", true);
}

/* ---- options ---- */

/* "a4|letter", one after the other. */
static void offer_alternatives(const struct completing *c, const char *values)
{
	while (*values) {
		size_t length = strcspn(values, "|");
		char *value = xstrndup(values, length);

		offer(c, value, "", "");
		free(value);
		values += length + (values[length] == '|');
	}
}

static void offer_strings(const struct completing *c, struct strings *values)
{
	size_t i;

	for (i = 0; i < values->count; i++)
		offer(c, values->items[i], "", "");
	strings_free(values);
}

static void offer_formats(const struct completing *c, const char *what)
{
	struct report_choice choice;
	size_t i;

	if (!what || !report_find(what, &choice))
		return;
	for (i = 0; choice.def->formats[i]; i++)
		offer(c, choice.def->formats[i], "", "");
}

static void offer_option_value(struct completing *c, const struct cli_option *option)
{
	const char *takes = option->takes;
	const struct register_def *def = register_listed(argument(c, 1));
	struct strings values = { 0 };

	if (strchr(takes, '|')) {
		offer_alternatives(c, takes);
	} else if (strcmp(takes, "FILTER") == 0) {
		offer_assignment(c, def, true);
	} else if (strcmp(takes, "FIELD") == 0 && def) {
		stand(c, *c->typed == '-');
		offer_fields(c, def, false, "");
	} else if (strcmp(takes, "FORMAT") == 0) {
		offer_formats(c, argument(c, 1));
	} else if (strcmp(takes, "PATH") == 0) {
		offer_files(c);
	} else if (strcmp(takes, "CATALOGUE") == 0) {
		app_shipped_catalogues(&values);
		offer_strings(c, &values);
	} else if (strcmp(takes, "METHOD") == 0) {
		app_shipped_methods(&values);
		offer_strings(c, &values);
	} else if (strcmp(takes, "KIND") == 0) {
		offer_alternatives(c, "catalogue|soa");
		offer_registers(c, "csv:", true);
	}
}

static const struct cli_option *option_named(const struct cli_command *command, const char *name, size_t length)
{
	const struct cli_option *option;

	for (option = command->options; option && option->name; option++)
		if (strlen(option->name) == length && strncmp(option->name, name, length) == 0)
			return option;
	return NULL;
}

static void offer_options(const struct completing *c)
{
	const struct cli_option *option;

	for (option = c->command->options; option && option->name; option++) {
		char *name = xasprintf("--%s", option->name);

		offer(c, name, option->takes ? "=" : "", _(option->help));
		free(name);
	}
	offer(c, "--help", "", "");
}

/* ---- arguments ---- */

static void offer_commands(const struct completing *c)
{
	size_t i;

	for (i = 0; cli_commands[i]; i++)
		offer(c, cli_commands[i]->name, "", _(cli_commands[i]->summary));
}

/* The word of a command's arguments at that place: "REGISTER"; the last one may be repeated.  "": there is none.  Caller frees. */
static char *placeholder(const char *arguments, size_t place)
{
	const char *word = arguments;
	size_t length;

	while (place && strchr(word, ' ')) {
		word = strchr(word, ' ') + 1;
		place--;
	}
	length = strcspn(word, " ");
	if (place && (length < 3 || strncmp(word + length - 3, "...", 3) != 0))
		return xstrdup("");
	if (*word == '[') {
		word++;
		length = strcspn(word, "]");
	}
	return xstrndup(word, length);
}

/* The words "approver=NAME" among a command's arguments, which come in any order. */
static void offer_named(const struct completing *c)
{
	struct strings words = { 0 };
	size_t i;

	for (i = 0; i < 16; i++) {
		char *word = placeholder(c->command->arguments, i), *equals = strchr(word, '=');

		if (equals && islower((unsigned char)*word)) {
			*equals = '\0';
			if (!strings_contain(&words, word))
				offer(c, word, "=", "");
			strings_add(&words, word);
		}
		free(word);
	}
	strings_free(&words);
}

/* The register of the record, or of that name, that stands before FIELD=VALUE. */
static const struct register_def *register_before(const struct completing *c, bool record)
{
	const struct register_def *def = NULL;
	const char *word = argument(c, 1);

	if (!word || !record)
		return word ? register_find(word) : NULL;
	if (c->store)
		store_find(c->store, word, &def);
	return def;
}

static void offer_argument(struct completing *c, size_t place)
{
	char *kind = placeholder(c->command->arguments, place);
	struct strings catalogues = { 0 };
	bool list = strcmp(c->command->name, "list") == 0;

	if (strcmp(kind, "FILE") == 0 || strcmp(kind, "INPUT") == 0 || strcmp(kind, "COPY") == 0 ||
		strcmp(kind, "PATH") == 0) {
		offer_files(c);
	} else if (strcmp(kind, "REGISTER") == 0) {
		offer_registers(c, "", list);
		if (list)
			offer_alternatives(c, "due|quality");
	} else if (begins(kind, "REF")) {
		offer_any_ref(c);
	} else if (begins(kind, "FIELD=VALUE")) {
		offer_assignment(c, register_before(c, strstr(c->command->arguments, " REF ") != NULL), false);
	} else if (strcmp(kind, "WHAT") == 0) {
		offer_what(c);
	} else if (strcmp(kind, "CATALOGUE") == 0) {
		app_shipped_catalogues(&catalogues);
		offer_strings(c, &catalogues);
	} else if (strcmp(kind, "COMMAND") == 0) {
		offer_commands(c);
		offer_registers(c, "", true);
	} else if (strchr(kind, '=')) {
		offer_named(c);
	}
	free(kind);
}

/* ---- the line ---- */

/* The arguments before the word; the option whose value the word is, where that stands apart. */
static const struct cli_option *read_line(struct completing *c, int count, char **typed, bool *options)
{
	const struct cli_option *option = NULL;
	int i;

	*options = true;
	for (i = 0; i < count; i++) {
		if (option && option->takes) {
			option = NULL;
		} else if (*options && strcmp(typed[i], "--") == 0) {
			*options = false;
		} else if (*options && begins(typed[i], "--")) {
			/* After "=" the value stands there already. */
			option = option_named(c->command, typed[i] + 2, strlen(typed[i] + 2));
		} else {
			strings_add(&c->arguments, typed[i]);
		}
	}
	return option && option->takes ? option : NULL;
}

static void offer_first(const struct completing *c)
{
	offer_commands(c);
	offer_alternatives(c, "--help|--version|--read-only");
	offer_files(c);
}

/* The file that the line names or leaves to NORIA_FILE; *shift: FILE was left out. */
static void open_file(struct completing *c, bool *shift)
{
	const char *first = argument(c, 0), *usual = cli_usual_file(), *home = getenv("HOME");
	char *path;

	*shift = begins(c->command->arguments, "FILE") && usual && !(first && cli_names_file(first));
	if (!begins(c->command->arguments, "FILE") || (!*shift && !first))
		return;
	if (*shift) {
		/* Everything is looked for where it stands with FILE. */
		struct strings given = c->arguments;
		size_t i;

		memset(&c->arguments, 0, sizeof c->arguments);
		strings_add(&c->arguments, usual);
		for (i = 0; i < given.count; i++)
			strings_add(&c->arguments, given.items[i]);
		strings_free(&given);
	}
	first = argument(c, 0);
	/* The shell has not read the word yet. */
	path = begins(first, "~/") && home ? xasprintf("%s%s", home, first + 1) : xstrdup(first);
	c->store = store_open(path, STORE_READ_ONLY | STORE_LOOK, NULL);
	free(path);
}

static void complete_command(struct completing *c, int count, char **typed)
{
	const struct cli_option *option;
	bool options, shift;

	option = read_line(c, count, typed, &options);
	open_file(c, &shift);
	if (option) {
		offer_option_value(c, option);
	} else if (options && begins(c->word, "--") && strchr(c->word, '=')) {
		size_t length = strcspn(c->word, "=");

		option = option_named(c->command, c->word + 2, length - 2);
		stand(c, length + 1);
		if (option && option->takes)
			offer_option_value(c, option);
	} else if (options && *c->word == '-') {
		offer_options(c);
	} else {
		if (shift && c->arguments.count == 1)
			offer_files(c);
		offer_argument(c, c->arguments.count);
	}
	if (c->store)
		store_close(c->store);
}

bool cli_complete(int count, char **typed, struct error *error)
{
	struct completing completing = { 0 };

	if (count > 1 && strcmp(typed[0], "--read-only") == 0) {
		typed++;
		count--;
	}
	completing.word = completing.typed = count > 0 ? typed[count - 1] : "";
	completing.before = xstrdup("");
	completing.command = count > 1 ? cli_find(typed[0]) : NULL;
	if (count <= 1)
		offer_first(&completing);
	else if (completing.command)
		complete_command(&completing, count - 2, typed + 1);
	else if (count == 2)
		offer_alternatives(&completing, "--read-only");
	strings_free(&completing.arguments);
	free(completing.before);
	return cli_flush(error);
}
