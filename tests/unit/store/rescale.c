/* A level more or less on a scale in use: everything rated on it follows, in one action that undo takes back. */
#include "helper.h"

/* The levels of two scales, a risk with all ratings, an asset, an acceptance prepared and one signed. */
static void fill(struct fixture *fixture)
{
	static const char *const scales[] = { "likelihood", "risk" };
	int i, j;

	fixture_open(fixture);
	for (i = 0; i < 2; i++)
		for (j = 1; j <= (i ? 4 : 5); j++) {
			char *number = xasprintf("%d", j), *name = xasprintf("%s %d", scales[i], j);

			fixture_add(fixture, "level", "method", "iso5x5", "scale", scales[i], "number", number, "name",
				name, NULL);
			free(number);
			free(name);
		}
	fixture_add(fixture, "asset", "name", "Server", "confidentiality", "3", "integrity", "2", NULL);
	fixture_add(fixture, "risk", "title", "Ransom", "inherent_likelihood", "5", "inherent_impact_a", "4",
		"inherent_impact_c", "2", "current_likelihood", "3", "current_impact", "3", "residual_likelihood", "2",
		"residual_impact", "1", NULL);
	fixture_add(fixture, "risk", "title", "Not rated", NULL);
	fixture_add(fixture, "threshold", "method", "iso5x5", "level", "2", "date", "2026-01-01", NULL);
	fixture_add(fixture, "acceptance", "risk", "R-1", "level", "3", NULL);
	fixture_add(fixture, "person", "name", "Jeanne Roy", NULL);
	fixture_add(fixture, "acceptance", "risk", "R-1", "level", "3", "owner", "P-1", "date", "2026-01-01", "expiry",
		"2027-01-01", "status", "accepted", NULL);
}

static bool change(struct fixture *fixture, enum scale_kind scale, int count, int number, bool adds)
{
	struct rescale rescale = { scale, count, number, adds };
	struct record *level = adds ? record_new(register_find("level"), "UTC") : NULL;
	bool ok;

	if (level)
		record_set(level, "name", "New");
	ok = store_rescale(fixture->store, &rescale, level, &fixture->error);
	record_free(level);
	return ok;
}

static int64_t entries(struct fixture *fixture)
{
	return store_integer(fixture->store, "SELECT count(*) FROM \"entry\"", 0);
}

/* The change is one entry, leaves the file sound, and undo and redo give exactly what was. */
static void expect_one_step(struct fixture *fixture, enum scale_kind scale, int count, int number, bool adds)
{
	char *before = fixture_dump(fixture), *between, *after;
	int64_t first = entries(fixture);

	cr_assert(change(fixture, scale, count, number, adds));
	cr_expect_eq(entries(fixture), first + 1);
	fixture_check(fixture);
	between = fixture_dump(fixture);
	cr_expect_str_neq(between, before);
	cr_assert(store_undo(fixture->store, NULL, &fixture->error));
	fixture_check(fixture);
	after = fixture_dump(fixture);
	cr_expect_str_eq(after, before);
	free(after);
	cr_assert(store_redo(fixture->store, NULL, &fixture->error));
	fixture_check(fixture);
	after = fixture_dump(fixture);
	cr_expect_str_eq(after, between);
	free(after);
	cr_assert(store_undo(fixture->store, NULL, &fixture->error));
	free(before);
	free(between);
}

Test(rescale, a_likelihood_in_the_middle_moves_those_above_and_keeps_the_levels)
{
	struct fixture fixture;

	fill(&fixture);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 3, true));
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "inherent_likelihood"), "6");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "current_likelihood"), "4");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "residual_likelihood"), "2");
	cr_expect_str_eq(fixture_get(&fixture, "R-2", "current_likelihood"), "");
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "likelihoods"), "6");
	cr_expect_str_eq(fixture_get(&fixture, "L-3", "number"), "4");
	cr_expect_str_eq(fixture_get(&fixture, "L-10", "number"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "AS-1", "confidentiality"), "3");
	fixture_close(&fixture);
}

Test(rescale, impacts_move_needs_and_the_parts_of_a_rating)
{
	struct fixture fixture;

	fill(&fixture);
	cr_assert(change(&fixture, SCALE_IMPACT, 5, 3, false));
	cr_expect_str_eq(fixture_get(&fixture, "AS-1", "confidentiality"), "2");
	cr_expect_str_eq(fixture_get(&fixture, "AS-1", "integrity"), "2");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "inherent_impact_a"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "inherent_impact_c"), "2");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "inherent_impact"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "R-1", "residual_impact"), "1");
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "impacts"), "4");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(rescale, what_was_signed_keeps_its_number_and_what_is_prepared_follows)
{
	struct fixture fixture;
	struct rescale rescale = { SCALE_RISK, 4, 2, true };
	struct rescale_counts counts;
	size_t i;

	fill(&fixture);
	counts = store_rescale_counts(fixture.store, &rescale);
	for (i = 0; i < counts.count && strcmp(counts.items[i].def->name, "acceptance") != 0; i++)
		;
	cr_assert(i < counts.count);
	cr_expect_eq(counts.items[i].moved, 1);
	cr_expect_eq(counts.items[i].frozen, 1);
	free(counts.items);
	cr_assert(change(&fixture, SCALE_RISK, 4, 2, true));
	cr_expect_str_eq(fixture_get(&fixture, "RC-1", "level"), "4");
	cr_expect_str_eq(fixture_get(&fixture, "RC-2", "level"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "TH-1", "level"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "threshold"), "3");
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "levels"), "5");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(rescale, every_change_is_one_step_that_undo_takes_back)
{
	struct fixture fixture;

	fill(&fixture);
	/* What was signed is a barrier: the changes come after it. */
	fixture_set(&fixture, "R-1", "title", "Ransom of the server");
	expect_one_step(&fixture, SCALE_LIKELIHOOD, 5, 3, true);
	expect_one_step(&fixture, SCALE_LIKELIHOOD, 5, 1, false);
	expect_one_step(&fixture, SCALE_IMPACT, 5, 6, true);
	expect_one_step(&fixture, SCALE_IMPACT, 5, 3, false);
	expect_one_step(&fixture, SCALE_RISK, 4, 2, true);
	expect_one_step(&fixture, SCALE_RISK, 4, 2, false);
	fixture_close(&fixture);
}

Test(rescale, a_scale_that_another_changed_meanwhile_is_left_alone)
{
	struct fixture fixture;
	char *before, *after;

	fill(&fixture);
	before = fixture_dump(&fixture);
	cr_expect_not(change(&fixture, SCALE_LIKELIHOOD, 4, 3, true));
	cr_expect_eq(fixture.error.kind, ERROR_CONFLICT);
	after = fixture_dump(&fixture);
	cr_expect_str_eq(after, before);
	free(before);
	free(after);
	fixture_close(&fixture);
}

static bool never(void *user, int64_t done, int64_t total)
{
	(void)user;
	(void)total;
	return done > 0;
}

Test(rescale, broken_off_it_leaves_the_file_as_it_was)
{
	struct fixture fixture;
	char *before, *after;
	int i;

	fill(&fixture);
	for (i = 0; i < 60; i++)
		fixture_add(&fixture, "risk", "title", "One of many", "current_likelihood", "4", "current_impact", "4",
			NULL);
	before = fixture_dump(&fixture);
	store_set_progress(fixture.store, never, NULL);
	cr_expect_not(change(&fixture, SCALE_LIKELIHOOD, 5, 3, true));
	cr_expect_eq(fixture.error.kind, ERROR_CANCELLED);
	store_set_progress(fixture.store, NULL, NULL);
	after = fixture_dump(&fixture);
	cr_expect_str_eq(after, before);
	fixture_check(&fixture);
	free(before);
	free(after);
	fixture_close(&fixture);
}

Test(rescale, a_method_in_use_and_its_levels_change_by_no_other_way)
{
	struct fixture fixture;
	struct record *before, *method, *level;

	fill(&fixture);
	before = store_record_by_ref(fixture.store, "iso5x5", NULL);
	method = record_copy(before);
	record_set(method, "levels", "5");
	cr_expect_not(store_set(fixture.store, before, method, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_INVALID);
	level = record_new(register_find("level"), "UTC");
	record_set(level, "method", "iso5x5");
	record_set(level, "scale", "risk");
	record_set(level, "number", "2");
	record_set(level, "name", "Twice");
	cr_expect_not(store_add(fixture.store, level, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_INVALID);
	/* Beyond the scale it would stand beside it. */
	record_set(level, "number", "5");
	cr_expect_not(store_add(fixture.store, level, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_INVALID);
	record_free(before);
	record_free(method);
	record_free(level);
	fixture_close(&fixture);
}

Test(rescale, ratings_given_since_keep_it_from_being_undone)
{
	struct fixture fixture;
	char *before, *after;
	const char *other;

	fill(&fixture);
	fixture_add(&fixture, "risk", "title", "After the signature", NULL);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 3, true));
	/* What says nothing of a level does not count. */
	setenv("NORIA_LOGIN", "another", 1);
	fixture_set(&fixture, "R-2", "title", "Still not rated");
	fixture_add(&fixture, "risk", "title", "Nor this one", NULL);
	other = fixture_add(&fixture, "risk", "title", "Theft", "current_likelihood", "6", "current_impact", "3", NULL);
	before = fixture_dump(&fixture);
	setenv("NORIA_LOGIN", "tester", 1);
	cr_expect_not(store_undo(fixture.store, NULL, &fixture.error));
	cr_expect_eq(fixture.error.kind, ERROR_INVALID);
	cr_expect(strstr(fixture.error.message, other));
	after = fixture_dump(&fixture);
	cr_expect_str_eq(after, before);
	free(before);
	free(after);
	/* Once that is taken back, or gone, it can be. */
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	setenv("NORIA_LOGIN", "tester", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	cr_expect_str_eq(fixture_get(&fixture, "iso5x5", "likelihoods"), "5");
	fixture_check(&fixture);
	fixture_close(&fixture);
}

/* An undo by the one with that login that is refused, names what is in the way and leaves all as it is. */
static void expect_in_the_way(struct fixture *fixture, const char *login, bool redo, const char *named)
{
	char *before = fixture_dump(fixture), *after;
	bool theirs[16] = { false };

	setenv("NORIA_LOGIN", login, 1);
	cr_expect_not(redo ? store_redo(fixture->store, NULL, &fixture->error)
			   : store_undo(fixture->store, NULL, &fixture->error));
	cr_expect_eq(fixture->error.kind, ERROR_INVALID);
	cr_expect(fixture->error.message && strstr(fixture->error.message, named), "%s",
		fixture->error.message ? fixture->error.message : "");
	cr_expect_not(store_undo_resolved(fixture->store, redo, theirs, NULL, &fixture->error));
	after = fixture_dump(fixture);
	cr_expect_str_eq(after, before);
	free(before);
	free(after);
	fixture_check(fixture);
}

Test(rescale, a_rating_of_before_does_not_come_back_on_another_scale)
{
	struct fixture fixture;
	const char *risk;

	fill(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "Theft", "current_likelihood", "4", "current_impact", "3", NULL);
	fixture_set(&fixture, risk, "current_likelihood", "1");
	/* The lowest level stays where it is: no two values are in conflict. */
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 2, true));
	expect_in_the_way(&fixture, "tester", false, risk);
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	setenv("NORIA_LOGIN", "tester", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	cr_expect_str_eq(fixture_get(&fixture, risk, "current_likelihood"), "4");
	/* The same for what is done again; a change of another scale is no hindrance. */
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(change(&fixture, SCALE_IMPACT, 5, 6, true));
	setenv("NORIA_LOGIN", "tester", 1);
	cr_assert(store_redo(fixture.store, NULL, &fixture.error));
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 1, false));
	expect_in_the_way(&fixture, "tester", true, risk);
	fixture_close(&fixture);
}

Test(rescale, nor_does_a_record_that_was_deleted)
{
	struct fixture fixture;
	const char *risk;

	fill(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "Theft", "current_likelihood", "5", "current_impact", "3", NULL);
	fixture_remove(&fixture, risk);
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 5, false));
	expect_in_the_way(&fixture, "tester", false, risk);
	fixture_close(&fixture);
}

/* It goes with its rating: none comes back. */
Test(rescale, what_was_made_before_can_be_taken_back_on_another_scale)
{
	struct fixture fixture;
	const char *risk;

	fill(&fixture);
	risk = fixture_add(&fixture, "risk", "title", "Theft", "current_likelihood", "1", "current_impact", "1", NULL);
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 6, true));
	setenv("NORIA_LOGIN", "tester", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error), "%s", fixture.error.message);
	cr_expect_eq(store_find(fixture.store, risk, NULL), 0);
	fixture_check(&fixture);
	fixture_close(&fixture);
}

Test(rescale, a_grid_set_since_keeps_it_from_being_undone)
{
	struct fixture fixture;

	fill(&fixture);
	fixture_set(&fixture, "R-2", "title", "After the signature");
	cr_assert(change(&fixture, SCALE_LIKELIHOOD, 5, 3, true));
	setenv("NORIA_LOGIN", "another", 1);
	fixture_set(&fixture, "iso5x5", "grid", "4 1 1 2 2\n1 1 2 2 3\n1 2 2 3 3\n1 2 2 3 3\n2 2 3 3 4\n2 3 3 4 4");
	expect_in_the_way(&fixture, "tester", false, "iso5x5");
	setenv("NORIA_LOGIN", "another", 1);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	cr_assert(change(&fixture, SCALE_IMPACT, 5, 3, true));
	expect_in_the_way(&fixture, "tester", false, "iso5x5");
	fixture_close(&fixture);
}

Test(rescale, what_was_signed_does_not_take_the_name_of_another_level)
{
	struct fixture fixture;
	struct record *signed_one, *prepared;
	const struct field_def *level;
	char *text;

	fill(&fixture);
	level = register_field(register_find("acceptance"), "level");
	signed_one = store_record_by_ref(fixture.store, "RC-2", NULL);
	text = store_value_text(fixture.store, signed_one, level, "3");
	cr_expect_str_eq(text, "H risk 3");
	free(text);
	fixture_set(&fixture, "R-2", "title", "After the signature");
	cr_assert(change(&fixture, SCALE_RISK, 4, 2, true));
	prepared = store_record_by_ref(fixture.store, "RC-1", NULL);
	text = store_value_text(fixture.store, signed_one, level, "3");
	cr_expect_str_eq(text, "3 (earlier scale)");
	free(text);
	/* What followed has the level's name; what was signed on the scale as it was before is read as ever once that is back. */
	text = store_value_text(fixture.store, prepared, level, record_get(prepared, "level"));
	cr_expect(strstr(text, "risk 3"));
	free(text);
	cr_assert(store_undo(fixture.store, NULL, &fixture.error));
	text = store_value_text(fixture.store, signed_one, level, "3");
	cr_expect_str_eq(text, "H risk 3");
	free(text);
	record_free(signed_one);
	record_free(prepared);
	fixture_close(&fixture);
}
