/*
 * Caps on a document, byte by byte before the parser: see xml_guard.h.  It need
 * not know whether the document is well formed: where it is not, the parser stops;
 * and whatever is misread here meanwhile ends at one of the caps.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/xml_guard.h"

#define ATTRIBUTES_MAX 64
#define DEPTH_MAX 65
#define NAME_MAX_BYTES 1000
#define TAG_MAX ((size_t)128 << 10)
#define REMARK_MAX ((size_t)1 << 20)
#define TEXT_MAX ((size_t)1 << 20)
#define REMARKS_MAX 200000
#define DECLARATION_MAX 200
/*
 * References, CDATA sections, comments and carriage returns cut a text in pieces;
 * at each the validator measures, and may move, all of the text so far.  So many
 * bytes take a few tenths of a second; a text of 100,000 characters that are all
 * written as references takes half of them.
 */
#define WORK_MAX 1e10

enum guard_state {
	GUARD_START,
	GUARD_TEXT,
	GUARD_OPEN,
	GUARD_MARK,
	GUARD_TAG,
	GUARD_VALUE,
	GUARD_COMMENT,
	GUARD_CDATA,
	GUARD_INSTRUCTION
};

struct scan {
	struct xml_guard *guard;
	const char *file;
	struct error *error;
};

static bool refuse(const struct scan *scan, const char *sentence)
{
	return error_set_at(scan->error, ERROR_INVALID, scan->file, scan->guard->line + 1, "%s", sentence);
}

static bool unknown_encoding(const struct scan *scan, const char *name)
{
	return error_set_at(scan->error, ERROR_INVALID, scan->file, scan->guard->line + 1,
		_("The encoding of the file, %s, is not known."), name);
}

/* Encodings in which the signs of XML are the bytes that they seem to be. */
static bool is_plain_encoding(const char *name)
{
	static const char *const beginnings[] = { "UTF-8", "UTF8", "US-ASCII", "ASCII", "ISO-8859-", "ISO8859-",
		"ISO_8859-", "ISO-LATIN-", "LATIN", "WINDOWS-125", "CP125" };
	size_t i;

	for (i = 0; i < sizeof beginnings / sizeof beginnings[0]; i++)
		if (strncasecmp(name, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

/* False: another instruction, and not the declaration, is the first one. */
static bool is_declaration(const struct xml_guard *guard)
{
	return strncmp(guard->mark.data, "<xml", 4) == 0 && guard->mark.data[4] &&
	       strchr(" \t\r\n", guard->mark.data[4]);
}

/* The XML declaration was read: whatever it calls an encoding must be one in which this scan sees what the parser sees. */
static bool check_declaration(const struct scan *scan)
{
	const char *c = scan->guard->mark.data;
	bool ok = true;

	while (ok && is_declaration(scan->guard) && (c = strstr(c, "encoding")) != NULL) {
		char *name;

		c += strlen("encoding");
		c += strspn(c, " \t\r\n=\"'");
		name = xstrndup(c, strcspn(c, " \t\r\n=\"'?"));
		if (!scan->guard->wide && strncasecmp(name, "UTF-16", 6) == 0)
			ok = refuse(scan,
				_("The text is not in the encoding that the file names (UTF-8 where it names none)."));
		else if (!is_plain_encoding(name) && !(scan->guard->wide && strncasecmp(name, "UTF-16", 6) == 0))
			ok = unknown_encoding(scan, name);
		free(name);
	}
	buffer_reset(&scan->guard->mark);
	return ok;
}

/* A piece of text ends here. */
static bool piece(const struct scan *scan)
{
	scan->guard->work += (double)scan->guard->text;
	return scan->guard->work <= WORK_MAX ||
	       refuse(scan, _("A text in the file is made of too many pieces; Noria does not read such files."));
}

static bool text_character(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;

	if (++guard->raw > TEXT_MAX)
		return refuse(scan, _("A text in the file is larger than 1 MB; Noria does not read such files."));
	/* A reference becomes one character. */
	guard->text += guard->name == 0;
	/* Its name goes up to the semicolon; where that is missing the parser stops. */
	if (guard->state != GUARD_CDATA && (c == '&' || guard->name))
		guard->name = c == '&' ? 1 : c == ';' || c == ' ' || c == '\n' ? 0 : guard->name + 1;
	if (guard->name > NAME_MAX_BYTES)
		return refuse(
			scan, _("A name in the file is longer than 1,000 characters; Noria does not read such files."));
	return (c != '&' && c != '\r') || piece(scan);
}

static bool begin_tag(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;

	guard->state = GUARD_TAG;
	guard->closing = c == '/';
	guard->empty = false;
	guard->attributes = guard->length = 0;
	guard->name = 1;
	return true;
}

static bool end_tag(const struct scan *scan)
{
	struct xml_guard *guard = scan->guard;

	guard->state = GUARD_TEXT;
	guard->text = guard->raw = guard->name = 0;
	if (guard->closing)
		guard->depth--;
	else if (++guard->depth > DEPTH_MAX)
		return refuse(scan, _("The file has too many elements, or they are nested too deep."));
	if (guard->empty)
		guard->depth--;
	return true;
}

/* Within a tag and outside the values of attributes. */
static bool tag_character(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;

	if (c == '>')
		return end_tag(scan);
	if (++guard->length > TAG_MAX)
		return refuse(scan, _("A tag in the file is larger than 128 KB; Noria does not read such files."));
	guard->empty = c == '/';
	if (c == '"' || c == '\'') {
		guard->state = GUARD_VALUE;
		guard->quote = c;
		guard->name = 0;
	} else if (c == '=') {
		guard->name = 0;
		if (++guard->attributes > ATTRIBUTES_MAX)
			return error_set_at(scan->error, ERROR_INVALID, scan->file, guard->line + 1,
				_("An element has more than %d attributes; Noria does not read such files."),
				ATTRIBUTES_MAX);
	} else if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '/') {
		guard->name = 0;
	} else if (++guard->name > NAME_MAX_BYTES) {
		return refuse(
			scan, _("A name in the file is longer than 1,000 characters; Noria does not read such files."));
	}
	return true;
}

static bool value_character(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;

	if (c == guard->quote)
		guard->state = GUARD_TAG;
	return ++guard->length <= TAG_MAX ||
	       refuse(scan, _("A tag in the file is larger than 128 KB; Noria does not read such files."));
}

/* What goes on until `end` ("-->").  True in *over when it was seen. */
static bool ends(struct xml_guard *guard, int c, const char *end)
{
	size_t length = strlen(end);

	/* "--->" and "]]]>" end as well: a sign that repeats keeps the place. */
	if (c == end[guard->ended])
		guard->ended++;
	else if (!(guard->ended + 1 == length && length == 3 && c == end[0]))
		guard->ended = c == end[0];
	return guard->ended == length;
}

static bool begin_remark(const struct scan *scan, int state)
{
	struct xml_guard *guard = scan->guard;

	guard->state = state;
	guard->length = guard->ended = guard->name = 0;
	return ++guard->remarks <= REMARKS_MAX ||
	       refuse(scan, _("The file has too many comments and instructions; Noria does not read such files."));
}

static bool remark_character(const struct scan *scan, int c, const char *end)
{
	struct xml_guard *guard = scan->guard;
	bool declaration = guard->state == GUARD_INSTRUCTION && guard->mark.length > 0;

	if (declaration && guard->mark.length < DECLARATION_MAX)
		buffer_add_char(&guard->mark, c > 0 && c < 0x80 ? (char)c : '?');
	else if (declaration && is_declaration(guard))
		return refuse(scan, _("The XML is not well formed."));
	if (++guard->length > REMARK_MAX)
		return refuse(scan,
			_("A comment or an instruction in the file is larger than 1 MB; Noria does not read such files."));
	if (!ends(guard, c, end))
		return true;
	guard->state = GUARD_TEXT;
	return !declaration || check_declaration(scan);
}

/* Behind "<!": a comment, a CDATA section, or a declaration, which only a document type has. */
static bool mark_character(const struct scan *scan, int c)
{
	static const char cdata[] = "[CDATA[";
	struct xml_guard *guard = scan->guard;

	buffer_add_char(&guard->mark, c > 0 && c < 0x80 ? (char)c : '?');
	if (strcmp(guard->mark.data, "-") == 0 ||
		(strcmp(guard->mark.data, cdata) != 0 && strncmp(guard->mark.data, cdata, guard->mark.length) == 0))
		return true;
	if (strcmp(guard->mark.data, "--") == 0) {
		if (!begin_remark(scan, GUARD_COMMENT))
			return false;
	} else if (strcmp(guard->mark.data, cdata) == 0) {
		guard->state = GUARD_CDATA;
		guard->ended = guard->name = 0;
	} else {
		return refuse(scan, *guard->mark.data == 'D'
					    ? _("The file has a DOCTYPE; Noria does not read such files.")
					    : _("The XML is not well formed."));
	}
	buffer_reset(&guard->mark);
	return piece(scan);
}

static bool open_character(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;

	if (c == '!') {
		guard->state = GUARD_MARK;
		buffer_reset(&guard->mark);
		return true;
	}
	if (c != '?')
		return begin_tag(scan, c);
	if (!begin_remark(scan, GUARD_INSTRUCTION))
		return false;
	/* The declaration is taken down; it can only stand first, and others are no longer than it may be. */
	if (guard->line == 0 && guard->depth == 0 && guard->raw == 0 && guard->remarks == 1)
		buffer_add_char(&guard->mark, '<');
	return piece(scan);
}

static bool step(const struct scan *scan, int c)
{
	struct xml_guard *guard = scan->guard;
	bool ok = true;

	switch ((enum guard_state)guard->state) {
	case GUARD_START:
	case GUARD_TEXT:
		if (c == '<')
			guard->state = GUARD_OPEN;
		else
			ok = text_character(scan, c);
		break;
	case GUARD_OPEN:
		ok = open_character(scan, c);
		break;
	case GUARD_MARK:
		ok = mark_character(scan, c);
		break;
	case GUARD_TAG:
		ok = tag_character(scan, c);
		break;
	case GUARD_VALUE:
		ok = value_character(scan, c);
		break;
	case GUARD_COMMENT:
		ok = remark_character(scan, c, "-->");
		break;
	case GUARD_INSTRUCTION:
		ok = remark_character(scan, c, "?>");
		break;
	case GUARD_CDATA:
		if (ends(guard, c, "]]>"))
			guard->state = GUARD_TEXT;
		ok = text_character(scan, c == '&' ? 'x' : c);
		break;
	}
	guard->line += c == '\n';
	return ok;
}

/* A byte of UTF-16 is half a character of those that matter. */
static bool wide_step(const struct scan *scan, unsigned char byte)
{
	struct xml_guard *guard = scan->guard;
	int high, low;

	if (!guard->half) {
		guard->half = byte + 1;
		return true;
	}
	high = guard->little ? byte : guard->half - 1;
	low = guard->little ? guard->half - 1 : byte;
	guard->half = 0;
	return step(scan, high ? 0x80 : low);
}

static bool take(const struct scan *scan, unsigned char byte)
{
	return scan->guard->wide ? wide_step(scan, byte) : step(scan, byte);
}

/* The first four bytes tell how many bytes a character has, by the rules that the parser follows. */
static bool begin(const struct scan *scan)
{
	struct xml_guard *guard = scan->guard;
	const unsigned char *first = guard->first;
	size_t from = 0, i;

	if ((first[0] == 0xff && first[1] == 0xfe) || memcmp(first, "<\0?", 4) == 0)
		guard->wide = guard->little = true;
	else if ((first[0] == 0xfe && first[1] == 0xff) || memcmp(first, "\0<\0?", 4) == 0)
		guard->wide = true;
	else if (memchr(first, 0, 4))
		return unknown_encoding(scan, "UTF-32");
	else if (memcmp(first, "\x4c\x6f\xa7\x94", 4) == 0)
		return unknown_encoding(scan, "EBCDIC");
	if (memcmp(first, "\xef\xbb\xbf", 3) == 0)
		from = 3;
	else if (first[0] >= 0xfe)
		from = 2;
	for (i = from; i < guard->seen; i++)
		if (!take(scan, first[i]))
			return false;
	return true;
}

/* How many of the bytes are plain text between two tags: counted together, most of a document goes fast. */
static size_t skip_text(struct xml_guard *guard, const char *bytes, size_t count)
{
	size_t plain = 0;

	if (guard->wide || guard->state != GUARD_TEXT || guard->name)
		return 0;
	/* Over the cap the byte that is too much is told. */
	if (count > TEXT_MAX - guard->raw)
		count = TEXT_MAX - guard->raw;
	for (; plain < count && bytes[plain] != '<' && bytes[plain] != '&' && bytes[plain] != '\r'; plain++)
		guard->line += bytes[plain] == '\n';
	guard->raw += plain;
	guard->text += plain;
	return plain;
}

bool xml_guard_feed(struct xml_guard *guard, const char *file, const char *bytes, size_t count, struct error *error)
{
	struct scan scan = { guard, file, error };
	size_t i = 0;

	while (guard->seen < 4 && i < count) {
		guard->first[guard->seen++] = (unsigned char)bytes[i++];
		if (guard->seen == 4 && !begin(&scan))
			return false;
	}
	for (; i < count; i++) {
		i += skip_text(guard, bytes + i, count - i);
		if (i < count && !take(&scan, (unsigned char)bytes[i]))
			return false;
	}
	return true;
}

void xml_guard_end(struct xml_guard *guard)
{
	buffer_free(&guard->mark);
	memset(guard, 0, sizeof *guard);
}
