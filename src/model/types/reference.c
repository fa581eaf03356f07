/* References to one record and to several: refs separated by commas.  Whether they exist is the store's to say. */
#include "model/reference.h"
#include "model/types/parts.h"

static bool parse_several(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	struct strings elements = { 0 }, kept = { 0 };
	size_t i;

	(void)field;
	(void)context;
	(void)error;
	strings_split(&elements, text);
	for (i = 0; i < elements.count; i++)
		if (!strings_contain(&kept, elements.items[i]))
			strings_add(&kept, elements.items[i]);
	*value = kept.count ? strings_join(&kept, ",") : NULL;
	strings_free(&elements);
	strings_free(&kept);
	return true;
}

char *reference_plain(const char *text)
{
	char *plain = text_plain_blanks(text), *hyphens = text_hyphens(plain);

	/* A dash within words is theirs. */
	if (strcmp(plain, hyphens) != 0 && !strchr(hyphens, ':') && register_ref_form(hyphens)) {
		free(plain);
		return hyphens;
	}
	free(hyphens);
	return plain;
}

static bool parse_one(const struct field_def *field, const struct model_context *context, const char *text,
	char **value, struct error *error)
{
	(void)field;
	(void)error;
	*value = context && context->reading.file_form ? xstrdup(text) : reference_plain(text);
	return true;
}

static char *format_several(const struct field_def *field, const struct model_context *context, const char *value)
{
	struct strings elements = { 0 };
	size_t i;
	char *text;

	(void)field;
	strings_split(&elements, value);
	for (i = 0; i < elements.count; i++) {
		char *elsewhere = reference_elsewhere(elements.items[i], context, REFERENCE_WHOLE);

		if (elsewhere) {
			free(elements.items[i]);
			elements.items[i] = elsewhere;
		}
	}
	text = strings_join(&elements, ", ");
	strings_free(&elements);
	return text;
}

const struct field_type type_reference = {
	.name = "reference",
	.storage = STORED_REFERENCE,
	.editor = EDIT_RECORD,
	.width = 20,
	.length = 2000,
	.parse = parse_one,
	.format = format_several,
	.compare = compare_text,
};

const struct field_type type_person = {
	.name = "person",
	.storage = STORED_REFERENCE,
	.editor = EDIT_RECORD,
	.width = 12,
	.length = 2000,
	.parse = parse_one,
	.format = format_several,
	.compare = compare_text,
};

const struct field_type type_references = {
	.name = "references",
	.storage = STORED_LINKS,
	.editor = EDIT_RECORDS,
	.width = 16,
	.length = 100000,
	.parse = parse_several,
	.format = format_several,
	.compare = compare_text,
};

const struct field_type type_control = {
	.name = "controls",
	.storage = STORED_LINKS,
	.editor = EDIT_RECORDS,
	.width = 16,
	.length = 100000,
	.parse = parse_several,
	.format = format_several,
	.compare = compare_text,
};

const char *register_owner(const struct register_def *def)
{
	const struct field_def *owner = register_field(def, "owner");
	size_t i;

	if (def->owner)
		return def->owner;
	for (i = 0; !owner && i < def->field_count; i++)
		if (def->fields[i].type == &type_person)
			owner = &def->fields[i];
	return owner && owner->type == &type_person ? owner->name : NULL;
}
