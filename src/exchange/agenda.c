/* What is due as a table, and as a calendar that other programs read (iCalendar, RFC 5545). */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/lib.h"

static const char *const due_columns[] = { "date", "late", "register", "ref", "title", "field", "owner" };
#define DUE_COLUMNS (sizeof due_columns / sizeof due_columns[0])

struct lines {
	struct store *store;
	const struct query *filter;
	bool told; /* to others */
	struct date today;
	store_row each;
	void *user;
};

/* A cell of a table: what scripts read, and what people do. */
static struct cell cell(const char *value, const char *text)
{
	return (struct cell){ .value = (char *)value, .text = (char *)text };
}

static bool line_row(void *user, const struct agenda_item *item)
{
	struct lines *lines = user;
	struct date day = { 0 };
	int days = due_days(&lines->today, item->date);
	char number[16], *date, *late = agenda_text(item, &lines->today);
	struct cell cells[DUE_COLUMNS];
	struct row row = { .id = item->id, .ref = item->ref, .cells = cells };
	bool go;

	snprintf(number, sizeof number, "%d", days);
	date = date_parse(item->date, &day) ? date_format_locale(&day) : xstrdup(item->date);
	cells[0] = cell(item->date, date);
	cells[1] = cell(number, late);
	cells[2] = cell(item->def->name, _(item->def->label));
	cells[3] = cell(item->ref, item->ref);
	cells[4] = cell(*item->title ? item->title : NULL, item->title);
	cells[5] = cell(item->field->name, _(item->field->label));
	cells[6] = cell(item->owner_ref, item->owner);
	go = lines->each(lines->user, &row);
	free(date);
	free(late);
	return go;
}

static bool due_rows(void *user, store_row each, void *each_user, struct error *error)
{
	struct lines *lines = user;
	struct agenda *agenda = lines->told ? agenda_open_told(lines->store, lines->filter, error)
					    : agenda_open(lines->store, lines->filter, error);
	bool ok;

	if (!agenda)
		return false;
	lines->each = each;
	lines->user = each_user;
	ok = agenda_each(agenda, line_row, lines, error);
	agenda_close(agenda);
	return ok;
}

static bool write_lines(struct store *store, const struct query *filter, bool told, enum table_format format,
	struct output *output, struct error *error)
{
	struct lines lines = { .store = store,
		.filter = filter,
		.told = told,
		.today = environment_today(store_context(store)->time_zone) };

	return export_rows(&register_due, due_columns, DUE_COLUMNS, format, due_rows, &lines, output, error);
}

bool export_due(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error)
{
	return write_lines(store, filter, true, format, output, error);
}

bool list_due(struct store *store, const struct query *filter, enum table_format format, struct output *output,
	struct error *error)
{
	return write_lines(store, filter, false, format, output, error);
}

/* ---- iCalendar ---- */

/* A content line, folded at 75 octets between characters (RFC 5545, 3.1). */
static void content_line(struct output *output, const char *line)
{
	size_t length = strlen(line), at = 0, room = 75;

	while (length - at > room) {
		size_t cut = at + room;

		while (((unsigned char)line[cut] & 0xc0) == 0x80)
			cut--;
		output_write(output, line + at, cut - at);
		output_text(output, "\r\n ");
		at = cut;
		room = 74; /* the blank that continues a line counts */
	}
	output_write(output, line + at, length - at);
	output_text(output, "\r\n");
}

/* NAME:VALUE with the value as TEXT (3.3.11). */
static void text_property(struct output *output, const char *name, const char *text)
{
	char *clean = text_exchangeable(text);
	struct buffer line = { 0 };
	const char *c;

	buffer_printf(&line, "%s:", name);
	for (c = clean; *c; c++) {
		if (*c == '\n') {
			buffer_add(&line, "\\n");
			continue;
		}
		if (strchr("\\;,", *c))
			buffer_add_char(&line, '\\');
		buffer_add_char(&line, *c);
	}
	content_line(output, line.data);
	buffer_free(&line);
	free(clean);
}

struct calendar {
	struct output *output;
	char stamp[20];
};

static bool event(void *user, const struct agenda_item *item)
{
	struct calendar *calendar = user;
	struct output *output = calendar->output;
	struct date day;
	char *text;

	if (!date_parse(item->date, &day))
		return true;
	content_line(output, "BEGIN:VEVENT");
	text = xasprintf("%s-%s", item->uuid, item->field->name);
	text_property(output, "UID", text);
	free(text);
	text = xasprintf("DTSTAMP:%s", calendar->stamp);
	content_line(output, text);
	free(text);
	text = xasprintf("DTSTART;VALUE=DATE:%04d%02d%02d", day.year, day.month, day.day);
	content_line(output, text);
	free(text);
	/* TRANSLATORS: an event of a calendar: ref and title of a record, then the field that is due */
	text = xasprintf(_("%s %s: %s"), item->ref, item->title, _(item->field->label));
	text_property(output, "SUMMARY", text);
	free(text);
	text = *item->owner ? xasprintf("%s\n%s: %s", _(item->def->label), _("Owner"), item->owner)
			    : xstrdup(_(item->def->label));
	text_property(output, "DESCRIPTION", text);
	free(text);
	text_property(output, "CATEGORIES", _(item->def->label));
	/* A day on which something is due is not a day that is taken. */
	content_line(output, "TRANSP:TRANSPARENT");
	content_line(output, "END:VEVENT");
	return true;
}

bool export_calendar(struct store *store, const struct query *filter, struct output *output, struct error *error)
{
	struct calendar calendar = { .output = output };
	struct agenda *agenda = agenda_open_told(store, filter, error);
	char *stamp, *name;
	bool ok;
	int year, month, day, hour, minute, second;

	if (!agenda)
		return false;
	stamp = date_time_format(environment_now());
	if (sscanf(stamp, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) != 6)
		year = 1970, month = day = 1, hour = minute = second = 0;
	snprintf(calendar.stamp, sizeof calendar.stamp, "%04u%02u%02uT%02u%02u%02uZ", (unsigned)year % 10000,
		(unsigned)month % 100, (unsigned)day % 100, (unsigned)hour % 100, (unsigned)minute % 100,
		(unsigned)second % 100);
	free(stamp);
	content_line(output, "BEGIN:VCALENDAR");
	content_line(output, "VERSION:2.0");
	content_line(output, "PRODID:-//Noria//Noria//EN");
	content_line(output, "CALSCALE:GREGORIAN");
	name = xasprintf(_("%s: %s"), store_context(store)->organisation_name, _("What is due"));
	text_property(output, "X-WR-CALNAME", name);
	free(name);
	ok = agenda_each(agenda, event, &calendar, error);
	content_line(output, "END:VCALENDAR");
	agenda_close(agenda);
	return ok;
}
