/*
 * The window of the agenda: the lines around the screen, never all of them.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/due_list.h"

const struct agenda_item *due_list_current(const struct due_list *due)
{
	return due->cursor < due->items.count ? &due->items.items[due->cursor] : NULL;
}

size_t due_list_page(const struct due_list *due)
{
	return due->area.height > 1 ? (size_t)due->area.height : 40;
}

struct query *due_list_filter(const struct due_list *due)
{
	struct query *filter = query_new(&register_due);

	if (due->owner)
		query_add(filter, "owner", *due->owner ? OP_EQUAL : OP_EMPTY, *due->owner ? due->owner : NULL);
	return filter;
}

bool due_list_open(struct ui *ui, struct due_list *due)
{
	struct query *filter = due_list_filter(due);
	struct error error = { 0 };

	agenda_close(due->agenda);
	due->agenda = agenda_open(ui->store, filter, &error);
	due->today = environment_today(store_context(ui->store)->time_zone);
	due->total = due->late = -1;
	if (!due->agenda)
		failure_take(ui, &due->failure, &error, due->items.count > 0);
	query_free(filter);
	return due->agenda != NULL;
}

static bool fetch(struct ui *ui, struct due_list *due, enum window_from from, const struct agenda_item *at,
	size_t count, struct agenda_items *items)
{
	struct error error = { 0 };
	bool ok;

	/* Why it could not be opened was said. */
	if (!due->agenda)
		return false;
	ok = agenda_window(due->agenda, from, at, count, items, &error);
	if (!ok)
		failure_take(ui, &due->failure, &error, due->items.count > 0);
	else
		failure_forget(&due->failure);
	return ok;
}

static void take(struct due_list *due, struct agenda_items *items)
{
	agenda_items_free(&due->items);
	due->items = *items;
	due->loaded = true;
}

/* Puts what was fetched before or behind what is there. */
static void join(struct agenda_items *before, struct agenda_items *after)
{
	before->items = xreallocarray(before->items, before->count + after->count + 1, sizeof *before->items);
	memcpy(before->items + before->count, after->items, after->count * sizeof *after->items);
	before->count += after->count;
	free(after->items);
	memset(after, 0, sizeof *after);
}

void due_list_forget(struct due_list *due)
{
	agenda_items_free(&due->items);
	memset(&due->items, 0, sizeof due->items);
	due->top = due->cursor = 0;
	due->loaded = false;
	due->first = -1;
}

int64_t due_list_count(struct ui *ui, struct due_list *due, bool late)
{
	struct error error = { 0 };
	int64_t count = agenda_count(due->agenda, late, &error);

	if (count >= 0)
		return count;
	ui_error(ui, &error);
	error_clear(&error);
	return DUE_UNCOUNTED;
}

void due_list_end(struct ui *ui, struct due_list *due, bool last)
{
	struct agenda_items items;

	if (!fetch(ui, due, last ? WINDOW_LAST : WINDOW_FIRST, NULL, due_list_page(due) + 1, &items))
		return;
	take(due, &items);
	due->at_start = !last || items.count <= due_list_page(due);
	due->at_end = last || items.count <= due_list_page(due);
	due->first = due->at_start ? 0 : due->total >= 0 ? due->total - (int64_t)items.count : -1;
	due->top = 0;
	due->cursor = last && items.count ? items.count - 1 : 0;
}

/* Lines behind the window; those far above the screen are dropped. */
bool due_list_grow_down(struct ui *ui, struct due_list *due)
{
	struct agenda_items more, old;
	bool any;

	if (due->at_end || !due->items.count ||
		!fetch(ui, due, WINDOW_AFTER, &due->items.items[due->items.count - 1], due_list_page(due) + 1, &more))
		return false;
	due->at_end = more.count <= due_list_page(due);
	any = more.count > 0;
	join(&due->items, &more);
	if (due->top > 2 * due_list_page(due)) {
		size_t drop = due->top - due_list_page(due);

		old.items = xcalloc(drop, sizeof *old.items);
		old.count = drop;
		memcpy(old.items, due->items.items, drop * sizeof *old.items);
		memmove(due->items.items, due->items.items + drop, (due->items.count - drop) * sizeof *old.items);
		agenda_items_free(&old);
		due->items.count -= drop;
		due->top -= drop;
		due->cursor -= drop;
		due->at_start = false;
		if (due->first >= 0)
			due->first += (int64_t)drop;
	}
	return any;
}

bool due_list_grow_up(struct ui *ui, struct due_list *due)
{
	struct agenda_items more;
	size_t count;

	if (due->at_start || !due->items.count ||
		!fetch(ui, due, WINDOW_BEFORE, &due->items.items[0], due_list_page(due) + 1, &more))
		return false;
	count = more.count;
	due->at_start = count <= due_list_page(due);
	join(&more, &due->items);
	due->items = more;
	due->top += count;
	due->cursor += count;
	due->first = due->at_start ? 0 : due->first >= 0 ? due->first - (int64_t)count : -1;
	while (due->items.count > due->top + 3 * due_list_page(due) && due->items.count > due->cursor + 1) {
		struct agenda_items last = { xcalloc(1, sizeof *last.items), 1 };

		last.items[0] = due->items.items[--due->items.count];
		agenda_items_free(&last);
		due->at_end = false;
	}
	return count > 0;
}

void due_list_reload(struct ui *ui, struct due_list *due)
{
	const struct agenda_item *now = due_list_current(due);
	struct agenda_item at = { 0 };
	struct agenda_items before, from;
	size_t on_screen = due->cursor - due->top;

	if (!now) {
		due_list_end(ui, due, false);
		return;
	}
	at.date = xstrdup(now->date);
	at.source = now->source;
	at.id = now->id;
	if (fetch(ui, due, WINDOW_BEFORE, &at, due_list_page(due) + 1, &before)) {
		if (fetch(ui, due, WINDOW_FROM, &at, due_list_page(due) + 1, &from)) {
			due->at_start = before.count <= due_list_page(due);
			due->at_end = from.count <= due_list_page(due);
			due->first = due->at_start ? 0 : -1;
			due->cursor = before.count;
			join(&before, &from);
			take(due, &before);
			if (due->cursor >= due->items.count)
				due->cursor = due->items.count ? due->items.count - 1 : 0;
			due->top = due->cursor > on_screen ? due->cursor - on_screen : 0;
		} else {
			agenda_items_free(&before);
		}
	}
	free(at.date);
}
