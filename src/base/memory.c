/* Memory that never comes back NULL, growing strings, lists of strings. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/lib.h"

static void (*panic_hook)(void);

void memory_set_panic(void (*panic)(void))
{
	panic_hook = panic;
}

__attribute__((noreturn)) static void out_of_memory(void)
{
	if (panic_hook)
		panic_hook();
	/* The committed file is whole: what was not committed is all that is lost. */
	fputs("noria: out of memory\n", stderr);
	_Exit(5);
}

void *xmalloc(size_t size)
{
	void *pointer = malloc(size ? size : 1);

	if (!pointer)
		out_of_memory();
	return pointer;
}

void *xcalloc(size_t count, size_t size)
{
	void *pointer = calloc(count ? count : 1, size ? size : 1);

	if (!pointer)
		out_of_memory();
	return pointer;
}

void *xreallocarray(void *pointer, size_t count, size_t size)
{
	void *grown = reallocarray(pointer, count ? count : 1, size ? size : 1);

	if (!grown)
		out_of_memory();
	return grown;
}

char *xstrdup(const char *text)
{
	return text ? xstrndup(text, strlen(text)) : NULL;
}

char *xstrndup(const char *text, size_t length)
{
	size_t real = strnlen(text, length);
	char *copy = xmalloc(real + 1);

	memcpy(copy, text, real);
	copy[real] = '\0';
	return copy;
}

char *xvasprintf(const char *format, va_list arguments)
{
	char *text;

	if (vasprintf(&text, format, arguments) < 0)
		out_of_memory();
	return text;
}

char *xasprintf(const char *format, ...)
{
	va_list arguments;
	char *text;

	va_start(arguments, format);
	text = xvasprintf(format, arguments);
	va_end(arguments);
	return text;
}

ssize_t xgetline(char **line, size_t *size, FILE *file)
{
	ssize_t length;

	errno = 0;
	length = getline(line, size, file);
	if (length < 0 && errno == ENOMEM)
		out_of_memory();
	return length;
}

void buffer_reserve(struct buffer *buffer, size_t more)
{
	size_t needed = buffer->length + more + 1;

	if (buffer->data && needed <= buffer->capacity)
		return;
	if (needed < more)
		out_of_memory();
	if (needed < buffer->capacity * 2)
		needed = buffer->capacity * 2;
	if (needed < 64)
		needed = 64;
	buffer->data = xreallocarray(buffer->data, needed, 1);
	buffer->capacity = needed;
}

void buffer_add_bytes(struct buffer *buffer, const void *bytes, size_t length)
{
	buffer_reserve(buffer, length);
	if (length)
		memcpy(buffer->data + buffer->length, bytes, length);
	buffer->length += length;
	buffer->data[buffer->length] = '\0';
}

void buffer_add(struct buffer *buffer, const char *text)
{
	buffer_add_bytes(buffer, text, strlen(text));
}

void buffer_add_char(struct buffer *buffer, char c)
{
	buffer_reserve(buffer, 1);
	buffer->data[buffer->length++] = c;
	buffer->data[buffer->length] = '\0';
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	size_t room;
	int length;

	buffer_reserve(buffer, 63);
	room = buffer->capacity - buffer->length;
	va_start(arguments, format);
	length = vsnprintf(buffer->data + buffer->length, room, format, arguments);
	va_end(arguments);
	if (length >= 0 && (size_t)length >= room) {
		buffer_reserve(buffer, (size_t)length);
		va_start(arguments, format);
		vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, arguments);
		va_end(arguments);
	}
	if (length < 0)
		buffer->data[buffer->length] = '\0';
	else
		buffer->length += (size_t)length;
}

char *buffer_take(struct buffer *buffer)
{
	char *data;

	buffer_reserve(buffer, 0);
	data = buffer->data;
	data[buffer->length] = '\0';
	memset(buffer, 0, sizeof *buffer);
	return data;
}

void buffer_reset(struct buffer *buffer)
{
	buffer->length = 0;
	if (buffer->data)
		buffer->data[0] = '\0';
}

void buffer_free(struct buffer *buffer)
{
	free(buffer->data);
	memset(buffer, 0, sizeof *buffer);
}

void strings_take(struct strings *strings, char *text)
{
	if (strings->count == strings->capacity) {
		strings->capacity = strings->capacity ? strings->capacity * 2 : 8;
		strings->items = xreallocarray(strings->items, strings->capacity, sizeof *strings->items);
	}
	strings->items[strings->count++] = text;
}

void strings_add(struct strings *strings, const char *text)
{
	strings_take(strings, xstrdup(text));
}

bool strings_contain(const struct strings *strings, const char *text)
{
	size_t i;

	for (i = 0; i < strings->count; i++)
		if (strcmp(strings->items[i], text) == 0)
			return true;
	return false;
}

void strings_free(struct strings *strings)
{
	size_t i;

	for (i = 0; i < strings->count; i++)
		free(strings->items[i]);
	free(strings->items);
	memset(strings, 0, sizeof *strings);
}

void strings_split(struct strings *strings, const char *text)
{
	const char *c = text;

	while (*c) {
		const char *start = c, *end;
		int depth = 0;

		while (*c && (*c != ',' || depth > 0)) {
			if (*c == '{')
				depth++;
			else if (*c == '}' && depth > 0)
				depth--;
			c++;
		}
		end = c;
		if (*c)
			c++;
		while (start < end && strchr(" \t\r\n", *start))
			start++;
		while (end > start && strchr(" \t\r\n", end[-1]))
			end--;
		if (end > start)
			strings_take(strings, xstrndup(start, (size_t)(end - start)));
	}
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

void strings_sort(struct strings *strings)
{
	if (strings->count)
		qsort(strings->items, strings->count, sizeof strings->items[0], by_text);
}

char *strings_join(const struct strings *strings, const char *separator)
{
	struct buffer joined = { 0 };
	size_t i;

	for (i = 0; i < strings->count; i++) {
		if (i)
			buffer_add(&joined, separator);
		buffer_add(&joined, strings->items[i]);
	}
	return buffer_take(&joined);
}
