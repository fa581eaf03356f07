/* What a record keeps once it is signed: what it was about as that stood on its day, its seal, its place before others. */
#include "helper.h"
#include "model/frozen.h"

static void at(const char *moment)
{
	setenv("NORIA_CLOCK", moment, 1);
}

static char *last_action(struct fixture *fixture)
{
	sqlite3_stmt *stmt = statement(
		fixture->store, "SELECT \"action\" FROM \"entry\" ORDER BY \"id\" DESC LIMIT 1", &fixture->error);
	char *action;

	cr_assert(statement_row(fixture->store, stmt));
	action = xstrdup(row_text(fixture->store, stmt, 0));
	statement_end(fixture->store, stmt);
	return action;
}

/* A plan of the risk, signed by its owner then or not. */
static const char *sign_plan(struct fixture *fixture, const char *risk, const char *day)
{
	return fixture_add(fixture, "acceptance", "risk", risk, "kind", "plan", "owner", "P-1", "date", day, "status",
		"accepted", NULL);
}

static void keeps(struct fixture *fixture, const char *signature, const char *owner, const char *plan)
{
	cr_expect_str_eq(fixture_get(fixture, signature, "risk_owner"), owner);
	cr_expect_str_eq(fixture_get(fixture, signature, "plan"), plan);
}

/* A risk of two days: on the 24th P-1 owned it. */
static void begin(struct fixture *fixture)
{
	fixture_open(fixture);
	fixture_add(fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(fixture, "person", "name", "Paul Blanc", NULL);
	fixture_add(
		fixture, "risk", "title", "Theft", "owner", "P-1", "treatment", "modify", "controls", "A.1,A.10", NULL);
	at("2026-11-24T23:59:59Z");
	fixture_set(fixture, "R-1", "title", "Theft of laptops");
	at("2026-11-25T00:00:00Z");
	fixture_set(fixture, "R-1", "owner", "P-2");
	fixture_set(fixture, "R-1", "controls", "A.2,A.10");
	at("2026-11-26T10:00:00Z");
	fixture_set(fixture, "R-1", "treatment", "retain");
	at("2026-11-27T10:00:00Z");
}

Test(signed, copies_what_stood_at_the_end_of_its_day)
{
	struct fixture fixture;
	const char *first, *second, *third;

	begin(&fixture);
	first = fixture_get(&fixture, sign_plan(&fixture, "R-1", "2026-11-24"), "plan");
	second = fixture_get(&fixture, sign_plan(&fixture, "R-1", "2026-11-25"), "plan");
	third = fixture_get(&fixture, "R-1", "plan");
	cr_expect_str_eq(first, "modify: mini:A.1,mini:A.10");
	cr_expect_str_eq(second, "modify: mini:A.10,mini:A.2");
	keeps(&fixture, "RC-1", "P-1", first);
	keeps(&fixture, "RC-2", "P-2", second);
	keeps(&fixture, sign_plan(&fixture, "R-1", "2026-11-26"), "P-2", third);
	cr_expect_str_neq(second, third, "the treatment was another");
	/* A file is often begun with what is signed already. */
	keeps(&fixture, sign_plan(&fixture, "R-1", "2026-01-01"), "P-1", first);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(signed, without_a_day_it_is_as_it_stands_and_without_a_record_nothing)
{
	struct fixture fixture;
	struct record *record;
	struct action *action;
	int64_t id;

	begin(&fixture);
	id = store_find(fixture.store, "R-1", NULL);
	record = record_on_day(fixture.store, id, NULL, &fixture.error);
	cr_assert(record);
	cr_expect_str_eq(record_get(record, "owner"), "P-2");
	record_free(record);
	record = record_on_day(fixture.store, id, "some day", &fixture.error);
	cr_assert(record);
	cr_expect_str_eq(record_get(record, "owner"), "P-2");
	record_free(record);
	/* What the journal says of a record besides its fields is left alone. */
	action = action_begin(fixture.store, "import", &fixture.error);
	cr_assert(action_adopt_organisation(action, "6ba7b810-9dad-41d1-80b4-00c04fd430c8", &fixture.error));
	cr_assert(action_commit(action, &fixture.error));
	fixture_set(&fixture, "ORG-1", "name", "Another");
	record = record_on_day(fixture.store, store_find(fixture.store, "ORG-1", NULL), "2026-11-24", &fixture.error);
	cr_assert(record);
	cr_expect_str_eq(record_get(record, "name"), "Test");
	record_free(record);
	cr_expect_null(record_on_day(fixture.store, id + 1000, "2026-11-24", &fixture.error));
	fixture_close(&fixture);
}

Test(signed, goes_back_no_further_than_to_how_the_record_was_made_again)
{
	struct fixture fixture;

	begin(&fixture);
	fixture_remove(&fixture, "R-1");
	cr_assert(store_undo(fixture.store, NULL, &fixture.error), "%s", fixture.error.message);
	keeps(&fixture, sign_plan(&fixture, "R-1", "2026-11-24"), "P-2", fixture_get(&fixture, "R-1", "plan"));
	fixture_close(&fixture);
}

Test(signed, about_what_is_in_another_file_copies_nothing)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	keeps(&fixture, sign_plan(&fixture, "{risk|11111111-1111-4111-8111-111111111111|R-99|Elsewhere}", "2026-11-24"),
		"", "");
	fixture_close(&fixture);
}

static const char *decide(struct fixture *fixture, const char *who, const char *day)
{
	return fixture_get(fixture,
		fixture_add(fixture, "decision", "title", "We begin", "text", "We do.", "date", day, "signatory", who,
			"function", "Head", "status", "decided", NULL),
		"management");
}

Test(signed, answers_by_the_roles_of_its_day)
{
	struct record *record = record_new(register_find("decision"), "UTC");
	const struct field_def *answers = register_field(record->def, "management");
	struct fixture fixture;
	bool yes;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(&fixture, "person", "name", "Paul Blanc", NULL);
	fixture_add(&fixture, "role", "title", "Director", "holders", "P-1", "management", "yes", "assigned",
		"2026-02-01", "ended", "2026-06-30", NULL);
	cr_expect_str_eq(decide(&fixture, "P-1", "2026-02-01"), "yes");
	cr_expect_str_eq(decide(&fixture, "P-1", "2026-06-30"), "yes");
	cr_expect_str_eq(decide(&fixture, "P-1", "2026-01-31"), "no");
	cr_expect_str_eq(decide(&fixture, "P-1", "2026-07-01"), "no");
	cr_expect_str_eq(decide(&fixture, "P-2", "2026-02-01"), "no");
	cr_expect_str_eq(
		decide(&fixture, "{person|11111111-1111-4111-8111-111111111111|P-99|Away}", "2026-02-01"), "no");
	/* Before it is signed it may say neither who nor when. */
	cr_expect(store_answers(fixture.store, record, answers, &yes, &fixture.error));
	cr_expect_not(yes);
	record_set(record, "signatory", "P-1");
	cr_expect(store_answers(fixture.store, record, answers, &yes, &fixture.error));
	cr_expect_not(yes);
	record_set(record, "date", "2026-03-01");
	cr_expect(store_answers(fixture.store, record, answers, &yes, &fixture.error));
	cr_expect(yes);
	record_free(record);
	fixture_close(&fixture);
}

static void named(struct fixture *fixture, const char *expected)
{
	char *action = last_action(fixture);

	cr_expect_str_eq(action, expected);
	free(action);
}

Test(signed, is_sealed_once_and_its_action_has_the_name_of_the_act)
{
	struct fixture fixture;
	struct record *record;
	struct action *action;
	const char *seal;
	char *head;

	begin(&fixture);
	head = xstrdup(store_head(fixture.store));
	sign_plan(&fixture, "R-1", "2026-11-24");
	named(&fixture, "accept");
	seal = fixture_get(&fixture, "RC-1", "seal");
	cr_expect_str_eq(seal, head);
	free(head);
	fixture_add(&fixture, "acceptance", "risk", "R-1", "kind", "plan", "owner", "P-1", "date", "2026-11-24", NULL);
	named(&fixture, "add");
	cr_expect_str_eq(fixture_get(&fixture, "RC-2", "seal"), "");
	fixture_set(&fixture, "RC-2", "status", "accepted");
	named(&fixture, "accept");
	/* What is withdrawn was signed before. */
	record = store_record_by_ref(fixture.store, "RC-1", &fixture.error);
	cr_assert(record);
	fixture_set(&fixture, "RC-1", "withdrawal", "Signed by mistake");
	fixture_set(&fixture, "RC-1", "status", "withdrawn");
	named(&fixture, "set");
	cr_expect_str_eq(fixture_get(&fixture, "RC-1", "seal"), seal);
	record_free(record);
	/* One act among many. */
	record = record_new(register_find("acceptance"), "UTC");
	record_set(record, "risk", "R-1");
	record_set(record, "kind", "plan");
	record_set(record, "owner", "P-1");
	record_set(record, "date", "2026-11-24");
	record_set(record, "status", "accepted");
	action = action_begin(fixture.store, "import", &fixture.error);
	cr_assert(action_add(action, record, &fixture.error), "%s", fixture.error.message);
	cr_assert(action_commit(action, &fixture.error));
	named(&fixture, "import");
	record_free(record);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

static const char *policy(struct fixture *fixture, const char *status, const char *before)
{
	return fixture_add(fixture, "policy", "title", "Policy", "kind", "policy", "version", "1", "text", "We do.",
		"signatory", "P-1", "function", "Head", "signed", "2026-11-01", "effective", "2026-11-01", "review",
		"2027-11-01", "status", status, "supersedes", before, NULL);
}

Test(signed, a_version_in_force_takes_the_place_of_the_one_before)
{
	struct fixture fixture;
	const char *first, *second, *draft;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	first = policy(&fixture, "force", NULL);
	second = policy(&fixture, "draft", first);
	cr_expect_str_eq(fixture_get(&fixture, first, "status"), "force");
	fixture_set(&fixture, second, "status", "force");
	cr_expect_str_eq(fixture_get(&fixture, first, "status"), "superseded");
	/* What was never in force has no place that could be taken. */
	draft = policy(&fixture, "draft", NULL);
	policy(&fixture, "force", draft);
	cr_expect_str_eq(fixture_get(&fixture, draft, "status"), "draft");
	/* Once: another that is in force already takes no place any more. */
	policy(&fixture, "force", first);
	cr_expect_str_eq(fixture_get(&fixture, first, "status"), "superseded");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* ---- whether it holds today ---- */

static void count_lapsed(void *user, const char *ref, const char *why)
{
	struct strings *lapsed = user;

	cr_expect(*why, "%s has a reason", ref);
	strings_add(lapsed, ref);
}

static size_t reasons(struct fixture *fixture, const char *ref)
{
	struct record *record = store_record_by_ref(fixture->store, ref, &fixture->error);
	struct strings otherwise = { 0 };
	size_t count;

	cr_assert(store_validity(fixture->store, record, &otherwise, &fixture->error), "%s", fixture->error.message);
	count = otherwise.count;
	strings_free(&otherwise);
	record_free(record);
	return count;
}

static const char *accept(struct fixture *fixture, const char *expiry, const char *status)
{
	return fixture_add(fixture, "acceptance", "risk", "R-1", "level", "3", "owner", "P-1", "date", "2026-01-01",
		"expiry", expiry, "status", status, NULL);
}

Test(signed, what_holds_no_more_is_told_with_its_reason)
{
	struct fixture fixture;
	struct strings lapsed = { 0 };
	struct record *risk;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(&fixture, "risk", "title", "Theft", "owner", "P-1", "current_likelihood", "2", "current_impact",
		"2", NULL);
	accept(&fixture, "2026-11-24", "accepted");
	accept(&fixture, "2026-11-23", "accepted");
	accept(&fixture, "2026-11-23", "prepared");
	cr_expect_eq(reasons(&fixture, "RC-1"), 0);
	cr_expect_eq(reasons(&fixture, "RC-2"), 1);
	cr_expect_eq(reasons(&fixture, "RC-3"), 2);
	risk = store_record_by_ref(fixture.store, "R-1", &fixture.error);
	store_each_lapsed(fixture.store, risk, count_lapsed, &lapsed);
	cr_assert_eq(lapsed.count, 1, "what was never signed says so itself");
	cr_expect_str_eq(lapsed.items[0], "RC-2");
	strings_free(&lapsed);
	record_free(risk);
	fixture_close(&fixture);
}

/* ---- the copy of an assessment ---- */

static const char *rated(struct fixture *fixture, const char *title, const char *likelihood, const char *owner)
{
	return fixture_add(fixture, "risk", "title", title, "owner", owner, "current_likelihood", likelihood,
		"current_impact", likelihood, NULL);
}

static struct frozen *copy_of(struct fixture *fixture, const char *ref)
{
	struct frozen *frozen =
		frozen_read(register_find("assessment"), fixture_get(fixture, ref, "content"), "en", &fixture->error);

	cr_assert(frozen, "%s", fixture->error.message);
	return frozen;
}

static void has_rows(struct fixture *fixture, const char *ref, const char *expected)
{
	struct frozen *frozen = copy_of(fixture, ref);
	struct strings refs = { 0 };
	char *text;
	size_t i;

	for (i = 0; i < frozen->count; i++) {
		struct json *row = frozen_row(frozen, i);

		strings_add(&refs, frozen_value(frozen, row, "ref"));
		json_free(row);
	}
	text = strings_join(&refs, " ");
	cr_expect_str_eq(text, expected);
	free(text);
	strings_free(&refs);
	frozen_free(frozen);
}

static void reads(const struct frozen *frozen, const struct json *row, const char *column, const char *expected)
{
	char *text = frozen_text(
		frozen, register_field(frozen->of, column), frozen_value(frozen, row, column), ", ", REFERENCE_TITLE);

	cr_expect_str_eq(text, expected);
	free(text);
}

Test(signed, an_assessment_keeps_its_risks_by_level_with_their_names_and_the_threshold_of_its_day)
{
	static const char *const closed = "2026-11-24";
	struct fixture fixture;
	struct frozen *frozen;
	struct json *row;
	const char *all;

	fixture_open(&fixture);
	fixture_add(&fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(&fixture, "person", "name", "Gone", NULL);
	rated(&fixture, "Low", "1", "P-1");
	rated(&fixture, "High", "5", "P-1");
	fixture_add(&fixture, "asset", "name", "Cage", NULL);
	fixture_set(&fixture, "R-2", "asset", "AS-1");
	fixture_add(&fixture, "risk", "title", "Not rated yet", NULL);
	rated(&fixture, "Middle", "3", NULL);
	fixture_add(&fixture, "threshold", "method", "iso5x5", "level", "3", "date", "2026-01-01", NULL);
	fixture_add(&fixture, "threshold", "method", "iso5x5", "level", "1", "date", "2026-11-25", NULL);
	fixture_add(&fixture, "level", "method", "iso5x5", "scale", "risk", "number", "1", "name", "Small", NULL);
	fixture_add(&fixture, "level", "method", "iso5x5", "scale", "risk", "number", "4", "name", "Great", NULL);
	all = fixture_add(&fixture, "assessment", "title", "First", "date", closed, "status", "closed", NULL);
	has_rows(&fixture, all, "R-2 R-4 R-1 R-3");
	has_rows(&fixture,
		fixture_add(&fixture, "assessment", "title", "Part", "date", closed, "risk", "R-3,R-1", "status",
			"closed", NULL),
		"R-1 R-3");
	cr_expect(strstr(fixture_get(&fixture, all, "ratings"), "\nR-3\tNot rated yet\t"));
	fixture_set(&fixture, "P-1", "name", "Another name");
	frozen = copy_of(&fixture, all);
	cr_expect_eq(frozen->context.method.threshold, 3);
	cr_expect_str_eq(frozen->context.method.scales[SCALE_RISK].names[0], "Small");
	cr_expect_str_eq(frozen->context.method.scales[SCALE_RISK].names[3], "Great");
	cr_expect_str_eq(frozen->context.organisation_name, "Test");
	row = frozen_row(frozen, 0);
	reads(frozen, row, "owner", "Jeanne Roy");
	reads(frozen, row, "asset", "Cage");
	json_free(row);
	frozen_free(frozen);
	/* Before the first one stands what the method came with. */
	frozen = copy_of(&fixture,
		fixture_add(&fixture, "assessment", "title", "Early", "date", "2025-12-31", "status", "closed", NULL));
	cr_expect_eq(frozen->context.method.threshold, 2);
	frozen_free(frozen);
	fixture_check(&fixture);
	/* What somebody wrote there is no level of a scale. */
	cr_assert(store_exec(fixture.store,
		"UPDATE \"risk\" SET \"current_level\" = 11 WHERE \"title\" = 'Low'; UPDATE \"risk\" SET \"current_level\" = -2 WHERE \"title\" = 'High'",
		&fixture.error));
	has_rows(&fixture,
		fixture_add(&fixture, "assessment", "title", "Damaged", "date", closed, "status", "closed", NULL),
		"R-4 R-1 R-2 R-3");
	fixture_close(&fixture);
}
