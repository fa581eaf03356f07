/* The threshold in force: the last record whose day has come; without one, what the method came with. */
#include "helper.h"

static void add(struct fixture *fixture, const char *level, const char *date)
{
	fixture_add(fixture, "threshold", "method", "iso5x5", "level", level, "date", date, NULL);
}

Test(threshold, is_the_last_whose_day_has_come)
{
	struct fixture fixture;

	fixture_open(&fixture);
	cr_expect_eq(store_threshold_on(fixture.store, NULL, NULL), 2, "what the method came with");
	add(&fixture, "3", "2026-03-01");
	add(&fixture, "1", "2026-06-01");
	add(&fixture, "4", "2026-06-01");
	cr_expect_eq(store_threshold_on(fixture.store, NULL, "2026-02-28"), 2);
	cr_expect_eq(store_threshold_on(fixture.store, NULL, "2026-03-01"), 3);
	cr_expect_eq(store_threshold_on(fixture.store, "iso5x5", "2026-05-31"), 3);
	cr_expect_eq(store_threshold_on(fixture.store, "iso5x5", "2026-06-01"), 4, "of one day the later record");
	cr_expect_eq(store_threshold_on(fixture.store, "none", "2026-06-01"), 0);
	fixture_close(&fixture);
}
