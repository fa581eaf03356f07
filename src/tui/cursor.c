/* The cursor of a list whose lines are all at hand, and text below a list. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

bool cursor_move(size_t *cursor, size_t count, size_t page, enum move move)
{
	size_t last = count ? count - 1 : 0;

	switch (move) {
	case MOVE_DOWN:
		*cursor += 1;
		break;
	case MOVE_UP:
		*cursor -= *cursor > 0;
		break;
	case MOVE_HALF_DOWN:
		*cursor += (page + 1) / 2;
		break;
	case MOVE_HALF_UP:
		*cursor -= *cursor > (page + 1) / 2 ? (page + 1) / 2 : *cursor;
		break;
	case MOVE_PAGE_DOWN:
		*cursor += page;
		break;
	case MOVE_PAGE_UP:
		*cursor = *cursor > page ? *cursor - page : 0;
		break;
	case MOVE_FIRST:
		*cursor = 0;
		break;
	case MOVE_LAST:
		*cursor = last;
		break;
	default:
		return false;
	}
	if (*cursor > last)
		*cursor = last;
	return true;
}

void cursor_in_view(size_t *top, size_t cursor, int height)
{
	size_t lines = height > 0 ? (size_t)height : 1;

	if (cursor < *top)
		*top = cursor;
	if (cursor >= *top + lines)
		*top = cursor - lines + 1;
}

void cursor_in_view_tall(
	size_t *top, size_t cursor, int height, int (*rows)(const void *user, size_t line), const void *user)
{
	size_t first = cursor;
	int used = rows(user, cursor);

	/* The first line from which on all of them have room; whatever is above it is not asked. */
	while (first > *top && used + rows(user, first - 1) <= height)
		used += rows(user, --first);
	*top = first;
}

int draw_wrapped(struct area area, enum style style, const char *text, bool pad)
{
	struct strings lines = { 0 };
	int row;

	text_wrap(text, area.width, &lines);
	/* Where more follows than has room, the last line says so. */
	if (area.height > 0 && lines.count > (size_t)area.height) {
		char **last = &lines.items[area.height - 1],
		     *more = xasprintf("%s %s", *last, lines.items[area.height]);

		if (text_columns(more) <= area.width) {
			free(more);
			more = xasprintf("%s \xe2\x80\xa6", *last);
		}
		free(*last);
		*last = more;
	}
	for (row = 0; row < area.height && (size_t)row < lines.count; row++)
		draw_text(area.top + row, area.left, area.width, style, lines.items[row], pad);
	strings_free(&lines);
	return row;
}

void draw_section(int row, int column, int columns, const char *heading, bool active)
{
	int used = draw_text(row, column, columns, active ? STYLE_ACCENT : STYLE_DIM, heading, false);

	if (used + 2 < columns)
		draw_horizontal(row, column + used + 1, columns - used - 1);
}

void draw_told(struct area area, enum style style, const char *text, const struct place *place)
{
	char *told = command_told(text, place);

	draw_wrapped(area, style, told, true);
	free(told);
}

void draw_paragraph(struct area area, enum style style, const char *text)
{
	int used = draw_wrapped(area, style, text, true);

	for (; used < area.height; used++)
		draw_fill(area.top + used, area.left, area.width, style);
}

void draw_empty(struct area area, const char *text)
{
	int width = area.width - 6 > 60 ? 60 : area.width - 6;

	draw_wrapped((struct area){ area.top + 2, area.left + 3, area.height - 3, width }, STYLE_DIM, text, false);
}
