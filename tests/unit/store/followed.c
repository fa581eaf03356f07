/* What follows from other records: needs that assets have from those that they support, versions of a threshold. */
#include "helper.h"

static void needs(struct fixture *fixture, const char *asset, const char *own, const char *inherited)
{
	cr_expect_str_eq(fixture_get(fixture, asset, "confidentiality"), own, "%s", asset);
	cr_expect_str_eq(fixture_get(fixture, asset, "inherited_c"), inherited, "%s", asset);
}

static const char *asset(struct fixture *fixture, const char *supports, const char *need)
{
	return fixture_add(fixture, "asset", "name", "Asset", "supports", supports, "confidentiality", need, NULL);
}

static size_t needing(struct fixture *fixture, const char *filter)
{
	struct query *query = query_new(register_find("asset"));
	int64_t count;

	cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error));
	count = store_count(fixture->store, query, &fixture->error);
	query_free(query);
	return (size_t)count;
}

Test(followed, an_asset_has_the_greatest_need_of_those_that_it_supports)
{
	struct fixture fixture;
	const char *service, *archive, *server, *room;

	fixture_open(&fixture);
	service = asset(&fixture, NULL, "4");
	archive = asset(&fixture, NULL, "2");
	server = fixture_add(&fixture, "asset", "name", "Server", "supports", "AS-1,AS-2", NULL);
	room = asset(&fixture, server, NULL);
	needs(&fixture, service, "4", "");
	needs(&fixture, server, "", "4");
	needs(&fixture, room, "", "4");
	cr_expect_eq(needing(&fixture, "confidentiality>=4"), 3);
	/* What is said counts, for those that it bears on too. */
	fixture_set(&fixture, server, "confidentiality", "1");
	needs(&fixture, server, "1", "4");
	needs(&fixture, room, "", "1");
	cr_expect_eq(needing(&fixture, "confidentiality>=4"), 1);
	fixture_set(&fixture, server, "confidentiality", NULL);
	fixture_set(&fixture, service, "confidentiality", "3");
	needs(&fixture, room, "", "3");
	fixture_set(&fixture, server, "supports", archive);
	needs(&fixture, server, "", "2");
	needs(&fixture, room, "", "2");
	fixture_check(&fixture);
	fixture_remove(&fixture, archive);
	needs(&fixture, room, "", "");
	fixture_check(&fixture);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	needs(&fixture, room, "", "2");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* More at once than are looked at one by one. */
Test(followed, many_of_one_action_follow)
{
	struct fixture fixture;
	struct action *action;
	int i;

	fixture_open(&fixture);
	asset(&fixture, NULL, "4");
	action = action_begin(fixture.store, "import", &fixture.error);
	for (i = 0; i < 202; i++) {
		struct record *record = record_new(register_find("asset"), "UTC");

		record_set(record, "name", "One of many");
		record_set(record, "supports", "AS-1");
		cr_assert(action_add(action, record, &fixture.error), "%s", fixture.error.message);
		record_free(record);
	}
	cr_assert(action_commit(action, &fixture.error));
	cr_expect_eq(needing(&fixture, "confidentiality=4"), 203);
	fixture_close(&fixture);
}

/* ---- the threshold ---- */

static int64_t thresholds(struct fixture *fixture)
{
	return store_integer(fixture->store, "SELECT count(*) FROM \"threshold\"", 0);
}

Test(followed, another_threshold_is_a_version_of_today_and_a_word_on_it_is_none)
{
	struct fixture fixture;

	fixture_open(&fixture);
	/* No version yet: the method speaks for itself. */
	fixture_set(&fixture, "iso5x5", "threshold_reason", "By habit");
	cr_expect_eq(thresholds(&fixture), 0);
	cr_expect_eq(store_integer(fixture.store,
			     "SELECT count(*) FROM \"method\" WHERE \"threshold_reason\" = 'By habit'", 0),
		1);
	fixture_set(&fixture, "iso5x5", "threshold", "3");
	cr_expect_eq(thresholds(&fixture), 1);
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "level"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "date"), "2026-11-24");
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "method"), "iso5x5");
	cr_expect_eq(store_integer(fixture.store, "SELECT \"threshold\" FROM \"method\"", 0), 2, "what it came with");
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "threshold"), "3");
	fixture_set(&fixture, "iso5x5", "threshold_reason", "Decided by the board");
	cr_expect_eq(thresholds(&fixture), 1);
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "reason"), "Decided by the board");
	cr_expect_eq(store_integer(fixture.store,
			     "SELECT count(*) FROM \"method\" WHERE \"threshold_reason\" = 'By habit'", 0),
		1);
	fixture_set(&fixture, "iso5x5", "threshold_reason", NULL);
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "reason"), "");
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "date"), "2026-11-24");
	/* A change of something else makes none. */
	fixture_set(&fixture, "iso5x5", "title", "Ours");
	cr_expect_eq(thresholds(&fixture), 1);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(followed, a_filter_knows_the_threshold_in_force)
{
	struct fixture fixture;

	fixture_open(&fixture);
	fixture_add(&fixture, "threshold", "method", "iso5x5", "level", "4", "date", "2026-11-25", NULL);
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "threshold"), "2", "its day has not come");
	fixture_add(&fixture, "threshold", "method", "iso5x5", "level", "3", "date", "2026-11-24", NULL);
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "threshold"), "3");
	fixture_close(&fixture);
}
