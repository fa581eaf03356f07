/* All that a user can do, in one table. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

static void plan(struct ui *ui)
{
	browse_view_open(ui, PHASE_PLAN);
}
static void act_do(struct ui *ui)
{
	browse_view_open(ui, PHASE_DO);
}
static void check(struct ui *ui)
{
	browse_view_open(ui, PHASE_CHECK);
}
static void act(struct ui *ui)
{
	browse_view_open(ui, PHASE_ACT);
}

static void undo_or_redo(struct ui *ui, bool redo)
{
	struct error error = { 0 };
	char *summary = NULL;
	bool ok;

	if (!ui_store(ui))
		return;
	ok = redo ? store_redo(ui_store(ui), &summary, &error) : store_undo(ui_store(ui), &summary, &error);
	if (ok) {
		ui_changed(ui);
		ui_message(ui, redo ? _("Done again: %s") : _("Undone: %s"), summary);
	} else if (error.kind == ERROR_CONFLICT) {
		conflict_view_open(ui, redo);
	} else {
		ui_error(ui, &error);
	}
	free(summary);
	error_clear(&error);
}

static void undo(struct ui *ui)
{
	undo_or_redo(ui, false);
}
static void redo(struct ui *ui)
{
	undo_or_redo(ui, true);
}

static void history_of_file(struct ui *ui)
{
	history_view_open(ui, 0);
}

/* Draws all of it again. */
static void redraw(struct ui *ui)
{
	terminal_resized(ui);
}

static void edit_organisation(struct ui *ui)
{
	struct error error = { 0 };
	struct record *record = store_organisation(ui_store(ui), &error);

	if (record)
		form_view_open(ui, record->def, record->id);
	else
		ui_error(ui, &error);
	record_free(record);
	error_clear(&error);
}

#define RECORDS "browse list mend"
#define LISTS RECORDS " checklist"

const struct command commands[] = {
	{ "plan", "1", N_("Plan"), N_("The panel of Plan: assets, threats, vulnerabilities, risks, the SoA."), NULL,
		N_("Go to"), 4, plan, false },
	{ "do", "2", N_("Do"), N_("The panel of Do: actions and incidents."), NULL, N_("Go to"), 4, act_do, false },
	{ "check", "3", N_("Check"), N_("The panel of Check: requirements, audits, findings, management reviews."),
		NULL, N_("Go to"), 4, check, false },
	{ "act", "4", N_("Act"), N_("The panel of Act: nonconformities and cycles."), NULL, N_("Go to"), 4, act,
		false },
	{ "matrix", "5", N_("Risk matrix"), N_("Risks by likelihood and impact."), NULL, N_("Go to"), 4,
		matrix_view_open, false },
	{ "checklist", "6", N_("Control checklist"), N_("The Statement of Applicability, control by control."), NULL,
		N_("Go to"), 4, checklist_view_open, false },
	{ "dashboard", "7", N_("Dashboard"), N_("The figures; each opens its records."), NULL, N_("Go to"), 4,
		dashboard_view_open, false },
	{ "guide", "0", N_("Guide"), N_("The steps of the method: what is done, what is missing, what comes next."),
		NULL, N_("Go to"), 4, guide_view_open, false },
	{ "gantt", "9", N_("Action plan"), N_("The actions through time: bars, today's line, what is late."), NULL,
		N_("Go to"), 5, gantt_view_open, false },
	{ "raci", "A", N_("Responsibilities"), N_("The responsibility matrix (RACI): roles by activities."), NULL,
		N_("Go to"), 0, raci_view_open, false },
	{ "method", "R", N_("Risk method"), N_("The editor of the risk method: its scales, grid and threshold."), NULL,
		N_("Go to"), 0, method_view_open, false },
	{ "agenda", "D", N_("What is due"), N_("Reviews, expiries, actions and audits of all registers, by date."),
		NULL, N_("Go to"), 0, agenda_view_open, false },
	{ "quality", "Q", N_("Quality of the records"),
		N_("Where the records fall short, the worst first; what mends them is a key away."), NULL, N_("Go to"),
		0, quality_view_open, false },
	{ "search-file", "F", N_("Search the file"), N_("Finds words in all registers."), NULL, N_("Go to"), 0,
		search_view_open, false },
	{ "organisation", "O", N_("Organisation"), N_("Opens the organisation: its scope, catalogue and risk method."),
		NULL, N_("Go to"), 0, edit_organisation, false },
	{ "history-file", "L", N_("History of the file"), N_("Who changed what in the whole file."), NULL, N_("Go to"),
		0, history_of_file, false },
	{ "applicable", "Space", N_("Applicable"), N_("Turns applicable: not decided, yes, no."), "checklist",
		N_("Checklist"), 5, NULL, true },
	{ "reasons", "r", N_("Reasons"), N_("Chooses the reasons for inclusion of the control."), "checklist",
		N_("Checklist"), 5, NULL, true },
	{ "status", "t", N_("Status"), N_("Turns the status: not started, planned, partial, implemented."), "checklist",
		N_("Checklist"), 5, NULL, true },
	{ "owner", "w", N_("Owner"), N_("Chooses the owner of the control."), "checklist", N_("Checklist"), 5, NULL,
		true },
	{ "justify", "J", N_("Justification"), N_("Writes the justification of the control."), "checklist",
		N_("Checklist"), 5, NULL, true },
	{ "own-control", "a", N_("Own control"), N_("Adds a control of the organisation's own, beyond the catalogue."),
		"checklist", N_("Checklist"), 0, NULL, true },
	{ "issue", "I", N_("Issue the SoA"),
		N_("Freezes the SoA under a version, with its approver; or shows what is missing."), NULL,
		N_("Checklist"), 0, issue_open, true },
	{ "edition", "E", N_("Edition change"), N_("Carries the SoA to a later edition of the controls, side by side."),
		NULL, N_("Checklist"), 0, edition_view_open, false },
	{ "add", "a", N_("Add"), N_("Adds a record to the register shown."), "browse list matrix guide gantt raci",
		N_("Records"), 5, NULL, true },
	{ "add-linked", "a", N_("Add linked"),
		N_("Adds a record that refers to this one: an action of a meeting, a rule of a policy, an acceptance of a risk."),
		"record", N_("Records"), 5, NULL, true },
	{ "open", "Enter", N_("Open"), N_("Opens what is under the cursor."),
		LISTS " matrix dashboard record guide gantt raci agenda quality", N_("Records"), 5, NULL, false },
	{ "edit", "e", N_("Edit"), N_("Opens the record in a form."), LISTS " record gantt raci agenda", N_("Records"),
		5, NULL, true },
	{ "mend", "m", N_("Mend"), N_("Opens the form on the field that mends the record."), "mend", N_("Records"), 1,
		NULL, false },
	{ "delete", "d Delete", N_("Delete"), N_("Deletes the record, or those marked; u brings them back."), RECORDS,
		N_("Records"), 0, NULL, true },
	{ "mark", "Space", N_("Mark"), N_("Marks the record, for what is done with several at once."), RECORDS,
		N_("Records"), 0, NULL, false },
	{ "mark-line", "Insert", N_("Mark"), N_("Marks the record, for what is done with several at once."),
		"checklist", N_("Records"), 0, NULL, false },
	{ "mark-all", "*", N_("Mark all"), N_("Marks all records that the list shows, on all its pages."), LISTS,
		N_("Records"), 0, NULL, false },
	{ "change", "C", N_("Change a field"),
		N_("Gives one field of all marked records, or of this one, a value: one step of undo."), LISTS,
		N_("Records"), 0, NULL, true },
	{ "unmark", "M", N_("Take marks away"), N_("No record is marked any more."), LISTS, N_("Records"), 0, NULL,
		false },
	{ "suggest", "r", N_("Suggest risks"),
		N_("Proposes risks of the asset under the cursor, from its type and the lists of threats and vulnerabilities."),
		RECORDS, N_("Records"), 0, NULL, true },
	{ "clip", "Y", N_("To the clipboard"), N_("Copies what is under the cursor to the clipboard of the terminal."),
		LISTS " record", N_("Records"), 0, NULL, false },
	{ "attach", "@", N_("Attach a file"), N_("Attaches a file of 10 MB at most to this evidence."), "record",
		N_("Records"), 0, NULL, true },
	{ "extract", "X", N_("Take the file out"),
		N_("Writes the attached file to a place, compared with its SHA-256."), "record", N_("Records"), 0, NULL,
		false },
	{ "compare", "=", N_("Compare versions"),
		N_("Shows what changed in the text against the version that it supersedes."), "record", N_("Records"),
		0, NULL, false },
	{ "copy", "y", N_("Copy"), N_("Opens a form for a new record with the values of this one."), RECORDS,
		N_("Records"), 0, NULL, true },
	{ "history", "H", N_("History"), N_("Who changed what in this record."), LISTS " record agenda", N_("Records"),
		0, NULL, false },
	{ "search", "/", N_("Search"), N_("Finds words in the list; n and N go on and back."), LISTS, N_("Lists"), 5,
		NULL, false },
	{ "search-next", "n", N_("Next hit"), N_("Goes to the next record that the search finds."), LISTS, N_("Lists"),
		0, NULL, false },
	{ "search-previous", "N", N_("Hit before"), N_("Goes to the record before that the search finds."), LISTS,
		N_("Lists"), 0, NULL, false },
	{ "filter", "f", N_("Filter"),
		N_("Shows only what a filter lets through, for example: owner=\"Jeanne Roy\" due<today open."),
		LISTS " matrix gantt agenda", N_("Lists"), 5, NULL, false },
	{ "filters", "'", N_("Named filters"), N_("Takes a filter that has a name, or names the present one."), RECORDS,
		N_("Lists"), 0, NULL, false },
	{ "group", "b", N_("Count by"),
		N_("Counts the records of the list by the values of a field; Enter shows those of one."), RECORDS,
		N_("Lists"), 0, NULL, false },
	{ "open-only", "o", N_("Open ones"), N_("Shows only what asks for work still, or all again."), RECORDS,
		N_("Lists"), 0, NULL, false },
	{ "sort", "s", N_("Sort"), N_("Chooses the field to sort by."), LISTS, N_("Lists"), 0, NULL, false },
	{ "reverse", "S", N_("Turn the order"), N_("Sorts the other way round."), LISTS, N_("Lists"), 0, NULL, false },
	{ "columns", "c", N_("Columns"), N_("Chooses the columns."), LISTS, N_("Lists"), 0, NULL, false },
	{ "state", "Tab", N_("Inherent, current, residual"),
		N_("Turns the rating that the matrix shows; i, c, r and w (what if all treatments were done) take one at once."),
		"matrix", N_("Matrix"), 0, NULL, false },
	{ "arrows", "v", N_("Arrows"), N_("Shows where the risks of the cell under the cursor stand once treated."),
		"matrix", N_("Matrix"), 5, NULL, false },
	{ "unrated", "U", N_("Not rated"), N_("Lists the risks that are not rated."), "matrix", N_("Matrix"), 0, NULL,
		false },
	{ "add-level", "a", N_("Add level"),
		N_("Adds a level to the scale under the cursor, after it; ratings, needs, grid and threshold follow."),
		"method", N_("Risk method"), 1, NULL, true },
	{ "remove-level", "d Delete", N_("Remove level"),
		N_("Removes the level under the cursor from its scale; what is rated at it goes to the next lower one."),
		"method", N_("Risk method"), 1, NULL, true },
	{ "undo", "u", N_("Undo"), N_("Reverses your last action as a whole."), NULL, N_("Changes"), 3, undo, false },
	{ "redo", "C-r", N_("Redo"), N_("Does again what was undone last."), NULL, N_("Changes"), 0, redo, false },
	{ "save", "C-s F2", N_("Save"), N_("Saves the form."), "form conflict", N_("Changes"), 0, NULL, false },
	{ "export", "x", N_("Export and print"), N_("Writes the SoA, a report or a register to a file."), NULL,
		N_("Program"), 3, export_view_open, false },
	{ "palette", ":", N_("Palette"), N_("Finds commands, registers, reports and records by a few letters."), NULL,
		N_("Program"), 0, palette_view_open, false },
	{ "menu", "m F10", N_("Menu"), N_("All commands of this place."), NULL, N_("Program"), 0, menu_view_open,
		false },
	{ "help", "? F1", N_("Help"), N_("What the keys do."), NULL, N_("Program"), 1, help_view_open, false },
	{ "redraw", "C-l", N_("Draw again"), N_("Draws the screen again."), NULL, N_("Program"), 0, redraw, false },
	{ "back", "q Backspace", N_("Back"), N_("Closes this view; from the first one, leaves."), NULL, N_("Program"),
		2, NULL, false },
	{ NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, false },
};

/* What the configuration binds, before the table's own keys. */
struct binding {
	char *key;
	const struct command *command;
};
static struct binding *bindings;
static size_t binding_count;

const struct command *command_find(const char *name)
{
	size_t i;

	for (i = 0; commands[i].name; i++)
		if (strcmp(commands[i].name, name) == 0)
			return &commands[i];
	return NULL;
}

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);
	const char *c = words;

	if (!length)
		return false;
	while ((c = strstr(c, word))) {
		if ((c == words || c[-1] == ' ') && (c[length] == ' ' || !c[length]))
			return true;
		c += length;
	}
	return false;
}

bool command_applies(const struct command *command, const char *view)
{
	return !command->where || has_word(command->where, view);
}

const struct command *command_for_key(const char *view, const char *key)
{
	size_t i;

	for (i = 0; i < binding_count; i++)
		if (strcmp(bindings[i].key, key) == 0 && command_applies(bindings[i].command, view))
			return bindings[i].command;
	/* A command of this place goes before one of everywhere. */
	for (i = 0; commands[i].name; i++)
		if (commands[i].where && has_word(commands[i].keys, key) && command_applies(&commands[i], view))
			return &commands[i];
	for (i = 0; commands[i].name; i++)
		if (!commands[i].where && has_word(commands[i].keys, key))
			return &commands[i];
	return NULL;
}

const char *command_first_key(const struct command *command)
{
	static char key[32];
	size_t i;

	for (i = 0; i < binding_count; i++)
		if (bindings[i].command == command)
			return bindings[i].key;
	snprintf(key, sizeof key, "%.*s", (int)strcspn(command->keys, " "), command->keys);
	return key;
}

const char *command_key(const struct command *command)
{
	static const char *const names[] = { N_("Enter"), N_("Space"), N_("Tab"), N_("Backspace"), N_("PgUp"),
		N_("PgDn"), N_("Home"), N_("End"), N_("Escape"), N_("Insert") };
	static char shown[32];
	const char *key = command_first_key(command);
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (strcmp(key, names[i]) == 0)
			return _(names[i]);
	if (strcmp(key, "Delete") == 0)
		/* TRANSLATORS: what is printed on the key Delete; "Delete" itself is the command */
		return _("Del");
	if (strncmp(key, "C-", 2) == 0 && key[2] && !key[3]) {
		snprintf(shown, sizeof shown, "^%c", key[2] >= 'a' && key[2] <= 'z' ? key[2] - 32 : key[2]);
		return shown;
	}
	return key;
}

void command_bind(const char *key, const struct command *command)
{
	bindings = xreallocarray(bindings, binding_count + 1, sizeof *bindings);
	bindings[binding_count].key = xstrdup(key);
	bindings[binding_count++].command = command;
}
