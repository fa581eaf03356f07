/* The title of the window is given back also by a program that ends just as it takes it or gives it back. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tui/internal.h"

#define ASIDE "\033[22;0t"
#define BACK "\033[23;0t"

/* A terminal that writes, and at whose bytes the process is killed before the write returns. */
struct ending {
	const char *at;
	int file;
};

static ssize_t write_and_end(void *data, const char *bytes, size_t length)
{
	const struct ending *ending = data;
	ssize_t written = write(ending->file, bytes, length);

	if (ending->at && memmem(bytes, length, ending->at, strlen(ending->at)))
		raise(SIGABRT);
	return written;
}

/* In a process of its own, which is killed at those bytes: what the terminal got of it. */
static void check_ending(const char *at)
{
	char got[256] = "";
	size_t length = 0;
	int ends[2], status = 0;
	ssize_t count;
	pid_t child;

	cr_assert_eq(pipe(ends), 0);
	child = fork();
	cr_assert_geq(child, 0);
	if (child == 0) {
		static struct ending ending;
		cookie_io_functions_t functions = { .write = write_and_end };

		ending = (struct ending){ at, ends[1] };
		signal(SIGABRT, SIG_DFL);
		setenv("TERM", "xterm", 1);
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		stdout = fopencookie(&ending, "w", functions);
		signals_catch(title_abandon);
		title_start(true);
		title_end();
		_exit(0);
	}
	close(ends[1]);
	while (length < sizeof got - 1 && (count = read(ends[0], got + length, sizeof got - 1 - length)) > 0)
		length += (size_t)count;
	close(ends[0]);
	waitpid(child, &status, 0);
	cr_assert(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	cr_assert_str_eq(got, ASIDE BACK);
}

Test(title, is_given_back_by_who_ends_as_it_takes_it)
{
	check_ending(ASIDE);
}

Test(title, is_given_back_once_by_who_ends_as_it_gives_it_back)
{
	check_ending(BACK);
}
