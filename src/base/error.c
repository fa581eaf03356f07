/* One failure, told in one sentence. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static void fill(struct error *error, enum error_kind kind, const char *field, const char *file, long line,
	const char *format, va_list arguments)
{
	char *text;

	if (!error)
		return;
	text = xvasprintf(format, arguments);
	error_clear(error);
	error->kind = kind;
	/* Parts of it may come from a hostile file. */
	error->message = text_printable(text, false);
	error->field = xstrdup(field);
	error->file = file ? text_printable(file, false) : NULL;
	error->line = line;
	free(text);
}

void error_tell(struct error *error, enum error_kind kind, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fill(error, kind, NULL, NULL, 0, format, arguments);
	va_end(arguments);
}

void error_tell_field(struct error *error, enum error_kind kind, const char *field, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fill(error, kind, field, NULL, 0, format, arguments);
	va_end(arguments);
}

void error_tell_at(struct error *error, enum error_kind kind, const char *file, long line, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	fill(error, kind, NULL, file, line, format, arguments);
	va_end(arguments);
}

bool error_set_unread(struct error *error)
{
	if (error) {
		error_clear(error);
		error->kind = ERROR_UNREAD;
	}
	return false;
}

void error_clear(struct error *error)
{
	free(error->message);
	free(error->field);
	free(error->file);
	memset(error, 0, sizeof *error);
}

void error_move(struct error *to, struct error *from)
{
	if (to) {
		error_clear(to);
		*to = *from;
		memset(from, 0, sizeof *from);
	} else {
		error_clear(from);
	}
}

bool error_ends(const struct error *error)
{
	switch (error->kind) {
	case ERROR_SYSTEM:
	case ERROR_CANCELLED:
	case ERROR_UNAVAILABLE:
	case ERROR_DAMAGED:
	case ERROR_UNREAD:
		return true;
	case ERROR_NONE:
	case ERROR_NEGATIVE:
	case ERROR_USAGE:
	case ERROR_INVALID:
	case ERROR_CONFLICT:
		break;
	}
	return false;
}

int error_exit_status(const struct error *error)
{
	switch (error->kind) {
	case ERROR_NONE:
		return 0;
	case ERROR_NEGATIVE:
	case ERROR_CANCELLED:
		return 1;
	case ERROR_USAGE:
		return 2;
	case ERROR_UNAVAILABLE:
	case ERROR_DAMAGED:
		return 3;
	case ERROR_INVALID:
	case ERROR_CONFLICT:
		return 4;
	case ERROR_SYSTEM:
	case ERROR_UNREAD:
		return 5;
	}
	return 5;
}

char *error_text(const struct error *error)
{
	const char *message = error->message ? error->message : "";
	char *text, *shown;

	if (error->file && error->line)
		text = xasprintf("%s:%ld: %s", error->file, error->line, message);
	else if (error->file)
		text = xasprintf("%s: %s", error->file, message);
	else
		return text_printable(message, false);
	shown = text_printable(text, false);
	free(text);
	return shown;
}
