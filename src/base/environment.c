/*
 * Where the program runs: clock, randomness, account, folders.
 * NORIA_CLOCK (a moment) and NORIA_SEED (a number) fix the first two, so that
 * tests see the same file twice; with NORIA_CLOCK set, NORIA_LOGIN names the account.
 * They count only for programs that stand in the tree that they were built in: what the
 * journal says of who and when must not hang on a variable of whoever runs it.
 */
#include <errno.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <pwd.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/figure.h"
#include "base/lib.h"

#ifndef NORIA_PKGLIBEXECDIR
#define NORIA_PKGLIBEXECDIR "/usr/libexec/noria"
#endif
#ifndef NORIA_PKGDATADIR
#define NORIA_PKGDATADIR "/usr/share/noria"
#endif
#ifndef NORIA_LOCALEDIR
#define NORIA_LOCALEDIR "/usr/share/locale"
#endif

static char *data_folder, *helper_folder;
static char *login_name, *host_name;

/* The file of the running program, "" when unknown. */
static char *program_path(void)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	if (length <= 0)
		return xstrdup("");
	path[length] = '\0';
	return xstrdup(path);
}

/* The two lines of a file, "" for one that is missing.  False: there is no such file. */
static bool read_lines(const char *path, char *lines[2])
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0;
	int i;

	if (!file)
		return false;
	for (i = 0; i < 2; i++) {
		ssize_t length = xgetline(&line, &size, file);

		if (length > 0 && line[length - 1] == '\n')
			line[length - 1] = '\0';
		lines[i] = xstrdup(length > 0 ? line : "");
	}
	free(line);
	fclose(file);
	return true;
}

/* The trees of sources and of the build, as the marker says that stands beside the running program or at most two folders up.  False: it runs elsewhere. */
static bool find_build_tree(char *trees[2])
{
	char *folder = program_path(), *slash = strrchr(folder, '/');
	bool found = false;
	int up;

	for (up = 0; up < 3 && slash && !found; up++) {
		char *marker;

		*slash = '\0';
		marker = xasprintf("%s/noria-build-tree", folder);
		found = read_lines(marker, trees);
		free(marker);
		slash = strrchr(folder, '/');
	}
	free(folder);
	return found;
}

#ifdef NORIA_TESTS
/*
 * Whether the running program is one that was built for trying it out: it stands at the top
 * of its build tree, or among the tests there.  What was installed is neither, be it into a
 * folder inside the tree.
 */
static bool runs_in_build_tree(void)
{
	static int known = -1;
	char *trees[2];

	if (known < 0)
		known = 0;
	else
		return known;
	if (find_build_tree(trees)) {
		char *path = program_path(), *top = realpath(trees[1], NULL);
		size_t length = top ? strlen(top) : 0;

		known = length && strncmp(path, top, length) == 0 && path[length] == '/' &&
			(!strchr(path + length + 1, '/') || strncmp(path + length, "/tests/", 7) == 0);
		free(path);
		free(top);
		free(trees[0]);
		free(trees[1]);
	}
	return known;
}
#endif

/* A variable by which a test says who, when or what comes by chance; NULL: it is not set, or the program is no test's. */
static const char *fixed(const char *variable)
{
#ifdef NORIA_TESTS
	const char *value = getenv(variable);

	return value && runs_in_build_tree() ? value : NULL;
#else
	(void)variable;
	return NULL;
#endif
}

static bool clock_held;
static int64_t clock_stands_at;

void environment_hold_clock(const int64_t *seconds)
{
	clock_held = seconds != NULL;
	clock_stands_at = seconds ? *seconds : 0;
}

bool environment_clock_is_held(void)
{
	return clock_held;
}

int64_t environment_now(void)
{
	const char *given = fixed("NORIA_CLOCK");
	int64_t seconds;

	if (clock_held)
		return clock_stands_at;
	if (given && date_time_parse(given, &seconds))
		return seconds;
	return (int64_t)time(NULL);
}

void environment_random(void *bytes, size_t count)
{
	static uint64_t calls;
	const char *seed = fixed("NORIA_SEED");
	unsigned char key[randombytes_SEEDBYTES] = { 0 };

	if (!seed) {
		randombytes_buf(bytes, count);
		return;
	}
	calls++;
	snprintf((char *)key, sizeof key, "%.15s %llu", seed, (unsigned long long)calls);
	randombytes_buf_deterministic(bytes, count, key);
}

int64_t environment_clock_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t environment_clock_ms(void)
{
	return environment_clock_us() / 1000;
}

static char *login_held;

void environment_hold_login(const char *login)
{
	free(login_held);
	login_held = login ? xstrdup(login) : NULL;
}

const char *environment_login(void)
{
	const char *given = fixed("NORIA_LOGIN");
	struct passwd *account;

	if (login_held)
		return login_held;
	if (given && *given && fixed("NORIA_CLOCK"))
		return given;
	if (!login_name) {
		account = getpwuid(geteuid());
		login_name = account && account->pw_name && *account->pw_name ? xstrdup(account->pw_name)
									      : xasprintf("uid %ld", (long)geteuid());
	}
	return login_name;
}

const char *environment_host(void)
{
	char name[256];

	if (fixed("NORIA_CLOCK"))
		return "host";
	if (!host_name) {
		if (gethostname(name, sizeof name) != 0)
			strcpy(name, "?");
		name[sizeof name - 1] = '\0';
		host_name = xstrdup(name);
	}
	return host_name;
}

/* In a build tree data and translations are the tree's own. */
static void find_folders(char **locale_folder)
{
	const char *given = getenv("NORIA_LOCALE_DIR");
	char *trees[2];

	if (find_build_tree(trees)) {
		data_folder = xasprintf("%s/data", trees[0]);
		*locale_folder = xasprintf("%s/locale", trees[1]);
		helper_folder = trees[1];
		free(trees[0]);
	} else {
		data_folder = xstrdup(NORIA_PKGDATADIR);
		*locale_folder = xstrdup(NORIA_LOCALEDIR);
	}
	if (given && *given) {
		free(*locale_folder);
		*locale_folder = xstrdup(given);
	}
}

/* Inside everything is UTF-8; what the program prints is converted.  The C locale has no characters to convert to, and is taken as it is by everyone. */
static void start_codeset(void)
{
	const char *codeset = nl_langinfo(CODESET);

	if (strcmp(codeset, "UTF-8") != 0 && strcmp(codeset, "ANSI_X3.4-1968") != 0 && strcmp(codeset, "US-ASCII") != 0)
		codeset_start(codeset);
}

/* Of the locale that is asked for, also where the machine lacks it. */
static bool asks_for_utf8(void)
{
	static const char *const names[] = { "LC_ALL", "LC_CTYPE", "LANG" };
	const char *name = NULL;
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0] && (!name || !*name); i++)
		name = getenv(names[i]);
	return name && (strcasestr(name, ".UTF-8") || strcasestr(name, ".utf8"));
}

/*
 * Characters, dates and the system's sentences; numbers stay as C writes them, and nobody asks for the rest, each a file
 * to be opened at the start.
 */
static void start_locale(void)
{
	static const int categories[] = { LC_CTYPE, LC_TIME, LC_MESSAGES };
	bool here = true;
	size_t i;

	for (i = 0; i < sizeof categories / sizeof categories[0]; i++)
		here = setlocale(categories[i], "") && here;
	if (here && strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
		return;
	/* No such locale here, or not UTF-8: the characters of C.UTF-8.  The translation needs no locale. */
	start_codeset();
	figure_set_plain(!asks_for_utf8());
	for (i = 0; i < sizeof categories / sizeof categories[0]; i++)
		setlocale(categories[i], "C.UTF-8");
}

bool environment_has_decimal_comma(void)
{
	locale_t locale = newlocale(LC_NUMERIC_MASK, "", (locale_t)0);
	bool comma = locale && strcmp(nl_langinfo_l(RADIXCHAR, locale), ",") == 0;

	if (locale)
		freelocale(locale);
	return comma;
}

void environment_start(const char *program)
{
	char *locale_folder;

	if (sodium_init() < 0)
		_Exit(5);
	start_locale();
	find_folders(&locale_folder);
	translation_open(locale_folder, program);
	free(locale_folder);
}

char *environment_data(const char *name)
{
	return xasprintf("%s/%s", data_folder ? data_folder : NORIA_PKGDATADIR, name);
}

char *environment_helper(const char *name)
{
	return helper_folder ? xasprintf("%s/%s", helper_folder, name) : xasprintf("%s/%s", NORIA_PKGLIBEXECDIR, name);
}

static char *xdg(const char *variable, const char *otherwise, const char *name)
{
	const char *folder = getenv(variable), *home = getenv("HOME");

	if (folder && folder[0] == '/')
		return xasprintf("%s/noria/%s", folder, name);
	if (home && home[0] == '/')
		return xasprintf("%s/%s/noria/%s", home, otherwise, name);
	return NULL;
}

char *environment_state(const char *name)
{
	char *path = xdg("XDG_STATE_HOME", ".local/state", name), *slash;
	bool there;

	if (!path)
		return NULL;
	/* Nearly always the folder is there. */
	slash = strrchr(path, '/');
	*slash = '\0';
	there = mkdir(path, 0700) == 0 || errno == EEXIST;
	*slash = '/';
	if (there)
		return path;
	for (slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0700) != 0 && errno != EEXIST) {
			free(path);
			return NULL;
		}
		*slash = '/';
	}
	return path;
}

char *environment_config(const char *name)
{
	return xdg("XDG_CONFIG_HOME", ".config", name);
}

char *environment_temporary(void)
{
	const char *folder = getenv("TMPDIR");

	return xasprintf("%s/noria-XXXXXX", folder && *folder ? folder : "/tmp");
}

void environment_log(const char *format, ...)
{
	const char *path = getenv("NORIA_LOG");
	va_list arguments;
	FILE *file;

	if (!path || !*path || !(file = fopen(path, "a")))
		return;
	fprintf(file, "%lld ", (long long)environment_clock_ms());
	va_start(arguments, format);
	vfprintf(file, format, arguments);
	va_end(arguments);
	fputc('\n', file);
	fclose(file);
}
