/* What the subcommands share: words, files, registers, messages. */
#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/catch_up.h"
#include "cli/lib.h"

const char *cli_option(const struct cli_words *words, const char *name)
{
	size_t i;

	for (i = words->count; i > 0; i--)
		if (strcmp(words->names[i - 1], name) == 0)
			return words->values[i - 1];
	return NULL;
}

void cli_options(const struct cli_words *words, const char *name, bool commas, struct strings *values)
{
	size_t i;

	for (i = 0; i < words->count; i++) {
		if (strcmp(words->names[i], name) != 0)
			continue;
		if (commas)
			strings_split(values, words->values[i]);
		else
			strings_add(values, words->values[i]);
	}
}

bool cli_has(const struct cli_words *words, const char *name)
{
	size_t i;

	for (i = 0; i < words->count; i++)
		if (strcmp(words->names[i], name) == 0)
			return true;
	return false;
}

/* Of a file that is only read: that its journal is another than the one that this account saw last; NULL: it is not. */
static char *untold;

static void tell_alarm(char *alarm)
{
	if (alarm)
		cli_message(_("%s `noria check` tells more."), alarm);
	free(alarm);
}

static struct store *open_with(const char *path, unsigned flags, struct error *error)
{
	struct store *store = store_open(path, flags, error);

	/* What scripts give means the same in every locale: what may be two things is refused. */
	if (store)
		store_take_reading(store, (struct reading_form){ .certain = true });
	/* Who only reads reads in one frame, until cli_close. */
	if (flags & STORE_READ_ONLY)
		store_read_begin(store);
	if (store && !(flags & STORE_READ_ONLY)) {
		tell_alarm(store_alarm(store));
	} else if (store && !(flags & STORE_LENIENT)) {
		free(untold);
		untold = store_alarm(store);
	}
	return store;
}

bool cli_close(struct store *store, bool ok, struct error *error)
{
	if (!store)
		return false;
	store_read_end(store);
	ok = store_sound(store, error) && ok;
	store_close(store);
	/* Who reads and prints is told after what was asked for; what failed has its own sentence. */
	if (error->kind <= ERROR_NEGATIVE)
		tell_alarm(untold);
	else
		free(untold);
	untold = NULL;
	return ok;
}

struct store *cli_open(const char *path, bool write, struct error *error)
{
	struct store *store = open_with(path, write ? 0 : STORE_READ_ONLY, error);

	if (write)
		catch_up(store, false);
	return store;
}

struct store *cli_open_to_undo(const char *path, struct error *error)
{
	return open_with(path, 0, error);
}

struct store *cli_open_to_check(const struct cli_words *words, bool write, struct error *error)
{
	return open_with(words->arguments.items[0],
		STORE_LENIENT | (write                                ? 0
					: cli_has(words, "read-only") ? STORE_READ_ONLY | STORE_LOOK
								      : STORE_READ_ONLY),
		error);
}

struct store *cli_open_to_read(const struct cli_words *words, struct error *error)
{
	return open_with(words->arguments.items[0],
		cli_has(words, "read-only") ? STORE_READ_ONLY | STORE_LOOK : STORE_READ_ONLY, error);
}

const char *cli_option_takes(const struct cli_option *option)
{
	return option->takes && *option->takes == '?' ? option->takes + 1 : option->takes;
}

bool cli_option_needs(const struct cli_option *option)
{
	return option->takes && *option->takes != '?';
}

struct store *cli_open_to_list(const struct cli_words *words, struct error *error)
{
	struct store *store = cli_open_to_read(words, error);

	if (!store || store_is_look(store) || !catch_up_waits(store))
		return store;
	store_read_end(store);
	store_close(store);
	catch_up_file(words->arguments.items[0]);
	return cli_open_to_read(words, error);
}

char *cli_synopsis(const struct cli_command *command)
{
	struct buffer text = { 0 };
	const struct cli_option *option;

	buffer_printf(&text, "noria %s %s", command->name, command->arguments);
	for (option = command->options; option && option->name; option++) {
		bool alone = option->takes && !cli_option_needs(option);

		buffer_printf(&text, " [--%s%s%s%s%s]", option->name, alone ? "[" : "", option->takes ? "=" : "",
			option->takes ? cli_option_takes(option) : "", alone ? "]" : "");
	}
	return buffer_take(&text);
}

/* How many letters must change to make one word of the other. */
static size_t distance(const char *a, const char *b)
{
	size_t la = strlen(a), lb = strlen(b), i, j, result;
	size_t *row;

	if (la > 60 || lb > 60)
		return 99;
	row = xcalloc(lb + 1, sizeof *row);
	for (j = 0; j <= lb; j++)
		row[j] = j;
	for (i = 1; i <= la; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (j = 1; j <= lb; j++) {
			size_t old = row[j], best = diagonal + (a[i - 1] != b[j - 1]);

			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			row[j] = best;
			diagonal = old;
		}
	}
	result = row[lb];
	free(row);
	return result;
}

const char *cli_nearest(const char *word, const char *const *names, size_t count)
{
	const char *best = NULL;
	size_t least = strlen(word) / 2 + 1, i;

	if (least > 4)
		least = 4;
	for (i = 0; i < count; i++) {
		size_t far = distance(word, names[i]);

		if (far < least) {
			least = far;
			best = names[i];
		}
	}
	return best;
}

const struct register_def *cli_register(const char *name, struct error *error)
{
	const struct register_def *def = register_find(name);
	const char *names[200], *near;
	size_t count = 0;

	if (def)
		return def;
	for (; count < 200 && dictionary[count]; count++)
		names[count] = dictionary[count]->name;
	near = cli_nearest(name, names, count);
	if (near)
		error_set(error, ERROR_USAGE, _("There is no register %s; did you mean %s?"), name, near);
	else
		error_set(error, ERROR_USAGE, _("There is no register %s; `noria help list` names them."), name);
	return NULL;
}

bool cli_table_format(const struct cli_words *words, enum table_format *format, struct error *error)
{
	static const char *const formats[] = {
		[TABLE_TEXT] = "table", [TABLE_TSV] = "tsv", [TABLE_CSV] = "csv", [TABLE_JSON] = "json"
	};
	const char *given = cli_option(words, "format");
	size_t i = TABLE_TEXT;

	while (given && i < 4 && strcmp(formats[i], given) != 0)
		i++;
	if (i == 4)
		return error_set(
			error, ERROR_USAGE, _("There is no format %s; it is one of table, tsv, csv, json."), given);
	*format = (enum table_format)i;
	return true;
}

void cli_message(const char *format, ...)
{
	struct buffer line = { 0 };
	va_list arguments;
	char *text, *shown;

	va_start(arguments, format);
	text = xvasprintf(format, arguments);
	va_end(arguments);
	shown = text_printable(text, false);
	codeset_add(&line, shown, strlen(shown));
	fprintf(stderr, "noria: %s\n", line.data ? line.data : "");
	buffer_free(&line);
	free(shown);
	free(text);
}

void cli_line(const char *format, ...)
{
	struct buffer shown = { 0 }, line = { 0 };
	va_list arguments;
	char *text;
	size_t length;

	va_start(arguments, format);
	text = xvasprintf(format, arguments);
	va_end(arguments);
	length = strlen(text);
	/* What stands in the file cannot begin a line of its own either. */
	text_neutralise(&shown, text, length - (length && text[length - 1] == '\n'), "\t");
	buffer_add_char(&shown, '\n');
	codeset_add(&line, shown.data, shown.length);
	fwrite(line.data, 1, line.length, stdout);
	buffer_free(&line);
	buffer_free(&shown);
	free(text);
}

void cli_paragraph(const char *text)
{
	struct strings lines = { 0 };
	size_t i;

	text_wrap(text, 78, &lines);
	for (i = 0; i < lines.count; i++)
		cli_line("%s\n", lines.items[i]);
	strings_free(&lines);
}

bool cli_is_unread(void)
{
	struct pollfd reader = { .fd = STDOUT_FILENO, .events = POLLOUT };

	return ferror(stdout) && poll(&reader, 1, 0) == 1 && (reader.revents & POLLERR);
}

bool cli_flush(struct error *error)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return true;
	if (cli_is_unread()) {
		/* Who reads has seen enough (`| head`): nothing to complain about. */
		return error_set_unread(error);
	}
	return error_set(error, ERROR_SYSTEM, _("The output could not be written: %s."), strerror(errno ? errno : EIO));
}
