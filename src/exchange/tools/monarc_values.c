/* Values of MONARC's JSON, whatever is there. */
#include <limits.h>
#include <stdlib.h>

#include "exchange/tools/monarc.h"

const char *monarc_text(const struct json *object, const char *name)
{
	const struct json *member = json_member(object, name);

	return member && (member->type == JSON_STRING || member->type == JSON_NUMBER) && member->text ? member->text
												      : "";
}

int monarc_number(const struct json *object, const char *name)
{
	int64_t value;

	return number_parse_integer(monarc_text(object, name), &value) && value >= 0 && value <= INT_MAX ? (int)value
													 : -1;
}

int monarc_level(const struct monarc *monarc, int scale, const char *ours, int value)
{
	const struct scale *levels = context_scale(store_context(monarc->input->store), ours);
	int min = monarc->min[scale], max = monarc->max[scale];

	if (!levels || value < min || value > max || max - min + 1 != levels->count)
		return 0;
	return value - min + 1;
}

bool monarc_is_first(struct monarc *monarc, const char *name, const char *id)
{
	char *key = xasprintf("%s %s", name, id);
	size_t *place = tool_index_at(&monarc->known, key);
	bool first = *place == 0;

	*place = 1;
	free(key);
	return first;
}
