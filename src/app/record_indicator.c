/* A value of an indicator, recorded: a measurement. */
#include <stdlib.h>
#include <string.h>

#include "app/consequence.h"
#include "app/indicators.h"
#include "app/record_parts.h"

/* What the program counts nobody enters; a value that it counted may be corrected, which says so. */
static bool is_entered(const struct record *indicator, const struct record *measurement, struct error *error)
{
	return !indicator || !record_get(indicator, "formula") || record_get(measurement, "corrects") ||
	       error_set_field(error, ERROR_INVALID, "value",
		       /* TRANSLATORS: %s is an indicator */
		       _("The program counts %s by its formula at the end of each period, and at once by `noria record FILE %s count`; what it counted may be corrected by a measurement that names it (corrects)."),
		       indicator->ref, indicator->ref);
}

bool measurement_by_hand(struct store *store, struct record *measurement, struct error *error)
{
	const char *of = record_get(measurement, "indicator");
	struct record *indicator;
	bool ok;

	if (measurement->def != register_find("measurement") || !of)
		return true;
	indicator = store_record_by_ref(store, of, NULL);
	ok = is_entered(indicator, measurement, error);
	record_free(indicator);
	return ok;
}

bool record_measurement(const struct recording *recording, struct error *error)
{
	const char *status = record_get(recording->of, "status");
	struct record *measurement;
	double number;
	char *value;
	bool ok;

	if (status && strcmp(status, "retired") == 0)
		return error_set(error, ERROR_INVALID, _("%s is retired; nothing is recorded for it any more."),
			recording->of->ref);
	if (strcmp(recording->value, "count") == 0) {
		bool known;

		if (recording->dated && record_get(recording->of, "formula"))
			return error_set_field(error, ERROR_INVALID, "at",
				_("What the program counts is counted now; a value of another time is written by hand, as a measurement that names what it corrects."));
		return indicator_count(recording->action, recording->store, recording->of, true, &known, error);
	}
	measurement = record_empty(register_find("measurement"));
	record_set(measurement, "indicator", recording->of->ref);
	/* What stands beside the number must fit the unit of the indicator. */
	if (!record_number(recording, &number, error) ||
		!store_parse(recording->store, measurement, register_field(measurement->def, "value"), recording->value,
			&value, error)) {
		record_free(measurement);
		return false;
	}
	record_set(measurement, "at", recording->at);
	record_set(measurement, "value", value);
	record_set(measurement, "note", recording->note);
	record_set(measurement, "evidence", recording->evidence);
	record_signs(recording, measurement);
	ok = is_entered(recording->of, measurement, error) && action_add(recording->action, measurement, error);
	free(value);
	record_free(measurement);
	return ok;
}
