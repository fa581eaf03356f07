/* The terminal: started, and given back as it was on every way out. */
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/internal.h"
#include "tui/terminfo.h"

/* curses takes the names of capabilities as text that it might change; it does not. */
#define CAPABILITY(name) ((char *)(uintptr_t)(name))

static bool started;
static SCREEN *screen;

/* What gives the terminal back when nothing but write may be called any more. */
static struct {
	struct termios modes;
	bool known, standing;
	size_t length;
	char bytes[512];
} abandoned;
static attr_t attributes[STYLE_COUNT];
static short pairs[STYLE_COUNT];

/* Levels run from blue over yellow to magenta: apart for every kind of colour blindness, and each has its letter. */
static void define(enum style style, int foreground, int background, attr_t attribute, short *next)
{
	attributes[style] = attribute;
	pairs[style] = 0;
	if (foreground == -1 && background == -1)
		return;
	if (!has_colors() || init_pair(*next, (short)foreground, (short)background) == ERR)
		return;
	pairs[style] = (*next)++;
}

struct configuration configuration = { .mouse = true, .title = true };

/* What the configuration asks for a style, by its name. */
static const char *const style_names[STYLE_COUNT] = {
	"plain",
	"title",
	"dim",
	"accent",
	"cursor",
	"marked",
	"late",
	"error",
	"key",
	"field",
	"field-active",
	"good",
	"level-1",
	"level-2",
	"level-3",
	"level-4",
	"level-5",
};
static struct {
	bool set, bold;
	int foreground, background;
} wanted[STYLE_COUNT];

const char *terminal_style_name(enum style style)
{
	return style_names[style];
}

static const char *const colour_names[] = { "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
	"default", NULL };

const char *terminal_colour_name(int i)
{
	return colour_names[i];
}

static bool colour_of(const char *word, int *colour)
{
	int64_t number;
	int i;

	if (strcmp(word, "default") == 0) {
		*colour = -1;
		return true;
	}
	for (i = 0; i < 8; i++)
		if (strcmp(word, colour_names[i]) == 0) {
			*colour = i;
			return true;
		}
	if (!number_parse_integer(word, &number) || number < 0 || number > 255)
		return false;
	*colour = (int)number;
	return true;
}

bool terminal_style(const char *style, const char *foreground, const char *background, bool bold)
{
	int text, ground, i;

	/* A line that is wrong changes nothing. */
	if (!colour_of(foreground, &text) || !colour_of(background, &ground))
		return false;
	for (i = 0; i < STYLE_COUNT; i++)
		if (strcmp(style_names[i], style) == 0) {
			wanted[i].set = true;
			wanted[i].bold = bold;
			wanted[i].foreground = text;
			wanted[i].background = ground;
			return true;
		}
	return false;
}

/* Colours that this terminal does not have are left as they were. */
static void apply_wanted(short *next)
{
	int i;

	for (i = 0; i < STYLE_COUNT; i++)
		if (wanted[i].set && wanted[i].foreground < COLORS && wanted[i].background < COLORS) {
			attr_t attribute = (attributes[i] & ~(attr_t)A_BOLD) | (wanted[i].bold ? A_BOLD : A_NORMAL);

			if (wanted[i].background != -1)
				attribute &= ~(attr_t)A_REVERSE;
			define((enum style)i, wanted[i].foreground, wanted[i].background, attribute, next);
		}
}

static void choose_styles(void)
{
	const char *plain = getenv("NO_COLOR");
	bool colours = has_colors() && !(plain && *plain), many;
	short next = 1;

	if (colours) {
		start_color();
		use_default_colors();
	}
	many = colours && COLORS >= 256;
	if (!colours) {
		int i;

		for (i = 0; i < STYLE_COUNT; i++)
			define((enum style)i, -1, -1, A_NORMAL, &next);
		attributes[STYLE_TITLE] = attributes[STYLE_ACCENT] = attributes[STYLE_CURSOR] = A_BOLD;
		attributes[STYLE_LATE] = attributes[STYLE_ERROR] = A_BOLD;
		attributes[STYLE_FIELD_ACTIVE] = A_REVERSE;
		attributes[STYLE_MARKED] = A_UNDERLINE;
		return;
	}
	define(STYLE_PLAIN, -1, -1, A_NORMAL, &next);
	define(STYLE_TITLE, -1, -1, A_BOLD, &next);
	define(STYLE_DIM, many ? 244 : COLOR_WHITE, -1, many ? A_NORMAL : A_DIM, &next);
	define(STYLE_ACCENT, many ? 37 : COLOR_CYAN, -1, A_BOLD, &next);
	define(STYLE_CURSOR, -1, -1, A_BOLD, &next);
	define(STYLE_MARKED, many ? 37 : COLOR_CYAN, -1, A_NORMAL, &next);
	define(STYLE_LATE, many ? 208 : COLOR_YELLOW, -1, A_BOLD, &next);
	define(STYLE_ERROR, many ? 203 : COLOR_RED, -1, A_BOLD, &next);
	define(STYLE_KEY, many ? 37 : COLOR_CYAN, -1, A_NORMAL, &next);
	define(STYLE_FIELD, -1, -1, A_NORMAL, &next);
	define(STYLE_FIELD_ACTIVE, -1, -1, A_REVERSE, &next);
	define(STYLE_GOOD, many ? 36 : COLOR_GREEN, -1, A_NORMAL, &next);
	define(STYLE_LEVEL_1, many ? 16 : COLOR_BLACK, many ? 153 : COLOR_CYAN, A_NORMAL, &next);
	define(STYLE_LEVEL_2, many ? 16 : COLOR_BLACK, many ? 229 : COLOR_WHITE, A_NORMAL, &next);
	define(STYLE_LEVEL_3, many ? 16 : COLOR_BLACK, many ? 214 : COLOR_YELLOW, A_NORMAL, &next);
	define(STYLE_LEVEL_4, many ? 231 : COLOR_WHITE, many ? 126 : COLOR_MAGENTA, A_BOLD, &next);
	define(STYLE_LEVEL_5, many ? 231 : COLOR_WHITE, many ? 53 : COLOR_RED, A_BOLD, &next);
	apply_wanted(&next);
}

/* ---- modes that curses does not know of ---- */

/* Terminals of the ECMA-48 family pass over modes that they do not have; others would print them. */
static bool speaks_ansi(void)
{
	const char *move = terminfo_text("cup");

	return move && strncmp(move, "\033[", 2) == 0;
}

/* Whether what is pasted comes between marks. */
static void mark_pastes(bool on)
{
	const char *said = terminfo_text(on ? "BE" : "BD");

	if (!said)
		said = !speaks_ansi() ? "" : on ? "\033[?2004h" : "\033[?2004l";
	fputs(said, stdout);
	fflush(stdout);
}

/* One more sequence for the worst case, without the pauses that terminfo writes as $<5>. */
static void add_abandoned(const char *text)
{
	for (; text && *text && abandoned.length < sizeof abandoned.bytes; text++) {
		if (text[0] == '$' && text[1] == '<' && strchr(text, '>')) {
			text = strchr(text, '>');
			continue;
		}
		abandoned.bytes[abandoned.length++] = *text;
	}
}

static void compose_abandoned(void)
{
	abandoned.length = 0;
	if (speaks_ansi())
		add_abandoned("\033[?2026l\033[?2004l\033[?1006l\033[?1000l");
	add_abandoned(terminfo_text("sgr0"));
	add_abandoned(terminfo_text("op"));
	add_abandoned(terminfo_text("cnorm"));
	add_abandoned(terminfo_text("rmkx"));
	add_abandoned(terminfo_text("rmcup"));
}

void terminal_abandon(void)
{
	title_abandon();
	if (!abandoned.standing)
		return;
	abandoned.standing = false;
	if (abandoned.known)
		tcsetattr(STDIN_FILENO, TCSANOW, &abandoned.modes);
	if (write(STDOUT_FILENO, abandoned.bytes, abandoned.length) < 0) {
		/* Nothing is left that could be done. */
	}
}

static bool unknown_type(const char *name, struct error *error)
{
	return error_set(error, ERROR_UNAVAILABLE,
		_("The terminal type \"%s\" is unknown here; set TERM, for example TERM=xterm."), name);
}

static bool begin_screen(const char *name, struct error *error)
{
	bool can_move = false;
	const char *known = terminal_type(name ? name : "", &can_move);

	if (!*known)
		return unknown_type(name ? name : "", error);
	if (!can_move)
		return error_set(error, ERROR_UNAVAILABLE,
			_("A terminal of type \"%s\" cannot show the application; the command line works on it."),
			name);
	abandoned.known = tcgetattr(STDIN_FILENO, &abandoned.modes) == 0;
	screen = newterm(NULL, stdout, stdin);
	return screen || unknown_type(known, error);
}

void terminal_mouse(bool on)
{
	/* Presses as they come: curses would hold each back to see whether it becomes a click.  Only what comes at once is a click or a double one; of others ui_mouse tells. */
	const mmask_t events =
		BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED | BUTTON4_PRESSED | BUTTON5_PRESSED;

	mousemask(on ? events : 0, NULL);
	mouseinterval(0);
}

bool terminal_start(struct error *error)
{
	struct termios modes;

	if (!begin_screen(getenv("TERM"), error))
		return false;
	set_term(screen);
	started = true;
	compose_abandoned();
	abandoned.standing = true;
	/* Not even the keys of signals are the terminal's: within a paste they are nothing, and outside of one loop.c knows them. */
	raw();
	noecho();
	nonl();
	/* Ctrl-S saves; it must not stop the terminal. */
	if (tcgetattr(STDIN_FILENO, &modes) == 0) {
		modes.c_iflag &= (tcflag_t) ~(IXON | IXOFF);
#ifdef VLNEXT
		modes.c_cc[VLNEXT] = _POSIX_VDISABLE;
#endif
		tcsetattr(STDIN_FILENO, TCSANOW, &modes);
		def_prog_mode();
	}
	keypad(stdscr, TRUE);
	input_start();
	set_escdelay(50);
	nodelay(stdscr, TRUE);
	intrflush(stdscr, FALSE);
	/* First on in any case: what a terminal sends all the same would be letters to a curses that never had the mouse. */
	terminal_mouse(true);
	if (!configuration.mouse)
		terminal_mouse(false);
	choose_styles();
	curs_set(0);
	title_start(configuration.title);
	answers_ask();
	mark_pastes(true);
	memory_set_panic(terminal_end);
	return true;
}

void terminal_end(void)
{
	if (!started)
		return;
	started = false;
	answers_await();
	title_end();
	mark_pastes(false);
	curs_set(1);
	endwin();
	abandoned.standing = false;
}

void terminal_pause(void)
{
	def_prog_mode();
	answers_await();
	title_end();
	mark_pastes(false);
	curs_set(1);
	endwin();
	abandoned.standing = false;
}

void terminal_resume(struct ui *ui)
{
	reset_prog_mode();
	abandoned.standing = true;
	title_start(configuration.title);
	mark_pastes(true);
	curs_set(0);
	terminal_resized(ui);
}

bool terminal_can_print(void)
{
	char *on = tigetstr(CAPABILITY("mc5")), *off = tigetstr(CAPABILITY("mc4"));

	return on && on != (char *)-1 && off && off != (char *)-1;
}

bool terminal_print(const char *text)
{
	char *shown, *c;

	if (!terminal_can_print())
		return false;
	shown = text_printable(text, true);
	putp(tigetstr(CAPABILITY("mc5")));
	for (c = shown; *c; c++) {
		/* Printers of terminals want both ends of a line. */
		if (*c == '\n')
			putchar('\r');
		putchar(*c);
	}
	free(shown);
	putchar('\f');
	putp(tigetstr(CAPABILITY("mc4")));
	fflush(stdout);
	return true;
}

void terminal_resized(struct ui *ui)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row && size.ws_col)
		resizeterm(size.ws_row, size.ws_col);
	ui->rows = LINES;
	ui->columns = COLS;
	clearok(curscr, TRUE);
	ui_redraw(ui);
}

static void use(enum style style)
{
	attr_set(attributes[style], pairs[style], NULL);
}

/*
 * Blanks so many cells.  Over the half of a wide character curses leaves the other
 * half, and whoever blanks that one later loses the letter beside it: so nothing is
 * drawn but on cells that were blanked, edges included, as this does.
 */
static void blank(int row, int column, int columns, enum style style)
{
	if (columns > 0)
		mvhline(row, column, ' ' | attributes[style] | (chtype)COLOR_PAIR(pairs[style]), columns);
}

int draw_text(int row, int column, int columns, enum style style, const char *text, bool pad)
{
	const unsigned char *c;
	bool plain = true;
	int used = 0;

	if (row < 0 || row >= LINES || column >= COLS || columns <= 0)
		return 0;
	if (column + columns > COLS)
		columns = COLS - column;
	use(style);
	for (c = (const unsigned char *)text; *c && plain; c++)
		plain = *c >= 0x20 && *c < 0x7f;
	if (plain && (int)(c - (const unsigned char *)text) <= columns) {
		used = (int)(c - (const unsigned char *)text);
		blank(row, column, pad ? columns : used, style);
		mvaddnstr(row, column, text, used);
	} else {
		char *shown = text_printable(text, false), *cut = text_cut(shown, columns);

		used = text_columns(cut);
		blank(row, column, pad ? columns : used, style);
		mvaddstr(row, column, cut);
		free(cut);
		free(shown);
	}
	use(STYLE_PLAIN);
	return used;
}

int draw_text_right(int row, int column, int columns, enum style style, const char *text)
{
	char *shown = text_printable(text, false), *padded = text_pad(shown, columns, true);
	int used = draw_text(row, column, columns, style, padded, false);

	free(padded);
	free(shown);
	return used;
}

void draw_fill(int row, int column, int columns, enum style style)
{
	if (row >= 0 && row < LINES && column < COLS)
		blank(row, column, columns, style);
}

void draw_clear(struct area area)
{
	int row;

	for (row = area.top; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

void draw_horizontal(int row, int column, int columns)
{
	if (configuration.accessible) {
		draw_fill(row, column, columns, STYLE_PLAIN);
		return;
	}
	use(STYLE_DIM);
	mvhline_set(row, column, WACS_HLINE, columns);
	use(STYLE_PLAIN);
}

void draw_vertical(int row, int column, int rows)
{
	if (configuration.accessible)
		return;
	use(STYLE_DIM);
	mvvline_set(row, column, WACS_VLINE, rows);
	use(STYLE_PLAIN);
}

enum style draw_level_style(int level, int count)
{
	int place;

	if (level < 1 || count < 1)
		return STYLE_DIM;
	place = count <= 5 ? (count == 2          ? (level == 1 ? 0 : 3)
				     : count == 3 ? (level == 1 ? 0 : level)
						  : level - 1)
			   : (level - 1) * 4 / (count - 1);
	if (place > 4)
		place = 4;
	return (enum style)(STYLE_LEVEL_1 + place);
}

int draw_label_width(const struct record *record, int most)
{
	int widest = 12;
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		int columns = record->values[i] ? text_columns(_(record->def->fields[i].label)) : 0;

		if (columns > widest)
			widest = columns;
	}
	return widest + 2 > most ? most : widest + 2;
}

static int cursor_row = -1, cursor_column;

void draw_cursor(int row, int column)
{
	cursor_row = row;
	cursor_column = column;
}

void draw_spoken(int row, int column)
{
	if (configuration.accessible)
		draw_cursor(row, column);
}

void draw_place_cursor(void)
{
	curs_set(cursor_row >= 0);
	if (cursor_row >= 0)
		move(cursor_row, cursor_column);
}
