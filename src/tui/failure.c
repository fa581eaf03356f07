/*
 * What a view could not read.  It is said in the list's place where there is nothing
 * to keep; where there is, that stays in sight and the message line says why it is
 * no newer.  Nothing that could not be read looks like nothing.
 */
#include <stdlib.h>

#include "tui/internal.h"

void failure_take(struct ui *ui, struct failure *failure, struct error *error, bool keeps)
{
	if (!error->kind)
		error_set(error, ERROR_SYSTEM, _("This could not be read."));
	failure_forget(failure);
	if (keeps)
		ui_error(ui, error);
	else
		failure->sentence = error_text(error);
	error_clear(error);
}

void failure_forget(struct failure *failure)
{
	free(failure->sentence);
	failure->sentence = NULL;
}

bool failure_draw(const struct failure *failure, struct area area)
{
	int width = area.width - 6 > 60 ? 60 : area.width - 6, used;
	char *again;

	if (!failure->sentence)
		return false;
	used = draw_wrapped((struct area){ area.top + 2, area.left + 3, area.height - 3, width }, STYLE_ERROR,
		failure->sentence, false);
	again = xasprintf(_("%s reads it again."), command_key("redraw", NULL));
	draw_wrapped((struct area){ area.top + 3 + used, area.left + 3, area.height - 4 - used, width }, STYLE_DIM,
		again, false);
	free(again);
	return true;
}

int64_t failure_count(struct ui *ui, const struct query *query)
{
	struct error error = { 0 };
	int64_t count = store_count(ui->store, query, &error);

	if (count < 0)
		ui_error(ui, &error);
	error_clear(&error);
	return count;
}

char *count_text(int64_t count)
{
	return count < 0 ? xstrdup("?") : xasprintf("%lld", (long long)count);
}
