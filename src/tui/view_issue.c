/*
 * Issuing the SoA on the screen: what is missing as a list that opens, else
 * the questions one after the other; and the heading of the checklist.
 */
#include <stdlib.h>
#include <string.h>

#include "app/issue.h"
#include "tui/pick.h"

/* The answers so far. */
struct asked {
	char *version, *approver, *function, *date;
	char *since; /* what the question at the end says of the version before; NULL: none */
};

static void forget(struct asked *asked)
{
	free(asked->version);
	free(asked->approver);
	free(asked->function);
	free(asked->date);
	free(asked->since);
	free(asked);
}

/* ---- what is missing ---- */

static void fill_missing(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct soa_missing_list *list = user;
	size_t i;

	(void)ui;
	for (i = 0; i < list->count; i++) {
		char *label = xasprintf("%-8s %s", list->items[i].number, list->items[i].title),
		     *key = xasprintf("%lld", (long long)list->items[i].id);

		pick_offer(items, typed, key, label, issue_gap_label(list->items[i].gap));
		free(label);
		free(key);
	}
}

static void missing_taken(struct ui *ui, const char *value, void *user)
{
	const struct register_def *def = register_find("applicability");
	const struct soa_missing_list *list = user;
	int64_t id;
	size_t i;

	if (!value || !number_parse_integer(value, &id))
		return;
	ui_show(ui, def, id);
	for (i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			form_view_open_at(ui, def, id, issue_gap_field(list->items[i].gap));
}

static void release_missing(void *user)
{
	issue_missing_free(user);
	free(user);
}

static void open_missing(struct ui *ui, struct soa_missing_list *list)
{
	struct pick pick = { .fill = fill_missing, .then = missing_taken, .user = list, .release = release_missing };
	char *title = xasprintf(ngettext("The SoA cannot be issued yet: %zu line is not whole",
					"The SoA cannot be issued yet: %zu lines are not whole", list->count),
		list->count);

	pick.title = title;
	pick.hint = _("{pick} opens the line, {step-back} leaves");
	pick_view_open(ui, &pick);
	free(title);
}

/* ---- the questions ---- */

static void answered(struct ui *ui, bool yes, void *user)
{
	struct asked *asked = user;
	struct issue_options options = { asked->version, asked->approver, asked->function, asked->date, NULL };
	struct error error = { 0 };
	char *ref = NULL;

	if (yes && app_issue_soa(ui->store, &options, &ref, &error)) {
		ui_changed(ui);
		ui_message(ui, _("%s issued: version %s. The register of issued SoAs keeps it as it was."), ref,
			asked->version);
	} else if (yes) {
		ui_error(ui, &error);
	}
	free(ref);
	error_clear(&error);
	forget(asked);
}

static void date_given(struct ui *ui, const char *value, void *user)
{
	struct asked *asked = user;
	char *question;

	if (!value) {
		forget(asked);
		return;
	}
	asked->date = xstrdup(value);
	question = xasprintf(_("Issue version %s? %s It stands for good: it can be superseded, not undone."),
		asked->version, asked->since);
	confirm_view_open(ui, question, answered, asked);
	free(question);
}

static void function_given(struct ui *ui, const char *text, void *user)
{
	struct asked *asked = user;

	if (!text || !*text) {
		forget(asked);
		if (text)
			ui_message(ui, _("An SoA is not issued without the function of its approver."));
		return;
	}
	asked->function = xstrdup(text);
	calendar_view_open(ui, _("Issued on"), NULL, date_given, asked);
}

static void approver_given(struct ui *ui, const char *value, void *user)
{
	struct asked *asked = user;
	struct record *last;

	if (!value || !*value) {
		forget(asked);
		return;
	}
	/* "+NAME" is a person who is not in the file yet. */
	asked->approver = xstrdup(*value == '+' ? value + 1 : value);
	last = issue_last(ui->store);
	prompt_open(ui, _("Function of the approver:"),
		last && record_get(last, "approver") && strcmp(record_get(last, "approver"), value) == 0
			? record_get(last, "function")
			: NULL,
		function_given, asked);
	record_free(last);
}

static void version_given(struct ui *ui, const char *text, void *user)
{
	struct asked *asked = user;

	if (!text || !*text) {
		forget(asked);
		return;
	}
	asked->version = xstrdup(text);
	picker_view_open(ui, _("Approved by"), register_find("person"), NULL, false, NULL, approver_given, asked);
}

void issue_open(struct ui *ui)
{
	struct soa_missing_list *list;
	struct error error = { 0 };
	struct asked *asked;
	struct record *last;
	char *version;
	int64_t changed;

	list = xcalloc(1, sizeof *list);
	if (!issue_missing(ui->store, list, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		free(list);
		return;
	}
	if (list->count) {
		open_missing(ui, list);
		return;
	}
	free(list);
	asked = xcalloc(1, sizeof *asked);
	last = issue_last(ui->store);
	changed = last ? issue_changes(ui->store, last, NULL, NULL) : 0;
	asked->since = !last ? xstrdup(_("It is the first one."))
			     : xasprintf(ngettext("%lld line changed since version %s.",
						 "%lld lines changed since version %s.", (unsigned long)changed),
				       (long long)changed, record_get(last, "version"));
	record_free(last);
	version = issue_next_version(ui->store);
	prompt_open(ui, _("Version:"), version, version_given, asked);
	free(version);
}

char *issue_heading(struct ui *ui)
{
	struct record *last = issue_last(ui->store);
	int64_t changed = last ? issue_changes(ui->store, last, NULL, NULL) : -1;
	char *text = NULL, *date;
	struct date day;

	if (last && changed >= 0) {
		date = record_get(last, "date") && date_parse(record_get(last, "date"), &day) ? date_format_locale(&day)
											      : xstrdup("");
		/* TRANSLATORS: version and date of the SoA issued last, how many lines changed */
		text = xasprintf(ngettext("Issued: version %s of %s; %lld line changed since",
					 "Issued: version %s of %s; %lld lines changed since", (unsigned long)changed),
			record_get(last, "version"), date, (long long)changed);
		free(date);
	}
	record_free(last);
	return text;
}
