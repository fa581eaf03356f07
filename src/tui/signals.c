/*
 * Signals wait in a pipe for the loop, from before the terminal is touched until
 * the end.  Those of a crash cannot wait: they give the terminal back at once.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "tui/internal.h"

static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS };

static int ends[2] = { -1, -1 };
static void (*crashed)(void);

static void on_signal(int number)
{
	unsigned char byte = (unsigned char)number;
	int saved = errno;

	if (write(ends[1], &byte, 1) < 0) {
		/* The pipe is full of signals that wait already. */
	}
	errno = saved;
}

/* The handler is gone by now (SA_RESETHAND): raised again, the signal does what it does. */
static void on_crash(int number)
{
	crashed();
	raise(number);
}

static void handle(int number, void (*handler)(int), int flags)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = handler;
	action.sa_flags = flags;
	sigaction(number, &action, NULL);
}

void signals_catch(void (*crash)(void))
{
	static const int waiting[] = { SIGWINCH, SIGTSTP, SIGCONT, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2,
		SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU };
	struct sigaction before;
	size_t i;

	crashed = crash;
	if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
		return;
	for (i = 0; i < sizeof waiting / sizeof waiting[0]; i++)
		handle(waiting[i], on_signal, SA_RESTART);
	/* A sanitizer that has its own handler keeps it. */
	for (i = 0; i < sizeof crashes / sizeof crashes[0]; i++)
		if (sigaction(crashes[i], NULL, &before) == 0 && before.sa_handler == SIG_DFL)
			handle(crashes[i], on_crash, (int)SA_RESETHAND);
}

void signals_hold(bool on)
{
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < sizeof crashes / sizeof crashes[0]; i++)
		sigaddset(&held, crashes[i]);
	sigprocmask(on ? SIG_BLOCK : SIG_UNBLOCK, &held, NULL);
}

int signals_file(void)
{
	return ends[0];
}

int signals_next(void)
{
	unsigned char byte;

	return read(ends[0], &byte, 1) == 1 ? byte : 0;
}
