/* What carrying out a change of edition says in several places: own refs, joined texts. */
#include <stdlib.h>
#include <string.h>

#include "app/edition_parts.h"

char *edition_own_ref(const struct edition *plan, const struct edition_line *line)
{
	const char *colon = strchr(line->control, ':');

	(void)plan;
	/* "2005:6.1.1" becomes "own:2005.6.1.1": where it comes from stays to be seen. */
	return colon ? xasprintf("own:%.*s.%s", (int)(colon - line->control), line->control, colon + 1)
		     : xasprintf("own:%s", line->control);
}

void edition_join_texts(const struct edition_source *sources, size_t count, const char *field, struct record *line)
{
	const char *old = record_get(line, field), *first = record_get(sources[0].answer, field);
	struct buffer joined = { 0 };
	bool same = first && !old;
	size_t i;

	for (i = 0; i < count; i++)
		same = same && record_get(sources[i].answer, field) &&
		       strcmp(record_get(sources[i].answer, field), first) == 0;
	if (same) {
		record_set(line, field, first);
		return;
	}
	if (old)
		buffer_add(&joined, old);
	for (i = 0; i < count; i++) {
		const char *text = record_get(sources[i].answer, field);
		char *part = text ? xasprintf("%s: %s", sources[i].number, text) : NULL;

		/* Carried once already: a second time adds nothing. */
		if (part && !(old && (strcmp(old, text) == 0 || strstr(old, part))))
			buffer_printf(&joined, "%s%s", joined.length ? "\n" : "", part);
		free(part);
	}
	if (joined.length)
		record_set(line, field, joined.data);
	buffer_free(&joined);
}
