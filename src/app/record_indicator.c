/* A value of an indicator, recorded: a measurement. */
#include <stdlib.h>

#include "app/record_parts.h"

bool record_measurement(const struct recording *recording, struct error *error)
{
	struct record *measurement;
	double number;
	char *value;
	bool ok;

	if (!record_number(recording, &number, error))
		return false;
	measurement = record_empty(register_find("measurement"));
	value = number_format_real(number);
	record_set(measurement, "indicator", recording->of->ref);
	record_set(measurement, "at", recording->at);
	record_set(measurement, "value", value);
	record_set(measurement, "note", recording->note);
	record_set(measurement, "evidence", recording->evidence);
	record_signs(recording, measurement);
	ok = action_add(recording->action, measurement, error);
	free(value);
	record_free(measurement);
	return ok;
}
