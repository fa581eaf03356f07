/* Output that is whole or not there: written without a name or beside its place, synced, renamed. */
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "exchange/lib.h"

struct output {
	char *path;   /* NULL: standard output or a device, written directly */
	char *beside; /* its name until it is whole; not there yet where the file has none */
	bool named;   /* beside is there */
	int file;
	bool close;
	int failure;    /* errno of the first failure */
	bool terminal;  /* whatever goes there is neutralised */
	bool converted; /* and in the character set of the locale; what people read on standard output too */
	struct csv_form csv;
	struct buffer *target; /* memory in place of a file; NULL: a file */
	struct buffer pending;
};

static struct output *output_new(int file, bool close)
{
	struct output *output = xcalloc(1, sizeof *output);

	output->file = file;
	output->close = close;
	output->terminal = output->converted = file >= 0 && isatty(file);
	return output;
}

/* ---- a signal on the way ---- */

/*
 * Where the file system knows files without a name, nothing is there to be left
 * behind, whatever happens.  Elsewhere what lies beside is taken away by a signal that ends the program.
 */
static const int deadly[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGALRM };
static char *volatile beside_now;

static void on_signal(int number)
{
	if (beside_now)
		unlink(beside_now);
	raise(number); /* handled once: now it does what it does */
}

static void watch_signals(char *beside)
{
	size_t i;

	beside_now = beside;
	for (i = 0; i < sizeof deadly / sizeof deadly[0]; i++) {
		struct sigaction old, own = { .sa_handler = beside ? on_signal : SIG_DFL,
			.sa_flags = (int)SA_RESETHAND | SA_NODEFER };

		/* Whoever else waits for it, as the screen does, ends in order and abandons the output. */
		if (sigaction(deadly[i], NULL, &old) == 0 && old.sa_handler == (beside ? SIG_DFL : on_signal))
			sigaction(deadly[i], &own, NULL);
	}
}

/* ---- where it goes ---- */

/* The descriptor that a name such as /dev/stdout or /dev/fd/3 stands for; -1: it is another name. */
static int descriptor_of(const char *path)
{
	static const char *const folders[] = { "/dev/fd/", "/proc/self/fd/" };
	int64_t number;
	size_t i;

	if (strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	for (i = 0; i < sizeof folders / sizeof folders[0]; i++)
		if (strncmp(path, folders[i], strlen(folders[i])) == 0 &&
			number_parse_integer(path + strlen(folders[i]), &number) && number >= 0 && number <= 65535)
			return (int)number;
	return -1;
}

bool output_is_descriptor(const char *path)
{
	return descriptor_of(path) >= 0;
}

#define LINKS_MAX 40

/* The place that a link stands for, which need not exist yet: the link itself stays.  NULL: links in a circle (errno).  Caller frees. */
static char *behind_links(const char *path)
{
	char *place = xstrdup(path), target[PATH_MAX];
	int i;

	for (i = 0; i < LINKS_MAX; i++) {
		ssize_t length = readlink(place, target, sizeof target - 1);
		char *copy, *next;

		if (length < 0)
			return place;
		target[length] = '\0';
		copy = xstrdup(place);
		next = *target == '/' ? xstrdup(target) : xasprintf("%s/%s", dirname(copy), target);
		free(copy);
		free(place);
		place = next;
	}
	free(place);
	errno = ELOOP;
	return NULL;
}

/* A file that has no name yet where that can be, else one beside the place. */
static int open_beside(struct output *output, mode_t mode)
{
	int file = unnamed_open(output->path, O_WRONLY, mode);

	if (file < 0) {
		unlink(output->beside);
		file = open(output->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
		output->named = file >= 0;
		if (output->named)
			watch_signals(output->beside);
	}
	return file;
}

/* Gives the file the name beside its place, to be renamed from there. */
static bool name_it(struct output *output)
{
	if (output->named)
		return true;
	unlink(output->beside);
	output->named = unnamed_link(output->file, output->beside);
	return output->named;
}

static bool cannot(const char *path, struct error *error)
{
	return error_set(error, ERROR_SYSTEM, _("%s cannot be written: %s."), path, strerror(errno));
}

/* A device, a pipe, or what the shell has opened. */
static struct output *open_directly(const char *path, struct error *error)
{
	int number = descriptor_of(path),
	    file = number >= 0 ? fcntl(number, F_DUPFD_CLOEXEC, 3) : open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);

	if (file < 0) {
		cannot(path, error);
		return NULL;
	}
	fflush(stdout);
	return output_new(file, true);
}

struct output *output_open(const char *path, bool overwrite, struct error *error)
{
	struct output *output;
	struct stat status;
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
	if (descriptor_of(path) >= 0 || (there && !S_ISREG(status.st_mode)))
		return open_directly(path, error);
	if (there && !overwrite) {
		error_set(error, ERROR_UNAVAILABLE, _("%s exists already; choose another name."), path);
		return NULL;
	}
	output = output_new(-1, true);
	output->path = behind_links(path);
	if (output->path) {
		output->beside = xasprintf("%s.part-%ld", output->path, (long)getpid());
		output->file = open_beside(output, there ? status.st_mode & 0777 : 0666);
	}
	if (output->file < 0) {
		cannot(path, error);
		output->close = false;
		output_abandon(output);
		return NULL;
	}
	/* What replaces a file may be read by the same people. */
	if (there)
		fchmod(output->file, status.st_mode & 0777);
	return output;
}

void output_for_people(struct output *output)
{
	if (output->file == STDOUT_FILENO && !codeset_is_utf8())
		output->converted = true;
}

void output_set_csv(struct output *output, const struct csv_form *form)
{
	output->csv = *form;
}

const struct csv_form *output_csv(const struct output *output)
{
	return &output->csv;
}

void csv_form_begin(const struct csv_form *form, struct buffer *line)
{
	if (form->mark)
		buffer_add(line, UTF8_MARK);
}

void csv_form_next(const struct csv_form *form, struct buffer *line)
{
	buffer_add_char(line, form->separator ? form->separator : ',');
}

void csv_form_end(const struct csv_form *form, struct buffer *line)
{
	buffer_add(line, form->mark ? "\r\n" : "\n");
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

static void write_bytes(struct output *output, const char *bytes, size_t length)
{
	size_t done = 0;

	while (done < length && !output->failure) {
		ssize_t written = write(output->file, bytes + done, length - done);

		if (written < 0 && errno != EINTR)
			output->failure = errno;
		else if (written > 0)
			done += (size_t)written;
	}
}

/* How many of the bytes can be shown now: not the beginning of a character, or of a line end, whose rest is to come. */
static size_t whole_characters(const struct buffer *bytes)
{
	size_t length = bytes->length, back;

	for (back = 1; back <= 4 && back <= length; back++) {
		unsigned char c = (unsigned char)bytes->data[length - back];

		if (c >= 0xc0)
			return length - back;
		if (c < 0x80)
			return c == '\r' ? length - back : length - back + 1;
	}
	return length;
}

static void write_shown(struct output *output, const struct buffer *shown)
{
	struct buffer bytes = { 0 };

	codeset_add(&bytes, shown->data ? shown->data : "", shown->length);
	write_bytes(output, bytes.data ? bytes.data : "", bytes.length);
	buffer_free(&bytes);
}

static void drain(struct output *output, bool last)
{
	struct buffer *pending = &output->pending, shown = { 0 };
	size_t length = pending->length;

	if (output->target) {
		buffer_add_bytes(output->target, pending->data, pending->length);
	} else if ((output->terminal || output->converted) && length) {
		length = last ? length : whole_characters(pending);
		if (output->terminal)
			text_neutralise(&shown, pending->data, length, "\n\t\r");
		else
			buffer_add_bytes(&shown, pending->data, length);
		write_shown(output, &shown);
		buffer_free(&shown);
		if (length < pending->length) {
			memmove(pending->data, pending->data + length, pending->length - length);
			pending->length -= length;
			return;
		}
	} else {
		write_bytes(output, pending->data ? pending->data : "", pending->length);
	}
	buffer_reset(pending);
}

bool output_write(struct output *output, const void *bytes, size_t length)
{
	buffer_add_bytes(&output->pending, bytes, length);
	if (output->pending.length > 65536)
		drain(output, false);
	return !output->failure;
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
	if (output->named) {
		unlink(output->beside);
		watch_signals(NULL);
	}
	output_free(output);
}

bool output_end(struct output *output, struct error *error)
{
	drain(output, true);
	if (output->beside) {
		if (!output->failure && fsync(output->file) != 0)
			output->failure = errno;
		if (!output->failure && !name_it(output))
			output->failure = errno;
	}
	if (output->close && close(output->file) != 0 && !output->failure)
		output->failure = errno;
	output->close = false;
	if (output->beside && !output->failure) {
		if (rename(output->beside, output->path) != 0)
			output->failure = errno;
		else
			output->named = false;
	}
	if (output->failure == EPIPE && !output->path) {
		/* Who reads has seen enough (`| head`): nothing to complain about. */
		output_abandon(output);
		return error_set_unread(error);
	}
	if (output->failure) {
		error_set(error, ERROR_SYSTEM, _("%s could not be written: %s."),
			output->path ? output->path : _("The output"), strerror(output->failure));
		output_abandon(output);
		return false;
	}
	watch_signals(NULL);
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
