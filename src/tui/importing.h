/*
 * What the files of the import share: import_files.c finds the input, view_import.c has what is
 * known of it and how it is to be taken, view_preview.c what it would do.  Included by these alone.
 */
#ifndef NORIA_TUI_IMPORTING_H
#define NORIA_TUI_IMPORTING_H

#include "tui/internal.h"

/* What is said of the table as a whole, a line each above its columns. */
enum setting {
	SET_REGISTER,
	SET_SHEET,
	SET_HEADER,
	SET_NOTES,
	SET_DATES,
	SET_DECIMAL,
	SET_KEY,
	SET_MATCH,
	SET_CREATE,
	SET_SOURCE,
	SET_GOOD,
	SETTINGS
};

struct importing {
	char *path;
	struct import_plan *plan;        /* NULL: a document, which has no columns to be settled */
	const struct register_def *from; /* whose list it was begun on; NULL: none's */
	struct reading_form given;
	enum setting settings[SETTINGS]; /* those that there is something to say of */
	size_t setting_count;
	size_t cursor, top; /* of settings, then columns; the first column that is seen */
	int height;         /* rows of columns at the last draw */
	int first;          /* the row of the first column seen */
	bool touched;
	bool kept; /* what the columns are, for another look at the table */
};

void importing_free(struct importing *import);
/* The settings that there are now, and the cursor among what there is. */
void importing_arrange(struct importing *import);
/* The commands that would say nothing of the table as it is: the order of days, and the sign of decimals, where no column asks for it. */
const char *importing_idle(const struct importing *import);
/* The column under the cursor; the count of columns: it is on a setting. */
size_t importing_column(const struct importing *import);
/* How many things must be said before anything can be tried; *first gets the place of the first. */
size_t importing_open(const struct importing *import, size_t *first);
/* "B7: ..." of "/home/jroy/risks.xlsx:B7: ...", and the name alone of the path elsewhere: which file it is, stands above. */
const char *importing_said(const struct importing *import, const char *sentence);
/* "risks.xlsx", of a path. */
const char *importing_name(const char *path);

/* ---- import_files.c ---- */
/* The table or document is opened: its columns, or at once what it would do. */
void importing_start(struct ui *ui, const char *path);

/* ---- view_import.c ---- */
/* The columns of a table; takes the plan over. */
void import_view_open_plan(struct ui *ui, const char *path, struct import_plan *plan);

/* ---- import_settings.c ---- */
/* What a setting is called, how it stands (the caller frees), and what it is for, in a sentence. */
const char *setting_label(enum setting setting);
char *setting_value(const struct importing *import, enum setting setting);
const char *setting_help(enum setting setting);
/* Lets the user choose. */
void setting_choose(struct ui *ui, struct view *view, enum setting setting);
/* To the next of what it may be; false: it is chosen, not turned. */
bool setting_turn(struct ui *ui, struct view *view, enum setting setting);
/* Which field a column is. */
void column_choose(struct ui *ui, struct view *view, size_t column);
/* Takes what is proposed for the dates of the columns that do not show their order; turns it from then on. */
void dates_turn(struct ui *ui, struct view *view);
void decimal_turn(struct ui *ui, struct view *view);

/* ---- import_draw.c ---- */
void import_draw(struct ui *ui, struct view *view, struct area area);

/* ---- view_preview.c ---- */
/* What it would do; of a document, which is let go of when the view closes. */
void preview_view_open(struct ui *ui, struct importing *import);

struct preview_item {
	char kind;
	long line;
	size_t first; /* of report.lines */
};
struct preview_kind {
	char sign; /* as in struct import_line; 0: all */
	const char *label;
};
#define PREVIEW_KINDS 7
extern const struct preview_kind preview_kinds[PREVIEW_KINDS];

struct preview {
	struct importing *import;
	struct import_report report;
	size_t *next; /* by line of the report: the next fault of the same row; 0: none */
	struct preview_item *items;
	size_t count;
	size_t counts[PREVIEW_KINDS];
	size_t *shown; /* the items of the kind */
	size_t shown_count, kind;
	size_t cursor, top;
	int height;
	struct {
		int from, to;
		size_t kind;
	} tabs[PREVIEW_KINDS]; /* where each stands */
	size_t tab_count;
	size_t column; /* that is asked about, and its word; NULL: none is */
	char *word;
};
/* ---- preview_draw.c ---- */
/* What is to be said of a row: names and texts, as many of each; "" continues. */
void preview_tell(
	const struct preview *preview, const struct preview_item *item, struct strings *names, struct strings *texts);
void preview_draw(struct ui *ui, struct view *view, struct area area);

#endif
