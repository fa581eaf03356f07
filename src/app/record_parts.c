/* What the kinds of recording share. */
#include <stdlib.h>
#include <string.h>

#include "app/record_parts.h"

bool record_number(const struct recording *recording, double *number, struct error *error)
{
	struct reading_form form = { .certain = true };
	struct number_reading read;
	char *shown;

	switch (number_read(recording->value, &form, &read)) {
	case READING_NONE:
	case READING_EITHER:
		shown = text_cut(recording->value, 40);
		error_set_field(error, ERROR_INVALID, "value", _("%s is no number; write it as 12.5."), shown);
		free(shown);
		return false;
	default:
		*number = read.value;
		return true;
	}
}

/* The person whose login runs this; NULL: nobody's. */
static char *person_of_login(struct store *store)
{
	static const char *const columns[] = { "ref" };
	struct query *query = query_new(register_people());
	struct window window = { .query = query, .columns = columns, .column_count = 1, .count = 2 };
	struct rows rows = { 0 };
	char *ref = NULL;

	query_add(query, "login", OP_EQUAL, environment_login());
	if (store_window(store, &window, &rows, NULL) && rows.count == 1)
		ref = xstrdup(rows.items[0].ref);
	rows_free(&rows);
	query_free(query);
	return ref;
}

void record_signs(const struct recording *recording, struct record *record)
{
	char *person = person_of_login(recording->store), *login = text_printable(environment_login(), false);

	record_set(record, "by", person);
	if (!person)
		record_set(record, "login", login);
	free(login);
	free(person);
}
