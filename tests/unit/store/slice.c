/* Counting in slices: whatever is asked, all slices together count what is counted at once, and none goes on for long. */
#include "helper.h"
#include "store/internal.h"

#define RISKS 700

/* Every seventh is gone again, so that the ids have gaps; every fifth has an acceptance, some of them past. */
static void fill(struct fixture *fixture)
{
	struct action *action = action_begin(fixture->store, "fill", &fixture->error);
	char *refs[RISKS];
	int i;

	cr_assert(action, "%s", fixture->error.message);
	for (i = 0; i < RISKS; i++) {
		struct record *risk = record_new(register_find("risk"), NULL);

		record_set(risk, "title", "Fire");
		record_set(risk, "status", i % 3 ? "identified" : "accepted");
		record_set(risk, "current_likelihood", i % 2 ? "5" : "1");
		record_set(risk, "current_impact", "4");
		cr_assert(action_add(action, risk, &fixture->error), "%s", fixture->error.message);
		refs[i] = xstrdup(risk->ref);
		record_free(risk);
		if (i % 5 == 0) {
			struct record *acceptance = record_new(register_find("acceptance"), NULL);

			record_set(acceptance, "risk", refs[i]);
			record_set(acceptance, "kind", "residual");
			record_set(acceptance, "expiry", i % 10 ? "2020-01-01" : "2099-01-01");
			cr_assert(action_add(action, acceptance, &fixture->error), "%s", fixture->error.message);
			record_free(acceptance);
		}
	}
	cr_assert(action_commit(action, &fixture->error), "%s", fixture->error.message);
	for (i = 1; i < RISKS; i += 7)
		if (i % 5)
			fixture_remove(fixture, refs[i]);
	for (i = 0; i < RISKS; i++)
		free(refs[i]);
}

/* How many slices it took. */
static int count_in_slices(struct fixture *fixture, const char *name, const char *filter, int64_t most)
{
	struct query *query = query_new(register_find(name));
	struct slices slices = { 0 };
	int64_t all;
	int taken = 0;

	cr_assert(query_parse(query, store_context(fixture->store), filter, &fixture->error), "%s",
		fixture->error.message);
	all = store_count(fixture->store, query, &fixture->error);
	cr_assert(all > 0, "%s %s: the test asks for something", name, filter);
	while (!slices.whole && taken++ < RISKS)
		cr_assert(store_count_slice(fixture->store, query, &slices, most, &fixture->error), "%s",
			fixture->error.message);
	cr_expect(slices.whole, "%s", filter);
	cr_expect_eq(slices.count, all, "%s %s: %lld, %lld", name, filter, (long long)slices.count, (long long)all);
	/* Once whole it stays so. */
	cr_expect(store_count_slice(fixture->store, query, &slices, most, &fixture->error));
	cr_expect_eq(slices.count, all);
	query_free(query);
	return taken;
}

Test(slice, all_together_count_what_is_counted_at_once)
{
	static const char *const filters[] = { "acceptances(expiry>=today)", "title~fire current_level>threshold",
		"current_likelihood=5 or status=accepted acceptances!(kind=residual valid)", "#acceptances>=1",
		"acceptances.kind=residual", "fire" };
	struct fixture fixture;
	size_t i;

	fixture_open(&fixture);
	fill(&fixture);
	for (i = 0; i < sizeof filters / sizeof filters[0]; i++) {
		int slices = count_in_slices(&fixture, "risk", filters[i], 0);

		/* Without any time a slice is one step: from 8 records on at most twice as many each time, and never
		   fewer than 4, however slow the machine is. */
		cr_expect(slices >= 7 && slices <= RISKS / 4 + 2, "%s: %d slices", filters[i], slices);
		/* With all the time it is one, or two where the count as a whole was not done in its moment. */
		cr_expect(count_in_slices(&fixture, "risk", filters[i], 60000) <= 2, "%s", filters[i]);
	}
	count_in_slices(&fixture, "acceptance", "invalid", 0);
	/* What a tally knows is there at once. */
	cr_expect_eq(count_in_slices(&fixture, "risk", "standing=current", 0), 1);
	fixture_close(&fixture);
}

static bool looks(void *user, int64_t done, int64_t total)
{
	int *looked = user;

	(void)done;
	(void)total;
	(*looked)++;
	return false;
}

/* A moment that was too short is no failure, and leaves nothing behind: who watches long work goes on doing so. */
Test(slice, a_count_that_is_not_done_within_its_moment_is_left_to_the_slices)
{
	struct query *query = query_new(register_find("risk"));
	struct fixture fixture;
	int looked = 0;
	int64_t all;

	fixture_open(&fixture);
	fill(&fixture);
	cr_assert(query_parse(query, store_context(fixture.store), "#acceptances>=1", &fixture.error));
	all = store_count(fixture.store, query, &fixture.error);
	cr_assert_gt(all, 0);
	store_set_progress(fixture.store, looks, &looked);
	cr_expect_eq(count_query(fixture.store, query, 0, 1, &fixture.error), COUNT_UNFINISHED);
	cr_expect(store_sound(fixture.store, &fixture.error), "%s", fixture.error.message);
	cr_expect_eq(count_query(fixture.store, query, 0, 60000000, &fixture.error), all);
	cr_expect_eq(looked, 0);
	cr_expect_eq(store_count(fixture.store, query, &fixture.error), all);
	cr_expect_gt(looked, 0);
	store_set_progress(fixture.store, NULL, NULL);
	query_free(query);
	fixture_close(&fixture);
}
