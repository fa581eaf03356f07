/*
 * A real pseudo-terminal with a program in it and a terminal emulation
 * behind it (libvterm): what the program would show to a person.
 *
 * Between the terminal and the program stands a small session leader that
 * does what a shell with job control does: it gives the terminal to the
 * program, takes it back when the program stops, and passes a hang-up on.
 */
#ifndef NORIA_TESTS_TERMINAL_H
#define NORIA_TESTS_TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <termios.h>
#include <vterm.h>

#define MODE_CURSOR 1u /* among struct terminal.modes */

enum terminal_state { TERMINAL_NONE, TERMINAL_RUNNING, TERMINAL_STOPPED, TERMINAL_ENDED };

struct terminal_answers {
	bool none;         /* to nothing */
	bool synchronized; /* that it has mode 2026 */
	char *device;      /* to CSI c; NULL: as the emulation does */
};

struct terminal {
	int master;  /* our end of the pseudo-terminal, or -1 */
	int control; /* to the session leader, or -1 */
	pid_t leader;
	pid_t program;
	enum terminal_state state;
	int status; /* as of waitpid, once it ended */
	int rows, columns;
	VTerm *vterm; /* NULL: nobody looks at what is drawn, bytes are only counted */
	VTermScreen *screen;
	/* What the program switched on, read from its bytes: libvterm brings an older state back with the other screen, which terminals do not. */
	unsigned modes;    /* a bit each, see terminal.c */
	char sequence[32]; /* of a mode, as far as it has come */
	size_t sequence_length;
	int titles;            /* put aside (XTWINOPS 22) and not taken back */
	char *written;         /* all that the program wrote; NULL: nothing yet */
	size_t written_length; /* bytes */
	/* What it is to answer; the emulation alone knows nothing of mode 2026. */
	const struct terminal_answers *answers; /* NULL: as the emulation does */
	struct termios before;                  /* of the line, when it was made */
	uint64_t bytes;                         /* written by the program so far */
	double heard;                           /* when it last wrote: seconds of the monotonic clock */
};

/* Seconds of the monotonic clock. */
double terminal_clock(void);

/*
 * Starts argv in a terminal of that size.  emulate: keep the screen.
 * False, with errno, when it cannot be started.
 */
bool terminal_start(struct terminal *terminal, char *const argv[], int rows, int columns, bool emulate);
/* From here on it answers so (not owned); after terminal_start, which forgets it. */
void terminal_answers(struct terminal *terminal, const struct terminal_answers *answers);
/* Reads what the program writes, for at most that many seconds or until something came; true when something came. */
bool terminal_pump(struct terminal *terminal, double seconds);
/* True where the program wrote these bytes since it was started. */
bool terminal_wrote(const struct terminal *terminal, const char *text);
/* Waits until the program has been quiet for that long and waits for input, at most `limit` seconds. */
void terminal_settle(struct terminal *terminal, double quiet, double limit);
void terminal_send(struct terminal *terminal, const char *bytes, size_t length);
void terminal_resize(struct terminal *terminal, int rows, int columns);
/* Gives the terminal back to a stopped program and continues it. */
void terminal_continue(struct terminal *terminal);
/* Closes our end, as a dropped connection does. */
void terminal_hang_up(struct terminal *terminal);
/* Waits until the program has read what was sent and some time has passed, so that no more than a hand types comes at once. */
void terminal_pace(struct terminal *terminal);
/* What is not as it was found, as words; the caller frees; NULL: all is. */
char *terminal_unrestored(const struct terminal *terminal);
/* Kills what still runs and frees. */
void terminal_close(struct terminal *terminal);

/* The text of one row, spaces at its end removed; the caller frees. */
char *terminal_row(const struct terminal *terminal, int row);
/*
 * The whole screen as a text that a person can read in review: size and
 * cursor, the rows, then one line for each run of cells that have attributes.
 * The caller frees.
 */
char *terminal_dump(const struct terminal *terminal);
/*
 * A dump less what nobody can see: bold or a text colour on blanks, which
 * curses sends or not as it finds cheapest, each version in its own way.  The caller frees.
 */
char *terminal_seen(const char *dump);

/* Writes it as a picture (SVG), on a dark or a light terminal; false, with errno, when it cannot. */
bool terminal_picture(const struct terminal *terminal, const char *path, bool dark);

#endif
