/* One field of all marked records changed at once, and the risks proposed for an asset. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

/* ---- one field of all that are marked ---- */

struct change {
	struct view *view;
	const struct field_def *field;
	struct record *record; /* of the cursor, or the first marked: what its field holds is offered first */
};

static void change_free(struct change *change)
{
	record_free(change->record);
	free(change);
}

static void change_taken(struct ui *ui, const char *value, void *user)
{
	struct change *change = user;
	struct browse *browse = change->view->data;
	struct rowlist *list = &browse->list;
	/* Not what the cursor is on by now: others' changes may have moved it since. */
	const int64_t *ids = list->mark_count ? list->marks : &change->record->id;
	size_t count = list->mark_count ? list->mark_count : 1;
	struct error error = { 0 };
	char *parsed = NULL, *remark = value ? field_remark(change->field, store_context(ui->store), value) : NULL,
	     *said;

	if (value && field_parse(change->field, store_context(ui->store), value, &parsed, &error) &&
		app_change_all(ui->store, ids, count, change->field->name, parsed, &error)) {
		ui_changed(ui);
		said = xasprintf(ngettext("%s of %zu record changed; %s takes it back.",
					 "%s of %zu records changed; %s takes it back.", count),
			_(change->field->label), count, command_key("undo", NULL));
		ui_message(ui, "%s%s%s", said, remark ? " " : "", remark ? remark : "");
		free(said);
	} else if (value) {
		ui_error(ui, &error);
	}
	free(parsed);
	free(remark);
	error_clear(&error);
	change_free(change);
}

static void ask_value(struct ui *ui, struct change *change)
{
	const struct field_def *field = change->field;
	const char *value = record_get(change->record, field->name);
	struct choice *choices;
	const char *beside;
	char *label, *text;

	switch (field->type->editor) {
	case EDIT_CHOICE:
	case EDIT_CHOICES:
		choices = field->type->choices(field, store_context(ui->store));
		choice_view_open(ui, _(field->label), choices, NULL, value, field->type->editor == EDIT_CHOICES, NULL,
			change_taken, change);
		choices_free(choices);
		break;
	case EDIT_RECORD:
	case EDIT_RECORDS:
		picker_view_open(ui, _(field->label), register_find(field->target), value,
			field->type->editor == EDIT_RECORDS, NULL, change_taken, change);
		break;
	case EDIT_DATE:
		calendar_view_open(ui, _(field->label), value, change_taken, change);
		break;
	case EDIT_TEXT:
		text_view_open(ui, _(field->label), value, field_most(field), NULL, change_taken, NULL, change);
		break;
	case EDIT_LINE:
		beside = field_beside(field, store_context(ui->store), NULL);
		label = beside ? xasprintf("%s (%s):", _(field->label), beside) : xasprintf("%s:", _(field->label));
		text = field_edit(field, store_context(ui->store), value);
		prompt_open(ui, label, text, change_taken, change);
		free(text);
		free(label);
		break;
	}
}

/* ---- the field is chosen first ---- */

static bool can_change(const struct field_def *field)
{
	return !(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_FIXED | FIELD_BY_PROGRAM | FIELD_TITLE));
}

static void fill_changeable(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct register_def *def = ((struct browse *)((struct view *)user)->data)->list.query->def;
	size_t i;

	(void)ui;
	for (i = 0; i < def->field_count; i++)
		if (can_change(&def->fields[i]))
			pick_offer(items, typed, def->fields[i].name, _(def->fields[i].label), NULL);
}

static void change_field_taken(struct ui *ui, const char *value, void *user)
{
	struct browse *browse = ((struct view *)user)->data;
	const struct row *row = rowlist_current(&browse->list);
	struct change *change;

	if (!value || !row)
		return;
	change = xcalloc(1, sizeof *change);
	change->view = user;
	change->field = register_field(browse->list.query->def, value);
	change->record = store_record(ui->store, browse->list.mark_count ? browse->list.marks[0] : row->id, NULL);
	if (change->field && change->record)
		ask_value(ui, change);
	else
		change_free(change);
}

enum answer list_change(struct ui *ui, struct view *view)
{
	size_t marked = ((struct browse *)view->data)->list.mark_count;
	char *title =
		marked ? xasprintf(ngettext("Change a field of %zu record", "Change a field of %zu records", marked),
				 marked)
		       : xstrdup(_("Change a field of this record"));
	struct pick pick = { .title = title, .fill = fill_changeable, .then = change_field_taken, .user = view };

	pick_view_open(ui, &pick);
	free(title);
	return ANSWER_DONE;
}

/* ---- risks proposed for an asset ---- */

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
	proposals = xcalloc(1, sizeof *proposals);
	proposals->asset = xstrdup(row->ref);
	title = xasprintf(_("Risks of %s to add"), row->ref);
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
