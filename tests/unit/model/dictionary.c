/* What the dictionary says of registers, that nobody above has to know. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/register.h"

static size_t count_flag(enum register_flag flag)
{
	size_t i, count = 0;

	for (i = 0; dictionary[i]; i++)
		count += (dictionary[i]->flags & flag) != 0;
	return count;
}

Test(dictionary, one_is_of_people_and_one_is_single)
{
	size_t i, j;

	cr_expect_eq(count_flag(REGISTER_PEOPLE), 1);
	cr_expect_eq(count_flag(REGISTER_SINGLE), 1);
	cr_assert_not_null(register_people());
	cr_assert_not_null(register_single());
	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];

			if (field->type == &type_person)
				cr_expect_str_eq(field->target, register_people()->name, "%s.%s", dictionary[i]->name,
					field->name);
		}
}

Test(dictionary, no_panel_opens_on_two)
{
	size_t i, firsts[PHASE_COUNT + 1] = { 0 };

	for (i = 0; dictionary[i]; i++)
		if (dictionary[i]->flags & REGISTER_FIRST)
			firsts[dictionary[i]->phase]++;
	for (i = 0; i <= PHASE_COUNT; i++)
		cr_expect_leq(firsts[i], i < PHASE_COUNT);
}

Test(dictionary, what_answers_does_so_by_one_required_reference_and_composes_its_ref)
{
	const struct register_def *control = register_find("control");
	size_t i, j, answering = 0;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		size_t fields = 0;

		for (j = 0; j < def->field_count; j++)
			if (def->fields[j].flags & FIELD_ANSWERS) {
				fields++;
				cr_expect_eq(def->fields[j].flags & (FIELD_REQUIRED | FIELD_FIXED),
					FIELD_REQUIRED | FIELD_FIXED);
				cr_expect_eq(def->fields[j].type->storage, STORED_REFERENCE);
			}
		cr_expect_leq(fields, 1);
		answering += fields;
		cr_expect_eq(register_answers(def) != NULL, fields == 1);
		if (!fields)
			continue;
		cr_expect_not_null(def->ref_of);
		cr_expect_eq(register_answered_by(register_find(register_answers(def)->target)), def);
	}
	cr_expect_eq(answering, 1);
	cr_expect_not_null(register_answered_by(control));
	cr_expect_null(register_answered_by(register_people()));
}

Test(dictionary, the_fields_that_flags_speak_of_are_there)
{
	size_t i, j;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];

		if (def->flags & REGISTER_BY_NAME)
			cr_expect_not_null(register_title(def), "%s", def->name);
		if (def->flags & REGISTER_RATED)
			cr_expect_not_null(register_field(def, "residual_level"), "%s", def->name);
		if (def->flags & REGISTER_ATTACHMENT)
			cr_expect(register_field(def, "file") && register_field(def, "sha256"), "%s", def->name);
		if (def->named_by)
			cr_expect_not_null(register_field(def, def->named_by), "%s", def->name);
		for (j = 0; j < def->field_count; j++)
			if (def->fields[j].flags & FIELD_LOCAL)
				cr_expect(def->template_part, "%s.%s", def->name, def->fields[j].name);
	}
}

Test(dictionary, sections_name_fields_in_their_order_and_leave_none_out)
{
	size_t i, j, several = 0;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		const struct section_def *section;
		int before = -1;

		if (!def->sections) {
			/* Ten fields are seen at once; what it is called elsewhere is read by who looks for it. */
			for (j = several = 0; j < def->field_count; j++)
				several += !(def->fields[j].flags & (FIELD_INTERNAL | FIELD_HIDDEN | FIELD_SNAPSHOT |
									    FIELD_DERIVED | FIELD_EXTERNAL));
			cr_expect_leq(several, 10, "%s has no sections", def->name);
			cr_expect_null(register_section(def, 0));
			continue;
		}
		cr_expect_str_eq(def->sections[0].first, def->fields[0].name, "%s", def->name);
		for (section = def->sections; section->first; section++) {
			int index = register_field_index(def, section->first);

			cr_expect_gt(
				index, before, "%s: %s is no field, or not in its place", def->name, section->first);
			cr_expect(section->heading && *section->heading, "%s: %s", def->name, section->first);
			cr_expect_eq(register_section(def, (size_t)index), section);
			if (index > 0)
				cr_expect_eq(register_section(def, (size_t)index - 1), section - 1);
			before = index;
		}
		cr_expect_geq(section - def->sections, 2, "%s: one section parts nothing", def->name);
		cr_expect_eq(register_section(def, def->field_count - 1), section - 1);
	}
}

Test(dictionary, each_stands_after_those_that_its_records_need)
{
	const struct register_def **order = registers_by_reference();
	size_t i, j, k, count = register_index(NULL);

	for (i = 0; order[i]; i++)
		for (j = 0; j < order[i]->field_count; j++) {
			const struct field_def *field = &order[i]->fields[j];
			bool stands = false;

			if (!field_is_reference(field) || !(field->flags & FIELD_REQUIRED) ||
				strcmp(field->target, order[i]->name) == 0)
				continue;
			for (k = 0; k < i; k++)
				stands = stands || strcmp(order[k]->name, field->target) == 0;
			cr_expect(stands, "%s needs %s", order[i]->name, field->target);
		}
	cr_expect_eq(i, count);
	for (i = 0; dictionary[i]; i++) {
		for (k = 0; order[k] && order[k] != dictionary[i]; k++)
			;
		cr_expect_eq(order[k], dictionary[i]);
	}
	free(order);
}

Test(dictionary, each_register_ends_with_what_its_records_are_called_elsewhere)
{
	size_t i, j, count;

	for (i = 0; dictionary[i]; i++) {
		const struct register_def *def = dictionary[i];
		const struct field_def *last = &def->fields[def->field_count - 1];

		for (j = count = 0; j < def->field_count; j++)
			count += (def->fields[j].flags & FIELD_EXTERNAL) != 0;
		cr_expect_eq(count, 1, "%s", def->name);
		cr_expect_str_eq(
			last->name, "external", "%s ends with %s; write EXTERNAL_ID last", def->name, last->name);
		cr_expect_eq(last->flags & (FIELD_COLUMN | FIELD_SORT | FIELD_SEARCH), FIELD_SEARCH, "%s", def->name);
		cr_expect_not(field_stands(def, last), "%s", def->name);
	}
}
