/* The others who have the file open, for the top line. */
#include <string.h>

#include "tui/internal.h"

static bool named_before(const struct presences *others, size_t index)
{
	size_t i;

	for (i = 0; i < index; i++)
		if (strcmp(others->items[i].login, others->items[index].login) == 0)
			return true;
	return false;
}

char *ui_others_text(const struct ui *ui)
{
	struct buffer text = { 0 };
	const char *separator = " ";
	size_t i;

	if (!ui->others.count)
		return xstrdup("");
	/* TRANSLATORS: how many others have the file open; their logins follow */
	buffer_printf(&text, ngettext("%zu other:", "%zu others:", ui->others.count), ui->others.count);
	for (i = 0; i < ui->others.count; i++) {
		if (named_before(&ui->others, i))
			continue;
		buffer_printf(&text, "%s%s", separator, ui->others.items[i].login);
		separator = ", ";
	}
	return buffer_take(&text);
}
