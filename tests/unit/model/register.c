/* What refs look like, what values are called, and references to records of other files. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "model/field_type.h"
#include "model/record.h"
#include "model/register.h"
#include "model/rules.h"

Test(register, what_has_the_form_of_a_ref_is_never_taken_for_a_name)
{
	static const char *const refs[] = { "R-12", "r-1", "AS-1", "2022:A.5.1", "soa:2022:A.5.1", "own:1" };
	static const char *const names[] = { "R-", "R-12a", "R12", "Q-12", "12", "Ada Keeper", "Note: read this", "-1",
		"X", "RR-1", "", "Risk", "AS", "R-1 2" };
	size_t i;

	for (i = 0; i < sizeof refs / sizeof refs[0]; i++)
		cr_expect(register_ref_form(refs[i]), "%s", refs[i]);
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		cr_expect(!register_ref_form(names[i]), "%s", names[i]);
}

Test(register, no_two_fields_have_one_name)
{
	size_t i, j, k;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; j < dictionary[i]->field_count; j++)
			for (k = 0; k < j; k++)
				cr_expect(strcmp(dictionary[i]->fields[j].name, dictionary[i]->fields[k].name) != 0,
					"%s.%s", dictionary[i]->name, dictionary[i]->fields[j].name);
}

Test(register, a_key_is_shown_by_its_label)
{
	const struct field_def *status = register_field(register_find("incident"), "status");
	size_t i;

	for (i = 0; status->choices[i].key; i++)
		cr_expect_str_eq(choice_label(status, status->choices[i].key), status->choices[i].label);
	cr_expect_str_eq(choice_label(status, "of another edition"), "of another edition");
	cr_expect_str_eq(choice_label(register_field(register_find("incident"), "title"), "open"), "open");
}

Test(register, a_field_is_shown_in_the_language_that_it_has)
{
	const struct register_def *control = register_find("control");
	const struct field_def *title = register_title(control);

	cr_expect_str_eq(title->name, "title");
	cr_expect_str_eq(field_in_language(control, title, "fr")->name, "title_fr");
	cr_expect_eq(field_in_language(control, title, "en"), title);
	cr_expect_eq(field_in_language(control, title, "de"), title);
	cr_expect_eq(field_in_language(control, title, NULL), title);
	cr_expect_eq(register_field_index(control, "no such field"), -1);
	cr_expect_null(register_field(control, "titl"));
	cr_expect_null(register_find("no such register"));
}

Test(register, standing_follows_the_status)
{
	const struct register_def *incident = register_find("incident"), *acceptance = register_find("acceptance");

	cr_expect(status_is_frozen(incident, "closed"));
	cr_expect(!status_is_frozen(incident, "resolved"));
	cr_expect(status_is_frozen(acceptance, "accepted"));
	cr_expect(!status_is_frozen(acceptance, NULL));
	cr_expect(!status_is_frozen(acceptance, "draft"));
}

/* Of "{register|uuid|ref|title}" every part comes back, whatever stands in it. */
Test(unresolved, every_text_comes_back)
{
	static const char *const titles[] = { "Plain", "", "100%", "100% sure", "%4", "%41", "%zz", "%4z and %z4",
		"%7c", "a|b{c}d,e\nf\rg\th", "%", "%%", "Zèbre" };
	size_t i;

	for (i = 0; i < sizeof titles / sizeof titles[0]; i++) {
		struct unresolved link = { (char *)"risk", (char *)"u-1", (char *)"R-1", (char *)titles[i] }, again;
		char *text = unresolved_format(&link);

		cr_expect(!strpbrk(text, ",\n\r\t"), "%s", text);
		cr_assert(unresolved_parse(text, &again), "%s", text);
		cr_expect_str_eq(again.register_name, "risk");
		cr_expect_str_eq(again.uuid, "u-1");
		cr_expect_str_eq(again.ref, "R-1");
		cr_expect_str_eq(again.title, titles[i]);
		unresolved_free(&again);
		free(text);
	}
}

/* A percent sign that is no code was written by a person: it stays. */
Test(unresolved, what_is_no_code_is_text)
{
	static const struct {
		const char *element, *title;
	} cases[] = {
		{ "{risk|u|R-1|%4}", "%4" },
		{ "{risk|u|R-1|%}", "%" },
		{ "{risk|u|R-1|%zz}", "%zz" },
		{ "{risk|u|R-1|%4z}", "%4z" },
		{ "{risk|u|R-1|%z4}", "%z4" },
		{ "{risk|u|R-1|5%41}", "5A" },
		{ "{risk|u|R-1|5%30%0a6}", "50\n6" },
		{ "{|||}", "" },
	};
	static const char *const plain[] = { "R-1", "{risk|u|R-1}", "{risk|u|R-1|x", "risk|u|R-1|x}", "{||}", "{}",
		"" };
	struct unresolved link;
	size_t i;

	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		cr_assert(unresolved_parse(cases[i].element, &link), "%s", cases[i].element);
		cr_expect_str_eq(link.title, cases[i].title);
		unresolved_free(&link);
	}
	for (i = 0; i < sizeof plain / sizeof plain[0]; i++)
		cr_expect(!unresolved_parse(plain[i], &link), "%s", plain[i]);
}

/* A file has its keys; a person types keys or labels, in whatever case. */
Test(choice, a_file_has_keys_and_people_type_labels)
{
	const struct field_def *status = register_field(register_find("applicability"), "status");
	struct model_context file = { .reading = { .file_form = true } },
			     person = { .reading = { .file_form = false } };
	struct error error = { 0 };
	size_t i, j;

	for (i = 0; status->choices[i].key; i++) {
		const struct choice *choice = &status->choices[i];
		const char *const typed[] = { choice->key, choice->label };
		char *value;

		cr_assert(field_parse(status, &file, choice->key, &value, &error), "%s", choice->key);
		cr_expect_str_eq(value, choice->key);
		free(value);
		if (strcmp(choice->key, choice->label) != 0) {
			cr_expect(!field_parse(status, &file, choice->label, &value, &error), "%s", choice->label);
			error_clear(&error);
		}
		for (j = 0; j < 2; j++) {
			cr_assert(field_parse(status, &person, typed[j], &value, &error), "%s", typed[j]);
			cr_expect_str_eq(value, choice->key);
			free(value);
		}
	}
	cr_expect(!field_parse(status, &person, "no such thing", &(char *){ NULL }, &error));
	cr_expect_eq(error.kind, ERROR_INVALID);
	error_clear(&error);
}
