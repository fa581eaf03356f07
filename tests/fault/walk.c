/*
 * The program on its screen, over damaged files: it walks through its views, and whatever it
 * finds there, it does not break, does not hang, and ends when it is told to.
 *
 *     walk PROGRAM FILE ROUNDS SEED
 *
 * Each round damages a copy of FILE by the seed: a page of zeros, some flipped bits, or a missing
 * end.  Prints TAP, one test; a round that fails leaves its file as damaged-ROUND.noria.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "tui/keys.h"
#include "tui/terminal.h"

#define TERM "xterm-256color"
#define LARGEST (16u << 20)

static uint64_t state;
static unsigned char *whole, *bytes;
static size_t whole_length, length;
static long views; /* starts that showed a screen */

static uint64_t below(uint64_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return state * 2685821657736338717u % limit;
}

static void damage(long round, char what[64])
{
	size_t page = below(whole_length / 4096), i;

	memcpy(bytes, whole, whole_length);
	length = whole_length;
	if (round % 4 == 3) {
		length = page * 4096;
		snprintf(what, 64, "%zu pages are left", page);
	} else if (round % 4 == 1) {
		for (i = 0; i < 40; i++) {
			/* The first page is found at once: not there. */
			uint64_t bit = 4096 * 8 + below((whole_length - 4096) * 8);

			bytes[bit / 8] ^= (unsigned char)(1 << bit % 8);
		}
		snprintf(what, 64, "40 flipped bits");
	} else {
		page = page ? page : 1;
		memset(bytes + page * 4096, 0, 4096);
		snprintf(what, 64, "page %zu is zero", page + 1);
	}
}

static void save(const char *name)
{
	FILE *file = fopen(name, "wb");

	if (!file || fwrite(bytes, 1, length, file) != length || fclose(file) != 0) {
		printf("Bail out! %s cannot be written\n", name);
		exit(EXIT_FAILURE);
	}
}

static bool press(struct terminal *terminal, const char *key)
{
	char sent[64];
	size_t count;

	if (terminal->state != TERMINAL_RUNNING || !key_bytes(TERM, key, sent, sizeof sent, &count))
		return false;
	terminal_send(terminal, sent, count);
	/* What comes sooner after an Escape belongs to it. */
	terminal_settle(terminal, strcmp(key, "Escape") == 0 ? 0.08 : 0.015, 5);
	return terminal->state == TERMINAL_RUNNING;
}

/*
 * As a person would, through every view; what a key does on a screen that could not be shown does
 * not matter.  NULL: from here on the program is started anew, where a key before ended it.
 */
static const char *const keys[] = {
	"1",
	"Tab",
	"G",
	"g",
	"2",
	"G",
	"3",
	"G",
	"4",
	"G",
	"1",
	"Enter",
	NULL,
	"1",
	"e",
	"Tab",
	"Enter",
	"Escape",
	"Escape",
	NULL,
	"1",
	"H",
	"G",
	"q",
	"b",
	"Escape",
	"C",
	"Escape",
	NULL,
	"5",
	"Down",
	"Enter",
	NULL,
	"6",
	"G",
	"g",
	"Enter",
	"q",
	"r",
	"Escape",
	NULL,
	"7",
	"G",
	"8",
	"G",
	"9",
	"G",
	"0",
	"G",
	NULL,
	"A",
	"Escape",
	"R",
	"Escape",
	NULL,
	"D",
	"G",
	"q",
	"Q",
	"G",
	"q",
	NULL,
	"F",
	"l",
	"a",
	"b",
	"Escape",
	"x",
	"Escape",
	NULL,
	"L",
	"G",
	"q",
	"1",
	NULL,
};
#define KEYS (sizeof keys / sizeof keys[0])

/* Presses keys from *at on; false when the program ended before the last. */
static bool walk(struct terminal *terminal, size_t *at)
{
	for (; *at < KEYS; ++*at)
		if (keys[*at] && !press(terminal, keys[*at]))
			break;
	while (*at < KEYS && keys[*at])
		++*at;
	return *at == KEYS;
}

static bool leaves(struct terminal *terminal)
{
	double began = terminal_clock();
	int i;

	/* Out of a picker, and out of the form under it, where letters are text. */
	for (i = 0; i < 12 && press(terminal, "Escape") && press(terminal, "Escape"); i++)
		if (!press(terminal, "q"))
			break;
	while (terminal->state == TERMINAL_RUNNING && terminal_clock() - began < 10)
		terminal_pump(terminal, 0.2);
	return terminal->state == TERMINAL_ENDED;
}

/* One start of the program on the damaged file, from a key on.  False: a fault, told. */
static bool go(const char *program, char *name, const char *what, size_t *at)
{
	char *argv[] = { (char *)program, name, NULL };
	struct terminal terminal;
	bool fine = false, began;

	if (!terminal_start(&terminal, argv, 24, 80, true)) {
		printf("Bail out! %s cannot be started\n", program);
		exit(EXIT_FAILURE);
	}
	terminal_settle(&terminal, 0.05, 20);
	began = terminal.state == TERMINAL_RUNNING;
	views += began;
	walk(&terminal, at);
	if (!began)
		*at = KEYS;
	if (!leaves(&terminal)) {
		char *screen = terminal_dump(&terminal), *line, *rest;

		printf("# FAULT %s (%s): it does not end\n", name, what);
		for (line = strtok_r(screen, "\n", &rest); line && strncmp(line, "attributes", 10) != 0;
			line = strtok_r(NULL, "\n", &rest))
			printf("#  %s\n", line);
		free(screen);
	} else if (WIFSIGNALED(terminal.status)) {
		printf("# FAULT %s (%s): it ends by signal %d before key %zu\n", name, what, WTERMSIG(terminal.status),
			*at);
	} else if (WEXITSTATUS(terminal.status) > 5) {
		printf("# FAULT %s (%s): it ends with status %d before key %zu\n", name, what,
			WEXITSTATUS(terminal.status), *at);
	} else {
		fine = true;
	}
	terminal_close(&terminal);
	return fine;
}

static bool try(const char *program, long round)
{
	char name[64], what[64] = "";
	bool fine = true;
	size_t at = 0;

	snprintf(name, sizeof name, "damaged-%ld.noria", round);
	damage(round, what);
	save(name);
	while (at < KEYS)
		fine = go(program, name, what, &at) && fine;
	if (fine)
		remove(name);
	return fine;
}

int main(int argc, char **argv)
{
	long rounds = argc > 3 ? strtol(argv[3], NULL, 10) : 0, round, faults = 0;
	FILE *file = argc > 4 ? fopen(argv[2], "rb") : NULL;

	whole = calloc(1, LARGEST);
	bytes = calloc(1, LARGEST);
	whole_length = file && whole && bytes ? fread(whole, 1, LARGEST, file) : 0;
	if (file)
		fclose(file);
	if (whole_length < 8192 || rounds < 1) {
		puts("Bail out! walk PROGRAM FILE ROUNDS SEED");
		return EXIT_FAILURE;
	}
	state = strtoull(argv[4], NULL, 10) * 2654435769u + 1;
	for (round = 0; round < rounds; round++)
		faults += !try(argv[1], round);
	printf("%s - the screen over %ld damaged files, %ld starts shown: %ld faults\n",
		faults || !views ? "not ok" : "ok", rounds, views, faults);
	free(whole);
	free(bytes);
	return EXIT_SUCCESS;
}
