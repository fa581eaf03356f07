/* One line of text under edit. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

void line_editor_set(struct line_editor *editor, const char *text)
{
	buffer_reset(&editor->text);
	buffer_add(&editor->text, text ? text : "");
	editor->cursor = editor->text.length;
	editor->scroll = 0;
}

static void cut(struct line_editor *editor, size_t from, size_t to)
{
	memmove(editor->text.data + from, editor->text.data + to, editor->text.length - to + 1);
	editor->text.length -= to - from;
	editor->cursor = from;
}

void line_editor_insert(struct line_editor *editor, const char *text)
{
	size_t length = strlen(text), before = editor->text.length;

	/* Only what stands behind the cursor moves: typing at the end costs the same however long the text is. */
	buffer_add_bytes(&editor->text, text, length);
	memmove(editor->text.data + editor->cursor + length, editor->text.data + editor->cursor,
		before - editor->cursor);
	memcpy(editor->text.data + editor->cursor, text, length);
	editor->cursor += length;
}

bool line_editor_key(struct line_editor *editor, const struct key *key)
{
	return line_editor_key_in(editor, key, 0, editor->text.length);
}

bool line_editor_key_in(struct line_editor *editor, const struct key *key, size_t start, size_t end)
{
	const char *name = key->name;

	if (!editor->text.data)
		buffer_add(&editor->text, "");
	if (strcmp(name, "Space") == 0) {
		line_editor_insert(editor, " ");
	} else if (key->text) {
		line_editor_insert(editor, name);
	} else if (strcmp(name, "Left") == 0) {
		editor->cursor = text_previous(editor->text.data, editor->cursor);
	} else if (strcmp(name, "Right") == 0) {
		editor->cursor = text_next(editor->text.data, editor->cursor);
	} else if (strcmp(name, "Home") == 0 || strcmp(name, "C-a") == 0) {
		editor->cursor = start;
	} else if (strcmp(name, "End") == 0 || strcmp(name, "C-e") == 0) {
		editor->cursor = end;
	} else if (strcmp(name, "Backspace") == 0) {
		if (editor->cursor)
			cut(editor, text_previous(editor->text.data, editor->cursor), editor->cursor);
	} else if (strcmp(name, "Delete") == 0 || strcmp(name, "C-d") == 0) {
		if (editor->cursor < editor->text.length) {
			size_t at = editor->cursor;

			cut(editor, at, text_next(editor->text.data, at));
		}
	} else if (strcmp(name, "C-u") == 0) {
		cut(editor, start, editor->cursor);
	} else if (strcmp(name, "C-k") == 0) {
		cut(editor, editor->cursor, end);
	} else if (strcmp(name, "C-w") == 0) {
		size_t at = editor->cursor;

		while (at > start && editor->text.data[at - 1] == ' ')
			at--;
		while (at > start && editor->text.data[at - 1] != ' ')
			at--;
		cut(editor, at, editor->cursor);
	} else {
		return false;
	}
	return true;
}

void line_editor_draw(struct line_editor *editor, int row, int column, int columns, enum style style, bool active)
{
	const char *text = editor->text.data ? editor->text.data : "";
	char *before = xstrndup(text, editor->cursor);
	int at = text_columns(before);
	int room = text_columns(text) + 1 - columns; /* no further than the end of the text needs */
	size_t start = 0;

	free(before);
	if (editor->scroll > room)
		editor->scroll = room > 0 ? room : 0;
	if (at < editor->scroll)
		editor->scroll = at;
	if (at >= editor->scroll + columns)
		editor->scroll = at - columns + 1;
	if (editor->scroll) {
		int used;

		start = text_fit(text, editor->scroll, &used);
		editor->scroll = used;
	}
	{
		/* Cut without an ellipsis: it scrolls. */
		char *rest = xstrndup(text + start, text_fit(text + start, columns, NULL));

		draw_text(row, column, columns, style, rest, true);
		free(rest);
	}
	if (active)
		draw_cursor(row, column + at - editor->scroll);
}

void line_editor_free(struct line_editor *editor)
{
	buffer_free(&editor->text);
}
