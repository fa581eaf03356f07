/* What a key prepares of a record: the points of an audit, the audit that a programme lacks, the inputs of a review. */
#include <stdlib.h>
#include <string.h>

#include "app/audit.h"
#include "tui/browse.h"

static void prepare_audit(struct ui *ui, const struct record *audit)
{
	struct error error = { 0 };
	size_t added;

	if (!app_prepare_audit(ui->store, audit->ref, &added, &error)) {
		ui_error(ui, &error);
	} else if (added) {
		ui_changed(ui);
		ui_message(ui,
			ngettext("%zu point drawn from the scope of %s; {undo} takes it back.",
				"%zu points drawn from the scope of %s; {undo} takes them back.", added),
			added, audit->ref);
	} else {
		ui_message(ui, _("Nothing is to be added: each clause and control of its scope has its point."));
	}
	error_clear(&error);
}

static void plan_audit(struct ui *ui, const struct record *programme)
{
	struct error error = { 0 };
	struct record *audit = app_plan_audit(ui->store, programme, &error);

	if (audit)
		form_view_open_record(ui, audit, "title");
	else
		ui_error(ui, &error);
	error_clear(&error);
}

void prepare_record(struct ui *ui, int64_t id)
{
	struct record *record = id ? store_record(ui->store, id, NULL) : NULL;

	if (record && strcmp(record->def->name, "audit") == 0)
		prepare_audit(ui, record);
	else if (record && strcmp(record->def->name, "programme") == 0)
		plan_audit(ui, record);
	else if (record && strcmp(record->def->name, "review") == 0)
		review_prepare(ui, record);
	else
		ui_message(ui,
			_("Audits, audit programmes and management reviews are prepared: put the cursor on an audit for its points, on a programme for the audit that it lacks, on a review for its inputs."));
	record_free(record);
}

static int64_t under_cursor(const struct view *view)
{
	const struct row *row = rowlist_current(&((struct browse *)view->data)->list);

	return row ? row->id : 0;
}

enum answer list_prepare(struct ui *ui, struct view *view)
{
	prepare_record(ui, under_cursor(view));
	return ANSWER_DONE;
}

enum answer list_work(struct ui *ui, struct view *view)
{
	audit_view_open(ui, under_cursor(view));
	return ANSWER_DONE;
}
