/* Risks proposed for an asset, by its type and the lists of threats and vulnerabilities. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

struct proposals {
	char *asset;
	struct pick_items found; /* "THREAT VULNERABILITY", title, vulnerability */
};

static void add_proposal(void *user, const char *threat, const char *threat_title, const char *vulnerability,
	const char *vulnerability_title)
{
	struct proposals *proposals = user;
	char *key = xasprintf("%s %s", threat, vulnerability),
	     *label = xasprintf("%s \xe2\x86\x90 %s", threat_title, vulnerability_title);

	pick_add(&proposals->found, key, label, NULL);
	free(key);
	free(label);
}

static void fill_proposals(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	struct proposals *proposals = user;
	size_t i;

	(void)ui;
	for (i = 0; i < proposals->found.count; i++)
		pick_offer(items, typed, proposals->found.items[i].key, proposals->found.items[i].label, NULL);
}

static void proposals_taken(struct ui *ui, const char *value, void *user)
{
	struct proposals *proposals = user;
	struct strings pairs = { 0 };
	struct error error = { 0 };

	if (value)
		strings_split(&pairs, value);
	if (pairs.count &&
		app_add_suggested(ui->store, proposals->asset, (const char *const *)pairs.items, pairs.count, &error)) {
		ui_changed(ui);
		ui_message(ui,
			ngettext("%zu risk added, not rated yet; %s takes it back.",
				"%zu risks added, not rated yet; %s takes them back.", pairs.count),
			pairs.count, command_key("undo", NULL));
	} else if (error.kind) {
		ui_error(ui, &error);
	} else if (value) {
		ui_message(ui, _("Nothing was chosen: {toggle} chooses, {pick} then takes it."));
	}
	error_clear(&error);
	strings_free(&pairs);
}

static void release_proposals(void *user)
{
	struct proposals *proposals = user;

	pick_items_free(&proposals->found);
	free(proposals->asset);
	free(proposals);
}

enum answer list_suggest(struct ui *ui, struct view *view)
{
	struct browse *browse = view->data;
	const struct row *row = rowlist_current(&browse->list);
	struct proposals *proposals;
	struct pick pick = {
		.several = true, .fill = fill_proposals, .then = proposals_taken, .release = release_proposals
	};
	struct error error = { 0 };
	char *title;

	if (strcmp(browse->list.query->def->name, "asset") != 0) {
		ui_message(ui, _("Risks are proposed for an asset: put the cursor on one."));
		return ANSWER_DONE;
	}
	if (!row)
		return ANSWER_DONE;
	if (ui_marked(ui) > 1) {
		ui_message(ui, _("Risks are proposed for one asset at a time; {unmark} takes the marks away."));
		return ANSWER_DONE;
	}
	proposals = xcalloc(1, sizeof *proposals);
	proposals->asset = xstrdup(row->ref);
	title = text_elided(xasprintf(_("Risks of %s to add"), row->ref), row->ref);
	pick.title = title;
	pick.user = proposals;
	pick.empty = _("The lists propose nothing more for an asset of this type; {edit} sets its type.");
	if (app_suggest(ui->store, row->ref, add_proposal, proposals, &error)) {
		pick_view_open(ui, &pick);
	} else {
		ui_error(ui, &error);
		release_proposals(proposals);
	}
	free(title);
	error_clear(&error);
	return ANSWER_DONE;
}
