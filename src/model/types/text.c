/* Text of one line and of several. */
#include "model/types/parts.h"

const struct field_type type_text = {
	.name = "text",
	.label = N_("text"),
	.storage = STORED_TEXT,
	.editor = EDIT_LINE,
	.natural_key = true,
	.width = 30,
	.length = 500,
	.parse = parse_plain,
	.format = format_plain,
	.compare = compare_text,
};

const struct field_type type_long_text = {
	.name = "long text",
	.label = N_("long text"),
	.storage = STORED_TEXT,
	.editor = EDIT_TEXT,
	.natural_key = true,
	.width = 40,
	.length = 100000,
	.parse = parse_plain,
	.format = format_plain,
	.compare = compare_text,
};
