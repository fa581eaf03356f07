/* The state of the screen.  Included by the files of this folder only. */
#ifndef NORIA_TUI_INTERNAL_H
#define NORIA_TUI_INTERNAL_H

#include <stdio.h>

#include "app/lib.h"
#include "model/quality.h"
#include "tui/view.h"
#include "tui/widget.h"

#define VIEWS_MAX 64
#define HINTS_MAX 40
#define DOUBLE_CLICK_MS 400

enum news_kind {
	NEWS_WARNING, /* an error that no key brought about */
	NEWS_CHANGES, /* what others wrote */
	NEWS_PEOPLE,  /* who came and went */
	NEWS_FOUND,   /* what else was found while nobody typed */
	NEWS_KINDS
};

struct news {
	char *text;   /* NULL: none */
	bool shown;   /* it has room in the line as that is now */
	int64_t seen; /* ms: when it came on the screen; 0: not yet */
};

/* A field and its value (out NULL), or the entries that came and went; all its own but the field. */
struct last_change {
	const struct field_def *field;
	char *in, *out;
};

enum { LEFT_CHECKLIST, LEFT_GANTT, LEFT_LISTS }; /* behind them one for each register */

struct ui {
	struct store *store;
	bool look; /* --read-only: files are opened without locks, and nothing is written */
	struct view *stack[VIEWS_MAX];
	size_t depth;
	int rows, columns;
	/* The message line: message.c composes it of the answer to the last key and of what is new. */
	char *message, *answer; /* NULL: none */
	bool message_is_error, answer_is_error, message_dirty;
	struct news news[NEWS_KINDS];
	bool unasked;      /* nobody pressed a key for what is done now: what is said of it is news */
	bool chrome_dirty; /* top line and keys */
	bool stale;        /* a view came, went or reads again: nothing of it is on the screen yet */
	bool quit;
	bool moved; /* a view came or went since the last key */
	int status;
	int64_t last_key;  /* ms */
	int64_t last_look; /* ms: data_version */
	uint64_t generation;
	/* Newest entries of the journal: when others' changes were last looked for, and when what is told of them was last read. */
	int64_t entry_heard, entry_told;
	struct presences others; /* who else has the file open */
	int64_t last_stay,
		last_others; /* ms: of this program's sign of life, of the last look at the others'; 0: none yet */
	/* The quality list and what it was read from: it need not be counted again while nothing changed. */
	struct quality_line *quality;
	size_t quality_count;
	uint64_t quality_generation;
	int quality_day;
	/* The verdict: the last one that was counted to the end, and the one that is being counted; NULL: none. */
	struct verdict *verdict, *verdict_next;
	int month;           /* in which it is known that its snapshot of the month before was taken; 0: not known */
	bool verdict_failed; /* it could not be counted: not tried again until the file changes */
	/* The figures of the dashboard, likewise. */
	struct figures figures;
	uint64_t figures_generation;
	int figures_day; /* 0: not read yet */
	/* Risks of risks_left, and of which state of the file and day. */
	int64_t left;
	uint64_t left_generation;
	int left_day;              /* 0: not counted yet */
	int caught_up;             /* the day on which what is due by itself was noted last; 0: not yet */
	struct slices left_slices; /* as far as it is counted anew */
	/* The names of people and their short forms, and of which state of the file. */
	struct short_names people;
	uint64_t people_generation;
	bool people_read;
	char *top, *top_cycle; /* the top line's warnings, and the cycle before them, kept until something changes */
	bool top_late;
	struct clocks clocks; /* those that run, and what of them stands before the warnings; NULL: nothing */
	char *top_clock;
	bool alarm;    /* the journal is another than the one that this account saw last */
	bool replaced; /* another file has the name of the open one, or none: that was told */
	/* Where each key of the bottom line stands, and the command that a press on it runs. */
	struct hint {
		int from, to;
		const struct command *command;
	} hints[HINTS_MAX];
	size_t hint_count;
	/* Where the lists that have a key of their own were left, and those of the registers: rows.c. */
	struct left_list {
		int64_t here; /* 0: nowhere yet */
		int64_t *marks;
		size_t mark_count;
	} * left_lists; /* NULL: none was yet */
	/* The change that can be done again: again.c. */
	struct {
		const struct register_def *def;
		struct last_change *items;
		size_t count; /* 0: there is none */
		bool agreed;  /* it was done again already: what it writes was told */
	} last;
	const struct register_def *hints_of; /* the register that they are for */
	int hint_end;                        /* the column at which they end */
	size_t marks_told;                   /* how many the bottom line says are marked */
	struct {
		int64_t at; /* ms; 0: none */
		int row, column;
		bool moved; /* another view came on top since */
	} press;            /* the last press of the mouse: the next may make it a double one */
};

/* verdict.c: the verdict is of another file, or of none. */
void ui_verdict_forget(struct ui *ui);
/* rows.c: so are the places where lists were left. */
void ui_forget_lists(struct ui *ui);
/* When nobody works: takes the snapshot of the month before, once a month.  True: there is more to do. */
bool ui_month_idle(struct ui *ui, int64_t quiet);
/* people.c: a person's name for a column without room for it; itself where another's would be the same.  Until the file changes. */
const char *ui_short_name(struct ui *ui, const char *name);
/* What the records of a register are called, shorter where it has a shorter name and the whole has no room. */
const char *ui_register_name(const struct register_def *def, int room);
/* terminal.c */
bool terminal_start(struct error *error);
void terminal_end(void);
/* Gives the terminal to somebody else for a while (a shell, an editor), and takes it again as it was. */
void terminal_pause(void);
void terminal_resume(struct ui *ui);
/* The same as terminal_end for a program that crashed: only what a signal handler may do. */
void terminal_abandon(void);
void terminal_resized(struct ui *ui);
/* Takes the mouse, or leaves it to the terminal. */
void terminal_mouse(bool on);
/* The printer at the far end of the line (terminfo mc5, mc4). */
bool terminal_can_print(void);
bool terminal_print(const char *text);
/* What the first screen has to tell of the terminal, once; the caller frees; NULL: nothing. */
char *terminal_note(void);
/* title.c: what stood in the title of the terminal's window is put aside, where there is one and it is wanted, and taken back; by a program that crashed, too. */
void title_start(bool wanted);
void title_end(void);
void title_abandon(void);
/* "Noria: ORGANISATION"; NULL: of none. */
void title_set(const char *organisation);
/* frame.c: what curses is to write to, for good. */
FILE *frame_file(void);
/* Whether the next frame has the cursor in it. */
void frame_cursor(bool shown);
/* Shows what was drawn: one write, which begins and ends with these. */
void frame_show(const char *before, const char *after);
/* answers.c: shows what was drawn, as a whole where the terminal has that. */
void terminal_show(void);
/* One that passes over what it does not know. */
bool terminal_is_modern(void);
/* Asks whether it shows a frame as a whole, and takes the answer, from Esc to its last byte; whatever else it is, is nothing. */
void answers_ask(void);
void answers_take(const char *sequence);
/* One that is under way is waited for a moment, so that nobody else gets it. */
void answers_await(void);
/* The type that the terminal is used as: the one of that name, or one like what it answers where nobody knows that; "": none.  *can_move: its cursor can be moved. */
const char *terminal_type(const char *name, bool *can_move);
/* signals.c: from here on signals wait in a pipe, whose reading end signals_file is; a program that crashed calls crash first, which does only what a signal handler may do. */
void signals_catch(void (*crash)(void));
int signals_file(void);
int signals_next(void); /* 0: none waits */
/* Those of a crash wait while it is on: between bytes for the terminal and the note that they were sent. */
void signals_hold(bool on);
/* input.c: the next key, mouse event or paste that waits; false: none. */
enum event_kind { EVENT_KEY, EVENT_MOUSE, EVENT_PASTE };
struct event {
	enum event_kind kind;
	struct key key;
	struct mouse mouse;
	char name[32]; /* of the key, which points here */
	int64_t at;    /* ms: when it was read; set by typed.c */
	/* Of a paste: the bytes between its two marks, the receiver's. */
	char *bytes;
	size_t length;
	bool whole;    /* its end came */
	bool too_long; /* more than is kept: nothing is */
};
void input_start(void);
bool input_next(struct event *event);
/* A paste has begun whose end is not there yet: input_next is to be called though nothing came. */
bool input_is_pasting(void);
/* One was given up before its end: more of it may come as keys. */
bool input_is_torn(void);
void input_mend(void);
/* typed.c: the same events, where keys that come faster than a hand types them, to a view that would run them, are a paste. */
bool typed_next(struct ui *ui, struct event *event);
bool typed_waits(void); /* some were read that nobody took yet */
/* paste.c: hands pasted bytes to the view on top, or says why they are not taken. */
void ui_paste(struct ui *ui, const struct event *event);
/* True where letters are commands or answers, so that a paste must not be typed. */
bool ui_takes_commands(struct ui *ui);
/* ui.c */
void ui_draw(struct ui *ui);
/* small.c: a window in which no view has room; there only what harms nothing unseen, and what leaves, does something. */
bool ui_is_small(const struct ui *ui);
void ui_draw_small(struct ui *ui);
/* The command whose key leaves the program there. */
const char *ui_small_way_out(const struct ui *ui);
/* message.c */
void ui_draw_message(struct ui *ui);
/* What is new takes the place of the last news of that kind; takes the text over. */
void ui_news(struct ui *ui, enum news_kind kind, char *text);
/* True while news of that kind was not in sight for long enough to be read. */
bool ui_news_wait(const struct ui *ui, enum news_kind kind);
/* Whatever was said and is new goes, at the end. */
void ui_drop_messages(struct ui *ui);
/* again.c: nothing can be done again: it was of another file. */
void ui_forget_change(struct ui *ui);
/* What a form changed in the record of that id, which was so before, can be done again on others. */
void ui_keep_saved(struct ui *ui, const struct record *before, int64_t id);
/* keys.c */
void ui_key(struct ui *ui, const struct key *key);
void ui_mouse(struct ui *ui, const struct mouse *event);
/* The bottom line: the keys that count in the view, and where a press on each is. */
void keys_draw(struct ui *ui, const struct view *view);
/* A key that breaks off what takes long. */
bool keys_break_off(const char *key);
/* What the view on top still has to do when nobody types; true: there is more. */
bool ui_idle(struct ui *ui);
/* Risks above the threshold without a decision, -1: they are still being counted; false: they could not be. */
bool ui_left_known(const struct ui *ui, int64_t *left);
/* How long a pause between two keys may count: the next key may come just then. */
#define UI_SLICE_MS 3
/* others.c: what others write, and who comes and goes. */
/* A journal that does not go on from the one seen last is told before anything is believed; false: there is nothing to tell. */
bool ui_tell_alarm(struct ui *ui);
void ui_look_for_changes(struct ui *ui);
/* "2 others: jroy, kbenali"; "" where there are none; caller frees. */
char *ui_others_text(const struct ui *ui);
/* The file is another one, or none. */
void ui_forget_others(struct ui *ui);
/* The top line is composed anew. */
void ui_forget_top(struct ui *ui);
/* The clock of the top line goes on while nobody types: it is drawn anew once its words are others. */
void ui_clock_tick(struct ui *ui);
/* top.c: the top line. */
/* The newest open cycle, if there is one, with the columns title and phase; false: it could not be read.  The caller frees the rows. */
bool ui_open_cycle(struct ui *ui, struct rows *rows);
/* The phase in which that cycle stands; PHASE_NONE: there is none. */
enum phase ui_phase(struct ui *ui);
/* As people read it; "" of PHASE_NONE. */
const char *ui_phase_name(enum phase phase);
void ui_draw_top(struct ui *ui);
/* Of all views: the worst that became of their text. */
enum keeping ui_save_drafts(struct ui *ui);
/* Says where the newest text waits that was not saved, if there is any. */
void ui_tell_draft(struct ui *ui);
/* Closes all views, for another ground; text that was not saved is kept, and where it waits is told.  False: it could not be, which is said, and they stay. */
bool ui_close_views(struct ui *ui);
bool ui_open_file(struct ui *ui, const char *path);
/* terminal.c holds it; configuration.c reads it: $XDG_CONFIG_HOME/noria/config and the theme that it names; a line that is wrong is left out, and adds a sentence with file and line. */
struct configuration {
	bool accessible; /* no drawn lines, the terminal's cursor at the place that is spoken of */
	bool title;      /* the title of the terminal's window tells the organisation */
	bool mouse;      /* it is ours; else the terminal's, which selects text by it */
};
extern struct configuration configuration;
void configure(struct strings *faults);
/* styles.c: what a style looks like instead of its own; -1: the terminal's default.  False: there is no such style or colour. */
bool terminal_has_colour(const char *word); /* a number from 0 to 255, a name, or default */
bool terminal_style(const char *style, const char *foreground, const char *background, bool bold);
const char *terminal_style_name(enum style style); /* NULL: it has none, and those after it have none */
const char *terminal_colour_name(int i);           /* NULL: no more of them */
/* settings.c: what it is for, not translated; NULL: nobody says. */
const char *style_help(const char *name);

/* ---- record_frozen.c ---- */
typedef void (*frozen_line)(void *user, const char *label, const char *text);
/* Calls `add` for each line of what the record kept when it was closed (register_def.snapshot.copy), the first with the label. */
void frozen_lines(const struct record *record, const char *label, frozen_line add, void *user);

/* ---- form_demands.c ---- */
/* True for an empty field that the present state of the record asks for. */
bool form_demands_field(const struct record *record, const struct field_def *field);
/* What is to be said of it, or of the field that says the state; NULL: nothing.  The caller frees. */
char *form_demands_advice(const struct record *record, const struct field_def *field);
/* For each choice what it would ask for ("": nothing); false: none asks for anything. */
bool form_demands_details(const struct record *record, const struct field_def *field, const struct choice *choices,
	struct strings *details);

#endif
