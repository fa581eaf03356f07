/*
 * The terminal driver: reads a script (tests/tui/README tells its commands),
 * plays it against the real program in a real pseudo-terminal and prints TAP.
 *
 * A script is read line by line and carried out at once.  A command that
 * compares is a numbered test; one that must succeed for the rest to make
 * sense (wait, exit, shell, ...) ends the script when it does not.
 */

#include "keys.h"
#include "terminal.h"

#include <ctype.h>
#include <errno.h>
#include <ftw.h>
#include <regex.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MASKS 16

struct driver {
	const char *script; /* path */
	char *name;         /* of the script without folder and .t */
	int line;
	struct terminal terminal;
	int rows, columns;
	char *folder; /* HOME of the script */
	char *output; /* of the last `output` command, or NULL */
	char *suffix; /* of the names of stored screens, or NULL */
	regex_t masks[MASKS];
	size_t mask_count;
	double patience; /* seconds that `wait` waits */
	bool update;     /* rewrite the stored screens */
	bool unprivileged;
	struct terminal_answers answers;
	size_t typed; /* bytes since the program had time to take them */
	int keys;     /* that `key` and `mouse` sent since `keys_from_here`; words that are typed are none */
	int count, failed;
	bool stop;
	bool passing; /* the commands up to `end` are passed over */
};

static void say(const char *text)
{
	while (*text) {
		size_t length = strcspn(text, "\n");

		printf("# %.*s\n", (int)length, text);
		text += length + (text[length] == '\n');
	}
}

static void show_screen(const struct driver *driver)
{
	char *dump;

	if (!driver->terminal.vterm)
		return;
	dump = terminal_dump(&driver->terminal);
	say(dump);
	free(dump);
}

/* One numbered test. */
__attribute__((format(printf, 3, 4))) static bool result(struct driver *driver, bool passed, const char *format, ...)
{
	va_list arguments;

	driver->count++;
	printf("%sok %d - %s:%d: ", passed ? "" : "not ", driver->count, driver->name, driver->line);
	va_start(arguments, format);
	vprintf(format, arguments);
	va_end(arguments);
	putchar('\n');
	if (!passed)
		driver->failed++;
	fflush(stdout);
	return passed;
}

/* A test without which the rest of the script makes no sense. */
#define require(driver, passed, ...)                                                                                   \
	do {                                                                                                           \
		if (!result(driver, passed, __VA_ARGS__))                                                              \
			(driver)->stop = true;                                                                         \
	} while (0)

/* A mistake in the script itself. */
__attribute__((format(printf, 2, 3))) static void mistake(struct driver *driver, const char *format, ...)
{
	char text[256];
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(text, sizeof text, format, arguments);
	va_end(arguments);
	result(driver, false, "%s", text);
	driver->stop = true;
}

/* ---- folders ---- */

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)place;
	if (kind == FTW_D || kind == FTW_DNR)
		chmod(path, 0700);
	return remove(path);
}

static int open_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)place;
	if (kind == FTW_D)
		chmod(path, 0700);
	return 0;
}

static void folder_remove(struct driver *driver)
{
	if (!driver->folder)
		return;
	nftw(driver->folder, open_one, 16, FTW_PHYS);
	nftw(driver->folder, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(driver->folder);
	driver->folder = NULL;
}

static void set_path(const char *name, const char *folder, const char *below)
{
	char *path = NULL;

	if (asprintf(&path, "%s%s", folder, below) < 0)
		abort();
	setenv(name, path, 1);
	free(path);
}

/* A new home, and $F for the file that the script works on. */
static void folder_fresh(struct driver *driver)
{
	const char *parent = getenv("TMPDIR");
	char *run = NULL;

	folder_remove(driver);
	if (asprintf(&driver->folder, "%s/noria-tui.XXXXXX", parent ? parent : "/tmp") < 0 ||
		!mkdtemp(driver->folder)) {
		perror("mkdtemp");
		exit(99);
	}
	if (driver->unprivileged)
		chmod(driver->folder, 0777);
	set_path("HOME", driver->folder, "");
	set_path("XDG_CONFIG_HOME", driver->folder, "/.config");
	set_path("XDG_STATE_HOME", driver->folder, "/.local/state");
	set_path("XDG_DATA_HOME", driver->folder, "/.local/share");
	set_path("XDG_CACHE_HOME", driver->folder, "/.cache");
	set_path("XDG_RUNTIME_DIR", driver->folder, "/run");
	set_path("F", driver->folder, "/test.noria");
	if (asprintf(&run, "%s/run", driver->folder) < 0)
		abort();
	mkdir(run, 0700);
	free(run);
	run = NULL;
	/* What the sanitizers find must not be lost on the screen. */
	if (asprintf(&run, "%s:log_path=%s/sanitizer", getenv("NORIA_TEST_ASAN") ? getenv("NORIA_TEST_ASAN") : "",
		    driver->folder) < 0)
		abort();
	setenv("ASAN_OPTIONS", run, 1);
	free(run);
	if (chdir(driver->folder) < 0)
		perror(driver->folder);
}

/* A numbered test that fails when a sanitizer left a report in the folder. */
static void sanitizer_reports(struct driver *driver)
{
	char command[1024];
	FILE *reports;
	char line[512];
	bool any = false;

	snprintf(command, sizeof command, "grep -hlE 'ERROR|runtime error' '%s'/sanitizer.* 2>/dev/null | xargs -r cat",
		driver->folder);
	reports = popen(command, "r");
	if (!reports)
		return;
	while (fgets(line, sizeof line, reports)) {
		if (!any)
			result(driver, false, "the sanitizers found something");
		any = true;
		say(line);
	}
	pclose(reports);
}

/* ---- texts ---- */

/* The text that a command was given: as it stands, or in double quotes with \n \t \e \" \\.  In place; NULL: more stands behind the quotes. */
static char *unquoted(char *text)
{
	char *from = text + 1, *to = text;

	if (text[0] != '"')
		return text;
	while (*from && *from != '"') {
		if (*from == '\\' && from[1]) {
			from++;
			*to++ = *from == 'n'   ? '\n'
				: *from == 't' ? '\t'
				: *from == 'e' ? '\033'
				: *from == 'r' ? '\r'
				: *from == 'b' ? '\177'
					       : *from;
			from++;
		} else {
			*to++ = *from++;
		}
	}
	if (*from && from[1 + strspn(from + 1, " \t")])
		return NULL;
	*to = '\0';
	return text;
}

static bool screen_has(const struct driver *driver, const char *text)
{
	bool found = false;

	for (int row = 0; row < driver->terminal.rows && !found; row++) {
		char *line = terminal_row(&driver->terminal, row);

		found = strstr(line, text) != NULL;
		free(line);
	}
	return found;
}

/* Replaces what the masks match by "<...>"; takes the text over. */
static char *masked(const struct driver *driver, char *text)
{
	for (size_t i = 0; i < driver->mask_count; i++) {
		char *made = NULL;
		size_t length;
		FILE *out = open_memstream(&made, &length);
		const char *rest = text;
		regmatch_t match;
		int flags = 0;

		if (!out)
			abort();
		while (*rest && regexec(&driver->masks[i], rest, 1, &match, flags) == 0 && match.rm_eo > match.rm_so) {
			fprintf(out, "%.*s<...>", (int)match.rm_so, rest);
			rest += match.rm_eo;
			flags = REG_NOTBOL;
		}
		fputs(rest, out);
		fclose(out);
		free(text);
		text = made;
	}
	return text;
}

static char *file_read(const char *path)
{
	char *text = NULL;
	size_t length;
	FILE *in = fopen(path, "r");
	FILE *out;
	int c;

	if (!in)
		return NULL;
	out = open_memstream(&text, &length);
	if (!out)
		abort();
	while ((c = getc(in)) != EOF)
		putc(c, out);
	fclose(in);
	fclose(out);
	return text;
}

/* Tells the lines in which two texts differ. */
static void show_difference(const char *expected, const char *got)
{
	int line = 0;

	while (*expected || *got) {
		size_t e = strcspn(expected, "\n"), g = strcspn(got, "\n");

		line++;
		if (e != g || strncmp(expected, got, e) != 0) {
			printf("# line %d\n#   expected %.*s\n#   got      %.*s\n", line, (int)e, expected, (int)g,
				got);
		}
		expected += e + (expected[e] == '\n');
		got += g + (got[g] == '\n');
	}
}

/* ---- commands ---- */

static void needs_program(struct driver *driver)
{
	if (driver->terminal.state == TERMINAL_NONE)
		mistake(driver, "no program was started");
}

static void command_size(struct driver *driver, char *text)
{
	int rows, columns;

	if (sscanf(text, "%dx%d", &columns, &rows) != 2 || rows < 1 || columns < 1 || rows > 500 || columns > 1000) {
		mistake(driver, "size COLUMNSxROWS");
		return;
	}
	driver->rows = rows;
	driver->columns = columns;
}

static void command_resize(struct driver *driver, char *text)
{
	needs_program(driver);
	if (driver->stop)
		return;
	command_size(driver, text);
	if (!driver->stop)
		terminal_resize(&driver->terminal, driver->rows, driver->columns);
}

static void command_term(struct driver *driver, char *text)
{
	(void)driver;
	setenv("TERM", text, 1);
}

/* "usual", "none", "synchronized", "device TEXT". */
static void command_answers(struct driver *driver, char *text)
{
	char *rest = text + strcspn(text, " ");

	free(driver->answers.device);
	memset(&driver->answers, 0, sizeof driver->answers);
	if (*rest)
		*rest++ = '\0';
	if (strcmp(text, "none") == 0)
		driver->answers.none = true;
	else if (strcmp(text, "synchronized") == 0)
		driver->answers.synchronized = true;
	else if (strcmp(text, "device") == 0)
		driver->answers.device = strdup(unquoted(rest) ? rest : "");
	else if (strcmp(text, "usual") != 0)
		mistake(driver, "answers usual|none|synchronized|device TEXT");
}

static void command_env(struct driver *driver, char *text)
{
	char *equals = strchr(text, '=');

	if (!equals) {
		unsetenv(text);
		return;
	}
	*equals = '\0';
	setenv(text, equals + 1, 1);
	(void)driver;
}

static void command_file(struct driver *driver, char *text)
{
	(void)text;
	sanitizer_reports(driver);
	folder_fresh(driver);
}

/* Programs that are started later run as a user without a name; only root can do that, for others it is so already. */
static void command_unprivileged(struct driver *driver, char *text)
{
	const char *temporary = getenv("TMPDIR");

	(void)text;
	if (geteuid() != 0)
		return;
	driver->unprivileged = true;
	chmod(driver->folder, 0777);
	/* The test's own folder stands around the script's. */
	if (temporary) {
		set_path("NORIA_TEST_AROUND", temporary, "/..");
		chmod(temporary, 0711);
		chmod(getenv("NORIA_TEST_AROUND"), 0711);
	}
	setenv("NORIA_TEST_AS", "setpriv --reuid=54321 --regid=54321 --clear-groups --", 1);
}

static void command_run(struct driver *driver, char *text)
{
	char *command = NULL;
	char *argv[] = { (char[]){ "/bin/sh" }, (char[]){ "-c" }, NULL, NULL };

	terminal_close(&driver->terminal);
	if (asprintf(&command, "exec %s %s", driver->unprivileged ? getenv("NORIA_TEST_AS") : "", text) < 0)
		abort();
	argv[2] = command;
	if (!terminal_start(&driver->terminal, argv, driver->rows, driver->columns, true))
		mistake(driver, "no pseudo-terminal: %s", strerror(errno));
	terminal_answers(&driver->terminal, &driver->answers);
	free(command);
}

static void command_start(struct driver *driver, char *text)
{
	char *command = NULL;

	if (asprintf(&command, "noria %s", text) < 0)
		abort();
	command_run(driver, command);
	free(command);
}

/* Runs a shell command; its outputs together, to be freed.  *status as a shell gives it. */
static char *shell(struct driver *driver, const char *text, int *status)
{
	char *output = NULL, *command = NULL;
	size_t length;
	FILE *out = open_memstream(&output, &length);
	FILE *in;
	int c, ended;

	if (!out)
		abort();
	setenv("NORIA_TEST_COMMAND", text, 1);
	if (asprintf(&command, "exec 2>&1; exec %s /bin/sh -c \"$NORIA_TEST_COMMAND\" </dev/null",
		    driver->unprivileged ? getenv("NORIA_TEST_AS") : "") < 0)
		abort();
	in = popen(command, "r");
	free(command);
	if (!in)
		abort();
	while ((c = getc(in)) != EOF)
		putc(c, out);
	ended = pclose(in);
	*status = WIFEXITED(ended) ? WEXITSTATUS(ended) : 128 + WTERMSIG(ended);
	fclose(out);
	return output;
}

/* "! N " before the command: the status that it must have. */
static char *wanted_status(char *text, int *wanted)
{
	char *end;

	*wanted = 0;
	if (text[0] != '!')
		return text;
	*wanted = (int)strtol(text + 1, &end, 10);
	while (*end == ' ')
		end++;
	return end;
}

static void command_shell(struct driver *driver, char *text)
{
	int wanted, status;
	char *output;

	text = wanted_status(text, &wanted);
	output = shell(driver, text, &status);
	require(driver, status == wanted, "%s (status %d)", text, wanted);
	if (status != wanted) {
		printf("# status %d\n", status);
		say(output);
	}
	free(driver->output);
	driver->output = output;
}

static void command_contains(struct driver *driver, char *text)
{
	bool found = driver->output && strstr(driver->output, text);

	result(driver, found, "the output contains %s", text);
	if (!found && driver->output)
		say(driver->output);
}

static void command_lacks(struct driver *driver, char *text)
{
	bool found = driver->output && strstr(driver->output, text);

	result(driver, !found, "the output lacks %s", text);
	if (found)
		say(driver->output);
}

static void command_lines(struct driver *driver, char *text)
{
	int lines = 0;

	for (const char *c = driver->output ? driver->output : ""; *c; c++)
		lines += *c == '\n';
	if (!result(driver, lines == atoi(text), "the output has %s lines", text)) {
		printf("# it has %d\n", lines);
		say(driver->output ? driver->output : "");
	}
}

/* As fast as a hand at most: a hundred keys a moment would be a paste. */
static void send_keys(struct driver *driver, const char *bytes, size_t length)
{
	while (length) {
		size_t part = length > 20 ? 20 : length;

		/* Characters and sequences stay whole. */
		while (part < length && ((unsigned char)bytes[part] & 0xc0) == 0x80)
			part++;
		if (driver->typed + part > 20) {
			terminal_pace(&driver->terminal);
			driver->typed = 0;
		}
		terminal_send(&driver->terminal, bytes, part);
		driver->typed += part;
		bytes += part;
		length -= part;
	}
}

static void command_type(struct driver *driver, char *text)
{
	needs_program(driver);
	send_keys(driver, text, strlen(text));
}

/* The text, or with "< FILE" what is in it; the caller frees. */
static char *text_or_file(struct driver *driver, char *text)
{
	char *read;

	if (strncmp(text, "< ", 2) != 0)
		return strdup(text);
	read = file_read(text + 2);
	if (!read)
		mistake(driver, "%s: %s", text + 2, strerror(errno));
	return read ? read : strdup("");
}

/* As a terminal pastes: between its marks where the program asked for them. */
static void command_paste(struct driver *driver, char *text)
{
	char *pasted;

	needs_program(driver);
	if (driver->stop)
		return;
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	pasted = text_or_file(driver, text);
	vterm_keyboard_start_paste(driver->terminal.vterm);
	terminal_send(&driver->terminal, pasted, strlen(pasted));
	vterm_keyboard_end_paste(driver->terminal.vterm);
	free(pasted);
}

/* The bytes at once, without marks: a terminal that has none, or an attack. */
static void command_burst(struct driver *driver, char *text)
{
	char *pasted;

	needs_program(driver);
	if (driver->stop)
		return;
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	pasted = text_or_file(driver, text);
	terminal_send(&driver->terminal, pasted, strlen(pasted));
	free(pasted);
}

static void hold(struct driver *driver, double seconds)
{
	double until = terminal_clock() + seconds;

	while (terminal_clock() < until)
		if (!terminal_pump(&driver->terminal, 0.02))
			usleep(5000);
}

static unsigned hostile_state;

static unsigned hostile_below(unsigned limit)
{
	hostile_state = hostile_state * 1103515245u + 12345u;
	return (hostile_state >> 16) % limit;
}

/* What looks like an answer to a question of the program, and is none: its length; *broken: its end is missing. */
static size_t hostile_answer(char *bytes, size_t size, bool *broken)
{
	static const char *const starts[] = { "\033[?", "\033[?2026;", "\033[?2026;2$", "\033[?62;22", "\033[?1;2" };
	static const char middle[] = "0123456789;;:<=>?$!\"#%&'()*+,-./ \r\n\t\001\003\032";
	static const char ends[] = "yctupRn";
	size_t length = (size_t)snprintf(bytes, size, "%s", starts[hostile_below(5)]),
	       more = hostile_below(hostile_below(4) ? 12 : 900);

	while (more-- > 0)
		bytes[length++] = hostile_below(8) ? middle[hostile_below(sizeof middle - 1)]
						   : (char)(0x80 + hostile_below(0x80));
	*broken = hostile_below(10) == 0;
	if (!*broken)
		bytes[length++] = ends[hostile_below(sizeof ends - 1)];
	return length;
}

/* "N": so many broken, long, late and invented answers of a terminal, in pieces too: the screen stays as it is. */
static void command_hostile(struct driver *driver, char *text)
{
	const char *seed = getenv("NORIA_FUZZ_SEED");
	char *before, *after, bytes[1024];
	int rounds = atoi(text), late = 0, i;

	needs_program(driver);
	if (driver->stop)
		return;
	hostile_state = seed ? (unsigned)atoi(seed) : 1;
	/* On a busy machine a frame comes in parts, and all of it is compared. */
	terminal_settle(&driver->terminal, 1.3, driver->patience);
	before = terminal_dump(&driver->terminal);
	for (i = 0; i < rounds && driver->terminal.state == TERMINAL_RUNNING; i++) {
		bool broken;
		size_t length = hostile_answer(bytes, sizeof bytes, &broken), first = hostile_below((unsigned)length);

		double sent;

		/* Its first bytes stay together: Esc alone is a key. */
		first = first < 3 ? length : first;
		terminal_send(&driver->terminal, bytes, first);
		sent = terminal_clock();
		hold(driver, hostile_below(2) ? 0.12 : 0);
		terminal_send(&driver->terminal, bytes + first, length - first);
		/* Where the machine held it up for longer than the program waits, the rest may be keys. */
		if (terminal_clock() - sent > 0.6) {
			late++;
			terminal_settle(&driver->terminal, 1.3, driver->patience);
			free(before);
			before = terminal_dump(&driver->terminal);
			continue;
		}
		/* The rest of one that has no end is waited for. */
		hold(driver, broken ? 1.3 : 0.02);
	}
	terminal_settle(&driver->terminal, 0.2, driver->patience);
	after = terminal_dump(&driver->terminal);
	if (!result(driver,
		    driver->terminal.state == TERMINAL_RUNNING && strcmp(before, after) == 0 && late * 2 <= rounds,
		    "%d hostile answers are no keys", rounds))
		show_difference(before, after);
	free(before);
	free(after);
}

static void command_key(struct driver *driver, char *text)
{
	const char *term = getenv("TERM");
	char *rest = NULL;

	needs_program(driver);
	for (char *name = strtok_r(text, " ", &rest); name && !driver->stop; name = strtok_r(NULL, " ", &rest)) {
		char bytes[64];
		size_t length;
		char *times = strchr(name, '*');
		int repeat = 1;

		if (times && times != name && isdigit((unsigned char)times[1])) {
			*times = '\0';
			repeat = atoi(times + 1);
		}
		if (!key_bytes(term, name, bytes, sizeof bytes, &length)) {
			mistake(driver, "%s has no key %s", term, name);
			return;
		}
		for (int i = 0; i < repeat; i++)
			send_keys(driver, bytes, length);
		driver->keys += repeat;
		/* What follows at once would be read as one sequence with the Escape. */
		if (strcmp(name, "Escape") == 0)
			terminal_settle(&driver->terminal, 0.12, driver->patience);
	}
}

static void command_keys_from_here(struct driver *driver, char *text)
{
	(void)text;
	needs_program(driver);
	driver->keys = 0;
}

/* What a hand presses, counted here, so that no script can write another number. */
static void command_keys_at_most(struct driver *driver, char *text)
{
	int most = atoi(text);

	/* None at all would prove nothing. */
	if (most < 1 || !driver->keys)
		mistake(driver, "keys_at_most N, after keys");
	else if (!result(driver, driver->keys <= most, "it takes %d keys at most", most))
		printf("# it takes %d\n", driver->keys);
	else
		printf("# %d\n", driver->keys);
}

/* "ground 24: > R-1": a run of cells that look so has that text. */
static void command_looks(struct driver *driver, char *text)
{
	char *parted = strstr(text, ": "), *dump, *line, *rest = NULL;
	bool found = false;

	needs_program(driver);
	if (driver->stop)
		return;
	if (!parted) {
		mistake(driver, "looks ATTRIBUTES: TEXT");
		return;
	}
	*parted = '\0';
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	dump = terminal_dump(&driver->terminal);
	line = strstr(dump, "\nattributes (row, columns)\n");
	for (line = line ? strtok_r(line, "\n", &rest) : NULL; line && !found; line = strtok_r(NULL, "\n", &rest)) {
		char *words = strchr(line, ':'), *shown = words ? strchr(words, '"') : NULL, *at;

		if (!shown)
			continue;
		*shown = '\0';
		/* Whole words: "ground 2" is not "ground 24". */
		at = strstr(words, text);
		found = at && (at[strlen(text)] == ' ' || !at[strlen(text)]) && strstr(shown + 1, parted + 2);
	}
	free(dump);
	if (!result(driver, found, "%s looks %s", parted + 2, text))
		show_screen(driver);
}

static int by_size(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* "Down 8 170": what is written at once for each of eight presses; the machine may be slow, so the median counts. */
static void command_bytes(struct driver *driver, char *text)
{
	uint64_t written[64], before;
	char name[32], bytes[64];
	size_t length;
	int times, most;

	needs_program(driver);
	if (driver->stop)
		return;
	if (sscanf(text, "%31s %d %d", name, &times, &most) != 3 || times < 1 || times > 64 ||
		!key_bytes(getenv("TERM"), name, bytes, sizeof bytes, &length)) {
		mistake(driver, "bytes KEY TIMES MOST");
		return;
	}
	for (int i = 0; i < times; i++) {
		double began = terminal_clock();

		terminal_settle(&driver->terminal, 0.2, driver->patience);
		before = driver->terminal.bytes;
		terminal_send(&driver->terminal, bytes, length);
		while (driver->terminal.bytes == before && terminal_clock() - began < driver->patience)
			terminal_pump(&driver->terminal, 0.1);
		while (terminal_pump(&driver->terminal, 0.01))
			continue;
		written[i] = driver->terminal.bytes - before;
	}
	qsort(written, (size_t)times, sizeof written[0], by_size);
	result(driver, written[times / 2] > 0 && written[times / 2] <= (uint64_t)most,
		"a press of %s writes at most %d bytes (%llu)", name, most, (unsigned long long)written[times / 2]);
}

static void command_mouse(struct driver *driver, char *text)
{
	const char *term = getenv("TERM");
	char event[32], bytes[64];
	int row, column;
	size_t length;
	bool click;

	needs_program(driver);
	if (sscanf(text, "%31s %d %d", event, &row, &column) != 3) {
		mistake(driver, "mouse EVENT ROW COLUMN");
		return;
	}
	click = strcmp(event, "click") == 0 || strcmp(event, "double-click") == 0;
	driver->keys++;
	for (int i = strcmp(event, "double-click") == 0 ? 2 : 1; i > 0; i--) {
		if (!mouse_bytes(term, click ? "press" : event, row, column, bytes, sizeof bytes, &length)) {
			mistake(driver, "%s has no mouse event %s", term, event);
			return;
		}
		terminal_send(&driver->terminal, bytes, length);
		/* A hand holds the button for a moment; the two presses of a double click come at once. */
		if (strcmp(event, "click") == 0)
			hold(driver, 0.04);
		if (click && mouse_bytes(term, "release", row, column, bytes, sizeof bytes, &length))
			terminal_send(&driver->terminal, bytes, length);
	}
}

/*
 * Waits until the screen has the text, or has it no longer.  A screen at rest may still change by itself: what the
 * program does while nobody types begins after the 80 ms that count as rest, and on a loaded machine much later.
 */
static bool comes_to_have(struct driver *driver, const char *text, bool wanted)
{
	double began = terminal_clock();

	while (screen_has(driver, text) != wanted && terminal_clock() - began < driver->patience &&
		driver->terminal.state != TERMINAL_ENDED)
		terminal_pump(&driver->terminal, 0.05);
	if (screen_has(driver, text) != wanted)
		while (terminal_pump(&driver->terminal, 0.05))
			continue;
	return screen_has(driver, text) == wanted;
}

static void wait_for(struct driver *driver, const char *text, bool wanted)
{
	bool met;

	needs_program(driver);
	if (driver->stop)
		return;
	met = comes_to_have(driver, text, wanted);
	require(driver, met, "the screen %s %s", wanted ? "shows" : "no longer shows", text);
	if (!met)
		show_screen(driver);
}

static void command_wait(struct driver *driver, char *text)
{
	wait_for(driver, text, true);
}

static void command_waitnot(struct driver *driver, char *text)
{
	wait_for(driver, text, false);
}

static void command_wrote(struct driver *driver, char *text)
{
	needs_program(driver);
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	result(driver, terminal_wrote(&driver->terminal, text), "the program wrote \"%s\"", text + (*text == '\033'));
}

static void command_unwritten(struct driver *driver, char *text)
{
	needs_program(driver);
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	result(driver, !terminal_wrote(&driver->terminal, text), "it did not write \"%s\"", text + (*text == '\033'));
}

static void command_settle(struct driver *driver, char *text)
{
	(void)text;
	needs_program(driver);
	terminal_settle(&driver->terminal, 0.08, driver->patience);
}

static void command_pause(struct driver *driver, char *text)
{
	hold(driver, atof(text));
}

static void expect(struct driver *driver, const char *text, bool wanted)
{
	bool met;

	needs_program(driver);
	if (driver->stop)
		return;
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	met = comes_to_have(driver, text, wanted);
	result(driver, met, "the screen %s %s", wanted ? "has" : "has not", text);
	if (!met)
		show_screen(driver);
}

static void command_expect(struct driver *driver, char *text)
{
	expect(driver, text, true);
}

static void command_reject(struct driver *driver, char *text)
{
	expect(driver, text, false);
}

static void command_mask(struct driver *driver, char *text)
{
	if (driver->mask_count == MASKS ||
		regcomp(&driver->masks[driver->mask_count], text, REG_EXTENDED | REG_NEWLINE) != 0) {
		mistake(driver, "mask %s", text);
		return;
	}
	driver->mask_count++;
}

static bool looks_like(const char *expected, const char *got)
{
	char *a = terminal_seen(expected), *b = terminal_seen(got);
	bool alike = strcmp(a, b) == 0;

	free(a);
	free(b);
	return alike;
}

/* The screen, to be freed, as soon as it looks as expected (if that is not NULL), else as it is after some patience. */
static char *comes_to_look_like(struct driver *driver, const char *expected)
{
	double began = terminal_clock();
	char *got = masked(driver, terminal_dump(&driver->terminal));

	while (expected && !looks_like(expected, got) && terminal_clock() - began < driver->patience &&
		driver->terminal.state != TERMINAL_ENDED) {
		terminal_pump(&driver->terminal, 0.05);
		free(got);
		got = masked(driver, terminal_dump(&driver->terminal));
	}
	return got;
}

/* tests/pictures: the screen is drawn, on the ground that the folder is named for or on both, and compared with nothing. */
static void draw_pictures(struct driver *driver, const char *folder, const char *name)
{
	const char *ground = strrchr(folder, '/') ? strrchr(folder, '/') + 1 : folder;

	terminal_settle(&driver->terminal, 0.15, driver->patience);
	for (int dark = 0; dark < 2; dark++) {
		char *path = NULL;

		if (strcmp(ground, dark ? "light" : "dark") == 0)
			continue;
		if (asprintf(&path, "%s/%s%s%s.svg", folder, name, driver->suffix ? driver->suffix : "",
			    strcmp(ground, "unknown") != 0 ? ""
			    : dark                         ? "-dark"
							   : "-light") < 0)
			abort();
		if (!terminal_picture(&driver->terminal, path, dark))
			mistake(driver, "%s: %s", path, strerror(errno));
		free(path);
	}
}

static void command_screen(struct driver *driver, char *text)
{
	const char *source = getenv("NORIA_SOURCE"), *pictures = getenv("NORIA_TEST_PICTURES");
	char *path = NULL, *expected, *got;

	needs_program(driver);
	if (driver->stop)
		return;
	if (pictures) {
		draw_pictures(driver, pictures, text);
		return;
	}
	terminal_settle(&driver->terminal, 0.08, driver->patience);
	if (asprintf(&path, "%s/tests/tui/screens/%s%s.txt", source ? source : ".", text,
		    driver->suffix ? driver->suffix : "") < 0)
		abort();
	expected = file_read(path);
	/* Who stores a screen anew does not wait for the old one: the program uses a quiet time for what it has to do. */
	if (driver->update)
		terminal_settle(&driver->terminal, 0.4, driver->patience);
	got = driver->update ? masked(driver, terminal_dump(&driver->terminal)) : comes_to_look_like(driver, expected);
	if (driver->update && (!expected || !looks_like(expected, got))) {
		FILE *out = fopen(path, "w");

		if (!out || fputs(got, out) == EOF || fclose(out) != 0)
			mistake(driver, "%s: %s", path, strerror(errno));
		printf("# %s %s\n", expected ? "changed" : "new", path);
		free(expected);
		expected = strdup(got);
	}
	if (!expected) {
		result(driver, false, "the screen %s is stored (make update-screens)", text);
		say(got);
	} else if (!result(driver, looks_like(expected, got), "the screen is as stored in %s", text)) {
		show_difference(expected, got);
		say(got);
	}
	free(expected);
	free(got);
	free(path);
}

/* The words on the screen, once it is at rest, for a shell command to look at. */
static void command_text(struct driver *driver, char *text)
{
	FILE *out;

	needs_program(driver);
	if (driver->stop)
		return;
	terminal_settle(&driver->terminal, 0.03, driver->patience);
	out = fopen(text, "w");
	for (int row = 0; out && row < driver->terminal.rows; row++) {
		char *line = terminal_row(&driver->terminal, row);

		fprintf(out, "%s\n", line);
		free(line);
	}
	if (!out || fclose(out) != 0)
		mistake(driver, "%s: %s", text, strerror(errno));
}

static const struct {
	const char *name;
	int number;
} signals[] = {
	{ "TERM", SIGTERM },
	{ "HUP", SIGHUP },
	{ "INT", SIGINT },
	{ "TSTP", SIGTSTP },
	{ "KILL", SIGKILL },
	{ "WINCH", SIGWINCH },
	{ "USR1", SIGUSR1 },
	{ "QUIT", SIGQUIT },
	{ "PIPE", SIGPIPE },
	{ "ABRT", SIGABRT },
	{ "SEGV", SIGSEGV },
	{ "STOP", SIGSTOP },
};

static int number_of_signal(const char *name)
{
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		if (strcmp(signals[i].name, name) == 0)
			return signals[i].number;
	return 0;
}

static void command_signal(struct driver *driver, char *text)
{
	needs_program(driver);
	if (driver->stop)
		return;
	while (driver->terminal.program == 0 && driver->terminal.state == TERMINAL_RUNNING)
		terminal_pump(&driver->terminal, 0.05);
	if (strcmp(text, "CONT") == 0) {
		terminal_continue(&driver->terminal);
		return;
	}
	if (number_of_signal(text))
		kill(driver->terminal.program, number_of_signal(text));
	else
		mistake(driver, "no signal %s", text);
}

/* Waits until the program is in that state; false: it does not get there. */
static bool until_state(struct driver *driver, enum terminal_state state, double seconds)
{
	double began = terminal_clock();

	while (driver->terminal.state != state && driver->terminal.state != TERMINAL_ENDED &&
		terminal_clock() - began < seconds)
		terminal_pump(&driver->terminal, 0.01);
	while (terminal_pump(&driver->terminal, 0))
		continue;
	return driver->terminal.state == state;
}

/* "SIGNAL ARGS": noria ARGS is started again and again, gets the signal each time a little later, and leaves the terminal as it was. */
static void command_shake(struct driver *driver, char *text)
{
	char *arguments = text + strcspn(text, " "), when[128];
	int number, failed = 0, late = 0;
	/* In a slow build (tests/run) at fewer moments. */
	double delay, steps = getenv("NORIA_TEST_SLOW") ? 3 : 1;

	if (!*arguments) {
		mistake(driver, "shake SIGNAL ARGS");
		return;
	}
	*arguments++ = '\0';
	number = number_of_signal(text);
	/* On a slow machine, longer: until some came late enough. */
	for (delay = 0; (delay < 0.4 * steps || (late < 5 && delay < 10)) && !driver->stop && failed < 3;
		delay += (delay < 0.06 ? 0.005 : 0.04) * steps) {
		double began;

		command_start(driver, arguments);
		while (driver->terminal.program == 0 && driver->terminal.state == TERMINAL_RUNNING)
			terminal_pump(&driver->terminal, 0.001);
		for (began = terminal_clock(); terminal_clock() - began < delay;)
			terminal_pump(&driver->terminal, 0.0005);
		late += driver->terminal.modes != MODE_CURSOR;
		/* The last ones come while it leaves. */
		if (delay > 0.3 * steps)
			terminal_send(&driver->terminal, "q", 1);
		kill(driver->terminal.program, number);
		if (number == SIGTSTP && until_state(driver, TERMINAL_STOPPED, driver->patience)) {
			char *wrong = terminal_unrestored(&driver->terminal);

			failed += wrong != NULL;
			if (wrong)
				printf("# stopped after %.0f ms, not restored: %s\n", delay * 1000, wrong);
			free(wrong);
			terminal_continue(&driver->terminal);
		}
		if (!until_state(driver, TERMINAL_ENDED,
			    number == SIGINT || number == SIGTSTP || number == SIGPIPE ? 0.15 : driver->patience)) {
			kill(driver->terminal.program, SIGTERM);
			until_state(driver, TERMINAL_ENDED, driver->patience);
		}
		snprintf(when, sizeof when, "%s after %.0f ms", text, delay * 1000);
		{
			char *wrong = driver->terminal.state == TERMINAL_ENDED ? terminal_unrestored(&driver->terminal)
									       : strdup("it did not end");

			failed += wrong != NULL;
			if (wrong)
				printf("# %s: not restored: %s\n", when, wrong);
			free(wrong);
		}
	}
	result(driver, failed == 0, "%s at any time: the terminal is restored", text);
	/* One that never had the terminal would prove nothing. */
	result(driver, late >= 5, "%s came when the program had the terminal", text);
}

static void command_stopped(struct driver *driver, char *text)
{
	double began = terminal_clock();

	(void)text;
	needs_program(driver);
	while (driver->terminal.state == TERMINAL_RUNNING && terminal_clock() - began < driver->patience)
		terminal_pump(&driver->terminal, 0.05);
	require(driver, driver->terminal.state == TERMINAL_STOPPED, "the program is stopped");
}

static void command_hangup(struct driver *driver, char *text)
{
	(void)text;
	needs_program(driver);
	terminal_hang_up(&driver->terminal);
}

static void command_exit(struct driver *driver, char *text)
{
	double began = terminal_clock();
	int status, wanted = atoi(text);

	needs_program(driver);
	if (driver->stop)
		return;
	while (driver->terminal.state != TERMINAL_ENDED && terminal_clock() - began < driver->patience)
		terminal_pump(&driver->terminal, 0.05);
	while (terminal_pump(&driver->terminal, 0))
		continue;
	if (driver->terminal.state != TERMINAL_ENDED) {
		require(driver, false, "the program ends");
		show_screen(driver);
		return;
	}
	status = WIFEXITED(driver->terminal.status) ? WEXITSTATUS(driver->terminal.status)
						    : 128 + WTERMSIG(driver->terminal.status);
	result(driver, status == wanted, "the program ends with status %d", wanted);
	if (status != wanted) {
		printf("# it ended with %d\n", status);
		show_screen(driver);
	}
}

static bool is_restored(struct driver *driver, const char *when)
{
	char *wrong = terminal_unrestored(&driver->terminal);
	bool restored = wrong == NULL;

	result(driver, restored, "%s", when);
	if (wrong)
		printf("# not restored: %s\n", wrong);
	free(wrong);
	return restored;
}

/* After the program: the terminal is as it was found. */
static void command_restored(struct driver *driver, char *text)
{
	(void)text;
	is_restored(driver, "the terminal is restored");
}

static void command_suffix(struct driver *driver, char *text)
{
	free(driver->suffix);
	driver->suffix = strdup(text);
}

static void script_line(struct driver *driver, char *line);

/* Another file of commands, beside this one. */
static void command_include(struct driver *driver, char *text)
{
	const char *slash = strrchr(driver->script, '/');
	char *path = NULL, *line = NULL;
	size_t size = 0;
	FILE *file;

	if (asprintf(&path, "%.*s%s", slash ? (int)(slash - driver->script + 1) : 0, driver->script, text) < 0)
		abort();
	file = fopen(path, "r");
	if (!file)
		mistake(driver, "%s: %s", path, strerror(errno));
	while (file && !driver->stop && getline(&line, &size, file) >= 0)
		script_line(driver, line);
	if (file)
		fclose(file);
	free(line);
	free(path);
}

/* "NAME COMMAND": what follows, up to `end`, asks for what is not everywhere; where the command fails it is a skip of that name. */
static void command_optional(struct driver *driver, char *text)
{
	char *command = text + strcspn(text, " ");
	int status;

	if (!*command) {
		mistake(driver, "optional NAME COMMAND");
		return;
	}
	*command++ = '\0';
	free(shell(driver, command, &status));
	if (status == 0)
		return;
	driver->passing = true;
	printf("ok %d - %s # SKIP %s\n", ++driver->count, text, command);
}

static void command_end(struct driver *driver, char *text)
{
	(void)text;
	driver->passing = false;
}

static const struct {
	const char *name;
	void (*run)(struct driver *driver, char *text);
} commands[] = {
	{ "size", command_size },
	{ "term", command_term },
	{ "env", command_env },
	{ "file", command_file },
	{ "unprivileged", command_unprivileged },
	{ "start", command_start },
	{ "run", command_run },
	{ "shell", command_shell },
	{ "output", command_shell },
	{ "contains", command_contains },
	{ "lacks", command_lacks },
	{ "lines", command_lines },
	{ "type", command_type },
	{ "paste", command_paste },
	{ "burst", command_burst },
	{ "shake", command_shake },
	{ "hostile", command_hostile },
	{ "key", command_key },
	{ "keys_from_here", command_keys_from_here },
	{ "keys_at_most", command_keys_at_most },
	{ "mouse", command_mouse },
	{ "wait", command_wait },
	{ "waitnot", command_waitnot },
	{ "settle", command_settle },
	{ "pause", command_pause },
	{ "screen", command_screen },
	{ "bytes", command_bytes },
	{ "looks", command_looks },
	{ "suffix", command_suffix },
	{ "include", command_include },
	{ "text", command_text },
	{ "mask", command_mask },
	{ "expect", command_expect },
	{ "reject", command_reject },
	{ "resize", command_resize },
	{ "signal", command_signal },
	{ "stopped", command_stopped },
	{ "optional", command_optional },
	{ "end", command_end },
	{ "hangup", command_hangup },
	{ "exit", command_exit },
	{ "restored", command_restored },
	{ "answers", command_answers },
	{ "wrote", command_wrote },
	{ "unwritten", command_unwritten },
};

static void script_line(struct driver *driver, char *line)
{
	size_t length;
	char *text;

	line[strcspn(line, "\n")] = '\0';
	while (*line == ' ' || *line == '\t')
		line++;
	if (*line == '\0' || *line == '#')
		return;
	length = strcspn(line, " !\t");
	if (driver->passing && strncmp(line, "end", length) != 0)
		return;
	text = line + length;
	while (*text == ' ' || *text == '\t')
		text++;
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
		if (strlen(commands[i].name) == length && strncmp(commands[i].name, line, length) == 0) {
			text = unquoted(text);
			/* What is cut off at a quotation mark may be on every screen. */
			if (text)
				commands[i].run(driver, text);
			else
				mistake(driver, "%s: a quotation mark within quotes is written \\\"", commands[i].name);
			return;
		}
	}
	mistake(driver, "unknown command %.*s", (int)length, line);
}

int main(int argc, char **argv)
{
	struct driver driver = { .rows = 24, .columns = 80, .patience = 20 };
	const char *patience = getenv("NORIA_TEST_PATIENCE");
	char *line = NULL, *dot;
	size_t size = 0;
	FILE *script;

	if (argc != 2) {
		fprintf(stderr, "usage: driver SCRIPT.t\n");
		return 2;
	}
	signal(SIGPIPE, SIG_IGN);
	driver.script = argv[1];
	driver.name = strdup(strrchr(argv[1], '/') ? strrchr(argv[1], '/') + 1 : argv[1]);
	dot = strrchr(driver.name, '.');
	if (dot)
		*dot = '\0';
	driver.update = getenv("NORIA_TEST_UPDATE") != NULL;
	if (patience)
		driver.patience = atof(patience);
	if (getenv("ASAN_OPTIONS"))
		setenv("NORIA_TEST_ASAN", getenv("ASAN_OPTIONS"), 1);
	driver.terminal.master = driver.terminal.control = -1;
	script = fopen(argv[1], "r");
	if (!script) {
		perror(argv[1]);
		return 99;
	}
	folder_fresh(&driver);
	while (!driver.stop && getline(&line, &size, script) >= 0) {
		driver.line++;
		script_line(&driver, line);
	}
	fclose(script);
	terminal_close(&driver.terminal);
	sanitizer_reports(&driver);
	printf("1..%d\n", driver.count);
	if (chdir("/") == 0)
		folder_remove(&driver);
	for (size_t i = 0; i < driver.mask_count; i++)
		regfree(&driver.masks[i]);
	free(driver.output);
	free(driver.suffix);
	free(driver.answers.device);
	free(driver.name);
	free(line);
	return 0; /* the lines above tell; a status would count a failure twice */
}
