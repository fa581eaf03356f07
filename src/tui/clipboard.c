/*
 * To the clipboard of the user's terminal, however far it is (OSC 52); where tmux
 * or screen stands in between, by way of these.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tui/internal.h"

#define CLIP_MOST 70000  /* bytes: terminals take some 70 kB; more would be cut somewhere */
#define TMUX_MS 2000     /* so long tmux may take */
#define SCREEN_PIECE 250 /* bytes that screen passes on at once */

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value && *value;
}

/* The process, with a pipe to its standard input; -1: it could not be started. */
static pid_t start(char *const arguments[], int *in)
{
	extern char **environ;
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t defaults;
	int ends[2];
	pid_t process = -1;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return -1;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attributes);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
	if (posix_spawnp(&process, arguments[0], &actions, &attributes, arguments, environ) != 0)
		process = -1;
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	close(ends[0]);
	if (process < 0)
		close(ends[1]);
	else
		fcntl(ends[1], F_SETFL, O_NONBLOCK);
	*in = ends[1];
	return process;
}

/* Writes all of it before the time is over; the other end may have gone. */
static bool give(int file, const char *text, size_t length, int64_t until)
{
	while (length) {
		struct pollfd waiting = { file, POLLOUT, 0 };
		int64_t left = until - environment_clock_ms();
		ssize_t count;

		if (left <= 0 || (poll(&waiting, 1, (int)left) < 0 && errno != EINTR))
			return false;
		count = write(file, text, length);
		if (count < 0 && errno != EAGAIN && errno != EINTR)
			return false;
		if (count > 0) {
			text += count;
			length -= (size_t)count;
		}
	}
	return true;
}

/* Whether it ended well; one that does not end in time is ended. */
static bool ends_well(pid_t process, int64_t until)
{
	int status;
	pid_t ended;

	while ((ended = waitpid(process, &status, WNOHANG)) == 0 && environment_clock_ms() < until)
		poll(NULL, 0, 5);
	if (ended == 0) {
		kill(process, SIGKILL);
		waitpid(process, &status, 0);
		return false;
	}
	return ended == process && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* tmux keeps it in a buffer and passes it on to its own terminal (-w, from 3.2 on). */
static bool give_tmux(const char *text, size_t length)
{
	static const char *const words[] = { "tmux", "load-buffer", "-w", "-", NULL };
	char *arguments[5];
	int64_t until = environment_clock_ms() + TMUX_MS;
	int in;
	pid_t process;
	bool given;

	memcpy(arguments, words, sizeof words);
	process = start(arguments, &in);
	if (process < 0)
		return false;
	given = give(in, text, length, until);
	close(in);
	return ends_well(process, until) && given;
}

/* What tmux passes on unseen, where it is allowed to: every Esc twice. */
static void wrap_tmux(struct buffer *out, const char *sequence)
{
	buffer_add(out, "\033Ptmux;");
	for (; *sequence; sequence++) {
		if (*sequence == '\033')
			buffer_add_char(out, '\033');
		buffer_add_char(out, *sequence);
	}
	buffer_add(out, "\033\\");
}

/* The same of screen, which takes small pieces. */
static void wrap_screen(struct buffer *out, const char *sequence)
{
	size_t length = strlen(sequence), at;

	for (at = 0; at < length; at += SCREEN_PIECE)
		buffer_printf(out, "\033P%.*s\033\\", SCREEN_PIECE, sequence + at);
}

/* To the terminal; returns where it went, as a sentence. */
static const char *give_terminal(const char *text, size_t length)
{
	const char *name = getenv("TERM"), *said;
	char *coded, *sequence;
	struct buffer out = { 0 };

	/* The console and real terminals of old would print it. */
	if (!name || strncmp(name, "vt", 2) == 0 || strcmp(name, "linux") == 0)
		return _("This terminal has no clipboard; nothing was copied.");
	coded = base64(text, length);
	sequence = xasprintf("\033]52;c;%s\007", coded);
	if (is_set("TMUX")) {
		wrap_tmux(&out, sequence);
		said = _("Handed to the terminal around tmux, which gets it where allow-passthrough is on.");
	} else if (is_set("STY")) {
		wrap_screen(&out, sequence);
		said = _("Handed to the terminal around screen, which copies it where it lets programs (OSC 52).");
	} else {
		buffer_add(&out, sequence);
		said = _("Handed to the terminal, which copies it where it lets programs (OSC 52).");
	}
	fputs(out.data, stdout);
	fflush(stdout);
	buffer_free(&out);
	free(sequence);
	free(coded);
	return said;
}

void ui_clip(struct ui *ui, const char *text)
{
	char *shown = text_printable(text, true);
	size_t length = strlen(shown);

	if (length > CLIP_MOST)
		ui_message(ui, _("That is too much for the clipboard of a terminal."));
	else if (is_set("TMUX") && give_tmux(shown, length))
		ui_message(ui, _("Copied to the buffer of tmux, which passes it on to the clipboard of its terminal."));
	else
		ui_message(ui, "%s", give_terminal(shown, length));
	free(shown);
}
