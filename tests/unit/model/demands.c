/* What a record must say is told before it is written, and all of it at once. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/demands.h"
#include "model/field_type.h"
#include "model/rules.h"

static bool is_choice(const struct field_def *field, const char *value)
{
	struct choice *choices = field->type->choices(field, NULL);
	bool found = false;
	size_t i;

	for (i = 0; choices[i].key; i++)
		found = found || strcmp(choices[i].key, value) == 0;
	choices_free(choices);
	return found;
}

Test(demands, speak_of_fields_and_values_that_there_are)
{
	size_t i, j, count = 0;

	for (i = 0; dictionary[i]; i++) {
		const struct demand *demand;

		for (demand = dictionary[i]->demands; demand && demand->sentence; demand++, count++) {
			const struct field_def *state = register_field(dictionary[i], demand->field);

			cr_assert(state, "%s.%s", dictionary[i]->name, demand->field);
			for (j = 0; demand->values && demand->values[j]; j++)
				cr_expect(
					is_choice(state, demand->values[j]), "%s=%s", demand->field, demand->values[j]);
			if (demand->also)
				cr_expect(is_choice(register_field(dictionary[i], demand->also), demand->as));
			cr_expect(demand->needed[0]);
			for (j = 0; demand->needed[j]; j++)
				cr_expect(register_field(dictionary[i], demand->needed[j]), "%s.%s",
					dictionary[i]->name, demand->needed[j]);
		}
	}
	cr_expect(count >= 10);
}

static void refused(const struct record *record, const char *field, const char *sentence)
{
	struct error error = { 0 };

	cr_expect_not(record_demands(record, &error));
	cr_expect_eq(error.kind, ERROR_INVALID);
	cr_expect_str_eq(error.field, field);
	cr_expect_str_eq(error.message, sentence);
	error_clear(&error);
}

Test(demands, names_all_that_is_missing_with_what_is_never_empty)
{
	struct record *record = record_empty(register_find("decision"));
	struct error error = { 0 };

	refused(record, "title", "Title must not be empty.");
	record_set(record, "title", "  ");
	refused(record, "title", "Title must not be empty.");
	record_set(record, "status", "decided");
	refused(record, "title",
		"A decision has its text, its day, and who took it in which function. Missing: Title, Date, What is decided, Signatory, Function.");
	record_set(record, "title", "We begin");
	record_set(record, "text", "We do.");
	record_set(record, "signatory", "P-1");
	record_set(record, "function", "Head");
	refused(record, "date", "A decision has its text, its day, and who took it in which function. Missing: Date.");
	record_set(record, "date", "2026-11-20");
	cr_expect(record_demands(record, &error), "%s", error.message);
	record_set(record, "status", "withdrawn");
	refused(record, "withdrawal", "What is withdrawn needs the reason. Missing: Reason of the withdrawal.");
	record_free(record);
}

Test(demands, of_a_register_alone_are_told_together)
{
	struct record *record = record_empty(register_find("waiver"));

	refused(record, "reason", "These must not be empty: Because, Quality check, Record, Expires on.");
	record_free(record);
}

Test(demands, hang_on_another_field_where_they_say_so)
{
	struct record *record = record_empty(register_find("acceptance"));

	record_set(record, "risk", "R-1");
	record_set(record, "status", "accepted");
	record_set(record, "kind", "plan");
	refused(record, "owner", "An approval has who approves and the day. Missing: Signatory, Date.");
	cr_expect_null(record_demand(record, register_field(record->def, "level")));
	record_set(record, "kind", "residual");
	cr_expect(record_demand(record, register_field(record->def, "level")));
	refused(record, "level",
		"An acceptance has the level, who accepts, the day and the day on which it expires. Missing: Level accepted, Signatory, Date, Expires on.");
	record_set(record, "level", "2");
	cr_expect_null(record_demand(record, register_field(record->def, "level")));
	record_set(record, "status", "prepared");
	cr_expect(record_demands(record, NULL));
	record_free(record);
}

Test(demands, of_a_field_that_is_filled_at_all)
{
	struct record *record = record_empty(register_find("issue"));

	record_set(record, "title", "Heat");
	record_set(record, "topic", "climate");
	cr_expect(record_demands(record, NULL));
	record_set(record, "relevant", "no");
	refused(record, "reason", "Whether climate change matters is determined with its reason. Missing: Reason.");
	record_set(record, "topic", "technology");
	cr_expect(record_demands(record, NULL));
	record_free(record);
}

Test(demands, are_told_when_a_record_is_checked)
{
	struct model_context context = { .time_zone = NULL };
	struct record *record = record_empty(register_find("scope"));
	struct error error = { 0 };

	record_set(record, "included", "no");
	cr_expect_not(record_validate(record, &context, &error));
	cr_expect_str_eq(error.field, "title");
	cr_expect(strstr(error.message, "Title") && strstr(error.message, "Justification"), "%s", error.message);
	error_clear(&error);
	record_free(record);
}
