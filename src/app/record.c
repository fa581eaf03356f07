/* Recording a value: what is common to checks and indicators. */
#include <stdlib.h>
#include <string.h>

#include "app/record.h"
#include "app/record_parts.h"

static const struct kind {
	const char *of, *made; /* the register of what is measured or checked, and of what is recorded of it */
	bool (*add)(const struct recording *recording, struct error *error);
} kinds[] = {
	{ "check", "execution", record_execution },
	{ "indicator", "measurement", record_measurement },
};

static const struct kind *kind_of(const struct record *record)
{
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (strcmp(record->def->name, kinds[i].of) == 0)
			return &kinds[i];
	return NULL;
}

static char *moment_of(
	struct store *store, const struct register_def *made, const char *text, const char *now, struct error *error)
{
	const struct field_def *field = register_field(made, "at");
	char *at = NULL;

	if (!text)
		return xstrdup(now);
	if (!*text) {
		error_set_field(error, ERROR_INVALID, "at", _("%s must not be empty."), _(field->label));
		return NULL;
	}
	/* That it has come is asked where it is written (FIELD_HAPPENED). */
	return app_parse_value(store, NULL, field, text, &at, error) ? at : NULL;
}

static bool add_value(struct recording *recording, const char *ref, const char *at, const char *note,
	const char *evidence, struct error *error)
{
	struct store *store = recording->store;
	struct record *of = store_record_by_ref(store, ref, error);
	const struct kind *kind = of ? kind_of(of) : NULL;
	const struct register_def *made = kind ? register_find(kind->made) : NULL;
	char *moment = NULL, *said = NULL, *shows = NULL, *now = date_time_format(environment_now());
	bool ok = kind != NULL;

	if (of && !kind)
		error_set(error, ERROR_INVALID,
			_("%s is neither a security check nor an indicator; values are recorded for these."), of->ref);
	if (ok) {
		moment = moment_of(store, made, at, now, error);
		ok = moment &&
		     (!note || !*note ||
			     app_parse_value(store, NULL, register_field(made, "note"), note, &said, error)) &&
		     (!evidence || !*evidence ||
			     app_parse_value(store, NULL, register_field(made, "evidence"), evidence, &shows, error));
	}
	if (ok) {
		recording->of = of;
		recording->at = moment;
		recording->dated = at != NULL;
		recording->note = said;
		recording->evidence = shows;
		ok = kind->add(recording, error);
	}
	free(now);
	free(moment);
	free(said);
	free(shows);
	record_free(of);
	return ok;
}

bool record_value(struct store *store, const char *ref, const char *value, const char *at, const char *note,
	const char *evidence, struct error *error)
{
	struct recording recording = { .store = store, .value = value };

	recording.action = action_begin(store, "record", error);
	if (!recording.action)
		return false;
	return action_end(recording.action, add_value(&recording, ref, at, note, evidence, error), error);
}
