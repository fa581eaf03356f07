/* What each form of a condition finds. */
#include "helper.h"

static void finds(struct fixture *fixture, const char *name, const char *filter, int64_t expected)
{
	struct query *query = query_new(register_find(name));
	int64_t count;

	cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error), "%s: %s", filter,
		fixture->error.message);
	count = store_count(fixture->store, query, &fixture->error);
	cr_expect_eq(count, expected, "%s %s: %lld", name, filter, (long long)count);
	query_free(query);
}

/* Two assets, three risks, of which one stands alone and names what is in another file. */
static void fill(struct fixture *fixture)
{
	fixture_open(fixture);
	fixture_add(fixture, "person", "name", "Ada Keeper", NULL);
	fixture_add(fixture, "asset", "name", "Cage", NULL);
	fixture_add(fixture, "asset", "name", "Pond", NULL);
	fixture_add(fixture, "risk", "title", "Escape", "asset", "AS-1", "controls", "A.1,A.2", "owner", "P-1", NULL);
	fixture_add(fixture, "risk", "title", "Theft", "asset", "AS-1", "controls", "A.2", NULL);
	fixture_add(fixture, "risk", "title", "Boredom", "asset",
		"{asset|11111111-1111-4111-8111-111111111111|AS-99|Elsewhere}", NULL);
}

Test(filters, over_references_find_by_what_is_behind_them)
{
	struct fixture fixture;

	fill(&fixture);
	finds(&fixture, "risk", "controls(number=A.1)", 1);
	finds(&fixture, "risk", "controls(number=A.2)", 2);
	finds(&fixture, "risk", "controls!(number=A.1)", 2);
	finds(&fixture, "risk", "asset(name=Cage)", 2);
	finds(&fixture, "risk", "asset!(name=Cage)", 1);
	finds(&fixture, "risk", "controls.number=A.1", 1);
	finds(&fixture, "risk", "controls=A.2", 2);
	finds(&fixture, "risk", "controls!=A.2", 1);
	finds(&fixture, "risk", "controls=", 1);
	finds(&fixture, "risk", "#controls=2", 1);
	finds(&fixture, "risk", "#controls!=2", 2);
	finds(&fixture, "risk", "#controls<1", 1);
	finds(&fixture, "risk", "#controls>=1", 2);
	finds(&fixture, "risk", "asset=", 0);
	finds(&fixture, "risk", "asset!=", 3);
	finds(&fixture, "risk", "unresolved", 1);
	finds(&fixture, "risk", "unresolved title=Theft", 0);
	finds(&fixture, "risk", "boredom", 1);
	finds(&fixture, "risk", "open title=Theft", 1);
	fixture_close(&fixture);
}

Test(filters, over_values_in_common_count_values)
{
	struct fixture fixture;

	fill(&fixture);
	/* Two of one asset, one whose asset is in another file. */
	finds(&fixture, "risk", "first=asset", 1);
	finds(&fixture, "risk", "first!=asset", 1);
	finds(&fixture, "risk", "shared=asset:1", 2);
	finds(&fixture, "risk", "shared=asset:2", 0);
	finds(&fixture, "asset", "first=name", 2);
	finds(&fixture, "applicability", "risks(first!=asset)", 1);
	fixture_close(&fixture);
}

Test(filters, over_what_refers_back_find_by_who_does)
{
	struct fixture fixture;

	fill(&fixture);
	finds(&fixture, "applicability", "risks!=", 2);
	finds(&fixture, "applicability", "risks=", 1);
	finds(&fixture, "applicability", "risks=R-1", 2);
	finds(&fixture, "applicability", "risks(title=Theft)", 1);
	fixture_add(&fixture, "action", "title", "Lock", "risk", "R-1", NULL);
	fixture_add(&fixture, "action", "title", "Feed", "risk", "R-2", NULL);
	finds(&fixture, "risk", "actions!=", 2);
	finds(&fixture, "risk", "actions=AC-2", 1);
	finds(&fixture, "risk", "actions(title=Feed)", 1);
	finds(&fixture, "risk", "actions!(title=Feed)", 2);
	/* By a column of theirs. */
	fixture_add(&fixture, "acceptance", "risk", "R-2", "level", "3", NULL);
	finds(&fixture, "risk", "acceptances!=", 1);
	finds(&fixture, "risk", "acceptances=RC-1", 1);
	finds(&fixture, "risk", "acceptances(level=3)", 1);
	finds(&fixture, "risk", "acceptances!(level=3)", 2);
	fixture_close(&fixture);
}

Test(filters, one_who_refers_needs_no_other)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "risk", "title", "Escape", "controls", "A.1", NULL);
	finds(&fixture, "applicability", "risks!=", 1);
	finds(&fixture, "applicability", "risks=R-1", 1);
	fixture_close(&fixture);
}

Test(filters, over_texts_know_both_languages_and_take_a_whole_title_as_it_is)
{
	struct fixture fixture;

	fill(&fixture);
	fixture_add(&fixture, "control", "catalogue", "mini", "number", "A.3", "title", "Doors", "title_fr", "Portes",
		NULL);
	fixture_add(&fixture, "control", "catalogue", "mini", "number", "A.4", "title", "Windows", "title_fr",
		"Fen\xc3\xaatres", NULL);
	fixture_set(&fixture, "R-2", "controls", "A.3");
	finds(&fixture, "control", "title~porte", 1);
	finds(&fixture, "risk", "controls=Doors", 1);
	store_context(fixture.store);
	free(fixture.store->context.language);
	fixture.store->context.language = xstrdup("fr");
	finds(&fixture, "risk", "controls=Portes", 1);
	finds(&fixture, "control", "title~door", 1);
	finds(&fixture, "control", "number!=A.1", 4);
	finds(&fixture, "control", "number=A.1", 1);
	finds(&fixture, "control", "number>A.2", 3);
	finds(&fixture, "risk", "title=Theft", 1);
	finds(&fixture, "risk", "title=theft", 1);
	finds(&fixture, "risk", "title!=Theft", 2);
	fixture_close(&fixture);
}

/* By a tally or by the rows: what is empty is neither before nor after. */
Test(filters, that_compare_take_a_border_as_they_say)
{
	static const char *const days[] = { NULL, "2026-12-31", "2027-01-01", "2027-01-02" };
	struct fixture fixture;
	size_t i;

	fill(&fixture);
	for (i = 0; i < sizeof days / sizeof days[0]; i++)
		fixture_add(&fixture, "acceptance", "risk", "R-1", "expiry", days[i], NULL);
	finds(&fixture, "acceptance", "expiry<2027-01-01", 1);
	finds(&fixture, "acceptance", "expiry<=2027-01-01", 2);
	finds(&fixture, "acceptance", "expiry>2027-01-01", 1);
	finds(&fixture, "acceptance", "expiry>=2027-01-01", 2);
	finds(&fixture, "acceptance", "expiry=", 1);
	finds(&fixture, "acceptance", "expiry!=", 3);
	finds(&fixture, "acceptance", "expiry<2027-01-01 risk=R-1", 1);
	finds(&fixture, "acceptance", "expiry>=2027-01-01 risk=R-1", 2);
	for (i = 1; i < 4; i++) {
		char *level = xasprintf("%zu", i);

		fixture_add(&fixture, "asset", "name", "Needed", "integrity", level, NULL);
		free(level);
	}
	finds(&fixture, "asset", "integrity<2", 1);
	finds(&fixture, "asset", "integrity<=2", 2);
	finds(&fixture, "asset", "integrity>2", 1);
	finds(&fixture, "asset", "integrity!=2", 4);
	fixture_close(&fixture);
}

Test(filters, over_what_every_record_has)
{
	struct fixture fixture;
	struct record *record;
	struct query *query;

	fill(&fixture);
	setenv("NORIA_CLOCK", "2026-11-25T10:00:00Z", 1);
	fixture_add(&fixture, "risk", "title", "Flood", NULL);
	finds(&fixture, "risk", "ref~r-", 4);
	finds(&fixture, "risk", "ref~4", 1);
	finds(&fixture, "risk", "ref=R-2", 1);
	finds(&fixture, "risk", "ref!=R-2", 3);
	/* The program's own: nobody types it. */
	record = store_record_by_ref(fixture.store, "R-2", &fixture.error);
	query = query_new(record->def);
	query_add(query, "uuid", OP_EQUAL, record->uuid);
	cr_expect_eq(store_count(fixture.store, query, &fixture.error), 1);
	query_free(query);
	record_free(record);
	finds(&fixture, "risk", "created>=2026-11-25", 1);
	finds(&fixture, "risk", "created<2026-11-25", 3);
	finds(&fixture, "risk", "created!=", 4);
	finds(&fixture, "risk", "created=", 0);
	fixture_close(&fixture);
}

static bool is_known(struct fixture *fixture, const char *filter)
{
	struct query *query = query_new(register_find("risk"));
	bool known;

	error_clear(&fixture->error);
	cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error), "%s", filter);
	known = store_check_query(fixture->store, query, NULL, &fixture->error);
	cr_expect_eq(fixture->error.kind, known ? 0 : ERROR_INVALID, "%s", filter);
	query_free(query);
	return known;
}

Test(filters, that_name_a_record_that_is_nowhere_are_told)
{
	struct fixture fixture;

	fill(&fixture);
	cr_expect(is_known(&fixture, "owner=P-1"));
	cr_expect(is_known(&fixture, "owner!=P-1 title=Theft"));
	cr_expect_not(is_known(&fixture, "owner=P-99"));
	cr_expect_not(is_known(&fixture, "owner!=P-99"));
	cr_expect_not(is_known(&fixture, "owner=AS-1"), "it is an asset");
	cr_expect_not(is_known(&fixture, "title=Theft asset(owner=P-99)"));
	cr_expect(is_known(&fixture, "owner=Ada"), "a name may come yet");
	cr_expect(is_known(&fixture, "title=R-99"), "a title is no reference");
	cr_expect(is_known(&fixture, "owner="));
	fixture_close(&fixture);
}
