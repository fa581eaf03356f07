/* Audits, reviews and judgements: when they hold, and what stands once they are reported, signed, made. */
#include "helper.h"

static size_t reasons(struct fixture *fixture, const char *ref)
{
	struct record *record = store_record_by_ref(fixture->store, ref, &fixture->error);
	struct strings otherwise = { 0 };
	size_t count;

	cr_assert(record, "%s", ref);
	cr_assert(store_validity(fixture->store, record, &otherwise, &fixture->error), "%s", fixture->error.message);
	count = otherwise.count;
	strings_free(&otherwise);
	record_free(record);
	return count;
}

static void begin(struct fixture *fixture)
{
	setenv("NORIA_CLOCK", "2026-11-24T10:00:00Z", 1);
	fixture_open(fixture);
	fixture_add(fixture, "unit", "name", "Laboratory", NULL);
	fixture_add(fixture, "person", "name", "Ada Auditor", NULL);
	fixture_add(fixture, "person", "name", "Bo Owner", NULL);
	fixture_add(fixture, "role", "title", "Director", "holders", "P-2", "management", "yes", "assigned",
		"2026-01-01", NULL);
}

/* Refused, whatever the sentence. */
static void stands(struct fixture *fixture, const char *ref, const char *field, const char *value)
{
	struct record *record = store_record_by_ref(fixture->store, ref, &fixture->error), *before;
	struct action *action = action_begin(fixture->store, "set", &fixture->error);

	cr_assert(record && action);
	before = record_copy(record);
	record_set(record, field, value);
	cr_expect(!action_set(action, before, record, &fixture->error), "%s.%s", ref, field);
	cr_expect_eq(fixture->error.kind, ERROR_INVALID);
	cr_expect(strstr(fixture->error.message, ref), "%s", fixture->error.message);
	error_clear(&fixture->error);
	action_rollback(action);
	record_free(before);
	record_free(record);
}

Test(judged, an_audit_holds_when_it_is_reported_by_who_neither_owns_nor_works_in_it)
{
	static const struct {
		const char *ref, *field, *value;
	} falls[] = {
		{ "AU-1", "reported", NULL },
		{ "AU-1", "held", "2025-11-23" },
		{ "AU-1", "auditor", NULL },
		{ "R-1", "owner", "P-1" },
		{ "AC-1", "owner", "P-1" },
		{ "DO-1", "owner", "P-1" },
		{ "AS-1", "owner", "P-1" },
		{ "U-1", "manager", "P-1" },
		{ "P-1", "unit", "U-1" },
		{ "RO-2", "holders", "P-1" },
		{ "soa:mini:A.1", "owner", "P-1" },
	};
	struct fixture fixture;
	size_t i;

	begin(&fixture);
	fixture_add(&fixture, "role", "title", "Head of the laboratory", "unit", "U-1", "holders", "P-2", NULL);
	fixture_add(&fixture, "risk", "title", "Theft", "owner", "P-2", "controls", "A.1", NULL);
	fixture_add(&fixture, "action", "title", "Lock", "owner", "P-2", "control", "A.1", NULL);
	fixture_add(&fixture, "document", "title", "Keys", "owner", "P-2", "controls", "A.1", NULL);
	fixture_add(&fixture, "asset", "name", "Server", "owner", "P-2", "unit", "U-1", NULL);
	fixture_add(&fixture, "audit", "title", "Doors", "auditor", "P-1", "held", "2026-11-01", "reported",
		"2026-11-10", "status", "done", "units", "U-1", "controls", "A.1", "conclusion", "In order", NULL);
	cr_expect_eq(reasons(&fixture, "AU-1"), 0);
	for (i = 0; i < sizeof falls / sizeof falls[0]; i++) {
		char *before = xstrdup(fixture_get(&fixture, falls[i].ref, falls[i].field));

		fixture_set(&fixture, falls[i].ref, falls[i].field, falls[i].value);
		cr_expect_eq(reasons(&fixture, "AU-1"), 1, "%s.%s: %zu", falls[i].ref, falls[i].field,
			reasons(&fixture, "AU-1"));
		/* Who comes from outside is independent; what else lacks is still missing. */
		fixture_set(&fixture, "AU-1", "body", "Certifiers Ltd");
		cr_expect_eq(reasons(&fixture, "AU-1"), i < 2, "%s.%s", falls[i].ref, falls[i].field);
		fixture_set(&fixture, "AU-1", "body", NULL);
		fixture_set(&fixture, falls[i].ref, falls[i].field, *before ? before : NULL);
		free(before);
		cr_expect_eq(reasons(&fixture, "AU-1"), 0, "%s.%s", falls[i].ref, falls[i].field);
	}
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(judged, what_an_audit_found_stands_once_it_is_reported_but_for_what_follows)
{
	struct fixture fixture;
	char *kept;

	begin(&fixture);
	fixture_add(&fixture, "audit", "title", "Doors", "auditor", "P-1", "held", "2026-11-01", "conclusion",
		"In order", "status", "done", NULL);
	fixture_add(&fixture, "finding", "audit", "AU-1", "title", "The door is open", "grade", "minor", NULL);
	fixture_add(&fixture, "auditpoint", "audit", "AU-1", "question", "Is it shut?", NULL);
	fixture_set(&fixture, "F-1", "grade", "major");
	fixture_set(&fixture, "AQ-1", "verdict", "finding");
	fixture_set(&fixture, "AU-1", "reported", "2026-11-10");
	fixture_set(&fixture, "AU-1", "status", "reported");
	cr_expect(*fixture_get(&fixture, "AU-1", "seal"));
	stands(&fixture, "AU-1", "conclusion", "Out of order");
	stands(&fixture, "AU-1", "status", "done");
	stands(&fixture, "F-1", "grade", "minor");
	stands(&fixture, "AQ-1", "verdict", "ok");
	fixture_set(&fixture, "F-1", "status", "closed");
	fixture_set(&fixture, "F-1", "answer", "It is shut now.");
	fixture_set(&fixture, "F-1", "external", "tool: 12");
	kept = fixture_dump(&fixture);
	cr_expect(strstr(kept, "The door is open"));
	free(kept);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(judged, a_review_holds_when_it_is_signed_with_each_of_its_inputs)
{
	static const char *const inputs[] = { "in_a", "in_b", "in_c", "in_d1", "in_d2", "in_d3", "in_d4", "in_e",
		"in_f", "in_g" };
	struct fixture fixture;
	size_t i;

	begin(&fixture);
	fixture_add(&fixture, "review", "title", "Of the year", "decisions", "Go on", "chair", "P-2", "held",
		"2026-11-01", "signatory", "P-2", "signed", "2026-11-02", "status", "done", NULL);
	for (i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
		/* What counts is what people say, not what the program drew. */
		cr_expect_eq(reasons(&fixture, "RV-1"), 11 - i, "%s", inputs[i]);
		fixture_set(&fixture, "RV-1", inputs[i], "Nothing to report, since nothing happened.");
	}
	fixture_set(&fixture, "RV-1", "status", "signed");
	cr_expect_eq(reasons(&fixture, "RV-1"), 0);
	cr_expect_str_eq(fixture_get(&fixture, "RV-1", "management"), "yes");
	stands(&fixture, "RV-1", "in_c", "Something");
	setenv("NORIA_CLOCK", "2027-11-02T10:00:00Z", 1);
	cr_expect_eq(reasons(&fixture, "RV-1"), 1, "too long ago");
	fixture_add(&fixture, "review", "title", "Another", "chair", "P-1", "held", "2027-11-01", NULL);
	cr_expect_eq(reasons(&fixture, "RV-2"), 12, "not signed, not of management, no input");
	fixture_close(&fixture);
}

Test(judged, a_result_judged_otherwise_stands_from_the_first_and_holds_with_its_evidence)
{
	struct fixture fixture;
	const char *evidence;

	begin(&fixture);
	fixture_add(&fixture, "requirement", "catalogue", "mini", "number", "9.1", "title", "Measures", "owner", "P-2",
		NULL);
	evidence = fixture_add(&fixture, "evidence", "title", "List", "date", "2026-11-01", "kind", "referenced",
		"location", "Shelf 3", "owner", "P-1", NULL);
	fixture_add(&fixture, "overrule", "requirement", "mini:9.1", "from", "none", "to", "met", "reason", "On paper",
		"evidence", evidence, "by", "P-1", "expiry", "2027-11-24", NULL);
	fixture_add(&fixture, "overrule", "requirement", "mini:9.1", "from", "none", "to", "met", "reason", "On paper",
		"evidence", evidence, "by", "P-2", "expiry", "2027-11-24", NULL);
	cr_expect_eq(reasons(&fixture, "OV-1"), 0);
	cr_expect_eq(reasons(&fixture, "OV-2"), 1, "the owner of the clause");
	stands(&fixture, "OV-1", "reason", "Another");
	fixture_set(&fixture, evidence, "until", "2026-11-23");
	cr_expect_eq(reasons(&fixture, "OV-1"), 1);
	fixture_set(&fixture, evidence, "until", NULL);
	setenv("NORIA_CLOCK", "2027-11-25T10:00:00Z", 1);
	cr_expect_eq(reasons(&fixture, "OV-1"), 1, "expired");
	fixture_close(&fixture);
}

Test(judged, a_certificate_stands_by_its_stage)
{
	struct fixture fixture;

	begin(&fixture);
	fixture_add(&fixture, "certificate", "body", "Certifiers", "standard", "ISO/IEC 27001:2022", "scope", "All",
		"granted", "2026-11-01", "expires", "2029-10-31", "stage", "stage2", NULL);
	fixture_set(&fixture, "CE-1", "scope", "All sites");
	fixture_set(&fixture, "CE-1", "stage", "granted");
	cr_expect_eq(reasons(&fixture, "CE-1"), 1, "bound to no SoA");
	stands(&fixture, "CE-1", "scope", "All");
	stands(&fixture, "CE-1", "stage", "stage2");
	fixture_set(&fixture, "CE-1", "stage", "surveillance");
	fixture_set(&fixture, "CE-1", "surveillance", "2027-11-01");
	fixture_close(&fixture);
}
