/*
 * Keys, the mouse and what is pasted, as the views know them.
 *
 * A paste stands between two sequences of the terminal (mode 2004).  Its first
 * one is a key to curses; from there on the bytes are read here, in blocks, until
 * the second one, so that nothing in between can act as a key.  Bytes that were
 * read behind it go back to curses one key at a time.
 */
#include <curses.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "tui/internal.h"

/* Far from the codes that curses itself gives to keys of terminfo's extended entries. */
#define KEY_PASTE_BEGIN (KEY_MAX + 1000)
#define KEY_PASTE_END (KEY_MAX + 1001)
#define PASTE_BEGIN "\033[200~"
#define PASTE_END "\033[201~"
#define PASTE_END_LENGTH 6
#define PASTE_SILENCE_MS 2000  /* then its end is not waited for any longer */
#define PASTE_SLICE_MS 100     /* so long it is read before signals have their turn */
#define PASTE_MOST (16u << 20) /* bytes; the rest is read, not kept */

static struct {
	bool inside, torn, too_long;
	struct buffer bytes;
	size_t searched;     /* so many hold no end */
	int64_t heard;       /* ms: when the last came */
	struct buffer after; /* read behind its end */
	size_t after_at;
} paste;

static const struct {
	int code;
	const char *name;
} specials[] = {
	{ KEY_UP, "Up" },
	{ KEY_DOWN, "Down" },
	{ KEY_LEFT, "Left" },
	{ KEY_RIGHT, "Right" },
	{ KEY_HOME, "Home" },
	{ KEY_END, "End" },
	{ KEY_PPAGE, "PgUp" },
	{ KEY_NPAGE, "PgDn" },
	{ KEY_DC, "Delete" },
	{ KEY_IC, "Insert" },
	{ KEY_BACKSPACE, "Backspace" },
	{ KEY_ENTER, "Enter" },
	{ KEY_BTAB, "S-Tab" },
	{ KEY_F(1), "F1" },
	{ KEY_F(2), "F2" },
	{ KEY_F(3), "F3" },
	{ KEY_F(4), "F4" },
	{ KEY_F(5), "F5" },
	{ KEY_F(6), "F6" },
	{ KEY_F(7), "F7" },
	{ KEY_F(8), "F8" },
	{ KEY_F(9), "F9" },
	{ KEY_F(10), "F10" },
	{ KEY_F(11), "F11" },
	{ KEY_F(12), "F12" },
	{ KEY_FIND, "Home" },
	{ KEY_SELECT, "End" },
};

static void named(struct event *event, const char *name)
{
	event->kind = EVENT_KEY;
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
	event->kind = EVENT_MOUSE;
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

static WINDOW *keyboard;

/* ---- pastes ---- */

void input_start(void)
{
	/* Who reads a key of a window sends what was drawn in it, before the frame is whole; of a pad he does not. */
	if (!keyboard)
		keyboard = newpad(1, 1);
	keypad(keyboard, TRUE);
	nodelay(keyboard, TRUE);
	define_key(PASTE_BEGIN, KEY_PASTE_BEGIN);
	define_key(PASTE_END, KEY_PASTE_END);
}

bool input_is_pasting(void)
{
	return paste.inside;
}

bool input_is_torn(void)
{
	return paste.torn;
}

void input_mend(void)
{
	paste.torn = false;
}

static void begin_paste(void)
{
	paste.inside = true;
	paste.torn = paste.too_long = false;
	buffer_reset(&paste.bytes);
	paste.searched = 0;
	paste.heard = environment_clock_ms();
}

static bool readable(int wait)
{
	struct pollfd file = { STDIN_FILENO, POLLIN, 0 };

	return poll(&file, 1, wait) == 1 && (file.revents & POLLIN);
}

static void give_paste(struct event *event, size_t length, bool whole)
{
	event->kind = EVENT_PASTE;
	event->length = paste.too_long ? 0 : length;
	event->whole = whole;
	event->too_long = paste.too_long;
	buffer_add(&paste.bytes, "");
	event->bytes = buffer_take(&paste.bytes);
	paste.inside = false;
	paste.torn = !whole;
}

/* Adds bytes to the paste; true: its end was among them, and what follows it is kept. */
static bool add_bytes(struct event *event, const char *bytes, size_t length)
{
	const char *end;

	buffer_add_bytes(&paste.bytes, bytes, length);
	end = memmem(
		paste.bytes.data + paste.searched, paste.bytes.length - paste.searched, PASTE_END, PASTE_END_LENGTH);
	if (end) {
		size_t at = (size_t)(end - paste.bytes.data);

		buffer_add_bytes(&paste.after, end + PASTE_END_LENGTH, paste.bytes.length - at - PASTE_END_LENGTH);
		give_paste(event, at, true);
		return true;
	}
	if (paste.bytes.length > PASTE_MOST) {
		/* The end may have begun. */
		memmove(paste.bytes.data, paste.bytes.data + paste.bytes.length - PASTE_END_LENGTH, PASTE_END_LENGTH);
		paste.bytes.length = PASTE_END_LENGTH;
		paste.too_long = true;
	}
	paste.searched = paste.bytes.length > PASTE_END_LENGTH - 1 ? paste.bytes.length - (PASTE_END_LENGTH - 1) : 0;
	return false;
}

/* Reads on; true: the paste is over, by its end or because that does not come. */
static bool read_paste(struct event *event)
{
	int64_t began = environment_clock_ms();
	char block[65536];
	ssize_t count;

	if (paste.after.length > paste.after_at) {
		struct buffer before = paste.after;
		bool over;

		memset(&paste.after, 0, sizeof paste.after);
		over = add_bytes(event, before.data + paste.after_at, before.length - paste.after_at);
		paste.after_at = 0;
		buffer_free(&before);
		if (over)
			return true;
	}
	while (readable(0) && (count = read(STDIN_FILENO, block, sizeof block)) > 0) {
		paste.heard = environment_clock_ms();
		if (add_bytes(event, block, (size_t)count))
			return true;
		if (paste.heard - began > PASTE_SLICE_MS)
			return false;
	}
	if (environment_clock_ms() - paste.heard < PASTE_SILENCE_MS)
		return false;
	give_paste(event, paste.bytes.length, false);
	return true;
}

/* How long the sequence is that begins here with Esc: 1 where it is Esc alone. */
static size_t sequence_length(const char *bytes, size_t length)
{
	size_t i = 2;

	if (length < 2 || (bytes[1] != '[' && bytes[1] != 'O'))
		return 1;
	while (i < length && (bytes[i] < 0x40 || bytes[i] > 0x7e))
		i++;
	return i < length ? i + 1 : length;
}

/* The next key of what was read behind a paste is given back to curses; true: it began another paste. */
static bool give_back(void)
{
	const char *bytes = paste.after.data + paste.after_at;
	size_t length = paste.after.length - paste.after_at, take = 1, i;
	char sequence[16];
	int code = 0;

	if (*bytes == 27)
		take = sequence_length(bytes, length);
	else if (*bytes & 0x80)
		while (take < length && take < 4 && ((unsigned char)bytes[take] & 0xc0) == 0x80)
			take++;
	paste.after_at += take;
	if (take > 1 && *bytes == 27) {
		if (take < sizeof sequence) {
			memcpy(sequence, bytes, take);
			sequence[take] = '\0';
			code = key_defined(sequence);
		}
		if (code > 0 && code != KEY_PASTE_BEGIN)
			ungetch(code);
	} else {
		for (i = take; i > 0; i--)
			ungetch((unsigned char)bytes[i - 1]);
	}
	if (paste.after_at == paste.after.length) {
		buffer_reset(&paste.after);
		paste.after_at = 0;
	}
	return code == KEY_PASTE_BEGIN;
}

/* ---- keys ---- */

/* The rest of a sequence.  The beginning of a paste must not be missed, however slowly it comes: its text would be keys. */
static void swallow_sequence(void)
{
	static const char begin[] = PASTE_BEGIN;
	char sequence[40] = "\033[";
	int length = 2, waited = 0;

	while (length < 32) {
		bool may_begin = length > 2 && strncmp(sequence, begin, (size_t)length) == 0;
		wint_t c;
		int code = wget_wch(keyboard, &c);

		if (code == ERR) {
			if (waited >= (may_begin ? 1000 : 60))
				return;
			napms(10);
			waited += 10;
			continue;
		}
		sequence[length++] = code == OK && c < 0x7f ? (char)c : '?';
		if (code == OK && c >= 0x40 && c <= 0x7e)
			break;
	}
	sequence[length] = '\0';
	if (strcmp(sequence, begin) == 0)
		begin_paste();
}

/* After Esc: a sequence that the terminal sent in pieces, or that curses does not know, is swallowed whole. */
static bool swallow(struct event *event)
{
	wint_t c;
	int code = wget_wch(keyboard, &c);

	if (code == ERR) {
		named(event, "Escape");
		return true;
	}
	if (code == OK && (c == L'[' || c == L'O')) {
		swallow_sequence();
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

/* A key of the table; false: one that nobody asked for. */
static bool special(struct event *event, int key)
{
	size_t i;

	for (i = 0; i < sizeof specials / sizeof specials[0]; i++)
		if (key == specials[i].code) {
			named(event, specials[i].name);
			return true;
		}
	return false;
}

/* What a character is as a key; false: none. */
static bool character(struct event *event, wint_t c)
{
	char text[MB_LEN_MAX + 1];
	mbstate_t state;
	size_t length;

	switch (c) {
	case 27:
		return swallow(event);
	case '\r':
	case '\n':
		named(event, "Enter");
		return true;
	case '\t':
		named(event, "Tab");
		return true;
	case 127:
	case 8:
		named(event, "Backspace");
		return true;
	case 0:
		named(event, "C-Space");
		return true;
	case ' ':
		named(event, "Space");
		event->key.text = true;
		return true;
	default:
		break;
	}
	if (c < 32) {
		char name[8] = { 'C', '-', (char)(c < 27 ? c + 96 : c + 64), '\0' };

		named(event, name);
		return true;
	}
	memset(&state, 0, sizeof state);
	length = wcrtomb(text, (wchar_t)c, &state);
	/* Also where it is no character: (size_t)-1. */
	if (length >= sizeof event->name)
		return false;
	text[length] = '\0';
	if (!text_is_valid(text, length) || text_has_control(text, ""))
		return false;
	named(event, text);
	event->key.text = true;
	return true;
}

bool input_next(struct event *event)
{
	wint_t c;
	int code;

	memset(event, 0, sizeof *event);
	for (;;) {
		if (paste.inside)
			return read_paste(event);
		if (paste.after.length > paste.after_at && give_back()) {
			begin_paste();
			continue;
		}
		code = wget_wch(keyboard, &c);
		if (code == ERR) {
			if (paste.after.length > paste.after_at)
				continue;
			return false;
		}
		if (code == OK && character(event, c))
			return true;
		if (code != KEY_CODE_YES)
			continue;
		if (c == KEY_PASTE_BEGIN)
			begin_paste();
		else if (c == KEY_PASTE_END)
			paste.torn = false;
		else if (c == KEY_MOUSE ? read_mouse(event) : special(event, (int)c))
			return true;
	}
}
