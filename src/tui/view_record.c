/* A whole record, read: its fields, what links here; Enter goes along a reference. */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "report/audit.h"
#include "tui/browse.h"
#include "tui/pick.h"

struct line {
	char *label, *text; /* text NULL: the label is a heading */
	int64_t target;     /* record that Enter opens */
	int level;          /* of risk, that the text names; 0: none */
};
struct reading {
	int64_t id;
	const struct register_def *def; /* NULL: not read yet */
	char *title;
	struct line *lines;
	size_t count, cursor, top;
	struct failure failure;
	int height, width, label;
};

static void add_line(struct reading *reading, const char *label, const char *text, int64_t target)
{
	reading->lines = xreallocarray(reading->lines, reading->count + 1, sizeof *reading->lines);
	reading->lines[reading->count++] = (struct line){ xstrdup(label), xstrdup(text), target, 0 };
}

static void clear(struct reading *reading)
{
	size_t i;

	for (i = 0; i < reading->count; i++) {
		free(reading->lines[i].label);
		free(reading->lines[i].text);
	}
	free(reading->lines);
	reading->lines = NULL;
	reading->count = 0;
	free(reading->title);
	reading->title = NULL;
}

static void add_wrapped(struct reading *reading, const char *label, const char *text, int width)
{
	struct strings lines = { 0 };
	size_t i;

	text_wrap(text, width, &lines);
	for (i = 0; i < lines.count; i++)
		add_line(reading, i ? "" : label, lines.items[i], 0);
	strings_free(&lines);
}

/* One record of a snapshot: its ref and title, below them what is filled of the rest, as people read it. */
static void add_row(struct ui *ui, struct reading *reading, const struct record *record, const char *label,
	const struct strings *names, const struct strings *cells, int width)
{
	struct buffer title = { 0 }, rest = { 0 };
	size_t i;

	for (i = 0; i < names->count && i < cells->count; i++) {
		const struct field_def *field =
			register_field(register_find(record->def->snapshot.of), names->items[i]);
		char *text =
			field ? store_value_text(ui->store, record, field, cells->items[i]) : xstrdup(cells->items[i]);

		if (!field || (field->flags & FIELD_TITLE)) {
			buffer_printf(&title, title.length ? " %s" : "%s", text);
		} else if (*text) {
			buffer_add(&rest, rest.length ? " \xc2\xb7 " : "");
			buffer_printf(&rest, _("%s: %s"), _(field->label), text);
		}
		free(text);
	}
	add_wrapped(reading, label, title.data ? title.data : "", width);
	if (rest.length)
		add_wrapped(reading, "", rest.data, width);
	buffer_free(&title);
	buffer_free(&rest);
}

/* What stood in other records when this one was closed: a table whose header begins with ref. */
static void add_snapshot(struct ui *ui, struct reading *reading, const struct record *record, const char *label,
	const char *text, int width)
{
	struct strings names = { 0 }, cells = { 0 };
	const char *line = strncmp(text, "ref\t", 4) == 0 ? strings_split_row(&names, text) : NULL;

	if (!line || !*line)
		add_wrapped(reading, label, line ? "" : text, width);
	for (; line && *line; label = "", strings_free(&cells)) {
		line = strings_split_row(&cells, line);
		add_row(ui, reading, record, label, &names, &cells, width);
	}
	strings_free(&names);
}

struct kept {
	struct reading *reading;
	int width;
};

static void add_kept(void *user, const char *label, const char *text)
{
	struct kept *kept = user;

	add_wrapped(kept->reading, label, text, kept->width);
}

/* True for a field that keeps what others said when the record was closed: its lines are added, of all that is kept or, as earlier versions did, of the ratings. */
static bool add_frozen(struct ui *ui, struct reading *reading, const struct record *record,
	const struct field_def *field, const char *value, int width)
{
	const char *copy = record->def->snapshot.copy, *table = record->def->snapshot.table;
	struct kept kept = { reading, width };

	if (copy && strcmp(copy, field->name) == 0)
		frozen_lines(record, _(field->label), add_kept, &kept);
	else if (!table || strcmp(table, field->name) != 0)
		return false;
	else if (!copy || !record_get(record, copy))
		add_snapshot(ui, reading, record, _(field->label), value, width);
	return true;
}

/* What counts because of what rests on the record, as long as it says nothing itself. */
static void add_inherited(struct ui *ui, struct reading *reading, const struct record *record, int width)
{
	size_t i;

	for (i = 0; i < record->def->field_count; i++) {
		char *text = app_inherited(ui->store, record, &record->def->fields[i]);

		if (text)
			add_wrapped(reading, _(record->def->fields[i].label), text, width);
		free(text);
	}
}

/* Whether it holds today, and why not; nothing where the register has no such notion. */
static void add_validity(struct ui *ui, struct reading *reading, const struct record *record, int width)
{
	struct strings otherwise = { 0 };
	char *text;

	if (record->def->valid && store_validity(ui->store, record, &otherwise, NULL)) {
		text = otherwise.count ? strings_join(&otherwise, " ") : NULL;
		add_wrapped(reading, _("Holds today"), text ? text : _("yes"), width);
		free(text);
	}
	strings_free(&otherwise);
	text = issue_since(ui->store, record);
	if (text)
		add_wrapped(reading, _("Since it was issued"), text, width);
	free(text);
	text = audit_independence(ui->store, record);
	if (text)
		add_wrapped(reading, _("Independent"), text, width);
	free(text);
	if (strcmp(record->def->name, "audit") == 0 && !record_stands(record)) {
		text = command_told(_("{work} works through them; {prepare} draws them from the scope."), NULL);
		add_wrapped(reading, _("Points"), text, width);
		free(text);
	}
}

/* What of it the audits of a programme have looked at, and each white spot, which opens. */
static void add_part(
	struct ui *ui, struct reading *reading, const char *label, const struct coverage_part *part, int width)
{
	char *text = coverage_text(part);
	size_t i;

	add_wrapped(reading, label, text, width);
	free(text);
	for (i = 0; i < part->spots.count; i++) {
		text = store_reference(ui->store, part->spots.items[i], REFERENCE_WHOLE);
		add_line(reading, i ? "" : _("Not looked at"), text, store_find(ui->store, part->spots.items[i], NULL));
		free(text);
	}
}

static void add_coverage(struct ui *ui, struct reading *reading, const struct record *record, int width)
{
	struct coverage coverage;
	char *text;

	if (strcmp(record->def->name, "programme") != 0)
		return;
	if (coverage_of(ui->store, record, &coverage, NULL)) {
		add_line(reading, _("Coverage"), NULL, 0);
		text = xasprintf(_("%zu planned, %zu late, %zu held, %zu counted"), coverage.planned, coverage.late,
			coverage.held, coverage.counted);
		add_wrapped(reading, _("Audits"), text, width);
		free(text);
		add_part(ui, reading, _("Clauses"), &coverage.clauses, width);
		add_part(ui, reading, _("Controls"), &coverage.controls, width);
		add_part(ui, reading, _("Units"), &coverage.units, width);
	}
	coverage_free(&coverage);
}

/* ---- hour by hour ---- */

/* Whether somebody waits to be told. */
static void add_clock(struct ui *ui, struct reading *reading, const struct record *record, int width)
{
	struct hours_clock clock;
	char *text;

	if (!hours_clock(record, store_context(ui->store), &clock))
		return;
	text = hours_clock_text(&clock, environment_now());
	add_wrapped(reading, _("Clock"), text, width);
	free(text);
}

/* Its moments in the order of time, each with what passed since the first and since the one before. */
static void add_hours(struct ui *ui, struct reading *reading, const struct record *record, int width)
{
	const struct model_context *context = store_context(ui->store);
	struct hours_line *lines;
	size_t count, i, timed = 0;

	lines = hours_lines(record, context, &count);
	for (i = 0; i < count; i++)
		timed += !lines[i].day;
	/* Nothing passed between one moment and itself. */
	if (timed > 1)
		add_line(reading, _("Timeline"), NULL, 0);
	for (i = 0; timed > 1 && i < count; i++) {
		const struct field_def *field = lines[i].field;
		char *at = field_format(field, context, record_get(record, field->name)),
		     *since = hours_span(lines[i].since), *step = i ? hours_span(lines[i].at - lines[i - 1].at) : NULL,
		     *text = NULL;

		if (!i || lines[i].day)
			text = xstrdup(at);
		else if (i == 1 || lines[i - 1].day)
			text = xasprintf(_("%s, after %s"), at, since);
		else
			/* TRANSLATORS: a moment; how long after the first; how long after the one before */
			text = xasprintf(_("%s, after %s (+ %s)"), at, since, step);
		add_wrapped(reading, _(field->label), text, width);
		free(text);
		free(step);
		free(since);
		free(at);
	}
	free(lines);
}

static enum answer stamp(struct ui *ui, struct view *view)
{
	int64_t id = ((struct reading *)view->data)->id;
	struct record *record = store_record(ui->store, id, NULL);

	if (record)
		stamp_open(ui, record->def, &(struct meant){ .ids = &id, .count = 1 });
	record_free(record);
	return ANSWER_DONE;
}

struct lapsed {
	struct reading *reading;
	int width;
};

static void add_lapsed(void *user, const char *ref, const char *why)
{
	const struct lapsed *lapsed = user;
	char *text = xasprintf(_("%s does not hold any more: %s"), ref, why);

	add_wrapped(lapsed->reading, _("Acceptance"), text, lapsed->width);
	free(text);
}

static bool is_target(const struct reading *reading, int64_t id)
{
	size_t i;

	for (i = 0; i < reading->count; i++)
		if (reading->lines[i].target == id)
			return true;
	return false;
}

static void add_references(struct ui *ui, struct reading *reading, const struct field_def *field, const char *value)
{
	struct strings refs = { 0 };
	size_t i;

	strings_split(&refs, value);
	for (i = 0; i < refs.count; i++) {
		char *text = store_reference(ui->store, refs.items[i], REFERENCE_WHOLE);

		add_line(reading, i ? "" : _(field->label), text, store_find(ui->store, refs.items[i], NULL));
		free(text);
	}
	strings_free(&refs);
}

/* The heading of the field's section, where it is the first of it that holds something. */
static void add_heading(
	struct reading *reading, const struct register_def *def, size_t field, const struct section_def **section)
{
	const struct section_def *here = register_section(def, field);

	if (here && here != *section)
		add_line(reading, _(here->heading), NULL, 0);
	*section = here;
}

static void add_field(struct ui *ui, struct reading *reading, const struct record *record,
	const struct field_def *field, const char *value, int width)
{
	char *text;

	if (field_is_reference(field)) {
		add_references(ui, reading, field, value);
		return;
	}
	if (add_frozen(ui, reading, record, field, value, width))
		return;
	if (field->flags & FIELD_SNAPSHOT)
		/* A document in a form for programs. */
		text = xasprintf(_("kept as it was, %zu kB; %s exports it"), strlen(value) / 1000 + 1,
			command_key("export", NULL));
	else
		text = store_value_text(ui->store, record, field, value);
	add_wrapped(reading, _(field->label), text, width);
	if (field_is_risk_level(field) && reading->count)
		reading->lines[reading->count - 1].level = method_level_named(store_context(ui->store), value, text);
	free(text);
}

static void add_backlinks(struct ui *ui, struct reading *reading, int width)
{
	struct error error = { 0 };
	struct found_list links;
	bool first = true;
	size_t i;

	if (!store_backlinks(ui->store, reading->id, &links, &error)) {
		add_wrapped(reading, _("Linked from"), error.message, width);
		error_clear(&error);
		return;
	}
	for (i = 0; i < links.count; i++) {
		char *text;

		/* What a field of this record shows already is not told twice. */
		if (is_target(reading, links.items[i].id))
			continue;
		text = store_reference(ui->store, links.items[i].ref, REFERENCE_WHOLE);
		add_line(reading, first ? _("Linked from") : "", text, links.items[i].id);
		first = false;
		free(text);
	}
	found_free(&links);
}

static char *title_of(struct ui *ui, const struct record *record)
{
	char *title = store_title(ui->store, record->ref),
	     *whole = xasprintf(
		     "%s  %s", record->ref, title ? title : record_title(record, store_context(ui->store)->language));

	free(title);
	return whole;
}

static bool read_all(struct ui *ui, struct reading *reading, int width)
{
	struct error error = { 0 };
	struct record *record = store_record(ui->store, reading->id, &error);
	const struct section_def *section = NULL;
	const char *warning;
	size_t i;

	if (!record && error.kind && error.kind != ERROR_INVALID) {
		failure_take(ui, &reading->failure, &error, reading->count > 0);
		/* Lines of another width are still the record's. */
		reading->width = reading->count ? width : 0;
		return true;
	}
	error_clear(&error);
	failure_forget(&reading->failure);
	clear(reading);
	reading->width = width;
	if (!record)
		return false;
	reading->def = record->def;
	reading->label = draw_label_width(record, width / 2);
	if (reading->label < text_columns(_("Linked from")) + 2)
		reading->label = text_columns(_("Linked from")) + 2;
	width -= reading->label + 4;
	reading->title = title_of(ui, record);
	add_validity(ui, reading, record, width);
	add_clock(ui, reading, record, width);
	for (i = 0; i < record->def->field_count; i++)
		if (record->values[i] && !(record->def->fields[i].flags & (FIELD_TITLE | FIELD_INTERNAL)) &&
			!record_says_by(record, &record->def->fields[i])) {
			add_heading(reading, record->def, i, &section);
			add_field(ui, reading, record, &record->def->fields[i], record->values[i], width);
		}
	add_hours(ui, reading, record, width);
	add_inherited(ui, reading, record, width);
	add_coverage(ui, reading, record, width);
	store_each_lapsed(ui->store, record, add_lapsed, &(struct lapsed){ reading, width });
	warning = record_warning(record, store_context(ui->store));
	if (warning)
		add_wrapped(reading, _("Warning"), warning, width);
	add_backlinks(ui, reading, width);
	record_free(record);
	return true;
}

/* A heading is nothing to stop at; a line follows each, and the first has none before it. */
static void pass_heading(struct reading *reading, bool up)
{
	if (reading->cursor < reading->count && !reading->lines[reading->cursor].text)
		reading->cursor = up && reading->cursor ? reading->cursor - 1 : reading->cursor + 1;
}

static void draw_line(struct ui *ui, const struct reading *reading, size_t i, int row, struct area area)
{
	const struct line *line = &reading->lines[i];
	bool here = i == reading->cursor;

	if (here)
		draw_spoken(row, area.left + 2);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	if (!line->text) {
		draw_section(row, area.left + 2, area.width - 4, line->label, here);
	} else {
		draw_text(row, area.left + 2, reading->label - 1, STYLE_DIM, line->label, false);
		if (line->level)
			draw_level_text(row, area.left + 2 + reading->label, area.width - 3 - reading->label,
				line->level, store_context(ui->store)->method.scales[SCALE_RISK].count, line->text);
		else
			draw_text(row, area.left + 2 + reading->label, area.width - 3 - reading->label,
				line->target ? STYLE_ACCENT : STYLE_PLAIN, line->text, false);
	}
	if (here)
		draw_bar(row, area.left, area.width);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct reading *reading = view->data;
	int row;
	size_t i;

	if (reading->width != area.width && !read_all(ui, reading, area.width))
		add_line(reading, "", _("The record is not there any more."), 0);
	reading->height = area.height - 2;
	if (failure_draw(&reading->failure, area))
		return;
	if (reading->cursor >= reading->count)
		reading->cursor = reading->count ? reading->count - 1 : 0;
	pass_heading(reading, false);
	cursor_in_view(&reading->top, reading->cursor, reading->height);
	if (reading->cursor && reading->top == reading->cursor && !reading->lines[reading->cursor - 1].text)
		reading->top--;
	draw_text(area.top, area.left + 1, area.width - 2, STYLE_TITLE, reading->title ? reading->title : "", true);
	for (row = 0, i = reading->top; row < reading->height; row++, i++) {
		int line = area.top + 2 + row;

		draw_fill(line, area.left, area.width, STYLE_PLAIN);
		if (i < reading->count)
			draw_line(ui, reading, i, line, area);
	}
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct reading *reading = view->data;

	size_t before = reading->cursor;

	(void)ui;
	if (!cursor_move(&reading->cursor, reading->count, (size_t)reading->height, (enum move)argument))
		return ANSWER_IGNORED;
	pass_heading(reading, reading->cursor < before);
	view->dirty = true;
	return ANSWER_DONE;
}

static bool is_evidence(struct ui *ui, const struct reading *reading)
{
	struct record *record = store_record(ui->store, reading->id, NULL);
	bool is = record && (record->def->flags & REGISTER_ATTACHMENT);

	record_free(record);
	if (!is)
		ui_message(ui, _("Files are attached to records of the register of evidence."));
	return is;
}

static void attach_taken(struct ui *ui, const char *text, void *user)
{
	struct reading *reading = ((struct view *)user)->data;
	struct record *record = text && *text ? store_record(ui->store, reading->id, NULL) : NULL;
	struct error error = { 0 };

	if (record && app_attach(ui->store, record->ref, text, &error)) {
		ui_changed(ui);
		ui_message(ui, _("Attached to %s."), record->ref);
	} else if (record) {
		ui_error(ui, &error);
	}
	record_free(record);
	error_clear(&error);
}

static void extract_taken(struct ui *ui, const char *text, void *user)
{
	struct reading *reading = ((struct view *)user)->data;
	struct record *record = text && *text ? store_record(ui->store, reading->id, NULL) : NULL;
	char *written = NULL;
	struct error error = { 0 };

	if (record && app_extract(ui->store, record->ref, text, false, &written, &error))
		ui_message(ui, _("Written to %s."), written);
	else if (record)
		ui_error(ui, &error);
	free(written);
	record_free(record);
	error_clear(&error);
}

/* ---- records that refer to this one are added from here ---- */

static void fill_linked(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct record *record = store_record(ui->store, ((struct reading *)((struct view *)user)->data)->id, NULL);
	size_t i;

	for (i = 0; record && i < record->def->field_count; i++) {
		const struct field_def *field = &record->def->fields[i];

		if ((field->flags & (FIELD_INVERSE | FIELD_INTERNAL)) == FIELD_INVERSE)
			pick_offer(items, typed, field->name, _(register_find(field->target)->label), _(field->label));
	}
	record_free(record);
}

static void linked_taken(struct ui *ui, const char *value, void *user)
{
	struct record *record =
		value ? store_record(ui->store, ((struct reading *)((struct view *)user)->data)->id, NULL) : NULL;
	const struct field_def *field = record ? register_field(record->def, value) : NULL;

	if (field)
		form_view_open_for(ui, register_find(field->target), field->inverse,
			field->through ? record_get(record, field->through) : record->ref, NULL);
	record_free(record);
}

/* Where only one kind can be added there is nothing to choose. */
static enum answer add_linked(struct ui *ui, struct view *view)
{
	struct reading *reading = view->data;
	struct pick_items kinds = { 0 };
	struct pick pick = { .fill = fill_linked, .then = linked_taken, .user = view };

	fill_linked(ui, "", &kinds, view);
	if (!kinds.count) {
		ui_message(ui, _("Nothing is added from here; {edit} edits the record itself."));
	} else if (kinds.count == 1) {
		linked_taken(ui, kinds.items[0].key, view);
	} else {
		struct record *record = store_record(ui->store, reading->id, NULL);
		char *title = xasprintf(_("Add to %s"), record ? record->ref : "");

		pick.title = title;
		pick_view_open(ui, &pick);
		free(title);
		record_free(record);
	}
	pick_items_free(&kinds);
	return ANSWER_DONE;
}

/* The whole record as text. */
static enum answer clip(struct ui *ui, struct view *view)
{
	const struct reading *reading = view->data;
	struct buffer text = { 0 };
	size_t i;

	buffer_printf(&text, "%s\n", reading->title ? reading->title : "");
	for (i = 0; i < reading->count; i++)
		if (!reading->lines[i].text) {
			buffer_printf(&text, "\n%s\n", reading->lines[i].label);
		} else if (*reading->lines[i].label) {
			buffer_printf(&text, _("%s: %s"), reading->lines[i].label, reading->lines[i].text);
			buffer_add_char(&text, '\n');
		} else {
			buffer_printf(&text, "  %s\n", reading->lines[i].text);
		}
	ui_clip(ui, text.data);
	buffer_free(&text);
	return ANSWER_DONE;
}

/* What changed in the text since the version that this one replaces. */
static enum answer compare(struct ui *ui, struct view *view)
{
	const struct reading *reading = view->data;
	struct record *record = store_record(ui->store, reading->id, NULL), *older = NULL;
	const char *before =
		record && register_field(record->def, "supersedes") ? record_get(record, "supersedes") : NULL;

	if (before)
		older = store_record_by_ref(ui->store, before, NULL);
	if (older) {
		char *title = xasprintf(_("From %s %s to %s %s"), older->ref, record_get(older, "version"), record->ref,
			record_get(record, "version"));

		pager_view_open(ui, title, text_diff(record_get(older, "text"), record_get(record, "text")));
		free(title);
	} else {
		ui_message(ui, _("This record supersedes no other."));
	}
	record_free(record);
	record_free(older);
	return ANSWER_DONE;
}

static enum answer open_target(struct ui *ui, struct view *view)
{
	struct reading *reading = view->data;

	if (reading->cursor < reading->count && reading->lines[reading->cursor].target)
		record_view_open(ui, reading->lines[reading->cursor].target);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	struct record *record = store_record(ui->store, ((struct reading *)view->data)->id, NULL);

	if (record)
		form_view_open(ui, record->def, record->id);
	record_free(record);
	return ANSWER_DONE;
}

static enum answer attach(struct ui *ui, struct view *view)
{
	if (is_evidence(ui, view->data))
		prompt_open_path(ui, _("Attach the file:"), "", attach_taken, view);
	return ANSWER_DONE;
}

static enum answer extract(struct ui *ui, struct view *view)
{
	if (is_evidence(ui, view->data))
		prompt_open_path(ui, _("Write it to (a file or folder):"), "", extract_taken, view);
	return ANSWER_DONE;
}

static enum answer history(struct ui *ui, struct view *view)
{
	history_view_open(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static enum answer prepare(struct ui *ui, struct view *view)
{
	prepare_record(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static enum answer work(struct ui *ui, struct view *view)
{
	audit_view_open(ui, ((struct reading *)view->data)->id);
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct reading *)view->data)->width = 0;
	view->dirty = true;
}

static void close_view(struct ui *ui, struct view *view)
{
	(void)ui;
	clear(view->data);
	failure_forget(&((struct reading *)view->data)->failure);
	free(view->data);
}

static int64_t current(struct ui *ui, struct view *view)
{
	(void)ui;
	return ((struct reading *)view->data)->id;
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "open", .run = open_target },
	{ .command = "edit", .run = edit },
	{ .command = "add-linked", .run = add_linked },
	{ .command = "attach", .run = attach },
	{ .command = "extract", .run = extract },
	{ .command = "stamp", .run = stamp },
	{ .command = "clip", .run = clip },
	{ .command = "compare", .run = compare },
	{ .command = "history", .run = history },
	{ .command = "prepare", .run = prepare },
	{ .command = "work", .run = work },
	{ .command = NULL },
};

static const struct register_def *shows(const struct view *view)
{
	return ((const struct reading *)view->data)->def;
}

static const struct view_ops ops = { .name = "record",
	.draw = draw,
	.actions = actions,
	.changed = changed,
	.close = close_view,
	.record = current,
	.shows = shows };

void record_view_open(struct ui *ui, int64_t id)
{
	struct reading *reading = xcalloc(1, sizeof *reading);

	reading->id = id;
	ui_push(ui, view_new(&ops, reading));
}
