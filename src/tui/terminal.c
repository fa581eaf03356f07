/* The terminal: started, and given back as it was on every way out. */
#include <curses.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "tui/internal.h"
#include "tui/styles.h"
#include "tui/terminfo.h"

/* curses takes the names of capabilities as text that it might change; it does not. */
#define CAPABILITY(name) ((char *)(uintptr_t)(name))

static bool started;
static SCREEN *screen;

/* What gives the terminal back when nothing but write may be called any more. */
static struct {
	struct termios modes;
	bool known, changed, standing; /* the modes are known; they may be changed; the screen is taken */
	size_t length;
	char bytes[512];
} abandoned;
struct configuration configuration = { .mouse = true, .title = true };

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
	if (abandoned.changed) {
		abandoned.changed = false;
		tcsetattr(STDIN_FILENO, TCSANOW, &abandoned.modes);
	}
	if (!abandoned.standing)
		return;
	abandoned.standing = false;
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
	char *direct;

	if (!*known)
		return unknown_type(name ? name : "", error);
	if (!can_move)
		return error_set(error, ERROR_UNAVAILABLE,
			_("A terminal of type \"%s\" cannot show the application; the command line works on it."),
			name);
	abandoned.known = tcgetattr(STDIN_FILENO, &abandoned.modes) == 0;
	/* Without such an entry the 256 have to do. */
	direct = terminfo_direct(known, getenv("COLORTERM"));
	/* Curses changes the modes at once, long before it writes anything. */
	abandoned.changed = abandoned.known;
	screen = newterm(direct, frame_file(), stdin);
	free(direct);
	return screen || unknown_type(known, error);
}

void terminal_mouse(bool on)
{
	/* Presses as they come: curses would hold each back to see whether it becomes a click.  Only what comes at once is a click or a double one; of others ui_mouse tells. */
	/* The release is taken too: curses would wait for the next key behind one that nobody wants. */
	const mmask_t events = BUTTON1_RELEASED | BUTTON1_CLICKED | BUTTON1_PRESSED | BUTTON1_DOUBLE_CLICKED |
			       BUTTON4_PRESSED | BUTTON5_PRESSED;

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
	styles_choose();
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
	abandoned.standing = abandoned.changed = false;
}

void terminal_pause(void)
{
	def_prog_mode();
	answers_await();
	title_end();
	mark_pastes(false);
	curs_set(1);
	endwin();
	abandoned.standing = abandoned.changed = false;
}

void terminal_resume(struct ui *ui)
{
	abandoned.changed = abandoned.known;
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
