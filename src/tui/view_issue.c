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
	char *without; /* why it is issued without an assessment; NULL: it rests on one */
	char *since;   /* what the question at the end says of the version before; NULL: none */
};

static void forget(struct asked *asked)
{
	free(asked->version);
	free(asked->approver);
	free(asked->function);
	free(asked->date);
	free(asked->without);
	free(asked->since);
	free(asked);
}

static void begin(struct ui *ui, const char *without);

/* ---- what hinders: lines, and what concerns the whole; each opens what mends it ---- */

static void fill_refusals(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct issue_refusals *refusals = user;
	const struct register_def *def = register_find("statement");
	size_t i;

	(void)ui;
	for (i = 0; i < refusals->lines.count; i++) {
		const struct soa_missing *line = &refusals->lines.items[i];
		char *label = xasprintf("%-8s %s", line->number, line->title),
		     *key = xasprintf("%lld", (long long)line->id);

		pick_offer(items, typed, key, label, issue_gap_label(line->gap));
		free(label);
		free(key);
	}
	for (i = 0; i < refusals->count; i++) {
		const struct issue_refusal *refusal = &refusals->items[i];

		if (strcmp(refusal->field, "without_assessment") == 0) {
			if (pick_offer(items, typed, "assessment", _("An assessment of the risks, closed"),
				    _("is missing")))
				pick_detail(items, refusal->sentence);
			if (pick_offer(
				    items, typed, "without", _("Issue it without an assessment"), _("with a reason")))
				pick_detail(items, _("The reason is asked for; it is printed on the SoA."));
		} else if (pick_offer(items, typed, refusal->field, _(register_field(def, refusal->field)->label),
				   _("does not hold"))) {
			pick_detail(items, refusal->sentence);
		}
	}
}

static void open_line(struct ui *ui, const struct soa_missing_list *list, int64_t id)
{
	const struct register_def *def = register_find("applicability");
	size_t i;

	ui_show(ui, def, id);
	for (i = 0; i < list->count; i++)
		if (list->items[i].id == id)
			form_view_open_at(ui, def, id, issue_gap_field(list->items[i].gap));
}

static void open_register(struct ui *ui, const char *name)
{
	const struct register_def *def = register_find(name);

	list_view_open(ui, query_new(def), _(def->plural));
}

static void reason_given(struct ui *ui, const char *text, void *user)
{
	(void)user;
	if (text && *text) {
		begin(ui, text);
	} else if (text) {
		prompt_again(ui, text);
		ui_message(ui, _("The reason is asked for; it is printed on the SoA."));
	}
}

static void refusal_taken(struct ui *ui, const char *value, void *user)
{
	const struct issue_refusals *refusals = user;
	int64_t id;

	if (!value)
		return;
	if (number_parse_integer(value, &id))
		open_line(ui, &refusals->lines, id);
	else if (strcmp(value, "assessment") == 0)
		open_register(ui, "assessment");
	else if (strcmp(value, "without") == 0)
		prompt_open(ui, _("Why is it issued without an assessment?"), NULL, reason_given, NULL);
	else if (strcmp(value, "approver") == 0)
		open_register(ui, "role");
	else
		begin(ui, NULL);
}

static void release_refusals(void *user)
{
	issue_refusals_free(user);
	free(user);
}

/* Takes the refusals over. */
static void open_refusals(struct ui *ui, struct issue_refusals *refusals)
{
	struct pick pick = {
		.fill = fill_refusals, .then = refusal_taken, .user = refusals, .release = release_refusals
	};
	size_t lines = refusals->lines.count;
	char *title = lines ? xasprintf(ngettext("The SoA cannot be issued yet: %zu line is not whole",
						"The SoA cannot be issued yet: %zu lines are not whole", lines),
				      lines)
			    : xstrdup(_("The SoA cannot be issued yet"));

	pick.title = title;
	pick.hint = _("{pick} opens what mends it, {step-back} leaves");
	pick_view_open(ui, &pick);
	free(title);
}

/* ---- the questions ---- */

static struct issue_options options_of(const struct asked *asked)
{
	return (struct issue_options){ .version = asked->version,
		.approver = asked->approver,
		.function = asked->function,
		.date = asked->date,
		.without = asked->without };
}

static void answered(struct ui *ui, bool yes, void *user)
{
	struct asked *asked = user;
	struct issue_options options = options_of(asked);
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

/* All is answered: what does not hold is told before anything is asked to be written. */
static void date_given(struct ui *ui, const char *value, void *user)
{
	struct issue_refusals *refusals;
	struct asked *asked = user;
	struct issue_options options;
	struct error error = { 0 };
	char *question;

	if (!value) {
		forget(asked);
		return;
	}
	asked->date = xstrdup(value);
	options = options_of(asked);
	refusals = xcalloc(1, sizeof *refusals);
	if (app_issue_try(ui->store, &options, refusals, &error)) {
		release_refusals(refusals);
		question = xasprintf(_("Issue version %s? %s It stands for good: it can be superseded, not undone."),
			asked->version, asked->since);
		confirm_view_open(ui, question, answered, asked);
		free(question);
		return;
	}
	if (refusals->lines.count || refusals->count) {
		open_refusals(ui, refusals);
	} else {
		ui_error(ui, &error);
		release_refusals(refusals);
	}
	error_clear(&error);
	forget(asked);
}

static void function_given(struct ui *ui, const char *text, void *user)
{
	struct asked *asked = user;

	if (!text) {
		forget(asked);
		return;
	}
	if (!*text) {
		prompt_again(ui, text);
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

	if (!text) {
		forget(asked);
		return;
	}
	if (!*text) {
		prompt_again(ui, text);
		ui_message(ui, _("An SoA is issued under a version."));
		return;
	}
	asked->version = xstrdup(text);
	picker_view_open(ui, _("Approved by"), register_people(), NULL, false, NULL, approver_given, asked);
}

/* The reason takes the place of the assessment. */
static void drop_assessment(struct issue_refusals *refusals)
{
	size_t i, kept = 0;

	for (i = 0; i < refusals->count; i++)
		if (strcmp(refusals->items[i].field, "without_assessment") == 0)
			free(refusals->items[i].sentence);
		else
			refusals->items[kept++] = refusals->items[i];
	refusals->count = kept;
}

static void ask(struct ui *ui, const char *without)
{
	struct asked *asked = xcalloc(1, sizeof *asked);
	struct record *last = issue_last(ui->store);
	int64_t changed = last ? issue_changes(ui->store, last, NULL, NULL) : 0;
	char *version = issue_next_version(ui->store);

	asked->without = xstrdup(without);
	asked->since = !last ? xstrdup(_("It is the first one."))
			     : xasprintf(ngettext("%lld line changed since version %s.",
						 "%lld lines changed since version %s.", (unsigned long)changed),
				       (long long)changed, record_get(last, "version"));
	record_free(last);
	prompt_open(ui, _("Version:"), version, version_given, asked);
	free(version);
}

static void begin(struct ui *ui, const char *without)
{
	struct issue_refusals *refusals = xcalloc(1, sizeof *refusals);
	struct error error = { 0 };

	if (!issue_hindered(ui->store, refusals, &error)) {
		ui_error(ui, &error);
		error_clear(&error);
		free(refusals);
		return;
	}
	if (without)
		drop_assessment(refusals);
	if (refusals->lines.count || refusals->count) {
		open_refusals(ui, refusals);
		return;
	}
	release_refusals(refusals);
	ask(ui, without);
}

void issue_open(struct ui *ui)
{
	begin(ui, NULL);
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
