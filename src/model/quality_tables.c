/* The tables of the checks, one after the other. */
#include <string.h>

#include "model/quality_tables.h"

static const struct quality_check *const tables[] = { quality_of_risks, quality_of_controls, quality_of_records,
	quality_of_audits, quality_of_follow, quality_of_duties, quality_of_do, NULL };

static const struct quality_check *at(size_t place)
{
	size_t i, j;

	for (i = 0; tables[i]; i++)
		for (j = 0; tables[i][j].name; j++)
			if (place-- == 0)
				return &tables[i][j];
	return NULL;
}

size_t quality_place(const struct quality_check *check)
{
	size_t place = 0;

	while (at(place) && at(place) != check)
		place++;
	return place;
}

const struct quality_check *quality_next(const struct quality_check *check)
{
	return check ? at(quality_place(check) + 1) : at(0);
}

const struct quality_check *quality_find(const char *name)
{
	const struct quality_check *check = NULL;

	while ((check = quality_next(check)) && strcmp(check->name, name) != 0)
		;
	return check;
}
