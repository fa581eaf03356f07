/* The text of a reference. */
#include <stdlib.h>
#include <string.h>

#include "model/reference.h"

/* A control of the SoA's catalogue is known by its number: "A.5.1". */
static const char *short_ref(const struct model_context *context, const char *ref)
{
	const char *prefix = context->catalogue_prefix;
	size_t length = prefix ? strlen(prefix) : 0;

	return prefix && strncmp(ref, prefix, length) == 0 && ref[length] == ':' ? ref + length + 1 : ref;
}

static bool by_title_alone(const struct reference *reference, enum reference_form form)
{
	return form == REFERENCE_TITLE ||
	       (form == REFERENCE_READ && reference->def && (reference->def->flags & REGISTER_BY_NAME));
}

char *reference_text(const struct reference *reference, const struct model_context *context, enum reference_form form)
{
	bool shortened = form == REFERENCE_READ || form == REFERENCE_REF;
	const char *ref = shortened ? short_ref(context, reference->ref) : reference->ref;
	bool titled = form != REFERENCE_REF && reference->title && *reference->title;
	char *words = !titled                           ? xstrdup(ref)
		      : by_title_alone(reference, form) ? xstrdup(reference->title)
							: xasprintf("%s %s", ref, reference->title),
	     *text;

	switch (reference->state) {
	case REFERENCE_DELETED:
		/* TRANSLATORS: a reference to a record that was deleted since: its ref */
		text = xasprintf(_("%s (deleted)"), words);
		break;
	case REFERENCE_ELSEWHERE:
		/* TRANSLATORS: a reference to a record that this file does not hold: ref and title */
		text = xasprintf(_("%s (not in this file)"), words);
		break;
	default:
		return words;
	}
	free(words);
	return text;
}

char *reference_elsewhere(const char *element, const struct model_context *context, enum reference_form form)
{
	struct unresolved link;
	char *text;

	if (!unresolved_parse(element, &link))
		return NULL;
	text = reference_text(
		&(struct reference){ register_find(link.register_name), link.ref, link.title, REFERENCE_ELSEWHERE },
		context, form);
	unresolved_free(&link);
	return text;
}
