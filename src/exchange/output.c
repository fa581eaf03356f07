/* Output that is whole or not there: written beside its place, synced, renamed. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/lib.h"

struct output {
	char *path;   /* NULL: standard output or a device, written directly */
	char *beside;
	int file;
	bool close;
	int failure;  /* errno of the first failure */
	struct buffer *target; /* memory in place of a file; NULL: a file */
	struct buffer pending;
};

static struct output *output_new(int file, bool close)
{
	struct output *output = xcalloc(1, sizeof *output);

	output->file = file;
	output->close = close;
	return output;
}

struct output *output_open(const char *path, bool overwrite, struct error *error)
{
	struct output *output;
	struct stat status;
	char *beside;
	int file;
	bool there;

	if (strcmp(path, "-") == 0) {
		fflush(stdout);
		return output_new(STDOUT_FILENO, false);
	}
	there = stat(path, &status) == 0;
	if (there && S_ISDIR(status.st_mode)) {
		error_set(error, ERROR_UNAVAILABLE, _("%s is a folder."), path);
		return NULL;
	}
	if (there && !S_ISREG(status.st_mode)) {
		file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		if (file < 0) {
			error_set(error, ERROR_SYSTEM, _("%s cannot be written: %s."), path, strerror(errno));
			return NULL;
		}
		return output_new(file, true);
	}
	if (there && !overwrite) {
		error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
		return NULL;
	}
	beside = xasprintf("%s.part-%ld", path, (long)getpid());
	unlink(beside);
	file = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, there ? status.st_mode & 0777 : 0666);
	if (file < 0) {
		error_set(error, ERROR_SYSTEM, _("%s cannot be written: %s."), path, strerror(errno));
		free(beside);
		return NULL;
	}
	output = output_new(file, true);
	output->path = xstrdup(path);
	output->beside = beside;
	return output;
}

int output_columns(const struct output *output)
{
	struct winsize size;

	if (!isatty(output->file) || ioctl(output->file, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

struct output *output_memory(struct buffer *target)
{
	struct output *output = output_new(-1, false);

	output->target = target;
	return output;
}

static void drain(struct output *output)
{
	size_t done = 0;

	if (output->target) {
		buffer_add_bytes(output->target, output->pending.data, output->pending.length);
		buffer_reset(&output->pending);
		return;
	}
	while (done < output->pending.length && !output->failure) {
		ssize_t written = write(output->file, output->pending.data + done, output->pending.length - done);

		if (written < 0 && errno != EINTR)
			output->failure = errno;
		else if (written > 0)
			done += (size_t)written;
	}
	buffer_reset(&output->pending);
}

void output_write(struct output *output, const void *bytes, size_t length)
{
	buffer_add_bytes(&output->pending, bytes, length);
	if (output->pending.length > 65536)
		drain(output);
}

void output_text(struct output *output, const char *text)
{
	output_write(output, text, strlen(text));
}

static void output_free(struct output *output)
{
	buffer_free(&output->pending);
	free(output->path);
	free(output->beside);
	free(output);
}

void output_abandon(struct output *output)
{
	if (output->close)
		close(output->file);
	if (output->beside)
		unlink(output->beside);
	output_free(output);
}

bool output_end(struct output *output, struct error *error)
{
	drain(output);
	if (output->beside) {
		if (!output->failure && fsync(output->file) != 0)
			output->failure = errno;
	}
	if (output->close && close(output->file) != 0 && !output->failure)
		output->failure = errno;
	output->close = false;
	if (output->beside && !output->failure && rename(output->beside, output->path) != 0)
		output->failure = errno;
	if (output->failure == EPIPE && !output->path) {
		/* Who reads has seen enough (`| head`): nothing to complain about. */
		if (error) {
			error_clear(error);
			error->kind = ERROR_SYSTEM;
		}
		output_abandon(output);
		return false;
	}
	if (output->failure) {
		error_set(error, ERROR_SYSTEM, _("%s could not be written: %s."), output->path ? output->path : _("The output"), strerror(output->failure));
		output_abandon(output);
		return false;
	}
	if (output->path) {
		char *copy = xstrdup(output->path);
		int folder = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);

		if (folder >= 0) {
			fsync(folder);
			close(folder);
		}
		free(copy);
	}
	output_free(output);
	return true;
}
