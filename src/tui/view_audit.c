/* An audit worked through at a table: its points as a list, what is known of the one under the cursor, one key a verdict. */
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"
#include "model/field_type.h"
#include "tui/internal.h"
#include "tui/widget.h"

#define WIDE 120      /* from here on what is known stands beside the points */
#define MOST_PROOFS 6 /* of a clause or control, that are told */

struct point {
	int64_t id;
	char *number, *question, *verdict, *finding, *sample, *seen, *subject;
	bool control;
};
struct working {
	int64_t audit;
	char *ref, *title;
	struct point *points;
	size_t count, cursor, top;
	size_t all, looked_at, found; /* of all points, whatever is shown */
	bool read, left_only;
	int64_t raising; /* the point whose finding is in the form; 0: none is */
	struct failure failure;
	int height;
	char *known; /* of the point `known_of` */
	int64_t known_of;
};

static void forget(struct working *working)
{
	size_t i;

	for (i = 0; i < working->count; i++) {
		struct point *point = &working->points[i];

		free(point->number);
		free(point->question);
		free(point->verdict);
		free(point->finding);
		free(point->sample);
		free(point->seen);
		free(point->subject);
	}
	free(working->points);
	working->points = NULL;
	working->count = working->all = working->looked_at = working->found = 0;
	free(working->known);
	working->known = NULL;
	working->known_of = 0;
	working->read = false;
}

static bool take_point(void *user, const struct row *row)
{
	struct working *working = user;
	const struct cell *cells = row->cells;
	const char *verdict = cells[1].value, *subject = cells[6].value ? cells[6].value : cells[7].value;
	bool seen = verdict && strcmp(verdict, "unseen") != 0;

	working->all++;
	working->looked_at += seen;
	working->found += seen && strcmp(verdict, "finding") == 0;
	if (working->left_only && verdict)
		return true;
	working->points = xreallocarray(working->points, working->count + 1, sizeof *working->points);
	working->points[working->count++] = (struct point){
		row->id,
		xstrdup(cells[5].value ? cells[5].text : cells[8].text),
		xstrdup(cells[0].value ? cells[0].value : ""),
		xstrdup(verdict),
		xstrdup(cells[2].value),
		xstrdup(cells[3].value),
		xstrdup(cells[4].value),
		xstrdup(subject),
		cells[7].value != NULL,
	};
	return true;
}

static void read_all(struct ui *ui, struct working *working)
{
	static const char *const columns[] = { "question", "verdict", "finding", "sample", "seen", "requirement.number",
		"requirement", "control", "control.number" };
	struct query *query = query_new(register_find("auditpoint"));
	struct error error = { 0 };

	forget(working);
	query_add(query, "audit", OP_EQUAL, working->ref);
	working->read = query_sort(query, "ref", &error) &&
			store_each(ui->store, query, columns, 9, take_point, working, &error);
	query_free(query);
	if (working->read)
		failure_forget(&working->failure);
	else
		failure_take(ui, &working->failure, &error, false);
	if (working->cursor >= working->count)
		working->cursor = working->count ? working->count - 1 : 0;
}

static struct point *current_point(const struct working *working)
{
	return working->cursor < working->count ? &working->points[working->cursor] : NULL;
}

/* ---- what is known of a point ---- */

struct proofs {
	struct buffer *text;
	size_t count;
};

static bool take_proof(void *user, const struct row *row)
{
	struct proofs *proofs = user;

	if (proofs->count++ == MOST_PROOFS)
		return false;
	buffer_printf(proofs->text, "%s%s %s", proofs->count > 1 ? _("; ") : "", row->ref, row->cells[0].text);
	if (row->cells[1].value)
		buffer_printf(proofs->text, " (%s)", row->cells[1].text);
	return true;
}

/* Of a lettered part without proofs of its own, those of its clause. */
static void add_proofs(struct ui *ui, const struct point *point, struct buffer *text)
{
	static const char *const columns[] = { "title", "date" };
	char *subject = xstrdup(point->subject), *dot;
	struct proofs proofs = { text, 0 };

	buffer_add_char(text, '\n');
	buffer_printf(text, _("%s: %s"), _("Evidence"), "");
	while (subject && !proofs.count) {
		struct query *query = query_new(register_find("evidence"));

		query_add(query, point->control ? "control" : "requirement", OP_EQUAL, subject);
		store_each(ui->store, query, columns, 2, take_proof, &proofs, NULL);
		query_free(query);
		dot = strrchr(subject, '.');
		if (!dot || point->control || (dot[1] >= '0' && dot[1] <= '9'))
			break;
		*dot = '\0';
	}
	if (!proofs.count)
		buffer_add(text, _("none is recorded"));
	free(subject);
}

static void add_said(struct buffer *text, const char *label, const char *said)
{
	if (said) {
		buffer_add_char(text, '\n');
		buffer_printf(text, _("%s: %s"), label, said);
	}
}

/* Its question with what was known when it was drawn, the evidence of today, and what was written at the table. */
static const char *known_text(struct ui *ui, struct working *working, const struct point *point)
{
	struct buffer text = { 0 };
	char *finding;

	if (working->known_of == point->id)
		return working->known;
	buffer_add(&text, point->question);
	if (point->finding) {
		finding = store_reference(ui->store, point->finding, REFERENCE_WHOLE);
		add_said(&text, _("Finding"), finding);
		free(finding);
	}
	add_said(&text, _("Seen"), point->seen);
	add_said(&text, _("Sample"), point->sample);
	add_proofs(ui, point, &text);
	free(working->known);
	working->known = buffer_take(&text);
	working->known_of = point->id;
	return working->known;
}

/* ---- drawing ---- */

static void draw_point(const struct working *working, size_t i, int row, struct area area)
{
	const struct point *point = &working->points[i];
	bool here = i == working->cursor;
	const char *verdict = point->verdict, *mark = !verdict                          ? "\xc2\xb7"
						      : strcmp(verdict, "ok") == 0      ? "o"
						      : strcmp(verdict, "finding") == 0 ? "f"
											: "n";
	char *line = xstrndup(point->question, strcspn(point->question, "\n"));
	/* The number stands in a column of its own. */
	const char *text =
		strncmp(line, point->number, strlen(point->number)) == 0 ? line + strlen(point->number) : line;

	while (*text == ' ')
		text++;
	if (here)
		draw_spoken(row, area.left + 2);
	draw_fill(row, area.left, area.width, STYLE_PLAIN);
	draw_text(row, area.left, 1, STYLE_ACCENT, here ? ">" : " ", false);
	draw_text(row, area.left + 2, 1,
		!verdict                          ? STYLE_DIM
		: strcmp(verdict, "ok") == 0      ? STYLE_GOOD
		: strcmp(verdict, "finding") == 0 ? STYLE_LATE
						  : STYLE_DIM,
		mark, false);
	draw_text(row, area.left + 4, 9, STYLE_ACCENT, point->number, false);
	draw_text(row, area.left + 14, area.width - 15, verdict ? STYLE_DIM : STYLE_PLAIN, text, true);
	if (here)
		draw_bar(row, area.left, area.width);
	free(line);
}

static void draw_title(const struct working *working, struct area area)
{
	char *seen = xasprintf(_("%zu of %zu seen"), working->looked_at, working->all),
	     *found = xasprintf(ngettext("%zu finding", "%zu findings", working->found), working->found),
	     *progress = xasprintf("%s, %s%s%s", seen, found, working->left_only ? " \xc2\xb7 " : "",
		     working->left_only ? _("only what is left") : ""),
	     *title = xasprintf("%s  %s", working->ref, working->title);
	int columns = text_columns(progress);

	draw_text(area.top, area.left + 1, area.width - columns - 4, STYLE_TITLE, title, true);
	draw_text(area.top, area.left + area.width - columns - 2, columns + 2, STYLE_PLAIN, progress, true);
	free(title);
	free(progress);
	free(found);
	free(seen);
}

static void draw(struct ui *ui, struct view *view, struct area area)
{
	struct working *working = view->data;
	bool wide = area.width >= WIDE;
	struct area list = { area.top + 2, area.left, area.height - 2, area.width }, known = list;
	int row;

	if (!working->read)
		read_all(ui, working);
	draw_title(working, area);
	if (failure_draw(&working->failure, area))
		return;
	if (!working->count) {
		draw_told((struct area){ area.top + 2, area.left + 3, area.height - 2, area.width - 8 }, STYLE_DIM,
			working->all
				? _("Every point has its verdict. {points-left} shows all again; {export} writes the report of the audit.")
				: _("No point yet: {prepare} draws them from the scope of the audit, clause by clause and control by control."),
			&view->place);
		return;
	}
	if (wide) {
		list.width = area.width * 9 / 20;
		known.left = list.left + list.width + 2;
		known.width = area.width - list.width - 3;
		draw_vertical(list.top, list.left + list.width, list.height);
	} else {
		list.height = (area.height - 3) / 2;
		known = (struct area){ list.top + list.height + 1, area.left + 1, area.height - 3 - list.height,
			area.width - 2 };
		draw_horizontal(list.top + list.height, area.left, area.width);
	}
	working->height = list.height;
	/* No line of the list stays blank while points are above it. */
	if (working->top + (size_t)working->height > working->count)
		working->top = working->count > (size_t)working->height ? working->count - (size_t)working->height : 0;
	cursor_in_view(&working->top, working->cursor, working->height);
	for (row = 0; row < list.height; row++)
		if (working->top + (size_t)row < working->count)
			draw_point(working, working->top + (size_t)row, list.top + row, list);
		else
			draw_fill(list.top + row, list.left, list.width, STYLE_PLAIN);
	if (current_point(working))
		draw_paragraph(known, STYLE_PLAIN, known_text(ui, working, current_point(working)));
}

/* ---- what the keys do ---- */

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct working *working = view->data;

	(void)ui;
	view->dirty = true;
	return cursor_move(&working->cursor, working->count, (size_t)working->height, (enum move)argument)
		       ? ANSWER_DONE
		       : ANSWER_IGNORED;
}

static void next_point(struct working *working)
{
	/* Of what is left, the point leaves the list, and the next one takes its place. */
	if (!working->left_only && working->cursor + 1 < working->count)
		working->cursor++;
}

enum { VERDICT_OK, VERDICT_FINDING, VERDICT_UNSEEN };

static enum answer judge(struct ui *ui, struct view *view, int argument)
{
	struct working *working = view->data;
	struct point *point = current_point(working);
	struct record *record, *finding;
	struct error error = { 0 };

	view->dirty = true;
	if (!point)
		return ANSWER_DONE;
	if (argument != VERDICT_FINDING) {
		ui_set_field(ui, point->id, "verdict", argument == VERDICT_OK ? "ok" : "unseen");
		next_point(working);
		return ANSWER_DONE;
	}
	record = store_record(ui->store, point->id, &error);
	finding = record ? audit_finding_of(ui->store, record, &error) : NULL;
	if (finding) {
		working->raising = point->id;
		form_view_open_record(ui, finding, "title");
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	record_free(record);
	return ANSWER_DONE;
}

/* The finding was saved: the point names it, and has its verdict. */
static bool show(struct ui *ui, struct view *view, const struct register_def *def, int64_t id)
{
	struct working *working = view->data;
	struct record *before, *point, *finding;
	struct error error = { 0 };

	if (!working->raising || def != register_find("finding"))
		return false;
	before = store_record(ui->store, working->raising, &error);
	finding = store_record(ui->store, id, &error);
	working->raising = 0;
	if (before && finding) {
		point = record_copy(before);
		record_set(point, "finding", finding->ref);
		record_set(point, "verdict", "finding");
		if (app_save(ui->store, before, point, &error)) {
			ui_changed(ui);
			next_point(working);
		} else {
			ui_error(ui, &error);
		}
		record_free(point);
	} else {
		ui_error(ui, &error);
	}
	error_clear(&error);
	record_free(before);
	record_free(finding);
	return true;
}

static void sample_taken(struct ui *ui, const char *text, void *user)
{
	const struct point *point = current_point(((struct view *)user)->data);

	if (text && point && !ui_set_field(ui, point->id, "sample", *text ? text : NULL))
		prompt_again(ui, text);
}

static enum answer sample(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	if (point)
		prompt_open(
			ui, _("Sample, drawn from how many:"), point->sample ? point->sample : "", sample_taken, view);
	return ANSWER_DONE;
}

static void notes_taken(struct ui *ui, const char *text, void *user)
{
	const struct point *point = current_point(((struct view *)user)->data);

	if (text && point)
		ui_set_field(ui, point->id, "seen", *text ? text : NULL);
}

static enum answer notes(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	if (point)
		text_view_open(ui, _("What was seen and told"), point->seen ? point->seen : "",
			field_most(register_field(register_find("auditpoint"), "seen")), NULL, notes_taken, NULL, view);
	return ANSWER_DONE;
}

static enum answer left_only(struct ui *ui, struct view *view)
{
	struct working *working = view->data;

	(void)ui;
	working->left_only = !working->left_only;
	working->cursor = 0;
	working->read = false;
	view->dirty = true;
	return ANSWER_DONE;
}

static enum answer open_subject(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	if (point)
		record_view_open(ui, point->subject ? store_find(ui->store, point->subject, NULL) : point->id);
	return ANSWER_DONE;
}

static enum answer edit(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	if (point)
		form_view_open(ui, register_find("auditpoint"), point->id);
	return ANSWER_DONE;
}

/* A nonconformity of the finding of the point. */
static enum answer raise(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	if (point && point->finding)
		form_view_open_for(ui, register_find("nonconformity"), "finding", point->finding, NULL);
	else
		ui_message(ui, _("This point has no finding yet: {verdict-finding} writes one."));
	return ANSWER_DONE;
}

static enum answer prepare(struct ui *ui, struct view *view)
{
	prepare_record(ui, ((struct working *)view->data)->audit);
	return ANSWER_DONE;
}

static void changed(struct ui *ui, struct view *view)
{
	(void)ui;
	((struct working *)view->data)->read = false;
	view->dirty = true;
}

static int64_t record(struct ui *ui, struct view *view)
{
	const struct point *point = current_point(view->data);

	(void)ui;
	return point ? point->id : 0;
}

static void close_view(struct ui *ui, struct view *view)
{
	struct working *working = view->data;

	(void)ui;
	forget(working);
	failure_forget(&working->failure);
	free(working->ref);
	free(working->title);
	free(working);
}

static const struct action actions[] = {
	{ .command = "move", .with = move },
	{ .command = "judge", .with = judge },
	{ .command = "sample", .run = sample },
	{ .command = "notes", .run = notes },
	{ .command = "points-left", .run = left_only },
	{ .command = "open", .run = open_subject },
	{ .command = "edit", .run = edit },
	{ .command = "add-linked", .run = raise },
	{ .command = "prepare", .run = prepare },
	{ .command = NULL },
};

static const struct view_ops ops = { .name = "audit",
	.draw = draw,
	.actions = actions,
	.changed = changed,
	.close = close_view,
	.record = record,
	.show = show };

void audit_view_open(struct ui *ui, int64_t id)
{
	struct record *record = store_record(ui->store, id, NULL);
	struct working *working;

	if (!record || strcmp(record->def->name, "audit") != 0) {
		ui_message(ui, _("Audits are worked through point by point: put the cursor on an audit."));
	} else {
		working = xcalloc(1, sizeof *working);
		working->audit = id;
		working->ref = xstrdup(record->ref);
		working->title = store_title(ui->store, record->ref);
		ui_push(ui, view_new(&ops, working));
	}
	record_free(record);
}
