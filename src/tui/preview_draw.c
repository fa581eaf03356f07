/* What an import would do, as it stands on the screen: how many of each kind, the rows, and all that is said of one. */
#include <stdlib.h>
#include <string.h>

#include "tui/importing.h"

#define NAME_COLUMNS 26

const struct preview_kind preview_kinds[PREVIEW_KINDS] = {
	{ 0, N_("All") },
	{ '!', N_("Refused") },
	{ '+', N_("New") },
	{ '~', N_("Changed") },
	{ '=', N_("Untouched") },
	{ '-', N_("Kept") },
	{ '*', N_("Notes") },
};

/* ---- all that is to be said of a row ---- */

static void say(struct strings *names, struct strings *texts, const char *name, const char *text)
{
	strings_add(names, name);
	strings_add(texts, text);
}

static void tell_faults(const struct preview *preview, size_t first, struct strings *names, struct strings *texts)
{
	size_t i = first;

	do {
		say(names, texts, i == first ? _("Refused") : "",
			importing_said(preview->import, preview->report.lines[i].sentence));
		i = preview->next[i];
	} while (i);
}

/* The cells of the row, by what they are taken for. */
static void tell_cells(const struct preview *preview, long line, struct strings *names, struct strings *texts)
{
	const struct import_plan *plan = preview->import->plan;
	size_t i;

	for (i = 0; plan && line && i < plan->column_count; i++) {
		const struct import_column *column = &plan->columns[i];
		const char *text = import_plan_text(plan, line, i);

		if (!*text || column->use == USE_SKIPPED || column->use == USE_NOTHING)
			continue;
		say(names, texts, column->use == USE_FIELD ? _(column->field->label) : column->heading, text);
	}
}

/* What a new record would say, as people read it. */
static void tell_new(
	const struct import_line *line, const struct field_def *but, struct strings *names, struct strings *texts)
{
	size_t i;

	for (i = 0; i < line->change_count; i++)
		if (line->changes[i].field != but)
			say(names, texts, _(line->changes[i].field->label), line->changes[i].after);
}

static void tell_changes(const struct import_line *line, struct strings *names, struct strings *texts)
{
	size_t i;

	for (i = 0; i < line->change_count; i++) {
		const struct import_change *change = &line->changes[i];
		char *text = xasprintf("%s \xe2\x86\x92 %s", *change->before ? change->before : "\xe2\x80\x93",
			*change->after ? change->after : "\xe2\x80\x93");

		say(names, texts, _(change->field->label), text);
		free(text);
	}
}

void preview_tell(
	const struct preview *preview, const struct preview_item *item, struct strings *names, struct strings *texts)
{
	const struct import_line *line = &preview->report.lines[item->first];
	const struct import_plan *plan = preview->import->plan;
	const char *title = line->sentence ? line->sentence : "";

	switch (item->kind) {
	case '!':
		tell_faults(preview, item->first, names, texts);
		tell_cells(preview, item->line, names, texts);
		return;
	case '*':
		say(names, texts, "", importing_said(preview->import, title));
		tell_cells(preview, item->line, names, texts);
		return;
	case '-':
		say(names, texts, line->ref ? line->ref : "", title);
		say(names, texts, "", _("It is in the file and not in what is read; it stays as it is."));
		return;
	case '+':
		say(names, texts, line->ref ? line->ref : "", title);
		tell_new(line, plan ? register_title(plan->def) : NULL, names, texts);
		return;
	default:
		say(names, texts, line->ref ? line->ref : "", title);
		tell_changes(line, names, texts);
	}
}

/* ---- the rows ---- */

static enum style style_of(char kind)
{
	return kind == '!'                  ? STYLE_LATE
	       : kind == '+'                ? STYLE_GOOD
	       : kind == '~'                ? STYLE_ACCENT
	       : kind == '=' || kind == '-' ? STYLE_DIM
					    : STYLE_PLAIN;
}

/* What stands behind the title: what changes, or how much more is wrong.  The caller frees. */
static char *behind(const struct preview *preview, const struct preview_item *item)
{
	const struct import_line *line = &preview->report.lines[item->first];
	struct strings fields = { 0 };
	size_t more = 0, i;
	char *text;

	if (item->kind == '!') {
		for (i = preview->next[item->first]; i; i = preview->next[i])
			more++;
		/* TRANSLATORS: faults of a row besides the one that is shown */
		return more ? xasprintf(ngettext("and %zu more", "and %zu more", more), more) : xstrdup("");
	}
	for (i = 0; item->kind == '~' && i < line->change_count; i++)
		strings_add(&fields, _(line->changes[i].field->label));
	text = fields.count ? strings_join(&fields, ", ") : xstrdup("");
	strings_free(&fields);
	return text;
}

static void draw_item(const struct preview *preview, size_t index, int row, struct area area)
{
	const struct preview_item *item = &preview->items[preview->shown[index]];
	const struct import_line *line = &preview->report.lines[item->first];
	bool current = index == preview->cursor, sentence = item->kind == '!' || item->kind == '*';
	char sign[2] = { item->kind, '\0' }, *right = behind(preview, item);
	int left = area.left + 4, width = text_columns(right), room = area.width - 5;

	if (width > room / 2)
		width = room / 2;
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, current ? ">" : " ", false);
	draw_text(row, area.left + 2, 1, style_of(item->kind), sign, false);
	if (!sentence) {
		draw_text(row, left, 11, STYLE_DIM, line->ref ? line->ref : "", true);
		left += 12;
		room -= 12;
	}
	draw_text(row, left, room - (width ? width + 2 : 0),
		item->kind == '=' || item->kind == '-' ? STYLE_DIM : STYLE_PLAIN,
		importing_said(preview->import, line->sentence ? line->sentence : ""), true);
	if (width)
		draw_text(row, area.left + area.width - width - 1, width, STYLE_DIM, right, false);
	if (current) {
		draw_spoken(row, area.left);
		draw_bar(row, area.left, area.width);
	}
	free(right);
}

/* ---- above and below ---- */

/* "+ New 12"; the caller frees. */
static char *tab_text(const struct preview *preview, size_t kind, bool brief)
{
	char sign[2] = { preview_kinds[kind].sign, '\0' };
	const char *gap = *sign ? " " : "";

	return brief && *sign ? xasprintf("%s %zu", sign, preview->counts[kind])
			      : xasprintf("%s%s%s %zu", sign, gap, _(preview_kinds[kind].label), preview->counts[kind]);
}

static void draw_tabs(struct preview *preview, int row, struct area area)
{
	int width = 0, at = area.left + 1;
	bool brief;
	size_t i;

	for (i = 0; i < PREVIEW_KINDS; i++)
		if (!i || preview->counts[i]) {
			char *text = tab_text(preview, i, false);

			width += text_columns(text) + 2;
			free(text);
		}
	brief = width + 1 > area.width;
	preview->tab_count = 0;
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	for (i = 0; i < PREVIEW_KINDS; i++) {
		bool chosen = i == preview->kind;
		char *text, *shown;
		int used;

		if (i && !preview->counts[i])
			continue;
		text = tab_text(preview, i, brief && !chosen);
		shown = xasprintf(chosen ? "[%s]" : " %s ", text);
		used = draw_text(row, at, area.left + area.width - at,
			chosen ? STYLE_HEADING : style_of(preview_kinds[i].sign), shown, false);
		preview->tabs[preview->tab_count].from = at;
		preview->tabs[preview->tab_count].to = at + used;
		preview->tabs[preview->tab_count++].kind = i;
		at += used;
		free(text);
		free(shown);
	}
}

static void draw_heading_line(const struct preview *preview, const struct view *view, struct area area)
{
	const struct import_plan *plan = preview->import->plan;
	bool stopped = preview->report.refused && !(plan && plan->only_good),
	     nothing = !preview->report.added && !preview->report.changed && !preview->report.refused;
	char *name = text_printable(importing_name(preview->import->path), false),
	     /* TRANSLATORS: a file */
		*title = xasprintf(_("What the import of %s would do"), name),
	     *said = stopped   ? xstrdup(_("refused rows stop all"))
		     : nothing ? xstrdup(_("nothing to import"))
			       : command_told(_("nothing is written yet: {carry-in} imports"), &view->place);
	int width = text_columns(said);

	draw_text(area.top, area.left + 1, area.width - width - 3, STYLE_TITLE, title, true);
	draw_text_right(area.top, area.left + area.width - width - 1, width, stopped ? STYLE_LATE : STYLE_GOOD, said);
	free(name);
	free(title);
	free(said);
}

static void draw_detail(const struct preview *preview, struct area area)
{
	int row = area.top, bottom = area.top + area.height, name = area.width >= 100 ? NAME_COLUMNS : 20;
	struct strings names = { 0 }, texts = { 0 };
	size_t i;

	draw_clear(area);
	if (preview->shown_count)
		preview_tell(preview, &preview->items[preview->shown[preview->cursor]], &names, &texts);
	for (i = 0; i < names.count && row < bottom; i++) {
		struct area line = { row, area.left + 1 + name, bottom - row < 3 ? bottom - row : 3,
			area.width - name - 2 };

		/* What has no name needs no room for it. */
		if (!*names.items[0])
			line = (struct area){ row, area.left + 1, bottom - row < 3 ? bottom - row : 3, area.width - 2 };
		draw_text(row, area.left + 1, name - 1, STYLE_DIM, names.items[i], false);
		if (bottom - row == 1 && i + 1 < names.count) {
			char *more = xasprintf("\xe2\x80\xa6 %s", texts.items[i]);

			draw_text(row++, line.left, line.width, STYLE_PLAIN, more, false);
			free(more);
		} else {
			row += draw_wrapped(
				line, i || !*names.items[0] ? STYLE_PLAIN : STYLE_TITLE, texts.items[i], false);
		}
	}
	strings_free(&names);
	strings_free(&texts);
}

void preview_draw(struct ui *ui, struct view *view, struct area area)
{
	struct preview *preview = view->data;
	int foot = area.height >= 40 ? 16 : area.height / 3 + 1, bottom = area.top + area.height - foot - 1, row;
	size_t i;

	(void)ui;
	draw_heading_line(preview, view, area);
	draw_tabs(preview, area.top + 1, area);
	preview->height = bottom - area.top - 2;
	cursor_in_view(&preview->top, preview->cursor, preview->height);
	for (row = area.top + 2, i = preview->top; row < bottom; row++, i++)
		if (i < preview->shown_count)
			draw_item(preview, i, row, area);
		else
			draw_fill(row, area.left, area.width, STYLE_PLAIN);
	if (!preview->count)
		draw_empty((struct area){ area.top + 2, area.left, preview->height, area.width },
			_("The file has all of it already, as it is."));
	draw_horizontal(bottom, area.left, area.width);
	draw_detail(preview, (struct area){ bottom + 1, area.left, foot, area.width });
}
