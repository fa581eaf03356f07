/* Views: what stands on the screen.  Included by the files of this folder only. */
#ifndef NORIA_TUI_VIEW_H
#define NORIA_TUI_VIEW_H

#include "tui/lib.h"
#include "tui/command.h"
#include "tui/draw.h"

struct ui;
struct view;

/* What a view answers to a key or a command. */
enum answer {
	ANSWER_IGNORED, /* not mine: the next one down (the shared actions, the command's own function) may have it */
	ANSWER_DONE,    /* handled; the view marks itself what must be drawn */
	ANSWER_CLOSE    /* handled; close this view */
};

/* The records that a key is meant for: those that are marked, else the one under the cursor (meant.c). */
struct meant {
	int64_t *ids;
	size_t count;
	bool marked;
};

/* What a view does for a command; a table of them ends with command NULL. */
struct action {
	const char *command;                                                 /* its name, or its family's */
	enum answer (*run)(struct ui *ui, struct view *view);                /* or */
	enum answer (*with)(struct ui *ui, struct view *view, int argument); /* for a family: command->argument */
	/* For a command with COMMAND_MARKED, where the view has a list: the records are found before it is called, and are
	 * never none.  They are the caller's. */
	enum answer (*meant)(struct ui *ui, struct view *view, const struct meant *meant);
};

struct rowlist;

/* What became of text that was not saved. */
enum keeping {
	KEPT_NONE, /* there was none */
	KEPT,
	KEPT_NOT /* it could not be kept */
};

struct view_ops {
	const char *name;             /* "list", "form", "matrix", ...: its place in the table of commands */
	bool modal;                   /* only its own commands and those of anywhere apply */
	bool types;                   /* and letters are text */
	bool overlay;                 /* drawn over the view below (pickers, menus, messages) */
	bool silences;                /* a question: no message is shown while it is open */
	const struct action *actions; /* NULL: none */
	const struct action *shared;  /* those of its kind, after its own; NULL: none */
	void (*draw)(struct ui *ui, struct view *view, struct area area); /* draws all that is dirty */
	/* Where letters are text: a character was typed. */
	void (*type)(struct ui *ui, struct view *view, const char *text);
	/* A key was pressed that is none of its; NULL: that is said in the message line. */
	void (*idle_key)(struct ui *ui, struct view *view);
	/* Text that was pasted, its lines parted by \n; false, or NULL: there is no place for it here, which is said. */
	bool (*paste)(struct ui *ui, struct view *view, const char *text);
	enum answer (*mouse)(struct ui *ui, struct view *view, const struct mouse *mouse, struct area area);
	/* Called when no key waits: fetch what is missing, at most ~20 ms a call.  True: there is more to do. */
	bool (*idle)(struct ui *ui, struct view *view, int64_t quiet_ms);
	/* The file changed (own or others' commit): refetch keeping the cursor's record. */
	void (*changed)(struct ui *ui, struct view *view);
	/* The last chance to keep unsaved text (signals, leaving): drafts. */
	const char *const *legend; /* what help says of the marks that it shows, N_(), ends with NULL; NULL: nothing */
	enum keeping (*save_draft)(struct ui *ui, struct view *view);
	void (*close)(struct ui *ui, struct view *view); /* frees */
	/* The list in which records are marked; NULL: it has none. */
	struct rowlist *(*list)(const struct view *view);
	/* The record under the cursor, 0: none. */
	int64_t (*record)(struct ui *ui, struct view *view);
	/* What of its register the view shows: the text of its filter and the marked records (the caller's); for the export menu. */
	void (*selection)(struct ui *ui, struct view *view, const struct register_def **def, char **filter,
		int64_t **marks, size_t *mark_count);
	/* The register whose records the view shows; NULL: it is of none. */
	const struct register_def *(*shows)(const struct view *view);
	/* Puts the cursor on a record that was just written; false: it is not of this view. */
	bool (*show)(struct ui *ui, struct view *view, const struct register_def *def, int64_t id);
};

struct view {
	const struct view_ops *ops;
	struct place place; /* what the command table calls it: its ops' name, unless it says another */
	bool dirty;         /* draw all of it */
	void *data;         /* the view's own */
};

/* The stack.  ui_push takes over the view. */
struct view *view_new(const struct view_ops *ops, void *data);
void ui_push(struct ui *ui, struct view *view);
/* Brings the view of that kind that is open somewhere below to the top.  False: none is. */
bool ui_bring_up(struct ui *ui, const struct view_ops *ops);
void ui_pop(struct ui *ui);
struct view *ui_top(struct ui *ui);
struct store *ui_store(struct ui *ui);
/* Everything is drawn again at the next turn. */
void ui_redraw(struct ui *ui);
/* After a write: tells every view, refreshes counts. */
void ui_changed(struct ui *ui);
/* The message area: one sentence until the next key, with {COMMAND} for its key.  Errors stand out.  Where no key was pressed for it, it is news, and takes no answer's place. */
void ui_message(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
void ui_error(struct ui *ui, const struct error *error);
void ui_forget_message(struct ui *ui);
/* Whether the answer to the last key is that sentence: it need not stand twice. */
bool ui_answered(const struct ui *ui, const char *sentence);
/* paste.c: pasted text as one line to be looked for; NULL: it is too long for that, which is said.  The caller frees. */
char *ui_paste_line(struct ui *ui, const char *text);

/* Where the views draw: all but the top line, the message line and the line of keys. */
struct area ui_area(struct ui *ui);
void ui_quit(struct ui *ui);
/* Runs a program in the terminal's place (an editor), and comes back. Its exit status. */
int ui_run_outside(struct ui *ui, char *const argv[]);
/* Runs a command: the view's action first, then its own function. */
void ui_command(struct ui *ui, const struct command *command);
/* The same by its name, as a press of the mouse does it. */
void ui_run(struct ui *ui, const char *command);
/* One view back, for `back` (leaves from the first one), `return` and `step-back`; a view that asks before it is left is asked to leave. */
void ui_back(struct ui *ui);
void ui_return(struct ui *ui);
void ui_step_back(struct ui *ui);
/* Out of all views at once; drafts are kept. */
void ui_leave_all(struct ui *ui);
/* loop.c: what a terminal's own keys do elsewhere. */
void ui_suspend(struct ui *ui);
void ui_interrupt(struct ui *ui);
void ui_abort(struct ui *ui);
/* clipboard.c: to the clipboard of the user's terminal, however far it is; says where it went. */
void ui_clip(struct ui *ui, const char *text);
/* True, with a message, where the file is read-only: nothing can be changed. */
bool ui_refuses_writes(struct ui *ui);
/* Adds to a query what the filter's text asks for; false: it cannot, which is said. */
bool ui_parse_filter(struct ui *ui, struct query *query, const char *text);
/* Gives one field of a record a value, as one step of undo; false: it cannot, which is said. */
bool ui_set_field(struct ui *ui, int64_t id, const char *field, const char *value);
/* "TITLE  [FILTER]", with the names of what refs name; filter over def, NULL: the title alone; caller frees. */
char *ui_heading(struct ui *ui, const struct register_def *def, const char *title, const char *filter);
/* Puts the cursor of the view on top on that record, where it shows it. */
void ui_show(struct ui *ui, const struct register_def *def, int64_t id);
/* Deletes records as one step of undo, and says so; false: none went, and why was said. */
bool ui_remove(struct ui *ui, const int64_t *ids, size_t count);

/* meant.c: one rule for all views with marks. */
/* The records that a key which changes records is meant for; false: there are none.  meant_free frees them. */
bool ui_meant(const struct view *view, struct meant *meant);
struct meant meant_copy(const struct meant *meant);
void meant_free(struct meant *meant);
/* How many are marked in the list that is seen. */
size_t ui_marked(const struct ui *ui);

/* failure.c: why something could not be read. */
struct failure {
	char *sentence; /* stands in the place of what could not be read; NULL: nothing failed, or what was there stays */
};
/* keeps: the view goes on with what it had, and the message line says why.  Clears the error. */
void failure_take(struct ui *ui, struct failure *failure, struct error *error, bool keeps);
void failure_forget(struct failure *failure);
/* The sentence, in the place of the list; false: there is none. */
bool failure_draw(const struct failure *failure, struct area area);
/* As store_count; what goes wrong is said.  A count as text; "?" where it could not be read (the caller frees). */
int64_t failure_count(struct ui *ui, const struct query *query);
char *count_text(int64_t count);

/* One file a view; each opens with one line (those that have a command of their own: views.h). */
void browse_view_open(struct ui *ui, enum phase phase); /* panel of a phase: registers with counts, the list of one */
void list_view_open(struct ui *ui, struct query *query, const char *title);     /* takes the query over */
void record_view_open(struct ui *ui, int64_t id);                               /* the whole record, read */
void form_view_open(struct ui *ui, const struct register_def *def, int64_t id); /* id 0: a new record */
void form_view_open_with(struct ui *ui, const struct register_def *def,
	const char *preset); /* a new record with "FIELD=VALUE" set already; NULL: nothing */
/* The same with the cursor on a field. */
void form_view_open_at(struct ui *ui, const struct register_def *def, int64_t id, const char *field);
/*
 * A form that begins with these values, of a new record or of the one whose id it has; the cursor on that field or (NULL)
 * the first.  Takes it over.  False: an unsaved text was there, which goes before them; or the record is there no more.
 */
bool form_view_open_record(struct ui *ui, struct record *start, const char *field);
/* A new record whose reference `link` names the record `ref`. */
void form_view_open_for(
	struct ui *ui, const struct register_def *def, const char *link, const char *ref, const char *field);
/* form_draft.c: the unsaved text of a record (ref NULL: of a new one), kept in the file.  Load: true where there was any. */
bool form_draft_save(struct ui *ui, const struct record *now, const char *ref);
bool form_draft_load(struct ui *ui, struct record *now, const char *ref);
/* Unsaved text of one field, edited outside the form, kept in the form's draft; text NULL: kept no longer.  False: it could not be. */
bool form_draft_keep(
	struct ui *ui, const struct register_def *def, const char *ref, const char *field, const char *text);
/* The unsaved text of a record is not wanted any more; ref NULL: of a new one. */
void form_draft_forget(struct ui *ui, const struct register_def *def, const char *ref);
char *form_draft_text(struct ui *ui, const struct register_def *def, const char *ref,
	const char *field); /* NULL: none; caller frees */
void mend_view_open(
	struct ui *ui, const struct quality_check *check, const struct register_def *def); /* what a check finds */
/* The records that a step of the guide finds incomplete: the form of one begins at the field that they lack (NULL: at the first).  Takes the query over. */
void lacking_view_open(struct ui *ui, struct query *query, const char *title, const char *field);
void aside_view_open(
	struct ui *ui, const struct quality_check *check); /* what is set aside today for that check, NULL: for any */
void history_view_open(struct ui *ui, int64_t id);         /* id 0: the whole file */
void conflict_view_open(struct ui *ui, bool redo);         /* store_conflicts of an undo or redo */
void conflict_view_open_form(
	struct ui *ui, struct record *before, struct record *ours); /* of a form's save; takes both over */
void audit_view_open(struct ui *ui, int64_t id); /* an audit worked through; says so where it is none */
/* prepare.c: what is prepared of that record, or a sentence that says of which ones something is. */
void prepare_record(struct ui *ui, int64_t id);
void edition_view_open(struct ui *ui);    /* the SoA carried to a later edition */
void issue_open(struct ui *ui);           /* asks, then issues the SoA; or shows what is missing */
char *issue_heading(struct ui *ui);       /* the version issued last and what changed since; NULL: none; caller frees */
void documented_view_open(struct ui *ui); /* what the standard wants in writing */
void review_view_open(struct ui *ui, int64_t id); /* the file of a management review */
void review_prepare(
	struct ui *ui, const struct record *review); /* the same, drawn from the records where it never was */
void help_view_open(struct ui *ui);
void palette_view_open(struct ui *ui);
void menu_view_open(struct ui *ui);
void export_view_open(struct ui *ui);
void export_view_open_what(struct ui *ui, const char *what); /* the same, what being chosen: "soa" */
void import_view_open(struct ui *ui); /* asks for a file; then what of it is which field, and what it would do */
void search_view_open(struct ui *ui);
void start_view_open(struct ui *ui);
/* Text to read, scrolled; lines of `text` are taken over. */
void pager_view_open(struct ui *ui, const char *title, char *text);
/* The same of a table, whose last column begins there. */
void pager_view_open_table(struct ui *ui, const char *title, char *text, int column);
/* Asks; then is called once with the answer. */
void confirm_view_open(struct ui *ui, const char *text, void (*then)(struct ui *ui, bool yes, void *user), void *user);
/* The message line says what is going on, at once; takes the text over. */
void ui_working(struct ui *ui, char *text);
/* Told by the store during long work (store_progress; user: this struct): says how far it is, ten times a second; Esc breaks it off. */
struct ui_progress {
	struct ui *ui;
	int64_t told; /* ms: when it last said so */
	bool silent;  /* something else is told meanwhile */
	bool rows;    /* it goes through the rows of a table */
	bool cancelled;
};
bool ui_progress(void *user, int64_t done, int64_t total);
/* Likewise for what is not broken off: after a moment it says once that it saves, and takes no key (user: a ui_progress whose `told` is when it began). */
bool ui_saving(void *user, int64_t done, int64_t total);
/* As prompt_open, for a path: Tab completes, and then gets it with ~/ put out. */
void prompt_open_path(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user);
/* path.c: "~/x" as shells read it; the caller frees. */
char *path_of(const char *text);
/* A path as far as the names that begin like its last part agree; one that is not absolute is of `folder`.  The caller frees; NULL: there is none. */
char *path_complete(const char *folder, const char *text);
/* A line of text at the bottom (filter, search, path). then gets the text; NULL when left by Esc. */
void prompt_open(struct ui *ui, const char *label, const char *initial,
	void (*then)(struct ui *ui, const char *text, void *user), void *user);
/* In `then`, of a text that is refused: it stays in the line, to be put right, and `then` is called again with the same user. */
void prompt_again(struct ui *ui, const char *text);

#endif
