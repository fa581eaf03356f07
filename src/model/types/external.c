/* The numbers that a record has in other programs and tables: "SOURCE: ID" or an id alone, parted by commas. */
#include "model/types/parts.h"

/* One of them with single blanks, and one behind the colon after its source; NULL: nothing. */
static char *clean(const char *text, size_t length)
{
	struct buffer out = { 0 };
	bool blank = false;
	size_t i;

	for (i = 0; i < length; i++) {
		if (strchr(" \t", text[i])) {
			blank = out.length > 0;
			continue;
		}
		if (blank)
			buffer_add_char(&out, ' ');
		blank = false;
		buffer_add_char(&out, text[i]);
	}
	if (!out.length) {
		buffer_free(&out);
		return NULL;
	}
	return buffer_take(&out);
}

void external_split(struct strings *ids, const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ",;|\n");
		char *id = clean(text, length);

		if (id && !strings_contain(ids, id))
			strings_take(ids, id);
		else
			free(id);
		text += length + (text[length] != '\0');
	}
}

const char *external_id(const char *external)
{
	const char *colon = strstr(external, ": ");

	return colon && colon != external && colon[2] ? colon + 2 : external;
}

static bool parse_external(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct strings ids = { 0 };

	(void)field;
	(void)context;
	(void)error;
	external_split(&ids, text);
	*value = ids.count ? strings_join(&ids, ", ") : NULL;
	strings_free(&ids);
	return true;
}

const struct field_type type_external = {
	.name = "ids",
	.label = N_("ids"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.width = 20,
	.length = 2000,
	.parse = parse_external,
	.format = format_plain,
	.compare = compare_text,
};
