/* Runs a helper: three pipes, one loop, so that neither side waits for the other for ever. */
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

#include "report/helper.h"

#define PENDING ((size_t)256 << 10)

struct helper {
	char *name;
	pid_t process;
	int in, out, err; /* our ends; -1: closed */
	struct helper_options options;
	struct buffer pending; /* not written yet */
	struct buffer said;    /* on its standard error */
	int failure;
	bool cancelled;
};

bool helper_is_there(const char *name)
{
	char *path = environment_helper(name);
	bool there = access(path, X_OK) == 0;

	free(path);
	return there;
}

static void close_end(int *file)
{
	if (*file >= 0)
		close(*file);
	*file = -1;
}

static bool make_pipes(int pipes[3][2])
{
	int i;

	for (i = 0; i < 3; i++)
		pipes[i][0] = pipes[i][1] = -1;
	for (i = 0; i < 3; i++)
		if (pipe2(pipes[i], O_CLOEXEC) != 0)
			return false;
	return true;
}

#define ARGUMENTS_MAX 8

struct helper *helper_start(const char *name, const struct helper_options *options, struct error *error)
{
	char *path = strchr(name, '/') ? xstrdup(name) : environment_helper(name),
	     *arguments[ARGUMENTS_MAX + 2] = { (char *)(uintptr_t)name };
	struct helper *helper = NULL;
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attributes;
	sigset_t none, defaults;
	int pipes[3][2], i, failure = 0;
	pid_t process;
	extern char **environ;

	if (access(path, X_OK) != 0) {
		error_set(error, ERROR_SYSTEM,
			_("The program %s is not installed; without it this format cannot be made."), name);
		free(path);
		return NULL;
	}
	for (i = 0; options->arguments && options->arguments[i] && i < ARGUMENTS_MAX; i++)
		arguments[i + 1] = (char *)(uintptr_t)options->arguments[i];
	if (!make_pipes(pipes))
		failure = errno;
	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attributes);
	for (i = 0; i < 3 && !failure; i++)
		failure = posix_spawn_file_actions_adddup2(&actions, pipes[i][i == 0 ? 0 : 1], i);
	/* The program blocks signals and ignores some; the helper does neither. */
	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGPIPE);
	sigaddset(&defaults, SIGXFSZ);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &defaults);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	if (!failure)
		failure = posix_spawn(&process, path, &actions, &attributes, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	posix_spawnattr_destroy(&attributes);
	if (failure) {
		error_set(error, ERROR_SYSTEM, _("The program %s could not be started: %s."), name, strerror(failure));
		for (i = 0; i < 3; i++) {
			close_end(&pipes[i][0]);
			close_end(&pipes[i][1]);
		}
	} else {
		helper = xcalloc(1, sizeof *helper);
		helper->name = xstrdup(name);
		helper->process = process;
		helper->options = *options;
		helper->in = pipes[0][1];
		helper->out = pipes[1][0];
		helper->err = pipes[2][0];
		close(pipes[0][0]);
		close(pipes[1][1]);
		close(pipes[2][1]);
		fcntl(helper->in, F_SETFL, O_NONBLOCK);
	}
	free(path);
	return helper;
}

/* Reads one piece; closes at the end. */
static void take_piece(struct helper *helper, int *file)
{
	char piece[65536];
	ssize_t count = read(*file, piece, sizeof piece);

	if (count < 0 && (errno == EINTR || errno == EAGAIN))
		return;
	if (count <= 0) {
		close_end(file);
		return;
	}
	if (file == &helper->err) {
		if (helper->said.length < 2000)
			buffer_add_bytes(&helper->said, piece, (size_t)count);
	} else if (helper->options.take) {
		helper->options.take(helper->options.user, piece, (size_t)count);
	}
}

static void give_piece(struct helper *helper, size_t *done)
{
	ssize_t count = write(helper->in, helper->pending.data + *done, helper->pending.length - *done);

	if (count > 0)
		*done += (size_t)count;
	else if (count < 0 && errno != EINTR && errno != EAGAIN) {
		/* It went away: its status and its words tell why. */
		if (errno != EPIPE)
			helper->failure = errno;
		close_end(&helper->in);
	}
}

/* Moves bytes until all that is pending is written, or (to_end) until the helper has closed its side. */
static void pump(struct helper *helper, bool to_end)
{
	size_t done = 0;

	while (!helper->cancelled) {
		bool more = helper->in >= 0 && done < helper->pending.length;
		struct pollfd files[3] = { { more ? helper->in : -1, POLLOUT, 0 }, { helper->out, POLLIN, 0 },
			{ helper->err, POLLIN, 0 } };

		if (!more && to_end)
			close_end(&helper->in);
		if (!more && (!to_end || (helper->out < 0 && helper->err < 0)))
			break;
		if (poll(files, 3, 100) < 0 && errno != EINTR) {
			helper->failure = errno;
			break;
		}
		if (files[0].revents)
			give_piece(helper, &done);
		if (files[1].revents)
			take_piece(helper, &helper->out);
		if (files[2].revents)
			take_piece(helper, &helper->err);
		if (helper->options.cancelled && helper->options.cancelled(helper->options.cancel_user))
			helper->cancelled = true;
	}
	buffer_reset(&helper->pending);
}

void helper_write(void *user, const void *bytes, size_t length)
{
	struct helper *helper = user;

	if (helper->in < 0 || helper->cancelled)
		return;
	buffer_add_bytes(&helper->pending, bytes, length);
	if (helper->pending.length > PENDING)
		pump(helper, false);
}

static int finish(struct helper *helper, bool kill_it)
{
	int status = 0;

	close_end(&helper->in);
	close_end(&helper->out);
	close_end(&helper->err);
	if (kill_it)
		kill(helper->process, SIGKILL);
	while (waitpid(helper->process, &status, 0) < 0 && errno == EINTR)
		;
	return status;
}

static void helper_free(struct helper *helper)
{
	buffer_free(&helper->pending);
	buffer_free(&helper->said);
	free(helper->name);
	free(helper);
}

/* The line behind HELPER_NOTE; NULL: there is none. */
static char *note_of(const char *said)
{
	const char *line;

	for (line = said; line && *line; line = strchr(line, '\n'), line = line ? line + 1 : NULL)
		if (strncmp(line, HELPER_NOTE, strlen(HELPER_NOTE)) == 0) {
			char *raw = xstrndup(line + strlen(HELPER_NOTE), strcspn(line + strlen(HELPER_NOTE), "\n")),
			     *note = text_printable(raw, false);

			free(raw);
			return note;
		}
	return NULL;
}

bool helper_end(struct helper *helper, struct error *error)
{
	int status;
	bool ok;

	pump(helper, true);
	status = finish(helper, helper->cancelled || helper->failure);
	ok = !helper->cancelled && !helper->failure && WIFEXITED(status) && WEXITSTATUS(status) == 0;
	if (ok && helper->options.note) {
		free(*helper->options.note);
		*helper->options.note = note_of(helper->said.data);
	}
	if (helper->cancelled) {
		error_set(error, ERROR_CANCELLED, _("It was broken off; nothing was written."));
	} else if (!ok) {
		char *said = text_printable(helper->said.data ? helper->said.data : "", false),
		     *end = said + strlen(said);

		while (end > said && (end[-1] == ' ' || end[-1] == '.'))
			*--end = '\0';
		if (*said)
			error_set(error, ERROR_SYSTEM, _("The program %s failed: %s."), helper->name, said);
		else
			error_set(
				error, ERROR_SYSTEM, _("The program %s ended before its work was done."), helper->name);
		free(said);
	}
	helper_free(helper);
	return ok;
}

void helper_abandon(struct helper *helper)
{
	if (!helper)
		return;
	finish(helper, true);
	helper_free(helper);
}

static void add_to(void *user, const void *bytes, size_t length)
{
	struct buffer *buffer = user;

	if (buffer->length < 1000)
		buffer_add_bytes(buffer, bytes, length);
}

char *helper_version(const char *name)
{
	struct buffer text = { 0 };
	static const char *const arguments[] = { "--version", NULL };
	struct helper_options options = { .arguments = arguments, .take = add_to, .user = &text };
	struct helper *helper = helper_is_there(name) ? helper_start(name, &options, NULL) : NULL;
	char *version = NULL;

	if (helper && helper_end(helper, NULL) && text.data) {
		text.data[strcspn(text.data, "\n")] = '\0';
		version = text_printable(text.data, false);
	}
	buffer_free(&text);
	return version;
}
