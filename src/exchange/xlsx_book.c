/* The parts of an XLSX beside its sheets: which sheets there are and where, how numbers are shown, texts that cells share. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "exchange/xlsx.h"

#define STRINGS_MAX ((size_t)8 << 20)
#define FORMATS_MAX 100000
#define SHEETS_MAX 1000

bool xlsx_is_main(const char *space)
{
	static const char *const spaces[] = { "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
		"http://purl.oclc.org/ooxml/spreadsheetml/main" };

	return !*space || strcmp(space, spaces[0]) == 0 || strcmp(space, spaces[1]) == 0;
}

bool xlsx_part(struct xlsx_book *book, const char *part, size_t most, bool required, const struct xml_told *told,
	void *user, struct error *error)
{
	struct buffer content;
	enum archive_answer answer = archive_read(book->archive, part, most, &content, error);
	char *shown = text_printable(part, false), *place = xasprintf("%s: %s", book->name, shown);
	bool ok = answer == ARCHIVE_READ && xml_stream(place, &content, told, user, error);

	if (answer == ARCHIVE_ABSENT)
		ok = !required ||
		     /* TRANSLATORS: a file, and the part that it should hold */
		     error_set(error, ERROR_INVALID, _("%s is damaged: it lacks its part %s."), book->name, shown);
	buffer_free(&content);
	free(place);
	free(shown);
	return ok;
}

/* ---- relationships: where the parts are ---- */

struct relation {
	char *id, *type, *part;
};
struct relations {
	struct relation *items;
	size_t count, capacity;
	const char *folder; /* to which targets are relative: "xl/" */
};

static void relations_free(struct relations *relations)
{
	while (relations->count) {
		relations->count--;
		free(relations->items[relations->count].id);
		free(relations->items[relations->count].type);
		free(relations->items[relations->count].part);
	}
	free(relations->items);
}

/* "xl/" and "../docProps/x.xml" as "docProps/x.xml"; nothing leads out of the archive.  Caller frees. */
static char *resolve(const char *folder, const char *target)
{
	struct buffer path = { 0 };
	const char *c = target;

	buffer_add(&path, *target == '/' ? "" : folder);
	while (*c) {
		size_t length = strcspn(c, "/");

		if (length == 2 && c[0] == '.' && c[1] == '.') {
			if (path.length)
				path.length--;
			while (path.length && path.data[path.length - 1] != '/')
				path.length--;
			path.data[path.length] = '\0';
		} else if (length && !(length == 1 && *c == '.')) {
			buffer_add_bytes(&path, c, length + (c[length] == '/'));
		}
		c += length + (c[length] == '/');
	}
	return buffer_take(&path);
}

static bool on_relation(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct relations *relations = user;
	char *target, *type;

	(void)space;
	if (strcmp(name, "Relationship") != 0)
		return true;
	target = xml_attribute_copy(attributes, "Target");
	type = xml_attribute_copy(attributes, "Type");
	if (target && type && strrchr(type, '/')) {
		if (relations->count == relations->capacity) {
			relations->capacity = relations->capacity ? relations->capacity * 2 : 8;
			relations->items =
				xreallocarray(relations->items, relations->capacity, sizeof *relations->items);
		}
		relations->items[relations->count++] = (struct relation){ xml_attribute_copy(attributes, "Id"),
			xstrdup(strrchr(type, '/') + 1), resolve(relations->folder, target) };
	}
	free(target);
	free(type);
	return true;
}

static const struct xml_told told_relations = { .start = on_relation };

static const struct relation *relation_of(const struct relations *relations, const char *type, const char *id)
{
	size_t i;

	for (i = 0; i < relations->count; i++)
		if ((!type || strcmp(relations->items[i].type, type) == 0) &&
			(!id || (relations->items[i].id && strcmp(relations->items[i].id, id) == 0)))
			return &relations->items[i];
	return NULL;
}

/* ---- the workbook: sheets and the epoch ---- */

struct opening {
	struct xlsx_book *book;
	struct relations relations;
	struct error *error;
};

static bool on_workbook(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct opening *opening = user;
	const struct relation *relation;
	char *id, *title, *state;

	if (!xlsx_is_main(space))
		return true;
	if (strcmp(name, "workbookPr") == 0)
		opening->book->since_1904 = xml_attribute_is(attributes, "date1904");
	if (strcmp(name, "sheet") != 0)
		return true;
	if (opening->book->sheets.count >= SHEETS_MAX)
		return error_set(
			opening->error, ERROR_INVALID, _("%s has more than 1,000 sheets."), opening->book->name);
	id = xml_attribute_copy(attributes, "id");
	title = xml_attribute_copy(attributes, "name");
	state = xml_attribute_copy(attributes, "state");
	/* A sheet that is a chart has another type, and no cells. */
	relation = id && title ? relation_of(&opening->relations, "worksheet", id) : NULL;
	if (relation)
		book_sheets_add(&opening->book->sheets, xstrdup(title), xstrdup(relation->part),
			state && strcmp(state, "visible") != 0);
	free(state);
	free(title);
	free(id);
	return true;
}

static const struct xml_told told_workbook = { .start = on_workbook };

/* ---- styles: how the numbers of cells are shown ---- */

struct own_format {
	long number;
	struct xlsx_format format;
};
struct styles {
	struct xlsx_book *book;
	struct own_format *own;
	size_t count, capacity;
	bool in_cells; /* <cellXfs>: those that cells name */
};

/* The currency of those that have no code is the one of whoever looks at the sheet: nobody knows which. */
static struct xlsx_format format_of(const struct styles *styles, long number)
{
	size_t i;

	for (i = styles->count; i-- > 0;)
		if (styles->own[i].number == number)
			return styles->own[i].format;
	return (struct xlsx_format){ book_builtin_format(number), 0, 0 };
}

static struct xlsx_format format_of_code(struct styles *styles, const char *code)
{
	struct strings *units = &styles->book->units;
	struct xlsx_format format = { code ? book_format(code) : BOOK_NUMBER, 0, 0 };
	size_t zeros = 0;
	char *prefix = code && format.format == BOOK_NUMBER ? book_prefix(code, &zeros) : NULL,
	     *unit = prefix                                 ? prefix
		     : code && format.format == BOOK_NUMBER ? book_unit(code)
							    : NULL;

	if (prefix)
		format.format = (unsigned char)(BOOK_PADDED + zeros);
	if (unit) {
		strings_take(units, unit);
		format.unit = (unsigned short)units->count;
	}
	return format;
}

/* The code as a whole, or each of its sections, where they say of which numbers they are. */
static struct xlsx_format format_by_value(struct styles *styles, const char *code)
{
	struct xlsx_book *book = styles->book;
	struct xlsx_conditional *it;
	struct book_section sections[BOOK_SECTIONS];
	size_t count = code && book->conditional_count < FORMATS_MAX / 100 ? book_sections(code, sections) : 0, i;
	struct xlsx_format format = { BOOK_NUMBER, 0, 0 };

	if (!count)
		return format_of_code(styles, code);
	book->conditional = xreallocarray(book->conditional, book->conditional_count + 1, sizeof *book->conditional);
	it = &book->conditional[book->conditional_count++];
	memset(it, 0, sizeof *it);
	memcpy(it->sections, sections, count * sizeof *sections);
	it->count = count;
	for (i = 0; i < count; i++)
		it->formats[i] = format_of_code(styles, it->sections[i].code);
	format.by_value = (unsigned short)book->conditional_count;
	return format;
}

/* Whether what a section shows in the place of a number says something: no dash, and not nothing. */
static bool says_something(const char *code)
{
	const char *c;

	for (c = code; *c; c++) {
		if (*c == '[')
			c += strcspn(c, "]");
		else if (*c == '_' || *c == '*')
			c++;
		else if (strchr("0123456789", *c) || ((*c | 32) >= 'a' && (*c | 32) <= 'z') ||
			 ((unsigned char)*c >= 0xc3 && (unsigned char)*c < 0xe2))
			return true;
		if (!*c)
			break;
	}
	return false;
}

struct xlsx_format xlsx_format_of(
	const struct xlsx_book *book, struct xlsx_format format, const char *number, bool *shown)
{
	const struct xlsx_conditional *it = format.by_value ? &book->conditional[format.by_value - 1] : NULL;
	double value = 0;
	size_t at;

	*shown = true;
	if (!it || !book_parse(number, &value))
		return format;
	at = book_section_of(it->sections, it->count, value);
	if (at < it->count && it->sections[at].value)
		return it->formats[at];
	/* "before 2020" is said of a day that is there. */
	*shown = at == it->count || says_something(it->sections[at].code);
	/* A text in the place of a number, as a dash for zero: it is a number as the others are. */
	for (at = 0; at < it->count && !it->sections[at].value; at++)
		;
	return at < it->count ? it->formats[at] : format;
}

static bool on_style(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct styles *styles = user;
	struct xlsx_book *book = styles->book;

	if (!xlsx_is_main(space))
		return true;
	if (strcmp(name, "numFmt") == 0 && styles->count < FORMATS_MAX / 100) {
		char *code = xml_attribute_copy(attributes, "formatCode");

		if (styles->count == styles->capacity) {
			styles->capacity = styles->capacity ? styles->capacity * 2 : 16;
			styles->own = xreallocarray(styles->own, styles->capacity, sizeof *styles->own);
		}
		styles->own[styles->count++] = (struct own_format){ xml_attribute_number(attributes, "numFmtId", -1),
			format_by_value(styles, code) };
		free(code);
	}
	if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = true;
	if (strcmp(name, "xf") == 0 && styles->in_cells && book->format_count < FORMATS_MAX) {
		if (book->format_count == book->format_capacity) {
			book->format_capacity = book->format_capacity ? book->format_capacity * 2 : 64;
			book->formats = xreallocarray(book->formats, book->format_capacity, sizeof *book->formats);
		}
		book->formats[book->format_count++] =
			format_of(styles, xml_attribute_number(attributes, "numFmtId", 0));
	}
	return true;
}

static bool on_style_end(void *user, const char *name, const char *space)
{
	struct styles *styles = user;

	(void)space;
	if (strcmp(name, "cellXfs") == 0)
		styles->in_cells = false;
	return true;
}

static const struct xml_told told_styles = { .start = on_style, .end = on_style_end };

/* ---- shared strings ---- */

struct sharing {
	struct xlsx_book *book;
	struct error *error;
	size_t start;
	bool in_text, phonetic; /* <rPh>: how it is spoken, which no cell shows */
	bool in_struck;         /* <strike/>: what was there before */
	struct buffer struck;
};

static bool on_string(void *user, const char *name, const char *space, const struct xml_attributes *attributes)
{
	struct sharing *sharing = user;
	const char *value;
	size_t length;

	if (!xlsx_is_main(space))
		return true;
	if (strcmp(name, "si") == 0)
		sharing->start = sharing->book->text.length;
	else if (strcmp(name, "r") == 0)
		sharing->in_struck = false;
	else if (strcmp(name, "strike") == 0)
		sharing->in_struck = !xml_attribute_value(attributes, "val", &value, &length) ||
				     (length > 0 && *value != '0' && *value != 'f');
	else if (strcmp(name, "rPh") == 0)
		sharing->phonetic = true;
	else if (strcmp(name, "t") == 0)
		sharing->in_text = !sharing->phonetic;
	return true;
}

static bool on_string_text(void *user, const char *text, size_t length)
{
	struct sharing *sharing = user;

	if (sharing->in_text)
		buffer_add_bytes(sharing->in_struck ? &sharing->struck : &sharing->book->text, text, length);
	return true;
}

static bool on_string_end(void *user, const char *name, const char *space)
{
	struct sharing *sharing = user;
	struct xlsx_book *book = sharing->book;

	if (!xlsx_is_main(space))
		return true;
	if (strcmp(name, "t") == 0)
		sharing->in_text = false;
	else if (strcmp(name, "rPh") == 0)
		sharing->phonetic = false;
	else if (strcmp(name, "r") == 0)
		sharing->in_struck = false;
	if (strcmp(name, "si") != 0)
		return true;
	/* A cell that is struck whole still says what it says. */
	if (sharing->struck.length && book->text.length == sharing->start)
		buffer_add_bytes(&book->text, sharing->struck.data, sharing->struck.length);
	else if (sharing->struck.length)
		book->struck = true;
	buffer_free(&sharing->struck);
	if (book->string_count >= STRINGS_MAX)
		return error_set(sharing->error, ERROR_INVALID, _("%s: the table is too large."), book->name);
	if (book->string_count == book->string_capacity) {
		book->string_capacity = book->string_capacity ? book->string_capacity * 2 : 1024;
		book->ends = xreallocarray(book->ends, book->string_capacity, sizeof *book->ends);
	}
	xlsx_unescape(&book->text, sharing->start);
	book->ends[book->string_count++] = book->text.length;
	return true;
}

static const struct xml_told told_strings = { .start = on_string, .text = on_string_text, .end = on_string_end };

void xlsx_unescape(struct buffer *text, size_t start)
{
	char *from, *to, *end;

	if (text->length <= start || !memmem(text->data + start, text->length - start, "_x", 2))
		return;
	from = to = text->data + start;
	end = text->data + text->length;
	while (from < end) {
		unsigned long character;

		/* Surrogates and NUL stay as they stand: halves of nothing. */
		if (end - from >= 7 && from[0] == '_' && from[1] == 'x' && from[6] == '_' &&
			strspn(from + 2, "0123456789abcdefABCDEF") == 4 &&
			(character = strtoul(from + 2, NULL, 16)) != 0 && (character < 0xd800 || character > 0xdfff)) {
			if (character >= 0x800)
				*to++ = (char)(0xe0 | character >> 12);
			if (character >= 0x80)
				*to++ = (char)(character >= 0x800 ? 0x80 | (character >> 6 & 0x3f)
								  : 0xc0 | character >> 6);
			*to++ = (char)(character >= 0x80 ? 0x80 | (character & 0x3f) : character);
			from += 7;
		} else {
			*to++ = *from++;
		}
	}
	text->length = (size_t)(to - text->data);
	*to = '\0';
}

bool xlsx_strings(struct xlsx_book *book, struct error *error)
{
	struct sharing sharing = { .book = book, .error = error };
	bool ok;

	if (book->has_strings || !book->strings_part)
		return true;
	book->has_strings = true;
	ok = xlsx_part(book, book->strings_part, BOOK_SHEET_MAX, true, &told_strings, &sharing, error);
	buffer_free(&sharing.struck);
	return ok;
}

bool xlsx_string(const struct xlsx_book *book, long number, const char **text, size_t *length)
{
	size_t start;

	if (number < 0 || (size_t)number >= book->string_count)
		return false;
	start = number ? book->ends[number - 1] : 0;
	*text = book->text.data ? book->text.data + start : "";
	*length = book->ends[number] - start;
	return true;
}

/* ---- all of it ---- */

/* "xl/workbook.xml" has its relationships in "xl/_rels/workbook.xml.rels".  Caller frees. */
static char *relations_part(const char *part)
{
	const char *slash = strrchr(part, '/');
	int folder = slash ? (int)(slash + 1 - part) : 0;

	return xasprintf("%.*s_rels/%s.rels", folder, part, part + folder);
}

static bool read_workbook(struct xlsx_book *book, const char *part, struct error *error)
{
	struct opening opening = { .book = book, .error = error };
	struct styles styles = { .book = book };
	char *folder = xstrndup(part, strrchr(part, '/') ? (size_t)(strrchr(part, '/') + 1 - part) : 0),
	     *relations = relations_part(part);
	const struct relation *found;
	bool ok;

	opening.relations.folder = folder;
	ok = xlsx_part(book, relations, BOOK_PART_MAX, true, &told_relations, &opening.relations, error) &&
	     xlsx_part(book, part, BOOK_PART_MAX, true, &told_workbook, &opening, error);
	found = ok ? relation_of(&opening.relations, "sharedStrings", NULL) : NULL;
	if (found)
		book->strings_part = xstrdup(found->part);
	found = ok ? relation_of(&opening.relations, "styles", NULL) : NULL;
	if (found)
		ok = xlsx_part(book, found->part, BOOK_PART_MAX, false, &told_styles, &styles, error);
	free(styles.own);
	relations_free(&opening.relations);
	free(relations);
	free(folder);
	return ok;
}

bool xlsx_open(struct xlsx_book *book, struct archive *archive, const char *name, struct error *error)
{
	struct relations relations = { .folder = "" };
	const struct relation *found;
	bool ok;

	memset(book, 0, sizeof *book);
	book->archive = archive;
	book->name = name;
	ok = xlsx_part(book, "_rels/.rels", BOOK_PART_MAX, true, &told_relations, &relations, error);
	if (ok) {
		found = relation_of(&relations, "officeDocument", NULL);
		ok = read_workbook(book, found ? found->part : "xl/workbook.xml", error);
	}
	relations_free(&relations);
	return ok;
}

void xlsx_close(struct xlsx_book *book)
{
	size_t i, j;

	book_sheets_free(&book->sheets);
	buffer_free(&book->text);
	for (i = 0; i < book->conditional_count; i++)
		for (j = 0; j < book->conditional[i].count; j++)
			free(book->conditional[i].sections[j].code);
	free(book->conditional);
	free(book->formats);
	strings_free(&book->units);
	free(book->strings_part);
	free(book->ends);
	memset(book, 0, sizeof *book);
}
