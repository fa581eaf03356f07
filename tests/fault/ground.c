/* Folders, children, and what a file holds. */
#include "ground.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/lib.h"

static char *root, *place;
static struct fault_report *shared;
static unsigned patience = 120; /* seconds: what hangs is ended; a busy machine is none */

__attribute__((noreturn)) static void give_up(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(EXIT_FAILURE);
}

/* ---- folders ---- */

static void wipe(const char *path, bool itself)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		char *name;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		name = xasprintf("%s/%s", path, entry->d_name);
		if (unlink(name) != 0)
			wipe(name, true);
		free(name);
	}
	if (folder)
		closedir(folder);
	if (itself)
		rmdir(path);
}

static void copy_one(const char *from, const char *to)
{
	static char block[1 << 18];
	int in = open(from, O_RDONLY | O_CLOEXEC), out = open(to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	ssize_t count;

	if (in < 0 || out < 0)
		give_up(to);
	while ((count = read(in, block, sizeof block)) > 0)
		if (write(out, block, (size_t)count) != count)
			give_up(to);
	close(in);
	close(out);
}

static void copy_all(const char *from, const char *to)
{
	DIR *folder = opendir(from);
	struct dirent *entry;

	if (!folder)
		give_up(from);
	while ((entry = readdir(folder))) {
		char *source, *target;
		struct stat status;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		source = xasprintf("%s/%s", from, entry->d_name);
		target = xasprintf("%s/%s", to, entry->d_name);
		if (stat(source, &status) == 0 && S_ISDIR(status.st_mode)) {
			mkdir(target, 0700);
			copy_all(source, target);
		} else {
			copy_one(source, target);
		}
		free(source);
		free(target);
	}
	closedir(folder);
}

static bool is_writable(const char *path)
{
	return access(path, W_OK | X_OK) == 0;
}

void ground_start(void)
{
	const char *home = getenv("HOME"), *given = getenv("NORIA_TEST_PATIENCE");
	char *state;

	root = xasprintf("%s/noria-faults.XXXXXX", is_writable("/dev/shm") ? "/dev/shm" : home ? home : "/tmp");
	if (!mkdtemp(root))
		give_up(root);
	place = xasprintf("%s/run", root);
	if (mkdir(place, 0700) != 0 || chdir(place) != 0)
		give_up(place);
	state = xasprintf("%s/state", place);
	setenv("XDG_STATE_HOME", state, 1);
	free(state);
	shared = mmap(NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		give_up("mmap");
	if (given && atoi(given) > 0)
		patience = (unsigned)atoi(given);
}

void ground_end(void)
{
	if (chdir("/") != 0)
		perror("/");
	if (getenv("NORIA_TEST_KEEP"))
		printf("# kept: %s\n", root);
	else
		wipe(root, true);
	munmap(shared, sizeof *shared);
	free(root);
	free(place);
}

void ground_lay(const char *name)
{
	wipe(place, false);
	if (name) {
		char *kept = xasprintf("%s/%s", root, name);

		copy_all(kept, place);
		free(kept);
	}
}

void ground_keep(const char *name)
{
	char *kept = xasprintf("%s/%s", root, name);

	wipe(kept, true);
	if (mkdir(kept, 0700) != 0)
		give_up(kept);
	copy_all(place, kept);
	free(kept);
}

const char *ground_path(const char *name)
{
	static char *path;

	free(path);
	path = xasprintf("%s/%s", place, name);
	return path;
}

static void read_path(const char *path, struct buffer *bytes)
{
	static char block[1 << 16];
	int file = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t count;

	buffer_reset(bytes);
	buffer_add_bytes(bytes, "", 0);
	while (file >= 0 && (count = read(file, block, sizeof block)) > 0)
		buffer_add_bytes(bytes, block, (size_t)count);
	if (file >= 0)
		close(file);
}

void ground_read(const char *name, struct buffer *bytes)
{
	read_path(ground_path(name), bytes);
}

void ground_write(const char *name, const void *bytes, size_t count)
{
	int file = open(ground_path(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

	if (file < 0 || write(file, bytes, count) != (ssize_t)count || close(file) != 0)
		give_up(name);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void add_names(const char *path, size_t skip, struct strings *names)
{
	DIR *folder = opendir(path);
	struct dirent *entry;

	while (folder && (entry = readdir(folder))) {
		char *name;
		struct stat status;

		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		name = xasprintf("%s/%s", path, entry->d_name);
		if (lstat(name, &status) == 0 && S_ISDIR(status.st_mode))
			add_names(name, skip, names);
		else
			strings_add(names, name + skip);
		free(name);
	}
	if (folder)
		closedir(folder);
}

char *ground_names(void)
{
	struct strings names = { 0 };
	char *joined;

	add_names(place, strlen(place) + 1, &names);
	if (names.count)
		qsort(names.items, names.count, sizeof *names.items, by_name);
	joined = strings_join(&names, "\n");
	strings_free(&names);
	return joined;
}

/* ---- the program ---- */

__attribute__((noreturn)) static void child(const char *const *argv, const struct fault *fault, const char *seed)
{
	char *words[32] = { (char *)"noria" }, *out = xasprintf("%s/out", root), *err = xasprintf("%s/err", root);
	int files[3] = { open("/dev/null", O_RDONLY), open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600),
		open(err, O_WRONLY | O_CREAT | O_TRUNC, 0600) };
	int count = 1, status, i;

	for (i = 0; i < 3; i++) {
		if (files[i] < 0 || dup2(files[i], i) < 0)
			_exit(99);
		if (files[i] > 2)
			close(files[i]);
	}
	free(out);
	free(err);
	for (; argv[count - 1] && count < 31; count++)
		words[count] = (char *)argv[count - 1];
	setenv("NORIA_SEED", seed, 1);
	alarm(patience);
	fault_arm(fault, shared);
	status = cli_main(count, words);
	fault_ended();
	fault_disarm();
	fflush(stdout);
	fault_pause(true);
	exit(status);
}

void ground_run(const char *const *argv, const struct fault *fault, const char *seed, struct ran *ran)
{
	char *out = xasprintf("%s/out", root), *err = xasprintf("%s/err", root);
	pid_t pid;
	int status = 0;

	memset(ran, 0, sizeof *ran);
	memset(shared, 0, sizeof *shared);
	fflush(stdout);
	fflush(stderr);
	pid = fork();
	if (pid < 0)
		give_up("fork");
	if (pid == 0)
		child(argv, fault, seed);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	ran->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	ran->report = *shared;
	read_path(out, &ran->out);
	read_path(err, &ran->err);
	free(out);
	free(err);
}

void ran_free(struct ran *ran)
{
	buffer_free(&ran->out);
	buffer_free(&ran->err);
}

/* ---- what a file holds ---- */

static void print_bytes(uint64_t *hash, const struct buffer *bytes)
{
	size_t i = 0;
	uint64_t word;

	for (; i + 8 <= bytes->length; i += 8) {
		memcpy(&word, bytes->data + i, 8);
		*hash = (*hash ^ word) * 1099511628211u;
		*hash ^= *hash >> 31;
	}
	for (; i < bytes->length; i++)
		*hash = (*hash ^ (unsigned char)bytes->data[i]) * 1099511628211u;
	*hash = (*hash ^ bytes->length) * 1099511628211u;
}

uint64_t ground_print(const char *name)
{
	struct buffer bytes = { 0 };
	uint64_t hash = 14695981039346656037u;
	char *names = ground_names(), *line, *rest;

	ground_read(name, &bytes);
	print_bytes(&hash, &bytes);
	for (line = strtok_r(names, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		if (strncmp(line, "state/", 6) != 0 &&
			strcmp(line + strlen(line) - (strlen(line) < 8 ? 0 : 8), "-journal") != 0)
			continue;
		ground_read(line, &bytes);
		print_bytes(&hash, &bytes);
	}
	free(names);
	buffer_free(&bytes);
	return hash;
}

static void dump_value(sqlite3_stmt *stmt, int column, struct buffer *text)
{
	int length = sqlite3_column_bytes(stmt, column), i;

	if (sqlite3_column_type(stmt, column) == SQLITE_BLOB) {
		const unsigned char *bytes = sqlite3_column_blob(stmt, column);

		buffer_add(text, "x'");
		for (i = 0; i < length; i++) {
			buffer_add_char(text, "0123456789abcdef"[bytes[i] >> 4]);
			buffer_add_char(text, "0123456789abcdef"[bytes[i] & 15]);
		}
		buffer_add(text, "'");
	} else if (sqlite3_column_type(stmt, column) == SQLITE_NULL) {
		buffer_add(text, "NULL");
	} else {
		const char *bytes = (const char *)sqlite3_column_text(stmt, column);

		length = sqlite3_column_bytes(stmt, column);
		buffer_add_bytes(text, bytes, (size_t)length);
	}
}

static bool dump_table(sqlite3 *db, const char *table, struct buffer *text)
{
	char *sql = xasprintf("SELECT * FROM \"%s\"", table);
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), i;

	buffer_printf(text, "= %s\n", table);
	while (code == SQLITE_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW) {
		for (i = 0; i < sqlite3_column_count(stmt); i++) {
			buffer_add(text, i ? "|" : "");
			dump_value(stmt, i, text);
		}
		buffer_add(text, "\n");
		code = SQLITE_OK;
	}
	sqlite3_finalize(stmt);
	free(sql);
	return code == SQLITE_DONE;
}

char *ground_dump(const char *name)
{
	static const char tables[] =
		"SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT IN ('presence', 'draft') ORDER BY name";
	struct buffer text = { 0 };
	sqlite3_stmt *stmt = NULL;
	sqlite3 *db = NULL;
	int code;

	buffer_add(&text, "");
	if (access(ground_path(name), F_OK) != 0)
		return buffer_take(&text);
	code = sqlite3_open_v2(ground_path(name), &db, SQLITE_OPEN_READONLY, "unix");
	if (code == SQLITE_OK)
		code = sqlite3_prepare_v2(db, tables, -1, &stmt, NULL);
	while (code == SQLITE_OK && (code = sqlite3_step(stmt)) == SQLITE_ROW)
		code = dump_table(db, (const char *)sqlite3_column_text(stmt, 0), &text) ? SQLITE_OK : SQLITE_ERROR;
	sqlite3_finalize(stmt);
	if (code != SQLITE_DONE) {
		buffer_reset(&text);
		buffer_printf(&text, "ERROR %s", sqlite3_errmsg(db));
	}
	sqlite3_close(db);
	return buffer_take(&text);
}

uint64_t ground_random(uint64_t *state)
{
	/* xorshift64* of Vigna. */
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * 2685821657736338717u;
}
