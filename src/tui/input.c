/* Keys and the mouse, as the views know them. */
#include <curses.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "tui/internal.h"

static const struct {
	int code;
	const char *name;
} specials[] = {
	{ KEY_UP, "Up" }, { KEY_DOWN, "Down" }, { KEY_LEFT, "Left" }, { KEY_RIGHT, "Right" }, { KEY_HOME, "Home" }, { KEY_END, "End" },
	{ KEY_PPAGE, "PgUp" }, { KEY_NPAGE, "PgDn" }, { KEY_DC, "Delete" }, { KEY_IC, "Insert" }, { KEY_BACKSPACE, "Backspace" },
	{ KEY_ENTER, "Enter" }, { KEY_BTAB, "S-Tab" }, { KEY_F(1), "F1" }, { KEY_F(2), "F2" }, { KEY_F(3), "F3" }, { KEY_F(4), "F4" },
	{ KEY_F(5), "F5" }, { KEY_F(6), "F6" }, { KEY_F(7), "F7" }, { KEY_F(8), "F8" }, { KEY_F(9), "F9" }, { KEY_F(10), "F10" },
	{ KEY_F(11), "F11" }, { KEY_F(12), "F12" }, { KEY_FIND, "Home" }, { KEY_SELECT, "End" },
};

static void named(struct event *event, const char *name)
{
	event->is_mouse = false;
	event->key.text = false;
	strncpy(event->name, name, sizeof event->name - 1);
	event->name[sizeof event->name - 1] = '\0';
	event->key.name = event->name;
}

static bool read_mouse(struct event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return false;
	event->is_mouse = true;
	event->mouse.row = mouse.y;
	event->mouse.column = mouse.x;
	if (mouse.bstate & BUTTON4_PRESSED)
		event->mouse.kind = MOUSE_WHEEL_UP;
	else if (mouse.bstate & BUTTON5_PRESSED)
		event->mouse.kind = MOUSE_WHEEL_DOWN;
	else if (mouse.bstate & BUTTON1_DOUBLE_CLICKED)
		event->mouse.kind = MOUSE_DOUBLE;
	else if (mouse.bstate & (BUTTON1_CLICKED | BUTTON1_PRESSED))
		event->mouse.kind = MOUSE_PRESS;
	else
		return false;
	return true;
}

/* After Esc: a sequence that the terminal sent in pieces, or that curses does not know, is swallowed whole. */
static bool swallow(struct event *event)
{
	wint_t c;
	int code, tries;

	code = get_wch(&c);
	if (code == ERR) {
		named(event, "Escape");
		return true;
	}
	if (code == OK && (c == L'[' || c == L'O')) {
		for (tries = 0; tries < 32; tries++) {
			code = get_wch(&c);
			if (code == ERR) {
				napms(10);
				if (tries > 5)
					break;
				continue;
			}
			if (code == OK && c >= 0x40 && c <= 0x7e)
				break;
		}
		return false;
	}
	if (code == OK && c == 27) {
		named(event, "Escape");
		return true;
	}
	if (code == OK && c > 0x20 && c < 0x7f) {
		char name[8] = { 'M', '-', (char)c, '\0' };

		named(event, name);
		return true;
	}
	return false;
}

bool input_next(struct event *event)
{
	wint_t c;
	int code;
	size_t i;

	memset(event, 0, sizeof *event);
	for (;;) {
		code = get_wch(&c);
		if (code == ERR)
			return false;
		if (code == KEY_CODE_YES) {
			if (c == KEY_MOUSE) {
				if (read_mouse(event))
					return true;
				continue;
			}
			for (i = 0; i < sizeof specials / sizeof specials[0]; i++)
				if ((int)c == specials[i].code) {
					named(event, specials[i].name);
					return true;
				}
			continue;
		}
		switch (c) {
		case 27:
			if (swallow(event))
				return true;
			continue;
		case '\r':
		case '\n': named(event, "Enter"); return true;
		case '\t': named(event, "Tab"); return true;
		case 127:
		case 8: named(event, "Backspace"); return true;
		case ' ':
			named(event, "Space");
			event->key.text = true;
			return true;
		default:
			break;
		}
		if (c < 32) {
			char name[8] = { 'C', '-', (char)(c + 96), '\0' };

			named(event, name);
			return true;
		}
		{
			char text[MB_LEN_MAX + 1];
			mbstate_t state;
			size_t length;

			memset(&state, 0, sizeof state);
			length = wcrtomb(text, (wchar_t)c, &state);
			if (length == (size_t)-1 || length >= sizeof event->name)
				continue;
			text[length] = '\0';
			if (!text_is_valid(text, length) || text_has_control(text, ""))
				continue;
			named(event, text);
			event->key.text = true;
			return true;
		}
	}
}
