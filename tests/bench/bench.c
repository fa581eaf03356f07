/*
 * The benchmark of the screen: the floor and the program through the same
 * pseudo-terminal, in one run.
 *
 *     bench [RISKS...]        default: 100 100000 1000000, then a million measurements
 *     bench starts RISKS...   the first screen alone
 *     bench measurements      these alone
 *
 * The time of a key runs from its sending to the last byte of the answer; the
 * answer ends when nothing comes for 25 ms.  What the record pane draws when
 * the cursor has rested comes later and is counted apart.
 */

#include "measure.h"
#include "tui/keys.h"
#include "tui/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define STARTS 31
#define MOVES 48
#define PAGES 48
#define QUIET 0.025
/* The line that the cursor left and the one that it came to, and what it takes to go there and to change colours. */
#define MOVE_BYTES(pane) (2 * (pane) + 60)

static const struct {
	int rows, columns, pane; /* columns of the list of risks */
	int memory;              /* MB, the most */
} screens[] = { { 24, 80, 80, 8 }, { 60, 200, 108, 10 } };
#define SCREENS 2

/* What is measured of one program on one file at one size; times in milliseconds. */
struct figures {
	struct samples start, move, page, end, sort, search, move_bytes, pane_bytes;
	struct samples paste_line, paste_text;
	struct samples agenda, agenda_again, agenda_page, quality, quality_again, dashboard, dashboard_again;
	double memory; /* MB at the peak */
};

static void figures_free(struct figures *figures)
{
	samples_free(&figures->start);
	samples_free(&figures->move);
	samples_free(&figures->page);
	samples_free(&figures->end);
	samples_free(&figures->sort);
	samples_free(&figures->search);
	samples_free(&figures->paste_line);
	samples_free(&figures->paste_text);
	samples_free(&figures->agenda);
	samples_free(&figures->agenda_again);
	samples_free(&figures->agenda_page);
	samples_free(&figures->quality);
	samples_free(&figures->quality_again);
	samples_free(&figures->dashboard);
	samples_free(&figures->dashboard_again);
	samples_free(&figures->move_bytes);
	samples_free(&figures->pane_bytes);
}

/* Reads until nothing came for that long; at most `limit` for the first byte. */
static bool answer_read(struct terminal *terminal, double quiet, double limit)
{
	uint64_t before = terminal->bytes;
	double began = terminal_clock();

	while (terminal->bytes == before) {
		if (terminal_clock() - began > limit || terminal->state == TERMINAL_ENDED)
			return false;
		terminal_pump(terminal, 0.1);
	}
	while (terminal_pump(terminal, quiet))
		continue;
	return true;
}

/* The time that the answer to these bytes takes, or -1; *bytes counts it. */
static double answer(struct terminal *terminal, const char *keys, size_t length, double *bytes)
{
	uint64_t before = terminal->bytes;
	double began = terminal_clock();

	terminal_send(terminal, keys, length);
	if (!answer_read(terminal, QUIET, 2))
		return -1;
	if (bytes)
		*bytes = (double)(terminal->bytes - before);
	return (terminal->heard - began) * 1000;
}

/* Lets the program come to rest; the bytes that it wrote meanwhile. */
static double rest(struct terminal *terminal)
{
	uint64_t before = terminal->bytes;

	while (terminal_pump(terminal, 0.2))
		continue;
	return (double)(terminal->bytes - before);
}

static double press(struct terminal *terminal, const char *name, double *bytes)
{
	char keys[64];
	size_t length;

	if (!key_bytes("xterm-256color", name, keys, sizeof keys, &length))
		abort();
	return answer(terminal, keys, length, bytes);
}

static double peak_memory(const struct terminal *terminal)
{
	char path[64], line[256];
	double kilobytes = -1;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)terminal->program);
	file = fopen(path, "r");
	if (!file)
		return -1;
	while (fgets(line, sizeof line, file))
		if (sscanf(line, "VmHWM: %lf", &kilobytes) == 1)
			break;
	fclose(file);
	return kilobytes / 1024;
}

static void path_of(char *path, size_t size, const char *program)
{
	snprintf(path, size, "%s/%s", getenv("NORIA_BUILD"), program);
}

static void measure_start(struct samples *start, char *const argv[], int rows, int columns)
{
	struct terminal terminal;
	double began = terminal_clock();

	if (!terminal_start(&terminal, argv, rows, columns, false))
		abort();
	if (answer_read(&terminal, 0.08, 10))
		samples_add(start, (terminal.heard - began) * 1000);
	terminal_close(&terminal);
}

/*
 * Starts of the floor and of the program by turns: a machine that others use is slower for a second and
 * quicker for the next, and what is compared must have seen the same of it.
 */
static void measure_starts(struct samples *floor, struct samples *start, char *file, int rows, int columns)
{
	char bare[4096], noria[4096];
	char *floor_argv[] = { bare, NULL }, *argv[] = { noria, file, NULL };

	path_of(bare, sizeof bare, "tests/bench/floor");
	path_of(noria, sizeof noria, "noria");
	samples_free(floor);
	for (int i = 0; i < STARTS; i++) {
		measure_start(floor, floor_argv, rows, columns);
		measure_start(start, argv, rows, columns);
	}
}

/* Keys that both programs know. */
static void measure_moves(struct figures *figures, struct terminal *terminal)
{
	double bytes, time;

	for (int i = 0; i < MOVES; i++) {
		time = press(terminal, i / 8 % 2 == 0 ? "Down" : "Up", &bytes);
		if (time < 0)
			return;
		samples_add(&figures->move, time);
		samples_add(&figures->move_bytes, bytes);
		samples_add(&figures->pane_bytes, rest(terminal));
	}
	for (int i = 0; i < PAGES; i++) {
		time = press(terminal, i % 2 == 0 ? "PgDn" : "PgUp", NULL);
		if (time < 0)
			return;
		samples_add(&figures->page, time);
		rest(terminal);
	}
}

static void measure_floor(struct figures *figures, int rows, int columns)
{
	char path[4096];
	char *argv[] = { path, NULL };
	struct terminal terminal;

	path_of(path, sizeof path, "tests/bench/floor");
	if (!terminal_start(&terminal, argv, rows, columns, false))
		abort();
	answer_read(&terminal, 0.1, 10);
	measure_moves(figures, &terminal);
	figures->memory = peak_memory(&terminal);
	terminal_close(&terminal);
}

/* The panel of Plan opens on the risks. */
static void open_risks(struct terminal *terminal)
{
	press(terminal, "1", NULL);
	rest(terminal);
}

/* A view opened for the first time of a program, and then again. */
static void measure_view(struct terminal *terminal, const char *key, struct samples *first, struct samples *again)
{
	for (int i = 0; i < 5; i++) {
		double time = press(terminal, key, NULL);

		if (time < 0)
			return;
		samples_add(i == 0 ? first : again, time);
		rest(terminal);
		press(terminal, "q", NULL);
		rest(terminal);
	}
}

/* What is due, the quality list and the dashboard: over all registers, each in a program that has just started. */
static void measure_overall(struct figures *figures, char *const argv[], int rows, int columns)
{
	for (int i = 0; i < 3; i++) {
		struct terminal terminal;

		if (!terminal_start(&terminal, argv, rows, columns, false))
			abort();
		answer_read(&terminal, 0.1, 10);
		rest(&terminal);
		measure_view(&terminal, "D", &figures->agenda, &figures->agenda_again);
		measure_view(&terminal, "Q", &figures->quality, &figures->quality_again);
		measure_view(&terminal, "7", &figures->dashboard, &figures->dashboard_again);
		press(&terminal, "D", NULL);
		rest(&terminal);
		for (int j = 0; j < 9; j++) {
			double time = press(&terminal, j % 3 == 2 ? "G" : "PgDn", NULL);

			if (time >= 0)
				samples_add(&figures->agenda_page, time);
			rest(&terminal);
		}
		terminal_close(&terminal);
	}
}

#define PASTED 1000000

/* A megabyte into a field of one line, then into long text: from its first byte to the last of the answer. */
static void measure_paste(struct figures *figures, struct terminal *terminal)
{
	static const char begin[] = "\033[200~", end[] = "\033[201~";
	size_t length = sizeof begin - 1 + PASTED + sizeof end - 1;
	char *bytes = malloc(length);
	double time;

	if (!bytes)
		abort();
	memcpy(bytes, begin, sizeof begin - 1);
	memset(bytes + sizeof begin - 1, 'x', PASTED);
	memcpy(bytes + sizeof begin - 1 + PASTED, end, sizeof end - 1);
	press(terminal, "a", NULL);
	rest(terminal);
	time = answer(terminal, bytes, length, NULL);
	if (time >= 0)
		samples_add(&figures->paste_line, time);
	rest(terminal);
	press(terminal, "C-u", NULL);
	rest(terminal);
	/* The scenario of a risk is its sixth field. */
	for (int i = 0; i < 5; i++)
		press(terminal, "Down", NULL);
	press(terminal, "Enter", NULL);
	rest(terminal);
	time = answer(terminal, bytes, length, NULL);
	if (time >= 0)
		samples_add(&figures->paste_text, time);
	rest(terminal);
	free(bytes);
}

static void measure_noria(struct figures *figures, char *file, int rows, int columns)
{
	char path[4096];
	char *argv[] = { path, file, NULL };
	struct terminal terminal;
	double time;

	path_of(path, sizeof path, "noria");
	if (!terminal_start(&terminal, argv, rows, columns, false))
		abort();
	answer_read(&terminal, 0.1, 10);
	rest(&terminal);
	open_risks(&terminal);
	measure_moves(figures, &terminal);
	for (int i = 0; i < 9; i++) {
		time = press(&terminal, "G", NULL);
		if (time < 0)
			break;
		samples_add(&figures->end, time);
		rest(&terminal);
		press(&terminal, "g", NULL);
		rest(&terminal);
	}
	for (int i = 0; i < 9; i++) {
		/* The list of fields; another one than now; taking it is what counts. */
		press(&terminal, "s", NULL);
		rest(&terminal);
		press(&terminal, "Down", NULL);
		rest(&terminal);
		time = press(&terminal, "Enter", NULL);
		if (time < 0)
			break;
		samples_add(&figures->sort, time);
		rest(&terminal);
	}
	press(&terminal, "g", NULL);
	rest(&terminal);
	press(&terminal, "/", NULL);
	rest(&terminal);
	answer(&terminal, "laptop", 6, NULL);
	rest(&terminal);
	press(&terminal, "Enter", NULL);
	rest(&terminal);
	for (int i = 0; i < 15; i++) {
		time = press(&terminal, "n", NULL);
		if (time < 0)
			break;
		samples_add(&figures->search, time);
		rest(&terminal);
	}
	figures->memory = peak_memory(&terminal);
	measure_paste(figures, &terminal);
	terminal_close(&terminal);
	measure_overall(figures, argv, rows, columns);
}

/* The file with that many risks, and with as many measurements, made once and kept in the build folder. */
static bool file_of(long risks, long measurements, char *path, size_t size)
{
	char command[32768];
	const char *build = getenv("NORIA_BUILD");
	struct stat status;

	if (measurements)
		snprintf(path, size, "%s/tests/bench/data/measurements-%ld.noria", build, measurements);
	else
		snprintf(path, size, "%s/tests/bench/data/risks-%ld.noria", build, risks);
	if (stat(path, &status) == 0)
		return true;
	fprintf(stderr, "making %s\n", path);
	/* Whole or not at all: one that was broken off would be measured the next time. */
	snprintf(command, sizeof command,
		"mkdir -p '%s/tests/bench/data' && rm -f '%s.part' && '%s/tests/bench/generate' '%s.part' %ld %.0ld && mv '%s.part' '%s'",
		build, path, build, path, risks, measurements, path, path);
	return system(command) == 0;
}

static void line(const char *what, struct samples *value, bool p95, struct samples *floor, enum aim kind, double aim,
	const char *unit)
{
	if (value->count == 0) {
		report_missing(what, "no answer");
		return;
	}
	report(what, p95 ? samples_p95(value) : samples_median(value),
		floor ? (p95 ? samples_p95(floor) : samples_median(floor)) : -1, kind, aim, unit);
}

static void tell_start(struct figures *value, struct figures *floor)
{
	line("  first screen, ms", &value->start, false, &floor->start, AIM_MORE, 5, "ms");
	printf("%-46s %10.2f %10.2f\n", "  ... the better quarter of starts", samples_quarter(&value->start),
		samples_quarter(&floor->start));
}

static void tell(struct figures *value, struct figures *floor, long risks, int pane, int memory)
{
	tell_start(value, floor);
	line("  cursor down, median ms", &value->move, false, &floor->move, AIM_RATIO, 1.5, "ms");
	line("  cursor down, p95 ms", &value->move, true, &floor->move, AIM_VALUE, 3, "ms");
	line("  page down, median ms", &value->page, false, &floor->page, AIM_RATIO, 1.5, "ms");
	line("  page down, p95 ms", &value->page, true, &floor->page, AIM_VALUE, 3, "ms");
	line("  jump to the end, ms", &value->end, false, NULL, AIM_VALUE, 10, "ms");
	line("  sort by another field, ms", &value->sort, false, NULL, AIM_VALUE, 10, "ms");
	line("  search next, ms", &value->search, false, NULL, AIM_VALUE, 10, "ms");
	line("  a megabyte pasted into a line, ms", &value->paste_line, false, NULL, AIM_VALUE, 1000, "ms");
	line("  a megabyte pasted into long text, ms", &value->paste_text, false, NULL, AIM_VALUE, 1000, "ms");
	/* The aims are those of 100,000 risks; what counts records that no tally knows grows with them. */
	if (risks <= 100000) {
		line("  what is due, first, ms", &value->agenda, false, NULL, AIM_VALUE, 150, "ms");
		line("  what is due, again, ms", &value->agenda_again, false, NULL, AIM_VALUE, 50, "ms");
		line("  what is due, a page or the end, ms", &value->agenda_page, false, NULL, AIM_VALUE, 50, "ms");
		line("  quality list, first, ms", &value->quality, false, NULL, AIM_VALUE, 150, "ms");
		line("  quality list, again, ms", &value->quality_again, false, NULL, AIM_VALUE, 50, "ms");
		line("  dashboard, first, ms", &value->dashboard, false, NULL, AIM_VALUE, 150, "ms");
		line("  dashboard, again, ms", &value->dashboard_again, false, NULL, AIM_VALUE, 50, "ms");
	}
	line("  cursor move, bytes", &value->move_bytes, false, &floor->move_bytes, AIM_VALUE, MOVE_BYTES(pane),
		"bytes");
	printf("%-46s %10.0f\n", "  ... and the record pane afterwards", samples_median(&value->pane_bytes));
	report("  peak memory, MB", value->memory, floor->memory, AIM_VALUE, memory, "MB");
}

/* A million measurements beside 100,000 risks: what they must not slow down, each in a program that has just started. */
static void measure_measurements(int rows, int columns)
{
	static const struct {
		const char *key, *what;
	} views[] = { { "V", "indicators" }, { "7", "dashboard" }, { "D", "what is due" }, { "8", "verdict" } };
	char path[4096], program[4096], what[64];
	char *argv[] = { program, path, NULL };

	printf("%dx%d, 1000000 measurements on 100000 risks\n", rows, columns);
	if (!file_of(100000, 1000000, path, sizeof path)) {
		report_missing("  the file", "could not be made");
		return;
	}
	path_of(program, sizeof program, "noria");
	for (size_t view = 0; view < sizeof views / sizeof views[0]; view++) {
		struct samples first = { 0 }, again = { 0 };

		for (int i = 0; i < 3; i++) {
			struct terminal terminal;

			if (!terminal_start(&terminal, argv, rows, columns, false))
				abort();
			answer_read(&terminal, 0.1, 10);
			rest(&terminal);
			measure_view(&terminal, views[view].key, &first, &again);
			terminal_close(&terminal);
		}
		snprintf(what, sizeof what, "  %s, first, ms", views[view].what);
		line(what, &first, false, NULL, AIM_VALUE, 150, "ms");
		snprintf(what, sizeof what, "  %s, again, ms", views[view].what);
		line(what, &again, false, NULL, AIM_VALUE, 50, "ms");
		samples_free(&first);
		samples_free(&again);
	}
}

int main(int argc, char **argv)
{
	static char *usual[] = { "100", "100000", "1000000", NULL };
	bool starts = argc > 1 && strcmp(argv[1], "starts") == 0;
	char **sizes = argc > 1 + starts ? argv + 1 + starts : usual;

	setenv("TERM", "xterm-256color", 1);
	report_heading();
	if (argc == 2 && strcmp(argv[1], "measurements") == 0) {
		measure_measurements(screens[0].rows, screens[0].columns);
		return report_misses() > 0;
	}
	for (int screen = 0; screen < SCREENS; screen++) {
		int rows = screens[screen].rows, columns = screens[screen].columns;
		struct figures floor = { 0 };
		double smallest_move = -1, smallest_page = -1, smallest_memory = -1;

		if (!starts)
			measure_floor(&floor, rows, columns);
		for (char **size = sizes; *size; size++) {
			struct figures figures = { 0 };
			char path[4096];

			printf("%dx%d, %s risks\n", rows, columns, *size);
			if (!file_of(atol(*size), 0, path, sizeof path)) {
				report_missing("  the file", "could not be made");
				continue;
			}
			measure_starts(&floor.start, &figures.start, path, rows, columns);
			if (starts) {
				tell_start(&figures, &floor);
				figures_free(&figures);
				continue;
			}
			measure_noria(&figures, path, rows, columns);
			tell(&figures, &floor, atol(*size), screens[screen].pane, screens[screen].memory);
			if (smallest_move >= 0 && figures.move.count > 0) {
				/* Against the smallest file, not the floor: the sizes must not be felt. */
				report("  cursor down against the smallest file", samples_median(&figures.move),
					smallest_move, AIM_RATIO, 1.1, "ms");
				report("  page down against the smallest file", samples_median(&figures.page),
					smallest_page, AIM_RATIO, 1.1, "ms");
				report("  memory against the smallest file", figures.memory, smallest_memory, AIM_RATIO,
					1.1, "MB");
			} else if (figures.move.count > 0) {
				smallest_move = samples_median(&figures.move);
				smallest_page = samples_median(&figures.page);
				smallest_memory = figures.memory;
			}
			figures_free(&figures);
		}
		figures_free(&floor);
	}
	if (argc == 1)
		measure_measurements(screens[0].rows, screens[0].columns);
	if (report_misses() > 0)
		printf("%d aims missed\n", report_misses());
	return report_misses() > 0;
}
