/* What a closed record kept, line by line, as the view of the record shows it. */
#include <stdlib.h>
#include <string.h>

#include "model/frozen.h"
#include "tui/internal.h"

/* One record of the copy: its ref and title, below them what is filled of the rest, in the words of then. */
static void add_row(const struct frozen *frozen, const struct json *row, const char *label, frozen_line add, void *user)
{
	const struct field_def *title = register_title(frozen->of);
	const char *name = title ? frozen_value(frozen, row, title->name) : NULL,
		   *ref = frozen_value(frozen, row, "ref");
	char *head = name ? xasprintf("%s %s", ref ? ref : "", name) : xstrdup(ref);
	struct buffer rest = { 0 };
	size_t i;

	for (i = 0; i < frozen->columns.count; i++) {
		const struct field_def *field = register_field(frozen->of, frozen->columns.items[i]);
		const char *value = frozen_value(frozen, row, frozen->columns.items[i]);
		char *text;

		if (!field || field == title || !value)
			continue;
		text = frozen_text(frozen, field, value, ", ", REFERENCE_READ);
		buffer_add(&rest, rest.length ? " \xc2\xb7 " : "");
		buffer_printf(&rest, _("%s: %s"), _(field->label), text);
		free(text);
	}
	add(user, label, head ? head : "");
	if (rest.length)
		add(user, "", rest.data);
	buffer_free(&rest);
	free(head);
}

void frozen_lines(const struct record *record, const char *label, frozen_line add, void *user)
{
	const struct model_context *context;
	struct error error = { 0 };
	struct frozen *frozen = frozen_read(
		record->def, record_get(record, record->def->snapshot.copy), environment_language(), &error);
	size_t i;

	if (!frozen) {
		add(user, label, error.message);
		error_clear(&error);
		return;
	}
	context = &frozen->context;
	if (context->method.title) {
		char *level = method_level_text(context, context->method.threshold),
		     *text = xasprintf(
			     _("Rated by the method %s; risks up to %s may be kept."), context->method.title, level);

		add(user, label, text);
		label = "";
		free(text);
		free(level);
	}
	for (i = 0; i < frozen->count; i++, label = "") {
		struct json *row = frozen_row(frozen, i);

		add_row(frozen, row, label, add, user);
		json_free(row);
	}
	frozen_free(frozen);
}
