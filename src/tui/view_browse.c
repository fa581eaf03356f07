/*
 * Lists: the panel of a phase (registers at the left, the list of one in the
 * middle, the record under the cursor beside or below), a list opened by a query,
 * and the frame of the control checklist (checklist.c).
 */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

static const char *phase_name(enum phase phase)
{
	static const char *const names[] = { N_("Plan"), N_("Do"), N_("Check"), N_("Act") };

	return phase < PHASE_COUNT ? _(names[phase]) : "";
}

static int64_t count_of(struct ui *ui, const struct register_def *def, bool late)
{
	struct query *query = query_new(def);
	int64_t count;

	if (late && !register_can_be_late(def)) {
		query_free(query);
		return 0;
	}
	if (late)
		query_add(query, NULL, OP_LATE, NULL);
	count = failure_count(ui, query);
	query_free(query);
	return count;
}

static void count_entries(struct ui *ui, struct browse *browse)
{
	size_t i;

	for (i = 0; i < browse->entry_count; i++) {
		browse->entries[i].count = count_of(ui, browse->entries[i].def, false);
		browse->entries[i].late = count_of(ui, browse->entries[i].def, true);
	}
	browse->counted = true;
}

/* ---- the list shown ---- */

static struct query *base_query(struct ui *ui, struct browse *browse, const struct register_def *def)
{
	if (browse->mend)
		return quality_query(browse->mend, def, store_context(ui->store));
	if (browse->checklist)
		return query_soa(store_context(ui->store), SOA_ALL);
	return browse->base ? query_copy(browse->base) : query_new(def);
}

/* The same as far as the filter's text lets through, in the present order; NULL: what is wrong with the text was said. */
static struct query *filtered_query(struct ui *ui, struct browse *browse, const char *text)
{
	const struct query *now = browse->list.query;
	struct query *query = base_query(ui, browse, now->def);

	if (!ui_parse_filter(ui, query, text)) {
		query_free(query);
		return NULL;
	}
	free(query->sort);
	query->sort = xstrdup(now->sort);
	query->descending = now->descending;
	return query;
}

/* The columns that were chosen for the register last, as far as it still has them; else its own. */
static void choose_columns(struct rowlist *list)
{
	const struct register_def *def = list->query->def, *owner;
	char *chosen = app_preference("columns", def->name);
	struct strings names = { 0 }, kept = { 0 };
	const struct field_def *field;
	size_t i;

	if (chosen)
		strings_split(&names, chosen);
	for (i = 0; i < names.count; i++)
		if (query_path(def, names.items[i], &owner, &field))
			strings_add(&kept, names.items[i]);
	if (kept.count)
		rowlist_set_columns(list, (const char *const *)kept.items, kept.count);
	else
		rowlist_default_columns(list);
	strings_free(&names);
	strings_free(&kept);
	free(chosen);
}

static void show_register(struct ui *ui, struct browse *browse, const struct register_def *def)
{
	char *sort = app_preference("sort", def->name);

	rowlist_free(&browse->list);
	rowlist_init(&browse->list, base_query(ui, browse, def));
	if (sort)
		query_sort(browse->list.query, sort, NULL);
	free(sort);
	choose_columns(&browse->list);
	free(browse->filter);
	browse->filter = NULL;
}

/* ---- drawing ---- */

static void draw_entry(const struct browse *browse, size_t i, int row, struct area area)
{
	const struct entry *entry = &browse->entries[i];
	char *number = count_text(entry->count), *count = xasprintf("%s%s",
							 entry->late > 0   ? "! "
							 : entry->late < 0 ? "? "
									   : "",
							 number);
	int width = text_columns(count);

	draw_text(row, area.left, 1, STYLE_ACCENT, i == browse->entry ? (browse->in_panel ? ">" : "\xc2\xb7") : " ",
		false);
	draw_text(row, area.left + 1, area.width - width - 3,
		i == browse->entry ? STYLE_CURSOR
		: entry->count     ? STYLE_PLAIN
				   : STYLE_DIM,
		_(entry->def->plural), true);
	draw_text(
		row, area.left + area.width - width - 1, width, entry->late > 0 ? STYLE_LATE : STYLE_DIM, count, false);
	free(number);
	free(count);
}

/* The registers of the phase; more than there is room for are scrolled to, with a mark where more lie. */
static void draw_registers(struct ui *ui, struct browse *browse, struct area area)
{
	size_t rows = (size_t)(area.height - 1), i;
	int row = area.top + 1;

	if (!browse->counted)
		count_entries(ui, browse);
	cursor_in_view(&browse->entry_top, browse->entry, (int)rows);
	if (browse->entry_top + rows > browse->entry_count)
		browse->entry_top = browse->entry_count > rows ? browse->entry_count - rows : 0;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, phase_name(browse->phase), true);
	if (browse->entry_top > 0)
		draw_text(area.top, area.left + area.width - 2, 1, STYLE_DIM, "\xe2\x86\x91", false);
	if (browse->entry_top + rows < browse->entry_count)
		draw_text(area.top, area.left + area.width - 4, 1, STYLE_DIM, "\xe2\x86\x93", false);
	for (i = browse->entry_top; i < browse->entry_count && row < area.top + area.height; i++, row++)
		draw_entry(browse, i, row, area);
	for (; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

static void draw_nothing(const struct browse *browse, struct area area)
{
	char *text;

	if (browse->mend && !browse->filter)
		text = xstrdup(_("All is mended: the check finds nothing any more. q goes back."));
	else if (browse->filter)
		text = xasprintf(_("Nothing passes the filter \"%s\". f changes it."), browse->filter);
	else if (browse->base && browse->base->condition_count)
		text = xstrdup(_("No record is left here. q goes back."));
	else
		text = xasprintf(
			_("%s\n\nNothing is here yet. a adds the first one."), _(browse->list.query->def->help));
	draw_empty(area, text);
	free(text);
}

/* The line under the list: where the cursor is; and, where no pane shows the record, its whole title, which the list may have cut. */
static void draw_status(struct ui *ui, struct browse *browse, bool rested)
{
	const struct row *row = rowlist_current(&browse->list);
	char *position, *order;
	int place = 15, width;

	if (ui->message)
		return;
	/* Where no heading has the arrow, the order is said beside the place. */
	order = rowlist_order_unseen(&browse->list);
	if (order)
		place += text_columns(order) + 2;
	width = ui->columns - place - 3;
	if (!browse->pane.height && rested && browse->shown != (row ? row->id : 0)) {
		char *title = row ? store_title(ui->store, row->ref) : NULL,
		     *text = row ? xasprintf("%s  %s", row->ref, title ? title : "") : xstrdup("");

		draw_text(ui->rows - 2, 1, width, STYLE_DIM, text, true);
		browse->shown = row ? row->id : 0;
		free(title);
		free(text);
	}
	position = rowlist_position(&browse->list);
	if (order) {
		char *both = xasprintf("%s  %s", order, position);

		free(position);
		position = both;
	}
	draw_text_right(ui->rows - 2, ui->columns - place - 1, place, STYLE_DIM, position);
	free(position);
	free(order);
}

static void draw_pane(struct ui *ui, struct browse *browse)
{
	const struct row *row = rowlist_current(&browse->list);
	struct area pane = browse->pane;
	struct error error = { 0 };
	struct record *record = row ? store_record(ui->store, row->id, &error) : NULL;
	int label = record ? draw_label_width(record, pane.width / 2) : 0, line = pane.top, i;
	size_t j;

	browse->shown = row ? row->id : 0;
	for (i = 0; i < pane.height; i++)
		draw_fill(pane.top + i, pane.left, pane.width, STYLE_PLAIN);
	if (!record) {
		/* What is gone meanwhile leaves the list by itself. */
		if (error.kind && error.kind != ERROR_INVALID)
			draw_wrapped(pane, STYLE_ERROR, error.message, false);
		error_clear(&error);
		return;
	}
	{
		char *title = xasprintf("%s  %s", row->ref,
			browse->checklist ? row->cells[1].text
					  : record_title(record, store_context(ui->store)->language));

		draw_text(line++, pane.left, pane.width, STYLE_TITLE, title, false);
		free(title);
	}
	for (j = 0; j < record->def->field_count && line < pane.top + pane.height; j++) {
		const struct field_def *field = &record->def->fields[j];
		char *text;

		if (!record->values[j] || (field->flags & FIELD_TITLE))
			continue;
		if (field->type->storage == STORED_REFERENCE)
			text = store_reference(ui->store, record->values[j], REFERENCE_TITLE);
		else
			text = field_format(field, store_context(ui->store), record->values[j]);
		draw_text(line, pane.left, label - 1, STYLE_DIM, _(field->label), false);
		line += draw_wrapped(
			(struct area){ line, pane.left + label, pane.top + pane.height - line, pane.width - label - 1 },
			STYLE_PLAIN, text, false);
		free(text);
	}
	record_free(record);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct browse *browse = view->data;
	int left = browse->panel ? (area.width >= 150 ? 36 : area.width >= 110 ? 30 : 22) : 0;
	struct area middle = { area.top, area.left + left + (left ? 1 : 0), area.height,
		area.width - left - (left ? 1 : 0) };

	browse->pane.height = 0;
	if (browse->panel) {
		struct area registers = { area.top, area.left, area.height, left };

		draw_registers(ui, browse, registers);
		draw_vertical(area.top, area.left + left, area.height);
	}
	if (middle.width >= 120) {
		int width = middle.width / 3;

		browse->pane =
			(struct area){ middle.top, middle.left + middle.width - width + 2, middle.height, width - 2 };
		middle.width -= width + 1;
		draw_vertical(middle.top, middle.left + middle.width, middle.height);
	} else if (middle.height >= 28) {
		int height = middle.height / 3;

		browse->pane = (struct area){ middle.top + middle.height - height + 1, middle.left + 1, height - 1,
			middle.width - 2 };
		middle.height -= height;
		draw_horizontal(middle.top + middle.height, middle.left, middle.width);
	}
	if (browse->checklist) {
		int lines = checklist_draw_progress(
			ui, browse, middle.top, middle.left + 1, middle.width - 2, middle.height / 2);

		middle.top += lines;
		middle.height -= lines;
	}
	if (browse->title || browse->filter || browse->issued) {
		const char *title = browse->title    ? browse->title
				    : browse->issued ? browse->issued
						     : _(browse->list.query->def->plural);
		char *heading = ui_heading(ui, browse->list.query->def, title, browse->filter);

		draw_text(middle.top, middle.left + 1, middle.width - 1, STYLE_TITLE, heading, true);
		free(heading);
		middle.top++;
		middle.height--;
	}
	rowlist_draw(ui, &browse->list, middle);
	if (!browse->list.rows.count && !browse->list.failure.sentence)
		draw_nothing(browse, middle);
	if (browse->pane.height)
		draw_pane(ui, browse);
	else
		browse->shown = -1;
	draw_status(ui, browse, true);
}

/* ---- keys ---- */

static void moved(struct ui *ui, struct view *view, bool full)
{
	struct browse *browse = view->data;

	if (full)
		view->dirty = true;
	else
		draw_status(ui, browse, false);
}

void browse_filter(struct ui *ui, struct view *view, const char *text)
{
	struct browse *browse = view->data;
	struct query *query = filtered_query(ui, browse, text);

	if (!query)
		return;
	query_free(browse->list.query);
	browse->list.query = query;
	free(browse->filter);
	browse->filter = *text ? xstrdup(text) : NULL;
	rowlist_forget(&browse->list);
	rowlist_reload(ui, &browse->list, false);
	view->dirty = true;
}

static enum answer key(struct ui *ui, struct view *view, const struct key *key)
{
	struct browse *browse = view->data;
	bool full = false;

	if (strcmp(key->name, "Tab") == 0 && browse->panel) {
		browse->in_panel = !browse->in_panel;
		view->dirty = true;
		return ANSWER_DONE;
	}
	if (strcmp(key->name, "Escape") == 0 && browse->filter) {
		const struct row *row = rowlist_current(&browse->list);
		int64_t here = row ? row->id : 0;

		/* One step back: all records again, the cursor where it was. */
		browse_filter(ui, view, "");
		if (here)
			rowlist_go(ui, &browse->list, here);
		return ANSWER_DONE;
	}
	if (browse->panel && (strcmp(key->name, "Left") == 0 || strcmp(key->name, "h") == 0)) {
		browse->in_panel = true;
		view->dirty = true;
		return ANSWER_DONE;
	}
	if (browse->panel && browse->in_panel) {
		size_t old = browse->entry;

		if (strcmp(key->name, "Right") == 0 || strcmp(key->name, "l") == 0 || strcmp(key->name, "Enter") == 0)
			browse->in_panel = false;
		else if (!cursor_key(&browse->entry, browse->entry_count, browse->entry_count, key))
			return ANSWER_IGNORED;
		if (browse->entry != old)
			show_register(ui, browse, browse->entries[browse->entry].def);
		view->dirty = true;
		return ANSWER_DONE;
	}
	if (rowlist_key(ui, &browse->list, key, &full)) {
		moved(ui, view, full);
		return ANSWER_DONE;
	}
	return ANSWER_IGNORED;
}

static void searched(struct ui *ui, const char *text, void *user)
{
	struct view *view = user;
	struct browse *browse = view->data;

	if (!text || !*text)
		return;
	free(browse->list.words);
	browse->list.words = xstrdup(text);
	rowlist_search(ui, &browse->list, false);
	view->dirty = true;
}

static void filtered(struct ui *ui, const char *text, void *user)
{
	if (text)
		browse_filter(ui, user, text);
}

/* The order is remembered for the register; lists opened by a figure or a cell keep their own. */
static void remember_sort(const struct browse *browse)
{
	const struct query *query = browse->list.query;
	char *value;

	if (!browse->panel || !query->sort)
		return;
	value = xasprintf("%s%s", query->descending ? "-" : "", query->sort);
	app_preference_set("sort", query->def->name, value);
	free(value);
}

static void sort_by(struct ui *ui, struct view *view, const char *path)
{
	struct browse *browse = view->data;
	struct query *query = browse->list.query;

	query->descending = query->sort && strcmp(query->sort, path) == 0 ? !query->descending : false;
	free(query->sort);
	query->sort = xstrdup(path);
	rowlist_forget(&browse->list);
	rowlist_reload(ui, &browse->list, false);
	remember_sort(browse);
	view->dirty = true;
}

static void fill_fields(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct view *view = user;
	const struct register_def *def = ((struct browse *)view->data)->list.query->def;
	size_t i;

	(void)ui;
	pick_offer(items, typed, "ref", _("Ref"), NULL);
	for (i = 0; i < def->field_count; i++)
		if (!(def->fields[i].flags & FIELD_INVERSE))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), def->fields[i].name);
}

static void sort_taken(struct ui *ui, const char *value, void *user)
{
	const struct field_def *field;
	struct browse *browse = ((struct view *)user)->data;

	if (!value)
		return;
	field = register_field(browse->list.query->def, value);
	if (field && field->type->storage == STORED_LINKS)
		ui_message(ui, _("A list cannot be sorted by %s."), _(field->label));
	else
		sort_by(ui, user, value);
}

static void columns_taken(struct ui *ui, const char *value, void *user)
{
	struct view *view = user;
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);
	int64_t here = row ? row->id : 0;
	struct strings names = { 0 };

	if (!value || !*value)
		return;
	strings_split(&names, value);
	rowlist_forget(&browse->list);
	rowlist_set_columns(&browse->list, (const char *const *)names.items, names.count);
	if (!browse->checklist)
		app_preference_set("columns", browse->list.query->def->name, value);
	if (here)
		rowlist_go(ui, &browse->list, here);
	else
		rowlist_reload(ui, &browse->list, false);
	strings_free(&names);
	view->dirty = true;
	rowlist_draw(ui, &browse->list, browse->list.area);
	if (browse->list.hidden)
		ui_message(ui,
			ngettext("%zu column has no room here; the record under the cursor shows it.",
				"%zu columns have no room here; the record under the cursor shows them.",
				browse->list.hidden),
			browse->list.hidden);
}

/* Opens what mends the record: its form at the field that lacks, or the form of the record that is missing beside it. */
static void mend(
	struct ui *ui, const struct quality_check *check, const struct register_def *def, const struct row *row)
{
	const char *field = check->field;
	struct record *record;
	size_t i;

	if (check->adds) {
		form_view_open_for(ui, register_find(check->adds), check->link, row->ref, check->at);
		return;
	}
	record = field ? NULL : store_record(ui->store, row->id, NULL);
	for (i = 0; record && i < def->field_count && !field; i++)
		if (field_is_reference(&def->fields[i]) && record->values[i] && strchr(record->values[i], '{'))
			field = def->fields[i].name;
	form_view_open_at(ui, def, row->id, field);
	record_free(record);
}

static enum answer command(struct ui *ui, struct view *view, const struct command *command)
{
	struct browse *browse = view->data;
	const struct register_def *def = browse->list.query->def;
	const struct row *row = rowlist_current(&browse->list);
	const char *name = command->name;

	if (browse->checklist && row) {
		enum answer answer = checklist_command(ui, view, name);

		if (answer != ANSWER_IGNORED)
			return answer;
	}
	if (browse->mend && (strcmp(name, "open") == 0 || strcmp(name, "mend") == 0)) {
		if (row && store_is_read_only(ui->store))
			record_view_open(ui, row->id);
		else if (row)
			mend(ui, browse->mend, def, row);
		return ANSWER_DONE;
	}
	if (strcmp(name, "add") == 0) {
		if (register_answers(def))
			ui_message(ui,
				_("Each control of the catalogue has its line already; own controls are added in the checklist."));
		else
			form_view_open(ui, def, 0);
	} else if (strcmp(name, "own-control") == 0) {
		checklist_add_own(ui);
	} else if (strcmp(name, "open") == 0) {
		if (row && browse->checklist)
			form_view_open(ui, def, row->id);
		else if (row)
			record_view_open(ui, row->id);
	} else if (strcmp(name, "edit") == 0) {
		if (row)
			form_view_open(ui, def, row->id);
	} else if (strcmp(name, "copy") == 0) {
		if (row)
			form_view_open(ui, def, -row->id);
	} else if (strcmp(name, "delete") == 0) {
		if (browse->list.mark_count) {
			size_t count = browse->list.mark_count;
			int64_t *ids = browse->list.marks;

			browse->list.marks = NULL;
			browse->list.mark_count = 0;
			ui_remove(ui, ids, count);
			free(ids);
		} else if (row) {
			int64_t id = row->id;
			/* The cursor goes to the neighbour, not to the top. */
			size_t next = browse->list.cursor + 1 < browse->list.rows.count ? browse->list.cursor + 1
				      : browse->list.cursor                             ? browse->list.cursor - 1
											: 0;

			browse->list.cursor = next;
			ui_remove(ui, &id, 1);
		}
	} else if (strcmp(name, "mark") == 0 || strcmp(name, "mark-line") == 0) {
		bool full = false;
		struct key down = { "Down", false };

		rowlist_mark(&browse->list);
		rowlist_key(ui, &browse->list, &down, &full);
		view->dirty = true;
	} else if (strcmp(name, "history") == 0) {
		if (row)
			history_view_open(ui, row->id);
	} else if (strcmp(name, "search") == 0) {
		prompt_open(ui, _("Search:"), browse->list.words, searched, view);
	} else if (strcmp(name, "search-next") == 0 || strcmp(name, "search-previous") == 0) {
		rowlist_search(ui, &browse->list, strcmp(name, "search-previous") == 0);
		view->dirty = true;
	} else if (strcmp(name, "filter") == 0) {
		prompt_open(ui, _("Filter:"), browse->filter, filtered, view);
	} else if (list_command(ui, view, name)) {
		return ANSWER_DONE;
	} else if (strcmp(name, "open-only") == 0) {
		if (def->open)
			browse_filter(ui, view, browse->filter && strcmp(browse->filter, "open") == 0 ? "" : "open");
		else
			ui_message(ui, _("Nothing in this register is open or done."));
	} else if (strcmp(name, "sort") == 0) {
		struct pick pick = { .title = _("Sort by"), .fill = fill_fields, .then = sort_taken, .user = view };

		pick_view_open(ui, &pick);
	} else if (strcmp(name, "reverse") == 0) {
		browse->list.query->descending = !browse->list.query->descending;
		remember_sort(browse);
		rowlist_forget(&browse->list);
		rowlist_reload(ui, &browse->list, false);
		view->dirty = true;
	} else if (strcmp(name, "columns") == 0) {
		struct strings names = { 0 };
		struct pick pick = {
			.title = _("Columns"), .several = true, .fill = fill_fields, .then = columns_taken, .user = view
		};
		char *value;
		size_t i;

		for (i = 0; i < browse->list.column_count; i++)
			strings_add(&names, browse->list.columns[i]);
		value = strings_join(&names, ",");
		pick.value = value;
		pick_view_open(ui, &pick);
		strings_free(&names);
		free(value);
	} else {
		return ANSWER_IGNORED;
	}
	return ANSWER_DONE;
}

/* To the search line, where Enter looks for it and Esc drops it. */
static bool paste(struct ui *ui, struct view *view, const char *text)
{
	char *line = ui_paste_line(ui, text);

	if (line)
		prompt_open(ui, _("Search:"), line, searched, view);
	free(line);
	return true;
}

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct browse *browse = view->data;
	bool header;
	size_t column = 0;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (browse->panel && mouse->column < browse->list.area.left - 1) {
		size_t entry = browse->entry_top + (size_t)(mouse->row - area.top - 1);

		if (mouse->row > area.top && entry < browse->entry_count) {
			browse->entry = entry;
			show_register(ui, browse, browse->entries[entry].def);
			browse->in_panel = false;
			view->dirty = true;
		}
		return ANSWER_DONE;
	}
	if (!rowlist_click(&browse->list, mouse, &header, &column))
		return ANSWER_DONE;
	view->dirty = true;
	if (header)
		sort_by(ui, view, browse->list.columns[column]);
	else if (mouse->kind == MOUSE_DOUBLE)
		ui_command(ui, command_find("open"));
	return ANSWER_DONE;
}

static bool idle(struct ui *ui, struct view *view, int64_t quiet)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);

	(void)quiet;
	if (view->dirty || ui_top(ui) != view)
		return false;
	if (browse->checklist && !browse->issued_known) {
		char *before = browse->issued;

		browse->issued = issue_heading(ui);
		browse->issued_known = true;
		view->dirty = (before || browse->issued) &&
			      (!before || !browse->issued || strcmp(before, browse->issued) != 0);
		free(before);
	}
	if (rowlist_idle(ui, &browse->list) || !browse->pane.height)
		draw_status(ui, browse, true);
	if (browse->pane.height && browse->shown != (row ? row->id : 0))
		draw_pane(ui, browse);
	return false;
}

static void changed(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;

	browse->counted = browse->progress.read = false;
	browse->issued_known = false;
	/* Another catalogue may be the SoA's reference now. */
	if (browse->checklist) {
		struct query *fresh = filtered_query(ui, browse, browse->filter ? browse->filter : "");

		if (fresh) {
			query_free(browse->list.query);
			browse->list.query = fresh;
		}
	}
	if (browse->list.loaded)
		rowlist_reload(ui, &browse->list, true);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;

	(void)ui;
	rowlist_free(&browse->list);
	query_free(browse->base);
	free(browse->title);
	free(browse->filter);
	free(browse->issued);
	checklist_forget(browse);
	free(browse);
}

static int64_t current(struct ui *ui, struct view *view)
{
	const struct row *row = rowlist_current(&((struct browse *)view->data)->list);

	(void)ui;
	return row ? row->id : 0;
}

static void selection(struct ui *ui, struct view *view, const struct register_def **def, char **filter, int64_t **marks,
	size_t *mark_count)
{
	struct rowlist *list = &((struct browse *)view->data)->list;

	(void)ui;
	*def = list->query->def;
	*filter = list->query->condition_count ? query_text(list->query) : NULL;
	*mark_count = list->mark_count;
	*marks = list->mark_count ? xcalloc(list->mark_count, sizeof **marks) : NULL;
	if (list->mark_count)
		memcpy(*marks, list->marks, list->mark_count * sizeof **marks);
}

/* The cursor goes to a record just written, where it is in this list. */
static bool show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id)
{
	struct browse *browse = view->data;
	const struct row *row;

	if (browse->checklist && register_answered_by(def))
		id = checklist_line_of(ui, id);
	else if (browse->list.query->def != def)
		return false;
	if (!id)
		return false;
	row = rowlist_current(&browse->list);
	if (!row || row->id != id)
		rowlist_go(ui, &browse->list, id);
	view->dirty = true;
	return true;
}

static const struct view_ops ops = { .name = "list",
	.draw = draw,
	.key = key,
	.command = command,
	.paste = paste,
	.mouse = mouse,
	.idle = idle,
	.changed = changed,
	.close = close_view,
	.record = current,
	.selection = selection,
	.show = show };

static void push(struct ui *ui, struct browse *browse, const char *place)
{
	struct view *view = view_new(&ops, browse);

	view->place = place;
	ui_push(ui, view);
}

/* Shows a query with the register's columns; takes it over. */
static void push_list(struct ui *ui, struct browse *browse, struct query *query, const char *title, const char *place)
{
	browse->title = xstrdup(title);
	rowlist_init(&browse->list, query);
	choose_columns(&browse->list);
	push(ui, browse, place);
}

void browse_view_open(struct ui *ui, enum phase phase)
{
	struct browse *browse = xcalloc(1, sizeof *browse);
	size_t i;

	browse->panel = true;
	browse->phase = phase;
	for (i = 0; dictionary[i] && browse->entry_count < REGISTERS_MAX; i++)
		if (dictionary[i]->phase == phase)
			browse->entries[browse->entry_count++].def = dictionary[i];
	/* Plan opens on its risks; the other panels on their first register. */
	for (i = 0; i < browse->entry_count; i++)
		if (browse->entries[i].def->flags & REGISTER_FIRST)
			browse->entry = i;
	show_register(ui, browse, browse->entries[browse->entry].def);
	/* A panel is the ground on which other views stand. */
	while (ui->depth)
		ui_pop(ui);
	push(ui, browse, "browse");
}

void list_view_open(struct ui *ui, struct query *query, const char *title)
{
	struct browse *browse = xcalloc(1, sizeof *browse);

	browse->base = query_copy(query);
	push_list(ui, browse, query, title ? title : _(query->def->plural), "list");
}

void mend_view_open(struct ui *ui, const struct quality_check *check, const struct register_def *def)
{
	struct query *query = quality_query(check, def, store_context(ui->store));
	struct browse *browse;

	if (!query)
		return;
	browse = xcalloc(1, sizeof *browse);
	browse->mend = check;
	push_list(ui, browse, query, _(check->sentence), "mend");
}

void checklist_view_open(struct ui *ui)
{
	struct browse *browse = xcalloc(1, sizeof *browse);

	if (!store_context(ui->store)->catalogue_ref) {
		free(browse);
		ui_message(ui, _("The organisation has no catalogue for its SoA; choose one in its record."));
		return;
	}
	browse->checklist = true;
	rowlist_init(&browse->list, base_query(ui, browse, register_find("applicability")));
	query_sort(browse->list.query, "ref", NULL);
	rowlist_set_columns(
		&browse->list, checklist_columns, ui->columns >= 130 ? CHECKLIST_COLUMNS : CHECKLIST_COLUMNS - 2);
	browse->list.decorate = checklist_cell;
	push(ui, browse, "checklist");
}
