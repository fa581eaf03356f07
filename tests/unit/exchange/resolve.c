/* References, as people and spreadsheets write them: each text is the one record that is meant, or it is refused with the reason. */
#include <criterion/criterion.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "exchange/lib.h"

static char folder[512];
static struct store *store;
static struct action *action;

static const char *add(const char *name, ...) __attribute__((sentinel));
static const char *add(const char *name, ...)
{
	static char ref[64];
	struct record *record = record_new(register_find(name), "UTC");
	struct error error = { 0 };
	const char *field;
	va_list arguments;

	va_start(arguments, name);
	while ((field = va_arg(arguments, const char *))) {
		cr_assert(register_field(record->def, field), "%s.%s", name, field);
		record_set(record, field, va_arg(arguments, const char *));
	}
	va_end(arguments);
	cr_assert(action ? action_add(action, record, &error) : store_add(store, record, &error), "%s", error.message);
	snprintf(ref, sizeof ref, "%s", record->ref);
	record_free(record);
	return ref;
}

static void begin(void)
{
	struct error error = { 0 };

	action = action_begin(store, "add", &error);
	cr_assert(action, "%s", error.message);
}

static void start(void)
{
	static const char *const numbers[][3] = { { "A.5.1", "Policies for information security", "Politiques" },
		{ "A.5.10", "Acceptable use of assets", NULL }, { "A.5.2", "Roles and responsibilities", NULL },
		{ "A.5.3", "Segregation of duties", NULL },
		{ "A.8.31", "Separation of development, test and production", NULL } };
	struct store_new options = { .organisation = "Test", .time_zone = "UTC" };
	struct record *organisation;
	struct error error = { 0 };
	char *path;
	size_t i;

	cr_assert(setlocale(LC_CTYPE, "C.UTF-8"));
	snprintf(folder, sizeof folder, "%s/noria-resolve-XXXXXX", getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	cr_assert(mkdtemp(folder));
	setenv("XDG_STATE_HOME", folder, 1);
	path = xasprintf("%s/test.noria", folder);
	store = store_create(path, &options, &error);
	cr_assert(store, "%s", error.message);
	free(path);
	add("method", "identifier", "iso5x5", "title", "Five by five", "likelihoods", "5", "impacts", "5", "levels",
		"4", "grid", "1 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 3 4 4", "threshold", "2", NULL);
	add("catalogue", "identifier", "new", "prefix", "2022", "title", "New", NULL);
	add("catalogue", "identifier", "old", "prefix", "2013", "title", "Old", NULL);
	for (i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		add("control", "catalogue", "new", "number", numbers[i][0], "title", numbers[i][1], "title_fr",
			numbers[i][2], NULL);
	add("control", "catalogue", "old", "number", "A.5.1.1", "title", "Policies", NULL);
	add("requirement", "catalogue", "new", "number", "6", "title", "Planning", NULL);
	add("requirement", "catalogue", "new", "number", "5.1", "title", "Leadership", NULL);
	add("requirement", "catalogue", "new", "number", "6.1.3.d", "title", "Statement of Applicability", NULL);
	organisation = store_organisation(store, &error);
	record_set(organisation, "catalogue", "new");
	cr_assert(store_set(store, NULL, organisation, &error), "%s", error.message);
	record_free(organisation);
	add("person", "name", "Jeanne Roy", NULL);                                            /* P-1 */
	add("person", "name", "\xc3\x89lodie de la Tour", "external", "HR: 17", NULL);        /* P-2 */
	add("person", "name", "Jean-Pierre Blanc", "external", "HR: 18, GRC: 17", NULL);      /* P-3 */
	add("person", "name", "Marc Petit", NULL);                                            /* P-4 */
	add("person", "name", "Petit Marc", NULL);                                            /* P-5 */
	add("asset", "name", "Servers, racks and cables", "external", "CMDB: AST-001", NULL); /* AS-1 */
	add("asset", "name", "Servers", NULL);                                                /* AS-2 */
	add("asset", "name", "Laptop fleet", NULL);                                           /* AS-3 */
	add("threat", "title", "Theft of media", "title_fr", "Vol de supports", NULL);        /* T-1 */
}

static void stop(void)
{
	char *command = xasprintf("rm -rf '%s'", folder);

	if (action)
		action_rollback(action);
	action = NULL;
	store_close(store);
	cr_expect(system(command) == 0);
	free(command);
}

TestSuite(resolve, .init = start, .fini = stop);

/* The value, "" for none, or "! " and the sentence. */
static char *resolved(const char *name, const char *field, const char *text, const struct resolving *how)
{
	struct error error = { 0 };
	char *value = NULL, *answer;
	struct strings refs = { 0 };
	size_t i;
	bool ok = value_resolve(store, action, register_field(register_find(name), field), text, how, &value, &error);

	cr_expect_eq(ok, error.kind == ERROR_NONE, "%s", text);
	/* Refs as the store writes them. */
	if (value && field_is_reference(register_field(register_find(name), field))) {
		strings_split(&refs, value);
		for (i = 0; i < refs.count; i++) {
			struct record *record = store_record_by_ref(store, refs.items[i], NULL);

			cr_assert(record, "%s: %s", text, refs.items[i]);
			free(refs.items[i]);
			refs.items[i] = xstrdup(record->ref);
			record_free(record);
		}
		free(value);
		value = strings_join(&refs, ",");
		strings_free(&refs);
	}
	answer = ok ? xstrdup(value ? value : "") : xasprintf("! %s", error.message);
	free(value);
	error_clear(&error);
	return answer;
}

static void expect(
	const char *name, const char *field, const char *text, const struct resolving *how, const char *expected)
{
	char *answer = resolved(name, field, text, how);

	cr_expect_str_eq(answer, expected, "%s.%s=%s: %s", name, field, text, answer);
	free(answer);
}

Test(resolve, a_person_is_found_however_the_name_is_written)
{
	static const char *const spellings[] = { "Jeanne Roy", "jeanne roy", "Roy Jeanne", "Roy, Jeanne", "Jeanne  Roy",
		" Jeanne Roy ", "JEANNE ROY", "ROY, Jeanne", "P-1", "p-1" };
	static const char *const others[][2] = { { "elodie DE LA TOUR", "P-2" }, { "La Tour, \xc3\x89lodie de", "P-2" },
		{ "Jean Pierre Blanc", "P-3" }, { "blanc jean-pierre", "P-3" } };
	size_t i, within;

	for (within = 0; within < 2; within++) {
		for (i = 0; i < sizeof spellings / sizeof spellings[0]; i++) {
			char *answer = resolved("risk", "owner", spellings[i], NULL);

			cr_expect(strcasecmp(answer, "P-1") == 0, "%s: %s", spellings[i], answer);
			free(answer);
		}
		for (i = 0; i < sizeof others / sizeof others[0]; i++)
			expect("risk", "owner", others[i][0], NULL, others[i][1]);
		expect("risk", "owner", "Petit, Marc", NULL,
			"! Owner: several records are called \"Petit, Marc\"; give the ref.");
		if (!action)
			begin();
	}
}

/* What stands around a name says more of the person, and makes no other one. */
Test(resolve, a_person_is_known_by_mail_login_and_with_courtesy_or_function)
{
	static const char *const spellings[] = { "lea.noir@example.org", "LEA.NOIR@Example.org",
		"mailto:lea.noir@example.org",
		"L\xc3\xa9"
		"a Noir <lea.noir@example.org>",
		"\"Noir, L\xc3\xa9"
		"a\" <lea.noir@example.org>",
		"Someone else <lea.noir@example.org>", "lnoir", "DOMAIN\\LNoir",
		"Mme L\xc3\xa9"
		"a NOIR",
		"Ms. Lea Noir", "Lea Noir (RSSI)", "Lea NOIR - RSSI", "Lea Noir, RSSI", "Dr Lea Noir (RSSI)",
		"Lea Noir;" };
	static const char *const several[] = { "Lea Noir, Jeanne Roy", "Lea Noir et Jeanne Roy",
		"Lea Noir and Jeanne Roy", "Lea Noir / Jeanne Roy", "Lea Noir/Jeanne Roy", "Lea Noir + Jeanne Roy",
		"Lea Noir; Jeanne Roy" };
	static const char *const none[] = { "12", "0", "2026-12-31", "*", "..." };
	struct record *record;
	size_t i;

	add("person", "name",
		"L\xc3\xa9"
		"a Noir",
		"mail", "lea.noir@example.org", "login", "lnoir", NULL); /* P-6 */
	begin();
	for (i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		expect("risk", "owner", spellings[i], NULL, "P-6");
	for (i = 0; i < sizeof several / sizeof several[0]; i++) {
		char *answer = resolved("risk", "owner", several[i], NULL);

		cr_expect(strstr(answer, "Owner takes one"), "%s: %s", several[i], answer);
		free(answer);
	}
	for (i = 0; i < sizeof none / sizeof none[0]; i++) {
		char *answer = resolved("risk", "owner", none[i], NULL);

		cr_expect(strstr(answer, "is no name of a person; write the name"), "%s: %s", none[i], answer);
		free(answer);
	}
	expect("risk", "owner", "Mr Paul Neuf (DSI) <paul@example.org>", NULL, "P-7");
	record = store_record_by_ref(store, "P-7", NULL);
	cr_assert(record);
	cr_expect_str_eq(record_get(record, "name"), "Paul Neuf");
	cr_expect_str_eq(record_get(record, "function"), "DSI");
	cr_expect_str_eq(record_get(record, "mail"), "paul@example.org");
	record_free(record);
	expect("risk", "owner", "Paul NEUF", NULL, "P-7");
	expect("risk", "owner", "Mme Neuf", NULL, "P-8");
	expect("risk", "owner", "unknown.yet@example.org", NULL, "P-9");
	expect("risk", "owner", "Unknown.Yet@example.org", NULL, "P-9");
}

/* Of several numbers in a cell none is lost, whatever stands between them. */
Test(resolve, numbers_listed_with_other_signs_are_all_taken)
{
	static const char *const two[] = { "A.5.1 A.5.2", "A.5.1/A.5.2", "A.5.1 / 5.2", "A.5.1 & A.5.2",
		"A.5.1 + A.5.2", "A.5.1 et A.5.2", "A.5.1 and A.5.2", "A.5.1\tA.5.2", "A.5.1 - A.5.2",
		"5.1\xe2\x80\x93"
		"5.2",
		"\xe2\x80\xa2 A.5.1\n\xe2\x80\xa2 A.5.2", "- A.5.1\n- A.5.2", "1. A.5.1\n2. A.5.2", "A.5.1; * A.5.2" };
	static const char *const spellings[] = { "5,1", "A.5.01", "A.05.01", "5.01", "(A.5.1) Policies", "[A.5.1]",
		"Policies for information security (A.5.1)", "ISO 27001:2022 - A.5.1", "27001:A.5.1",
		"ISO27001:2022-A.5.1", "\xc2\xa7 5.1" };
	static const char *const lost[] = { "A.5.3 - A.5.1", "A.5.1, see 5.2" };
	size_t i;

	for (i = 0; i < sizeof two / sizeof two[0]; i++)
		expect("risk", "controls", two[i], NULL, "2022:A.5.1,2022:A.5.2");
	for (i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		expect("risk", "controls", spellings[i], NULL, "2022:A.5.1");
	expect("risk", "controls", "A.5.1 \xc3\xa0 A.5.3, 8.31", NULL, "2022:A.5.1,2022:A.5.2,2022:A.5.3,2022:A.8.31");
	for (i = 0; i < sizeof lost / sizeof lost[0]; i++) {
		char *answer = resolved("risk", "controls", lost[i], NULL);

		cr_expect(*answer == '!', "%s: %s", lost[i], answer);
		free(answer);
	}
	/* Of one control two are no answer, and neither is taken for it. */
	for (i = 0; i < 9; i++) {
		char *answer = resolved("applicability", "control", two[i], NULL);

		cr_expect(*answer == '!', "%s: %s", two[i], answer);
		free(answer);
	}
}

Test(resolve, an_id_from_elsewhere_finds_its_record)
{
	size_t within;

	for (within = 0; within < 2; within++) {
		expect("risk", "owner", "HR: 17", NULL, "P-2");
		expect("risk", "owner", "hr:  18", NULL, "P-3");
		expect("risk", "owner", "18", NULL, "P-3");
		expect("risk", "owner", "17", NULL, "! Owner: several records are called \"17\"; give the ref.");
		expect("risk", "asset", "AST-001", NULL, "AS-1");
		expect("risk", "asset", "CMDB: ast-001", NULL, "AS-1");
		/* It is no number of ours. */
		expect("risk", "asset", "AS-001", NULL, "! Asset: there is no Asset \"AS-001\" in this file.");
		if (!action)
			begin();
	}
	/* What the action itself writes is found, and what it takes away is not. */
	add("asset", "name", "Printer", "external", "CMDB: AST-002", NULL);
	expect("risk", "asset", "AST-002", NULL, "AS-4");
	action_rollback(action);
	begin();
	expect("risk", "asset", "AST-002", NULL, "! Asset: there is no Asset \"AST-002\" in this file.");
}

Test(resolve, ids_from_elsewhere_are_kept_in_one_form)
{
	expect("asset", "external", "CMDB:   AST-001 ;GRC: 12|CMDB: AST-001\n", NULL, "CMDB: AST-001, GRC: 12");
	expect("asset", "external", " ; ", NULL, "");
}

Test(resolve, several_are_parted_by_commas_semicolons_bars_and_lines)
{
	expect("incident", "asset", "AS-1,AS-3", NULL, "AS-1,AS-3");
	expect("incident", "asset", "Laptop fleet; servers | AS-1", NULL, "AS-3,AS-2,AS-1");
	expect("incident", "asset", "Laptop fleet\r\nServers\n\n", NULL, "AS-3,AS-2");
	expect("incident", "asset", "servers, Laptop FLEET, AS-3", NULL, "AS-2,AS-3");
	/* A title that holds a comma is found whole before its parts are. */
	expect("incident", "asset", "Servers, racks and cables", NULL, "AS-1");
	expect("incident", "asset", "Laptop fleet, Servers, racks and cables, servers", NULL, "AS-3,AS-1,AS-2");
	expect("incident", "asset", "Servers, racks", NULL, "! Assets: there is no Asset \"racks\" in this file.");
	expect("vulnerability", "threats", "vol de supports", NULL, "T-1");
}

Test(resolve, controls_are_found_by_their_number_in_the_catalogue_of_the_soa)
{
	static const char *const spellings[] = { "5.1", "A 5.1", "A5.1", "a.5.1", "A-5.1",
		"A.5.1 Policies for information security", "5.1 - Policies", "5.1 \xe2\x80\x93 Politiques",
		"5.1: policies", "ISO 27002 5.1", "ISO/IEC 27002:2022 5.1", "ISO27001 A.5.1", "27002:2022 5.1",
		"Annex A 5.1", "Annexe A.5.1", "control 5.1", "Mesure 5.1", "2022:A.5.1" };
	struct strings said = { 0 };
	struct resolving how = { .said = &said };
	size_t i;

	for (i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
		expect("applicability", "control", spellings[i], &how, "2022:A.5.1");
	cr_expect_eq(said.count, 0, "%s", said.count ? said.items[0] : "");
	expect("risk", "controls", "5.10, A 5.2; 5.3|2022:A.5.1", &how, "2022:A.5.10,2022:A.5.2,2022:A.5.3,2022:A.5.1");
	expect("risk", "controls", "A.8.31 Separation of development, test and production, 5.2 Roles", &how,
		"2022:A.8.31,2022:A.5.2");
	expect("risk", "controls", "5.2 Roles, 5.3 Segregation", &how, "2022:A.5.2,2022:A.5.3");
	expect("risk", "controls", "2013 A.5.1.1", &how,
		"! Controls: there is no Control \"2013 A.5.1.1\" in this file.");
	expect("risk", "controls", "ISO 27001:2013 A.5.1.1", &how, "2013:A.5.1.1");
	/* Another edition is never looked for where one is named. */
	expect("applicability", "control", "ISO 27002:2013 5.2", &how,
		"! Control: there is no Control \"ISO 27002:2013 5.2\" in this file.");
	expect("applicability", "control", "5.1 laptops, 3 servers", &how, "2022:A.5.1");
	cr_assert_eq(said.count, 1);
	cr_expect_str_eq(said.items[0],
		"\"5.1 laptops, 3 servers\" was taken for 2022:A.5.1 Policies for information security; its words are others.");
	strings_free(&said);
}

Test(resolve, requirements_are_found_by_their_clause)
{
	expect("evidence", "requirement", "5.1", NULL, "2022:5.1");
	expect("evidence", "requirement", "Clause 6.1.3 d)", NULL, "2022:6.1.3.d");
	expect("evidence", "requirement", "ISO 27001 6.1.3 (d)", NULL, "2022:6.1.3.d");
	expect("evidence", "requirement", "6", NULL, "2022:6");
	expect("evidence", "requirement", "6 laptops", NULL,
		"! Requirements: there is no Requirement \"6 laptops\" in this file.");
}

Test(resolve, a_number_that_a_spreadsheet_may_have_cut_is_refused)
{
	static const char *const cut[][2] = { { "5.1", "2022:A.5.10" }, { "5.2", "none" }, { "A.5.1", "none" },
		{ "5.1 Policies", "none" }, { "5.10", "none" } };
	struct strings said = { 0 };
	struct resolving number = { .cell = true, .number = true, .said = &said },
			 text = { .cell = true, .said = &said };

	expect("applicability", "control", "5.1", &number,
		"! Control: the spreadsheet has the number 5.1, which may have been 5.10 before it was cut; "
		"write 2022:A.5.1 or 2022:A.5.10 as text.");
	expect("applicability", "control", "5.2", &number, "2022:A.5.2");
	expect("applicability", "control", "A.5.1", &number, "2022:A.5.1");
	cr_expect_eq(said.count, 0);
	/* Of a text that is said, unless the column shows that none was cut. */
	expect("applicability", "control", "5.1", &text, "2022:A.5.1");
	cr_assert_eq(said.count, 1);
	cr_expect_str_eq(
		said.items[0], "5.1 was taken for 2022:A.5.1; if a spreadsheet cut it from 5.10, write 2022:A.5.10.");
	text.zeros = numbered_shows_zero(register_find("control"), "5.10");
	expect("applicability", "control", "5.1", &text, "2022:A.5.1");
	cr_expect_eq(said.count, 1);
	for (size_t i = 0; i < sizeof cut / sizeof cut[0]; i++) {
		char *longer = numbered_longer(store, register_find("control"), cut[i][0]);

		cr_expect_str_eq(longer ? longer : "none", cut[i][1], "%s", cut[i][0]);
		free(longer);
	}
	cr_expect_not(numbered_shows_zero(register_find("control"), "5.1"));
	cr_expect_not(numbered_shows_zero(register_find("person"), "5.10"));
	strings_free(&said);
}

Test(resolve, a_name_makes_one_record_in_one_action)
{
	struct strings create = { 0 }, made = { 0 };
	struct resolving how = { .create = &create, .made = &made };

	begin();
	expect("risk", "owner", "Ada Caller", &how, "P-6");
	expect("action", "owner", "caller, ada", &how, "P-6");
	expect("risk", "owner", "ADA  CALLER", &how, "P-6");
	/* Only where it was asked for. */
	expect("risk", "asset", "Old tower", &how, "! Asset: there is no Asset \"Old tower\" in this file.");
	strings_add(&create, "asset");
	expect("risk", "asset", "Old tower", &how, "AS-4");
	expect("incident", "asset", "old tower; New tower", &how, "AS-4,AS-5");
	/* What has the form of a ref is a slip, and what the standard numbers is not made of a word. */
	expect("risk", "asset", "AS-99", &how, "! Asset: there is no Asset \"AS-99\" in this file.");
	cr_assert_eq(made.count, 3);
	cr_expect_str_eq(made.items[0], "P-6 Ada Caller was added.");
	cr_expect_str_eq(made.items[1], "AS-4 Old tower was added.");
	strings_free(&create);
	strings_free(&made);
}

Test(resolve, two_words_and_a_comma_are_not_made_two_people)
{
	struct strings create = { 0 };
	struct resolving how = { .create = &create };

	strings_add(&create, "person");
	begin();
	expect("meeting", "attendees", "Dupont, Marie", &how,
		"! Attendees: \"Dupont, Marie\" may be one person or two; write \"Marie Dupont\" for one, \"Dupont; Marie\" for two.");
	expect("meeting", "attendees", "Dupont; Marie", &how, "P-6,P-7");
	expect("meeting", "attendees", "Roy, Jeanne", &how, "P-1");
	expect("meeting", "attendees", "Roy, Jeanne; Anne Bell, Paul Low", &how, "P-1,P-8,P-9");
	strings_free(&create);
}
