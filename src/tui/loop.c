/*
 * One thread, one loop: keys, signals through a pipe, and what is due when
 * nobody types.
 */
#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui/draw_figure.h"
#include "tui/internal.h"
#include "tui/views.h"

void ui_suspend(struct ui *ui)
{
	/* Without a shell above nobody would ever continue it. */
	if (getsid(getppid()) != getsid(0)) {
		ui_message(ui, _("No shell waits to take over; %s leaves."), command_key("back", NULL));
		return;
	}
	ui_save_drafts(ui);
	/* Others write meanwhile. */
	store_read_release(ui->store);
	terminal_pause();
	raise(SIGSTOP);
	terminal_resume(ui);
}

/* The terminal is gone or somebody ends the program: keep the drafts, give the terminal back. */
static void end_by_signal(struct ui *ui, int number)
{
	ui_save_drafts(ui);
	ui->quit = true;
	ui->status = 128 + number;
}

void ui_abort(struct ui *ui)
{
	end_by_signal(ui, SIGQUIT);
}

static void take_signals(struct ui *ui)
{
	int number;

	while ((number = signals_next())) {
		switch (number) {
		case SIGWINCH:
			terminal_resized(ui);
			break;
		/* Whoever stopped the program by force had the terminal meanwhile. */
		case SIGCONT:
			terminal_resume(ui);
			break;
		case SIGTSTP:
			ui_suspend(ui);
			break;
		case SIGINT:
			ui_interrupt(ui);
			break;
		default:
			end_by_signal(ui, number);
		}
	}
}

/* Only what harms nothing unseen, and what leaves, does something. */
static void take_unseen(struct ui *ui, const struct key *key)
{
	static const char *const harmless[] = { "redraw", "suspend", "abort" };
	static const struct place place = { .name = "", .modal = true };
	const struct command *command = command_for_key(&place, key->name);
	size_t i;

	for (i = 0; command && i < sizeof harmless / sizeof harmless[0]; i++)
		if (strcmp(command->name, harmless[i]) == 0)
			command->run(ui);
	if (command && strcmp(command->name, ui_small_way_out(ui)) == 0 && !ui->quit)
		ui_leave_all(ui);
}

static void take_event(struct ui *ui, const struct event *event)
{
	if (ui_is_small(ui)) {
		if (event->kind == EVENT_KEY)
			take_unseen(ui, &event->key);
	} else if (event->kind == EVENT_MOUSE) {
		ui_mouse(ui, &event->mouse);
	} else if (event->kind == EVENT_PASTE) {
		ui_paste(ui, event);
	} else {
		ui_key(ui, &event->key);
	}
}

/* Whether there was any. */
static bool take_input(struct ui *ui)
{
	struct event event;
	bool any = false;

	while (!ui->quit && typed_next(ui, &event)) {
		any = true;
		/* A key that was typed ahead meets the view as it will be seen: a list without its rows would not know what to open. */
		if (ui->stale)
			ui_draw(ui);
		ui->last_key = environment_clock_ms();
		store_read_begin(ui->store);
		take_event(ui, &event);
		store_read_end(ui->store);
		free(event.bytes);
		/* Lists are read as they are drawn: the next key, typed ahead, must find its record. */
		if (ui->moved && !ui->quit)
			ui_draw(ui);
		ui->moved = false;
	}
	return any;
}

/* How long the loop may sleep: the record pane follows 100 ms after a key, drafts 2 s; others' commits are seen twice a second. */
static int sleep_ms(const struct ui *ui, bool more)
{
	int64_t quiet = environment_clock_ms() - ui->last_key;

	if (more || typed_waits())
		return 0;
	return quiet < 100 ? (int)(100 - quiet) : input_is_pasting() ? 100 : 500;
}

/* What could not be read on the way of a drawing, and no view was told of, is said: what stands there may lack it. */
static void draw(struct ui *ui)
{
	struct error error = { 0 };

	ui_draw(ui);
	if (!ui->store || store_sound(ui->store, &error))
		return;
	if (error.kind != ERROR_CANCELLED) {
		ui_error(ui, &error);
		ui_draw(ui);
	}
	error_clear(&error);
}

static void run(struct ui *ui)
{
	int errors = 0;
	bool more = false;

	while (!ui->quit) {
		bool gone, any;
		struct pollfd files[2] = { { STDIN_FILENO, POLLIN, 0 }, { signals_file(), POLLIN, 0 } };
		int64_t now;
		int ready;

		draw(ui);
		ui->unasked = false;
		ready = poll(files, 2, sleep_ms(ui, more));
		if (ready < 0 && errno != EINTR)
			break;
		if (ready > 0 && (files[1].revents & POLLIN))
			take_signals(ui);
		any = ((ready > 0 && (files[0].revents & POLLIN)) || input_is_pasting() || typed_waits()) &&
		      take_input(ui);
		/* A terminal that hung up may be readable for ever, without a byte; where it is not ours no signal tells so. */
		gone = ready > 0 && (files[0].revents & (POLLHUP | POLLERR | POLLNVAL)) && !any;
		if (gone && ++errors > 3) {
			end_by_signal(ui, SIGHUP);
			break;
		}
		/* The answer to a key comes before what nobody waits for. */
		if (any && !ui->quit)
			draw(ui);
		now = environment_clock_ms();
		ui->unasked = true;
		store_read_begin(ui->store);
		if (now - ui->last_look >= 500) {
			ui->last_look = now;
			ui_look_for_changes(ui);
		}
		more = now - ui->last_key >= 95 && ui_idle(ui);
		more = ui_month_idle(ui, now - ui->last_key) || more;
		store_read_end(ui->store);
		ui->unasked = !any;
	}
}

/* Until there is a risk, the guide says how to go on: a file is opened many times before. */
static void welcome(struct ui *ui)
{
	struct query *query = query_new(register_find("risk"));

	if (!store_count(ui->store, query, NULL))
		guide_view_open(ui);
	query_free(query);
}

/* The first view of a file that was just opened; false: its journal is another than the one seen last, which was told. */
static bool open_first(struct ui *ui)
{
	bool sound = !ui_tell_alarm(ui);
	enum phase phase;

	ui->entry_heard = store_entry_newest(ui->store);
	phase = ui_phase(ui);
	browse_view_open(ui, phase == PHASE_NONE ? PHASE_PLAN : phase);
	welcome(ui);
	return sound;
}

bool ui_open_file(struct ui *ui, const char *path)
{
	struct error error = { 0 };
	struct store *store = store_open(path, ui->look ? STORE_READ_ONLY | STORE_LOOK : 0, &error);

	if (!store) {
		ui_error(ui, &error);
		error_clear(&error);
		return false;
	}
	if (!ui_close_views(ui)) {
		store_close(store);
		return false;
	}
	store_close(ui->store);
	ui->store = store;
	free(ui->quality);
	ui_verdict_forget(ui);
	ui_forget_lists(ui);
	short_names_free(&ui->people);
	ui->people_read = false;
	ui->quality = NULL;
	ui_forget_others(ui);
	ui_forget_change(ui);
	figures_free(&ui->figures);
	ui->figures_day = ui->left_day = ui->caught_up = 0;
	ui->left = 0;
	ui_forget_top(ui);
	if (!ui->look)
		app_recent_add(path);
	store_read_begin(store);
	open_first(ui);
	store_read_end(store);
	return true;
}

/* What is wrong in the configuration: the first of it, behind what was said already. */
static void tell_faults(struct ui *ui, struct strings *faults)
{
	struct error error = { 0 };
	struct buffer text = { 0 };
	char *note = terminal_note();

	if (note)
		ui_message(ui, "%s", note);
	free(note);
	if (!faults->count)
		return;
	if (ui->answer)
		buffer_printf(&text, "%s ", ui->answer);
	buffer_add(&text, faults->items[0]);
	if (faults->count > 1)
		buffer_printf(&text,
			ngettext(" %zu more line is wrong: `noria help config` tells it.",
				" %zu more lines are wrong: `noria help config` tells them.", faults->count - 1),
			faults->count - 1);
	error_set(&error, ERROR_INVALID, "%s", text.data);
	ui_error(ui, &error);
	error_clear(&error);
	buffer_free(&text);
	strings_free(faults);
}

int tui_run(const char *path, bool look)
{
	struct ui ui = { .look = look };
	struct error error = { 0 };
	struct strings faults = { 0 };
	int status;

	if (path)
		ui.store = store_open(path, look ? STORE_READ_ONLY | STORE_LOOK : 0, &error);
	/* Before this a signal ends a program that has not touched the terminal; from here on it waits for the loop. */
	signals_catch(terminal_abandon);
	configure(&faults);
	if ((path && !ui.store) || !terminal_start(&error)) {
		char *text = error_text(&error);

		terminal_end();
		strings_free(&faults);
		fprintf(stderr, "noria: %s\n", text);
		status = error_exit_status(&error);
		free(text);
		error_clear(&error);
		store_close(ui.store);
		return status;
	}
	draw_figures_start();
	ui.rows = LINES;
	ui.columns = COLS;
	ui.last_key = environment_clock_ms() - 1000;
	ui.last_look = environment_clock_ms();
	if (ui.store) {
		store_read_begin(ui.store);
		if (open_first(&ui))
			ui_tell_draft(&ui);
		tell_faults(&ui, &faults);
		draw(&ui);
		store_read_end(ui.store);
		/* What is for the next time waits for the screen. */
		if (!look)
			app_recent_add(path);
	} else {
		start_view_open(&ui);
		tell_faults(&ui, &faults);
	}
	run(&ui);
	while (ui.depth)
		ui_pop(&ui);
	terminal_end();
	ui_forget_change(&ui);
	ui_drop_messages(&ui);
	ui_forget_top(&ui);
	free(ui.quality);
	ui_verdict_forget(&ui);
	ui_forget_lists(&ui);
	short_names_free(&ui.people);
	figures_free(&ui.figures);
	presences_free(&ui.others);
	store_close(ui.store);
	return ui.status;
}
