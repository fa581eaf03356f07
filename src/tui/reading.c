/* The lines of a whole record: whether it holds, its fields, its hours, what was covered, what links to it. */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "report/audit.h"
#include "tui/browse.h"
#include "tui/reading.h"

void reading_add(struct reading *reading, const char *label, const char *text, int64_t target)
{
	reading->lines = xreallocarray(reading->lines, reading->count + 1, sizeof *reading->lines);
	reading->lines[reading->count++] = (struct line){ xstrdup(label), xstrdup(text), target, 0 };
}

void reading_clear(struct reading *reading)
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
		reading_add(reading, i ? "" : label, lines.items[i], 0);
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
		reading_add(
			reading, i ? "" : _("Not looked at"), text, store_find(ui->store, part->spots.items[i], NULL));
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
		reading_add(reading, _("What its audits looked at"), NULL, 0);
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
	if (hours_assumption(record))
		add_wrapped(reading, "", hours_assumption(record), width);
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
		reading_add(reading, _("Timeline"), NULL, 0);
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

		reading_add(reading, i ? "" : _(field->label), text, store_find(ui->store, refs.items[i], NULL));
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
		reading_add(reading, _(here->heading), NULL, 0);
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
		reading_add(reading, first ? _("Linked from") : "", text, links.items[i].id);
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

bool reading_read(struct ui *ui, struct reading *reading, int width)
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
	reading_clear(reading);
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
