/* The pseudo-terminal: see terminal.h. */

#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

/* What the session leader tells: the program's pid first, then every change of its state. */
struct news {
	int kind; /* 'P' pid, 'S' stopped, 'E' ended, 'X' could not be started */
	int value;
};

static volatile sig_atomic_t leader_program;

#define MODE_KEYPAD_NUMBER (-1)

static const struct {
	int number; /* of ECMA-48 and its followers */
	unsigned bit;
	const char *name;
} modes[] = {
	{ 25, MODE_CURSOR, "cursor" },
	{ 47, 2, "other-screen-47" },
	{ 1047, 4, "other-screen-1047" },
	{ 1049, 8, "other-screen" },
	{ 1, 16, "cursor-keys" },
	{ MODE_KEYPAD_NUMBER, 32, "keypad" },
	{ 2004, 64, "bracketed-paste" },
	{ 1000, 128, "mouse" },
	{ 1002, 256, "mouse-drag" },
	{ 1003, 512, "mouse-motion" },
	{ 1006, 1024, "mouse-sgr" },
	{ 1004, 2048, "focus" },
	{ 2026, 4096, "synchronized" },
};

double terminal_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void leader_hang_up(int signal_number)
{
	if (leader_program > 0)
		kill(-(pid_t)leader_program, signal_number);
}

static void leader_tell(int control, int kind, int value)
{
	struct news news = { .kind = kind, .value = value };

	if (write(control, &news, sizeof news) != sizeof news)
		_exit(127);
}

static void program_run(char *const argv[], int slave, int control)
{
	static const int signals[] = { SIGHUP, SIGTTOU, SIGINT, SIGQUIT, SIGTSTP };

	setpgid(0, 0);
	tcsetpgrp(slave, getpid());
	for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++)
		signal(signals[i], SIG_DFL);
	dup2(slave, STDIN_FILENO);
	dup2(slave, STDOUT_FILENO);
	dup2(slave, STDERR_FILENO);
	if (slave > STDERR_FILENO)
		close(slave);
	execvp(argv[0], argv);
	leader_tell(control, 'X', errno);
	_exit(127);
}

/* Does not return. */
static void leader_run(char *const argv[], const char *name, int control)
{
	int slave;
	int status;
	pid_t program;
	char order;

	setsid();
	slave = open(name, O_RDWR);
	if (slave < 0 || ioctl(slave, TIOCSCTTY, 0) < 0) {
		leader_tell(control, 'X', errno);
		_exit(127);
	}
	signal(SIGTTOU, SIG_IGN);
	signal(SIGINT, SIG_IGN);
	signal(SIGQUIT, SIG_IGN);
	signal(SIGTSTP, SIG_IGN);
	sigaction(SIGHUP, &(struct sigaction){ .sa_handler = leader_hang_up, .sa_flags = SA_RESTART }, NULL);
	program = fork();
	if (program < 0) {
		leader_tell(control, 'X', errno);
		_exit(127);
	}
	if (program == 0)
		program_run(argv, slave, control);
	setpgid(program, program);
	tcsetpgrp(slave, program);
	leader_program = program;
	leader_tell(control, 'P', program);
	for (;;) {
		if (waitpid(program, &status, WUNTRACED) < 0) {
			if (errno == EINTR)
				continue;
			_exit(127);
		}
		if (!WIFSTOPPED(status))
			break;
		tcsetpgrp(slave, getpgrp());
		leader_tell(control, 'S', WSTOPSIG(status));
		if (read(control, &order, 1) != 1) {
			kill(-program, SIGKILL);
			_exit(127);
		}
		tcsetpgrp(slave, program);
		kill(-program, SIGCONT);
	}
	leader_tell(control, 'E', status);
	_exit(0);
}

/* What the emulation answers to the program's questions. */
static void emulation_says(const char *bytes, size_t length, void *user)
{
	struct terminal *terminal = user;
	const struct terminal_answers *answers = terminal->answers;
	static const char unknown[] = "\033[?2026;0$y", known[] = "\033[?2026;2$y";

	if (answers && answers->none)
		return;
	if (answers && answers->synchronized && length == sizeof unknown - 1 && memcmp(bytes, unknown, length) == 0)
		terminal_send(terminal, known, sizeof known - 1);
	else if (answers && answers->device && length > 3 && memcmp(bytes, "\033[?", 3) == 0 &&
		 bytes[length - 1] == 'c')
		terminal_send(terminal, answers->device, strlen(answers->device));
	else
		terminal_send(terminal, bytes, length);
}

void terminal_answers(struct terminal *terminal, const struct terminal_answers *answers)
{
	terminal->answers = answers;
}

static void emulation_begin(struct terminal *terminal)
{
	terminal->vterm = vterm_new(terminal->rows, terminal->columns);
	vterm_set_utf8(terminal->vterm, 1);
	vterm_output_set_callback(terminal->vterm, emulation_says, terminal);
	terminal->screen = vterm_obtain_screen(terminal->vterm);
	vterm_screen_enable_altscreen(terminal->screen, 1);
	vterm_screen_reset(terminal->screen, 1);
}

bool terminal_start(struct terminal *terminal, char *const argv[], int rows, int columns, bool emulate)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };
	int control[2];
	char name[64];

	memset(terminal, 0, sizeof *terminal);
	terminal->control = -1;
	terminal->modes = MODE_CURSOR;
	terminal->rows = rows;
	terminal->columns = columns;
	terminal->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (terminal->master < 0)
		return false;
	if (grantpt(terminal->master) < 0 || unlockpt(terminal->master) < 0 ||
		ptsname_r(terminal->master, name, sizeof name) != 0 || ioctl(terminal->master, TIOCSWINSZ, &size) < 0 ||
		tcgetattr(terminal->master, &terminal->before) < 0 ||
		socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, control) < 0) {
		close(terminal->master);
		terminal->master = -1;
		return false;
	}
	terminal->leader = fork();
	if (terminal->leader == 0) {
		close(control[0]);
		close(terminal->master);
		leader_run(argv, name, control[1]);
	}
	close(control[1]);
	terminal->control = control[0];
	if (terminal->leader < 0)
		return false;
	terminal->state = TERMINAL_RUNNING;
	terminal->heard = terminal_clock();
	fcntl(terminal->master, F_SETFL, O_NONBLOCK);
	if (emulate)
		emulation_begin(terminal);
	return true;
}

static void news_take(struct terminal *terminal)
{
	struct news news;
	ssize_t got = read(terminal->control, &news, sizeof news);

	if (got != sizeof news) {
		if (terminal->state != TERMINAL_ENDED) {
			terminal->state = TERMINAL_ENDED;
			terminal->status = 127 << 8;
		}
		close(terminal->control);
		terminal->control = -1;
		return;
	}
	switch (news.kind) {
	case 'P':
		terminal->program = news.value;
		break;
	case 'S':
		terminal->state = TERMINAL_STOPPED;
		break;
	case 'X':
		fprintf(stderr, "# the program could not be started: %s\n", strerror(news.value));
		break;
	default:
		terminal->state = TERMINAL_ENDED;
		terminal->status = news.value;
	}
}

static void switch_mode(struct terminal *terminal, int number, bool on)
{
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
		if (modes[i].number == number)
			terminal->modes = on ? terminal->modes | modes[i].bit : terminal->modes & ~modes[i].bit;
}

/* "\033[?1006;1000h" and the like, and the keypad's "\033=", wherever the blocks are cut. */
static void watch_modes(struct terminal *terminal, const char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		char c = bytes[i], *number = terminal->sequence + 3;

		if (c == '\033')
			terminal->sequence_length = 0;
		else if (!terminal->sequence_length)
			continue;
		if (terminal->sequence_length + 1 < sizeof terminal->sequence)
			terminal->sequence[terminal->sequence_length++] = c;
		terminal->sequence[terminal->sequence_length] = '\0';
		if (terminal->sequence_length == 2 && c != '[') {
			if (c == '=' || c == '>')
				switch_mode(terminal, MODE_KEYPAD_NUMBER, c == '=');
			terminal->sequence_length = 0;
		} else if (terminal->sequence_length > 2 && c >= 0x40) {
			if (terminal->sequence[2] == '?' && (c == 'h' || c == 'l'))
				while (*number && *number != c) {
					switch_mode(terminal, (int)strtol(number, &number, 10), c == 'h');
					number += *number == ';';
				}
			if (strcmp(terminal->sequence, "\033[22;0t") == 0)
				terminal->titles++;
			if (strcmp(terminal->sequence, "\033[23;0t") == 0)
				terminal->titles--;
			terminal->sequence_length = 0;
		}
	}
}

static void keep_written(struct terminal *terminal, const char *bytes, size_t length)
{
	char *longer = realloc(terminal->written, terminal->written_length + length + 1);

	if (!longer)
		abort();
	terminal->written = longer;
	memcpy(longer + terminal->written_length, bytes, length);
	terminal->written_length += length;
}

bool terminal_wrote(const struct terminal *terminal, const char *text)
{
	return terminal->written && memmem(terminal->written, terminal->written_length, text, strlen(text)) != NULL;
}

char *terminal_unrestored(const struct terminal *terminal)
{
	struct termios now;
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);

	if (!out)
		abort();
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
		if (((terminal->modes & modes[i].bit) != 0) != (modes[i].bit == MODE_CURSOR))
			fprintf(out, "%s ", modes[i].name);
	if (terminal->titles)
		fprintf(out, "the title ");
	if (terminal->master >= 0 && tcgetattr(terminal->master, &now) == 0 &&
		(now.c_iflag != terminal->before.c_iflag || now.c_oflag != terminal->before.c_oflag ||
			now.c_lflag != terminal->before.c_lflag || now.c_cflag != terminal->before.c_cflag))
		fprintf(out, "the line's modes (input %o, was %o; output %o, was %o; local %o, was %o)", now.c_iflag,
			terminal->before.c_iflag, now.c_oflag, terminal->before.c_oflag, now.c_lflag,
			terminal->before.c_lflag);
	fclose(out);
	if (*text)
		return text;
	free(text);
	return NULL;
}

/* What was sent and the program has not read yet; 0 where that cannot be known. */
static int unread(const struct terminal *terminal)
{
	char name[64];
	int slave, count = 0;

	if (terminal->master < 0 || ptsname_r(terminal->master, name, sizeof name) != 0)
		return 0;
	slave = open(name, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
	if (slave < 0)
		return 0;
	if (ioctl(slave, FIONREAD, &count) < 0)
		count = 0;
	close(slave);
	return count;
}

void terminal_pace(struct terminal *terminal)
{
	double began = terminal_clock();

	while (terminal->state == TERMINAL_RUNNING && unread(terminal) && terminal_clock() - began < 2)
		terminal_pump(terminal, 0.002);
	for (began = terminal_clock(); terminal_clock() - began < 0.025;)
		if (!terminal_pump(terminal, 0.005))
			usleep(2000);
}

bool terminal_pump(struct terminal *terminal, double seconds)
{
	struct pollfd waiting[2] = {
		{ .fd = terminal->master, .events = POLLIN },
		{ .fd = terminal->control, .events = POLLIN },
	};
	char bytes[65536];
	ssize_t count;

	if (terminal->master < 0 && terminal->control < 0)
		return false;
	if (poll(waiting, 2, (int)(seconds * 1000 + 0.5)) <= 0)
		return false;
	if (waiting[0].revents) {
		count = read(terminal->master, bytes, sizeof bytes);
		if (count > 0) {
			terminal->bytes += (uint64_t)count;
			terminal->heard = terminal_clock();
			if (terminal->vterm) {
				watch_modes(terminal, bytes, (size_t)count);
				keep_written(terminal, bytes, (size_t)count);
				vterm_input_write(terminal->vterm, bytes, (size_t)count);
			}
			return true;
		}
		/* EIO: nobody has the other end open any more, or not yet. */
		if (count < 0 && errno != EAGAIN && errno != EINTR && !waiting[1].revents)
			usleep(1000);
	}
	if (waiting[1].revents)
		news_take(terminal);
	return false;
}

/* True when the process sleeps: it is neither running nor waiting for the disk, or it is gone. */
static bool process_sleeps(pid_t process)
{
	char path[64], text[512];
	const char *state;
	FILE *file;
	size_t length;

	snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
	file = fopen(path, "r");
	if (!file)
		return true;
	length = fread(text, 1, sizeof text - 1, file);
	fclose(file);
	text[length] = '\0';
	state = strrchr(text, ')');
	return !state || !(state[1] == ' ' && (state[2] == 'R' || state[2] == 'D'));
}

/* True when it and all that it started sleep: script(1) sleeps while the program within it draws. */
static bool all_sleep(pid_t process, int deep)
{
	char path[64];
	bool asleep = process_sleeps(process);
	FILE *children;
	int child;

	if (!asleep || deep == 0)
		return asleep;
	snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)process, (int)process);
	children = fopen(path, "r");
	if (!children)
		return true;
	while (asleep && fscanf(children, "%d", &child) == 1)
		asleep = all_sleep(child, deep - 1);
	fclose(children);
	return asleep;
}

/* True when nothing more will come by itself. */
static bool program_waits(const struct terminal *terminal)
{
	if (terminal->state != TERMINAL_RUNNING)
		return true;
	return terminal->program != 0 && all_sleep(terminal->program, 4);
}

void terminal_settle(struct terminal *terminal, double quiet, double limit)
{
	double began = terminal_clock();
	double since = began;

	while (terminal_clock() - began < limit) {
		if (terminal_pump(terminal, 0.01) || !program_waits(terminal))
			since = terminal_clock();
		else if (terminal_clock() - since >= quiet)
			return;
		else if (terminal->control < 0)
			return;
	}
}

void terminal_send(struct terminal *terminal, const char *bytes, size_t length)
{
	while (length > 0 && terminal->master >= 0) {
		ssize_t count = write(terminal->master, bytes, length);

		if (count < 0) {
			if (errno != EAGAIN && errno != EINTR)
				return;
			terminal_pump(terminal, 0.01);
			continue;
		}
		bytes += count;
		length -= (size_t)count;
	}
}

void terminal_resize(struct terminal *terminal, int rows, int columns)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns };

	terminal->rows = rows;
	terminal->columns = columns;
	if (terminal->vterm)
		vterm_set_size(terminal->vterm, rows, columns);
	ioctl(terminal->master, TIOCSWINSZ, &size);
}

void terminal_continue(struct terminal *terminal)
{
	if (terminal->control >= 0 && write(terminal->control, "C", 1) == 1)
		terminal->state = TERMINAL_RUNNING;
}

void terminal_hang_up(struct terminal *terminal)
{
	if (terminal->master >= 0)
		close(terminal->master);
	terminal->master = -1;
}

void terminal_close(struct terminal *terminal)
{
	if (terminal->state == TERMINAL_NONE)
		return;
	if (terminal->state != TERMINAL_ENDED && terminal->program > 0)
		kill(-terminal->program, SIGKILL);
	terminal_hang_up(terminal);
	if (terminal->control >= 0)
		close(terminal->control);
	terminal->control = -1;
	if (terminal->leader > 0) {
		if (terminal->state != TERMINAL_ENDED)
			kill(terminal->leader, SIGKILL);
		waitpid(terminal->leader, NULL, 0);
	}
	if (terminal->vterm)
		vterm_free(terminal->vterm);
	free(terminal->written);
	memset(terminal, 0, sizeof *terminal);
	terminal->master = terminal->control = -1;
}
