/* The journal, told: of a record or of the whole file. */
#include <stdlib.h>
#include <string.h>

#include "tui/internal.h"

#define ENTRIES_MAX 300

struct teller {
	struct ui *ui;
	struct buffer text;
	size_t entries;
};

static bool tell(void *user, const struct journal_entry *entry, const struct journal_change *changes, size_t count)
{
	struct teller *teller = user;
	int64_t seconds;
	char *time = date_time_parse(entry->time, &seconds)
			     ? date_time_format_locale(seconds, store_context(teller->ui->store)->time_zone)
			     : xstrdup(entry->time);
	size_t i;

	buffer_printf(&teller->text, "%s  %s@%s  %s%s\n", time, entry->login, entry->host, entry->summary,
		entry->undone ? _(" (undone)") : "");
	for (i = 0; i < count && i < 60; i++) {
		const struct journal_change *change = &changes[i];
		const char *label = change->field ? _(change->field->label) : change->def ? _(change->def->label) : "?";

		switch (change->kind) {
		case 'C':
			buffer_printf(
				&teller->text, _("  %s added: %s\n"), change->ref, change->after ? change->after : "");
			break;
		case 'D':
			buffer_printf(&teller->text, _("  %s deleted: %s\n"), change->ref,
				change->before ? change->before : "");
			break;
		case '+':
			buffer_printf(&teller->text, _("  %s %s: added %s\n"), change->ref, label,
				change->after ? change->after : "");
			break;
		case '-':
			buffer_printf(&teller->text, _("  %s %s: took away %s\n"), change->ref, label,
				change->before ? change->before : "");
			break;
		default:
			if (!change->before)
				/* TRANSLATORS: ref, field, the value that it got */
				buffer_printf(&teller->text, _("  %s %s: set to \"%s\"\n"), change->ref, label,
					change->after ? change->after : "");
			else if (!change->after)
				buffer_printf(&teller->text, _("  %s %s: \"%s\" taken away\n"), change->ref, label,
					change->before);
			else
				buffer_printf(&teller->text, _("  %s %s: \"%s\" became \"%s\"\n"), change->ref, label,
					change->before, change->after);
		}
	}
	if (count > 60)
		buffer_printf(&teller->text,
			ngettext("  ... and %zu more change\n", "  ... and %zu more changes\n", count - 60),
			count - 60);
	buffer_add_char(&teller->text, '\n');
	free(time);
	teller->entries++;
	return true;
}

void history_view_open(struct ui *ui, int64_t id)
{
	struct teller teller = { .ui = ui };
	struct error error = { 0 };
	struct record *record = id ? store_record(ui->store, id, NULL) : NULL;
	char *title_of = record ? store_title(ui->store, record->ref) : NULL;
	char *title = record ? xasprintf(_("History of %s %s"), record->ref, title_of ? title_of : "")
			     : xstrdup(_("History of the file"));

	if (record)
		title = text_elided(title, record->ref);
	if (!store_history(ui->store, id, 0, ENTRIES_MAX, tell, &teller, &error)) {
		ui_error(ui, &error);
		buffer_free(&teller.text);
	} else {
		if (teller.entries == ENTRIES_MAX)
			buffer_add(&teller.text, _("Older entries: noria history FILE\n"));
		pager_view_open(ui, title, buffer_take(&teller.text));
	}
	error_clear(&error);
	record_free(record);
	free(title_of);
	free(title);
}
