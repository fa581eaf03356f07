/* The editor of long text: several lines, folded at the width of the screen; ^E hands them to the user's own editor. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/internal.h"

struct text_editor {
	char *title;
	size_t most;             /* characters that the field takes; 0: any number */
	struct line_editor edit; /* of all lines */
	size_t top;              /* line of the screen's first */
	int height, width;
	bool changed, kept;
	picked then;
	text_keep *keep;
	void *user;
};

/* The lines as they stand on the screen: long ones folded at the width. */
struct folded {
	size_t *starts; /* byte offset of each */
	size_t count, capacity;
};

static void add_start(struct folded *folded, size_t start)
{
	if (folded->count == folded->capacity) {
		folded->capacity = folded->capacity ? folded->capacity * 2 : 64;
		folded->starts = xreallocarray(folded->starts, folded->capacity, sizeof *folded->starts);
	}
	folded->starts[folded->count++] = start;
}

/* The text is walked over once: a line is looked at as far as it goes. */
static void fold(const struct text_editor *editor, struct folded *folded)
{
	const char *text = editor->edit.text.data ? editor->edit.text.data : "";
	size_t at = 0;

	memset(folded, 0, sizeof *folded);
	for (;;) {
		size_t end = at + strcspn(text + at, "\n");

		do {
			size_t fit = text_fit_in(text + at, end - at, editor->width, NULL), cut = fit;

			if (at + fit < end) {
				while (cut > 0 && text[at + cut - 1] != ' ')
					cut--;
				if (!cut)
					cut = fit ? fit : text_next(text, at) - at;
			}
			add_start(folded, at);
			at += cut;
		} while (at < end);
		if (!text[end])
			break;
		at = end + 1;
	}
}

static size_t line_of(const struct folded *folded, size_t offset)
{
	size_t i;

	for (i = folded->count; i > 1; i--)
		if (folded->starts[i - 1] <= offset)
			return i - 1;
	return 0;
}

static size_t line_end(const struct text_editor *editor, const struct folded *folded, size_t line)
{
	size_t end = line + 1 < folded->count ? folded->starts[line + 1] : editor->edit.text.length;

	if (line + 1 < folded->count && end > folded->starts[line] && editor->edit.text.data[end - 1] == '\n')
		end--;
	return end;
}

/* "100123/100000", where the field does not take it all; NULL: it does.  The caller frees. */
static char *too_long(const struct text_editor *editor)
{
	size_t length;

	/* Characters have a byte or more. */
	if (!editor->most || editor->edit.text.length <= editor->most)
		return NULL;
	length = text_length(editor->edit.text.data);
	return length > editor->most ? xasprintf("%zu/%zu", length, editor->most) : NULL;
}

static void editor_draw(struct ui *ui, struct view *view, struct area area)
{
	struct text_editor *editor = view->data;
	struct folded folded;
	size_t line, i;
	int row;
	char *before, *over;

	(void)ui;
	editor->width = area.width - 3;
	editor->height = area.height - 1;
	fold(editor, &folded);
	line = line_of(&folded, editor->edit.cursor);
	if (line < editor->top)
		editor->top = line;
	if (line >= editor->top + (size_t)editor->height)
		editor->top = line - (size_t)editor->height + 1;
	draw_text(area.top, area.left + 1, area.width - 1, STYLE_TITLE, editor->title, true);
	over = too_long(editor);
	if (over)
		draw_text_right(area.top, area.left + area.width - 24, 23, STYLE_ERROR, over);
	free(over);
	for (row = 0, i = editor->top; row < editor->height; row++, i++) {
		char *text = i < folded.count ? xstrndup(editor->edit.text.data + folded.starts[i],
							line_end(editor, &folded, i) - folded.starts[i])
					      : xstrdup("");

		draw_text(area.top + 1 + row, area.left + 1, area.width - 1, STYLE_PLAIN, text, true);
		free(text);
	}
	before = xstrndup(editor->edit.text.data + folded.starts[line], editor->edit.cursor - folded.starts[line]);
	draw_cursor(area.top + 1 + (int)(line - editor->top), area.left + 1 + text_columns(before));
	free(before);
	free(folded.starts);
}

static void editor_vertical(struct text_editor *editor, long lines)
{
	struct folded folded;
	size_t line, target, end;
	char *before, *text;
	int columns;

	fold(editor, &folded);
	line = line_of(&folded, editor->edit.cursor);
	before = xstrndup(editor->edit.text.data + folded.starts[line], editor->edit.cursor - folded.starts[line]);
	columns = text_columns(before);
	target = lines < 0 ? (line < (size_t)-lines ? 0 : line - (size_t)-lines) : line + (size_t)lines;
	if (target >= folded.count)
		target = folded.count - 1;
	end = line_end(editor, &folded, target);
	text = xstrndup(editor->edit.text.data + folded.starts[target], end - folded.starts[target]);
	editor->edit.cursor = folded.starts[target] + text_fit(text, columns, NULL);
	free(before);
	free(text);
	free(folded.starts);
}

/* A variable that is empty counts as not set. */
static const char *user_editor(void)
{
	const char *visual = getenv("VISUAL"), *editor = getenv("EDITOR");

	return visual && *visual ? visual : editor && *editor ? editor : "vi";
}

/* The text in the user's own editor, by way of a private file. */
static void editor_outside(struct ui *ui, struct text_editor *editor)
{
	const char *program = user_editor();
	char *path = environment_temporary(), *command;
	int file = mkstemp(path);
	char *arguments[] = { (char *)(uintptr_t) "sh", (char *)(uintptr_t) "-c", NULL, (char *)(uintptr_t) "sh", path,
		NULL };
	char block[65536];
	ssize_t count = -1;
	struct buffer text = { 0 };

	/* The last line ends as editors expect. */
	if (file < 0 ||
		write(file, editor->edit.text.data, editor->edit.text.length) != (ssize_t)editor->edit.text.length ||
		(editor->edit.text.length && write(file, "\n", 1) != 1)) {
		ui_message(ui, _("The text could not be handed to your editor."));
	} else {
		command = xasprintf("exec %s \"$1\"", program);
		arguments[2] = command;
		if (ui_run_outside(ui, arguments) == 0) {
			int again = open(path, O_RDONLY | O_CLOEXEC);

			while (again >= 0 && text.length < 1 << 20 && (count = read(again, block, sizeof block)) > 0)
				buffer_add_bytes(&text, block, (size_t)count);
			if (again >= 0)
				close(again);
			/* Nothing is a text too; what could not be read to its end is none. */
			buffer_add(&text, "");
			if (count == 0 && text_is_valid(text.data, text.length) && strlen(text.data) == text.length) {
				while (text.length && text.data[text.length - 1] == '\n')
					text.data[--text.length] = '\0';
				buffer_reset(&editor->edit.text);
				buffer_add(&editor->edit.text, text.data);
				editor->edit.cursor = 0;
				editor->changed = true;
				editor->kept = false;
			} else {
				ui_message(ui, _("Your editor left no valid UTF-8 text; the text stays as it was."));
			}
		} else {
			ui_message(ui, _("Your editor (%s) could not be run; the text stays as it was."), program);
		}
		free(command);
	}
	if (file >= 0) {
		close(file);
		unlink(path);
	}
	buffer_free(&text);
	free(path);
}

static void editor_leave(struct ui *ui, bool yes, void *user)
{
	(void)user;
	if (yes)
		ui_pop(ui);
}

/* What is typed and not yet taken goes to whoever opened the editor, to be kept with the draft. */
static enum keeping editor_keep(struct ui *ui, struct view *view)
{
	struct text_editor *editor = view->data;

	if (!editor->changed)
		return KEPT_NONE;
	if (!editor->kept)
		editor->kept = editor->keep && editor->keep(ui, editor->edit.text.data, editor->user);
	return editor->kept ? KEPT : KEPT_NOT;
}

static bool editor_idle(struct ui *ui, struct view *view, int64_t quiet)
{
	if (quiet >= 2000)
		editor_keep(ui, view);
	return false;
}

/* What adds or takes away changes the length; nothing replaces. */
static void noticed(struct view *view, size_t length_before)
{
	struct text_editor *editor = view->data;

	view->dirty = true;
	if (editor->edit.text.length == length_before)
		return;
	editor->changed = true;
	editor->kept = false;
}

/* Within the line, as it is written and not as it is folded; at its end ^K takes the next one up. */
static enum answer edit_line(struct ui *ui, struct view *view, int what)
{
	struct text_editor *editor = view->data;
	const char *text = editor->edit.text.data;
	size_t start = editor->edit.cursor, end = editor->edit.cursor, before = editor->edit.text.length;

	while (start && text[start - 1] != '\n')
		start--;
	end += strcspn(text + end, "\n");
	if (end == editor->edit.cursor && text[end] && what == LINE_ERASE_REST)
		end++;
	line_editor_edit_in(&editor->edit, (enum line_edit)what, start, end);
	(void)ui;
	noticed(view, before);
	return ANSWER_DONE;
}

/* What the field does not take is not cut: it stays here until it is shorter. */
static bool tell_limit(struct ui *ui, const struct text_editor *editor)
{
	char *over = too_long(editor);

	if (over)
		ui_message(ui,
			_("%s takes %zu characters at most; this is longer (%s) and stays here until you shorten it."),
			editor->title, editor->most, over);
	free(over);
	return over != NULL;
}

/* False: it is too long, and stays. */
static bool editor_take(struct ui *ui, struct text_editor *editor)
{
	picked then = editor->then;
	void *user = editor->user;
	char *text;

	if (tell_limit(ui, editor))
		return false;
	text = xstrdup(editor->edit.text.data);
	editor->then = NULL;
	ui_pop(ui);
	then(ui, text, user);
	free(text);
	return true;
}

static void insert(struct ui *ui, struct text_editor *editor, const char *text)
{
	line_editor_insert(&editor->edit, text);
	editor->changed = true;
	editor->kept = false;
	tell_limit(ui, editor);
}

static bool editor_paste(struct ui *ui, struct view *view, const char *text)
{
	insert(ui, view->data, text);
	view->dirty = true;
	return true;
}

static enum answer take(struct ui *ui, struct view *view)
{
	view->dirty = true;
	editor_take(ui, view->data);
	return ANSWER_DONE;
}

static enum answer leave(struct ui *ui, struct view *view)
{
	if (!((struct text_editor *)view->data)->changed)
		return ANSWER_CLOSE;
	confirm_view_open(ui, _("Leave and lose what was typed here?"), editor_leave, NULL);
	return ANSWER_DONE;
}

static enum answer open_outside(struct ui *ui, struct view *view)
{
	size_t before = ((struct text_editor *)view->data)->edit.text.length;

	editor_outside(ui, view->data);
	noticed(view, before);
	return ANSWER_DONE;
}

static void type(struct ui *ui, struct view *view, const char *text)
{
	struct text_editor *editor = view->data;
	size_t before = editor->edit.text.length;

	(void)ui;
	line_editor_insert(&editor->edit, text);
	noticed(view, before);
}

static enum answer new_line(struct ui *ui, struct view *view)
{
	type(ui, view, "\n");
	return ANSWER_DONE;
}

static enum answer indent(struct ui *ui, struct view *view)
{
	type(ui, view, "  ");
	return ANSWER_DONE;
}

/* Out of the text, as out of a line: what was typed is taken, and a form goes on to the next field or back to the one before. */
static enum answer take_and_move(struct ui *ui, struct view *view, int argument)
{
	struct text_editor *editor = view->data;

	view->dirty = true;
	if (!editor->changed)
		ui_pop(ui);
	else if (!editor_take(ui, editor))
		return ANSWER_DONE;
	if (strcmp(ui_top(ui)->place.name, "form") == 0)
		ui_run(ui, argument == MOVE_NEXT ? "next-field" : "previous-field");
	return ANSWER_DONE;
}

/* To the start or the end of the line as it is folded. */
static void go_to_edge(struct text_editor *editor, bool end)
{
	struct folded folded;
	size_t line;

	fold(editor, &folded);
	line = line_of(&folded, editor->edit.cursor);
	editor->edit.cursor = end ? line_end(editor, &folded, line) : folded.starts[line];
	free(folded.starts);
}

static enum answer move(struct ui *ui, struct view *view, int argument)
{
	struct text_editor *editor = view->data;

	(void)ui;
	switch ((enum move)argument) {
	case MOVE_UP:
		editor_vertical(editor, -1);
		break;
	case MOVE_DOWN:
		editor_vertical(editor, 1);
		break;
	case MOVE_PAGE_UP:
		editor_vertical(editor, -editor->height);
		break;
	case MOVE_PAGE_DOWN:
		editor_vertical(editor, editor->height);
		break;
	case MOVE_FIRST:
	case MOVE_LAST:
		go_to_edge(editor, argument == MOVE_LAST);
		break;
	default:
		line_editor_move(&editor->edit, (enum move)argument);
	}
	view->dirty = true;
	return ANSWER_DONE;
}

static void editor_close(struct ui *ui, struct view *view)
{
	struct text_editor *editor = view->data;

	if (editor->then)
		editor->then(ui, NULL, editor->user);
	buffer_free(&editor->edit.text);
	free(editor->title);
	free(editor);
}

static const struct action actions[] = {
	{ .command = "take-text", .run = take },
	{ .command = "leave", .run = leave },
	{ .command = "own-editor", .run = open_outside },
	{ .command = "new-line", .run = new_line },
	{ .command = "indent", .run = indent },
	{ .command = "leave-text", .with = take_and_move },
	{ .command = "move", .with = move },
	{ .command = "edit-line", .with = edit_line },
	{ .command = NULL },
};

static const struct view_ops editor_ops = { .name = "editor",
	.modal = true,
	.types = true,
	.actions = actions,
	.draw = editor_draw,
	.type = type,
	.paste = editor_paste,
	.idle = editor_idle,
	.save_draft = editor_keep,
	.close = editor_close };

void text_view_open(struct ui *ui, const char *title, const char *value, size_t most, const char *typed, picked then,
	text_keep *keep, void *user)
{
	struct text_editor *editor = xcalloc(1, sizeof *editor);

	editor->title = xstrdup(title);
	editor->most = most;
	editor->then = then;
	editor->keep = keep;
	editor->user = user;
	line_editor_set(&editor->edit, value);
	ui_push(ui, view_new(&editor_ops, editor));
	if (typed && *typed)
		insert(ui, editor, typed);
}
