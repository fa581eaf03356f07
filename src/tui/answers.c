/*
 * What the terminal is asked, and what it answers.
 *
 * Whether it shows a frame as a whole (mode 2026, synchronized output) is asked once, before the
 * screen is cleared for the first picture: one that prints the question shows nothing of it.  The
 * answer comes among the keys, whenever it likes, and input.c hands it in; nobody waits for it, and
 * where none comes nothing changes.  Only for a TERM that nobody knows is an answer waited for.
 */
#include <curses.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "tui/internal.h"
#include "tui/terminfo.h"

#define DEVICE_MS 600     /* so long a terminal of unknown type may take to say what it is */
#define STRAY_MS 100      /* so long an answer that is under way is waited for, so that no shell gets it */
#define STRAY_AGE_MS 1000 /* one that did not come by then does not come */

static struct {
	int64_t asked; /* ms; 0: not, or answered */
	bool synchronized;
} state;

bool terminal_is_modern(void)
{
	static const char *const families[] = { "xterm", "tmux", "screen", "rxvt", "alacritty", "foot", "kitty",
		"konsole", "gnome", "vte", "st-", "wezterm", "contour", "ghostty" };
	const char *name = getenv("TERM");
	size_t i;

	for (i = 0; name && i < sizeof families / sizeof families[0]; i++)
		if (strncmp(name, families[i], strlen(families[i])) == 0)
			return true;
	return false;
}

/* ---- synchronized output ---- */

void answers_ask(void)
{
	if (!terminal_is_modern())
		return;
	fputs("\033[?2026$p", stdout);
	state.asked = environment_clock_ms();
}

void answers_take(const char *sequence)
{
	if (!state.asked || strncmp(sequence, "\033[?2026;", 8) != 0)
		return;
	state.asked = 0;
	/* Set or not set: it has the mode.  Others it lacks, or holds for ever. */
	state.synchronized = strcmp(sequence, "\033[?2026;1$y") == 0 || strcmp(sequence, "\033[?2026;2$y") == 0;
}

void answers_await(void)
{
	int64_t now = environment_clock_ms(), until = now + STRAY_MS;
	struct pollfd file = { STDIN_FILENO, POLLIN, 0 };
	char c;

	if (!state.asked || now - state.asked > STRAY_AGE_MS)
		return;
	state.asked = 0;
	while ((now = environment_clock_ms()) < until && poll(&file, 1, (int)(until - now)) == 1 &&
		read(STDIN_FILENO, &c, 1) == 1)
		if (c == 'y')
			return;
}

void terminal_show(void)
{
	bool whole = state.synchronized && (is_wintouched(stdscr) || is_cleared(curscr));

	frame_show(whole ? "\033[?2026h" : "", whole ? "\033[?2026l" : "");
}

/* ---- a terminal of unknown type ---- */

/* The answer to CSI c, "\033[?62;22c", from its first byte on; false: none came. */
static bool read_device(char *answer, size_t size)
{
	int64_t until = environment_clock_ms() + DEVICE_MS, now;
	struct pollfd file = { STDIN_FILENO, POLLIN, 0 };
	size_t length = 0;
	char c;

	while ((now = environment_clock_ms()) < until && poll(&file, 1, (int)(until - now)) == 1 &&
		read(STDIN_FILENO, &c, 1) == 1) {
		if (c == '\033')
			length = 0;
		else if (!length)
			continue;
		if (length + 1 < size)
			answer[length++] = c;
		answer[length] = '\0';
		/* What was typed meanwhile is none, and the answer may still come. */
		if (length > 2 && c >= 0x40 && c <= 0x7e) {
			if (c == 'c' && strncmp(answer, "\033[?", 3) == 0)
				return true;
			length = 0;
		}
	}
	return false;
}

static bool ask_device(char *answer, size_t size)
{
	static const char question[] = "\033[c";
	struct termios before, raw_modes;
	bool ok;

	if (tcgetattr(STDIN_FILENO, &before) != 0)
		return false;
	raw_modes = before;
	raw_modes.c_lflag &= (tcflag_t) ~(ICANON | ECHO);
	raw_modes.c_cc[VMIN] = 1;
	raw_modes.c_cc[VTIME] = 0;
	tcsetattr(STDIN_FILENO, TCSADRAIN, &raw_modes);
	ok = write(STDOUT_FILENO, question, sizeof question - 1) == sizeof question - 1 && read_device(answer, size);
	/* What comes of it later is nobody's. */
	tcsetattr(STDIN_FILENO, ok ? TCSADRAIN : TCSAFLUSH, &before);
	return ok;
}

/* A terminal of the last thirty years says a class from 60 on, or that it has colours (22); one of old only that it is a VT100. */
static bool is_of_old(const char *answer, const char *name)
{
	const char *colours = getenv("COLORTERM");
	long class = strtol(answer + 3, NULL, 10);

	return class < 60 && !(colours && *colours) && !strstr(answer, ";22;") && !strstr(answer, ";22c") &&
	       !strstr(name, "color") && !strstr(name, "xterm");
}

static const char *fallback(const char *name)
{
	char answer[64];
	bool can_move;

	if (!ask_device(answer, sizeof answer))
		return NULL;
	if (!is_of_old(answer, name) && terminfo_knows("xterm-256color", &can_move))
		return "xterm-256color";
	return terminfo_knows("vt100", &can_move) ? "vt100" : NULL;
}

/* What the first screen tells of the terminal; NULL: nothing. */
static char *note;

char *terminal_note(void)
{
	char *told = note;

	note = NULL;
	return told;
}

/* One that terminfo does not know says itself what it is like. */
const char *terminal_type(const char *name, bool *can_move)
{
	const char *instead;

	if (!*name || terminfo_knows(name, can_move))
		return name;
	instead = fallback(name);
	if (!instead || !terminfo_knows(instead, can_move))
		return "";
	note = xasprintf(_("The terminal \"%s\" is unknown here; it is used as %s."), name, instead);
	/* For the editor that is started from here, too. */
	setenv("TERM", instead, 1);
	return getenv("TERM");
}
