/* The calendar of checks as it is drawn: a month with counts, or a week with titles, and the checks of the day below. */
#include <stdlib.h>
#include <string.h>

#include "tui/checks.h"

static const struct day_mark {
	enum day_state state;
	const char *text;
	enum style style;
} marks[] = {
	/* TRANSLATORS: a letter and its meaning, of the calendar of checks; all six letters differ */
	{ DAY_LATE, N_("L late"), STYLE_LATE },
	{ DAY_MISSED, N_("M missed"), STYLE_LATE },
	{ DAY_FAILED, N_("F failed"), STYLE_ERROR },
	{ DAY_PART, N_("H partly"), STYLE_LEVEL_3 },
	{ DAY_DUE, N_("D due"), STYLE_PLAIN },
	{ DAY_PASSED, N_("P passed"), STYLE_GOOD },
};
#define MARKS (sizeof marks / sizeof marks[0])

static const struct day_mark *mark_of(enum day_state state)
{
	size_t i = 0;

	while (marks[i].state != state)
		i++;
	return &marks[i];
}

static int letter_length(const struct day_mark *mark)
{
	return (int)strcspn(_(mark->text), " ");
}

/* What stands behind the letter. */
static const char *label_of(const struct day_mark *mark)
{
	const char *text = _(mark->text);
	size_t length = strcspn(text, " ");

	return text + length + (text[length] == ' ');
}

int checks_first_day(const struct checks *checks, int *weeks)
{
	struct date date = date_from_days(checks->day), next;
	int start = checks->day - (checks->day + 3) % 7;

	*weeks = 1;
	if (checks->week)
		return start;
	date.day = 1;
	start = date_days(&date);
	next = (struct date){ date.month == 12 ? date.year + 1 : date.year, date.month == 12 ? 1 : date.month + 1, 1 };
	start -= (start + 3) % 7;
	*weeks = (date_days(&next) - start + 6) / 7;
	return start;
}

const struct check_day *checks_of_day(const struct checks *checks, int day, size_t *count)
{
	size_t i = 0, end;

	while (i < checks->days.count && checks->days.items[i].day < day)
		i++;
	for (end = i; end < checks->days.count && checks->days.items[end].day == day; end++)
		;
	*count = end - i;
	return *count ? &checks->days.items[i] : NULL;
}

/* "24": the day of the cursor in brackets, today accented. */
static int draw_number(const struct checks *checks, int day, int row, int column)
{
	struct date date = date_from_days(day);
	bool here = day == checks->day;
	char *text = xasprintf("%c%2d%c", here ? '[' : day == checks->today ? '>' : ' ', date.day, here ? ']' : ' ');

	draw_text(row, column, 4, here ? STYLE_CURSOR : day == checks->today ? STYLE_ACCENT : STYLE_PLAIN, text, false);
	free(text);
	return 4;
}

/* "2D 1F": how many there are of each, what asks for most first, as far as there is room. */
static void draw_counts(const struct checks *checks, int day, int row, int column, int columns)
{
	size_t count, i, j;
	const struct check_day *items = checks_of_day(checks, day, &count);

	for (i = 0; i < MARKS; i++) {
		size_t number = 0;
		char *text;
		int width;

		for (j = 0; j < count; j++)
			number += items[j].state == marks[i].state;
		if (!number)
			continue;
		text = xasprintf("%zu%.*s", number, letter_length(&marks[i]), _(marks[i].text));
		width = text_columns(text);
		if (width <= columns)
			draw_text(row, column, columns, marks[i].style, text, false);
		free(text);
		column += width + 1;
		columns -= width + 1;
	}
}

/* The week's columns: letter and title of each check of the day. */
static void draw_titles(const struct checks *checks, int day, struct area cell)
{
	size_t count, i;
	const struct check_day *items = checks_of_day(checks, day, &count);

	for (i = 0; i < count && (int)i < cell.height; i++) {
		const struct day_mark *mark = mark_of(items[i].state);
		bool more = (int)i == cell.height - 1 && i + 1 < count;
		char *text = more ? xasprintf("+%zu", count - i)
				  : xasprintf("%.*s %s", letter_length(mark), _(mark->text),
					    record_get(checks->days.checks[items[i].check].record, "title"));

		draw_text(cell.top + (int)i, cell.left, cell.width, mark->style, text, false);
		free(text);
	}
}

static void draw_weekdays(struct area area, int width)
{
	struct strings names = { 0 };
	int i;

	/* TRANSLATORS: the days of the week from Monday, parted by commas */
	strings_split(&names, _("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday"));
	for (i = 0; i < 7 && (size_t)i < names.count; i++)
		draw_text(area.top, area.left + i * width + 1, width - 1, STYLE_DIM, names.items[i], false);
	strings_free(&names);
}

static void draw_grid(const struct checks *checks, struct area area, int weeks, int start)
{
	struct date shown = date_from_days(checks->day);
	int width = area.width / 7, height = area.height / weeks, i;
	bool titles = checks->week || (height >= 3 && width >= 16);

	for (i = 0; i < weeks * 7; i++) {
		struct date date = date_from_days(start + i);
		struct area cell = { area.top + i / 7 * height, area.left + i % 7 * width, height, width };

		if (!checks->week && date.month != shown.month)
			continue;
		draw_number(checks, start + i, cell.top, cell.left);
		if (titles)
			draw_titles(checks, start + i,
				(struct area){ cell.top + 1, cell.left + 1, cell.height - 1, cell.width - 2 });
		else
			draw_counts(checks, start + i, cell.top, cell.left + 5, cell.width - 5);
	}
}

static void draw_legend(int row, int column, int columns)
{
	size_t i;

	for (i = 0; i < MARKS && columns > 0; i++) {
		int width = draw_text(row, column, columns, marks[i].style, _(marks[i].text), false) + 2;

		column += width;
		columns -= width;
	}
}

/* One check of the day: its letter, ref, title, and who does it. */
static void draw_item(const struct checks *checks, const struct check_day *item, int row, struct area area, bool here)
{
	const struct dated_check *check = &checks->days.checks[item->check];
	const struct day_mark *mark = mark_of(item->state);
	const char *kind = record_get(check->record, "kind");
	bool automaton = kind && strcmp(kind, "automaton") == 0;
	char *who = xasprintf(
		"%s%s%s", check->owner, automaton && *check->owner ? ", " : "", automaton ? _("by a program") : "");
	int third = area.width / 3, ref = 8, state = 11;

	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, state, mark->style, label_of(mark), true);
	draw_text(row, area.left + 2 + state, ref, STYLE_DIM, check->record->ref, true);
	draw_text(row, area.left + 2 + state + ref, area.width - 3 - state - ref - third, STYLE_PLAIN,
		record_get(check->record, "title"), true);
	draw_text(row, area.left + area.width - third, third, STYLE_PLAIN, who, true);
	if (here)
		draw_bar(row, area.left, area.width);
	free(who);
}

static void draw_day(struct ui *ui, const struct checks *checks, struct area area, const struct place *place)
{
	struct date date = date_from_days(checks->day);
	char *heading = date_format_long(&date);
	size_t count, i, top = 0;
	const struct check_day *items = checks_of_day(checks, checks->day, &count);
	int room = area.height - 1;

	(void)ui;
	draw_heading((struct area){ area.top, area.left, 1, area.width }, heading, true);
	free(heading);
	if (room > 0 && checks->item >= (size_t)room)
		top = checks->item - (size_t)room + 1;
	for (i = top; i < count && (int)(i - top) < room; i++)
		draw_item(checks, &items[i], area.top + 1 + (int)(i - top), area, i == checks->item);
	if (!count && room > 0)
		draw_told((struct area){ area.top + 1, area.left + 2, 1, area.width - 3 }, STYLE_DIM,
			checks->days.check_count ? _("No check on this day.")
						 : _("There are no checks yet; {add} adds the first one."),
			place);
}

void checks_draw(struct ui *ui, struct checks *checks, struct area area, const struct place *place)
{
	int weeks, start = checks_first_day(checks, &weeks), below;
	struct date date = date_from_days(checks->day);
	char *month = date_format_month(&date), *title = xasprintf(_("%s: %s"), _("Calendar of checks"), month);

	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, title, true);
	free(month);
	free(title);
	if (failure_draw(&checks->failure, area))
		return;
	/* Below the days the legend, the day's name and at least four of its checks. */
	below = checks->week ? area.height / 3 : area.height - 2 - weeks * (area.height >= 40 ? 6 : 1);
	below = below < 6 ? 6 : below;
	checks->grid = (struct area){ area.top + 2, area.left, area.height - 2 - below, area.width };
	if (checks->grid.height < weeks)
		checks->grid.height = weeks;
	draw_weekdays((struct area){ area.top + 1, area.left, 1, area.width }, area.width / 7);
	draw_grid(checks, checks->grid, weeks, start);
	draw_legend(checks->grid.top + checks->grid.height, area.left + 1, area.width - 2);
	draw_day(ui, checks,
		(struct area){ checks->grid.top + checks->grid.height + 1, area.left, below - 1, area.width }, place);
}
