/* Moments that happen now: of a record that goes hour by hour (register_def.hours) one is chosen, and gets the present moment. */
#include <stdlib.h>
#include <string.h>

#include "tui/browse.h"

struct stamping {
	const struct register_def *def;
	struct meant meant;
};

static void fill(struct ui *ui, const char *typed, struct pick_items *items, void *user)
{
	const struct stamping *stamping = user;
	size_t i;

	for (i = 0; stamping->def->hours->stamps[i]; i++) {
		const struct field_def *field = register_field(stamping->def, stamping->def->hours->stamps[i]);
		bool differ;
		char *at = change_common(ui, &stamping->meant, field, &differ);

		/* What is known already is not to be lost by a key. */
		if (!at && !differ && pick_offer(items, typed, field->name, _(field->label), NULL))
			pick_detail(items, _(field->help));
		free(at);
	}
}

static void taken(struct ui *ui, const char *value, void *user)
{
	const struct stamping *stamping = user;
	const struct field_def *field = value ? register_field(stamping->def, value) : NULL;
	char *now, *text;
	size_t changed = 0;

	if (!field)
		return;
	now = date_time_format(environment_now());
	if (change_give(ui, &stamping->meant, field, now, &changed)) {
		text = change_told(ui, &stamping->meant, changed, field);
		ui_message(ui, "%s", text);
		free(text);
	}
	free(now);
}

static void release(void *user)
{
	meant_free(&((struct stamping *)user)->meant);
	free(user);
}

void stamp_open(struct ui *ui, const struct register_def *def, const struct meant *meant)
{
	struct stamping *stamping;
	struct pick pick = { .fill = fill, .then = taken, .release = release };

	if (!def->hours) {
		ui_message(ui, _("Only incidents go hour by hour: here no moment is noted by a key."));
		return;
	}
	stamping = xcalloc(1, sizeof *stamping);
	stamping->def = def;
	stamping->meant = meant_copy(meant);
	pick.user = stamping;
	pick.title = _("It happens now");
	pick.empty = _("All its moments are noted already; {edit} changes them.");
	pick_view_open(ui, &pick);
}

enum answer list_stamp(struct ui *ui, struct view *view, const struct meant *meant)
{
	stamp_open(ui, browse_list(view)->query->def, meant);
	return ANSWER_DONE;
}
