/*
 * noria-xlsx: a document on standard input, a workbook on standard output.
 *
 * Each table becomes a sheet: real dates and numbers, a header that stays,
 * filters.  Texts are written as texts, so nothing that begins with = is ever run.  Rows go
 * through as they come: a table of 100,000 takes no more memory than one of ten.
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "report/helper.h"
#include "report/xlsx/sheets.h"

#define ROWS_MAX 1048575u
#define SHEET_NAME_MAX 31u
enum { PAPER_LETTER = 1, PAPER_A4 = 9 };
#define CELL_MAX 32767u /* what a cell holds, in units of UTF-16 */

static int fail(const char *format, const char *what)
{
	fprintf(stderr, format, what);
	fputc('\n', stderr);
	return EXIT_FAILURE;
}

static lxw_format *plain(struct sheets *sheets)
{
	lxw_format *format = workbook_add_format(sheets->book);

	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	return format;
}

static void make_heading(lxw_format *format, lxw_color_t ground)
{
	format_set_bold(format);
	format_set_text_wrap(format);
	format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
	format_set_bottom(format, LXW_BORDER_MEDIUM);
	format_set_bg_color(format, ground);
}

static void make_styles(struct sheets *sheets)
{
	int i;

	for (i = 0; i < STYLES; i++)
		sheets->styles[i] = plain(sheets);
	format_set_text_wrap(sheets->styles[STYLE_LONG]);
	format_set_num_format(sheets->styles[STYLE_PERCENT], "0%");
	format_set_num_format(sheets->styles[STYLE_DATE], "yyyy-mm-dd");
	format_set_num_format(sheets->styles[STYLE_TIME], "yyyy-mm-dd hh:mm");
	/* Formats that every spreadsheet has: text, and days and moments as its own locale writes them. */
	format_set_num_format_index(sheets->styles[STYLE_KEPT], 49);
	format_set_num_format_index(sheets->styles[STYLE_OWN_DATE], 14);
	format_set_num_format_index(sheets->styles[STYLE_OWN_TIME], 22);
	format_set_text_wrap(sheets->styles[STYLE_KEPT]);
	sheets->stamp = workbook_add_format(sheets->book);
	format_set_bold(sheets->stamp);
	format_set_font_color(sheets->stamp, 0xb3261e);
	sheets->header = workbook_add_format(sheets->book);
	make_heading(sheets->header, 0xe9edf1);
	make_heading(sheets->styles[STYLE_REQUIRED], 0xbfcbd6);
	format_set_underline(sheets->styles[STYLE_REQUIRED], LXW_UNDERLINE_SINGLE);
}

static lxw_format *level_style(struct sheets *sheets, int level, int levels)
{
	if (level < 1 || level > 15 || levels < 1 || levels > 15)
		return sheets->styles[STYLE_TEXT];
	if (!sheets->levels[level][levels]) {
		sheets->levels[level][levels] = plain(sheets);
		format_set_bg_color(sheets->levels[level][levels], level_tint(level, levels));
	}
	return sheets->levels[level][levels];
}

/* The units of UTF-16 of the character that begins with this byte; 0: none begins with it. */
static size_t units_of(char byte)
{
	return ((unsigned char)byte & 0xc0) == 0x80 ? 0 : (unsigned char)byte >= 0xf0 ? 2 : 1;
}

/* The beginning of a name that takes no more units than `most`, up to the end of a word; of one that is a single word, what there is room for. */
static char *whole_words(const char *name, size_t most)
{
	size_t at = 0, word = 0, units = 0;

	while (name[at]) {
		size_t next = text_next(name, at), i;

		if (name[at] == ' ')
			word = at;
		for (i = at; i < next; i++)
			units += units_of(name[i]);
		if (units > most)
			break;
		at = next;
	}
	if (name[at] && word)
		at = word;
	while (at > 1 && strchr(" ,;-", name[at - 1]))
		at--;
	return xstrndup(name, at);
}

char *sheet_name(struct sheets *sheets, const char *wanted)
{
	struct buffer clean = { 0 };
	const char *base, *c;
	char *name, *cut, suffix[16];
	int number = 1;

	for (c = wanted ? wanted : ""; *c; c++)
		buffer_add_char(&clean, strchr("[]:*?/\\'\n", *c) ? ' ' : *c);
	base = clean.data && *clean.data ? clean.data : "Noria";
	name = whole_words(base, SHEET_NAME_MAX);
	for (;;) {
		char *folded = text_fold(name);

		if (!strings_contain(&sheets->names, folded)) {
			strings_take(&sheets->names, folded);
			break;
		}
		free(folded);
		free(name);
		snprintf(suffix, sizeof suffix, " %d", ++number);
		cut = whole_words(base, SHEET_NAME_MAX - strlen(suffix));
		name = xasprintf("%s%s", cut, suffix);
		free(cut);
	}
	buffer_free(&clean);
	return name;
}

static void end_sheet(struct sheets *sheets)
{
	size_t i, count = sheets->block.column_count;
	bool filled_in = entry_is(sheets);
	int sum = 0;

	if (!sheets->sheet)
		return;
	for (i = 0; i < count; i++) {
		int width = sheets->widths[i] + 2 < WIDTH_LEAST  ? WIDTH_LEAST
			    : sheets->widths[i] + 2 > WIDTH_MOST ? WIDTH_MOST
								 : sheets->widths[i] + 2;

		worksheet_set_column(
			sheets->sheet, (lxw_col_t)i, (lxw_col_t)i, width, filled_in ? entry_style(sheets, i) : NULL);
		sum += width;
	}
	if (!sheets->list_count && !filled_in)
		worksheet_autofilter(sheets->sheet, sheets->first, 0,
			sheets->row > sheets->first ? sheets->row : sheets->first + 1, (lxw_col_t)(count - 1));
	worksheet_freeze_panes(sheets->sheet, sheets->first + 1, count > 3 ? 1 : 0);
	worksheet_repeat_rows(sheets->sheet, 0, sheets->first);
	if (sum > PAGE_WIDTH)
		worksheet_set_landscape(sheets->sheet);
	worksheet_set_paper(sheets->sheet, sheets->letter ? PAPER_LETTER : PAPER_A4);
	worksheet_fit_to_pages(sheets->sheet, 1, 0);
	free(sheets->widths);
	block_free(&sheets->block);
	sheets->sheet = NULL;
}

int measure(const char *text, char ends)
{
	int characters = 0, most = 0;

	for (; *text && most < WIDTH_MOST; text++) {
		if (*text == '\n' || *text == ends)
			characters = 0;
		else
			characters += ((unsigned char)*text & 0xc0) != 0x80;
		if (characters > most)
			most = characters;
	}
	return most;
}

static void begin_sheet(struct sheets *sheets, struct wire_in *in, const char *title)
{
	char *name = sheet_name(sheets, in->block.text ? in->block.text : title);
	size_t i;

	end_sheet(sheets);
	sheets->sheet = workbook_add_worksheet(sheets->book, name);
	free(name);
	sheets->block = in->block;
	memset(&in->block, 0, sizeof in->block);
	/* A word that stands across the pages of a document stands above the header here. */
	sheets->first = in->head->stamp ? 1 : 0;
	if (in->head->stamp)
		worksheet_write_string(sheets->sheet, 0, 0, in->head->stamp, sheets->stamp);
	sheets->row = sheets->first;
	sheets->count++;
	sheets->letter = strcmp(in->head->paper, "letter") == 0;
	sheets->widths = xcalloc(sheets->block.column_count, sizeof *sheets->widths);
	for (i = 0; i < sheets->block.column_count; i++) {
		const struct entry_rule *entry = sheets->block.columns[i].entry;

		/* A header goes over lines; the button of its filter stands beside it. */
		sheets->widths[i] = measure(sheets->block.columns[i].title, ' ') + 2;
		worksheet_write_string(sheets->sheet, sheets->row, (lxw_col_t)i, sheets->block.columns[i].title,
			entry && entry->required ? sheets->styles[STYLE_REQUIRED] : sheets->header);
		if (entry && sheets->widths[i] < entry_width(sheets, i))
			sheets->widths[i] = entry_width(sheets, i);
	}
	if (entry_is(sheets))
		entry_prepare(sheets);
}

static bool parse_time(const char *value, lxw_datetime *time)
{
	int year, month, day, hour = 0, minute = 0, second = 0;

	if (sscanf(value, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) < 3)
		return false;
	/* A spreadsheet's days begin in 1900. */
	if (year < 1900 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	*time = (lxw_datetime){ year, month, day, hour, minute, second };
	return true;
}

/* ---- texts that a cell cannot hold ---- */

size_t text_units(const char *text)
{
	size_t units = 0;

	for (; *text; text++)
		units += units_of(*text);
	return units;
}

/* What stands at the end of a text that was cut. */
static char *cut_mark(size_t characters)
{
	/* TRANSLATORS: at the end of a text that was too long for a cell of a workbook */
	return xasprintf(ngettext("\xe2\x80\xa6 [cut: %zu character; whole in CSV]",
				 "\xe2\x80\xa6 [cut: %zu characters; whole in CSV]", characters),
		characters);
}

/* The text as far as a cell holds it with the mark, cut between two characters. */
static char *cut_text(const char *text)
{
	size_t length = text_length(text), kept = 0, units = 0, room;
	char *mark = cut_mark(length), *cut;
	const char *end;

	/* No number that the mark may tell is longer than that of all. */
	room = CELL_MAX - text_units(mark);
	free(mark);
	for (end = text; units + units_of(*end) <= room; end++) {
		units += units_of(*end);
		kept += units_of(*end) > 0;
	}
	mark = cut_mark(length - kept);
	cut = xasprintf("%.*s%s", (int)(end - text), text, mark);
	free(mark);
	return cut;
}

static void write_text(struct sheets *sheets, lxw_col_t column, const struct table_cell *cell)
{
	bool longer = strchr(cell->text, '\n') != NULL || strlen(cell->text) > WIDTH_MOST - 2;
	lxw_format *style = cell->level ? level_style(sheets, cell->level, cell->levels)
					: sheets->styles[longer ? STYLE_LONG : STYLE_TEXT];
	char *cut = strlen(cell->text) > CELL_MAX && text_units(cell->text) > CELL_MAX ? cut_text(cell->text) : NULL;

	if (*cell->text)
		worksheet_write_string(sheets->sheet, sheets->row, column, cut ? cut : cell->text, style);
	sheets->cut += cut != NULL;
	free(cut);
}

static void write_cell(struct sheets *sheets, size_t i, const struct table_cell *cell)
{
	lxw_datetime time;
	double number;
	lxw_col_t column = (lxw_col_t)i;
	int width;

	switch (sheets->block.columns[i].kind) {
	case COLUMN_DATE:
	case COLUMN_TIME:
		if (cell->value && parse_time(cell->value, &time)) {
			/* A day among times is no midnight. */
			bool date = strlen(cell->value) == 10;

			worksheet_write_datetime(sheets->sheet, sheets->row, column, &time,
				sheets->styles[date ? STYLE_DATE : STYLE_TIME]);
			if (sheets->widths[i] < (date ? 10 : 16))
				sheets->widths[i] = date ? 10 : 16;
			return;
		}
		break;
	case COLUMN_NUMBER:
		if (cell->value && number_parse_real(cell->value, &number)) {
			worksheet_write_number(
				sheets->sheet, sheets->row, column, number, sheets->styles[STYLE_NUMBER]);
			return;
		}
		break;
	case COLUMN_PERCENT:
		if (cell->value && number_parse_real(cell->value, &number)) {
			worksheet_write_number(
				sheets->sheet, sheets->row, column, number / 100, sheets->styles[STYLE_PERCENT]);
			return;
		}
		break;
	default:
		break;
	}
	write_text(sheets, column, cell);
	width = measure(cell->text, '\n');
	if (width > sheets->widths[i])
		sheets->widths[i] = width;
}

static char *cut_note(size_t count)
{
	return xasprintf(ngettext("%zu text was cut to fit a cell; CSV has it whole.",
				 "%zu texts were cut to fit cells; CSV has them whole.", count),
		count);
}

/*
 * Signs the archive by its comment, which programs that save a workbook anew do not
 * keep: so `noria export` knows its own work from somebody's.  The length of the comment is
 * the last thing of the archive.  False: it could neither be signed nor left as it was.
 */
static bool sign(int file)
{
	static const char words[] = "Noria";
	unsigned char end[22], length[2] = { sizeof words - 1, 0 };
	off_t size = lseek(file, 0, SEEK_END);

	if (size < (off_t)sizeof end || pread(file, end, sizeof end, size - (off_t)sizeof end) != sizeof end ||
		memcmp(end, "PK\5\6\0\0\0\0", 8) != 0 || end[20] || end[21])
		return true;
	if (pwrite(file, words, sizeof words - 1, size) == sizeof words - 1 && pwrite(file, length, 2, size - 2) == 2)
		return true;
	return ftruncate(file, size) == 0;
}

static bool send(int file)
{
	char part[65536];
	ssize_t count;

	if (lseek(file, 0, SEEK_SET) < 0)
		return false;
	while ((count = read(file, part, sizeof part)) > 0)
		if (fwrite(part, 1, (size_t)count, stdout) != (size_t)count)
			return false;
	return count == 0 && fflush(stdout) == 0;
}

static bool fill(struct sheets *sheets, struct wire_in *in, const char **fault)
{
	enum wire_event event;
	bool table = false, front = true;

	while ((event = wire_next(in)) != WIRE_END && event != WIRE_FAULT) {
		size_t i;

		if (event == WIRE_BLOCK) {
			table = !front && in->block.kind == BLOCK_TABLE;
			front = false;
			if (table)
				begin_sheet(sheets, in, in->head->title);
		} else if (event == WIRE_ROW && table) {
			if (sheets->row == ROWS_MAX) {
				*fault = _("a sheet holds 1,048,576 rows, and there are more; choose some by a filter");
				return false;
			}
			sheets->row++;
			for (i = 0; i < in->columns; i++)
				write_cell(sheets, i, &in->row.cells[i]);
		}
	}
	*fault = in->fault;
	return event == WIRE_END;
}

int main(int argc, char **argv)
{
	lxw_workbook_options options = { .constant_memory = LXW_TRUE };
	lxw_doc_properties properties = { 0 };
	struct wire_in in = { .file = stdin };
	struct sheets sheets = { 0 };
	const char *fault = NULL;
	lxw_error error;
	char *path, *note = NULL;
	bool ok;
	int file;

	environment_start("noria");
	setlocale(LC_NUMERIC, "C");
	if (argc > 1 && strcmp(argv[1], "--version") == 0) {
		printf("libxlsxwriter %s\n", lxw_version());
		return EXIT_SUCCESS;
	}
	/* The library wants a name; the workbook lies in memory all the same. */
	file = memfd_create("workbook", MFD_CLOEXEC);
	if (file < 0)
		return fail("%s", _("there is no memory for the workbook"));
	path = xasprintf("/proc/self/fd/%d", file);
	sheets.book = workbook_new_opt(path, &options);
	make_styles(&sheets);
	ok = fill(&sheets, &in, &fault);
	end_sheet(&sheets);
	entry_lists(&sheets);
	if (!sheets.count)
		workbook_add_worksheet(sheets.book, NULL);
	if (in.head) {
		properties.title = in.head->title;
		properties.company = in.head->organisation ? in.head->organisation : "";
		properties.author = properties.company;
		properties.comments = in.head->application;
		properties.created = (time_t)in.head->created;
		workbook_set_properties(sheets.book, &properties);
	}
	error = workbook_close(sheets.book);
	if (ok && error != LXW_NO_ERROR) {
		fault = lxw_strerror(error);
		ok = false;
	}
	ok = ok && sign(file) && send(file);
	if (!ok)
		fail("%s", fault ? fault : _("the workbook could not be written"));
	else if (sheets.cut)
		fprintf(stderr, HELPER_NOTE "%s\n", note = cut_note(sheets.cut));
	free(note);
	wire_in_free(&in);
	strings_free(&sheets.names);
	entry_free(&sheets);
	free(path);
	close(file);
	return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}
