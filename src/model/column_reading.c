/* What a column shows of its dates and numbers. */
#include "model/column_reading.h"

void column_reading_see(struct column_reading *column, const char *cell)
{
	if (*cell)
		column->cells++;
}

bool column_reading_decide(const struct column_reading *column, struct reading_form *reading, char **sentence)
{
	*reading = column->given;
	reading->table = true;
	reading->since_1904 = column->since_1904;
	*sentence = NULL;
	return true;
}
