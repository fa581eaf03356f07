/* Headings: a column is what people call it, and no word is two fields. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdlib.h>

#include "exchange/mapping.h"

static void start(void)
{
	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
}

TestSuite(headings, .init = start);

/* The name of the field; "ref", "uuid", "-" for what the program works out, NULL: nothing. */
static const char *known(const char *name, const char *text)
{
	struct headings *headings = headings_of(register_find(name));
	struct heading found;
	bool is = headings_find(headings, text, &found);

	headings_free(headings);
	if (!is)
		return NULL;
	return found.use == USE_FIELD  ? found.field->name
	       : found.use == USE_REF  ? "ref"
	       : found.use == USE_UUID ? "uuid"
				       : "-";
}

static void is(const char *name, const char *text, const char *expected)
{
	const char *got = known(name, text);

	cr_expect(
		got && strcmp(got, expected) == 0, "%s of %s: %s, not %s", text, name, got ? got : "nothing", expected);
}

Test(headings, names_labels_and_other_words)
{
	is("risk", "title", "title");
	is("risk", "  Title ", "title");
	is("risk", "CURRENT LIKELIHOOD", "current_likelihood");
	is("risk", "current_likelihood", "current_likelihood");
	is("risk", "Risk owner", "owner");
	is("risk", "Propriétaire du risque", "owner");
	is("risk", "PROPRIETAIRE DU RISQUE*", "owner");
	is("risk", "Likelihood (1-5)", "current_likelihood");
	is("risk", "Probabilité", "current_likelihood");
	is("risk", "Impact", "current_impact");
	is("risk", "ID", "ref");
	is("risk", "N°", "ref");
	is("risk", "Ref.", "ref");
	is("asset", "Title", "name");
	is("asset", "Asset owner", "owner");
	is("action", "Due date", "due");
	is("action", "Date d’échéance", "due");
	is("action", "Date d'échéance", "due");
	is("applicability", "Control", "control");
	is("person", "E-mail", "mail");
	is("risk", "Current level", "-");
	cr_expect_null(known("risk", "Colour"));
	cr_expect_null(known("risk", ""));
}

/* All registers; in a slow build (tests/run) one of three. */
static bool is_tried(size_t i)
{
	return !getenv("NORIA_TEST_SLOW") || i % 3 == 0;
}

Test(headings, every_label_is_its_field)
{
	size_t i, j;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; is_tried(i) && j < dictionary[i]->field_count; j++) {
			const struct field_def *field = &dictionary[i]->fields[j];

			is(dictionary[i]->name, field->name,
				field->flags & (FIELD_DERIVED | FIELD_INVERSE) ? "-" : field->name);
			if (!(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN)))
				is(dictionary[i]->name, field->label, field->name);
		}
}

/* Whether the field is one of the two that the word may be. */
static bool is_either(const char *name, const char *text, const struct field_def *field)
{
	struct headings *headings = headings_of(register_find(name));
	struct heading either[2];
	bool is = headings_either(headings, text, either) && either[0].field != either[1].field &&
		  (either[0].field == field || either[1].field == field);

	headings_free(headings);
	return is;
}

/* A word that two fields have is neither: it would not be found.  Those that say so are asked about. */
static void has_words(const struct register_def *def, const struct field_def *field)
{
	struct strings words = { 0 };
	const char *at = field->known_as;
	size_t i;

	while (at && *at) {
		size_t length = strcspn(at, "|");

		strings_take(&words, xstrndup(at, length));
		at += length + (at[length] == '|');
	}
	if (!(field->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN)))
		strings_add(&words, translation_in("fr", field->label));
	for (i = 0; i < words.count; i++) {
		const char *got;

		if (*words.items[i] == '?') {
			cr_expect(is_either(def->name, words.items[i] + 1, field), "%s of %s is one field alone",
				words.items[i], def->name);
			continue;
		}
		got = known(def->name, words.items[i]);

		/* In the SoA what is its control's says nothing of the line. */
		cr_expect(got && (strcmp(got, "-") == 0 || strcmp(got, field->name) == 0), "%s of %s: %s, not %s",
			words.items[i], def->name, got ? got : "nothing, or two fields", field->name);
	}
	strings_free(&words);
}

Test(headings, no_word_is_two_fields)
{
	size_t i, j;

	for (i = 0; dictionary[i]; i++)
		for (j = 0; is_tried(i) && j < dictionary[i]->field_count; j++)
			has_words(dictionary[i], &dictionary[i]->fields[j]);
}

Test(headings, what_many_registers_have_is_called_alike_in_all)
{
	const struct register_def *const *def;

	for (def = dictionary; *def; def++) {
		const struct field_def *status = register_field(*def, "status");

		if (!status || (status->flags & (FIELD_DERIVED | FIELD_INVERSE | FIELD_INTERNAL | FIELD_HIDDEN)))
			continue;
		is((*def)->name, "Statut", "status");
		is((*def)->name, "État", "status");
		if (!register_field(*def, "state"))
			is((*def)->name, "State", "status");
		is((*def)->name, "Status", "status");
	}
	is("training", "Prévue le", "planned");
	is("review", "Prévue le", "planned");
	is("audit", "Prévu le", "planned");
	is("incident", "Détecté le", "detected");
	is("document", "Date de révision", "review");
	is("policy", "Date de révision", "review");
	is("competence", "Achieved", "held");
	is("competence", "Niveau atteint", "held");
}

Test(headings, parts_of_a_name)
{
	static const struct {
		const char *heading;
		enum name_part part;
	} all[] = { { "Nom", NAME_PLAIN }, { "Name", NAME_PLAIN }, { "NOM DE FAMILLE", NAME_FAMILY },
		{ "Last name", NAME_FAMILY }, { "Surname", NAME_FAMILY }, { "Prénom", NAME_GIVEN },
		{ "First name", NAME_GIVEN }, { "Prénom du responsable", NAME_GIVEN },
		{ "Nom du responsable", NAME_PLAIN }, { "Nom et prénom", NAME_WHOLE },
		{ "Last name, first name", NAME_WHOLE }, { "Full name", NAME_WHOLE }, { "Nom complet", NAME_WHOLE },
		{ "Responsable", NAME_WHOLE }, { "Surnom", NAME_WHOLE } };
	size_t i;

	for (i = 0; i < sizeof all / sizeof all[0]; i++)
		cr_expect_eq(name_part_of(all[i].heading), all[i].part, "%s is %d", all[i].heading,
			(int)name_part_of(all[i].heading));
}
