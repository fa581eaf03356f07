/* An edition change as it stands on the screen: old lines at the left, what becomes of them at the right, the one under the cursor below. */
#include <stdlib.h>
#include <string.h>

#include "tui/edition.h"

struct edition_line *edition_line_at(struct change *change, size_t i)
{
	return &change->plan.lines[change->items[i].index];
}

bool edition_item_is_open(struct change *change, size_t i)
{
	const struct item *item = &change->items[i];

	if (item->owner)
		return !change->plan.controls[item->index].owner;
	return edition_line_at(change, i)->decision == EDITION_OPEN;
}

static const struct catalogue_control *find_control(const struct edition *plan, const char *number)
{
	size_t i;

	for (i = 0; i < plan->list.count; i++)
		if (strcmp(plan->list.items[i].number, number) == 0)
			return &plan->list.items[i];
	return NULL;
}

char *edition_owner_name(struct ui *ui, const char *owner)
{
	return store_reference(ui->store, owner, REFERENCE_TITLE);
}

/* What stands at the right of a line: where its answer goes, or what is proposed. */
static char *right_of(struct ui *ui, struct change *change, size_t i)
{
	const struct edition *plan = &change->plan;
	const struct edition_line *line;
	const struct strings *numbers;
	char *where, *text;

	if (change->items[i].owner) {
		const struct edition_control *control = &plan->controls[change->items[i].index];
		char *owner = control->owner ? edition_owner_name(ui, control->owner) : NULL;

		text = owner ? xasprintf(_("owner: %s"), owner) : xstrdup(_("several owners"));
		free(owner);
		return text;
	}
	line = edition_line_at(change, i);
	if (line->decision == EDITION_OPEN && !line->successors.count)
		return xstrdup(edition_fate_label(line->fate));
	numbers = line->decision == EDITION_OPEN ? &line->successors : &line->targets;
	if (line->decision == EDITION_CARRY || line->decision == EDITION_OPEN) {
		const struct catalogue_control *control =
			numbers->count == 1 ? find_control(plan, numbers->items[0]) : NULL;

		where = control ? xasprintf("%s %s", control->number, edition_title(control))
				: strings_join(numbers, ", ");
		text = line->fate == EDITION_CARRIED && line->decision == EDITION_CARRY
			       ? xstrdup(where)
			       : xasprintf(_("%s: %s"),
					 edition_fate_label(line->fate == EDITION_NONE ? EDITION_CARRIED : line->fate),
					 where);
	} else {
		where = edition_where(plan, line);
		text = xasprintf(_("%s: %s"), edition_decision_label(line->decision), where);
	}
	free(where);
	return text;
}

static void draw_item(struct ui *ui, struct change *change, size_t i, int row, struct area area)
{
	const struct item *item = &change->items[i];
	bool open = edition_item_is_open(change, i), current = i == change->cursor;
	int middle = area.width / 2, answer = area.width >= 120 ? 28 : 0;
	char *right = right_of(ui, change, i), *left, *said = NULL;

	if (item->owner) {
		const struct catalogue_control *control = change->plan.controls[item->index].control;

		left = xasprintf("%-8s %s", control->number, edition_title(control));
	} else {
		const struct edition_line *line = edition_line_at(change, i);

		left = xasprintf("%-8s %s", line->number, line->title);
		said = answer ? edition_answer(ui->store, line) : NULL;
	}
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, current ? ">" : " ", false);
	draw_text(row, area.left + 1, 1, open ? STYLE_LATE : STYLE_DIM, open ? "?" : " ", false);
	draw_text(row, area.left + 3, middle - answer - 4, STYLE_PLAIN, left, true);
	if (said)
		draw_text(row, area.left + middle - answer, answer - 1, STYLE_DIM, said, true);
	draw_text(row, area.left + middle, 2, STYLE_DIM, "\xe2\x86\x92", true);
	draw_text(row, area.left + middle + 2, area.width - middle - 3, open ? STYLE_LATE : STYLE_PLAIN, right, true);
	if (current)
		draw_bar(row, area.left, area.width);
	free(left);
	free(right);
	free(said);
}

/* Two lines at most; the row after them. */
static int draw_line(int row, int bottom, struct area area, const char *label, const char *text)
{
	int left = label ? 24 : 0, rows = bottom - row < 2 ? bottom - row : 2;

	if (label && row < bottom)
		draw_text(row, area.left + 1, left - 1, STYLE_DIM, label, false);
	return row + draw_wrapped((struct area){ row, area.left + 1 + left, rows, area.width - left - 3 },
			     label ? STYLE_PLAIN : STYLE_TITLE, text, false);
}

/* The numbers of the old lines that answer a control besides one. */
static char *others(const struct edition *plan, const struct edition_control *control, const char *than)
{
	struct strings numbers = { 0 };
	char *text;
	size_t i;

	for (i = 0; i < control->source_count; i++)
		if (strcmp(plan->lines[control->sources[i]].number, than) != 0)
			strings_add(&numbers, plan->lines[control->sources[i]].number);
	text = numbers.count ? strings_join(&numbers, ", ") : NULL;
	strings_free(&numbers);
	return text;
}

static void draw_old(struct ui *ui, const struct edition *plan, const struct edition_line *line, int row, int bottom,
	struct area area)
{
	const struct strings *numbers = line->decision == EDITION_CARRY ? &line->targets : &line->successors;
	char *title = xasprintf("%s  %s", line->number, line->title), *said = edition_answer(ui->store, line);
	const char *how = record_get(line->answer, "implementation");
	size_t i;

	row = draw_line(row, bottom, area, NULL, title);
	row = draw_line(row, bottom, area, _("Answer"), said);
	if (how)
		row = draw_line(row, bottom, area, _("How it is done"), how);
	for (i = 0; (line->decision == EDITION_CARRY || line->decision == EDITION_OPEN) && i < numbers->count; i++) {
		const struct catalogue_control *control = find_control(plan, numbers->items[i]);
		char *with = control ? others(plan, &plan->controls[control - plan->list.items], line->number) : NULL,
		     *text;

		if (!control)
			continue;
		/* TRANSLATORS: a new control, then the other old lines that answer it */
		text = with ? xasprintf(_("%s %s, with %s"), control->number, edition_title(control), with)
			    : xasprintf("%s %s", control->number, edition_title(control));
		row = draw_line(row, bottom, area, _("New control"), text);
		free(text);
		free(with);
	}
	if (line->decision == EDITION_CLOSE)
		row = draw_line(row, bottom, area, _("Closed"), line->reason);
	if (line->decision == EDITION_OPEN)
		draw_line(row, bottom, area, _("Proposed"),
			line->proposed == EDITION_CARRY ? _("accept the likely controls")
			: line->proposed == EDITION_OWN ? _("keep it as an own control")
							: _("close it: it has no answer"));
	free(title);
	free(said);
}

static void draw_detail(struct ui *ui, struct change *change, struct area area)
{
	const struct edition *plan = &change->plan;
	int bottom = area.top + area.height, row = area.top;
	const struct edition_control *control;
	char *title;
	size_t i;

	if (!change->count)
		return;
	if (!change->items[change->cursor].owner) {
		draw_old(ui, plan, edition_line_at(change, change->cursor), row, bottom, area);
		return;
	}
	control = &plan->controls[change->items[change->cursor].index];
	title = xasprintf("%s  %s", control->control->number, edition_title(control->control));
	row = draw_line(row, bottom, area, NULL, title);
	free(title);
	for (i = 0; i < control->source_count; i++) {
		const struct edition_line *line = &plan->lines[control->sources[i]];
		const char *owner = record_get(line->answer, "owner");
		char *name = owner ? edition_owner_name(ui, owner) : xstrdup("");

		title = xasprintf(_("%s: %s"), line->number, name);
		row = draw_line(row, bottom, area, _("Owner"), title);
		free(title);
		free(name);
	}
}

void edition_draw(struct ui *ui, struct view *view, struct area area)
{
	struct change *change = view->data;
	int detail = area.height >= 40 ? 12 : 8, row, middle = area.width / 2;
	struct area below = { area.top + area.height - detail + 1, area.left, detail - 1, area.width };
	size_t open = edition_open(&change->plan, NULL), i;
	char *heading = xasprintf("%s \xe2\x86\x92 %s", change->plan.from_title, change->plan.to_title), *counts;

	counts = open ? xasprintf(ngettext("%zu to decide", "%zu to decide", open), open)
		      : command_told(_("all decided: {carry-out} carries it out"), &view->place);
	draw_text(area.top, area.left + 1, area.width - text_columns(counts) - 3, STYLE_TITLE, heading, true);
	draw_text_right(area.top, area.left + area.width - text_columns(counts) - 1, text_columns(counts),
		open ? STYLE_LATE : STYLE_GOOD, counts);
	draw_text(area.top + 1, area.left + 3, middle - 4, STYLE_DIM, _("Old control"), true);
	if (area.width >= 120)
		draw_text(area.top + 1, area.left + middle - 28, 27, STYLE_DIM, _("Answer"), true);
	draw_text(area.top + 1, area.left + middle + 2, area.width - middle - 3, STYLE_DIM, _("What becomes of it"),
		true);
	free(heading);
	free(counts);
	change->height = area.height - 2 - detail;
	cursor_in_view(&change->top, change->cursor, change->height);
	for (row = 0, i = change->top; row < change->height && i < change->count; row++, i++)
		draw_item(ui, change, i, area.top + 2 + row, area);
	draw_horizontal(below.top - 1, area.left, area.width);
	draw_detail(ui, change, below);
}
