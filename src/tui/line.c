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

void line_editor_edit(struct line_editor *editor, enum line_edit what)
{
	line_editor_edit_in(editor, what, 0, editor->text.length);
}

/* Where the word before the cursor begins, not before `start`. */
static size_t word_before(const struct line_editor *editor, size_t start)
{
	size_t at = editor->cursor;

	while (at > start && editor->text.data[at - 1] == ' ')
		at--;
	while (at > start && editor->text.data[at - 1] != ' ')
		at--;
	return at;
}

void line_editor_edit_in(struct line_editor *editor, enum line_edit what, size_t start, size_t end)
{
	size_t at = editor->cursor;

	if (!editor->text.data)
		buffer_add(&editor->text, "");
	switch (what) {
	case LINE_LEFT:
		editor->cursor = text_previous(editor->text.data, at);
		break;
	case LINE_RIGHT:
		editor->cursor = text_next(editor->text.data, at);
		break;
	case LINE_START:
		editor->cursor = start;
		break;
	case LINE_END:
		editor->cursor = end;
		break;
	case LINE_ERASE:
		if (at)
			cut(editor, text_previous(editor->text.data, at), at);
		break;
	case LINE_ERASE_NEXT:
		if (at < editor->text.length)
			cut(editor, at, text_next(editor->text.data, at));
		break;
	case LINE_ERASE_BEFORE:
		cut(editor, start, at);
		break;
	case LINE_ERASE_REST:
		cut(editor, at, end);
		break;
	case LINE_ERASE_WORD:
		cut(editor, word_before(editor, start), at);
		break;
	}
}

bool line_editor_move(struct line_editor *editor, enum move move)
{
	switch (move) {
	case MOVE_LEFT:
		line_editor_edit(editor, LINE_LEFT);
		return true;
	case MOVE_RIGHT:
		line_editor_edit(editor, LINE_RIGHT);
		return true;
	case MOVE_FIRST:
		line_editor_edit(editor, LINE_START);
		return true;
	case MOVE_LAST:
		line_editor_edit(editor, LINE_END);
		return true;
	default:
		return false;
	}
}

#define SEEN_LEAST 8 /* columns of a line that has room to say that it goes on */

/* What is in sight of a line; "â¦" at an end where there is more of it, never in the place of the cursor. */
static void draw_part(
	const char *text, int row, int column, int columns, enum style style, bool more_before, int cursor)
{
	char *seen = xstrndup(text, text_fit(text, columns, NULL));
	bool more_behind = text[strlen(seen)] != '\0';

	draw_text(row, column, columns, style, seen, true);
	if (columns >= SEEN_LEAST && more_before && cursor > 0)
		draw_text(row, column, 1, STYLE_DIM, "\xe2\x80\xa6", false);
	if (columns >= SEEN_LEAST && more_behind && cursor < columns - 1)
		draw_text(row, column + columns - 1, 1, STYLE_DIM, "\xe2\x80\xa6", false);
	free(seen);
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
	draw_part(text + start, row, column, columns, style, editor->scroll > 0, at - editor->scroll);
	if (active)
		draw_cursor(row, column + at - editor->scroll);
}

void line_editor_free(struct line_editor *editor)
{
	buffer_free(&editor->text);
}
