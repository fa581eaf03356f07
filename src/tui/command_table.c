/* All that a user can do, in one table. */
#include <stdlib.h>

#include "tui/internal.h"
#include "tui/views.h"

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

static void tell_saved(struct ui *ui)
{
	ui_message(ui, _("All is saved already: a change stands in the file at once; {undo} takes the last one back."));
}

/* Draws all of it again. */
static void redraw(struct ui *ui)
{
	terminal_resized(ui);
}

static void turn_mouse(struct ui *ui)
{
	configuration.mouse = !configuration.mouse;
	terminal_mouse(configuration.mouse);
	if (configuration.mouse)
		ui_message(ui, _("The mouse moves and opens here again."));
	else
		ui_message(ui, _("The mouse is the terminal's: it selects text. {mouse} takes it back."));
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
#define MARKED RECORDS " gantt"
#define ROWS LISTS " gantt"
#define ONE_LINE "form pick choices" /* one line of text */

#define CHANGES (COMMAND_WRITES | COMMAND_MARKED)
#define ASIDE (COMMAND_ANYWHERE | COMMAND_UNLISTED)

const struct command commands[] = {
	{ "plan", "1", N_("Plan"),
		N_("The panel of Plan: where one stands, what is at risk, and what is decided about it."), NULL,
		N_("Go to"), .hint = 4, .run = plan },
	{ "do", "2", N_("Do"), N_("The panel of Do: what is carried out, and what happens meanwhile."), NULL,
		N_("Go to"), .hint = 4, .run = act_do },
	{ "check", "3", N_("Check"), N_("The panel of Check: what is asked, measured, audited and reviewed."), NULL,
		N_("Go to"), .hint = 4, .run = check },
	{ "act", "4", N_("Act"), N_("The panel of Act: what is put right and made better."), NULL, N_("Go to"),
		.hint = 4, .run = act },
#define VIEW(view, its_keys, its_label, its_help, its_hint)                                                            \
	{ #view, its_keys, its_label, its_help, NULL, N_("Go to"), .hint = its_hint, .run = view##_view_open },
#include "tui/all.h"
#undef VIEW
	{ "search-file", "F", N_("Search the file"), N_("Finds words in all registers."), NULL, N_("Go to"), .hint = 0,
		.run = search_view_open },
	{ "organisation", "O", N_("Organisation"), N_("Opens the organisation: its scope, catalogue and risk method."),
		NULL, N_("Go to"), .hint = 0, .run = edit_organisation },
	{ "history-file", "L", N_("History of the file"), N_("Who changed what in the whole file."), NULL, N_("Go to"),
		.hint = 0, .run = history_of_file },
	{ "applicable", "Space", N_("Applicable"), N_("Turns applicable: not decided, yes, no."), "checklist",
		N_("Checklist"), .hint = 5, .flags = CHANGES },
	{ "reasons", "r", N_("Reasons"), N_("Chooses the reasons for inclusion of the control."), "checklist",
		N_("Checklist"), .hint = 5, .flags = CHANGES },
	{ "status", "t", N_("Status"), N_("Turns the status: not started, planned, partial, implemented."), "checklist",
		N_("Checklist"), .hint = 5, .flags = CHANGES },
	{ "status-back", "T", N_("Status back"),
		N_("Turns the status the other way: implemented at once where nothing is said yet."), "checklist",
		N_("Checklist"), .hint = 0, .flags = CHANGES },
	{ "owner", "w", N_("Owner"), N_("Chooses the owner of the control."), "checklist", N_("Checklist"), .hint = 5,
		.flags = CHANGES },
	{ "justify", "J", N_("Justification"), N_("Writes the justification of the control."), "checklist",
		N_("Checklist"), .hint = 5, .flags = CHANGES },
	{ "own-control", "a", N_("Own control"), N_("Adds a control of the organisation's own, beyond the catalogue."),
		"checklist", N_("Checklist"), .hint = 0, .flags = COMMAND_WRITES },
	{ "issue", "I", N_("Issue the SoA"),
		N_("Freezes the SoA under a version, with its approver; or shows what is missing."), NULL,
		N_("Checklist"), .hint = 0, .run = issue_open, .flags = COMMAND_WRITES },
	{ "edition", "E", N_("Edition change"), N_("Carries the SoA to a later edition of the controls, side by side."),
		NULL, N_("Checklist"), .hint = 0, .run = edition_view_open },
	{ "add", "a", N_("Add"), N_("Adds a record to the register shown."),
		"browse list matrix guide gantt raci indicators checks", N_("Records"), .hint = 5,
		.flags = COMMAND_WRITES },
	{ "add-linked", "a", N_("Add linked"),
		N_("Adds a record that refers to this one: an action of a meeting, a rule of a policy, an acceptance of a risk."),
		"record audit", N_("Records"), .hint = 5, .flags = COMMAND_WRITES },
	{ "open", "Enter", N_("Open"), N_("Opens what is under the cursor."),
		LISTS
		" matrix dashboard record guide gantt raci agenda quality audit verdict clause documented start indicators indicator checks",
		N_("Records"), .hint = 5 },
	{ "edit", "e", N_("Edit"),
		N_("Opens the record in a form; in a list with a column chosen by left and right, changes that field there."),
		LISTS " record gantt raci agenda audit indicators indicator", N_("Records"), .hint = 5,
		.flags = CHANGES },
	{ "mend", "m", N_("Mend"), N_("Opens the form on the field that mends the record."),
		"mend verdict clause documented", N_("Records"), .hint = 5, .flags = COMMAND_MARKED },
	{ "documented", "d", N_("Documented information"),
		N_("Shows what the standard wants in writing, clause by clause: what holds it, and what is missing."),
		"verdict clause", N_("Verdict"), .hint = 5, .run = documented_view_open },
	{ "verdict-history", "H", N_("How it stood"),
		N_("Shows how each clause stood at the last snapshots: month by month, at each review and issued SoA."),
		"verdict", N_("Verdict"), .hint = 5 },
	{ "draw-inputs", "p", N_("Draw"),
		N_("Draws the inputs anew from the records of today; what was said of them stays."), "review",
		N_("Management review"), .hint = 2, .flags = COMMAND_WRITES },
	{ "write", "Enter e", N_("Write"), N_("Writes what is said of this input, or what was decided."), "review",
		N_("Management review"), .hint = 1, .flags = COMMAND_WRITES },
	{ "decide", "a", N_("Action"), N_("Adds an action that the review asks for: by whom, by when."), "review",
		N_("Management review"), .hint = 2, .flags = COMMAND_WRITES },
	{ "attendance", "w", N_("Who and when"),
		N_("Opens the form at the day, who was there and who was not, and the next day."), "review",
		N_("Management review"), .hint = 3, .flags = COMMAND_WRITES },
	{ "sign", "s", N_("Sign"), N_("Signs the review: from then on it stands as it was."), "review",
		N_("Management review"), .hint = 3, .flags = COMMAND_WRITES },
	{ "plan-next", "n", N_("Next review"), N_("Plans the review after this one, for the day that was set."),
		"review", N_("Management review"), .hint = 4, .flags = COMMAND_WRITES },
	{ "whole", "v", N_("Whole record"), N_("Shows the whole record of the review."), "review",
		N_("Management review"), .hint = 5 },
	{ "set-aside", "w", N_("Not so, because"),
		N_("Sets the record aside for this check, with a reason and a day on which it ends; it is counted apart."),
		"mend", N_("Records"), .hint = 5, .flags = CHANGES },
	{ "aside", "W", N_("Set aside"),
		N_("Lists what is set aside today for this check, or for all: why, by whom, and until when."),
		"quality mend", N_("Records"), .hint = 5 },
	{ "delete", "d Delete", N_("Delete"), N_("Deletes the record, or those marked; undoing brings them back."),
		MARKED, N_("Records"), .hint = 0, .flags = CHANGES },
	{ "mark", "Space", N_("Mark"), N_("Marks the record, for what is done with several at once."), MARKED,
		N_("Records"), .hint = 0 },
	{ "mark-line", "Insert", N_("Mark"), N_("Marks the record, for what is done with several at once."),
		"checklist", N_("Records"), .hint = 0 },
	{ "mark-all", "*", N_("Mark all"), N_("Marks all records that the list shows, on all its pages."), ROWS,
		N_("Records"), .hint = 0 },
	{ "change", "C", N_("Change a field"),
		N_("Gives one field of all marked records, or of this one, a value: one step of undo."), ROWS,
		N_("Records"), .hint = 0, .flags = CHANGES },
	{ "repeat", ".", N_("Again"), N_("Does the last change of a field again: on this line, or on the marked ones."),
		ROWS, N_("Records"), .hint = 0, .flags = CHANGES },
	{ "unmark", "M", N_("Take marks away"), N_("No record is marked any more."), ROWS, N_("Records"), .hint = 0 },
	{ "suggest", "r", N_("Suggest risks"),
		N_("Proposes risks of the asset under the cursor, from its type and the lists of threats and vulnerabilities."),
		RECORDS, N_("Records"), .hint = 0, .flags = COMMAND_WRITES },
	{ "prepare", "p", N_("Prepare"),
		N_("Draws the points of an audit from its scope; of an audit programme, plans an audit of what none has looked at; opens the file of a management review with its inputs drawn."),
		"browse list record audit", N_("Audit"), .hint = 0, .flags = COMMAND_WRITES },
	{ "work", "w", N_("Work through"), N_("Works through an audit, point by point."), "browse list record",
		N_("Audit"), .hint = 0 },
	{ "verdict-ok", "o", N_("In order"), N_("The point is in order; goes to the next one."), "audit", N_("Audit"),
		.hint = 1, .flags = COMMAND_WRITES, .family = "judge", .argument = 0 },
	{ "verdict-finding", "f", N_("Finding"), N_("Opens a finding filled with what the point knows."), "audit",
		N_("Audit"), .hint = 1, .flags = COMMAND_WRITES, .family = "judge", .argument = 1 },
	{ "verdict-unseen", "n", N_("Not seen"), N_("The point was not seen; goes to the next one."), "audit",
		N_("Audit"), .hint = 1, .flags = COMMAND_WRITES, .family = "judge", .argument = 2 },
	{ "sample", "s", N_("Sample"), N_("Writes what was drawn for the point, and out of how many."), "audit",
		N_("Audit"), .hint = 4, .flags = COMMAND_WRITES },
	{ "notes", "t", N_("Notes"), N_("Writes what was seen and told at the point."), "audit", N_("Audit"), .hint = 4,
		.flags = COMMAND_WRITES },
	{ "points-left", "v", N_("Only what is left"), N_("Shows only the points without a verdict, or all again."),
		"audit", N_("Audit"), .hint = 5 },
	{ "stamp", "t", N_("It happens now"),
		N_("Notes the present moment in an incident: reported, contained, told, resolved; which is asked."),
		RECORDS " record", N_("Records"), .hint = 0, .flags = CHANGES },
	{ "clip", "Y", N_("To the clipboard"), N_("Copies what is under the cursor to the clipboard of the terminal."),
		ROWS " record", N_("Records"), .hint = 0 },
	{ "attach", "@", N_("Attach a file"), N_("Attaches a file of 10 MB at most to this evidence."), "record",
		N_("Records"), .hint = 0, .flags = COMMAND_WRITES },
	{ "extract", "X", N_("Take the file out"),
		N_("Writes the attached file to a place, compared with its SHA-256."), "record", N_("Records"),
		.hint = 0 },
	{ "compare", "=", N_("Compare versions"),
		N_("Shows what changed in the text against the version that it supersedes."), "record", N_("Records"),
		.hint = 0 },
	{ "copy", "y", N_("Copy"), N_("Opens a form for a new record with the values of this one."), MARKED,
		N_("Records"), .hint = 0, .flags = COMMAND_WRITES },
	{ "history", "H", N_("History"), N_("Who changed what in this record."), ROWS " record agenda", N_("Records"),
		.hint = 0 },
	{ "search", "/", N_("Search"), N_("Finds words in the list."), ROWS, N_("Lists"), .hint = 5 },
	{ "search-next", "n", N_("Next hit"), N_("Goes to the next record that the search finds."), ROWS, N_("Lists"),
		.hint = 0 },
	{ "search-previous", "N", N_("Hit before"), N_("Goes to the record before that the search finds."), ROWS,
		N_("Lists"), .hint = 0 },
	{ "filter", "f", N_("Filter"),
		N_("Shows only what a filter lets through, for example: owner=\"Jeanne Roy\" due<today open."),
		LISTS " matrix gantt agenda", N_("Lists"), .hint = 5 },
	{ "filters", "'", N_("Named filters"), N_("Takes a filter that has a name, or names the present one."), MARKED,
		N_("Lists"), .hint = 0 },
	{ "group", "b", N_("Count by"),
		N_("Counts the records of the list by the values of a field; those of one are then shown."), RECORDS,
		N_("Lists"), .hint = 0 },
	{ "open-only", "o", N_("Open ones"), N_("Shows only what asks for work still, or all again."), MARKED,
		N_("Lists"), .hint = 0 },
	{ "sort", "s", N_("Sort"), N_("Chooses the field to sort by."), LISTS, N_("Lists"), .hint = 0 },
	{ "reverse", "S", N_("Turn the order"), N_("Sorts the other way round."), LISTS, N_("Lists"), .hint = 0 },
	{ "columns", "c", N_("Columns"), N_("Chooses the columns."), LISTS, N_("Lists"), .hint = 0 },
	{ "state", "Tab", N_("Inherent, current, residual, what if"), N_("Turns the rating that the matrix shows."),
		"matrix", N_("Matrix"), .hint = 1 },
	{ "inherent", "i", N_("Inherent rating"), N_("Shows the risks as they would be without any control."), "matrix",
		N_("Matrix"), .family = "state-of", .argument = 0 },
	{ "current", "c", N_("Current rating"), N_("Shows the risks as they are."), "matrix", N_("Matrix"),
		.family = "state-of", .argument = 1 },
	{ "residual", "r", N_("Residual rating"), N_("Shows the risks as they will be once treated."), "matrix",
		N_("Matrix"), .family = "state-of", .argument = 2 },
	{ "what-if", "w", N_("What if"), N_("Shows the risks as if all treatments were done."), "matrix", N_("Matrix"),
		.family = "state-of", .argument = 3 },
	{ "arrows", "v", N_("Arrows"), N_("Shows where the risks of the cell under the cursor stand once treated."),
		"matrix", N_("Matrix"), .hint = 5 },
	{ "unrated", "U", N_("Not rated"), N_("Lists the risks that are not rated."), "matrix", N_("Matrix"),
		.hint = 0 },
	{ "gone", "W", N_("Left the register"), N_("Lists the risks that left the register: closed, or avoided."),
		"matrix", N_("Matrix"), .hint = 0 },
	{ "lapsed", "K", N_("Accepted no longer"),
		N_("Lists the risks that were accepted and whose acceptance does not hold any more."), "matrix",
		N_("Matrix"), .hint = 0 },
	{ "level-1", "1", N_("Level 1"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 1, .joined = N_("Level") },
	{ "level-2", "2", N_("Level 2"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 2, .joined = N_("Level") },
	{ "level-3", "3", N_("Level 3"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 3, .joined = N_("Level") },
	{ "level-4", "4", N_("Level 4"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 4, .joined = N_("Level") },
	{ "level-5", "5", N_("Level 5"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 5, .joined = N_("Level") },
	{ "level-6", "6", N_("Level 6"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 6, .joined = N_("Level") },
	{ "level-7", "7", N_("Level 7"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 7, .joined = N_("Level") },
	{ "level-8", "8", N_("Level 8"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 8, .joined = N_("Level") },
	{ "level-9", "9", N_("Level 9"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 1, .family = "level", .argument = 9, .joined = N_("Level") },
	{ "level-10", "0", N_("Level 10"), N_("Gives the cell of the grid under the cursor this level of risk."),
		"method", N_("Risk method"), .hint = 0, .family = "level", .argument = 10 },
	{ "fill-sum", "s", N_("Fill by the sum"),
		N_("Fills the grid: the higher the sum of likelihood and impact, the higher the risk."), "method",
		N_("Risk method"), .hint = 1, .family = "fill", .argument = 's', .joined = N_("Fill") },
	{ "fill-product", "p", N_("Fill by the product"),
		N_("Fills the grid: the higher the product of likelihood and impact, the higher the risk."), "method",
		N_("Risk method"), .hint = 1, .family = "fill", .argument = 'p', .joined = N_("Fill") },
	{ "threshold-up", "+", N_("Threshold up"), N_("Accepts one level more."), "method", N_("Risk method"),
		.hint = 1, .family = "threshold", .argument = 1, .joined = N_("Threshold") },
	{ "threshold-down", "-", N_("Threshold down"), N_("Accepts one level less."), "method", N_("Risk method"),
		.hint = 1, .family = "threshold", .argument = -1, .joined = N_("Threshold") },
	{ "levels", "L", N_("Names of the levels"), N_("Lists the levels of the scales, to name and describe them."),
		"method", N_("Risk method"), .hint = 0 },
	{ "add-level", "a", N_("Add level"),
		N_("Adds a level to the scale under the cursor, after it; ratings, needs, grid and threshold follow."),
		"method", N_("Risk method"), .hint = 5, .flags = COMMAND_WRITES },
	{ "remove-level", "d Delete", N_("Remove level"),
		N_("Removes the level under the cursor from its scale; what is rated at it goes to the next lower one."),
		"method", N_("Risk method"), .hint = 5, .flags = COMMAND_WRITES },
	{ "responsible", "R", N_("Does it"), N_("Says that the role under the cursor does the activity, or no longer."),
		"raci", N_("Responsibilities"), .hint = 1, .flags = COMMAND_WRITES, .family = "raci", .argument = 0,
		.joined = N_("Set") },
	{ "accountable", "A", N_("Answers for it"),
		N_("Says that the role under the cursor answers for the activity: only one does."), "raci",
		N_("Responsibilities"), .hint = 1, .flags = COMMAND_WRITES, .family = "raci", .argument = 1,
		.joined = N_("Set") },
	{ "consulted", "C", N_("Is asked"), N_("Says that the role under the cursor is asked, or no longer."), "raci",
		N_("Responsibilities"), .hint = 1, .flags = COMMAND_WRITES, .family = "raci", .argument = 2,
		.joined = N_("Set") },
	{ "informed", "I", N_("Is told"), N_("Says that the role under the cursor is told, or no longer."), "raci",
		N_("Responsibilities"), .hint = 1, .flags = COMMAND_WRITES, .family = "raci", .argument = 3,
		.joined = N_("Set") },
	{ "value", "r", N_("Value"), N_("Records a value of the indicator, with a note behind it."),
		"indicators indicator", N_("Indicators"), .hint = 1, .flags = COMMAND_WRITES },
	{ "count", "c", N_("Count now"), N_("Counts the value of the present period by the formula of the indicator."),
		"indicators indicator", N_("Indicators"), .hint = 2, .flags = COMMAND_WRITES },
	{ "formula", "f", N_("Formula"), N_("Shows what the formula counts; each part opens its records."),
		"indicators indicator", N_("Indicators"), .hint = 2 },
	{ "use", "s", N_("Take into use"),
		N_("Takes the draft into use from today on: asks for owner, collector, target."),
		"indicators indicator", N_("Indicators"), .hint = 3, .flags = COMMAND_WRITES },
	{ "analyse", "a", N_("Analyse"),
		N_("Begins an analysis of the indicator, of the period under the cursor: what it shows, and what follows."),
		"indicator", N_("Indicators"), .hint = 2, .flags = COMMAND_WRITES },
	{ "use-level", "U", N_("Use the level"),
		N_("Takes all drafts of the level under the cursor into use, under one owner, as one step of undo."),
		"indicators", N_("Indicators"), .hint = 3, .flags = COMMAND_WRITES },
	{ "take", "Enter F2 C-s", N_("Take"), N_("Takes what was typed, or the day under the cursor."),
		"prompt calendar", N_("Text"), .hint = 1 },
	{ "zoom-in", "+", N_("Shorter time"), N_("Shows a shorter time, with more of its days."), "gantt checks",
		N_("Action plan"), .hint = 1, .family = "zoom", .argument = -1, .joined = N_("Scale") },
	{ "zoom-out", "-", N_("Longer time"), N_("Shows a longer time."), "gantt checks", N_("Action plan"), .hint = 1,
		.family = "zoom", .argument = 1, .joined = N_("Scale") },
	{ "today", "t", N_("Today"), N_("Goes to today."), "gantt calendar checks", N_("Action plan"), .hint = 1 },
	{ "earlier", "Left h", N_("Earlier"), N_("Shows what comes before."), "gantt", N_("Action plan"), .hint = 1,
		.family = "shift", .argument = -1, .joined = N_("Period") },
	{ "later", "Right l", N_("Later"), N_("Shows what comes after."), "gantt", N_("Action plan"), .hint = 1,
		.family = "shift", .argument = 1, .joined = N_("Period") },
	{ "next-check", "Tab", N_("Next"), N_("Goes to the next check of the day."), "checks", N_("Calendar of checks"),
		.hint = 1, .family = "item", .argument = 1 },
	{ "check-before", "S-Tab", N_("Check before"), N_("Goes to the check before of the day."), "checks",
		N_("Calendar of checks"), .family = "item", .argument = -1 },
	{ "pass", "p", N_("It passed"), N_("Records that the check under the cursor was passed, with a note."),
		"checks", N_("Calendar of checks"), .hint = 1, .flags = COMMAND_WRITES },
	{ "fail", "f", N_("It failed"), N_("Records that the check under the cursor failed, with a note."), "checks",
		N_("Calendar of checks"), .hint = 1, .flags = COMMAND_WRITES },
	{ "score", "%", N_("Score"), N_("Records a score of the check under the cursor, or that it was partly good."),
		"checks", N_("Calendar of checks"), .hint = 1, .flags = COMMAND_WRITES },
	{ "choose-side", "Space", N_("Choose"), N_("Takes the other one of the two values."), "conflict", N_("Changes"),
		.hint = 1 },
	{ "yes", "y", N_("Yes"), N_("Answers yes."), "question", N_("Question"), .hint = 1,
		.flags = COMMAND_LOCAL_KEYS },
	{ "no", "n Escape", N_("No"), N_("Answers no."), "question", N_("Question"), .hint = 1,
		.flags = COMMAND_LOCAL_KEYS },
	{ "undo", "u", N_("Undo"), N_("Reverses your last action as a whole."), NULL, N_("Changes"), .hint = 3,
		.run = undo },
	{ "redo", "C-r", N_("Redo"), N_("Does again what was undone last."), NULL, N_("Changes"), .hint = 0,
		.run = redo },
	{ "save", "F2 C-s", N_("Save"), N_("Saves what was changed."), "form conflict method", N_("Changes"),
		.hint = 2 },
	{ "take-text", "F2 C-s", N_("Take the text"), N_("Takes the text over."), "editor", N_("Text"), .hint = 2 },
	{ "own-editor", "C-e", N_("Your editor"), N_("Opens the text in the editor that VISUAL or EDITOR names."),
		"editor", N_("Text"), .hint = 2 },
	{ "new-line", "Enter", N_("New line"), N_("Begins a new line."), "editor", N_("Text"),
		.flags = COMMAND_UNLISTED },
	{ "text-next", "Tab", N_("Take, next"), N_("Takes the text and goes to the next field."), "editor", N_("Text"),
		.hint = 3, .family = "leave-text", .argument = MOVE_NEXT },
	{ "text-previous", "S-Tab", N_("Take, field before"), N_("Takes the text and goes to the field before."),
		"editor", N_("Text"), .family = "leave-text", .argument = MOVE_PREVIOUS },
	{ "indent", "C-t", N_("Indent"), N_("Puts two spaces; a tab itself comes only by pasting."), "editor",
		N_("Text"), .flags = COMMAND_UNLISTED },
	{ "next-field", "Tab", N_("Next"), N_("Goes to the next field."), "form", N_("Text"), .hint = 3,
		.family = "move", .argument = MOVE_NEXT },
	{ "previous-field", "S-Tab", N_("Field before"), N_("Goes to the field before."), "form", N_("Text"),
		.family = "move", .argument = MOVE_PREVIOUS },
	{ "next-section", "PgDn C-f", N_("Section"), N_("Goes to the next section of the form."), "form", N_("Text"),
		.hint = 6, .family = "move", .argument = MOVE_PAGE_DOWN },
	{ "previous-section", "PgUp C-b", N_("Section before"),
		N_("Goes to the start of the section, then to the one before."), "form", N_("Text"), .family = "move",
		.argument = MOVE_PAGE_UP },
	{ "as-above", "C-y", N_("Rate as above"),
		N_("Copies the rating above: the current one becomes as the inherent one is, the residual one as the current one."),
		"form", N_("Text"), .hint = 0 },
	{ "choose", "Enter", N_("Choose"), N_("Shows what there is to choose from; in a line goes to the next field."),
		"form edition import", N_("Text"), .hint = 3 },
	{ "accept", "Space", N_("Accept"), N_("Takes the decision that is proposed, or opens it again."), "edition",
		N_("Edition change"), .hint = 3 },
	{ "accept-all", "a", N_("Accept all"), N_("Takes whatever is proposed where nothing is decided."), "edition",
		N_("Edition change"), .hint = 3 },
	{ "carry-out", "F2 C-s", N_("Carry out"), N_("Carries the SoA over as decided, after a question."), "edition",
		N_("Edition change"), .hint = 4, .flags = COMMAND_WRITES },
	{ "look", "F2 C-s", N_("Look"), N_("Shows what the import would do, row by row; nothing is written."), "import",
		N_("Import"), .hint = 1 },
	{ "leave-out", "Space", N_("Leave out"),
		N_("Leaves the column out, or takes it again; turns what can be one of a few."), "import", N_("Import"),
		.hint = 3 },
	{ "day-or-month", "t", N_("Date order"),
		N_("Says which of two numbers is the day, for the columns that do not show it."), "import",
		N_("Import"), .hint = 4 },
	{ "decimal-sign", ",", N_("Decimal sign"),
		N_("Says which sign is before decimals, for the columns that do not show it."), "import", N_("Import"),
		.hint = 6 },
	{ "carry-in", "F2 C-s", N_("Import"), N_("Imports what is shown, as one step of undo."), "preview",
		N_("Import"), .hint = 1, .flags = COMMAND_WRITES },
	{ "only-good", "o", N_("Good rows only"),
		N_("Leaves refused rows out and takes the others, or takes all or nothing."), "import preview",
		N_("Import"), .hint = 6 },
	{ "kind", "Tab Right l", N_("Kind"),
		N_("Shows only the new rows, those that change, those refused, and so on."), "preview", N_("Import"),
		.hint = 2, .family = "kind-of", .argument = 1 },
	{ "kind-back", "S-Tab Left h", N_("Kind before"), N_("Turns the kind of rows that are shown the other way."),
		"preview", N_("Import"), .hint = 0, .family = "kind-of", .argument = -1 },
	{ "meaning", "m", N_("Meaning"),
		N_("Says what a word of a refused row means, for all rows; a word that is no number also for the next table."),
		"preview", N_("Import"), .hint = 4 },
	{ "whole-row", "Enter", N_("Whole row"), N_("Shows all that is to be said of the row."), "preview",
		N_("Import"), .hint = 3 },
	{ "columns-again", "b", N_("Columns"), N_("Goes back to the columns, to put them right and look again."),
		"preview", N_("Import"), .hint = 5 },
	{ "leave", "Escape", N_("Leave"), N_("Leaves this; asks first where something would be lost."),
		"form prompt calendar conflict edition editor import", N_("Program"), .hint = 5 },
	{ "pick", "Enter F2 C-s", N_("Take"), N_("Takes what is chosen, or what the cursor is on."), "pick choices",
		N_("Text"), .flags = COMMAND_UNLISTED },
	{ "toggle", "Space", N_("Choose"), N_("Chooses what the cursor is on besides, or no longer."), "choices",
		N_("Text"), .flags = COMMAND_UNLISTED },
	{ "complete", "Tab", N_("Complete"), N_("Completes the name of the file."), "prompt pick", N_("Text"),
		.flags = COMMAND_UNLISTED },
	{ "empty", "C-u", N_("Empty"), N_("Takes away what stands before the cursor."), "prompt", N_("Text"), .hint = 6,
		.flags = COMMAND_UNLISTED, .family = "edit-line", .argument = LINE_ERASE_BEFORE },
	{ "erase-before", "C-u", N_("Erase before"), N_("Takes away what stands before the cursor."),
		ONE_LINE " editor", N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line",
		.argument = LINE_ERASE_BEFORE },
	{ "erase-rest", "C-k", N_("Erase the rest"), N_("Takes away what stands behind the cursor."),
		ONE_LINE " prompt editor", N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line",
		.argument = LINE_ERASE_REST },
	{ "erase-word", "C-w", N_("Erase the word"), N_("Takes away the word before the cursor."),
		ONE_LINE " prompt editor", N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line",
		.argument = LINE_ERASE_WORD },
	{ "erase", "Backspace", N_("Erase"),
		N_("Takes away the character before the cursor; in a form the value of a field that is chosen."),
		ONE_LINE " prompt editor", N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line",
		.argument = LINE_ERASE },
	{ "erase-next", "Delete C-d", N_("Erase the next"),
		N_("Takes away the character under the cursor; in a form the value of a field that is chosen."),
		ONE_LINE " prompt editor", N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line",
		.argument = LINE_ERASE_NEXT },
	{ "line-start", "C-a", N_("Start of the line"), N_("Goes to the start of the line."), ONE_LINE " prompt editor",
		N_("Text"), .flags = COMMAND_UNLISTED, .family = "edit-line", .argument = LINE_START },
	{ "line-end", "C-e", N_("End of the line"), N_("Goes to the end of the line."), ONE_LINE " prompt", N_("Text"),
		.flags = COMMAND_UNLISTED, .family = "edit-line", .argument = LINE_END },
	{ "further", "PgDn Space C-f", N_("Further"), N_("Goes one page on."), "pager", N_("Text"), .hint = 1,
		.flags = COMMAND_UNLISTED, .family = "move", .argument = MOVE_PAGE_DOWN },
	{ "end", "G End", N_("End"), N_("Goes to the end."), "pager", N_("Text"), .hint = 1, .flags = COMMAND_UNLISTED,
		.family = "move", .argument = MOVE_LAST },
	{ "quit", "q", N_("Leave"), N_("Leaves the program."), "start", N_("Program"), .hint = 5, .run = ui_quit },
	{ "export", "x", N_("Export and print"), N_("Writes the SoA, a report or a register to a file."), NULL,
		N_("Program"), .hint = 3, .run = export_view_open },
	{ "import", "i", N_("Import"),
		N_("Reads a spreadsheet, a table, a catalogue or an SoA: shows first what it would do."), NULL,
		N_("Program"), .hint = 0, .run = import_view_open, .flags = COMMAND_WRITES },
	{ "palette", ":", N_("Palette"),
		N_("Finds commands, registers, reports and records by a few letters; a ref (R-12), or its number in a list, goes to the record."),
		NULL, N_("Program"), .hint = 0, .run = palette_view_open },
	{ "menu", "m F10", N_("Menu"), N_("All commands of this place."), NULL, N_("Program"), .hint = 0,
		.run = menu_view_open },
	{ "help", "? F1", N_("Help"), N_("What the keys do."), NULL, N_("Program"), .hint = 1, .run = help_view_open,
		.flags = COMMAND_ANYWHERE },
	{ "redraw", "C-l", N_("Draw again"), N_("Draws the screen again."), NULL, N_("Program"), .hint = 0,
		.run = redraw, .flags = COMMAND_ANYWHERE },
	{ "mouse", "F9", N_("Mouse"), N_("Leaves the mouse to the terminal, to select text, or takes it back."), NULL,
		N_("Program"), .hint = 0, .run = turn_mouse, .flags = COMMAND_ANYWHERE },
	{ "leave-all", ":qa :qa! :wqa :xa", N_("Leave the program"),
		N_("Leaves the program from any view; text that was not saved is kept for the next time."), NULL,
		N_("Program"), .hint = 0, .run = ui_leave_all },
	{ "saved", ":w :w! :wa", N_("All is saved"), N_("Says that what is changed stands in the file at once."), NULL,
		N_("Program"), .hint = 0, .run = tell_saved, .flags = COMMAND_UNLISTED },
	{ "back", "q :q :q! :quit :wq :x", N_("Back"), N_("Closes this view; from the first one, leaves."), NULL,
		N_("Program"), .hint = 2, .run = ui_back, .flags = COMMAND_ANYWHERE },
	{ "return", "Backspace -", N_("Return"), N_("Goes back to the view before, and never leaves."), NULL,
		N_("Program"), .run = ui_return, .flags = ASIDE },
	{ "step-back", "Escape", N_("Step back"), N_("Takes a filter off first, then goes back, and never leaves."),
		NULL, N_("Program"), .run = ui_step_back, .flags = ASIDE },
	{ "suspend", "C-z", N_("Suspend"), N_("Gives the terminal to the shell, until fg."), NULL, N_("Program"),
		.run = ui_suspend, .flags = ASIDE },
	{ "interrupt", "C-c", N_("Break off"), N_("Breaks off what takes long; does nothing else."), NULL,
		N_("Program"), .run = ui_interrupt, .flags = ASIDE },
	{ "abort", "C-\\", N_("Leave at once"), N_("Leaves; text that was not saved is kept for the next time."), NULL,
		N_("Program"), .run = ui_abort, .flags = ASIDE },
	{ "up", "Up k C-p", N_("Up"), N_("Goes one line up."), NULL, N_("Moving"), .flags = ASIDE, .family = "move",
		.argument = MOVE_UP },
	{ "down", "Down j C-n", N_("Down"), N_("Goes one line down."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_DOWN },
	{ "left", "Left h", N_("Left"),
		N_("Goes to the left; in a list to the column before, in a panel then to its registers."), NULL,
		N_("Moving"), .flags = ASIDE, .family = "move", .argument = MOVE_LEFT },
	{ "right", "Right l", N_("Right"),
		N_("Goes to the right; in a panel to its list, in a list to the next column, which the key to edit then changes."),
		NULL, N_("Moving"), .flags = ASIDE, .family = "move", .argument = MOVE_RIGHT },
	{ "page-up", "PgUp C-b", N_("Page before"), N_("Goes one page back."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_PAGE_UP },
	{ "page-down", "PgDn C-f", N_("Page on"), N_("Goes one page on."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_PAGE_DOWN },
	{ "half-up", "C-u", N_("Half a page back"), N_("Goes half a page back."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_HALF_UP },
	{ "half-down", "C-d", N_("Half a page on"), N_("Goes half a page on."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_HALF_DOWN },
	{ "first", "g Home", N_("To the start"), N_("Goes to the first line; gg does so too."), NULL, N_("Moving"),
		.flags = ASIDE, .family = "move", .argument = MOVE_FIRST },
	{ "last", "G End", N_("To the end"), N_("Goes to the last line."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_LAST },
	{ "next", "Tab", N_("Next pane"), N_("Goes to the next pane or column."), NULL, N_("Moving"), .flags = ASIDE,
		.family = "move", .argument = MOVE_NEXT },
	{ "previous", "S-Tab", N_("Pane before"), N_("Goes to the pane or column before."), NULL, N_("Moving"),
		.flags = ASIDE, .family = "move", .argument = MOVE_PREVIOUS },
	{ NULL, NULL, NULL, NULL, NULL, NULL, .hint = 0 },
};
