/*
 * Lists: the panel of a phase (registers at the left, the list of one in the
 * middle, the record under the cursor beside or below), a list opened by a query,
 * and the control checklist.
 */
#include <stdlib.h>
#include <string.h>

#include "tui/pick.h"
#include "tui/rows.h"

#define REGISTERS_MAX 40

struct entry {
	const struct register_def *def;
	int64_t count, late;
};

struct browse {
	bool panel, checklist;
	enum phase phase;
	struct entry entries[REGISTERS_MAX];
	size_t entry_count, entry;
	bool counted;
	bool in_panel;     /* the keys go to the registers */
	struct rowlist list;
	char *title;
	char *filter;
	int64_t shown;     /* record in the record pane */
	struct area pane;  /* of the record pane; height 0: none */
	char *progress;    /* of the checklist */
	int progress_lines;
};

static const char *phase_name(enum phase phase)
{
	static const char *const names[] = { N_("Plan"), N_("Do"), N_("Check"), N_("Act") };

	return phase < PHASE_COUNT ? _(names[phase]) : "";
}

static int64_t count_of(struct ui *ui, const struct register_def *def, bool late)
{
	struct query *query = query_new(def);
	int64_t count;
	size_t i;
	bool due = false;

	for (i = 0; i < def->field_count; i++)
		due = due || (def->fields[i].flags & FIELD_DUE);
	if (late && !due) {
		query_free(query);
		return 0;
	}
	if (late)
		query_add(query, NULL, OP_LATE, NULL);
	count = store_count(ui->store, query, NULL);
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

/* ---- the checklist's own ---- */

/* A letter for each reason, so that all five find room in a column. */
static const char *reason_letters(const char *reasons)
{
	static char marks[64];
	/* TRANSLATORS: one letter each, five different ones, for: law, contract, risk, business need, good practice */
	const char *letters = _("LCRBG");
	const struct choice *choice = register_field(register_find("applicability"), "reasons")->choices;
	struct strings keys = { 0 };
	size_t used = 0;

	if (reasons)
		strings_split(&keys, reasons);
	for (; choice->key && *letters; choice++) {
		size_t length = text_next(letters, 0);

		if (strings_contain(&keys, choice->key) && used + length < sizeof marks) {
			memcpy(marks + used, letters, length);
			used += length;
		}
		letters += length;
	}
	marks[used] = '\0';
	strings_free(&keys);
	return marks;
}

static const char *checklist_cell(struct ui *ui, const struct row *row, size_t column, enum style *style)
{
	const struct cell *cell = &row->cells[column];

	(void)ui;
	switch (column) {
	case 0:
		*style = STYLE_ACCENT;
		return cell->text;
	case 2:
		if (!cell->value) {
			*style = STYLE_LATE;
			return "?";
		}
		*style = strcmp(cell->value, "yes") == 0 ? STYLE_GOOD : STYLE_DIM;
		return cell->text;
	case 3:
		return reason_letters(cell->value);
	case 4:
		if (cell->value && strcmp(cell->value, "implemented") == 0)
			*style = STYLE_GOOD;
		return cell->text;
	default:
		return cell->text;
	}
}

static const char *const checklist_columns[] = { "control.number", "control", "applicable", "reasons", "status", "owner", "maturity", "justification" };

struct theme_progress {
	char *ref, *title;
	int64_t total, decided, applicable, implemented;
};
struct progress {
	struct theme_progress *themes;
	size_t count;
};

static void add_progress(void *user, const char *const values[3], int64_t count)
{
	struct progress *progress = user;
	struct theme_progress *theme = NULL;
	size_t i;

	if (!values[0])
		return;
	for (i = 0; i < progress->count; i++)
		if (strcmp(progress->themes[i].ref, values[0]) == 0)
			theme = &progress->themes[i];
	if (!theme) {
		progress->themes = xreallocarray(progress->themes, progress->count + 1, sizeof *progress->themes);
		theme = &progress->themes[progress->count++];
		memset(theme, 0, sizeof *theme);
		theme->ref = xstrdup(values[0]);
	}
	theme->total += count;
	if (values[1])
		theme->decided += count;
	if (values[1] && strcmp(values[1], "yes") == 0) {
		theme->applicable += count;
		if (values[2] && strcmp(values[2], "implemented") == 0)
			theme->implemented += count;
	}
}

static int by_ref(const void *a, const void *b)
{
	const struct theme_progress *x = a, *y = b;
	char *first = text_sort_key(x->ref), *second = text_sort_key(y->ref);
	int order = strcmp(first, second);

	free(first);
	free(second);
	return order;
}

/* One line a theme: how many are decided, how many of those that apply are done. */
static void read_progress(struct ui *ui, struct browse *browse)
{
	struct query *query = query_new(register_find("applicability"));
	struct progress progress = { 0 };
	struct buffer text = { 0 };
	size_t i;

	if (store_context(ui->store)->catalogue_ref)
		query_add(query, "control.catalogue", OP_EQUAL, store_context(ui->store)->catalogue_ref);
	query->group[0] = "control.theme";
	query->group[1] = "applicable";
	query->group[2] = "status";
	store_aggregate(ui->store, query, add_progress, &progress, NULL);
	query_free(query);
	if (progress.count)
		qsort(progress.themes, progress.count, sizeof *progress.themes, by_ref);
	browse->progress_lines = 0;
	for (i = 0; i < progress.count; i++) {
		struct theme_progress *theme = &progress.themes[i];
		int64_t done = theme->applicable ? theme->implemented * 20 / theme->applicable : 0, j;
		const char *colon = strchr(theme->ref, ':');
		char *padded, *title;

		if (i < 6) {
			theme->title = store_title(ui->store, theme->ref);
			title = xasprintf("%s %s", colon ? colon + 1 : theme->ref, theme->title ? theme->title : "");
			padded = text_pad(title, 34, false);
			buffer_printf(&text, "%s ", padded);
			for (j = 0; j < 20; j++)
				buffer_add(&text, j < done ? "#" : ".");
			/* TRANSLATORS: implemented of applicable controls, then decided of all */
			buffer_printf(&text, _(" %lld/%lld done"), (long long)theme->implemented, (long long)theme->applicable);
			buffer_printf(&text, _(", %lld/%lld decided\n"), (long long)theme->decided, (long long)theme->total);
			free(padded);
			free(title);
			browse->progress_lines++;
		}
		free(theme->ref);
		free(theme->title);
	}
	free(progress.themes);
	free(browse->progress);
	browse->progress = buffer_take(&text);
}

/* ---- the list shown ---- */

static struct query *base_query(struct ui *ui, struct browse *browse, const struct register_def *def)
{
	struct query *query = query_new(def);

	if (browse->checklist && store_context(ui->store)->catalogue_ref)
		query_add(query, "control.catalogue", OP_EQUAL, store_context(ui->store)->catalogue_ref);
	return query;
}

static void show_register(struct ui *ui, struct browse *browse, const struct register_def *def)
{
	rowlist_free(&browse->list);
	rowlist_init(&browse->list, base_query(ui, browse, def));
	rowlist_default_columns(&browse->list);
	free(browse->filter);
	browse->filter = NULL;
}

/* ---- drawing ---- */

static void draw_registers(struct ui *ui, struct browse *browse, struct area area)
{
	size_t i;
	int row;

	if (!browse->counted)
		count_entries(ui, browse);
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, phase_name(browse->phase), true);
	for (i = 0; i < browse->entry_count; i++) {
		const struct entry *entry = &browse->entries[i];
		char *count = xasprintf("%s%lld", entry->late > 0 ? "! " : "", (long long)entry->count);
		int width = text_columns(count);

		row = area.top + 1 + (int)i;
		if (row >= area.top + area.height)
			break;
		draw_text(row, area.left, 1, STYLE_ACCENT, i == browse->entry ? (browse->in_panel ? ">" : "\xc2\xb7") : " ", false);
		draw_text(row, area.left + 1, area.width - width - 2, i == browse->entry ? STYLE_CURSOR : STYLE_PLAIN, _(entry->def->plural), true);
		draw_text(row, area.left + area.width - width - 1, width, entry->late > 0 ? STYLE_LATE : STYLE_DIM, count, false);
		free(count);
	}
	for (row = area.top + 1 + (int)browse->entry_count; row < area.top + area.height; row++)
		draw_fill(row, area.left, area.width, STYLE_PLAIN);
}

static void draw_empty(struct browse *browse, struct area area)
{
	struct strings lines = { 0 };
	char *text;
	size_t i;

	if (browse->filter)
		text = xasprintf(_("Nothing passes the filter \"%s\". f changes it."), browse->filter);
	else
		text = xasprintf(_("%s\n\nNothing is here yet. a adds the first one."), _(browse->list.query->def->help));
	text_wrap(text, area.width - 6 > 60 ? 60 : area.width - 6, &lines);
	for (i = 0; i < lines.count && (int)i < area.height - 3; i++)
		draw_text(area.top + 2 + (int)i, area.left + 3, area.width - 4, STYLE_DIM, lines.items[i], false);
	strings_free(&lines);
	free(text);
}

static void draw_position(struct ui *ui, struct browse *browse)
{
	char *position = rowlist_position(&browse->list);

	draw_text_right(ui->rows - 2, ui->columns - 16, 15, STYLE_DIM, position);
	free(position);
}

static void draw_pane(struct ui *ui, struct browse *browse)
{
	const struct row *row = rowlist_current(&browse->list);
	struct area pane = browse->pane;
	struct record *record = row ? store_record(ui->store, row->id, NULL) : NULL;
	int line = pane.top, i;
	size_t j;

	browse->shown = row ? row->id : 0;
	for (i = 0; i < pane.height; i++)
		draw_fill(pane.top + i, pane.left, pane.width, STYLE_PLAIN);
	if (!record)
		return;
	{
		char *title = xasprintf("%s  %s", row->ref, browse->checklist ? row->cells[1].text : record_title(record, store_context(ui->store)->language));

		draw_text(line++, pane.left, pane.width, STYLE_TITLE, title, false);
		free(title);
	}
	for (j = 0; j < record->def->field_count && line < pane.top + pane.height; j++) {
		const struct field_def *field = &record->def->fields[j];
		struct strings lines = { 0 };
		char *text;
		size_t k;

		if (!record->values[j] || (field->flags & FIELD_TITLE))
			continue;
		if (field->type->storage == STORED_REFERENCE)
			text = store_title(ui->store, record->values[j]);
		else
			text = field_format(field, store_context(ui->store), record->values[j]);
		if (!text)
			text = field_format(field, store_context(ui->store), record->values[j]);
		draw_text(line, pane.left, 21, STYLE_DIM, _(field->label), false);
		text_wrap(text, pane.width - 23, &lines);
		for (k = 0; k < lines.count && line < pane.top + pane.height; k++)
			draw_text(line++, pane.left + 22, pane.width - 22, STYLE_PLAIN, lines.items[k], false);
		strings_free(&lines);
		free(text);
	}
	record_free(record);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct browse *browse = view->data;
	int left = browse->panel ? (area.width >= 110 ? 30 : 22) : 0;
	struct area middle = { area.top, area.left + left + (left ? 1 : 0), area.height, area.width - left - (left ? 1 : 0) };

	browse->pane.height = 0;
	if (browse->panel) {
		struct area registers = { area.top, area.left, area.height, left };

		draw_registers(ui, browse, registers);
		draw_vertical(area.top, area.left + left, area.height);
	}
	if (middle.width >= 120) {
		int width = middle.width / 3;

		browse->pane = (struct area){ middle.top, middle.left + middle.width - width + 2, middle.height, width - 2 };
		middle.width -= width + 1;
		draw_vertical(middle.top, middle.left + middle.width, middle.height);
	} else if (middle.height >= 28) {
		int height = middle.height / 3;

		browse->pane = (struct area){ middle.top + middle.height - height + 1, middle.left + 1, height - 1, middle.width - 2 };
		middle.height -= height;
		draw_horizontal(middle.top + middle.height, middle.left, middle.width);
	}
	if (browse->checklist) {
		struct strings lines = { 0 };
		size_t i;

		if (!browse->progress)
			read_progress(ui, browse);
		text_wrap(browse->progress, middle.width - 2, &lines);
		for (i = 0; i < lines.count && (int)i < browse->progress_lines; i++)
			draw_text(middle.top++, middle.left + 1, middle.width - 1, STYLE_PLAIN, lines.items[i], true);
		middle.height -= (int)i;
		strings_free(&lines);
	}
	if (browse->title || browse->filter) {
		char *heading = browse->filter ? xasprintf("%s  [%s]", browse->title ? browse->title : _(browse->list.query->def->plural), browse->filter) : xstrdup(browse->title);

		draw_text(middle.top, middle.left + 1, middle.width - 1, STYLE_TITLE, heading, true);
		free(heading);
		middle.top++;
		middle.height--;
	}
	rowlist_draw(ui, &browse->list, middle);
	if (!browse->list.rows.count)
		draw_empty(browse, middle);
	if (browse->pane.height)
		draw_pane(ui, browse);
	draw_position(ui, browse);
}

/* ---- keys ---- */

static void moved(struct ui *ui, struct view *view, bool full)
{
	struct browse *browse = view->data;

	if (full)
		view->dirty = true;
	else
		draw_position(ui, browse);
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
	if (browse->panel && (strcmp(key->name, "Left") == 0 || strcmp(key->name, "h") == 0)) {
		browse->in_panel = true;
		view->dirty = true;
		return ANSWER_DONE;
	}
	if (browse->panel && browse->in_panel) {
		size_t old = browse->entry;

		if (strcmp(key->name, "Down") == 0 || strcmp(key->name, "j") == 0)
			browse->entry += browse->entry + 1 < browse->entry_count;
		else if (strcmp(key->name, "Up") == 0 || strcmp(key->name, "k") == 0)
			browse->entry -= browse->entry > 0;
		else if (strcmp(key->name, "g") == 0 || strcmp(key->name, "Home") == 0)
			browse->entry = 0;
		else if (strcmp(key->name, "G") == 0 || strcmp(key->name, "End") == 0)
			browse->entry = browse->entry_count - 1;
		else if (strcmp(key->name, "Right") == 0 || strcmp(key->name, "l") == 0 || strcmp(key->name, "Enter") == 0)
			browse->in_panel = false;
		else
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
	struct view *view = user;
	struct browse *browse = view->data;
	struct query *query;
	struct error error = { 0 };

	if (!text)
		return;
	query = base_query(ui, browse, browse->list.query->def);
	if (!query_parse(query, store_context(ui->store), text, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		query_free(query);
		return;
	}
	query->sort = xstrdup(browse->list.query->sort);
	query->descending = browse->list.query->descending;
	query_free(browse->list.query);
	browse->list.query = query;
	free(browse->filter);
	browse->filter = *text ? xstrdup(text) : NULL;
	rowlist_reload(ui, &browse->list, false);
	view->dirty = true;
}

static void sort_by(struct ui *ui, struct view *view, const char *path)
{
	struct browse *browse = view->data;
	struct query *query = browse->list.query;

	query->descending = query->sort && strcmp(query->sort, path) == 0 ? !query->descending : false;
	free(query->sort);
	query->sort = xstrdup(path);
	browse->list.first = -1;
	rowlist_reload(ui, &browse->list, false);
	view->dirty = true;
}

static void fill_fields(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct view *view = user;
	const struct register_def *def = ((struct browse *)view->data)->list.query->def;
	size_t i;

	(void)ui;
	if (!*typed)
		pick_add(items, "ref", _("Ref"), NULL);
	for (i = 0; i < def->field_count; i++) {
		char *a = text_fold(_(def->fields[i].label)), *b = text_fold(typed);

		if (strstr(a, b) && !(def->fields[i].flags & FIELD_INVERSE))
			pick_add(items, def->fields[i].name, _(def->fields[i].label), def->fields[i].name);
		free(a);
		free(b);
	}
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
	struct strings names = { 0 };

	if (!value || !*value)
		return;
	strings_split(&names, value);
	rowlist_set_columns(&browse->list, (const char *const *)names.items, names.count);
	rowlist_reload(ui, &browse->list, true);
	strings_free(&names);
	view->dirty = true;
}

/* ---- the checklist's keys: each is one step of undo ---- */

static void change_line(struct ui *ui, struct view *view, const char *field, const char *value)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);
	struct error error = { 0 };
	struct record *before = row ? store_record(ui->store, row->id, &error) : NULL, *record;

	if (!before) {
		if (row)
			ui_error(ui, &error);
		error_clear(&error);
		return;
	}
	record = record_copy(before);
	record_set(record, field, value);
	if (store_set(ui->store, before, record, &error))
		ui_changed(ui);
	else
		ui_error(ui, &error);
	error_clear(&error);
	record_free(before);
	record_free(record);
	view->dirty = true;
}

static char *line_value(struct ui *ui, struct browse *browse, const char *field)
{
	const struct row *row = rowlist_current(&browse->list);
	struct record *record = row ? store_record(ui->store, row->id, NULL) : NULL;
	char *value = record ? xstrdup(record_get(record, field)) : NULL;

	record_free(record);
	return value;
}

static void reasons_taken(struct ui *ui, const char *value, void *user)
{
	if (value)
		change_line(ui, user, "reasons", value);
}

static void owner_taken(struct ui *ui, const char *value, void *user)
{
	struct error error = { 0 };

	if (!value)
		return;
	if (*value == '+') {
		struct record *person = record_new(register_find("person"), store_context(ui->store)->time_zone);

		record_set(person, "name", value + 1);
		if (store_add(ui->store, person, &error))
			change_line(ui, user, "owner", person->ref);
		else
			ui_error(ui, &error);
		error_clear(&error);
		record_free(person);
	} else {
		change_line(ui, user, "owner", value);
	}
}

static void justification_taken(struct ui *ui, const char *value, void *user)
{
	if (value)
		change_line(ui, user, "justification", value);
}

static enum answer checklist_command(struct ui *ui, struct view *view, const char *name)
{
	static const char *const states[] = { "", "none", "planned", "partial", "implemented" };
	struct browse *browse = view->data;
	const struct register_def *def = browse->list.query->def;
	char *value;

	if (strcmp(name, "mark") == 0) {
		value = line_value(ui, browse, "applicable");
		change_line(ui, view, "applicable", !value ? "yes" : strcmp(value, "yes") == 0 ? "no" : NULL);
		if (value && strcmp(value, "yes") == 0) {
			char *text = line_value(ui, browse, "justification");

			if (!text)
				ui_message(ui, _("An excluded control needs its reason: J writes it."));
			free(text);
		}
		free(value);
	} else if (strcmp(name, "status") == 0) {
		size_t i;

		value = line_value(ui, browse, "status");
		for (i = 0; i < 5 && strcmp(states[i], value ? value : "") != 0; i++)
			;
		change_line(ui, view, "status", states[(i + 1) % 5]);
		free(value);
	} else if (strcmp(name, "reasons") == 0) {
		const struct field_def *field = register_field(def, "reasons");
		struct choice *choices = field->type->choices(field, store_context(ui->store));

		value = line_value(ui, browse, "reasons");
		choice_view_open(ui, _(field->label), choices, value, true, reasons_taken, view);
		choices_free(choices);
		free(value);
	} else if (strcmp(name, "owner") == 0) {
		picker_view_open(ui, _("Owner"), register_find("person"), NULL, false, owner_taken, view);
	} else if (strcmp(name, "justify") == 0) {
		value = line_value(ui, browse, "justification");
		text_view_open(ui, _("Justification"), value, justification_taken, view);
		free(value);
	} else {
		return ANSWER_IGNORED;
	}
	return ANSWER_DONE;
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
	if (strcmp(name, "add") == 0) {
		if (browse->checklist || strcmp(def->name, "applicability") == 0)
			ui_message(ui, _("Each control of the catalogue has its line already; own controls are added in the register of controls."));
		else
			form_view_open(ui, def, 0);
	} else if (strcmp(name, "open") == 0) {
		if (row && browse->checklist)
			form_view_open(ui, def, row->id);
		else if (row)
			record_view_open(ui, row->id);
	} else if (strcmp(name, "edit") == 0) {
		if (row)
			form_view_open(ui, def, row->id);
	} else if (strcmp(name, "copy") == 0) {
		if (row) {
			form_view_open(ui, def, -row->id);
		}
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
			size_t next = browse->list.cursor + 1 < browse->list.rows.count ? browse->list.cursor + 1 : browse->list.cursor ? browse->list.cursor - 1 : 0;

			browse->list.cursor = next;
			ui_remove(ui, &id, 1);
		}
	} else if (strcmp(name, "mark") == 0) {
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
	} else if (strcmp(name, "sort") == 0) {
		struct pick pick = { .title = _("Sort by"), .fill = fill_fields, .then = sort_taken, .user = view };

		pick_view_open(ui, &pick);
	} else if (strcmp(name, "reverse") == 0) {
		browse->list.query->descending = !browse->list.query->descending;
		browse->list.first = -1;
		rowlist_reload(ui, &browse->list, false);
		view->dirty = true;
	} else if (strcmp(name, "columns") == 0) {
		struct strings names = { 0 };
		struct pick pick = { .title = _("Columns"), .several = true, .fill = fill_fields, .then = columns_taken, .user = view };
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

static enum answer mouse(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area)
{
	struct browse *browse = view->data;
	bool header;
	size_t column = 0;

	if (mouse->kind != MOUSE_PRESS && mouse->kind != MOUSE_DOUBLE)
		return ANSWER_IGNORED;
	if (browse->panel && mouse->column < browse->list.area.left - 1) {
		size_t entry = (size_t)(mouse->row - area.top - 1);

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
	if (rowlist_idle(ui, &browse->list))
		draw_position(ui, browse);
	if (browse->pane.height && browse->shown != (row ? row->id : 0))
		draw_pane(ui, browse);
	return false;
}

static void changed(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;

	browse->counted = false;
	free(browse->progress);
	browse->progress = NULL;
	if (browse->list.loaded)
		rowlist_reload(ui, &browse->list, true);
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;

	(void)ui;
	rowlist_free(&browse->list);
	free(browse->title);
	free(browse->filter);
	free(browse->progress);
	free(browse);
}

static int64_t current(struct ui *ui, struct view *view)
{
	const struct row *row = rowlist_current(&((struct browse *)view->data)->list);

	(void)ui;
	return row ? row->id : 0;
}

static const struct view_ops browse_ops = { .name = "browse", .draw = draw, .key = key, .command = command, .mouse = mouse, .idle = idle, .changed = changed, .close = close_view, .record = current };
static const struct view_ops list_ops = { .name = "list", .draw = draw, .key = key, .command = command, .mouse = mouse, .idle = idle, .changed = changed, .close = close_view, .record = current };
static const struct view_ops checklist_ops = { .name = "checklist", .draw = draw, .key = key, .command = command, .mouse = mouse, .idle = idle, .changed = changed, .close = close_view, .record = current };

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
		if (strcmp(browse->entries[i].def->name, "risk") == 0)
			browse->entry = i;
	show_register(ui, browse, browse->entries[browse->entry].def);
	/* A panel is the ground on which other views stand. */
	while (ui->depth)
		ui_pop(ui);
	ui_push(ui, view_new(&browse_ops, browse));
}

void list_view_open(struct ui *ui, struct query *query, const char *title)
{
	struct browse *browse = xcalloc(1, sizeof *browse);

	browse->title = xstrdup(title ? title : _(query->def->plural));
	rowlist_init(&browse->list, query);
	rowlist_default_columns(&browse->list);
	ui_push(ui, view_new(&list_ops, browse));
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
	rowlist_set_columns(&browse->list, checklist_columns, ui->columns >= 130 ? 8 : 6);
	browse->list.decorate = checklist_cell;
	ui_push(ui, view_new(&checklist_ops, browse));
}
