/* Which columns of a list find room side by side, and how much each has. */
#include <stdlib.h>

#include "base/lib.h"

/* The places of the wishes in the order in which they stay; the caller frees. */
static size_t *in_order(const struct column_wish *wishes, size_t count)
{
	size_t *order = xcalloc(count ? count : 1, sizeof *order), i, j;

	for (i = 0; i < count; i++) {
		for (j = i; j > 0 && wishes[order[j - 1]].rank > wishes[i].rank; j--)
			order[j] = order[j - 1];
		order[j] = i;
	}
	return order;
}

static int widen(struct column_wish *wish, int wanted, int rest)
{
	int more = wanted - wish->width;

	if (more > rest)
		more = rest;
	if (!wish->width || more <= 0)
		return rest;
	wish->width += more;
	return rest - more;
}

size_t columns_fit(struct column_wish *wishes, size_t count, int width, int gap)
{
	size_t *order = in_order(wishes, count), out = 0, i;
	int rest = width;

	for (i = 0; i < count; i++) {
		struct column_wish *wish = &wishes[order[i]];
		int before = i ? gap : 0;

		wish->width = wish->least + before <= rest ? wish->least : i ? 0 : rest;
		if (wish->width)
			rest -= wish->width + before;
		else
			out++;
	}
	for (i = 0; i < count; i++)
		rest = widen(&wishes[order[i]], wishes[order[i]].good, rest);
	for (i = 0; i < count; i++)
		rest = widen(&wishes[order[i]], wishes[order[i]].most, rest);
	free(order);
	return out;
}
